//! Reads months and quarters in figures, and what stands inside a month.

use super::grammar::{Found, Reader};
use super::numeral::{self, Figure, figure};
use super::stamp::{Inner, Month, Stamp};
use crate::lexicon::periods::Unit;

impl Reader<'_> {
    /// 一季度, 第三季度, 一至三季度, 一、二季度; behind a year also 第二季; a report of quarters, 三季报, tells of the year so far.
    pub(super) fn quarters(&self, at: usize, led: bool) -> Found<Inner> {
        let start = self.glyph(at, &['第']).unwrap_or(at);
        if let Some(end) = self.glyph(start, &['首']).and_then(|next| self.quarter_mark(next)) {
            return Some((Stamp::months([1, 3], Unit::Quarter), end));
        }
        let first = figure(self.text, start).filter(|f| (1..=4).contains(&f.value))?;
        let short = self.glyph(first.end, &['季']);
        if let Some(end) = short.and_then(|next| self.report(next)) {
            return Some((Stamp::months([1, first.value * 3], Unit::Month), end));
        }
        if let Some(end) = short.filter(|next| led && start > at && self.glyph(*next, &['度']).is_none()) {
            return Some((Stamp::months([first.value * 3 - 2, first.value * 3], Unit::Quarter), end));
        }
        let (last, end) = self.joined(first, 4).unwrap_or((first.value, first.end));
        Some((Stamp::months([first.value * 3 - 2, last * 3], Unit::Quarter), self.quarter_mark(end)?))
    }

    /// Behind the 报 of 三季报.
    pub(super) fn report(&self, at: usize) -> Option<usize> {
        self.glyph(at, &['报', '報']).filter(|end| !self.words.report_not_before.begins(self.text, *end))
    }

    fn quarter_mark(&self, at: usize) -> Option<usize> {
        self.glyph(at, &['季']).and_then(|next| self.glyph(next, &['度']))
    }

    /// The second number of a range (1-11), or of a list of neighbours (1、2).
    pub(super) fn joined(&self, first: Figure, most: i16) -> Found<i16> {
        let (joint, listed) = match self.words.range.end(self.text, first.end) {
            Some(end) => (end, false),
            None => (self.words.list.end(self.text, first.end)?, true),
        };
        let joint = self.glyph(joint, &['第']).unwrap_or(joint);
        let second = figure(self.text, joint).filter(|f| f.ascii == first.ascii && f.value > first.value && f.value <= most)?;
        (!listed || second.value == first.value + 1).then_some((second.value, second.end))
    }

    /// 前11个月, 头三个月, 前三季度, 前7月.
    pub(super) fn first_units(&self, at: usize) -> Found<Inner> {
        let start = self.glyph(at, &['前', '头', '首'])?;
        let count = figure(self.text, start).filter(|f| (1..=12).contains(&f.value))?;
        let measured = self.glyph(count.end, &['个', '個']);
        let unit = measured.unwrap_or(count.end);
        if let Some(end) = self.quarter_mark(unit).filter(|_| count.value <= 4) {
            return Some((Stamp::months([1, count.value * 3], Unit::Month), end));
        }
        let end = self.glyph(unit, &['月'])?;
        let end = self.glyph(end, &['份']).unwrap_or(end);
        Some((Stamp::months([1, count.value], Unit::Month), end))
    }

    pub(super) fn week_of_year(&self, at: usize, led: bool) -> Found<Stamp> {
        let start = self.glyph(at, &['第']).filter(|_| led)?;
        let week = figure(self.text, start).filter(|f| (1..=53).contains(&f.value))?;
        let start = self.glyph(week.end, &['个', '個']).unwrap_or(week.end);
        let end = self.words.weekday_marks.end(self.text, start)?;
        Some((Stamp::of(Inner::WeekOfYear(week.value)), end))
    }

    /// 3月, 1-11月, 7月下旬, 3月5日, 5月1-8日, 6月末.
    pub(super) fn month(&self, at: usize) -> Found<Stamp> {
        if self.words.recurs.ends(self.text, at) {
            return None;
        }
        if let Some(found) = self.month_neighbours(at) {
            return Some(found);
        }
        let first = figure(self.text, at).filter(|f| (1..=12).contains(&f.value) && f.digits <= 2)?;
        if let Some((last, end)) = self.joined(first, 12)
            && let Some(end) = self.month_mark(end)
        {
            return Some(self.edged(Stamp::months([first.value, last], Unit::Month), end));
        }
        let end = self.month_mark(first.end)?;
        let month = Month::Number(i8::try_from(first.value).ok()?);
        let spoiled = self.words.month_not_before.begins(self.text, end);
        self.in_month(month, end).or_else(|| {
            // 三月三
            let goes_on = !first.ascii && self.rest(end).starts_with(numeral::counts);
            (!spoiled && !goes_on).then(|| self.edged(Stamp::months([first.value; 2], Unit::Month), end))
        })
    }

    /// 三四月: two months by neighbouring digits.
    fn month_neighbours(&self, at: usize) -> Found<Stamp> {
        let both = figure(self.text, at).filter(|f| !f.ascii && f.digits == 2)?;
        let (first, last) = (both.value / 10, both.value % 10);
        let end = self.month_mark(both.end).filter(|_| first > 0 && last == first + 1)?;
        Some(self.edged(Stamp::months([first, last], Unit::Month), end))
    }

    /// Behind 月 or 月份.
    fn month_mark(&self, at: usize) -> Option<usize> {
        let end = self.glyph(at, &['月'])?;
        Some(self.glyph(end, &['份']).filter(|next| !self.rest(*next).starts_with('额')).unwrap_or(end))
    }

    /// A stretch of days inside a month that stands before `at`.
    pub(super) fn in_month(&self, month: Month, at: usize) -> Found<Stamp> {
        if let Some((days, end)) = self.words.tenths.at(self.text, at) {
            return Some((Stamp::of(Inner::Days { month, days, grain: Unit::Week }), end));
        }
        let (days, end) = self.days(at)?;
        let inner = Inner::Days { month, days, grain: Unit::Day };
        Some((Stamp::of(inner), self.time_of_day(end)))
    }
}
