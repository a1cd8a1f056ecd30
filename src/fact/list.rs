//! Quantities in a list, and the phrases and periods that answer them by their place.

use super::resolve::Place;
use super::{Fact, Kind, Slot, indicator, phrase};
use std::ops::Range;

impl Place<'_> {
    /// The tokens of the quantities that stand in one list with this one, without phrases between them.
    pub(super) fn list(&self) -> Vec<usize> {
        let classes = self.classes();
        let at = self.mention().at;
        let like = |other: usize| classes[other] == classes[at];
        let mut first = at;
        while first >= 2 && matches!(classes[first - 1], b'/' | b'&') && like(first - 2) {
            first -= 2;
        }
        let mut list = vec![first];
        let mut next = first;
        while next + 2 < classes.len() && matches!(classes[next + 1], b'/' | b'&') && like(next + 2) {
            next += 2;
            list.push(next);
        }
        list
    }

    /// Lists that answer one another: the member of the phrase that stands where the quantity stands in its list.
    pub(super) fn paired(&self, own: Option<Range<usize>>) -> Option<Range<usize>> {
        let list = self.list();
        let own = own.or_else(|| self.head_of_list(&list))?;
        if list.len() < 2 {
            return Some(own);
        }
        let place = list.iter().position(|at| *at == self.mention().at)?;
        Some(match phrase::members(&self.reading.sentence, own.clone(), list.len()) {
            Some(members) => members[place].clone(),
            None => own,
        })
    }

    /// The phrase before the first quantity of the list.
    fn head_of_list(&self, list: &[usize]) -> Option<Range<usize>> {
        let first = *list.first()?;
        if first == self.mention().at {
            return None;
        }
        let head = self.mentions.iter().find(|mention| mention.at == first)?;
        match head.kind {
            Kind::Level => indicator::of_level(&self.reading.sentence, head, self.draft(), self.source.view.text(), self.source.lexicon),
            _ => indicator::before_cue(&self.reading.sentence, head),
        }
    }

    /// 4月和5月…分别为82.4%和82.9%: the period that stands where the quantity stands in its list.
    pub(super) fn paired_period(&self, entity: usize) -> usize {
        let list = self.list();
        let classes = self.classes();
        let Some(last) = self.reading.sentence.tokens.iter().position(|token| token.class == b'T' && token.entity == entity) else {
            return entity;
        };
        let mut first = last;
        while first >= 2 && matches!(classes[first - 1], b'/' | b'&') && classes[first - 2] == b'T' {
            first -= 2;
        }
        let count = (last - first) / 2 + 1;
        if list.len() < 2 || count != list.len() {
            return entity;
        }
        let place = list.iter().position(|at| *at == self.mention().at).unwrap_or(0);
        self.reading.sentence.tokens[first + 2 * place].entity
    }

    /// 甲收入5亿元，乙收入3亿元，分别增长9%和6%: the level that stands where the quantity stands in its list.
    pub(super) fn answered(&self, before: &[Fact]) -> Option<Slot> {
        let list = self.list();
        let each = list.len() > 1 && self.classes()[..list[0]].iter().rev().take(4).any(|class| *class == b'L');
        let place = list.iter().position(|at| *at == self.mention().at)?;
        let start = before
            .iter()
            .rposition(|fact| fact.quantity.span.bytes().start < self.source.view.source_bytes(self.reading.span)[0])
            .map_or(0, |at| at + 1);
        let levels: Vec<&Fact> = before[start..].iter().filter(|fact| fact.kind == Kind::Level).collect();
        let from = levels.len().checked_sub(list.len()).filter(|_| each)?;
        levels[from + place].indicator.clone().map(Slot::carried)
    }
}
