//! Which way a passage looks: how many of its words look ahead, how many back, around a place; and how round its numbers are, since
//! plans are round and reports are not.

use crate::choice::bucket;
use crate::lexicon::{Outlook, PassageTable};
use crate::quantity::Draft;
use crate::text::View;
use std::ops::Range;

/// The words of a document that look ahead or back, in order.
#[derive(Debug)]
pub(super) struct Passages {
    words: Vec<(u32, Outlook)>,
    all: Looks,
    digits: [char; 2],
}

/// How many bytes of a paragraph are looked at on either side.
const NEAR: usize = 900;

/// How many words look ahead, are bare verbs, look back.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Looks {
    ahead: usize,
    bare: usize,
    back: usize,
}

impl Looks {
    fn of(words: impl Iterator<Item = Outlook>) -> Self {
        let mut looks = Self::default();
        for outlook in words {
            match outlook {
                Outlook::Ahead => looks.ahead += 1,
                Outlook::Bare => looks.bare += 1,
                Outlook::Back => looks.back += 1,
            }
        }
        looks
    }

    /// The share of words that look ahead of those that look either way, as a letter: `-` where there is none, else `0` to `4`.
    pub(super) fn lean(self) -> char {
        share(4 * self.ahead, self.ahead + self.back)
    }

    /// As above, bare verbs counted as half a word that looks ahead.
    pub(super) fn bare_lean(self) -> char {
        let ahead = 2 * self.ahead + self.bare;
        share(5 * ahead, ahead + 2 * self.back)
    }

    /// How many words look ahead, up to three, and how many back.
    pub(super) fn counts(self) -> [char; 2] {
        [bucket(self.ahead.min(3)), bucket(self.back.min(3))]
    }
}

/// A quotient as a letter; `-` where there is nothing to divide by.
fn share(part: usize, whole: usize) -> char {
    part.checked_div(whole).map_or('-', bucket)
}

/// How many digits of a number are left without the zeros at its ends.
pub(super) fn significant(draft: &Draft) -> usize {
    let mut digits = draft.low.normalize().mantissa().unsigned_abs();
    while digits > 0 && digits.is_multiple_of(10) {
        digits /= 10;
    }
    digits.checked_ilog10().map_or(0, |log| log as usize + 1)
}

/// What a passage looks like from a sentence of it.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Passage {
    /// The sentence itself.
    pub(super) own: Looks,
    /// Its paragraph before it, behind it.
    pub(super) before: Looks,
    pub(super) behind: Looks,
    /// What stands before its paragraph: the end of the one before, a heading.
    pub(super) earlier: Looks,
    /// The whole document.
    pub(super) all: Looks,
    /// The significant digits of the document's numbers: their mean in thirds, and how many quarters of them have three or more.
    pub(super) digits: [char; 2],
}

impl Passages {
    pub(super) fn new(text: &str, table: &PassageTable, drafts: &[Draft]) -> Self {
        let words: Vec<(u32, Outlook)> = table.all(text).map(|(at, outlook)| (at as u32, outlook)).collect();
        let digits: usize = drafts.iter().map(significant).sum();
        let exact = drafts.iter().filter(|draft| significant(draft) > 2).count();
        let count = drafts.len().max(1);
        let digits = [bucket((3 * digits / count).min(12)), bucket(4 * exact / count)];
        Self { all: Looks::of(words.iter().map(|(_, outlook)| *outlook)), words, digits }
    }

    /// The passage around a sentence.
    pub(super) fn around(&self, view: &View<'_>, sentence: Range<usize>) -> Passage {
        let floor = sentence.start.saturating_sub(NEAR);
        let ceiling = sentence.end + NEAR;
        let ends = view.line_ends();
        let (before, from) = ends.split_at(ends.partition_point(|at| (*at as usize) < sentence.start));
        let start = before.last().map_or(floor, |at| floor.max(*at as usize));
        let end = from.iter().map(|at| *at as usize).find(|at| *at >= sentence.end).map_or(ceiling, |at| ceiling.min(at));
        Passage {
            own: self.looks(sentence.clone()),
            before: self.looks(start..sentence.start),
            behind: self.looks(sentence.end..end),
            earlier: self.looks(start.saturating_sub(NEAR)..start),
            all: self.all,
            digits: self.digits,
        }
    }

    fn looks(&self, range: Range<usize>) -> Looks {
        let first = self.words.partition_point(|(at, _)| (*at as usize) < range.start);
        Looks::of(self.words[first..].iter().take_while(|(at, _)| (*at as usize) < range.end).map(|(_, outlook)| *outlook))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;
    use crate::token::JiebaSegmenter;

    /// The passage around the sentence that begins with `head`.
    fn around(text: &str, head: &str) -> Passage {
        let lexicon = Lexicon::built_in().unwrap();
        let segmenter = JiebaSegmenter::new(lexicon.words.dictionary());
        let view = View::new(text, &lexicon.furniture);
        let scan = crate::quantity::scan(view.text(), &lexicon, &segmenter);
        let start = view.text().find(head).unwrap();
        let end = start + view.text()[start..].find('。').unwrap();
        Passages::new(view.text(), &lexicon.passage, &scan.drafts).around(&view, start..end)
    }

    #[test]
    fn a_plan_looks_ahead_and_a_report_looks_back() {
        let plan = around("今年要抓好就业，力争新增岗位3万个。新建学校12所。下一步还将建成医院2座。", "新建");
        let report = around("去年新增就业3.26万人，同比增长4.7%。建成学校12所。全市累计建成医院21座。", "建成学校");
        assert_eq!((plan.before.lean(), plan.behind.lean()), ('4', '4'));
        assert_eq!((report.before.lean(), report.behind.lean()), ('0', '0'));
    }

    #[test]
    fn a_paragraph_ends_what_is_looked_at() {
        let text = "力争产值达到50亿元。\n\n去年新增就业3万人。";
        let passage = around(text, "去年");
        assert_eq!((passage.before.counts(), passage.earlier.lean()), (['0', '0'], '2'));
    }

    #[test]
    fn plans_are_round() {
        let [plan, _] = around("新建学校12所，改造旧房3000套，投资20亿元。", "新建").digits;
        let [report, _] = around("投资3646.47亿元，增长12.45%，就业31476人。", "投资").digits;
        assert!(plan < report, "{plan} {report}");
    }
}
