//! What is printed is read: the number of every quantity, written in figures and in Chinese numerals, is that number again.

use hanfacts::Extractor;
use rust_decimal::Decimal;

const DIGITS: [char; 10] = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/// The numbers of a text, printed and read.
pub(crate) fn printed_is_read(extractor: &Extractor, source: &str) {
    for quantity in extractor.quantities(source) {
        let number = quantity.number.abs().normalize();
        let printed = number.to_string();
        is_read(extractor, number, &printed);
        if let Some(numeral) = numeral(&printed) {
            is_read(extractor, number, &numeral);
        }
    }
}

fn is_read(extractor: &Extractor, number: Decimal, printed: &str) {
    let source = format!("当年投资{printed}元。");
    let read: Vec<Decimal> = extractor.quantities(&source).iter().map(|quantity| quantity.number).collect();
    assert_eq!(read, [number], "{source}");
}

/// A number below 10^16 in Chinese numerals, read from its figures. Behind 万 and 亿, 点 counts points (一万点), and parts no decimals.
fn numeral(printed: &str) -> Option<String> {
    let (whole, fraction) = printed.split_once('.').unwrap_or((printed, ""));
    let value: u64 = whole.parse().ok().filter(|value| *value < 10_u64.pow(16))?;
    if !fraction.is_empty() && value > 0 && value.is_multiple_of(10_000) {
        return None;
    }
    let mut out = if value == 0 { DIGITS[0].to_string() } else { counted(value) };
    if !fraction.is_empty() {
        out.push('点');
        out.extend(fraction.bytes().map(|digit| DIGITS[usize::from(digit - b'0')]));
    }
    Some(out)
}

/// A whole number above zero: 一万零三十.
fn counted(value: u64) -> String {
    for (name, size) in [('亿', 100_000_000), ('万', 10_000), ('千', 1000), ('百', 100), ('十', 10)] {
        if value >= size {
            let rest = value % size;
            let gap = if rest > 0 && rest < size / 10 { "零" } else { "" };
            let rest = if rest > 0 { counted(rest) } else { String::new() };
            return format!("{}{name}{gap}{rest}", counted(value / size));
        }
    }
    DIGITS[value as usize].to_string()
}
