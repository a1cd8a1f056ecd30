//! Results as files: one file a format, each over the facts.

mod jsonl;
mod review;

pub use jsonl::{FactRecord, PeriodRecord, QuantityRecord, SentenceRecord};
pub use review::ReviewPage;
