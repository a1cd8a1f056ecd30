//! Each format as the tool that reads it would: tables by their header, annotations by the offsets that the tool counts.

mod binary;

use binary::{folder, lines, run};
use hanfacts::{Extractor, FACTS_CSV, OBSERVATIONS_CSV};
use serde_json::Value;
use std::fs;
use unicode_width::UnicodeWidthStr;

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
    for other in [["--bom", "--format=table"].as_slice(), &["--clauses"], &["--into", "folder", "--format=csv"]] {
        assert_eq!(run(other, b"").status.code(), Some(2), "{other:?}");
    }
}

#[test]
fn a_table_is_aligned_by_what_chinese_takes_on_a_terminal() {
    let output = run(&["--format", "table"], TEXT.as_bytes());
    let shown = String::from_utf8(output.stdout).unwrap();
    let lines: Vec<&str> = shown.lines().collect();
    assert_eq!((lines[0], lines.len()), ("-", 7), "{shown}");
    let column = |line: &str, word: &str| line[..line.find(word).unwrap_or_else(|| panic!("no {word} in {shown}"))].width();
    assert_eq!(column(lines[1], "quantity"), column(lines[2], "86.5亿元"));
    assert_eq!(column(lines[1], "quantity"), column(lines[3], "12.4%"));
    assert_eq!(column(lines[1], "besides"), column(lines[3], "up yoy"));
    assert_eq!(column(lines[1], "modality"), column(lines[5], "target"));
    // no terminal, no colours
    assert!(!shown.contains('\u{1b}'));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.starts_with("extract: documents: 1; facts: 4 (level 2, change 1, share 0, rank 1); notes: 0; "), "{said}");
}

#[test]
fn clauses_have_their_slots_underlined() {
    let output = run(&["--format", "table", "--clauses"], "𠮷县完成投资5亿\n元。".as_bytes());
    let shown = String::from_utf8(output.stdout).unwrap();
    let lines: Vec<&str> = shown.lines().skip_while(|line| !line.starts_with("0 |")).collect();
    let at = lines[0].find("5亿 元").map(|at| lines[0][..at].width()).unwrap();
    assert_eq!(lines[1].find('^'), Some(at), "{shown}");
    assert_eq!(lines[1].matches('^').count(), "5亿 元".width(), "{shown}");
    assert!(lines[2..].iter().any(|line| line.find("quantity") == Some(at)), "{shown}");
}

#[test]
fn a_name_moves_no_cursor() {
    let input = format!("{{\"id\":\"a\\u001b[2Jb\",\"text\":\"投资5亿元。共{}元。\"}}\n", "9".repeat(40));
    let output = run(&["--format", "table", "--clauses", "--jsonl", "-"], input.as_bytes());
    assert!(String::from_utf8_lossy(&output.stderr).contains("NumberTooLong"));
    assert!(!output.stdout.contains(&0x1b) && !output.stderr.contains(&0x1b));
}

/// A document that begins with characters beyond the basic plane, with a number over a line break.
const BEYOND: &str = "𠮷县，𡈽镇。2023年，全县完成工业投资86.5\r\n亿元，同比增长12.4%，占全市的三分之一。";

/// A text by its code points.
fn by_scalars(text: &str, start: &Value, end: &Value) -> String {
    let [start, end] = [start, end].map(|at| at.as_u64().unwrap() as usize);
    text.chars().skip(start).take(end - start).collect()
}

#[test]
fn annotations_quote_the_text_at_their_position() {
    let annotations = lines(&run(&["--format", "annotations"], BEYOND.as_bytes()));
    assert!(annotations.len() > 8);
    for annotation in &annotations {
        assert_eq!((&annotation["@context"], &annotation["type"]), (&"http://www.w3.org/ns/anno.jsonld".into(), &"Annotation".into()));
        let [position, quote] = [&annotation["target"]["selector"][0], &annotation["target"]["selector"][1]];
        assert_eq!((&position["type"], &quote["type"]), (&"TextPositionSelector".into(), &"TextQuoteSelector".into()));
        let exact = quote["exact"].as_str().unwrap();
        assert_eq!(by_scalars(BEYOND, &position["start"], &position["end"]), exact);
        let around = format!("{}{exact}{}", quote["prefix"].as_str().unwrap(), quote["suffix"].as_str().unwrap());
        assert!(BEYOND.contains(&around), "{around:?}");
    }
    assert!(annotations.iter().any(|annotation| annotation["target"]["selector"][1]["exact"] == "86.5\r\n亿元"));
    let ids: std::collections::HashSet<&str> = annotations.iter().map(|annotation| annotation["id"].as_str().unwrap()).collect();
    assert_eq!(ids.len(), annotations.len());
}

#[test]
fn doccano_counts_code_points() {
    let records = lines(&run(&["--format", "doccano"], BEYOND.as_bytes()));
    assert_eq!((records.len(), records[0]["text"].as_str()), (1, Some(BEYOND)));
    let entities = records[0]["entities"].as_array().unwrap();
    let text = |label: &str| {
        let entity = entities.iter().find(|entity| entity["label"] == label).unwrap();
        by_scalars(BEYOND, &entity["start_offset"], &entity["end_offset"])
    };
    assert_eq!([text("Level"), text("Change"), text("Share"), text("Cue")], ["86.5\r\n亿元", "12.4%", "三分之一", "同比增长"]);
    for relation in records[0]["relations"].as_array().unwrap() {
        for end in ["from_id", "to_id"] {
            assert!(entities.iter().any(|entity| entity["id"] == relation[end]));
        }
    }
}

#[test]
fn label_studio_takes_an_array_of_tasks_and_counts_code_points() {
    let input = format!("{{\"text\":{0}}}\n{{\"text\":\"今天天气很好。\"}}\n", serde_json::to_string(BEYOND).unwrap());
    let output = run(&["--format", "label-studio", "--jsonl", "-"], input.as_bytes());
    let tasks: Vec<Value> = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((tasks.len(), tasks[0]["data"]["text"].as_str()), (2, Some(BEYOND)));
    let results = tasks[0]["predictions"][0]["result"].as_array().unwrap();
    let (labels, relations): (Vec<&Value>, Vec<&Value>) = results.iter().partition(|result| result["type"] == "labels");
    assert!(labels.len() > 4 && relations.len() > 4);
    for label in &labels {
        let value = &label["value"];
        assert_eq!(by_scalars(BEYOND, &value["start"], &value["end"]), value["text"].as_str().unwrap());
        let name = value["labels"][0].as_str().unwrap();
        assert!(hanfacts::LABEL_STUDIO_CONFIG.contains(&format!("<Label value=\"{name}\"")), "{name}");
    }
    for relation in &relations {
        let name = relation["labels"][0].as_str().unwrap();
        assert!(hanfacts::LABEL_STUDIO_CONFIG.contains(&format!("<Relation value=\"{name}\"/>")), "{name}");
        assert!(labels.iter().any(|label| label["id"] == relation["to_id"]));
    }
    let nothing = run(&["--format", "label-studio", "--jsonl", "-"], b"");
    assert_eq!(serde_json::from_slice::<Value>(&nothing.stdout).unwrap(), serde_json::json!([]));
}

#[test]
fn brat_has_a_folder_whose_fragments_are_the_text() {
    let root = folder("brat");
    let into = root.join("out");
    let input = serde_json::json!({"id": "../=a b", "text": BEYOND}).to_string();
    let arguments = ["--format", "brat", "--into", into.to_str().unwrap(), "--jsonl", "-"];
    let output = run(&arguments, input.as_bytes());
    assert_eq!((output.status.code(), output.stdout.len()), (Some(0), 0), "{}", String::from_utf8_lossy(&output.stderr));
    let text = fs::read_to_string(into.join("_..__a_b.txt")).unwrap();
    let annotations = fs::read_to_string(into.join("_..__a_b.ann")).unwrap();
    assert!(!text.contains('\r') && text.chars().count() == BEYOND.chars().count());
    let (mut spans, mut events) = (0, 0);
    for line in annotations.lines() {
        let fields: Vec<&str> = line.split('\t').collect();
        events += usize::from(fields[0].starts_with('E'));
        if !fields[0].starts_with('T') {
            continue;
        }
        spans += 1;
        let (_, places) = fields[1].split_once(' ').unwrap();
        let slices: Vec<String> = places
            .split(';')
            .map(|place| place.split_once(' ').unwrap())
            .map(|(start, end)| by_scalars(&text, &start.parse::<u64>().unwrap().into(), &end.parse::<u64>().unwrap().into()))
            .collect();
        assert_eq!(slices.join(" "), fields[2]);
        assert!(slices.iter().all(|slice| !slice.contains('\n')));
    }
    assert!(spans > 8 && events == 3, "{annotations}");
    assert!(fs::read_to_string(into.join("annotation.conf")).unwrap().starts_with("[entities]"));
    // what somebody may have worked on is not written over, and the rest is written
    let more = format!("{input}\n{{\"id\":\"more\",\"text\":\"投资5亿元。\"}}");
    let again = run(&arguments, more.as_bytes());
    assert!(into.join("more.ann").exists());
    assert_eq!(again.status.code(), Some(1));
    assert!(String::from_utf8(again.stderr).unwrap().contains(".txt: is there already"));
    assert_eq!(run(&["--format", "brat"], b"").status.code(), Some(2));
    fs::remove_dir_all(root).unwrap();
}
