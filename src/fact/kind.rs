//! What a quantity says: a rule that tells of a change, a share or a rank stands, and so does one that proposes nothing. Else the
//! surroundings are looked at once more before it is a level.

use super::Kind;
use super::resolve::Place;
use super::scene::Scene;
use crate::choice::{self, Sink, bucket, flag};
use crate::pack::ClassSet;

const KINDS: [Kind; 3] = [Kind::Level, Kind::Change, Kind::Share];

impl Place<'_> {
    /// The kind of the mention; `before` are those of the sentence's mentions before it.
    pub(super) fn kind(&self, before: &[Kind]) -> Kind {
        let rule = &self.source.rules.rules[self.mention().rule];
        if self.mention().kind != Kind::Level || !rule.proposes {
            return self.mention().kind;
        }
        let scene = Scene::new(self);
        let name = |kind: Kind| ["level", "change", "share"][kind as usize].to_owned();
        let chosen = self.decide(
            choice::Slot::Kind,
            KINDS.len(),
            |option, sink| {
                let label = super::scene::kind(KINDS[option]);
                describe(&scene, label, &rule.name, before, sink);
                self.describe_step(label, before, sink);
            },
            |option| name(KINDS[option]),
        );
        KINDS[chosen]
    }

    /// The features of the step from the mention before: `s` its kind, whether its unit is the same, what parts the two and whether there is
    /// a verb between; `t` its kind, whether its unit is the same, and the last verb or cue between.
    fn describe_step(&self, label: char, before: &[Kind], sink: &mut dyn Sink) {
        let (Some(last), Some(previous)) = (before.last(), self.number.checked_sub(1)) else { return };
        let between = &self.classes()[self.mentions[previous].at + 1..self.mention().at];
        let unit = |at: usize| self.source.drafts[self.reading.sentence.tokens[at].entity].unit_text();
        let same = flag(unit(self.mentions[previous].at) == unit(self.mention().at));
        let parted = b",/&".iter().find(|class| between.contains(class)).map_or('-', |class| char::from(*class));
        let verb = between.iter().rev().find(|class| b"vVjGDEAIKXZSgkYc".contains(class)).map_or('-', |class| char::from(*class));
        let last = super::scene::kind(*last);
        sink.add('s', &[label, last, same, parted, flag(verb != '-')]);
        sink.add('t', &[label, last, same, verb]);
    }
}

/// The features of a kind, `label`: `a` the rule, `b` the unit, `c`–`i` the classes around the quantity, `j`–`m` the last characters of the
/// words around it, `n`–`p` the cues in its clause, `q` `r` the kind before it in the sentence, `A`–`K` the words around it and in its clause,
/// `L` the unit where it heads its clause.
fn describe(scene: &Scene<'_>, label: char, rule: &str, before: &[Kind], sink: &mut dyn Sink) {
    let back = |steps: usize| scene.class(scene.at.checked_sub(steps));
    let on = |steps: usize| scene.class(Some(scene.at + steps));
    let mut name = vec![label];
    name.extend(rule.chars());
    sink.add('a', &name);
    name.push(scene.dimension);
    sink.add('a', &name);
    sink.add('b', &[label, scene.dimension, scene.unit]);
    sink.add('c', &[label, scene.dimension, back(1)]);
    sink.add('d', &[label, back(2), back(1)]);
    sink.add('e', &[label, back(3), back(2), back(1)]);
    sink.add('f', &[label, scene.dimension, on(1)]);
    sink.add('g', &[label, scene.dimension, on(1), on(2)]);
    sink.add('h', &[label, scene.dimension, back(1), on(1)]);
    sink.add('i', &[label, scene.dimension, on(1), on(2), on(3)]);
    for (template, at) in
        [('j', scene.at.checked_sub(1)), ('k', scene.at.checked_sub(2)), ('l', Some(scene.at + 1)), ('m', Some(scene.at + 2))]
    {
        sink.add(template, &[label, scene.tail(at)]);
        sink.add(template, &[label, scene.tail(at), scene.dimension]);
    }
    let clause = scene.clause();
    // a clause may be long, so it is looked at once
    let present = ClassSet::of(clause);
    let has = |of: &[u8]| flag(present.meets(ClassSet::of(of)));
    sink.add('n', &[label, scene.dimension, has(b"GD"), has(b"gk"), has(b"Ss"), has(b"c"), has(b"EAI")]);
    sink.add('o', &[label, scene.dimension, has(b"c"), has(b"ayXZ")]);
    sink.add('p', &[label, scene.dimension, has(b"YH"), has(b"A")]);
    let mut word = |template: char, at: Option<usize>, more: char| {
        let [a, b, c, d] = scene.word(at);
        sink.add(template, &[label, more, a, b, c, d]);
    };
    word('A', scene.at.checked_sub(1), scene.dimension);
    word('B', scene.at.checked_sub(2), scene.dimension);
    word('C', Some(scene.at + 1), scene.dimension);
    word('D', Some(scene.at + 2), scene.dimension);
    word('E', scene.at.checked_sub(1), '.');
    word('F', scene.at.checked_sub(2), '.');
    word('G', Some(scene.at + 1), '.');
    let head = scene.at - clause.len();
    word('H', Some(head), scene.dimension);
    let nearest = |classes: &[u8]| (head..scene.at).rev().find(|at| classes.contains(&scene.classes[*at]));
    if let Some(at) = nearest(b"vVjGDEAIKXZS") {
        word('I', Some(at), scene.dimension);
    }
    if let Some(at) = nearest(b"cay") {
        sink.add('J', &[label, scene.dimension, scene.class(Some(at)), bucket(scene.at - at)]);
    }
    if let Some(at) = nearest(b"ngksjx") {
        let [a, b, c, d] = scene.word(Some(at));
        sink.add('K', &[label, scene.dimension, a, b, c, d]);
    }
    sink.add('L', &[label, scene.dimension, scene.unit, flag(clause.is_empty()), back(1)]);
    let last = before.last().map_or('^', |kind| super::scene::kind(*kind));
    sink.add('q', &[label, scene.dimension, last, back(1)]);
    sink.add('r', &[label, last, flag(scene.list.0 > 0)]);
}
