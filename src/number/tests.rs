use super::{Fuzz, Read, read};

/// Reads at the start; the units known are those named.
fn value(text: &str) -> Option<(String, Option<String>, usize)> {
    let units = ["千瓦", "千米", "百分点", "个", "斤", "人"];
    match read(text, 0, &|at| units.iter().any(|unit| text[at..].starts_with(unit))) {
        Read::Found(n) => Some((n.low.to_string(), n.high.map(|h| h.to_string()), n.span.end)),
        _ => None,
    }
}

fn low(text: &str) -> String {
    let (low, _, end) = value(text).unwrap_or_else(|| panic!("{text} is not read"));
    assert_eq!(end, text.len(), "{text} is not read to its end");
    low
}

#[test]
fn every_digit_glyph_has_its_worth() {
    let worth = |text: &str| text.chars().map(|c| super::glyph::digit(c).unwrap().0).collect::<Vec<_>>();
    assert_eq!(worth("零一二三四五六七八九"), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    assert_eq!(worth("〇壹贰叁肆伍陆柒捌玖"), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    assert_eq!(worth("○两兩貳弐參叄陸"), [0, 2, 2, 2, 2, 3, 3, 6]);
}

#[test]
fn the_list_of_glyphs_has_all_that_count() {
    let counts = |c: &char| super::glyph::counts(*c) && !c.is_ascii() && !super::glyph::VAGUE.contains(c);
    let mut listed: Vec<char> = super::glyph::HAN.chars().collect();
    listed.sort_unstable();
    assert_eq!(listed, ('\0'..=char::MAX).filter(counts).collect::<Vec<_>>());
}

#[test]
fn numerals_are_read_exactly() {
    for (text, want) in [
        ("3646.47亿", "364647000000"),
        ("23,876", "23876"),
        ("5.0", "5.0"),
        ("18.20万", "182000"),
        ("1万2千", "12000"),
        ("1万2", "12000"),
        ("3.2万亿", "3200000000000"),
        ("1亿3千万", "130000000"),
        ("三亿零四百七十五万", "304750000"),
        ("三万五", "35000"),
        ("两千六", "2600"),
        ("一百五", "150"),
        ("三万零五", "30005"),
        ("十四万六千", "146000"),
        ("二千五百六十亿", "256000000000"),
        ("一千零一", "1001"),
        ("一百一十二", "112"),
        ("二十", "20"),
        ("七点八", "7.8"),
        ("十四点三", "14.3"),
        ("五十五点三", "55.3"),
        ("二十点五", "20.5"),
        ("九点五亿", "950000000"),
        ("壹仟玖佰", "1900"),
        ("三萬五千", "35000"),
        ("二〇二三", "2023"),
        ("廿五", "25"),
        ("三分之一", "0.3333"),
        ("五分之一", "0.2"),
        ("3/4", "0.75"),
        ("二又二分之一", "2.5"),
        ("百分之七点八", "7.8"),
        ("百分之百", "100"),
        ("千分之三", "3"),
        ("-139.13万", "-1391300"),
        ("负3.2万", "-32000"),
        ("十五万三千", "153000"),
        ("1.5千万", "15000000"),
        ("三十一万多亿", "31000000000000"),
        ("1亿3千多万", "130000000"),
        ("15余万", "150000"),
        ("6800多万", "68000000"),
        ("100余", "100"),
        ("三百余", "300"),
        ("1e3", "1000"),
    ] {
        assert_eq!(low(text), want, "{text}");
    }
}

#[test]
fn a_zero_that_nothing_follows_ends_a_numeral() {
    for text in ["一百零", "一百零e", "三万零𠮷", "8万零", "二百〇\n"] {
        let (number, high, _) = value(text).unwrap();
        assert!(number.ends_with("00") && high.is_none(), "{text}: {number}");
    }
}

#[test]
fn adjacent_digits_make_a_range() {
    for (text, from, to) in [
        ("两三", "2", "3"),
        ("十五六万", "150000", "160000"),
        ("七八千", "7000", "8000"),
        ("三四十", "30", "40"),
        ("二十三四", "23", "24"),
        ("三五", "3", "5"),
    ] {
        assert_eq!(value(text), Some((from.into(), Some(to.into()), text.len())), "{text}");
    }
}

#[test]
fn a_unit_that_begins_like_a_magnitude_stays_a_unit() {
    assert_eq!(value("5千瓦").unwrap().2, 1);
    assert_eq!(value("三千米").unwrap().0, "3");
    assert_eq!(value("40万千瓦").unwrap().0, "400000");
    assert_eq!(value("3百分点").unwrap().0, "3");
}

#[test]
fn a_numeral_too_long_is_reported() {
    let long = "9".repeat(60);
    assert_eq!(read(&long, 0, &|_| false), Read::TooLong(60));
    let huge = "9999999999999999999999万亿";
    assert_eq!(read(huge, 0, &|_| false), Read::TooLong(huge.len()));
}

/// Prints an integer in Han numerals, as GB/T 15835 writes them.
fn print(value: u64) -> String {
    const DIGITS: [&str; 10] = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    for (magnitude, name) in [(100_000_000, "亿"), (10_000, "万"), (1_000, "千"), (100, "百"), (10, "十")] {
        if value >= magnitude {
            let rest = value % magnitude;
            let zero = if rest > 0 && rest < magnitude / 10 { "零" } else { "" };
            let tail = if rest > 0 { print(rest) } else { String::new() };
            return format!("{}{name}{zero}{tail}", print(value / magnitude));
        }
    }
    DIGITS[value as usize].to_owned()
}

proptest::proptest! {
    #[test]
    fn what_is_printed_is_read_back(value in 10_u64..1_000_000_000_000) {
        let text = print(value);
        proptest::prop_assert_eq!(low(&text), value.to_string(), "{}", text);
    }

    #[test]
    fn decimals_are_read_back_with_their_zeros(integer in 0_u32..1_000_000, decimals in "[0-9]{1,6}") {
        let text = format!("{integer}.{decimals}");
        proptest::prop_assert_eq!(low(&text), text);
    }
}

#[test]
fn codes_are_marked() {
    for text in ["002724", "2022.09.28", "1.2.3"] {
        let Read::Found(numeral) = read(text, 0, &|_| false) else { panic!("{text}") };
        assert!(numeral.code, "{text}");
    }
}

#[test]
fn blurred_numerals_say_so() {
    let fuzz = |text: &str| match read(text, 0, &|at| text[at..].starts_with('人') || text[at..].starts_with('个')) {
        Read::Found(numeral) => Some(numeral.fuzz),
        _ => None,
    };
    assert_eq!(fuzz("100余人"), Some(Fuzz::Over));
    assert_eq!(fuzz("十几个"), Some(Fuzz::Over));
    assert_eq!(fuzz("一百来个"), Some(Fuzz::Near));
    assert_eq!(fuzz("1000+人"), Some(Fuzz::Over));
    assert_eq!(fuzz("千人"), Some(Fuzz::Bare));
    assert_eq!(fuzz("百余人"), Some(Fuzz::Vague));
    assert_eq!(fuzz("数十人"), Some(Fuzz::Vague));
    assert_eq!(fuzz("十人"), Some(Fuzz::Sharp));
    assert_eq!(fuzz("几个"), None);
}
