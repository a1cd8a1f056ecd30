//! Whether the text says that it is so, aimed at, or expected.

use super::Modality;
use crate::lexicon::WordTable;
use crate::token::Sentence;

/// The modality of the quantity at token `at`: by the nearest word before it in its sentence that aims or expects; a clause
/// between that says that it is done, or that its time is `over`, ends what governs from further off.
pub(super) fn modality(
    sentence: &Sentence,
    at: usize,
    text: &str,
    words: &WordTable,
    future: bool,
    over: impl Fn(usize) -> bool,
) -> Modality {
    let classes = sentence.classes.as_bytes();
    let mut told = false;
    for place in (0..at).rev() {
        let word = sentence.tokens[place].span.of(text);
        match classes[place] {
            b',' if told => return Modality::Actual,
            // 比2023年翻一番: a base is over in plans too
            b'T' if place == 0 || classes[place - 1] != b'c' => told |= over(sentence.tokens[place].entity),
            b'd' => told |= words.is_done(word),
            b'o' if words.aims(word) && governs(classes, place, at, word, words) => return Modality::Target,
            b'p' if words.expects(word) && governs(classes, place, at, word, words) => return Modality::Forecast,
            _ => {}
        }
    }
    if future { Modality::Target } else { Modality::Actual }
}

/// Whether the word at `place` governs what follows. 计划的, 目标任务 are nouns, and 将股份质押 marks an object.
fn governs(classes: &[u8], place: usize, at: usize, word: &str, words: &WordTable) -> bool {
    let next = classes.get(place + 1).copied().unwrap_or(b' ');
    let verbal = matches!(next, b'v' | b'V' | b'd' | b'G' | b'D' | b'A' | b'E' | b'I' | b'j');
    let noun = words.is_plan_noun(word);
    let clause = !classes[place..at].contains(&b',');
    match next {
        b'e' => false,
        _ if words.marks_object(word) => verbal,
        // 年度计划指标, but 全县计划粮食增长
        b'n' | b'b' | b'o' if noun && place > 0 && matches!(classes[place - 1], b'n' | b'b' | b'e' | b'j') => false,
        _ => verbal || clause || !noun,
    }
}

/// Whether a sentence tells of what has been done: 了, 已, or a period that is over.
pub(super) fn tells(sentence: &Sentence, text: &str, words: &WordTable, over: impl Fn(usize) -> bool) -> bool {
    sentence.tokens.iter().any(|token| match token.class {
        b'T' => over(token.entity),
        b'u' | b'd' => words.is_done(token.span.of(text)),
        _ => false,
    })
}

/// Whether a sentence aims at something.
pub(super) fn aims(sentence: &Sentence, text: &str, words: &WordTable) -> bool {
    let classes = sentence.classes.as_bytes();
    (0..classes.len()).any(|place| {
        let word = sentence.tokens[place].span.of(text);
        classes[place] == b'o' && words.aims(word) && governs(classes, place, classes.len(), word, words)
    })
}
