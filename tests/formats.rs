//! Each format as the tool that reads it would: tables by their header, annotations by the offsets that the tool counts.

mod binary;

use binary::{folder, lines, run};
use hanfacts::{Extractor, FACTS_CSV, OBSERVATIONS_CSV};
use std::fs;

const TEXT: &str = "2023年，全县完成工业投资86.5亿元，同比增长12.4%，居全市第二位。力争2025年达到120亿元。";

fn table(output: &std::process::Output) -> Vec<csv::StringRecord> {
    csv::ReaderBuilder::new().has_headers(false).from_reader(output.stdout.as_slice()).records().map(Result::unwrap).collect()
}

#[test]
fn csv_has_the_columns_that_are_documented() {
    for (format, columns) in [
        ("csv", FACTS_CSV.columns().map(|(name, _)| name).collect::<Vec<_>>()),
        ("observations-csv", OBSERVATIONS_CSV.columns().map(|(name, _)| name).collect()),
    ] {
        let rows = table(&run(&["--format", format], TEXT.as_bytes()));
        assert_eq!(rows[0].iter().collect::<Vec<_>>(), columns);
        assert!(rows.len() > 1 && rows.iter().all(|row| row.len() == columns.len()));
    }
    assert!(FACTS_CSV.columns().chain(OBSERVATIONS_CSV.columns()).all(|(_, about)| !about.is_empty()));
}

#[test]
fn csv_says_what_json_lines_say() {
    let rows = table(&run(&["--format", "csv"], TEXT.as_bytes()));
    let facts = lines(&run(&[], TEXT.as_bytes()));
    assert_eq!(rows.len(), facts.len() + 1);
    let at = |name: &str| rows[0].iter().position(|column| column == name).unwrap();
    for (row, fact) in rows[1..].iter().zip(&facts) {
        assert_eq!(row[at("text")], *fact["text"].as_str().unwrap());
        assert_eq!(row[at("number")], *fact["quantity"]["number"].as_str().unwrap());
        assert_eq!(row[at("direction")], *fact["change"]["direction"].as_str().unwrap_or(""));
        assert_eq!(row[at("char_start")], fact["span"]["char"][0].to_string());
        assert_eq!(row[at("modality")], *fact["modality"].as_str().unwrap());
    }
}

#[test]
fn observations_as_csv_are_those_as_json_lines() {
    let rows = table(&run(&["--format", "observations-csv"], TEXT.as_bytes()));
    let records = lines(&run(&["--format", "observations"], TEXT.as_bytes()));
    assert_eq!((rows.len(), records.len()), (3, 2));
    for (row, record) in rows[1..].iter().zip(&records) {
        assert_eq!(record.as_object().unwrap().len(), row.len());
        for (name, cell) in rows[0].iter().zip(row) {
            let shown = match &record[name] {
                serde_json::Value::Null => String::new(),
                serde_json::Value::String(text) => text.clone(),
                serde_json::Value::Array(ids) => ids.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "),
                other => other.to_string(),
            };
            assert_eq!(cell, shown, "{name}");
        }
    }
}

#[test]
fn a_cell_of_words_is_no_formula_and_a_number_stays_one() {
    let input = "{\"id\":\"=HYPERLINK(\\\"x\\\",1)\",\"text\":\"零下5度。\"}\n{\"id\":\"＝1\",\"text\":\"最低气温零下5度。\"}\n";
    let output = run(&["--format", "csv", "--jsonl", "-"], input.as_bytes());
    let rows = table(&output);
    assert!(rows.len() > 1);
    let at = rows[0].iter().position(|column| column == "number").unwrap();
    for row in &rows[1..] {
        assert!(row[0].starts_with("'=HYPERLINK(\"x\",1)") || row[0].starts_with("'＝1"), "{row:?}");
        assert_eq!(&row[at], "-5");
    }
}

#[test]
fn csv_is_quoted_as_rfc_4180_has_it() {
    let facts = Extractor::new().extract("投资5亿元。");
    let line = FACTS_CSV.row("a,\"b\"\nc", &facts.facts()[0]);
    assert!(line.starts_with("\"a,\"\"b\"\"\nc\",0,level,") && line.ends_with("\r\n"), "{line}");
}

#[test]
fn a_table_without_rows_has_its_header_and_a_mark_where_it_is_asked_for() {
    let output = run(&["--format", "csv", "--bom"], "今天天气很好。".as_bytes());
    assert_eq!(String::from_utf8(output.stdout).unwrap(), format!("\u{feff}{}", FACTS_CSV.header()));
    let folder = folder("no-table");
    let output = run(&["--format", "csv", folder.to_str().unwrap()], b"");
    assert_eq!(String::from_utf8(output.stdout).unwrap(), FACTS_CSV.header());
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn a_format_is_one_of_facts() {
    assert_eq!(run(&["--format", "csv", "--stage", "periods"], b"").status.code(), Some(2));
    assert_eq!(run(&["--format", "tsv"], b"").status.code(), Some(2));
}
