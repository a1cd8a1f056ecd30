//! The phrases of a sentence that can fill a slot, and their features.
//!
//! A feature is a template, by its letter, filled with classes, marks and counts (see [`Features`]). `L` and `R` say on which side of
//! the quantity a phrase stands; kind and dimension are those of the quantity.
//!
//! | letter | how a phrase begins | letter | how it ends |
//! |---|---|---|---|
//! | `a` | class before, first class | `f` | last class, class behind, side |
//! | `b` | two classes before, first class | `g` | last class, two classes behind, side |
//! | `d` | class before, kind, side | `r` | last word is a statistic, dimension, side, kind |
//! | `e` | class before, first part of speech, second class | `s` | last word is a statistic, class behind, side |
//! | `m` | tokens before it in its clause, side, kind | `w` `x` | last character with dimension and side; with the unit |
//! | `2` | last character of its first word, side, kind | `7` `9` | class behind the quantity, before it; side, dimension, kind |
//! | `B` | last character of the word before, side | `!` | side, unit, class behind the quantity |
//! | `A` | what the rule took the token before and the first for | `C` | what the rule took the last and the one behind for |
//! | `%` | begins as the phrase of the fact before did | `$` | is linked as the phrase of the fact before was |
//! | `α` `β` | word before, first word; side | `γ` `δ` `ζ` | last word, word behind; side; last word with dimension |
//!
//! | letter | what stands between it and the quantity | letter | inside, and from end to end |
//! |---|---|---|---|
//! | `h` `i` | the classes, at most four, with kind; with dimension | `t` | a class other than that of nouns, side |
//! | `l` | commas and quantities, kind | `u` `v` | two classes, two parts of speech that follow one another |
//! | `n` `o` | how many tokens, with kind; with dimension | `z` | how many tokens, side |
//! | `p` `q` | verbs and nouns, kind; nouns and commas, dimension, kind | `&` | the classes are those of the phrase of the fact before |
//! | `y` | how many tokens, unit | `E` | how it stands to the indicator that was chosen |
//! | `3` `4` `5` | across commas: the nouns, length and head of the quantity's own clause | `F` `6` | it answers the quantity's place in a list |
//! | `ξ` `ο` | how it stands to the indicator: by what is between, by like last characters | `η` `θ` `ι` | how it begins with how it ends, or how long it is |
//! | `ν` | verbs inside, whether it ends in a statistic | `κ` `λ` `μ` | first word with dimension, with the class before; a word alone |

use super::SlotName;
use super::scene::Scene;
use crate::choice::{self, Features, Sums, bucket, flag};
use crate::pack::ClassSet;
use std::cmp::Ordering;
use std::ops::Range;
use std::sync::LazyLock;

/// Which classes a phrase of a slot may begin and end with.
pub(super) struct Edges {
    /// What each class may be, as bits of [`FIRST`] to [`QUANTITY`].
    roles: [u8; 128],
    /// Whether 的 may end it where no noun follows.
    nominal: bool,
    /// Most tokens of a phrase.
    most: usize,
}

/// A phrase may begin with it.
const FIRST: u8 = 1;
/// A phrase may end with it.
const LAST: u8 = 2;
/// No phrase crosses it.
const BARRIER: u8 = 4;
/// It is a quantity.
const QUANTITY: u8 = 8;

impl Edges {
    /// The edges by the classes that a phrase may begin and end with, those that it may not cross, and how many tokens it may have.
    pub(super) const fn new(first: &[u8], last: &[u8], barrier: &[u8], most: usize) -> Self {
        assert!(most <= LONGEST);
        let [first, last, barrier, quantity] = [ClassSet::of(first), ClassSet::of(last), ClassSet::of(barrier), ClassSet::of(b"QRBO")];
        let (mut roles, mut class) = ([0; 128], 0);
        while class < 128 {
            roles[class as usize] = (first.has(class) as u8 * FIRST)
                | (last.has(class) as u8 * LAST)
                | (barrier.has(class) as u8 * BARRIER)
                | (quantity.has(class) as u8 * QUANTITY);
            class += 1;
        }
        Self { roles, nominal: false, most }
    }

    /// The same, where 的 may end a phrase as well.
    pub(super) const fn nominal(self) -> Self {
        Self { nominal: true, ..self }
    }

    fn roles(&self, class: u8) -> u8 {
        self.roles[usize::from(class & 127)]
    }
}

/// Tokens of the longest phrase of any slot.
const LONGEST: usize = 12;

/// How many tokens before a quantity a phrase may begin, and how many behind it.
const BEFORE: usize = 45;
const BEHIND: usize = 8;

/// The phrases around a quantity that can fill a slot, in place of those of before.
pub(super) fn phrases(scene: &Scene<'_>, edges: &Edges, out: &mut Vec<Range<usize>>) {
    let classes = scene.classes;
    out.clear();
    let floor = scene.at.saturating_sub(BEFORE);
    let roles = |at: usize| edges.roles(classes[at]);
    // 看过的不到三成: what 的 makes a noun of, where no noun follows
    let nominal = |end: usize| classes[end - 1] == b'e' && edges.nominal && b"QROBESAGDdL".contains(&classes[end]);
    for end in (floor + 1..=scene.at).rev() {
        let last = roles(end - 1);
        if last & QUANTITY != 0 || last & LAST == 0 && !nominal(end) {
            continue;
        }
        for start in (floor..end).rev().take(edges.most) {
            let first = roles(start);
            if first & BARRIER != 0 {
                break;
            }
            if first & FIRST != 0 {
                out.push(start..end);
            }
        }
    }
    for start in scene.at + 1..classes.len().min(scene.at + BEHIND) {
        let first = roles(start);
        if first & BARRIER != 0 {
            if b"AEITw()".contains(&classes[start]) {
                continue;
            }
            break;
        }
        if first & FIRST == 0 {
            continue;
        }
        for end in start + 1..=classes.len().min(start + edges.most) {
            let last = roles(end - 1);
            if last & (BARRIER | QUANTITY) != 0 {
                break;
            }
            if last & LAST != 0 {
                out.push(start..end);
            }
        }
    }
}

/// The features of a phrase.
pub(super) fn describe(scene: &Scene<'_>, phrase: &Range<usize>, features: &mut Features) {
    opening(scene, phrase.start, features);
    lead(scene, phrase.start, features);
    closing(scene, phrase.end, features);
    around(scene, side(scene, phrase.start), features);
    tail(scene, phrase.end, features);
    for at in phrase.start..phrase.end - 1 {
        inner(scene, at, features);
        joint(scene, at, features);
    }
    whole(scene, phrase, features);
}

/// Words from which on the length of a phrase makes no difference to how it begins.
const LONG: usize = 4;

/// The templates of what [`Scorer::rest`] adds: always, and where there is a sample, an indicator, an answer.
const REST: [&str; 4] = ["ιν", "&", "Eξο", "F6"];

/// The most that these can give, by slot.
static MOST: LazyLock<[[i32; REST.len()]; choice::PHRASE_SLOTS.len()]> =
    LazyLock::new(|| std::array::from_fn(|column| REST.map(|templates| choice::most(column, templates))));

/// Room for the choices of a document, and what is known of how phrases score.
#[derive(Debug, Default)]
pub(super) struct Scratch {
    /// The phrases that can fill a slot, and what their edges score.
    pub(super) phrases: Vec<Range<usize>>,
    pub(super) edges: Vec<i32>,
    pub(super) known: Known,
    /// Whether the slots of the facts before name statistics, by fact and slot.
    pub(super) statistics: Vec<[Option<bool>; SlotName::COUNT]>,
}

/// What is known of how phrases score.
#[derive(Debug, Default)]
pub(super) struct Known {
    ground: Ground,
    memo: Memo,
    features: Features,
}

impl Known {
    /// A sentence of so many tokens begins.
    pub(super) fn enter(&mut self, tokens: usize) {
        self.ground.clear(tokens + 1);
    }

    /// A quantity of the sentence, at its token, is looked at.
    pub(super) fn look(&mut self, at: usize) {
        self.memo.clear(window(at, self.ground.openings[0].len()).len());
    }
}

/// The tokens that phrases around a quantity can have.
fn window(at: usize, tokens: usize) -> Range<usize> {
    // no phrase goes on further, however long the sentence is
    at.saturating_sub(BEFORE)..tokens.min(at + BEHIND + LONGEST + 1)
}

/// What is known of how the phrases of a sentence score, whatever the quantity: by token, on the left of a quantity and on its right.
#[derive(Debug, Default)]
struct Ground {
    openings: [Vec<Option<Sums>>; 2],
    closings: [Vec<Option<Sums>>; 2],
    inners: [Vec<Option<Sums>>; 2],
}

impl Ground {
    fn clear(&mut self, tokens: usize) {
        [&mut self.openings, &mut self.closings, &mut self.inners].into_iter().flatten().for_each(|known| forget(known, tokens));
    }
}

/// What is known of how phrases of a scene score: what depends on where one begins or ends is summed up once for all that begin or
/// end there, and for all slots.
#[derive(Debug, Default)]
struct Memo {
    /// How a phrase begins, and how it ends, by token.
    starts: Vec<Start>,
    tails: Vec<Option<Sums>>,
    /// What stands around the quantity, by side.
    arounds: [Option<Sums>; 2],
    /// How long it is, by length and side.
    lengths: [[Option<Sums>; 2]; LONGEST + 1],
    /// How slots of facts before score, by whether those are of the same sentence.
    taking_over: [Option<Sums>; 2],
}

/// What is known of phrases that begin at a token.
#[derive(Debug, Default, Clone)]
struct Start {
    lead: Option<Sums>,
    /// By length.
    heads: [Option<Sums>; LONG],
    /// By whether they end with a statistic.
    classes: [Option<Sums>; 2],
}

impl Memo {
    fn clear(&mut self, tokens: usize) {
        forget(&mut self.starts, tokens);
        forget(&mut self.tails, tokens);
        (self.arounds, self.lengths, self.taking_over) = Default::default();
    }
}

/// So many tokens of which nothing is known.
fn forget<T: Default + Clone>(known: &mut Vec<T>, tokens: usize) {
    known.clear();
    known.resize(tokens, T::default());
}

/// Scores phrases for a slot.
pub(super) struct Scorer<'s> {
    scene: &'s Scene<'s>,
    /// The slot's place in the sums.
    column: usize,
    known: &'s mut Known,
    /// The first token that phrases begin with.
    floor: usize,
}

impl<'s> Scorer<'s> {
    /// A scorer of the phrases around a quantity.
    pub(super) fn new(scene: &'s Scene<'s>, slot: choice::Slot, known: &'s mut Known) -> Self {
        let column = choice::PHRASE_SLOTS.iter().position(|other| *other == slot).unwrap_or(0);
        Self { scene, column, known, floor: window(scene.at, scene.classes.len()).start }
    }

    /// The sum of the weights of a phrase's features, but for those that [`Scorer::rest`] adds.
    pub(super) fn edges(&mut self, phrase: &Range<usize>) -> i32 {
        let (scene, floor, column) = (self.scene, self.floor, self.column);
        let (start, end, length) = (phrase.start, phrase.end, phrase.len());
        let statistic = scene.marks[end - 1].statistic;
        let side = usize::from(start > scene.at);
        let Known { ground, memo, features } = &mut *self.known;
        let begun = &mut memo.starts[start - floor];
        let lead = begun.lead.get_or_insert_with(|| {
            let opening = *told(&mut ground.openings[side][start], features, |features| opening(scene, start, features));
            plus(opening, choice::PHRASE.sums(features.retold(|features| lead(scene, start, features))))
        });
        let tail = memo.tails[end - floor].get_or_insert_with(|| {
            let closing = *told(&mut ground.closings[side][end], features, |features| closing(scene, end, features));
            let around = *told(&mut memo.arounds[side], features, |features| around(scene, SIDES[side], features));
            plus(plus(closing, around), choice::PHRASE.sums(features.retold(|features| tail(scene, end, features))))
        });
        let mut sum = lead[column] + tail[column];
        for (at, known) in (start..).zip(&mut ground.inners[side][start..end - 1]) {
            sum += told(known, features, |features| {
                inner(scene, at, features);
                joint(scene, at, features);
            })[column];
        }
        sum += told(&mut begun.heads[length.min(LONG) - 1], features, |features| {
            head_shape(scene, start, length, features);
            head_word(scene, start, length, features);
        })[column];
        let class = &mut begun.classes[usize::from(statistic)];
        sum += told(class, features, |features| head_class(scene, start, statistic, features))[column];
        sum + told(&mut memo.lengths[length][side], features, |features| long(scene, start, length, features))[column]
    }

    /// The sum of the weights of the features that slots of facts before share.
    pub(super) fn taking_over(&mut self, same_sentence: bool, tell: impl FnOnce(&mut Features)) -> i32 {
        told(&mut self.known.memo.taking_over[usize::from(same_sentence)], &mut self.known.features, tell)[self.column]
    }

    /// The sum of the weights of what is told.
    pub(super) fn told(&mut self, tell: impl FnOnce(&mut Features)) -> i32 {
        choice::PHRASE.sum(self.column, self.known.features.retold(tell))
    }

    /// The sum of the weights of the features that no other phrase shares.
    pub(super) fn rest(&mut self, phrase: &Range<usize>) -> i32 {
        let scene = self.scene;
        let sum = self.told(|features| {
            ends(scene, phrase, features);
            span(scene, phrase, features);
        });
        #[cfg(debug_assertions)]
        for template in self.known.features.templates.chars() {
            assert!(REST.iter().any(|templates| templates.contains(template)), "REST lacks {template}");
        }
        sum
    }

    /// The most that [`Scorer::rest`] can give.
    pub(super) fn most_rest(&self) -> i32 {
        let scene = self.scene;
        let there = [true, scene.sample.is_some(), scene.indicator.is_some() || scene.measured.is_some(), scene.answer.is_some()];
        MOST[self.column].iter().zip(there).filter(|(_, there)| *there).map(|(most, _)| most).sum()
    }
}

/// Sums that are known, or are from now on.
fn told<'k>(known: &'k mut Option<Sums>, features: &mut Features, tell: impl FnOnce(&mut Features)) -> &'k Sums {
    known.get_or_insert_with(|| choice::PHRASE.sums(features.retold(tell)))
}

/// The sums of both.
fn plus(one: Sums, other: Sums) -> Sums {
    std::array::from_fn(|column| one[column] + other[column])
}

/// The sides of a quantity, by the letters that features have for them.
const SIDES: [char; 2] = ['L', 'R'];

fn side(scene: &Scene<'_>, at: usize) -> char {
    SIDES[usize::from(at > scene.at)]
}

/// How a phrase begins, whatever the quantity.
fn opening(scene: &Scene<'_>, start: usize, features: &mut Features) {
    let side = side(scene, start);
    let before = start.checked_sub(1);
    let (first, previous) = (scene.class(Some(start)), scene.class(before));
    features.add('a', &[previous, first]);
    features.add('b', &[scene.class(start.checked_sub(2)), previous, first]);
    features.add('e', &[previous, scene.tag(Some(start)), scene.class(Some(start + 1))]);
    scene.tell('α', side, before, features);
    scene.tell('β', side, Some(start), features);
    // 港幣, 投资: the words before a phrase that it does not take in
    if let Some(before) = before {
        features.add('B', &[scene.marks[before].tail, side]);
    }
    let [a, b, c, d] = scene.word(Some(start));
    features.add('λ', &[a, b, c, d, previous]);
}

/// How a phrase begins.
fn lead(scene: &Scene<'_>, start: usize, features: &mut Features) {
    let side = side(scene, start);
    let before = start.checked_sub(1);
    let previous = scene.class(before);
    features.add('d', &[previous, scene.kind, side]);
    let head = scene.classes[..start].iter().rposition(|class| matches!(class, b',' | b':')).map_or(0, |comma| comma + 1);
    features.add('m', &[bucket(start - head), side, scene.kind]);
    features.add('A', &[scene.role(before), scene.role(Some(start)), scene.kind]);
    if side == 'R' {
        for (template, what) in [('h', scene.kind), ('i', scene.dimension)] {
            gap_string(scene, scene.at + 1..start, template, what, features);
        }
    }
    features.add('2', &[scene.marks[start].tail, side, scene.kind]);
    if let Some(sample) = &scene.sample {
        let first = scene.classes[start] == sample.phrase[0];
        features.add('%', &[flag(previous == sample.before), flag(first), side]);
    }
}

/// How a phrase ends, whatever the quantity.
fn closing(scene: &Scene<'_>, end: usize, features: &mut Features) {
    let last = end - 1;
    let side = side(scene, last);
    let (class, next) = (scene.class(Some(last)), scene.class(Some(end)));
    features.add('f', &[class, next, side]);
    features.add('g', &[class, next, scene.class(Some(end + 1)), side]);
    features.add('s', &[flag(scene.marks[last].statistic), next, side]);
    scene.tell('γ', side, Some(last), features);
    scene.tell('δ', side, Some(end), features);
    inner(scene, last, features);
}

/// Which side the noun of a quantity stands on, by what stands on both.
fn around(scene: &Scene<'_>, side: char, features: &mut Features) {
    let (ahead, behind) = (scene.class(scene.at.checked_sub(1)), scene.class(Some(scene.at + 1)));
    features.add('7', &[side, behind, scene.dimension, scene.kind]);
    features.add('9', &[side, ahead, scene.dimension, scene.kind]);
    features.add('!', &[side, scene.unit, behind]);
}

/// How a phrase ends, and what stands between it and the quantity.
fn tail(scene: &Scene<'_>, end: usize, features: &mut Features) {
    let last = end - 1;
    let left = last < scene.at;
    let side = side(scene, last);
    let mark = scene.marks[last];
    features.add('C', &[scene.role(Some(last)), scene.role(Some(end)), scene.kind]);
    features.add('r', &[flag(mark.statistic), scene.dimension, side, scene.kind]);
    features.add('w', &[mark.tail, scene.dimension, side]);
    features.add('x', &[mark.tail, scene.unit]);
    scene.tell('ζ', scene.dimension, Some(last), features);
    if !left {
        return;
    }
    let gap = &scene.classes[end..scene.at];
    if let Some(sample) = &scene.sample {
        features.add('$', &[flag(gap == sample.gap), scene.kind, bucket(gap.len().min(5))]);
    }
    for (template, what) in [('h', scene.kind), ('i', scene.dimension)] {
        gap_string(scene, end..scene.at, template, what, features);
    }
    let [commas, quantities, verbs, nouns] = scene.between(end).map(bucket);
    features.add('l', &[scene.kind, commas, quantities]);
    features.add('n', &[scene.kind, bucket(gap.len())]);
    features.add('o', &[scene.dimension, bucket(gap.len())]);
    features.add('p', &[verbs, nouns, scene.kind]);
    features.add('q', &[nouns, commas, scene.dimension, scene.kind]);
    features.add('y', &[scene.unit, bucket(gap.len())]);
    if commas != '0' {
        let own = scene.clause();
        const NOUNS: ClassSet = ClassSet::of(b"ngksj");
        let nouns = bucket(own.iter().filter(|class| NOUNS.has(**class)).count());
        features.add('3', &[commas, nouns, scene.kind, scene.dimension]);
        features.add('4', &[commas, bucket(own.len()), own.first().map_or('$', |class| char::from(*class)), scene.kind]);
        features.add('5', &[quantities, nouns, scene.class(Some(end)), scene.kind]);
    }
}

fn gap_string(scene: &Scene<'_>, gap: Range<usize>, template: char, what: char, features: &mut Features) {
    if gap.len() > 4 {
        return;
    }
    let mut args = ['.'; 6];
    args[0] = what;
    args[1] = if gap.end == scene.at { 'L' } else { 'R' };
    for (arg, class) in args[2..].iter_mut().zip(&scene.classes[gap.clone()]) {
        *arg = char::from(*class);
    }
    features.add(template, &args[..2 + gap.len()]);
}

/// A token inside a phrase.
fn inner(scene: &Scene<'_>, at: usize, features: &mut Features) {
    if scene.classes[at] != b'n' {
        features.add('t', &[scene.class(Some(at)), side(scene, at)]);
    }
}

/// How a phrase stands to the indicator: before `<` or behind `>` it without a word between, further off `|`, the same `=`, its head
/// (展位 of 特装展位) `s`, what it begins with `p`, inside `i`, around it `o`, across an edge of it `x`.
fn relation(phrase: &Range<usize>, indicator: &Range<usize>) -> char {
    if phrase.end <= indicator.start || indicator.end <= phrase.start {
        return match phrase {
            _ if phrase.end == indicator.start => '<',
            _ if phrase.start == indicator.end => '>',
            _ => '|',
        };
    }
    let (starts, ends) = (phrase.start.cmp(&indicator.start), phrase.end.cmp(&indicator.end));
    match (starts, ends) {
        (Ordering::Equal, Ordering::Equal) => '=',
        (Ordering::Greater, Ordering::Equal) => 's',
        (Ordering::Equal, Ordering::Less) => 'p',
        (Ordering::Greater, Ordering::Less) => 'i',
        (Ordering::Less | Ordering::Equal, Ordering::Greater | Ordering::Equal) => 'o',
        _ => 'x',
    }
}

/// A token inside a phrase and the one behind it.
fn joint(scene: &Scene<'_>, at: usize, features: &mut Features) {
    features.add('u', &[scene.class(Some(at)), scene.class(Some(at + 1))]);
    features.add('v', &[scene.tag(Some(at)), scene.tag(Some(at + 1))]);
}

/// A phrase from end to end.
fn whole(scene: &Scene<'_>, phrase: &Range<usize>, features: &mut Features) {
    let (start, length) = (phrase.start, phrase.len());
    long(scene, start, length, features);
    head_class(scene, start, scene.marks[phrase.end - 1].statistic, features);
    head_shape(scene, start, length, features);
    ends(scene, phrase, features);
    head_word(scene, start, length, features);
    span(scene, phrase, features);
}

/// How long a phrase is.
fn long(scene: &Scene<'_>, start: usize, length: usize, features: &mut Features) {
    features.add('z', &[bucket(length), side(scene, start)]);
}

/// How a phrase begins, by whether it ends with a statistic.
fn head_class(scene: &Scene<'_>, start: usize, statistic: bool, features: &mut Features) {
    let (ahead, first) = (scene.class(start.checked_sub(1)), scene.class(Some(start)));
    features.add('η', &[ahead, first, flag(statistic), scene.dimension, side(scene, start)]);
}

/// How a phrase begins, by its length; beyond `LONG` it makes no difference.
fn head_shape(scene: &Scene<'_>, start: usize, length: usize, features: &mut Features) {
    let first = scene.class(Some(start));
    features.add('θ', &[first, scene.tag(Some(start)), bucket(length.min(LONG)), scene.dimension, side(scene, start)]);
}

/// The first word of a phrase, by whether it is the only one.
fn head_word(scene: &Scene<'_>, start: usize, length: usize, features: &mut Features) {
    let [a, b, c, d] = scene.word(Some(start));
    features.add('κ', &[a, b, c, d, scene.dimension, flag(length > 1)]);
    if length == 1 {
        let ahead = scene.class(start.checked_sub(1));
        features.add('μ', &[a, b, c, d, ahead, side(scene, start)]);
    }
}

/// How a phrase begins and how it ends.
fn ends(scene: &Scene<'_>, phrase: &Range<usize>, features: &mut Features) {
    let tail = scene.marks[phrase.end - 1].tail;
    features.add('ι', &[scene.class(Some(phrase.start)), tail, scene.dimension, side(scene, phrase.start)]);
}

/// What is inside a phrase, and how it stands to others.
fn span(scene: &Scene<'_>, phrase: &Range<usize>, features: &mut Features) {
    let (side, last) = (side(scene, phrase.start), scene.marks[phrase.end - 1]);
    let ahead = scene.class(phrase.start.checked_sub(1));
    let verbs = scene.classes[phrase.clone()].iter().filter(|class| b"vVGDEAI".contains(class)).count();
    features.add('ν', &[bucket(verbs), flag(last.statistic), ahead, side]);
    if let Some(sample) = &scene.sample {
        let alike = scene.classes[phrase.clone()] == *sample.phrase;
        let gap = side == 'L' && scene.classes[phrase.end..scene.at] == *sample.gap;
        features.add('&', &[flag(alike), flag(gap), flag(ahead == sample.before), side]);
    }
    if let Some(indicator) = &scene.indicator {
        let relation = relation(phrase, indicator);
        features.add('E', &[relation, scene.kind, side]);
        let between = match relation {
            '<' | '|' if phrase.end < indicator.start => scene.class(Some(indicator.start - 1)),
            '>' | '|' if indicator.end < phrase.start => scene.class(Some(phrase.start - 1)),
            _ => '-',
        };
        features.add('ξ', &[relation, between, scene.kind, scene.class(scene.at.checked_sub(1))]);
        let ends_alike = scene.marks[indicator.end - 1].tail == last.tail;
        features.add('ο', &[relation, flag(ends_alike), scene.kind, side]);
    } else if scene.measured.is_some() {
        features.add('E', &['c', scene.kind, side]);
    }
    if let Some(answer) = &scene.answer {
        let within = answer.start <= phrase.start && phrase.end <= answer.end;
        features.add('F', &[flag(within), flag(phrase.start == answer.start), flag(phrase.end == answer.end), scene.kind]);
        features.add('6', &[flag(within), side]);
    }
}
