//! The fixtures with gold, articles and sentences: how many of their quantities are found, in the right place with the right
//! value.

use hanfacts::Extractor;
use rust_decimal::Decimal;
use serde::Deserialize;
use std::fs;
use std::path::{Path, PathBuf};

/// The mention F1 reached on each folder, in thousandths. Only goes up.
const FLOORS: [(&str, usize); 2] = [("articles", 990), ("sentences", 995)];

#[derive(Deserialize)]
struct Gold {
    doc: String,
    facts: Vec<Entry>,
}

#[derive(Deserialize)]
struct Entry {
    start: usize,
    end: usize,
    optional: bool,
    number: Option<Decimal>,
    max: Option<Decimal>,
    unit: Option<String>,
}

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(name)
}

fn gold(name: &str) -> Vec<Gold> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder(name).join("gold")).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files.iter().map(|file| serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap()).collect()
}

#[test]
fn mentions_stay_above_their_floors() {
    for (name, floor) in FLOORS {
        let f1 = mention(name);
        assert!(f1 >= floor, "{name}: mention F1 is {f1}‰, its floor {floor}‰");
    }
}

/// The mention F1 of a folder, in thousandths.
fn mention(name: &str) -> usize {
    let extractor = Extractor::new();
    let (mut right, mut predicted, mut wanted) = (0, 0, 0);
    for gold in gold(name) {
        let source = fs::read_to_string(folder(name).join("texts").join(&gold.doc)).unwrap();
        let required: Vec<&Entry> = gold.facts.iter().filter(|entry| !entry.optional).collect();
        wanted += required.len();
        for fact in extractor.extract(&source).facts() {
            let quantity = &fact.quantity;
            let place = quantity.span.scalars();
            let matched = required.iter().find(|entry| entry.start == place.start && entry.end == place.end);
            let allowed = gold.facts.iter().any(|entry| entry.optional && entry.start < place.end && place.start < entry.end);
            predicted += usize::from(matched.is_some() || !allowed);
            right += usize::from(matched.is_some_and(|entry| {
                let unit = entry.unit.as_deref().unwrap_or("");
                let rank = fact.kind == hanfacts::Kind::Rank;
                entry.number == Some(quantity.number) && entry.max == quantity.max && (rank || unit == quantity.unit)
            }));
        }
    }
    2000 * right / (predicted + wanted)
}

#[test]
fn there_are_articles_of_every_genre() {
    assert!(gold("articles").len() >= 12);
}
