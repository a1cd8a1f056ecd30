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
        ("bounds.toml", include_str!("data/bounds.toml"), vec!["before", "after", "words"]),
        (
            "names.toml",
            include_str!("data/names.toml"),
            vec!["phrases", "label_after", "label_before", "programme_after", "policy_before", "address", "pointed", "rank_after"],
        ),
        ("layout.toml", include_str!("data/layout.toml"), vec!["furniture"]),
        ("phrases.toml", include_str!("data/phrases.toml"), vec!["surfaces"]),
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

#[test]
fn bad_data_is_refused_with_its_place() {
    let refused = |text: &str| {
        super::schema::parse(super::UNITS.0, text).and_then(|data| super::UnitTable::new("units.toml", data)).unwrap_err().to_string()
    };
    let unit = "lead = []\n[[unit]]\nsurfaces = [\"亩\"]\ndimension = \"area\"\n";
    assert!(refused(&format!("{unit}code = \"m2\"\nratio = \"0\"")).contains("亩: ratio: found \"0\""));
    assert!(refused(&format!("{unit}code = \"m2\"")).contains("both or neither"));
    assert!(refused(&format!("{unit}colour = 1")).contains("unknown field `colour`"));
    assert!(refused("lead = []\n[[unit]]\nsurfaces = [\"\"]\ndimension = \"area\"").contains("at least one character"));
    assert!(refused("lead = []\n[[unit]]\nsurfaces = [\"亩\", \"亩\"]\ndimension = \"area\"").contains("no other unit has"));
    assert!(refused("lead = []\n[[unit]]\nsurfaces = [\"亩\"]\ndimension = \"taste\"").contains("unknown variant `taste`"));
}

#[test]
fn a_word_of_two_classes_is_refused_with_both() {
    let data = include_str!("data/words.toml").replace("up = [", "up = [\"下降\", ");
    let error = super::WordTable::new("words.toml", super::schema::parse("words.toml", &data).unwrap()).unwrap_err().to_string();
    assert!(error.contains("words.toml: list of class D") && error.contains("下降") && error.contains("class G"), "{error}");
}
