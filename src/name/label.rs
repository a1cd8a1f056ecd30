//! What touches a numeral and makes it a code or label.

use crate::lexicon::Lexicon;
use crate::number::{Numeral, Script};
use crate::text::glyph;
use rust_decimal::Decimal;

/// Why a numeral counts nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Label {
    /// A code: leading zeros, several points, letters around it.
    Code,
    /// The mark of a list item.
    ListMark,
    /// A score, odds or clock: digits on both sides of a colon.
    Colon,
    /// A word before or behind says that it is a number of something.
    Named,
    /// A year without 年.
    Year,
}

/// What is known of the unit behind a numeral.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Measured<'t> {
    /// The unit as written; empty without one.
    pub(crate) unit: &'t str,
    /// Where the quantity ends.
    pub(crate) end: usize,
    /// It is a unit that labels do not take (money, %, measures), or a magnitude stands there.
    pub(crate) strong: bool,
    /// A unit or a magnitude stands there.
    pub(crate) any: bool,
}

/// Whether the numeral is a label, seen from what stands around it.
pub(crate) fn label(text: &str, numeral: &Numeral, lexicon: &Lexicon, by: Measured<'_>) -> Option<Label> {
    let (measured, strong) = (by.any, by.strong);
    let (start, end) = (numeral.span.start, numeral.span.end);
    let head = &text[..start];
    let rest = &text[end..];
    let before = head.chars().next_back();
    if numeral.code && !strong || colon(head, rest) {
        return Some(if numeral.code { Label::Code } else { Label::Colon });
    }
    if latin(head, rest, measured, strong) {
        return Some(Label::Code);
    }
    if !strong && list_mark(head, rest, numeral, measured) {
        return Some(Label::ListMark);
    }
    if summed(head) || !measured && plus(rest) {
        return Some(Label::Code);
    }
    if measured && named_by_unit(text, numeral, lexicon, by) {
        return Some(Label::Named);
    }
    if !measured && (lexicon.names.labels_after(text, end) || numeral.script == Script::Ascii && lexicon.names.labels_before(text, start)) {
        return Some(Label::Named);
    }
    if measured || numeral.script == Script::Han {
        return None;
    }
    if chained(text, numeral.span.start, end)
        || enclosed(before, rest, numeral)
        || phone(head, rest, numeral)
        || version(head, rest, numeral, lexicon)
    {
        return Some(Label::Code);
    }
    year(numeral).then_some(Label::Year)
}

/// Articles that name a policy (新政25条), classes of a year (2024届), addresses (3栋502室).
fn named_by_unit(text: &str, numeral: &Numeral, lexicon: &Lexicon, by: Measured<'_>) -> bool {
    let policy = matches!(by.unit, "条" | "條") && lexicon.names.policy_before(text, numeral.span.start);
    let class = matches!(by.unit, "届" | "屆" | "级" | "款" | "代") && year(numeral);
    let address = lexicon.names.is_address(by.unit) && text[by.end..].starts_with(|c: char| c.is_ascii_digit());
    // 二层 at the head of a clause is a floor, not a number of them
    let floor = matches!(by.unit, "层" | "層" | "楼")
        && numeral.script == Script::Han
        && numeral.glyphs == 1
        && heads_clause(text, numeral.span.start);
    policy || class || address || floor
}

fn heads_clause(text: &str, at: usize) -> bool {
    text[..at].chars().next_back().is_none_or(|c| glyph::ends_sentence(c) || glyph::parts_clause(c) || matches!(c, '\n' | '、'))
}

/// 工业4.0, 大脑2.0: a version behind a noun, with no verb that would make it a value.
fn version(head: &str, rest: &str, numeral: &Numeral, lexicon: &Lexicon) -> bool {
    let round = numeral.low.scale() == 1 && numeral.low.fract().is_zero() && numeral.low < Decimal::TEN;
    let noun = head.ends_with(|c: char| glyph::is_han(c) || matches!(c, '”' | '"' | '》' | '’'));
    round
        && noun
        && !rest.starts_with(['%', '~', '-', '、', '和'])
        && lexicon.cues.reaches.before(head, head.len()).is_none()
        && lexicon.bounds.before(head, head.len()).is_none()
}

/// Digits on both sides of a colon.
fn colon(head: &str, rest: &str) -> bool {
    let mark = |c: char| matches!(c, ':' | '：' | '∶' | '︰');
    let before = head.strip_suffix(mark).is_some_and(|head| head.ends_with(|c: char| c.is_ascii_digit()));
    let after = rest.strip_prefix(mark).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    before || after
}

/// Letters that touch the numeral: G25, HBM3, 415X, GPT-4, iPhone 14.
fn latin(head: &str, rest: &str, measured: bool, strong: bool) -> bool {
    let letter = |c: char| c.is_ascii_alphabetic() || ('\u{370}'..='\u{3ff}').contains(&c);
    if !measured && rest.starts_with(letter) {
        return true;
    }
    let stem = head.trim_end_matches(['-', '_', '.', '/', '#', '@']);
    let joined = stem.len() == head.len();
    let word = &stem[stem.trim_end_matches(|c: char| letter(c) || c.is_ascii_digit()).len()..];
    if stem.ends_with(letter) || !joined && word.contains(letter) {
        return !(strong && joined && word.len() >= 2);
    }
    // a model after a Latin word: iPhone 14, 8月 aside
    head.ends_with(' ') && head.trim_end_matches(' ').ends_with(letter) && !measured
}

/// `1.`, `2、`, `(3)` at the head of a line.
fn list_mark(head: &str, rest: &str, numeral: &Numeral, measured: bool) -> bool {
    let open = head.strip_suffix(['(', '（']);
    let stem = open.unwrap_or(head);
    let heads_line = stem.is_empty()
        || stem.ends_with(['\n', '。', '；', ';', '！', '？', '：', ':'])
        || stem.trim_end_matches([' ', '*', '#', '•']).ends_with('\n');
    let short = numeral.low < Decimal::ONE_HUNDRED && numeral.low.scale() == 0 && numeral.power == 0;
    let closed =
        if open.is_some() { rest.starts_with([')', '）']) } else { rest.starts_with(['、', '.', ')', '）', '．']) && !measured };
    short && closed && (heads_line || open.is_some() && numeral.low < Decimal::from(21))
}

/// Digits in three or more groups between dashes: 978-7-00-000000-2.
fn chained(text: &str, start: usize, end: usize) -> bool {
    let link = |c: char| c.is_ascii_digit() || c == '-';
    let head = text[..start].trim_end_matches(link).len();
    let rest = text.len() - text[end..].trim_start_matches(link).len();
    text[head..rest].split('-').filter(|group| !group.is_empty()).count() >= 3
}

/// A formula of a slogan: 1+4+N.
fn plus(rest: &str) -> bool {
    rest.strip_prefix('+').is_some_and(|rest| rest.starts_with(|c: char| c.is_alphanumeric()))
}

/// The rest of a formula or of a road mark: K35+600.
fn summed(head: &str) -> bool {
    head.strip_suffix('+').is_some_and(|head| head.ends_with(|c: char| c.is_ascii_alphanumeric()))
}

/// A code that stands alone in brackets: (300532), [12].
fn enclosed(before: Option<char>, rest: &str, numeral: &Numeral) -> bool {
    let long = numeral.glyphs >= 5 && numeral.low.scale() == 0;
    match before {
        Some('[' | '【') => rest.starts_with([']', '】']),
        Some('(' | '（') => long && rest.starts_with([')', '）', '.']),
        _ => false,
    }
}

/// A telephone number: eleven digits that begin with 1, or an area code before a dash.
fn phone(head: &str, rest: &str, numeral: &Numeral) -> bool {
    let digits = numeral.glyphs;
    let integer = numeral.low.scale() == 0 && numeral.power == 0;
    let dashed = |text: &str| text.starts_with('-') && text[1..].chars().take_while(char::is_ascii_digit).count() >= 4;
    let behind = head.ends_with('-') && head.trim_end_matches('-').ends_with(|c: char| c.is_ascii_digit());
    integer && (digits == 11 || behind && digits >= 4 || dashed(rest) && (3..=4).contains(&digits) && digits != 4)
}

fn year(numeral: &Numeral) -> bool {
    numeral.glyphs == 4
        && numeral.low.scale() == 0
        && numeral.power == 0
        && numeral.low >= Decimal::from(1900)
        && numeral.low < Decimal::from(2100)
}

/// Whether a Han character touches the span on either side.
pub(crate) fn beside_han(text: &str, span: crate::span::ViewSpan) -> bool {
    text[..span.start].ends_with(glyph::is_han) || text[span.end..].starts_with(glyph::is_han)
}
