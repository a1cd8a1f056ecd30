//! The state of a document beside its text: the period in force, the last level, the passage.

use super::passage::Passage;
use super::resolve::Source;
use crate::lexicon::Lexicon;
use crate::period::{Grain, Period};
use crate::rules::Mention;
use crate::span::ViewSpan;
use crate::text::View;
use crate::token::Sentence;
use std::collections::VecDeque;

/// What later clauses lean on.
#[derive(Debug, Default)]
pub(super) struct Frame {
    /// The period in force.
    pub(super) period: Option<usize>,
    /// The first period of the document that has dates.
    pub(super) first: Option<usize>,
    /// The periods of the last [`TOLD`] facts before.
    pub(super) told: VecDeque<Told>,
    /// The tokens of the indicator and of the quantity of the fact before, in the same sentence.
    pub(super) phrase: Option<(std::ops::Range<usize>, usize)>,
    /// The id of the last level.
    pub(super) level: Option<usize>,
    /// The level that a 其中 breaks down.
    pub(super) broken_down: Option<usize>,
    /// How many sentences in a row have told of plans.
    pub(super) plans: usize,
    /// Which way the passage looks.
    pub(super) passage: Passage,
    /// The basis of the last change of the sentence, or of the page where it is year on year.
    pub(super) basis: Option<super::Basis>,
    /// Where the last sentence ended.
    pub(super) end: usize,
}

/// More of them tell a choice nothing.
const TOLD: usize = 16;

/// The period of a fact before.
#[derive(Debug, Clone, Copy)]
pub(super) struct Told {
    pub(super) entity: usize,
    /// The id of that fact.
    pub(super) fact: usize,
}

impl Frame {
    /// A fact of that period was made.
    pub(super) fn tell(&mut self, told: Told) {
        if self.told.len() == TOLD {
            self.told.pop_front();
        }
        self.told.push_back(told);
    }

    /// A sentence begins at `start`: what held only inside the last one ends; a new paragraph ends more.
    pub(super) fn enter(&mut self, view: &View<'_>, start: usize) {
        // a page that counts year on year goes on to do so
        self.basis = self.basis.filter(|basis| *basis == super::Basis::Yoy);
        self.broken_down = None;
        self.phrase = None;
        let paragraph = self.end < start && view.breaks(ViewSpan::new(self.end, start)) > 0;
        if paragraph {
            // one sentence of plans is a sentence, two are a passage
            self.plans = if self.plans > 1 { self.plans } else { 0 };
        }
    }
}

/// A period of a sentence and the token that it stands at.
#[derive(Clone, Copy)]
struct Candidate {
    at: usize,
    entity: usize,
    /// It holds for the quantity right behind it only (上年同期为…, 由1998年的…).
    local: bool,
}

/// The periods of a sentence that can be those of its facts: with dates, not inside a base of comparison, no object of a verb.
fn candidates<'s>(
    sentence: &'s Sentence,
    mentions: &'s [Mention],
    periods: &'s [Period],
    text: &'s str,
    lexicon: &'s Lexicon,
) -> impl DoubleEndedIterator<Item = Candidate> + 's {
    let classes = sentence.classes.as_bytes();
    let in_base = move |at: usize| mentions.iter().any(|mention| mention.group("base").is_some_and(|base| base.contains(&at)));
    let kept = move |at: usize, entity: usize| {
        let before = at.checked_sub(1).map_or(b' ', |before| classes[before]);
        let dated = periods[entity].start.is_some() || periods[entity].end.is_some();
        dated && !in_base(at) && !matches!(before, b'c' | b'X' | b'Z' | b'V' | b'v')
    };
    let local = move |at: usize, entity: usize| {
        let from = at > 0 && classes[at - 1] == b'i' && classes.get(at + 1) == Some(&b'e');
        from || lexicon.words.is_local_period(periods[entity].span.of(text))
    };
    let tokens = sentence.tokens.iter().enumerate().filter(|(_, token)| token.class == b'T').map(|(at, token)| (at, token.entity));
    tokens.filter(move |(at, entity)| kept(*at, *entity)).map(move |(at, entity)| Candidate { at, entity, local: local(at, entity) })
}

/// Whether a day dates a report (8月16日，统计局披露…) rather than what it tells.
pub(super) fn reported(sentence: &Sentence, at: usize) -> bool {
    let classes = sentence.classes.as_bytes();
    let rest = &classes[at + 1..];
    rest.iter().take(12).take_while(|class| !b"QROB#".contains(class)).any(|class| *class == b'P')
}

/// The period that a sentence leaves in force: its last wide one, or a day where nothing was in force.
pub(super) fn left_in_force(sentence: &Sentence, mentions: &[Mention], source: &Source<'_>, before: Option<usize>) -> Option<usize> {
    let periods = source.periods;
    let held = || candidates(sentence, mentions, periods, source.view.text(), source.lexicon).filter(|candidate| !candidate.local);
    let wide = held().rev().find(|candidate| periods[candidate.entity].grain != Grain::Day).map(|candidate| candidate.entity);
    let day = || held().rev().find(|candidate| !reported(sentence, candidate.at)).map(|candidate| candidate.entity);
    wide.or(before).or_else(day)
}
