//! The formats of facts: what is written of one document, and what stands before the first and after the last.

use super::brat;
use super::input::Input;
use super::progress::Tally;
use super::table;
use clap::ValueEnum;
use hanfacts::{Document, FACTS_CSV, Marked, OBSERVATIONS_CSV, ObservationRecord, ReviewPage};
use serde::Serialize;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};

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
    /// W3C Web Annotations, as JSON Lines.
    Annotations,
    /// A folder of `.txt` and `.ann` for brat; `--into` names it.
    Brat,
    /// A document a line, as doccano takes it (JSONL with relations).
    Doccano,
    /// An array of tasks with predictions, as Label Studio takes it.
    LabelStudio,
    /// A page for review, whole in itself, which opens in a browser.
    Html,
    /// For the eye, aligned; what it came to stands on standard error.
    Table,
}

/// How facts are written.
pub(crate) struct Format {
    pub(crate) form: Form,
    /// A byte order mark before CSV, for spreadsheets that else take it for another encoding.
    pub(crate) bom: bool,
    /// The folder that brat's files are written into.
    pub(crate) into: Option<PathBuf>,
    /// Below a table, the clauses with their slots underlined.
    pub(crate) clauses: bool,
    /// Whether standard output shows colours.
    pub(crate) colour: bool,
    pub(crate) tally: Tally,
}

/// Whether colours are shown: on a terminal, unless the user wants none (<https://no-color.org>).
pub(crate) fn colour() -> bool {
    io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}

impl Format {
    /// What the run came to, for standard error.
    pub(crate) fn summary(&self) -> Option<String> {
        (self.form == Form::Table).then(|| self.tally.summary())
    }

    /// Writes what stands before a document, the first or a later one.
    pub(crate) fn before(&self, first: bool, out: &mut dyn Write) -> io::Result<()> {
        let header = match self.form {
            Form::Csv => FACTS_CSV.header(),
            Form::ObservationsCsv => OBSERVATIONS_CSV.header(),
            Form::LabelStudio => return out.write_all(if first { b"[\n" } else { b",\n" }),
            Form::Html if first => return ReviewPage::begin(out),
            _ => return Ok(()),
        };
        let mark = if self.bom { "\u{feff}" } else { "" };
        if first { out.write_all(format!("{mark}{header}").as_bytes()) } else { Ok(()) }
    }

    /// Writes what stands after the last document.
    pub(crate) fn after(&self, out: &mut dyn Write) -> io::Result<()> {
        match self.form {
            Form::LabelStudio => out.write_all(b"\n]\n"),
            Form::Html => ReviewPage::end(out),
            _ => Ok(()),
        }
    }

    /// Writes a document as files of its own; an error names the file.
    pub(crate) fn files(&self, Input { doc, text, .. }: &Input, document: &Document) -> io::Result<()> {
        brat::write(self.into.as_deref().unwrap_or(Path::new(".")), doc, &Marked::new(doc, text, document).brat())
    }

    /// What is wrong with options that another format has, if anything.
    pub(crate) fn misused(&self) -> Option<&'static str> {
        match self.form {
            Form::Csv | Form::ObservationsCsv => None,
            _ if self.bom => Some("--bom goes with --format csv and observations-csv"),
            _ => None,
        }
        .or((self.clauses && self.form != Form::Table).then_some("--clauses goes with --format table"))
        .or((self.into.is_some() && self.form != Form::Brat).then_some("--into goes with --format brat"))
    }

    /// Writes the facts of a document.
    pub(crate) fn write(&self, Input { doc, text, .. }: &Input, document: &Document, out: &mut dyn Write) -> io::Result<()> {
        match self.form {
            Form::Jsonl | Form::Brat => unreachable!("written with the place in the file, and as files"),
            Form::Table => {
                self.tally.add(text, document);
                out.write_all(table::table(doc, text, document, self.colour, self.clauses).as_bytes())
            }
            Form::Html => ReviewPage::document(out, doc, text, document),
            Form::Csv => document.facts().iter().try_for_each(|fact| out.write_all(FACTS_CSV.row(doc, fact).as_bytes())),
            Form::Annotations => Marked::new(doc, text, document).annotations().iter().try_for_each(|annotation| line(out, annotation)),
            Form::Doccano => line(out, &Marked::new(doc, text, document).doccano()),
            Form::LabelStudio => out.write_all(&serde_json::to_vec(&Marked::new(doc, text, document).label_studio())?),
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
pub(crate) fn line(out: &mut dyn Write, record: &impl Serialize) -> io::Result<()> {
    let mut line = serde_json::to_vec(record)?;
    line.push(b'\n');
    out.write_all(&line)
}
