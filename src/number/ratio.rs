//! Ratios and fractions: 百分之七点八, 三分之一, 3/4, 二又二分之一.

use super::{Fuzz, Numeral, Ratio, Read, Script, UnitAt, decimal, mixed};
use crate::span::ViewSpan;
use rust_decimal::Decimal;

const OF: &str = "分之";

/// Bytes that a denominator takes at most: eight Han numerals.
const DENOMINATOR: usize = 24;

/// Reads `百分之…` or `三分之…` at `at`; `None` where no such form begins.
pub(super) fn read(text: &str, at: usize, unit_at: UnitAt<'_>) -> Option<Read> {
    // looked for no further than a denominator reaches: the text behind may be long
    let near = &text.as_bytes()[at..text.len().min(at + DENOMINATOR + OF.len())];
    let head = near.windows(OF.len()).position(|bytes| bytes == OF.as_bytes()).filter(|offset| *offset > 0)?;
    let denominator = denominator(text, at, at + head)?;
    let rest = at + head + OF.len();
    let top = match mixed::read(text, rest, unit_at) {
        Read::Found(top) => top,
        // 百分之百: the bare magnitude is read as vague, but here it is the number.
        other => return Some(other).filter(|read| *read != Read::Nothing),
    };
    let bare = top.fuzz == Fuzz::Bare;
    let ratio = named(denominator);
    let span = ViewSpan::new(at, top.span.end);
    let fuzz = if bare { Fuzz::Sharp } else { top.fuzz };
    if ratio != Ratio::Fraction {
        return Some(Read::Found(Numeral { span, ratio: Some(ratio), fuzz, power: 0, code: false, ..top }));
    }
    let low = decimal::fraction(top.low, denominator)?;
    let high = match top.high {
        Some(high) => Some(decimal::fraction(high, denominator)?),
        None => None,
    };
    Some(Read::Found(Numeral { span, low, high, ratio: Some(ratio), fuzz, power: 0, code: false, ..top }))
}

fn named(denominator: Decimal) -> Ratio {
    match denominator {
        d if d == Decimal::ONE_HUNDRED => Ratio::Percent,
        d if d == Decimal::ONE_THOUSAND => Ratio::Permille,
        d if d == Decimal::from(10_000) => Ratio::Permyriad,
        _ => Ratio::Fraction,
    }
}

/// The numeral that fills `from..to` exactly, if it can divide.
fn denominator(text: &str, from: usize, to: usize) -> Option<Decimal> {
    match mixed::read(&text[..to], from, &|_| false) {
        Read::Found(bottom) if bottom.span.end == to && bottom.low > Decimal::ZERO && !bottom.code => Some(bottom.low),
        _ => None,
    }
}

/// 3/4 after ASCII digits, where neither side is part of a date or path.
pub(super) fn slash(text: &str, top: Numeral) -> Option<Read> {
    let bytes = text.as_bytes();
    let plain = top.script == Script::Ascii && top.power == 0 && top.low.scale() == 0 && top.fuzz == Fuzz::Sharp && !top.code;
    if !plain || bytes.get(top.span.end) != Some(&b'/') || text[..top.span.start].ends_with(['/', '.', '-', ':']) {
        return None;
    }
    let from = top.span.end + 1;
    let Read::Found(bottom) = mixed::read(text, from, &|_| false) else { return None };
    let small = bottom.low.scale() == 0
        && bottom.power == 0
        && bottom.low > Decimal::ONE
        && bottom.low <= Decimal::ONE_THOUSAND
        && top.low < bottom.low;
    let ends = !bytes.get(bottom.span.end).is_some_and(|b| matches!(b, b'/' | b'-' | b':') || b.is_ascii_alphanumeric());
    if !small || !ends || bottom.code || bottom.script != Script::Ascii {
        return None;
    }
    let low = decimal::fraction(top.low, bottom.low)?;
    let span = ViewSpan::new(top.span.start, bottom.span.end);
    Some(Read::Found(Numeral { span, low, ratio: Some(Ratio::Fraction), ..top }))
}

/// 二又二分之一: a whole and a fraction.
pub(super) fn mixed_fraction(text: &str, whole: Numeral, unit_at: UnitAt<'_>) -> Option<Read> {
    let rest = text[whole.span.end..].strip_prefix('又')?;
    let at = text.len() - rest.len();
    let Read::Found(part) = read(text, at, unit_at)? else { return None };
    (part.ratio == Some(Ratio::Fraction)).then_some(())?;
    let low = whole.low.checked_add(part.low)?;
    Some(Read::Found(Numeral { low, span: ViewSpan::new(whole.span.start, part.span.end), ..part }))
}
