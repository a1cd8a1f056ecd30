//! The candidates for a slot and the choice among them.

use super::phrase::{self, Edges, Scorer, Scratch, phrases};
use super::resolve::Place;
use super::scene::{self, Scene};
use super::{Fact, Kind, Origin, Slot, SlotName};
use crate::choice::{self, Features, Weights, bucket, flag};
use rust_decimal::Decimal;
use std::cmp::Reverse;
use std::ops::Range;

/// What can fill a slot.
#[derive(Debug, Clone)]
pub(super) enum Candidate<'f> {
    /// A phrase of the sentence.
    Phrase(Range<usize>),
    /// A slot of a fact before.
    Carried(Carried<'f>),
    /// The verb inside the words that bound the quantity (突破3万亿元).
    Bounding(Box<Slot>),
    /// Nothing.
    Nothing,
}

/// A slot of a fact before, and how that fact stands to this one.
#[derive(Debug, Clone)]
pub(super) struct Carried<'f> {
    slot: &'f Slot,
    /// The id of that fact.
    id: usize,
    /// Which of that fact's slots it is.
    from: SlotName,
    /// It is the indicator chosen for this fact.
    is_indicator: bool,
    /// How many slots with other texts were nearer.
    rank: u8,
    /// How many facts stand between.
    back: u8,
    same_sentence: bool,
    same_unit: bool,
    statistic: bool,
    /// That fact had carried it over as well.
    inherited: bool,
    kind: Kind,
    /// Its fact stands where this one stands, in a list that this one's list answers.
    answers: bool,
    /// How its fact's value stands to the part of which this one is the share.
    part: Part,
}

/// How a fact before stands to the last level, taken for the part of which a share is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Part {
    /// `=` the part itself, `>` `<` a level of its unit that is larger or not, `-` a level of another unit, `k` no level; `^` there is no part.
    alike: char,
    /// Whether the share is what the part makes of it.
    fits: char,
}

/// By which fraction of itself a share, rounded as it is, may be off what its part and its whole give.
const NEARLY: Decimal = Decimal::from_parts(2, 0, 0, false, 2);
/// How many different slots of facts before are looked at, and how many facts.
const CARRIED: usize = 8;
const FACTS: usize = 24;
const _: () = assert!(CARRIED <= FACTS && FACTS <= u8::MAX as usize);

impl Place<'_> {
    /// The slots of the facts before that are different, the nearest first.
    pub(super) fn carried<'f>(
        &self,
        before: &'f [Fact],
        scene: &Scene<'_>,
        from: SlotName,
        slot: impl Fn(&'f Fact) -> Option<&'f Slot>,
    ) -> Vec<Candidate<'f>> {
        let start = self.bytes[0];
        let statistics = &mut self.scratch.borrow_mut().statistics;
        statistics.resize(before.len(), [None; SlotName::COUNT]);
        // room for one more: that nothing fits
        let mut out: Vec<Carried<'f>> = Vec::with_capacity(CARRIED + 1);
        let (place, members) = scene.list;
        for (back, fact) in before.iter().rev().take(FACTS).enumerate() {
            let Some(found) = slot(fact).filter(|found| out.iter().all(|other| other.slot.text != found.text)) else { continue };
            out.push(Carried {
                slot: found,
                id: fact.id,
                from,
                is_indicator: scene.measured.as_ref() == Some(&found.text),
                rank: out.len() as u8,
                back: back as u8,
                same_sentence: fact.quantity.span.bytes().start >= start,
                same_unit: fact.quantity.unit == self.draft().unit_text(),
                statistic: *statistics[fact.id][from as usize].get_or_insert_with(|| self.source.lexicon.words.is_statistic(&found.text)),
                inherited: found.inherited,
                kind: fact.kind,
                answers: false,
                part: self.part(before, fact),
            });
            if out.len() == CARRIED {
                break;
            }
        }
        // 甲收入5亿元，乙收入3亿元，分别增长9%和6%: as many levels stand before the list
        if members > 1 {
            let known = &before[..before.len().saturating_sub(place)];
            let levels = known.iter().rev().filter(|fact| fact.kind == Kind::Level && fact.quantity.span.bytes().start >= start);
            let answers = levels.take(members).collect::<Vec<_>>();
            let answer = answers.get(members - 1 - place).filter(|_| answers.len() == members).and_then(|fact| slot(fact));
            for carried in &mut out {
                carried.answers = answer.is_some_and(|answer| answer.text == carried.slot.text);
            }
        }
        out.into_iter().map(Candidate::Carried).collect()
    }

    /// How a fact before stands to the last level, taken for the part of the share that this quantity may be.
    fn part(&self, before: &[Fact], fact: &Fact) -> Part {
        let last = before.iter().rev().take(FACTS).find(|fact| fact.kind == Kind::Level);
        let Some(last) = last else { return Part { alike: '^', fits: '-' } };
        if fact.kind != Kind::Level {
            return Part { alike: 'k', fits: '-' };
        }
        if fact.id == last.id {
            return Part { alike: '=', fits: '-' };
        }
        if fact.quantity.unit != last.quantity.unit {
            return Part { alike: '-', fits: '-' };
        }
        let larger = fact.quantity.number > last.quantity.number;
        let share = || last.quantity.number.checked_div(fact.quantity.number).and_then(|share| share.checked_sub(self.ratio()));
        let fits = larger && share().is_some_and(|off| off.abs() <= self.ratio() * NEARLY);
        Part { alike: if larger { '>' } else { '<' }, fits: flag(fits) }
    }

    /// The quantity as a ratio: 24.7% is 0.247.
    fn ratio(&self) -> Decimal {
        let draft = self.draft();
        if draft.unit_text() == "%" { draft.low / Decimal::ONE_HUNDRED } else { draft.low }
    }

    /// The candidate that is chosen, among the phrases with these edges and others.
    pub(super) fn choose<'f>(&self, slot: choice::Slot, scene: &Scene<'_>, edges: &Edges, mut others: Vec<Candidate<'f>>) -> Candidate<'f> {
        let scratch = &mut *self.scratch.borrow_mut();
        phrases(scene, edges, &mut scratch.phrases);
        others.push(Candidate::Nothing);
        let count = scratch.phrases.len();
        let candidate = |option: usize| match scratch.phrases.get(option) {
            Some(tokens) => Candidate::Phrase(tokens.clone()),
            None => others[option - count].clone(),
        };
        let told = self.told(
            slot,
            &[],
            count + others.len(),
            |option, features| describe(scene, &candidate(option), features),
            |option| self.filled(&candidate(option)).map_or(String::new(), |slot| slot.text.to_string()),
        );
        let chosen = told.unwrap_or_else(|| highest(slot, scene, scratch, &others));
        match scratch.phrases.get(chosen) {
            Some(tokens) => Candidate::Phrase(tokens.clone()),
            None => others.swap_remove(chosen - count),
        }
    }

    /// The number of the option with the highest sum of weights; of equals the first.
    pub(super) fn decide(
        &self,
        slot: choice::Slot,
        weights: &Weights<1>,
        options: usize,
        describe: impl Fn(usize, &mut Features),
        text: impl Fn(usize) -> String,
    ) -> usize {
        let told = self.told(slot, &[], options, &describe, text);
        told.unwrap_or_else(|| {
            let mut features = Features::new();
            best((0..options).map(|option| weights.sum(0, features.retold(|features| describe(option, features)))))
        })
    }

    /// The number of the label with the highest sum of weights; of equals the first. What is told holds for every label.
    pub(super) fn label<const N: usize>(
        &self,
        slot: choice::Slot,
        weights: &Weights<N>,
        labels: [char; N],
        describe: impl Fn(&mut Features),
        text: impl Fn(usize) -> String,
    ) -> usize {
        debug_assert!(choice::LABELS.iter().any(|(of, known)| *of == slot && known.chars().eq(labels)));
        let told = self.told(slot, &labels, N, |_, features| describe(features), text);
        told.unwrap_or_else(|| best(weights.sums(Features::new().retold(describe)).into_iter()))
    }

    /// What a teacher says, where weights are being fitted.
    #[cfg(feature = "fit")]
    fn told(
        &self,
        slot: choice::Slot,
        labels: &[char],
        options: usize,
        describe: impl Fn(usize, &mut Features),
        text: impl Fn(usize) -> String,
    ) -> Option<usize> {
        let written = |option: usize| choice::fit::written(labels.get(option).copied(), |features| describe(option, features));
        let teacher = self.source.taught?;
        let quantity = self.source.view.span(self.draft().span, self.source.index).scalars();
        let options = (0..options).map(|option| (text(option), written(option))).collect();
        teacher(choice::fit::Question { slot: slot.name(), quantity, options })
    }

    /// There is no teacher.
    #[cfg(not(feature = "fit"))]
    fn told(&self, _: choice::Slot, _: &[char], _: usize, _: impl Fn(usize, &mut Features), _: impl Fn(usize) -> String) -> Option<usize> {
        None
    }

    /// The slot that the chosen candidate fills, and where that comes from.
    pub(super) fn fill(&self, chosen: &Candidate<'_>) -> (Option<Slot>, Origin) {
        let origin = match chosen {
            Candidate::Phrase(_) => Origin::Sentence,
            Candidate::Carried(carried) => Origin::Fact { id: carried.id, slot: carried.from },
            Candidate::Bounding(_) => Origin::Bound,
            Candidate::Nothing => Origin::Nothing,
        };
        (self.filled(chosen), origin)
    }

    /// The slot that a candidate fills.
    fn filled(&self, candidate: &Candidate<'_>) -> Option<Slot> {
        match candidate {
            Candidate::Phrase(tokens) => Some(self.slot(tokens.clone())),
            Candidate::Carried(carried) => Some(carried.slot.clone().carried()),
            Candidate::Bounding(slot) => Some(Slot::clone(slot)),
            Candidate::Nothing => None,
        }
    }
}

/// The number of the candidate with the highest sum of weights, the phrases before the others; of equals the first.
fn highest(slot: choice::Slot, scene: &Scene<'_>, Scratch { phrases, edges, known, .. }: &mut Scratch, others: &[Candidate<'_>]) -> usize {
    let mut scorer = Scorer::new(scene, slot, known);
    let mut best = (i32::MIN, Reverse(0));
    for (number, other) in (phrases.len()..).zip(others) {
        let sum = match other {
            Candidate::Carried(carried) => {
                let same_sentence = carried.same_sentence;
                scorer.taking_over(same_sentence, |features| describe_taking_over(scene, same_sentence, features))
                    + scorer.told(|features| describe_carried(scene, carried, features))
            }
            other => scorer.told(|features| describe(scene, other, features)),
        };
        best = best.max((sum, Reverse(number)));
    }
    edges.clear();
    edges.extend(phrases.iter().map(|tokens| scorer.edges(tokens)));
    // the phrase whose edges score highest first: few of the others can reach what it has
    let most = scorer.most_rest();
    let first = edges.iter().zip(0..).max_by_key(|(edges, _)| **edges).map(|(_, first)| first);
    let rest = (0..phrases.len()).filter(|number| Some(*number) != first);
    for number in first.into_iter().chain(rest) {
        if edges[number] + most >= best.0 {
            let sum = edges[number] + scorer.rest(&phrases[number]);
            // what weights are fitted to is what they are asked for
            debug_assert_eq!(sum, scorer.told(|features| phrase::describe(scene, &phrases[number], features)));
            best = best.max((sum, Reverse(number)));
        }
    }
    best.1.0
}

/// The place of the highest score, of equals the first.
fn best(scores: impl Iterator<Item = i32>) -> usize {
    let mut best = (0, i32::MIN);
    for (place, score) in scores.enumerate() {
        if score > best.1 {
            best = (place, score);
        }
    }
    best.0
}

/// How a text is like the indicator: the same `=`, its head `s`, with its head `h`, with its last character `c`, not at all `-`.
fn likeness(measured: &str, text: &str) -> char {
    let last = |text: &str| text.chars().next_back();
    match () {
        () if measured == text => '=',
        () if measured.ends_with(text) => 's',
        () if text.ends_with(measured) => 'h',
        () if last(measured) == last(text) => 'c',
        () => '-',
    }
}

fn describe(scene: &Scene<'_>, candidate: &Candidate<'_>, features: &mut Features) {
    match candidate {
        Candidate::Phrase(tokens) => phrase::describe(scene, tokens, features),
        Candidate::Carried(carried) => {
            describe_carried(scene, carried, features);
            describe_taking_over(scene, carried.same_sentence, features);
        }
        Candidate::Bounding(_) => features.add('X', &[scene.kind, scene.class(scene.at.checked_sub(1))]),
        Candidate::Nothing => {
            features.add('Y', &[scene.kind]);
            features.add('Z', &[scene.class(scene.at.checked_sub(1)), scene.class(Some(scene.at + 1))]);
        }
    }
}

/// The features of a slot of a fact before. `G` `J` how far back that fact is, `H` whether the units are one, `I` the kinds, `K` whether
/// it was carried over there as well, `L` whether it answers the place in a list, `M` whether it is a statistic, `a`–`d` which slot of
/// that fact it is; `e`–`g` how its value stands to the part, `h` `i` how its text is like the indicator.
fn describe_carried(scene: &Scene<'_>, carried: &Carried<'_>, features: &mut Features) {
    let kind = scene.kind;
    let (sentence, unit) = (flag(carried.same_sentence), flag(carried.same_unit));
    let before = |back: usize| scene.class(scene.at.checked_sub(back));
    let from = carried.from.letter();
    features.add('G', &[bucket(carried.rank.into()), sentence, kind]);
    features.add('H', &[unit, sentence, kind, scene.dimension]);
    features.add('I', &[scene::kind(carried.kind), kind, sentence]);
    features.add('J', &[bucket(carried.back.into()), sentence, kind]);
    features.add('K', &[flag(carried.inherited), kind]);
    features.add('a', &[from, bucket(carried.rank.into()), sentence]);
    features.add('b', &[from, flag(carried.is_indicator), scene::kind(carried.kind)]);
    features.add('c', &[from, bucket(carried.back.into()), before(1), before(2)]);
    features.add('d', &[from, scene::kind(carried.kind), bucket(carried.back.into()), flag(scene.indicator.is_some())]);
    features.add('e', &[from, kind, carried.part.alike, carried.part.fits]);
    features.add('f', &[from, kind, carried.part.alike, bucket(carried.rank.into()), sentence]);
    features.add('g', &[from, kind, carried.part.alike, flag(carried.is_indicator), before(1)]);
    let alike = scene.measured.as_ref().map_or('^', |measured| likeness(measured, &carried.slot.text));
    features.add('h', &[from, kind, alike, carried.part.alike]);
    features.add('i', &[from, kind, alike, bucket(carried.rank.into())]);
    features.add('L', &[flag(carried.answers), flag(scene.list.1 > 1), kind]);
    features.add('M', &[flag(carried.statistic), scene.dimension, kind]);
}

/// The features of any slot of a fact before, by whether that fact is of the same sentence. `N`–`S` the classes around the quantity, `W`
/// those since the quantity before, `T`–`V` its clause.
fn describe_taking_over(scene: &Scene<'_>, same_sentence: bool, features: &mut Features) {
    let (kind, sentence) = (scene.kind, flag(same_sentence));
    let before = |back: usize| scene.class(scene.at.checked_sub(back));
    features.add('N', &[before(1), kind, sentence]);
    features.add('O', &[before(2), before(1), kind, sentence]);
    features.add('P', &[before(3), before(2), before(1), kind]);
    features.add('Q', &[before(4), before(3), before(2), before(1), kind]);
    // what stands between the quantity before and this one
    if let Some(quantity) = scene.classes[..scene.at].iter().rposition(|class| b"QROB#f".contains(class)).filter(|at| scene.at - at < 7) {
        let mut args = ['.'; 9];
        args[0] = kind;
        let gap = &scene.classes[quantity..scene.at];
        for (arg, class) in args[1..].iter_mut().zip(gap) {
            *arg = char::from(*class);
        }
        features.add('W', &args[..=gap.len()]);
    }
    let behind = |on: usize| scene.class(Some(scene.at + on));
    features.add('R', &[behind(1), kind, scene.dimension]);
    features.add('S', &[before(1), behind(1), behind(2), kind, scene.dimension]);
    let clause = scene.clause();
    let nouns = clause.iter().filter(|class| b"njgks".contains(class)).count();
    features.add('T', &[bucket(nouns), kind, sentence]);
    features.add('U', &[flag(clause.contains(&b'C')), flag(clause.contains(&b'L')), sentence, kind]);
    features.add('V', &[clause.first().map_or('$', |class| char::from(*class)), kind, sentence]);
}
