//! Where things stand: half-open spans of the source and of the view, and the index that turns bytes into other units.
//!
//! Two span types exist so that mixing them does not compile: [`Span`] speaks of the document exactly as it was given,
//! `ViewSpan` (private to the crate) of the repaired text that every stage reads.

mod index;

pub use index::{Position, SourceIndex};

use serde::{Deserialize, Serialize};

/// A half-open range of the source, in UTF-8 bytes and in Unicode scalar values.
///
/// Slicing the source by either gives the same string; neither splits a grapheme cluster.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Span {
    /// First byte and the byte after the last.
    byte: [usize; 2],
    /// First Unicode scalar value and the one after the last.
    #[serde(rename = "char")]
    scalar: [usize; 2],
}

impl Span {
    pub(crate) fn new(byte: [usize; 2], scalar: [usize; 2]) -> Self {
        Self { byte, scalar }
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
        self.byte[0]..self.byte[1]
    }

    /// From the first to the last of two spans.
    pub(crate) fn hull(self, other: Self) -> Self {
        let join = |a: [usize; 2], b: [usize; 2]| [a[0].min(b[0]), a[1].max(b[1])];
        Self { byte: join(self.byte, other.byte), scalar: join(self.scalar, other.scalar) }
    }

    /// The range in Unicode scalar values (code points), as W3C Web Annotation and Python's `str` count.
    pub fn scalars(&self) -> std::ops::Range<usize> {
        self.scalar[0]..self.scalar[1]
    }
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
