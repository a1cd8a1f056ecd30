//! Numeric facts from Chinese text, with exact values and offsets back into the source.
//!
//! ```
//! use hanfacts::{Bound, Extractor};
//!
//! let source = "全年实现规上工业总产值3646.47亿\n元,拥有规上企业100余家。";
//! let document = Extractor::new().extract(source);
//! let quantity = &document.facts()[0].quantity;
//! assert_eq!(quantity.number.to_string(), "364647000000");
//! assert_eq!(&source[quantity.span.bytes()], "3646.47亿\n元");
//! assert_eq!(document.facts()[1].quantity.bound, Bound::Gt);
//! ```
//!
//! An [`Extractor`] reads a text into a [`Document`] of [`Fact`]s; each holds a [`Quantity`] with its [`Span`]. The stages alone are
//! [`Extractor::quantities`] and [`Extractor::periods`]; [`Extractor::explain`] says how each fact [came about](explain).
//! [`Document::observations`] brings facts together as rows of a table, [`FACTS_CSV`] and [`OBSERVATIONS_CSV`] write them, [`Marked`] is for annotation tools, and
//! [`FACT_SCHEMA`] says of what form the JSON of a fact is.
//!
//! # How
//! The source becomes a *view* (widths folded, wrapped lines joined, strewn spaces dropped) that keeps the way back. Numerals are
//! read on the view's characters by a closed grammar, units and names come from data, and so do times. A sentence that holds a
//! quantity is cut by jieba into words, each word gets a class of one letter, and rules – regular expressions over the string of
//! classes – say whether the quantity is a [level, change, share or rank](Kind). The other slots are chosen among candidates: the
//! phrases around the quantity, the periods of the sentence, the slots of the facts before. Each candidate has features, each
//! feature a weight that was fitted on texts with gold, and the highest sum wins. Spans are mapped back once, at the end.
//!
//! # Other fields
//! Units, phrases, indicators, names, words of time and rules are data. [Rule packs](guide) add to it, replace and switch off:
//! [`ExtractorBuilder::rules_file`].
//!
//! # How right
//! [What was measured](accuracy), on what, how it fails, and what other systems do on the same texts.
//!
//! # Offsets
//! Every span is half-open, in UTF-8 bytes and in Unicode scalar values; neither splits a grapheme cluster, and
//! `&source[span.bytes()]` is the text claimed. [`SourceIndex`] turns bytes into UTF-16 units and line:column.
//!
//! # Limits
//! Values are exact decimals of up to 28 digits; a longer number is left out and [noted](Document::notes). A sentence of more
//! than 12,000 bytes (4,000 Han characters) or 128 figures is cut, at the end of a clause where one is near, and that is noted as well; so
//! time and memory grow with the text and no faster. Extraction never fails and never depends on a clock.
//!
//! # Rust version and targets
//! Rust 1.88. An increase is a minor release. Builds for `wasm32-unknown-unknown` where clang is there: jieba's dictionary is unpacked by
//! zstd, which is C.
#[doc = include_str!("accuracy.md")]
pub mod accuracy {}
mod builder;
mod choice;
mod error;
pub mod explain;
mod extractor;
mod fact;
#[doc = include_str!("guide.md")]
pub mod guide {}
mod lexicon;
mod name;
mod number;
mod output;
mod pack;
mod period;
mod quantity;
mod rules;
mod span;
mod text;
mod token;
mod trial;

pub use builder::ExtractorBuilder;
#[cfg(feature = "fit")]
pub use choice::fit;
pub use error::{Error, Problem};
pub use explain::Explanation;
#[cfg(feature = "stages")]
pub use extractor::Stage;
pub use extractor::{Document, Extractor, Note, NoteKind};
pub use fact::{Basis, Change, Direction, Doubt, Fact, Kind, Modality, PeriodSlot, Rank, Share, Slot};
pub use output::ReviewPage;
pub use output::{Annotation, BRAT_CONFIG, Brat, DoccanoEntity, DoccanoRecord, DoccanoRelation, Marked};
pub use output::{CsvTable, FACTS_CSV, OBSERVATIONS_CSV, ObsStatus, Observation, Part, Role};
pub use output::{FACT_SCHEMA, FactRecord, ObservationRecord, PeriodRecord, QuantityRecord, SentenceRecord};
pub use output::{LABEL_STUDIO_CONFIG, LabelStudioData, LabelStudioPrediction, LabelStudioResult, LabelStudioTask, LabelStudioValue};
#[cfg(feature = "parquet")]
pub use output::{ParquetFacts, ParquetShape};
pub use pack::PACK_SCHEMA;
pub use period::{Date, NoDate, TimeExpression};
pub use quantity::{Bound, Canonical, Dimension, Quantity};
pub use span::{Position, SourceIndex, Span, Text};
pub use trial::Check;

/// The READMEs, their examples compiled.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
#[doc = include_str!("../README.zh.md")]
struct Readme;
