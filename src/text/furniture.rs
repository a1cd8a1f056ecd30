//! Page furniture: menus, counters, sign-in lines, the noise that forums print against copying.

use super::glyph;
use aho_corasick::{AhoCorasick, BuildError};

/// Columns of the longest line that can be furniture; longer ones are text that mentions such a word.
const WIDEST: usize = 70;

/// Knows the words of page furniture.
#[derive(Debug, Clone)]
pub(crate) struct Furniture {
    words: AhoCorasick,
}

impl Furniture {
    /// Compiles the words that only page furniture is made of.
    pub(crate) fn new<'w>(words: impl IntoIterator<Item = &'w str>) -> Result<Self, BuildError> {
        Ok(Self { words: AhoCorasick::new(words.into_iter().map(str::as_bytes))? })
    }

    /// Whether a line is furniture: short, no sentence, with a word of it; or noise without any Han character.
    pub(super) fn is(&self, line: &str) -> bool {
        noise(line) || !line.contains('。') && line.chars().map(glyph::width).sum::<usize>() <= WIDEST && self.words.is_match(line)
            || line.contains('。') && line.chars().count() <= 24 && self.words.is_match(line)
    }
}

/// Characters strewn by a forum: no Han, and marks of many kinds among stray letters.
fn noise(line: &str) -> bool {
    if line.contains(glyph::is_han) {
        return false;
    }
    let mut kinds: Vec<char> = line.chars().filter(|c| c.is_ascii_punctuation() && !matches!(c, '.' | ',' | '%' | '-' | '/')).collect();
    let letters = line.chars().filter(|c| c.is_alphanumeric()).count();
    kinds.sort_unstable();
    kinds.dedup();
    kinds.len() >= 4 && letters < 40
}
