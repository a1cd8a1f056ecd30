//! The words that quantities are put together with.

use super::matcher::{Endings, Heads};
use super::{heads, schema};
use std::collections::BTreeMap;

/// Words that join numbers, and words that only look as if they did.
#[derive(Debug)]
pub(crate) struct FormTable {
    tenth_not_before: Heads,
    discount_not_before: Heads,
    half_not_before: Heads,
    more_not_before: Heads,
    decimals_not_before: Heads,
    range: Vec<String>,
    moves: Endings,
    arrives: Vec<String>,
    both_bounds: Vec<String>,
    list: Vec<String>,
    pub(crate) multiplies: Vec<String>,
    closes_sum: Vec<String>,
    rank_units: Vec<String>,
    ordinal_range: Vec<String>,
    letters: BTreeMap<String, u32>,
}

impl FormTable {
    pub(super) fn new(data: schema::Forms) -> Self {
        Self {
            tenth_not_before: heads(&data.tenth_not_before),
            discount_not_before: heads(&data.discount_not_before),
            half_not_before: heads(&data.half_not_before),
            more_not_before: heads(&data.more_not_before),
            decimals_not_before: heads(&data.decimals_not_before),
            range: data.range,
            moves: Endings::new(data.moves.iter().map(String::as_str)),
            arrives: data.arrives,
            both_bounds: data.both_bounds,
            list: data.list,
            multiplies: data.multiplies,
            closes_sum: data.closes_sum,
            rank_units: data.rank_units,
            ordinal_range: data.ordinal_range,
            letters: data.letters,
        }
    }

    /// Whether 成 before this text is a tenth.
    pub(crate) fn is_tenth(&self, after: &str) -> bool {
        !begins(&self.tenth_not_before, after)
    }

    /// Whether 折 before this text is a discount.
    pub(crate) fn is_discount(&self, after: &str) -> bool {
        !begins(&self.discount_not_before, after)
    }

    /// Whether 半 before this text is a half.
    pub(crate) fn is_half(&self, after: &str) -> bool {
        !begins(&self.half_not_before, after)
    }

    /// Whether 多 or 余 before this text says that there is more.
    pub(crate) fn is_more(&self, after: &str) -> bool {
        !begins(&self.more_not_before, after)
    }

    /// Whether digits before this text can be the decimals of a unit.
    pub(crate) fn are_decimals(&self, after: &str) -> bool {
        !begins(&self.decimals_not_before, after)
    }

    /// Whether a gap joins the ends of a range.
    pub(crate) fn joins_range(&self, gap: &str) -> bool {
        self.range.iter().any(|word| word == gap)
    }

    /// Whether what is joined by a gap at `at` is an amount, behind a verb of growth or decline, and the level that is arrived at.
    pub(crate) fn arrives(&self, text: &str, at: usize, gap: &str) -> bool {
        self.arrives.iter().any(|word| word == gap) && self.moves.before(text, at).is_some()
    }

    /// Whether a gap joins the members of a list.
    pub(crate) fn joins_list(&self, gap: &str) -> bool {
        self.list.iter().any(|word| word == gap)
    }

    /// The words that a range or a list may go on with at the head of `text`, as the rest behind each.
    pub(crate) fn joined<'t>(&'t self, text: &'t str) -> impl Iterator<Item = &'t str> + 't {
        self.range.iter().chain(&self.list).filter_map(move |word| text.strip_prefix(word.as_str()))
    }

    /// The text without what may stand between two bounds.
    pub(crate) fn after_both<'t>(&self, gap: &'t str) -> &'t str {
        let longest = self.both_bounds.iter().filter(|word| gap.starts_with(word.as_str())).map(String::len).max();
        &gap[longest.unwrap_or(0)..]
    }

    /// Bytes of the word that closes a sum at the head of `text`.
    pub(crate) fn closing(&self, text: &str) -> usize {
        self.closes_sum.iter().find(|word| text.starts_with(word.as_str())).map_or(0, String::len)
    }

    /// The unit of an ordinal at the head of `text`.
    pub(crate) fn rank_unit(&self, text: &str) -> Option<&str> {
        self.rank_units.iter().map(String::as_str).find(|unit| text.starts_with(unit))
    }

    /// The text behind what an ordinal goes on over.
    pub(crate) fn ordinal_goes_on<'t>(&self, text: &'t str) -> Option<&'t str> {
        self.ordinal_range.iter().find_map(|word| text.strip_prefix(word.as_str()))
    }

    /// The power of ten that Latin letters stand for.
    pub(crate) fn letter_power(&self, letters: &str) -> Option<u32> {
        self.letters.get(&letters.to_ascii_lowercase()).copied()
    }
}

fn begins(words: &Heads, text: &str) -> bool {
    words.at(text, 0, text.len()).is_some()
}
