//! All texts of a folder, on all processors where built with threads, one extractor for all.
//!
//! `cargo run --release --features rayon --example batch -- fixtures/articles/texts`

use hanfacts::{Document, Extractor, Kind};
use std::path::PathBuf;

/// The documents of the texts, in their order.
#[cfg(feature = "rayon")]
fn read(extractor: &Extractor, texts: &[String]) -> Vec<Document> {
    extractor.extract_batch(texts)
}

#[cfg(not(feature = "rayon"))]
fn read(extractor: &Extractor, texts: &[String]) -> Vec<Document> {
    texts.iter().map(|text| extractor.extract(text)).collect()
}

fn main() -> std::io::Result<()> {
    let folder = std::env::args().nth(1).unwrap_or_else(|| "fixtures/articles/texts".to_owned());
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<std::io::Result<_>>()?;
    files.retain(|file| file.extension().is_some_and(|extension| extension == "txt"));
    files.sort();
    let texts: Vec<String> = files.iter().map(std::fs::read_to_string).collect::<Result<_, _>>()?;
    let documents = read(&Extractor::new(), &texts);
    println!("{:<28} {:>6} {:>6} {:>6} {:>6} {:>6}", "text", "level", "change", "share", "rank", "notes");
    for (file, document) in files.iter().zip(&documents) {
        let count = |kind: Kind| document.facts().iter().filter(|fact| fact.kind == kind).count();
        let [level, change, share, rank] = [Kind::Level, Kind::Change, Kind::Share, Kind::Rank].map(count);
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        println!("{name:<28} {level:>6} {change:>6} {share:>6} {rank:>6} {:>6}", document.notes().len());
    }
    Ok(())
}
