//! The view: the text as every later stage reads it, and the way back to the source.
//!
//! The edits are kept as runs: where the view copies the source, one run covers it all, so that a clean text costs two runs a line.

use super::furniture::Furniture;
use super::glyph;
use super::repair::Repair;
use crate::span::{SourceIndex, Span, Text, ViewSpan};
use rustc_hash::FxHashSet;
use std::cell::RefCell;
use std::ops::Range;
use std::sync::Arc;
use unicode_segmentation::GraphemeCursor;

/// A stretch of the view that stands for one stretch of the source.
#[derive(Debug, Clone, Copy)]
pub(super) struct Run {
    // a broken page has a run every few characters, so these are kept small; offsets of a text that is read fit 32 bits
    pub(super) view: u32,
    pub(super) source: u32,
    /// Bytes of the source that it stands for.
    pub(super) length: u32,
    /// Byte for byte; else it stands for them as a whole.
    pub(super) copied: bool,
}

impl Run {
    fn view(&self) -> usize {
        self.view as usize
    }

    /// The bytes of the source that it stands for.
    pub(super) fn source(&self) -> Range<usize> {
        self.source as usize..self.source as usize + self.length as usize
    }
}

/// The repaired text of one document.
#[derive(Debug)]
pub(crate) struct View<'s> {
    source: &'s str,
    text: Arc<Box<str>>,
    runs: Vec<Run>,
    /// Where its lines end.
    breaks: Vec<u32>,
    /// Where a sentence of monstrous length goes on behind a cut.
    cuts: Vec<u32>,
    /// The names that results bear (units, rules), each once.
    names: RefCell<FxHashSet<Text>>,
}

impl<'s> View<'s> {
    /// Repairs the layout of `source`.
    pub(crate) fn new(source: &'s str, furniture: &Furniture) -> Self {
        let Repair { text, mut runs, cuts, .. } = Repair::of(source, furniture).cut();
        // a line feed that a cut put there ends no line
        let ends = text.match_indices('\n').map(|(at, _)| at as u32);
        let breaks = ends.filter(|at| cuts.binary_search(&(at + 1)).is_err()).collect();
        // they stay as long as the document is read
        runs.shrink_to_fit();
        Self { source, text: Arc::new(text.into_boxed_str()), runs, breaks, cuts, names: RefCell::default() }
    }

    /// The source as it was given.
    pub(crate) fn source(&self) -> &'s str {
        self.source
    }

    /// The text of the view. A line feed parts paragraphs; a blank parts what stood apart on one line.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// Where the lines end, in order; a cut ends none.
    pub(crate) fn line_ends(&self) -> &[u32] {
        &self.breaks
    }

    /// How many lines end in a stretch.
    pub(crate) fn breaks(&self, span: ViewSpan) -> usize {
        let before = |at: usize| self.breaks.partition_point(|place| (*place as usize) < at);
        before(span.end).saturating_sub(before(span.start))
    }

    /// Where sentences too long to be read as one were cut, in order: the line feed before each of these places is none of the source.
    pub(crate) fn cuts(&self) -> impl Iterator<Item = ViewSpan> {
        self.cuts.iter().map(|at| ViewSpan::new(*at as usize, *at as usize))
    }

    /// The run that holds a byte of the view.
    fn run(&self, at: usize) -> Run {
        self.runs[self.runs.partition_point(|run| run.view() <= at) - 1]
    }

    /// The bytes of the source that a span of the view claims, widened to whole grapheme clusters.
    pub(crate) fn source_bytes(&self, span: ViewSpan) -> [usize; 2] {
        let first = self.run(span.start);
        let start = if first.copied { first.source().start + span.start - first.view() } else { first.source().start };
        if span.start == span.end {
            return [start, start];
        }
        let last = self.run(span.end - 1);
        let end = if last.copied { last.source().start + span.end - last.view() } else { last.source().end };
        [self.boundary(start, false), self.boundary(end.max(start), true)]
    }

    fn boundary(&self, at: usize, forward: bool) -> usize {
        // most places: no cluster holds two such characters; the bytes E5 to E9 begin Han characters of three
        let apart = |c: Option<char>| c.is_none_or(glyph::stands_alone);
        let (head, rest) = self.source.as_bytes().split_at(at);
        if matches!(head, [.., b' '..=b'~'] | [.., 0xe5..=0xe9, _, _]) && matches!(rest, [b' '..=b'~' | 0xe5..=0xe9, ..]) {
            return at;
        }
        if self.source.is_char_boundary(at) && apart(self.source[at..].chars().next()) && apart(self.source[..at].chars().next_back()) {
            return at;
        }
        let mut cursor = GraphemeCursor::new(at, self.source.len(), true);
        match cursor.is_boundary(self.source, 0) {
            Ok(true) | Err(_) => at,
            Ok(false) if forward => cursor.next_boundary(self.source, 0).ok().flatten().unwrap_or(self.source.len()),
            Ok(false) => cursor.prev_boundary(self.source, 0).ok().flatten().unwrap_or(0),
        }
    }

    /// A span of the view as a span of the source.
    pub(crate) fn span(&self, span: ViewSpan, index: &SourceIndex<'_>) -> Span {
        let byte = self.source_bytes(span);
        Span::new(byte, byte.map(|at| index.scalar(at)))
    }

    /// Where a span stands in the source, and what the source writes there, without the layout inside.
    pub(crate) fn written(&self, span: ViewSpan, index: &SourceIndex<'_>) -> (Span, Text) {
        let span = self.span(span, index);
        (span, self.claimed([span.bytes().start, span.bytes().end]))
    }

    /// What a stretch of the source says, without the layout inside.
    pub(crate) fn claimed(&self, [start, end]: [usize; 2]) -> Text {
        let first = self.runs.partition_point(|run| run.source().end <= start);
        let behind = self.runs.partition_point(|run| run.source().start < end);
        let runs = &self.runs[first..behind.max(first)];
        let within = |run: &Run| run.source().start.max(start)..run.source().end.min(end);
        match runs {
            // nearly always: the view has it as the source has it
            [run] if run.copied => {
                let within = within(run);
                let at = run.view() + within.start - run.source().start;
                Text::part(&self.text, at..at + within.len())
            }
            _ => Text::from(&*runs.iter().map(|run| &self.source[within(run)]).collect::<String>()),
        }
    }

    /// A name in a result, which all results of this document share.
    pub(crate) fn name(&self, name: &str) -> Text {
        let mut names = self.names.borrow_mut();
        if let Some(known) = names.get(name) {
            return known.clone();
        }
        let new = Text::from(name);
        names.insert(new.clone());
        new
    }
}
