//! Words on demand, and sentences as tokens with classes. The only room that names `jieba_rs`.

mod class;
mod sentence;

pub(crate) use sentence::{Lock, Sentence, Token};

use crate::lexicon::Added;
use crate::span::ViewSpan;
use jieba_rs::Jieba;
use std::sync::OnceLock;

/// A word and its part of speech (the ICTCLAS tag set that jieba's dictionary uses).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Word<'t> {
    pub(crate) span: ViewSpan,
    pub(crate) tag: &'t str,
    /// The dictionary has it; else it is a guess.
    pub(crate) known: bool,
}

/// Cuts a stretch of text into words.
pub(crate) trait Segmenter: Send + Sync {
    /// The dictionary words of `text[span]`, in order; nothing is guessed beyond the dictionary.
    fn words<'t>(&'t self, text: &'t str, span: ViewSpan) -> Vec<Word<'t>>;

    /// The words of `text[span]`, those guessed that no dictionary has, too.
    fn tagged<'t>(&'t self, text: &'t str, span: ViewSpan) -> Vec<Word<'t>>;
}

/// jieba with its own dictionary and the words of the field. The dictionary of the built-in words is built once per process, that of
/// other words once per segmenter, each on first need.
#[derive(Debug)]
pub(crate) struct JiebaSegmenter {
    /// Words to be added, with their tags.
    added: Vec<Added>,
    /// The dictionary, where the words are not the built-in ones.
    own: Option<OnceLock<Jieba>>,
}

/// The frequency of a heavy word; jieba's most frequent words have a few times that.
const HEAVY: usize = 100_000;

impl JiebaSegmenter {
    /// A segmenter whose dictionary also knows `added`.
    pub(crate) fn new(added: Vec<Added>) -> Self {
        Self { added, own: None }
    }

    /// A segmenter with words of its own.
    pub(crate) fn own(added: Vec<Added>) -> Self {
        Self { added, own: Some(OnceLock::new()) }
    }

    fn dictionary(&self) -> &Jieba {
        static DICTIONARY: OnceLock<Jieba> = OnceLock::new();
        self.own.as_ref().unwrap_or(&DICTIONARY).get_or_init(|| {
            let mut jieba = Jieba::new();
            for added in &self.added {
                if added.heavy || !jieba.has_word(&added.word) {
                    jieba.add_word(&added.word, added.heavy.then_some(HEAVY), Some(added.tag));
                }
            }
            jieba
        })
    }

    fn cut<'t>(&'t self, text: &'t str, span: ViewSpan, guess: bool) -> Vec<Word<'t>> {
        let mut at = span.start;
        self.dictionary()
            .tag(span.of(text), guess)
            .into_iter()
            .map(|word| {
                let span = ViewSpan::new(at, at + word.word.len());
                at = span.end;
                Word { span, tag: word.tag, known: !guess || self.dictionary().has_word(word.word) }
            })
            .collect()
    }
}

impl Segmenter for JiebaSegmenter {
    fn words<'t>(&'t self, text: &'t str, span: ViewSpan) -> Vec<Word<'t>> {
        self.cut(text, span, false)
    }

    fn tagged<'t>(&'t self, text: &'t str, span: ViewSpan) -> Vec<Word<'t>> {
        self.cut(text, span, true)
    }
}
