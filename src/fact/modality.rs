//! Whether the text says that it is so, aimed at, or expected: what the words say, looked at again with what stands around.

use super::frame::Frame;
use super::passage::{Passage, significant};
use super::resolve::{Place, over};
use super::scene::Scene;
use super::{Fact, Modality};
use crate::choice::{self, Features, bucket, flag};
use crate::lexicon::WordTable;
use crate::period::{Grain, Period};
use crate::rules::Mention;
use crate::token::Sentence;

impl Place<'_> {
    /// The modality, by what the words say and what stands around.
    pub(super) fn modality(&self, own: Option<&Period>, scene: &Scene<'_>, before: &[Fact], frame: &Frame) -> Modality {
        let sentence = &self.reading.sentence;
        let text = self.source.view.text();
        let words = &self.source.lexicon.words;
        let future = own.is_some_and(|period| self.is_future(period));
        let said = by_words(sentence, scene.at, text, words, frame.plans > 0 || future, |entity| over(self.source, entity));
        let start = self.bytes[0];
        let last = before.last().map(|fact| (fact.quantity.span.bytes().start >= start, fact.modality));
        let last = match last {
            None => ['^', '^'],
            Some((same, modality)) => [flag(same), letter(modality)],
        };
        let recent = before.iter().rev().take(RECENT).filter(|fact| fact.modality != Modality::Actual).count();
        let context = Context {
            digits: self.digits(),
            bound: char::from(b'a' + self.draft().bound as u8),
            passage: frame.passage,
            said,
            last,
            recent,
            plans: frame.plans,
            future,
            own: own.map(|period| over_by(self, period)),
        };
        let planned = self.label(
            choice::Slot::Modality,
            &choice::MODALITY,
            ['a', 'p'],
            |features| self.describe_modality(scene, &context, features),
            |option| ["actual", "planned"][option].to_owned(),
        ) == 1
            || self.plans_a_period(scene.at);
        match (planned, said) {
            (false, _) => Modality::Actual,
            (true, Modality::Actual) => {
                let expects = (0..scene.at).any(|place| scene.classes[place] == b'p');
                if expects { Modality::Forecast } else { Modality::Target }
            }
            (true, said) => said,
        }
    }

    /// 2006年计划安排…: the sentence is the plan of a period, over or not, and nothing before the quantity tells what became of it
    /// (实际完成…).
    fn plans_a_period(&self, at: usize) -> bool {
        let classes = &self.classes()[..at];
        let text = self.source.view.text();
        let words = &self.source.lexicon.words;
        let word = |place: usize| self.reading.sentence.tokens[place].span.of(text);
        let planned = classes.windows(3).position(|window| window[0] == b'T' && window[1] == b'o' && b"VvjGD".contains(&window[2]));
        planned.is_some_and(|period| {
            let done = |place: usize| matches!(classes[place], b'u' | b'd') && words.is_done(word(place));
            words.is_plan_noun(word(period + 1)) && !(period + 1..at).any(|place| done(place) || matches!(classes[place], b'T' | b'I'))
        })
    }

    /// The features of every modality: `a` what the words say, `b` the passage, `c` `d` the fact before, `e` the sentence's own period, `f`–
    /// `j` the word before that aims or expects, `k` one behind, `l` words that say that it is done, `m`–`q` `v` the words around and
    /// the heads of clause and sentence, `r`–`u` `w` how many facts right before were aims, `x` `y` what follows the period before it, `K`–`M`
    /// the words of the nearest verb and of the head of its clause; the passage is told of apart.
    fn describe_modality(&self, scene: &Scene<'_>, context: &Context, features: &mut Features) {
        let said = letter(context.said);
        let classes = scene.classes;
        let [same, last] = context.last;
        let own = context.own.unwrap_or('^');
        features.add('a', &[said]);
        features.add('b', &[said, bucket(context.plans.min(4)), flag(context.future)]);
        features.add('c', &[same, last]);
        features.add('d', &[same, last, said, flag(context.plans > 0)]);
        features.add('e', &[own, said]);
        // 2006年计划安排: the plan of a year, over or not
        let period = classes[..scene.at].iter().rposition(|class| *class == b'T');
        let governed = period.map_or('^', |at| scene.class(Some(at + 1)));
        features.add('x', &[governed, own]);
        features.add('y', &[governed, said]);
        let recent = bucket(context.recent);
        features.add('r', &[recent, said]);
        features.add('s', &[recent, same, scene.class(Some(0))]);
        features.add('t', &[recent, flag(context.plans > 0), own]);
        let marked = classes.iter().any(|class| matches!(class, b'o' | b'p'));
        features.add('u', &[flag(marked), recent, own]);
        features.add('v', &[scene.dimension, scene.kind, said]);
        features.add('w', &[scene.class(scene.at.checked_sub(1)), recent]);
        let word = classes[..scene.at].iter().rposition(|class| matches!(class, b'o' | b'p'));
        if let Some(word) = word {
            let [commas, quantities, ..] = scene.between(word).map(bucket);
            let tail = scene.tail(Some(word));
            features.add('f', &[tail, commas]);
            features.add('g', &[tail, scene.class(Some(word + 1))]);
            features.add('h', &[scene.class(Some(word)), commas, quantities]);
            features.add('i', &[scene.class(word.checked_sub(1)), scene.class(Some(word)), scene.class(Some(word + 1))]);
            features.add('j', &[scene.class(Some(word)), bucket(scene.at - word), said]);
        }
        let behind = classes[scene.at + 1..].iter().position(|class| matches!(class, b'o' | b'p' | b','));
        if let Some(word) = behind.map(|steps| scene.at + 1 + steps).filter(|word| classes[*word] != b',') {
            features.add('k', &[scene.class(Some(word)), scene.tail(Some(word))]);
        }
        describe_passage(scene, context, features);
        // 新建, 达到: the verb nearest before the quantity in its clause
        if let Some(verb) = scene.nearest(b"vVjGDEAIKSo") {
            let [a, b, c, d] = scene.word(Some(verb));
            features.add('K', &[a, b, c, d]);
            features.add('L', &[a, b, c, d, said]);
        }
        features.add('M', &scene.word(Some(scene.head)));
        let done = tells(&self.reading.sentence, self.source.view.text(), &self.source.lexicon.words, |_| false);
        features.add('l', &[flag(done), said, flag(context.plans > 0)]);
        features.add('m', &[scene.class(Some(0)), flag(context.plans > 0), said]);
        features.add('n', &[scene.class(scene.at.checked_sub(1)), scene.kind, said]);
        features.add('o', &[scene.tail(scene.at.checked_sub(1))]);
        features.add('p', &[scene.tail(scene.at.checked_sub(2))]);
        features.add('q', &[scene.clause().first().map_or('^', |class| char::from(*class)), flag(context.plans > 0)]);
    }

    /// Significant digits: of the number, and the most of the sentence's numbers.
    fn digits(&self) -> [char; 2] {
        let tokens = &self.reading.sentence.tokens;
        let digits = |mention: &Mention| significant(&self.source.drafts[tokens[mention.at].entity]);
        let most = self.mentions.iter().map(digits).max().unwrap_or(0);
        [digits(self.mention()), most].map(|digits| bucket(digits.min(5)))
    }

    /// Whether a period, no mere day, begins after the reference date.
    fn is_future(&self, period: &Period) -> bool {
        let ahead = self.source.reference.zip(period.start).is_some_and(|(reference, start)| start > reference);
        ahead && period.grain != Grain::Day
    }
}

/// `A`–`J` which way sentence, paragraph and document look; `P`–`W` how round the number, its sentence and the document are.
fn describe_passage(scene: &Scene<'_>, context: &Context, features: &mut Features) {
    let (said, own, passage) = (letter(context.said), context.own.unwrap_or('^'), &context.passage);
    let ([digits, most], [mean, exact]) = (context.digits, passage.digits);
    features.add('P', &[digits, said]);
    features.add('Q', &[digits, most, scene.dimension]);
    features.add('R', &[most, mean, said]);
    features.add('S', &[mean, own, said]);
    features.add('T', &[digits, context.bound, scene.dimension]);
    features.add('U', &[mean, exact]);
    features.add('V', &[mean, passage.all.lean()]);
    features.add('W', &[most, passage.before.lean(), passage.own.lean()]);
    let [ahead, back] = passage.own.counts();
    features.add('A', &[ahead, back, said]);
    features.add('B', &[passage.before.lean(), passage.behind.lean()]);
    features.add('C', &[passage.all.lean(), passage.own.lean()]);
    features.add('D', &[passage.earlier.lean(), passage.before.lean(), passage.own.lean()]);
    features.add('E', &[passage.before.bare_lean(), passage.own.bare_lean(), own]);
    features.add('F', &[passage.all.bare_lean(), said, own]);
    for (template, looks) in [('G', passage.before), ('H', passage.behind)] {
        let [ahead, back] = looks.counts();
        features.add(template, &[ahead, back, passage.own.bare_lean()]);
    }
    features.add('I', &[passage.all.bare_lean(), scene.class(Some(0)), scene.class(Some(1))]);
    features.add('J', &[passage.all.lean(), passage.before.lean(), bucket(context.recent)]);
}

/// How many facts before are looked at.
const RECENT: usize = 6;

/// What the choice sees beside the sentence.
struct Context {
    /// How many significant digits the number has, and the most that one of its sentence has.
    digits: [char; 2],
    /// How the quantity is bounded.
    bound: char,
    /// Which way the passage looks.
    passage: Passage,
    /// How many of the facts right before are aimed at or expected.
    recent: usize,
    /// What the words alone say.
    said: Modality,
    /// Whether the fact before stands in the same sentence, and its modality.
    last: [char; 2],
    /// How many sentences in a row have told of plans.
    plans: usize,
    future: bool,
    /// Where the sentence's own period lies.
    own: Option<char>,
}

/// Whether a period is over, to come, or running.
fn over_by(place: &Place<'_>, period: &Period) -> char {
    let Some(reference) = place.source.reference else { return '?' };
    match (period.start, period.end) {
        (_, Some(end)) if end <= reference => 'o',
        (Some(start), _) if start > reference => 'f',
        _ => 'r',
    }
}

fn letter(modality: Modality) -> char {
    match modality {
        Modality::Actual => 'a',
        Modality::Target => 't',
        Modality::Forecast => 'f',
    }
}

/// The modality of the quantity at token `at` by the nearest word before it in its sentence that aims or expects; a clause
/// between that says that it is done, or that its time is `over`, ends what governs from further off.
fn by_words(sentence: &Sentence, at: usize, text: &str, words: &WordTable, future: bool, over: impl Fn(usize) -> bool) -> Modality {
    let classes = sentence.classes.as_bytes();
    let mut told = false;
    for place in (0..at).rev() {
        let word = sentence.tokens[place].span.of(text);
        match classes[place] {
            b',' if told => return Modality::Actual,
            // 比2023年翻一番: a base is over in plans too
            b'T' if place == 0 || classes[place - 1] != b'c' => told |= over(sentence.tokens[place].entity),
            b'd' => told |= words.is_done(word),
            b'o' if words.aims(word) && governs(classes, place, at, word, words) => return Modality::Target,
            b'p' if words.expects(word) && governs(classes, place, at, word, words) => return Modality::Forecast,
            _ => {}
        }
    }
    if future { Modality::Target } else { Modality::Actual }
}

/// Whether the word at `place` governs what follows. 计划的, 目标任务 are nouns, and 将股份质押 marks an object.
fn governs(classes: &[u8], place: usize, at: usize, word: &str, words: &WordTable) -> bool {
    let next = classes.get(place + 1).copied().unwrap_or(b' ');
    let verbal = matches!(next, b'v' | b'V' | b'd' | b'G' | b'D' | b'A' | b'E' | b'I' | b'j');
    let noun = words.is_plan_noun(word);
    let clause = !classes[place..at].contains(&b',');
    match next {
        b'e' => false,
        _ if words.marks_object(word) => verbal,
        // 年度计划指标, but 全县计划粮食增长
        b'n' | b'b' | b'o' if noun && place > 0 && matches!(classes[place - 1], b'n' | b'b' | b'e' | b'j') => false,
        _ => verbal || clause || !noun,
    }
}

/// Whether a sentence tells of what has been done: 了, 已, or a period that is over.
pub(super) fn tells(sentence: &Sentence, text: &str, words: &WordTable, over: impl Fn(usize) -> bool) -> bool {
    sentence.tokens.iter().any(|token| match token.class {
        b'T' => over(token.entity),
        b'u' | b'd' => words.is_done(token.span.of(text)),
        _ => false,
    })
}

/// Whether a sentence aims at something.
pub(super) fn aims(sentence: &Sentence, text: &str, words: &WordTable) -> bool {
    let classes = sentence.classes.as_bytes();
    (0..classes.len()).any(|place| {
        let word = sentence.tokens[place].span.of(text);
        classes[place] == b'o' && words.aims(word) && governs(classes, place, classes.len(), word, words)
    })
}

#[cfg(test)]
mod tests {
    use crate::{Extractor, Modality};

    fn modalities(text: &str) -> Vec<Modality> {
        Extractor::new().extract_on(text, "2015-11-11").facts().iter().map(|fact| fact.modality).collect()
    }

    #[test]
    fn the_plan_of_a_period_that_is_over_is_a_plan() {
        assert_eq!(modalities("2006年计划安排重点项目60个，总投资410亿元，其中续建项目37个。"), [Modality::Target; 3]);
    }

    #[test]
    fn what_became_of_a_plan_is_none() {
        assert_eq!(modalities("2014年计划投资5亿元，已到位3.27亿元。")[1], Modality::Actual);
    }
}
