//! Words that hold a numeral: asked of the segmenter, sentence by sentence, and only where a Han numeral is in doubt.

use crate::number::glyph;
use crate::span::ViewSpan;
use crate::text;
use crate::token::{Segmenter, Word};

/// Tags of words that count: numerals, numeral with measure word, measure words, times.
const COUNTING: [&str; 4] = ["m", "mq", "q", "t"];

/// Tags of words that look like numeral and measure word but qualify or adverb (三级, 一幅).
const NAMING: [&str; 8] = ["b", "d", "i", "l", "a", "c", "r", "s"];

/// The words of the sentence last asked about.
pub(crate) struct Words<'t> {
    text: &'t str,
    segmenter: &'t dyn Segmenter,
    sentence: ViewSpan,
    words: Vec<Word<'t>>,
}

impl<'t> Words<'t> {
    pub(crate) fn new(text: &'t str, segmenter: &'t dyn Segmenter) -> Self {
        Self { text, segmenter, sentence: ViewSpan::new(0, 0), words: Vec::new() }
    }

    /// Whether the numeral at `numeral` (its quantity reaching to `end`) is part of a word that counts nothing; `doubtful`
    /// says that the unit is one that names are made of, too.
    pub(crate) fn swallow(&mut self, numeral: ViewSpan, end: usize, doubtful: bool) -> bool {
        self.cut(numeral.start);
        let Some(word) = self.words.iter().find(|word| word.span.start <= numeral.start && numeral.start < word.span.end) else {
            return false;
        };
        let counts = COUNTING.contains(&word.tag);
        if word.span.start < numeral.start {
            // 增加一倍 is a word that ends with the whole quantity; 统一 and 万一 end inside it
            let whole = !doubtful && numeral.end < word.span.end && word.span.end <= end;
            return !whole && (!counts || word.span.end > end);
        }
        if word.span.end > end {
            return !(counts && word.tag != "t");
        }
        if end == numeral.end
            && self.words.iter().any(|word| numeral.start < word.span.start && word.span.start < end && end < word.span.end)
        {
            return true;
        }
        // the word is the numeral and its unit, or less: a measure word may make it a name, but none counts in hundreds or more
        let large = numeral.of(self.text).chars().count() > 1
            && numeral.of(self.text).ends_with(|c| glyph::small(c).or(glyph::big(c)).is_some_and(|power| power > 1));
        doubtful && !large && word.span.end > numeral.end && NAMING.contains(&word.tag)
    }

    /// Whether the numeral is a word of its own.
    pub(crate) fn alone(&mut self, numeral: ViewSpan) -> bool {
        self.cut(numeral.start);
        self.words.iter().any(|word| word.span == numeral && COUNTING.contains(&word.tag))
    }

    fn cut(&mut self, at: usize) {
        if self.sentence.start <= at && at < self.sentence.end {
            return;
        }
        self.sentence = text::sentence(self.text, at);
        self.words = self.segmenter.words(self.text, self.sentence);
    }
}
