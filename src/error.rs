//! The one error of the crate: data or rules that cannot be loaded.

/// What was wrong with lexicon data or a rule file, where, and what was expected.
///
/// Extraction itself never fails; only loading data can.
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
pub struct Error(#[from] Kind);

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
}

impl Error {
    pub(crate) fn syntax(file: &str, source: toml::de::Error) -> Self {
        Self(Kind::Syntax { file: file.to_owned(), source: Box::new(source) })
    }

    pub(crate) fn value(file: &str, key: impl Into<String>, found: impl Into<String>, expected: impl Into<String>) -> Self {
        Self(Kind::Value { file: file.to_owned(), key: key.into(), found: found.into(), expected: expected.into() })
    }

    pub(crate) fn pattern(file: &str, key: impl Into<String>, reason: impl std::fmt::Display) -> Self {
        Self(Kind::Pattern { file: file.to_owned(), key: key.into(), reason: reason.to_string() })
    }

    /// The file (or built-in table) at fault.
    pub fn file(&self) -> &str {
        match &self.0 {
            Kind::Syntax { file, .. } | Kind::Value { file, .. } | Kind::Pattern { file, .. } => file,
        }
    }
}
