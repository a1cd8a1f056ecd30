//! Classes of characters that the layout speaks of, and the folding of widths.

/// The narrow form of a full-width digit, letter or symbol that numerals and units are made of.
///
/// Punctuation of sentences (，。；：（）) keeps its width: it is told apart by class, not by code point.
pub(crate) fn fold(c: char) -> Option<char> {
    Some(match c {
        '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => char::from_u32(c as u32 - 0xFEE0)?,
        '％' | '﹪' => '%',
        '．' => '.',
        '－' | '−' | '‐' | '‑' | '–' => '-',
        '／' => '/',
        '＋' => '+',
        '＄' | '﹩' => '$',
        '￥' => '¥',
        '￡' => '£',
        '＆' => '&',
        '～' | '〜' | '∼' => '~',
        _ => return None,
    })
}

/// White space that has a width: ASCII blanks, NBSP, ideographic and typographic spaces.
pub(crate) fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\u{b}' | '\u{c}' | '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}')
}

/// Characters without width that pages leave inside words.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{fe0e}' | '\u{fe0f}' | '\u{202a}'..='\u{202e}')
}

/// Whether a line ends at this character (`\r\n` counts once).
pub(crate) fn is_newline(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// A Han character.
pub(crate) fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}' | '〇')
}

/// Punctuation that ends a sentence.
pub(crate) fn ends_sentence(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '!' | '?' | '；' | ';' | '…' | '．' | '｡')
}

/// Most characters, which are a grapheme cluster by themselves beside any other of them: ASCII, Han, kana, signs, punctuation, full-width
/// forms.
pub(super) fn stands_alone(c: char) -> bool {
    is_han(c)
        || matches!(c, ' '..='~' | '°' | '±' | '·' | '×' | '\u{2010}'..='\u{2027}' | '\u{2100}'..='\u{2bff}' | '\u{3001}'..='\u{3029}')
        || matches!(c, '\u{3041}'..='\u{3096}' | '\u{30a0}'..='\u{30ff}' | '\u{3200}'..='\u{33ff}' | '\u{ff01}'..='\u{ff5e}')
}

/// Punctuation that parts clauses inside a sentence.
pub(crate) fn parts_clause(c: char) -> bool {
    matches!(c, '，' | ',' | '：' | ':')
}

/// Punctuation after which a sentence cannot be at its end.
pub(crate) fn expects_more(c: char) -> bool {
    matches!(c, '，' | ',' | '、' | '（' | '(' | '“' | '‘' | '《' | '〈' | '「' | '『' | '[' | '【' | '-' | '~' | '/' | '·')
        || matches!(c, '和' | '与' | '及' | '或' | '为' | '由' | '从' | '比' | '占' | '约' | '第' | '每' | '且' | '并' | '而')
}

/// Punctuation that cannot begin a line of its own.
pub(crate) fn continues(c: char) -> bool {
    matches!(c, '，' | ',' | '。' | '、' | '；' | ';' | '：' | '）' | ')' | '”' | '’' | '》' | '」' | '』' | '%' | '‰' | '！' | '？')
}

/// Closing quotes and brackets, which may follow the end of a sentence.
pub(crate) fn closes(c: char) -> bool {
    matches!(c, '”' | '’' | '"' | '\'' | '）' | ')' | '》' | '」' | '』' | '*' | '】' | ']')
}

/// Columns that a character takes: 2 for Han and full-width forms, 1 for others.
pub(crate) fn width(c: char) -> usize {
    if is_blank(c) || is_invisible(c) {
        0
    } else if (c as u32) < 0x1100 {
        1
    } else {
        2
    }
}
