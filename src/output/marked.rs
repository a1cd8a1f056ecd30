//! The spans of a document's facts as annotation tools hold them: each stretch once, however many facts lean on it.

use super::part::{Part, Role, capital};
use crate::extractor::Document;
use crate::fact::{Fact, word};
use crate::span::Span;
use std::collections::BTreeMap;

/// A text and its facts, to be written for a tool that shows annotations: [`annotations`](Self::annotations) for W3C Web Annotation,
/// [`brat`](Self::brat), [`doccano`](Self::doccano), [`label_studio`](Self::label_studio).
///
/// All of them count code points (Unicode scalar values), as [`Span::scalars`] does, in `source`, the text that was read.
#[derive(Debug, Clone, Copy)]
pub struct Marked<'a> {
    pub(super) doc: &'a str,
    pub(super) source: &'a str,
    pub(super) facts: &'a [Fact],
}

impl<'a> Marked<'a> {
    /// The facts of `document`, which was read from `source`; `doc` is its name.
    ///
    /// # Panics
    /// Its methods do, if `source` is not the text that `document` was read from.
    pub fn new(doc: &'a str, source: &'a str, document: &'a Document) -> Self {
        Self { doc, source, facts: document.facts() }
    }

    /// The stretches of the facts, in text order, each once, and which of them are the parts of each fact.
    pub(super) fn stretches(&self) -> Stretches<'a> {
        let mut number: BTreeMap<(Span, String), usize> = BTreeMap::new();
        for fact in self.facts {
            number.extend(fact.parts().iter().map(|part| (key(fact, part), 0)));
        }
        let mut all = Vec::with_capacity(number.len());
        for ((span, label), at) in &mut number {
            *at = all.len();
            all.push(Stretch { label: label.clone(), span: *span, text: &self.source[span.bytes()] });
        }
        let of = |fact: &Fact| fact.parts().iter().map(|part| (part.role, number[&key(fact, part)])).collect();
        Stretches { parts: self.facts.iter().map(of).collect(), all }
    }
}

/// A stretch of the source with its label.
pub(super) struct Stretch<'a> {
    pub(super) label: String,
    pub(super) span: Span,
    /// As it stands in the source.
    pub(super) text: &'a str,
}

pub(super) struct Stretches<'a> {
    pub(super) all: Vec<Stretch<'a>>,
    /// For each fact, its parts, the quantity first.
    pub(super) parts: Vec<Vec<(Role, usize)>>,
}

/// By which a stretch is known: its place, and its label, which is the kind of the fact for a quantity.
fn key(fact: &Fact, part: &Part) -> (Span, String) {
    let label = if part.role == Role::Quantity { capital(&word(&fact.kind)) } else { part.role.label() };
    (part.span, label)
}

impl Marked<'_> {
    /// From the quantity of each fact to its slots, and to the quantities of the facts that it speaks of or is a part of, with what they are to it.
    pub(super) fn relations(&self, stretches: &Stretches<'_>) -> Vec<(usize, &'static str, usize)> {
        let mut relations = Vec::new();
        let quantity = |id: usize| stretches.parts[id][0].1;
        for (fact, parts) in self.facts.iter().zip(&stretches.parts) {
            let from = parts[0].1;
            relations.extend(parts[1..].iter().map(|(role, to)| (from, role.name(), *to)));
            let others = [("about", fact.about), ("part_of", fact.part_of)];
            relations.extend(others.into_iter().filter_map(|(name, id)| id.map(|id| (from, name, quantity(id)))));
        }
        relations
    }
}
