//! How a view is written: line by line, widths folded, strewn blanks dropped, wrapped lines joined.

use super::cut;
use super::furniture::Furniture;
use super::glyph::{self, fold};
use super::layout::{self, Joint};
use super::line::{self, Line};
use super::view::Run;

/// A view while it is written.
pub(super) struct Repair<'s> {
    source: &'s str,
    pub(super) text: String,
    pub(super) runs: Vec<Run>,
    /// Where the pieces of cut sentences begin.
    pub(super) cuts: Vec<u32>,
}

impl<'s> Repair<'s> {
    /// Repairs the layout of `source`.
    pub(super) fn of(source: &'s str, furniture: &Furniture) -> Self {
        let lines = line::lines(source);
        let joints = layout::joints(source, &lines, furniture);
        let mut view = Self { source, text: String::with_capacity(source.len()), runs: Vec::new(), cuts: Vec::new() };
        let mut open = false;
        for (line, joint) in lines.iter().zip(&joints) {
            if *joint == Joint::Omit {
                continue;
            }
            if open {
                view.glue(line);
            }
            view.line(line, line.prose || open || *joint == Joint::Join);
            open = *joint == Joint::Join;
            if !open {
                view.put('\n', line.end, 0);
            }
        }
        view
    }

    /// The view with a line feed wherever a sentence is too long to be read as one.
    pub(super) fn cut(self) -> Self {
        let places = cut::places(&self.text);
        if places.is_empty() {
            return self;
        }
        let mut out = Self { text: String::with_capacity(self.text.len() + places.len()), runs: Vec::new(), ..self };
        let mut places = places.into_iter().peekable();
        for (number, run) in self.runs.iter().enumerate() {
            let end = self.runs.get(number + 1).map_or(self.text.len(), |next| next.view as usize);
            let mut at = run.view as usize;
            while at < end {
                let source = if run.copied { run.source as usize + at - run.view as usize } else { run.source as usize };
                if places.next_if(|place| *place == at).is_some() {
                    out.put('\n', source, 0);
                    out.cuts.push(out.text.len() as u32);
                }
                let stop = places.peek().map_or(end, |place| end.min(*place));
                let piece = &self.text[at..stop];
                if run.copied {
                    out.copy(source, piece);
                } else {
                    out.run_on(source, run.length as usize, false);
                    out.text.push_str(piece);
                }
                at = stop;
            }
        }
        out
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
            Some(run) if run.copied && run.source().end == at => run.length += text.len() as u32,
            _ => self.run_on(at, text.len(), true),
        }
        self.text.push_str(text);
    }

    fn put(&mut self, c: char, at: usize, length: usize) {
        self.run_on(at, length, false);
        self.text.push(c);
    }

    fn run_on(&mut self, source: usize, length: usize, copied: bool) {
        self.runs.push(Run { view: self.text.len() as u32, source: source as u32, length: length as u32, copied });
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
