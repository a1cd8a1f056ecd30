//! What a time expression says before it is resolved.

use crate::lexicon::periods::{Base, Edge, Length, Shift, Side, Tail, Unit};
use jiff::civil::Date;

/// A year as the text gives it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Year {
    Named(i16),
    Relative(Shift),
}

/// A month as the text gives it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Month {
    Number(i8),
    Relative(Shift),
    /// That of the sentence.
    Unsaid,
}

/// One end of an expression, or all of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stamp {
    pub(super) year: Option<Year>,
    pub(super) inner: Inner,
    pub(super) edge: Option<Edge>,
}

/// What stands inside the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Inner {
    /// The whole year.
    Year,
    /// From one year to another, both whole: plans, decades, 2019-2021年.
    Years([i16; 2]),
    /// Years of a century that counts from the reference date (上世纪八十年代), both whole.
    Century {
        shift: Shift,
        years: [i16; 2],
    },
    /// Months of the year, whole; beyond 12 of the next.
    Months {
        months: [i16; 2],
        grain: Unit,
    },
    /// One month that is not given by its number alone.
    Month(Month),
    /// A stretch of days of a month; the second is cut to its last.
    Days {
        month: Month,
        days: [i8; 2],
        grain: Unit,
    },
    /// A quarter counted from that of the base.
    Quarter(Shift),
    /// A week of the year.
    WeekOfYear(i16),
    Week(Shift),
    /// A day of a week, Monday 0; without a week the latest.
    Weekday {
        week: Option<Shift>,
        first: i8,
        last: i8,
    },
    Day(Shift),
    Fixed(Date),
    Holiday {
        id: usize,
        rest: bool,
    },
    /// So many units up to the reference date, or from it on.
    Span {
        length: Length,
        side: Side,
    },
    /// So many units from the reference date.
    Ago {
        count: i16,
        unit: Unit,
    },
    Now,
    /// The stretch named last, in another year.
    Same,
}

/// A whole expression: its ends, and the words around that shape the interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Expression {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) from: Stamp,
    pub(super) to: Option<Stamp>,
    pub(super) until: bool,
    pub(super) tail: Option<Tail>,
}

impl Stamp {
    pub(super) fn of(inner: Inner) -> Self {
        Self { year: None, inner, edge: None }
    }

    pub(super) fn months(months: [i16; 2], grain: Unit) -> Inner {
        Inner::Months { months, grain }
    }
}

/// Right at the base.
pub(super) const fn at(base: Base) -> Shift {
    Shift { by: 0, base }
}
