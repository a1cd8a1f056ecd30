use super::class::MEANINGS;
use super::meaning;
use crate::lexicon::Lexicon;
use std::collections::BTreeSet;

/// The letters of the table in the docs of the classes.
fn letters_of_the_docs() -> BTreeSet<char> {
    let rows = include_str!("class.rs").lines().filter_map(|line| line.strip_prefix("//! | "));
    let cells = rows.flat_map(|row| row.split(" | ").step_by(2));
    // between the backquotes
    cells.flat_map(|cell| cell.split('`').skip(1).step_by(2)).flat_map(str::chars).collect()
}

#[test]
fn every_class_of_the_docs_has_one_meaning_and_no_other_has() {
    let meant: BTreeSet<char> = MEANINGS.iter().map(|(class, _)| char::from(*class)).collect();
    assert_eq!(meant.len(), MEANINGS.len());
    assert_eq!(meant, letters_of_the_docs());
}

#[test]
fn every_class_of_the_lexicon_has_a_meaning() {
    let words = Lexicon::built_in().unwrap().words;
    for added in words.dictionary() {
        let class = words.class(&added.word).unwrap();
        assert_ne!(meaning(class), "other", "{} of {}", char::from(class), added.word);
    }
}
