//! One numeral and what belongs to it: unit, prefix, smaller parts, halves, tenths.

use super::draft::Draft;
use super::unit::{self, UnitUse};
use super::Dimension;
use crate::lexicon::Lexicon;
use crate::number::{self, Fuzz, Numeral, Ratio, Read, Script, decimal};
use crate::text::glyph;
use rust_decimal::Decimal;

/// Words that 成 begins when it is no tenth.
const NOT_TENTHS: &[char] = &['为', '為', '功', '立', '果', '本', '员', '員', '长', '長', '绩', '績', '都', '分', '套', '交', '型', '年', '熟', '就', '像', '效', '品', '群', '批', '因', '龙'];
/// Words that 折 begins when it is no discount.
const NOT_DISCOUNTS: &[char] = &['叠', '合', '射', '旧', '算', '磨', '腾', '返', '断', '子'];

/// Builds the draft of a numeral: the longest reading of what follows and precedes it.
pub(super) fn read(text: &str, numeral: &Numeral, lexicon: &Lexicon) -> Draft {
    let mut draft = Draft::new(numeral);
    if ratio(&mut draft, numeral) || tenths(text, &mut draft) {
        if numeral.ratio == Some(Ratio::Fraction) {
            of_measure(text, &mut draft, lexicon);
        }
        trailing(text, &mut draft, lexicon);
        return draft;
    }
    half_counted(text, &mut draft, lexicon);
    if draft.unit.is_none() {
        measure(text, &mut draft, lexicon);
    }
    if draft.unit.is_some() {
        parts(text, &mut draft, lexicon);
        trailing(text, &mut draft, lexicon);
    }
    prefix(text, &mut draft, lexicon);
    draft
}

/// 百分之, 千分之, 万分之 and fractions carry their unit inside.
fn ratio(draft: &mut Draft, numeral: &Numeral) -> bool {
    draft.unit = Some(match numeral.ratio {
        Some(Ratio::Percent) => UnitUse::ratio("%", 100),
        Some(Ratio::Permille) => UnitUse::ratio("‰", 1_000),
        Some(Ratio::Permyriad) => UnitUse::ratio("‱", 10_000),
        Some(Ratio::Fraction) => UnitUse::ratio("", 1),
        None => return false,
    });
    true
}

/// 六成, 六成五, 九折, 75折: tenths read as per cent.
fn tenths(text: &str, draft: &mut Draft) -> bool {
    let rest = &text[draft.span.end..];
    let Some(word) = rest.chars().next() else { return false };
    let after = &rest[word.len_utf8()..];
    let small = draft.low <= Decimal::TEN && draft.power == 0 && !draft.is_vague();
    match word {
        '成' if small && !after.starts_with(NOT_TENTHS) => scale(draft, Decimal::TEN),
        '折' if !after.starts_with(NOT_DISCOUNTS) && draft.low < Decimal::ONE_HUNDRED && draft.power == 0 && draft.low > Decimal::ZERO => {
            scale(draft, if draft.low <= Decimal::TEN { Decimal::TEN } else { Decimal::ONE })
        }
        _ => return false,
    }
    draft.span.end += word.len_utf8();
    draft.unit = Some(UnitUse::ratio("%", 100));
    if word == '成' && draft.script == Script::Han {
        let digit = text[draft.span.end..].chars().next().and_then(|c| number::glyph::digit(c).map(|(d, _)| (c, d)));
        if let Some((c, digit)) = digit.filter(|(c, d)| *d > 0 && !matches!(c, '两' | '兩')) {
            draft.low += Decimal::from(digit);
            draft.span.end += c.len_utf8();
        }
    }
    true
}

fn scale(draft: &mut Draft, factor: Decimal) {
    draft.low = (draft.low * factor).normalize();
    draft.high = draft.high.map(|high| (high * factor).normalize());
}

/// 个半小时, 个多月: half or more of a unit that 个 counts.
fn half_counted(text: &str, draft: &mut Draft, lexicon: &Lexicon) {
    let rest = &text[draft.span.end..];
    let Some(inner) = rest.strip_prefix(['个', '個']) else { return };
    let half = inner.starts_with('半');
    if !half && !inner.starts_with(['多', '余', '来']) {
        return;
    }
    let at = text.len() - inner.len() + inner.chars().next().map_or(0, char::len_utf8);
    let Some(found) = lexicon.units.after_counter(text, at) else { return };
    if half {
        draft.low += Decimal::new(5, 1);
    } else {
        draft.fuzz = Fuzz::Over;
    }
    draft.unit = Some(UnitUse::new(&text[found.start..found.end], found.entry));
    draft.span.end = found.end;
}

/// 二又二分之一倍: a fraction of a unit, where it is no measure word.
fn of_measure(text: &str, draft: &mut Draft, lexicon: &Lexicon) {
    if let Some((unit, end)) = unit::read(text, draft.span.end, true, lexicon).filter(|(unit, _)| unit.dimension != Dimension::Count) {
        draft.unit = Some(unit);
        draft.span.end = end;
    }
}

fn measure(text: &str, draft: &mut Draft, lexicon: &Lexicon) {
    let han = draft.script == Script::Han;
    let Some((unit, end)) = unit::read(text, draft.span.end, han, lexicon) else { return };
    if let Some(lead) = lexicon.units.lead(text, draft.span.start, &unit.text) {
        let mut unit = unit;
        if let Some(becomes) = &lead.becomes
            && let Some(entry) = lexicon.units.named(becomes)
        {
            unit = UnitUse::new(becomes, entry);
        }
        if lead.negative {
            draft.low.set_sign_negative(!draft.low.is_zero());
        }
        draft.span.start -= lead.surface.len();
        draft.unit = Some(unit);
    } else {
        draft.unit = Some(unit);
    }
    draft.span.end = end;
}

/// Smaller units with a number of their own (五元三毛, 3斤5两), halves (三斤半) and elided tenths (一米七, 3块5).
fn parts(text: &str, draft: &mut Draft, lexicon: &Lexicon) {
    let Some(entry) = lexicon.units.named(draft.unit_text()) else { return };
    let mut whole = draft.low;
    let mut end = draft.span.end;
    loop {
        let at = end + text[end..].chars().next().filter(|c| matches!(c, '零' | '又')).map_or(0, char::len_utf8);
        let Read::Found(numeral) = number::read(text, at, &|_| false) else { break };
        let small = numeral.ratio.is_none() && numeral.high.is_none() && numeral.fuzz == Fuzz::Sharp && numeral.low >= Decimal::ZERO && numeral.power < 4;
        let after = &text[numeral.span.end..];
        let part = entry.parts.iter().filter(|(part, _)| after.starts_with(part.as_str())).max_by_key(|(part, _)| part.len());
        let Some((part, (top, bottom))) = part.filter(|_| small) else { break };
        let Some(value) = (numeral.low * *top).checked_div(*bottom).map(|value| value.normalize()) else { break };
        if value >= Decimal::ONE_HUNDRED || value.scale() > 6 {
            break;
        }
        whole += value;
        end = numeral.span.end + part.len();
    }
    if end > draft.span.end {
        draft.low = whole;
        draft.span.end = end + closing(&text[end..]);
        return;
    }
    draft.span.end += closing(&text[end..]);
    let elided = elided_digit(text, draft.span.end).filter(|_| entry.elides && draft.low.scale() == 0 && draft.power == 0);
    if let Some((digit, end)) = elided {
        draft.low += digit;
        draft.span.end = end;
    }
}

/// 整 or 正 after a sum of money.
fn closing(rest: &str) -> usize {
    match rest.strip_prefix(['整', '正']) {
        Some(after) if !after.starts_with(|c: char| glyph::is_han(c)) => '整'.len_utf8(),
        _ => 0,
    }
}

/// One or two digits that nothing measures: the decimals of the unit before them.
fn elided_digit(text: &str, at: usize) -> Option<(Decimal, usize)> {
    let mut plain = String::new();
    let mut end = at;
    for c in text[at..].chars().take(2) {
        let Some(digit) = c.to_digit(10).or_else(|| number::glyph::digit(c).map(|(digit, _)| digit)) else { break };
        plain.push_str(&digit.to_string());
        end += c.len_utf8();
    }
    let rest = &text[end..];
    let goes_on = |c: char| {
        c.is_ascii_alphanumeric() || number::glyph::begins(c) || matches!(c, '%' | '~' | '/' | '个' | '点' | '年' | '月' | '日' | '米' | '厘' | '分' | '人' | '家' | '只' | '条')
    };
    let free = !plain.is_empty() && !rest.starts_with(goes_on);
    free.then(|| Some((Decimal::from_str_exact(&format!("0.{plain}")).ok()?, end)))?
}

/// 多 and 余 (一倍多), 半 (三斤半) behind the unit.
fn trailing(text: &str, draft: &mut Draft, lexicon: &Lexicon) {
    let rest = &text[draft.span.end..];
    let Some(word) = rest.chars().next() else { return };
    let end = draft.span.end + word.len_utf8();
    let after = &text[end..];
    let counted = draft.dimension() == Dimension::Count;
    let measured = |at: usize| lexicon.units.at(text, at, true).is_some();
    match word {
        '多' | '余' | '餘' if !counted && draft.fuzz == Fuzz::Sharp && !measured(end) && !after.starts_with(['样', '元', '种', '地', '方', '于', '名', '年', '热', '额', '为']) => {
            draft.fuzz = Fuzz::Over;
            draft.span.end = end;
        }
        '半' if !counted && draft.unit.is_some() && draft.low.scale() == 0 && !draft.dimension().eq(&Dimension::Ratio) && halves(after) => {
            draft.low += Decimal::new(5, 1);
            draft.span.end = end;
        }
        _ => {}
    }
}

/// Whether 半 stands for itself before this text, and begins no word (半导体).
fn halves(after: &str) -> bool {
    !after.starts_with(['导', '径', '岛', '决', '成', '数', '场', '程', '价', '票', '山', '坡', '夜', '空', '途', '封', '自', '固', '挂', '截'])
}

/// A currency before the number, where none stands behind it.
fn prefix(text: &str, draft: &mut Draft, lexicon: &Lexicon) {
    let Some(found) = lexicon.units.prefix(text, draft.span.start) else { return };
    if let Some(unit) = &draft.unit {
        // ￥1,200元 says it twice; the unit behind is the writing
        let counted = unit.dimension != Dimension::Currency && unit.text != "m";
        if counted || unit.text != "m" {
            return;
        }
        draft.unit = None;
        draft.span.end = draft.numeral.end;
    }
    let symbol = found.entry.code.is_some() && !glyph::is_han(text[found.start..].chars().next().unwrap_or(' '));
    if symbol && let Some((power, length)) = letter_magnitude(&text[draft.span.end..]) {
        let Some(low) = decimal::shift(draft.low, power) else { return };
        draft.low = low;
        draft.power = power;
        draft.span.end += length;
    }
    draft.unit = Some(UnitUse::new(&text[found.start..found.end], found.entry));
    draft.span.start = found.start;
}

/// k, m, bn behind a sum in Latin writing (US$3.5m), and their length.
fn letter_magnitude(rest: &str) -> Option<(u32, usize)> {
    let trimmed = rest.strip_prefix(' ').unwrap_or(rest);
    let blank = rest.len() - trimmed.len();
    let letters = trimmed.len() - trimmed.trim_start_matches(|c: char| c.is_ascii_alphabetic()).len();
    let power = match trimmed[..letters].to_ascii_lowercase().as_str() {
        "k" => 3,
        "m" | "mn" | "million" => 6,
        "b" | "bn" | "billion" => 9,
        "trillion" | "tn" => 12,
        _ => return None,
    };
    Some((power, blank + letters))
}
