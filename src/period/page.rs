//! The date of a page, as its head gives it.

use super::grammar::Reader;
use super::stamp::{Inner, Month, Year};
use super::{Grain, Period, read};
use crate::lexicon::PeriodTable;
use crate::text::glyph;
use jiff::civil::Date;

/// Characters of the head of a page.
const HEAD: usize = 1500;
/// Characters of the longest value behind a label.
const LONGEST_VALUE: usize = 40;
/// Lines of the head of a page.
const LINES: usize = 30;
/// Characters of a line that a date alone may share.
const SHARED: usize = 4;
/// Letters of the longest line with a date alone: no time expression has as many.
const LONGEST_ALONE: usize = 64;

/// The date at the head of a page: behind a label (发布时间), in its source line, alone on a line, or in an agency's dateline whose year
/// stands elsewhere.
pub(crate) fn page_date(source: &str, words: &PeriodTable) -> Option<Date> {
    let head = head(source);
    let lines: Vec<&str> = head.lines().map(str::trim).filter(|line| !line.is_empty()).take(LINES).collect();
    let lines = || lines.iter().copied();
    lines()
        .find_map(|line| labelled(line, words))
        .or_else(|| lines().find_map(|line| in_source_line(line, words)))
        .or_else(|| lines().find_map(|line| alone(line, words)))
        .or_else(|| dateline(&head, words))
}

/// The head of a page, widths folded, blanks inside dates dropped (2024 年 3 月 15 日).
fn head(source: &str) -> String {
    let folded = source.chars().take(HEAD).filter(|c| !glyph::is_invisible(*c));
    let folded = folded.map(|c| match c {
        // the bulk of a text
        '\u{4e00}'..='\u{9fff}' => c,
        _ if glyph::is_blank(c) => ' ',
        _ => glyph::fold(c).unwrap_or(c),
    });
    let mut head = String::with_capacity(source.len().min(HEAD * 3));
    let mut last = ' ';
    let mut chars = folded.peekable();
    while let Some(c) = chars.next() {
        let inside = |next: char| match last {
            '0'..='9' => matches!(next, '年' | '月' | '日'),
            '年' | '月' => next.is_ascii_digit(),
            _ => false,
        };
        if c != ' ' || !chars.peek().is_some_and(|next| inside(*next)) {
            head.push(c);
            last = c;
        }
    }
    head
}

/// The first day with a year of its own in a text, and where it begins.
fn full_day(text: &str, words: &PeriodTable) -> Option<(usize, usize, Date)> {
    let day = |period: &Period| period.start.filter(|_| period.grain == Grain::Day && period.start == period.end);
    read(text, words, None).find_map(|period| Some((period.span.start, period.span.end, day(&period)?)))
}

fn labelled(line: &str, words: &PeriodTable) -> Option<Date> {
    let mut at = 0;
    while let Some((_, end)) = words.page_labels.find(line, at) {
        let mark = |c: char| matches!(c, ':' | '：' | ' ' | ']' | '】');
        let rest = line[end..].trim_start_matches(mark);
        let value: String = rest.chars().take(LONGEST_VALUE).collect();
        if let Some((0, _, day)) = full_day(&value, words) {
            return Some(day);
        }
        at = end;
    }
    None
}

fn in_source_line(line: &str, words: &PeriodTable) -> Option<Date> {
    words.page_sources.find(line, 0)?;
    full_day(line, words).map(|(_, _, day)| day)
}

fn alone(line: &str, words: &PeriodTable) -> Option<Date> {
    let letter = |c: &char| matches!(c, '\u{4e00}'..='\u{9fff}') || c.is_alphabetic();
    if line.chars().filter(letter).nth(LONGEST_ALONE).is_some() {
        return None;
    }
    let line = line.trim_matches(['(', ')', '（', '）', '[', ']', '【', '】']);
    let (start, end, day) = full_day(line, words)?;
    let shared = line[..start].chars().chain(line[end..].chars()).filter(letter).count();
    (shared <= SHARED).then_some(day)
}

/// 新华社北京3月20日电, with the first year that the head names.
fn dateline(head: &str, words: &PeriodTable) -> Option<Date> {
    let reader = Reader { text: head, words };
    let mut at = 0;
    while let Some(place) = head[at..].find('日').map(|i| at + i) {
        at = place + '日'.len_utf8();
        if !words.datelines.begins(head, at) {
            continue;
        }
        let start = head[..place].char_indices().rev().take(6).map(|(i, _)| i).find(|i| reader.ends_with_day(*i, at));
        if let Some(start) = start {
            let (stamp, _) = reader.stamp(start)?;
            let Inner::Days { month: Month::Number(month), days: [day, _], .. } = stamp.inner else { continue };
            let year = match stamp.year {
                Some(Year::Named(year)) => year,
                _ => year_elsewhere(head, words)?,
            };
            return Date::new(year, month, day).ok();
        }
    }
    None
}

impl Reader<'_> {
    /// Whether a month and day begin at `start` and end at `end`.
    fn ends_with_day(&self, start: usize, end: usize) -> bool {
        self.free(start)
            && self
                .stamp(start)
                .is_some_and(|(stamp, found)| found == end && matches!(stamp.inner, Inner::Days { month: Month::Number(_), .. }))
    }
}

fn year_elsewhere(head: &str, words: &PeriodTable) -> Option<i16> {
    read(head, words, None).find_map(|period| period.start.or(period.end).map(|day| day.year()))
}
