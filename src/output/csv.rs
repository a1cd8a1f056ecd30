//! Flat tables: comma-separated values as [RFC 4180](https://www.rfc-editor.org/rfc/rfc4180) has them, safe to open in a spreadsheet.

use super::observation::Observation;
use super::part::doubts;
use crate::fact::{Fact, PeriodSlot, Slot, word};
use serde::Serialize;
use std::borrow::Cow;

/// What begins a formula in a spreadsheet, the full-width signs in some languages ([OWASP on CSV injection](https://owasp.org/www-community/attacks/CSV_Injection)).
const FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// A table with a row for each `T`, the first cell the name of the document.
///
/// Lines end with CR LF, cells with a comma, a quotation mark or a line break are quoted, absent is empty. A cell of words that a spreadsheet would take
/// for a formula (it begins with a tab or a line break, or with `=`, `+`, `-`, `@` or the full-width form of one, blanks before it or not, and goes on) gets an apostrophe before it; numbers stay plain.
///
/// ```
/// let document = hanfacts::Extractor::new().extract("投资5亿元。");
/// let table = &hanfacts::FACTS_CSV;
/// assert!(table.header().starts_with("doc,id,kind,text,"));
/// assert!(table.row("=1+1.txt", &document.facts()[0]).starts_with("'=1+1.txt,0,level,投资5亿元,"));
/// ```
#[derive(Debug)]
pub struct CsvTable<T: 'static> {
    columns: &'static [Column<T>],
}

/// The name of a column, what it holds, and how it is filled.
type Column<T> = (&'static str, &'static str, fn(&T) -> Cell<'_>);

/// What stands in a cell.
enum Cell<'a> {
    /// Made by this crate: numbers, codes, offsets.
    Plain(String),
    /// Words of the text.
    Words(Cow<'a, str>),
}

impl<T> CsvTable<T> {
    /// The columns in order, each with what it holds.
    pub fn columns(&self) -> impl Iterator<Item = (&'static str, &'static str)> + use<'_, T> {
        let doc = ("doc", "the file's name without its folder, or the id that the input gave");
        std::iter::once(doc).chain(self.columns.iter().map(|(name, about, _)| (*name, *about)))
    }

    /// The line of the columns' names, with its line break.
    pub fn header(&self) -> String {
        let names: Vec<&str> = self.columns().map(|(name, _)| name).collect();
        names.join(",") + "\r\n"
    }

    /// The line of `item`, with its line break.
    pub fn row(&self, doc: &str, item: &T) -> String {
        let mut line = Cell::Words(doc.into()).written();
        for (_, _, cell) in self.columns {
            line.push(',');
            line.push_str(&cell(item).written());
        }
        line + "\r\n"
    }
}

impl Cell<'_> {
    fn written(self) -> String {
        match self {
            Self::Plain(text) => text,
            Self::Words(text) if is_formula(&text) => quoted(&format!("'{text}")),
            Self::Words(text) => quoted(&text),
        }
    }
}

fn is_formula(text: &str) -> bool {
    let mut rest = text.trim_start().chars();
    text.starts_with(['\t', '\r', '\n']) || rest.next().is_some_and(|sign| FORMULA.contains(&sign)) && rest.next().is_some()
}

fn quoted(text: &str) -> String {
    if text.contains(['"', ',', '\r', '\n']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text.to_owned() }
}

fn plain(value: impl ToString) -> Cell<'static> {
    Cell::Plain(value.to_string())
}

fn maybe<T: ToString>(value: Option<T>) -> Cell<'static> {
    Cell::Plain(value.map_or_else(String::new, |value| value.to_string()))
}

fn words(text: &str) -> Cell<'_> {
    Cell::Words(text.into())
}

fn maybe_words<S: AsRef<str>>(text: Option<&S>) -> Cell<'_> {
    words(text.map_or("", |text| text.as_ref()))
}

fn slot(slot: Option<&Slot>) -> Cell<'_> {
    maybe_words(slot.map(|slot| &slot.text))
}

fn period(fact: &Fact) -> Option<&PeriodSlot> {
    fact.period.as_ref()
}

fn code<T: Serialize>(value: Option<T>) -> Cell<'static> {
    maybe(value.map(|value| word(&value)))
}

/// The names of the slots that are carried over.
fn inherited(fact: &Fact) -> Cell<'_> {
    let carried = fact.parts().into_iter().filter(|part| part.inherited);
    plain(carried.map(|part| part.role.name()).collect::<Vec<_>>().join(" "))
}

/// Facts, one a row; [`Fact`] says more of what the columns mean.
pub static FACTS_CSV: CsvTable<Fact> = CsvTable {
    columns: &[
        ("id", "counts from 0 within a document", |fact| plain(fact.id)),
        ("kind", "level, change, share or rank", |fact| code(Some(fact.kind))),
        ("text", "from the first to the last slot of the sentence, layout removed", |fact| words(&fact.text)),
        ("byte_start", "first byte (UTF-8) of the text", |fact| plain(fact.span.bytes().start)),
        ("byte_end", "the byte after its last", |fact| plain(fact.span.bytes().end)),
        ("char_start", "first code point of the text", |fact| plain(fact.span.scalars().start)),
        ("char_end", "the code point after its last", |fact| plain(fact.span.scalars().end)),
        ("quantity", "number and unit as printed, layout removed", |fact| words(&fact.quantity.text)),
        ("quantity_char_start", "its first code point", |fact| plain(fact.quantity.span.scalars().start)),
        ("quantity_char_end", "the code point after its last", |fact| plain(fact.quantity.span.scalars().end)),
        ("number", "the number, or the lower end of a range, magnitude words multiplied in, exact", |fact| plain(fact.quantity.number)),
        ("max", "the upper end of a range", |fact| maybe(fact.quantity.max)),
        ("unit", "the unit as written, less its magnitude word", |fact| words(&fact.quantity.unit)),
        ("bound", "exact, about, gt, ge, lt, le or range", |fact| code(Some(fact.quantity.bound))),
        ("dimension", "what kind of thing the unit measures", |fact| code(Some(fact.quantity.dimension))),
        ("canonical_number", "the number in the base unit of the dimension", |fact| {
            maybe(fact.quantity.canonical.as_ref().map(|canonical| canonical.number))
        }),
        ("canonical_max", "the upper end of a range in that unit", |fact| {
            maybe(fact.quantity.canonical.as_ref().and_then(|canonical| canonical.max))
        }),
        ("canonical_unit", "the ISO 4217 or UCUM code of that unit", |fact| {
            maybe_words(fact.quantity.canonical.as_ref().map(|canonical| &canonical.unit))
        }),
        ("indicator", "what is measured", |fact| slot(fact.indicator.as_ref())),
        ("subject", "whose it is", |fact| slot(fact.subject.as_ref())),
        ("predicate", "the verb that carries the quantity", |fact| slot(fact.predicate.as_ref())),
        ("period", "the words for the period", |fact| maybe_words(period(fact).map(|period| &period.text))),
        ("period_start", "first day, ISO 8601", |fact| maybe(period(fact).and_then(|period| period.start))),
        ("period_end", "last day, inclusive", |fact| maybe(period(fact).and_then(|period| period.end))),
        ("change", "the cue of a change", |fact| maybe_words(fact.change.as_ref().map(|change| &change.text))),
        ("direction", "up, down or flat", |fact| code(fact.change.as_ref().map(|change| change.direction))),
        ("basis", "yoy, sequential, average, reference or unspecified", |fact| code(fact.change.as_ref().map(|change| change.basis))),
        ("base", "the base as the text names it", |fact| slot(fact.change.as_ref().and_then(|change| change.base.as_deref()))),
        ("whole", "of a share: what it is a share of", |fact| slot(fact.share.as_ref().and_then(|share| share.whole.as_ref()))),
        ("scope", "of a rank: among whom", |fact| slot(fact.rank.as_ref().and_then(|rank| rank.scope.as_ref()))),
        ("tied", "of a rank: whether others have the same place, true or false", |fact| maybe(fact.rank.as_ref().map(|rank| rank.tied))),
        ("modality", "actual, target or forecast", |fact| code(Some(fact.modality))),
        ("part_of", "the id of the level that it is a part of", |fact| maybe(fact.part_of)),
        ("about", "the id of the level that it speaks of", |fact| maybe(fact.about)),
        ("inherited", "the slots that are carried over from an earlier clause, with spaces between", inherited),
        ("rule", "the rule that claimed the quantity", |fact| words(&fact.rule)),
        ("doubts", "why it cannot be as printed, with semicolons between", |fact| Cell::Words(doubts(fact).into())),
    ],
};

/// Observations, one a row; [`Observation`] says more of what the columns mean.
pub static OBSERVATIONS_CSV: CsvTable<Observation> = CsvTable {
    columns: &[
        ("INDICATOR", "what is measured (SDMX)", |row| maybe_words(row.indicator.as_ref())),
        ("REF_AREA", "whose it is (SDMX)", |row| maybe_words(row.ref_area.as_ref())),
        ("TIME_PERIOD", "when, as an SDMX period or time range (SDMX)", |row| maybe(row.time_period.as_ref())),
        ("TIME_PERIOD_TEXT", "the words for the period", |row| maybe_words(row.time_period_text.as_ref())),
        ("OBS_VALUE", "the level, or the lower end of its range (SDMX)", |row| maybe(row.obs_value)),
        ("OBS_VALUE_MAX", "the upper end of the range", |row| maybe(row.obs_value_max)),
        ("OBS_VALUE_BOUND", "exact, about, gt, ge, lt, le or range", |row| code(row.obs_value_bound)),
        ("UNIT_MEASURE", "ISO 4217 or UCUM code, else the unit as written (SDMX)", |row| maybe_words(row.unit_measure.as_ref())),
        ("OBS_STATUS", "A normal, F forecast, empty for a target (SDMX, CL_OBS_STATUS)", |row| code(row.obs_status)),
        ("MODALITY", "actual, target or forecast", |row| code(Some(row.modality))),
        ("CHANGE_DIRECTION", "up, down or flat", |row| code(row.change_direction)),
        ("CHANGE_VALUE", "by how much, without a sign", |row| maybe(row.change_value)),
        ("CHANGE_VALUE_MAX", "the upper end of the range", |row| maybe(row.change_value_max)),
        ("CHANGE_VALUE_BOUND", "exact, about, gt, ge, lt, le or range", |row| code(row.change_value_bound)),
        ("CHANGE_UNIT", "what the change is counted in", |row| maybe_words(row.change_unit.as_ref())),
        ("CHANGE_BASIS", "yoy, sequential, average, reference or unspecified", |row| code(row.change_basis)),
        ("SHARE_VALUE", "the part of a whole", |row| maybe(row.share_value)),
        ("SHARE_VALUE_MAX", "the upper end of the range", |row| maybe(row.share_value_max)),
        ("SHARE_VALUE_BOUND", "exact, about, gt, ge, lt, le or range", |row| code(row.share_value_bound)),
        ("SHARE_UNIT", "what the share is counted in", |row| maybe_words(row.share_unit.as_ref())),
        ("SHARE_WHOLE", "the whole", |row| maybe_words(row.share_whole.as_ref())),
        ("RANK_VALUE", "the place in an order", |row| maybe(row.rank_value)),
        ("RANK_SCOPE", "among whom", |row| maybe_words(row.rank_scope.as_ref())),
        ("DOUBTED", "whether a fact of the row cannot be as printed, true or false", |row| plain(row.doubted)),
        ("FACTS", "the ids of the facts of the row, with spaces between", |row| {
            plain(row.facts.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "))
        }),
    ],
};
