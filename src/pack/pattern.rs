//! The patterns of rules: regular expressions over classes, bounded in size.

use super::class::{CLASSES, ClassSet};
use super::{MOST_COMPILED, MOST_PATTERN};
use regex::bytes::{Captures, Regex, RegexBuilder};
use regex_syntax::ast::{self, Ast, ClassSetItem, Visitor};
use regex_syntax::hir::{Class, Hir, HirKind};
use std::ops::Range;

/// The slots that a pattern may name beside `quantity`, which it must.
const SLOTS: [&str; 8] = ["cue", "basis", "base", "whole", "scope", "predicate", "indicator", "subject"];

/// A compiled pattern.
#[derive(Debug)]
pub(crate) struct Pattern {
    regex: Regex,
    /// Sets of classes of which a sentence must have one each.
    needs: Vec<ClassSet>,
    /// The classes of what it may take for a quantity.
    takes: ClassSet,
    /// The number of the group named quantity, and of those that are slots, in the order of [`SLOTS`].
    quantity: usize,
    slots: Vec<(&'static str, usize)>,
}

impl Pattern {
    /// Compiles a pattern; the error says what was expected.
    pub(crate) fn new(text: &str) -> Result<Self, String> {
        if text.chars().count() > MOST_PATTERN {
            return Err(format!("a pattern of at most {MOST_PATTERN} characters"));
        }
        let broken = |reason: String| {
            let last = reason.lines().last().unwrap_or_default().trim_start_matches("error: ").to_owned();
            format!("a regular expression ({last})")
        };
        let tree = ast::parse::Parser::new().parse(text).map_err(|reason| broken(reason.to_string()))?;
        ast::visit(&tree, Letters).map_err(|letter| format!("classes, of which {letter:?} is none"))?;
        let mut parser = regex_syntax::ParserBuilder::new().utf8(false).unicode(false).build();
        let hir = parser.parse(text).map_err(|reason| broken(reason.to_string()))?;
        // classes are ASCII
        let regex = RegexBuilder::new(text)
            .unicode(false)
            .size_limit(MOST_COMPILED)
            .dfa_size_limit(MOST_COMPILED)
            .build()
            .map_err(|reason| broken(reason.to_string()))?;
        let names: Vec<&str> = regex.capture_names().flatten().collect();
        if let Some(slot) = names.iter().find(|slot| **slot != "quantity" && !SLOTS.contains(slot)) {
            return Err(format!("groups of the names quantity, {}, of which {slot} is none", SLOTS.join(", ")));
        }
        let group = |name: &str| regex.capture_names().position(|group| group == Some(name));
        let quantity = group("quantity").ok_or("a group named quantity")?;
        let slots = SLOTS.into_iter().filter_map(|slot| Some((slot, group(slot)?))).collect();
        if regex.is_match(b"") {
            return Err("a pattern that does not match the empty text".to_owned());
        }
        let mut needs = Vec::new();
        required(&hir, &mut needs);
        let takes = taken(&hir, quantity).unwrap_or(ClassSet::ALL);
        Ok(Self { regex, needs, takes, quantity, slots })
    }

    /// Whether it may match a sentence that has these classes, and take a quantity that has one of `free`.
    pub(crate) fn may_take(&self, free: ClassSet, classes: ClassSet) -> bool {
        self.takes.meets(free) && self.needs.iter().all(|set| set.meets(classes))
    }

    /// What a match takes for a quantity; an alternative of the pattern may bind none.
    pub(crate) fn quantity(&self, found: &Captures<'_>) -> Option<Range<usize>> {
        found.get(self.quantity).map(|group| group.range())
    }

    /// The slots that a match fills, and what with.
    pub(crate) fn slots(&self, found: &Captures<'_>) -> impl Iterator<Item = (&'static str, Range<usize>)> {
        let filled = |(slot, group): &(&'static str, usize)| Some((*slot, found.get(*group).filter(|group| !group.is_empty())?.range()));
        self.slots.iter().filter_map(filled)
    }

    /// The first match at or behind a token.
    pub(crate) fn captures_at<'c>(&self, classes: &'c [u8], at: usize) -> Option<Captures<'c>> {
        self.regex.captures_at(classes, at)
    }
}

/// The sets of classes of which every match has one each.
fn required(hir: &Hir, into: &mut Vec<ClassSet>) {
    match hir.kind() {
        HirKind::Literal(literal) => into.extend(literal.0.iter().map(|letter| ClassSet::of(&[*letter]))),
        HirKind::Class(Class::Bytes(class)) => {
            let letters: Vec<u8> = class.ranges().iter().flat_map(|range| range.start()..=range.end()).filter(u8::is_ascii).collect();
            into.push(ClassSet::of(&letters));
        }
        HirKind::Repetition(repetition) if repetition.min > 0 => required(&repetition.sub, into),
        HirKind::Capture(capture) => required(&capture.sub, into),
        HirKind::Concat(parts) => parts.iter().for_each(|part| required(part, into)),
        _ => {}
    }
}

/// The classes of what a group matches, where it is one token; `None` where that cannot be told.
fn taken(hir: &Hir, group: usize) -> Option<ClassSet> {
    match hir.kind() {
        HirKind::Capture(capture) if capture.index as usize == group => {
            let mut sets = Vec::new();
            required(&capture.sub, &mut sets);
            if let [set] = sets[..] { Some(set) } else { None }
        }
        HirKind::Capture(capture) => taken(&capture.sub, group),
        HirKind::Repetition(repetition) => taken(&repetition.sub, group),
        HirKind::Concat(parts) | HirKind::Alternation(parts) => parts.iter().find_map(|part| taken(part, group)),
        _ => None,
    }
}

/// Stops at a letter that is no class.
struct Letters;

fn known(letter: char) -> Result<(), char> {
    if CLASSES.iter().any(|class| char::from(class.letter) == letter) { Ok(()) } else { Err(letter) }
}

impl Visitor for Letters {
    type Output = ();
    type Err = char;

    fn finish(self) -> Result<(), char> {
        Ok(())
    }

    fn visit_pre(&mut self, ast: &Ast) -> Result<(), char> {
        if let Ast::Literal(literal) = ast { known(literal.c) } else { Ok(()) }
    }

    fn visit_class_set_item_pre(&mut self, item: &ClassSetItem) -> Result<(), char> {
        match item {
            ClassSetItem::Literal(literal) => known(literal.c),
            ClassSetItem::Range(range) => known(range.start.c).and_then(|()| known(range.end.c)),
            _ => Ok(()),
        }
    }
}
