//! A first guess at what a quantity says, from the cues right before it.

use super::admit::clause_start;
use super::{Direction, Kind};
use crate::lexicon::{CueTable, Endings, Lexicon};
use crate::quantity::{Dimension, Draft, Form};

/// The kind of a draft, and which way it moved if it did.
pub(super) fn kind(text: &str, draft: &Draft, lexicon: &Lexicon) -> (Kind, Option<Direction>) {
    match draft.form {
        Form::Ordinal => return (Kind::Rank, None),
        Form::Phrase if draft.dimension() != Dimension::Ratio => {
            return (Kind::Change, Some(if draft.low.is_zero() { Direction::Flat } else { Direction::Up }));
        }
        _ => {}
    }
    let start = draft.reach.start;
    if let Some(direction) = moved(text, start, &lexicon.cues) {
        return (Kind::Change, Some(direction));
    }
    let ratio = matches!(draft.dimension(), Dimension::Ratio);
    let clause = &text[clause_start(text, start)..start];
    if ratio && lexicon.cues.share.iter().any(|cue| clause.contains(cue.as_str())) {
        return (Kind::Share, None);
    }
    (Kind::Level, None)
}

/// The direction of the cue before `at`, unless it arrives at a level (增长到).
fn moved(text: &str, at: usize, cues: &CueTable) -> Option<Direction> {
    if cues.arrives.before(text, at).is_some() {
        return None;
    }
    let mut end = at;
    for _ in 0..3 {
        let up = longest(&cues.up, text, end);
        let down = longest(&cues.down, text, end);
        if up.max(down) > 0 {
            return Some(if up >= down { Direction::Up } else { Direction::Down });
        }
        end = cues.between.before(text, end)?.start;
    }
    None
}

fn longest(cues: &Endings, text: &str, at: usize) -> usize {
    cues.before(text, at).map_or(0, |hit| hit.end - hit.start)
}
