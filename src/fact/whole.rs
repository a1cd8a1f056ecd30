//! What a share is a share of, and among whom a rank holds.

use super::frame::Frame;
use super::resolve::Place;
use super::{Fact, Kind, Slot};
use std::ops::Range;

impl Place<'_> {
    pub(super) fn whole(&self, before: &[Fact], frame: &mut Frame) -> Option<Slot> {
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
        let end = (1..self.mention().at).rev().find(|at| self.source.lexicon.words.stands_among(tokens[*at].span.of(text)))?;
        let mut start = (0..end).rev().take_while(|at| !matches!(classes[*at], b',' | b'w' | b':')).last()?;
        while start < end && matches!(classes[start], b'i' | b'd' | b'T' | b'&' | b'e') {
            start += 1;
        }
        (start < end).then_some(start..end)
    }

    pub(super) fn scope(&self) -> Option<Slot> {
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
    pub(super) fn is_tied(&self) -> bool {
        let text = self.source.view.text();
        let clause = self.reading.sentence.tokens[..self.mention().at].iter().rev().take_while(|token| token.class != b',');
        clause.into_iter().any(|token| self.source.lexicon.words.ties(token.span.of(text)))
    }
}
