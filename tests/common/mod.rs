//! What several tests read.

use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::fs;
use std::path::Path;

#[derive(Deserialize)]
struct Table<T> {
    case: Vec<T>,
}

/// The cases of a table under `fixtures/cases`.
pub(crate) fn cases<T: DeserializeOwned>(name: &str) -> Vec<T> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/cases").join(name).with_extension("toml");
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    toml::from_str::<Table<T>>(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display())).case
}
