//! The extractor: built once, shared by many threads, reads any text.

use crate::builder::ExtractorBuilder;
use crate::choice::Taught;
use crate::error::Error;
use crate::fact::{self, Fact};
use crate::lexicon::Lexicon;
use crate::pack::Data;
use crate::period::{self, TimeExpression};
use crate::quantity::{self, Quantity};
use crate::rules::RuleSet;
use crate::span::{self, SourceIndex, Span};
use crate::text::View;
use crate::token::{JiebaSegmenter, Segmenter};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::sync::{Arc, LazyLock};

static BUILT_IN: LazyLock<Arc<Lexicon>> =
    LazyLock::new(|| Arc::new(Lexicon::built_in().unwrap_or_else(|error| panic!("built-in data: {error}"))));

static RULES: LazyLock<Arc<RuleSet>> =
    LazyLock::new(|| Arc::new(RuleSet::built_in().unwrap_or_else(|error| panic!("built-in rules: {error}"))));

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
    rules: Arc<RuleSet>,
    segmenter: Arc<dyn Segmenter>,
    /// The date of documents that give none.
    reference: Option<Date>,
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
        let segmenter = JiebaSegmenter::new(BUILT_IN.words.dictionary());
        Self { lexicon: Arc::clone(&BUILT_IN), rules: Arc::clone(&RULES), segmenter: Arc::new(segmenter), reference: None }
    }

    /// An extractor with other data.
    pub(crate) fn with(data: &Data) -> Result<Self, Error> {
        let lexicon = Lexicon::new(data)?;
        let words = lexicon.words.dictionary();
        let known = words == BUILT_IN.words.dictionary();
        let segmenter = if known { JiebaSegmenter::new(words) } else { JiebaSegmenter::own(words) };
        Ok(Self { lexicon: Arc::new(lexicon), rules: Arc::new(RuleSet::new(data)?), segmenter: Arc::new(segmenter), reference: None })
    }

    /// The same extractor with a date for documents that give none.
    pub(crate) fn with_reference(self, reference: Date) -> Self {
        Self { reference: Some(reference), ..self }
    }

    /// Whether a rule of this name is in force.
    pub(crate) fn has_rule(&self, name: &str) -> bool {
        self.rules.rules.iter().any(|rule| rule.name == name)
    }

    /// The names of the rules that claim a quantity of a text.
    pub(crate) fn claims(&self, source: &str) -> Vec<String> {
        self.read_with(source, None, Taught::default(), fact::claims).0
    }

    /// An extractor to be set up step by step.
    pub fn builder() -> ExtractorBuilder {
        ExtractorBuilder::default()
    }

    /// Reads the facts of a text. Never fails: what cannot be read is left out, and a note says so.
    ///
    /// Relative times (去年, 3月) count from the date at the head of the page; where it gives none, from the builder's reference
    /// date, else they are without dates.
    pub fn extract(&self, source: &str) -> Document {
        self.read(source, None)
    }

    /// Reads the facts of a text as of `date` (ISO 8601, `2024-03-31`). Where that is no date, as [`Extractor::extract`] does.
    ///
    /// ```
    /// let document = hanfacts::Extractor::new().extract_on("去年，全市新建公园12座。", "2024-03-15");
    /// let period = document.facts()[0].period.as_ref().unwrap();
    /// assert_eq!(period.start.unwrap().to_string(), "2023-01-01");
    /// ```
    pub fn extract_on(&self, source: &str, date: &str) -> Document {
        self.read(source, date.parse().ok())
    }

    fn given_or_of(&self, date: &str, source: &str) -> Option<Date> {
        date.parse().ok().or_else(|| self.reference_of(source))
    }

    fn reference_of(&self, source: &str) -> Option<Date> {
        period::page_date(source, &self.lexicon.periods).or(self.reference)
    }

    /// Reads the facts of many texts on all processors, as [`Extractor::extract`] does; the documents are in the order of the texts.
    ///
    /// ```
    /// let texts = ["投资5亿元。", "今天天气很好。"];
    /// let documents = hanfacts::Extractor::new().extract_batch(&texts);
    /// assert_eq!(documents.iter().map(|document| document.facts().len()).collect::<Vec<_>>(), [1, 0]);
    /// ```
    #[cfg(feature = "rayon")]
    pub fn extract_batch<S: AsRef<str> + Sync>(&self, sources: &[S]) -> Vec<Document> {
        use rayon::prelude::*;
        sources.par_iter().map(|source| self.extract(source.as_ref())).collect()
    }

    /// Reads a text as [`Extractor::extract_on`] does, but has a teacher answer what the weights would; for fitting them.
    #[cfg(feature = "fit")]
    pub fn teach(&self, source: &str, date: &str, teacher: &crate::choice::fit::Teacher<'_>) -> Document {
        let (facts, notes) = self.read_with(source, date.parse().ok(), Some(teacher), resolve);
        Document { facts, notes }
    }

    /// Reads a text up to a stage, and says how many things the stage made: bytes of view, quantities and times, words, mentions,
    /// facts. For timing.
    #[cfg(feature = "stages")]
    pub fn read_to(&self, stage: Stage, source: &str) -> usize {
        let source = span::counted(source);
        let reference = self.reference_of(source);
        if stage == Stage::Resolve {
            return self.read(source, reference).facts.len();
        }
        let view = View::new(source, &self.lexicon.furniture);
        if stage == Stage::View {
            return view.text().len();
        }
        let scan = quantity::scan(view.text(), &self.lexicon, self.segmenter.as_ref());
        let periods: Vec<_> = period::read(view.text(), &self.lexicon.periods, reference).collect();
        if stage == Stage::Scan {
            return scan.drafts.len() + periods.len();
        }
        let rules = (stage == Stage::Rules).then_some(self.rules.as_ref());
        fact::made(view.text(), &scan.drafts, &periods, &scan.quoted, &self.lexicon, rules, self.segmenter.as_ref())
    }

    /// Reads a text as of a date, else of that of the page.
    fn read(&self, source: &str, given: Option<Date>) -> Document {
        if !self.lexicon.counting.meets(source) {
            return Document { facts: Vec::new(), notes: Vec::new() };
        }
        let (facts, notes) = self.read_with(source, given, Taught::default(), resolve);
        Document { facts, notes }
    }

    /// Has `make` make something of what the stages before the facts read in a text, as of a date, else that of the page.
    pub(crate) fn read_with<T>(
        &self,
        source: &str,
        given: Option<Date>,
        taught: Taught<'_>,
        make: impl FnOnce(&fact::Source<'_>, &dyn Segmenter) -> T,
    ) -> (T, Vec<Note>) {
        let read = span::counted(source);
        let view = View::new(read, &self.lexicon.furniture);
        let index = SourceIndex::new(read);
        let scan = quantity::scan(view.text(), &self.lexicon, self.segmenter.as_ref());
        // without a quantity nobody asks for the date of the page, nor for the times of the text
        let reference = if scan.drafts.is_empty() { None } else { given.or_else(|| self.reference_of(read)) };
        let mut periods = Vec::new();
        if !scan.drafts.is_empty() {
            periods.extend(period::read(view.text(), &self.lexicon.periods, reference));
        }
        let resolved = fact::Source {
            view: &view,
            index: &index,
            drafts: &scan.drafts,
            periods: &periods,
            quoted: &scan.quoted,
            lexicon: &self.lexicon,
            rules: &self.rules,
            reference,
            taught,
        };
        let made = make(&resolved, self.segmenter.as_ref());
        let too_long = scan.too_long.iter().map(|span| Note { kind: NoteKind::NumberTooLong, span: view.span(*span, &index) });
        let end = [read.len(); 2];
        let cut =
            (read.len() < source.len()).then(|| Note { kind: NoteKind::TextTooLong, span: Span::new(end, end.map(|at| index.scalar(at))) });
        let sentences = view.cuts().map(|at| Note { kind: NoteKind::SentenceTooLong, span: view.span(at, &index) });
        let notes = too_long.chain(sentences).chain(cut).collect();
        (made, notes)
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
        let source = span::counted(source);
        let view = View::new(source, &self.lexicon.furniture);
        let index = SourceIndex::new(source);
        let scan = quantity::scan(view.text(), &self.lexicon, self.segmenter.as_ref());
        scan.drafts.iter().map(|draft| Quantity::of(draft, &view, &index)).collect()
    }

    /// Reads every time expression of a text. Relative ones (去年, 3月) count from the date at the head of the page; where it
    /// gives none, from the builder's reference date, else they are without dates.
    ///
    /// ```
    /// let found = hanfacts::Extractor::new().periods("发布日期：2024-03-15\n去年，全市新建公园12座。");
    /// assert_eq!(found[1].start.unwrap().to_string(), "2023-01-01");
    /// ```
    pub fn periods(&self, source: &str) -> Vec<TimeExpression> {
        self.time_expressions(source, self.reference_of(source))
    }

    /// Reads every time expression of a text, relative ones counted from `date` (ISO 8601, `2024-03-31`). Where that is no
    /// date, as [`Extractor::periods`] does.
    pub fn periods_on(&self, source: &str, date: &str) -> Vec<TimeExpression> {
        self.time_expressions(source, self.given_or_of(date, source))
    }

    fn time_expressions(&self, source: &str, reference: Option<Date>) -> Vec<TimeExpression> {
        let source = span::counted(source);
        let view = View::new(source, &self.lexicon.furniture);
        let index = SourceIndex::new(source);
        period::read(view.text(), &self.lexicon.periods, reference).map(|period| TimeExpression::of(&period, &view, &index)).collect()
    }
}

fn resolve(source: &fact::Source<'_>, segmenter: &dyn Segmenter) -> Vec<Fact> {
    fact::resolve(source, segmenter, &mut ())
}

/// The stages of extraction, in the order in which they run.
#[cfg(feature = "stages")]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// The source becomes a view.
    View,
    /// Quantities and times are read on it.
    Scan,
    /// The sentences that hold quantities become words with classes.
    Words,
    /// Rules claim the quantities.
    Rules,
    /// Slots are filled.
    Resolve,
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
    /// A sentence of more than 12,000 bytes (4,000 Han characters) or 128 figures: it was cut at the place, and is read as two.
    SentenceTooLong,
    /// The text has more than 2 GiB; what stands behind the place was not read.
    TextTooLong,
}
