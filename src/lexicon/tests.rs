use super::Lexicon;
use serde::Deserialize;
use std::collections::HashSet;
use std::path::Path;

#[derive(Deserialize)]
struct Table {
    case: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    text: String,
    quantities: Vec<Expected>,
}

#[derive(Deserialize)]
struct Expected {
    unit: String,
}

fn cases() -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/cases");
    let tables = ["units", "lexicon", "quantities", "everyday", "numbers", "names"];
    let read = |name: &str| std::fs::read_to_string(folder.join(name).with_extension("toml")).unwrap();
    tables.into_iter().flat_map(|name| toml::from_str::<Table>(&read(name)).unwrap().case).collect()
}

#[test]
fn the_built_in_data_loads() {
    Lexicon::built_in().unwrap();
}

#[test]
fn every_unit_is_exercised_by_a_case() {
    let lexicon = Lexicon::built_in().unwrap();
    let cases = cases();
    let units: HashSet<&str> = cases.iter().flat_map(|case| case.quantities.iter().map(|quantity| quantity.unit.as_str())).collect();
    let bare = |surface: &str| surface.strip_prefix(['个', '個']).filter(|unit| !unit.is_empty()).unwrap_or(surface).to_owned();
    let missing: Vec<&str> = lexicon.units.all_surfaces().filter(|surface| !units.contains(bare(surface).as_str())).collect();
    assert!(missing.is_empty(), "no case exercises the units {missing:?}");
}

#[test]
fn at_least_350_unit_surfaces_are_known() {
    assert!(Lexicon::built_in().unwrap().units.all_surfaces().count() >= 350);
}

#[test]
fn every_other_word_is_exercised_by_a_case() {
    let texts: String = cases().iter().map(|case| case.text.as_str()).collect::<Vec<_>>().join("\n");
    let tables = [
        ("bounds.toml", include_str!("../pack/data/bounds.toml"), vec!["before", "after", "words"]),
        (
            "names.toml",
            include_str!("../pack/data/names.toml"),
            vec!["phrases", "label_after", "label_before", "programme_after", "policy_before", "address", "pointed", "rank_after"],
        ),
        ("layout.toml", include_str!("../pack/data/layout.toml"), vec!["furniture"]),
        ("phrases.toml", include_str!("../pack/data/phrases.toml"), vec!["surfaces"]),
    ];
    let mut missing = Vec::new();
    for (file, text, keys) in tables {
        let value: toml::Value = toml::from_str(text).unwrap();
        collect(&value, &keys, &mut |word| {
            if !texts.contains(word) {
                missing.push(format!("{file}: {word}"));
            }
        });
    }
    assert!(missing.is_empty(), "no case exercises {missing:#?}");
}

/// Calls `each` on every string below one of the keys.
fn collect(value: &toml::Value, keys: &[&str], each: &mut impl FnMut(&str)) {
    let Some(table) = value.as_table() else { return };
    for (key, value) in table {
        let listed = keys.contains(&key.as_str());
        for item in value.as_array().into_iter().flatten() {
            match item.as_str() {
                Some(word) if listed => each(word),
                _ => collect(item, keys, each),
            }
        }
    }
}
