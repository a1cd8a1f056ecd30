//! The way back from a text to the bytes that it was made of.

use std::ops::Range;

/// Characters (or what else is made at once) of one size in the text and in the source, next to one another in both.
#[derive(Debug, Clone, Copy)]
struct Run {
    text: usize,
    source: usize,
    /// Bytes of one of them in the text.
    text_unit: usize,
    /// Bytes of one of them in the source; none for what was put in.
    source_unit: usize,
}

impl Run {
    /// The place in the source of the unit that holds a byte of the text.
    fn unit(&self, byte: usize) -> Range<usize> {
        let start = self.source + (byte - self.text) / self.text_unit * self.source_unit;
        start..start + self.source_unit
    }
}

/// Where each byte of a text stands in its source. The runs leave no gap in the text; the source may hold more than the text shows.
#[derive(Debug, Default)]
pub(crate) struct Map {
    runs: Vec<Run>,
    text: usize,
    /// End of the last unit in the source.
    source: usize,
}

impl Map {
    /// The next `text` bytes were made of `source`, as a whole.
    pub(crate) fn push(&mut self, text: usize, source: Range<usize>) {
        if text == 0 {
            return;
        }
        let new = Run { text: self.text, source: source.start, text_unit: text, source_unit: source.len() };
        let goes_on = self.runs.last().is_some_and(|last| (last.text_unit, last.source_unit) == (text, source.len()));
        if !goes_on || self.source != source.start {
            self.runs.push(new);
        }
        self.text += text;
        self.source = source.end;
    }

    /// The next bytes are those of `source`, one by one.
    pub(crate) fn copy(&mut self, source: Range<usize>) {
        if source.is_empty() {
            return;
        }
        self.push(1, source.start..source.start + 1);
        self.text += source.len() - 1;
        self.source = source.end;
    }

    /// The bytes of the source that a span of the text was made of, with what stands between them.
    pub(crate) fn source(&self, span: Range<usize>) -> Range<usize> {
        let Some(start) = self.unit(span.start) else { return self.source..self.source };
        let last = span.end.checked_sub(1).filter(|last| *last >= span.start);
        let end = last.and_then(|last| self.unit(last)).map_or(start.start, |unit| unit.end);
        start.start..end
    }

    fn unit(&self, byte: usize) -> Option<Range<usize>> {
        let at = self.runs.partition_point(|run| run.text <= byte).checked_sub(1)?;
        (byte < self.text).then(|| self.runs[at].unit(byte))
    }
}
