//! Page furniture: menus, counters, sign-in lines, the noise that forums print against copying.

use super::glyph;
use super::line::Line;
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

    /// Whether a line is furniture: short, with a word of it (at its head, where it has a full stop); or noise without Han.
    pub(super) fn is(&self, line: &Line, source: &str) -> bool {
        let content = line.of(source);
        let known = |text: &str| self.words.find(text).is_some_and(|hit| !text.contains('。') || hit.start() == 0);
        let closed = || content.chars().filter(|c| !glyph::is_blank(*c)).collect::<String>();
        let short = line.width <= WIDEST;
        !line.han && noise(content) || page_mark(content) || short && (known(content) || !line.plain && known(&closed()))
    }
}

/// 第1页 共3页, 1 / 3: nothing but the number of a page.
fn page_mark(line: &str) -> bool {
    let marks = |c: char| matches!(c, '第' | '页' | '共' | '頁' | '/' | '／' | '-' | '—' | '·' | '|');
    let page = || line.contains(['页', '頁']) || line.contains(['/', '／']) && line.chars().count() < 12;
    line.chars().all(|c| marks(c) || glyph::fold(c).unwrap_or(c).is_ascii_digit() || glyph::is_blank(c))
        && page()
        && line.contains(|c: char| glyph::fold(c).unwrap_or(c).is_ascii_digit())
}

/// Characters strewn by a forum, in a line without Han: marks of many kinds among stray letters.
fn noise(line: &str) -> bool {
    let mut kinds: Vec<char> = line.chars().filter(|c| c.is_ascii_punctuation() && !matches!(c, '.' | ',' | '%' | '-' | '/')).collect();
    let letters = line.chars().filter(|c| c.is_alphanumeric()).count();
    kinds.sort_unstable();
    kinds.dedup();
    kinds.len() >= 4 && letters < 40
}
