//! Reads one time: a date in figures or words, or what the other files of the room read.
//!
//! ```text
//! time    = numeric | year [within] | century [decade] | plan | holiday | within | relative | span | now
//! year    = 4 figures 年 | 2 figures 年 | 今年 | 上年 …
//! within  = holiday | 上半年 | 夏季 | 前 N 个月 | quarter | 第 N 周 | month [tenth | day] [edge] | 年底 | 同期
//! quarter = [第] N 季度 | N 至 N 季度        month = N 月 [份] | N - N 月
//! day     = N 日 | N - N 日, and a time of day
//! edge    = 底 | 末 | 初
//! ```
//!
//! Every function takes the place where it reads and gives what it found and where that ends.

use super::numeral::{self, Figure, figure};
use super::stamp::{Inner, Month, Stamp, Year};
use crate::lexicon::PeriodTable;
use crate::lexicon::periods::{Base, Edge, Opening, Shift, Unit};

/// Most years of a list that share one 年.
const MOST_YEARS: usize = 8;

/// Something read, and where it ends.
pub(super) type Found<T> = Option<(T, usize)>;

/// Reads times at places of a text.
#[derive(Clone, Copy)]
pub(super) struct Reader<'t> {
    pub(super) text: &'t str,
    pub(super) words: &'t PeriodTable,
}

impl Reader<'_> {
    pub(super) fn rest(&self, at: usize) -> &str {
        &self.text[at..]
    }

    pub(super) fn before(&self, at: usize) -> Option<char> {
        self.text[..at].chars().next_back()
    }

    /// Where the text goes on behind one of `glyphs` at `at`.
    pub(super) fn glyph(&self, at: usize, glyphs: &[char]) -> Option<usize> {
        self.rest(at).chars().next().filter(|c| glyphs.contains(c)).map(|c| at + c.len_utf8())
    }

    /// Whether a number may begin at `at`: not inside another, not in a code.
    pub(super) fn free(&self, at: usize) -> bool {
        let Some(before) = self.before(at) else { return true };
        let decimal = before == '.' && self.text[..at - 1].ends_with(|c: char| c.is_ascii_digit());
        !(numeral::counts(before) || before.is_ascii_alphanumeric() || before == '第' || decimal)
    }

    /// The time that begins at `at`.
    pub(super) fn stamp(&self, at: usize) -> Found<Stamp> {
        const NUMERAL: Opening = Opening::NUMERAL;
        let opening = self.words.opening(self.rest(at).chars().next()?);
        let free = opening.meets(NUMERAL.or(Opening::LETTER)) && self.free(at);
        // inside a number only words begin
        let torn = opening.meets(NUMERAL) && !free;
        let dated = free && (!opening.meets(NUMERAL) || self.words.may_date(self.rest(at)));
        let number = if dated { NUMERAL } else { Opening::default() };
        let opens = |kind: Opening| opening.meets(kind.or(number));
        let figures = || dated.then(|| self.figures(at)).flatten();
        figures()
            .or_else(|| opening.meets(Opening::YEAR).then(|| self.led_by_year(at)).flatten())
            .or_else(|| opens(Opening::NAMED).then(|| self.named(at)).flatten())
            .or_else(|| (!torn && opens(Opening::WITHIN)).then(|| self.alone(at)).flatten())
            .or_else(|| opens(Opening::RELATIVE).then(|| self.relative(at)).flatten())
    }

    fn figures(&self, at: usize) -> Found<Stamp> {
        let Some(first) = figure(self.text, at) else { return self.spelled_quarter(at) };
        self.numeric(first).or_else(|| self.years(at, first)).or_else(|| self.century(first))
    }

    /// 2022-4-11, 2022/4/11, 2022.09.28, with or without a clock time; 2022-04.
    fn numeric(&self, year: Figure) -> Found<Stamp> {
        if !year.ascii || !calendar_year(year) {
            return None;
        }
        let mark = self.rest(year.end).chars().next().filter(|c| matches!(c, '-' | '/' | '.'))?;
        let month = figure(self.text, year.end + 1).filter(|f| f.ascii && f.digits <= 2 && (1..=12).contains(&f.value))?;
        let number = Month::Number(i8::try_from(month.value).ok()?);
        let ends = |end: usize| !self.rest(end).starts_with(|c: char| c.is_ascii_alphanumeric());
        let day = self.glyph(month.end, &[mark]).and_then(|next| figure(self.text, next));
        if let Some(day) = day.filter(|f| f.ascii && f.digits <= 2 && ends(f.end)) {
            let inner = Inner::Days { month: number, days: [i8::try_from(day.value).ok()?; 2], grain: Unit::Day };
            return Some((in_year(year.value, inner), self.clock_figures(day.end)));
        }
        let plain = month.digits == 2 && mark != '.' && ends(month.end) && !self.rest(month.end).starts_with(['年', '月', mark]);
        plain.then(|| (in_year(year.value, Stamp::months([month.value; 2], Unit::Month)), month.end))
    }

    /// Behind 16:24 or 16:24:30, a blank before it allowed.
    pub(super) fn clock_figures(&self, at: usize) -> usize {
        let start = self.glyph(at, &[' ', 'T']).unwrap_or(at);
        let Some(hour) = figure(self.text, start).filter(|f| f.ascii && f.value < 25) else { return at };
        let mut end = hour.end;
        while let Some(part) = self.glyph(end, &[':', '：']).and_then(|next| figure(self.text, next)).filter(|f| f.digits == 2) {
            end = part.end;
        }
        if end > hour.end { end } else { at }
    }

    /// Years in figures: 2019-2021年, 2023年…, 2023财年, 90年代, 98年.
    fn years(&self, at: usize, first: Figure) -> Found<Stamp> {
        if let Some(found) = self.decade(at, first) {
            return Some(found);
        }
        if let Some(found) = self.years_joined(first) {
            return Some(found);
        }
        if let Some(found) = calendar_year(first).then(|| self.coded_quarter(first)).flatten() {
            return Some(found);
        }
        if self.shares_year_mark(first) {
            return Some((in_year(first.value, Inner::Year), first.end));
        }
        let end = self.year_mark(first.end)?;
        let year = self.full_year(first).or_else(|| self.short_year(at, first, end))?;
        if self.words.year_not_before.begins(self.text, end) {
            return None;
        }
        Some(self.in_year(Year::Named(year), end))
    }

    /// The 2022 of 2022和2023年.
    fn shares_year_mark(&self, first: Figure) -> bool {
        let mut last = first;
        for _ in 0..MOST_YEARS {
            let joint = if calendar_year(last) { self.words.list.end(self.text, last.end) } else { None };
            match joint.and_then(|joint| figure(self.text, joint)).filter(|next| calendar_year(*next)) {
                Some(next) if self.year_mark(next.end).is_some() => return true,
                Some(next) => last = next,
                None => return false,
            }
        }
        false
    }

    /// Behind 年 or 财年.
    fn year_mark(&self, at: usize) -> Option<usize> {
        let at = self.glyph(at, &['财', '財']).filter(|next| self.rest(*next).starts_with('年')).unwrap_or(at);
        self.glyph(at, &['年'])
    }

    fn full_year(&self, figure: Figure) -> Option<i16> {
        calendar_year(figure).then_some(figure.value)
    }

    /// 98年, 08年, 九七年, 22年3月: two digits, where they are no length of time.
    fn short_year(&self, at: usize, two: Figure, end: usize) -> Option<i16> {
        if two.digits != 2 {
            return None;
        }
        let month = figure(self.text, end).is_some_and(|f| (1..=12).contains(&f.value) && self.rest(f.end).starts_with('月'));
        let zero = two.value < 10;
        // 七八年 is seven or eight years
        let (tens, ones) = (two.value / 10, two.value % 10);
        let old = if two.ascii { two.value >= 80 } else { tens >= 5 && ones != tens + 1 };
        let length = self.words.counts_before.ends(self.text, at) || self.words.counts_after.begins(self.text, end);
        let stands = month || zero || old && !length;
        let century = if two.value < 50 { 2000 } else { 1900 };
        stands.then_some(century + two.value)
    }

    /// 2019-2021年, 二〇二一至二〇二三年: the first without a 年 of its own.
    fn years_joined(&self, first: Figure) -> Found<Stamp> {
        let joint = if calendar_year(first) { self.words.range.end(self.text, first.end)? } else { return None };
        let second = figure(self.text, joint).filter(|f| f.ascii == first.ascii)?;
        let last = match second.digits {
            4 if calendar_year(second) => second.value,
            2 if first.ascii => first.value / 100 * 100 + second.value,
            _ => return None,
        };
        let end = self.year_mark(second.end)?;
        let end = self.glyph(end, &['度']).unwrap_or(end);
        (last > first.value).then(|| (Stamp::of(Inner::Years([first.value, last])), end))
    }

    /// 2023Q1, 2023H2, 2023一季报.
    fn coded_quarter(&self, year: Figure) -> Found<Stamp> {
        let start = self.year_mark(year.end).unwrap_or(year.end);
        // 2023一季报
        let report = || self.quarters(start, true).filter(|(_, end)| self.text[..*end].ends_with(['报', '報']));
        let (months, end) = self.letter_quarter(start).or_else(report)?;
        Some((in_year(year.value, months), end))
    }

    fn letter_quarter(&self, at: usize) -> Found<Inner> {
        let next = self.glyph(at, &['Q', 'H', 'q'])?;
        let number = figure(self.text, next).filter(|f| f.ascii && f.digits == 1)?;
        let half = self.rest(at).starts_with('H');
        let size = if half { 6 } else { 3 };
        let lawful = (1..=12 / size).contains(&number.value) && !self.rest(number.end).starts_with(|c: char| c.is_ascii_alphanumeric());
        let months = [number.value * size - size + 1, number.value * size];
        lawful.then(|| (Stamp::months(months, if half { Unit::Half } else { Unit::Quarter }), number.end))
    }

    fn spelled_quarter(&self, at: usize) -> Found<Stamp> {
        self.letter_quarter(at).map(|(inner, end)| (Stamp::of(inner), end))
    }

    fn led_by_year(&self, at: usize) -> Found<Stamp> {
        let (shift, end) = self.words.years.at(self.text, at)?;
        Some(self.in_year(Year::Relative(shift), end))
    }

    /// A year and what stands inside it.
    fn in_year(&self, year: Year, end: usize) -> (Stamp, usize) {
        let bare = self.glyph(end, &['度']).filter(|next| !self.rest(*next).starts_with(['假', '过', '数', '日'])).unwrap_or(end);
        if let Some((stamp, end)) = self.within(bare, true) {
            return (Stamp { year: Some(year), ..stamp }, end);
        }
        let (edge, end) = self.edge(bare);
        (Stamp { year: Some(year), inner: Inner::Year, edge }, end)
    }

    /// What may stand inside a year; `led` says that the year stands before it.
    fn within(&self, at: usize, led: bool) -> Found<Stamp> {
        let inner = |(inner, end): (Inner, usize)| self.edged(inner, end);
        self.holiday(at, led)
            .or_else(|| self.part(at, led).map(inner))
            .or_else(|| self.quarters(at, led).map(inner))
            .or_else(|| self.first_units(at).map(inner))
            .or_else(|| self.week_of_year(at, led))
            .or_else(|| self.month(at))
            .or_else(|| self.letter_quarter(at).filter(|_| led).map(inner))
            .or_else(|| self.whole(at))
            .or_else(|| self.limit(at))
            .or_else(|| self.same(at, led))
    }

    /// What may stand without its year.
    fn alone(&self, at: usize) -> Found<Stamp> {
        self.within(at, false).or_else(|| self.tenth_alone(at)).or_else(|| self.day_alone(at))
    }

    pub(super) fn edged(&self, inner: Inner, end: usize) -> (Stamp, usize) {
        let (edge, end) = self.edge(end);
        (Stamp { year: None, inner, edge }, end)
    }

    pub(super) fn edge(&self, at: usize) -> (Option<Edge>, usize) {
        self.words.edges.at(self.text, at).map_or((None, at), |(edge, end)| (Some(edge), end))
    }

    fn part(&self, at: usize, led: bool) -> Found<Inner> {
        let (part, end) = self.words.parts.at(self.text, at)?;
        (led || part.alone).then(|| (Stamp::months(part.months, part.grain), end))
    }

    fn whole(&self, at: usize) -> Found<Stamp> {
        let (shift, end) = self.words.wholes.at(self.text, at)?;
        let counted = self.before(at).is_some_and(numeral::counts);
        (!counted).then_some((Stamp { year: Some(Year::Relative(shift)), inner: Inner::Year, edge: None }, end))
    }

    /// 年底, 月末, 年初.
    pub(super) fn limit(&self, at: usize) -> Found<Stamp> {
        let (limit, end) = self.words.limits.at(self.text, at)?;
        if self.before(at).is_some_and(|c| numeral::counts(c) && !c.is_ascii_digit()) {
            return None;
        }
        let base = Shift { by: 0, base: limit.base };
        let stamp = match limit.of {
            Unit::Month => Stamp { edge: Some(limit.at), ..Stamp::of(Inner::Month(Month::Relative(base))) },
            Unit::Quarter => Stamp { edge: Some(limit.at), ..Stamp::of(Inner::Quarter(base)) },
            _ => Stamp { year: Some(Year::Relative(base)), inner: Inner::Year, edge: Some(limit.at) },
        };
        Some((stamp, end))
    }

    /// 上年同期: the stretch named before, in this year; 比同期 alone is the year before.
    fn same(&self, at: usize, led: bool) -> Found<Stamp> {
        let (_, end) = self.words.same.at(self.text, at)?;
        let year = Year::Relative(Shift { by: -1, base: Base::Named });
        (led || self.words.compares_same.ends(self.text, at)).then_some((Stamp { year: Some(year), inner: Inner::Same, edge: None }, end))
    }
}

fn in_year(year: i16, inner: Inner) -> Stamp {
    Stamp { year: Some(Year::Named(year)), inner, edge: None }
}

/// Four digits that can be a year.
pub(super) fn calendar_year(figure: Figure) -> bool {
    figure.digits == 4 && (1000..3000).contains(&figure.value)
}
