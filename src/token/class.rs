//! The classes of tokens: one ASCII character each, so that a clause is a string that regular expressions read.
//!
//! | class | token | class | token |
//! |---|---|---|---|
//! | `Q` | quantity | `R` | quantity in % or the like |
//! | `O` | quantity in points | `B` | quantity in 倍 or 番 |
//! | `#` | place in an order | `f` | 持平, 翻番: a change without numeral |
//! | `T` | period | `r` | region or body: 全省, 我市, 公司 |
//! | `n` | noun | `b` | attribute |
//! | `v` | other verb | `V` | verb that carries a quantity: 新增, 培育 |
//! | `E` | verb that states a level: 达, 为, 超过 | `A` | verb that arrives at one: 增至, 到 |
//! | `G` `D` | verb of growth, of decline | `g` `k` | noun of growth, of decline |
//! | `X` `Z` | 高于, 低于 | `c` | 比, 较 |
//! | `Y` `H` `M` | 同比, 环比, 年均 | `S` `s` | 占; 占比, 比重 |
//! | `K` | 居, 排名 | `L` | 分别 |
//! | `C` | 其中 | `o` `p` | 力争 (target), 预计 (forecast) |
//! | `d` | adverb | `i` | preposition |
//! | `&` | 和, 与 | `/` | 、 |
//! | `e` | 的 | `u` | particle |
//! | `,` `:` `(` `)` | punctuation | `w` | other punctuation |
//! | `j` | verb that as often is a noun: 投资, 签约 | `x` | 比例 |
//! | `I` | verb that only says that it is so: 实现, 完成 | | |
//! | `a` `y` | 多, 高; 少, 低: cues behind a comparison | | |
//! | `h` | 中, 方面, 后: closes a phrase of place or time | | |
//! | `z` | pronoun | `P` | verb of a report: 公布 |
//! | `m` | other numeral | | |

/// A class of tokens.
pub(crate) type Class = u8;

/// What each class means, in the order of the table above.
pub(super) const MEANINGS: [(Class, &str); 51] = [
    (b'Q', "quantity"),
    (b'R', "quantity in % or the like"),
    (b'O', "quantity in points"),
    (b'B', "quantity in times"),
    (b'#', "place in an order"),
    (b'f', "change without numeral"),
    (b'T', "period"),
    (b'r', "region or body"),
    (b'n', "noun"),
    (b'b', "attribute"),
    (b'v', "other verb"),
    (b'V', "verb that carries a quantity"),
    (b'E', "verb that states a level"),
    (b'A', "verb that arrives at a level"),
    (b'G', "verb of growth"),
    (b'D', "verb of decline"),
    (b'g', "noun of growth"),
    (b'k', "noun of decline"),
    (b'X', "above"),
    (b'Z', "below"),
    (b'c', "compared with"),
    (b'Y', "year on year"),
    (b'H', "on the period before"),
    (b'M', "on average"),
    (b'S', "verb of a share"),
    (b's', "noun of a share"),
    (b'K', "verb of a rank"),
    (b'L', "each of a list"),
    (b'C', "of which"),
    (b'o', "target"),
    (b'p', "forecast"),
    (b'd', "adverb"),
    (b'i', "preposition"),
    (b'&', "and"),
    (b'/', "mark between members of a list"),
    (b'e', "particle of an attribute"),
    (b'u', "other particle"),
    (b',', "comma"),
    (b':', "colon"),
    (b'(', "opening bracket"),
    (b')', "closing bracket"),
    (b'w', "other punctuation"),
    (b'j', "verb that as often is a noun"),
    (b'x', "rate or share"),
    (b'I', "verb that only says that it is so"),
    (b'a', "more"),
    (b'y', "less"),
    (b'h', "closes a phrase of place or time"),
    (b'z', "pronoun"),
    (b'P', "verb of a report"),
    (b'm', "other numeral"),
];

/// What a class means, in a few words.
pub(crate) fn meaning(class: Class) -> &'static str {
    MEANINGS.iter().find(|(other, _)| *other == class).map_or("other", |(_, meaning)| meaning)
}

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
