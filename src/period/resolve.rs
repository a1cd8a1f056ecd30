//! Gives expressions their dates, with what the text named before and the reference date.

use super::calendar::{self, Interval};
use super::holiday;
use super::remember::{Bounds, Context};
use super::stamp::{Expression, Inner, Month, Stamp, Year};
use crate::lexicon::periods::{Base, Edge, Length, Shift, Side, Tail, Unit};
use jiff::ToSpan;
use jiff::civil::Date;

/// Up to this month a report sums up the year before.
const SUMS_UP: i8 = 2;
/// Up to this month it sums up the years before: five years are told of in January, and in March where a congress meets then.
const SUMS_UP_YEARS: i8 = 3;

impl Context<'_> {
    /// The dates of an expression.
    pub(super) fn resolve(&self, expression: &Expression) -> Bounds {
        let from = &expression.from;
        if matches!(from.inner, Inner::Now) {
            return (None, self.reference);
        }
        let ends = match &expression.to {
            Some(to) => self.stretch(from, to),
            None => self.interval(from),
        };
        let Some((start, end)) = ends.filter(|(start, end)| start <= end) else { return (None, None) };
        if expression.until {
            return (None, Some(end));
        }
        match expression.tail {
            None | Some(Tail::During) => (Some(start), Some(end)),
            Some(Tail::Since | Tail::SoFar) => (Some(start), self.reference.filter(|today| *today >= start)),
            Some(Tail::From) => (Some(start), None),
            Some(Tail::After) => (calendar::add(end, 1.day()), None),
            // by the end of a year includes its last day
            Some(Tail::Before) if last_edge(expression) => (None, Some(end)),
            Some(Tail::Before) => (None, calendar::add(start, -1.day())),
        }
    }

    /// From one time to another; each may take its year or month from the other.
    fn stretch(&self, from: &Stamp, to: &Stamp) -> Option<Interval> {
        if matches!(to.inner, Inner::Now) {
            return Some((self.interval(from)?.0, self.reference?));
        }
        if from.year.is_none() && to.year.is_some() && dated(from) && self.year.is_none() {
            let end = self.interval(to)?.1;
            let near = |year: i16| self.in_year(from, year).filter(|(start, _)| *start <= end);
            return Some((near(end.year()).or_else(|| near(end.year() - 1))?.0, end));
        }
        let (start, first_end) = self.interval(from)?;
        let named = Self { year: Some(start.year()), month: Some((start.year(), start.month().into())), ..*self };
        let (_, end) = match to.inner {
            Inner::Weekday { week: None, first, .. } => weekday_from(first_end, first)?,
            _ => named.interval(to)?,
        };
        if end >= start || to.year.is_some() {
            return Some((start, end));
        }
        let next = match to.inner {
            Inner::Days { month: Month::Unsaid, .. } => {
                Self { month: calendar::carried(start.year(), i16::from(start.month()) + 1), ..named }
            }
            _ => Self { year: Some(start.year() + 1), ..named },
        };
        Some((start, next.interval(to)?.1))
    }

    fn in_year(&self, stamp: &Stamp, year: i16) -> Option<Interval> {
        self.interval(&Stamp { year: Some(Year::Named(year)), ..*stamp })
    }

    /// The first and last day of a time.
    fn interval(&self, stamp: &Stamp) -> Option<Interval> {
        let whole = self.whole(stamp)?;
        match stamp.edge {
            Some(edge) => edged(&stamp.inner, whole, edge),
            None => Some(whole),
        }
    }

    fn whole(&self, stamp: &Stamp) -> Option<Interval> {
        match stamp.inner {
            Inner::Year => self.year_of(stamp.year?).and_then(|year| calendar::years(year, year)),
            Inner::Years([first, last]) => calendar::years(first, last),
            Inner::Century { shift, years } => self.century(shift, years),
            Inner::Months { months: [first, last], grain } => {
                let begun = last - size(grain) + 1;
                let year = self.year_or(stamp.year, |year| calendar::month(year, begun).map(|(start, _)| start))?;
                calendar::months(year, first, last)
            }
            Inner::Month(month) => self.month_of(month).and_then(|(year, month)| calendar::month(year, month)),
            Inner::Days { month, days, grain } => self.days(stamp.year, month, days, grain),
            Inner::Quarter(shift) => self.quarter(shift),
            Inner::WeekOfYear(week) => calendar::iso_week(self.year_of(stamp.year?)?, week),
            Inner::Week(shift) => calendar::week(self.day(shift.base)?, shift.by),
            Inner::Weekday { week, first, last } => self.weekdays(week, first, last),
            Inner::Day(shift) => calendar::add(self.day(shift.base)?, shift.by.days()).map(|day| (day, day)),
            Inner::Fixed(day) => Some((day, day)),
            Inner::Holiday { id, rest } => self.holiday(stamp.year, id, rest),
            Inner::Span { length, side } => self.span(length, side),
            Inner::Ago { count, unit } => self.ago(count, unit),
            Inner::Now => self.reference.map(|today| (today, today)),
            Inner::Same => self.same(stamp.year?),
        }
    }

    fn year_of(&self, year: Year) -> Option<i16> {
        let Shift { by, base } = match year {
            Year::Named(year) => return Some(year),
            Year::Relative(shift) => shift,
        };
        let reference = self.reference.map(Date::year);
        let base = match base {
            Base::Reference => reference,
            Base::Named => self.year.or(reference),
            Base::Last => self.year.or(self.last_year).or(reference),
            Base::Elapsed => self.year.or_else(|| {
                let today = self.reference?;
                // what the text has just named the year before, it goes on to sum up
                let named = self.last_year == Some(today.year() - 1) && today.month() < 12;
                Some(today.year() - i16::from((today.month() <= SUMS_UP || named) && !self.ahead))
            }),
        };
        base?.checked_add(by)
    }

    /// The year that a time names, else that of the sentence, else the latest in which it has begun.
    fn year_or(&self, year: Option<Year>, begins: impl Fn(i16) -> Option<Date>) -> Option<i16> {
        if let Some(year) = year {
            return self.year_of(year);
        }
        self.year.or_else(|| self.latest(begins))
    }

    fn latest(&self, begins: impl Fn(i16) -> Option<Date>) -> Option<i16> {
        let today = self.reference?;
        // a day that only leap years have
        let begun = |year: i16| begins(year).filter(|day| self.ahead || *day <= today).map(|_| year);
        (0..8).find_map(|back| begun(today.year() - back))
    }

    fn century(&self, shift: Shift, [first, last]: [i16; 2]) -> Option<Interval> {
        let year = self.reference.map(Date::year)?;
        let base = ((year - 1).div_euclid(100) + shift.by).checked_mul(100)?;
        calendar::years(base + first, base + last)
    }

    fn month_of(&self, month: Month) -> Option<(i16, i16)> {
        let today = self.reference.map(|day| (day.year(), i16::from(day.month())));
        match month {
            Month::Number(number) => self.year.map(|year| (year, number.into())),
            Month::Unsaid => self.month.or(today),
            Month::Relative(Shift { by, base }) => {
                let (year, month) = match base {
                    Base::Reference => today,
                    Base::Named | Base::Elapsed => self.month.or(today),
                    Base::Last => self.month.or(self.last_month).or(today),
                }?;
                calendar::carried(year, month + by)
            }
        }
    }

    fn days(&self, year: Option<Year>, month: Month, days: [i8; 2], grain: Unit) -> Option<Interval> {
        let exact = grain == Unit::Day;
        match month {
            Month::Number(number) => {
                let year = self.year_or(year, |year| calendar::days(year, number.into(), days, exact).map(|(start, _)| start))?;
                calendar::days(year, number.into(), days, exact)
            }
            Month::Unsaid if self.month.is_none() => {
                let today = self.reference?;
                let months = (0..3).filter_map(|back| calendar::carried(today.year(), i16::from(today.month()) - back));
                let found = months.filter_map(|(year, month)| calendar::days(year, month, days, exact));
                found.into_iter().find(|(start, _)| self.ahead || *start <= today)
            }
            _ => self.month_of(month).and_then(|(year, month)| calendar::days(year, month, days, exact)),
        }
    }

    fn quarter(&self, shift: Shift) -> Option<Interval> {
        let today = self.reference.map(|day| (day.year(), i16::from(day.month())));
        let (year, month) = if shift.base == Base::Reference { today } else { self.month.or(today) }?;
        let first = (month - 1) / 3 * 3 + 1 + shift.by * 3;
        calendar::months(year, first, first + 2)
    }

    fn day(&self, base: Base) -> Option<Date> {
        match base {
            Base::Reference => self.reference,
            Base::Named | Base::Last | Base::Elapsed => self.last_day.or(self.reference),
        }
    }

    fn weekdays(&self, week: Option<Shift>, first: i8, last: i8) -> Option<Interval> {
        let Some(shift) = week else {
            let today = self.reference?;
            let (monday, _) = calendar::week(today, 0)?;
            let day = calendar::add(monday, first.days())?;
            let day = if day > today && !self.ahead { calendar::add(day, -7.days())? } else { day };
            return Some((day, day));
        };
        let (monday, _) = calendar::week(self.day(shift.base)?, shift.by)?;
        Some((calendar::add(monday, first.days())?, calendar::add(monday, last.days())?))
    }

    fn holiday(&self, year: Option<Year>, id: usize, rest: bool) -> Option<Interval> {
        let holiday = self.words.holidays.get(id)?;
        let begins = |year: i16| holiday::stretch(holiday, year, rest).map(|(start, _)| start);
        let year = self.year_or(year, begins)?;
        holiday::stretch(holiday, year, rest)
    }

    fn span(&self, length: Length, side: Side) -> Option<Interval> {
        let today = self.reference?;
        if let (Length::Months(months), Side::Told) = (length, side)
            && months % 12 == 0
            && months > 12
            && today.month() <= SUMS_UP_YEARS
        {
            return calendar::years(today.year().checked_sub(months / 12)?, today.year() - 1);
        }
        let sign = if side == Side::Future { 1 } else { -1 };
        let far = match length {
            Length::Months(months) => calendar::add_months(today, sign * i32::from(months))?,
            Length::Days(days) => calendar::add(today, (sign * i32::from(days)).days())?,
        };
        Some(match side {
            Side::Past | Side::Told => (calendar::add(far, 1.day())?, today),
            Side::Future => (calendar::add(today, 1.day())?, far),
        })
    }

    fn ago(&self, count: i16, unit: Unit) -> Option<Interval> {
        let today = self.reference?;
        match unit {
            Unit::Year => calendar::years(today.year().checked_add(count)?, today.year().checked_add(count)?),
            Unit::Month => calendar::month(today.year(), i16::from(today.month()) + count),
            _ => calendar::add(today, count.days()).map(|day| (day, day)),
        }
    }

    /// The stretch named last, so many years away.
    fn same(&self, year: Year) -> Option<Interval> {
        let last = self.last?;
        match year {
            Year::Relative(Shift { by, .. }) if by < 0 => calendar::moved(last, by.into()),
            _ => calendar::moved(last, i32::from(self.year_of(year)?) - i32::from(last.0.year())),
        }
    }
}

/// Months of a unit that must have begun for it to be meant.
fn size(grain: Unit) -> i16 {
    match grain {
        Unit::Quarter => 3,
        Unit::Half => 6,
        Unit::Year => 12,
        _ => 1,
    }
}

fn edged(inner: &Inner, (start, end): Interval, edge: Edge) -> Option<Interval> {
    let years = i32::from(end.year()) - i32::from(start.year()) + 1;
    if years >= 10 {
        let [first, last] = match (edge, years) {
            (Edge::Start, 10) => [0, 2],
            (Edge::Middle, 10) => [3, 6],
            (Edge::End, 10) => [7, 9],
            (Edge::Start, _) => [0, 9],
            (Edge::Middle, _) => [40, 59],
            (Edge::End, _) => [90, 99],
        };
        return calendar::years(start.year() + first, start.year() + last);
    }
    Some(match edge {
        Edge::Start => (start, start),
        Edge::End => (end, end),
        Edge::Middle if matches!(inner, Inner::Year) => calendar::months(start.year(), 6, 6)?,
        Edge::Middle if years == 1 && start.month() == end.month() => calendar::days(start.year(), start.month().into(), [11, 20], true)?,
        Edge::Middle => (start, end),
    })
}

fn weekday_from(day: Date, weekday: i8) -> Option<Interval> {
    let ahead = (weekday - day.weekday().to_monday_zero_offset()).rem_euclid(7);
    calendar::add(day, ahead.days()).map(|day| (day, day))
}

/// Whether a time could take a year.
fn dated(stamp: &Stamp) -> bool {
    matches!(stamp.inner, Inner::Months { .. } | Inner::Days { month: Month::Number(_), .. } | Inner::Holiday { .. })
}

fn last_edge(expression: &Expression) -> bool {
    expression.to.as_ref().unwrap_or(&expression.from).edge == Some(Edge::End)
}
