//! The class of a word by its part of speech. The alphabet of classes is that of packs; [the guide](crate::guide) has its table.

/// A class of tokens.
pub(crate) type Class = u8;

/// The class of a word that no list of the lexicon names, by its part of speech.
pub(crate) fn of_tag(word: &str, tag: &str) -> Class {
    match word {
        "的" => return b'e',
        "、" | "/" | "／" => return b'/',
        "，" | "," => return b',',
        "：" | ":" => return b':',
        "（" | "(" => return b'(',
        "）" | ")" => return b')',
        _ => {}
    }
    if word.starts_with(['这', '该', '那', '此']) && (2..=3).contains(&word.chars().count()) {
        return b'z';
    }
    match tag.as_bytes() {
        // 新兴产业, 民营企业: kinds of business are no bodies
        [b'n', b's' | b't', ..] if !word.ends_with('业') => b'r',
        [b'n', ..] | [b'v', b'n', ..] | [b'a', b'n', ..] | [b'j' | b'l' | b'i' | b'g' | b's' | b'h' | b'k', ..] | b"eng" => b'n',
        [b'v', ..] => b'v',
        [b'b' | b'a' | b'z', ..] => b'b',
        [b'd', ..] => b'd',
        [b'p', ..] => b'i',
        [b'c', ..] => b'&',
        [b'u', ..] => b'u',
        [b'f', ..] => b'n',
        [b't', ..] => b'n',
        [b'q', ..] if word.chars().count() > 1 => b'n',
        // 千兆, 少儿, 一等: what is left when the quantities are locked modifies
        [b'm', ..] if word.chars().count() > 1 => b'b',
        [b'm' | b'q', ..] => b'm',
        [b'r', ..] if points(word) => b'z',
        [b'r', ..] => b'n',
        [b'x', ..] if word.chars().all(char::is_alphanumeric) => b'n',
        _ => b'w',
    }
}

/// Whether a pronoun points at something (其, 该, 这款): a phrase ends before it.
fn points(word: &str) -> bool {
    word.starts_with(['其', '该', '这', '那', '此', '它', '他', '她', '我', '你', '哪', '本', '自', '某', '之'])
        && !matches!(word, "本科" | "本土" | "本地" | "自有" | "自身" | "其他" | "其它")
}
