//! How each fact came about, and why a quantity made none.
//!
//! [`Extractor::explain`] reads a text as [`Extractor::extract`] does, by the same code, and keeps what was decided on the way:
//! the words of each sentence and their classes, the rule that claimed a quantity and what its groups bound, and for each slot
//! where it was taken from. An [`Explanation`] writes itself for a terminal ([`Display`](std::fmt::Display)) and serialises.

mod build;
mod display;

pub use crate::fact::{Origin, Origins, Reason, SlotName};

use crate::choice::Taught;
use crate::extractor::{Extractor, Note};
use crate::fact::{Fact, Kind};
use crate::span::{Span, Text};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// A text's facts, each with how it came about, and the quantities of which none was made.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Explanation {
    sentences: Vec<ExplainedSentence>,
    notes: Vec<Note>,
}

impl Explanation {
    /// The sentences that hold quantities, in text order.
    pub fn sentences(&self) -> &[ExplainedSentence] {
        &self.sentences
    }

    /// The quantities of all sentences, in text order.
    pub fn quantities(&self) -> impl Iterator<Item = &ExplainedQuantity> {
        self.sentences.iter().flat_map(|sentence| &sentence.quantities)
    }

    /// The facts, in text order: those that [`Extractor::extract`] gives.
    pub fn facts(&self) -> impl Iterator<Item = &ExplainedFact> {
        self.quantities().filter_map(|quantity| match &quantity.outcome {
            Outcome::Fact(fact) => Some(fact.as_ref()),
            Outcome::Reason(_) => None,
        })
    }

    /// What was left out, and why.
    pub fn notes(&self) -> &[Note] {
        &self.notes
    }
}

/// A sentence that holds quantities.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ExplainedSentence {
    /// Where it stands.
    pub span: Span,
    /// Its text, layout removed.
    pub text: Text,
    /// Its words, in text order; what stands in brackets without a quantity is passed over.
    pub words: Vec<ExplainedWord>,
    /// Its quantities, in text order.
    pub quantities: Vec<ExplainedQuantity>,
}

/// A word as the rules see it: quantities, periods and labels in quotation marks are words, too.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExplainedWord {
    /// Where it stands.
    pub span: Span,
    /// Its text, layout removed.
    pub text: Text,
    /// Its class, of which the patterns of the rules are made.
    pub class: char,
    /// What the class means.
    pub meaning: Cow<'static, str>,
    /// Its part of speech by the tags of ICTCLAS (`n`, `v`, `ns`, `vn` …); `None` for quantities and periods.
    pub tag: Option<String>,
    /// False where the dictionary lacks it, so that word and part of speech are a guess.
    pub known: bool,
}

/// A quantity and what became of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ExplainedQuantity {
    /// Where it stands.
    pub span: Span,
    /// Its text, layout removed.
    pub text: Text,
    /// The fact that was made of it, or why none was.
    pub outcome: Outcome,
}

/// What became of a quantity.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// A fact was made of it.
    Fact(Box<ExplainedFact>),
    /// None was made, for this reason.
    Reason(Reason),
}

/// A fact and how it came about.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ExplainedFact {
    /// The fact.
    pub fact: Fact,
    /// The rule that claimed the quantity.
    pub claim: Claim,
    /// Whether the fact's kind is that of the rule.
    pub kind_from: KindFrom,
    /// Where its slots come from.
    pub origins: Origins,
}

/// A rule and what its groups bound.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    /// The rule's name.
    pub rule: String,
    /// The kind that the rule makes.
    pub kind: Kind,
    /// The rule claimed the first quantity of the list in which this one stands (分别增长9%和6%); the groups are of that one.
    pub listed: bool,
    /// The words that the groups of its pattern bound, the quantity aside.
    pub groups: Vec<Group>,
}

/// What a group of a rule's pattern bound.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// The slot that the group names: cue, basis, base, whole, scope, predicate, indicator, subject.
    pub slot: Cow<'static, str>,
    /// Where it stands.
    pub span: Span,
    /// Its text, layout removed.
    pub text: Text,
}

/// What a fact's kind rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum KindFrom {
    /// It is that of the rule.
    Rule,
    /// The rule says level, and what stands around had it chosen otherwise.
    Choice,
}

impl Extractor {
    /// Reads the facts of a text as [`Extractor::extract`] does, and says of each how it came about, and of every other quantity
    /// why no fact was made of it.
    ///
    /// ```
    /// use hanfacts::Extractor;
    /// use hanfacts::explain::{Origin, Outcome, Reason, SlotName};
    ///
    /// let explanation = Extractor::new().explain("全市完成投资5亿元。同比增长3.3%。当地有一家企业。");
    /// let growth = explanation.facts().nth(1).unwrap();
    /// assert_eq!(growth.claim.rule, "change.based");
    /// assert_eq!(growth.claim.groups[0].text, "增长");
    /// assert_eq!(growth.origins.indicator, Origin::Fact { id: 0, slot: SlotName::Indicator });
    ///
    /// let last = explanation.quantities().last().unwrap();
    /// assert_eq!((last.text.as_str(), &last.outcome), ("一家", &Outcome::Reason(Reason::One)));
    /// ```
    pub fn explain(&self, source: &str) -> Explanation {
        self.explain_as_of(source, None)
    }

    /// Explains the facts of a text as of `date` (ISO 8601, `2024-03-31`). Where that is no date, as [`Extractor::explain`] does.
    pub fn explain_on(&self, source: &str, date: &str) -> Explanation {
        self.explain_as_of(source, date.parse().ok())
    }

    fn explain_as_of(&self, source: &str, given: Option<Date>) -> Explanation {
        let (sentences, notes) = self.read_with(source, given, Taught::default(), build::sentences);
        Explanation { sentences, notes }
    }
}
