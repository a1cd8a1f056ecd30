//! What a share is a share of: a phrase of the sentence, what a fact before measures, or the whole of a share before.

use super::phrase::Edges;
use super::resolve::Place;
use super::scene::Scene;
use super::{Fact, Origin, Slot, SlotName};
use crate::choice;

static EDGES: Edges = Edges::new(b"nbrjgkvVxGDQd", b"nbrjgkvVxGD", b",:()TYHcACP#fKSXZ", 10);

impl Place<'_> {
    pub(super) fn whole(&self, before: &[Fact], scene: &Scene<'_>) -> (Option<Slot>, Origin) {
        if let Some(tokens) = self.bound("whole") {
            return self.by_rule(tokens);
        }
        let mut carried = self.carried(before, scene, SlotName::Indicator, |fact| fact.indicator.as_ref());
        carried.extend(self.carried(before, scene, SlotName::Whole, |fact| fact.share.as_ref().and_then(|share| share.whole.as_ref())));
        self.fill(&self.choose(choice::Slot::Whole, scene, &EDGES, carried))
    }
}
