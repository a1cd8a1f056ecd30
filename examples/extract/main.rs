//! Reads Chinese articles and writes their numeric facts as JSON Lines, or in another format.
//!
//! `extract [--rules FILE]… [--date YYYY-MM-DD] [--stage text|quantities|periods | --explain[=text|json] | --format FORMAT] [--threads N] [--jsonl | --encoding NAME --html] [PATH…]`:
//! files, folders (all `*.txt` below them) or standard input (`-`, or no path), one document after the other, however many there are.
//! Exit status: 0, also where nothing is found; 1 where some input could not be read, or not all of it, the rest having been processed,
//! or where the output could not be written; 2 for wrong usage, or a rule pack that cannot be taken.
//!
//! `extract --check FILE…` loads rule packs, one laid over the other, and runs their examples. Exit status: 0 where all hold and fire
//! every rule, else 1.

use clap::{Parser, ValueEnum};
use encoding_rs::Encoding;
use format::{Form, Format};
use hanfacts::{Date, Extractor, ExtractorBuilder};
use input::Reading;
use json_lines::Fields;
use lines::Lines;
use progress::{Progress, Tally};
use run::Run;
use std::fmt::Display;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use work::Work;

mod brat;
mod decode;
mod folder;
mod format;
mod html;
mod input;
mod json_lines;
mod lines;
mod offsets;
mod progress;
mod run;
mod table;
mod work;

/// Numeric facts of Chinese articles.
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
    /// How facts are written.
    #[arg(long, value_name = "FORMAT", default_value = "jsonl", conflicts_with_all = ["stage", "explain"])]
    format: Form,
    /// Begin CSV with a byte order mark, without which some spreadsheets take it for another encoding.
    #[arg(long)]
    bom: bool,
    /// The folder that `--format brat` writes into, which must not hold files of these names.
    #[arg(long, value_name = "FOLDER", required_if_eq("format", "brat"))]
    into: Option<PathBuf>,
    /// Show each clause with its slots underlined below a table.
    #[arg(long)]
    clauses: bool,
    /// Lay a rule pack over the built-in data; may be given several times.
    #[arg(long, value_name = "FILE")]
    rules: Vec<PathBuf>,
    /// Load rule packs and run their examples, and do nothing else.
    #[arg(long, value_name = "FILE", num_args = 1.., exclusive = true)]
    check: Vec<PathBuf>,
    /// Take JSON Lines with a text, and optionally an id and a `date`, one document a line.
    #[arg(long)]
    jsonl: bool,
    /// The field of such a line that holds the text.
    #[arg(long, value_name = "NAME", default_value = "text", requires = "jsonl")]
    text_field: String,
    /// The field that holds the id.
    #[arg(long, value_name = "NAME", default_value = "id", requires = "jsonl")]
    id_field: String,
    /// Read so many documents at once (0: as many as there are processors); the output is in the order of the input all the same.
    #[arg(long, value_name = "N", default_value_t = 1)]
    threads: usize,
    /// The encoding of all files, by its WHATWG label (utf-8, gb18030, gbk, big5, utf-16le …); else each file's own is found out.
    #[arg(long, value_name = "NAME", value_parser = decode::named, conflicts_with = "jsonl")]
    encoding: Option<&'static Encoding>,
    /// Read HTML pages: the files named (`*.txt` aside), standard input, and the `*.html` and `*.htm` of folders.
    #[arg(long, conflicts_with = "jsonl")]
    html: bool,
    /// Files, folders, or `-` for standard input.
    paths: Vec<PathBuf>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Stage {
    /// The text that is read: decoded, and of an HTML page what it shows.
    Text,
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

fn date(text: &str) -> Result<String, String> {
    text.parse::<Date>().map(|_| text.to_owned()).map_err(|error| error.to_string())
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
            let _ = writeln!(io::stderr(), "{error}");
            return ExitCode::from(2);
        }
    };
    let threads = match run::threads(options.threads) {
        Ok(threads) => threads,
        Err(reason) => {
            say(&format_args!("--threads {}: {reason}", options.threads));
            return ExitCode::from(2);
        }
    };
    let format = Format {
        form: options.format,
        bom: options.bom,
        into: options.into,
        clauses: options.clauses,
        colour: format::colour(),
        tally: Tally::new(),
    };
    if let Some(misused) = format.misused() {
        say(&misused);
        return ExitCode::from(2);
    }
    let work = Work { extractor, stage: options.stage, explain: options.explain, format, date: options.date };
    let reading = Reading { encoding: options.encoding, html: options.html };
    let progress = Progress::over(&options.paths, reading.extensions());
    let mut run = Run::new(work, Lines::standard_output(), threads, progress);
    let fields = Fields { text: &options.text_field, id: &options.id_field };
    let mut read = |path: &PathBuf| if options.jsonl { json_lines::read(path, &fields, &mut run) } else { reading.path(path, &mut run) };
    let read = options.paths.iter().try_for_each(&mut read);
    status(read.and_then(|()| run.end()))
}

/// The exit status of output that was written, all of it well or not, or could not be.
fn status(written: io::Result<bool>) -> ExitCode {
    match written {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        // who reads on has seen enough
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            say(&format_args!("standard output: {error}"));
            ExitCode::from(1)
        }
    }
}

/// Tells the user; a standard error that takes nothing is no reason to stop.
fn say(message: &dyn Display) {
    let _ = writeln!(io::stderr(), "extract: {}", table::shown(&message.to_string()));
}

fn with_rules(files: &[PathBuf]) -> ExtractorBuilder {
    files.iter().fold(Extractor::builder(), |builder, file| builder.rules_file(file))
}

/// Says what the examples of rule packs show.
fn check(files: &[PathBuf]) -> ExitCode {
    let check = match with_rules(files).check() {
        Ok(check) => check,
        Err(error) => {
            let _ = writeln!(io::stderr(), "{error}");
            return ExitCode::from(1);
        }
    };
    let problems: String = check.failures.iter().chain(&check.idle).map(|problem| format!("{problem}\n")).collect();
    let (failed, idle) = (check.failures.len(), check.idle.len());
    let sum = format!("examples: {}, points missed: {failed}; rules: {}, idle: {idle}\n", check.examples, check.rules);
    let mut out = Lines::standard_output();
    let written = out.write_all((problems + &sum).as_bytes()).and_then(|()| out.flush());
    status(written.map(|()| check.passes()))
}
