//! Reads Chinese articles and writes their numeric facts as JSON Lines.
//!
//! `extract [--rules FILE]… [--date YYYY-MM-DD] [--stage quantities|periods | --explain[=text|json]] [--jsonl] [PATH…]`: files,
//! folders (all `*.txt` below them) or standard input (`-`, or no path). Exit status: 0, also where nothing is found; 1 where some
//! input could not be read, the rest having been processed; 2 for wrong usage, or a rule pack that cannot be taken.
//!
//! `extract --check FILE…` loads rule packs, one laid over the other, and runs their examples. Exit status: 0 where all hold and fire
//! every rule, else 1.

use clap::{Parser, ValueEnum};
use hanfacts::{Extractor, ExtractorBuilder, FactRecord, Note, PeriodRecord, QuantityRecord, SentenceRecord};
use serde::Deserialize;
use std::io::{self, BufRead, BufWriter, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Numeric facts of Chinese articles as JSON Lines.
#[derive(Parser)]
#[command(version)]
struct Options {
    /// Reference date of the documents (YYYY-MM-DD).
    #[arg(long, value_parser = date)]
    date: Option<String>,
    /// Write what one stage reads instead of facts.
    #[arg(long)]
    stage: Option<Stage>,
    /// Write how each fact came about, and why a quantity made none: for reading, or as JSON Lines, a sentence a line.
    #[arg(long, value_name = "FORM", num_args = 0..=1, require_equals = true, default_missing_value = "text", conflicts_with = "stage")]
    explain: Option<Explain>,
    /// Lay a rule pack over the built-in data; may be given several times.
    #[arg(long, value_name = "FILE")]
    rules: Vec<PathBuf>,
    /// Load rule packs and run their examples, and do nothing else.
    #[arg(long, value_name = "FILE", num_args = 1.., exclusive = true)]
    check: Vec<PathBuf>,
    /// Take JSON Lines with `text`, and optionally `id` and `date`, one document a line.
    #[arg(long)]
    jsonl: bool,
    /// Files, folders, or `-` for standard input.
    paths: Vec<PathBuf>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Stage {
    /// Every numeral that is no date and no name.
    Quantities,
    /// Every time expression, with its dates.
    Periods,
}

#[derive(Clone, Copy, ValueEnum)]
enum Explain {
    /// For reading.
    Text,
    /// As JSON Lines.
    Json,
}

/// A line of `--jsonl` input.
#[derive(Deserialize)]
struct Line {
    text: String,
    id: Option<serde_json::Value>,
    #[serde(default)]
    date: Option<String>,
}

fn date(text: &str) -> Result<String, String> {
    Extractor::builder().reference_date(text).build().map(|_| text.to_owned()).map_err(|error| error.to_string())
}

fn main() -> ExitCode {
    let mut options = Options::parse();
    if !options.check.is_empty() {
        return check(&options.check);
    }
    if options.paths.is_empty() {
        options.paths.push("-".into());
    }
    let extractor = match with_rules(&options.rules).build() {
        Ok(extractor) => extractor,
        Err(error) => {
            eprintln!("{error}");
            return ExitCode::from(2);
        }
    };
    let mut run = Run {
        extractor,
        out: BufWriter::new(io::stdout().lock()),
        failed: false,
        stage: options.stage,
        explain: options.explain,
        date: options.date,
    };
    let outcome = options.paths.iter().try_for_each(|path| if options.jsonl { run.json_lines(path) } else { run.path(path) });
    match outcome.and_then(|()| run.out.flush()) {
        Ok(()) if run.failed => ExitCode::from(1),
        Ok(()) => ExitCode::SUCCESS,
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("extract: standard output: {error}");
            ExitCode::from(1)
        }
    }
}

fn with_rules(files: &[PathBuf]) -> ExtractorBuilder {
    files.iter().fold(Extractor::builder(), |builder, file| builder.rules_file(file))
}

/// Says what the examples of rule packs show.
fn check(files: &[PathBuf]) -> ExitCode {
    let check = match with_rules(files).check() {
        Ok(check) => check,
        Err(error) => {
            eprintln!("{error}");
            return ExitCode::from(1);
        }
    };
    for problem in check.failures.iter().chain(&check.idle) {
        println!("{problem}");
    }
    let (failed, idle) = (check.failures.len(), check.idle.len());
    println!("examples: {}, points missed: {failed}; rules: {}, idle: {idle}", check.examples, check.rules);
    if check.passes() { ExitCode::SUCCESS } else { ExitCode::from(1) }
}

struct Run<W: Write> {
    extractor: Extractor,
    out: W,
    failed: bool,
    stage: Option<Stage>,
    explain: Option<Explain>,
    /// The reference date of documents that bring none.
    date: Option<String>,
}

impl<W: Write> Run<W> {
    /// One file, the files of a folder in order of their names, or standard input. An error is one of the output.
    fn path(&mut self, path: &Path) -> io::Result<()> {
        if path == Path::new("-") {
            return match read(io::stdin().lock()) {
                Ok(text) => self.document("-", &text, None),
                Err(error) => self.fail(&"-", error),
            };
        }
        if path.is_dir() {
            return match texts_below(path) {
                Ok(files) => files.iter().try_for_each(|file| self.path(file)),
                Err(error) => self.fail(&path.display(), error),
            };
        }
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
        match std::fs::File::open(path).and_then(read) {
            Ok(text) => self.document(&name, &text, None),
            Err(error) => self.fail(&path.display(), error),
        }
    }

    fn json_lines(&mut self, path: &Path) -> io::Result<()> {
        let input: Box<dyn BufRead> = if path == Path::new("-") {
            Box::new(io::stdin().lock())
        } else {
            match std::fs::File::open(path) {
                Ok(file) => Box::new(io::BufReader::new(file)),
                Err(error) => return self.fail(&path.display(), error),
            }
        };
        for (number, line) in input.lines().enumerate() {
            let place = format!("{}:{}", path.display(), number + 1);
            let line = match line {
                Ok(line) if line.trim().is_empty() => continue,
                Ok(line) => line,
                Err(error) => {
                    self.fail(&place, error)?;
                    continue;
                }
            };
            match parse(&line) {
                Ok(document) => {
                    let id = document.name().unwrap_or_else(|| (number + 1).to_string());
                    self.document(&id, &document.text, document.date.as_deref())?;
                }
                Err(reason) => self.fail(&place, reason)?,
            }
        }
        Ok(())
    }

    fn document(&mut self, doc: &str, text: &str, date: Option<&str>) -> io::Result<()> {
        if matches!(self.stage, Some(Stage::Periods)) {
            let periods = match date.or(self.date.as_deref()) {
                Some(date) => self.extractor.periods_on(text, date),
                None => self.extractor.periods(text),
            };
            return periods.iter().try_for_each(|period| self.record(&PeriodRecord { doc, period }));
        }
        if matches!(self.stage, Some(Stage::Quantities)) {
            return self.extractor.quantities(text).iter().try_for_each(|quantity| self.record(&QuantityRecord { doc, quantity }));
        }
        if let Some(form) = self.explain {
            return self.explanation(doc, text, date, form);
        }
        let document = match date.or(self.date.as_deref()) {
            Some(date) => self.extractor.extract_on(text, date),
            None => self.extractor.extract(text),
        };
        warn(doc, document.notes());
        document.facts().iter().try_for_each(|fact| self.record(&FactRecord { doc, fact }))
    }

    fn explanation(&mut self, doc: &str, text: &str, date: Option<&str>, form: Explain) -> io::Result<()> {
        let explanation = match date.or(self.date.as_deref()) {
            Some(date) => self.extractor.explain_on(text, date),
            None => self.extractor.explain(text),
        };
        warn(doc, explanation.notes());
        match form {
            Explain::Text if explanation.sentences().is_empty() => Ok(()),
            Explain::Text => writeln!(self.out, "# {doc}\n\n{explanation}"),
            Explain::Json => explanation.sentences().iter().try_for_each(|sentence| self.record(&SentenceRecord { doc, sentence })),
        }
    }

    fn record(&mut self, record: &impl serde::Serialize) -> io::Result<()> {
        let mut line = serde_json::to_vec(record)?;
        line.push(b'\n');
        self.out.write_all(&line)
    }

    fn fail(&mut self, place: &dyn std::fmt::Display, reason: impl std::fmt::Display) -> io::Result<()> {
        eprintln!("extract: {place}: {reason}");
        self.failed = true;
        Ok(())
    }
}

impl Line {
    fn name(&self) -> Option<String> {
        match self.id.as_ref()? {
            serde_json::Value::String(id) => Some(id.clone()),
            serde_json::Value::Null => None,
            other => Some(other.to_string()),
        }
    }
}

/// Says what was left out of a document.
fn warn(doc: &str, notes: &[Note]) {
    for note in notes {
        eprintln!("extract: {doc}: {:?} at bytes {:?}", note.kind, note.span.bytes());
    }
}

fn parse(line: &str) -> Result<Line, String> {
    let line: Line = serde_json::from_str(line).map_err(|error| error.to_string())?;
    if let Some(given) = &line.date {
        date(given)?;
    }
    Ok(line)
}

fn read(mut input: impl Read) -> io::Result<String> {
    let mut bytes = Vec::new();
    input.read_to_end(&mut bytes)?;
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        io::Error::new(io::ErrorKind::InvalidData, format!("not UTF-8 from byte {at} on"))
    })
}

/// The `*.txt` files below a folder, in order of their paths.
fn texts_below(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "txt") {
                files.push(path);
            }
        }
    }
    files.sort();
    Ok(files)
}
