//! Where the slots of a fact come from.

use crate::span::Span;
use serde::{Deserialize, Serialize};

/// How a slot of a fact was filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "from")]
#[non_exhaustive]
pub enum Origin {
    /// Nothing fits: it is empty.
    Nothing,
    /// Words of the fact's own sentence were chosen.
    Sentence,
    /// The rule that claimed the quantity bound its words.
    Rule,
    /// The quantity says it itself: 翻番, 持平.
    Quantity,
    /// The word that bounds the number says it: 突破3万亿元.
    Bound,
    /// A slot of an earlier fact was chosen.
    Fact {
        /// The id of that fact.
        id: usize,
        /// Which of its slots; a whole may be what an earlier fact measures.
        slot: SlotName,
    },
    /// The period that the sentences before left in force was chosen.
    InForce {
        /// Where the text names it.
        since: Span,
    },
    /// The first period of the document was chosen.
    First,
}

/// A slot that later facts take over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
#[allow(missing_docs, reason = "the names are those of the slots")]
pub enum SlotName {
    Indicator,
    Subject,
    Period,
    Whole,
    Scope,
}

impl SlotName {
    /// How many there are.
    pub(super) const COUNT: usize = Self::Scope as usize + 1;

    /// The letter by which features tell it.
    pub(super) fn letter(self) -> char {
        match self {
            Self::Indicator => 'i',
            Self::Subject => 's',
            Self::Period => 't',
            Self::Whole => 'w',
            Self::Scope => 'c',
        }
    }
}

/// Where each slot of a fact comes from; `None` for a slot that facts of its kind have not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origins {
    /// Of the indicator.
    pub indicator: Origin,
    /// Of the subject.
    pub subject: Origin,
    /// Of the predicate.
    pub predicate: Origin,
    /// Of the period.
    pub period: Origin,
    /// Of the cue of a change.
    pub change: Option<Origin>,
    /// Of the whole of a share.
    pub whole: Option<Origin>,
    /// Of the scope of a rank.
    pub scope: Option<Origin>,
}
