use super::format::{DIMENSIONS, PACK, SECTIONS_OFF, WORD_LISTS};
use super::shape::Shape;
use super::{CLASSES, Data, PACK_SCHEMA, built_in, check, json_schema};
use crate::quantity::Dimension;
use std::collections::BTreeSet;

#[test]
fn the_built_in_packs_are_in_the_format_of_packs() {
    for pack in built_in() {
        let problems = check(&pack);
        assert!(problems.is_empty(), "{}", crate::Error::refused(problems));
    }
}

#[test]
fn the_built_in_rules_have_examples_and_counter_examples() {
    for pack in built_in() {
        let table: toml::Table = toml::from_str(&pack.text).unwrap();
        for rule in table.get("rule").and_then(toml::Value::as_array).into_iter().flatten() {
            assert!(rule.get("examples").is_some() && rule.get("counter").is_some(), "{}: {:?}", pack.file, rule.get("name"));
        }
    }
}

#[test]
fn the_published_schema_is_that_of_the_code() {
    let published: serde_json::Value = serde_json::from_str(PACK_SCHEMA).unwrap_or_default();
    let schema = json_schema::schema();
    if published != schema {
        // the file is written anew where asked for: HANFACTS_WRITE_SCHEMA=1 cargo test --lib schema
        if std::env::var_os("HANFACTS_WRITE_SCHEMA").is_some() {
            let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/pack/pack.schema.json");
            std::fs::write(file, serde_json::to_string_pretty(&schema).unwrap() + "\n").unwrap();
        }
        panic!("src/pack/pack.schema.json is not the schema that the code makes; run again with HANFACTS_WRITE_SCHEMA=1");
    }
}

#[test]
fn every_dimension_of_the_output_can_be_written() {
    for name in DIMENSIONS {
        let dimension: Dimension = toml::Value::String((*name).to_owned()).try_into().unwrap();
        assert_eq!(toml::Value::try_from(dimension).unwrap().as_str(), Some(*name));
    }
    // the last of the enum has the number of all before it
    assert_eq!(Dimension::None as usize + 1, DIMENSIONS.len());
}

#[test]
fn the_lists_of_words_that_give_classes_are_those_of_the_alphabet() {
    let lists: BTreeSet<&str> = WORD_LISTS.iter().filter(|field| field.group == Some("word")).map(|field| field.key).collect();
    let named: BTreeSet<&str> = CLASSES.iter().filter_map(|class| class.list).collect();
    assert_eq!(lists, named);
    for class in CLASSES.iter().filter(|class| class.list.is_some()) {
        let about = WORD_LISTS.iter().find(|field| Some(field.key) == class.list).unwrap().about;
        assert!(about.contains(&format!("class {}", char::from(class.letter))), "{about}");
    }
}

#[test]
fn what_can_be_switched_off_is_listed() {
    let Shape::Record(off) = PACK.iter().find(|field| field.key == "off").unwrap().shape else { unreachable!() };
    let keys: Vec<&str> = off.iter().map(|field| field.key).collect();
    assert_eq!(keys.iter().collect::<BTreeSet<_>>(), SECTIONS_OFF.iter().map(|(key, _)| key).collect());
    for (_, sections) in SECTIONS_OFF {
        assert!(sections.iter().all(|section| PACK.iter().any(|field| field.key == *section)));
    }
}

#[test]
fn every_section_of_a_pack_is_used_by_the_built_in_data_or_is_for_packs() {
    let used: BTreeSet<String> =
        built_in().flat_map(|pack| toml::from_str::<toml::Table>(&pack.text).unwrap().into_iter().map(|(key, _)| key)).collect();
    let unused: Vec<&str> = PACK.iter().map(|field| field.key).filter(|key| !used.contains(*key)).collect();
    assert_eq!(unused, ["example", "off"]);
}

#[test]
fn the_built_in_data_laid_over_itself_stays_as_it_is() {
    // all that the built-in data has, taken over by itself once more
    let mut data = Data::built_in().clone();
    for pack in built_in() {
        data.lay_over(&pack).unwrap();
    }
    crate::lexicon::Lexicon::new(&data).unwrap();
    let (once, twice) = (crate::rules::RuleSet::new(Data::built_in()).unwrap(), crate::rules::RuleSet::new(&data).unwrap());
    let names = |rules: &crate::rules::RuleSet| rules.rules.iter().map(|rule| rule.name.clone()).collect::<Vec<_>>();
    assert_eq!(names(&once), names(&twice));
}

/// The rows of a table of the guide, by its head.
fn table_of_the_guide(head: &str) -> Vec<Vec<String>> {
    let lines = include_str!("../guide.md").lines().skip_while(|line| !line.starts_with(head)).skip(2);
    let rows = lines.take_while(|line| line.starts_with('|'));
    rows.map(|row| row.trim_matches('|').split('|').map(|cell| cell.trim().trim_matches('`').to_owned()).collect()).collect()
}

#[test]
fn the_guide_has_every_class_with_its_list() {
    let rows = table_of_the_guide("| class |");
    let told: BTreeSet<[String; 3]> = rows
        .iter()
        .flat_map(|row| [&row[..3], &row[4..7]])
        .filter(|cells| !cells[0].is_empty())
        .map(|cells| [cells[0].clone(), cells[1].clone(), cells[2].clone()])
        .collect();
    let classes = CLASSES
        .iter()
        .map(|class| [char::from(class.letter).to_string(), class.meaning.to_owned(), class.list.unwrap_or_default().to_owned()]);
    assert_eq!(told, classes.collect());
}

#[test]
fn the_guide_has_the_bounds_of_the_code() {
    let told: Vec<String> = table_of_the_guide("| | at most |").into_iter().map(|row| row[1].clone()).collect();
    let mib = format!("{} MiB", super::MOST_BYTES >> 20);
    let kib = format!("{} KiB", super::MOST_COMPILED >> 10);
    let numbers = [super::MOST_RULES, super::MOST_CHARS, super::MOST_PASSAGE, super::MOST_PATTERN].map(|most| most.to_string());
    let [rules, chars, passage, pattern] = numbers;
    assert_eq!(told, [super::MOST_PACKS.to_string(), mib, rules, chars, passage, pattern, kib]);
}
