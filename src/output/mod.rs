//! Results as files: one file a format, each over the facts.

mod jsonl;

pub use jsonl::{FactRecord, PeriodRecord, QuantityRecord, SentenceRecord};
