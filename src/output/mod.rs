//! Results as files: one file a format, each over the facts.

mod annotation;
mod brat;
mod csv;
mod doccano;
mod jsonl;
mod label_studio;
mod marked;
mod observation;
#[cfg(feature = "parquet")]
mod parquet;
mod part;
mod review;
mod time_period;

pub use annotation::Annotation;
pub use brat::{BRAT_CONFIG, Brat};
pub use csv::{CsvTable, FACTS_CSV, OBSERVATIONS_CSV};
pub use doccano::{DoccanoEntity, DoccanoRecord, DoccanoRelation};
pub use jsonl::{FACT_SCHEMA, FactRecord, ObservationRecord, PeriodRecord, QuantityRecord, SentenceRecord};
pub use label_studio::{LABEL_STUDIO_CONFIG, LabelStudioData, LabelStudioPrediction, LabelStudioResult, LabelStudioTask, LabelStudioValue};
pub use marked::Marked;
pub use observation::{ObsStatus, Observation};
#[cfg(feature = "parquet")]
pub use parquet::{ParquetFacts, ParquetShape};
pub use part::{Part, Role};
pub use review::ReviewPage;
