//! What is written of one document.

use super::input::Input;
use super::{Explain, Stage};
use hanfacts::{Extractor, FactRecord, Note, PeriodRecord, QuantityRecord, SentenceRecord};
use serde::Serialize;

/// How documents are read.
pub(crate) struct Work {
    pub(crate) extractor: Extractor,
    pub(crate) stage: Option<Stage>,
    pub(crate) explain: Option<Explain>,
    /// The reference date of documents that bring none.
    pub(crate) date: Option<String>,
}

/// What is to be written of a document.
#[derive(Default)]
pub(crate) struct Written {
    /// For standard output, whole lines.
    pub(crate) out: Vec<u8>,
    /// For standard error, a line each.
    pub(crate) warnings: Vec<String>,
}

impl Work {
    /// Reads a document.
    pub(crate) fn on(&self, input: &Input) -> Written {
        let mut written = Written::default();
        let Input { doc, text, .. } = input;
        let date = input.date.as_deref().or(self.date.as_deref());
        match (self.stage, self.explain) {
            (Some(Stage::Periods), _) => {
                let periods = date.map_or_else(|| self.extractor.periods(text), |date| self.extractor.periods_on(text, date));
                periods.iter().for_each(|period| written.record(&PeriodRecord { doc, period }));
            }
            (Some(Stage::Quantities), _) => {
                self.extractor.quantities(text).iter().for_each(|quantity| written.record(&QuantityRecord { doc, quantity }));
            }
            (None, Some(form)) => self.explanation(input, date, form, &mut written),
            (None, None) => {
                let document = date.map_or_else(|| self.extractor.extract(text), |date| self.extractor.extract_on(text, date));
                written.warn(doc, document.notes());
                document.facts().iter().for_each(|fact| written.record(&FactRecord { doc, fact }));
            }
        }
        written
    }

    fn explanation(&self, Input { doc, text, .. }: &Input, date: Option<&str>, form: Explain, written: &mut Written) {
        let explanation = date.map_or_else(|| self.extractor.explain(text), |date| self.extractor.explain_on(text, date));
        written.warn(doc, explanation.notes());
        match form {
            Explain::Text if explanation.sentences().is_empty() => {}
            Explain::Text => written.out.extend(format!("# {doc}\n\n{explanation}\n").into_bytes()),
            Explain::Json => explanation.sentences().iter().for_each(|sentence| written.record(&SentenceRecord { doc, sentence })),
        }
    }
}

impl Written {
    fn record(&mut self, record: &impl Serialize) {
        serde_json::to_writer(&mut self.out, record).expect("records have string keys, and a vector takes all");
        self.out.push(b'\n');
    }

    /// Says what was left out of a document.
    fn warn(&mut self, doc: &str, notes: &[Note]) {
        self.warnings.extend(notes.iter().map(|note| format!("{doc}: {:?} at bytes {:?}", note.kind, note.span.bytes())));
    }
}
