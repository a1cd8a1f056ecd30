//! Labels in quotation marks (“十大”, "415X") and titles in 《》.

use crate::span::ViewSpan;
use crate::text::glyph;

/// Characters of the longest label; what is quoted beyond that is speech.
const LONGEST_LABEL: usize = 10;

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
    let mut open: Vec<(char, usize)> = Vec::new();
    for (offset, c) in text[line.start..line.end].char_indices() {
        let at = line.start + offset;
        let next = at + c.len_utf8();
        match c {
            '“' | '‘' | '「' | '『' | '《' | '〈' | '〔' | '﹝' => open.push((c, next)),
            '”' | '’' | '」' | '』' | '》' | '〉' | '〕' | '﹞' => close(text, &mut open, partner(c), at, &mut found),
            '"' | '\'' if open.iter().any(|(mark, _)| *mark == c) => close(text, &mut open, c, at, &mut found),
            '"' | '\'' => open.push((c, next)),
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

fn close(text: &str, open: &mut Vec<(char, usize)>, mark: char, end: usize, found: &mut Vec<Quoted>) {
    let Some(at) = open.iter().rposition(|(opened, _)| *opened == mark) else { return };
    let (_, start) = open[at];
    open.truncate(at);
    let title = matches!(mark, '《' | '〈' | '〔' | '﹝');
    if title || is_label(&text[start..end]) {
        found.push(Quoted { span: ViewSpan::new(start, end), title });
    }
}

/// Short and without the punctuation of a sentence.
fn is_label(content: &str) -> bool {
    let sentence = |c: char| glyph::ends_sentence(c) || glyph::parts_clause(c);
    content.chars().count() <= LONGEST_LABEL && !content.contains(sentence)
}
