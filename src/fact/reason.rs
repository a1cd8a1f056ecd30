//! Why no fact was made of a quantity.

use serde::{Deserialize, Serialize};
use std::fmt;

/// Why no fact was made of a quantity.
///
/// ```
/// use hanfacts::explain::Reason;
///
/// assert_eq!(Reason::Half.to_string(), "half a thing or a while measures nothing");
/// assert_eq!(serde_json::to_string(&Reason::NoIndex).unwrap(), "\"no_index\"");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Reason {
    /// Without a coefficient, a figure of speech: 千名干部, 数十家.
    Vague,
    /// Says *a* rather than counts one: 一家企业.
    One,
    /// Half a thing or a while: 半天.
    Half,
    /// A magnitude that grades what it stands before: 1亿项目, 1万级别.
    Grade,
    /// A bare number in a clause that names no index.
    NoIndex,
    /// A bare number in a clause that names an index, which is not said to have this value.
    NoValue,
    /// Part of a time expression: 五年来.
    InPeriod,
    /// Overlaps another quantity.
    InQuantity,
    /// A rule says that no fact is to be made of it.
    Ruled {
        /// The rule's name.
        rule: String,
    },
    /// No rule claims it.
    Unclaimed,
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let said = match self {
            Self::Vague => "a vague count, without a coefficient",
            Self::One => "says \"a\" rather than counts one",
            Self::Half => "half a thing or a while measures nothing",
            Self::Grade => "a magnitude that grades what it stands before",
            Self::NoIndex => "a bare number without unit, and its clause names no index",
            Self::NoValue => "a bare number that is not said to be the value of the index its clause names",
            Self::InPeriod => "part of a time expression",
            Self::InQuantity => "overlaps another quantity",
            Self::Ruled { rule } => return write!(f, "the rule {rule} says that it is none"),
            Self::Unclaimed => "no rule claims it",
        };
        f.write_str(said)
    }
}
