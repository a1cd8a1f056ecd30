//! Facts: a quantity and what the text says of it.

mod admit;
mod basis;
mod change;
mod choose;
mod direction;
mod doubt;
mod frame;
mod indicator;
mod kind;
mod list;
mod modality;
mod origin;
mod passage;
mod phrase;
mod predicate;
mod reading;
mod reason;
mod resolve;
mod scene;
mod scope;
mod subject;
mod trace;
mod when;
mod whole;

pub(crate) use reading::claims;
#[cfg(feature = "stages")]
pub(crate) use reading::made;
pub(crate) use resolve::{Source, resolve};
pub(crate) use trace::{Traced, trace};

pub use doubt::Doubt;
pub use origin::{Origin, Origins, SlotName};
pub use reason::Reason;

use crate::period::Date;
use crate::quantity::Quantity;
use crate::span::{Span, Text};
use serde::{Deserialize, Serialize};

/// One numeric assertion of the text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Fact {
    /// Counts from 0 within a document, in text order.
    pub id: usize,
    /// What the quantity says: how much, by how much, which part, which place.
    pub kind: Kind,
    /// From the first to the last of its slots, of those that stand in its sentence.
    pub span: Span,
    /// The text of the span, layout removed.
    pub text: Text,
    /// The number with its unit.
    pub quantity: Quantity,
    /// The noun phrase for what is measured.
    pub indicator: Option<Slot>,
    /// Whose indicator it is.
    pub subject: Option<Slot>,
    /// The verb that carries the quantity.
    pub predicate: Option<Slot>,
    /// When, as civil dates.
    pub period: Option<PeriodSlot>,
    /// Of a change: its cue, direction and basis.
    pub change: Option<Change>,
    /// Of a share: the whole.
    pub share: Option<Box<Share>>,
    /// Of a rank: among whom.
    pub rank: Option<Box<Rank>>,
    /// Whether it is so, aimed at, or expected.
    pub modality: Modality,
    /// The id of the level that a 其中 breaks down.
    pub part_of: Option<usize>,
    /// Of a change, share or rank: the id of the level that it speaks of.
    pub about: Option<usize>,
    /// The name of the rule that claimed the quantity; the kind of a `level.*` may have been chosen after it.
    pub rule: Text,
    /// Why it cannot be as printed; empty for nearly all.
    pub doubts: Box<[Doubt]>,
}

/// What a quantity says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// How much there is.
    Level,
    /// By how much it moved.
    Change,
    /// The part it makes of a whole.
    Share,
    /// Its place in an order.
    Rank,
}

/// A stretch of the source that fills a slot of a fact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Slot {
    /// Where it stands.
    pub span: Span,
    /// Its text, layout removed.
    pub text: Text,
    /// Carried over from an earlier clause.
    pub inherited: bool,
}

impl Slot {
    /// The slot as a later clause leans on it.
    fn carried(self) -> Self {
        Self { inherited: true, ..self }
    }
}

/// A period and the words that give it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PeriodSlot {
    /// Where it stands.
    pub span: Span,
    /// Its text, layout removed.
    pub text: Text,
    /// First day, ISO 8601; `None` where it is open.
    pub start: Option<Date>,
    /// Last day, inclusive; `None` where it is open.
    pub end: Option<Date>,
    /// Carried over from an earlier clause.
    pub inherited: bool,
}

/// How something moved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// Where the cue stands.
    pub span: Span,
    /// The cue (同比增长), layout removed.
    pub text: Text,
    /// Up, down or flat.
    pub direction: Direction,
    /// Against what.
    pub basis: Basis,
    /// The base as the text names it.
    pub base: Option<Box<Slot>>,
}

/// Which way something moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// 增长, 提高.
    Up,
    /// 下降, 减少.
    Down,
    /// 持平.
    Flat,
}

/// Against what a change is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Basis {
    /// 同比, 比上年.
    Yoy,
    /// 环比, 比上月.
    Sequential,
    /// 年均.
    Average,
    /// Another stated base.
    Reference,
    /// None stated.
    Unspecified,
}

/// Of a share: what it is a share of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Share {
    /// The whole, where the text names it.
    pub whole: Option<Slot>,
}

/// Of a rank: among whom.
///
/// ```
/// let document = hanfacts::Extractor::new().extract("该县工业增速并列全市第三。");
/// let rank = document.facts()[0].rank.as_ref().unwrap();
/// assert!(rank.tied && rank.scope.as_ref().unwrap().text == "全市");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rank {
    /// The scope, where the text names it.
    pub scope: Option<Slot>,
    /// Others have the same place (并列).
    pub tied: bool,
}

/// Whether the text says that it is so, aimed at, or expected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Modality {
    /// It is so.
    Actual,
    /// 力争, 目标.
    Target,
    /// 预计, 有望.
    Forecast,
}

/// A word of the output (`yoy`, `actual`), as it is written there.
pub(crate) fn word(value: &impl Serialize) -> String {
    toml::Value::try_from(value).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}
