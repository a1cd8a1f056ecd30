//! Where in a pack something stands.

use super::Pack;
use crate::error::Problem;
use toml::de::DeTable;

/// A step into a pack: a key of a table, or a number in a list.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Step<'k> {
    Key(&'k str),
    Item(usize),
}

/// A complaint about what stands at a path of a pack.
pub(crate) fn problem(pack: &Pack, path: &[Step<'_>], found: String, expected: String) -> Problem {
    let (mut key, mut at) = (String::new(), 0);
    let table = DeTable::parse(&pack.text).ok();
    let mut value = None;
    for (depth, step) in path.iter().enumerate() {
        value = match step {
            Step::Key(name) if depth == 0 => table.as_ref().and_then(|table| table.get_ref().get(*name)),
            Step::Key(name) => value.and_then(|value: &toml::Spanned<toml::de::DeValue<'_>>| value.get_ref().get(*name)),
            Step::Item(number) => value.and_then(|value| value.get_ref().get(*number)),
        };
        match step {
            Step::Key(name) if key.is_empty() => (*name).clone_into(&mut key),
            Step::Key(name) => key = format!("{key}.{name}"),
            Step::Item(number) => key = format!("{key}[{number}]"),
        }
        at = value.map_or(at, |value| value.span().start);
    }
    problem_at(pack, at, &key, found, expected)
}

/// Characters of what was found that are told.
const MOST_FOUND: usize = 80;

/// A complaint about what stands at byte `at`.
pub(super) fn problem_at(pack: &Pack, at: usize, key: &str, mut found: String, expected: String) -> Problem {
    if let Some((end, _)) = found.char_indices().nth(MOST_FOUND) {
        found.truncate(end);
        found.push('…');
    }
    let head = pack.text.get(..at).unwrap_or(&pack.text);
    let line = head.matches('\n').count() + 1;
    let column = head.rsplit('\n').next().map_or(0, |line| line.chars().count()) + 1;
    Problem { file: pack.file.clone(), line, column, key: key.to_owned(), found, expected }
}
