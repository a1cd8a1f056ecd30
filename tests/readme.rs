//! The picture in the README is what the crate does.

use hanfacts::{Extractor, Fact, Slot};
use serde_json::Value;

/// The fenced blocks of a language, in order.
fn blocks(language: &str) -> Vec<String> {
    let readme = include_str!("../README.md");
    let fence = format!("```{language}\n");
    readme.split(fence.as_str()).skip(1).map(|rest| rest[..rest.find("```").unwrap()].to_owned()).collect()
}

fn facts() -> Vec<Fact> {
    Extractor::new().extract_on(&blocks("text")[0], "2023-12-20").facts().to_vec()
}

fn row(fact: &Fact) -> Vec<String> {
    let name = |value: Value| value.as_str().unwrap().to_owned();
    let slot = |slot: Option<&Slot>| slot.map_or("-".to_owned(), |slot| slot.text.to_string());
    let change = fact.change.as_ref();
    let besides = change.map(|change| format!("{},{}", name(serde_json::json!(change.direction)), name(serde_json::json!(change.basis))));
    let standing = fact.share.as_ref().map(|share| share.whole.as_ref()).or_else(|| fact.rank.as_ref().map(|rank| rank.scope.as_ref()));
    vec![
        name(serde_json::json!(fact.kind)),
        slot(fact.indicator.as_ref()),
        fact.quantity.text.to_string(),
        fact.period.as_ref().map_or("-".to_owned(), |period| period.text.to_string()),
        name(serde_json::json!(fact.modality)),
        besides.unwrap_or_else(|| slot(standing.flatten())),
    ]
}

#[test]
fn the_table_is_what_the_text_gives() {
    let table = blocks("text").remove(1);
    let shown: Vec<Vec<String>> = table.lines().skip(1).map(|line| line.split_whitespace().map(str::to_owned).collect()).collect();
    assert_eq!(facts().iter().map(row).collect::<Vec<_>>(), shown);
}

#[test]
fn the_line_of_json_is_that_of_the_first_fact() {
    let shown: Value = serde_json::from_str(&blocks("json")[0]).unwrap();
    holds(&serde_json::to_value(&facts()[0]).unwrap(), &shown, "fact");
}

#[test]
fn the_slip_is_explained_as_shown() {
    let explanation = Extractor::new().explain_on(&blocks("text")[0], "2023-12-20");
    assert_eq!(explanation.sentences().last().unwrap().to_string(), blocks("text")[2]);
}

/// Whether all that is shown is there with the same value.
fn holds(whole: &Value, shown: &Value, key: &str) {
    match shown {
        Value::Object(fields) => fields.iter().for_each(|(name, shown)| holds(&whole[name], shown, &format!("{key}.{name}"))),
        _ => assert_eq!(whole, shown, "{key}"),
    }
}

#[test]
fn the_pack_reads_its_example() {
    let check = Extractor::builder().rules("README.md", blocks("toml").last().unwrap()).check().unwrap();
    assert!(check.passes() && check.examples == 1, "{check:?}");
}
