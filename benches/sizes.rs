//! How cost grows with the size of one document, and the texts of the benches as files: `--write FOLDER [SIZE]`.
//!
//! Not criterion: a run over 64 MB takes long enough to be timed once. `cargo bench --bench sizes -- 64` goes up to 64 MB.

use hanfacts::Extractor;
use jieba_rs::Jieba;
use std::time::Instant;

mod texts;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    if arguments.first().is_some_and(|first| first == "--write") {
        let folder = arguments.get(1).expect("a folder behind --write");
        let size = arguments.get(2).map_or(64 << 10, |size| size.parse().expect("a number of bytes"));
        for kind in texts::Kind::ALL {
            let file = format!("{folder}/{}.txt", kind.name());
            std::fs::write(&file, texts::text(kind, size)).unwrap_or_else(|error| panic!("{file}: {error}"));
        }
        return;
    }
    let most: usize = arguments.first().map_or(4, |size| size.parse().expect("a number of megabytes"));
    let (extractor, jieba) = (Extractor::new(), Jieba::new());
    println!("{:<8} {:>9} {:>14} {:>14} {:>7}", "text", "KB", "extract MB/s", "tag MB/s", "ratio");
    for kind in texts::Kind::ALL {
        for size in [64 << 10, 1 << 20, 4 << 20, 64 << 20].into_iter().filter(|size| *size <= most << 20) {
            let text = texts::text(kind, size);
            let rounds = (2_usize << 20).div_ceil(size);
            let rate = |read: &dyn Fn() -> usize| {
                let best = (0..3).map(|_| {
                    let start = Instant::now();
                    for _ in 0..rounds {
                        std::hint::black_box(read());
                    }
                    start.elapsed().as_secs_f64()
                });
                (rounds * text.len()) as f64 / best.fold(f64::INFINITY, f64::min) / 1e6
            };
            let extract = rate(&|| extractor.extract(&text).facts().len());
            let tag = rate(&|| jieba.tag(&text, true).len());
            println!("{:<8} {:>9} {extract:>14.2} {tag:>14.2} {:>7.3}", kind.name(), size >> 10, extract / tag);
        }
    }
}
