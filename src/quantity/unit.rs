//! The unit of a quantity: one of the lexicon, or two of them in a compound (元/平方米, 立方米每秒).

use super::Dimension;
use crate::lexicon::{Coded, Lexicon, UnitEntry, UnitMatch};
use rust_decimal::Decimal;
use std::sync::Arc;

/// A unit as a quantity uses it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct UnitUse {
    /// As written, 个 before it left out.
    pub(crate) text: Box<str>,
    pub(crate) dimension: Dimension,
    pub(crate) code: Option<Arc<Coded>>,
}

impl UnitUse {
    pub(crate) fn new(text: &str, entry: &UnitEntry) -> Self {
        Self { text: text.into(), dimension: entry.dimension, code: entry.code.clone() }
    }

    /// A ratio unit that the numeral itself spells (百分之, 成).
    pub(crate) fn ratio(text: &str, parts: u32) -> Self {
        let code = Some(Arc::new(("1".to_owned(), (Decimal::ONE, Decimal::from(parts)))));
        Self { text: text.into(), dimension: Dimension::Ratio, code }
    }

    /// A number of a dimension without unit.
    pub(crate) fn bare(text: &str, dimension: Dimension) -> Self {
        Self { text: text.into(), dimension, code: None }
    }
}

/// The unit that begins at `at`, its compound included, and where it ends.
pub(super) fn read(text: &str, at: usize, han: bool, lexicon: &Lexicon) -> Option<(UnitUse, usize)> {
    let first = lexicon.units.at(text, at, han)?;
    if let Some(found) = per(text, &first, lexicon) {
        return Some(found);
    }
    Some((UnitUse::new(&text[first.start..first.end], first.entry), first.end))
}

/// `/` or 每 and a second unit.
fn per(text: &str, first: &UnitMatch<'_>, lexicon: &Lexicon) -> Option<(UnitUse, usize)> {
    let rest = &text[first.end..];
    let slash = rest.starts_with('/');
    let each = rest.starts_with('每');
    if !slash && !each {
        return None;
    }
    let at = first.end + if slash { 1 } else { '每'.len_utf8() };
    let second = denominator(text, at, lexicon)?;
    // 8.08元每升, but 发放3000元每人 and 3吨每车 name no unit
    let measured = |entry: &UnitEntry| !matches!(entry.dimension, Dimension::Count | Dimension::Currency);
    let measures = measured(first.entry) || first.entry.dimension == Dimension::Currency;
    if each && !(measures && measured(second.entry) || second.entry.dimension == Dimension::Time) {
        return None;
    }
    let code = match (first.entry.code.as_deref(), second.entry.code.as_deref()) {
        (Some((top, (a, b))), Some((bottom, (c, d)))) => {
            a.checked_mul(*d).zip(b.checked_mul(*c)).map(|ratio| Arc::new((format!("{top}/{bottom}"), ratio)))
        }
        _ => None,
    };
    let dimension = compound(first.entry.dimension, second.entry.dimension);
    // 吨/平方公里·月
    let third = text[second.end..].strip_prefix('·').and_then(|_| denominator(text, second.end + '·'.len_utf8(), lexicon));
    let end = third.map_or(second.end, |third| third.end);
    let code = if third.is_some() { None } else { code };
    Some((UnitUse { text: text[first.start..end].into(), dimension, code }, end))
}

/// The unit behind the stroke: also those that need 个 elsewhere (元/月).
fn denominator<'l>(text: &str, at: usize, lexicon: &'l Lexicon) -> Option<UnitMatch<'l>> {
    lexicon.units.at(text, at, false).or_else(|| lexicon.units.after_counter(text, at))
}

fn compound(top: Dimension, bottom: Dimension) -> Dimension {
    match (top, bottom) {
        (Dimension::Currency, _) => Dimension::Price,
        (Dimension::Length, Dimension::Time) => Dimension::Speed,
        (Dimension::Volume, Dimension::Time) => Dimension::Flow,
        (Dimension::Mass, Dimension::Volume) => Dimension::Concentration,
        (Dimension::Data, Dimension::Time) => Dimension::DataRate,
        _ => Dimension::Rate,
    }
}
