//! The extractor: built once, shared by many threads, reads any text.

use crate::error::Error;
use crate::fact::{self, Fact};
use crate::lexicon::Lexicon;
use crate::quantity::{self, Quantity};
use crate::span::{SourceIndex, Span};
use crate::text::View;
use crate::token::{JiebaSegmenter, Segmenter};
use serde::{Deserialize, Serialize};
use std::sync::{Arc, LazyLock};

static BUILT_IN: LazyLock<Arc<Lexicon>> =
    LazyLock::new(|| Arc::new(Lexicon::built_in().unwrap_or_else(|error| panic!("built-in data: {error}"))));

/// Reads facts and quantities out of Chinese text.
///
/// Immutable once built and cheap to clone; one may serve any number of threads. The word dictionary is built once per
/// process, on first need.
///
/// ```
/// let extractor = hanfacts::Extractor::new();
/// let document = extractor.extract("全年实现规上工业总产值3646.47亿元，同比增长3.3%。");
/// let texts: Vec<&str> = document.facts().iter().map(|fact| fact.quantity.text.as_str()).collect();
/// assert_eq!(texts, ["3646.47亿元", "3.3%"]);
/// ```
#[derive(Clone)]
pub struct Extractor {
    lexicon: Arc<Lexicon>,
    segmenter: Arc<dyn Segmenter>,
}

impl std::fmt::Debug for Extractor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Extractor").finish_non_exhaustive()
    }
}

impl Default for Extractor {
    fn default() -> Self {
        Self::new()
    }
}

impl Extractor {
    /// An extractor with the built-in data.
    pub fn new() -> Self {
        Self { lexicon: Arc::clone(&BUILT_IN), segmenter: Arc::new(JiebaSegmenter) }
    }

    /// An extractor to be set up step by step.
    pub fn builder() -> ExtractorBuilder {
        ExtractorBuilder::default()
    }

    /// Reads the facts of a text. Never fails: what cannot be read is left out, and a note says so.
    pub fn extract(&self, source: &str) -> Document {
        let view = View::new(source, &self.lexicon.furniture);
        let index = SourceIndex::new(source);
        let scan = quantity::scan(view.text(), &self.lexicon, self.segmenter.as_ref());
        let facts = fact::resolve(&view, &index, &scan.drafts, &self.lexicon);
        let notes = scan.too_long.iter().map(|span| Note { kind: NoteKind::NumberTooLong, span: view.span(*span, &index) }).collect();
        Document { facts, notes }
    }

    /// Reads every numeral of a text that is no date and no name, whether a fact was made of it or not, and whether it has a
    /// unit or not.
    ///
    /// ```
    /// let found = hanfacts::Extractor::new().quantities("首批12家企业落户，注册资金约1.5亿元。");
    /// assert_eq!(found.len(), 2);
    /// assert_eq!(found[1].canonical.as_ref().unwrap().unit, "CNY");
    /// ```
    pub fn quantities(&self, source: &str) -> Vec<Quantity> {
        let view = View::new(source, &self.lexicon.furniture);
        let index = SourceIndex::new(source);
        let scan = quantity::scan(view.text(), &self.lexicon, self.segmenter.as_ref());
        scan.drafts.iter().map(|draft| Quantity::of(draft, &view, &index)).collect()
    }
}

/// Sets up an [`Extractor`].
#[derive(Debug, Default)]
pub struct ExtractorBuilder {}

impl ExtractorBuilder {
    /// Builds the extractor.
    ///
    /// # Errors
    /// Where data cannot be loaded; the error names file, key and what was expected.
    pub fn build(self) -> Result<Extractor, Error> {
        Ok(Extractor::new())
    }
}

/// What was read out of one text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Document {
    facts: Vec<Fact>,
    notes: Vec<Note>,
}

impl Document {
    /// The facts, in text order; `facts()[i].id == i`.
    pub fn facts(&self) -> &[Fact] {
        &self.facts
    }

    /// What was left out, and why.
    pub fn notes(&self) -> &[Note] {
        &self.notes
    }
}

/// Something that was left out of a result.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// Why.
    pub kind: NoteKind,
    /// Where.
    pub span: Span,
}

/// Why something was left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum NoteKind {
    /// A number with more digits than an exact decimal holds (28).
    NumberTooLong,
}
