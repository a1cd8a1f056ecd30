//! Laying packs over one another: what a pack names, it takes over from the data before it.

use super::format::{PACK, SECTIONS_OFF};
use super::place::{Step, problem};
use super::shape::{Field, Shape};
use super::{MOST_RULES, Pack, built_in};
use crate::error::{Error, Problem};
use serde::de::DeserializeOwned;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;
use toml::{Table, Value};

/// Packs laid over one another.
#[derive(Debug, Clone, Default)]
pub(crate) struct Data(Table);

/// Texts by the group that they belong to.
type Grouped = HashMap<&'static str, HashSet<String>>;

impl Data {
    /// The built-in packs.
    pub(crate) fn built_in() -> &'static Self {
        static DATA: LazyLock<Data> = LazyLock::new(|| {
            let mut data = Data::default();
            for pack in built_in() {
                data.lay_over(&pack).unwrap_or_else(|problems| panic!("built-in data: {}", Error::refused(problems)));
            }
            data
        });
        &DATA
    }

    /// Lays a checked pack over this. What it switches off must be there.
    pub(crate) fn lay_over(&mut self, pack: &Pack) -> Result<(), Vec<Problem>> {
        let table: Table = toml::from_str(&pack.text)
            .map_err(|error| vec![problem(pack, &[], error.message().to_owned(), "the format of packs".to_owned())])?;
        let mut problems = Vec::new();
        if let Some(Value::Table(off)) = table.get("off") {
            problems = self.switch_off(pack, off);
        }
        for (key, value) in table {
            if let Some(field) = PACK.iter().find(|field| field.key == key && !["version", "example", "off"].contains(&field.key)) {
                merge(&mut self.0, field, value);
            }
        }
        let rules = self.0.get("rule").and_then(Value::as_array).map_or(0, Vec::len);
        if rules > MOST_RULES {
            let expected = format!("at most {MOST_RULES}, those before counted");
            problems.push(problem(pack, &[Step::Key("rule")], format!("{rules} rules"), expected));
        }
        if problems.is_empty() { Ok(()) } else { Err(problems) }
    }

    fn switch_off(&mut self, pack: &Pack, off: &Table) -> Vec<Problem> {
        let mut problems = Vec::new();
        for (key, sections) in SECTIONS_OFF {
            for (number, word) in off.get(*key).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).enumerate() {
                let fields = PACK.iter().filter(|field| sections.contains(&field.key));
                let found = fields.filter(|field| self.0.get_mut(field.key).is_some_and(|value| remove(value, field.shape, word))).count();
                if found == 0 {
                    let path = [Step::Key("off"), Step::Key(key), Step::Item(number)];
                    problems.push(problem(pack, &path, format!("{word:?}"), format!("one of the {key} of the data before")));
                }
            }
        }
        problems
    }

    /// Reads what stands under some keys, which must be all that `T` has.
    pub(crate) fn read<T: DeserializeOwned>(&self, keys: &[&str]) -> Result<T, Error> {
        let table: Table = keys.iter().filter_map(|key| Some(((*key).to_owned(), self.0.get(*key)?.clone()))).collect();
        table.try_into().map_err(|error| Error::syntax(keys.join(", "), error))
    }

    /// Reads a section.
    pub(crate) fn section<T: DeserializeOwned>(&self, key: &str) -> Result<T, Error> {
        let section = self.0.get(key).cloned().unwrap_or_else(|| Value::Table(Table::new()));
        section.try_into().map_err(|error| Error::syntax(key, error))
    }
}

/// Lays a value over what a table has of a field.
fn merge(data: &mut Table, field: &Field, value: Value) {
    let Some(known) = data.get_mut(field.key) else {
        data.insert(field.key.to_owned(), value);
        return;
    };
    match (field.shape, known, value) {
        (Shape::Record(fields), Value::Table(known), Value::Table(new)) => {
            let mut taken = Grouped::new();
            grouped(&new, fields, &mut taken);
            for field in fields {
                let taken = field.group.and_then(|group| taken.get(group));
                if let (Some(taken), Some(Value::Array(list))) = (taken, known.get_mut(field.key)) {
                    list.retain(|item| !item.as_str().is_some_and(|text| taken.contains(text)));
                }
            }
            for (key, value) in new {
                if let Some(field) = fields.iter().find(|field| field.key == key) {
                    merge(known, field, value);
                }
            }
        }
        (Shape::Records(fields), Value::Array(known), Value::Array(new)) => lay_entries(known, fields, new),
        (Shape::Texts(_), Value::Array(known), Value::Array(new)) => {
            let have: HashSet<String> = known.iter().filter_map(Value::as_str).map(str::to_owned).collect();
            known.extend(new.into_iter().filter(|item| !item.as_str().is_some_and(|text| have.contains(text))));
        }
        (Shape::Map(_) | Shape::Powers(..) | Shape::Parts, Value::Table(known), Value::Table(new)) => known.extend(new),
        (_, known, value) => *known = value,
    }
}

/// Lays entries over those known: an entry of a name that is known takes its place, others of a name claim before all; of lists of
/// texts, the new entries take over theirs.
fn lay_entries(known: &mut Vec<Value>, fields: &[Field], new: Vec<Value>) {
    let mut taken = Grouped::new();
    new.iter().filter_map(Value::as_table).for_each(|entry| grouped(entry, fields, &mut taken));
    known.retain_mut(|entry| {
        let Some(entry) = entry.as_table_mut() else { return false };
        keeps(entry, fields, |field, text| field.group.and_then(|group| taken.get(group)).is_some_and(|taken| taken.contains(text)))
    });
    let Some(name) = fields.iter().find(|field| field.group.is_some() && matches!(field.shape, Shape::Text(_))) else {
        known.extend(new);
        return;
    };
    let mut first = Vec::new();
    for entry in new {
        match known.iter_mut().find(|other| other.get(name.key) == entry.get(name.key)) {
            Some(place) => *place = entry,
            None => first.push(entry),
        }
    }
    first.append(known);
    *known = first;
}

/// The texts of a table's fields that belong to groups.
fn grouped(table: &Table, fields: &[Field], into: &mut Grouped) {
    for field in fields {
        let (Some(group), Some(Value::Array(list))) = (field.group, table.get(field.key)) else { continue };
        into.entry(group).or_default().extend(list.iter().filter_map(Value::as_str).map(str::to_owned));
    }
}

/// Takes texts out of the grouped lists of an entry; false where it had some and none is left.
fn keeps(entry: &mut Table, fields: &[Field], gone: impl Fn(&Field, &str) -> bool) -> bool {
    let (mut before, mut after) = (0, 0);
    for field in fields.iter().filter(|field| field.group.is_some()) {
        if let Some(Value::Array(list)) = entry.get_mut(field.key) {
            before += list.len();
            list.retain(|item| !item.as_str().is_some_and(|text| gone(field, text)));
            after += list.len();
        }
    }
    before == 0 || after > 0
}

/// Takes a text out of a value wherever it stands as an entry of its own; whether it was there.
fn remove(value: &mut Value, shape: Shape, text: &str) -> bool {
    match (shape, value) {
        (Shape::Record(fields), Value::Table(table)) => {
            let of = |table: &mut Table, field: &Field| table.get_mut(field.key).is_some_and(|value| remove(value, field.shape, text));
            fields.iter().filter(|field| of(table, field)).count() > 0
        }
        (Shape::Records(fields), Value::Array(list)) => {
            let mut found = false;
            list.retain_mut(|entry| {
                let Some(entry) = entry.as_table_mut() else { return false };
                let named = fields.iter().any(|field| field.group.is_some() && entry.get(field.key).and_then(Value::as_str) == Some(text));
                let has = |field: &&Field| field.group.is_some() && entry.get(field.key).is_some_and(|value| holds(value, text));
                let listed = fields.iter().any(|field| has(&field));
                found |= named || listed;
                !named && (!listed || keeps(entry, fields, |_, other| other == text))
            });
            found
        }
        (Shape::Texts(_), Value::Array(list)) => {
            let before = list.len();
            list.retain(|item| item.as_str() != Some(text));
            list.len() < before
        }
        (Shape::Map(_) | Shape::Powers(..) | Shape::Parts, Value::Table(table)) => table.remove(text).is_some(),
        _ => false,
    }
}

fn holds(value: &Value, text: &str) -> bool {
    value.as_array().is_some_and(|list| list.iter().any(|item| item.as_str() == Some(text)))
}
