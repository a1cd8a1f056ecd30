//! What holds for any text: no panic, lawful spans, order, the same result again.

use hanfacts::{Bound, Document, Explanation, Extractor, Fact, Kind, Quantity, SourceIndex, Span};
use unicode_segmentation::UnicodeSegmentation;

/// Every law of a text.
pub(crate) fn all(extractor: &Extractor, source: &str) {
    let document = facts(extractor, source);
    let quantities = extractor.quantities(source);
    let ruler = Ruler::of(source);
    for quantity in &quantities {
        ruler.claims(&quantity.span, &quantity.text);
        in_itself(quantity);
    }
    assert!(quantities.is_sorted_by_key(|quantity| quantity.span.bytes().start), "quantities out of order");
    for fact in document.facts() {
        assert!(quantities.contains(&fact.quantity), "{:?} is none of the stage", fact.quantity);
    }
    periods(extractor, &ruler);
    explained(extractor, &ruler, &document, &quantities);
    again(extractor, source, &document);
}

/// The facts and notes of a text, their laws held: order, links, spans.
pub(crate) fn facts(extractor: &Extractor, source: &str) -> Document {
    let document = extractor.extract(source);
    let ruler = Ruler::of(source);
    let mut before = 0;
    for (id, fact) in document.facts().iter().enumerate() {
        assert_eq!(fact.id, id);
        for (span, text) in spans(fact) {
            ruler.claims(&span, text);
        }
        let (whole, quantity) = (fact.span.bytes(), fact.quantity.span.bytes());
        assert!(whole.start <= quantity.start && quantity.end <= whole.end, "{fact:?}");
        assert!(before <= quantity.start, "fact {id} stands before the one before it");
        before = quantity.start;
        for link in [fact.part_of, fact.about].into_iter().flatten() {
            assert!(link < id && document.facts()[link].kind == Kind::Level, "fact {id} points to {link}");
        }
        assert_eq!(fact.change.is_some(), fact.kind == Kind::Change, "{fact:?}");
        assert_eq!(fact.share.is_some(), fact.kind == Kind::Share, "{fact:?}");
        assert_eq!(fact.rank.is_some(), fact.kind == Kind::Rank, "{fact:?}");
    }
    for note in document.notes() {
        ruler.holds(&note.span);
    }
    document
}

/// Every span of a fact with the text that it claims.
fn spans(fact: &Fact) -> Vec<(Span, &str)> {
    let named = [&fact.indicator, &fact.subject, &fact.predicate].into_iter().flatten();
    let base = fact.change.iter().flat_map(|change| change.base.as_deref());
    let whole = fact.share.iter().flat_map(|share| &share.whole);
    let scope = fact.rank.iter().flat_map(|rank| &rank.scope);
    let mut all: Vec<(Span, &str)> = named.chain(base).chain(whole).chain(scope).map(|slot| (slot.span, slot.text.as_str())).collect();
    all.extend(fact.period.iter().map(|period| (period.span, period.text.as_str())));
    all.extend(fact.change.iter().map(|change| (change.span, change.text.as_str())));
    all.extend([(fact.span, fact.text.as_str()), (fact.quantity.span, fact.quantity.text.as_str())]);
    all
}

/// A quantity agrees with itself: a range has two ends, the lower one first, in its own unit and in the base unit.
fn in_itself(quantity: &Quantity) {
    let range = quantity.bound == Bound::Range;
    assert_eq!(quantity.max.is_some(), range, "{quantity:?}");
    assert!(quantity.max.is_none_or(|max| quantity.number <= max), "{quantity:?}");
    if let Some(canonical) = &quantity.canonical {
        assert_eq!(canonical.max.is_some(), range, "{quantity:?}");
        assert!(canonical.max.is_none_or(|max| canonical.number <= max), "{quantity:?}");
    }
}

/// A date that depends on nothing but the text, now and then one at an end of the calendar.
fn some_date(source: &str) -> &'static str {
    const DATES: [&str; 5] = ["2024-03-31", "2024-02-29", "0001-01-01", "-9999-01-01", "9999-12-31"];
    DATES[source.chars().count() % DATES.len()]
}

fn periods(extractor: &Extractor, ruler: &Ruler<'_>) {
    for periods in [extractor.periods(ruler.source), extractor.periods_on(ruler.source, some_date(ruler.source))] {
        let mut before = 0;
        for period in &periods {
            ruler.claims(&period.span, &period.text);
            assert!(before <= period.span.bytes().start, "periods out of order");
            before = period.span.bytes().start;
            assert!(period.start.zip(period.end).is_none_or(|(start, end)| start <= end), "{period:?}");
        }
    }
}

/// Explaining changes no fact and leaves out no quantity.
fn explained(extractor: &Extractor, ruler: &Ruler<'_>, document: &Document, quantities: &[Quantity]) {
    let explanation = extractor.explain(ruler.source);
    assert!(explanation.facts().map(|explained| &explained.fact).eq(document.facts()), "explaining changes the facts");
    assert_eq!(explanation.notes(), document.notes());
    assert!(explanation.quantities().map(|quantity| quantity.span).eq(quantities.iter().map(|quantity| quantity.span)));
    for sentence in explanation.sentences() {
        ruler.claims(&sentence.span, &sentence.text);
        for word in &sentence.words {
            ruler.claims(&word.span, &word.text);
        }
    }
    assert!(!explanation.to_string().is_empty() || quantities.is_empty());
    let json = serde_json::to_string(&explanation).unwrap();
    assert_eq!(serde_json::from_str::<Explanation>(&json).unwrap(), explanation);
}

/// The same text gives the same result, now, as of any date, and after a way through JSON.
fn again(extractor: &Extractor, source: &str, document: &Document) {
    assert_eq!(*document, extractor.extract(source));
    let date = some_date(source);
    let dated = extractor.extract_on(source, date);
    assert_eq!(dated, extractor.extract_on(source, date), "as of {date}");
    assert!(dated.facts().is_sorted_by_key(|fact| fact.quantity.span.bytes().start), "facts out of order as of {date}");
    let json = serde_json::to_string(document).unwrap();
    assert_eq!(serde_json::from_str::<Document>(&json).unwrap(), *document);
}

/// A source measured in every unit, byte by byte.
struct Ruler<'s> {
    source: &'s str,
    index: SourceIndex<'s>,
    /// For each byte that begins a character, and the end: scalars, UTF-16 units, line and column before it.
    marks: Vec<Option<[usize; 4]>>,
    /// Whether a grapheme cluster begins at a byte.
    clusters: Vec<bool>,
}

impl<'s> Ruler<'s> {
    fn of(source: &'s str) -> Self {
        let mut marks = vec![None; source.len() + 1];
        let mut clusters = vec![false; source.len() + 1];
        let [mut scalars, mut units, mut line, mut column] = [0, 0, 1, 1];
        let mut chars = source.char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            marks[at] = Some([scalars, units, line, column]);
            scalars += 1;
            units += c.len_utf16();
            column += 1;
            if c == '\n' || c == '\r' && chars.peek().is_none_or(|(_, next)| *next != '\n') {
                line += 1;
                column = 1;
            }
        }
        marks[source.len()] = Some([scalars, units, line, column]);
        source.grapheme_indices(true).for_each(|(at, _)| clusters[at] = true);
        clusters[source.len()] = true;
        Self { source, index: SourceIndex::new(source), marks, clusters }
    }

    /// The span is one stretch of the source in every unit, and splits no grapheme cluster.
    fn holds(&self, span: &Span) {
        let (bytes, scalars) = (span.bytes(), span.scalars());
        assert!(bytes.start <= bytes.end && bytes.end <= self.source.len(), "{span:?}");
        for (byte, scalar) in [(bytes.start, scalars.start), (bytes.end, scalars.end)] {
            let [counted, units, line, column] = self.marks[byte].unwrap_or_else(|| panic!("byte {byte} is inside a character"));
            assert_eq!(scalar, counted, "scalars before byte {byte}");
            assert_eq!(self.index.scalar(byte), counted, "indexed scalars before byte {byte}");
            assert_eq!(self.index.utf16(byte), units, "UTF-16 units before byte {byte}");
            let place = self.index.position(byte);
            assert_eq!([place.line, place.column], [line, column], "line and column of byte {byte}");
            assert!(self.clusters[byte], "byte {byte} splits a grapheme cluster of {:?}", self.source);
        }
    }

    /// The span is lawful, and `text` is what it holds, in order, with nothing but layout left out.
    fn claims(&self, span: &Span, text: &str) {
        self.holds(span);
        let mut rest = self.source[span.bytes()].chars();
        assert!(text.chars().all(|c| rest.any(|d| d == c)), "{text:?} is not what {:?} holds", &self.source[span.bytes()]);
    }
}
