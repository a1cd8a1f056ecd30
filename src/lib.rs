//! Numeric facts from Chinese text.
mod error;
mod extractor;
mod fact;
mod lexicon;
mod name;
mod number;
mod output;
mod period;
mod quantity;
mod span;
mod text;
mod token;

pub use error::Error;
pub use extractor::{Document, Extractor, ExtractorBuilder, Note, NoteKind};
pub use fact::{Basis, Change, Direction, Fact, Kind, Modality, PeriodSlot, Rank, Share, Slot};
pub use output::{FactRecord, QuantityRecord};
pub use quantity::{Bound, Canonical, Dimension, Quantity};
pub use span::{Position, SourceIndex, Span};
