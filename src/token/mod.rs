//! Words on demand. The only room that names `jieba_rs`.

use crate::span::ViewSpan;
use jieba_rs::Jieba;
use std::sync::OnceLock;

/// A word and its part of speech (the ICTCLAS tag set that jieba's dictionary uses).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Word<'t> {
    pub(crate) span: ViewSpan,
    pub(crate) tag: &'t str,
}

/// Cuts a stretch of text into words.
pub(crate) trait Segmenter: Send + Sync {
    /// The dictionary words of `text[span]`, in order; nothing is guessed beyond the dictionary.
    fn words<'t>(&'t self, text: &'t str, span: ViewSpan) -> Vec<Word<'t>>;
}

/// jieba with its own dictionary, built once per process on first need.
#[derive(Debug, Default)]
pub(crate) struct JiebaSegmenter;

fn dictionary() -> &'static Jieba {
    static DICTIONARY: OnceLock<Jieba> = OnceLock::new();
    DICTIONARY.get_or_init(Jieba::new)
}

impl Segmenter for JiebaSegmenter {
    fn words<'t>(&'t self, text: &'t str, span: ViewSpan) -> Vec<Word<'t>> {
        let mut at = span.start;
        dictionary()
            .tag(span.of(text), false)
            .into_iter()
            .map(|word| {
                let span = ViewSpan::new(at, at + word.word.len());
                at = span.end;
                Word { span, tag: word.tag }
            })
            .collect()
    }
}
