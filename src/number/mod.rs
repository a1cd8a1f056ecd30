//! The closed language of numerals: where one begins, how far it goes, what it is worth.
//!
//! ```text
//! numeral   = [sign] ( ratio | fraction | mixed )
//! sign      = "-" | "+" | "负"
//! ratio     = ("百" | "千" | "万") "分之" mixed                      百分之七点八
//! fraction  = mixed "分之" mixed | digits "/" digits                三分之一, 3/4
//! mixed     = { coefficient | magnitude | fuzz }                    1亿3千多万, 三万五, 15余万
//! coefficient = ASCII digits with groups and decimals | Han digits, "点" and Han digits
//! magnitude = 十 百 千 万 亿 兆 and their formal and traditional forms
//! fuzz      = 余 | 多 | 来 | 几 | 数 | "+"
//! ```
//!
//! A numeral is read on the view's characters, never on segmented words. Values are exact; a numeral that does not fit
//! [`Decimal`] is reported, not rounded.

mod ascii;
pub(crate) mod decimal;
pub(crate) mod glyph;
mod mixed;
mod ratio;

use crate::span::ViewSpan;
use rust_decimal::Decimal;

/// What a numeral leaves open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fuzz {
    /// As it stands.
    Sharp,
    /// 余, 多, 几 or + inside: more than the number.
    Over,
    /// 来 inside: about the number.
    Near,
    /// No coefficient of its own, but a word that says so: 数十, 几百, 百余.
    Vague,
    /// A magnitude alone: 千名, 亿元.
    Bare,
}

/// Digits of which kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Script {
    Ascii,
    Han,
}

/// A ratio spelled inside the numeral, before its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ratio {
    Percent,
    Permille,
    Permyriad,
    /// 三分之一, 3/4.
    Fraction,
}

/// A numeral that was read.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Numeral {
    pub(crate) span: ViewSpan,
    pub(crate) low: Decimal,
    /// The upper end, where adjacent digits make a range (两三).
    pub(crate) high: Option<Decimal>,
    pub(crate) fuzz: Fuzz,
    pub(crate) script: Script,
    pub(crate) ratio: Option<Ratio>,
    /// Power of ten of the magnitude that closes the numeral (3.2万亿: 12), 0 without.
    pub(crate) power: u32,
    /// An integer with a leading zero, or digits in more than two parts (1.2.3): a code.
    pub(crate) code: bool,
    /// Some of its digits are formal (壹贰叁): a sum of money, or a surname.
    pub(crate) formal: bool,
    /// How many glyphs or digits it is made of, sign aside.
    pub(crate) glyphs: usize,
}

/// The outcome of reading at one place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Read {
    /// No numeral begins here.
    Nothing,
    /// A numeral ends at this byte but its value does not fit.
    TooLong(usize),
    Found(Numeral),
}

/// What the reader must know of its surroundings: whether a unit of measure begins at a byte (千瓦, 百分点).
pub(crate) type UnitAt<'a> = &'a dyn Fn(usize) -> bool;

/// Reads the numeral that begins at `at`.
pub(crate) fn read(text: &str, at: usize, unit_at: UnitAt<'_>) -> Read {
    let (negative, body) = sign(text, at);
    if let Some(outcome) = ratio::read(text, body, unit_at) {
        return signed(outcome, at, negative);
    }
    let outcome = mixed::read(text, body, unit_at);
    let outcome = match outcome {
        Read::Found(whole) => ratio::slash(text, whole).or_else(|| ratio::mixed_fraction(text, whole, unit_at)).unwrap_or(outcome),
        _ => outcome,
    };
    signed(outcome, at, negative)
}

/// Whether a minus stands at `at`, and where the number after the sign begins.
fn sign(text: &str, at: usize) -> (bool, usize) {
    let before = text[..at].chars().next_back();
    let free = !before.is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '%' | '.' | ')' | '）' | '-'));
    match text[at..].chars().next() {
        Some('-') if free => (true, at + 1),
        Some('+') if free => (false, at + 1),
        Some(c @ ('负' | '負')) if !before.is_some_and(glyph::loads) => (true, at + c.len_utf8()),
        _ => (false, at),
    }
}

fn signed(outcome: Read, at: usize, negative: bool) -> Read {
    let Read::Found(mut numeral) = outcome else { return outcome };
    if numeral.span.start != at && (matches!(numeral.fuzz, Fuzz::Vague | Fuzz::Bare) || numeral.high.is_some()) {
        return Read::Nothing;
    }
    numeral.span.start = at;
    if negative {
        numeral.low.set_sign_negative(!numeral.low.is_zero());
    }
    Read::Found(numeral)
}

#[cfg(test)]
mod tests;
