//! Checking a pack against the format: every error at once, each with its place.

use super::format::PACK;
use super::place::problem_at;
use super::shape::{Beside, Field, Kind, Shape};
use super::{MOST_CHARS, MOST_PASSAGE, Pack, Pattern};
use crate::error::Problem;
use jiff::civil::Date;
use rust_decimal::Decimal;
use std::collections::HashMap;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// What is wrong with a pack, in the order of places.
pub(crate) fn check(pack: &Pack) -> Vec<Problem> {
    let mut checker = Checker { pack, problems: Vec::new(), seen: HashMap::new() };
    let (table, errors) = DeTable::parse_recoverable(&pack.text);
    for error in &errors {
        let (found, expected) = error.message().split_once(", expected ").unwrap_or((error.message(), "TOML"));
        checker.refuse(error.span().unwrap_or(0..0), "", found.to_owned(), expected.to_owned());
    }
    if errors.is_empty() {
        checker.record(table.get_ref(), table.span(), "", PACK);
    }
    checker.problems.sort_by_key(|problem| (problem.line, problem.column));
    checker.problems
}

struct Checker<'p> {
    pack: &'p Pack,
    problems: Vec<Problem>,
    /// Texts that may stand once, by group, and the key where each stood first.
    seen: HashMap<(&'static str, String), String>,
}

impl Checker<'_> {
    fn refuse(&mut self, at: Range<usize>, key: &str, found: String, expected: String) {
        self.problems.push(problem_at(self.pack, at.start, key, found, expected));
    }

    fn record(&mut self, table: &DeTable<'_>, at: Range<usize>, path: &str, fields: &'static [Field]) {
        let mut entries: Vec<_> = table.iter().collect();
        entries.sort_by_key(|(key, _)| key.span().start);
        for (key, value) in entries {
            let name = joined(path, key.get_ref());
            match fields.iter().find(|field| field.key == key.get_ref().as_ref()) {
                Some(field) => self.value(value, &name, field.shape, field.group),
                None => {
                    let known: Vec<&str> = fields.iter().map(|field| field.key).collect();
                    self.refuse(key.span(), &name, format!("the key {:?}", key.get_ref()), format!("one of {}", known.join(", ")));
                }
            }
        }
        for (number, field) in fields.iter().enumerate() {
            let stands = table.contains_key(field.key);
            if field.needed && !stands {
                self.refuse(
                    at.clone(),
                    &joined(path, field.key),
                    "nothing".to_owned(),
                    format!("{} ({})", wanted(field.shape), field.about),
                );
            }
            // told of at the first of the two
            let first = |other: &str| fields.iter().position(|field| field.key == other).is_some_and(|other| number < other);
            match field.beside {
                Beside::With(other) if first(other) && stands != table.contains_key(other) => {
                    let found = format!("{} alone", if stands { field.key } else { other });
                    self.refuse(at.clone(), path, found, format!("both of {} and {other}, or neither", field.key));
                }
                Beside::Or(other) if first(other) && stands == table.contains_key(other) => {
                    let found = if stands { "both" } else { "neither" };
                    self.refuse(at.clone(), path, found.to_owned(), format!("one of {} and {other}", field.key));
                }
                Beside::Any(other) if first(other) && !stands && !table.contains_key(other) => {
                    self.refuse(at.clone(), path, "neither".to_owned(), format!("{} or {other}", field.key));
                }
                _ => {}
            }
        }
    }

    fn value(&mut self, value: &Spanned<DeValue<'_>>, path: &str, shape: Shape, group: Option<&'static str>) {
        let refused = match (shape, value.get_ref()) {
            (Shape::Text(kind), DeValue::String(text)) => return self.text(text, value.span(), path, kind, group),
            (Shape::Texts(kind), DeValue::Array(list)) if !list.is_empty() => {
                return self.items(list.iter(), path, Shape::Text(kind), group);
            }
            (Shape::Row(kind, length), DeValue::Array(list)) if list.len() == length => {
                return self.items(list.iter(), path, Shape::Text(kind), group);
            }
            (Shape::Stretches, DeValue::Array(list)) => return self.items(list.iter(), path, Shape::Row(Kind::Date, 2), None),
            (Shape::Record(fields), DeValue::Table(table)) => return self.record(table, value.span(), path, fields),
            (Shape::Records(fields), DeValue::Array(list)) => return self.items(list.iter(), path, Shape::Record(fields), None),
            (Shape::Map(kind), DeValue::Table(table)) => return self.entries(table, path, Shape::Text(kind)),
            (Shape::Powers(least, most), DeValue::Table(table)) => return self.entries(table, path, Shape::Whole(least, most)),
            (Shape::Parts, DeValue::Table(table)) => return self.parts(table, path),
            (Shape::Flag, DeValue::Boolean(_)) => false,
            (Shape::Whole(least, most), DeValue::Integer(_)) => !whole(value).is_some_and(|number| (least..=most).contains(&number)),
            (Shape::Pair(least, most), DeValue::Array(_)) => {
                pair(value).is_none_or(|pair| pair.iter().any(|number| !(least..=most).contains(number)))
            }
            (Shape::FromTo(least, most), DeValue::Array(_)) => pair(value).is_none_or(|[from, to]| from > to || from < least || to > most),
            (Shape::MonthDay, DeValue::Array(_)) => {
                let day = pair(value).and_then(|[month, day]| Date::new(2024, month.try_into().ok()?, day.try_into().ok()?).ok());
                day.is_none()
            }
            _ => true,
        };
        if refused {
            self.refuse(value.span(), path, described(value.get_ref()), wanted(shape));
        }
    }

    fn items<'v>(&mut self, items: impl Iterator<Item = &'v Spanned<DeValue<'v>>>, path: &str, shape: Shape, group: Option<&'static str>) {
        for (number, item) in items.enumerate() {
            self.value(item, &format!("{path}[{number}]"), shape, group);
        }
    }

    /// The entries of a table whose keys are texts of the page.
    fn entries(&mut self, table: &DeTable<'_>, path: &str, shape: Shape) {
        for (key, item) in table {
            let path = joined(path, key.get_ref());
            self.text(key.get_ref(), key.span(), &path, Kind::Surface, None);
            self.value(item, &path, shape, None);
        }
    }

    /// Words and the parts that they fall into.
    fn parts(&mut self, table: &DeTable<'_>, path: &str) {
        self.entries(table, path, Shape::Texts(Kind::Surface));
        for (key, item) in table {
            let parts: Option<String> =
                item.get_ref().as_array().and_then(|list| list.iter().map(|part| part.get_ref().as_str()).collect());
            if let Some(parts) = parts.filter(|parts| parts != key.get_ref().as_ref()) {
                self.refuse(item.span(), &joined(path, key.get_ref()), parts, format!("parts that make up {}", key.get_ref()));
            }
        }
    }

    fn text(&mut self, text: &str, at: Range<usize>, path: &str, kind: Kind, group: Option<&'static str>) {
        if let Err(expected) = admits(kind, text) {
            return self.refuse(at, path, format!("{text:?}"), expected);
        }
        let Some(group) = group else { return };
        if let Some(first) = self.seen.get(&(group, text.to_owned())) {
            let expected = format!("a text that {first} does not have");
            self.refuse(at, path, format!("{text:?}"), expected);
        } else {
            self.seen.insert((group, text.to_owned()), path.to_owned());
        }
    }
}

/// Whether a text is of a kind, else what was expected.
fn admits(kind: Kind, text: &str) -> Result<(), String> {
    let line = |most: usize| !text.contains(['\n', '\r']) && text.chars().count() <= most;
    let held = match kind {
        Kind::Surface => !text.trim().is_empty() && line(MOST_CHARS),
        Kind::Slot => line(MOST_CHARS),
        Kind::Passage => !text.trim().is_empty() && text.chars().count() <= MOST_PASSAGE,
        Kind::Name => {
            !text.is_empty() && line(MOST_CHARS) && text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-'))
        }
        Kind::Code => !text.is_empty() && line(MOST_CHARS) && text.chars().all(|c| c.is_ascii_graphic()),
        Kind::Decimal => decimal(text).is_some(),
        Kind::Ratio => ratio(text).is_some(),
        Kind::Date => text.parse::<Date>().is_ok(),
        Kind::Pattern => return Pattern::new(text).map(drop),
        Kind::One(list) => list.contains(&text),
    };
    if held { Ok(()) } else { Err(wanted(Shape::Text(kind))) }
}

fn decimal(text: &str) -> Option<Decimal> {
    Decimal::from_str_exact(text).ok()
}

/// Top and bottom of a decimal or fraction above zero.
pub(crate) fn ratio(text: &str) -> Option<(Decimal, Decimal)> {
    let (top, bottom) = text.split_once('/').unwrap_or((text, "1"));
    let part = |part: &str| decimal(part).filter(|value| *value > Decimal::ZERO);
    Some((part(top)?, part(bottom)?))
}

fn whole(value: &Spanned<DeValue<'_>>) -> Option<i64> {
    let DeValue::Integer(number) = value.get_ref() else { return None };
    (number.radix() == 10).then(|| number.as_str().parse().ok())?
}

fn pair(value: &Spanned<DeValue<'_>>) -> Option<[i64; 2]> {
    let list: Vec<i64> = value.get_ref().as_array()?.iter().map(whole).collect::<Option<_>>()?;
    list.try_into().ok()
}

fn joined(path: &str, key: &str) -> String {
    if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") }
}

fn described(value: &DeValue<'_>) -> String {
    match value {
        DeValue::String(text) => format!("{text:?}"),
        DeValue::Integer(number) => number.to_string(),
        DeValue::Float(number) => number.to_string(),
        DeValue::Boolean(value) => value.to_string(),
        DeValue::Array(list) if list.is_empty() => "an empty list".to_owned(),
        DeValue::Array(list) => format!("[{}]", list.iter().map(|item| described(item.get_ref())).collect::<Vec<_>>().join(", ")),
        DeValue::Table(_) => "a table".to_owned(),
        DeValue::Datetime(date) => format!("the date {date} without quotation marks"),
    }
}

/// What a shape takes, in words.
fn wanted(shape: Shape) -> String {
    match shape {
        Shape::Text(Kind::Surface) => format!("a text of 1 to {MOST_CHARS} characters on one line"),
        Shape::Text(Kind::Slot) => format!("a text of at most {MOST_CHARS} characters on one line"),
        Shape::Text(Kind::Passage) => format!("a text of 1 to {MOST_PASSAGE} characters"),
        Shape::Text(Kind::Name) => "a name of letters, digits, dots and dashes".to_owned(),
        Shape::Text(Kind::Code) => "a code of UCUM or ISO 4217".to_owned(),
        Shape::Text(Kind::Decimal) => "a decimal in quotation marks".to_owned(),
        Shape::Text(Kind::Ratio) => "a decimal or a fraction above zero, in quotation marks".to_owned(),
        Shape::Text(Kind::Date) => "a date as \"2024-03-31\"".to_owned(),
        Shape::Text(Kind::Pattern) => "a regular expression over classes".to_owned(),
        Shape::Text(Kind::One(list)) => format!("one of {}", list.join(", ")),
        Shape::Texts(_) => "a list of one text or more".to_owned(),
        Shape::Row(_, length) => format!("a list of {length} texts"),
        Shape::Stretches => "a list of pairs of dates".to_owned(),
        Shape::Flag => "true or false".to_owned(),
        Shape::Whole(least, most) if least == most => least.to_string(),
        Shape::Whole(least, most) => format!("a whole number from {least} to {most}"),
        Shape::Pair(least, most) => format!("two whole numbers from {least} to {most}"),
        Shape::FromTo(least, most) => format!("two whole numbers from {least} to {most}, the second no less than the first"),
        Shape::MonthDay => "a month and a day of it".to_owned(),
        Shape::Record(_) | Shape::Map(_) | Shape::Powers(..) | Shape::Parts => "a table".to_owned(),
        Shape::Records(_) => "tables in double brackets".to_owned(),
    }
}
