//! Explanations: where slots come from, what rules bound, why a quantity makes no fact.

use hanfacts::explain::{ExplainedFact, Explanation, KindFrom, Origin, Outcome, Reason, SlotName};
use hanfacts::{Extractor, Kind, Span};
use std::fs;
use std::path::Path;

fn explain(source: &str) -> Explanation {
    Extractor::new().explain_on(source, "2024-03-01")
}

fn fact(source: &str, id: usize) -> ExplainedFact {
    explain(source).facts().nth(id).unwrap().clone()
}

#[test]
fn an_inherited_slot_names_the_fact_whose_slot_it_was() {
    let source = "全市完成投资5亿元。同比增长3.3%。";
    let origins = fact(source, 1).origins;
    assert_eq!(origins.indicator, Origin::Fact { id: 0, slot: SlotName::Indicator });
    assert_eq!(origins.subject, Origin::Fact { id: 0, slot: SlotName::Subject });
}

#[test]
fn a_whole_may_be_what_an_earlier_fact_measures() {
    let source = "1-11月，全市实现规上工业总产值3646.47亿元，同比增长3.3%，总量居全省第二；其中新兴产业占比为41.2%。";
    let explained = fact(source, 3);
    assert_eq!(explained.fact.share.unwrap().whole.unwrap().text, "规上工业总产值");
    assert_eq!(explained.origins.whole, Some(Origin::Fact { id: 1, slot: SlotName::Indicator }));
}

#[test]
fn what_the_sentence_holds_is_chosen_there() {
    let origins = fact("2023年，全市完成投资5亿元。", 0).origins;
    assert_eq!([origins.indicator, origins.subject, origins.predicate, origins.period], [Origin::Sentence; 4]);
    assert_eq!([origins.change, origins.whole, origins.scope], [None; 3]);
}

#[test]
fn an_inherited_period_says_from_where() {
    let source = "2023年，全市完成投资5亿元。新建学校12所。";
    let Origin::InForce { since } = fact(source, 1).origins.period else { panic!("{:?}", fact(source, 1).origins) };
    assert_eq!(&source[since.bytes()], "2023年");

    let source = "销量与上年持平，利润翻番。";
    assert_eq!(fact(source, 0).origins.period, Origin::First);
    assert_eq!(fact(source, 1).origins.period, Origin::Fact { id: 0, slot: SlotName::Period });

    assert_eq!(fact("新建学校12所。", 0).origins.period, Origin::Nothing);
}

#[test]
fn a_quantity_may_be_its_own_cue_and_verb() {
    let origins = fact("利润翻番。", 0).origins;
    assert_eq!((origins.predicate, origins.change), (Origin::Quantity, Some(Origin::Quantity)));
}

#[test]
fn a_rule_tells_what_its_groups_bound() {
    let source = "新引企业较上年末增加8家。";
    let claim = fact(source, 0).claim;
    assert_eq!((claim.rule.as_str(), claim.kind, claim.listed), ("change.against", Kind::Change, false));
    let groups: Vec<(&str, &str)> = claim.groups.iter().map(|group| (group.slot.as_ref(), &source[group.span.bytes()])).collect();
    assert_eq!(groups, [("cue", "增加"), ("base", "上年末")]);
    assert_eq!(fact(source, 0).origins.change, Some(Origin::Rule));
}

#[test]
fn a_member_of_a_list_is_claimed_with_its_first() {
    let listed: Vec<bool> = explain("收入分别增长9%和6%。").facts().map(|explained| explained.claim.listed).collect();
    assert_eq!(listed, [false, true]);
}

#[test]
fn a_kind_says_whether_the_rule_gave_it() {
    let chosen = fact("2014年，全省外贸进出口增长预期目标为8%左右。", 0);
    assert_eq!((chosen.claim.kind, chosen.fact.kind, chosen.kind_from), (Kind::Level, Kind::Change, KindFrom::Choice));
    assert_eq!(fact("产值达5亿元。", 0).kind_from, KindFrom::Rule);
    assert_eq!(fact("产值增长5%。", 0).kind_from, KindFrom::Rule);
}

#[test]
fn every_reason_has_a_case() {
    let cases = [
        ("现场来了数十家企业。", "数十家", Reason::Vague),
        ("当地有一家企业。", "一家", Reason::One),
        ("开了半天会。", "半天", Reason::Half),
        ("引进1亿项目。", "1亿", Reason::Grade),
        ("全年12369、12345平台受理862件。", "12369", Reason::NoIndex),
        ("欧元对美元汇率昨收于1.2427，升值18.5%。", "1.2427", Reason::NoValue),
        ("过去的五年，完成投资3亿元。", "五年", Reason::InPeriod),
        ("近三人民币3万元。", "3万元", Reason::InQuantity),
    ];
    for (source, text, reason) in cases {
        let explanation = explain(source);
        let found = explanation.quantities().find(|quantity| quantity.text == text);
        assert_eq!(found.map(|quantity| &quantity.outcome), Some(&Outcome::Reason(reason)), "{source} {explanation}");
    }
}

#[test]
fn a_sentence_without_fact_has_its_words_too() {
    let explanation = explain("全市完成投资5亿元。当地有一家企业。今天天气很好。");
    let texts: Vec<&str> = explanation.sentences().iter().map(|sentence| sentence.text.as_str()).collect();
    assert_eq!(texts, ["全市完成投资5亿元", "当地有一家企业"]);
    let words: Vec<(&str, char)> = explanation.sentences()[1].words.iter().map(|word| (word.text.as_str(), word.class)).collect();
    assert_eq!(words, [("当地", 'n'), ("有", 'E'), ("一家", 'm'), ("企业", 'n')]);
}

#[test]
fn words_have_class_meaning_and_part_of_speech() {
    let explanation = explain("钱塘区增长3%。");
    let words = &explanation.sentences()[0].words;
    let growth = words.iter().find(|word| word.text == "增长").unwrap();
    assert_eq!((growth.class, growth.meaning.as_ref(), growth.tag.as_deref()), ('G', "verb of growth", Some("v")));
    assert!(growth.known);
    let quantity = words.last().unwrap();
    assert_eq!((quantity.class, quantity.tag.as_deref()), ('R', None));
}

#[test]
fn spans_are_those_of_the_source_whatever_its_layout() {
    let source = "全市完成投资３.2\r\n亿元，同 比增长5%。当地有一\n家企业。";
    let explanation = explain(source);
    for (span, text) in spans(&explanation) {
        let claimed: String = source[span.bytes()].chars().filter(|c| !c.is_whitespace()).collect();
        assert_eq!(claimed, text);
    }
}

/// Every span of an explanation with the text that it claims; those of its facts are tested with the facts.
fn spans(explanation: &Explanation) -> Vec<(Span, &str)> {
    let mut all = Vec::new();
    for sentence in explanation.sentences() {
        all.push((sentence.span, sentence.text.as_str()));
        all.extend(sentence.words.iter().map(|word| (word.span, word.text.as_str())));
        all.extend(sentence.quantities.iter().map(|quantity| (quantity.span, quantity.text.as_str())));
    }
    all.extend(explanation.facts().flat_map(|explained| &explained.claim.groups).map(|group| (group.span, group.text.as_str())));
    all
}

#[test]
fn articles_give_the_same_facts_explained_or_not() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/articles/texts");
    let extractor = Extractor::new();
    for entry in fs::read_dir(folder).unwrap() {
        let source = fs::read_to_string(entry.unwrap().path()).unwrap();
        let explanation = extractor.explain_on(&source, "2024-03-01");
        let facts: Vec<_> = explanation.facts().map(|explained| explained.fact.clone()).collect();
        assert_eq!(facts, extractor.extract_on(&source, "2024-03-01").facts());
        for (span, text) in spans(&explanation) {
            let written = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            assert_eq!(written(&source[span.bytes()]), written(text));
        }
        for explained in explanation.facts() {
            // a slot is inherited where its origin says so
            let carried = |origin: Origin| matches!(origin, Origin::Fact { .. } | Origin::InForce { .. } | Origin::First);
            let fact = &explained.fact;
            assert_eq!(fact.indicator.as_ref().is_some_and(|slot| slot.inherited), carried(explained.origins.indicator));
            assert_eq!(fact.period.as_ref().is_some_and(|slot| slot.inherited), carried(explained.origins.period));
            assert_eq!(fact.indicator.is_none(), explained.origins.indicator == Origin::Nothing);
            if let Origin::Fact { id, .. } = explained.origins.indicator {
                assert_eq!(facts[id].indicator.as_ref().unwrap().text, fact.indicator.as_ref().unwrap().text);
            }
            if let Origin::Fact { id, .. } = explained.origins.period {
                assert_eq!(facts[id].period.as_ref().unwrap().span, fact.period.as_ref().unwrap().span);
            }
        }
        let json = serde_json::to_string(&explanation).unwrap();
        assert_eq!(serde_json::from_str::<Explanation>(&json).unwrap(), explanation);
    }
}
