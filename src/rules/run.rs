//! Running the rules over a sentence.

use super::load::{RuleSet, SLOTS};
use crate::fact::Kind;
use std::ops::Range;

/// The tokens that a group of a rule bound.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Group {
    pub(crate) slot: &'static str,
    pub(crate) tokens: Range<usize>,
}

/// A quantity and the rule that claimed it.
#[derive(Debug, Clone)]
pub(crate) struct Mention {
    /// The token of the quantity.
    pub(crate) at: usize,
    /// The rule's place in the set.
    pub(crate) rule: usize,
    pub(crate) kind: Kind,
    pub(crate) groups: Vec<Group>,
    /// The rule claimed the first quantity of its list; the groups are of that one.
    pub(crate) listed: bool,
}

impl Mention {
    /// The tokens of a slot, if the rule bound any.
    pub(crate) fn group(&self, slot: &str) -> Option<Range<usize>> {
        self.groups.iter().find(|group| group.slot == slot).map(|group| group.tokens.clone())
    }
}

/// The mentions of a sentence, in text order: one for each quantity, by the first rule that claims it.
pub(crate) fn mentions(classes: &str, rules: &RuleSet) -> Vec<Mention> {
    let mut claimed: Vec<Option<Mention>> = vec![None; classes.len()];
    for (number, rule) in rules.rules.iter().enumerate() {
        let mut at = 0;
        while let Some(found) = rule.pattern.captures_at(classes, at) {
            let Some(quantity) = found.name("quantity") else { break };
            if claimed[quantity.start()].is_none() {
                let bind = |slot: &'static str| {
                    found.name(slot).filter(|group| !group.is_empty()).map(|group| Group { slot, tokens: group.range() })
                };
                claimed[quantity.start()] = Some(Mention {
                    at: quantity.start(),
                    rule: number,
                    kind: rule.kind,
                    groups: SLOTS.into_iter().filter_map(bind).collect(),
                    listed: false,
                });
            }
            at = quantity.end();
        }
    }
    share_lists(classes, &mut claimed);
    claimed.into_iter().flatten().collect()
}

/// Members of a list say what its first member says: 分别增长1%、2%和3%.
fn share_lists(classes: &str, claimed: &mut [Option<Mention>]) {
    let bytes = classes.as_bytes();
    for at in 2..bytes.len() {
        if !matches!(bytes[at - 1], b'/' | b'&') || bytes[at] != bytes[at - 2] || !b"QROB".contains(&bytes[at]) {
            continue;
        }
        let Some(first) = claimed[at - 2].clone() else { continue };
        let weaker = claimed[at].as_ref().is_none_or(|mention| mention.kind == Kind::Level && mention.groups.is_empty());
        if weaker {
            claimed[at] = Some(Mention { at, listed: true, ..first });
        }
    }
}
