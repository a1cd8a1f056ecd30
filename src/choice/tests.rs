use super::table::{Table, joint, labelled, most};
use super::{BASIS, DIRECTION, Features, KIND, LABELS, MODALITY, PERIOD, PHRASE, PHRASE_SLOTS, Slot, Weights, bucket, weights};

fn weights<const N: usize>(table: Table) -> Weights<N> {
    Weights::new(table.places.leak(), table.weights.leak())
}

/// One feature, as its line has it.
fn feature(line: &str, skipped: usize) -> Features {
    let letters: Vec<char> = line.split_once('\t').unwrap().0.chars().collect();
    let mut features = Features::new();
    features.add(letters[0], &letters[2 + skipped..]);
    features
}

/// The lines of a file of weights, and the weight of each.
fn lines(name: &str) -> Vec<(String, i32)> {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/choice/data").join(name).with_extension("tsv");
    let text = std::fs::read_to_string(path).unwrap();
    text.lines().map(|line| (line.to_owned(), line.split_once('\t').unwrap().1.parse().unwrap())).collect()
}

#[test]
fn a_sum_of_weights_scores_a_candidate() {
    let known = weights(joint(&[("t.tsv", "a nV\t120\na n\t-20\nb \t7\n"), ("u.tsv", "a n\t5\n")]).unwrap());
    let mut features = Features::new();
    features.retold(|features| features.add('b', &[]));
    features.retold(|features| {
        features.add('a', &['n', 'V']);
        features.add('a', &['n']);
        features.add('b', &[]);
        features.add('a', &['V', 'n']);
    });
    assert_eq!(known.sums(&features), [107, 5]);
    assert_eq!([known.sum(0, &features), known.sum(1, &features)], [107, 5]);
}

#[test]
fn the_highest_weight_of_each_template_bounds_a_sum() {
    let known = most("a nV\t120\na n\t-20\nb \t7\nc n\t-3\n");
    let most = |templates| weights::most(known.as_chunks().0, templates);
    assert_eq!((most("ab"), most("bcd")), (127, 7));
}

#[test]
fn what_is_told_once_is_weighed_for_every_label() {
    let known = weights(labelled("t.tsv", "a un\t3\na dn\t-4\na u\t9\n", "ud").unwrap());
    assert_eq!(known.sums(&feature("a n\t", 0)), [3, -4]);
    assert_eq!(known.sums(&feature("a \t", 0)), [9, 0]);
}

#[test]
fn a_bad_line_is_refused_with_its_place() {
    let cases = [
        ("a n 12", "line 1", "a tab and a weight"),
        ("a n\t1\na n\t2", "line 2", "no line before"),
        ("a n\t1\n\t2", "line 2", "a template"),
        ("a n\tx", "line 1", "a weight"),
    ];
    for (text, place, expected) in cases {
        for refused in [joint(&[("t.tsv", text)]), labelled("t.tsv", text, "n")] {
            let message = refused.err().unwrap();
            assert!(message.contains("t.tsv") && message.contains(place) && message.contains(expected), "{message}");
        }
    }
    assert!(labelled("t.tsv", "a x\t1", "n").err().unwrap().contains("a label of n"));
}

#[test]
fn every_line_of_the_built_in_weights_is_found() {
    fn labels<const N: usize>(slot: Slot, weights: &Weights<N>) {
        let (_, labels) = LABELS.into_iter().find(|(of, _)| *of == slot).unwrap();
        for (line, weight) in lines(slot.name()) {
            let label = labels.chars().position(|label| line.chars().nth(2) == Some(label)).unwrap();
            assert_eq!(weights.sums(&feature(&line, 1))[label], weight, "{line}");
        }
    }
    labels(Slot::Basis, &BASIS);
    labels(Slot::Direction, &DIRECTION);
    labels(Slot::Kind, &KIND);
    labels(Slot::Modality, &MODALITY);
    for (line, weight) in lines(Slot::Period.name()) {
        assert_eq!(PERIOD.sum(0, &feature(&line, 0)), weight, "{line}");
    }
    for (column, slot) in PHRASE_SLOTS.into_iter().enumerate() {
        for (line, weight) in lines(slot.name()) {
            assert_eq!(PHRASE.sum(column, &feature(&line, 0)), weight, "{line}");
            assert!(super::most(column, &line.chars().next().unwrap().to_string()) >= weight, "{line}");
        }
    }
}

#[test]
fn buckets_grow_with_the_count() {
    let letters: Vec<char> = [0, 6, 7, 9, 10, 15, 16, 1000].into_iter().map(bucket).collect();
    assert_eq!(letters, ['0', '6', '7', '7', '8', '8', '9', '9']);
}
