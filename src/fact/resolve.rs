//! Quantities to facts.

use super::{Basis, Change, Fact, Kind, Modality, Rank, Share, admit, kind};
use crate::lexicon::Lexicon;
use crate::quantity::{Draft, Quantity};
use crate::span::SourceIndex;
use crate::text::View;

/// Makes a fact of every quantity that the text asserts something with, in text order.
pub(crate) fn resolve(view: &View<'_>, index: &SourceIndex<'_>, drafts: &[Draft], lexicon: &Lexicon) -> Vec<Fact> {
    let admitted = drafts.iter().filter(|draft| admit::admits(view.text(), draft, lexicon));
    admitted.enumerate().map(|(id, draft)| fact(id, view, index, draft, lexicon)).collect()
}

fn fact(id: usize, view: &View<'_>, index: &SourceIndex<'_>, draft: &Draft, lexicon: &Lexicon) -> Fact {
    let (kind, direction) = kind::kind(view.text(), draft, lexicon);
    let span = view.span(draft.span, index);
    let quantity = Quantity::of(draft, view, index);
    let change = direction.map(|direction| Change { span, text: quantity.text.clone(), direction, basis: Basis::Unspecified, base: None });
    Fact {
        id,
        kind,
        span,
        text: quantity.text.clone(),
        quantity,
        indicator: None,
        subject: None,
        predicate: None,
        period: None,
        change,
        share: (kind == Kind::Share).then_some(Share { whole: None }),
        rank: (kind == Kind::Rank).then_some(Rank { scope: None, tied: false }),
        modality: Modality::Actual,
        part_of: None,
        about: None,
        rule: rule(kind).to_owned(),
    }
}

fn rule(kind: Kind) -> &'static str {
    match kind {
        Kind::Level => "level.quantity",
        Kind::Change => "change.cue",
        Kind::Share => "share.cue",
        Kind::Rank => "rank.ordinal",
    }
}
