//! What each stage of extraction costs, one line a stage: a line is the time up to and with that stage, so the stage itself costs
//! what it adds to the line before. `cargo bench --features stages --bench stages`.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use hanfacts::{Extractor, Stage};
use std::hint::black_box;
use std::path::Path;

/// The articles of the fixtures, one behind the other: statistics, news and prose, clean and broken.
fn articles() -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/articles/texts");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files.iter().map(|file| std::fs::read_to_string(file).unwrap()).collect::<Vec<_>>().join("\n\n")
}

fn stages(c: &mut Criterion) {
    let extractor = Extractor::new();
    let text = articles();
    let mut group = c.benchmark_group("up to");
    group.throughput(Throughput::Bytes(text.len() as u64)).sample_size(10);
    let stages =
        [("view", Stage::View), ("scan", Stage::Scan), ("words", Stage::Words), ("rules", Stage::Rules), ("resolve", Stage::Resolve)];
    for (name, stage) in stages {
        group.bench_function(name, |b| b.iter(|| extractor.read_to(stage, black_box(&text))));
    }
    group.finish();
}

criterion_group!(benches, stages);
criterion_main!(benches);
