//! The view: the text as every later stage reads it, and the way back to the source.
//!
//! Widths are folded, spaces and line breaks inside words and numbers dropped, wrapped lines joined. The edits are kept as
//! runs: where the view copies the source, one run covers it all, so that a clean text costs a run a line.

use super::furniture::Furniture;
use super::glyph::{self, fold};
use super::layout::{self, Joint};
use super::line::{self, Line};
use crate::span::{SourceIndex, Span, ViewSpan};
use unicode_segmentation::GraphemeCursor;

/// A stretch of the view that stands for one stretch of the source.
#[derive(Debug, Clone, Copy)]
struct Run {
    view: usize,
    source: usize,
    /// Bytes of the source that it stands for.
    length: usize,
    /// Byte for byte; else it stands for them as a whole.
    copied: bool,
}

/// The repaired text of one document.
#[derive(Debug)]
pub(crate) struct View<'s> {
    source: &'s str,
    text: String,
    runs: Vec<Run>,
    /// Where its lines end.
    breaks: Vec<usize>,
}

impl<'s> View<'s> {
    /// Repairs the layout of `source`.
    pub(crate) fn new(source: &'s str, furniture: &Furniture) -> Self {
        let lines = line::lines(source);
        let joints = layout::joints(source, &lines, furniture);
        let mut view = Self { source, text: String::with_capacity(source.len()), runs: Vec::new(), breaks: Vec::new() };
        let mut open = false;
        let mut joined = false;
        for (line, joint) in lines.iter().zip(&joints) {
            if *joint == Joint::Omit {
                continue;
            }
            if open {
                view.glue(line);
            }
            view.line(line, line.prose || joined || *joint == Joint::Join);
            open = *joint == Joint::Join;
            joined = open;
            if !open {
                view.breaks.push(view.text.len());
                view.put('\n', line.end, 0);
            }
        }
        view
    }

    /// The text of the view. A line feed parts paragraphs; a blank parts what stood apart on one line.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// How many lines end in a stretch.
    pub(crate) fn breaks(&self, span: ViewSpan) -> usize {
        let before = |at: usize| self.breaks.partition_point(|place| *place < at);
        before(span.end).saturating_sub(before(span.start))
    }

    /// Between joined lines: nothing, or a blank where Latin words meet. A symbol behind a number is no word (300p|pi).
    fn glue(&mut self, next: &Line) {
        let latin = |c: char| c.is_ascii_alphabetic();
        let symbol = self.text.trim_end_matches(|c: char| latin(c) || matches!(c, 'μ' | '·')).ends_with(|c: char| c.is_ascii_digit());
        if self.text.ends_with(latin) && !symbol && fold(next.first).unwrap_or(next.first).is_ascii_alphabetic() {
            self.put(' ', next.start, 0);
        }
    }

    /// Writes one line; `prose` says that it is running text, where a blank between Han characters parts nothing.
    fn line(&mut self, line: &Line, prose: bool) {
        let content = line.of(self.source);
        if line.plain {
            return self.copy(line.start, content);
        }
        let spaced = is_spaced_out(content);
        let mut chars = content.char_indices().peekable();
        while let Some((offset, c)) = chars.next() {
            let at = line.start + offset;
            if glyph::is_invisible(c) {
                continue;
            }
            if glyph::is_blank(c) {
                let mut count = if c == '\t' { 3 } else { 1 };
                while let Some((_, next)) = chars.next_if(|(_, next)| glyph::is_blank(*next) || glyph::is_invisible(*next)) {
                    count += if next == '\t' { 3 } else { usize::from(glyph::is_blank(next)) };
                }
                if self.keeps_blank(count, &self.source[at..line.end], prose, spaced) {
                    self.put(' ', at, c.len_utf8());
                }
                continue;
            }
            match fold(c) {
                Some(narrow) => self.put(narrow, at, c.len_utf8()),
                None => self.copy(at, c.encode_utf8(&mut [0; 4])),
            }
        }
    }

    /// Whether a blank parts words, rather than being strewn by the layout.
    fn keeps_blank(&self, count: usize, rest: &str, prose: bool, spaced: bool) -> bool {
        let narrow = |c: char| fold(c).unwrap_or(c);
        let Some(before) = self.text.chars().next_back() else { return false };
        let mut after = rest.trim_start_matches(|c| glyph::is_blank(c) || glyph::is_invisible(c)).chars().map(narrow);
        let Some(next) = after.next() else { return false };
        if spaced && count == 1 {
            return false;
        }
        let numeric = |c: char| c.is_ascii_digit();
        if numeric(next) && (numeric(before) || before == '.' && self.text[..self.text.len() - 1].ends_with(numeric)) {
            return !self.goes_on(rest);
        }
        if numeric(before) && next == '.' {
            return !after.next().is_some_and(numeric);
        }
        if before.is_ascii_alphanumeric() && next.is_ascii_alphanumeric() {
            return true;
        }
        glyph::is_han(before) && glyph::is_han(next) && (count > 1 || !prose) || count > 2
    }

    /// A number torn by one blank inside running text: 投资2 69.5亿元.
    fn goes_on(&self, rest: &str) -> bool {
        let digits = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
        let stem = self.text.trim_end_matches(digits);
        let left = &self.text[stem.len()..];
        let rest = rest.trim_start_matches(glyph::is_blank);
        let tail = rest.trim_start_matches(|c| digits(fold(c).unwrap_or(c)));
        let right = &rest[..rest.len() - tail.len()];
        let after = tail.trim_start_matches(glyph::is_blank);
        let year = left.len() + right.len() == 4 && (left.starts_with("19") || left.starts_with("20") || left == "1" || left == "2");
        if year && !left.contains('.') && !right.contains('.') && after.starts_with('年') {
            return true;
        }
        let single = left.len() == 1 && right.len() == 1 && after.starts_with(|c: char| fold(c).unwrap_or(c).is_ascii_digit());
        let measured = single || after.starts_with(|c: char| glyph::is_han(c) || matches!(c, '%' | '％' | '‰'));
        let points = left.matches('.').count() + right.matches(['.', '．']).count();
        let begins = stem.ends_with(|c: char| glyph::is_han(c) || matches!(c, '，' | '。' | '；' | '、' | '：' | '（' | '-'));
        begins && (left.len() <= 3 || left.contains('.')) && measured && points <= 1 && !after.starts_with(['年', '月', '日'])
    }

    fn copy(&mut self, at: usize, text: &str) {
        match self.runs.last_mut() {
            Some(run) if run.copied && run.source + run.length == at => run.length += text.len(),
            _ => self.runs.push(Run { view: self.text.len(), source: at, length: text.len(), copied: true }),
        }
        self.text.push_str(text);
    }

    fn put(&mut self, c: char, at: usize, length: usize) {
        self.runs.push(Run { view: self.text.len(), source: at, length, copied: false });
        self.text.push(c);
    }

    /// The run that holds a byte of the view.
    fn run(&self, at: usize) -> Run {
        self.runs[self.runs.partition_point(|run| run.view <= at) - 1]
    }

    /// The bytes of the source that a span of the view claims, widened to whole grapheme clusters.
    pub(crate) fn source_bytes(&self, span: ViewSpan) -> [usize; 2] {
        let first = self.run(span.start);
        let start = if first.copied { first.source + span.start - first.view } else { first.source };
        if span.start == span.end {
            return [start, start];
        }
        let last = self.run(span.end - 1);
        let end = if last.copied { last.source + span.end - last.view } else { last.source + last.length };
        [self.boundary(start, false), self.boundary(end.max(start), true)]
    }

    fn boundary(&self, at: usize, forward: bool) -> usize {
        // most places: no cluster holds two such characters; the bytes E5 to E9 begin Han characters of three
        let apart = |c: Option<char>| c.is_none_or(|c| matches!(c, ' '..='~' | '\u{4e00}'..='\u{9fff}' | '，' | '。' | '、' | '；'));
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

    /// What a span claims as the source writes it, without the layout inside.
    pub(crate) fn written(&self, span: ViewSpan) -> String {
        self.claimed(self.source_bytes(span))
    }

    /// What a stretch of the source says, without the layout inside.
    pub(crate) fn claimed(&self, [start, end]: [usize; 2]) -> String {
        let first = self.runs.partition_point(|run| run.source + run.length <= start);
        let mut out = String::with_capacity(end - start);
        for run in self.runs[first..].iter().take_while(|run| run.source < end) {
            let from = run.source.max(start);
            let to = (run.source + run.length).min(end);
            if from < to {
                out.push_str(&self.source[from..to]);
            }
        }
        out
    }
}

/// Whether a line puts a blank between nearly all of its characters.
fn is_spaced_out(content: &str) -> bool {
    let (mut pairs, mut apart) = (0, 0);
    let mut before: Option<char> = None;
    let mut blank = false;
    for c in content.chars().filter(|c| !glyph::is_invisible(*c)) {
        if glyph::is_blank(c) {
            blank = true;
            continue;
        }
        let wide = |c: char| glyph::is_han(c) || fold(c).unwrap_or(c).is_ascii_digit();
        if before.is_some_and(wide) && wide(c) {
            pairs += 1;
            apart += usize::from(blank);
        }
        before = Some(c);
        blank = false;
    }
    pairs >= 4 && apart * 10 >= pairs * 6
}
