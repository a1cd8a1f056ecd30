//! Quantities to facts: the rules say what each is, then the slots are filled in text order.
//!
//! The order of attachment: the period (`when`), then the indicator, chosen among the phrases of the sentence and the
//! indicators of the facts before (`choose`); whole, subject and predicate are chosen with the indicator in sight.

use super::admit;
use super::doubt;
use super::frame::{self, Frame, Told};
use super::passage::Passages;
use super::phrase::Scratch;
use super::reading::{self, Reading, readings};
use super::scene::Scene;
use super::trace::Recorder;
use super::when::Carrier;
use super::{Fact, Kind, Origin, Origins, PeriodSlot, Rank, Share, Slot, SlotName, modality};
use crate::choice::Taught;
use crate::lexicon::Lexicon;
use crate::name::Quoted;
use crate::period::{self, Period};
use crate::quantity::{Draft, Quantity};
use crate::rules::{Claims, Mention, RuleSet, claims};
use crate::span::{SourceIndex, Span, Text, ViewSpan};
use crate::text::View;
use crate::token::{Segmenter, Sentence};
use jiff::civil::Date;
use std::cell::RefCell;
use std::ops::Range;

/// What the resolver reads.
pub(crate) struct Source<'a> {
    pub(crate) view: &'a View<'a>,
    pub(crate) index: &'a SourceIndex<'a>,
    pub(crate) drafts: &'a [Draft],
    pub(crate) periods: &'a [Period],
    pub(crate) quoted: &'a [Quoted],
    pub(crate) lexicon: &'a Lexicon,
    pub(crate) rules: &'a RuleSet,
    pub(crate) reference: Option<Date>,
    #[cfg_attr(not(feature = "fit"), allow(dead_code))]
    pub(crate) taught: Taught<'a>,
}

/// Makes a fact of every quantity that the text asserts something with, in text order; `recorder` hears how.
pub(crate) fn resolve(source: &Source<'_>, segmenter: &dyn Segmenter, recorder: &mut impl Recorder) -> Vec<Fact> {
    let text = source.view.text();
    let first = source.periods.iter().position(|period| period.start.is_some() || period.end.is_some());
    let mut frame = Frame { first, ..Frame::default() };
    // at once, since a vector that grows holds the facts twice
    let most = source.drafts.iter().filter(|draft| admit::admits(text, draft, source.lexicon)).count();
    let mut facts: Vec<Fact> = Vec::with_capacity(most);
    let scratch = RefCell::<Scratch>::default();
    let passages = Passages::new(text, &source.lexicon.passage, source.drafts);
    for reading in readings(text, source.drafts, source.periods, source.quoted, source.lexicon, segmenter) {
        frame.enter(source.view, reading.span.start);
        let bytes = source.view.source_bytes(reading.span);
        scratch.borrow_mut().known.enter(reading.sentence.tokens.len());
        frame.passage = passages.around(source.view, reading.span.start..reading.span.end);
        let Claims { mentions: mut found, refused } = claims(&reading.sentence.classes, source.rules);
        for number in 0..found.len() {
            let kind = Place { source, reading: &reading, bytes, mentions: &found, scratch: &scratch, number }.kind();
            found[number].kind = kind;
        }
        frame.plans = if plans(source, &reading.sentence, frame.plans > 0) { frame.plans + 1 } else { 0 };
        for number in 0..found.len() {
            let place = Place { source, reading: &reading, bytes, mentions: &found, scratch: &scratch, number };
            let (fact, origins) = place.fact(facts.len(), &facts, &mut frame);
            facts.push(fact);
            recorder.fact(origins);
        }
        frame.period = frame::left_in_force(&reading.sentence, &found, source, frame.period);
        frame.end = reading.span.end;
        recorder.sentence(reading, Claims { mentions: found, refused });
    }
    doubt::mark(&mut facts, source);
    facts
}

impl Source<'_> {
    /// The words of a sentence, quantities and periods locked.
    pub(super) fn words(&self, span: ViewSpan, segmenter: &dyn Segmenter) -> Sentence {
        reading::words(self.view.text(), span, self.drafts, self.periods, self.quoted, self.lexicon, segmenter)
    }
}

/// A mention and what stands around it.
pub(super) struct Place<'a> {
    pub(super) source: &'a Source<'a>,
    pub(super) reading: &'a Reading,
    /// Where the sentence begins and ends in the source, in bytes.
    pub(super) bytes: [usize; 2],
    pub(super) mentions: &'a [Mention],
    /// Room for its choices.
    pub(super) scratch: &'a RefCell<Scratch>,
    /// Its place among the mentions.
    pub(super) number: usize,
}

impl Place<'_> {
    pub(super) fn mention(&self) -> &Mention {
        &self.mentions[self.number]
    }

    pub(super) fn classes(&self) -> &[u8] {
        self.reading.sentence.classes.as_bytes()
    }

    pub(super) fn draft(&self) -> &Draft {
        &self.source.drafts[self.reading.sentence.tokens[self.mention().at].entity]
    }

    pub(super) fn view_span(&self, tokens: &Range<usize>) -> ViewSpan {
        let tokens = &self.reading.sentence.tokens[tokens.clone()];
        ViewSpan::new(tokens[0].span.start, tokens[tokens.len() - 1].span.end)
    }

    pub(super) fn text(&self, tokens: &Range<usize>) -> &str {
        self.view_span(tokens).of(self.source.view.text())
    }

    pub(super) fn slot(&self, tokens: Range<usize>) -> Slot {
        self.slot_of(self.view_span(&tokens))
    }

    /// A stretch of the view as a slot.
    pub(super) fn slot_of(&self, span: ViewSpan) -> Slot {
        let (span, text) = self.written(span);
        Slot { span, text, inherited: false }
    }

    /// Where a stretch of the view stands in the source, and its text there, layout removed.
    pub(super) fn written(&self, span: ViewSpan) -> (Span, Text) {
        self.source.view.written(span, self.source.index)
    }

    /// The tokens of a slot, where the rule is to be taken at its word and bound some.
    pub(super) fn bound(&self, slot: &str) -> Option<Range<usize>> {
        let rule = &self.source.rules.rules[self.mention().rule];
        self.mention().group(slot).filter(|_| !rule.proposes)
    }

    /// A slot that the rule bound, and that it did.
    pub(super) fn by_rule(&self, tokens: Range<usize>) -> (Option<Slot>, Origin) {
        (Some(self.slot(tokens)), Origin::Rule)
    }

    fn fact(&self, id: usize, before: &[Fact], frame: &mut Frame) -> (Fact, Origins) {
        let mention = self.mention();
        let quantity = Quantity::of(self.draft(), self.source.view, self.source.index);
        let when = self.when(frame);
        if let Some((entity, _)) = when {
            frame.tell(Told { entity, fact: id });
        }
        let carrier = when.and_then(|(_, carrier)| carrier);
        let when = when.map(|(entity, carrier)| (&self.source.periods[entity], carrier.is_some()));
        let period = when.map(|(period, inherited)| self.period(period, inherited));
        let mut scene = Scene::new(self);
        self.scratch.borrow_mut().known.look(scene.at);
        if let Some((phrase, at)) = frame.phrase.take() {
            scene.learn(phrase, at);
        }
        let (indicator, indicator_from) = self.indicator(before, &mut scene);
        frame.phrase = scene.indicator.clone().map(|phrase| (phrase, scene.at));
        let (change, change_from) = self.change(when, &scene, frame).unzip();
        let part_of = self.part_of(frame);
        let (whole, whole_from) = (mention.kind == Kind::Share).then(|| self.whole(before, &scene)).unzip();
        let (scope, scope_from) = (mention.kind == Kind::Rank).then(|| self.scope(before, &scene)).unzip();
        let about =
            (mention.kind != Kind::Level).then_some(frame.level).flatten().filter(|level| speaks_of(&before[*level], indicator.as_ref()));
        let modality = self.modality(when.filter(|(_, inherited)| !inherited).map(|(period, _)| period), &scene, before, frame);
        let (subject, subject_from) = self.subject(before, &scene);
        let (predicate, predicate_from) = self.predicate(&scene);
        let origins = Origins {
            indicator: indicator_from,
            subject: subject_from,
            predicate: predicate_from,
            period: period_origin(period.as_ref(), carrier),
            change: change_from,
            whole: whole_from,
            scope: scope_from,
        };
        let fact = Fact {
            id,
            kind: mention.kind,
            // widened once the slots are known
            span: quantity.span,
            text: quantity.text.clone(),
            modality,
            subject,
            predicate,
            indicator,
            period,
            change,
            share: whole.map(|whole| Box::new(Share { whole })),
            rank: scope.map(|scope| Box::new(Rank { scope, tied: self.is_tied() })),
            part_of,
            about,
            rule: self.source.view.name(&self.source.rules.rules[mention.rule].name),
            quantity,
            doubts: Box::default(),
        };
        let fact = self.with_extent(fact);
        if fact.kind == Kind::Level {
            frame.level = Some(id);
        }
        (fact, origins)
    }

    /// The fact with the span from the first of its slots to the last, of those that its sentence holds.
    fn with_extent(&self, fact: Fact) -> Fact {
        let slots = [&fact.indicator, &fact.subject, &fact.predicate].into_iter().flatten();
        let slots = slots.chain(fact.change.iter().flat_map(|change| change.base.as_deref()));
        let slots = slots.chain(fact.share.iter().flat_map(|share| &share.whole)).chain(fact.rank.iter().flat_map(|rank| &rank.scope));
        let spans = slots.map(|slot| slot.span).chain(fact.period.as_ref().map(|period| period.span));
        let spans = spans.chain(fact.change.as_ref().map(|change| change.span));
        let [start, end] = self.bytes;
        let held = |span: &Span| start <= span.bytes().start && span.bytes().end <= end;
        let span = spans.filter(held).fold(fact.quantity.span, Span::hull);
        let text = self.source.view.claimed([span.bytes().start, span.bytes().end]);
        Fact { span, text, ..fact }
    }

    fn period(&self, period: &Period, inherited: bool) -> PeriodSlot {
        let (span, text) = self.written(period.span);
        PeriodSlot { span, text, start: period.start.map(period::Date::of), end: period.end.map(period::Date::of), inherited }
    }

    fn part_of(&self, frame: &mut Frame) -> Option<usize> {
        let at = self.mention().at;
        let start = self.number.checked_sub(1).map_or(0, |before| self.mentions[before].at);
        if self.classes()[start..at].contains(&b'C') {
            frame.broken_down = frame.level;
        }
        (self.mention().kind == Kind::Level).then_some(frame.broken_down).flatten()
    }
}

/// Where the period of a fact comes from.
fn period_origin(period: Option<&PeriodSlot>, carrier: Option<Carrier>) -> Origin {
    match (period, carrier) {
        (None, _) => Origin::Nothing,
        (Some(_), None) => Origin::Sentence,
        (Some(_), Some(Carrier::Fact(id))) => Origin::Fact { id, slot: SlotName::Period },
        (Some(period), Some(Carrier::Frame)) => Origin::InForce { since: period.span },
        (Some(_), Some(Carrier::First)) => Origin::First,
    }
}

/// Whether a passage of plans begins or goes on with a sentence.
fn plans(source: &Source<'_>, sentence: &Sentence, before: bool) -> bool {
    let text = source.view.text();
    let words = &source.lexicon.words;
    let told = modality::tells(sentence, text, words, |entity| over(source, entity));
    !told && (before || modality::aims(sentence, text, words))
}

/// Whether a period ends by the reference date.
pub(super) fn over(source: &Source<'_>, entity: usize) -> bool {
    source.periods[entity].end.zip(source.reference).is_some_and(|(end, reference)| end <= reference)
}

/// Whether a level has the indicator that a later fact speaks of.
fn speaks_of(level: &Fact, indicator: Option<&Slot>) -> bool {
    match (&level.indicator, indicator) {
        (Some(own), Some(other)) => own.text == other.text,
        _ => false,
    }
}
