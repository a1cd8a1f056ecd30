//! What holds for any text and any rule pack. The fuzz targets, the tests of properties and those that replay the corpus share it.
//!
//! `text` holds what a single text owes, `pieces` makes texts of bytes, `joined` what two texts owe together, `numbers` that what is
//! printed is read, `pack` what a rule pack owes.

// each of those who share it needs another part
#![allow(dead_code)]

mod joined;
mod numbers;
mod pack;
pub(crate) mod pieces;
pub(crate) mod text;

use hanfacts::Extractor;
use std::sync::OnceLock;

/// Runs one input of a fuzz target; panics where a law is broken.
pub(crate) fn target(name: &str, bytes: &[u8]) {
    match name {
        "text" => text::all(built_in(), &String::from_utf8_lossy(bytes)),
        "grammar" => grammar(bytes),
        "pack" => pack::any(bytes),
        _ => panic!("no target {name}"),
    }
}

fn grammar(bytes: &[u8]) {
    let texts: Vec<String> = bytes.split(|byte| *byte == pieces::PART).map(pieces::written).collect();
    text::all(built_in(), &texts.concat());
    numbers::printed_is_read(built_in(), &texts.concat());
    if let [first, second] = &texts[..] {
        joined::as_apart(built_in(), first, second);
    }
}

fn built_in() -> &'static Extractor {
    static BUILT_IN: OnceLock<Extractor> = OnceLock::new();
    BUILT_IN.get_or_init(Extractor::new)
}
