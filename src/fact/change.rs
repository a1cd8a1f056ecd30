//! What a change says: its cue, its direction, its base.

use super::frame::Frame;
use super::resolve::Place;
use super::scene::Scene;
use super::{Change, Kind, Origin, basis};
use crate::period::Period;
use std::ops::Range;

impl Place<'_> {
    /// What the change says, and where its cue comes from.
    pub(super) fn change(&self, when: Option<(&Period, bool)>, scene: &Scene<'_>, frame: &mut Frame) -> Option<(Change, Origin)> {
        let mention = self.mention();
        if mention.kind != Kind::Change {
            return None;
        }
        let bound = mention.group("cue").or_else(|| mention.group("basis")).is_some();
        let cue = mention.group("cue").or_else(|| self.cue());
        let origin = match () {
            () if bound => Origin::Rule,
            () if cue.is_some() => Origin::Sentence,
            () => Origin::Quantity,
        };
        let start = mention.group("basis").or_else(|| cue.clone()).unwrap_or(mention.at..mention.at + 1);
        let tokens = start.start.min(mention.at)..cue.as_ref().map_or(start.end, |cue| cue.end.max(start.end));
        let base = mention.group("base");
        let own = when.filter(|(_, inherited)| !inherited).map(|(period, _)| period);
        let compared = self.base_period(base.as_ref());
        let said = basis::by_words(
            self.classes(),
            mention,
            base.as_ref().map(|base| self.text(base)),
            compared.map(|base| (base, own)),
            &self.source.lexicon.words,
            frame.basis,
        );
        let basis = self.basis(said, scene, [compared, when.map(|(period, _)| period)], frame.basis);
        frame.basis = Some(basis);
        let (span, text) = self.written(self.view_span(&tokens));
        let change = Change { span, text, direction: self.direction(cue, scene), basis, base: base.map(|base| Box::new(self.slot(base))) };
        Some((change, origin))
    }

    /// The nearest word of growth or decline before the quantity in its clause, or else right behind it.
    fn cue(&self) -> Option<Range<usize>> {
        let classes = self.classes();
        let at = self.mention().at;
        let cue = |place: &usize| b"GDgkXZay".contains(&classes[*place]);
        let before = (0..at).rev().take_while(|place| classes[*place] != b',').find(cue);
        let behind = || (at + 1..classes.len()).take(4).take_while(|place| classes[*place] != b',').find(cue);
        before.or_else(behind).map(|place| place..place + 1)
    }

    fn base_period(&self, base: Option<&Range<usize>>) -> Option<&Period> {
        let tokens = &self.reading.sentence.tokens;
        let at = base?.clone().find(|at| tokens[*at].class == b'T')?;
        Some(&self.source.periods[tokens[at].entity])
    }
}
