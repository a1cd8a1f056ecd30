//! Intervals of civil dates from the year 1 on. Nothing here panics: what no calendar has is `None`.

use jiff::civil::{Date, ISOWeekDate, Weekday};
use jiff::{Span, ToSpan};

/// First and last day, both inclusive.
pub(super) type Interval = (Date, Date);

/// ISO 8601 writes years before 1 with a sign, and no page counts in them.
fn ours(day: Date) -> bool {
    day.year() >= 1
}

pub(super) fn date(year: i16, month: i16, day: i8) -> Option<Date> {
    Date::new(year, i8::try_from(month).ok()?, day).ok().filter(|day| ours(*day))
}

/// Month `month` of a year, counted on over its end (13 is the next January).
pub(super) fn carried(year: i16, month: i16) -> Option<(i16, i16)> {
    let index = month.checked_sub(1)?;
    Some((year.checked_add(index.div_euclid(12))?, index.rem_euclid(12) + 1))
}

pub(super) fn month(year: i16, month: i16) -> Option<Interval> {
    months(year, month, month)
}

pub(super) fn months(year: i16, first: i16, last: i16) -> Option<Interval> {
    let (start_year, start) = carried(year, first)?;
    let (end_year, end) = carried(year, last)?;
    Some((date(start_year, start, 1)?, date(end_year, end, 1)?.last_of_month()))
}

pub(super) fn years(first: i16, last: i16) -> Option<Interval> {
    Some((date(first, 1, 1)?, date(last, 12, 31)?))
}

/// Days of a month; the second is cut to its last, the first must be one of it.
pub(super) fn days(year: i16, month: i16, [first, last]: [i8; 2], exact: bool) -> Option<Interval> {
    let (year, month) = carried(year, month)?;
    let start = date(year, month, first)?;
    let end = if exact { date(year, month, last)? } else { date(year, month, last.min(start.days_in_month()))? };
    Some((start, end))
}

/// The week of a day, Monday to Sunday, so many weeks on.
pub(super) fn week(day: Date, by: i16) -> Option<Interval> {
    let monday = add(day, (i32::from(by) * 7 - i32::from(day.weekday().to_monday_zero_offset())).days())?;
    Some((monday, add(monday, 6.days())?))
}

/// A week of the year, as ISO 8601 counts them.
pub(super) fn iso_week(year: i16, week: i16) -> Option<Interval> {
    let monday = ISOWeekDate::new(year, i8::try_from(week).ok()?, Weekday::Monday).ok()?.date();
    Some((monday, add(monday, 6.days())?))
}

pub(super) fn add(day: Date, span: Span) -> Option<Date> {
    day.checked_add(span).ok().filter(|day| ours(*day))
}

pub(super) fn add_months(day: Date, months: i32) -> Option<Date> {
    add(day, Span::new().try_months(months).ok()?)
}

pub(super) fn add_years(day: Date, years: i32) -> Option<Date> {
    add(day, Span::new().try_years(years).ok()?)
}

/// A stretch moved by so many years; the last day of a February stays the last.
pub(super) fn moved((start, end): Interval, years: i32) -> Option<Interval> {
    let whole = end == end.last_of_month();
    let moved = add_years(end, years)?;
    Some((add_years(start, years)?, if whole { moved.last_of_month() } else { moved }))
}
