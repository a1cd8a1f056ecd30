//! Tasks for Label Studio.

use super::marked::Marked;
use serde::Serialize;

/// The labelling interface that [`LabelStudioTask`]s are for.
pub const LABEL_STUDIO_CONFIG: &str = r##"<View>
  <Relations>
    <Relation value="indicator"/><Relation value="subject"/><Relation value="predicate"/><Relation value="period"/><Relation value="change"/>
    <Relation value="base"/><Relation value="whole"/><Relation value="scope"/><Relation value="about"/><Relation value="part_of"/>
  </Relations>
  <Labels name="label" toName="text">
    <Label value="Level" background="#2e7d32"/><Label value="Change" background="#f9a825"/><Label value="Share" background="#00838f"/>
    <Label value="Rank" background="#8e24aa"/><Label value="Indicator"/><Label value="Subject"/><Label value="Predicate"/><Label value="Period"/>
    <Label value="Base"/><Label value="Whole"/><Label value="Scope"/><Label value="Cue"/>
  </Labels>
  <Style>.htx-text { white-space: pre-wrap; }</Style>
  <Text name="text" value="$text"/>
</View>
"##;

/// A document as a task of [Label Studio](https://labelstud.io/guide/predictions) with its facts as predictions, for the interface [`LABEL_STUDIO_CONFIG`];
/// a file for its import is a JSON array of them.
///
/// Offsets are code points. Up to 2021 Label Studio counted UTF-16 units; since
/// [its editor's pull request 308](https://github.com/HumanSignal/label-studio-frontend/pull/308) it counts code points, as its page on the tag `Text` says
/// by slicing with Python.
///
/// ```
/// use hanfacts::{Extractor, Marked};
///
/// let source = "𠮷县投资5亿元。";
/// let document = Extractor::new().extract(source);
/// let task = serde_json::to_value(Marked::new("a.txt", source, &document).label_studio()).unwrap();
/// let results = task["predictions"][0]["result"].as_array().unwrap();
/// let quantity = results.iter().find(|result| result["value"]["labels"][0] == "Level").unwrap();
/// assert_eq!((&quantity["value"]["start"], &quantity["value"]["text"]), (&4.into(), &"5亿元".into()));
/// ```
#[derive(Debug, Clone, Serialize)]
pub struct LabelStudioTask<'a> {
    /// What is labelled.
    pub data: LabelStudioData<'a>,
    /// One: what this crate read.
    pub predictions: Vec<LabelStudioPrediction>,
}

/// What is labelled.
#[derive(Debug, Clone, Serialize)]
pub struct LabelStudioData<'a> {
    /// The text.
    pub text: &'a str,
    /// The name of the document.
    pub doc: &'a str,
}

/// What was read.
#[derive(Debug, Clone, Serialize)]
pub struct LabelStudioPrediction {
    /// This crate and its version.
    pub model_version: &'static str,
    /// Spans, and relations from a quantity to the slots of its fact.
    pub result: Vec<LabelStudioResult>,
}

/// A span or a relation.
#[derive(Debug, Clone, Serialize)]
#[serde(tag = "type", rename_all = "lowercase")]
pub enum LabelStudioResult {
    /// A labelled span.
    Labels {
        /// Unique within the document.
        id: String,
        /// The control of the interface: `label`.
        from_name: &'static str,
        /// The object of the interface: `text`.
        to_name: &'static str,
        /// Where, and which label.
        value: LabelStudioValue,
    },
    /// What a span is to a quantity.
    Relation {
        /// The quantity.
        from_id: String,
        /// The slot.
        to_id: String,
        /// `right`: from the quantity to the slot.
        direction: &'static str,
        /// One: the name of the slot, `about` or `part_of`.
        labels: [&'static str; 1],
    },
}

/// Where a span stands, and its label.
#[derive(Debug, Clone, Serialize)]
pub struct LabelStudioValue {
    /// First code point.
    pub start: usize,
    /// The code point after the last.
    pub end: usize,
    /// The text between.
    pub text: String,
    /// One: the kind of a quantity's fact, or the name of a slot, with a capital; the cue of a change is `Cue`.
    pub labels: [String; 1],
}

impl<'a> Marked<'a> {
    /// The document as a task of Label Studio.
    pub fn label_studio(&self) -> LabelStudioTask<'a> {
        let stretches = self.stretches();
        let labels = stretches.all.iter().enumerate().map(|(number, stretch)| LabelStudioResult::Labels {
            id: id(number),
            from_name: "label",
            to_name: "text",
            value: LabelStudioValue {
                start: stretch.span.scalars().start,
                end: stretch.span.scalars().end,
                text: stretch.text.to_owned(),
                labels: [stretch.label.clone()],
            },
        });
        let relation = |(from, label, to): (usize, &'static str, usize)| LabelStudioResult::Relation {
            from_id: id(from),
            to_id: id(to),
            direction: "right",
            labels: [label],
        };
        let result = labels.chain(self.relations(&stretches).into_iter().map(relation)).collect();
        let prediction = LabelStudioPrediction { model_version: concat!("hanfacts ", env!("CARGO_PKG_VERSION")), result };
        LabelStudioTask { data: LabelStudioData { text: self.source, doc: self.doc }, predictions: vec![prediction] }
    }
}

fn id(number: usize) -> String {
    format!("t{number}")
}
