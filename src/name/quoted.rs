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
        let at = line.start + offset;
        let next = at + c.len_utf8();
        match c {
            '“' | '‘' | '「' | '『' | '《' | '〈' | '〔' | '﹝' => open.push(c, next),
            '”' | '’' | '」' | '』' | '》' | '〉' | '〕' | '﹞' => found.extend(open.close(text, partner(c), at)),
            '"' | '\'' if open.has(c) => found.extend(open.close(text, c, at)),
            '"' | '\'' => open.push(c, next),
            _ => {}
        }
    }
    found
}

fn partner(closing: char) -> char {
    match closing {
        '”' => '“',
        '’' => '‘',
        '」' => '「',
        '』' => '『',
        '》' => '《',
        '〕' => '〔',
        '﹞' => '﹝',
        _ => '〈',
    }
}

/// The marks that may be open, each with its number.
const MARKS: [char; 10] = ['“', '‘', '「', '『', '《', '〈', '〔', '﹝', '"', '\''];

/// The marks that no partner has closed so far.
#[derive(Default)]
struct Open {
    /// Each with the byte behind it.
    marks: Vec<(char, usize)>,
    /// How many there are of each, so that a partner without a mark costs no search, however many others are open.
    counts: [usize; MARKS.len()],
}

impl Open {
    fn count(&mut self, mark: char) -> &mut usize {
        &mut self.counts[MARKS.iter().position(|other| *other == mark).unwrap_or(0)]
    }

    fn has(&mut self, mark: char) -> bool {
        *self.count(mark) > 0
    }

    fn push(&mut self, mark: char, behind: usize) {
        self.marks.push((mark, behind));
        *self.count(mark) += 1;
    }

    /// Closes the last mark of a kind and those inside; what stood behind it, if it names something.
    fn close(&mut self, text: &str, mark: char, end: usize) -> Option<Quoted> {
        if !self.has(mark) {
            return None;
        }
        while let Some((opened, start)) = self.marks.pop() {
            *self.count(opened) -= 1;
            if opened == mark {
                let title = matches!(mark, '《' | '〈' | '〔' | '﹝');
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
