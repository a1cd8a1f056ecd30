//! Among whom a rank holds: a phrase of the sentence, or the scope of a rank before.

use super::phrase::Edges;
use super::resolve::Place;
use super::scene::Scene;
use super::{Fact, Origin, Slot, SlotName};
use crate::choice;

static EDGES: Edges = Edges::new(b"nbrjgkvVxDQTzs", b"nbrjgkvVxTQs", b",:()YHcACPfKSXZ", 8);

impl Place<'_> {
    pub(super) fn scope(&self, before: &[Fact], scene: &Scene<'_>) -> (Option<Slot>, Origin) {
        if let Some(tokens) = self.bound("scope") {
            return self.by_rule(tokens);
        }
        let carried = self.carried(before, scene, SlotName::Scope, |fact| fact.rank.as_ref().and_then(|rank| rank.scope.as_ref()));
        self.fill(&self.choose(choice::Slot::Scope, scene, &EDGES, carried))
    }

    /// Whether the clause says that others have the same place (并列第二).
    pub(super) fn is_tied(&self) -> bool {
        let text = self.source.view.text();
        let clause = self.reading.sentence.tokens[..self.mention().at].iter().rev().take_while(|token| token.class != b',');
        clause.into_iter().any(|token| self.source.lexicon.words.ties(token.span.of(text)))
    }
}
