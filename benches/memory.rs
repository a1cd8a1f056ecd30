//! How much memory one document takes while it is read, beside the dictionary, as multiples of its size: the peak of the heap while
//! `extract` runs, and what the document holds afterwards. Counted by the allocator, so the same in every run.
//! `cargo bench --bench memory -- FILE…` measures files beside the texts of the benches.

use hanfacts::Extractor;

mod texts;

#[global_allocator]
static ALLOCATOR: dhat::Alloc = dhat::Alloc;

fn main() {
    let files = std::env::args().skip(1).filter(|argument| argument != "--bench");
    let files = files.map(|file| (file.clone(), std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{file}: {error}"))));
    let sizes = [64 << 10, 1 << 20];
    let written = texts::Kind::ALL
        .into_iter()
        .flat_map(|kind| sizes.into_iter().map(move |size| (format!("{} {} KB", kind.name(), size >> 10), texts::text(kind, size))));
    let extractor = Extractor::new();
    println!("{:<24} {:>8} {:>8} {:>8} {:>14}", "text", "KB", "peak", "holds", "facts in 1 KB");
    for (name, text) in written.chain(files) {
        // the dictionary, jieba's tables of guesses and the caches of the regular expressions, which no other document needs again
        extractor.extract(&text);
        let _profiler = dhat::Profiler::builder().testing().build();
        let document = extractor.extract(&text);
        let heap = dhat::HeapStats::get();
        let (times, kilobytes) = (|bytes: usize| bytes as f64 / text.len() as f64, text.len() as f64 / 1024.0);
        let facts = document.facts().len() as f64 / kilobytes;
        println!("{name:<24} {kilobytes:>8.0} {:>8.1} {:>8.1} {facts:>14.1}", times(heap.max_bytes), times(heap.curr_bytes));
    }
}
