//! Reads times that count from another: months, weeks, days, and stretches of so many units.

use super::grammar::{Found, Reader};
use super::numeral::{self, figure};
use super::stamp::{Inner, Month, Stamp};
use crate::lexicon::periods::{Length, Side, Unit};
use crate::text::glyph;

/// Longest count of years, months or days that is taken for a stretch from the reference date.
const MOST: i16 = 2000;

impl Reader<'_> {
    /// What counts from the reference date, or from what was named.
    pub(super) fn relative(&self, at: usize) -> Found<Stamp> {
        self.relative_month(at)
            .or_else(|| self.relative_quarter(at))
            .or_else(|| self.relative_week(at))
            .or_else(|| self.weekday(at))
            .or_else(|| self.relative_day(at))
            .or_else(|| self.season(at))
            .or_else(|| self.words.now.at(self.text, at).map(|(_, end)| (Stamp::of(Inner::Now), end)))
            .or_else(|| self.standing(at))
            .or_else(|| self.span(at))
            .or_else(|| self.counted(at))
    }

    fn relative_month(&self, at: usize) -> Found<Stamp> {
        let (shift, end) = self.words.months.at(self.text, at)?;
        let month = Month::Relative(shift);
        self.in_month(month, end).or_else(|| {
            let edge = self.words.edges.at(self.text, end);
            let inner = Inner::Month(month);
            Some((Stamp { edge: edge.map(|(edge, _)| edge), ..Stamp::of(inner) }, edge.map_or(end, |(_, end)| end)))
        })
    }

    fn relative_quarter(&self, at: usize) -> Found<Stamp> {
        let (shift, end) = self.words.quarters.at(self.text, at)?;
        let edge = self.words.edges.at(self.text, end);
        Some((Stamp { edge: edge.map(|(edge, _)| edge), ..Stamp::of(Inner::Quarter(shift)) }, edge.map_or(end, |(_, end)| end)))
    }

    /// 上周, 上周五, 本周末, 下周一至周三.
    fn relative_week(&self, at: usize) -> Found<Stamp> {
        let (shift, end) = self.words.weeks.at(self.text, at)?;
        if let Some((first, last, end)) = self.day_of_week(end) {
            return Some((Stamp::of(Inner::Weekday { week: Some(shift), first, last }), end));
        }
        Some((Stamp::of(Inner::Week(shift)), end))
    }

    /// 周三, 星期四, 周末.
    fn weekday(&self, at: usize) -> Found<Stamp> {
        let mark = self.words.weekday_marks.end(self.text, at)?;
        if self.words.weekday_not_after.ends(self.text, at) || self.before(at).is_some_and(numeral::counts) {
            return None;
        }
        let (first, last, end) = self.day_of_week(mark)?;
        let weekend = first < last;
        let week = weekend.then_some(super::stamp::at(crate::lexicon::periods::Base::Reference));
        Some((Stamp::of(Inner::Weekday { week, first, last }), end))
    }

    /// A glyph of a day, or 末, behind the word for a week.
    fn day_of_week(&self, at: usize) -> Option<(i8, i8, usize)> {
        if let Some(end) = self.words.weekends.end(self.text, at) {
            return (!self.words.weekend_not_before.begins(self.text, end)).then_some((5, 6, end));
        }
        let c = self.rest(at).chars().next()?;
        let day = self.words.weekday(c)?;
        let end = at + c.len_utf8();
        let stands = !self.words.weekday_not_before.begins(self.text, end);
        stands.then(|| (day, day, self.time_of_day(end)))
    }

    fn relative_day(&self, at: usize) -> Found<Stamp> {
        let (shift, end) = self.words.days.at(self.text, at)?;
        let counted = self.before(at).is_some_and(numeral::counts);
        (!counted).then(|| (Stamp::of(Inner::Day(shift)), self.time_of_day(end)))
    }

    /// 今夏, 去冬今春.
    fn season(&self, at: usize) -> Found<Stamp> {
        use crate::lexicon::periods::{Base, Shift};
        let (season, end) = self.words.seasons.at(self.text, at)?;
        let year = super::stamp::Year::Relative(Shift { by: season.by, base: Base::Reference });
        let inner = Stamp::months(season.months, Unit::Quarter);
        Some((Stamp { year: Some(year), inner, edge: None }, end))
    }

    /// The 现 of 现有, 现存: what stands now.
    fn standing(&self, at: usize) -> Found<Stamp> {
        let end = self.words.standing.end(self.text, at)?;
        let stands = self.words.standing_before.begins(self.text, end)
            && !self.words.standing_not_before.begins(self.text, end)
            && !self.words.standing_not_after.ends(self.text, at);
        stands.then(|| (Stamp::of(Inner::Now), end))
    }

    /// 近三年, 未来一周, 过去半年, 近十年来, 这五年.
    fn span(&self, at: usize) -> Found<Stamp> {
        let these = || self.words.these.end(self.text, at).map(|end| (Side::Told, end));
        let (side, start, whole_years) = match self.words.leads.at(self.text, at) {
            Some((side, start)) => (side, start, false),
            None => these().map(|(side, start)| (side, start, true))?,
        };
        let (length, end) = self.length(start)?;
        // 这三天 points at days that the text has told of
        if whole_years && !matches!(length, Length::Months(months) if months > 24 && months % 12 == 0) {
            return None;
        }
        let end = self.words.reaches.at(self.text, end).filter(|_| side != Side::Future).map_or(end, |(_, end)| end);
        Some((Stamp::of(Inner::Span { length, side }), end))
    }

    /// 五年来; 三天前, 两周后 where a clause begins.
    fn counted(&self, at: usize) -> Found<Stamp> {
        let numeral = self.rest(at).starts_with(|c| numeral::counts(c) || c == '半');
        if !numeral || !self.free(at) {
            return None;
        }
        let (length, end) = self.length(at)?;
        if let Some((side, end)) = self.words.reaches.at(self.text, end) {
            return (!self.words.counts_before.ends(self.text, at)).then(|| (Stamp::of(Inner::Span { length, side }), end));
        }
        let (sign, end) = self.words.ago.at(self.text, end)?;
        let opens = self.before(at).is_none_or(|c| !glyph::is_han(c) && !c.is_alphanumeric()) || self.words.ago_after.ends(self.text, at);
        let (count, unit) = match length {
            Length::Months(months) if months % 12 == 0 => (months / 12, Unit::Year),
            Length::Months(months) => (months, Unit::Month),
            Length::Days(days) => (days, Unit::Day),
        };
        let inner = Inner::Ago { count: count.checked_mul(sign.into())?, unit };
        opens.then(|| (Stamp::of(inner), end))
    }

    /// A number and a unit of time.
    fn length(&self, at: usize) -> Found<Length> {
        if let Some(found) = self.words.lengths.at(self.text, at) {
            return Some(found);
        }
        let first = figure(self.text, at).filter(|f| (1..MOST).contains(&f.value) && (f.ascii || f.digits < 2))?;
        // 5至10年: the far end
        let second = self.words.range.end(self.text, first.end).and_then(|joint| figure(self.text, joint));
        let count = second.filter(|second| second.value > first.value && second.value < MOST).unwrap_or(first);
        let (unit, end) = self.words.units.at(self.text, count.end)?;
        let length = match unit {
            Unit::Day => Length::Days(count.value),
            Unit::Week => Length::Days(count.value * 7),
            Unit::Month => Length::Months(count.value),
            Unit::Quarter => Length::Months(count.value * 3),
            Unit::Half => Length::Months(count.value * 6),
            Unit::Year => Length::Months(count.value.checked_mul(12)?),
        };
        let dated = count.digits == 4 || unit == Unit::Month && count.ascii && self.rest(count.end).starts_with('月');
        (!dated).then_some((length, end))
    }
}
