//! The records of JSON Lines: a result and the document that it came from.

use super::observation::Observation;
use crate::explain::ExplainedSentence;
use crate::fact::Fact;
use crate::period::TimeExpression;
use crate::quantity::Quantity;
use serde::Serialize;

/// The JSON Schema (draft 2020-12) of a [`FactRecord`], and of the key `file` that `extract` adds where a text is not the bytes of its file. It is closed:
/// a key that it does not name is refused.
pub const FACT_SCHEMA: &str = include_str!("fact.schema.json");

/// A fact with the name of its document: one line of the output; [`FACT_SCHEMA`] says of what form.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct FactRecord<'a> {
    /// The file's name without its folder, or the id that the input gave.
    pub doc: &'a str,
    /// The fact, its fields beside `doc`.
    #[serde(flatten)]
    pub fact: &'a Fact,
}

/// A quantity with the name of its document: one line of the output of the stage `quantities`.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct QuantityRecord<'a> {
    /// The file's name without its folder, or the id that the input gave.
    pub doc: &'a str,
    /// The quantity.
    pub quantity: &'a Quantity,
}

/// A time expression with the name of its document: one line of the output of the stage `periods`.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct PeriodRecord<'a> {
    /// The file's name without its folder, or the id that the input gave.
    pub doc: &'a str,
    /// The time expression.
    pub period: &'a TimeExpression,
}

/// An explained sentence with the name of its document: one line of the output of `--explain=json`.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct SentenceRecord<'a> {
    /// The file's name without its folder, or the id that the input gave.
    pub doc: &'a str,
    /// The sentence, its fields beside `doc`.
    #[serde(flatten)]
    pub sentence: &'a ExplainedSentence,
}

/// An observation with the name of its document: one line of the output of `--format observations`.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct ObservationRecord<'a> {
    /// The file's name without its folder, or the id that the input gave.
    pub doc: &'a str,
    /// The observation, its fields beside `doc`.
    #[serde(flatten)]
    pub observation: &'a Observation,
}
