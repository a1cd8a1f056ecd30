//! Which way something moved: what the cue says, looked at again with the words around.

use super::Direction;
use super::resolve::Place;
use super::scene::Scene;
use crate::choice::{self, Features, bucket, flag};
use std::ops::Range;

const DIRECTIONS: [Direction; 3] = [Direction::Up, Direction::Down, Direction::Flat];

impl Place<'_> {
    /// The direction of a change with the given cue.
    pub(super) fn direction(&self, cue: Option<Range<usize>>, scene: &Scene<'_>) -> Direction {
        let said = self.by_cue(cue.as_ref());
        let chosen = self.label(
            choice::Slot::Direction,
            &choice::DIRECTION,
            DIRECTIONS.map(letter),
            |features| self.describe_direction(said, cue.as_ref(), scene, features),
            |option| super::word(&DIRECTIONS[option]),
        );
        DIRECTIONS[chosen]
    }

    /// What the cue says by its class, and the sign of the number.
    fn by_cue(&self, cue: Option<&Range<usize>>) -> Direction {
        let class = cue.map_or(b' ', |cue| self.classes()[cue.start]);
        match class {
            b'D' | b'k' | b'Z' | b'y' => Direction::Down,
            b' ' if self.draft().low.is_zero() => Direction::Flat,
            _ if self.draft().low.is_sign_negative() => Direction::Down,
            _ => Direction::Up,
        }
    }

    /// The features of every direction: `a` what the cue says, `b` `c` its class and word, `d` the sign, `e`–`i` `m` `n` the words
    /// around the quantity, `j` the nearest noun of growth in the clause, `k` the nearest 多 or 少, `l` the nearest verb.
    fn describe_direction(&self, said: Direction, cue: Option<&Range<usize>>, scene: &Scene<'_>, features: &mut Features) {
        let said = letter(said);
        let class = cue.map_or('-', |cue| scene.class(Some(cue.start)));
        let (zero, negative) = (flag(self.draft().low.is_zero()), flag(self.draft().low.is_sign_negative()));
        features.add('a', &[said]);
        features.add('b', &[said, class]);
        features.add('d', &[said, zero, negative]);
        let steps = |back: usize| scene.at.checked_sub(back);
        let mut word = |template: char, at: Option<usize>| features.add(template, &scene.word(at));
        word('c', cue.map(|cue| cue.start));
        word('e', steps(1));
        word('f', steps(2));
        word('g', steps(3));
        word('h', Some(scene.at + 1));
        word('i', Some(scene.at + 2));
        features.add('j', &[scene.nearest(b"gk").map_or('-', |at| scene.class(Some(at))), said]);
        if let Some(at) = scene.nearest(b"ay") {
            features.add('k', &[scene.class(Some(at)), bucket(scene.at - at)]);
        }
        if let Some(at) = scene.nearest(b"vVjGDEAIKXZ") {
            features.add('l', &scene.word(Some(at)));
        }
        features.add('m', &[scene.class(steps(1)), scene.class(steps(2)), scene.class(Some(scene.at + 1))]);
        features.add('n', &[scene.tail(steps(1)), scene.dimension]);
    }
}

fn letter(direction: Direction) -> char {
    match direction {
        Direction::Up => 'u',
        Direction::Down => 'd',
        Direction::Flat => 'f',
    }
}
