use super::RuleSet;
use crate::extractor::Extractor;
use crate::pack::built_in;
use crate::trial;

#[test]
fn the_built_in_rules_load() {
    RuleSet::built_in().unwrap();
}

#[test]
fn every_rule_claims_of_its_examples_and_nothing_of_its_counter_examples() {
    let packs: Vec<_> = built_in().collect();
    let wrong = trial::rules(&Extractor::new(), &packs);
    assert!(wrong.is_empty(), "{}", crate::Error::refused(wrong));
}
