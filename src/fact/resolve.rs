//! Quantities to facts: the rules say what each is, then the slots are filled in text order.
//!
//! The order of attachment: the rule's own groups; the phrases around the quantity (`indicator`); members of a list by their
//! number; the fact before, in the same sentence; the state of the document (`frame`).

use super::frame::{self, Frame};
use super::reading::{Reading, readings};
use super::{Change, Direction, Fact, Kind, PeriodSlot, Rank, Share, Slot, basis, indicator, modality, phrase};
use crate::lexicon::Lexicon;
use crate::name::Quoted;
use crate::period::{Grain, Period};
use crate::quantity::{Dimension, Draft, Quantity};
use crate::rules::{Mention, RuleSet, mentions};
use crate::span::{SourceIndex, Span, ViewSpan};
use crate::text::View;
use crate::token::{Segmenter, Sentence};
use jiff::civil::Date;
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
}

/// Makes a fact of every quantity that the text asserts something with, in text order.
pub(crate) fn resolve(source: &Source<'_>, segmenter: &dyn Segmenter) -> Vec<Fact> {
    let text = source.view.text();
    let mut frame = Frame::default();
    let mut facts: Vec<Fact> = Vec::new();
    for reading in readings(text, source.drafts, source.periods, source.quoted, source.lexicon, segmenter) {
        frame.enter(text, reading.span.start);
        let found = mentions(&reading.sentence.classes, source.rules);
        frame.plans = if plans(source, &reading.sentence, frame.plans > 0) { frame.plans + 1 } else { 0 };
        for at in 0..found.len() {
            let place = Place { source, reading: &reading, mentions: &found, number: at };
            let fact = place.fact(facts.len(), &facts, &mut frame);
            facts.push(fact);
        }
        frame.period = frame::left_in_force(&reading.sentence, &found, source, frame.period);
        frame.end = reading.span.end;
    }
    facts
}

/// A mention and what stands around it.
struct Place<'a> {
    source: &'a Source<'a>,
    reading: &'a Reading,
    mentions: &'a [Mention],
    number: usize,
}

impl Place<'_> {
    fn mention(&self) -> &Mention {
        &self.mentions[self.number]
    }

    fn classes(&self) -> &[u8] {
        self.reading.sentence.classes.as_bytes()
    }

    fn draft(&self) -> &Draft {
        &self.source.drafts[self.reading.sentence.tokens[self.mention().at].entity]
    }

    fn view_span(&self, tokens: &Range<usize>) -> ViewSpan {
        let tokens = &self.reading.sentence.tokens[tokens.clone()];
        ViewSpan::new(tokens[0].span.start, tokens[tokens.len() - 1].span.end)
    }

    fn text(&self, tokens: &Range<usize>) -> &str {
        self.view_span(tokens).of(self.source.view.text())
    }

    fn slot(&self, tokens: Range<usize>) -> Slot {
        let span = self.view_span(&tokens);
        Slot { span: self.source.view.span(span, self.source.index), text: self.source.view.written(span), inherited: false }
    }

    fn fact(&self, id: usize, before: &[Fact], frame: &mut Frame) -> Fact {
        let mention = self.mention();
        let quantity = Quantity::of(self.draft(), self.source.view, self.source.index);
        let when = self.when(frame);
        let period = when.map(|(period, inherited)| self.period(period, inherited));
        let indicator = self.indicator(before, frame);
        let change = self.change(when.filter(|(_, inherited)| !inherited).map(|(period, _)| period), frame);
        let part_of = self.part_of(frame);
        let share = (mention.kind == Kind::Share).then(|| Share { whole: self.whole(before, frame) });
        let rank = (mention.kind == Kind::Rank).then(|| Rank { scope: self.scope(), tied: self.is_tied() });
        let about =
            (mention.kind != Kind::Level).then_some(frame.level).flatten().filter(|level| speaks_of(&before[*level], indicator.as_ref()));
        let fact = Fact {
            id,
            kind: mention.kind,
            // widened once the slots are known
            span: quantity.span,
            text: String::new(),
            modality: modality::modality(
                &self.reading.sentence,
                mention.at,
                self.source.view.text(),
                &self.source.lexicon.words,
                frame.plans > 0 || when.is_some_and(|(period, inherited)| !inherited && self.is_future(period)),
                |entity| over(self.source, entity),
            ),
            subject: self.subject(indicator.as_ref(), frame),
            predicate: self.predicate(),
            indicator,
            period,
            change,
            share,
            rank,
            part_of,
            about,
            rule: self.source.rules.rules[mention.rule].name.clone(),
            quantity,
        };
        let fact = self.with_extent(fact);
        if let Some(indicator) = &fact.indicator {
            frame.indicator = Some(indicator.clone().carried());
        }
        if fact.kind == Kind::Level {
            frame.level = Some(id);
        }
        fact
    }

    /// The fact with the span from the first of its slots to the last, of those that its sentence holds.
    fn with_extent(&self, fact: Fact) -> Fact {
        let slots = [&fact.indicator, &fact.subject, &fact.predicate].into_iter().flatten();
        let slots = slots.chain(fact.change.iter().flat_map(|change| &change.base));
        let slots = slots.chain(fact.share.iter().flat_map(|share| &share.whole)).chain(fact.rank.iter().flat_map(|rank| &rank.scope));
        let spans = slots.map(|slot| slot.span).chain(fact.period.as_ref().map(|period| period.span));
        let spans = spans.chain(fact.change.as_ref().map(|change| change.span));
        let [start, end] = self.source.view.source_bytes(self.reading.span);
        let held = |span: &Span| start <= span.bytes().start && span.bytes().end <= end;
        let span = spans.filter(held).fold(fact.quantity.span, Span::hull);
        let text = self.source.view.claimed([span.bytes().start, span.bytes().end]);
        Fact { span, text, ..fact }
    }

    fn indicator(&self, before: &[Fact], frame: &Frame) -> Option<Slot> {
        let mention = self.mention();
        let sentence = &self.reading.sentence;
        let own = match mention.kind {
            Kind::Level => indicator::of_level(sentence, mention, self.draft(), self.source.view.text(), self.source.lexicon),
            _ => mention
                .group("part")
                .or_else(|| mention.group("indicator"))
                .or_else(|| indicator::before_cue(sentence, mention))
                .or_else(|| phrase::complement(sentence, mention.at).filter(|_| mention.kind == Kind::Share)),
        };
        let own = self.paired(own);
        let verbs = || indicator::verbs(sentence, mention.at).filter(|_| mention.kind == Kind::Level).map(|tokens| self.slot(tokens));
        let count = matches!(self.draft().dimension(), Dimension::Count | Dimension::None);
        let answered = if mention.kind == Kind::Level { None } else { self.answered(before) };
        let leans = || {
            answered
                .clone()
                .or_else(|| phrase::topic(sentence, mention.at).map(|tokens| self.slot(tokens)))
                .or_else(|| frame.indicator.clone())
        };
        let behind = || {
            let counts = mention.kind == Kind::Level && self.draft().dimension() == Dimension::Count;
            indicator::verb_behind(sentence, mention.at).filter(|_| counts).map(|tokens| self.slot(tokens))
        };
        let own = own.map(|tokens| self.slot(tokens)).or_else(behind);
        own.or_else(|| if count && self.echoes(before) { leans().or_else(verbs) } else { verbs().or_else(leans) })
    }

    /// Whether a count has the unit of the level before it, and may count the same (培育企业15家，新增3家).
    fn echoes(&self, before: &[Fact]) -> bool {
        let level = before.iter().rev().find(|fact| fact.kind == Kind::Level);
        level.is_none_or(|level| level.quantity.unit == self.draft().unit_text())
    }

    /// 甲收入5亿元，乙收入3亿元，分别增长9%和6%: the level that stands where the quantity stands in its list.
    fn answered(&self, before: &[Fact]) -> Option<Slot> {
        let list = self.list();
        let each = list.len() > 1 && self.classes()[..list[0]].iter().rev().take(4).any(|class| *class == b'L');
        let place = list.iter().position(|at| *at == self.mention().at)?;
        let start = before
            .iter()
            .rposition(|fact| fact.quantity.span.bytes().start < self.source.view.source_bytes(self.reading.span)[0])
            .map_or(0, |at| at + 1);
        let levels: Vec<&Fact> = before[start..].iter().filter(|fact| fact.kind == Kind::Level).collect();
        let from = levels.len().checked_sub(list.len()).filter(|_| each)?;
        levels[from + place].indicator.clone().map(Slot::carried)
    }

    /// Lists that answer one another: the member of the phrase that stands where the quantity stands in its list.
    fn paired(&self, own: Option<Range<usize>>) -> Option<Range<usize>> {
        let list = self.list();
        let own = own.or_else(|| self.head_of_list(&list))?;
        if list.len() < 2 {
            return Some(own);
        }
        let place = list.iter().position(|at| *at == self.mention().at)?;
        Some(match phrase::members(&self.reading.sentence, own.clone(), list.len()) {
            Some(members) => members[place].clone(),
            None => own,
        })
    }

    /// The phrase before the first quantity of the list.
    fn head_of_list(&self, list: &[usize]) -> Option<Range<usize>> {
        let first = *list.first()?;
        if first == self.mention().at {
            return None;
        }
        let head = self.mentions.iter().find(|mention| mention.at == first)?;
        match head.kind {
            Kind::Level => indicator::of_level(&self.reading.sentence, head, self.draft(), self.source.view.text(), self.source.lexicon),
            _ => indicator::before_cue(&self.reading.sentence, head),
        }
    }

    /// The tokens of the quantities that stand in one list with this one, without phrases between them.
    fn list(&self) -> Vec<usize> {
        let classes = self.classes();
        let at = self.mention().at;
        let like = |other: usize| classes[other] == classes[at];
        let mut first = at;
        while first >= 2 && matches!(classes[first - 1], b'/' | b'&') && like(first - 2) {
            first -= 2;
        }
        let mut list = vec![first];
        let mut next = first;
        while next + 2 < classes.len() && matches!(classes[next + 1], b'/' | b'&') && like(next + 2) {
            next += 2;
            list.push(next);
        }
        list
    }

    /// The period of the fact, and whether it is carried over.
    fn when(&self, frame: &Frame) -> Option<(&Period, bool)> {
        let (entity, inherited) = frame::period(&self.reading.sentence, self.mentions, self.mention().at, self.source, frame)?;
        Some((&self.source.periods[self.paired_period(entity)], inherited))
    }

    fn period(&self, period: &Period, inherited: bool) -> PeriodSlot {
        PeriodSlot {
            span: self.source.view.span(period.span, self.source.index),
            text: self.source.view.written(period.span),
            start: period.start.map(|day| day.to_string()),
            end: period.end.map(|day| day.to_string()),
            inherited,
        }
    }

    /// 4月和5月…分别为82.4%和82.9%: the period that stands where the quantity stands in its list.
    fn paired_period(&self, entity: usize) -> usize {
        let list = self.list();
        let classes = self.classes();
        let Some(last) = self.reading.sentence.tokens.iter().position(|token| token.class == b'T' && token.entity == entity) else {
            return entity;
        };
        let mut first = last;
        while first >= 2 && matches!(classes[first - 1], b'/' | b'&') && classes[first - 2] == b'T' {
            first -= 2;
        }
        let count = (last - first) / 2 + 1;
        if list.len() < 2 || count != list.len() {
            return entity;
        }
        let place = list.iter().position(|at| *at == self.mention().at).unwrap_or(0);
        self.reading.sentence.tokens[first + 2 * place].entity
    }

    fn change(&self, own: Option<&Period>, frame: &mut Frame) -> Option<Change> {
        let mention = self.mention();
        if mention.kind != Kind::Change {
            return None;
        }
        let cue = mention.group("cue");
        let start = mention.group("basis").or_else(|| cue.clone()).unwrap_or(mention.at..mention.at + 1);
        let tokens = start.start.min(mention.at)..cue.as_ref().map_or(start.end, |cue| cue.end.max(start.end));
        let span = self.view_span(&tokens);
        let base = mention.group("base");
        let basis = basis::basis(
            self.classes(),
            mention,
            base.as_ref().map(|base| self.text(base)),
            self.base_period(base.as_ref()).map(|base| (base, own)),
            &self.source.lexicon.words,
            frame.basis,
        );
        frame.basis = Some(basis);
        Some(Change {
            span: self.source.view.span(span, self.source.index),
            text: self.source.view.written(span),
            direction: self.direction(cue),
            basis,
            base: base.map(|base| self.slot(base)),
        })
    }

    fn direction(&self, cue: Option<Range<usize>>) -> Direction {
        let class = cue.map_or(b' ', |cue| self.classes()[cue.start]);
        let negative = self.draft().low.is_sign_negative();
        match class {
            b'D' | b'k' | b'Z' | b'y' => Direction::Down,
            b' ' if self.draft().low.is_zero() => Direction::Flat,
            _ if negative => Direction::Down,
            _ => Direction::Up,
        }
    }

    fn base_period(&self, base: Option<&Range<usize>>) -> Option<&Period> {
        let tokens = &self.reading.sentence.tokens;
        let at = base?.clone().find(|at| tokens[*at].class == b'T')?;
        Some(&self.source.periods[tokens[at].entity])
    }

    fn whole(&self, before: &[Fact], frame: &mut Frame) -> Option<Slot> {
        let classes = self.classes();
        let trimmed = self.mention().group("whole").map(|mut whole| {
            while whole.start < whole.end && matches!(classes[whole.start], b'T' | b'i' | b'e' | b'd' | b'L' | b'u' | b'h') {
                whole.start += 1;
            }
            while whole.start < whole.end && !matches!(classes[whole.end - 1], b'n' | b'b' | b'r' | b'v' | b'V' | b'g' | b'j') {
                whole.end -= 1;
            }
            whole
        });
        let own = trimmed.filter(|whole| !whole.is_empty()).map(|whole| self.slot(whole));
        if own.is_some() {
            frame.whole = own.clone().map(Slot::carried);
        }
        // 九成的行政村: what it is a part of stands behind it
        own.or_else(|| self.among().map(|tokens| self.slot(tokens)))
            .or_else(|| self.mention().group("part").map(|tokens| self.slot(tokens)))
            .or_else(|| frame.broken_down.and_then(|level| before[level].indicator.clone()).map(Slot::carried))
            .or_else(|| frame.whole.clone())
            .or_else(|| self.level_before(before))
    }

    /// 监测断面28个，优良断面占九成: the level before in the sentence, where it counts something else.
    fn level_before(&self, before: &[Fact]) -> Option<Slot> {
        let start = self.source.view.source_bytes(self.reading.span)[0];
        let level =
            before.iter().rev().take_while(|fact| fact.quantity.span.bytes().start >= start).find(|fact| fact.kind == Kind::Level)?;
        level.indicator.clone().map(Slot::carried)
    }

    /// X中，Y占…: the phrase before 中, at the head of the sentence or clause.
    fn among(&self) -> Option<Range<usize>> {
        let classes = self.classes();
        let tokens = &self.reading.sentence.tokens;
        let text = self.source.view.text();
        let end = (1..self.mention().at).rev().find(|at| matches!(tokens[*at].span.of(text), "中" | "当中" | "之中" | "里"))?;
        let mut start = (0..end).rev().take_while(|at| !matches!(classes[*at], b',' | b'w' | b':')).last()?;
        while start < end && matches!(classes[start], b'i' | b'd' | b'T' | b'&' | b'e') {
            start += 1;
        }
        (start < end).then_some(start..end)
    }

    fn scope(&self) -> Option<Slot> {
        let classes = self.classes();
        let scope = self.mention().group("scope").map(|mut scope| {
            while scope.start < scope.end && matches!(classes[scope.start], b'e' | b'/' | b'&' | b'T') {
                scope.start += 1;
            }
            scope
        });
        scope.filter(|scope| !scope.is_empty()).or_else(|| self.among()).map(|scope| self.slot(scope))
    }

    /// Whether the clause says that others have the same place (并列第二).
    fn is_tied(&self) -> bool {
        let text = self.source.view.text();
        let clause = self.reading.sentence.tokens[..self.mention().at].iter().rev().take_while(|token| token.class != b',');
        clause.into_iter().any(|token| self.source.lexicon.words.ties(token.span.of(text)))
    }

    /// Whose indicator it is: the region or body nearest before the quantity, else the phrase that heads the sentence, else the
    /// subject of the clause before a semicolon.
    fn subject(&self, indicator: Option<&Slot>, frame: &mut Frame) -> Option<Slot> {
        let own = self.body().or_else(|| self.heading()).map(|tokens| self.slot(tokens));
        let own = own.filter(|slot| indicator.is_none_or(|indicator| indicator.inherited || !indicator.span.overlaps(slot.span)));
        // 控球率达到62%，射门18次: a statistic is nobody
        let own = own.filter(|slot| !self.source.lexicon.words.is_statistic(&slot.text));
        if let Some(subject) = &own {
            frame.subject = Some(subject.clone().carried());
        }
        own.or_else(|| frame.subject.clone())
    }

    /// The region or body nearest before the quantity, with the nouns of its name.
    fn body(&self) -> Option<Range<usize>> {
        let mention = self.mention();
        let classes = self.classes();
        let taken =
            |at: usize| mention.groups.iter().any(|group| matches!(group.slot, "base" | "scope" | "whole") && group.tokens.contains(&at));
        let mut start = (0..mention.at).rev().find(|at| classes[*at] == b'r' && !taken(*at))?;
        let mut end = start + 1;
        while start > 0 && classes[start - 1] == b'r' && !taken(start - 1) {
            start -= 1;
        }
        // 宝鸡市规上工业企业实现…: the nouns up to the verb belong to the body
        let nouns = (end..mention.at).take_while(|at| matches!(classes[*at], b'n' | b'b')).count();
        if nouns > 0 && matches!(classes.get(end + nouns), Some(b'V' | b'I' | b'T' | b'd')) {
            end += nouns;
        }
        Some(start..end)
    }

    /// The phrase at the head of the sentence, where a verb or period follows it.
    fn heading(&self) -> Option<Range<usize>> {
        let classes = self.classes();
        let mut start = 0;
        while start < self.mention().at && matches!(classes[start], b'T' | b'i' | b',' | b'd' | b'C' | b'&' | b'z' | b'w') {
            start += 1;
        }
        let end = (start..self.mention().at).find(|at| !matches!(classes[*at], b'n' | b'b' | b'j'))?;
        (end > start && matches!(classes[end], b'V' | b'I' | b'T' | b'd' | b'E' | b'e' | b'v' | b'p' | b'o')).then_some(start..end)
    }

    fn predicate(&self) -> Option<Slot> {
        let mention = self.mention();
        let classes = self.classes();
        if mention.group("predicate").is_none()
            && let Some(arrival) = self.arrival()
        {
            return Some(self.slot(arrival));
        }
        if let Some(cue) = mention.group("predicate").or_else(|| mention.group("cue")) {
            let noun = matches!(classes[cue.start], b'g' | b'k' | b's');
            let reach = (cue.end..mention.at).find(|at| matches!(classes[*at], b'E' | b'A' | b'I'));
            return match reach {
                Some(at) if noun => Some(self.slot(at..at + 1)),
                _ if noun && mention.kind == Kind::Change => self.bounding_verb(),
                _ if noun => self.bounding_verb().or_else(|| Some(self.slot(cue))),
                _ => Some(self.slot(cue)),
            };
        }
        if classes[mention.at] == b'f' {
            return Some(self.slot(mention.at..mention.at + 1));
        }
        self.governing_verb().map(|at| self.slot(at..at + 1)).or_else(|| self.bounding_verb())
    }

    /// 由A增加到B: the verb behind the first level.
    fn arrival(&self) -> Option<Range<usize>> {
        let classes = self.classes();
        let at = self.mention().at;
        let from = at > 0 && classes[at - 1] == b'i'
            || at > 1 && classes[at - 1] == b'T' && classes[at - 2] == b'i'
            || at > 2 && classes[at - 1] == b'e' && classes[at - 3] == b'i';
        let verb = (at + 1..classes.len().min(at + 4)).find(|place| classes[*place] == b'A').filter(|_| from)?;
        let start = if verb > at + 1 && matches!(classes[verb - 1], b'G' | b'D' | b'v') { verb - 1 } else { verb };
        Some(start..verb + 1)
    }

    /// The word that bounds the quantity, where it is the verb (突破3万亿元).
    fn bounding_verb(&self) -> Option<Slot> {
        let draft = self.draft();
        if draft.reach.start >= draft.span.start {
            return None;
        }
        let span = ViewSpan::new(draft.reach.start, draft.span.start);
        let word = span.of(self.source.view.text());
        let verb = self.source.lexicon.words.class(word) == Some(b'E');
        verb.then(|| Slot { span: self.source.view.span(span, self.source.index), text: self.source.view.written(span), inherited: false })
    }

    /// The verb that governs a quantity over its phrase: before it (完成投资5亿元) or behind it (136个项目入库).
    fn governing_verb(&self) -> Option<usize> {
        let classes = self.classes();
        let at = self.mention().at;
        let right = phrase::right(&self.reading.sentence, at + 1);
        let behind = right.as_ref().map(|right| right.end).filter(|end| matches!(classes.get(*end), Some(b'V' | b'v' | b'j')));
        let last = right.map(|right| right.end - 1).filter(|last| classes[*last] == b'j');
        let clause = (0..at).rev().take_while(|place| classes[*place] != b',');
        let before = clause
            .clone()
            .find(|place| matches!(classes[*place], b'V' | b'I' | b'E'))
            .or_else(|| clause.clone().find(|place| matches!(classes[*place], b'v' | b'j')));
        before.or(behind).or(last)
    }

    fn part_of(&self, frame: &mut Frame) -> Option<usize> {
        let at = self.mention().at;
        let start = self.number.checked_sub(1).map_or(0, |before| self.mentions[before].at);
        if self.classes()[start..at].contains(&b'C') {
            frame.broken_down = frame.level;
        }
        (self.mention().kind == Kind::Level).then_some(frame.broken_down).flatten()
    }

    /// Whether a period, no mere day, begins after the reference date.
    fn is_future(&self, period: &Period) -> bool {
        let ahead = self.source.reference.zip(period.start).is_some_and(|(reference, start)| start > reference);
        ahead && period.grain != Grain::Day
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
fn over(source: &Source<'_>, entity: usize) -> bool {
    source.periods[entity].end.zip(source.reference).is_some_and(|(end, reference)| end <= reference)
}

/// Whether a level has the indicator that a later fact speaks of.
fn speaks_of(level: &Fact, indicator: Option<&Slot>) -> bool {
    match (&level.indicator, indicator) {
        (Some(own), Some(other)) => own.text == other.text,
        _ => false,
    }
}
