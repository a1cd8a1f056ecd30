//! Extraction beside what anyone could run instead: plain jieba tagging of the same text.
//!
//! The texts are written here, so that nothing outside decides the figures: dense statistics, ordinary news with a quantity
//! every few sentences, and prose without numbers.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use hanfacts::Extractor;
use jieba_rs::Jieba;
use std::hint::black_box;

const SIZE: usize = 64 << 10;

const DENSE: &str = "全年实现规模以上工业增加值1846.3亿元，同比增长6.7%，其中高技术制造业增长12.4%，占比为31.5%，比上年提高1.8个百分点。";
const NEWS: &str = "本报记者从市文化馆了解到，一批反映乡土生活的作品近日同观众见面，创作者们走进田间地头，用镜头记录下村庄的变化。展览将持续到月底，现场还安排了讲解和手工体验，孩子们可以跟着老师学习剪纸。开幕当天吸引观众3200人。";
const PROSE: &str =
    "清晨的雾气还没有散去，老人已经坐在门前的石阶上，望着远处的山影出神，风从河面吹来，带着稻田的清香，邻居家的孩子背着书包跑过石桥。";

fn repeated(piece: &str) -> String {
    piece.repeat(SIZE / piece.len() + 1)
}

fn throughput(c: &mut Criterion) {
    let extractor = Extractor::new();
    let jieba = Jieba::new();
    for (name, piece) in [("dense", DENSE), ("news", NEWS), ("prose", PROSE)] {
        let text = repeated(piece);
        let mut group = c.benchmark_group(name);
        group.throughput(Throughput::Bytes(text.len() as u64)).sample_size(10);
        group.bench_function("extract", |b| b.iter(|| extractor.extract(black_box(&text))));
        group.bench_function("quantities", |b| b.iter(|| extractor.quantities(black_box(&text))));
        group.bench_function("jieba tag", |b| b.iter(|| jieba.tag(black_box(&text), true)));
        group.finish();
    }
}

criterion_group!(benches, throughput);
criterion_main!(benches);
