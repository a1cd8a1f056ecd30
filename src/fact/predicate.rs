//! The verb that carries a quantity.

use super::resolve::Place;
use super::{Kind, Slot, phrase};
use crate::span::ViewSpan;
use std::ops::Range;

impl Place<'_> {
    pub(super) fn predicate(&self) -> Option<Slot> {
        let mention = self.mention();
        let classes = self.classes();
        if mention.group("predicate").is_none()
            && let Some(arrival) = self.arrival()
        {
            return Some(self.slot(arrival));
        }
        if let Some(cue) = mention.group("predicate").or_else(|| mention.group("cue")) {
            let noun = matches!(classes[cue.start], b'g' | b'k' | b's');
            let reach = (cue.end..mention.at).find(|at| matches!(classes[*at], b'E' | b'A' | b'I'));
            return match reach {
                Some(at) if noun => Some(self.slot(at..at + 1)),
                _ if noun && mention.kind == Kind::Change => self.bounding_verb(),
                _ if noun => self.bounding_verb().or_else(|| Some(self.slot(cue))),
                _ => Some(self.slot(cue)),
            };
        }
        if classes[mention.at] == b'f' {
            return Some(self.slot(mention.at..mention.at + 1));
        }
        self.governing_verb().map(|at| self.slot(at..at + 1)).or_else(|| self.bounding_verb())
    }

    /// 由A增加到B: the verb behind the first level.
    fn arrival(&self) -> Option<Range<usize>> {
        let classes = self.classes();
        let at = self.mention().at;
        let from = at > 0 && classes[at - 1] == b'i'
            || at > 1 && classes[at - 1] == b'T' && classes[at - 2] == b'i'
            || at > 2 && classes[at - 1] == b'e' && classes[at - 3] == b'i';
        let verb = (at + 1..classes.len().min(at + 4)).find(|place| classes[*place] == b'A').filter(|_| from)?;
        let start = if verb > at + 1 && matches!(classes[verb - 1], b'G' | b'D' | b'v') { verb - 1 } else { verb };
        Some(start..verb + 1)
    }

    /// The word that bounds the quantity, where it is the verb (突破3万亿元).
    fn bounding_verb(&self) -> Option<Slot> {
        let draft = self.draft();
        if draft.reach.start >= draft.span.start {
            return None;
        }
        let span = ViewSpan::new(draft.reach.start, draft.span.start);
        let word = span.of(self.source.view.text());
        let verb = self.source.lexicon.words.class(word) == Some(b'E');
        verb.then(|| Slot { span: self.source.view.span(span, self.source.index), text: self.source.view.written(span), inherited: false })
    }

    /// The verb that governs a quantity over its phrase: before it (完成投资5亿元) or behind it (136个项目入库).
    fn governing_verb(&self) -> Option<usize> {
        let classes = self.classes();
        let at = self.mention().at;
        let right = phrase::right(&self.reading.sentence, at + 1);
        let behind = right.as_ref().map(|right| right.end).filter(|end| matches!(classes.get(*end), Some(b'V' | b'v' | b'j')));
        let last = right.map(|right| right.end - 1).filter(|last| classes[*last] == b'j');
        let clause = (0..at).rev().take_while(|place| classes[*place] != b',');
        let before = clause
            .clone()
            .find(|place| matches!(classes[*place], b'V' | b'I' | b'E'))
            .or_else(|| clause.clone().find(|place| matches!(classes[*place], b'v' | b'j')));
        before.or(behind).or(last)
    }
}
