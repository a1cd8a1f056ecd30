//! The words of time, read straight into automata. The comments of the built-in `period.toml` say what each key holds.

use super::matcher::{Endings, Heads, Hit};
pub(crate) use super::meanings::{Base, Edge, Length, Limit, Now, Part, Plan, Same, Season, Shift, Side, Tail, Unit};
use crate::number::glyph;
use crate::text::CharSet;
use crate::text::glyph::is_han;
use jiff::civil::Date;
use serde::Deserialize;

/// Words of one meaning, and where they do not have it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Guarded<T> {
    words: Vec<String>,
    means: T,
    #[serde(default)]
    not_before: Vec<String>,
    #[serde(default)]
    not_after: Vec<String>,
    /// What goes on from here where a Han character stands before (技改前年产量).
    #[serde(default)]
    not_inside: Vec<String>,
    /// No Han character follows.
    #[serde(default)]
    closes: bool,
}

#[derive(Debug)]
struct Guard {
    not_before: Vec<String>,
    not_after: Vec<String>,
    not_inside: Vec<String>,
    closes: bool,
}

impl Guard {
    fn admits(&self, text: &str, hit: Hit) -> bool {
        let (before, after) = (&text[..hit.start], &text[hit.end..]);
        let begins = |words: &[String]| words.iter().any(|word| after.starts_with(word.as_str()));
        let led = self.not_after.iter().any(|word| before.ends_with(word.as_str()));
        let inside = before.ends_with(is_han) && begins(&self.not_inside);
        !(led || inside || begins(&self.not_before) || self.closes && after.starts_with(is_han))
    }
}

/// Words that mean a `T`, found at a place.
#[derive(Debug, Deserialize)]
#[serde(from = "Vec<Guarded<T>>", bound = "T: Copy + Deserialize<'de>")]
pub(crate) struct Words<T> {
    surfaces: Heads,
    entries: Vec<(usize, T)>,
    guards: Vec<Guard>,
}

impl<T: Copy> From<Vec<Guarded<T>>> for Words<T> {
    fn from(groups: Vec<Guarded<T>>) -> Self {
        let (mut words, mut entries, mut guards) = (Vec::new(), Vec::new(), Vec::new());
        for (group, data) in groups.into_iter().enumerate() {
            entries.extend(data.words.iter().map(|_| (group, data.means)));
            words.extend(data.words);
            let (not_before, not_after, not_inside, closes) = (data.not_before, data.not_after, data.not_inside, data.closes);
            guards.push(Guard { not_before, not_after, not_inside, closes });
        }
        Self { surfaces: super::heads(&words), entries, guards }
    }
}

impl<T: Copy> Words<T> {
    /// The longest word that begins at `at`, and where it ends.
    pub(crate) fn at(&self, text: &str, at: usize) -> Option<(T, usize)> {
        let hit = self.surfaces.at(text, at, text.len())?;
        let (group, means) = self.entries[hit.id];
        self.guards[group].admits(text, hit).then_some((means, hit.end))
    }
}

/// Words looked for at a place, or right before it.
#[derive(Debug, Deserialize)]
#[serde(from = "Vec<String>")]
pub(crate) struct Marks {
    heads: Heads,
    ends: Endings,
}

impl From<Vec<String>> for Marks {
    fn from(words: Vec<String>) -> Self {
        Self { heads: super::heads(&words), ends: Endings::new(words.iter().map(String::as_str)) }
    }
}

impl Marks {
    /// Where the longest word ends that begins at `at`.
    pub(crate) fn end(&self, text: &str, at: usize) -> Option<usize> {
        self.heads.at(text, at, text.len()).map(|hit| hit.end)
    }

    /// Whether a word begins at `at`.
    pub(crate) fn begins(&self, text: &str, at: usize) -> bool {
        self.end(text, at).is_some()
    }

    /// Whether a word ends at `at`.
    pub(crate) fn ends(&self, text: &str, at: usize) -> bool {
        self.ends.before(text, at).is_some()
    }

    /// The first place at or behind `at` where a word stands, and where it ends.
    pub(crate) fn find(&self, text: &str, at: usize) -> Option<(usize, usize)> {
        self.heads.find(text, at).map(|hit| (hit.start, hit.end))
    }
}

/// A date as `2024-03-31`.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(try_from = "String")]
pub(crate) struct Day(pub(crate) Date);

impl TryFrom<String> for Day {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse().map(Self).map_err(|_| format!("found {text:?}, expected a date as 2024-03-31"))
    }
}

/// A holiday: its day, and the days off around it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Holiday {
    words: Vec<String>,
    #[serde(default)]
    bare: Vec<String>,
    /// Month and day, where the civil calendar sets it.
    pub(crate) date: Option<[i8; 2]>,
    /// Its day by year, where the old calendar sets it.
    #[serde(default)]
    pub(crate) dates: Vec<Day>,
    /// Days off before and after it, where no other rule stands.
    pub(crate) rest: [i8; 2],
    /// Days off as they were set.
    #[serde(default)]
    pub(crate) rests: Vec<[Day; 2]>,
}

/// All holidays, and the words for them: the number of each, and whether the word stands anywhere.
#[derive(Debug, Deserialize)]
#[serde(from = "Vec<Holiday>")]
pub(crate) struct Holidays {
    pub(crate) words: Words<(usize, bool)>,
    list: Vec<Holiday>,
}

impl From<Vec<Holiday>> for Holidays {
    fn from(list: Vec<Holiday>) -> Self {
        let group = |id: usize, anywhere: bool, words: &[String]| Guarded {
            words: words.to_vec(),
            means: (id, anywhere),
            not_before: vec![],
            not_after: vec![],
            not_inside: vec![],
            closes: false,
        };
        let both = |(id, holiday): (usize, &Holiday)| [group(id, true, &holiday.words), group(id, false, &holiday.bare)];
        let groups: Vec<_> = list.iter().enumerate().flat_map(both).collect();
        Self { words: groups.into(), list }
    }
}

impl Holidays {
    pub(crate) fn get(&self, id: usize) -> Option<&Holiday> {
        self.list.get(id)
    }
}

/// All words of time.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PeriodTable {
    pub(crate) compares_same: Marks,
    pub(crate) until: Marks,
    pub(crate) from: Marks,
    pub(crate) closes_from: Marks,
    /// Words behind a day that make it a moment (收盘).
    pub(crate) moments: Marks,
    /// What begins a word with the 报 of 三季报 (三季报名).
    pub(crate) report_not_before: Marks,
    /// Hours that end a day, and so are none inside it.
    pub(crate) day_ends: Marks,
    pub(crate) range: Marks,
    pub(crate) list: Marks,
    pub(crate) ago_after: Marks,
    pub(crate) standing: Marks,
    pub(crate) standing_before: Marks,
    pub(crate) standing_not_before: Marks,
    pub(crate) standing_not_after: Marks,
    pub(crate) these: Marks,
    pub(crate) counts_before: Marks,
    pub(crate) counts_after: Marks,
    pub(crate) year_not_before: Marks,
    pub(crate) recurs: Marks,
    pub(crate) month_not_before: Marks,
    pub(crate) day_not_before: Marks,
    pub(crate) numbered_day_before: Marks,
    pub(crate) day_parts: Marks,
    pub(crate) day_part_not_before: Marks,
    pub(crate) hours: Marks,
    pub(crate) hour_not_before: Marks,
    pub(crate) minutes: Marks,
    pub(crate) weekday_marks: Marks,
    /// The glyphs of each day, Monday first.
    weekdays: [String; 7],
    pub(crate) weekday_not_before: Marks,
    pub(crate) weekday_not_after: Marks,
    pub(crate) weekends: Marks,
    pub(crate) weekend_not_before: Marks,
    pub(crate) century_marks: Marks,
    pub(crate) century_not_before: Marks,
    pub(crate) decade_marks: Marks,
    pub(crate) rest_tails: Marks,
    pub(crate) holiday_after: Marks,
    pub(crate) holiday_before: Marks,
    pub(crate) holiday_not_before: Marks,
    pub(crate) plan_not_before: Marks,
    pub(crate) opens: Marks,
    pub(crate) closes: Marks,
    pub(crate) title: [String; 2],
    pub(crate) ahead: Marks,
    pub(crate) compares: Marks,
    pub(crate) page_labels: Marks,
    pub(crate) page_sources: Marks,
    pub(crate) datelines: Marks,
    #[serde(rename = "year")]
    pub(crate) years: Words<Shift>,
    #[serde(rename = "quarter")]
    pub(crate) quarters: Words<Shift>,
    #[serde(rename = "month")]
    pub(crate) months: Words<Shift>,
    #[serde(rename = "week")]
    pub(crate) weeks: Words<Shift>,
    #[serde(rename = "day")]
    pub(crate) days: Words<Shift>,
    #[serde(rename = "part")]
    pub(crate) parts: Words<Part>,
    #[serde(rename = "season")]
    pub(crate) seasons: Words<Season>,
    #[serde(rename = "whole")]
    pub(crate) wholes: Words<Shift>,
    #[serde(rename = "tenth")]
    pub(crate) tenths: Words<[i8; 2]>,
    #[serde(rename = "edge")]
    pub(crate) edges: Words<Edge>,
    #[serde(rename = "limit")]
    pub(crate) limits: Words<Limit>,
    pub(crate) same: Words<Same>,
    pub(crate) now: Words<Now>,
    #[serde(rename = "tail")]
    pub(crate) tails: Words<Tail>,
    #[serde(rename = "lead")]
    pub(crate) leads: Words<Side>,
    #[serde(rename = "unit")]
    pub(crate) units: Words<Unit>,
    #[serde(rename = "half")]
    pub(crate) lengths: Words<Length>,
    #[serde(rename = "reach")]
    pub(crate) reaches: Words<Side>,
    pub(crate) ago: Words<i8>,
    #[serde(rename = "century")]
    pub(crate) centuries: Words<Shift>,
    #[serde(rename = "plan")]
    pub(crate) plans: Words<Plan>,
    #[serde(rename = "event")]
    pub(crate) events: Words<Day>,
    #[serde(rename = "holiday")]
    pub(crate) holidays: Holidays,
    /// What can begin with each character of the basic plane.
    #[serde(skip)]
    openings: Box<[Opening]>,
    /// What stands behind the first number of a time, where that begins with one.
    #[serde(skip)]
    marks: CharSet,
}

/// What of an expression can begin with a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Opening(u8);

impl Opening {
    /// A number.
    pub(crate) const NUMERAL: Self = Self(1);
    /// A quarter or half in letters (Q1, H2).
    pub(crate) const LETTER: Self = Self(2);
    /// A word before a time that shapes it (截至, 自).
    pub(crate) const FRAME: Self = Self(4);
    /// A word for a year.
    pub(crate) const YEAR: Self = Self(8);
    /// A plan, an event, a century.
    pub(crate) const NAMED: Self = Self(16);
    /// What stands inside a year.
    pub(crate) const WITHIN: Self = Self(32);
    /// What counts from another time.
    pub(crate) const RELATIVE: Self = Self(64);
    /// A title.
    pub(crate) const TITLE: Self = Self(128);

    const ALL: Self = Self(u8::MAX);

    /// Whether one of `others` can begin.
    pub(crate) const fn meets(self, others: Self) -> bool {
        self.0 & others.0 != 0
    }

    /// These and `others`.
    pub(crate) const fn or(self, others: Self) -> Self {
        Self(self.0 | others.0)
    }

    /// Whether nothing can begin.
    pub(crate) const fn is_none(self) -> bool {
        self.0 == 0
    }
}

/// Characters of the basic plane.
const BASIC: usize = 0x1_0000;

impl PeriodTable {
    /// The table with its openings.
    pub(super) fn with_openings(mut table: Self) -> Self {
        let kinds: [(Opening, &[&Heads]); 5] = [
            (Opening::FRAME, &[&table.until.heads, &table.from.heads]),
            (Opening::YEAR, &[&table.years.surfaces]),
            (Opening::NAMED, &[&table.opens.heads, &table.plans.surfaces, &table.events.surfaces, &table.centuries.surfaces]),
            (
                Opening::WITHIN,
                &[
                    &table.opens.heads,
                    &table.holidays.words.surfaces,
                    &table.parts.surfaces,
                    &table.wholes.surfaces,
                    &table.limits.surfaces,
                    &table.same.surfaces,
                    &table.tenths.surfaces,
                ],
            ),
            (
                Opening::RELATIVE,
                &[
                    &table.months.surfaces,
                    &table.quarters.surfaces,
                    &table.weeks.surfaces,
                    &table.weekday_marks.heads,
                    &table.days.surfaces,
                    &table.seasons.surfaces,
                    &table.now.surfaces,
                    &table.standing.heads,
                    &table.leads.surfaces,
                    &table.these.heads,
                    &table.lengths.surfaces,
                ],
            ),
        ];
        let words = kinds.iter().flat_map(|(kind, tables)| tables.iter().flat_map(|table| table.initials()).map(|c| (c, *kind)));
        let numerals = ('0'..='9').chain(glyph::HAN.chars()).map(|c| (c, Opening::NUMERAL));
        // 第二季度, 前三个月, 首季度
        let counted = ['第', '前', '头', '首'].map(|c| (c, Opening::WITHIN));
        let letters = ['Q', 'q', 'H'].map(|c| (c, Opening::LETTER));
        let title = table.title[0].chars().next().map(|c| (c, Opening::TITLE));
        let mut openings = vec![Opening::default(); BASIC];
        for (c, kind) in words.chain(numerals).chain(counted).chain(letters).chain(title) {
            if let Some(opening) = openings.get_mut(c as usize) {
                *opening = opening.or(kind);
            }
        }
        table.openings = openings.into();
        let joints = [&table.range, &table.list, &table.century_marks, &table.decade_marks].map(|marks| &marks.heads);
        let initials = joints.into_iter().chain([&table.units.surfaces]).flat_map(Heads::initials);
        table.marks = initials.chain("年财財月日号號季-/QqH".chars()).collect();
        table
    }

    /// Whether a number at the head of `rest` may be of a time: a mark stands behind it, or it is the year of 2024.03.15.
    pub(crate) fn may_date(&self, rest: &str) -> bool {
        let counts = |c: char| self.opening(c).meets(Opening::NUMERAL) && !self.marks.has(c);
        let behind = rest.trim_start_matches(counts);
        behind.starts_with(|c| self.marks.has(c)) || behind.starts_with('.') && rest.len() - behind.len() == 4
    }

    /// What can begin with a character.
    pub(crate) fn opening(&self, c: char) -> Opening {
        self.openings.get(c as usize).copied().unwrap_or(Opening::ALL)
    }

    /// The day of the week that a glyph names, Monday 0.
    pub(crate) fn weekday(&self, c: char) -> Option<i8> {
        (0..).zip(&self.weekdays).find(|(_, glyphs)| glyphs.contains(c)).map(|(day, _)| day)
    }
}
