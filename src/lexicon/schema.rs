//! The shape of the data that tables are made of, as serde reads it. The format of packs says what each key is for.

use serde::Deserialize;
use std::collections::BTreeMap;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Units {
    pub(super) unit: Vec<Unit>,
    pub(super) lead: Vec<Lead>,
}

/// One unit of measure and all ways to write it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Unit {
    /// A surface that begins with 个 and goes on (个百分点) says that 个 may stand before the unit and belongs to its writing.
    #[serde(default)]
    pub(super) surfaces: Vec<String>,
    /// It stands before the number so (¥1,200).
    #[serde(default)]
    pub(super) prefixes: Vec<String>,
    pub(super) dimension: crate::quantity::Dimension,
    /// UCUM code, or ISO 4217 for money.
    pub(super) code: Option<String>,
    /// What one of it is worth in `code`: a decimal or a fraction.
    pub(super) ratio: Option<String>,
    /// It is no unit where the text goes on with one of these.
    #[serde(default)]
    pub(super) not_before: Vec<String>,
    /// It is read after ASCII digits only.
    #[serde(default)]
    pub(super) not_after_han: bool,
    /// One digit after it is a tenth (一米七, 3块5).
    #[serde(default)]
    pub(super) elides: bool,
    /// Smaller units that may follow with a number of their own, and their worth in this one.
    #[serde(default)]
    pub(super) parts: BTreeMap<String, String>,
}

/// A word before the number that turns a unit or a sign (零下5度, 华氏100度).
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Lead {
    pub(super) surface: String,
    /// The units that it goes with.
    pub(super) units: Vec<String>,
    /// The unit that it makes of them.
    pub(super) becomes: Option<String>,
    #[serde(default)]
    pub(super) negative: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Bounds {
    pub(super) bound: Vec<BoundWords>,
    pub(super) floating: Vec<FloatingWords>,
}

/// Adverbs that bound a number behind a short verb.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FloatingWords {
    pub(super) bound: crate::quantity::Bound,
    pub(super) words: Vec<String>,
}

/// The words of one bound.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct BoundWords {
    pub(super) bound: crate::quantity::Bound,
    #[serde(default)]
    pub(super) before: Vec<String>,
    #[serde(default)]
    pub(super) after: Vec<String>,
    /// The words `before` do not count where one of these stands right before them (最近, 通过).
    #[serde(default)]
    pub(super) not_after: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Phrases {
    pub(super) phrase: Vec<Phrase>,
}

/// Words that are a quantity without a numeral of their own (持平, 翻番, 首位).
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Phrase {
    pub(super) surfaces: Vec<String>,
    pub(super) number: String,
    pub(super) unit: String,
    pub(super) dimension: crate::quantity::Dimension,
    #[serde(default)]
    pub(super) not_before: Vec<String>,
    #[serde(default)]
    pub(super) not_after: Vec<String>,
    /// The head of the surface that bounds it and stays outside (过 of 过半).
    #[serde(default)]
    pub(super) head: String,
    /// How the head bounds it.
    pub(super) bound: Option<crate::quantity::Bound>,
    /// It must stand at the end of its clause, or before 的.
    #[serde(default)]
    pub(super) closes_clause: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Names {
    /// Fixed phrases that hold a numeral.
    pub(super) phrases: Vec<String>,
    /// What a number followed by this is the label of (500强, 3号).
    pub(super) label_after: Vec<String>,
    /// What a number after this is the label of (电话, 群号).
    pub(super) label_before: Vec<String>,
    /// What a time span followed by this belongs to (三年行动).
    pub(super) programme_after: Vec<String>,
    /// Verbs and nouns that make an ordinal a rank.
    pub(super) rank_before: Vec<String>,
    /// What may stand right after an ordinal that ranks (第7高的).
    pub(super) rank_after: Vec<String>,
    /// What makes a number of articles the name of a policy (新政25条).
    pub(super) policy_before: Vec<String>,
    /// Measure words that a digit behind them makes part of an address (3栋502室).
    pub(super) address: Vec<String>,
    /// Words before 一 that make it point rather than count (那一年).
    pub(super) pointed: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Forms {
    pub(super) tenth_not_before: Vec<String>,
    pub(super) discount_not_before: Vec<String>,
    pub(super) half_not_before: Vec<String>,
    pub(super) more_not_before: Vec<String>,
    pub(super) decimals_not_before: Vec<String>,
    pub(super) range: Vec<String>,
    /// Verbs behind which a sum is how much something moved.
    pub(super) moves: Vec<String>,
    /// What joins it to the level that is arrived at.
    pub(super) arrives: Vec<String>,
    pub(super) both_bounds: Vec<String>,
    pub(super) list: Vec<String>,
    pub(super) multiplies: Vec<String>,
    pub(super) closes_sum: Vec<String>,
    pub(super) rank_units: Vec<String>,
    pub(super) ordinal_range: Vec<String>,
    pub(super) letters: BTreeMap<String, u32>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Words {
    #[serde(default)]
    pub(super) split: BTreeMap<String, Vec<String>>,
    /// The lists, by key.
    #[serde(flatten)]
    pub(super) lists: BTreeMap<String, Vec<String>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Layout {
    pub(super) furniture: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Cues {
    /// Nouns whose value is a bare number (指数, 得分).
    pub(super) index: Vec<String>,
    /// Verbs between such a noun and its value.
    pub(super) reaches: Vec<String>,
    /// What may follow such a value where it moves on (由1.45降至1.22).
    pub(super) moves: Vec<String>,
    /// What stands before 一 and a measure word where they count nothing.
    pub(super) one_not_after: Vec<String>,
    /// Measure words with which 一 counts nothing.
    pub(super) one_vague: Vec<String>,
}

/// Words by which a passage is told to look back or ahead.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Passage {
    /// Words of aims and expectations.
    pub(super) ahead: Vec<String>,
    /// Verbs that look either way.
    pub(super) bare: Vec<String>,
    /// Words of what has been done.
    pub(super) back: Vec<String>,
}
