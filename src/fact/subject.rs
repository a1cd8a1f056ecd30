//! Whose indicator it is: a phrase of the sentence, or the subject of a fact before.

use super::phrase::Edges;
use super::resolve::Place;
use super::scene::Scene;
use super::{Fact, Origin, Slot, SlotName};
use crate::choice;
use crate::pack::ClassSet;

const EDGES: Edges = Edges {
    first: ClassSet::of(b"nrbjvgxV"),
    last: ClassSet::of(b"nrjkxhv"),
    barrier: ClassSet::of(b",:()TYHcACP#fKSXZQRBO"),
    nominal: false,
    most: 8,
};

impl Place<'_> {
    pub(super) fn subject(&self, before: &[Fact], scene: &Scene<'_>) -> (Option<Slot>, Origin) {
        if let Some(tokens) = self.bound("subject") {
            return self.by_rule(tokens);
        }
        let carried = self.carried(before, scene, SlotName::Subject, |fact| fact.subject.as_ref());
        self.fill(&self.choose(choice::Slot::Subject, scene, &EDGES, carried))
    }
}
