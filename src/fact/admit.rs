//! Which quantities make a fact: those that the text measures something with.

use super::Reason;
use crate::lexicon::Lexicon;
use crate::number::Script;
use crate::quantity::{Bound, Dimension, Draft, Form};
use crate::text::{self, glyph};
use rust_decimal::Decimal;

/// Whether the text asserts something with this quantity.
pub(super) fn admits(text: &str, draft: &Draft, lexicon: &Lexicon) -> bool {
    refusal(text, draft, lexicon).is_none()
}

/// Why the text asserts nothing with this quantity, if it does not.
pub(crate) fn refusal(text: &str, draft: &Draft, lexicon: &Lexicon) -> Option<Reason> {
    if draft.form != Form::Cardinal {
        return None;
    }
    if draft.is_vague() {
        return (!vague_counts(draft)).then_some(Reason::Vague);
    }
    match draft.dimension() {
        Dimension::None => bare_refusal(text, draft, lexicon),
        Dimension::Count | Dimension::Time if draft.script != Script::Ascii && draft.high.is_none() => {
            small_refusal(draft).filter(|_| !closes_a_count(text, draft, lexicon))
        }
        _ => None,
    }
}

/// 一家企业 says “a”, 半天 and 半场 say no measure.
fn small_refusal(draft: &Draft) -> Option<Reason> {
    match draft.low {
        low if low == Decimal::ONE => Some(Reason::One),
        low if low == Decimal::new(5, 1) => Some(Reason::Half),
        _ => None,
    }
}

/// 死亡一人、失踪一人: one that a noun or verb leads and nothing follows is counted.
fn closes_a_count(text: &str, draft: &Draft, lexicon: &Lexicon) -> bool {
    let counted = draft.low == Decimal::ONE && draft.dimension() == Dimension::Count;
    let closed = text[draft.span.end..].chars().next().is_none_or(|c| matches!(c, '、' | '，' | ',' | '；' | ';' | '。'));
    let led = text[..draft.span.start].chars().rev().take(2).filter(|c| glyph::is_han(*c)).count() == 2;
    counted && closed && led && lexicon.cues.counts_one(text, draft.span.start, draft.unit_text())
}

/// 过千万元 is a sum; 千名干部 and 百家企业 are figures of speech.
fn vague_counts(draft: &Draft) -> bool {
    matches!(draft.dimension(), Dimension::Currency)
        && matches!(draft.bound, Bound::Gt | Bound::About)
        && draft.reach.start < draft.span.start
}

/// A number without unit counts by its magnitude (25万大学生), or as the value of an index (指数达253.6).
fn bare_refusal(text: &str, draft: &Draft, lexicon: &Lexicon) -> Option<Reason> {
    if draft.power >= 4 {
        return text[draft.span.end..].starts_with(['级', '项']).then_some(Reason::Grade);
    }
    let start = clause_start(text, draft.reach.start);
    let clause = &text[start..draft.reach.start];
    if !lexicon.cues.index.iter().any(|noun| clause.contains(noun.as_str())) {
        return Some(Reason::NoIndex);
    }
    let end = draft.reach.end;
    let closed =
        text[end..].chars().next().is_none_or(|c| !glyph::is_han(c) && !c.is_ascii_alphanumeric() || matches!(c, '的' | '和' | '以'));
    // 由52.8降至50.7
    let counts = lexicon.cues.moves_at(text, end)
        || closed
            && (lexicon.cues.reaches.before(text, draft.span.start).is_some()
                || draft.reach.start < draft.span.start
                || noun_ends(clause, lexicon));
    (!counts).then_some(Reason::NoValue)
}

fn noun_ends(clause: &str, lexicon: &Lexicon) -> bool {
    lexicon.cues.index.iter().any(|noun| clause.trim_end_matches([':', '：']).ends_with(noun.as_str()))
}

/// The first byte of the clause that holds `at`.
pub(super) fn clause_start(text: &str, at: usize) -> usize {
    let sentence = text::sentence(text, at);
    let head = &text[sentence.start..at];
    let breaks = |c: char| matches!(c, '，' | ',');
    head.rfind(breaks).map_or(sentence.start, |i| sentence.start + i + head[i..].chars().next().map_or(1, char::len_utf8))
}
