//! The verb that carries a quantity.

use super::choose::Candidate;
use super::phrase::Edges;
use super::resolve::Place;
use super::scene::Scene;
use super::{Origin, Slot};
use crate::choice;
use crate::span::ViewSpan;

const CLASSES: &[u8] = b"vVjGDEAIKSXZgkaysnPLYdMobpHxcu";
static EDGES: Edges = Edges::new(CLASSES, CLASSES, b",:()wTC#QRBO", 3);

impl Place<'_> {
    pub(super) fn predicate(&self, scene: &Scene<'_>) -> (Option<Slot>, Origin) {
        if let Some(tokens) = self.bound("predicate") {
            return self.by_rule(tokens);
        }
        // 翻番, 持平 are their own verbs
        if self.classes()[scene.at] == b'f' {
            return (Some(self.slot(scene.at..scene.at + 1)), Origin::Quantity);
        }
        let bounding = self.bounding_verb().map(|slot| Candidate::Bounding(Box::new(slot))).into_iter().collect();
        self.fill(&self.choose(choice::Slot::Predicate, scene, &EDGES, bounding))
    }

    /// The word that bounds the quantity, where it is a verb (突破3万亿元).
    fn bounding_verb(&self) -> Option<Slot> {
        let draft = self.draft();
        if draft.reach.start >= draft.span.start {
            return None;
        }
        let span = ViewSpan::new(draft.reach.start, draft.span.start);
        let word = span.of(self.source.view.text());
        let verb = self.source.lexicon.words.class(word) == Some(b'E');
        verb.then(|| self.slot_of(span))
    }
}
