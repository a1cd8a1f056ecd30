//! One extractor serves any number of threads, and every public type may go from one to another.

use hanfacts::{Document, Extractor};
use std::sync::Barrier;
use std::thread;

const TEXTS: [&str; 5] = [
    "1-11月，全市实现规上工业总产值3646.47亿\n元，同比增长３.３％，总量居全省第二。",
    "全年接待游客500万人次，其中，省内游客320万人次，省外游客260万人次。",
    "发布日期：2024-03-15\n去年，全市新建公园12座，绿地率提高1.2个百分点。",
    "力争到2025年达到5000亿元，年均增长8%左右。",
    "秋天来了，江边的芦花白了。",
];
const THREADS: usize = 8;
const ROUNDS: usize = 25;

#[test]
fn threads_that_share_an_extractor_read_what_one_reads() {
    let extractor = Extractor::new();
    let alone: Vec<Document> = TEXTS.iter().map(|text| extractor.extract_on(text, "2024-03-15")).collect();
    // a new one, so that the threads meet at the first use of all that is made on first use
    let shared = Extractor::new();
    let barrier = Barrier::new(THREADS);
    thread::scope(|scope| {
        for first in 0..THREADS {
            let (shared, barrier, alone) = (&shared, &barrier, &alone);
            scope.spawn(move || {
                barrier.wait();
                for round in 0..ROUNDS {
                    let number = (first + round) % TEXTS.len();
                    assert_eq!(shared.extract_on(TEXTS[number], "2024-03-15"), alone[number]);
                    assert_eq!(shared.explain_on(TEXTS[number], "2024-03-15").facts().count(), alone[number].facts().len());
                }
            });
        }
    });
}

#[test]
fn facts_outlive_their_thread_and_their_document() {
    let extractor = Extractor::new();
    let fact = thread::spawn(move || extractor.extract(TEXTS[1]).facts()[1].clone()).join().unwrap();
    assert_eq!(fact.indicator.unwrap().text, "省内游客");
}

/// Compiles only where every public type is `Send` and `Sync`; a type that is left out of the list fails the test below.
macro_rules! send_and_sync {
    ($($name:ident: $kind:ty,)*) => {
        const NAMES: &[&str] = &[$(stringify!($name)),*];
        const _: () = {
            const fn both<T: Send + Sync>() {}
            $(both::<$kind>();)*
        };
    };
}

send_and_sync! {
    Annotation: hanfacts::Annotation,
    Basis: hanfacts::Basis,
    Bound: hanfacts::Bound,
    Brat: hanfacts::Brat,
    Canonical: hanfacts::Canonical,
    Change: hanfacts::Change,
    Check: hanfacts::Check,
    CsvTable: hanfacts::CsvTable<hanfacts::Fact>,
    Date: hanfacts::Date,
    Dimension: hanfacts::Dimension,
    Direction: hanfacts::Direction,
    DoccanoEntity: hanfacts::DoccanoEntity,
    DoccanoRecord: hanfacts::DoccanoRecord<'static>,
    DoccanoRelation: hanfacts::DoccanoRelation,
    Document: hanfacts::Document,
    Doubt: hanfacts::Doubt,
    Error: hanfacts::Error,
    Explanation: hanfacts::Explanation,
    Extractor: hanfacts::Extractor,
    ExtractorBuilder: hanfacts::ExtractorBuilder,
    Fact: hanfacts::Fact,
    FactRecord: hanfacts::FactRecord<'static>,
    Kind: hanfacts::Kind,
    LabelStudioData: hanfacts::LabelStudioData<'static>,
    LabelStudioPrediction: hanfacts::LabelStudioPrediction,
    LabelStudioResult: hanfacts::LabelStudioResult,
    LabelStudioTask: hanfacts::LabelStudioTask<'static>,
    LabelStudioValue: hanfacts::LabelStudioValue,
    Marked: hanfacts::Marked<'static>,
    Modality: hanfacts::Modality,
    NoDate: hanfacts::NoDate,
    Note: hanfacts::Note,
    NoteKind: hanfacts::NoteKind,
    ObsStatus: hanfacts::ObsStatus,
    Observation: hanfacts::Observation,
    ObservationRecord: hanfacts::ObservationRecord<'static>,
    Part: hanfacts::Part,
    PeriodRecord: hanfacts::PeriodRecord<'static>,
    PeriodSlot: hanfacts::PeriodSlot,
    Position: hanfacts::Position,
    Problem: hanfacts::Problem,
    Quantity: hanfacts::Quantity,
    QuantityRecord: hanfacts::QuantityRecord<'static>,
    Rank: hanfacts::Rank,
    ReviewPage: hanfacts::ReviewPage,
    Role: hanfacts::Role,
    SentenceRecord: hanfacts::SentenceRecord<'static>,
    Share: hanfacts::Share,
    Slot: hanfacts::Slot,
    SourceIndex: hanfacts::SourceIndex<'static>,
    Span: hanfacts::Span,
    Text: hanfacts::Text,
    TimeExpression: hanfacts::TimeExpression,
    Claim: hanfacts::explain::Claim,
    ExplainedFact: hanfacts::explain::ExplainedFact,
    ExplainedQuantity: hanfacts::explain::ExplainedQuantity,
    ExplainedSentence: hanfacts::explain::ExplainedSentence,
    ExplainedWord: hanfacts::explain::ExplainedWord,
    Group: hanfacts::explain::Group,
    KindFrom: hanfacts::explain::KindFrom,
    Origin: hanfacts::explain::Origin,
    Origins: hanfacts::explain::Origins,
    Outcome: hanfacts::explain::Outcome,
    Reason: hanfacts::explain::Reason,
    SlotName: hanfacts::explain::SlotName,
}

#[cfg(feature = "parquet")]
const _: () = {
    const fn both<T: Send + Sync>() {}
    // a writer is one thread's at a time, as the one of Arrow is
    const fn send<T: Send>() {}
    both::<hanfacts::ParquetShape>();
    send::<hanfacts::ParquetFacts<Vec<u8>>>();
};

#[test]
fn no_public_type_is_left_out() {
    let root = include_str!("../src/lib.rs");
    let exported = root.lines().filter(|line| {
        line.starts_with("pub use ") && !line.contains("choice::fit") && !line.contains("Stage;") && !line.contains("Parquet")
    });
    let names = exported.flat_map(|line| line.trim_start_matches("pub use ").trim_end_matches(';').split(['{', '}', ',', ' ', ':']));
    // functions and constants are in lower or upper case
    let types = names.filter(|name| name.starts_with(char::is_uppercase) && name.contains(char::is_lowercase));
    let explain = include_str!("../src/explain/mod.rs");
    let explained = explain.lines().filter_map(|line| line.strip_prefix("pub struct ").or_else(|| line.strip_prefix("pub enum ")));
    let explained = explained.map(|line| line.split(' ').next().unwrap());
    let missing: Vec<&str> = types.chain(explained).filter(|name| !NAMES.contains(name)).collect();
    assert_eq!(missing, [""; 0], "name them in the list above");
}
