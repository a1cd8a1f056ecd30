//! JSON Lines: a document a line.

use super::input::{Input, Sink};
use serde_json::{Map, Value};
use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::Path;

/// Which fields of a line hold what.
pub(crate) struct Fields<'f> {
    pub(crate) text: &'f str,
    pub(crate) id: &'f str,
}

/// Reads the documents of a file. An error is one of the output.
pub(crate) fn read(path: &Path, fields: &Fields<'_>, sink: &mut dyn Sink) -> io::Result<()> {
    if path == Path::new("-") {
        return lines(path, io::stdin().lock(), fields, sink);
    }
    if path.is_dir() {
        return sink.fail(&path.display(), &"a folder: --jsonl takes files, or - for standard input");
    }
    match File::open(path) {
        Ok(file) => lines(path, BufReader::new(file), fields, sink),
        Err(error) => sink.fail(&path.display(), &error),
    }
}

fn lines(path: &Path, mut from: impl BufRead, fields: &Fields<'_>, sink: &mut dyn Sink) -> io::Result<()> {
    let mut line = Vec::new();
    for number in 1.. {
        line.clear();
        match from.read_until(b'\n', &mut line) {
            Ok(0) => break,
            Ok(_) => {}
            // what cannot be read now cannot be read on
            Err(error) => return sink.fail(&format_args!("{}:{number}", path.display()), &error),
        }
        if number == 1 && (line.starts_with(b"\xff\xfe") || line.starts_with(b"\xfe\xff")) {
            return sink.fail(&path.display(), &"UTF-16, and JSON Lines are UTF-8: convert the file first");
        }
        match document(&line, number, fields) {
            Ok(None) => {}
            Ok(Some(input)) => sink.document(Input { size: line.len(), ..input })?,
            Err(reason) => sink.fail(&format_args!("{}:{number}", path.display()), &reason)?,
        }
    }
    Ok(())
}

fn document(line: &[u8], number: usize, fields: &Fields<'_>) -> Result<Option<Input>, String> {
    let line = std::str::from_utf8(line)
        .map_err(|error| format!("not UTF-8 from byte {} of the line on; JSON Lines are UTF-8", error.valid_up_to()))?;
    let line = if number == 1 { line.trim_start_matches('\u{feff}') } else { line };
    if line.trim().is_empty() { Ok(None) } else { parse(line, number, fields).map(Some) }
}

fn parse(line: &str, number: usize, fields: &Fields<'_>) -> Result<Input, String> {
    let mut line: Map<String, Value> = serde_json::from_str(line).map_err(|error| told(&error))?;
    let text = match line.remove(fields.text) {
        Some(Value::String(text)) => text,
        Some(other) => return Err(format!("field `{}`: found {}, expected a text", fields.text, shown(&other))),
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
        Some(other) => return Err(format!("field `date`: found {}, expected a date as \"2024-03-31\"", shown(&other))),
    };
    Ok(Input { doc, text, date, ..Input::default() })
}

/// What is wrong with a line; the parser counts lines from this one.
fn told(error: &serde_json::Error) -> String {
    let message = error.to_string();
    let message = message.split(" at line ").next().unwrap_or_default();
    format!("no JSON object: {message} at column {}", error.column())
}

/// A value in a message, which a long one would flood.
fn shown(value: &Value) -> String {
    match value {
        Value::Array(_) => "a list".to_owned(),
        Value::Object(_) => "an object".to_owned(),
        Value::String(text) => format!("{:?}", text.chars().take(40).collect::<String>()),
        other => other.to_string(),
    }
}
