//! The example binary as its users call it.

mod binary;

use binary::{folder, lines, run};
use serde_json::Value;
use std::fs;

#[test]
fn standard_input_becomes_facts_of_the_contract() {
    let output = run(&["--date", "2024-01-25"], "全年实现工业总产值3646.47亿元，同比增长3.3%。".as_bytes());
    assert_eq!(output.status.code(), Some(0));
    let facts = lines(&output);
    assert_eq!(facts.len(), 2);
    let fact = &facts[0];
    assert_eq!(fact["doc"], "-");
    assert_eq!(fact["quantity"]["number"], "364647000000");
    assert_eq!(fact["quantity"]["unit"], "元");
    assert_eq!(fact["quantity"]["canonical"]["unit"], "CNY");
    assert_eq!(fact["quantity"]["span"]["char"], serde_json::json!([9, 18]));
    assert_eq!(facts[1]["kind"], "change");
    assert_eq!(facts[1]["quantity"]["canonical"], serde_json::json!({"number": "0.033", "unit": "1"}));
}

#[test]
fn nothing_found_is_no_line_and_status_zero() {
    let output = run(&[], "今天天气很好。".as_bytes());
    assert_eq!((output.status.code(), output.stdout.len()), (Some(0), 0));
}

#[test]
fn the_stage_of_quantities_gives_every_numeral() {
    let output = run(&["--stage", "quantities"], "编码37.5的样品重4.2公斤。".as_bytes());
    let found = lines(&output);
    assert_eq!(found.last().unwrap()["quantity"]["text"], "4.2公斤");
    assert_eq!(found.last().unwrap()["doc"], "-");
}

#[test]
fn the_stage_of_periods_gives_dates_by_the_reference_of_each_line() {
    let input = "{\"id\":\"a\",\"text\":\"去年投资3亿元。\",\"date\":\"2024-01-01\"}\n{\"id\":\"b\",\"text\":\"去年投资3亿元。\"}\n";
    let output = run(&["--stage", "periods", "--date", "2021-05-01", "--jsonl", "-"], input.as_bytes());
    let found = lines(&output);
    assert_eq!((found[0]["doc"].clone(), found[0]["period"]["start"].clone()), ("a".into(), "2023-01-01".into()));
    assert_eq!((found[1]["doc"].clone(), found[1]["period"]["end"].clone()), ("b".into(), "2020-12-31".into()));
}

#[test]
fn json_lines_carry_their_own_id() {
    let input = "{\"id\":\"a\",\"text\":\"投资3亿元。\",\"date\":\"2024-01-01\"}\n\n{\"text\":\"来了5家。\"}\nrubbish\n";
    let output = run(&["--jsonl", "-"], input.as_bytes());
    let docs: Vec<Value> = lines(&output).iter().map(|fact| fact["doc"].clone()).collect();
    assert_eq!(docs, ["a", "3"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("-:4:"));
}

#[test]
fn explain_tells_how_each_fact_came_about() {
    let input = "全市完成投资5亿元。同比增长3.3%。当地有一家企业。".as_bytes();
    for arguments in [["--explain"], ["--explain=text"]] {
        let output = run(&arguments, input);
        assert_eq!(output.status.code(), Some(0));
        let text = String::from_utf8(output.stdout).unwrap();
        for shown in [
            "# -",
            "完成/I 投资/j 5亿元/Q",
            "3.3% is fact 1, change, actual",
            "rule       change.based: cue 增长, basis 同比",
            "indicator  投资 – the indicator of fact 0",
            "一家 makes no fact: says \"a\" rather than counts one",
            "Q  quantity",
        ] {
            assert!(text.contains(shown), "{shown} is not in\n{text}");
        }
    }
    assert!(run(&["--explain"], "今天天气很好。".as_bytes()).stdout.is_empty());
}

#[test]
fn explain_as_json_is_a_sentence_a_line() {
    let output = run(&["--explain=json"], "全市完成投资5亿元。同比增长3.3%。当地有一家企业。".as_bytes());
    let sentences = lines(&output);
    assert_eq!(sentences.len(), 3);
    assert!(sentences.iter().all(|sentence| sentence["doc"] == "-"));
    let fact = &sentences[1]["quantities"][0]["outcome"]["fact"];
    assert_eq!(fact["fact"]["rule"], "change.based");
    assert_eq!(fact["origins"]["indicator"], serde_json::json!({"from": "fact", "id": 0, "slot": "indicator"}));
    assert_eq!(fact["claim"]["groups"][0]["text"], "增长");
    assert_eq!(sentences[1]["words"][0]["meaning"], "year on year");
    assert_eq!(sentences[2]["quantities"][0]["outcome"]["reason"], "one");
}

fn pack(name: &str) -> String {
    format!("{}/fixtures/packs/{name}.toml", env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn rules_are_laid_over_the_built_in_data() {
    let text = "临床发放红细胞1800治疗量。".as_bytes();
    let output = run(&["--rules", &pack("blood")], text);
    let facts = lines(&output);
    assert_eq!((facts[0]["rule"].as_str(), facts[0]["quantity"]["unit"].as_str()), (Some("blood.issued"), Some("治疗量")));
    let folder = folder("packs");
    let later = folder.join("later.toml");
    fs::write(&later, "version = 1\n[off]\nrules = [\"blood.issued\"]\n").unwrap();
    let output = run(&["--rules", &pack("blood"), "--rules", later.to_str().unwrap()], text);
    assert_eq!(lines(&output)[0]["rule"], "level.plain");
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn a_pack_that_cannot_be_taken_is_told_and_nothing_is_read() {
    let output = run(&["--rules", &pack("refused")], "投资5亿元。".as_bytes());
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty());
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("refused.toml:1:1: version: found nothing") && said.contains("case: found the key"), "{said}");
}

#[test]
fn check_runs_the_examples_of_packs() {
    let output = run(&["--check", &pack("blood"), &pack("port")], b"");
    let said = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(0), "{said}");
    assert!(said.ends_with(", idle: 0\n"), "{said}");

    let folder = folder("bad-pack");
    let bad = folder.join("bad.toml");
    let example = "[[example]]\ntext = \"投资5亿元。\"\nfact = [{ quantity = \"5亿元\", kind = \"share\" }]";
    let rule = "[[rule]]\nname = \"idle\"\nkind = \"rank\"\npattern = \"KKK(?P<quantity>#)\"";
    fs::write(&bad, format!("version = 1\n{example}\n{rule}\n")).unwrap();
    let output = run(&["--check", bad.to_str().unwrap()], b"");
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(
        said.contains("example[0].fact[0].kind: found \"level\", expected \"share\"") && said.contains("which nothing fires"),
        "{said}"
    );
    assert!(said.ends_with("examples: 1, points missed: 1; rules: 1, idle: 1\n"), "{said}");
    fs::write(&bad, "version = 2").unwrap();
    assert_eq!(run(&["--check", bad.to_str().unwrap()], b"").status.code(), Some(1));
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn the_fields_of_json_lines_have_the_names_that_are_given() {
    let input = "{\"body\":\"投资5亿元。\",\"key\":7}\n{\"text\":\"投资6亿元。\"}\n{\"body\":5}\n";
    let output = run(&["--jsonl", "--text-field", "body", "--id-field", "key"], input.as_bytes());
    assert_eq!(output.status.code(), Some(1));
    let facts = lines(&output);
    assert_eq!((facts.len(), facts[0]["doc"].as_str()), (1, Some("7")));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("-:2: missing field `body`") && said.contains("-:3: field `body`: found 5, expected a text"), "{said}");
    assert_eq!(run(&["--text-field", "body"], b"").status.code(), Some(2));
}

#[test]
fn many_documents_give_the_same_lines_whatever_the_threads() {
    let line = |number: usize| format!("{{\"id\":{number},\"text\":\"投资{number}亿元，增长{number}%。\"}}\n");
    let input: String = (1..400).map(line).chain(["no JSON\n".to_owned()]).chain((400..500).map(line)).collect();
    let one = run(&["--jsonl"], input.as_bytes());
    let ids: Vec<String> = lines(&one).iter().map(|fact| fact["doc"].as_str().unwrap().to_owned()).collect();
    assert!(ids.is_sorted_by_key(|id| id.parse::<usize>().unwrap()) && ids.len() == 998);
    let two = run(&["--jsonl", "--threads", "2"], input.as_bytes());
    if cfg!(feature = "rayon") {
        assert_eq!((two.stdout, two.stderr, two.status.code()), (one.stdout, one.stderr, Some(1)));
    } else {
        assert_eq!(two.status.code(), Some(2));
        assert!(String::from_utf8(two.stderr).unwrap().contains("--features rayon"));
    }
}

#[test]
fn the_page_holds_all_documents_that_could_be_read() {
    let input = "{\"id\":\"a<b\",\"text\":\"投资3亿元。\"}\nrubbish\n{\"id\":\"c\",\"text\":\"来了5家。\"}\n";
    let output = run(&["--format", "html", "--jsonl"], input.as_bytes());
    assert_eq!(output.status.code(), Some(1));
    let page = String::from_utf8(output.stdout).unwrap();
    assert!(page.starts_with("<!DOCTYPE html>\n") && page.ends_with("</html>\n"));
    let data = page
        .lines()
        .filter_map(|line| line.strip_prefix("<script type=\"application/json\" class=\"document\">")?.strip_suffix("</script>"));
    let documents: Vec<Value> = data.map(|data| serde_json::from_str(data).unwrap()).collect();
    assert_eq!(documents.iter().map(|document| document["doc"].as_str().unwrap()).collect::<Vec<_>>(), ["a<b", "c"]);
    assert_eq!(documents[0]["text"], "投资3亿元。");
    let facts = lines(&run(&["--format", "jsonl", "--jsonl"], input.as_bytes()));
    assert_eq!(documents[1]["facts"][0]["quantity"], facts[1]["quantity"]);
    if cfg!(feature = "rayon") {
        assert_eq!(String::from_utf8(run(&["--format", "html", "--jsonl", "--threads", "2"], input.as_bytes()).stdout).unwrap(), page);
    }
}

#[test]
fn wrong_usage_is_status_two() {
    assert_eq!(run(&["--format", "html", "--stage", "periods"], b"").status.code(), Some(2));
    assert_eq!(run(&["--format", "html", "--explain"], b"").status.code(), Some(2));
    assert_eq!(run(&["--no-such-option"], b"").status.code(), Some(2));
    assert_eq!(run(&["--explain=xml"], b"").status.code(), Some(2));
    assert_eq!(run(&["--explain", "--stage", "periods"], b"").status.code(), Some(2));
    for date in ["yesterday", "2024-02-30"] {
        assert_eq!(run(&["--date", date], b"").status.code(), Some(2), "{date}");
    }
}

#[test]
fn a_sentence_too_long_is_noted() {
    let output = run(&[], "全市投资5亿元，".repeat(300).as_bytes());
    assert_eq!(lines(&output).len(), 300);
    assert!(String::from_utf8_lossy(&output.stderr).contains("SentenceTooLong"));
}

#[test]
fn a_number_too_long_is_noted() {
    let output = run(&[], format!("共{}元。另有3元。", "9".repeat(40)).as_bytes());
    assert_eq!(lines(&output).len(), 1);
    assert!(String::from_utf8_lossy(&output.stderr).contains("NumberTooLong"));
}
