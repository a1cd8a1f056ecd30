//! Reading and compiling rule files.

use crate::error::Error;
use crate::fact::Kind;
use regex::Regex;
use serde::Deserialize;

/// The built-in rule files, in the order in which they claim quantities.
const FILES: [(&str, &str); 4] = [
    ("change.toml", include_str!("data/change.toml")),
    ("share.toml", include_str!("data/share.toml")),
    ("rank.toml", include_str!("data/rank.toml")),
    ("level.toml", include_str!("data/level.toml")),
];

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    rule: Vec<Entry>,
}

/// A rule as its file writes it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    name: String,
    kind: Kind,
    pattern: String,
    examples: Vec<String>,
    counter: Vec<String>,
}

/// A compiled rule.
#[derive(Debug)]
pub(crate) struct Rule {
    pub(crate) name: String,
    pub(crate) kind: Kind,
    pub(crate) pattern: Regex,
    #[cfg_attr(not(test), allow(dead_code, reason = "run as tests"))]
    pub(crate) examples: Vec<String>,
    #[cfg_attr(not(test), allow(dead_code, reason = "run as tests"))]
    pub(crate) counter: Vec<String>,
}

/// All rules, in the order in which they claim.
#[derive(Debug)]
pub(crate) struct RuleSet {
    pub(crate) rules: Vec<Rule>,
}

/// The slots that a pattern may name beside `quantity`, which it must.
pub(super) const SLOTS: [&str; 8] = ["cue", "basis", "base", "whole", "part", "scope", "predicate", "indicator"];

impl RuleSet {
    /// Reads and compiles the built-in rules.
    pub(crate) fn built_in() -> Result<Self, Error> {
        let mut rules = Vec::new();
        for (file, text) in FILES {
            let entries: File = toml::from_str(text).map_err(|source| Error::syntax(file, source))?;
            for entry in entries.rule {
                rules.push(Rule::new(file, entry)?);
            }
        }
        Ok(Self { rules })
    }
}

impl Rule {
    fn new(file: &str, entry: Entry) -> Result<Self, Error> {
        let key = format!("rule {}", entry.name);
        let pattern = Regex::new(&entry.pattern).map_err(|reason| Error::pattern(file, &key, reason))?;
        for slot in pattern.capture_names().flatten() {
            if slot != "quantity" && !SLOTS.contains(&slot) {
                return Err(Error::value(file, key, slot, format!("quantity, {}", SLOTS.join(", "))));
            }
        }
        if !pattern.capture_names().flatten().any(|slot| slot == "quantity") {
            return Err(Error::value(file, key, entry.pattern, "a pattern with a group named quantity"));
        }
        if entry.examples.is_empty() || entry.counter.is_empty() {
            return Err(Error::value(file, key, "none", "an example and a counter-example"));
        }
        Ok(Self { name: entry.name, kind: entry.kind, pattern, examples: entry.examples, counter: entry.counter })
    }
}
