//! Reads days in figures, and the time of day that may follow a date.

use super::grammar::{Found, Reader};
use super::numeral::{self, figure};
use super::stamp::{Inner, Month, Stamp};
use crate::lexicon::periods::Unit;

impl Reader<'_> {
    /// 5日, 1-8日, 5号.
    pub(super) fn days(&self, at: usize) -> Found<[i8; 2]> {
        let first = figure(self.text, at).filter(|f| (1..=31).contains(&f.value) && f.digits <= 2)?;
        let (last, end) = self.joined(first, 31).unwrap_or((first.value, first.end));
        let end = self.glyph(end, &['日', '号', '號'])?;
        Some(([i8::try_from(first.value).ok()?, i8::try_from(last).ok()?], end))
    }

    /// 23日, where no month stands before it.
    pub(super) fn day_alone(&self, at: usize) -> Found<Stamp> {
        let first = figure(self.text, at).filter(|f| f.ascii || f.value > 10)?;
        let (days, end) = self.days(at)?;
        let numbered = self.text[..end].ends_with(['号', '號']);
        let stands = if numbered {
            let next = self.rest(end).chars().next();
            let parted = next.is_none_or(|c| !crate::text::glyph::is_han(c) && !c.is_alphanumeric() && c != '-');
            first.ascii
                && (parted || self.words.numbered_day_before.begins(self.text, end))
                && !self.before(at).is_some_and(char::is_alphabetic)
        } else {
            !self.words.day_not_before.begins(self.text, end)
        };
        let length = self.words.counts_before.ends(self.text, at);
        (stands && !length).then(|| (Stamp::of(Inner::Days { month: Month::Unsaid, days, grain: Unit::Day }), self.time_of_day(end)))
    }

    pub(super) fn tenth_alone(&self, at: usize) -> Found<Stamp> {
        let (days, end) = self.words.tenths.at(self.text, at)?;
        let counted = self.before(at).is_some_and(|c| c == '个' || numeral::counts(c));
        (!counted).then(|| (Stamp::of(Inner::Days { month: Month::Unsaid, days, grain: Unit::Week }), end))
    }

    /// Behind the day of the week in brackets, the part of the day and the hour that may follow a date.
    pub(super) fn time_of_day(&self, at: usize) -> usize {
        let at = self.bracketed_weekday(at).unwrap_or(at);
        let part =
            self.words.day_parts.end(self.text, at).filter(|end| !self.words.day_part_not_before.begins(self.text, *end)).unwrap_or(at);
        let Some(end) = self.hour(part) else { return part };
        self.words.range.end(self.text, end).and_then(|joint| self.hour(joint)).unwrap_or(end)
    }

    fn bracketed_weekday(&self, at: usize) -> Option<usize> {
        let open = self.glyph(at, &['(', '（']);
        let mark = self.words.weekday_marks.end(self.text, open.unwrap_or(at))?;
        let day = self.rest(mark).chars().next().filter(|c| self.words.weekday(*c).is_some())?;
        let end = mark + day.len_utf8();
        if open.is_some() { self.glyph(end, &[')', '）']) } else { Some(end) }
    }

    /// 15时30分, 8点半, 9:30.
    pub(super) fn hour(&self, at: usize) -> Option<usize> {
        let figures = self.clock_figures(at);
        if figures > at {
            return Some(figures);
        }
        let hour = figure(self.text, at).filter(|f| f.value <= 24)?;
        let mut end = self.words.hours.end(self.text, hour.end)?;
        if self.words.hour_not_before.begins(self.text, end) {
            return None;
        }
        if let Some(minute) = figure(self.text, end)
            && let Some(next) = self.words.minutes.end(self.text, minute.end)
        {
            end = next;
        }
        Some(self.words.minutes.end(self.text, end).unwrap_or(end))
    }
}
