//! Texts of sizes that nobody writes: the laws hold, and what was cut is noted. Never a time: `benches/hostile.sh` counts instructions.

use hanfacts::{Document, Extractor, NoteKind};

mod laws;

const SIZE: usize = 13 << 10;

/// A unit over and over, up to a size.
fn run(unit: &str) -> String {
    unit.repeat(SIZE / unit.len())
}

/// The facts of a text, their laws held.
fn read(source: &str) -> Document {
    laws::text::facts(&Extractor::new(), source)
}

fn cuts(document: &Document) -> usize {
    document.notes().iter().filter(|note| note.kind == NoteKind::SentenceTooLong).count()
}

/// Clauses of ordinary text, without an end of a sentence.
fn clauses(count: usize) -> String {
    let things = ["工业总产值", "固定资产投资", "进出口总额", "社会消费品零售总额"];
    (0..count).map(|at| format!("{}{}.{}亿元，同比增长{}%，", things[at % 4], at % 97 + 3, at % 9, at % 13 + 1)).collect()
}

#[test]
fn runs_of_one_word_between_quantities_keep_the_laws() {
    let units = [
        "一",
        "9",
        "亿",
        "、",
        ",",
        "增长",
        "“",
        "(",
        "同比",
        "第",
        "2024年",
        "%",
        "\n",
        "9 ",
        "1.",
        "1-",
        "1/",
        "1,",
        "分之",
        "百分之",
        "去年",
        "《",
        "e\u{301}5",
        "\u{200b}",
        "🇨🇳",
        "5\n",
    ];
    for unit in units {
        read(&format!("全年投资5亿元{}6亿元。", run(unit)));
    }
}

#[test]
fn what_is_dense_without_an_end_is_cut_and_noted() {
    for unit in ["3%", "1-", "（5", "“5”", "其中5家、"] {
        assert!(cuts(&read(&unit.repeat(300))) > 0, "{unit}");
    }
}

#[test]
fn a_sentence_without_an_end_is_cut_between_clauses_and_keeps_its_facts() {
    let source = clauses(300);
    let document = read(&source);
    assert_eq!(document.facts().len(), 600);
    assert_eq!(cuts(&document), document.notes().len());
    assert_eq!(cuts(&document), 600 / 128);
    for note in document.notes() {
        assert!(note.span.bytes().is_empty() && source[..note.span.bytes().start].ends_with('，'), "{note:?}");
    }
}

#[test]
fn a_long_text_of_sentences_is_not_cut() {
    let sentences = clauses(300).replace("%，", "%。");
    assert!(read(&sentences).notes().is_empty());
}

#[test]
fn hundreds_of_quantities_in_one_sentence_are_all_read() {
    let names = ["医院", "学校", "银行", "工厂", "商场"];
    let list: Vec<String> = (0..600).map(|at| format!("{}{}家", names[at % 5], at % 97 + 3)).collect();
    let document = read(&format!("全市新增{}。", list.join("、")));
    assert_eq!(document.facts().len(), 600);
}

#[test]
fn a_number_of_any_length_is_one_note() {
    let document = read(&format!("投资{}元。", "9".repeat(50_000)));
    assert!(document.facts().is_empty());
    assert_eq!(document.notes().iter().filter(|note| note.kind == NoteKind::NumberTooLong).count(), 1);
}

#[test]
fn quotes_may_nest_to_any_depth() {
    for [open, close] in [["“", "”"], ["《", "》"], ["(", ")"]] {
        read(&format!("{}投资5亿元{}。", open.repeat(10_000), close.repeat(10_000)));
        read(&format!("{}{}投资5亿元。", "‘".repeat(5_000), close.repeat(5_000)));
    }
}

#[test]
fn blanks_and_line_breaks_without_end_part_no_text() {
    for blanks in [" ", "\u{3000}", "\n", "\r\n", "\t"] {
        let document = read(&format!("全年投资5亿元。{}全年投资6亿元。", blanks.repeat(30_000)));
        assert_eq!(document.facts().len(), 2);
    }
}
