//! Walks the view and finds every time expression: a time, perhaps a second one joined to it, and the words around that shape it.
//!
//! ```text
//! expression = [截至 | 自] time [joint time] [以来 | 至今 | 起 | 之前 | 之后 | 期间]
//! ```
//!
//! Nothing is found inside a title (《…》).

use super::grammar::{Found, Reader};
use super::numeral;
use super::stamp::{Expression, Inner, Stamp};
use crate::lexicon::PeriodTable;
use crate::lexicon::periods::{Opening, Tail, Unit};
use crate::text::glyph;

/// Bytes of the longest title that hides the times inside.
const LONGEST_TITLE: usize = 240;

/// Most characters between a time and the 以来 that closes it.
const BETWEEN: usize = 8;

/// The expressions of a text, in order.
pub(super) fn expressions<'t>(text: &'t str, words: &'t PeriodTable) -> impl Iterator<Item = Expression> {
    let reader = Reader { text, words };
    let mut at = 0;
    std::iter::from_fn(move || {
        while let Some(c) = text[at..].chars().next() {
            let past = at + c.len_utf8();
            let opening = words.opening(c);
            if opening.is_none() {
                at = past;
            } else if let Some(end) = opening.meets(Opening::TITLE).then(|| reader.title(at)).flatten() {
                at = end;
            } else if let Some(expression) = reader.expression(at, opening) {
                at = expression.end.max(past);
                return Some(expression);
            } else {
                at = past;
            }
        }
        None
    })
}

impl Reader<'_> {
    /// Behind the title that begins at `at`.
    fn title(&self, at: usize) -> Option<usize> {
        let [open, close] = &self.words.title;
        let inside = self.rest(at).strip_prefix(open.as_str())?;
        let limit = inside.char_indices().map(|(i, _)| i).take_while(|i| *i <= LONGEST_TITLE).last().unwrap_or(0);
        let line = inside[..limit].split('\n').next().unwrap_or("");
        Some(at + open.len() + line.find(close.as_str())? + close.len())
    }

    fn expression(&self, at: usize, opening: Opening) -> Option<Expression> {
        let framed = || opening.meets(Opening::FRAME).then(|| self.until(at).or_else(|| self.from(at))).flatten();
        framed().or_else(|| self.framed(at, at))
    }

    /// 截至6月末.
    fn until(&self, at: usize) -> Option<Expression> {
        let start = self.words.until.end(self.text, at)?;
        let whole = self.framed(at, start)?;
        let tail = whole.tail.filter(|tail| *tail != Tail::Before);
        Some(Expression { until: tail.is_none() && !self.at_a_moment(&whole), ..whole })
    }

    /// 截至8月7日收盘, 截至19日8时: what holds at a moment of a day holds on that day.
    fn at_a_moment(&self, whole: &Expression) -> bool {
        let inside = self.words.hours.ends(self.text, whole.end) && !self.words.day_ends.ends(self.text, whole.end);
        inside || self.words.moments.begins(self.text, whole.end)
    }

    /// 自2021年以来: only together with what closes it.
    fn from(&self, at: usize) -> Option<Expression> {
        let start = self.words.from.end(self.text, at)?;
        let whole = self.framed(at, start)?;
        let closed = matches!(whole.tail, Some(Tail::Since | Tail::SoFar | Tail::From | Tail::After));
        if closed { Some(whole) } else { self.closed_later(whole) }
    }

    /// 自2021年成立以来: a few characters stand between.
    fn closed_later(&self, whole: Expression) -> Option<Expression> {
        let apart = |c: &char| glyph::is_han(*c) && !numeral::counts(*c);
        let places = self.rest(whole.end).chars().take(BETWEEN).take_while(apart).scan(whole.end, |at, c| {
            *at += c.len_utf8();
            Some(*at)
        });
        let closes = |at: usize| self.words.closes_from.end(self.text, at);
        let end = places.into_iter().find_map(closes).filter(|_| whole.tail.is_none())?;
        Some(Expression { end, tail: Some(Tail::Since), ..whole })
    }

    /// The expression whose time begins at `at` and whose span begins at `start`.
    fn framed(&self, start: usize, at: usize) -> Option<Expression> {
        let (from, end) = self.stamp(at)?;
        let (to, end) = self.second(&from, end).map_or((None, end), |(to, end)| (Some(to), end));
        let (tail, end) = self.tail(&from, end).map_or((None, end), |(tail, end)| (Some(tail), end));
        Some(Expression { start, end, from, to, until: false, tail })
    }

    /// The other end of a stretch.
    fn second(&self, from: &Stamp, at: usize) -> Found<Stamp> {
        let joint = self.words.range.end(self.text, at).filter(|_| joins(from))?;
        let found = self.stamp(joint);
        let (to, end) = found.filter(|(to, _)| joins(to)).or_else(|| self.day_joined(from, joint))?;
        Some((to, end))
    }

    /// The 8日 of 5月1日至8日, which alone would be a length.
    fn day_joined(&self, from: &Stamp, at: usize) -> Found<Stamp> {
        let Inner::Days { month, grain: Unit::Day, .. } = from.inner else { return None };
        let (to, end) = self.in_month(month, at)?;
        let Inner::Days { days, grain: Unit::Day, .. } = to.inner else { return None };
        let inner = Inner::Days { month: super::stamp::Month::Unsaid, days, grain: Unit::Day };
        Some((Stamp::of(inner), end))
    }

    fn tail(&self, from: &Stamp, at: usize) -> Found<Tail> {
        if matches!(from.inner, Inner::Now | Inner::Span { .. } | Inner::Ago { .. }) {
            return None;
        }
        let (tail, end) = self.words.tails.at(self.text, at)?;
        let counted = matches!(tail, Tail::Before | Tail::After) && self.rest(end).starts_with(numeral::counts);
        (!counted).then_some((tail, end))
    }
}

/// Whether a time may be one end of a stretch.
fn joins(stamp: &Stamp) -> bool {
    !matches!(stamp.inner, Inner::Span { .. } | Inner::Ago { .. } | Inner::Same | Inner::WeekOfYear(_))
}
