//! The table of time expressions: text and dates as written, and the same dates where pages break the text.

mod common;

use hanfacts::{Extractor, TimeExpression};
use proptest::prelude::*;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    text: String,
    date: String,
    periods: Vec<Expected>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    text: String,
    start: Option<String>,
    end: Option<String>,
}

type Row = (String, Option<String>, Option<String>);

fn rows(found: Vec<TimeExpression>) -> Vec<Row> {
    found
        .into_iter()
        .map(|found| (found.text.to_string(), found.start.map(|day| day.to_string()), found.end.map(|day| day.to_string())))
        .collect()
}

fn check(cases: &[Case], given: impl Fn(&str) -> String) {
    let extractor = Extractor::new();
    let mut wrong = Vec::new();
    for case in cases {
        let source = given(&case.text);
        let found = extractor.periods_on(&source, &case.date);
        for expression in &found {
            let claimed: String = source[expression.span.bytes()].chars().filter(|c| !c.is_whitespace()).collect();
            assert_eq!(claimed, expression.text.replace(' ', ""), "{source:?}");
        }
        let got = rows(found);
        let want: Vec<Row> = case.periods.iter().map(|p| (given(&p.text), p.start.clone(), p.end.clone())).collect();
        let same = got.len() == want.len()
            && got
                .iter()
                .zip(&want)
                .all(|(got, want)| got.1 == want.1 && got.2 == want.2 && got.0 == want.0.replace(char::is_whitespace, ""));
        if !same {
            wrong.push(format!("{source:?} on {}\n    want {want:?}\n    got  {got:?}", case.date));
        }
    }
    assert!(wrong.is_empty(), "{} of {} cases\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

#[test]
fn every_case_as_written() {
    check(&common::cases("periods"), str::to_owned);
}

#[test]
fn every_everyday_case_as_written() {
    check(&common::cases("periods_everyday"), str::to_owned);
}

#[test]
fn full_width_figures_change_nothing() {
    let widen = |c: char| if c.is_ascii_digit() { char::from_u32(c as u32 + 0xFEE0).unwrap_or(c) } else { c };
    check(&common::cases("periods"), |text| text.chars().map(widen).collect());
}

#[test]
fn without_a_reference_date_only_named_times_have_dates() {
    let found = rows(Extractor::new().periods("去年，产量3万吨。2021年，上半年产量2万吨。"));
    let whole = |text: &str, start: &str, end: &str| (text.to_owned(), Some(start.to_owned()), Some(end.to_owned()));
    assert_eq!(found[0], ("去年".to_owned(), None, None));
    assert_eq!(found[1], whole("2021年", "2021-01-01", "2021-12-31"));
    assert_eq!(found[2], whole("上半年", "2021-01-01", "2021-06-30"));
}

#[test]
fn the_head_of_the_page_gives_the_reference_date() {
    let pages = [
        "青禾市新建公园\n发布日期：2024-03-15  来源：青禾日报\n去年建成32座。",
        "青禾市新建公园\n来源：青禾日报 2024年3月15日 09:30 浏览次数：120\n去年建成32座。",
        "青禾市新建公园\n（2024年3月15日）\n去年建成32座。",
        "青禾市2024年公园名单\n新华社青禾3月15日电 去年建成32座。",
        "青禾市新建公园\n时间：2024 年 3 月 15 日\n去年建成32座。",
        "青禾市新建公园\n发布时间: 2024/03/15 10:20:30\n去年建成32座。",
    ];
    for page in pages {
        let found = Extractor::new().periods(page);
        let last = found.iter().find(|found| found.text == "去年").unwrap_or_else(|| panic!("{page}"));
        assert_eq!(last.start.unwrap().to_string(), "2023-01-01", "{page}");
    }
}

#[test]
fn dates_that_no_calendar_has_have_no_dates() {
    let extractor = Extractor::new();
    for text in ["2023年2月30日", "2023年2月29日"] {
        let found = rows(extractor.periods_on(text, "2024-02-29"));
        assert_eq!(found, [(text.to_owned(), None, None)]);
    }
    for text in ["2023-13-45", "0年", "二〇二三年十三月", "第99周", "前99个月", "9999年12月31日之后"] {
        for (found, start, end) in rows(extractor.periods_on(text, "2024-02-29")) {
            assert!(found != text || (start.is_none() && end.is_none()), "{text}: {start:?} to {end:?}");
        }
    }
    assert_eq!(extractor.periods_on("上世纪初", "0001-01-01")[0].start, None);
    assert_eq!(extractor.periods_on("2024年2月29日", "2024-03-01")[0].end.unwrap().to_string(), "2024-02-29");
    assert_eq!(extractor.periods_on("去年2月", "2025-03-01")[0].end.unwrap().to_string(), "2024-02-29");
    assert!(extractor.periods_on("去年", "no date")[0].start.is_none());
}

const PIECES: [&str; 48] = [
    "2023",
    "99",
    "0",
    "31",
    "9999",
    "十",
    "一",
    "二〇二三",
    "廿",
    "年",
    "月",
    "日",
    "号",
    "个月",
    "季度",
    "旬",
    "上",
    "下",
    "去年",
    "上年",
    "上月",
    "周",
    "末",
    "底",
    "初",
    "至",
    "-",
    "、",
    "和",
    "截至",
    "自",
    "以来",
    "至今",
    "前",
    "后",
    "期间",
    "“",
    "”",
    "春节",
    "五一",
    "十四五",
    "世纪",
    "年代",
    "近",
    "来",
    "同期",
    "。",
    "2月30日",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 1024, ..ProptestConfig::default() })]

    #[test]
    fn any_text_gives_lawful_expressions_in_order(pieces in prop::collection::vec(prop::sample::select(&PIECES[..]), 0..16), day in 0..3_usize) {
        let source = pieces.concat();
        let date = ["2024-02-29", "9999-12-31", "0001-01-01"][day];
        let mut before = 0;
        for found in Extractor::new().periods_on(&source, date) {
            prop_assert!(found.span.bytes().start >= before && found.span.bytes().end <= source.len());
            prop_assert_eq!(&source[found.span.bytes()], found.text.as_str());
            before = found.span.bytes().end;
            if let (Some(start), Some(end)) = (&found.start, &found.end) {
                prop_assert!(start <= end, "{:?}", found);
            }
        }
    }
}

#[test]
fn a_long_text_is_read_to_its_end() {
    let unit = "2022年产4吨、“十四五”期间产20吨，";
    let found = Extractor::new().periods(&unit.repeat(5000));
    assert_eq!(found.len(), 10_000);
}
