//! What a change says: its cue, its direction, its base.

use super::frame::Frame;
use super::resolve::Place;
use super::{Change, Direction, Kind, basis};
use crate::period::Period;
use std::ops::Range;

impl Place<'_> {
    pub(super) fn change(&self, own: Option<&Period>, frame: &mut Frame) -> Option<Change> {
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
}
