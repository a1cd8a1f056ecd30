//! One numeral and what belongs to it: unit, prefix, smaller parts, halves, tenths.

use super::Dimension;
use super::draft::Draft;
use super::unit::{self, UnitUse};
use crate::lexicon::Lexicon;
use crate::number::{self, Fuzz, Numeral, Ratio, Read, Script, decimal};
use crate::text::glyph;
use rust_decimal::Decimal;

/// Builds the draft of a numeral: the longest reading of what follows and precedes it.
pub(super) fn read(text: &str, numeral: &Numeral, lexicon: &Lexicon) -> Draft {
    let mut draft = Draft::new(numeral);
    if ratio(&mut draft, numeral) || tenths(text, &mut draft, lexicon) {
        if numeral.ratio == Some(Ratio::Fraction) {
            of_measure(text, &mut draft, lexicon, numeral.low > Decimal::ONE);
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
fn tenths(text: &str, draft: &mut Draft, lexicon: &Lexicon) -> bool {
    let rest = &text[draft.span.end..];
    let Some(word) = rest.chars().next() else { return false };
    let after = &rest[word.len_utf8()..];
    let small = draft.low <= Decimal::TEN && draft.power == 0 && !draft.is_vague();
    let factor = match word {
        '成' if small && lexicon.forms.is_tenth(after) => Decimal::TEN,
        '折' if lexicon.forms.is_discount(after) && draft.low < Decimal::ONE_HUNDRED && draft.power == 0 && draft.low > Decimal::ZERO => {
            if draft.low <= Decimal::TEN {
                Decimal::TEN
            } else {
                Decimal::ONE
            }
        }
        _ => return false,
    };
    if !scale(draft, factor) {
        return false;
    }
    draft.span.end += word.len_utf8();
    draft.unit = Some(UnitUse::ratio("%", 100));
    if word == '成' && draft.script == Script::Han {
        let digit = text[draft.span.end..].chars().next().and_then(|c| number::glyph::digit(c).map(|(d, _)| (c, d)));
        if let Some((c, digit)) = digit.filter(|(c, d)| *d > 0 && !matches!(c, '两' | '兩')) {
            draft.low += Decimal::from(digit);
            draft.span.end += c.len_utf8();
        } else if let Some(after) = text[draft.span.end..].strip_prefix('半').filter(|after| lexicon.forms.is_half(after)) {
            draft.low += Decimal::from(5);
            draft.span.end = text.len() - after.len();
        }
    }
    true
}

/// Multiplies both ends, where decimals hold the products.
fn scale(draft: &mut Draft, factor: Decimal) -> bool {
    let scaled = |value: Decimal| value.checked_mul(factor).map(|value| value.normalize());
    let (Some(low), Some(high)) = (scaled(draft.low), draft.high.map_or(Some(None), |high| scaled(high).map(Some))) else { return false };
    (draft.low, draft.high) = (low, high);
    true
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
        let Some(low) = decimal::sum(draft.low, Decimal::new(5, 1)) else { return };
        draft.low = low;
    } else {
        draft.fuzz = Fuzz::Over;
    }
    draft.unit = Some(UnitUse::new(&text[found.start..found.end], found.entry));
    draft.span.end = found.end;
}

/// 二又二分之一倍: a fraction of a unit; a measure word counts things only where there is a `whole` one.
fn of_measure(text: &str, draft: &mut Draft, lexicon: &Lexicon, whole: bool) {
    let found = unit::read(text, draft.span.end, true, lexicon);
    if let Some((unit, end)) = found.filter(|(unit, _)| whole || unit.dimension != Dimension::Count) {
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
        let small = numeral.ratio.is_none()
            && numeral.high.is_none()
            && numeral.fuzz == Fuzz::Sharp
            && numeral.low >= Decimal::ZERO
            && numeral.power < 4;
        let after = &text[numeral.span.end..];
        let part = entry.parts.iter().filter(|(part, _)| after.starts_with(part.as_str())).max_by_key(|(part, _)| part.len());
        let Some((part, (top, bottom))) = part.filter(|_| small) else { break };
        let Some(top_value) = numeral.low.checked_mul(*top) else { break };
        let Some(value) = top_value.checked_div(*bottom).map(|value| value.normalize()) else { break };
        // 3小时41分钟: what of an hour does not end is rounded as a fraction is
        let endless = value.scale() > 6;
        let value = if endless { decimal::fraction(top_value, *bottom) } else { Some(value) };
        let Some(value) = value else { break };
        if value >= Decimal::ONE_HUNDRED || endless && draft.dimension() != Dimension::Time {
            break;
        }
        let Some(sum) = decimal::sum(whole, value) else { break };
        whole = sum;
        end = numeral.span.end + part.len();
        if let Some(after) = text[end..].strip_prefix('半').filter(|after| lexicon.forms.is_half(after)) {
            let half = bottom.checked_add(*bottom).and_then(|bottom| decimal::fraction(*top, bottom));
            let Some(sum) = half.and_then(|half| decimal::sum(whole, half)) else { break };
            whole = sum;
            end = text.len() - after.len();
            break;
        }
    }
    if end > draft.span.end {
        draft.low = whole;
        draft.span.end = end + closing(&text[end..], lexicon);
        return;
    }
    draft.span.end += closing(&text[end..], lexicon);
    let elided = elided_digits(text, draft.span.end, lexicon).filter(|_| entry.elides && draft.low.scale() == 0 && draft.power == 0);
    if let Some((low, end)) = elided.and_then(|(digits, end)| Some((decimal::sum(draft.low, digits)?, end))) {
        draft.low = low;
        draft.span.end = end;
    }
}

/// Bytes of 整 or 正 after a sum of money.
fn closing(rest: &str, lexicon: &Lexicon) -> usize {
    let length = lexicon.forms.closing(rest);
    if rest[length..].starts_with(glyph::is_han) { 0 } else { length }
}

/// One or two digits that nothing measures: the decimals of the unit before them (一米六八, 一块二一斤).
fn elided_digits(text: &str, at: usize, lexicon: &Lexicon) -> Option<(Decimal, usize)> {
    let digits: Vec<(u32, usize)> = text[at..].chars().map_while(|c| Some((plain_digit(c)?, c.len_utf8()))).take(3).collect();
    [2, 1].into_iter().filter(|count| digits.len() >= *count).find_map(|count| {
        let end = at + digits[..count].iter().map(|(_, length)| length).sum::<usize>();
        let plain: String = digits[..count].iter().map(|(digit, _)| digit.to_string()).collect();
        (digits.len() == count && nothing_measures(text, end, lexicon) || measured_numeral(text, end, lexicon))
            .then(|| Some((Decimal::from_str_exact(&format!("0.{plain}")).ok()?, end)))?
    })
}

fn plain_digit(c: char) -> Option<u32> {
    c.to_digit(10).or_else(|| number::glyph::digit(c).map(|(digit, _)| digit))
}

/// Whether digits that end here stand alone.
fn nothing_measures(text: &str, end: usize, lexicon: &Lexicon) -> bool {
    let rest = &text[end..];
    let goes_on = |c: char| c.is_ascii_alphanumeric() || number::glyph::begins(c);
    !rest.starts_with(goes_on) && lexicon.forms.are_decimals(rest) && lexicon.units.at(text, end, true).is_none()
}

/// Whether a Han numeral with a unit of its own begins here.
fn measured_numeral(text: &str, at: usize, lexicon: &Lexicon) -> bool {
    match number::read(text, at, &|at| lexicon.units.at(text, at, true).is_some()) {
        Read::Found(numeral) => {
            numeral.script == Script::Han && numeral.power == 0 && lexicon.units.at(text, numeral.span.end, true).is_some()
        }
        _ => false,
    }
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
        '多' | '余' | '餘' if !counted && draft.fuzz == Fuzz::Sharp && !measured(end) && lexicon.forms.is_more(after) => {
            draft.fuzz = Fuzz::Over;
            draft.span.end = end;
        }
        '半' if !counted
            && draft.unit.is_some()
            && draft.low.scale() == 0
            && !draft.dimension().eq(&Dimension::Ratio)
            && lexicon.forms.is_half(after) =>
        {
            if let Some(low) = decimal::sum(draft.low, Decimal::new(5, 1)) {
                draft.low = low;
                draft.span.end = end;
            }
        }
        _ => {}
    }
}

/// A currency before the number, where none stands behind it.
fn prefix(text: &str, draft: &mut Draft, lexicon: &Lexicon) {
    let Some(found) = lexicon.units.prefix(text, draft.span.start) else { return };
    if let Some(unit) = &draft.unit {
        // ￥1,200元 says it twice, and the unit behind is the writing; the m of US$3.5m is no metre
        if lexicon.forms.letter_power(&unit.text).is_none() {
            return;
        }
        draft.unit = None;
        draft.span.end = draft.numeral.end;
    }
    let symbol = found.entry.code.is_some() && !glyph::is_han(text[found.start..].chars().next().unwrap_or(' '));
    if symbol && let Some((power, length)) = letter_magnitude(&text[draft.span.end..], lexicon) {
        let Some(low) = decimal::shift(draft.low, power) else { return };
        draft.low = low;
        draft.power = power;
        draft.span.end += length;
    }
    draft.unit = Some(UnitUse::new(&text[found.start..found.end], found.entry));
    draft.span.start = found.start;
}

/// k, m, bn behind a sum in Latin writing (US$3.5m), and their length.
fn letter_magnitude(rest: &str, lexicon: &Lexicon) -> Option<(u32, usize)> {
    let trimmed = rest.strip_prefix(' ').unwrap_or(rest);
    let letters = trimmed.len() - trimmed.trim_start_matches(|c: char| c.is_ascii_alphabetic()).len();
    let power = lexicon.forms.letter_power(&trimmed[..letters])?;
    Some((power, rest.len() - trimmed.len() + letters))
}
