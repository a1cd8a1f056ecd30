//! Words and units: the data of packs, read once into automata.

mod forms;
mod matcher;
mod meanings;
pub(crate) mod periods;
mod schema;
mod units;
mod words;

pub(crate) use forms::FormTable;
pub(crate) use matcher::{Endings, Heads, Hit, Surfaces};
pub(crate) use periods::PeriodTable;
pub(crate) use units::{Coded, UnitEntry, UnitMatch, UnitTable};
pub(crate) use words::{Added, WordTable};

use crate::error::Error;
use crate::number;
use crate::pack::Data;
use crate::quantity::{Bound, Dimension};
use crate::span::ViewSpan;
use crate::text::{CharSet, Furniture, glyph};
use rust_decimal::Decimal;

/// All data of an extractor.
#[derive(Debug)]
pub(crate) struct Lexicon {
    pub(crate) units: UnitTable,
    pub(crate) bounds: BoundTable,
    pub(crate) phrases: PhraseTable,
    pub(crate) names: NameTable,
    pub(crate) cues: CueTable,
    pub(crate) forms: FormTable,
    pub(crate) periods: PeriodTable,
    pub(crate) words: WordTable,
    pub(crate) passage: PassageTable,
    pub(crate) furniture: Furniture,
    /// A text without any of these holds no quantity.
    pub(crate) counting: CharSet,
}

impl Lexicon {
    /// Reads the built-in packs.
    pub(crate) fn built_in() -> Result<Self, Error> {
        Self::new(Data::built_in())
    }

    /// Makes the tables of data.
    pub(crate) fn new(data: &Data) -> Result<Self, Error> {
        let layout: schema::Layout = data.section("layout")?;
        let phrases: schema::Phrases = data.read(&["phrase"])?;
        Ok(Self {
            counting: counting(&phrases),
            units: UnitTable::new("unit", data.read(&["unit", "lead"])?)?,
            bounds: BoundTable::new(data.read(&["bound", "floating"])?),
            phrases: PhraseTable::new("phrase", phrases)?,
            names: NameTable::new("names", data.section("names")?)?,
            cues: CueTable::new(data.section("cues")?),
            forms: FormTable::new(data.section("forms")?),
            words: WordTable::new(data.section("words")?),
            periods: PeriodTable::with_openings(data.section("period")?),
            passage: PassageTable::new("passage", data.section("passage")?)?,
            furniture: Furniture::new(layout.furniture.iter().map(String::as_str))
                .map_err(|reason| Error::pattern("layout", "furniture", reason))?,
        })
    }
}

#[cfg(test)]
mod tests;

/// The characters that count, in every width, and those that begin a phrase without one.
fn counting(phrases: &schema::Phrases) -> CharSet {
    let counts = |c: char| number::glyph::counts(glyph::fold(c).unwrap_or(c));
    // ○ alone is a mark of a list
    let glyphs = number::glyph::HAN.chars().chain(number::glyph::VAGUE).filter(|c| *c != '○');
    let numerals = ('0'..='9').chain('０'..='９').chain(glyphs);
    let surfaces = phrases.phrase.iter().flat_map(|phrase| &phrase.surfaces);
    numerals.chain(surfaces.filter(|surface| !surface.contains(counts)).filter_map(|surface| surface.chars().next())).collect()
}

fn heads(words: &[String]) -> Heads {
    Heads::new(words.iter().map(String::as_str))
}

fn surfaces(file: &str, key: &str, words: &[String]) -> Result<Surfaces, Error> {
    Surfaces::new(words.iter().map(String::as_str)).map_err(|reason| Error::pattern(file, key, reason))
}

/// The words that bound a number.
#[derive(Debug)]
pub(crate) struct BoundTable {
    before: Endings,
    before_bounds: Vec<(Bound, usize)>,
    not_after: Vec<Vec<String>>,
    after: Heads,
    after_bounds: Vec<Bound>,
    floating: Endings,
    floating_bounds: Vec<Bound>,
}

/// Characters that may stand between a floating adverb and its number.
const FLOAT: usize = 3;
/// As above, where 的 stands between them (大约为地球质量的90倍).
const FLOAT_OF: usize = 14;

impl BoundTable {
    fn new(data: schema::Bounds) -> Self {
        let mut before = Vec::new();
        let mut before_bounds = Vec::new();
        let mut after = Vec::new();
        let mut after_bounds = Vec::new();
        let mut not_after = Vec::new();
        for (group, words) in data.bound.into_iter().enumerate() {
            before_bounds.extend(words.before.iter().map(|_| (words.bound, group)));
            before.extend(words.before);
            after_bounds.extend(words.after.iter().map(|_| words.bound));
            after.extend(words.after);
            not_after.push(words.not_after);
        }
        let before = Endings::new(before.iter().map(String::as_str));
        let floating_bounds = data.floating.iter().flat_map(|words| words.words.iter().map(|_| words.bound)).collect();
        let floating = Endings::new(data.floating.iter().flat_map(|words| words.words.iter().map(String::as_str)));
        Self { floating, floating_bounds, before, before_bounds, not_after, after: heads(&after), after_bounds }
    }

    /// The bound word that ends at `at`, and where it begins.
    pub(crate) fn before(&self, text: &str, at: usize) -> Option<(Bound, usize)> {
        let hit = self.before.before(text, at)?;
        let (bound, group) = self.before_bounds[hit.id];
        let head = &text[..hit.start];
        let spoiled = self.not_after[group].iter().any(|word| head.ends_with(word.as_str()));
        (!spoiled).then_some((bound, hit.start))
    }

    /// The adverb that bounds the number at `at` from before its verb, and where it begins.
    pub(crate) fn floating(&self, text: &str, at: usize) -> Option<(Bound, usize)> {
        let mut end = at;
        let most = if text[..at].ends_with('的') { FLOAT_OF } else { FLOAT };
        for c in text[..at].chars().rev().take(most) {
            if !crate::text::glyph::is_han(c) || crate::number::glyph::digit(c).is_some() {
                return None;
            }
            end -= c.len_utf8();
            if let Some(hit) = self.floating.before(text, end) {
                return Some((self.floating_bounds[hit.id], hit.start));
            }
        }
        None
    }

    /// The bound word that begins at `at`, and where it ends.
    pub(crate) fn after(&self, text: &str, at: usize) -> Option<(Bound, usize)> {
        self.after.at(text, at, text.len()).map(|hit| (self.after_bounds[hit.id], hit.end))
    }
}

/// Quantities without a numeral.
#[derive(Debug)]
pub(crate) struct PhraseTable {
    surfaces: Surfaces,
    entries: Vec<PhraseEntry>,
}

/// One surface of a quantity without a numeral.
#[derive(Debug, Clone)]
pub(crate) struct PhraseEntry {
    pub(crate) number: Decimal,
    pub(crate) unit: String,
    pub(crate) dimension: Dimension,
    pub(crate) head: usize,
    pub(crate) bound: Bound,
    pub(crate) closes_clause: bool,
    not_before: Vec<String>,
    not_after: Vec<String>,
}

impl PhraseTable {
    fn new(file: &str, data: schema::Phrases) -> Result<Self, Error> {
        let mut words = Vec::new();
        let mut entries = Vec::new();
        for phrase in data.phrase {
            let number = Decimal::from_str_exact(&phrase.number)
                .map_err(|_| Error::value(file, "phrase.number", phrase.number.as_str(), "a decimal"))?;
            let entry = PhraseEntry {
                number,
                unit: phrase.unit,
                dimension: phrase.dimension,
                head: phrase.head.len(),
                bound: phrase.bound.unwrap_or(Bound::Exact),
                closes_clause: phrase.closes_clause,
                not_before: phrase.not_before,
                not_after: phrase.not_after,
            };
            entries.extend(phrase.surfaces.iter().map(|_| entry.clone()));
            words.extend(phrase.surfaces);
        }
        Ok(Self { surfaces: surfaces(file, "phrase.surfaces", &words)?, entries })
    }

    /// The phrases of a stretch of a text, in order.
    pub(crate) fn all<'a>(&'a self, text: &'a str, span: ViewSpan) -> impl Iterator<Item = (Hit, &'a PhraseEntry)> + 'a {
        self.surfaces.within(text, span).filter_map(move |hit| {
            let entry = &self.entries[hit.id];
            let goes_on = entry.not_before.iter().any(|word| text[hit.end..].starts_with(word.as_str()));
            let led = entry.not_after.iter().any(|word| text[..hit.start].ends_with(word.as_str()));
            (!goes_on && !led).then_some((hit, entry))
        })
    }
}

/// Names and labels that hold numerals.
#[derive(Debug)]
pub(crate) struct NameTable {
    phrases: Surfaces,
    label_after: Heads,
    label_before: Endings,
    programme_after: Heads,
    rank_before: Vec<String>,
    rank_after: Heads,
    policy_before: Endings,
    address: Vec<String>,
    pointed: Endings,
}

impl NameTable {
    fn new(file: &str, data: schema::Names) -> Result<Self, Error> {
        Ok(Self {
            phrases: surfaces(file, "phrases", &data.phrases)?,
            label_after: heads(&data.label_after),
            label_before: Endings::new(data.label_before.iter().map(String::as_str)),
            programme_after: heads(&data.programme_after),
            policy_before: Endings::new(data.policy_before.iter().map(String::as_str)),
            address: data.address,
            pointed: Endings::new(data.pointed.iter().map(String::as_str)),
            rank_before: data.rank_before,
            rank_after: heads(&data.rank_after),
        })
    }

    pub(crate) fn phrases<'a>(&'a self, text: &'a str, span: ViewSpan) -> impl Iterator<Item = Hit> + 'a {
        self.phrases.within(text, span)
    }

    pub(crate) fn labels_after(&self, text: &str, at: usize) -> bool {
        self.label_after.at(text, at, text.len()).is_some()
    }

    pub(crate) fn labels_before(&self, text: &str, at: usize) -> bool {
        let head = text[..at].trim_end_matches([':', '：', ' ', '为', '是', '(', '（']);
        self.label_before.before(text, head.len()).is_some()
    }

    /// Whether a number of articles that begins at `at` is the name of a policy.
    pub(crate) fn policy_before(&self, text: &str, at: usize) -> bool {
        self.policy_before.before(text, at).is_some()
    }

    /// Whether a number counted in `unit` is part of an address where a digit follows.
    pub(crate) fn is_address(&self, unit: &str) -> bool {
        self.address.iter().any(|word| word == unit)
    }

    /// Whether 一 at `at` points at something (那一年).
    pub(crate) fn pointed(&self, text: &str, at: usize) -> bool {
        self.pointed.before(text, at).is_some()
    }

    pub(crate) fn programme_after(&self, text: &str, at: usize) -> bool {
        self.programme_after.at(text, at, text.len()).is_some()
    }

    /// Whether a word that makes ordinals ranks stands in `head`.
    pub(crate) fn ranks(&self, head: &str) -> bool {
        self.rank_before.iter().any(|word| head.contains(word.as_str()))
    }

    pub(crate) fn rank_after(&self, text: &str, at: usize) -> bool {
        self.rank_after.at(text, at, text.len()).is_some()
    }
}

/// Words that tell what a quantity is said to be.
#[derive(Debug)]
pub(crate) struct CueTable {
    pub(crate) index: Vec<String>,
    pub(crate) reaches: Endings,
    moves: Heads,
    one_not_after: Endings,
    one_vague: Vec<String>,
}

impl CueTable {
    /// Whether the value that ends at `at` is said to move on.
    pub(crate) fn moves_at(&self, text: &str, at: usize) -> bool {
        self.moves.at(text, at, text.len()).is_some()
    }

    /// Whether 一 at `at`, counted in `unit`, can be a count.
    pub(crate) fn counts_one(&self, text: &str, at: usize, unit: &str) -> bool {
        // 每一份, and 每户一份
        let earlier = text[..at].char_indices().next_back().map_or(at, |(earlier, _)| earlier);
        let spoiled = [at, earlier].iter().any(|at| self.one_not_after.before(text, *at).is_some());
        !spoiled && !self.one_vague.iter().any(|vague| vague == unit)
    }

    fn new(data: schema::Cues) -> Self {
        let endings = |words: &[String]| Endings::new(words.iter().map(String::as_str));
        Self {
            one_not_after: endings(&data.one_not_after),
            one_vague: data.one_vague,
            moves: heads(&data.moves),
            reaches: endings(&data.reaches),
            index: data.index,
        }
    }
}

/// The words by which a passage is told to look back or ahead.
#[derive(Debug)]
pub(crate) struct PassageTable {
    words: Surfaces,
    outlooks: Vec<Outlook>,
}

/// Which way a word of a passage looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outlook {
    /// At what is to be.
    Ahead,
    /// A bare verb: at what is to be where nothing looks back.
    Bare,
    /// At what has been.
    Back,
}

impl PassageTable {
    fn new(file: &str, data: schema::Passage) -> Result<Self, Error> {
        let lists = [(data.ahead, Outlook::Ahead), (data.bare, Outlook::Bare), (data.back, Outlook::Back)];
        let outlooks = lists.iter().flat_map(|(words, outlook)| words.iter().map(|_| *outlook)).collect();
        let words: Vec<String> = lists.into_iter().flat_map(|(words, _)| words).collect();
        Ok(Self { words: surfaces(file, "words", &words)?, outlooks })
    }

    /// The words of a text, in order: where each begins and which way it looks.
    pub(crate) fn all<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (usize, Outlook)> + 'a {
        self.words.within(text, ViewSpan::new(0, text.len())).map(|hit| (hit.start, self.outlooks[hit.id]))
    }
}
