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
    /// The view copies it as it is: no blank, nothing without width, nothing in another width inside.
    pub(super) plain: bool,
}

impl Line {
    pub(super) fn of<'s>(&self, source: &'s str) -> &'s str {
        &source[self.start..self.end]
    }
}

/// A line as far as it has been read.
struct Open {
    line: Option<Line>,
    /// A blank or a character without width stands behind what was read.
    hidden: bool,
}

impl Open {
    fn new() -> Self {
        Self { line: None, hidden: false }
    }

    /// One character more, which ends no line.
    fn read(&mut self, at: usize, c: char) {
        if glyph::is_blank(c) || glyph::is_invisible(c) {
            self.hidden = true;
            return;
        }
        let line = self.line.get_or_insert(Line {
            start: at,
            end: at,
            gap: 0,
            width: 0,
            length: 0,
            first: c,
            last: c,
            terminal: false,
            prose: false,
            han: false,
            digits: false,
            plain: true,
        });
        line.plain &= !(self.hidden && line.length > 0);
        self.hidden = false;
        line.end = at + c.len_utf8();
        line.last = c;
        line.length += 1;
        match c {
            // the bulk of a text
            '\u{4e00}'..='\u{9fff}' => {
                line.width += 2;
                line.han = true;
            }
            _ => {
                line.width += glyph::width(c);
                line.han |= glyph::is_han(c);
                line.prose |= matches!(c, '，' | '。' | ',' | '、' | '；' | ';');
                let folded = glyph::fold(c);
                line.plain &= folded.is_none();
                line.digits |= folded.unwrap_or(c).is_ascii_digit();
            }
        }
    }

    /// The line, at its end; `None` for a blank one.
    fn close(self, source: &str) -> Option<Line> {
        let line = self.line?;
        let content = line.of(source);
        let terminal = content.trim_end_matches(glyph::closes).ends_with(glyph::ends_sentence) && !ends_in_decimals(content);
        Some(Line { terminal, ..line })
    }
}

/// The lines of `source` that are not blank, in order.
pub(super) fn lines(source: &str) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut blanks = 0;
    let mut push = |open: &mut Open| match std::mem::replace(open, Open::new()).close(source) {
        Some(line) => {
            if let Some(before) = lines.last_mut() {
                before.gap = blanks;
            }
            blanks = 0;
            lines.push(line);
        }
        None => blanks += 1,
    };
    let mut open = Open::new();
    let mut before = ' ';
    for (at, c) in source.char_indices() {
        if !glyph::is_newline(c) {
            open.read(at, c);
        } else if c != '\n' || before != '\r' {
            push(&mut open);
        }
        before = c;
    }
    push(&mut open);
    lines
}

/// １８．: a point behind a digit is one of decimals, which the next line brings.
fn ends_in_decimals(content: &str) -> bool {
    let digit = |c: char| glyph::fold(c).unwrap_or(c).is_ascii_digit();
    content.strip_suffix('．').is_some_and(|stem| stem.ends_with(digit))
}
