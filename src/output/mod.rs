//! Results as files: one file a format, each over the facts.

mod csv;
mod jsonl;
mod observation;
mod time_period;

pub use csv::{CsvTable, FACTS_CSV, OBSERVATIONS_CSV};
pub use jsonl::{FactRecord, ObservationRecord, PeriodRecord, QuantityRecord, SentenceRecord};
pub use observation::{ObsStatus, Observation};
