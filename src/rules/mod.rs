//! Rule sets: what a quantity says, told by regular expressions over the class string of a sentence.
//!
//! A rule is data of a pack: a name, a pattern whose named groups are slots, the kind of fact that it makes, examples that
//! must match and counter-examples that must not. Rules are tried in order, those of the last pack first; the first that claims a
//! quantity keeps it; one of the kind `none` says that it is no quantity to make a fact of. Every pattern runs in linear time.

mod load;
mod run;

pub(crate) use load::RuleSet;
pub(crate) use run::{Claims, Mention, claims};

#[cfg(test)]
mod tests;
