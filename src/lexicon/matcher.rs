//! Finding surfaces in text: at a place, right before a place, or anywhere.

use crate::span::ViewSpan;
use aho_corasick::{AhoCorasick, AhoCorasickBuilder, BuildError, Input, MatchKind};
use rustc_hash::FxHashMap;

/// Surfaces in one automaton, leftmost-longest; each has the number of its place in the list.
#[derive(Debug, Clone)]
pub(crate) struct Surfaces(AhoCorasick);

/// A surface that was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Hit {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) id: usize,
}

impl Surfaces {
    pub(crate) fn new<'s>(surfaces: impl IntoIterator<Item = &'s str>) -> Result<Self, BuildError> {
        AhoCorasickBuilder::new().match_kind(MatchKind::LeftmostLongest).build(surfaces.into_iter().map(str::as_bytes)).map(Self)
    }

    /// All surfaces of a stretch of the text that do not overlap, leftmost-longest.
    pub(crate) fn within<'a>(&'a self, text: &'a str, span: ViewSpan) -> impl Iterator<Item = Hit> + 'a {
        let hits = self.0.find_iter(Input::new(text).range(span.start..span.end));
        hits.map(|hit| Hit { start: hit.start(), end: hit.end(), id: hit.pattern().as_usize() })
    }
}

/// Surfaces by one of their characters, longest first, each with its place in the list.
#[derive(Debug, Clone, Default)]
struct ByCharacter {
    lists: FxHashMap<char, Vec<(Box<str>, usize)>>,
    /// A bit for each of the characters: nearly all places have another, which a bit tells sooner than a hash.
    bits: u64,
}

impl ByCharacter {
    fn new<'s>(surfaces: impl IntoIterator<Item = &'s str>, character: impl Fn(&str) -> Option<char>) -> Self {
        let mut new = Self::default();
        for (id, surface) in surfaces.into_iter().enumerate() {
            if let Some(c) = character(surface) {
                new.bits |= 1 << (c as u32 % 64);
                new.lists.entry(c).or_default().push((surface.into(), id));
            }
        }
        for list in new.lists.values_mut() {
            list.sort_by_key(|(surface, _)| std::cmp::Reverse(surface.len()));
        }
        new
    }

    /// Whether surfaces may be filed under a character.
    fn may_have(&self, c: char) -> bool {
        self.bits >> (c as u32 % 64) & 1 == 1
    }

    /// The surfaces that are filed under a character.
    fn of(&self, c: Option<char>) -> &[(Box<str>, usize)] {
        c.filter(|c| self.may_have(*c)).and_then(|c| self.lists.get(&c)).map(Vec::as_slice).unwrap_or_default()
    }
}

/// Surfaces that are looked for at a place.
#[derive(Debug, Clone, Default)]
pub(crate) struct Heads(ByCharacter);

impl Heads {
    pub(crate) fn new<'s>(surfaces: impl IntoIterator<Item = &'s str>) -> Self {
        Self(ByCharacter::new(surfaces, |surface| surface.chars().next()))
    }

    /// The longest surface that begins at `at` and ends by `limit`.
    pub(crate) fn at(&self, text: &str, at: usize, limit: usize) -> Option<Hit> {
        let list = self.0.of(text[at..].chars().next());
        let fits = |surface: &str| text.as_bytes()[at..limit.min(text.len())].starts_with(surface.as_bytes());
        let (surface, id) = list.iter().find(|(surface, _)| fits(surface))?;
        Some(Hit { start: at, end: at + surface.len(), id: *id })
    }

    /// The first place at or behind `at` where a surface stands.
    pub(crate) fn find(&self, text: &str, at: usize) -> Option<Hit> {
        let mut places = text[at..].char_indices().filter(|(_, c)| self.0.may_have(*c));
        places.find_map(|(offset, _)| self.at(text, at + offset, text.len()))
    }

    /// The first characters of all surfaces.
    pub(crate) fn initials(&self) -> impl Iterator<Item = char> + '_ {
        self.0.lists.keys().copied()
    }
}

/// Surfaces that are looked for right before a place.
#[derive(Debug, Clone, Default)]
pub(crate) struct Endings(ByCharacter);

impl Endings {
    pub(crate) fn new<'s>(surfaces: impl IntoIterator<Item = &'s str>) -> Self {
        Self(ByCharacter::new(surfaces, |surface| surface.chars().next_back()))
    }

    /// Whether a word ends with a surface and is more than it.
    pub(crate) fn close(&self, word: &str) -> bool {
        let list = self.0.of(word.chars().next_back());
        list.iter().any(|(surface, _)| surface.len() < word.len() && word.ends_with(&**surface))
    }

    /// The longest surface that ends at `at`.
    pub(crate) fn before(&self, text: &str, at: usize) -> Option<Hit> {
        let head = &text[..at];
        let (surface, id) = self.0.of(head.chars().next_back()).iter().find(|(surface, _)| head.ends_with(&**surface))?;
        Some(Hit { start: at - surface.len(), end: at, id: *id })
    }
}
