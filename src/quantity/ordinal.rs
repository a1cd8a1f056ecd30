//! 第 and a numeral: a place in an order where it ranks, else a label.

use super::Dimension;
use super::draft::{Draft, Form};
use super::unit::UnitUse;
use crate::lexicon::Lexicon;
use crate::number::{Fuzz, Numeral, Read, read};
use crate::span::ViewSpan;
use crate::text::glyph;

/// Bytes before an ordinal in which a word that ranks is looked for.
const NEAR: usize = 36;

/// The outcome at a 第.
pub(super) enum Ordinal {
    /// No numeral follows.
    Nothing,
    /// A label that reaches to this byte.
    Label(usize),
    Rank(Box<Draft>),
}

/// Reads 第 and its numeral at `at`.
pub(super) fn ordinal(text: &str, at: usize, lexicon: &Lexicon) -> Ordinal {
    let Read::Found(numeral) = read(text, at + '第'.len_utf8(), &|_| false) else { return Ordinal::Nothing };
    if numeral.fuzz != Fuzz::Sharp || numeral.ratio.is_some() || numeral.low.scale() > 0 {
        return Ordinal::Label(numeral.span.end);
    }
    let end = numeral.span.end;
    let rest = &text[end..];
    let unit = lexicon.forms.rank_unit(rest);
    let close = end + unit.map_or(0, str::len);
    if ranks(text, at, close, unit.is_some(), lexicon) {
        Ordinal::Rank(Box::new(draft(at, close, &numeral, unit)))
    } else {
        Ordinal::Label(end)
    }
}

fn draft(start: usize, end: usize, numeral: &Numeral, unit: Option<&str>) -> Draft {
    let mut draft = Draft::new(numeral);
    draft.span = ViewSpan::new(start, end);
    draft.form = Form::Ordinal;
    draft.unit = unit.map(|unit| UnitUse::bare(unit, Dimension::Rank));
    draft
}

/// Whether the ordinal gives a place: nothing that it would number follows, and the clause ranks.
fn ranks(text: &str, start: usize, end: usize, unit: bool, lexicon: &Lexicon) -> bool {
    let rest = &text[end..];
    let clause = clause_before(text, start);
    let ranked = lexicon.names.ranks(clause);
    let next = rest.chars().next();
    let closed = next.is_none_or(|c| !glyph::is_han(c) && !c.is_ascii_alphanumeric() || matches!(c, '的' | '和' | '及' | '与'));
    if lexicon.names.rank_after(text, end) {
        return true;
    }
    closed && (ranked || unit && !clause.trim().is_empty() && next != Some('的'))
}

/// What stands between the last break and the byte, at most [`NEAR`] bytes.
fn clause_before(text: &str, at: usize) -> &str {
    let head = &text[..at];
    let breaks = |c: char| glyph::ends_sentence(c) || glyph::parts_clause(c) || c == '\n';
    let start = head.rfind(breaks).map_or(0, |i| i + head[i..].chars().next().map_or(1, char::len_utf8));
    let near = (start..=at).find(|i| head.is_char_boundary(*i) && at - i <= NEAR).unwrap_or(at);
    &head[near..]
}
