//! The table of units: which one begins at a place, and what it is worth.

use super::matcher::{Endings, Heads};
use super::schema;
use crate::error::Error;
use crate::pack;
use crate::quantity::Dimension;
use rust_decimal::Decimal;
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// An exact ratio: top over bottom.
pub(crate) type Fraction = (Decimal, Decimal);

/// The code of a unit and what one of it is worth in that code.
pub(crate) type Coded = (String, Fraction);

/// A unit as the data gives it.
#[derive(Debug)]
pub(crate) struct UnitEntry {
    pub(crate) dimension: Dimension,
    /// Its code and what one of it is worth in that code.
    pub(crate) code: Option<Arc<Coded>>,
    pub(crate) elides: bool,
    pub(crate) parts: Vec<(String, Fraction)>,
    not_before: Vec<String>,
    not_after_han: bool,
}

/// A word before the number that turns its unit or sign.
#[derive(Debug)]
pub(crate) struct Lead {
    pub(crate) surface: String,
    pub(crate) becomes: Option<String>,
    pub(crate) negative: bool,
    units: Vec<String>,
}

/// A unit found in text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct UnitMatch<'l> {
    /// Where its own writing begins, a 个 before it left out.
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) entry: &'l UnitEntry,
}

/// All units, by surface.
#[derive(Debug)]
pub(crate) struct UnitTable {
    entries: Vec<UnitEntry>,
    surfaces: Heads,
    /// Entry of each surface.
    owner: Vec<usize>,
    /// The surfaces that 个 stands before, without it.
    counted: Heads,
    counted_owner: Vec<usize>,
    by_surface: FxHashMap<String, usize>,
    prefixes: Endings,
    prefix_owner: Vec<usize>,
    leads: Vec<Lead>,
}

const COUNTER: [&str; 2] = ["个", "個"];

impl UnitTable {
    pub(super) fn new(file: &str, data: schema::Units) -> Result<Self, Error> {
        let mut entries = Vec::new();
        let (mut words, mut owner) = (Vec::new(), Vec::new());
        let (mut prefixes, mut prefix_owner) = (Vec::new(), Vec::new());
        for unit in data.unit {
            let id = entries.len();
            owner.extend(unit.surfaces.iter().map(|_| id));
            words.extend(unit.surfaces.iter().cloned());
            prefix_owner.extend(unit.prefixes.iter().map(|_| id));
            prefixes.extend(unit.prefixes.iter().cloned());
            entries.push(UnitEntry::new(file, unit)?);
        }
        let by_surface = words.iter().cloned().zip(owner.iter().copied()).collect();
        let (mut counted, mut counted_owner) = (Vec::new(), Vec::new());
        for (surface, id) in words.iter().zip(&owner) {
            if let Some(unit) = uncounted(surface) {
                counted.push(unit.to_owned());
                counted_owner.push(*id);
            }
        }
        let leads = data
            .lead
            .into_iter()
            .map(|lead| Lead { surface: lead.surface, becomes: lead.becomes, negative: lead.negative, units: lead.units })
            .collect();
        Ok(Self {
            surfaces: super::heads(&words),
            prefixes: Endings::new(prefixes.iter().map(String::as_str)),
            counted: super::heads(&counted),
            counted_owner,
            entries,
            owner,
            by_surface,
            prefix_owner,
            leads,
        })
    }

    /// The unit that is written exactly so.
    pub(crate) fn named(&self, surface: &str) -> Option<&UnitEntry> {
        self.by_surface
            .get(surface)
            .or_else(|| COUNTER.iter().find_map(|counter| self.by_surface.get(&format!("{counter}{surface}"))))
            .map(|id| &self.entries[*id])
    }

    /// All surfaces, for the test that every one is exercised.
    #[cfg(test)]
    pub(crate) fn all_surfaces(&self) -> impl Iterator<Item = &str> {
        self.by_surface.keys().map(String::as_str)
    }

    /// The unit that begins at `at`; `han` says that the number before it is in Han digits.
    pub(crate) fn at(&self, text: &str, at: usize, han: bool) -> Option<UnitMatch<'_>> {
        let at = at + usize::from(text[at..].starts_with(' ') && text[at + 1..].starts_with(|c: char| c.is_ascii_alphabetic()));
        let found = longest(&self.surfaces, text, at, |id| &self.entries[self.owner[id]], |entry| !(han && entry.not_after_han))?;
        let own = uncounted(&text[found.start..found.end]).map_or(found.start, |unit| found.end - unit.len());
        Some(UnitMatch { start: own, ..found })
    }

    /// A unit that 个 may stand before, at `at` itself (个半小时, 个多月, 元/月).
    pub(crate) fn after_counter(&self, text: &str, at: usize) -> Option<UnitMatch<'_>> {
        longest(&self.counted, text, at, |id| &self.entries[self.counted_owner[id]], |_| true)
    }

    /// The currency that stands before a number at `at`, and where it begins.
    pub(crate) fn prefix(&self, text: &str, at: usize) -> Option<UnitMatch<'_>> {
        let at = text[..at].trim_end_matches(' ').len();
        let hit = self.prefixes.before(text, at)?;
        let latin = text[hit.start..].starts_with(|c: char| c.is_ascii_alphabetic());
        let inside = latin && text[..hit.start].ends_with(|c: char| c.is_ascii_alphanumeric());
        (!inside).then(|| UnitMatch { start: hit.start, end: hit.end, entry: &self.entries[self.prefix_owner[hit.id]] })
    }

    /// The word before the number at `at` that turns a unit written `unit`.
    pub(crate) fn lead(&self, text: &str, at: usize, unit: &str) -> Option<&Lead> {
        self.leads.iter().find(|lead| text[..at].ends_with(lead.surface.as_str()) && lead.units.iter().any(|u| u == unit))
    }
}

impl UnitEntry {
    fn new(file: &str, unit: schema::Unit) -> Result<Self, Error> {
        let name = unit.surfaces.first().or(unit.prefixes.first()).cloned().unwrap_or_default();
        let code = match (unit.code, unit.ratio) {
            (Some(code), Some(ratio)) => Some(Arc::new((code, fraction(file, &name, &ratio)?))),
            (None, None) => None,
            _ => return Err(Error::value(file, format!("unit {name}"), "one of code and ratio", "both or neither")),
        };
        let parts =
            unit.parts.iter().map(|(part, worth)| Ok((part.clone(), fraction(file, part, worth)?))).collect::<Result<_, Error>>()?;
        Ok(Self {
            dimension: unit.dimension,
            code,
            elides: unit.elides,
            parts,
            not_before: unit.not_before,
            not_after_han: unit.not_after_han,
        })
    }

    /// Whether the text after the surface leaves it a unit.
    fn stands(&self, text: &str, end: usize) -> bool {
        let rest = &text[end..];
        let latin = |c: char| c.is_ascii_alphabetic();
        let torn = text[..end].ends_with(latin) && rest.starts_with(|c: char| c.is_ascii_alphanumeric());
        !torn && !self.not_before.iter().any(|word| rest.starts_with(word.as_str()))
    }
}

/// The longest surface at `at` that stands as a unit there.
fn longest<'l>(
    surfaces: &Heads,
    text: &str,
    at: usize,
    entry: impl Fn(usize) -> &'l UnitEntry,
    admits: impl Fn(&UnitEntry) -> bool,
) -> Option<UnitMatch<'l>> {
    let mut limit = text.len();
    while let Some(hit) = surfaces.at(text, at, limit) {
        let entry = entry(hit.id);
        if admits(entry) && entry.stands(text, hit.end) {
            return Some(UnitMatch { start: hit.start, end: hit.end, entry });
        }
        limit = hit.end - 1;
    }
    None
}

/// The unit of a surface that begins with 个 and goes on.
fn uncounted(surface: &str) -> Option<&str> {
    COUNTER.iter().find_map(|counter| surface.strip_prefix(counter)).filter(|unit| !unit.is_empty())
}

fn fraction(file: &str, key: &str, text: &str) -> Result<Fraction, Error> {
    pack::ratio(text).ok_or_else(|| Error::value(file, format!("unit {key}: ratio"), text, "a decimal or a fraction above zero"))
}
