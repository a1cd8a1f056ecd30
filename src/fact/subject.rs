//! Whose indicator it is.

use super::Slot;
use super::frame::Frame;
use super::resolve::Place;
use std::ops::Range;

impl Place<'_> {
    /// Whose indicator it is: the region or body nearest before the quantity, else the phrase that heads the sentence, else the
    /// subject of the clause before a semicolon.
    pub(super) fn subject(&self, indicator: Option<&Slot>, frame: &mut Frame) -> Option<Slot> {
        let own = self.body().or_else(|| self.heading()).map(|tokens| self.slot(tokens));
        let own = own.filter(|slot| indicator.is_none_or(|indicator| indicator.inherited || !indicator.span.overlaps(slot.span)));
        // 控球率达到62%，射门18次: a statistic is nobody
        let own = own.filter(|slot| !self.source.lexicon.words.is_statistic(&slot.text));
        if let Some(subject) = &own {
            frame.subject = Some(subject.clone().carried());
        }
        own.or_else(|| frame.subject.clone())
    }

    /// The region or body nearest before the quantity, with the nouns of its name.
    fn body(&self) -> Option<Range<usize>> {
        let mention = self.mention();
        let classes = self.classes();
        let taken =
            |at: usize| mention.groups.iter().any(|group| matches!(group.slot, "base" | "scope" | "whole") && group.tokens.contains(&at));
        let mut start = (0..mention.at).rev().find(|at| classes[*at] == b'r' && !taken(*at))?;
        let mut end = start + 1;
        while start > 0 && classes[start - 1] == b'r' && !taken(start - 1) {
            start -= 1;
        }
        // 宝鸡市规上工业企业实现…: the nouns up to the verb belong to the body
        let nouns = (end..mention.at).take_while(|at| matches!(classes[*at], b'n' | b'b')).count();
        if nouns > 0 && matches!(classes.get(end + nouns), Some(b'V' | b'I' | b'T' | b'd')) {
            end += nouns;
        }
        Some(start..end)
    }

    /// The phrase at the head of the sentence, where a verb or period follows it.
    fn heading(&self) -> Option<Range<usize>> {
        let classes = self.classes();
        let mut start = 0;
        while start < self.mention().at && matches!(classes[start], b'T' | b'i' | b',' | b'd' | b'C' | b'&' | b'z' | b'w') {
            start += 1;
        }
        let end = (start..self.mention().at).find(|at| !matches!(classes[*at], b'n' | b'b' | b'j'))?;
        (end > start && matches!(classes[end], b'V' | b'I' | b'T' | b'd' | b'E' | b'e' | b'v' | b'p' | b'o')).then_some(start..end)
    }
}
