//! The lines of a document and what their shape tells.

use super::glyph;

/// One line that is not blank, without the blanks around it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line {
    /// First byte of the content.
    pub(super) start: usize,
    /// Byte after the content.
    pub(super) end: usize,
    /// Blank lines between this line and the next.
    pub(super) gap: usize,
    /// Columns of the content, blanks aside.
    pub(super) width: usize,
    /// Characters of the content, blanks aside.
    pub(super) length: usize,
    /// First and last character of the content.
    pub(super) first: char,
    pub(super) last: char,
    /// Ends a sentence, closing quotes aside.
    pub(super) terminal: bool,
    /// Has punctuation of running text.
    pub(super) prose: bool,
    pub(super) han: bool,
    pub(super) digits: bool,
}

impl Line {
    pub(super) fn of<'s>(&self, source: &'s str) -> &'s str {
        &source[self.start..self.end]
    }

    /// What the visible content looks like; `None` for a blank line.
    fn read(source: &str, start: usize, end: usize) -> Option<Self> {
        let hidden = |c: char| glyph::is_blank(c) || glyph::is_invisible(c);
        let content = source[start..end].trim_end_matches(hidden);
        let start = start + content.len() - content.trim_start_matches(hidden).len();
        let content = content.trim_start_matches(hidden);
        let first = content.chars().next()?;
        let last = content.chars().next_back()?;
        Some(Self {
            start,
            end: start + content.len(),
            gap: 0,
            width: content.chars().map(glyph::width).sum(),
            length: content.chars().filter(|c| glyph::width(*c) > 0).count(),
            first,
            last,
            terminal: content.trim_end_matches(glyph::closes).ends_with(glyph::ends_sentence) && !ends_in_decimals(content),
            prose: content.contains(['，', '。', ',', '、', '；', ';']),
            han: content.contains(glyph::is_han),
            digits: content.contains(|c: char| glyph::fold(c).unwrap_or(c).is_ascii_digit()),
        })
    }
}

/// The lines of `source` that are not blank, in order.
pub(super) fn lines(source: &str) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut start = 0;
    let mut blanks = 0;
    let mut push = |start: usize, end: usize| match Line::read(source, start, end) {
        Some(line) => {
            if let Some(before) = lines.last_mut() {
                before.gap = blanks;
            }
            blanks = 0;
            lines.push(line);
        }
        None => blanks += 1,
    };
    for (at, c) in source.char_indices() {
        if !glyph::is_newline(c) || c == '\n' && source[..at].ends_with('\r') {
            if c == '\n' {
                start = at + 1;
            }
            continue;
        }
        push(start, at);
        start = at + c.len_utf8();
    }
    push(start, source.len());
    lines
}

/// １８．: a point behind a digit is one of decimals, which the next line brings.
fn ends_in_decimals(content: &str) -> bool {
    let digit = |c: char| glyph::fold(c).unwrap_or(c).is_ascii_digit();
    content.strip_suffix('．').is_some_and(|stem| stem.ends_with(digit))
}
