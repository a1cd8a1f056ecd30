//! The stretches of the source that a fact is made of.

use crate::fact::{Fact, Slot};
use crate::quantity::Quantity;
use crate::span::Span;

/// What a stretch of the source is to a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
#[allow(missing_docs, reason = "the names are those of the slots")]
pub enum Role {
    Quantity,
    Indicator,
    Subject,
    Predicate,
    Period,
    /// The cue of a change.
    Change,
    /// What a change is measured against.
    Base,
    /// What a share is a share of.
    Whole,
    /// Among whom a rank holds.
    Scope,
}

impl Role {
    /// The name of the slot, as JSON has it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Quantity => "quantity",
            Self::Indicator => "indicator",
            Self::Subject => "subject",
            Self::Predicate => "predicate",
            Self::Period => "period",
            Self::Change => "change",
            Self::Base => "base",
            Self::Whole => "whole",
            Self::Scope => "scope",
        }
    }

    /// The name as annotation tools show it, with a capital; the cue of a change is no `Change`, which is a kind.
    pub(super) fn label(self) -> String {
        if self == Self::Change { "Cue".to_owned() } else { capital(self.name()) }
    }
}

/// A word of the output with a capital.
pub(super) fn capital(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// Why a fact cannot be as printed, in one line.
pub(super) fn doubts(fact: &Fact) -> String {
    fact.doubts.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
}

/// A quantity as annotation tools show it: `520000000 元`, `3–5 %`.
pub(super) fn value(quantity: &Quantity) -> String {
    let most = quantity.max.map_or_else(String::new, |max| format!("–{max}"));
    format!("{}{most} {}", quantity.number, quantity.unit).trim_end().to_owned()
}

/// A stretch of the source that a fact is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// What it is to the fact.
    pub role: Role,
    /// Where it stands.
    pub span: Span,
    /// Carried over from an earlier clause.
    pub inherited: bool,
}

impl Fact {
    /// The quantity and the slots that are filled, the quantity first.
    ///
    /// ```
    /// use hanfacts::{Extractor, Role};
    ///
    /// let source = "完成投资5亿元。";
    /// let document = Extractor::new().extract(source);
    /// let parts: Vec<(Role, &str)> = document.facts()[0].parts().iter().map(|part| (part.role, &source[part.span.bytes()])).collect();
    /// assert_eq!(parts, [(Role::Quantity, "5亿元"), (Role::Indicator, "投资"), (Role::Predicate, "完成")]);
    /// ```
    pub fn parts(&self) -> Vec<Part> {
        let slot = |role: Role, slot: Option<&Slot>| slot.map(|slot| Part { role, span: slot.span, inherited: slot.inherited });
        let own = |role: Role, span: Span| Part { role, span, inherited: false };
        let change = self.change.as_ref();
        let period = self.period.as_ref().map(|period| Part { role: Role::Period, span: period.span, inherited: period.inherited });
        let parts = [
            Some(own(Role::Quantity, self.quantity.span)),
            slot(Role::Indicator, self.indicator.as_ref()),
            slot(Role::Subject, self.subject.as_ref()),
            slot(Role::Predicate, self.predicate.as_ref()),
            period,
            change.map(|change| own(Role::Change, change.span)),
            slot(Role::Base, change.and_then(|change| change.base.as_deref())),
            slot(Role::Whole, self.share.as_ref().and_then(|share| share.whole.as_ref())),
            slot(Role::Scope, self.rank.as_ref().and_then(|rank| rank.scope.as_ref())),
        ];
        parts.into_iter().flatten().collect()
    }
}
