//! Reads stretches that have a name: plans, events, holidays, centuries and decades.

use super::grammar::{Found, Reader, calendar_year};
use super::numeral::{Figure, figure};
use super::stamp::{Inner, Stamp};
use crate::lexicon::periods::{Day, Tail};
use crate::text::glyph;

/// Decades below this one, without a century, are of this century (20年代), the others of the last.
const OLDEST_DECADE: i16 = 30;

impl Reader<'_> {
    /// A plan, an event, a century.
    pub(super) fn named(&self, at: usize) -> Found<Stamp> {
        let neighbours = || self.free(at).then(|| self.decade_neighbours(at)).flatten();
        if let Some(([first, last], end)) = neighbours() {
            return Some((Stamp::of(Inner::Years([1900 + first, 1900 + last])), end));
        }
        self.plan(at).or_else(|| self.event(at)).or_else(|| self.century_word(at)).or_else(|| self.quoted_holiday(at))
    }

    /// 十四五, “十四五”, 八五期间.
    fn plan(&self, at: usize) -> Found<Stamp> {
        let open = self.words.opens.end(self.text, at);
        let (plan, name) = self.words.plans.at(self.text, open.unwrap_or(at))?;
        if open.is_none() && (!self.free(at) || self.words.opens.ends(self.text, at)) {
            return None;
        }
        let end = if open.is_some() { self.words.closes.end(self.text, name)? } else { name };
        let (edge, edged) = self.words.edges.at(self.text, end).map_or((None, end), |(edge, end)| (Some(edge), end));
        let tail = self.words.tails.at(self.text, edged).is_some_and(|(tail, _)| tail != Tail::From);
        if !tail && edge.is_none() && !plan.alone || self.words.plan_not_before.begins(self.text, end) {
            return None;
        }
        Some((Stamp { edge, ..Stamp::of(Inner::Years(plan.years)) }, edged))
    }

    /// 党的十八大, where something is counted from it.
    fn event(&self, at: usize) -> Found<Stamp> {
        let (Day(date), end) = self.words.events.at(self.text, at)?;
        let (tail, _) = self.words.tails.at(self.text, end)?;
        matches!(tail, Tail::Since | Tail::SoFar).then_some((Stamp::of(Inner::Fixed(date)), end))
    }

    /// 20世纪, 二十世纪九十年代, 19世纪末.
    pub(super) fn century(&self, number: Figure) -> Found<Stamp> {
        if !(1..=30).contains(&number.value) || number.digits > 2 {
            return None;
        }
        let end = self.words.century_marks.end(self.text, number.end)?;
        self.of_century((number.value - 1) * 100, end)
    }

    /// 上世纪, 上世纪八十年代, 本世纪初.
    fn century_word(&self, at: usize) -> Found<Stamp> {
        let (shift, end) = self.words.centuries.at(self.text, at)?;
        if let Some((years, end)) = self.decade_neighbours(end) {
            return Some((Stamp::of(Inner::Century { shift, years }), end));
        }
        if let Some((decade, end)) = self.two_digit_decade(end) {
            return Some(self.edged_decade(Inner::Century { shift, years: [decade, decade + 9] }, end));
        }
        Some(self.edged_decade(Inner::Century { shift, years: [1, 100] }, end))
    }

    /// What follows a century that begins behind the year `base`.
    fn of_century(&self, base: i16, end: usize) -> Found<Stamp> {
        if let Some(([first, last], end)) = self.decade_neighbours(end) {
            return Some((Stamp::of(Inner::Years([base + first, base + last])), end));
        }
        if let Some((decade, end)) = self.two_digit_decade(end) {
            return Some(self.edged_decade(Inner::Years([base + decade, base + decade + 9]), end));
        }
        let stands = !self.words.century_not_before.begins(self.text, end);
        stands.then(|| self.edged_decade(Inner::Years([base + 1, base + 100]), end))
    }

    /// 五六十年代: two decades by neighbouring digits, the years of both.
    fn decade_neighbours(&self, at: usize) -> Found<[i16; 2]> {
        let mut chars = self.rest(at).chars();
        let mut digit = || chars.next().and_then(crate::number::glyph::digit).and_then(|(digit, _)| i16::try_from(digit).ok());
        let (first, last) = (digit()?, digit()?);
        let ten: usize = self.rest(at).chars().take(2).map(char::len_utf8).sum();
        let tens = self.glyph(at + ten, &['十']).filter(|_| first > 0 && last == first + 1)?;
        Some(([first * 10, last * 10 + 9], self.words.decade_marks.end(self.text, tens)?))
    }

    fn two_digit_decade(&self, at: usize) -> Found<i16> {
        let number = figure(self.text, at).filter(|f| f.value < 100 && f.value % 10 == 0)?;
        Some((number.value, self.words.decade_marks.end(self.text, number.end)?))
    }

    /// 90年代, 九十年代, 1990年代, 2010年代.
    pub(super) fn decade(&self, at: usize, number: Figure) -> Found<Stamp> {
        let end = self.words.decade_marks.end(self.text, number.end)?;
        if number.value % 10 != 0 {
            return None;
        }
        let year = if calendar_year(number) {
            number.value
        } else {
            let (value, _) = self.two_digit_decade(at)?;
            value + if value < OLDEST_DECADE { 2000 } else { 1900 }
        };
        Some(self.edged_decade(Inner::Years([year, year + 9]), end))
    }

    fn edged_decade(&self, inner: Inner, end: usize) -> (Stamp, usize) {
        let edge = self.words.edges.at(self.text, end);
        (Stamp { edge: edge.map(|(edge, _)| edge), ..Stamp::of(inner) }, edge.map_or(end, |(_, end)| end))
    }

    /// “五一”假期.
    fn quoted_holiday(&self, at: usize) -> Found<Stamp> {
        let open = self.words.opens.end(self.text, at)?;
        let ((id, _), name) = self.words.holidays.words.at(self.text, open)?;
        let end = self.words.closes.end(self.text, name)?;
        if let Some(end) = self.words.rest_tails.end(self.text, end) {
            return Some((Stamp::of(Inner::Holiday { id, rest: true }), end));
        }
        let parted = !self.rest(end).starts_with(|c: char| glyph::is_han(c) || c.is_alphanumeric());
        (parted || self.words.holiday_before.begins(self.text, end)).then(|| (Stamp::of(Inner::Holiday { id, rest: false }), end))
    }

    /// 春节, 国庆假期, 五一 where it stands apart; `led` says that a year stands before it.
    pub(super) fn holiday(&self, at: usize, led: bool) -> Found<Stamp> {
        if let Some((stamp, end)) = self.quoted_holiday(at) {
            return Some((stamp, end));
        }
        let ((id, anywhere), name) = self.words.holidays.words.at(self.text, at)?;
        if let Some(end) = self.words.rest_tails.end(self.text, name) {
            return Some((Stamp::of(Inner::Holiday { id, rest: true }), end));
        }
        let next = self.rest(name).chars().next();
        let parted = next.is_none_or(|c| !glyph::is_han(c) && !c.is_alphanumeric());
        let before = self.before(at).is_none_or(|c| !glyph::is_han(c) && !c.is_alphanumeric());
        let opens = before || led || self.words.holiday_after.ends(self.text, at);
        let stands = if anywhere {
            !self.words.holiday_not_before.begins(self.text, name)
        } else {
            opens && (parted || self.words.holiday_before.begins(self.text, name))
        };
        stands.then(|| (Stamp::of(Inner::Holiday { id, rest: false }), self.time_of_day(name)))
    }
}
