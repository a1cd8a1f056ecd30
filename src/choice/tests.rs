use super::{Choices, Score, Sink, Weights, bucket};

#[test]
fn a_sum_of_weights_scores_a_candidate() {
    let weights = Weights::new("t.tsv", "a nV\t120\na n\t-20\nb \t7\n").unwrap();
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
        let message = Weights::new("t.tsv", text).unwrap_err().to_string();
        assert!(message.contains("t.tsv") && message.contains(place) && message.contains(expected), "{message}");
    }
}

#[test]
fn the_built_in_weights_load() {
    assert!(Choices::built_in().is_ok());
}

#[test]
fn buckets_grow_with_the_count() {
    let letters: Vec<char> = [0, 6, 7, 9, 10, 15, 16, 1000].into_iter().map(bucket).collect();
    assert_eq!(letters, ['0', '6', '7', '7', '8', '8', '9', '9']);
}
