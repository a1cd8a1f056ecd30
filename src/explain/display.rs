//! An explanation for the terminal.

use super::{Claim, ExplainedFact, ExplainedQuantity, ExplainedSentence, Explanation, KindFrom, Origin, Outcome, SlotName};
use crate::fact::word;
use std::collections::BTreeMap;
use std::fmt::{self, Display, Formatter};

/// A block a sentence: its text, its words with their classes (`?` behind a word that is a guess), its quantities, each with its
/// fact or the reason why there is none. At the end the classes that were met, and what they mean.
impl Display for Explanation {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        for sentence in &self.sentences {
            writeln!(f, "{sentence}")?;
        }
        let words = self.sentences.iter().flat_map(|sentence| &sentence.words);
        let classes: BTreeMap<char, &str> = words.map(|word| (word.class, word.meaning.as_ref())).collect();
        for (class, meaning) in classes {
            writeln!(f, "{class}  {meaning}")?;
        }
        Ok(())
    }
}

impl Display for ExplainedSentence {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.text.trim())?;
        let words = self.words.iter().map(|word| {
            let guess = !word.known && word.text.contains(char::is_alphanumeric);
            format!("{}/{}{}", word.text, word.class, if guess { "?" } else { "" })
        });
        writeln!(f, "  {}", words.collect::<Vec<_>>().join(" "))?;
        self.quantities.iter().try_for_each(|quantity| write!(f, "{quantity}"))
    }
}

impl Display for ExplainedQuantity {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match &self.outcome {
            Outcome::Fact(explained) => {
                let fact = &explained.fact;
                write!(f, "  {} is fact {}, {}, {}\n{explained}", self.text, fact.id, word(&fact.kind), word(&fact.modality))
            }
            Outcome::Reason(reason) => writeln!(f, "  {} makes no fact: {reason}", self.text),
        }
    }
}

/// The rule and the slots of a fact, a line each.
impl Display for ExplainedFact {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let fact = &self.fact;
        writeln!(f, "    rule       {}", self.claim)?;
        if self.kind_from == KindFrom::Choice {
            writeln!(f, "    kind       {}, chosen where the rule says {}", word(&fact.kind), word(&self.claim.kind))?;
        }
        let text = |slot: Option<&crate::fact::Slot>| slot.map_or(String::new(), |slot| slot.text.to_string());
        let period = fact.period.as_ref().map_or(String::new(), |period| {
            let day = |day: Option<crate::Date>| day.map_or(String::new(), |day| day.to_string());
            format!("{} ({}/{})", period.text, day(period.start), day(period.end))
        });
        let change = fact
            .change
            .as_ref()
            .map_or(String::new(), |change| format!("{} ({}, {})", change.text, word(&change.direction), word(&change.basis)));
        let whole = fact.share.as_ref().and_then(|share| share.whole.as_ref());
        let scope = fact.rank.as_ref().and_then(|rank| rank.scope.as_ref());
        let slots = [
            ("indicator", text(fact.indicator.as_ref()), Some(self.origins.indicator)),
            ("subject", text(fact.subject.as_ref()), Some(self.origins.subject)),
            ("predicate", text(fact.predicate.as_ref()), Some(self.origins.predicate)),
            ("period", period, Some(self.origins.period)),
            ("change", change, self.origins.change),
            ("whole", text(whole), self.origins.whole),
            ("scope", text(scope), self.origins.scope),
        ];
        for (slot, text, origin) in slots {
            match origin {
                None => {}
                Some(Origin::Nothing) => writeln!(f, "    {slot:<9}  –")?,
                Some(origin) => writeln!(f, "    {slot:<9}  {text} – {origin}")?,
            }
        }
        fact.doubts.iter().try_for_each(|doubt| writeln!(f, "    {:<9}  {doubt}", "doubt"))
    }
}

impl Display for Claim {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(&self.rule)?;
        if self.listed {
            f.write_str(", by the first of its list")?;
        }
        for (number, group) in self.groups.iter().enumerate() {
            write!(f, "{} {} {}", if number == 0 { ":" } else { "," }, group.slot, group.text)?;
        }
        Ok(())
    }
}

impl Display for Origin {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Nothing => f.write_str("nothing fits"),
            Self::Sentence => f.write_str("chosen in the sentence"),
            Self::Rule => f.write_str("bound by the rule"),
            Self::Quantity => f.write_str("the quantity itself"),
            Self::Bound => f.write_str("the word that bounds the number"),
            Self::Fact { id, slot } => write!(f, "the {slot} of fact {id}"),
            Self::InForce { since } => write!(f, "the period in force since bytes {:?}", since.bytes()),
            Self::First => f.write_str("the first period of the document"),
        }
    }
}

impl Display for SlotName {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Indicator => "indicator",
            Self::Subject => "subject",
            Self::Period => "period",
            Self::Whole => "whole",
            Self::Scope => "scope",
        })
    }
}
