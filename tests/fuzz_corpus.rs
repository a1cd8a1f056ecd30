//! The corpus of the fuzz targets, replayed under the same laws.

use std::fs;
use std::path::Path;

mod laws;

fn replay(target: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(target);
    let mut files: Vec<_> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(!files.is_empty(), "{}: nothing there", folder.display());
    for file in files {
        let held = std::panic::catch_unwind(|| laws::target(target, &fs::read(&file).unwrap()));
        assert!(held.is_ok(), "{} breaks a law", file.display());
    }
}

#[test]
fn the_laws_hold_for_the_texts_of_the_corpus() {
    replay("text");
}

#[test]
fn the_laws_hold_for_the_texts_that_bytes_choose() {
    replay("grammar");
}

#[test]
fn the_laws_hold_for_the_packs_of_the_corpus() {
    replay("pack");
}
