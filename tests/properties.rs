//! What holds for any text: the laws (`laws`) for texts that proptest makes, and what single texts owe.

use hanfacts::{Extractor, SourceIndex};
use proptest::prelude::*;

mod laws;

/// Pieces that articles, and those who break extractors, are made of.
fn piece() -> impl Strategy<Value = String> {
    let fixed = prop::sample::select(laws::pieces::PIECES.to_vec()).prop_map(str::to_owned);
    prop_oneof![4 => fixed, 1 => any::<String>(), 1 => "[0-9０-９.,%]{1,6}"]
}

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(piece(), 0..24).prop_map(|pieces| pieces.concat())
}

#[test]
fn a_fact_reaches_from_its_first_slot_to_its_last() {
    let source = "城区新增绿地；1-3月，全市完成投资3.2亿\n元，同比增长5%。";
    let document = Extractor::new().extract_on(source, "2024-04-10");
    let texts: Vec<&str> = document.facts().iter().map(|fact| fact.text.as_str()).collect();
    assert_eq!(texts, ["1-3月，全市完成投资3.2亿元", "1-3月，全市完成投资3.2亿元，同比增长5%"]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 768, ..ProptestConfig::default() })]

    #[test]
    fn the_laws_of_texts_hold(source in text()) {
        laws::target("text", source.as_bytes());
    }

    #[test]
    fn the_index_counts_as_the_standard_library_does(source in any::<String>()) {
        let index = SourceIndex::new(&source);
        for at in source.char_indices().map(|(at, _)| at).chain([source.len()]) {
            prop_assert_eq!(index.scalar(at), source[..at].chars().count());
            prop_assert_eq!(index.utf16(at), source[..at].encode_utf16().count());
            let place = index.position(at);
            prop_assert!(place.line >= 1 && place.column >= 1);
        }
    }
}

#[test]
fn public_types_cross_threads() {
    fn crosses<T: Send + Sync + 'static>() {}
    crosses::<Extractor>();
    crosses::<hanfacts::ExtractorBuilder>();
    crosses::<hanfacts::Document>();
    crosses::<hanfacts::Explanation>();
    crosses::<hanfacts::Fact>();
    crosses::<hanfacts::Quantity>();
    crosses::<hanfacts::Error>();
    crosses::<SourceIndex<'static>>();
}

#[test]
fn one_is_a_count_where_nothing_follows_it() {
    let texts =
        |source: &str| Extractor::new().extract(source).facts().iter().map(|fact| fact.quantity.text.to_string()).collect::<Vec<_>>();
    assert_eq!(texts("塌方造成死亡一人、失踪一人。"), ["一人", "一人"]);
    for source in ["按照培育一批、出库一批的办法推进。", "当地有一家企业。", "每户一份，先到先得。", "双方属于同一个。"]
    {
        assert!(texts(source).is_empty(), "{source}");
    }
}

#[test]
fn numbers_that_fill_a_decimal_keep_the_laws_with_whatever_follows() {
    const MOST: &str = "79228162514264337593543950335";
    for after in [
        "小时41分钟",
        "小时5分半",
        "米七",
        "斤半",
        "个半月",
        "元3角",
        "元3角5分",
        "成",
        "折",
        "倍多",
        "%",
        "亿元",
        "万",
        "至3%",
        "分之一",
        "米六八",
        "块5",
    ] {
        for text in [
            format!("长{MOST}{after}。"),
            format!("占比三至{MOST}{after}，增长{MOST}{after}，占{MOST}{after}的5%。"),
            format!("0.{MOST}{after}。"),
        ] {
            laws::target("text", text.as_bytes());
        }
    }
}
