//! The documents of the input, one at a time: files, folders, standard input, lines of JSON.

use serde_json::{Map, Value};
use std::fmt::Display;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

/// One document.
pub(crate) struct Input {
    /// Its name in the output.
    pub(crate) doc: String,
    pub(crate) text: String,
    /// Its reference date, where it brings one.
    pub(crate) date: Option<String>,
}

/// What becomes of documents, and of places where none could be read.
pub(crate) trait Sink {
    fn document(&mut self, input: Input) -> io::Result<()>;
    fn fail(&mut self, place: &dyn Display, reason: &dyn Display) -> io::Result<()>;
}

/// Reads one file, the files of a folder in order of their paths, or standard input. An error is one of the output.
pub(crate) fn path(path: &Path, sink: &mut dyn Sink) -> io::Result<()> {
    if path == Path::new("-") {
        return match read(io::stdin().lock()) {
            Ok(text) => sink.document(Input { doc: "-".to_owned(), text, date: None }),
            Err(error) => sink.fail(&"-", &error),
        };
    }
    if path.is_dir() {
        return match texts_below(path) {
            Ok(files) => files.iter().try_for_each(|file| self::path(file, sink)),
            Err(error) => sink.fail(&path.display(), &error),
        };
    }
    let doc = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
    match File::open(path).and_then(read) {
        Ok(text) => sink.document(Input { doc, text, date: None }),
        Err(error) => sink.fail(&path.display(), &error),
    }
}

/// Which fields of a line hold what.
pub(crate) struct Fields<'f> {
    pub(crate) text: &'f str,
    pub(crate) id: &'f str,
}

/// Reads a document a line.
pub(crate) fn json_lines(path: &Path, fields: &Fields<'_>, sink: &mut dyn Sink) -> io::Result<()> {
    let input: Box<dyn BufRead> = if path == Path::new("-") {
        Box::new(io::stdin().lock())
    } else {
        match File::open(path) {
            Ok(file) => Box::new(BufReader::new(file)),
            Err(error) => return sink.fail(&path.display(), &error),
        }
    };
    for (number, line) in input.lines().enumerate() {
        let place = format!("{}:{}", path.display(), number + 1);
        match line.map_err(|error| error.to_string()) {
            Ok(line) if line.trim().is_empty() => {}
            Ok(line) => match parse(&line, number + 1, fields) {
                Ok(input) => sink.document(input)?,
                Err(reason) => sink.fail(&place, &reason)?,
            },
            Err(reason) => sink.fail(&place, &reason)?,
        }
    }
    Ok(())
}

fn parse(line: &str, number: usize, fields: &Fields<'_>) -> Result<Input, String> {
    let mut line: Map<String, Value> = serde_json::from_str(line).map_err(|error| error.to_string())?;
    let text = match line.remove(fields.text) {
        Some(Value::String(text)) => text,
        Some(other) => return Err(format!("field `{}`: found {other}, expected a text", fields.text)),
        None => return Err(format!("missing field `{}`", fields.text)),
    };
    let doc = match line.remove(fields.id) {
        Some(Value::String(id)) => id,
        None | Some(Value::Null) => number.to_string(),
        Some(other) => other.to_string(),
    };
    let date = match line.remove("date") {
        Some(Value::String(given)) => Some(super::date(&given)?),
        None | Some(Value::Null) => None,
        Some(other) => return Err(format!("field `date`: found {other}, expected a date as \"2024-03-31\"")),
    };
    Ok(Input { doc, text, date })
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
