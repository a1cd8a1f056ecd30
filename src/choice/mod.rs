//! Choices among candidates: a candidate has features, a feature has a weight, and the candidate with the highest sum is taken.
//!
//! The weights are data, one file a slot, a feature and its weight (in hundredths) a line; the build script makes tables of them. They
//! are fitted on gold by `examples/fit.rs` as a conditional log-linear model; no line of code depends on their values. What the features of a slot
//! mean is said where they are made, in the room of facts.

mod hash;
mod weights;

#[cfg(test)]
mod table;

pub(crate) use weights::{JointWeights, Weights};

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
    /// All slots, in the order of their declaration.
    pub(crate) const ALL: [Self; 10] = [
        Self::Basis,
        Self::Direction,
        Self::Indicator,
        Self::Kind,
        Self::Modality,
        Self::Period,
        Self::Predicate,
        Self::Scope,
        Self::Subject,
        Self::Whole,
    ];

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

/// Takes the features of a candidate: a template, by its letter, and what it is filled with.
pub(crate) trait Sink {
    /// One feature more.
    fn add(&mut self, template: char, args: &[char]);
}

/// The weights of all slots.
#[derive(Debug)]
pub(crate) struct Choices {
    weights: [Weights; Slot::ALL.len()],
    phrases: JointWeights,
}

/// What the build script made of a file of weights.
macro_rules! table {
    ($name:literal) => {
        Weights::new(
            include_bytes!(concat!(env!("OUT_DIR"), "/", $name, ".table")),
            include_bytes!(concat!(env!("OUT_DIR"), "/", $name, ".most")),
        )
    };
}

impl Choices {
    /// The built-in weights.
    const BUILT_IN: &'static Self = &Self {
        weights: [
            table!("basis"),
            table!("direction"),
            table!("indicator"),
            table!("kind"),
            table!("modality"),
            table!("period"),
            table!("predicate"),
            table!("scope"),
            table!("subject"),
            table!("whole"),
        ],
        phrases: JointWeights::new(include_bytes!(concat!(env!("OUT_DIR"), "/phrase.table"))),
    };

    /// The weights of a slot.
    pub(crate) fn of(slot: Slot) -> &'static Weights {
        &Self::BUILT_IN.weights[slot as usize]
    }
}

/// The sums of the weights of features, for every slot that phrases fill.
pub(crate) struct JointScore {
    weights: &'static JointWeights,
    sums: Sums,
}

impl JointScore {
    /// The sums of what `describe` tells.
    pub(crate) fn of(describe: impl FnOnce(&mut Self)) -> Sums {
        let mut score = Self { weights: &Choices::BUILT_IN.phrases, sums: [0; PHRASE_SLOTS.len()] };
        describe(&mut score);
        score.sums
    }
}

impl Sink for JointScore {
    fn add(&mut self, template: char, args: &[char]) {
        self.weights.add(&mut self.sums, template, args);
    }
}

/// The sum of the weights of a candidate's features.
pub(crate) struct Score<'w> {
    weights: &'w Weights,
    sum: i32,
}

impl<'w> Score<'w> {
    /// The score of what `describe` tells.
    pub(crate) fn of(weights: &'w Weights, describe: impl FnOnce(&mut Self)) -> i32 {
        let mut score = Self { weights, sum: 0 };
        describe(&mut score);
        score.sum
    }
}

impl Sink for Score<'_> {
    fn add(&mut self, template: char, args: &[char]) {
        self.sum += self.weights.of(template, args);
    }
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
    use super::Sink;

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

    /// Writes features down.
    #[derive(Default)]
    pub(crate) struct Record(pub(crate) Vec<String>);

    impl Sink for Record {
        fn add(&mut self, template: char, args: &[char]) {
            let mut feature = String::from(template);
            feature.push(' ');
            feature.extend(args);
            self.0.push(feature);
        }
    }
}

#[cfg(test)]
mod tests;
