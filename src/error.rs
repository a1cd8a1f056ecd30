//! The one error of the crate: data or rules that cannot be loaded.

/// What was wrong with lexicon data or a rule file, where, and what was expected.
///
/// Extraction itself never fails; only loading data can.
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
pub struct Error(#[from] Kind);

/// One thing that is wrong with a rule pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The pack's file, or the name that it was given by.
    pub file: String,
    /// Its line, from 1.
    pub line: usize,
    /// Its column in characters, from 1.
    pub column: usize,
    /// The key at fault, from the top of the pack (`unit[0].ratio`); empty where the text is no TOML.
    pub key: String,
    /// What stands there.
    pub found: String,
    /// What should.
    pub expected: String,
}

impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { file, line, column, key, found, expected } = self;
        let parted = if key.is_empty() { "" } else { ": " };
        write!(f, "{file}:{line}:{column}{parted}{key}: found {found}, expected {expected}")
    }
}

fn lines(problems: &[Problem]) -> String {
    problems.iter().map(Problem::to_string).collect::<Vec<_>>().join("\n")
}

#[derive(Debug, thiserror::Error)]
pub(crate) enum Kind {
    #[error("{file}: {source}")]
    Syntax {
        file: String,
        #[source]
        source: Box<toml::de::Error>,
    },
    #[error("{file}: {key}: found {found:?}, expected {expected}")]
    Value { file: String, key: String, found: String, expected: String },
    #[error("{file}: {key}: cannot be compiled: {reason}")]
    Pattern { file: String, key: String, reason: String },
    #[error("{}", lines(.0))]
    Refused(Vec<Problem>),
    #[error("{file}: {source}")]
    Unread {
        file: String,
        #[source]
        source: std::io::Error,
    },
}

impl Error {
    pub(crate) fn syntax(file: impl Into<String>, source: toml::de::Error) -> Self {
        Self(Kind::Syntax { file: file.into(), source: Box::new(source) })
    }

    pub(crate) fn value(file: &str, key: impl Into<String>, found: impl Into<String>, expected: impl Into<String>) -> Self {
        Self(Kind::Value { file: file.to_owned(), key: key.into(), found: found.into(), expected: expected.into() })
    }

    pub(crate) fn pattern(file: &str, key: impl Into<String>, reason: impl std::fmt::Display) -> Self {
        Self(Kind::Pattern { file: file.to_owned(), key: key.into(), reason: reason.to_string() })
    }

    pub(crate) fn refused(problems: Vec<Problem>) -> Self {
        Self(Kind::Refused(problems))
    }

    pub(crate) fn unread(file: &str, source: std::io::Error) -> Self {
        Self(Kind::Unread { file: file.to_owned(), source })
    }

    /// All that is wrong with rule packs, in the order of packs and places; empty where something else is wrong.
    pub fn problems(&self) -> &[Problem] {
        if let Kind::Refused(problems) = &self.0 { problems } else { &[] }
    }

    /// The file (or built-in table) at fault.
    pub fn file(&self) -> &str {
        match &self.0 {
            Kind::Syntax { file, .. } | Kind::Value { file, .. } | Kind::Pattern { file, .. } | Kind::Unread { file, .. } => file,
            Kind::Refused(problems) => problems.first().map_or("", |problem| &problem.file),
        }
    }
}
