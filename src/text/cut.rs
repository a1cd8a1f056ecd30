//! Where monstrous sentences are cut: pages without full stops, tables in one line. What a sentence costs grows faster than its length, and
//! no reader would look further for a subject either.

use super::{breaks, glyph, sentences};
use crate::span::ViewSpan;

/// Bytes of the longest sentence that is read as one: 4,000 Han characters, where the longest of any corpus has 400.
const LONGEST: usize = 12_000;
/// Figures (numbers in ASCII digits) of the fullest sentence that is read as one, where the fullest of any corpus has 37.
const FULLEST: usize = 128;
/// Bytes of a sentence that holds so many figures at least, a digit and what parts it from the next.
const PLAIN: usize = 2 * FULLEST;

/// Where the sentences of a view are cut, in order: at the last end of a clause in the second half of what may stand, else
/// between two characters.
pub(super) fn places(text: &str) -> Vec<usize> {
    let mut places = Vec::new();
    for sentence in sentences(text, ViewSpan::new(0, text.len())).filter(|sentence| sentence.end - sentence.start > PLAIN) {
        let mut start = sentence.start;
        while let Some(place) = place(text, ViewSpan::new(start, sentence.end)) {
            places.push(place);
            start = place;
        }
    }
    places
}

/// Where the first piece of a sentence ends, if it is not all of it.
fn place(text: &str, rest: ViewSpan) -> Option<usize> {
    let (mut clause, mut word) = (None, None);
    let mut figures = 0;
    let [mut before, mut last] = [' '; 2];
    for (offset, c) in rest.of(text).char_indices() {
        let at = rest.start + offset;
        if at > rest.start && parts(last, c) {
            // 1，234 is one number
            let number = before.is_ascii_digit() && text[at..].chars().take(4).take_while(char::is_ascii_digit).count() == 3;
            if is_mark(last) && !number {
                clause = Some(at);
            } else if !is_mark(last) && !is_mark(c) {
                word = Some(at);
            }
        }
        figures += usize::from(c.is_ascii_digit() && !last.is_ascii_digit() && last != '.');
        if offset > LONGEST || figures > FULLEST {
            // an end of a clause far back would leave a scrap
            let found = clause.filter(|place| place - rest.start > offset / 2).or(word).or(clause);
            if found.is_some() {
                return found;
            }
        }
        (before, last) = (last, c);
    }
    None
}

/// Whether a character parts clauses or members of a list.
fn is_mark(c: char) -> bool {
    glyph::parts_clause(c) || c == '、'
}

/// Whether a sentence may be cut between two characters: never inside a number in figures or an ASCII word, nor between characters that may be of
/// one grapheme cluster.
fn parts(before: char, after: char) -> bool {
    let joins = |c: char| c.is_ascii_alphanumeric() || c == '.';
    glyph::stands_alone(before) && glyph::stands_alone(after) && !(joins(before) && joins(after)) && !breaks(after)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_write_is_not_cut() {
        assert!(places(&"全年投资5亿元，".repeat(100)).is_empty());
        assert!(places(&"全年投资5亿元。".repeat(20_000)).is_empty());
    }

    #[test]
    fn a_long_sentence_is_cut_behind_a_comma() {
        let text = "全年投资很多，".repeat(2000);
        let places = places(&text);
        assert!(places.len() > 2 && places.iter().all(|place| text[..*place].ends_with('，')));
    }

    #[test]
    fn a_full_sentence_is_cut_behind_a_comma() {
        let text = "投资1，234亿元，".repeat(400);
        let places = places(&text);
        assert_eq!(places.len(), 6);
        assert!(places.iter().all(|place| text[..*place].ends_with("元，")));
    }

    #[test]
    fn signs_and_brackets_part_figures_where_no_clause_ends() {
        for unit in ["3%", "1-", "（5", "1,", "—5", "“5”", "3元", "3℃", "5㎡", "①5", "ア5", "5·"] {
            assert!(!places(&unit.repeat(1000)).is_empty(), "{unit}");
        }
    }

    #[test]
    fn no_number_in_figures_is_cut() {
        assert!(places(&"9".repeat(50_000)).is_empty());
        let text = format!("{}，{}万", "9".repeat(20_000), "8".repeat(20_000));
        assert_eq!(places(&text), [20_003, 40_003]);
    }
}
