//! Byte offsets to scalars, UTF-16 units, and line:column, from one pass over the source.

use serde::{Deserialize, Serialize};

/// Bytes between two marks. A look-up reads at most this many bytes beyond a mark.
const STRIDE: usize = 256;

/// A place in the source as an editor shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Position {
    /// Line, counted from 1. `\n`, `\r\n` and a lone `\r` end a line.
    pub line: usize,
    /// Column in Unicode scalar values, counted from 1.
    pub column: usize,
}

#[derive(Debug, Clone, Copy)]
struct Mark {
    byte: usize,
    scalar: usize,
    utf16: usize,
}

/// Turns byte offsets of one document into other units.
///
/// ```
/// use hanfacts::SourceIndex;
///
/// let index = SourceIndex::new("产值\n𠮷3亿元");
/// let at = "产值\n𠮷".len();
/// assert_eq!(index.scalar(at), 4);
/// assert_eq!(index.utf16(at), 5);
/// assert_eq!((index.position(at).line, index.position(at).column), (2, 2));
/// ```
#[derive(Debug, Clone)]
pub struct SourceIndex<'s> {
    source: &'s str,
    marks: Vec<Mark>,
    lines: Vec<usize>,
}

impl<'s> SourceIndex<'s> {
    /// Reads `source` once.
    pub fn new(source: &'s str) -> Self {
        let mut marks = vec![Mark { byte: 0, scalar: 0, utf16: 0 }];
        let mut lines = vec![0];
        let (mut scalar, mut utf16) = (0, 0);
        for (byte, c) in source.char_indices() {
            if byte >= marks[marks.len() - 1].byte + STRIDE {
                marks.push(Mark { byte, scalar, utf16 });
            }
            if c == '\n' || c == '\r' && source.as_bytes().get(byte + 1) != Some(&b'\n') {
                lines.push(byte + 1);
            }
            scalar += 1;
            utf16 += c.len_utf16();
        }
        Self { source, marks, lines }
    }

    /// Unicode scalar values before `byte`.
    ///
    /// # Panics
    /// If `byte` is not a character boundary of the source.
    pub fn scalar(&self, byte: usize) -> usize {
        let mark = self.mark(byte);
        mark.scalar + self.source[mark.byte..byte].chars().count()
    }

    /// UTF-16 code units before `byte`, as JavaScript, Java and LSP count.
    ///
    /// # Panics
    /// If `byte` is not a character boundary of the source.
    pub fn utf16(&self, byte: usize) -> usize {
        let mark = self.mark(byte);
        mark.utf16 + self.source[mark.byte..byte].chars().map(char::len_utf16).sum::<usize>()
    }

    /// Line and column of `byte`, both counted from 1.
    ///
    /// # Panics
    /// If `byte` is not a character boundary of the source.
    pub fn position(&self, byte: usize) -> Position {
        let line = self.lines.partition_point(|&start| start <= byte);
        let column = self.scalar(byte) - self.scalar(self.lines[line - 1]) + 1;
        Position { line, column }
    }

    fn mark(&self, byte: usize) -> Mark {
        self.marks[self.marks.partition_point(|mark| mark.byte <= byte) - 1]
    }
}
