//! The patterns of rules: regular expressions over classes, bounded in size.

use super::class::CLASSES;
use super::{MOST_COMPILED, MOST_PATTERN};
use regex::{Regex, RegexBuilder};
use regex_syntax::ast::{self, Ast, ClassSetItem, Visitor};

/// The slots that a pattern may name beside `quantity`, which it must.
pub(crate) const SLOTS: [&str; 8] = ["cue", "basis", "base", "whole", "scope", "predicate", "indicator", "subject"];

/// Compiles a pattern; the error says what was expected.
pub(crate) fn compile(text: &str) -> Result<Regex, String> {
    if text.chars().count() > MOST_PATTERN {
        return Err(format!("a pattern of at most {MOST_PATTERN} characters"));
    }
    let broken = |reason: String| {
        let last = reason.lines().last().unwrap_or_default().trim_start_matches("error: ").to_owned();
        format!("a regular expression ({last})")
    };
    let tree = ast::parse::Parser::new().parse(text).map_err(|reason| broken(reason.to_string()))?;
    ast::visit(&tree, Letters).map_err(|letter| format!("classes, of which {letter:?} is none"))?;
    let pattern = RegexBuilder::new(text)
        .size_limit(MOST_COMPILED)
        .dfa_size_limit(MOST_COMPILED)
        .build()
        .map_err(|reason| broken(reason.to_string()))?;
    let slots: Vec<&str> = pattern.capture_names().flatten().collect();
    if let Some(slot) = slots.iter().find(|slot| **slot != "quantity" && !SLOTS.contains(slot)) {
        return Err(format!("groups of the names quantity, {}, of which {slot} is none", SLOTS.join(", ")));
    }
    if !slots.contains(&"quantity") {
        return Err("a group named quantity".to_owned());
    }
    if pattern.is_match("") {
        return Err("a pattern that does not match the empty text".to_owned());
    }
    Ok(pattern)
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
