//! Finds dates, clock times and named stretches of time.
//!
//! ```text
//! year   = 4 digits 年 | 4 Han digits 年 | 2 digits 年 (leading 0, or 80 to 99)
//! month  = 1..12 月 [份 底 末 初 上旬 …]      day = 1..31 (日 | 号)
//! clock  = h:mm[:ss] | h (时|点) [m 分 | 半 | 整 | 许]
//! dash   = "-" | "—" | "~" | "至" | "到" | "、" | "和"
//! ```
//!
//! A count of months or days (3个月, 十日内) is a quantity, not a period.

use super::numeral;
use crate::number::glyph;
use crate::span::ViewSpan;
use crate::text::CharSet;
use regex::{Regex, RegexBuilder};
use std::sync::LazyLock;

/// Day and month numbers in either script.
const N: &str = r"(?:[0-9]{1,2}|[一二三四五六七八九十廿卅]{1,3})";
/// A year that four digits give.
const Y: &str = r"(?:[12][0-9]{3}|[一二][〇零○Ｏ一二三四五六七八九]{3})";
/// What joins the ends of a stretch of time.
const DASH: &str = r"(?:-{1,2}|—{1,2}|~|至|到|、|和|及|与)";

/// Eras of China and Japan that news and encyclopedias date by.
const ERA: &str = "公元前?|西元|民国|民國|康熙|乾隆|雍正|嘉庆|道光|咸丰|同治|光绪|宣统|顺治|崇祯|万历|嘉靖|永乐|洪武|正德|成化|弘治|贞观|开元|天宝|元丰|熙宁|绍兴|建安|明治|大正|昭和|平成|令和";

static TIMES: LazyLock<Regex> = LazyLock::new(|| {
    let month = format!(r"{N}月(?:份|底|末|初|中旬|上旬|下旬|中|上半月|下半月)?");
    let day = format!(r"{N}[日号號](?:上午|下午|晚间|晚上|晚|凌晨|早间|早上|早|中午)?");
    let clock = format!(r"{N}[时時点點](?:{N}分(?:{N}秒)?|[一三]刻|半|整|许)?");
    let season = r"(?:第?[一二三四1-4]季度?|[上下]半年|春夏?|秋冬?|夏|冬|初|底|末|年中)";
    let alternatives = [
        // 2023年, 2023-2025年, 2019至2021年, 二〇二三年三月五日, 2023年一季度
        format!(r"{Y}财年"),
        format!(r"{Y}年?(?:{DASH}{Y})+年(?:度|末|底|初|间)?"),
        format!(r"{Y}年(?:度|代)?(?:{month}|{season})?(?:{DASH}(?:{Y}年)?(?:{month}|{N}月))?(?:{day})?(?:{DASH}(?:{N}月)?{day})?"),
        // 2022-4-11 16:24:30, 2022/4/11, 2022.09.28
        r"[12][0-9]{3}[-/.][0-9]{1,2}[-/.][0-9]{1,2}(?: ?[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)?".to_owned(),
        r"[12][0-9]{3}[-/][01][0-9]".to_owned(),
        // '98年, 06年, 98年
        r"(?:0[0-9]|[89][0-9])年".to_owned(),
        // 90年代, 七十年代, 21世纪20年代, 十九世纪
        format!(r"(?:[0-9]{{1,2}}|[一二三四五六七八九十]{{1,3}})世纪(?:{N}年代)?(?:初|末|中叶)?"),
        r"(?:[0-9]{2}|[一二三四五六七八九]十)年代(?:初|末|中期)?".to_owned(),
        // 1-11月, 3月5日至4月2日, 前7个月, 8月6日晚
        format!(r"{N}(?:月份?)?(?:{DASH}{N})+月份?(?:{day})?"),
        format!(r"{month}(?:{day}(?:{DASH}{N}月?{day}?)?)?(?:{DASH}{month}(?:{day})?)?(?:{clock})?"),
        format!(r"{N}(?:日|号)?(?:{DASH}{N})+[日号](?:{clock})?"),
        format!(r"{day}(?:{clock})?"),
        format!(r"(?:前|头|首|后)(?:{N}|两)个?(?:月|季度)"),
        r"第?[一二三四1-4](?:至|到|-|—|、|和)?[一二三四1-4]?季度?(?:末|初)?".to_owned(),
        // 半年
        r"(?:上|下|前|后|大|近)半(?:年度?|月|叶|场|程|夜)|半年(?:度|报|会|考|线)|年半年".to_owned(),
        // clock
        r"[0-9]{1,2}[:：∶][0-9]{2}(?:[:：∶][0-9]{2})?(?:[-—~至到][0-9]{1,2}[:：][0-9]{2})?".to_owned(),
        clock,
        // weekdays, the old calendar
        r"(?:星期|礼拜|周)[一二三四五六日天](?:至周?[一二三四五六日])?|(?:星期|礼拜)[1-6]".to_owned(),
        // years of an era
        format!(r"(?:{ERA})(?:元|[0-9]{{1,3}}|[〇零一二三四五六七八九十百廿卅]{{1,5}})年"),
        r"(?:正月|腊月|冬月|农历|阴历|初|大年)(?:初|廿)?[一二三四五六七八九十廿]{1,3}(?:月[初廿]?[一二三四五六七八九十廿]{1,3})?日?"
            .to_owned(),
    ];
    // tried where a time may begin: to look for one anywhere takes many more states
    RegexBuilder::new(&format!(r"\A(?:{})", alternatives.join("|"))).size_limit(1 << 25).build().expect("the grammar of times compiles")
});

/// What times begin with, numbers aside.
const OPENS: &str = "第前头首后上下大近半年星礼周正腊冬农阴初公西民康雍乾嘉道咸同光宣顺崇万永洪成弘贞开元天熙绍建明昭平令";

static OPENINGS: LazyLock<CharSet> = LazyLock::new(|| OPENS.chars().collect());

/// What stands behind the number that a time begins with.
const MARKS: &str = "年月日号號时時点點季世财-—~至到、和及与:：∶/";

static BEHIND: LazyLock<CharSet> = LazyLock::new(|| MARKS.chars().collect());

/// Whether a time may begin at the head of `rest`: with a word of it, or with a number that a mark of one follows.
fn may_begin(rest: &str) -> bool {
    if rest.starts_with(|c| OPENINGS.has(c)) {
        return true;
    }
    // no number of a date has more than four digits
    let number: usize = rest.chars().take(4).take_while(|c| numeral::counts(*c)).map(char::len_utf8).sum();
    let behind = &rest[number..];
    number > 0 && (behind.starts_with(|c| BEHIND.has(c)) || behind.starts_with('.') && number == 4)
}

/// The time expressions of a sentence of a text, in order.
pub(crate) fn scan(text: &str, sentence: ViewSpan) -> Vec<ViewSpan> {
    let mut found = Vec::new();
    let mut at = sentence.start;
    while let Some(c) = text[at..sentence.end].chars().next() {
        let rest = &text[at..sentence.end];
        let find = || TIMES.find(rest).map(|hit| ViewSpan::new(at, at + hit.end()));
        debug_assert!(may_begin(rest) || find().is_none(), "{rest} begins with a time");
        let begins = may_begin(rest) && !inside_number(&text[..at]);
        let span = begins.then(find).flatten().filter(|span| stands(text, *span));
        at = span.map_or(at + c.len_utf8(), |span| span.end);
        found.extend(span);
    }
    found
}

/// Whether a place, behind `head`, is the middle of a number or of a code.
fn inside_number(head: &str) -> bool {
    let numeral = |c: char| glyph::digit(c).is_some() || glyph::small(c).is_some();
    let Some(before) = head.chars().next_back() else { return false };
    before.is_ascii_alphanumeric() || numeral(before) || before == '.' && head[..head.len() - 1].ends_with(|c: char| c.is_ascii_digit())
}

/// Whether the surroundings leave the match, which begins inside no number, a time.
fn stands(text: &str, span: ViewSpan) -> bool {
    let body = span.of(text);
    let before = text[..span.start].chars().next_back();
    let rest = &text[span.end..];
    if before == Some('第') && !body.contains('季') {
        return false;
    }
    if body.contains(['年', '月', '世', '季', '半', '周', '期', '拜', '初', '/']) {
        return !body.ends_with("个月") && !out_of_calendar(body) || body.starts_with(['前', '头', '首', '后']);
    }
    match body.chars().next_back() {
        Some('日') => {
            !rest.starts_with(['内', '游', '以', '起', '之', '均', '龄', '元'])
                && before != Some('每')
                && !text[..span.start].ends_with("为期")
        }
        Some('号' | '號') => !rest.starts_with([
            '线', '楼', '机', '工', '文', '院', '台', '井', '店', '门', '厂', '桥', '馆', '令', '公', '召', '航', '建', '字', '站', '仓',
            '厅', '码',
        ]),
        Some('点' | '點') => clock_hour(text, span),
        Some('时' | '時') => !rest.starts_with(['间', '代', '期', '速', '段', '候', '常', '效', '空']),
        Some('分') => !rest.starts_with(['之', '别', '钟']),
        _ => true,
    }
}

/// A month over 12: no calendar has it, so it is a number that 月 follows.
fn out_of_calendar(body: &str) -> bool {
    let Some(month) = body.strip_suffix('月') else { return false };
    month.parse::<u32>().is_ok_and(|month| month > 12)
}

/// Whether `8点` is an hour: small, and no index or opinion counted in points.
fn clock_hour(text: &str, span: ViewSpan) -> bool {
    let body = span.of(text).trim_end_matches(['点', '點']);
    let rest = &text[span.end..];
    let small = body.parse::<u32>().map_or(!body.contains(['百', '千']), |hour| hour <= 24);
    let counted = rest.starts_with(|c: char| c.is_ascii_digit() || glyph::digit(c).is_some());
    let moved = text[..span.start].ends_with(['涨', '跌', '升', '降', '报', '至', '了', '第', '为', '达', '挫', '扬']);
    let listed = ["建议", "意见", "要求", "原因", "措施", "希望", "理由", "启示", "体会", "经验", "看法", "变化"]
        .iter()
        .any(|word| rest.starts_with(word));
    small && !counted && !moved && !listed
}
