//! Numerals that count nothing: labels, codes, fixed phrases, words that happen to hold one.
//!
//! The steps, in order: `quoted` finds labels in quotation marks and titles, `label` looks at what touches the numeral,
//! `word` asks the segmenter whether the numeral is part of a longer word.

mod label;
mod quoted;
mod word;

pub(crate) use label::{Measured, beside_han, label};
pub(crate) use quoted::{Quoted, labels_near, outermost_titles, quoted};
pub(crate) use word::Words;
