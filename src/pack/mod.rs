//! Packs: the data that extraction rests on, as TOML in one closed format ([`format`]).
//!
//! The built-in data is fourteen packs; those of users are [checked](check) and then laid over it in the same way ([`merge`]):
//! what a pack names, it takes over from all that came before. The only room that embeds words and rules.

mod check;
mod class;
mod format;
mod merge;
mod pattern;
mod place;
mod shape;

#[cfg(test)]
mod json_schema;
#[cfg(test)]
mod tests;

pub(crate) use check::{check, ratio};
pub(crate) use class::{CLASSES, ClassSet, meaning};
pub(crate) use merge::Data;
pub(crate) use pattern::Pattern;
pub(crate) use place::{Step, problem};

/// A pack as it was given: its name, for messages, and its text.
#[derive(Debug, Clone)]
pub(crate) struct Pack {
    pub(crate) file: String,
    pub(crate) text: String,
}

/// The version of the format that this crate reads.
const VERSION: i64 = 1;

/// Bounds that keep packs from making extraction slow or large. Packs in one extractor:
pub(crate) const MOST_PACKS: usize = 32;
/// Bytes of all packs together.
pub(crate) const MOST_BYTES: usize = 1 << 20;
/// Rules of an extractor, the built-in ones among them.
pub(crate) const MOST_RULES: usize = 200;
/// Characters of a surface.
const MOST_CHARS: usize = 64;
/// Characters of an example.
const MOST_PASSAGE: usize = 2000;
/// Characters of a pattern.
const MOST_PATTERN: usize = 500;
/// Bytes of a compiled pattern, and of what it keeps while it runs.
const MOST_COMPILED: usize = 1 << 18;

/// The JSON Schema of rule packs: editors complete and check packs with it, where a pack's first line is
/// `#:schema` and the path or address of the file.
///
/// It says all that a schema can say about a single value. What it cannot – a surface that stands twice, a pattern that does not
/// compile, an example that a rule does not claim – [`ExtractorBuilder::build`](crate::ExtractorBuilder::build) refuses.
pub const PACK_SCHEMA: &str = include_str!("pack.schema.json");

/// The built-in packs, in the order in which they are laid over one another: of the rules, those of the last file claim first.
const BUILT_IN: [(&str, &str); 14] = [
    ("units.toml", include_str!("data/units.toml")),
    ("bounds.toml", include_str!("data/bounds.toml")),
    ("phrases.toml", include_str!("data/phrases.toml")),
    ("names.toml", include_str!("data/names.toml")),
    ("cues.toml", include_str!("data/cues.toml")),
    ("forms.toml", include_str!("data/forms.toml")),
    ("words.toml", include_str!("data/words.toml")),
    ("period.toml", include_str!("data/period.toml")),
    ("passage.toml", include_str!("data/passage.toml")),
    ("layout.toml", include_str!("data/layout.toml")),
    ("level.toml", include_str!("data/level.toml")),
    ("rank.toml", include_str!("data/rank.toml")),
    ("share.toml", include_str!("data/share.toml")),
    ("change.toml", include_str!("data/change.toml")),
];

/// The built-in packs, in the order in which they are laid over one another.
pub(crate) fn built_in() -> impl Iterator<Item = Pack> {
    BUILT_IN.into_iter().map(|(file, text)| Pack { file: file.to_owned(), text: text.to_owned() })
}
