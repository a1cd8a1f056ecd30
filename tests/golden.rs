//! The facts of all fixtures stay as they are until somebody means to change them: `fixtures/golden.tsv` has, for each text, how many
//! facts there are and a checksum of them as JSON Lines. What is done for speed or for order must leave it alone; where facts are meant
//! to change, `HANFACTS_WRITE_GOLDEN=1 cargo test --test golden` writes it anew, and its diff says which texts were touched.

use hanfacts::{Extractor, FactRecord};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

fn texts(folder: &Path, out: &mut Vec<PathBuf>) {
    let mut entries: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for entry in entries {
        if entry.is_dir() {
            texts(&entry, out);
        } else if entry.extension().is_some_and(|extension| extension == "txt") {
            out.push(entry);
        }
    }
}

#[test]
fn the_facts_of_all_fixtures_are_those_on_record() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    texts(&root.join("fixtures"), &mut files);
    let extractor = Extractor::new();
    let mut got = String::from("text\tfacts\tcrc32\n");
    for file in &files {
        let document = extractor.extract_on(&fs::read_to_string(file).unwrap(), "2024-03-01");
        let mut lines = Vec::new();
        for fact in document.facts() {
            serde_json::to_writer(&mut lines, &FactRecord { doc: "", fact }).unwrap();
            lines.push(b'\n');
        }
        let name = file.strip_prefix(root.join("fixtures")).unwrap().to_string_lossy().replace('\\', "/");
        writeln!(got, "{name}\t{}\t{:08x}", document.facts().len(), crc32fast::hash(&lines)).unwrap();
    }
    let record = root.join("fixtures/golden.tsv");
    if std::env::var_os("HANFACTS_WRITE_GOLDEN").is_some() {
        return fs::write(record, got).unwrap();
    }
    let want = fs::read_to_string(&record).unwrap();
    let changed: Vec<&str> = got.lines().filter(|line| !want.lines().any(|known| known == *line)).collect();
    assert!(want == got, "texts whose facts are not those on record (write them anew where that is meant): {changed:#?}");
}
