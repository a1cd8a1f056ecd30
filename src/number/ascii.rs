//! ASCII digits: groups of three, decimals, exponents.

use rust_decimal::Decimal;

/// Digits as they stand, before any magnitude.
pub(super) struct Digits {
    pub(super) end: usize,
    /// `None` where the digits do not fit.
    pub(super) value: Option<Decimal>,
    pub(super) code: bool,
    pub(super) decimal: bool,
    pub(super) count: usize,
}

/// Reads digits with thousands separators (`,` or `，`), one decimal point (`.` or `·`) and an exponent.
pub(super) fn read(text: &str, at: usize) -> Option<Digits> {
    let bytes = text.as_bytes();
    let mut end = run(bytes, at);
    if end == at && bytes.get(at) != Some(&b'.') {
        return None;
    }
    let mut plain = text[at..end].to_owned();
    if (1..=3).contains(&plain.len()) {
        while let Some(next) = group(text, end) {
            plain.push_str(&text[next - 3..next]);
            end = next;
        }
    }
    let integer = plain.len();
    let mut decimal = false;
    if let Some(point) = point(text, end) {
        let stop = run(bytes, point);
        if stop > point && (integer > 0 || !text[..at].ends_with(|c: char| c.is_alphanumeric())) {
            decimal = true;
            plain.push('.');
            plain.push_str(&text[point..stop]);
            end = stop;
        }
    }
    if plain.is_empty() {
        return None;
    }
    let (dotted, stop) = dotted_tail(bytes, end);
    let code = dotted && decimal || integer > 1 && plain.starts_with('0') && !decimal;
    let count = plain.len() - usize::from(decimal);
    if dotted && decimal {
        return Some(Digits { end: stop, value: Some(Decimal::ZERO), code, decimal, count });
    }
    let mut value = Decimal::from_str_exact(&plain).ok();
    if let Some((stop, power)) = exponent(bytes, end) {
        value = Decimal::from_scientific(&format!("{plain}e{power}")).ok();
        end = stop;
    }
    Some(Digits { end, value, code, decimal, count })
}

fn run(bytes: &[u8], from: usize) -> usize {
    from + bytes[from..].iter().take_while(|b| b.is_ascii_digit()).count()
}

/// The end of a group `,123` at `at` that no further digit follows.
fn group(text: &str, at: usize) -> Option<usize> {
    let separator = text[at..].chars().next().filter(|c| matches!(c, ',' | '，'))?;
    let from = at + separator.len_utf8();
    let end = run(text.as_bytes(), from);
    (end == from + 3).then_some(end)
}

fn point(text: &str, at: usize) -> Option<usize> {
    text[at..].chars().next().filter(|c| matches!(c, '.' | '·')).map(|c| at + c.len_utf8())
}

/// Whether `.1.2…` goes on after a decimal number, and where that ends.
fn dotted_tail(bytes: &[u8], mut at: usize) -> (bool, usize) {
    let from = at;
    while bytes.get(at) == Some(&b'.') && bytes.get(at + 1).is_some_and(u8::is_ascii_digit) {
        at = run(bytes, at + 1);
    }
    (at > from, at)
}

/// `e10`, `E-3` after a number, unless letters go on.
fn exponent(bytes: &[u8], at: usize) -> Option<(usize, i32)> {
    if !matches!(bytes.get(at), Some(b'e' | b'E')) {
        return None;
    }
    let signed = usize::from(matches!(bytes.get(at + 1), Some(b'-' | b'+')));
    let from = at + 1 + signed;
    let end = run(bytes, from);
    if end == from || end > from + 2 || bytes.get(end).is_some_and(u8::is_ascii_alphanumeric) {
        return None;
    }
    let power: i32 = std::str::from_utf8(&bytes[from..end]).ok()?.parse().ok()?;
    Some((end, if bytes[at + 1] == b'-' { -power } else { power }))
}
