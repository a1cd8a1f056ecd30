//! Neighbours: two ends of a range, members of a list that share a unit.

use super::draft::{Draft, Form};
use super::unit::UnitUse;
use super::{Bound, Dimension};
use crate::lexicon::Lexicon;
use crate::number::{Script, decimal};
use crate::span::ViewSpan;
use rust_decimal::Decimal;

/// Merges ranges, then shares units along lists, from the right.
pub(super) fn combine(text: &str, drafts: Vec<Draft>, lexicon: &Lexicon) -> Vec<Draft> {
    let mut out: Vec<Draft> = Vec::with_capacity(drafts.len());
    for draft in drafts.into_iter().rev() {
        let Some(next) = out.last_mut() else {
            out.push(draft);
            continue;
        };
        if draft.span.end > next.span.start {
            out.push(draft);
            continue;
        }
        let gap = &text[draft.span.end..next.span.start];
        if let Some(merged) = range(text, gap, &draft, next, lexicon) {
            *next = merged;
            continue;
        }
        let mut draft = draft;
        share(gap, &mut draft, next, lexicon);
        out.push(draft);
    }
    out.reverse();
    out
}

fn range(text: &str, gap: &str, first: &Draft, second: &Draft, lexicon: &Lexicon) -> Option<Draft> {
    let inclusive = gap.strip_prefix("(含)").or_else(|| gap.strip_prefix("（含）")).unwrap_or(gap);
    let dashed = lexicon.forms.joins_range(inclusive);
    if !dashed && !bounded_both(text, gap, first, lexicon) {
        return None;
    }
    let plain = |draft: &Draft| draft.form == Form::Cardinal && draft.high.is_none() && !draft.is_vague();
    if !plain(first) || !plain(second) {
        return None;
    }
    let unit = common_unit(first, second)?;
    // 增加3亿元至8亿元, but 增长5%至8%, 增加3至5家
    let ratio = |draft: &Draft| {
        draft.unit.as_ref().is_none_or(|unit| matches!(unit.dimension, Dimension::Ratio | Dimension::Points | Dimension::Multiple))
    };
    if !ratio(first) && lexicon.forms.arrives(text, first.span.start, gap) {
        return None;
    }
    let lead = if first.unit.is_none() {
        lexicon.units.lead(text, first.span.start, second.unit_text()).filter(|lead| lead.negative)
    } else {
        None
    };
    let start = first.span.start - lead.map_or(0, |lead| lead.surface.len());
    let low = if lead.is_some() { -align(first, second)? } else { align(first, second)? };
    let high = second.low;
    (low < high).then(|| Draft {
        span: ViewSpan::new(start, second.span.end),
        low,
        high: Some(high),
        unit,
        bound: Bound::Range,
        tentative: false,
        ..second.clone()
    })
}

/// 大于50小于100: a lower and an upper bound side by side.
fn bounded_both(text: &str, gap: &str, first: &Draft, lexicon: &Lexicon) -> bool {
    let gap_start = first.span.end;
    let word = lexicon.forms.after_both(gap);
    let at = gap_start + gap.len() - word.len();
    let upper = lexicon
        .bounds
        .before(text, gap_start + gap.len())
        .is_some_and(|(bound, start)| start == at && matches!(bound, Bound::Lt | Bound::Le));
    let lower = lexicon.bounds.before(text, first.span.start).is_some_and(|(bound, _)| matches!(bound, Bound::Gt | Bound::Ge));
    first.unit.is_none() && !word.is_empty() && upper && lower
}

/// The unit of a range whose ends do not contradict each other.
fn common_unit(first: &Draft, second: &Draft) -> Option<Option<UnitUse>> {
    match (&first.unit, &second.unit) {
        (None, unit) => Some(unit.clone()),
        // 百分之三十至四十
        (Some(unit), None) => (unit.dimension == Dimension::Ratio && second.script == Script::Han
            || first.numeral.start > first.span.start)
            .then(|| Some(unit.clone())),
        // 1.1个百分点至29.4% are two things
        (Some(a), Some(b)) => {
            (a.text == b.text || a.code.is_some() && a.code == b.code && a.dimension == b.dimension).then(|| Some(b.clone()))
        }
    }
}

/// The lower end in the magnitude of the upper one, where it has none of its own.
fn align(first: &Draft, second: &Draft) -> Option<Decimal> {
    if first.unit.is_some() {
        return Some(first.low);
    }
    // tenths: 三至五成
    let tenths = second.unit.as_ref().is_some_and(|unit| unit.dimension == Dimension::Ratio && &*unit.text == "%")
        && second.numeral.end < second.span.end
        && second.script == Script::Han;
    if tenths && first.low < Decimal::TEN {
        return Some(first.low * Decimal::TEN);
    }
    lend(first, second, |coefficient| first.low < coefficient)
}

/// The number of `first` in the magnitude of `second`, where it has none of its own and the magnitude is one to share.
fn lend(first: &Draft, second: &Draft, shares: impl Fn(Decimal) -> bool) -> Option<Decimal> {
    let coefficient = second.low.checked_div(decimal::shift(Decimal::ONE, second.power)?)?;
    if first.power > 0 || second.power < 2 || !shares(coefficient) {
        return Some(first.low);
    }
    decimal::shift(first.low, second.power)
}

/// Gives a member without unit the unit (and magnitude) of the one after it.
fn share(gap: &str, draft: &mut Draft, next: &Draft, lexicon: &Lexicon) {
    if !lexicon.forms.joins_list(gap) || draft.form != Form::Cardinal || next.form != Form::Cardinal {
        return;
    }
    let Some(unit) = &next.unit else { return };
    let generic = draft.unit_text() == "个" && unit.dimension != Dimension::Count;
    let bare = draft.unit.is_none() && !draft.is_vague() && (draft.script == Script::Ascii || draft.script == next.script);
    let prefixed = next.numeral.start > next.span.start;
    if !(generic || bare) || prefixed {
        return;
    }
    if bare && let Some(low) = lend(draft, next, |_| draft.low < Decimal::ONE_THOUSAND) {
        draft.power = if low == draft.low { draft.power } else { next.power };
        draft.low = low;
    }
    draft.unit = Some(unit.clone());
    draft.tentative = false;
}
