//! What is written of one document.

use super::format::{Form, Format, line};
use super::input::{Input, Source};
use super::{Explain, Stage};
use hanfacts::{Document, Explanation, Extractor, FactRecord, Note, PeriodRecord, QuantityRecord, SentenceRecord, Span};
use serde::Serialize;
use std::io::{self, Write};

/// What is to be said of a document, for standard error.
#[derive(Default)]
pub(crate) struct Said {
    pub(crate) lines: Vec<String>,
    /// A file of its own could not be written.
    pub(crate) failed: bool,
}

/// How documents are read.
pub(crate) struct Work {
    pub(crate) extractor: Extractor,
    pub(crate) stage: Option<Stage>,
    pub(crate) explain: Option<Explain>,
    pub(crate) format: Format,
    /// The reference date of documents that bring none.
    pub(crate) date: Option<String>,
}

impl Work {
    /// Reads a document and writes its lines; what is to be said of it comes back. An error is one of the output.
    pub(crate) fn on(&self, input: &Input, out: &mut dyn Write) -> io::Result<Said> {
        let Input { doc, text, .. } = input;
        let source = input.source.as_ref();
        let date = input.date.as_deref().or(self.date.as_deref());
        let mut said = Said { lines: input.notice.iter().cloned().collect(), failed: false };
        match (self.stage, self.explain) {
            (Some(Stage::Text), _) => writeln!(out, "{text}")?,
            (Some(Stage::Periods), _) => {
                let periods = date.map_or_else(|| self.extractor.periods(text), |date| self.extractor.periods_on(text, date));
                for period in &periods {
                    record(out, PeriodRecord { doc, period }, source.map(|source| Place::of(source, period.span, None)))?;
                }
            }
            (Some(Stage::Quantities), _) => {
                for quantity in &self.extractor.quantities(text) {
                    record(out, QuantityRecord { doc, quantity }, source.map(|source| Place::of(source, quantity.span, None)))?;
                }
            }
            (None, Some(form)) => {
                let explanation = date.map_or_else(|| self.extractor.explain(text), |date| self.extractor.explain_on(text, date));
                explain(input, &explanation, form, out)?;
                said.lines.extend(notes(doc, explanation.notes()));
            }
            (None, None) => {
                let document = date.map_or_else(|| self.extractor.extract(text), |date| self.extractor.extract_on(text, date));
                match self.format.form {
                    Form::Jsonl => facts(input, &document, out)?,
                    Form::Brat => {
                        let problem = self.format.files(input, &document).err();
                        said.failed = problem.is_some();
                        said.lines.extend(problem.map(|problem| problem.to_string()));
                    }
                    _ => self.format.write(input, &document, out)?,
                }
                said.lines.extend(notes(doc, document.notes()));
            }
        }
        Ok(said)
    }
}

fn facts(Input { doc, source, .. }: &Input, document: &Document, out: &mut dyn Write) -> io::Result<()> {
    document.facts().iter().try_for_each(|fact| {
        let place = source.as_ref().map(|source| Place::of(source, fact.span, Some(fact.quantity.span)));
        record(out, FactRecord { doc, fact }, place)
    })
}

fn explain(Input { doc, source, .. }: &Input, explanation: &Explanation, form: Explain, out: &mut dyn Write) -> io::Result<()> {
    match form {
        Explain::Text if explanation.sentences().is_empty() => Ok(()),
        Explain::Text => writeln!(out, "# {doc}\n\n{explanation}"),
        Explain::Json => explanation.sentences().iter().try_for_each(|sentence| {
            let place = source.as_ref().map(|source| Place::of(source, sentence.span, None));
            record(out, SentenceRecord { doc, sentence }, place)
        }),
    }
}

/// Where the bytes behind a record stand in a file whose text is not its bytes.
#[derive(Serialize)]
struct Place {
    encoding: &'static str,
    byte: [usize; 2],
    #[serde(skip_serializing_if = "Option::is_none")]
    quantity: Option<Bytes>,
}

#[derive(Serialize)]
struct Bytes {
    byte: [usize; 2],
}

impl Place {
    fn of(source: &Source, span: Span, quantity: Option<Span>) -> Self {
        let bytes = |span: Span| {
            let bytes = source.bytes(span.bytes());
            [bytes.start, bytes.end]
        };
        Self { encoding: source.encoding, byte: bytes(span), quantity: quantity.map(|span| Bytes { byte: bytes(span) }) }
    }
}

/// A record with its place in the file.
#[derive(Serialize)]
struct Placed<R> {
    #[serde(flatten)]
    record: R,
    file: Place,
}

fn record(out: &mut dyn Write, record: impl Serialize, place: Option<Place>) -> io::Result<()> {
    match place {
        Some(file) => line(out, &Placed { record, file }),
        None => line(out, &record),
    }
}

/// What was left out of a document.
fn notes(doc: &str, notes: &[Note]) -> impl Iterator<Item = String> {
    notes.iter().map(move |note| format!("{doc}: {:?} at bytes {:?}", note.kind, note.span.bytes()))
}
