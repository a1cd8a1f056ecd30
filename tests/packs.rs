//! Rule packs: what they change, and how bad ones are refused.

use hanfacts::Extractor;
use serde::Deserialize;
use std::path::{Path, PathBuf};

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures")
}

fn with(pack: &str) -> Extractor {
    Extractor::builder().rules("pack.toml", format!("version = 1\n{pack}")).build().unwrap()
}

/// The texts of the quantities of which facts are made.
fn found(extractor: &Extractor, text: &str) -> Vec<String> {
    extractor.extract(text).facts().iter().map(|fact| fact.quantity.text.to_string()).collect()
}

#[derive(Deserialize)]
struct Refused {
    case: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    name: String,
    pack: String,
    says: String,
}

#[test]
fn bad_packs_are_refused_with_every_error_and_its_place() {
    let text = std::fs::read_to_string(fixtures().join("packs/refused.toml")).unwrap();
    let cases = toml::from_str::<Refused>(&text).unwrap().case;
    assert!(cases.len() >= 40, "{} cases", cases.len());
    let mut wrong = Vec::new();
    for case in &cases {
        let said = Extractor::builder().rules("bad.toml", &*case.pack).build().map_or_else(|error| error.to_string(), |_| "nothing".into());
        if said != case.says {
            wrong.push(format!("{}\n{said}", case.name));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn an_empty_pack_changes_no_fact() {
    let (plain, packed) = (Extractor::new(), with(""));
    for file in std::fs::read_dir(fixtures().join("articles/texts")).unwrap() {
        let text = std::fs::read_to_string(file.unwrap().path()).unwrap();
        assert_eq!(plain.extract(&text), packed.extract(&text));
        assert_eq!(plain.periods(&text), packed.periods(&text));
    }
}

#[test]
fn a_unit_is_added_taken_over_and_switched_off() {
    let text = "港口吞吐量3200载重单位。";
    assert!(found(&Extractor::new(), text).iter().all(|quantity| quantity != "3200载重单位"));
    assert_eq!(found(&with("[[unit]]\nsurfaces = [\"载重单位\"]\ndimension = \"mass\""), text), ["3200载重单位"]);
    let over = with("[[unit]]\nsurfaces = [\"亩\"]\ndimension = \"area\"\ncode = \"m2\"\nratio = \"700\"");
    assert_eq!(over.quantities("共2亩。")[0].canonical.as_ref().unwrap().number.to_string(), "1400");
    assert_eq!(Extractor::new().quantities("共2公顷。")[0].unit, over.quantities("共2公顷。")[0].unit);
    assert_eq!(with("[off]\nunits = [\"公顷\"]").quantities("共2公顷。")[0].unit, "");
}

#[test]
fn a_name_is_left_alone_and_one_switched_off_counts_again() {
    let text = "三十里堡镇新建泊位12个。";
    let name = "version = 1\n[names]\nphrases = [\"三十里堡\"]";
    assert_eq!(found(&Extractor::new(), text), ["三十里", "12个"]);
    assert_eq!(found(&Extractor::builder().rules("a.toml", name).build().unwrap(), text), ["12个"]);
    let off = "version = 1\n[off]\nnames = [\"三十里堡\"]";
    let both = Extractor::builder().rules("a.toml", name).rules("b.toml", off).build().unwrap();
    assert_eq!(found(&both, text), ["三十里", "12个"]);
}

#[test]
fn a_word_gives_its_class_to_the_rules() {
    let text = "集装箱吞吐量同比腾跃8%。";
    let rule = |extractor: &Extractor| extractor.extract(text).facts()[0].rule.clone();
    assert_ne!(rule(&Extractor::new()), "change.based");
    assert_eq!(rule(&with("[words]\nup = [\"腾跃\"]")), "change.based");
    let off = with("[off]\nwords = [\"同比\"]");
    assert_ne!(off.extract("产值同比增长3%。").facts()[0].rule, "change.based");
}

#[test]
fn a_word_changes_its_class_and_classes_of_their_own_are_for_packs() {
    let moved = with("[words]\ndown = [\"提升\"]");
    let class = |extractor: &Extractor, word: &str| {
        let explanation = extractor.explain("产值提升3%，靠泊船舶20艘次。");
        let words: Vec<_> = explanation.sentences().iter().flat_map(|sentence| sentence.words.clone()).collect();
        words.iter().find(|found| found.text == word).map(|found| (found.class, found.meaning.to_string()))
    };
    assert_eq!(class(&Extractor::new(), "提升").unwrap().0, 'G');
    assert_eq!(class(&moved, "提升").unwrap().0, 'D');
    let own = with(
        "[words]\n1 = [\"靠泊\"]\n[[rule]]\nname = \"port.call\"\nkind = \"level\"\npattern = \"(?P<predicate>1)n*(?P<quantity>Q)\"\n\
         examples = [\"靠泊船舶20艘次。\"]\ncounter = [\"新增船舶20艘。\"]",
    );
    assert_eq!(class(&own, "靠泊"), Some(('1', "own class 1".to_owned())));
    assert_eq!(own.extract("靠泊船舶20艘次。").facts()[0].rule, "port.call");
}

#[test]
fn a_phrase_and_a_bound_are_added_and_switched_off() {
    let full = with("[[phrase]]\nsurfaces = [\"满舱\"]\nnumber = \"100\"\nunit = \"%\"\ndimension = \"ratio\"");
    assert_eq!(full.quantities("航班满舱。")[0].number.to_string(), "100");
    let about = with("[[bound]]\nbound = \"about\"\nbefore = [\"堪堪\"]");
    assert_eq!(about.quantities("堪堪30万吨。")[0].bound, hanfacts::Bound::About);
    assert!(found(&Extractor::new(), "利润翻番。") == ["翻番"] && found(&with("[off]\nphrases = [\"翻番\"]"), "利润翻番。").is_empty());
    assert_eq!(with("[off]\nbounds = [\"超过\"]").quantities("超过30万吨。")[0].bound, hanfacts::Bound::Exact);
}

#[test]
fn a_bare_number_of_an_index_and_page_furniture_are_told_by_words() {
    let text = "东港景气信号为103.5。";
    assert_eq!(found(&with("[cues]\nindex = [\"景气信号\"]"), text), ["103.5"]);
    assert!(found(&Extractor::new(), text).is_empty());
    let page = "潮汐播报员：第3班 累计播报1200次\n港口吞吐量3200万吨。";
    assert_eq!(found(&with("[layout]\nfurniture = [\"潮汐播报员\"]"), page), ["3200万吨"]);
}

#[test]
fn a_period_word_is_added_and_switched_off() {
    let flood = with("[[period.part]]\nwords = [\"主汛期\"]\nmeans = { months = [6, 8], grain = \"quarter\", alone = true }");
    let found = flood.periods_on("主汛期降雨300毫米。", "2024-12-01");
    let days = [found[0].start, found[0].end].map(|day| day.unwrap().to_string());
    assert_eq!(days, ["2024-06-01", "2024-08-31"]);
    assert!(with("[off]\nperiods = [\"去年\"]").periods_on("去年降雨300毫米。", "2024-12-01").is_empty());
}

#[test]
fn a_rule_claims_before_the_others_replaces_one_and_is_switched_off() {
    let rule = |name: &str, pattern: &str| {
        format!(
            "[[rule]]\nname = \"{name}\"\nkind = \"level\"\npattern = \"{pattern}\"\nexamples = [\"泊位12个。\"]\ncounter = [\"增长3%。\"]"
        )
    };
    let of = |extractor: &Extractor| extractor.extract("泊位12个。").facts()[0].rule.clone();
    assert_eq!(of(&Extractor::new()), "level.plain");
    assert_eq!(of(&with(&rule("port.berths", "n(?P<quantity>Q)"))), "port.berths");
    assert_eq!(of(&with(&rule("level.plain", "n(?P<quantity>Q)"))), "level.plain");
    assert!(with("[off]\nrules = [\"level.plain\"]").extract("泊位12个。").facts().is_empty());
}

#[test]
fn a_pattern_that_takes_words_for_quantities_claims_nothing() {
    // the example makes a claim, the rest of the alternation takes a noun
    let pack =
        "[[rule]]\nname = \"odd\"\nkind = \"level\"\npattern = \"(?P<quantity>[nvQ]+)\"\nexamples = [\"12个。\"]\ncounter = [\"泊位。\"]";
    let facts = with(pack).extract("泊位12个，码头很多，船舶靠泊30次。");
    assert!(facts.facts().iter().all(|fact| fact.quantity.text.starts_with(|c: char| c.is_ascii_digit())));
}

#[test]
fn a_later_pack_takes_over_from_an_earlier_one() {
    let unit =
        |ratio: &str| format!("version = 1\n[[unit]]\nsurfaces = [\"海链\"]\ndimension = \"length\"\ncode = \"m\"\nratio = \"{ratio}\"");
    let extractor = Extractor::builder().rules("a.toml", unit("180")).rules("b.toml", unit("185.2")).build().unwrap();
    assert_eq!(extractor.quantities("水深2海链。")[0].canonical.as_ref().unwrap().number.to_string(), "370.4");
}

#[test]
fn the_errors_of_all_packs_are_told_and_a_missing_file_is_named() {
    let error = Extractor::builder().rules("a.toml", "version = 2").rules("b.toml", "colour = 1").build().unwrap_err();
    let places: Vec<(&str, usize)> = error.problems().iter().map(|problem| (problem.file.as_str(), problem.line)).collect();
    assert_eq!(places, [("a.toml", 1), ("b.toml", 1), ("b.toml", 1)]);
    let error = Extractor::builder().rules_file("no/such/pack.toml").build().unwrap_err().to_string();
    assert!(error.starts_with("no/such/pack.toml: "), "{error}");
}

#[test]
fn the_examples_of_a_pack_are_checked() {
    let pack = r#"version = 1
[[example]]
text = "2024年，全港完成货物吞吐量3.2亿吨，同比增长5%。共建成500强泊位。"
date = "2025-01-20"
fact = [
  { quantity = "3.2亿吨", kind = "level", number = "320000000.0", unit = "吨", indicator = "货物吞吐量", period = "2024年", modality = "actual" },
  { quantity = "5%", kind = "change", direction = "up", basis = "yoy", base = "", rule = "change.based" },
]
no_fact = ["500强"]

[[example]]
text = "全港新增泊位12个。"
fact = [{ quantity = "12个", kind = "share", indicator = "码头" }, { quantity = "13个" }]
no_fact = ["新增泊位12个"]

[[rule]]
name = "port.idle"
kind = "rank"
pattern = "KKK(?P<quantity>#)"
"#;
    let check = Extractor::builder().rules("port.toml", pack).check().unwrap();
    let said: Vec<String> = check.failures.iter().chain(&check.idle).map(ToString::to_string).collect();
    assert_eq!(
        said,
        [
            "port.toml:13:36: example[1].fact[0].kind: found \"level\", expected \"share\"",
            "port.toml:13:57: example[1].fact[0].indicator: found \"泊位\", expected \"码头\"",
            "port.toml:13:78: example[1].fact[1].quantity: found no other fact, expected \"13个\"",
            "port.toml:14:12: example[1].no_fact[0]: found a fact of \"12个\", expected none",
            "port.toml:17:8: rule[0].name: found \"port.idle\", which nothing fires, expected an example that fires it",
        ]
    );
    assert_eq!((check.examples, check.rules, check.passes()), (2, 1, false));
}

#[test]
fn what_a_pack_may_weigh_is_bounded() {
    let refused = |builder: hanfacts::ExtractorBuilder| builder.build().unwrap_err().to_string();
    let many = (0..33).fold(Extractor::builder(), |builder, number| builder.rules(format!("{number}.toml"), "version = 1"));
    assert_eq!(refused(many), "builder: rules: found \"33 packs\", expected at most 32");
    let half = format!("version = 1\n# {}", "泊".repeat(200_000));
    let two = Extractor::builder().rules("a.toml", half.clone()).rules("b.toml", half);
    assert_eq!(refused(two), "builder: rules: found \"1200028 bytes of packs\", expected at most 1048576");
    let rule = |number: usize| format!("[[rule]]\nname = \"r{number}\"\nkind = \"level\"\npattern = \"(?P<quantity>Q)\"\n");
    let rules: String = (0..200).map(rule).collect();
    let said = refused(Extractor::builder().rules("rules.toml", format!("version = 1\n{rules}")));
    assert!(
        said.starts_with("rules.toml:2:1: rule: found 23") && said.ends_with("rules, expected at most 200, those before counted"),
        "{said}"
    );
}

#[test]
fn a_pattern_that_would_take_a_backtracker_for_ever_ends() {
    let pack = "[[rule]]\nname = \"evil\"\nkind = \"level\"\npattern = \"((n+)+)+K(?P<quantity>Q)\"";
    let text = format!("{}12个。", "泊位码头航道".repeat(2000));
    assert_eq!(found(&with(pack), &text), ["12个"]);
}

fn schema() -> jsonschema::Validator {
    jsonschema::validator_for(&serde_json::from_str(hanfacts::PACK_SCHEMA).unwrap()).unwrap()
}

fn as_json(pack: &str) -> Option<serde_json::Value> {
    toml::from_str::<toml::Table>(pack).ok().map(|table| serde_json::to_value(table).unwrap())
}

#[test]
fn the_published_schema_takes_every_good_pack() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folders = ["src/pack/data", "fixtures/packs"].map(|folder| std::fs::read_dir(root.join(folder)).unwrap());
    let files = folders.into_iter().flatten().map(|entry| entry.unwrap().path());
    let packs: Vec<PathBuf> = files.filter(|path| !path.ends_with("refused.toml") && path.extension().unwrap() == "toml").collect();
    assert!(packs.len() > 15);
    for path in packs {
        let pack = as_json(&std::fs::read_to_string(&path).unwrap()).unwrap();
        if let Err(error) = schema().validate(&pack) {
            panic!("{}: {error} at {}", path.display(), error.instance_path());
        }
    }
}

#[test]
fn the_published_schema_refuses_what_a_schema_can() {
    let text = std::fs::read_to_string(fixtures().join("packs/refused.toml")).unwrap();
    let cases = toml::from_str::<Refused>(&text).unwrap().case;
    let schema = schema();
    let taken: Vec<&str> =
        cases.iter().filter(|case| as_json(&case.pack).is_some_and(|pack| schema.is_valid(&pack))).map(|case| &*case.name).collect();
    // what only the code can tell
    assert_eq!(
        taken,
        [
            "a surface twice",
            "a word of two classes",
            "parts that are not the word",
            "a name twice",
            "a day that is none",
            "a pattern that does not compile",
            "an unknown slot",
            "a pattern that matches nothing at all",
            "a pattern too large when compiled",
            "an example that its rule does not claim",
            "a counter-example that its rule claims",
            "a rule twice",
            "a unit to switch off that is not there",
            "a rule to switch off that is not there",
            "a word to switch off that is not there",
            "an unknown class in a pattern",
            "an unknown class in a set of classes",
            "a word in a pattern",
            "a pattern that looks behind itself",
            "months from last to first",
            "a holiday on a day that is none",
        ]
    );
}

#[test]
fn words_of_time_at_their_bounds_are_read() {
    let mut pack = String::new();
    let mut text = String::new();
    let shifts = ["year", "quarter", "month", "week", "day", "whole", "century"];
    for (number, by) in [-200, 200].into_iter().enumerate() {
        for kind in shifts {
            pack += &format!("[[period.{kind}]]\nwords = [\"甲{kind}{number}\"]\nmeans = {{ by = {by}, base = \"named\" }}\n");
            text += &format!("甲{kind}{number}新增泊位12个，2023年12月31日甲{kind}{number}新增泊位12个。");
        }
    }
    for (number, (from, to)) in [(1, 1), (1, 24), (24, 24)].into_iter().enumerate() {
        pack += &format!(
            "[[period.part]]\nwords = [\"乙部{number}\"]\nmeans = {{ months = [{from}, {to}], grain = \"day\", alone = true }}\n\
             [[period.season]]\nwords = [\"乙季{number}\"]\nmeans = {{ by = 200, months = [{from}, {to}] }}\n"
        );
        text += &format!("9999年乙部{number}新增泊位12个，乙季{number}新增泊位12个。");
    }
    for (number, day) in ["0000-01-01", "9999-12-31"].into_iter().enumerate() {
        pack += &format!("[[period.event]]\nwords = [\"丙事{number}\"]\nmeans = \"{day}\"\n");
        text += &format!("丙事{number}以来新增泊位12个，丙事{number}之前新增泊位12个，丙事{number}之后新增泊位12个。");
    }
    pack += "[[period.half]]\nwords = [\"丁长\"]\nmeans = { days = 3650 }\n[[period.half]]\nwords = [\"丁短\"]\nmeans = { months = 120 }\n\
             [[period.holiday]]\nwords = [\"戊节\"]\ndates = [\"9999-12-31\", \"0000-01-01\"]\nrest = [30, 30]\nrests = [[\"9999-12-31\", \"0000-01-01\"]]\n\
             [[period.holiday]]\nwords = [\"己节\"]\ndate = [2, 29]\nrest = [30, 30]\n[[period.plan]]\nwords = [\"庚计划\"]\nmeans = { years = [1900, 2200] }\n\
             [[period.tenth]]\nwords = [\"辛旬\"]\nmeans = [31, 31]\n";
    text += "过去丁长新增泊位12个，丁短后新增泊位12个，9999年戊节期间新增泊位12个，2023年己节期间新增泊位12个，“庚计划”期间新增泊位12个，2月辛旬新增泊位12个。";
    let extractor = with(&pack);
    for date in ["2024-02-29", "0001-01-01", "9999-12-31", "0000-01-01"] {
        assert!(extractor.extract_on(&text, date).facts().len() > 20);
        assert!(extractor.periods_on(&text, date).len() > 20);
    }
}

proptest::proptest! {
    #![proptest_config(proptest::test_runner::Config { cases: 64, ..Default::default() })]

    /// A pack with a stretch of its text cut out, doubled or replaced is taken or refused with places that are in it, and what is
    /// taken reads.
    #[test]
    fn a_damaged_pack_is_refused_or_reads(start in 0..2000usize, length in 0..12usize, with in proptest::sample::select(vec![
        "", "\"", "[", "]", "=", "\n", "0", "-1", "泊位", "\"\"", "(", "?", "*", "'", "#", "true", "[[rule]]", "[off]", "words = []",
    ])) {
        let text: Vec<char> = std::fs::read_to_string(fixtures().join("packs/port.toml")).unwrap().chars().collect();
        let (start, end) = (start.min(text.len()), (start + length).min(text.len()));
        let damaged: String = text[..start].iter().copied().chain(with.chars()).chain(text[end..].iter().copied()).collect();
        match Extractor::builder().rules("port.toml", damaged.clone()).build() {
            Ok(extractor) => drop(extractor.quantities("全港完成货物吞吐量5.31亿吨，同比增长4.2%。")),
            Err(error) => {
                proptest::prop_assert!(!error.problems().is_empty(), "{error}");
                for problem in error.problems() {
                    let line = damaged.split('\n').nth(problem.line - 1);
                    proptest::prop_assert!(line.is_some_and(|line| problem.column <= line.chars().count() + 1), "{problem}");
                }
            }
        }
    }
}

#[test]
fn numbers_at_the_ends_of_what_a_decimal_holds_are_read() {
    const MOST: &str = "79228162514264337593543950335";
    const LEAST: &str = "0.0000000000000000000000000001";
    for ratio in [
        MOST,
        LEAST,
        "79228162514264337593543950335/0.0000000000000000000000000001",
        "0.0000000000000000000000000001/79228162514264337593543950335",
    ] {
        let unit = format!(
            "[[unit]]\nsurfaces = [\"海链\"]\ndimension = \"length\"\ncode = \"m\"\nratio = \"{ratio}\"\nparts = {{ \"寻\" = \"{ratio}\" }}\n"
        );
        let phrase = format!("[[phrase]]\nsurfaces = [\"满舱\"]\nnumber = \"{MOST}\"\nunit = \"海链\"\ndimension = \"length\"\n");
        let extractor = with(&format!("{unit}{phrase}"));
        for number in ["3", MOST, LEAST, "9999亿"] {
            let text = format!("航道长{number}海链5寻，占{number}海链的5%，航班满舱，增长{number}%。");
            assert!(!extractor.extract(&text).facts().is_empty());
            let found = extractor.quantities(&text);
            assert!(found.iter().any(|quantity| quantity.unit == "海链" && text[quantity.span.bytes()].starts_with(number)), "{text}");
        }
    }
}
