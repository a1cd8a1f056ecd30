//! Number, unit and bound: what the text measures.
//!
//! The steps, in order: `scan` walks the view and reads each numeral with what belongs to it (`read`: units, prefixes, parts;
//! `ordinal`: places in an order; phrases without a numeral), `combine` makes ranges and lets lists share a unit, `bound`
//! looks at the words around.

mod bound;
mod combine;
mod draft;
mod ordinal;
mod read;
mod scan;
mod unit;

pub(crate) use draft::{Draft, Form};
pub(crate) use scan::scan;

use crate::span::{SourceIndex, Span, Text};
use crate::text::View;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// A number with its unit, as the text writes it and as it computes.
///
/// ```
/// use hanfacts::{Bound, Extractor};
///
/// let found = Extractor::new().quantities("全区拥有规上企业100余家，完成投资5-10亿元。");
/// assert_eq!(found[0].number.to_string(), "100");
/// assert_eq!((found[0].unit.as_str(), found[0].bound), ("家", Bound::Gt));
/// assert_eq!(found[1].number.to_string(), "500000000");
/// assert_eq!(found[1].max.unwrap().to_string(), "1000000000");
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Quantity {
    /// Number, unit, and what blurs the number from inside (余, 多), without the words that bound it from outside.
    pub span: Span,
    /// The text of the span, layout removed.
    pub text: Text,
    /// The number, or the lower end of a range, magnitude words multiplied in. Exact.
    #[serde(with = "rust_decimal::serde::str")]
    pub number: Decimal,
    /// The upper end of a range.
    #[serde(with = "rust_decimal::serde::str_option")]
    pub max: Option<Decimal>,
    /// The unit as written, less its magnitude word; empty for an index or a bare number.
    pub unit: Text,
    /// How the number bounds the thing.
    pub bound: Bound,
    /// What kind of thing the unit measures.
    pub dimension: Dimension,
    /// The number in the dimension's base unit; `None` where no code exists (家, 人次).
    pub canonical: Option<Canonical>,
}

/// A quantity in a base unit that has a code.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Canonical {
    /// The number; a ratio that does not end is given to twelve significant digits.
    #[serde(with = "rust_decimal::serde::str")]
    pub number: Decimal,
    /// The upper end of a range.
    #[serde(with = "rust_decimal::serde::str_option", default, skip_serializing_if = "Option::is_none")]
    pub max: Option<Decimal>,
    /// ISO 4217 for money, UCUM for the rest.
    pub unit: Text,
}

/// How a number bounds the thing that it measures.
///
/// 以上, 以下 and 以内 include the number, 超过 and 不满 do not (Civil Code of the PRC, article 1259).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Bound {
    /// As it stands; also after 达, 高达, 仅.
    Exact,
    /// 约, 近, 左右.
    About,
    /// 超过, 逾, 突破, 多, 余.
    Gt,
    /// 以上, 不少于, 至少.
    Ge,
    /// 不足, 低于, 不到.
    Lt,
    /// 以内, 以下, 不超过.
    Le,
    /// Between the number and its maximum.
    Range,
}

/// What kind of thing a unit measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
#[allow(missing_docs, reason = "the names are the dimensions")]
pub enum Dimension {
    Currency,
    /// Parts of a whole: %, ‰, fractions.
    Ratio,
    /// Percentage points and basis points.
    Points,
    /// 倍 and 番.
    Multiple,
    /// Things counted, people among them.
    Count,
    Area,
    Length,
    Volume,
    Mass,
    Energy,
    Power,
    Time,
    Temperature,
    Angle,
    Speed,
    Flow,
    Pressure,
    Frequency,
    Voltage,
    Current,
    Charge,
    Data,
    DataRate,
    Resolution,
    /// Points of an index, scores, levels of a scale.
    Index,
    Concentration,
    Sound,
    Luminance,
    Force,
    Radiation,
    Acidity,
    /// Money per something.
    Price,
    /// Another unit per another.
    Rate,
    /// A place in an order.
    Rank,
    /// A bare number.
    None,
}

impl Quantity {
    /// Turns a draft of the view into a quantity of the source.
    pub(crate) fn of(draft: &Draft, view: &View<'_>, index: &SourceIndex<'_>) -> Self {
        let (span, text) = view.written(draft.span, index);
        Self {
            span,
            text,
            number: draft.low,
            max: draft.high,
            unit: view.name(draft.unit_text()),
            bound: draft.bound,
            dimension: draft.dimension(),
            canonical: draft.canonical(view),
        }
    }
}
