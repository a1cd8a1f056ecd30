//! Running the rules over a sentence.

use super::load::RuleSet;
use crate::fact::Kind;
use crate::pack::{ClassSet, SLOTS};
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

/// What rules make of the quantities of a sentence.
#[derive(Debug, Default)]
pub(crate) struct Claims {
    /// In text order, one for each quantity that a fact is made of, by the first rule that claims it.
    pub(crate) mentions: Vec<Mention>,
    /// The tokens of the quantities that a rule says are none, and that rule's place in the set.
    pub(crate) refused: Vec<(usize, usize)>,
}

/// Has rules claim the quantities of a sentence.
pub(crate) fn claims(classes: &str, rules: &RuleSet) -> Claims {
    let mut claimed: Vec<Option<Mention>> = vec![None; classes.len()];
    let mut refused: Vec<(usize, usize)> = Vec::new();
    let letters = ClassSet::of(classes.as_bytes());
    for (number, rule) in rules.rules.iter().enumerate().filter(|(_, rule)| rule.pattern.may_match(letters)) {
        let mut at = 0;
        while let Some(found) = rule.pattern.captures_at(classes.as_bytes(), at) {
            // an alternative of the pattern may bind none
            let end = found.name("quantity").map_or(found.get(0).map_or(at, |all| all.end()), |quantity| quantity.end());
            at = end.max(at + 1);
            let free = |quantity: usize| claimed[quantity].is_none() && !refused.iter().any(|(other, _)| *other == quantity);
            // a pattern of a pack may take anything for a quantity, or nothing
            let is_quantity = |range: &Range<usize>| range.len() == 1 && b"QROB#f".contains(&classes.as_bytes()[range.start]);
            let quantity = found.name("quantity").map(|group| group.range()).filter(is_quantity).map(|range| range.start);
            if let Some(quantity) = quantity.filter(|quantity| free(*quantity)) {
                let bind = |slot: &'static str| {
                    found.name(slot).filter(|group| !group.is_empty()).map(|group| Group { slot, tokens: group.range() })
                };
                match rule.kind {
                    None => refused.push((quantity, number)),
                    Some(kind) => {
                        let groups = SLOTS.into_iter().filter_map(bind).collect();
                        claimed[quantity] = Some(Mention { at: quantity, rule: number, kind, groups, listed: false });
                    }
                }
            }
            if at > classes.len() {
                break;
            }
        }
    }
    share_lists(classes, &mut claimed, &refused);
    refused.sort_unstable();
    Claims { mentions: claimed.into_iter().flatten().collect(), refused }
}

/// Members of a list say what its first member says: 分别增长1%、2%和3%.
fn share_lists(classes: &str, claimed: &mut [Option<Mention>], refused: &[(usize, usize)]) {
    let bytes = classes.as_bytes();
    for at in 2..bytes.len() {
        if !matches!(bytes[at - 1], b'/' | b'&') || bytes[at] != bytes[at - 2] || !b"QROB".contains(&bytes[at]) {
            continue;
        }
        if refused.iter().any(|(other, _)| *other == at) {
            continue;
        }
        let Some(first) = claimed[at - 2].clone() else { continue };
        let weaker = claimed[at].as_ref().is_none_or(|mention| mention.kind == Kind::Level && mention.groups.is_empty());
        if weaker {
            claimed[at] = Some(Mention { at, listed: true, ..first });
        }
    }
}
