//! Choices among candidates: a candidate has features, a feature has a weight, and the candidate with the highest sum is taken.
//!
//! The weights are data, one file a slot, a feature and its weight (in hundredths) a line; the build script makes tables of them. They
//! are fitted on gold by `examples/fit.rs` as a conditional log-linear model; no line of code depends on their values. What the features of a slot
//! mean is said where they are made, in the room of facts.

mod hash;
mod weights;

#[cfg(test)]
mod table;

pub(crate) use weights::Weights;

/// The slots of a fact that are filled by choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Slot {
    Basis,
    Direction,
    Indicator,
    Kind,
    Modality,
    Period,
    Predicate,
    Scope,
    Subject,
    Whole,
}

impl Slot {
    /// The slot's name in the output.
    #[cfg(any(test, feature = "fit"))]
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Basis => "basis",
            Self::Direction => "direction",
            Self::Indicator => "indicator",
            Self::Kind => "kind",
            Self::Modality => "modality",
            Self::Period => "period",
            Self::Predicate => "predicate",
            Self::Scope => "scope",
            Self::Subject => "subject",
            Self::Whole => "whole",
        }
    }
}

/// The slots that phrases fill; the build script knows them as well.
pub(crate) const PHRASE_SLOTS: [Slot; 5] = [Slot::Indicator, Slot::Predicate, Slot::Scope, Slot::Subject, Slot::Whole];

/// The sums of weights by slot, in the order of [`PHRASE_SLOTS`].
pub(crate) type Sums = [i32; PHRASE_SLOTS.len()];

/// The features of a candidate: a template, by its letter, and what it is filled with; each as the number by which tables know it.
#[derive(Debug, Default)]
pub(crate) struct Features {
    numbers: Vec<u64>,
    /// Their templates, for those who check that none is left out.
    #[cfg(debug_assertions)]
    pub(crate) templates: String,
    /// As the files of weights have them, where they are written down.
    #[cfg(feature = "fit")]
    written: Option<Vec<(char, String)>>,
}

/// Room for the features of a candidate; few have more.
const ROOM: usize = 64;

impl Features {
    /// No features, with room for some.
    pub(crate) fn new() -> Self {
        Self { numbers: Vec::with_capacity(ROOM), ..Self::default() }
    }

    /// One feature more.
    #[inline]
    pub(crate) fn add(&mut self, template: char, args: &[char]) {
        self.numbers.push(hash::hash(template, args));
        #[cfg(debug_assertions)]
        self.templates.push(template);
        #[cfg(feature = "fit")]
        if let Some(written) = &mut self.written {
            written.push((template, args.iter().collect()));
        }
    }

    /// Those that `describe` tells, in place of those of before.
    pub(crate) fn retold(&mut self, describe: impl FnOnce(&mut Self)) -> &Self {
        self.numbers.clear();
        #[cfg(debug_assertions)]
        self.templates.clear();
        describe(self);
        self
    }
}

/// What the build script made of a file of weights, or of several.
macro_rules! table {
    ($name:literal) => {
        Weights::new(
            include_bytes!(concat!(env!("OUT_DIR"), "/", $name, ".places")),
            include_bytes!(concat!(env!("OUT_DIR"), "/", $name, ".weights")),
        )
    };
}

/// The highest weights of a slot.
macro_rules! most {
    ($name:literal) => {
        include_bytes!(concat!(env!("OUT_DIR"), "/", $name, ".most")).as_chunks().0
    };
}

/// The weights of the slots that phrases fill, in the order of [`PHRASE_SLOTS`].
pub(crate) static PHRASE: Weights<{ PHRASE_SLOTS.len() }> = table!("phrase");
/// The weights of a period.
pub(crate) static PERIOD: Weights<1> = table!("period");
/// The labels of the slots that are chosen by label, in the order of their columns; the build script has them as well.
pub(crate) const LABELS: [(Slot, &str); 4] =
    [(Slot::Basis, "ysaru"), (Slot::Direction, "udf"), (Slot::Kind, "lcs"), (Slot::Modality, "ap")];

/// The weights of the bases, a column a label, in the order of [`LABELS`]; so are those of the next.
pub(crate) static BASIS: Weights<5> = table!("basis");
/// The weights of the directions.
pub(crate) static DIRECTION: Weights<3> = table!("direction");
/// The weights of the kinds.
pub(crate) static KIND: Weights<3> = table!("kind");
/// The weights of what is actual and what is planned.
pub(crate) static MODALITY: Weights<2> = table!("modality");

/// The highest weights of the slots that phrases fill.
static MOST: [&weights::Most; PHRASE_SLOTS.len()] =
    [most!("indicator"), most!("predicate"), most!("scope"), most!("subject"), most!("whole")];

/// The most that a feature of each of these templates can add up to, in a slot of [`PHRASE_SLOTS`].
pub(crate) fn most(column: usize, templates: &str) -> i32 {
    weights::most(MOST[column], templates)
}

/// A letter for a count: exact up to six, then ever coarser.
pub(crate) fn bucket(count: usize) -> char {
    match count {
        0..=6 => char::from(b'0' + count as u8),
        7..=9 => '7',
        10..=15 => '8',
        _ => '9',
    }
}

/// A letter for a truth value.
pub(crate) fn flag(value: bool) -> char {
    if value { '+' } else { '-' }
}

/// Who answers in place of the weights, where these are being fitted.
#[cfg(feature = "fit")]
pub(crate) type Taught<'a> = Option<&'a fit::Teacher<'a>>;
/// Nobody: the weights answer.
#[cfg(not(feature = "fit"))]
pub(crate) type Taught<'a> = std::marker::PhantomData<&'a ()>;

/// For fitting the weights: what is chosen among, and by whom.
#[cfg(feature = "fit")]
pub mod fit {
    use super::Features;

    /// A choice that is to be made.
    #[derive(Debug, Clone)]
    pub struct Question {
        /// The slot's name.
        pub slot: &'static str,
        /// Where the quantity stands, in scalars.
        pub quantity: std::ops::Range<usize>,
        /// Text and features of every candidate; the text is empty where the candidate is that there is none.
        pub options: Vec<(String, Vec<String>)>,
    }

    /// Says which option is to be taken; where it does not know, the weights do.
    pub type Teacher<'a> = dyn Fn(Question) -> Option<usize> + 'a;

    /// Features as the files of weights have them, with the label that they are told for, if there is one.
    pub(crate) fn written(label: Option<char>, describe: impl FnOnce(&mut Features)) -> Vec<String> {
        let mut features = Features { written: Some(Vec::new()), ..Features::default() };
        describe(&mut features);
        let line = |(template, args): (char, String)| [template, ' '].into_iter().chain(label).chain(args.chars()).collect();
        features.written.into_iter().flatten().map(line).collect()
    }
}

#[cfg(test)]
mod tests;
