use super::{RuleSet, mentions};
use crate::testing::sentence;

#[test]
fn the_built_in_rules_load() {
    RuleSet::built_in().unwrap();
}

#[test]
fn every_rule_matches_its_examples_and_none_of_its_counter_examples() {
    let rules = RuleSet::built_in().unwrap();
    let mut wrong = Vec::new();
    for (number, rule) in rules.rules.iter().enumerate() {
        let fires = |text: &String| {
            let classes = sentence(text);
            (mentions(&classes, &rules).iter().any(|mention| mention.rule == number), classes)
        };
        for example in &rule.examples {
            let (fired, classes) = fires(example);
            if !fired {
                wrong.push(format!("{} does not claim {example} [{classes}]", rule.name));
            }
        }
        for example in &rule.counter {
            let (fired, classes) = fires(example);
            if fired {
                wrong.push(format!("{} claims {example} [{classes}]", rule.name));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
