//! What the text named before, which later expressions lean on.

use super::calendar::Interval;
use super::stamp::{Expression, Inner, Stamp, Year};
use crate::lexicon::PeriodTable;
use crate::lexicon::periods::{Base, Edge, Shift, Unit};
use jiff::civil::Date;

/// What was named before an expression.
#[derive(Debug, Clone, Copy)]
pub(super) struct Context<'w> {
    pub(super) words: &'w PeriodTable,
    pub(super) reference: Option<Date>,
    /// The year that the sentence names, and the month.
    pub(super) year: Option<i16>,
    pub(super) month: Option<(i16, i16)>,
    /// Those named last, in any sentence.
    pub(super) last_year: Option<i16>,
    pub(super) last_month: Option<(i16, i16)>,
    pub(super) last_day: Option<Date>,
    pub(super) last: Option<Interval>,
    /// The words around say that it is still to come.
    pub(super) ahead: bool,
}

/// An interval that may be open.
pub(super) type Bounds = (Option<Date>, Option<Date>);

impl<'w> Context<'w> {
    pub(super) fn new(words: &'w PeriodTable, reference: Option<Date>) -> Self {
        Self { words, reference, year: None, month: None, last_year: None, last_month: None, last_day: None, last: None, ahead: false }
    }

    /// Forgets what only the sentence holds.
    pub(super) fn end_sentence(&mut self) {
        self.year = None;
        self.month = None;
    }

    /// Keeps what an expression names for those behind it; what is only compared with names nothing.
    pub(super) fn note(&mut self, expression: &Expression, (start, end): Bounds, compared: bool) {
        let (Some(start), Some(end)) = (start.or(end), end.or(start)) else { return };
        if compared || matches!(expression.from.inner, Inner::Same | Inner::Now | Inner::Span { .. } | Inner::Ago { .. }) {
            return;
        }
        self.last = Some((start, end));
        let stamp = expression.to.as_ref().unwrap_or(&expression.from);
        let anchor = if stamp.edge == Some(Edge::End) || expression.until { end } else { start };
        if names_year(&expression.from) || names_year(stamp) {
            self.year = Some(anchor.year());
            self.last_year = self.year;
        }
        if names_month(stamp) {
            let day = if expression.to.is_some() { end } else { anchor };
            self.month = Some((day.year(), day.month().into()));
            self.last_month = self.month;
        }
        if names_day(stamp) {
            self.last_day = Some(end);
        }
    }
}

fn names_year(stamp: &Stamp) -> bool {
    let base = |shift: Shift| matches!(shift.base, Base::Reference | Base::Last);
    !matches!(stamp.inner, Inner::Same)
        && matches!(stamp.year, Some(year) if matches!(year, Year::Named(_)) || matches!(year, Year::Relative(shift) if base(shift)))
}

fn names_month(stamp: &Stamp) -> bool {
    match stamp.inner {
        Inner::Months { months: [first, last], .. } => first == last,
        Inner::Month(_) | Inner::Days { .. } => true,
        _ => false,
    }
}

fn names_day(stamp: &Stamp) -> bool {
    matches!(
        stamp.inner,
        Inner::Days { grain: Unit::Day, .. } | Inner::Day(_) | Inner::Fixed(_) | Inner::Weekday { .. } | Inner::Holiday { .. }
    )
}
