//! Where things stand: half-open spans of the source and of the view, and the index that turns bytes into other units.
//!
//! Two span types exist so that mixing them does not compile: [`Span`] speaks of the document exactly as it was given,
//! `ViewSpan` (private to the crate) of the repaired text that every stage reads.

mod index;
mod written;

pub use index::{Position, SourceIndex};
pub use written::Text;

use serde::{Deserialize, Serialize};

/// A half-open range of the source, in UTF-8 bytes and in Unicode scalar values.
///
/// Slicing the source by either gives the same string; neither splits a grapheme cluster.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Span {
    /// First byte and the byte after the last.
    byte: [u32; 2],
    /// First Unicode scalar value and the one after the last.
    #[serde(rename = "char")]
    scalar: [u32; 2],
}

impl Span {
    /// Of a text whose bytes are [`counted`].
    pub(crate) fn new(byte: [usize; 2], scalar: [usize; 2]) -> Self {
        Self { byte: byte.map(|at| at as u32), scalar: scalar.map(|at| at as u32) }
    }

    /// The range in UTF-8 bytes: `&source[span.bytes()]` is the text claimed.
    ///
    /// ```
    /// let extractor = hanfacts::Extractor::new();
    /// let source = "全年完成投资３.5 亿元。";
    /// let found = extractor.quantities(source);
    /// assert_eq!(&source[found[0].span.bytes()], "３.5 亿元");
    /// ```
    pub fn bytes(&self) -> std::ops::Range<usize> {
        self.byte[0] as usize..self.byte[1] as usize
    }

    /// From the first to the last of two spans.
    pub(crate) fn hull(self, other: Self) -> Self {
        let join = |a: [u32; 2], b: [u32; 2]| [a[0].min(b[0]), a[1].max(b[1])];
        Self { byte: join(self.byte, other.byte), scalar: join(self.scalar, other.scalar) }
    }

    /// The range in Unicode scalar values (code points), as W3C Web Annotation and Python's `str` count.
    pub fn scalars(&self) -> std::ops::Range<usize> {
        self.scalar[0] as usize..self.scalar[1] as usize
    }
}

/// As much of a text as offsets of 32 bits can count in the source and in the view, which is longer by a line feed at its end and one a cut at
/// most: all of it, up to 2 GiB.
pub(crate) fn counted(source: &str) -> &str {
    head(source, 1 << 31)
}

/// The longest head of a text with at most `most` bytes.
fn head(source: &str, most: usize) -> &str {
    let end = (0..=most.min(source.len())).rev().find(|at| source.is_char_boundary(*at));
    &source[..end.unwrap_or(0)]
}

/// A half-open byte range of the view. Mapped back to a [`Span`] once, at the end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct ViewSpan {
    pub(crate) start: usize,
    pub(crate) end: usize,
}

impl ViewSpan {
    pub(crate) fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end);
        Self { start, end }
    }

    pub(crate) fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    pub(crate) fn of(self, text: &str) -> &str {
        &text[self.start..self.end]
    }
}

#[cfg(test)]
mod tests {
    use super::head;

    #[test]
    fn a_head_never_splits_a_character() {
        assert_eq!(head("亿元", 6), "亿元");
        assert_eq!(head("亿元", 5), "亿");
        assert_eq!(head("亿元", 2), "");
        assert_eq!(head("", 0), "");
    }
}
