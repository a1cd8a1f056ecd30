//! The patterns of rules: regular expressions over classes, bounded in size.

use super::class::{CLASSES, ClassSet};
use super::{MOST_COMPILED, MOST_PATTERN};
use regex::bytes::{Captures, Regex, RegexBuilder};
use regex_syntax::ast::{self, Ast, ClassSetItem, Visitor};
use regex_syntax::hir::{Class, Hir, HirKind};

/// The slots that a pattern may name beside `quantity`, which it must.
pub(crate) const SLOTS: [&str; 8] = ["cue", "basis", "base", "whole", "scope", "predicate", "indicator", "subject"];

/// A compiled pattern.
#[derive(Debug)]
pub(crate) struct Pattern {
    regex: Regex,
    /// Sets of classes of which a sentence must have one each.
    needs: Vec<ClassSet>,
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
        let slots: Vec<&str> = regex.capture_names().flatten().collect();
        if let Some(slot) = slots.iter().find(|slot| **slot != "quantity" && !SLOTS.contains(slot)) {
            return Err(format!("groups of the names quantity, {}, of which {slot} is none", SLOTS.join(", ")));
        }
        if !slots.contains(&"quantity") {
            return Err("a group named quantity".to_owned());
        }
        if regex.is_match(b"") {
            return Err("a pattern that does not match the empty text".to_owned());
        }
        let mut needs = Vec::new();
        required(&hir, &mut needs);
        Ok(Self { regex, needs })
    }

    /// Whether it may match a sentence that has these classes.
    pub(crate) fn may_match(&self, classes: ClassSet) -> bool {
        self.needs.iter().all(|set| set.meets(classes))
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
