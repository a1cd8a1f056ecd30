//! Source to view: line by line, layout repaired, widths folded.
//!
//! The steps, in order: `line` reads the shape of each line, `layout` decides which belong together and which are
//! [`furniture`], `view` writes the repaired text and keeps the way back.

mod furniture;
pub(crate) mod glyph;
mod layout;
mod line;
mod view;

pub(crate) use furniture::Furniture;
pub(crate) use view::View;

use crate::span::ViewSpan;

/// The sentence of the view around a byte: from the break before it to the break after it.
pub(crate) fn sentence(text: &str, at: usize) -> ViewSpan {
    let breaks = |c: char| glyph::ends_sentence(c) && c != '．' || c == '\n';
    let start = text[..at].rfind(breaks).map_or(0, |i| i + text[i..].chars().next().map_or(1, char::len_utf8));
    let end = text[at..].find(breaks).map_or(text.len(), |i| at + i);
    ViewSpan::new(start, end.max(start))
}

#[cfg(test)]
mod tests;
