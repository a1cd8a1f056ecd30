//! When: a period of the sentence, that of a fact before, or the one in force.

use super::frame::Frame;
use super::resolve::Place;
use super::scene;
use crate::choice::{self, Features, bucket, flag};
use crate::period::Period;
use crate::span::ViewSpan;

/// A period that can be that of a fact.
#[derive(Debug, Clone, Copy)]
enum Candidate {
    /// The period at a token of the sentence, and its place among those of its side, the nearest first.
    Own { token: usize, entity: usize, order: usize },
    /// A period from before the sentence, or of a fact before.
    Carried { entity: usize, origin: Carrier, back: usize },
    /// None.
    Nothing,
}

/// Where a carried period comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Carrier {
    /// In force after the last sentence.
    Frame,
    /// Of a fact before, by its id.
    Fact(usize),
    /// The first of the document.
    First,
}

/// How many periods of its sentence are looked at on either side of a quantity, the nearest.
const OWN: usize = 24;
/// How many periods of facts before are looked at.
const FACTS: usize = 4;
/// Bytes before a sentence in which lines are counted.
const NEAR: usize = 4096;

impl Place<'_> {
    /// The period of the fact, and where it is carried over from, if it is.
    pub(super) fn when(&self, frame: &Frame) -> Option<(usize, Option<Carrier>)> {
        let candidates = self.periods(frame);
        let chosen = self.decide(
            choice::Slot::Period,
            &choice::PERIOD,
            candidates.len(),
            |option, features| self.describe_period(&candidates, candidates[option], frame, features),
            |option| self.dates(candidates[option]),
        );
        match candidates[chosen] {
            Candidate::Own { entity, .. } => Some((entity, None)),
            Candidate::Carried { entity, origin, .. } => Some((entity, Some(origin))),
            Candidate::Nothing => None,
        }
    }

    fn periods(&self, frame: &Frame) -> Vec<Candidate> {
        let periods = self.source.periods;
        let dated = |entity: usize| periods[entity].start.is_some() || periods[entity].end.is_some();
        let tokens = self.reading.sentence.tokens.iter().enumerate().filter(|(_, token)| token.class == b'T' && dated(token.entity));
        let all: Vec<(usize, usize)> = tokens.map(|(at, token)| (at, token.entity)).collect();
        let behind = all.partition_point(|(token, _)| *token < self.mention().at);
        let own = &all[behind.saturating_sub(OWN)..all.len().min(behind + OWN)];
        let left = behind.min(OWN);
        let order = |place: usize| if place < left { left - 1 - place } else { place - left };
        let mut out: Vec<Candidate> = own
            .iter()
            .enumerate()
            .map(|(place, (token, entity))| Candidate::Own { token: *token, entity: *entity, order: order(place) })
            .collect();
        let told = frame.told.iter().rev().take(FACTS).enumerate().map(|(back, told)| (told.entity, Carrier::Fact(told.fact), back));
        let carried = frame.period.map(|entity| (entity, Carrier::Frame, 0)).into_iter().chain(told);
        for (entity, origin, back) in carried.chain(frame.first.map(|entity| (entity, Carrier::First, 0))) {
            let known = out.iter().any(|other| matches!(other, Candidate::Carried { entity: other, .. } if *other == entity));
            if dated(entity) && !known {
                out.push(Candidate::Carried { entity, origin, back });
            }
        }
        out.push(Candidate::Nothing);
        out
    }

    /// A candidate's dates, for those who fit.
    fn dates(&self, candidate: Candidate) -> String {
        let (Candidate::Own { entity, .. } | Candidate::Carried { entity, .. }) = candidate else { return String::new() };
        let period = &self.source.periods[entity];
        let day = |day: Option<jiff::civil::Date>| day.map_or("-".to_owned(), |day| day.to_string());
        format!("{}/{}", day(period.start), day(period.end))
    }

    /// The features of a period. Of a carried one: `A` where from and how far back, `B` its grain, `C` lines since, `D` `E` periods of the
    /// sentence, `F` its last character, `G` in force or told before, `H` `J` its end and beginning in years before the reference date,
    /// `I` the quantity's place in the sentence. Of none: `W`–`Y` kind, periods of the sentence, periods before.
    fn describe_period(&self, all: &[Candidate], candidate: Candidate, frame: &Frame, features: &mut Features) {
        let kind = scene::kind(self.mention().kind);
        let own = all.iter().filter(|other| matches!(other, Candidate::Own { .. })).count();
        let left = all.iter().filter(|other| matches!(other, Candidate::Own { token, .. } if *token < self.mention().at)).count();
        match candidate {
            Candidate::Own { token, entity, order } => self.describe_own(token, entity, order, [own, left], features),
            Candidate::Carried { entity, origin, back } => {
                let period = &self.source.periods[entity];
                let origin = match origin {
                    Carrier::Frame => 'f',
                    Carrier::Fact(_) => 't',
                    Carrier::First => 'd',
                };
                let here = self.reading.span.start;
                let outside = flag(period.span.end <= here);
                let between = ViewSpan::new(period.span.end.max(here.saturating_sub(NEAR)).min(here), here);
                let lines = self.source.view.breaks(between);
                let told = flag(frame.told.iter().rev().take(FACTS).any(|told| told.entity == entity));
                let grain = grain(period);
                let repeated = all.iter().any(|other| matches!(other, Candidate::Own { entity: other, .. } if *other == entity));
                features.add('A', &[origin, bucket(back), outside]);
                features.add('B', &[origin, grain, kind]);
                features.add('C', &[origin, bucket(lines), outside]);
                features.add('D', &[origin, bucket(left), flag(repeated)]);
                features.add('E', &[origin, bucket(left), bucket(own), grain]);
                features.add('F', &[origin, self.last_of(period)]);
                features.add('G', &[origin, flag(frame.period == Some(entity)), told, grain]);
                features.add('H', &[origin, self.age(period), kind]);
                features.add('J', &[origin, grain, self.depth(period)]);
                features.add('I', &[origin, bucket(self.number), outside]);
            }
            Candidate::Nothing => {
                features.add('W', &[kind]);
                features.add('X', &[bucket(own)]);
                features.add('Y', &[flag(frame.period.is_some()), bucket(frame.told.len())]);
            }
        }
    }

    /// The features of a period of the sentence. `a` `b` its order among those on its side, `c`–`e` commas, quantities and periods between,
    /// `f`–`h` `x` the classes around it, `i` in a base of comparison, `j` local, `k` `l` dates a report, `m` grain, `n` `q` place in sentence
    /// and clause, `o` `p` last character, `r` the classes up to the quantity, `s` open ends, `t` `u` `w` years before the reference
    /// date, `v` its place in a list answers the quantity's.
    fn describe_own(&self, token: usize, entity: usize, order: usize, [own, left]: [usize; 2], features: &mut Features) {
        let classes = self.classes();
        let at = self.mention().at;
        let kind = scene::kind(self.mention().kind);
        let class = |at: Option<usize>| at.map_or('^', |at| classes.get(at).copied().map_or('$', char::from));
        let period = &self.source.periods[entity];
        let (side, gap) = if token < at { ('L', &classes[token + 1..at]) } else { ('R', &classes[at + 1..token]) };
        let count = |of: &[u8]| bucket(gap.iter().filter(|class| of.contains(class)).count());
        let (commas, quantities, between) = (count(b","), count(b"QROB#f"), count(b"T"));
        let (before, after) = (class(token.checked_sub(1)), class(Some(token + 1)));
        let based = |mentions: &[crate::rules::Mention]| mentions.iter().any(|m| m.group("base").is_some_and(|base| base.contains(&token)));
        let local = self.source.lexicon.words.is_local_period(period.span.of(self.source.view.text()));
        let reported = flag(super::frame::reported(&self.reading.sentence, token));
        let grain = grain(period);
        let last = self.last_of(period);
        let order = bucket(order);
        features.add('a', &[side, order, kind]);
        features.add('b', &[side, order, grain]);
        features.add('c', &[side, commas, quantities]);
        features.add('d', &[side, commas, quantities, grain]);
        features.add('e', &[side, quantities, between, kind]);
        features.add('f', &[before, after, side]);
        features.add('g', &[before, side, grain]);
        features.add('h', &[after, side, grain]);
        features.add('i', &[flag(based(self.mentions)), flag(based(std::slice::from_ref(self.mention()))), side]);
        features.add('j', &[flag(local), flag(quantities == '0'), side]);
        features.add('k', &[reported, grain, side]);
        features.add('l', &[reported, flag(own > 1), side, grain]);
        features.add('m', &[grain, kind, side]);
        features.add('n', &[bucket(token), side]);
        features.add('o', &[last, side]);
        features.add('p', &[last, side, kind, flag(commas != '0')]);
        let clause = classes[..token].iter().rposition(|class| *class == b',').map_or(0, |comma| comma + 1);
        features.add('q', &[bucket(token - clause), side, before]);
        if gap.len() <= 4 {
            let mut args = [side; 5];
            for (arg, class) in args[1..].iter_mut().zip(gap) {
                *arg = char::from(*class);
            }
            features.add('r', &args[..=gap.len()]);
        }
        features.add('s', &[flag(period.start.is_none()), flag(period.end.is_none()), side, bucket(own)]);
        features.add('t', &[self.age(period), side, kind]);
        features.add('u', &[self.age(period), side, order]);
        features.add('w', &[grain, self.depth(period), side]);
        // 五年前的2倍
        features.add('x', &[after, class(Some(token + 2)), side, bucket(gap.len())]);
        // 4月和5月…分别为82.4%和82.9%
        let (place, members) = self.place_in_list();
        let answers = side == 'L' && left >= members && order == bucket(members - 1 - place);
        features.add('v', &[flag(members > 1), flag(answers), side]);
    }

    /// The last character of a period.
    fn last_of(&self, period: &Period) -> char {
        period.span.of(self.source.view.text()).chars().next_back().unwrap_or(' ')
    }

    /// How many years before the reference date a period ends: `0` … `9`, `a` for earlier, `+` where it begins after the date, `?` for no telling.
    fn age(&self, period: &Period) -> char {
        let Some(reference) = self.source.reference else { return '?' };
        if period.start.is_some_and(|start| start > reference) {
            return '+';
        }
        match period.end.map(|end| reference.year() - end.year()) {
            Some(years @ 1..=9) => char::from(b'0' + years as u8),
            Some(..=0) => '0',
            Some(_) => 'a',
            None => '?',
        }
    }
}

impl Place<'_> {
    /// How many years before the reference date a period begins.
    fn depth(&self, period: &Period) -> char {
        match self.source.reference.zip(period.start) {
            Some((reference, start)) if start > reference => '+',
            Some((reference, start)) => bucket((reference.year() - start.year()).unsigned_abs().into()),
            None => '?',
        }
    }
}

/// A period's size as a letter.
pub(super) fn grain(period: &Period) -> char {
    char::from(b'a' + period.grain as u8)
}
