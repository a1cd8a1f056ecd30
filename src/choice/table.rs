//! Making a table of weights, for the build script; the crate itself reads it.

use super::hash::{INDEX_BITS, first_place, hash};
use std::collections::BTreeMap;

/// A feature: its template, and what that is filled with.
type Feature = (char, Vec<char>);

/// The highest weight of each template, as a character of four bytes and a weight of two, in the order of the characters.
pub(crate) fn most(text: &str) -> Vec<u8> {
    let mut most = BTreeMap::new();
    for line in text.lines() {
        let weight: Option<i16> = line.rsplit('\t').next().and_then(|weight| weight.parse().ok());
        if let (Some(template), Some(weight)) = (line.chars().next(), weight) {
            let known = most.entry(template).or_insert(weight);
            *known = weight.max(*known);
        }
    }
    most.into_iter().flat_map(|(template, weight)| (template as u32).to_le_bytes().into_iter().chain(weight.to_le_bytes())).collect()
}

/// A table as its places and its weights.
///
/// The places, a power of two of them, are eight bytes each: the hash of a feature, in its lowest bits the row of its weights; 0 where the place is
/// empty. A row has a weight of two bytes for every column.
pub(crate) struct Table {
    pub(crate) places: Vec<u8>,
    pub(crate) weights: Vec<u8>,
}

/// The table of files of lines `template args<TAB>weight`, a column each; a feature that a file lacks weighs 0 there.
///
/// # Errors
/// Where a line has another form, or a feature stands twice in a file.
pub(crate) fn joint(files: &[(&str, &str)]) -> Result<Table, String> {
    let mut rows = BTreeMap::new();
    for (column, (file, text)) in files.iter().enumerate() {
        for line in text.lines().enumerate() {
            let (feature, weight) = read(file, line)?;
            put(&mut rows, feature, column, files.len(), weight).ok_or_else(|| twice(file, line))?;
        }
    }
    table(rows)
}

/// The table of a file whose features are filled with a label first: a column for each label, and features without it.
///
/// # Errors
/// Where a line has another form or another label, or a feature stands there twice.
pub(crate) fn labelled(file: &str, text: &str, labels: &str) -> Result<Table, String> {
    let mut rows = BTreeMap::new();
    for line in text.lines().enumerate() {
        let ((template, mut args), weight) = read(file, line)?;
        let column = args.first().and_then(|label| labels.chars().position(|other| other == *label));
        let column = column.ok_or_else(|| refused(file, line, &format!("a label of {labels}")))?;
        args.remove(0);
        put(&mut rows, (template, args), column, labels.chars().count(), weight).ok_or_else(|| twice(file, line))?;
    }
    table(rows)
}

/// Puts a weight into its row; `None` where there was one.
fn put(rows: &mut BTreeMap<Feature, Vec<Option<i16>>>, feature: Feature, column: usize, columns: usize, weight: i16) -> Option<()> {
    let known = &mut rows.entry(feature).or_insert_with(|| vec![None; columns])[column];
    known.replace(weight).is_none().then_some(())
}

fn refused(file: &str, (number, line): (usize, &str), expected: &str) -> String {
    format!("{file}: line {}: found {line:?}, expected {expected}", number + 1)
}

fn twice(file: &str, line: (usize, &str)) -> String {
    refused(file, line, "a feature that no line before has")
}

fn read(file: &str, (number, line): (usize, &str)) -> Result<(Feature, i16), String> {
    let expected = || refused(file, (number, line), "a template, a blank, its arguments, a tab and a weight");
    let (feature, weight) = line.split_once('\t').ok_or_else(expected)?;
    let mut letters = feature.chars();
    let template = letters.next().ok_or_else(expected)?;
    let weight = weight.parse().map_err(|_| expected())?;
    Ok(((template, letters.skip(1).collect()), weight))
}

/// Open addressing; at most half of the places are taken.
fn table(rows: BTreeMap<Feature, Vec<Option<i16>>>) -> Result<Table, String> {
    let size = (2 * rows.len()).next_power_of_two().max(2);
    let index = (1 << INDEX_BITS) - 1;
    let mut places = vec![0u64; size];
    let mut weights = Vec::new();
    for (row, ((template, args), columns)) in rows.into_iter().enumerate() {
        let key = hash(template, &args) & !index;
        let mut at = first_place(key, size);
        while places[at] != 0 {
            if places[at] & !index == key {
                return Err(format!("{template} {args:?} has the hash of another feature"));
            }
            at = (at + 1) & (size - 1);
        }
        let row = u64::try_from(row).ok().filter(|row| *row <= index).ok_or("more features than the index has room for")?;
        places[at] = key | row;
        weights.extend(columns.into_iter().flat_map(|weight| weight.unwrap_or(0).to_le_bytes()));
    }
    Ok(Table { places: places.into_iter().flat_map(u64::to_le_bytes).collect(), weights })
}
