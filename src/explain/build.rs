//! What the resolver told, as spans and texts of the source.

use super::{Claim, ExplainedFact, ExplainedQuantity, ExplainedSentence, ExplainedWord, Group, KindFrom, Outcome};
use crate::fact::{Fact, Origins, Source, Traced, trace};
use crate::pack::meaning;
use crate::rules::Mention;
use crate::span::ViewSpan;
use crate::token::{Segmenter, Token};
use std::collections::BTreeMap;

/// The sentences of a document that hold quantities, explained.
pub(super) fn sentences(source: &Source<'_>, segmenter: &dyn Segmenter) -> Vec<ExplainedSentence> {
    let trace = trace(source, segmenter);
    let mut facts = trace.facts.into_iter();
    trace.sentences.iter().map(|traced| sentence(source, traced, &mut facts)).collect()
}

/// One sentence; `facts` are those from its first on.
fn sentence(source: &Source<'_>, traced: &Traced, facts: &mut impl Iterator<Item = (Fact, Origins)>) -> ExplainedSentence {
    // by the number of the quantity, so that those with and without a fact are in order
    let mut outcomes: BTreeMap<usize, Outcome> = BTreeMap::new();
    for (mention, (fact, origins)) in traced.claims.mentions.iter().zip(facts) {
        let claim = claim(source, traced, mention);
        let kind_from = if claim.kind == fact.kind { KindFrom::Rule } else { KindFrom::Choice };
        let number = traced.sentence.tokens[mention.at].entity;
        outcomes.insert(number, Outcome::Fact(Box::new(ExplainedFact { fact, claim, kind_from, origins })));
    }
    let first = source.drafts.partition_point(|draft| draft.span.start < traced.span.start);
    let held = source.drafts[first..].iter().take_while(|draft| draft.span.start < traced.span.end).count();
    for number in first..first + held {
        outcomes.entry(number).or_insert_with(|| Outcome::Reason(traced.refusal(source, number)));
    }
    let quantity = |(number, outcome): (usize, Outcome)| {
        let (span, text) = source.view.written(source.drafts[number].span, source.index);
        ExplainedQuantity { span, text, outcome }
    };
    let (span, text) = source.view.written(traced.span, source.index);
    let words = traced.sentence.tokens.iter().map(|token| word(source, token)).collect();
    ExplainedSentence { span, text, words, quantities: outcomes.into_iter().map(quantity).collect() }
}

fn claim(source: &Source<'_>, traced: &Traced, mention: &Mention) -> Claim {
    let rule = &source.rules.rules[mention.rule];
    let tokens = &traced.sentence.tokens;
    let groups = mention.groups.iter().map(|group| {
        let bound = &tokens[group.tokens.clone()];
        let (span, text) = source.view.written(ViewSpan::new(bound[0].span.start, bound[bound.len() - 1].span.end), source.index);
        Group { slot: group.slot.into(), span, text }
    });
    Claim { rule: rule.name.clone(), kind: rule.kind.unwrap_or(mention.kind), listed: mention.listed, groups: groups.collect() }
}

fn word(source: &Source<'_>, token: &Token) -> ExplainedWord {
    let (span, text) = source.view.written(token.span, source.index);
    ExplainedWord {
        span,
        text,
        class: char::from(token.class),
        meaning: meaning(token.class).into(),
        tag: token.tag_name(),
        known: token.known,
    }
}
