//! The fixtures with gold, articles, sentences and the corpora that the weights are fitted on: how many of their quantities are found, in the right place with the right
//! value, and how many of those say what they should.

use hanfacts::{Basis, Direction, Extractor, Fact, Kind, Modality, Slot};
use rust_decimal::Decimal;
use serde::Deserialize;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The mention F1 reached on each folder, in thousandths. Only goes up.
const FLOORS: [(&str, usize); 3] = [("articles", 994), ("sentences", 999), ("corpora", 984)];

/// What share of the facts found has each slot right, in thousandths, where the gold says what it is: kind, modality, indicator,
/// direction, basis, whole, scope. Only goes up.
const SLOT_FLOORS: [(&str, [usize; 7]); 3] = [
    ("articles", [998, 996, 990, 1000, 1000, 1000, 1000]),
    ("sentences", [1000, 1000, 998, 1000, 1000, 1000, 1000]),
    ("corpora", [994, 986, 976, 992, 976, 868, 825]),
];

/// One in so many of the documents of the corpora is read here, as they are many.
const STRIDE: usize = 4;

#[derive(Deserialize)]
struct Gold {
    doc: String,
    reference_date: String,
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
    kind: Option<Kind>,
    modality: Option<Modality>,
    indicator: Option<Vec<String>>,
    direction: Option<Direction>,
    basis: Option<Basis>,
    whole: Option<Vec<String>>,
    scope: Option<Vec<String>>,
}

impl Entry {
    /// Whether each slot of a fact is right; `None` where this entry does not say.
    fn judge(&self, fact: &Fact) -> [Option<bool>; 7] {
        let named = |want: &Option<Vec<String>>, got: Option<&Slot>| {
            let got = got.map_or("", |slot| slot.text.as_str());
            let plain = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            want.as_ref().map(|want| want.iter().any(|want| plain(want) == plain(got)))
        };
        let change = fact.change.as_ref();
        // growth without a stated base is year on year by convention
        let basis = |want: Basis| change.is_some_and(|got| got.basis == want || want == Basis::Unspecified && got.basis == Basis::Yoy);
        [
            self.kind.map(|want| want == fact.kind),
            self.modality.map(|want| (want == Modality::Actual) == (fact.modality == Modality::Actual)),
            named(&self.indicator, fact.indicator.as_ref()),
            self.direction.map(|want| change.is_some_and(|change| change.direction == want)),
            self.basis.map(basis),
            named(&self.whole, fact.share.as_ref().and_then(|share| share.whole.as_ref())),
            named(&self.scope, fact.rank.as_ref().and_then(|rank| rank.scope.as_ref())),
        ]
    }
}

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(name)
}

fn listed(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}

/// Gold and text of the documents of a folder, or of some in the folders below it.
fn documents(name: &str) -> Vec<(Gold, String)> {
    let root = folder(name);
    let files = |root: &Path| listed(&root.join("gold"));
    let files = match root.join("gold").is_dir() {
        true => files(&root),
        false => listed(&root).iter().flat_map(|corpus| files(corpus)).step_by(STRIDE).collect(),
    };
    let read = |file: &PathBuf| {
        let gold: Gold = serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap();
        let text = file.parent().unwrap().with_file_name("texts").join(&gold.doc);
        let text = fs::read_to_string(text).unwrap();
        (gold, text)
    };
    files.iter().map(read).collect()
}

#[test]
fn mentions_stay_above_their_floors() {
    for (name, floor) in FLOORS {
        let f1 = mention(name);
        assert!(f1 >= floor, "{name}: mention F1 is {f1}‰, its floor {floor}‰");
    }
}

#[test]
fn slots_stay_above_their_floors() {
    for (name, floors) in SLOT_FLOORS {
        let reached = slots(name);
        let held = reached.iter().zip(floors).all(|(reached, floor)| *reached >= floor);
        assert!(held, "{name}: {reached:?}‰ of kind, modality, indicator, direction, basis, whole, scope; floors {floors:?}");
    }
}

/// The share of each slot that is right in a folder, in thousandths.
fn slots(name: &str) -> [usize; 7] {
    let extractor = Extractor::new();
    let mut counts = [(0, 0); 7];
    for (gold, source) in documents(name) {
        for fact in extractor.extract_on(&source, &gold.reference_date).facts() {
            let place = fact.quantity.span.scalars();
            let entry = gold.facts.iter().find(|entry| !entry.optional && entry.start == place.start && entry.end == place.end);
            for (count, right) in counts.iter_mut().zip(entry.map_or([None; 7], |entry| entry.judge(fact))) {
                count.0 += usize::from(right == Some(true));
                count.1 += usize::from(right.is_some());
            }
        }
    }
    counts.map(|(right, all)| 1000 * right / all)
}

/// The mention F1 of a folder, in thousandths.
fn mention(name: &str) -> usize {
    let extractor = Extractor::new();
    let (mut right, mut predicted, mut wanted) = (0, 0, 0);
    for (gold, source) in documents(name) {
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
                let rank = fact.kind == Kind::Rank;
                entry.number == Some(quantity.number) && entry.max == quantity.max && (rank || unit == quantity.unit)
            }));
        }
    }
    2000 * right / (predicted + wanted)
}

#[test]
fn every_rule_fires_on_a_fixture() {
    let rules = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/pack/data")).unwrap();
    let text: String = rules.map(|file| fs::read_to_string(file.unwrap().path()).unwrap()).collect();
    let names: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix("name = \"")?.strip_suffix('"')).collect();
    let extractor = Extractor::new();
    let mut fired = BTreeSet::new();
    for name in ["articles", "sentences"] {
        for (gold, source) in documents(name) {
            let document = extractor.extract_on(&source, &gold.reference_date);
            fired.extend(document.facts().iter().map(|fact| fact.rule.clone()));
        }
    }
    let idle: Vec<&str> = names.iter().copied().filter(|name| !fired.contains(*name)).collect();
    assert!(names.len() > 30 && idle.is_empty(), "no fixture has a fact by {idle:?}");
}

#[test]
fn there_are_articles_of_every_genre() {
    assert!(documents("articles").len() >= 12);
    assert!(listed(&folder("corpora")).len() >= 20 && documents("corpora").len() >= 150);
}
