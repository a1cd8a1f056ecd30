//! Figures that cannot be as printed are marked, and figures that can be are not.

use hanfacts::{Doubt, Extractor};

/// The doubts of a text, each with the quantity of its fact.
fn doubts(text: &str) -> Vec<(String, Doubt)> {
    let document = Extractor::new().extract_on(text, "2024-03-15");
    let facts = document.facts().iter();
    facts.flat_map(|fact| fact.doubts.iter().map(|doubt| (fact.quantity.text.to_string(), doubt.clone()))).collect()
}

fn is_doubted(text: &str, quantity: &str, reason: impl Fn(&Doubt) -> bool) {
    let found = doubts(text);
    assert!(found.iter().any(|(of, doubt)| of == quantity && reason(doubt)), "{text}: {found:?}");
    assert_eq!(found.len(), 1, "{text}: {found:?}");
}

fn are_clear(texts: &[&str]) {
    for text in texts {
        assert_eq!(doubts(text), [], "{text}");
    }
}

#[test]
fn a_share_is_no_larger_than_its_whole() {
    let above = |doubt: &Doubt| *doubt == Doubt::AboveWhole;
    is_doubted("全市研发经费占地区生产总值的比重为454%。", "454%", above);
    is_doubted("高技术产业增加值占规上工业的315.2%。", "315.2%", above);
    is_doubted("2023年，全县森林覆盖率为163.5%。", "163.5%", above);
    is_doubted("抽检合格率达998%。", "998%", above);
    is_doubted("常住人口城镇化率为660.5%。", "660.5%", above);
    are_clear(&[
        "全市研发经费占地区生产总值的比重为4.54%。",
        "城镇新增就业3.2万人，占年度计划的108.9%。",
        "银行业拨备覆盖率为211.7%。",
        "抽检合格率达100%。",
        "全年完成投资86亿元，为年度任务的167.06%。",
        "工业产值同比增长454%。",
    ]);
}

#[test]
fn a_part_is_no_larger_than_its_total() {
    let above = |doubt: &Doubt| matches!(doubt, Doubt::AboveTotal { .. });
    is_doubted("全年完成进出口总额85.2亿元，其中，出口853亿元。", "853亿元", above);
    is_doubted("全市粮食播种面积120万亩，其中小麦面积640万亩。", "640万亩", above);
    is_doubted("全年完成进出口总额85.2亿元，其中，出口85.6亿元。", "85.6亿元", above);
    are_clear(&[
        "全年完成进出口总额85.2亿元，其中，出口53亿元。",
        "全年完成投资85亿元，其中，工业投资85亿元。",
        // a mean is no sum
        "全市人均可支配收入3.2万元，其中，城镇居民人均可支配收入4.1万元。",
        // another unit
        "全年完成投资8.5亿元，其中新开工项目36个。",
    ]);
}

#[test]
fn parts_come_to_no_more_than_their_total() {
    let below = |doubt: &Doubt| matches!(doubt, Doubt::BelowParts { .. });
    is_doubted("全年接待游客500万人次，其中，省内游客320万人次，省外游客260万人次。", "500万人次", below);
    are_clear(&[
        "全年接待游客500万人次，其中，省内游客320万人次，省外游客180万人次。",
        // rounded
        "全年完成投资10亿元，其中，工业投资5.2亿元，农业投资4.9亿元。",
        // a second breakdown along another line
        "全年进出口总额100亿元，其中，出口60亿元，进口40亿元；民营企业进出口70亿元。",
        "收到举报件386件，其中来电241件、来信145件，重点件37件。",
    ]);
}

#[test]
fn growth_is_what_the_levels_give() {
    let against = |doubt: &Doubt| matches!(doubt, Doubt::AgainstLevels { .. });
    is_doubted("2022年，全县粮食总产量为50万吨。2023年，全县粮食总产量为40万吨，同比增长20%。", "20%", against);
    is_doubted("2022年，全县用电量为20亿千瓦时。2023年，全县用电量为22亿千瓦时，同比增长100%。", "100%", against);
    are_clear(&[
        "2022年，全县粮食总产量为50万吨。2023年，全县粮食总产量为40万吨，同比下降20%。",
        "2022年，全县用电量为20亿千瓦时。2023年，全县用电量为22亿千瓦时，同比增长10%。",
        // at constant prices
        "2022年，全县地区生产总值为500亿元。2023年，全县地区生产总值为520亿元，同比增长6.1%。",
        // growth of another year
        "2022年，全县粮食总产量为50万吨。2023年，全县粮食总产量为40万吨。2022年，全县粮食总产量同比增长20%。",
        // another year
        "2020年，全县用电量为20亿千瓦时。2023年，全县用电量为40亿千瓦时，同比增长10%。",
    ]);
}

#[test]
fn what_is_done_is_not_ahead() {
    is_doubted("截至2025年6月底，全县已建成公园12座。", "12座", |doubt| *doubt == Doubt::Ahead);
    is_doubted("截至2024年11月3日，全市已累计发放贷款12亿元。", "12亿元", |doubt| *doubt == Doubt::Ahead);
    are_clear(&["2023年，全县建成公园12座。", "2025年，全县将建成公园12座。", "力争2025年建成公园12座。"]);
}
