//! What is measured: a phrase around the quantity, or the indicator of a fact before.

use super::choose::Candidate;
use super::phrase::Edges;
use super::resolve::Place;
use super::scene::Scene;
use super::{Fact, Origin, Slot, SlotName};
use crate::choice;

static EDGES: Edges = Edges::new(b"nbgksjxvVrGDaQRydmMBOi", b"ngksjxvVaybGDrh", b",:()TYHcACP#fKSXZ", 12).nominal();

impl Place<'_> {
    /// The indicator, and its tokens remembered in the scene where they are of this sentence.
    pub(super) fn indicator(&self, before: &[Fact], scene: &mut Scene<'_>) -> (Option<Slot>, Origin) {
        let (slot, origin) = if let Some(tokens) = self.bound("indicator") {
            scene.indicator = Some(tokens.clone());
            self.by_rule(tokens)
        } else {
            let carried = self.carried(before, scene, SlotName::Indicator, |fact| fact.indicator.as_ref());
            let chosen = self.choose(choice::Slot::Indicator, scene, &EDGES, carried);
            if let Candidate::Phrase(tokens) = &chosen {
                scene.indicator = Some(tokens.clone());
            }
            self.fill(&chosen)
        };
        scene.measured = slot.as_ref().map(|slot| slot.text.clone());
        (slot, origin)
    }
}
