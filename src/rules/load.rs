//! Compiling the rules of packs.

use crate::error::Error;
use crate::fact::Kind;
use crate::pack::{Data, Pattern};
use serde::Deserialize;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Rules {
    #[serde(default)]
    rule: Vec<Entry>,
}

/// A rule as a pack writes it; its examples are run elsewhere.
#[derive(Debug, Deserialize)]
struct Entry {
    name: String,
    kind: Says,
    pattern: String,
    #[serde(default)]
    proposes: bool,
}

/// What a rule says of a quantity.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Says {
    Fact(Kind),
    Nothing(Nothing),
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Nothing {
    None,
}

/// A compiled rule.
#[derive(Debug)]
pub(crate) struct Rule {
    pub(crate) name: String,
    /// The kind of its facts; `None` where it says that no fact is to be made.
    pub(crate) kind: Option<Kind>,
    pub(crate) pattern: Pattern,
    /// What stands around may choose another kind than level, and fills the slots.
    pub(crate) proposes: bool,
}

/// All rules, in the order in which they claim.
#[derive(Debug)]
pub(crate) struct RuleSet {
    pub(crate) rules: Vec<Rule>,
}

impl RuleSet {
    /// Compiles the built-in rules.
    pub(crate) fn built_in() -> Result<Self, Error> {
        Self::new(Data::built_in())
    }

    /// Compiles the rules of data.
    pub(crate) fn new(data: &Data) -> Result<Self, Error> {
        let Rules { rule } = data.read(&["rule"])?;
        Ok(Self { rules: rule.into_iter().map(Rule::new).collect::<Result<_, _>>()? })
    }
}

impl Rule {
    fn new(entry: Entry) -> Result<Self, Error> {
        let pattern =
            Pattern::new(&entry.pattern).map_err(|expected| Error::value("rule", &*entry.name, entry.pattern.as_str(), expected))?;
        let kind = match entry.kind {
            Says::Fact(kind) => Some(kind),
            Says::Nothing(Nothing::None) => None,
        };
        Ok(Self { name: entry.name, kind, pattern, proposes: entry.proposes })
    }
}
