//! Labels in quotation marks (“十大”, "415X") and titles in 《》.

use crate::span::ViewSpan;
use crate::text::glyph;

/// Characters of the longest label; what is quoted beyond that is speech.
const LONGEST_LABEL: usize = 10;
/// Bytes that it has at most.
const LONGEST_BYTES: usize = LONGEST_LABEL * char::MAX.len_utf8();

/// The titles that stand in no other.
pub(crate) fn outermost_titles(quoted: &[Quoted]) -> Vec<ViewSpan> {
    let mut titles: Vec<ViewSpan> = Vec::new();
    for title in quoted.iter().filter(|quoted| quoted.title) {
        while titles.pop_if(|inner| inner.start >= title.span.start).is_some() {}
        titles.push(title.span);
    }
    titles
}

/// The labels around a stretch; `all` are in order of their ends. Titles may be too long to be among them.
pub(crate) fn labels_near(all: &[Quoted], span: ViewSpan) -> impl Iterator<Item = &Quoted> {
    let first = all.partition_point(|quoted| quoted.span.end <= span.start);
    let near = all[first..].iter().take_while(move |quoted| quoted.span.end < span.end + LONGEST_BYTES);
    near.filter(move |quoted| quoted.span.overlaps(span))
}

/// A stretch between quotation or title marks that names something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Quoted {
    /// The text between the marks.
    pub(crate) span: ViewSpan,
    /// A title in 《》: nothing in it counts.
    pub(crate) title: bool,
}

/// The labels of a line of a text, in order of their ends.
pub(crate) fn quoted(text: &str, line: ViewSpan) -> Vec<Quoted> {
    let mut found = Vec::new();
    let mut open = Open::default();
    for (offset, c) in text[line.start..line.end].char_indices() {
        let Some((pair, side)) = mark(c) else { continue };
        let at = line.start + offset;
        if side == Side::Opens || side == Side::Either && open.counts[pair] == 0 {
            open.push(pair, at + c.len_utf8());
        } else {
            found.extend(open.close(text, pair, at));
        }
    }
    found
}

/// What a mark does to its pair.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Opens,
    Closes,
    Either,
}

/// Pairs of marks; those of titles come first.
const PAIRS: usize = 10;
const TITLES: usize = 4;

/// The number of a mark's pair, and what the mark does to it.
fn mark(c: char) -> Option<(usize, Side)> {
    use Side::{Closes, Either, Opens};
    Some(match c {
        '《' => (0, Opens),
        '》' => (0, Closes),
        '〈' => (1, Opens),
        '〉' => (1, Closes),
        '〔' => (2, Opens),
        '〕' => (2, Closes),
        '﹝' => (3, Opens),
        '﹞' => (3, Closes),
        '“' => (4, Opens),
        '”' => (4, Closes),
        '‘' => (5, Opens),
        '’' => (5, Closes),
        '「' => (6, Opens),
        '」' => (6, Closes),
        '『' => (7, Opens),
        '』' => (7, Closes),
        '"' => (8, Either),
        '\'' => (9, Either),
        _ => return None,
    })
}

/// The marks that no partner has closed so far.
#[derive(Default)]
struct Open {
    /// The pair of each, with the byte behind it.
    marks: Vec<(usize, usize)>,
    /// How many there are of each pair, so that a partner without a mark costs no search, however many others are open.
    counts: [usize; PAIRS],
}

impl Open {
    fn push(&mut self, pair: usize, behind: usize) {
        self.marks.push((pair, behind));
        self.counts[pair] += 1;
    }

    /// Closes the last mark of a pair and those inside; what stood behind it, if it names something.
    fn close(&mut self, text: &str, pair: usize, end: usize) -> Option<Quoted> {
        if self.counts[pair] == 0 {
            return None;
        }
        while let Some((opened, start)) = self.marks.pop() {
            self.counts[opened] -= 1;
            if opened == pair {
                let title = pair < TITLES;
                return (title || is_label(&text[start..end])).then(|| Quoted { span: ViewSpan::new(start, end), title });
            }
        }
        None
    }
}

/// Short and without the punctuation of a sentence.
fn is_label(content: &str) -> bool {
    let sentence = |c: char| glyph::ends_sentence(c) || glyph::parts_clause(c);
    content.chars().nth(LONGEST_LABEL).is_none() && !content.contains(sentence)
}
