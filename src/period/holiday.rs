//! The dates of holidays and of the days off around them.

use super::calendar::{self, Interval};
use crate::lexicon::periods::Holiday;
use jiff::ToSpan;
use jiff::civil::Date;

/// The day of a holiday in a year, or its days off.
pub(super) fn stretch(holiday: &Holiday, year: i16, rest: bool) -> Option<Interval> {
    let day = day(holiday, year)?;
    if !rest {
        return Some((day, day));
    }
    let set = holiday.rests.iter().find(|[first, last]| first.0 <= day && day <= last.0);
    match set {
        Some([first, last]) => Some((first.0, last.0)),
        None => Some((calendar::add(day, -holiday.rest[0].days())?, calendar::add(day, holiday.rest[1].days())?)),
    }
}

fn day(holiday: &Holiday, year: i16) -> Option<Date> {
    match holiday.date {
        Some([month, day]) => calendar::date(year, month.into(), day),
        None => holiday.dates.iter().map(|day| day.0).find(|day| day.year() == year),
    }
}
