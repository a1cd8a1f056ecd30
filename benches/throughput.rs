//! Extraction beside what anyone could run instead, on the same texts in one run: plain jieba tagging and cutting (with its guesses), a
//! regular expression for a number and its unit, and the validation of UTF-8 as the floor. `benches/README.md` says what is timed.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use hanfacts::Extractor;
use jieba_rs::Jieba;
use regex::Regex;
use std::hint::black_box;

mod texts;

const SIZES: [(&str, usize); 2] = [("1 KB", 1 << 10), ("64 KB", 64 << 10)];
const NUMBER_AND_UNIT: &str = r"[0-9][0-9,]*(?:\.[0-9]+)?\s*[万亿]?(?:元|美元|吨|%|个百分点|平方米|人次|千瓦时|辆|件|家|人|位|亩)";

fn throughput(c: &mut Criterion) {
    let extractor = Extractor::new();
    let jieba = Jieba::new();
    let regex = Regex::new(NUMBER_AND_UNIT).unwrap();
    for kind in texts::Kind::ALL {
        for (name, size) in SIZES {
            let text = texts::text(kind, size);
            let mut group = c.benchmark_group(format!("{} {name}", kind.name()));
            group.throughput(Throughput::Bytes(text.len() as u64)).sample_size(10);
            group.bench_function("extract", |b| b.iter(|| extractor.extract(black_box(&text))));
            group.bench_function("jieba tag", |b| b.iter(|| jieba.tag(black_box(&text), true)));
            group.bench_function("jieba cut", |b| b.iter(|| jieba.cut(black_box(&text), true)));
            group.bench_function("one regex", |b| b.iter(|| regex.find_iter(black_box(&text)).count()));
            group.bench_function("UTF-8", |b| b.iter(|| std::str::from_utf8(black_box(text.as_bytes())).is_ok()));
            group.finish();
        }
    }
}

criterion_group!(benches, throughput);
criterion_main!(benches);
