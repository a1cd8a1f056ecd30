//! Running the rules over a sentence.

use super::load::RuleSet;
use crate::fact::Kind;
use crate::pack::ClassSet;
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
    let mut free = free_classes(classes.as_bytes(), &claimed, &refused);
    for (number, rule) in rules.rules.iter().enumerate() {
        // what is claimed stays so
        if !rule.pattern.may_take(free, letters) {
            continue;
        }
        let (mut at, mut fresh) = (0, false);
        while let Some(found) = rule.pattern.captures_at(classes.as_bytes(), at) {
            let quantity = rule.pattern.quantity(&found);
            let end = quantity.as_ref().map_or(found.get(0).map_or(at, |all| all.end()), |quantity| quantity.end);
            at = end.max(at + 1);
            // a pattern of a pack may take anything for a quantity, or nothing
            let quantity = quantity.filter(|range| range.len() == 1).map(|range| range.start);
            if let Some(quantity) = quantity.filter(|quantity| is_free(classes.as_bytes(), *quantity, &claimed, &refused)) {
                match rule.kind {
                    None => refused.push((quantity, number)),
                    Some(kind) => {
                        let groups = rule.pattern.slots(&found).map(|(slot, tokens)| Group { slot, tokens }).collect();
                        claimed[quantity] = Some(Mention { at: quantity, rule: number, kind, groups, listed: false });
                    }
                }
                fresh = true;
            }
            if at > classes.len() {
                break;
            }
        }
        if fresh {
            free = free_classes(classes.as_bytes(), &claimed, &refused);
        }
    }
    share_lists(classes, &mut claimed, &refused);
    refused.sort_unstable();
    Claims { mentions: claimed.into_iter().flatten().collect(), refused }
}

/// Whether a token is a quantity of which no rule has said anything.
fn is_free(classes: &[u8], at: usize, claimed: &[Option<Mention>], refused: &[(usize, usize)]) -> bool {
    b"QROB#f".contains(&classes[at]) && claimed[at].is_none() && !refused.iter().any(|(other, _)| *other == at)
}

/// The classes of the quantities of which no rule has said anything.
fn free_classes(classes: &[u8], claimed: &[Option<Mention>], refused: &[(usize, usize)]) -> ClassSet {
    let free = |at: &usize| is_free(classes, *at, claimed, refused);
    (0..classes.len()).filter(free).fold(ClassSet::default(), |set, at| set.with(classes[at]))
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
