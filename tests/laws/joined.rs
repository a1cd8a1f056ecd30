//! What two texts owe together: parted by a blank line, each keeps its quantities and the words around them.
//!
//! Periods, indicators and subjects carry over from one paragraph to the next, and kinds and modality look at the whole document, so
//! that those may differ. So do texts of several lines, whose shape tells whether they are one column.

use hanfacts::{Explanation, Extractor, Quantity};

/// Two texts, each made one line that ends a sentence.
pub(crate) fn as_apart(extractor: &Extractor, first: &str, second: &str) {
    let line = |text: &str| format!("本段{}。", text.replace(|c: char| c.is_control() || "\u{2028}\u{2029}".contains(c), ""));
    let (first, second) = (line(first), line(second));
    let whole = format!("{first}\n\n{second}");
    let apart: Vec<String> = [&first, &second].into_iter().flat_map(|text| extractor.quantities(text)).map(|q| told(&q)).collect();
    let together: Vec<String> = extractor.quantities(&whole).iter().map(told).collect();
    assert_eq!(together, apart, "quantities of {whole:?}");
    let apart: Vec<String> = [&first, &second].into_iter().flat_map(|text| words(&extractor.explain(text))).collect();
    assert_eq!(words(&extractor.explain(&whole)), apart, "words of {whole:?}");
}

/// What a quantity says, its place aside.
fn told(quantity: &Quantity) -> String {
    let Quantity { text, number, max, unit, bound, dimension, canonical, .. } = quantity;
    format!("{text} {number} {max:?} {unit} {bound:?} {dimension:?} {canonical:?}")
}

/// The words of each sentence, and their classes.
fn words(explanation: &Explanation) -> Vec<String> {
    let told =
        |sentence: &hanfacts::explain::ExplainedSentence| sentence.words.iter().map(|w| format!("{}/{} ", w.text, w.class)).collect();
    explanation.sentences().iter().map(told).collect()
}
