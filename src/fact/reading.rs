//! A document cut into sentences of tokens, quantities and periods locked.

use super::admit;
use super::resolve::Source;
use super::scene::{Mark, marks};
use crate::lexicon::Lexicon;
use crate::name::Quoted;
use crate::period::Period;
use crate::quantity::{Dimension, Draft, Form};
use crate::span::ViewSpan;
use crate::text;
use crate::token::{Lock, Segmenter, Sentence};

/// One sentence that asserts something with a quantity.
pub(crate) struct Reading {
    pub(super) sentence: Sentence,
    pub(super) span: ViewSpan,
    /// What choices see of its tokens.
    pub(super) marks: Vec<Mark>,
}

/// The sentences of the view that hold an admitted quantity, in order, each read when it is asked for: a document has one of them in
/// memory at a time.
pub(super) fn readings<'a>(
    text: &'a str,
    drafts: &'a [Draft],
    periods: &'a [Period],
    quoted: &'a [Quoted],
    lexicon: &'a Lexicon,
    segmenter: &'a dyn Segmenter,
) -> impl Iterator<Item = Reading> + 'a {
    let mut read = 0;
    drafts.iter().filter(|draft| admit::admits(text, draft, lexicon)).filter_map(move |draft| {
        if draft.span.start < read {
            return None;
        }
        let span = text::sentence(text, draft.span.start);
        read = span.end;
        let sentence = words(text, span, drafts, periods, quoted, lexicon, segmenter);
        let marks = marks(&sentence, text, &lexicon.words);
        Some(Reading { sentence, span, marks })
    })
}

/// The words of a sentence, quantities and periods locked.
pub(super) fn words(
    text: &str,
    span: ViewSpan,
    drafts: &[Draft],
    periods: &[Period],
    quoted: &[Quoted],
    lexicon: &Lexicon,
    segmenter: &dyn Segmenter,
) -> Sentence {
    let locks = locks(text, span, drafts, periods, quoted, lexicon);
    Sentence::new(text, span, &locks, &lexicon.words, segmenter)
}

/// The entities of a sentence that no word may cross, in order.
fn locks(text: &str, span: ViewSpan, drafts: &[Draft], periods: &[Period], quoted: &[Quoted], lexicon: &Lexicon) -> Vec<Lock> {
    let mut locks: Vec<Lock> = Vec::new();
    let within = |inner: ViewSpan| span.start <= inner.start && inner.end <= span.end;
    let inside = |from: usize| drafts[from..].iter().take_while(|draft| draft.span.start < span.end);
    let head = drafts.partition_point(|draft| draft.span.end <= span.start);
    let first = periods.partition_point(|period| period.span.end <= span.start);
    for (entity, period) in periods.iter().enumerate().skip(first).take_while(|(_, period)| period.span.start < span.end) {
        if within(period.span) && !inside(head).any(|draft| draft.span.overlaps(period.span) && draft.dimension() != Dimension::Time) {
            locks.push(Lock { span: period.span, class: b'T', entity });
        }
    }
    for (entity, draft) in (head..).zip(inside(head)) {
        let class = if admit::admits(text, draft, lexicon) { class(draft) } else { b'm' };
        // 人民币 only repeats the currency: no word of its own
        let start = lexicon.units.prefix(text, draft.reach.start).map_or(draft.reach.start, |found| found.start);
        let reach = ViewSpan::new(start.max(span.start), draft.reach.end.min(span.end).max(draft.span.end));
        // 五年来 is a period, though 五年 is a span of time
        if !locks.iter().any(|lock| lock.span.overlaps(draft.span)) {
            locks.push(Lock { span: reach, class, entity });
        }
    }
    let first = quoted.partition_point(|label| label.span.end < span.start);
    for label in quoted[first..].iter().take_while(|label| label.span.end <= span.end).filter(|label| within(label.span)) {
        let marks = around(text, label.span);
        if !locks.iter().any(|lock| lock.span.overlaps(marks)) {
            locks.push(Lock { span: marks, class: b'n', entity: 0 });
        }
    }
    locks.sort_by_key(|lock| lock.span.start);
    locks
}

/// A label with its marks.
fn around(text: &str, inner: ViewSpan) -> ViewSpan {
    let before = text[..inner.start].chars().next_back().map_or(0, char::len_utf8);
    let after = text[inner.end..].chars().next().map_or(0, char::len_utf8);
    ViewSpan::new(inner.start - before, inner.end + after)
}

fn class(draft: &Draft) -> u8 {
    match (draft.form, draft.dimension()) {
        (Form::Ordinal, _) => b'#',
        (_, Dimension::Ratio) => b'R',
        (Form::Phrase, _) => b'f',
        (_, Dimension::Points) => b'O',
        (_, Dimension::Multiple) => b'B',
        _ => b'Q',
    }
}

/// How many words the sentences with quantities have, or how many mentions the rules find in them; for timing.
#[cfg(feature = "stages")]
pub(crate) fn made(
    text: &str,
    drafts: &[Draft],
    periods: &[Period],
    quoted: &[Quoted],
    lexicon: &Lexicon,
    rules: Option<&crate::rules::RuleSet>,
    segmenter: &dyn Segmenter,
) -> usize {
    let readings = readings(text, drafts, periods, quoted, lexicon, segmenter);
    let count = |reading: Reading| match rules {
        Some(rules) => crate::rules::claims(&reading.sentence.classes, rules).mentions.len(),
        None => reading.sentence.tokens.len(),
    };
    readings.map(count).sum()
}

/// The names of the rules that claim a quantity of a text.
pub(crate) fn claims(source: &Source<'_>, segmenter: &dyn Segmenter) -> Vec<String> {
    let readings = readings(source.view.text(), source.drafts, source.periods, source.quoted, source.lexicon, segmenter);
    let of = |reading: Reading| {
        let claims = crate::rules::claims(&reading.sentence.classes, source.rules);
        claims.mentions.iter().map(|mention| mention.rule).chain(claims.refused.iter().map(|(_, rule)| *rule)).collect::<Vec<_>>()
    };
    readings.flat_map(of).map(|rule| source.rules.rules[rule].name.clone()).collect()
}
