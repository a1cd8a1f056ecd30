use super::table::{joint_table, most, table};
use super::{Choices, JointScore, PHRASE_SLOTS, Score, Sink, Slot, Weights, bucket};

#[test]
fn a_sum_of_weights_scores_a_candidate() {
    let made = table("t.tsv", "a nV\t120\na n\t-20\nb \t7\n").unwrap();
    let weights = Weights::new(made.leak(), most("a nV\t120\na n\t-20\nb \t7\nc n\t-3\n").leak());
    assert_eq!((weights.most("ab"), weights.most("bcd")), (127, 7));
    let score = Score::of(&weights, |sink| {
        sink.add('a', &['n', 'V']);
        sink.add('a', &['n']);
        sink.add('b', &[]);
        sink.add('a', &['V', 'n']);
    });
    assert_eq!(score, 107);
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
        let message = table("t.tsv", text).unwrap_err();
        assert!(message.contains("t.tsv") && message.contains(place) && message.contains(expected), "{message}");
    }
}

#[test]
fn every_line_of_the_built_in_weights_is_found() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/choice/data");
    for slot in Slot::ALL {
        let name = slot.name();
        let text = std::fs::read_to_string(folder.join(name).with_extension("tsv")).unwrap();
        for line in text.lines() {
            let (feature, weight) = line.split_once('\t').unwrap();
            let letters: Vec<char> = feature.chars().collect();
            assert_eq!(Choices::of(slot).of(letters[0], &letters[2..]).to_string(), weight, "{name}: {line}");
        }
    }
}

#[test]
fn buckets_grow_with_the_count() {
    let letters: Vec<char> = [0, 6, 7, 9, 10, 15, 16, 1000].into_iter().map(bucket).collect();
    assert_eq!(letters, ['0', '6', '7', '7', '8', '8', '9', '9']);
}

#[test]
fn the_table_of_all_slots_that_phrases_fill_has_the_weights_of_each() {
    let bytes = joint_table(&[("a.tsv", "a n\t5\n"), ("b.tsv", "a n\t-5\nb \t7\n")]).unwrap();
    assert_eq!(bytes.iter().filter(|byte| **byte == 7).count(), 1);
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/choice/data");
    for name in PHRASE_SLOTS.map(Slot::name) {
        for line in std::fs::read_to_string(folder.join(name).with_extension("tsv")).unwrap().lines().step_by(17) {
            let letters: Vec<char> = line.split_once('\t').unwrap().0.chars().collect();
            let sums = JointScore::of(|sink| sink.add(letters[0], &letters[2..]));
            let each = PHRASE_SLOTS.map(|slot| Choices::of(slot).of(letters[0], &letters[2..]));
            assert_eq!(sums, each, "{line}");
        }
    }
}
