use super::{Furniture, View};
use crate::span::{SourceIndex, ViewSpan};

fn furniture() -> Furniture {
    Furniture::new(["签到", "查看:", "回复:"]).unwrap()
}

fn view(source: &str) -> String {
    View::new(source, &furniture()).text().to_owned()
}

#[test]
fn widths_fold_and_blanks_inside_words_go() {
    assert_eq!(view("増１２．５％"), "増12.5%\n");
    assert_eq!(view("全年完成制 造业投资3.5 亿元，同比增长。"), "全年完成制造业投资3.5亿元，同比增长。\n");
    assert_eq!(view("出\u{ad}口\u{200b}额"), "出口额\n");
    assert_eq!(view("iPhone 14 出货"), "iPhone 14出货\n");
}

#[test]
fn a_line_with_every_character_apart_is_closed_up() {
    assert_eq!(view("投 资 3 6 4 6 . 4 7 亿 元"), "投资3646.47亿元\n");
}

#[test]
fn wrapped_lines_join_and_paragraphs_stay_apart() {
    let wrapped = "全年实现工业总产值三百多\n亿元，同比增长百分之六，\n增速居全市前列。\n二是投资保持增长，完成\n五十亿元。";
    assert_eq!(view(wrapped), "全年实现工业总产值三百多亿元，同比增长百分之六，增速居全市前列。\n二是投资保持增长，完成五十亿元。\n");
    assert_eq!(
        view("工作回顾\n去年全县完成投资三十五亿元，增长百分之八，连续五年居全市首位，总量也创下历史新高。"),
        "工作回顾\n去年全县完成投资三十五亿元，增长百分之八，连续五年居全市首位，总量也创下历史新高。\n"
    );
}

#[test]
fn a_number_cut_from_its_unit_joins() {
    assert_eq!(view("其中制造业投资6.51亿\n\n元，同比增长84.9%。"), "其中制造业投资6.51亿元，同比增长84.9%。\n");
}

#[test]
fn captions_between_the_halves_of_a_sentence_are_left_out() {
    let source = "企业集群，指的是那些数量不多却很有创新活力，而且愿意长期投入研发的一批具备创新活\n\n园区核心区一角\n\n力的中小企业，它们释放的潜力超乎想象。";
    assert!(view(source).contains("具备创新活力的中小企业"), "{}", view(source));
}

#[test]
fn furniture_is_left_out() {
    assert_eq!(view("查看: 5861|回复: 0\n产值增长。\n签到天数: 2244 天"), "产值增长。\n");
    assert_eq!(view("2 j) I$ m$# [! |  o% R- v\n产值增长。"), "产值增长。\n");
}

#[test]
fn spans_go_back_to_the_source_and_forth() {
    let source = "\u{feff}工业产值６.51亿\r\n\r\n元，增。";
    let view = View::new(source, &furniture());
    let start = view.text().find('6').unwrap();
    let end = start + "6.51亿元".len();
    let span = ViewSpan::new(start, end);
    let index = SourceIndex::new(source);
    let (found, text) = view.written(span, &index);
    assert_eq!(&source[found.bytes()], "６.51亿\r\n\r\n元");
    assert_eq!(text, "６.51亿元");
}
