//! The words around a quantity that bound it.

use super::Bound;
use super::draft::Draft;
use crate::lexicon::Lexicon;
use crate::number::Fuzz;
use crate::span::ViewSpan;

/// Sets the bound of a draft and how far the words that make it reach.
pub(super) fn bound(text: &str, draft: &mut Draft, lexicon: &Lexicon) {
    if draft.bound != Bound::Exact && draft.high.is_none() {
        return;
    }
    let start = before_currency(text, draft.span.start, lexicon);
    let beside = lexicon.bounds.before(text, start);
    let before = beside.or_else(|| lexicon.bounds.floating(text, start));
    let after = lexicon.bounds.after(text, draft.span.end);
    let reach_start = beside.map_or(draft.span.start, |(_, start)| start);
    let reach_end = after.map_or(draft.span.end, |(_, end)| end);
    draft.reach = ViewSpan::new(reach_start, reach_end);
    if draft.high.is_some() {
        draft.bound = Bound::Range;
        return;
    }
    draft.bound = join(before.map(|(bound, _)| bound), draft.fuzz, after.map(|(bound, _)| bound));
}

/// Where the number begins for a word that bounds it: before 人民币 or a currency sign.
fn before_currency(text: &str, start: usize, lexicon: &Lexicon) -> usize {
    lexicon.units.prefix(text, start).map_or(start, |found| found.start)
}

/// One bound of those before, inside and after: what includes or excludes wins over what blurs.
fn join(before: Option<Bound>, fuzz: Fuzz, after: Option<Bound>) -> Bound {
    let sharp = |bound: &Bound| *bound != Bound::About;
    if let Some(after) = after.filter(sharp) {
        return after;
    }
    if let Some(before) = before.filter(sharp) {
        return before;
    }
    match fuzz {
        Fuzz::Over | Fuzz::Vague | Fuzz::Bare => Bound::Gt,
        Fuzz::Near => Bound::About,
        Fuzz::Sharp => before.or(after).unwrap_or(Bound::Exact),
    }
}
