//! Source to view: line by line, layout repaired, widths folded.
//!
//! The steps, in order: `line` reads the shape of each line, `layout` decides which belong together and which are
//! [`furniture`], `repair` writes the view, `cut` parts sentences of monstrous length, `view` keeps the way back.

mod chars;
mod cut;
mod furniture;
pub(crate) mod glyph;
mod layout;
mod line;
mod repair;
mod view;

pub(crate) use chars::CharSet;
pub(crate) use furniture::Furniture;
pub(crate) use view::View;

use crate::span::ViewSpan;

/// Whether a sentence of the view ends at this character.
fn breaks(c: char) -> bool {
    glyph::ends_sentence(c) && c != '．' || c == '\n'
}

/// The sentences of a stretch of the view, in order, without the breaks between them.
pub(crate) fn sentences(text: &str, span: ViewSpan) -> impl Iterator<Item = ViewSpan> + '_ {
    let mut start = span.start;
    text[span.start..span.end].split(breaks).map(move |sentence| {
        let here = ViewSpan::new(start, start + sentence.len());
        start = here.end + text[here.end..].chars().next().map_or(0, char::len_utf8);
        here
    })
}

/// The lines of the view, in order.
pub(crate) fn lines(text: &str) -> impl Iterator<Item = ViewSpan> + '_ {
    let mut start = 0;
    text.split('\n').map(move |line| {
        let here = ViewSpan::new(start, start + line.len());
        start = here.end + 1;
        here
    })
}

/// The sentence of the view around a byte: from the break before it to the break after it.
pub(crate) fn sentence(text: &str, at: usize) -> ViewSpan {
    let start = text[..at].rfind(breaks).map_or(0, |i| i + text[i..].chars().next().map_or(1, char::len_utf8));
    let end = text[at..].find(breaks).map_or(text.len(), |i| at + i);
    ViewSpan::new(start, end.max(start))
}

#[cfg(test)]
mod tests;
