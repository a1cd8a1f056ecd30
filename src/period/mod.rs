//! Points and stretches of time as the text writes them, with their civil dates. Their numerals count nothing.
//!
//! The steps, in order: `walk` goes through the view and finds each expression, with `grammar` (dates in figures), `relative` (上周, 近三年)
//! `months`, `days` and `named` (“十四五”, 春节) to read the times in it; `resolve` gives it dates by the reference date and what
//! `remember` keeps of the text before. `page` looks for the date of the page itself. `scan` only tells where times stand, for the numerals that are none.

mod calendar;
mod date;
mod days;
mod grain;
mod grammar;
mod holiday;
mod months;
mod named;
mod numeral;
mod page;
mod relative;
mod remember;
mod resolve;
mod scan;
mod stamp;
mod walk;

pub use date::{Date, NoDate};
pub(crate) use grain::Grain;
pub(crate) use page::page_date;
pub(crate) use scan::scan;

use crate::lexicon::PeriodTable;
use crate::span::{SourceIndex, Span, Text, ViewSpan};
use crate::text::{View, glyph};
use jiff::civil;
use remember::Context;
use serde::{Deserialize, Serialize};

/// One time expression of the view.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Period {
    pub(crate) span: ViewSpan,
    /// First day; `None` where that side is open or nothing resolves it.
    pub(crate) start: Option<civil::Date>,
    /// Last day, inclusive.
    pub(crate) end: Option<civil::Date>,
    pub(crate) grain: Grain,
}

/// Most characters around an expression in which a word may say that it is still to come.
const NEAR: usize = 16;

/// All time expressions of a text, in order. Those that need a reference date are left without dates where there is none.
pub(crate) fn read<'t>(text: &'t str, words: &'t PeriodTable, reference: Option<civil::Date>) -> impl Iterator<Item = Period> {
    let mut context = Context::new(words, reference);
    let mut at = 0;
    walk::expressions(text, words).map(move |expression| {
        if text[at..expression.start].contains(|c| glyph::ends_sentence(c) || c == '\n') {
            context.end_sentence();
        }
        at = expression.end;
        // without a reference date nothing is to come
        context.ahead = reference.is_some() && is_ahead(text, expression.start, expression.end, words);
        let bounds = context.resolve(&expression);
        context.note(&expression, bounds, words.compares.ends(text, expression.start));
        Period { span: ViewSpan::new(expression.start, expression.end), start: bounds.0, end: bounds.1, grain: grain::grain(&expression) }
    })
}

/// Whether the words near an expression, in its sentence, say that it is still to come.
fn is_ahead(text: &str, start: usize, end: usize, words: &PeriodTable) -> bool {
    let stops = |c: &char| !glyph::ends_sentence(*c) && *c != '\n';
    let before: usize = text[..start].chars().rev().take(NEAR).take_while(stops).map(char::len_utf8).sum();
    let after: usize = text[end..].chars().take(NEAR).take_while(stops).map(char::len_utf8).sum();
    words.ahead.find(&text[..end + after], start - before).is_some()
}

/// A time expression of a text with the civil dates that it stands for.
///
/// ```
/// let found = hanfacts::Extractor::new().periods_on("2023年，水果产量21万吨；上年同期19万吨。", "2024-02-20");
/// assert_eq!(found[0].text, "2023年");
/// assert_eq!(found[0].end.unwrap().to_string(), "2023-12-31");
/// assert_eq!(found[1].start.unwrap().to_string(), "2022-01-01");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimeExpression {
    /// Where it stands, with the words that shape the interval (截至, 以来).
    pub span: Span,
    /// Its text, layout removed.
    pub text: Text,
    /// First day; `None` where it is open or cannot be told.
    pub start: Option<Date>,
    /// Last day, inclusive; `None` where it is open or cannot be told.
    pub end: Option<Date>,
}

impl TimeExpression {
    pub(crate) fn of(period: &Period, view: &View<'_>, index: &SourceIndex<'_>) -> Self {
        let (span, text) = view.written(period.span, index);
        Self { span, text, start: period.start.map(Date::of), end: period.end.map(Date::of) }
    }
}
