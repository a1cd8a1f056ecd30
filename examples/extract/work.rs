//! What is written of one document.

use super::input::Input;
use super::{Explain, Stage};
use hanfacts::{Extractor, FactRecord, Note, PeriodRecord, QuantityRecord, SentenceRecord};
use serde::Serialize;
use std::io::{self, Write};

/// How documents are read.
pub(crate) struct Work {
    pub(crate) extractor: Extractor,
    pub(crate) stage: Option<Stage>,
    pub(crate) explain: Option<Explain>,
    /// The reference date of documents that bring none.
    pub(crate) date: Option<String>,
}

impl Work {
    /// Reads a document and writes its lines; what was left out of it is said in the lines that come back, for standard error.
    pub(crate) fn on(&self, input: &Input, out: &mut dyn Write) -> io::Result<Vec<String>> {
        let Input { doc, text, .. } = input;
        let date = input.date.as_deref().or(self.date.as_deref());
        match (self.stage, self.explain) {
            (Some(Stage::Periods), _) => {
                let periods = date.map_or_else(|| self.extractor.periods(text), |date| self.extractor.periods_on(text, date));
                periods.iter().try_for_each(|period| record(out, &PeriodRecord { doc, period }))?;
                Ok(Vec::new())
            }
            (Some(Stage::Quantities), _) => {
                let quantities = self.extractor.quantities(text);
                quantities.iter().try_for_each(|quantity| record(out, &QuantityRecord { doc, quantity }))?;
                Ok(Vec::new())
            }
            (None, Some(form)) => self.explanation(input, date, form, out),
            (None, None) => {
                let document = date.map_or_else(|| self.extractor.extract(text), |date| self.extractor.extract_on(text, date));
                document.facts().iter().try_for_each(|fact| record(out, &FactRecord { doc, fact }))?;
                Ok(said(doc, document.notes()))
            }
        }
    }

    fn explanation(
        &self,
        Input { doc, text, .. }: &Input,
        date: Option<&str>,
        form: Explain,
        out: &mut dyn Write,
    ) -> io::Result<Vec<String>> {
        let explanation = date.map_or_else(|| self.extractor.explain(text), |date| self.extractor.explain_on(text, date));
        match form {
            Explain::Text if explanation.sentences().is_empty() => {}
            Explain::Text => writeln!(out, "# {doc}\n\n{explanation}")?,
            Explain::Json => explanation.sentences().iter().try_for_each(|sentence| record(out, &SentenceRecord { doc, sentence }))?,
        }
        Ok(said(doc, explanation.notes()))
    }
}

fn record(out: &mut dyn Write, record: &impl Serialize) -> io::Result<()> {
    // a line at once, so that none is written in half
    let mut line = serde_json::to_vec(record)?;
    line.push(b'\n');
    out.write_all(&line)
}

/// What was left out of a document.
fn said(doc: &str, notes: &[Note]) -> Vec<String> {
    notes.iter().map(|note| format!("{doc}: {:?} at bytes {:?}", note.kind, note.span.bytes())).collect()
}
