//! Fits the weights by which slots are chosen, on corpora with gold.
//!
//! `cargo run --release --features fit --example fit -- ROOT… [--written ROOT…] [--pages ROOT…]`: each ROOT has `texts/` and `gold/` as
//! `fixtures/articles` has. The weights are written to `src/choice/data`. With `--folds N` nothing is written: the documents are dealt
//! into N parts, each is read with weights fitted on the others, and the share of right choices is printed. With `--test ROOT` those
//! corpora are read with the fitted weights, and their facts written to the temporary folder.
//!
//! Slots lean on what was chosen before, so every document is read twice: once with the right answers all along, and once with the
//! answers of weights fitted on other documents, where the gold only says what would have been right (dataset aggregation, after
//! Ross, Gordon and Bagnell 2011). So the weights learn to find back after a slip, and not to trust what came before too much.
//!
//! The model is conditional log-linear: the probability of a candidate is proportional to exp of the sum of its weights. It is
//! fitted by AdaGrad on the likelihood of the candidates that the gold accepts, with an L2 penalty. Same input, same weights.

use clap::Parser;
use hanfacts::fit::Question;
use hanfacts::{Extractor, FactRecord};
use serde::Deserialize;
use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};
use std::{fs, io};

const SLOTS: [&str; 10] = ["basis", "direction", "indicator", "kind", "modality", "period", "predicate", "scope", "subject", "whole"];

/// Slots that learn from the first reading only. Modality leans on its own answers most of all: a passage that was once misread teaches it
/// to go on misreading, and on unread pages it lost four points by the second reading.
const READ_ONCE: [&str; 1] = ["modality"];

/// Fits the weights of the choices.
#[derive(Parser)]
struct Options {
    /// Cross-validate in so many parts instead of writing weights.
    #[arg(long)]
    folds: Option<usize>,
    /// Only this slot.
    #[arg(long)]
    slot: Option<String>,
    /// Write wrong choices of the cross-validation here.
    #[arg(long)]
    errors: Option<PathBuf>,
    /// Descents, each in an order of its own, whose weights are averaged.
    #[arg(long, default_value_t = 12)]
    rounds: u64,
    /// Passes over the samples.
    #[arg(long, default_value_t = 6)]
    passes: usize,
    /// The L2 penalty, of all samples together.
    #[arg(long, default_value_t = 50.0)]
    penalty: f64,
    /// Features of fewer documents are left out, a document counted once a reading.
    #[arg(long, default_value_t = 5)]
    documents: usize,
    /// Weights below this, in hundredths, are left out.
    #[arg(long, default_value_t = 10.0)]
    least: f64,
    /// What a sample weighs where the right choice is none.
    #[arg(long, default_value_t = 0.02)]
    nothing: f64,
    /// What each further text that the gold accepts is worth of the one before it.
    #[arg(long, default_value_t = 0.5)]
    lesser: f64,
    /// What a sample of the plain roots weighs: their gold has been checked more often.
    #[arg(long, default_value_t = 3.0)]
    checked: f64,
    /// Corpora that were written to be fitted on; passages of plans have a larger place in them than in what is read.
    #[arg(long, num_args = 1..)]
    written: Vec<PathBuf>,
    /// What a sample of aims in them weighs.
    #[arg(long, default_value_t = 0.4)]
    planned: f64,
    /// Corpora of found pages, which are to weigh otherwise.
    #[arg(long, num_args = 1..)]
    pages: Vec<PathBuf>,
    /// What a sample of found pages weighs.
    #[arg(long, default_value_t = 0.04)]
    pages_weight: f64,
    /// Parts of the second reading, each read with weights fitted on the others; 0 for no second reading. A cross-validation has none.
    #[arg(long, default_value_t = 5)]
    parts: usize,
    /// Descents of a fit for the second reading.
    #[arg(long, default_value_t = 8)]
    part_rounds: u64,
    /// Read these corpora with the weights fitted on the others, writing no weights but the facts, as `facts-NAME.jsonl`, into the
    /// temporary folder.
    #[arg(long)]
    test: Vec<PathBuf>,
    /// Corpora with texts/ and gold/.
    roots: Vec<PathBuf>,
}

impl Options {
    /// The corpora, in the order of their numbers.
    fn all_roots(&self) -> impl Iterator<Item = &PathBuf> {
        self.roots.iter().chain(&self.written).chain(&self.pages)
    }

    /// What a sample of a corpus weighs, one of an aim or not.
    fn weight(&self, root: usize, planned: bool) -> f64 {
        let written = self.roots.len()..self.roots.len() + self.written.len();
        match root {
            _ if root >= written.end => self.pages_weight,
            _ if written.contains(&root) && planned => self.planned,
            _ if written.contains(&root) => 1.0,
            _ => self.checked,
        }
    }
}

#[derive(Deserialize)]
struct Gold {
    doc: String,
    reference_date: String,
    facts: Vec<Entry>,
}

#[derive(Deserialize)]
struct Entry {
    start: usize,
    end: usize,
    optional: bool,
    #[serde(default)]
    period: Option<Vec<[Option<String>; 2]>>,
    #[serde(flatten)]
    slots: BTreeMap<String, serde_json::Value>,
}

impl Entry {
    /// What the gold accepts for a slot, none being the empty text.
    fn accepted(&self, slot: &str) -> Vec<String> {
        let day = |day: &Option<String>| day.clone().unwrap_or("-".to_owned());
        let accepted: Vec<String> = if slot == "period" {
            let pair = |[start, end]: &[Option<String>; 2]| format!("{}/{}", day(start), day(end));
            let single = |[start, end]: &[Option<String>; 2]| start.is_none().then(|| format!("{}/{}", day(end), day(end)));
            self.period.iter().flatten().flat_map(|dates| [Some(pair(dates)), single(dates)]).flatten().collect()
        } else {
            let texts = self.slots.get(slot).and_then(|value| value.as_array());
            texts.into_iter().flatten().filter_map(|text| text.as_str()).map(plain).collect()
        };
        let accepted = match (slot, self.slots.get(slot).and_then(|value| value.as_str())) {
            ("modality", Some(modality)) => vec![if modality == "actual" { "actual" } else { "planned" }.to_owned()],
            // growth without a stated base is year on year by convention
            ("basis", Some("unspecified")) => vec!["unspecified".to_owned(), "yoy".to_owned()],
            (_, Some(label)) => vec![label.to_owned()],
            (_, None) => accepted,
        };
        if accepted.is_empty() { vec![String::new()] } else { accepted }
    }
}

/// A text as the judge compares it.
fn plain(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !"“”\"'‘’「」『』《》*".contains(*c)).collect()
}

/// A choice with its right answers.
struct Sample {
    root: usize,
    document: usize,
    slot: usize,
    options: Vec<Vec<u32>>,
    /// What each option is worth: 1 for the gold's first choice, less for what it accepts as well, 0 for the rest.
    worth: Vec<f64>,
    weight: f64,
    /// The gold says what is right, and not only that nothing is.
    stated: bool,
    place: String,
    texts: Vec<String>,
}

/// A document to learn from.
struct Document {
    root: usize,
    gold: Gold,
    text: String,
}

/// Numbers of features.
#[derive(Default)]
struct Features {
    numbers: HashMap<(usize, String), u32>,
    /// The last document each was seen in, and in how many.
    seen: Vec<(usize, usize)>,
}

impl Features {
    fn number(&mut self, slot: usize, feature: String, document: usize) -> u32 {
        let next = self.numbers.len() as u32;
        let number = *self.numbers.entry((slot, feature)).or_insert(next);
        if number == next {
            self.seen.push((usize::MAX, 0));
        }
        let seen = &mut self.seen[number as usize];
        if seen.0 != document {
            *seen = (document, seen.1 + 1);
        }
        number
    }

    /// Takes those out of samples that too few documents have.
    fn keep_of(&self, samples: &mut [Sample], documents: usize) {
        for option in samples.iter_mut().flat_map(|sample| &mut sample.options) {
            option.retain(|feature| self.seen[*feature as usize].1 >= documents);
        }
    }
}

fn main() -> io::Result<()> {
    let options = Options::parse();
    let mut features = Features::default();
    let mut samples = Vec::new();
    let mut corpus = Vec::new();
    for (root, folder) in options.all_roots().enumerate() {
        corpus.extend(documents(folder)?.into_iter().map(|(gold, text)| Document { root, gold, text }));
    }
    for (number, document) in corpus.iter().enumerate() {
        read(document, number, None, &options, &mut features, &mut samples);
    }
    features.keep_of(&mut samples, options.documents);
    let known = features.seen.len();
    let mut second = Vec::new();
    let parts = if options.folds.is_some() { 0 } else { options.parts };
    for part in 0..parts {
        let others = |sample: &Sample| sample.document % parts != part;
        let weights = fit(&samples, known, others, options.part_rounds, &options);
        for (number, document) in corpus.iter().enumerate().filter(|(number, _)| number % parts == part) {
            read(document, number, Some(&weights), &options, &mut features, &mut second);
        }
    }
    second.retain(|sample| !READ_ONCE.contains(&SLOTS[sample.slot]));
    features.keep_of(&mut second, options.documents);
    samples.extend(second);
    let all = || fit(&samples, features.seen.len(), |_| true, options.rounds, &options);
    match options.folds {
        Some(folds) => cross_validate(&samples, features.seen.len(), folds, &options),
        None if !options.test.is_empty() => test(&features, &all(), &options),
        None => write(&features, &all(), options.least),
    }
}

/// The documents of a corpus: gold and text, in order of their names.
fn documents(root: &Path) -> io::Result<Vec<(Gold, String)>> {
    let mut files: Vec<PathBuf> = fs::read_dir(root.join("gold"))?.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>()?;
    files.sort();
    let read = |file: &PathBuf| {
        let gold: Gold = serde_json::from_str(&fs::read_to_string(file)?)?;
        let text = fs::read_to_string(root.join("texts").join(&gold.doc))?;
        Ok((gold, text))
    };
    files.iter().map(read).collect()
}

/// Asks the gold of a document every question that its extraction puts, and lets the extraction go on with the gold's answers, or with
/// those of weights.
fn read(
    document: &Document,
    number: usize,
    weights: Option<&[f64]>,
    options: &Options,
    features: &mut Features,
    samples: &mut Vec<Sample>,
) {
    let Document { root, gold, text } = document;
    let scalars: Vec<char> = text.chars().collect();
    let cell = RefCell::new((features, samples));
    // where the gold says nothing, nothing (or the first label) stands, so that no built-in weight has a say
    let rest = |question: &Question| question.options.iter().rposition(|(text, _)| text.is_empty()).unwrap_or(0);
    let told = |question: Question| {
        let entry = gold
            .facts
            .iter()
            .find(|entry| !entry.optional && entry.start == question.quantity.start && entry.end == question.quantity.end)?;
        let slot = SLOTS.iter().position(|slot| *slot == question.slot)?;
        let accepted = entry.accepted(question.slot);
        // the first text is the plainest; dates and labels that are accepted are all the same
        let lesser = if matches!(question.slot, "basis" | "period") { 1.0 } else { options.lesser };
        let rank = |text: &str| accepted.iter().position(|want| *want == plain(text));
        let worth = question.options.iter().map(|(text, _)| rank(text).map_or(0.0, |rank| lesser.powi(rank.min(4) as i32))).collect();
        let best = accepted.iter().find_map(|want| question.options.iter().position(|(text, _)| plain(text) == *want));
        if options.slot.as_deref().is_none_or(|only| only == question.slot) {
            let mut cell = cell.borrow_mut();
            let around =
                |from: usize, to: usize| scalars[from.min(to)..to.min(scalars.len())].iter().collect::<String>().replace('\n', "⏎");
            let (start, end) = (question.quantity.start, question.quantity.end);
            let kind = entry.slots.get("kind").and_then(|kind| kind.as_str()).unwrap_or("");
            let place = format!(
                "{}\t{kind}\t{}【{}】{}\t{accepted:?}",
                gold.doc,
                around(start.saturating_sub(34), start),
                around(start, end),
                around(end, end + 16)
            );
            let texts = question.options.iter().map(|(text, _)| text.clone()).collect();
            let mut of = |feature: String| cell.0.number(slot, feature, number);
            let numbered = question.options.into_iter().map(|(_, list)| list.into_iter().map(&mut of).collect()).collect();
            let stated = !accepted[0].is_empty();
            let weight = options.weight(*root, accepted[0] == "planned") * if stated { 1.0 } else { options.nothing };
            cell.1.push(Sample { root: *root, document: number, slot, options: numbered, worth, weight, stated, place, texts });
        }
        best
    };
    let teacher = |question: Question| match weights {
        None => {
            let rest = rest(&question);
            told(question).or(Some(rest))
        }
        Some(weights) => {
            let chosen = chosen(&question, cell.borrow().0, weights, options.least);
            told(question);
            chosen
        }
    };
    Extractor::new().teach(text, &gold.reference_date, &teacher);
}

/// The weights that make the right choices of the samples kept most likely.
fn fit(samples: &[Sample], features: usize, keep: impl Fn(&Sample) -> bool, descents: u64, options: &Options) -> Vec<f64> {
    let kept: Vec<&Sample> = samples.iter().filter(|sample| keep(sample) && sample.worth.iter().any(|worth| *worth > 0.0)).collect();
    let of_slot = |slot: usize| kept.iter().copied().filter(|sample| sample.slot == slot).collect::<Vec<_>>();
    let mut weights = vec![0.0; features];
    for order in (0..SLOTS.len()).map(of_slot).filter(|order| !order.is_empty()) {
        let rounds: Vec<Vec<f64>> = std::thread::scope(|scope| {
            let descend = |seed| {
                scope.spawn({
                    let order = order.clone();
                    move || descend(order, features, seed, options)
                })
            };
            let running: Vec<_> = (0..descents).map(descend).collect();
            running.into_iter().map(|thread| thread.join().unwrap()).collect()
        });
        for round in rounds {
            for (weight, found) in weights.iter_mut().zip(round) {
                *weight += found / descents as f64;
            }
        }
    }
    weights
}

/// One descent, through the samples in an order of its own.
fn descend(mut order: Vec<&Sample>, features: usize, seed: u64, options: &Options) -> Vec<f64> {
    let mut weights = vec![0.0; features];
    let mut squares = vec![0.0; features];
    let count = order.len() as f64;
    let mut seed = 20_211_121 + seed;
    let mut gradient: HashMap<u32, f64> = HashMap::new();
    let mut mean = vec![0.0; features];
    for pass in 0..options.passes {
        if pass > options.passes / 3 {
            for (mean, weight) in mean.iter_mut().zip(&weights) {
                *mean += weight;
            }
        }
        for last in (1..order.len()).rev() {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            order.swap(last, (seed >> 33) as usize % (last + 1));
        }
        for sample in &order {
            let odds = odds(sample, &weights);
            let all: f64 = odds.iter().sum();
            let right: f64 = odds.iter().zip(&sample.worth).map(|(odds, worth)| odds * worth).sum();
            for (option, odds) in odds.iter().enumerate() {
                let pull = odds / all - odds * sample.worth[option] / right.max(f64::MIN_POSITIVE);
                if pull.abs() > 1e-6 {
                    for feature in &sample.options[option] {
                        *gradient.entry(*feature).or_default() += pull * sample.weight;
                    }
                }
            }
            let mut steps: Vec<(u32, f64)> = gradient.drain().collect();
            steps.sort_by_key(|(feature, _)| *feature);
            for (feature, pull) in steps {
                let feature = feature as usize;
                let pull = pull + options.penalty * weights[feature] / count;
                squares[feature] += pull * pull;
                weights[feature] -= 0.3 * pull / (squares[feature].sqrt() + 0.1);
            }
        }
    }
    for (mean, weight) in mean.iter_mut().zip(&weights) {
        *mean += weight;
    }
    let n = (options.passes - options.passes / 3) as f64;
    mean.into_iter().map(|m| m / n).collect()
}

/// The odds of each option.
fn odds(sample: &Sample, weights: &[f64]) -> Vec<f64> {
    let sums: Vec<f64> = sample.options.iter().map(|option| option.iter().map(|feature| weights[*feature as usize]).sum()).collect();
    let most = sums.iter().copied().fold(f64::MIN, f64::max);
    sums.iter().map(|sum| (sum - most).exp()).collect()
}

fn cross_validate(samples: &[Sample], features: usize, folds: usize, options: &Options) -> io::Result<()> {
    let part = |fold: usize| {
        let weights = fit(samples, features, |sample| sample.document % folds != fold, options.rounds, options);
        let chosen = |sample: &Sample| best(&odds(sample, &weights)).unwrap_or(0);
        samples.iter().filter(|sample| sample.document % folds == fold).map(|sample| (sample, chosen(sample))).collect::<Vec<_>>()
    };
    let parts: Vec<_> = std::thread::scope(|scope| {
        let running: Vec<_> = (0..folds).map(|fold| scope.spawn(move || part(fold))).collect();
        running.into_iter().flat_map(|thread| thread.join().unwrap()).collect()
    });
    for (slot, name) in SLOTS.iter().enumerate() {
        print!("{name:10}");
        for root in 0..options.all_roots().count() {
            let asked = parts.iter().filter(|(sample, _)| sample.slot == slot && sample.root == root && sample.stated);
            let (right, all) =
                asked.fold((0, 0), |(right, all), (sample, chosen)| (right + usize::from(sample.worth[*chosen] > 0.0), all + 1));
            print!(" {:.3}", right as f64 / all.max(1) as f64);
        }
        println!();
    }
    let Some(file) = &options.errors else { return Ok(()) };
    let wrong = parts.iter().filter(|(sample, chosen)| sample.stated && sample.worth[*chosen] == 0.0);
    let line = |(sample, chosen): &(&Sample, usize)| {
        let reach = if sample.worth.iter().any(|worth| *worth > 0.0) { "" } else { "\tout of reach" };
        format!("{}\t{}\tgot {}{reach}\n", SLOTS[sample.slot], sample.place, sample.texts[*chosen])
    };
    fs::write(file, wrong.map(line).collect::<String>())
}

/// Reads corpora with the weights as fitted, as an extractor that had them built in would.
fn test(features: &Features, weights: &[f64], options: &Options) -> io::Result<()> {
    let teacher = |question: Question| chosen(&question, features, weights, options.least);
    for root in &options.test {
        let name = root.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let mut out = Vec::new();
        for (gold, text) in documents(root)? {
            let document = Extractor::new().teach(&text, &gold.reference_date, &teacher);
            for fact in document.facts() {
                serde_json::to_writer(&mut out, &FactRecord { doc: &gold.doc, fact })?;
                out.push(b'\n');
            }
        }
        fs::write(std::env::temp_dir().join(format!("facts-{name}.jsonl")), out)?;
    }
    Ok(())
}

/// The option that weights choose, as they are written. A feature that came up after they were fitted weighs nothing.
fn chosen(question: &Question, features: &Features, weights: &[f64], least: f64) -> Option<usize> {
    let slot = SLOTS.iter().position(|slot| *slot == question.slot)?;
    let weight = |feature: &String| {
        let number = features.numbers.get(&(slot, feature.clone()));
        number.and_then(|number| weights.get(*number as usize)).map_or(0.0, |weight| rounded(*weight, least))
    };
    let sums: Vec<f64> = question.options.iter().map(|(_, list)| list.iter().map(weight).sum()).collect();
    best(&sums)
}

/// The place of the highest score, of equals the first.
fn best(scores: &[f64]) -> Option<usize> {
    (0..scores.len()).rev().max_by(|a, b| scores[*a].total_cmp(&scores[*b]))
}

/// A weight in hundredths, as it is written; 0 where it is negligible.
fn rounded(weight: f64, least: f64) -> f64 {
    let weight = (100.0 * weight).round();
    if weight.abs() >= least { weight } else { 0.0 }
}

/// Writes the weights that are not negligible, in hundredths.
fn write(features: &Features, weights: &[f64], least: f64) -> io::Result<()> {
    let mut tables = vec![Vec::new(); SLOTS.len()];
    for ((slot, feature), number) in &features.numbers {
        let weight = rounded(weights[*number as usize], least);
        if weight != 0.0 {
            tables[*slot].push(format!("{feature}\t{weight}\n"));
        }
    }
    for (slot, mut table) in SLOTS.iter().zip(tables) {
        if table.is_empty() {
            continue;
        }
        table.sort();
        println!("{slot}: {} weights", table.len());
        fs::write(format!("src/choice/data/{slot}.tsv"), table.concat())?;
    }
    Ok(())
}
