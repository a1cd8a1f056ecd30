//! Among whom a rank holds.

use super::Slot;
use super::resolve::Place;
use std::ops::Range;

impl Place<'_> {
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

    /// X中，Y位居…: the phrase before 中, at the head of the sentence or clause.
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

    /// Whether the clause says that others have the same place (并列第二).
    pub(super) fn is_tied(&self) -> bool {
        let text = self.source.view.text();
        let clause = self.reading.sentence.tokens[..self.mention().at].iter().rev().take_while(|token| token.class != b',');
        clause.into_iter().any(|token| self.source.lexicon.words.ties(token.span.of(text)))
    }
}
