//! Facts for the eye: a table whose columns are aligned by what Chinese takes on a terminal, and the clauses with their slots underlined.

use hanfacts::{Document, Fact, Kind, Modality, Part, Role};
use serde::Serialize;
use std::fmt::Write as _;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

const HEADER: [&str; 7] = ["", "kind", "indicator", "quantity", "period", "modality", "besides"];

/// The facts of a document under its name; of none, nothing.
pub(crate) fn table(doc: &str, text: &str, document: &Document, colour: bool, clauses: bool) -> String {
    let facts = document.facts();
    if facts.is_empty() {
        return String::new();
    }
    let rows: Vec<[String; 7]> = facts.iter().map(cells).collect();
    let width = |column: usize| rows.iter().map(|row| row[column].width()).max().unwrap_or(0).max(HEADER[column].width());
    let widths: Vec<usize> = (0..HEADER.len()).map(width).collect();
    let mut out = format!("{}\n", painted(&shown(doc), "1", colour));
    out += &painted(&line(&HEADER.map(str::to_owned), &widths), "2", colour);
    for (row, fact) in rows.iter().zip(facts) {
        out.push('\n');
        out += &painted(&line(row, &widths), paint(fact.kind), colour);
    }
    out.push('\n');
    if clauses {
        facts.iter().for_each(|fact| out += &clause(fact, text, colour));
    }
    out.push('\n');
    out
}

fn paint(kind: Kind) -> &'static str {
    match kind {
        Kind::Level => "32",
        Kind::Change => "33",
        Kind::Share => "36",
        Kind::Rank => "35",
    }
}

/// A text in a colour (SGR of ECMA-48).
fn painted(text: &str, code: &str, colour: bool) -> String {
    if colour { format!("\u{1b}[{code}m{text}\u{1b}[0m") } else { text.to_owned() }
}

/// A text without what would move the cursor.
pub(crate) fn shown(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

fn cells(fact: &Fact) -> [String; 7] {
    let slot = |text: Option<&str>| text.map_or_else(|| "-".to_owned(), shown);
    let period = fact.period.as_ref().map(|period| period.text.as_str());
    let modality = if fact.modality == Modality::Actual { String::new() } else { word(&fact.modality) };
    let doubted = fact.doubts.iter().map(|doubt| format!("? {doubt}"));
    [
        fact.id.to_string(),
        word(&fact.kind),
        slot(fact.indicator.as_ref().map(|slot| slot.text.as_str())),
        shown(&fact.quantity.text),
        slot(period),
        modality,
        std::iter::once(besides(fact)).chain(doubted).filter(|said| !said.is_empty()).collect::<Vec<_>>().join("  "),
    ]
}

/// What the other slots say.
fn besides(fact: &Fact) -> String {
    if let Some(change) = &fact.change {
        return format!("{} {}", word(&change.direction), word(&change.basis));
    }
    let whole = fact.share.as_ref().and_then(|share| share.whole.as_ref()).map(|whole| format!("of {}", shown(&whole.text)));
    let scope = fact.rank.as_ref().and_then(|rank| rank.scope.as_ref()).map(|scope| format!("in {}", shown(&scope.text)));
    whole.or(scope).unwrap_or_default()
}

/// A word of the output.
fn word(value: &impl Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

/// A row, numbers of facts to the right.
fn line(cells: &[String; 7], widths: &[usize]) -> String {
    let mut line = format!("{:>1$}", cells[0], widths[0]);
    for (cell, width) in cells.iter().zip(widths).skip(1) {
        let _ = write!(line, "  {cell}{}", " ".repeat(width - cell.width()));
    }
    line.trim_end().to_owned()
}

/// The clause of a fact with its slots underlined: the quantity with `^`, others with `-` and `~` in turn, each with its name beneath.
fn clause(fact: &Fact, text: &str, colour: bool) -> String {
    let span = fact.span.bytes();
    let mut parts: Vec<Part> = fact.parts();
    parts.retain(|part| span.start <= part.span.bytes().start && part.span.bytes().end <= span.end);
    parts.sort_by_key(|part| (part.span.bytes().start, part.role));
    let number = fact.id.to_string();
    let margin = " ".repeat(number.len());
    let mut under = String::new();
    let mut starts = vec![0; parts.len()];
    let mut column = 0;
    for (at, c) in text[span.clone()].char_indices().map(|(at, c)| (span.start + at, c)) {
        for (start, part) in starts.iter_mut().zip(&parts) {
            if part.span.bytes().start == at {
                *start = column;
            }
        }
        let width = if c.is_control() { 1 } else { c.width().unwrap_or(0) };
        let holding = parts.iter().enumerate().filter(|(_, part)| part.span.bytes().contains(&at));
        // where slots hold one another, the quantity and then what begins last shows
        let shows = holding.max_by_key(|(number, part)| (part.role == Role::Quantity, *number));
        let mark = shows.map_or(" ", |(number, part)| mark(number, part.role));
        under += &mark.repeat(width);
        column += width;
    }
    let mut out = format!("\n{number} | {}\n{margin} | {}\n", shown(&text[span]), painted(under.trim_end(), paint(fact.kind), colour));
    for row in names(&starts, &parts) {
        let _ = writeln!(out, "{margin} | {}", painted(&row, paint(fact.kind), colour));
    }
    out
}

/// Slots that touch have different marks.
fn mark(number: usize, role: Role) -> &'static str {
    match role {
        Role::Quantity => "^",
        _ if number.is_multiple_of(2) => "-",
        _ => "~",
    }
}

/// The names of the parts beneath their first columns, in as many rows as it takes.
fn names(starts: &[usize], parts: &[Part]) -> Vec<String> {
    let mut rows: Vec<String> = Vec::new();
    for (&start, part) in starts.iter().zip(parts) {
        // a blank between two names
        let free = rows.iter().position(|row| row.len() < start || row.is_empty());
        let row = free.unwrap_or_else(|| {
            rows.push(String::new());
            rows.len() - 1
        });
        let gap = start.saturating_sub(rows[row].len());
        rows[row] += &" ".repeat(gap);
        rows[row] += part.role.name();
    }
    rows
}
