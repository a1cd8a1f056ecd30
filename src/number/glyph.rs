//! The glyphs of Han numerals: digits plain, formal and traditional, and magnitudes.
//!
//! Source: GB/T 15835-2011 for plain and formal digits; traditional forms and 廿, 卅, 卌 as Unicode's `kPrimaryNumeric` and
//! `kAccountingNumeric` give them.

/// Every Han glyph that has a value: digits, tens, magnitudes.
pub(crate) const HAN: &str = "零〇○一二两兩三四五六七八九壹贰貳弐叁參叄肆伍陆陸柒捌玖十拾百佰千仟廿卅卌万萬亿億兆";

/// Glyphs that count without a value of their own.
pub(crate) const VAGUE: [char; 5] = ['半', '几', '幾', '数', '數'];

/// How a digit glyph is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Style {
    /// 一二三.
    Plain,
    /// 壹贰叁, as on bills and contracts.
    Formal,
}

/// The digit that a Han glyph stands for, or `None`.
pub(crate) fn digit(c: char) -> Option<(u32, Style)> {
    use Style::{Formal, Plain};
    Some(match c {
        '零' | '〇' | '○' => (0, Plain),
        '一' => (1, Plain),
        '二' | '两' | '兩' => (2, Plain),
        '三' => (3, Plain),
        '四' => (4, Plain),
        '五' => (5, Plain),
        '六' => (6, Plain),
        '七' => (7, Plain),
        '八' => (8, Plain),
        '九' => (9, Plain),
        '壹' => (1, Formal),
        '贰' | '貳' | '弐' => (2, Formal),
        '叁' | '參' | '叄' => (3, Formal),
        '肆' => (4, Formal),
        '伍' => (5, Formal),
        '陆' | '陸' => (6, Formal),
        '柒' => (7, Formal),
        '捌' => (8, Formal),
        '玖' => (9, Formal),
        _ => return None,
    })
}

/// The power of ten of a magnitude inside a section (十 百 千), or `None`.
pub(crate) fn small(c: char) -> Option<u32> {
    Some(match c {
        '十' | '拾' => 1,
        '百' | '佰' => 2,
        '千' | '仟' => 3,
        _ => return None,
    })
}

/// Tens written as one glyph: 廿 20, 卅 30, 卌 40.
pub(crate) fn tens(c: char) -> Option<u32> {
    Some(match c {
        '廿' => 20,
        '卅' => 30,
        '卌' => 40,
        _ => return None,
    })
}

/// The power of ten of a magnitude that closes a section (万 亿 兆), or `None`.
pub(crate) fn big(c: char) -> Option<u32> {
    Some(match c {
        '万' | '萬' => 4,
        '亿' | '億' => 8,
        '兆' => 12,
        _ => return None,
    })
}

/// Whether a numeral can begin with this character.
pub(crate) fn begins(c: char) -> bool {
    matches!(c, '-' | '+' | '负' | '負' | '.') || counts(c)
}

/// Whether this character counts by itself: every numeral has one.
pub(crate) fn counts(c: char) -> bool {
    c.is_ascii_digit() || VAGUE.contains(&c) || digit(c).is_some() || small(c).is_some() || big(c).is_some() || tens(c).is_some()
}

/// Whether 负 behind this character is a burden and no sign (减负, 税负, 肩负).
pub(crate) fn loads(c: char) -> bool {
    matches!(c, '减' | '減' | '税' | '稅' | '担' | '擔' | '抱' | '肩' | '背' | '重' | '欠' | '自' | '胜' | '勝')
}
