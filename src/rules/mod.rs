//! Rule sets: what a quantity says, told by regular expressions over the class string of a sentence.
//!
//! A rule is data (`data/*.toml`): a name, a pattern whose named groups are slots, the kind of fact that it makes, examples that
//! must match and counter-examples that must not. Rules are tried in the order of the files and of their places in them; the
//! first that claims a quantity keeps it. Every pattern runs in linear time.

mod load;
mod run;

pub(crate) use load::RuleSet;
pub(crate) use run::{Mention, mentions};

#[cfg(test)]
mod tests;
