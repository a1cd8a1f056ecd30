//! The published form of a fact is the form of all facts.

mod binary;

use binary::{folder, lines, run};
use hanfacts::{Extractor, FACT_SCHEMA, FactRecord};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

fn schema() -> jsonschema::Validator {
    let schema: Value = serde_json::from_str(FACT_SCHEMA).unwrap();
    assert!(jsonschema::meta::is_valid(&schema));
    jsonschema::validator_for(&schema).unwrap()
}

fn holds(schema: &jsonschema::Validator, fact: &Value) {
    if let Err(error) = schema.validate(fact) {
        panic!("{error} at {} of {fact:#}", error.instance_path());
    }
}

#[test]
fn every_fact_of_the_articles_has_the_form() {
    let schema = schema();
    let texts = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/articles/texts")).unwrap();
    let mut seen = 0;
    for text in texts.map(|entry| fs::read_to_string(entry.unwrap().path()).unwrap()) {
        for fact in Extractor::new().extract_on(&text, "2024-03-01").facts() {
            holds(&schema, &serde_json::to_value(FactRecord { doc: "a.txt", fact }).unwrap());
            seen += 1;
        }
    }
    assert!(seen > 500, "{seen}");
}

#[test]
fn every_doubt_and_the_key_of_the_file_have_the_form() {
    let schema = schema();
    let texts = [
        "全市研发经费占地区生产总值的比重为454%。",
        "全年完成进出口总额85.2亿元，其中，出口853亿元。",
        "全年接待游客500万人次，其中，省内游客320万人次，省外游客260万人次。",
        "2022年，全县粮食总产量为50万吨。2023年，全县粮食总产量为40万吨，同比增长20%。",
        "截至2025年6月底，全县已建成公园12座。",
        "投资5-10亿元，工业增速并列全市第三。",
    ];
    let folder = folder("schema");
    for (number, text) in texts.iter().enumerate() {
        fs::write(folder.join(format!("{number}.txt")), encoding_rs::GB18030.encode(text).0).unwrap();
    }
    let facts = lines(&run(&["--date", "2024-03-15", folder.to_str().unwrap()], b""));
    fs::remove_dir_all(folder).unwrap();
    facts.iter().for_each(|fact| holds(&schema, fact));
    assert!(facts.iter().all(|fact| fact["file"]["encoding"] == "gb18030"));
    let reasons: std::collections::BTreeSet<&str> =
        facts.iter().flat_map(|fact| fact["doubts"].as_array().unwrap()).map(|doubt| doubt["reason"].as_str().unwrap()).collect();
    assert_eq!(reasons.into_iter().collect::<Vec<_>>(), ["above_total", "above_whole", "against_levels", "ahead", "below_parts"]);
}

#[test]
fn another_form_is_refused() {
    let schema = schema();
    let document = Extractor::new().extract("2023年，完成投资5亿元，同比增长3.3%。");
    let fact = serde_json::to_value(FactRecord { doc: "a.txt", fact: &document.facts()[1] }).unwrap();
    holds(&schema, &fact);
    for (pointer, value) in [
        ("/kind", json!("growth")),
        // a change has its change
        ("/change", json!(null)),
        ("/quantity/number", json!(3.3)),
        ("/quantity/number", json!("3,3")),
        ("/period/start", json!("2023")),
        ("/span/byte", json!([1])),
        ("/doubts", json!([{ "reason": "odd" }])),
        ("/rank", json!({ "scope": null, "tied": false })),
        ("/id", json!(-1)),
    ] {
        let mut other = fact.clone();
        *other.pointer_mut(pointer).unwrap() = value;
        assert!(!schema.is_valid(&other), "{pointer}");
    }
    for key in fact.as_object().unwrap().keys() {
        let mut other = fact.clone();
        other.as_object_mut().unwrap().remove(key);
        assert!(!schema.is_valid(&other), "{key}");
    }
    let mut more = fact.clone();
    more["quantity"]["more"] = json!(1);
    assert!(!schema.is_valid(&more));
}
