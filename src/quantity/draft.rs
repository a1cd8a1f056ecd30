//! A quantity while it is being read, in the view.

use super::unit::UnitUse;
use super::{Bound, Canonical, Dimension};
use crate::number::{Fuzz, Numeral, Script};
use crate::span::ViewSpan;
use crate::text::View;
use rust_decimal::Decimal;

/// What a draft was read from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// A numeral, with or without unit.
    Cardinal,
    /// 第 and a numeral that ranks.
    Ordinal,
    /// Words without a numeral (持平, 首位).
    Phrase,
}

/// Significant digits of a canonical number that does not end.
const DIGITS: u32 = 12;

#[derive(Debug, Clone)]
pub(crate) struct Draft {
    pub(crate) span: ViewSpan,
    /// The numeral alone.
    pub(crate) numeral: ViewSpan,
    pub(crate) low: Decimal,
    pub(crate) high: Option<Decimal>,
    pub(crate) fuzz: Fuzz,
    pub(crate) script: Script,
    pub(crate) power: u32,
    pub(crate) unit: Option<UnitUse>,
    pub(crate) form: Form,
    pub(crate) bound: Bound,
    /// The text with the words that bound it.
    pub(crate) reach: ViewSpan,
    /// A Han digit that counts only if the number after it lends it a unit (三至五年).
    pub(crate) tentative: bool,
}

impl Draft {
    pub(crate) fn new(numeral: &Numeral) -> Self {
        Self {
            span: numeral.span,
            numeral: numeral.span,
            low: numeral.low,
            high: numeral.high,
            fuzz: numeral.fuzz,
            script: numeral.script,
            power: numeral.power,
            unit: None,
            form: Form::Cardinal,
            bound: Bound::Exact,
            reach: numeral.span,
            tentative: false,
        }
    }

    /// Whether it has no coefficient of its own (数十, 千名).
    pub(crate) fn is_vague(&self) -> bool {
        matches!(self.fuzz, Fuzz::Vague | Fuzz::Bare)
    }

    pub(crate) fn unit_text(&self) -> &str {
        self.unit.as_ref().map_or("", |unit| &unit.text)
    }

    pub(crate) fn dimension(&self) -> Dimension {
        match self.form {
            Form::Ordinal => Dimension::Rank,
            _ => self.unit.as_ref().map_or(Dimension::None, |unit| unit.dimension),
        }
    }

    /// The value in the base unit, whose name the results of `view` share.
    pub(crate) fn canonical(&self, view: &View<'_>) -> Option<Canonical> {
        let (code, ratio) = self.unit.as_ref()?.code.as_deref()?;
        let max = match self.high {
            Some(high) => Some(convert(high, *ratio)?),
            None => None,
        };
        Some(Canonical { number: convert(self.low, *ratio)?, max, unit: view.name(code) })
    }
}

/// `value` in the base unit: exact where it ends, else to [`DIGITS`].
fn convert(value: Decimal, (top, bottom): (Decimal, Decimal)) -> Option<Decimal> {
    let product = value.checked_mul(top)?;
    let quotient = product.checked_div(bottom)?;
    let ends = quotient.checked_mul(bottom) == Some(product);
    Some(if ends { quotient } else { quotient.round_sf(DIGITS)? }.normalize())
}
