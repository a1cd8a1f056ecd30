//! The formats of facts: what is written of one document, and what stands before the first and after the last.

use super::input::Input;
use clap::ValueEnum;
use hanfacts::{Document, FACTS_CSV, OBSERVATIONS_CSV, ObservationRecord};
use serde::Serialize;
use std::io::{self, Write};

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Form {
    /// A fact a line, as JSON.
    Jsonl,
    /// A fact a row.
    Csv,
    /// Facts about one thing in one record, with SDMX concepts, as JSON Lines.
    Observations,
    /// The same as CSV.
    ObservationsCsv,
}

/// How facts are written.
pub(crate) struct Format {
    pub(crate) form: Form,
    /// A byte order mark before CSV, for spreadsheets that else take it for another encoding.
    pub(crate) bom: bool,
}

impl Format {
    /// What stands before a document, the first or a later one.
    pub(crate) fn before(&self, first: bool) -> String {
        let header = match self.form {
            Form::Csv => FACTS_CSV.header(),
            Form::ObservationsCsv => OBSERVATIONS_CSV.header(),
            _ => return String::new(),
        };
        let mark = if self.bom { "\u{feff}" } else { "" };
        if first { format!("{mark}{header}") } else { String::new() }
    }

    /// Writes the facts of a document.
    pub(crate) fn write(&self, Input { doc, .. }: &Input, document: &Document, out: &mut dyn Write) -> io::Result<()> {
        match self.form {
            Form::Jsonl => unreachable!("written with the place in the file"),
            Form::Csv => document.facts().iter().try_for_each(|fact| out.write_all(FACTS_CSV.row(doc, fact).as_bytes())),
            Form::Observations => {
                document.observations().iter().try_for_each(|observation| line(out, &ObservationRecord { doc, observation }))
            }
            Form::ObservationsCsv => {
                document.observations().iter().try_for_each(|row| out.write_all(OBSERVATIONS_CSV.row(doc, row).as_bytes()))
            }
        }
    }
}

/// Writes a line of JSON at once, so that none is written in half.
fn line(out: &mut dyn Write, record: &impl Serialize) -> io::Result<()> {
    let mut line = serde_json::to_vec(record)?;
    line.push(b'\n');
    out.write_all(&line)
}
