//! Whose indicator it is: a phrase of the sentence, or the subject of a fact before.

use super::phrase::Edges;
use super::resolve::Place;
use super::scene::Scene;
use super::{Fact, Origin, Slot, SlotName};
use crate::choice;

static EDGES: Edges = Edges::new(b"nrbjvgxV", b"nrjkxhv", b",:()TYHcACP#fKSXZQRBO", 8);

impl Place<'_> {
    pub(super) fn subject(&self, before: &[Fact], scene: &Scene<'_>) -> (Option<Slot>, Origin) {
        if let Some(tokens) = self.bound("subject") {
            return self.by_rule(tokens);
        }
        let carried = self.carried(before, scene, SlotName::Subject, |fact| fact.subject.as_ref());
        self.fill(&self.choose(choice::Slot::Subject, scene, &EDGES, carried))
    }
}
