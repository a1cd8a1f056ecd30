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
    if let Some((stop, power)) = exponent(text, end) {
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

/// A power of ten behind a number: `e10`, `E-3`, `×10^8`, `×10⁶`, `×10的8次方`; where it ends, and the power.
fn exponent(text: &str, at: usize) -> Option<(usize, i32)> {
    letter_exponent(text.as_bytes(), at).or_else(|| ten_to_the(text, at))
}

/// `e10` and `E-3`, unless letters go on.
fn letter_exponent(bytes: &[u8], at: usize) -> Option<(usize, i32)> {
    if !matches!(bytes.get(at), Some(b'e' | b'E')) {
        return None;
    }
    let (end, power) = signed(bytes, at + 1)?;
    (!bytes.get(end).is_some_and(u8::is_ascii_alphanumeric)).then_some((end, power))
}

/// `×10` raised by `^8`, superscripts, or 的8次方.
fn ten_to_the(text: &str, at: usize) -> Option<(usize, i32)> {
    let rest = text[at..].strip_prefix(['×', 'x', 'X', '*'])?.strip_prefix("10")?;
    let from = text.len() - rest.len();
    if rest.starts_with('^') {
        return signed(text.as_bytes(), from + 1);
    }
    if let Some(power) = rest.strip_prefix('的') {
        let (end, power) = signed(text.as_bytes(), text.len() - power.len())?;
        return text[end..].starts_with("次方").then(|| (end + "次方".len(), power));
    }
    superscript(text, from)
}

fn superscript(text: &str, at: usize) -> Option<(usize, i32)> {
    let raised = |c: char| "⁰¹²³⁴⁵⁶⁷⁸⁹⁻".chars().position(|glyph| glyph == c).map(|at| b"0123456789-"[at] as char);
    let plain: String = text[at..].chars().map_while(raised).collect();
    let length: usize = text[at..].chars().take(plain.len()).map(char::len_utf8).sum();
    Some((at + length, plain.parse().ok()?))
}

/// An integer of at most two digits with its sign.
fn signed(bytes: &[u8], at: usize) -> Option<(usize, i32)> {
    let negative = bytes.get(at) == Some(&b'-');
    let from = at + usize::from(matches!(bytes.get(at), Some(b'-' | b'+')));
    let end = run(bytes, from);
    if end == from || end > from + 2 {
        return None;
    }
    let power: i32 = std::str::from_utf8(&bytes[from..end]).ok()?.parse().ok()?;
    Some((end, if negative { -power } else { power }))
}
