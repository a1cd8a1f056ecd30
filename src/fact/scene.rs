//! What a choice sees around a quantity: classes and marks of the tokens, and of their text the last character, and the word where it is
//! one of the language: in the dictionary, of at most four characters, no name, place or body.

use super::Kind;
use super::resolve::Place;
use crate::choice::Features;
use crate::lexicon::WordTable;
use crate::pack::ClassSet;
use crate::quantity::Dimension;
use crate::span::Text;
use crate::token::{Sentence, Token};
use std::ops::Range;

/// What features see of a token beside its class.
#[derive(Debug, Clone, Copy)]
pub(super) struct Mark {
    /// Its part of speech in one letter.
    pub(super) tag: char,
    /// Its last character.
    pub(super) tail: char,
    /// It names a statistic.
    pub(super) statistic: bool,
    /// The word, where it is one of the language; else its class and part of speech.
    pub(super) word: [char; 4],
    /// What stands before it in its sentence.
    before: Counts,
}

/// How many commas, quantities, verbs and nouns.
pub(super) type Counts = [usize; 4];

const COUNTED: [ClassSet; 4] = [ClassSet::of(b","), ClassSet::of(b"QROB#f"), ClassSet::of(b"vVj"), ClassSet::of(b"ngks")];

/// The marks of a sentence's tokens.
pub(super) fn marks(sentence: &Sentence, text: &str, words: &WordTable) -> Vec<Mark> {
    let mut before = Counts::default();
    let mark = |token: &Token| {
        let word = token.span.of(text);
        let tail = word.trim_end_matches(['”', '’', '"', '》', '」']).chars().next_back().unwrap_or(' ');
        let mut letters = [' '; 4];
        let common = token.known && !b"QROB#fTr".contains(&token.class) && !b"STRZE".contains(&token.tag) && word.chars().count() <= 4;
        if common {
            for (letter, c) in letters.iter_mut().zip(word.chars()) {
                *letter = c;
            }
        } else {
            letters[0] = char::from(token.class);
            letters[1] = char::from(token.tag);
        }
        let mark = Mark { tag: char::from(token.tag), tail, statistic: words.is_statistic(word), word: letters, before };
        for (count, counted) in before.iter_mut().zip(&COUNTED) {
            *count += usize::from(counted.has(token.class));
        }
        mark
    };
    sentence.tokens.iter().map(mark).collect()
}

/// The surroundings of one quantity.
pub(super) struct Scene<'a> {
    pub(super) classes: &'a [u8],
    pub(super) marks: &'a [Mark],
    /// The token of the quantity.
    pub(super) at: usize,
    pub(super) kind: char,
    pub(super) dimension: char,
    /// The last character of its unit.
    pub(super) unit: char,
    /// Its place among the quantities that stand in one list with it, and their number.
    pub(super) list: (usize, usize),
    /// The member of a list of phrases that answers it.
    pub(super) answer: Option<Range<usize>>,
    /// What the rule took each token for.
    roles: Vec<char>,
    /// The phrase that was chosen as indicator before.
    pub(super) indicator: Option<Range<usize>>,
    /// The text of the indicator that was chosen before.
    pub(super) measured: Option<Text>,
    /// How the indicator of the fact before stands to its quantity, where both are of this sentence.
    pub(super) sample: Option<Sample<'a>>,
    /// The first token of its clause.
    pub(super) head: usize,
}

/// The classes of an indicator before its quantity, of what stands between, and of what stands before.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sample<'a> {
    pub(super) phrase: &'a [u8],
    pub(super) gap: &'a [u8],
    pub(super) before: char,
}

/// The letter by which features tell what a rule bound.
fn role(slot: &str, kind: Kind) -> char {
    match slot {
        "cue" => 'C',
        "basis" | "base" => 'B',
        "whole" => 'W',
        // the part of a whole
        "indicator" if kind == Kind::Share => 'P',
        "indicator" => 'I',
        "scope" => 'S',
        "predicate" => 'G',
        _ => '-',
    }
}

impl<'a> Scene<'a> {
    pub(super) fn new(place: &'a Place<'_>) -> Self {
        let mention = place.mention();
        let mut roles = vec!['-'; place.classes().len()];
        for group in &mention.groups {
            roles[group.tokens.clone()].fill(role(group.slot, mention.kind));
        }
        let (number, members) = place.place_in_list();
        let before = &place.classes()[..mention.at];
        Self {
            head: before.iter().rposition(|class| *class == b',').map_or(0, |comma| comma + 1),
            answer: answer(place.classes(), mention.at - 2 * number, number, members),
            classes: place.classes(),
            marks: &place.reading.marks,
            at: mention.at,
            kind: kind(mention.kind),
            dimension: dimension(place.draft().dimension()),
            unit: place.draft().unit_text().chars().next_back().unwrap_or('-'),
            list: (number, members),
            roles,
            indicator: None,
            measured: None,
            sample: None,
        }
    }

    /// Takes the fact before for a sample: its indicator stood at `phrase`, its quantity at `at`.
    pub(super) fn learn(&mut self, phrase: Range<usize>, at: usize) {
        if phrase.end <= at {
            let classes = self.classes;
            self.sample = Some(Sample {
                before: self.class(phrase.start.checked_sub(1)),
                phrase: &classes[phrase.clone()],
                gap: &classes[phrase.end..at],
            });
        }
    }

    /// The class of a token; `^` and `$` outside the sentence.
    pub(super) fn class(&self, at: Option<usize>) -> char {
        at.map_or('^', |at| self.classes.get(at).copied().map_or('$', char::from))
    }

    /// The last character of a token.
    pub(super) fn tail(&self, at: Option<usize>) -> char {
        at.map_or('^', |at| self.marks.get(at).map_or('$', |mark| mark.tail))
    }

    /// A token's word.
    pub(super) fn word(&self, at: Option<usize>) -> [char; 4] {
        at.map_or(['^'; 4], |at| self.marks.get(at).map_or(['$'; 4], |mark| mark.word))
    }

    /// Tells the word of a token, with `what` it is told for.
    pub(super) fn tell(&self, template: char, what: char, at: Option<usize>, features: &mut Features) {
        let [a, b, c, d] = self.word(at);
        features.add(template, &[what, a, b, c, d]);
    }

    /// The tokens of the clause before the quantity.
    pub(super) fn clause(&self) -> &'a [u8] {
        &self.classes[self.head..self.at]
    }

    /// The token nearest before the quantity in its clause that has one of these classes.
    pub(super) fn nearest(&self, of: &[u8]) -> Option<usize> {
        (self.head..self.at).rev().find(|at| of.contains(&self.classes[*at]))
    }

    /// What stands between a token before the quantity and that.
    pub(super) fn between(&self, from: usize) -> Counts {
        let [from, to] = [from, self.at].map(|at| self.marks[at].before);
        std::array::from_fn(|counted| to[counted] - from[counted])
    }

    pub(super) fn tag(&self, at: Option<usize>) -> char {
        at.map_or('^', |at| self.marks.get(at).map_or('$', |mark| mark.tag))
    }

    pub(super) fn role(&self, at: Option<usize>) -> char {
        at.map_or('^', |at| self.roles.get(at).copied().unwrap_or('$'))
    }
}

/// The member number `number` of the nearest list of `count` phrases before token `at`: parted by 、, with or without the last
/// 和, or by every 、 and 和.
fn answer(classes: &[u8], at: usize, number: usize, count: usize) -> Option<Range<usize>> {
    if count < 2 {
        return None;
    }
    let is_barrier = |class: &u8| b",:()wTLYHMcEAIPCop#fKSXZQROB".contains(class);
    let mut end = at;
    while end > 0 {
        let start = classes[..end].iter().rposition(is_barrier).map_or(0, |barrier| barrier + 1);
        if start < end {
            let last = (start..end).rev().find(|at| matches!(classes[*at], b'/' | b'&'));
            let stops = members(start..end, |at| classes[at] == b'/');
            let with_last = members(start..end, |at| classes[at] == b'/' || Some(at) == last);
            let all = members(start..end, |at| matches!(classes[at], b'/' | b'&'));
            if let Some(found) = [stops, with_last, all].into_iter().find(|members| members.len() == count) {
                return Some(found[number].clone());
            }
        }
        end = start.saturating_sub(1);
    }
    None
}

fn members(range: Range<usize>, is_joint: impl Fn(usize) -> bool) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut start = range.start;
    for at in range.clone().filter(|at| is_joint(*at)) {
        out.push(start..at);
        start = at + 1;
    }
    out.push(start..range.end);
    out.retain(|member| !member.is_empty());
    out
}

pub(super) fn kind(kind: Kind) -> char {
    match kind {
        Kind::Level => 'l',
        Kind::Change => 'c',
        Kind::Share => 's',
        Kind::Rank => 'r',
    }
}

fn dimension(dimension: Dimension) -> char {
    match dimension {
        Dimension::Currency | Dimension::Price => 'm',
        Dimension::Ratio => 'r',
        Dimension::Points => 'p',
        Dimension::Multiple => 'x',
        Dimension::Count => 'c',
        Dimension::None | Dimension::Index => 'n',
        Dimension::Rank => 'k',
        Dimension::Time => 't',
        _ => 'o',
    }
}
