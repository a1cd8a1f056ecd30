//! What words of time mean, as `period.toml` says it.

use serde::Deserialize;

/// From where a relative word counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Default)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Base {
    /// The reference date.
    #[default]
    Reference,
    /// What the sentence names before it, else the reference date.
    Named,
    /// What was named last, in any sentence, else the reference date.
    Last,
    /// The year that the sentence names, else the one that the reference date sums up.
    Elapsed,
}

/// A relative word: so many units from its base.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Shift {
    pub(crate) by: i16,
    #[serde(default)]
    pub(crate) base: Base,
}

/// The size of a stretch that words name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Unit {
    Day,
    Week,
    Month,
    Quarter,
    Half,
    Year,
}

/// Where in a stretch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Edge {
    Start,
    Middle,
    End,
}

/// A part of a year, by its first and last month; 13 is the next January.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Part {
    pub(crate) months: [i16; 2],
    pub(crate) grain: Unit,
    /// It stands without a year as well.
    #[serde(default)]
    pub(crate) alone: bool,
}

/// A season with its year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Season {
    pub(crate) by: i16,
    pub(crate) months: [i16; 2],
}

/// An edge that names its stretch (年底).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Limit {
    pub(crate) of: Unit,
    pub(crate) at: Edge,
    pub(crate) base: Base,
}

/// How a word behind a time shapes its interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Tail {
    /// 以来: from its start to the reference date.
    Since,
    /// 至今: likewise.
    SoFar,
    /// 起: from its start on.
    From,
    /// 之前: up to the day before it.
    Before,
    /// 之后: from the day after it.
    After,
    /// 期间: the same interval.
    During,
}

/// To which side of the reference date a stretch lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Side {
    Past,
    /// Past, and told of as a whole: early in a year, the years that have ended (五年来).
    Told,
    Future,
}

/// The years of a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Plan {
    pub(crate) years: [i16; 2],
    /// Its name needs neither quotation marks nor a tail.
    #[serde(default)]
    pub(crate) alone: bool,
}

/// 同期.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Same {
    YearEarlier,
}

/// 目前.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Now {
    Now,
}

/// A number and its unit in one word (半年).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Length {
    Months(i16),
    Days(i16),
}
