//! Figures that cannot be as they are printed. They are marked and stay as they are.

use super::resolve::Source;
use super::{Basis, Direction, Fact, Kind, Modality, PeriodSlot, Slot};
use crate::lexicon::WordTable;
use crate::period::Date;
use crate::quantity::{Dimension, Quantity};
use rust_decimal::Decimal;
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use std::fmt;

/// Why a fact cannot be as printed: a slip of the page, of its scan, or of the reading. Nothing is repaired.
///
/// ```
/// use hanfacts::Doubt;
///
/// let document = hanfacts::Extractor::new().extract("全市研发经费占地区生产总值的比重为454%。");
/// assert_eq!(*document.facts()[0].doubts, [Doubt::AboveWhole]);
/// assert_eq!(document.facts()[0].doubts[0].to_string(), "more than the whole that it is a part of");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "reason", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Doubt {
    /// A share, or a rate that is a part of a whole (合格率, 研发投入强度), of more than all of it.
    AboveWhole,
    /// A part that is larger than the level that 其中 breaks down.
    AboveTotal {
        /// The id of that level.
        total: usize,
    },
    /// A level that the parts named behind 其中 exceed together.
    BelowParts {
        /// The ids of the parts.
        parts: Vec<usize>,
        /// What they come to, in the unit of the level.
        #[serde(with = "rust_decimal::serde::str")]
        sum: Decimal,
    },
    /// A growth rate that is far from what the two levels stated for the two years give. Growth is often told at constant prices or for
    /// the same firms, so ten percentage points between them raise no doubt.
    AgainstLevels {
        /// The ids of the earlier and of the later level.
        levels: [usize; 2],
        /// The growth that they give, in percent, to one decimal.
        #[serde(with = "rust_decimal::serde::str")]
        growth: Decimal,
    },
    /// Told as done, of a time that begins after the reference date.
    Ahead,
}

impl fmt::Display for Doubt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::AboveWhole => write!(f, "more than the whole that it is a part of"),
            Self::AboveTotal { total } => write!(f, "more than fact {total}, of which it is a part"),
            Self::BelowParts { parts, sum } => write!(f, "its parts, facts {parts:?}, come to {sum}"),
            Self::AgainstLevels { levels: [earlier, later], growth } => write!(f, "facts {earlier} and {later} give {growth}%"),
            Self::Ahead => write!(f, "told as done, of a time after the reference date"),
        }
    }
}

/// Percentage points by which a growth rate may be off what two levels give: at constant prices, of the same firms, of revised levels.
const APART: Decimal = Decimal::TEN;
/// Over how many levels of one indicator a growth rate looks back.
const BACK: usize = 16;

/// Marks the facts of a document that cannot be as printed.
pub(super) fn mark(facts: &mut [Fact], source: &Source<'_>) {
    let words = &source.lexicon.words;
    let mut found: Vec<(usize, Doubt)> = Vec::new();
    let whole = facts.iter().filter(|fact| is_above_whole(fact, words)).map(|fact| (fact.id, Doubt::AboveWhole));
    found.extend(whole);
    found.extend(facts.iter().filter_map(|fact| above_total(fact, facts, words)));
    found.extend(below_parts(facts, source));
    found.extend(against_levels(facts));
    let ahead = facts.iter().filter(|fact| is_ahead(fact, source.reference.map(Date::of)));
    found.extend(ahead.map(|fact| (fact.id, Doubt::Ahead)));
    for (id, doubt) in found {
        let mut doubts = std::mem::take(&mut facts[id].doubts).into_vec();
        doubts.push(doubt);
        facts[id].doubts = doubts.into_boxed_slice();
    }
}

fn is_above_whole(fact: &Fact, words: &WordTable) -> bool {
    let quantity = &fact.quantity;
    let above = quantity.dimension == Dimension::Ratio && quantity.canonical.as_ref().is_some_and(|ratio| ratio.number > Decimal::ONE);
    if !above || !matches!(fact.kind, Kind::Level | Kind::Share) {
        return false;
    }
    let indicator = text(fact.indicator.as_ref());
    let whole = text(fact.share.as_ref().and_then(|share| share.whole.as_ref()));
    let parts = words.is_part_rate(indicator) || fact.kind == Kind::Share && words.tells_share(&fact.text);
    parts && !words.can_be_exceeded(whole) && !words.can_be_exceeded(indicator)
}

/// The text of a slot; empty where there is none.
fn text(slot: Option<&Slot>) -> &str {
    slot.map_or("", |slot| slot.text.as_str())
}

fn dates(fact: &Fact) -> Option<(Option<Date>, Option<Date>)> {
    fact.period.as_ref().map(|period| (period.start, period.end))
}

fn above_total(part: &Fact, facts: &[Fact], words: &WordTable) -> Option<(usize, Doubt)> {
    let total = &facts[part.part_of?];
    let more = adds_up(part, total, words)
        && part.quantity.number.saturating_sub(rounding(&part.quantity)) > total.quantity.number.saturating_add(rounding(&total.quantity));
    more.then_some((part.id, Doubt::AboveTotal { total: total.id }))
}

/// The levels that the parts behind them exceed: the parts that one 其中 opens, up to the next semicolon, since another one may break the
/// level down along another line.
fn below_parts(facts: &[Fact], source: &Source<'_>) -> Vec<(usize, Doubt)> {
    let words = &source.lexicon.words;
    let mut out = Vec::new();
    let mut at = 0;
    while at < facts.len() {
        let Some(total) = facts[at].part_of.map(|total| &facts[total]) else {
            at += 1;
            continue;
        };
        let mut parts: Vec<&Fact> = Vec::new();
        let mut end = facts[at].quantity.span.bytes().start;
        while let Some(fact) = facts.get(at) {
            let here = fact.quantity.span.bytes();
            let between = source.view.source().get(end..here.start).unwrap_or("");
            if fact.part_of.is_some_and(|of| of != total.id) || between.contains(['；', ';', '。']) {
                break;
            }
            if fact.part_of.is_some() && adds_up(fact, total, words) {
                parts.push(fact);
            }
            end = here.end;
            at += 1;
        }
        // parts that are all of it are followed by others of another line: 来电241件、来信145件，重点件37件 of 386件
        let mut sum = Decimal::ZERO;
        let complete = parts.iter().position(|part| {
            sum = sum.saturating_add(part.quantity.number);
            sum == total.quantity.number
        });
        let slack = parts.iter().map(|part| rounding(&part.quantity)).fold(rounding(&total.quantity), Decimal::saturating_add);
        let single = parts.len() < 2 || parts.iter().any(|part| part.quantity.number > total.quantity.number);
        if complete.is_none() && !single && sum.saturating_sub(slack) > total.quantity.number {
            out.push((total.id, Doubt::BelowParts { parts: parts.iter().map(|part| part.id).collect(), sum }));
        }
    }
    out
}

/// Whether a part is in the unit of its total, of its time, and of a kind whose parts are no larger: no mean, no rate, no price.
fn adds_up(part: &Fact, total: &Fact, words: &WordTable) -> bool {
    let sums = |fact: &Fact| {
        let measured = matches!(
            fact.quantity.dimension,
            Dimension::Currency | Dimension::Count | Dimension::Area | Dimension::Volume | Dimension::Mass | Dimension::Energy
        );
        measured && fact.quantity.max.is_none() && !words.is_mean(text(fact.indicator.as_ref()))
    };
    let same = part.quantity.unit == total.quantity.unit && part.modality == total.modality && dates(part) == dates(total);
    same && total.quantity.number > Decimal::ZERO && sums(part) && sums(total)
}

/// By how much a printed number may be off: half of the last place that it is printed to. 20亿 is printed to hundreds of millions; of a number in words, zeros at
/// its end are taken for rounded.
fn rounding(quantity: &Quantity) -> Decimal {
    let number = quantity.number.normalize();
    let mut digits = number.mantissa().unsigned_abs();
    // the place of its first digit and of its last that is no zero: 0 are the ones
    let first = digits.checked_ilog10().map_or(0, |log| log as i32) - number.scale() as i32;
    let mut last = -(number.scale() as i32);
    while digits > 0 && digits.is_multiple_of(10) {
        digits /= 10;
        last += 1;
    }
    let printed = printed(&quantity.text);
    let last = if printed > 0 { last.min(first + 1 - printed) } else { last };
    let half = Decimal::new(5, last.checked_neg().and_then(|place| u32::try_from(place + 1).ok()).unwrap_or(1).min(28));
    (0..last.max(0)).fold(half, |half, _| half.saturating_mul(Decimal::TEN))
}

/// How many digits a number is printed with, from the first that is no zero.
fn printed(text: &str) -> i32 {
    let digit = |c: char| matches!(c, '0'..='9' | '０'..='９');
    let from = text.find(digit).unwrap_or(text.len());
    let numeral = text[from..].chars().take_while(|c| digit(*c) || matches!(c, '.' | '．' | ',' | '，' | ' '));
    numeral.filter(|c| digit(*c)).skip_while(|c| matches!(c, '0' | '０')).count() as i32
}

fn against_levels(facts: &[Fact]) -> Vec<(usize, Doubt)> {
    let rates = || facts.iter().filter(|fact| is_yearly_rate(fact));
    if rates().next().is_none() {
        return Vec::new();
    }
    let mut levels: FxHashMap<&str, Vec<&Fact>> = FxHashMap::default();
    for level in facts.iter().filter(|fact| fact.kind == Kind::Level && fact.modality == Modality::Actual && fact.period.is_some()) {
        if let Some(indicator) = &level.indicator {
            levels.entry(&indicator.text).or_default().push(level);
        }
    }
    rates().filter_map(|rate| against(rate, &facts[rate.about?], &levels)).collect()
}

/// A growth in percent over a year, of a stated level.
fn is_yearly_rate(fact: &Fact) -> bool {
    let rate = fact.kind == Kind::Change && fact.quantity.unit == "%" && fact.quantity.max.is_none() && fact.modality == Modality::Actual;
    rate && fact.about.is_some() && fact.change.as_ref().is_some_and(|change| change.basis == Basis::Yoy && change.base.is_none())
}

fn against(rate: &Fact, later: &Fact, levels: &FxHashMap<&str, Vec<&Fact>>) -> Option<(usize, Doubt)> {
    // 2023年40万吨，2022年增长20%: another year's growth
    if dates(rate) != dates(later) || later.quantity.max.is_some() {
        return None;
    }
    let known = levels.get(text(later.indicator.as_ref()))?;
    let known = &known[..known.partition_point(|level| level.id < rate.id)];
    let comparable = |earlier: &&&Fact| {
        earlier.quantity.unit == later.quantity.unit
            && earlier.quantity.max.is_none()
            && text(earlier.subject.as_ref()) == text(later.subject.as_ref())
            && earlier.quantity.number > Decimal::ZERO
            && is_year_before(earlier.period.as_ref(), later.period.as_ref())
    };
    let earlier = known.iter().rev().take(BACK).find(comparable)?;
    let (from, to) = (earlier.quantity.number, later.quantity.number);
    let percent = |value: Decimal| value.checked_div(from).and_then(|ratio| ratio.checked_mul(Decimal::ONE_HUNDRED));
    let growth = percent(to.checked_sub(from)?)?;
    let off = percent(rounding(&later.quantity))?
        .checked_add(percent(percent(rounding(&earlier.quantity))?.checked_mul(to)? / Decimal::ONE_HUNDRED)?)?;
    let told = match rate.change.as_ref()?.direction {
        Direction::Up => rate.quantity.number,
        Direction::Down => -rate.quantity.number,
        Direction::Flat => Decimal::ZERO,
    };
    let apart = told.checked_sub(growth)?.abs() > APART.checked_add(off)?.checked_add(rounding(&rate.quantity))?;
    apart.then(|| (rate.id, Doubt::AgainstLevels { levels: [earlier.id, later.id], growth: growth.round_dp(1).normalize() }))
}

/// Whether one period is the other of the year before.
fn is_year_before(earlier: Option<&PeriodSlot>, later: Option<&PeriodSlot>) -> bool {
    let before = |earlier: Option<Date>, later: Option<Date>| match (earlier, later) {
        (Some(a), Some(b)) => {
            let day = a.day() == b.day() || a.month() == 2 && a.day() >= 28 && b.day() >= 28;
            a.year() + 1 == b.year() && a.month() == b.month() && day
        }
        _ => false,
    };
    earlier.zip(later).is_some_and(|(a, b)| before(a.start, b.start) && before(a.end, b.end))
}

fn is_ahead(fact: &Fact, reference: Option<Date>) -> bool {
    let ahead = |period: &PeriodSlot, reference: Date| match (period.start, period.end) {
        // a year that is not over yet is one in which much has been done
        (Some(start), _) => start > reference,
        // 截至6月底, told on the 29th
        (None, Some(end)) => (end.year(), end.month()) > (reference.year(), reference.month()),
        (None, None) => false,
    };
    let own = fact.period.as_ref().filter(|period| !period.inherited && fact.modality == Modality::Actual);
    own.zip(reference).is_some_and(|(period, reference)| ahead(period, reference))
}

#[cfg(test)]
mod tests {
    use crate::Extractor;

    #[test]
    fn a_number_is_off_by_half_of_its_last_place() {
        for (text, half) in [
            ("20亿元", "50000000"),
            ("3646.47亿元", "500000"),
            ("3.3%", "0.05"),
            ("0.5%", "0.05"),
            ("１２０万吨", "5000"),
            ("386件", "0.5"),
            ("三百万吨", "500000"),
            ("1,200.50元", "0.005"),
        ] {
            let found = Extractor::new().quantities(text);
            assert_eq!(super::rounding(&found[0]).normalize().to_string(), half, "{text}");
        }
    }
}
