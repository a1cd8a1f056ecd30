//! What is measured: a choice among the phrases around a quantity, by the scores in `weights.toml`.

use super::frame::Frame;
use super::resolve::Place;
use super::{Fact, Kind, Slot, phrase};
use crate::lexicon::{Lexicon, WordTable};
use crate::quantity::{Dimension, Draft};
use crate::rules::Mention;
use crate::token::Sentence;
use std::ops::Range;

/// The tokens around a quantity that the choice looks at.
struct Around {
    /// First token of what links the phrase on the left to the quantity.
    gap: usize,
    /// The link states a level (达, 为).
    reach: bool,
    /// A verb stands right before the link, and no phrase.
    verb: bool,
}

/// The indicator of a level among the phrases around it; `None` where it leans on an earlier one.
pub(super) fn of_level(sentence: &Sentence, mention: &Mention, draft: &Draft, text: &str, lexicon: &Lexicon) -> Option<Range<usize>> {
    let weights = &lexicon.weights;
    let around = around(sentence, mention.at, text, &lexicon.words);
    let classes = sentence.classes.as_bytes();
    let left = phrase::left(sentence, around.gap, around.reach);
    let right = phrase::right(sentence, mention.at + 1);
    let count = matches!(draft.dimension(), Dimension::Count | Dimension::None);
    let right_score = right.as_ref().map(|_| {
        let of = if classes.get(mention.at + 1) == Some(&b'e') { weights.right_of } else { 0 };
        let verb = if around.verb && left.is_none() { weights.right_after_verb } else { 0 };
        of + verb + if count { weights.right_count } else { weights.right_other }
    });
    let left_score = left.as_ref().map(|_| {
        let adjacent = if around.gap == mention.at { weights.left_adjacent } else { 0 };
        let reach = if around.reach { weights.left_reach } else { 0 };
        adjacent + reach + if count { weights.left_count } else { weights.left_other }
    });
    // 培育1家 leans on what was counted before; 新增就业1.2万人 does not
    let left = left.and_then(|left| {
        let verbal = count && classes[left.clone()].iter().all(|class| matches!(class, b'j' | b'v'));
        let governed = left.start > 0 && classes[left.start - 1] == b'V';
        match (verbal, governed) {
            (false, _) => Some(left),
            (true, true) => Some(left.start - 1..left.end),
            (true, false) => None,
        }
    });
    let left_score = left_score.filter(|_| left.is_some());
    match (left_score, right_score) {
        (Some(a), Some(b)) if b > a => right,
        (Some(_), _) => left,
        (None, Some(b)) if b > weights.inherited => right,
        _ => None,
    }
}

fn around(sentence: &Sentence, at: usize, text: &str, words: &WordTable) -> Around {
    let classes = sentence.classes.as_bytes();
    let mut gap = at;
    // 由A增加到B: the phrase stands before 由
    gap -= match classes[..gap] {
        [.., b'i'] => 1,
        [.., b'i', b'T' | b'd'] => 2,
        [.., b'i', b'T', b'e'] => 3,
        _ => 0,
    };
    // 半径是地球的1.6倍: what it is measured against stands before 的
    if gap > 1 && classes[gap - 1] == b'e' && matches!(classes[at], b'B' | b'R') {
        let base = classes[..gap - 1].iter().rev().take_while(|class| matches!(class, b'n' | b'r' | b'b' | b'T' | b'z' | b'h')).count();
        if base > 0 && classes[..gap - 1 - base].last() == Some(&b'E') {
            gap -= base + 1;
        }
    }
    while gap > 0 && matches!(classes[gap - 1], b'E' | b'A' | b'I' | b'd' | b'L' | b'u' | b'M' | b'Y' | b'H' | b':' | b'p' | b'o') {
        gap -= 1;
    }
    // 提高|到, 降|至
    if gap > 0 && gap < at && classes[gap] == b'A' && matches!(classes[gap - 1], b'G' | b'D' | b'v') {
        gap -= 1;
        while gap > 0 && matches!(classes[gap - 1], b'd' | b'L' | b'M' | b'Y' | b'H' | b'p' | b'o') {
            gap -= 1;
        }
    }
    // 数字化车间累计入库32家: an adverb makes the verb a predicate
    if gap > 2 && matches!(classes[gap - 1], b'V' | b'j') && classes[gap - 2] == b'd' && matches!(classes[gap - 3], b'n' | b'j') {
        gap -= 2;
    }
    let stated = classes[gap..at].iter().any(|class| matches!(class, b'E' | b'A' | b'I' | b':' | b'i' | b'V' | b'j'));
    let reach = stated || gap > 0 && words.is_statistic(sentence.tokens[gap - 1].span.of(text));
    let verb = gap > 0 && matches!(classes[gap - 1], b'V' | b'v' | b'j');
    Around { gap, reach, verb }
}

/// The phrase that a change, share or rank speaks of, in its own clause.
pub(super) fn before_cue(sentence: &Sentence, mention: &Mention) -> Option<Range<usize>> {
    let classes = sentence.classes.as_bytes();
    let mut end = first_token(mention, classes);
    // 差距缩至3个百分点, 小米排名第三: without a cue the verb of the quantity is no part of the phrase
    if mention.group("cue").is_none() && end > 0 && matches!(classes[end - 1], b'v' | b'V' | b'A' | b'K') {
        end -= 1;
    }
    while end > 0 && matches!(classes[end - 1], b'd' | b'L' | b'i' | b'c' | b'T' | b'M' | b'Y' | b'H' | b'E' | b'u' | b'o' | b'p' | b't') {
        end -= 1;
    }
    phrase::left(sentence, end, true)
}

/// The first token of what a rule bound, the comparison before its base included.
fn first_token(mention: &Mention, classes: &[u8]) -> usize {
    let first = mention.groups.iter().filter(|group| !matches!(group.slot, "part" | "indicator")).map(|group| group.tokens.start).min();
    let first = first.unwrap_or(mention.at).min(mention.at);
    if mention.group("base").is_some() && first > 0 && matches!(classes[first - 1], b'c' | b'&') { first - 1 } else { first }
}

/// The verb right behind a quantity that ends the clause (700多人受伤).
pub(super) fn verb_behind(sentence: &Sentence, at: usize) -> Option<Range<usize>> {
    let classes = sentence.classes.as_bytes();
    let end = classes.get(at + 2).is_none_or(|class| matches!(class, b',' | b'/' | b'&' | b'w'));
    (classes.get(at + 1) == Some(&b'v') && end).then_some(at + 1..at + 2)
}

/// The verbs right before a quantity, where nothing else says what is measured (耗资860万元).
pub(super) fn verbs(sentence: &Sentence, at: usize) -> Option<Range<usize>> {
    let classes = sentence.classes.as_bytes();
    let mut start = at;
    while start > 0 && matches!(classes[start - 1], b'V' | b'v' | b'n' | b'j') {
        start -= 1;
    }
    (start < at).then_some(start..at)
}

impl Place<'_> {
    pub(super) fn indicator(&self, before: &[Fact], frame: &Frame) -> Option<Slot> {
        let mention = self.mention();
        let sentence = &self.reading.sentence;
        let own = match mention.kind {
            Kind::Level => of_level(sentence, mention, self.draft(), self.source.view.text(), self.source.lexicon),
            _ => mention
                .group("part")
                .or_else(|| mention.group("indicator"))
                .or_else(|| before_cue(sentence, mention))
                .or_else(|| phrase::complement(sentence, mention.at).filter(|_| mention.kind == Kind::Share)),
        };
        let own = self.paired(own);
        let verbs = || verbs(sentence, mention.at).filter(|_| mention.kind == Kind::Level).map(|tokens| self.slot(tokens));
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
            verb_behind(sentence, mention.at).filter(|_| counts).map(|tokens| self.slot(tokens))
        };
        let own = own.map(|tokens| self.slot(tokens)).or_else(behind);
        own.or_else(|| if count && self.echoes(before) { leans().or_else(verbs) } else { verbs().or_else(leans) })
    }

    /// Whether a count has the unit of the level before it, and may count the same (培育企业15家，新增3家).
    fn echoes(&self, before: &[Fact]) -> bool {
        let level = before.iter().rev().find(|fact| fact.kind == Kind::Level);
        level.is_none_or(|level| level.quantity.unit == self.draft().unit_text())
    }
}
