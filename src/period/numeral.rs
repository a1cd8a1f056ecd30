//! Small numbers as dates write them: 3, 03, 2023, 十一, 廿三, 二〇二三.

use crate::number::glyph;

/// A number of a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Figure {
    pub(super) value: i16,
    pub(super) end: usize,
    /// Digits as written, by position; 0 where 十 or 廿 is among them.
    pub(super) digits: usize,
    pub(super) ascii: bool,
}

/// The number that begins at `at`: up to four ASCII digits, Han digits by position, or Han tens.
pub(super) fn figure(text: &str, at: usize) -> Option<Figure> {
    let rest = &text[at..];
    if rest.starts_with(|c: char| c.is_ascii_digit()) { ascii(rest, at) } else { han(rest, at) }
}

fn ascii(rest: &str, at: usize) -> Option<Figure> {
    let digits = rest.bytes().take(5).take_while(u8::is_ascii_digit).count();
    let value = rest[..digits].parse().ok().filter(|_| digits <= 4)?;
    Some(Figure { value, end: at + digits, digits, ascii: true })
}

fn han(rest: &str, at: usize) -> Option<Figure> {
    let (mut value, mut digits, mut end) = (0_i16, 0_usize, at);
    let mut composed = false;
    for c in rest.chars().take(5) {
        if let Some((digit, _)) = glyph::digit(c) {
            let digit = i16::try_from(digit).ok()?;
            value = if composed { value - value % 10 + digit } else { value.checked_mul(10)?.checked_add(digit)? };
            digits += 1;
        } else if glyph::small(c) == Some(1) && !composed && digits < 2 {
            value = value.max(1) * 10;
            composed = true;
        } else if let Some(tens) = glyph::tens(c).filter(|_| end == at) {
            value = i16::try_from(tens).ok()?;
            composed = true;
        } else if glyph::small(c).is_some() || glyph::big(c).is_some() {
            return None;
        } else {
            break;
        }
        end += c.len_utf8();
    }
    let lawful = end > at && if composed { value < 100 } else { digits <= 4 };
    lawful.then_some(Figure { value, end, digits: if composed { 0 } else { digits }, ascii: false })
}

/// Whether a character is part of a number.
pub(super) fn counts(c: char) -> bool {
    c.is_ascii_digit() || glyph::digit(c).is_some() || glyph::small(c).is_some() || glyph::tens(c).is_some() || glyph::big(c).is_some()
}
