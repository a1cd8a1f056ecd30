//! The house rules that a compiler does not hold: which room may import which, and where Chinese words live.

use std::fs;
use std::path::{Path, PathBuf};

/// The rooms from the ground up; one may use those before it.
const ROOMS: [&str; 15] = [
    "error", "pack", "choice", "span", "text", "number", "lexicon", "token", "period", "name", "quantity", "rules", "fact", "explain",
    "output",
];

/// What a room may name above it: types without behaviour that its data are made of.
const TYPES: [(&str, &str); 2] = [("lexicon", "quantity"), ("rules", "fact")];

fn sources(room: &str) -> Vec<PathBuf> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let folder = src.join(room);
    if !folder.is_dir() {
        return vec![src.join(room).with_extension("rs")];
    }
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "rs") && !path.ends_with("tests.rs"));
    files
}

#[test]
fn lower_rooms_never_import_higher_ones() {
    for (level, room) in ROOMS.iter().enumerate() {
        for file in sources(room) {
            let text = fs::read_to_string(&file).unwrap();
            for higher in &ROOMS[level + 1..] {
                let allowed = TYPES.contains(&(room, higher));
                let imports = text.contains(&format!("crate::{higher}::")) || text.contains(&format!("use crate::{higher};"));
                assert!(allowed || !imports, "{} imports {higher}", file.display());
            }
        }
    }
}

#[test]
fn only_the_token_room_names_jieba() {
    for room in ROOMS.iter().filter(|room| **room != "token") {
        for file in sources(room) {
            assert!(!fs::read_to_string(&file).unwrap().contains("jieba_rs::"), "{} names jieba_rs", file.display());
        }
    }
}

/// Packs and choices are data; the page that `output` writes is HTML, CSS and JavaScript and the schema of a fact is JSON, each in files of
/// its own.
#[test]
fn only_packs_choices_and_output_embed_files() {
    for room in ROOMS.iter().filter(|room| !["pack", "choice", "output"].contains(room)) {
        for file in sources(room) {
            assert!(!fs::read_to_string(&file).unwrap().contains("include_str!"), "{} embeds data", file.display());
        }
    }
}
