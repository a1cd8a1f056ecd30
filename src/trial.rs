//! Running the examples that packs carry.

use crate::error::Problem;
use crate::extractor::Extractor;
use crate::fact::{Fact, word};
use crate::pack::{Pack, Step, problem};
use serde::Deserialize;
use std::collections::HashSet;

/// What the examples of packs show.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Check {
    /// Where the extractor reads something else than an example says: `found` is what it reads, `expected` what the example says.
    pub failures: Vec<Problem>,
    /// Rules of the packs that no example fires.
    pub idle: Vec<Problem>,
    /// How many examples were read, those of rules counted.
    pub examples: usize,
    /// How many rules the packs have.
    pub rules: usize,
}

impl Check {
    /// Whether no example fails and no rule is idle.
    pub fn passes(&self) -> bool {
        self.failures.is_empty() && self.idle.is_empty()
    }
}

/// What of a pack is run.
#[derive(Debug, Deserialize)]
struct Trial {
    #[serde(default)]
    rule: Vec<Rule>,
    #[serde(default)]
    example: Vec<Example>,
}

#[derive(Debug, Deserialize)]
struct Rule {
    name: String,
    #[serde(default)]
    examples: Vec<String>,
    #[serde(default)]
    counter: Vec<String>,
}

/// A text and what must be read in it.
#[derive(Debug, Deserialize)]
struct Example {
    text: String,
    date: Option<String>,
    #[serde(default)]
    fact: Vec<toml::Table>,
    #[serde(default)]
    no_fact: Vec<String>,
}

fn read(pack: &Pack) -> Trial {
    toml::from_str(&pack.text).unwrap_or(Trial { rule: Vec::new(), example: Vec::new() })
}

/// Where a rule claims nothing of an example of its own, or something of a counter-example.
pub(crate) fn rules(extractor: &Extractor, packs: &[Pack]) -> Vec<Problem> {
    let trials: Vec<Trial> = packs.iter().map(read).collect();
    let mut problems = Vec::new();
    for (number, pack) in packs.iter().enumerate() {
        // a rule that a later pack replaces is tried there, one that it switches off nowhere
        let later = |name: &str| trials[number + 1..].iter().any(|trial| trial.rule.iter().any(|rule| rule.name == name));
        let stands = |rule: &Rule| extractor.has_rule(&rule.name) && !later(&rule.name);
        for (place, rule) in trials[number].rule.iter().enumerate().filter(|(_, rule)| stands(rule)) {
            for (key, texts, claimed, expected) in [
                ("examples", &rule.examples, true, "a text that the rule claims a quantity of"),
                ("counter", &rule.counter, false, "a text that the rule claims nothing of"),
            ] {
                for (at, text) in texts.iter().enumerate().filter(|(_, text)| extractor.claims(text).contains(&rule.name) != claimed) {
                    let path = [Step::Key("rule"), Step::Item(place), Step::Key(key), Step::Item(at)];
                    problems.push(problem(pack, &path, format!("{text:?}"), expected.to_owned()));
                }
            }
        }
    }
    problems
}

/// Reads the examples of packs whose rules' own examples hold.
pub(crate) fn examples(extractor: &Extractor, packs: &[Pack]) -> Check {
    let trials: Vec<Trial> = packs.iter().map(read).collect();
    let mut check = Check::default();
    let mut fired = HashSet::new();
    for (pack, trial) in packs.iter().zip(&trials) {
        let first = check.failures.len();
        for (number, example) in trial.example.iter().enumerate() {
            let document = match &example.date {
                Some(date) => extractor.extract_on(&example.text, date),
                None => extractor.extract(&example.text),
            };
            fired.extend(extractor.claims(&example.text));
            example.try_on(document.facts(), pack, number, &mut check.failures);
            check.examples += 1;
        }
        check.failures[first..].sort_by_key(|problem| (problem.line, problem.column));
    }
    for (pack, trial) in packs.iter().zip(&trials) {
        for (number, rule) in trial.rule.iter().enumerate().filter(|(_, rule)| extractor.has_rule(&rule.name)) {
            check.rules += 1;
            check.examples += rule.examples.len() + rule.counter.len();
            if rule.examples.is_empty() && !fired.contains(&rule.name) {
                let path = [Step::Key("rule"), Step::Item(number), Step::Key("name")];
                check.idle.push(problem(
                    pack,
                    &path,
                    format!("{:?}, which nothing fires", rule.name),
                    "an example that fires it".to_owned(),
                ));
            }
        }
    }
    check
}

impl Example {
    fn try_on(&self, facts: &[Fact], pack: &Pack, number: usize, failures: &mut Vec<Problem>) {
        let here = [Step::Key("example"), Step::Item(number)];
        let mut free: Vec<&Fact> = facts.iter().collect();
        for (place, expected) in self.fact.iter().enumerate() {
            let differs = |fact: &Fact| expected.iter().filter(|(key, value)| !agrees(fact, key, value)).count();
            let quantity = expected.get("quantity").and_then(toml::Value::as_str).unwrap_or_default();
            let same = free.iter().enumerate().filter(|(_, fact)| fact.quantity.text == quantity);
            let Some((chosen, _)) = same.min_by_key(|(_, fact)| differs(fact)) else {
                let read: Vec<&str> = free.iter().map(|fact| fact.quantity.text.as_str()).collect();
                let found = if read.is_empty() { "no other fact".to_owned() } else { format!("facts of {}", read.join(", ")) };
                let path = [here[0], here[1], Step::Key("fact"), Step::Item(place), Step::Key("quantity")];
                failures.push(problem(pack, &path, found, format!("{quantity:?}")));
                continue;
            };
            let fact = free.remove(chosen);
            for (key, value) in expected.iter().filter(|(key, value)| !agrees(fact, key, value)) {
                let path = [here[0], here[1], Step::Key("fact"), Step::Item(place), Step::Key(key)];
                failures.push(problem(pack, &path, format!("{:?}", shown(fact, key)), format!("{:?}", value.as_str().unwrap_or_default())));
            }
        }
        for (place, words) in self.no_fact.iter().enumerate() {
            let meets = |fact: &&Fact| {
                let span = fact.quantity.span.bytes();
                self.text.match_indices(words.as_str()).any(|(at, _)| at < span.end && span.start < at + words.len())
            };
            if let Some(fact) = facts.iter().find(meets) {
                let path = [here[0], here[1], Step::Key("no_fact"), Step::Item(place)];
                failures.push(problem(pack, &path, format!("a fact of {:?}", fact.quantity.text), "none".to_owned()));
            }
        }
    }
}

/// Whether a fact is as an example says.
fn agrees(fact: &Fact, key: &str, value: &toml::Value) -> bool {
    let expected = value.as_str().unwrap_or_default();
    match key {
        "number" => expected.parse().is_ok_and(|number: rust_decimal::Decimal| number == fact.quantity.number),
        _ => shown(fact, key) == expected,
    }
}

/// What an example calls a slot of a fact; empty where the fact has none.
fn shown(fact: &Fact, key: &str) -> String {
    let slot = |slot: Option<&crate::fact::Slot>| slot.map_or(String::new(), |slot| slot.text.to_string());
    let change = fact.change.as_ref();
    match key {
        "quantity" => fact.quantity.text.to_string(),
        "number" => fact.quantity.number.to_string(),
        "unit" => fact.quantity.unit.to_string(),
        "kind" => word(&fact.kind),
        "rule" => fact.rule.to_string(),
        "modality" => word(&fact.modality),
        "indicator" => slot(fact.indicator.as_ref()),
        "subject" => slot(fact.subject.as_ref()),
        "predicate" => slot(fact.predicate.as_ref()),
        "period" => fact.period.as_ref().map_or(String::new(), |period| period.text.to_string()),
        "direction" => change.map_or(String::new(), |change| word(&change.direction)),
        "basis" => change.map_or(String::new(), |change| word(&change.basis)),
        "base" => slot(change.and_then(|change| change.base.as_deref())),
        "whole" => slot(fact.share.as_ref().and_then(|share| share.whole.as_ref())),
        "scope" => slot(fact.rank.as_ref().and_then(|rank| rank.scope.as_ref())),
        _ => String::new(),
    }
}
