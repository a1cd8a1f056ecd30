//! The size of a time as the text gives it.

use super::stamp::{Expression, Inner};
use crate::lexicon::periods::{Edge, Tail, Unit};

/// The size of a time as the text gives it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Grain {
    Day,
    Week,
    /// 上旬, 上半月.
    TenDays,
    Month,
    Quarter,
    Half,
    Year,
    /// Plans, decades, centuries, spans of so many units.
    Plan,
    /// 以来, 截至, 之前, 之后, 目前.
    Open,
}

/// The grain of an expression.
pub(super) fn grain(expression: &Expression) -> Grain {
    if expression.until || matches!(expression.tail, Some(tail) if tail != Tail::During) || matches!(expression.from.inner, Inner::Now) {
        return Grain::Open;
    }
    let stamp = &expression.from;
    match stamp.inner {
        Inner::Years(_) | Inner::Century { .. } | Inner::Span { .. } => Grain::Plan,
        _ if stamp.edge.is_some_and(|edge| edge != Edge::Middle) => Grain::Day,
        Inner::Year => Grain::Year,
        Inner::Months { grain: unit, .. } | Inner::Ago { unit, .. } => of_unit(unit),
        Inner::Month(_) => Grain::Month,
        Inner::Days { grain: Unit::Day, .. } => Grain::Day,
        Inner::Days { .. } => Grain::TenDays,
        Inner::Quarter(_) => Grain::Quarter,
        Inner::WeekOfYear(_) | Inner::Week(_) => Grain::Week,
        _ => Grain::Day,
    }
}

fn of_unit(unit: Unit) -> Grain {
    match unit {
        Unit::Day => Grain::Day,
        Unit::Week => Grain::Week,
        Unit::Month => Grain::Month,
        Unit::Quarter => Grain::Quarter,
        Unit::Half => Grain::Half,
        Unit::Year => Grain::Year,
    }
}
