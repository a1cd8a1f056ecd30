//! What a quantity says: a rule that tells of a change, a share or a rank stands, and so does one that proposes nothing. Else the
//! surroundings are looked at once more before it is a level.

use super::Kind;
use super::resolve::Place;
use super::scene::Scene;
use crate::choice::{self, Features, bucket, flag};
use crate::pack::ClassSet;
use crate::rules::Mention;

const KINDS: [Kind; 3] = [Kind::Level, Kind::Change, Kind::Share];

impl Place<'_> {
    /// The kind of the mention; the mentions before it in the sentence have theirs.
    pub(super) fn kind(&self) -> Kind {
        let rule = &self.source.rules.rules[self.mention().rule];
        if self.mention().kind != Kind::Level || !rule.proposes {
            return self.mention().kind;
        }
        let scene = Scene::new(self);
        let last = self.number.checked_sub(1).map(|number| &self.mentions[number]);
        let chosen = self.label(
            choice::Slot::Kind,
            &choice::KIND,
            KINDS.map(super::scene::kind),
            |features| {
                describe(&scene, &rule.name, last.map_or('^', |last| super::scene::kind(last.kind)), features);
                if let Some(last) = last {
                    self.describe_step(last, features);
                }
            },
            |option| super::word(&KINDS[option]),
        );
        KINDS[chosen]
    }

    /// The features of the step from the mention before: `s` its kind, whether its unit is the same, what parts the two and whether there is
    /// a verb between; `t` its kind, whether its unit is the same, and the last verb or cue between.
    fn describe_step(&self, last: &Mention, features: &mut Features) {
        let between = &self.classes()[last.at + 1..self.mention().at];
        let unit = |at: usize| self.source.drafts[self.reading.sentence.tokens[at].entity].unit_text();
        let same = flag(unit(last.at) == unit(self.mention().at));
        let parted = b",/&".iter().find(|class| between.contains(class)).map_or('-', |class| char::from(*class));
        let verb = between.iter().rev().find(|class| b"vVjGDEAIKXZSgkYc".contains(class)).map_or('-', |class| char::from(*class));
        let last = super::scene::kind(last.kind);
        features.add('s', &[last, same, parted, flag(verb != '-')]);
        features.add('t', &[last, same, verb]);
    }
}

/// The features of every kind: `a` the rule, `b` the unit, `c`–`i` the classes around the quantity, `j`–`m` the last characters of the
/// words around it, `n`–`p` the cues in its clause, `q` `r` the kind before it in the sentence, `A`–`K` the words around it and in its clause,
/// `L` the unit where it heads its clause.
fn describe(scene: &Scene<'_>, rule: &str, last: char, features: &mut Features) {
    let back = |steps: usize| scene.class(scene.at.checked_sub(steps));
    let on = |steps: usize| scene.class(Some(scene.at + steps));
    let mut name: Vec<char> = rule.chars().collect();
    features.add('a', &name);
    name.push(scene.dimension);
    features.add('a', &name);
    features.add('b', &[scene.dimension, scene.unit]);
    features.add('c', &[scene.dimension, back(1)]);
    features.add('d', &[back(2), back(1)]);
    features.add('e', &[back(3), back(2), back(1)]);
    features.add('f', &[scene.dimension, on(1)]);
    features.add('g', &[scene.dimension, on(1), on(2)]);
    features.add('h', &[scene.dimension, back(1), on(1)]);
    features.add('i', &[scene.dimension, on(1), on(2), on(3)]);
    for (template, at) in
        [('j', scene.at.checked_sub(1)), ('k', scene.at.checked_sub(2)), ('l', Some(scene.at + 1)), ('m', Some(scene.at + 2))]
    {
        features.add(template, &[scene.tail(at)]);
        features.add(template, &[scene.tail(at), scene.dimension]);
    }
    let clause = scene.clause();
    // a clause may be long, so it is looked at once
    let present = ClassSet::of(clause);
    let has = |of: &[u8]| flag(present.meets(ClassSet::of(of)));
    features.add('n', &[scene.dimension, has(b"GD"), has(b"gk"), has(b"Ss"), has(b"c"), has(b"EAI")]);
    features.add('o', &[scene.dimension, has(b"c"), has(b"ayXZ")]);
    features.add('p', &[scene.dimension, has(b"YH"), has(b"A")]);
    let mut word = |template: char, at: Option<usize>, more: char| scene.tell(template, more, at, features);
    word('A', scene.at.checked_sub(1), scene.dimension);
    word('B', scene.at.checked_sub(2), scene.dimension);
    word('C', Some(scene.at + 1), scene.dimension);
    word('D', Some(scene.at + 2), scene.dimension);
    word('E', scene.at.checked_sub(1), '.');
    word('F', scene.at.checked_sub(2), '.');
    word('G', Some(scene.at + 1), '.');
    word('H', Some(scene.head), scene.dimension);
    if let Some(at) = scene.nearest(b"vVjGDEAIKXZS") {
        word('I', Some(at), scene.dimension);
    }
    if let Some(at) = scene.nearest(b"cay") {
        features.add('J', &[scene.dimension, scene.class(Some(at)), bucket(scene.at - at)]);
    }
    if let Some(at) = scene.nearest(b"ngksjx") {
        scene.tell('K', scene.dimension, Some(at), features);
    }
    features.add('L', &[scene.dimension, scene.unit, flag(clause.is_empty()), back(1)]);
    features.add('q', &[scene.dimension, last, back(1)]);
    features.add('r', &[last, flag(scene.list.0 > 0)]);
}
