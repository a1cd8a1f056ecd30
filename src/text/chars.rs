//! Sets of characters that are asked for every character of a text.

use rustc_hash::FxHashSet;

/// A set of characters: a bit for each of the basic plane, the rest by hash.
#[derive(Debug, Clone, Default)]
pub(crate) struct CharSet {
    basic: Box<[u64]>,
    beyond: FxHashSet<char>,
}

impl FromIterator<char> for CharSet {
    fn from_iter<I: IntoIterator<Item = char>>(chars: I) -> Self {
        let mut set = Self { basic: vec![0; 0x1_0000 / 64].into(), beyond: FxHashSet::default() };
        for c in chars {
            match set.basic.get_mut(c as usize / 64) {
                Some(word) => *word |= 1 << (c as usize % 64),
                None => drop(set.beyond.insert(c)),
            }
        }
        set
    }
}

impl CharSet {
    /// Whether a character is in the set.
    pub(crate) fn has(&self, c: char) -> bool {
        match self.basic.get(c as usize / 64) {
            Some(word) => word >> (c as usize % 64) & 1 == 1,
            None => self.beyond.contains(&c),
        }
    }

    /// Whether a text has a character of the set.
    pub(crate) fn meets(&self, text: &str) -> bool {
        text.chars().any(|c| self.has(c))
    }
}
