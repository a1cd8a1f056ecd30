//! The text of a page as it is written: white space folded, lines where the page breaks them.

use super::super::offsets::Map;
use std::ops::Range;
use unicode_width::UnicodeWidthChar;

/// What parts the next character from the last one, from the weakest to the strongest; a block break goes by itself.
#[derive(Default)]
struct Gap {
    /// White space of the page, and whether a line ends in it.
    blank: Option<(Range<usize>, bool)>,
    lines: usize,
    block: bool,
    cells: usize,
}

/// Tabs in a row that are still written: empty cells are cells, but no page has that many.
const MOST_CELLS: usize = 64;

#[derive(Default)]
pub(super) struct Flow {
    text: String,
    map: Map,
    gap: Gap,
    /// End of what was last written, in the page.
    at: usize,
    /// A row has a cell already.
    row: bool,
    /// The cell has text, and more than one line of it: such a one lays out the page rather than a table.
    filled: bool,
    tall: bool,
    /// The last break of a block was the wider one.
    wide: bool,
}

impl Flow {
    pub(super) fn line(&mut self) {
        self.gap.lines += usize::from(self.gap.cells == 0);
    }

    pub(super) fn block(&mut self) {
        // the paragraph that a cell begins with does not end the row
        self.gap.block |= self.gap.cells == 0;
    }

    pub(super) fn row(&mut self) {
        self.gap.cells = 0;
        self.gap.block = true;
        self.row = false;
    }

    pub(super) fn cell(&mut self) {
        if self.row && !self.tall {
            self.gap.cells += 1;
            self.gap.block = false;
            self.gap.lines = 0;
        } else {
            self.gap.block = true;
        }
        self.row = true;
        self.filled = false;
        self.tall = false;
    }

    /// Writes what stands at `source` in the page.
    pub(super) fn write(&mut self, text: &str, source: Range<usize>, preformatted: bool) {
        let blank = text.starts_with([' ', '\t', '\n', '\r', '\x0c']);
        if blank && preformatted && text == "\n" {
            self.line();
        } else if blank && !preformatted {
            let (before, newline) = self.gap.blank.take().unwrap_or((source.clone(), false));
            self.gap.blank = Some((before.start..source.end, newline || text.starts_with(['\n', '\r'])));
        } else if !matches!(text, "\r" | "\u{feff}") {
            self.part(text.chars().next());
            self.text.push_str(text);
            if text.len() == source.len() {
                self.map.copy(source.clone());
            } else {
                self.map.push(text.len(), source.clone());
            }
            self.at = source.end;
            self.filled = true;
        }
    }

    /// Writes what parts the next character from the last one.
    fn part(&mut self, next: Option<char>) {
        let Gap { blank, lines, block, cells } = std::mem::take(&mut self.gap);
        let here = self.at..self.at;
        let Some(last) = self.text.chars().next_back() else { return };
        if cells > 0 {
            (0..cells.min(MOST_CELLS)).for_each(|_| self.put("\t", here.clone()));
        } else if block {
            // Lines at one distance from each other may be a column, which the extractor joins. A page says itself where its
            // blocks end: no two breaks that follow one another are alike.
            self.put("\n\n", here.clone());
            if self.wide {
                self.put("\n", here);
            }
            self.wide = !self.wide;
            self.tall |= self.filled;
        } else if lines > 0 {
            (0..lines.min(2)).for_each(|_| self.put("\n", here.clone()));
            self.tall |= self.filled;
        } else if let Some((source, newline)) = blank {
            // as a browser does: the line feed of a page's own layout parts no Han characters
            if !(newline && is_wide(last) && next.is_some_and(is_wide)) {
                self.put(" ", source);
            }
        }
    }

    fn put(&mut self, text: &str, source: Range<usize>) {
        self.text.push_str(text);
        self.map.push(text.len(), source);
    }

    pub(super) fn end(self) -> (String, Map) {
        (self.text, self.map)
    }
}

/// Whether a character is as wide as a Han character. Hangul is, and parts words with blanks.
fn is_wide(c: char) -> bool {
    c.width() == Some(2) && !matches!(c, '\u{1100}'..='\u{115f}' | '\u{ac00}'..='\u{d7a3}')
}
