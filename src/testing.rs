//! What unit tests of several rooms need.

use crate::lexicon::Lexicon;
use crate::token::{JiebaSegmenter, Sentence};
use crate::{fact, period, quantity, text};

/// The class string of a sentence.
pub(crate) fn sentence(source: &str) -> String {
    let lexicon = Lexicon::built_in().unwrap();
    let view = text::View::new(source, &lexicon.furniture);
    let segmenter = JiebaSegmenter::new(lexicon.words.dictionary());
    let scan = quantity::scan(view.text(), &lexicon, &segmenter);
    let periods = period::read(view.text(), &lexicon.periods, None);
    let span = text::sentence(view.text(), 0);
    let locks = fact::locks(view.text(), span, &scan.drafts, &periods, &scan.quoted, &lexicon);
    Sentence::new(view.text(), span, &locks, &lexicon.words, &segmenter).classes
}
