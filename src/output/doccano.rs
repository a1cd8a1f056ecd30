//! Records for doccano.

use super::marked::Marked;
use serde::Serialize;

/// A document for [doccano](https://doccano.github.io/doccano/), one line of its format “JSONL (relation)” for projects of sequence labelling with relations,
/// which have to allow overlapping spans. Offsets are code points, as doccano counts them where its project does not count graphemes.
///
/// ```
/// use hanfacts::{Extractor, Marked};
///
/// let source = "𠮷县投资5亿元。";
/// let document = Extractor::new().extract(source);
/// let record = serde_json::to_value(Marked::new("a.txt", source, &document).doccano()).unwrap();
/// let quantity = record["entities"].as_array().unwrap().iter().find(|entity| entity["label"] == "Level").unwrap();
/// assert_eq!((&quantity["start_offset"], &quantity["end_offset"]), (&4.into(), &7.into()));
/// ```
#[derive(Debug, Clone, Serialize)]
pub struct DoccanoRecord<'a> {
    /// The name of the document, which doccano keeps as metadata.
    pub doc: &'a str,
    /// The text.
    pub text: &'a str,
    /// Quantities, labelled by the kind of their fact, and slots, by their name.
    pub entities: Vec<DoccanoEntity>,
    /// From a quantity to each slot of its fact, and to the quantities of the levels that it speaks of or is a part of.
    pub relations: Vec<DoccanoRelation>,
}

/// A labelled span.
#[derive(Debug, Clone, Serialize)]
pub struct DoccanoEntity {
    /// Counts from 0 within a document.
    pub id: usize,
    /// First code point.
    pub start_offset: usize,
    /// The code point after the last.
    pub end_offset: usize,
    /// Its label.
    pub label: String,
}

/// What a span is to a quantity.
#[derive(Debug, Clone, Serialize)]
pub struct DoccanoRelation {
    /// Counts from 0 within a document.
    pub id: usize,
    /// The entity that is the quantity.
    pub from_id: usize,
    /// The entity that is the slot, or the quantity of the level that it speaks of or is a part of.
    pub to_id: usize,
    /// The name of the slot, `about` or `part_of`.
    #[serde(rename = "type")]
    pub kind: &'static str,
}

impl<'a> Marked<'a> {
    /// The document as a record of doccano.
    pub fn doccano(&self) -> DoccanoRecord<'a> {
        let stretches = self.stretches();
        let entity = |(id, stretch): (usize, &super::marked::Stretch<'_>)| DoccanoEntity {
            id,
            start_offset: stretch.span.scalars().start,
            end_offset: stretch.span.scalars().end,
            label: stretch.label.clone(),
        };
        let relations = self.relations(&stretches).into_iter().enumerate();
        let relations = relations.map(|(id, (from_id, kind, to_id))| DoccanoRelation { id, from_id, to_id, kind });
        DoccanoRecord {
            doc: self.doc,
            text: self.source,
            entities: stretches.all.iter().enumerate().map(entity).collect(),
            relations: relations.collect(),
        }
    }
}
