//! Makes the tables of weights, so that the crate need not read megabytes of text at its start.

use std::path::Path;
use std::{env, fs};

#[path = "src/choice/hash.rs"]
mod hash;
#[path = "src/choice/table.rs"]
mod table;

/// The slots that phrases fill, as [`choice::PHRASE_SLOTS`] has them.
const PHRASE_SLOTS: [&str; 5] = ["indicator", "predicate", "scope", "subject", "whole"];
/// The slots that are chosen by label, and the labels, as [`choice::LABELS`] has them.
const LABELS: [(&str, &str); 4] = [("basis", "ysaru"), ("direction", "udf"), ("kind", "lcs"), ("modality", "ap")];

fn main() {
    let folder = Path::new("src/choice/data");
    println!("cargo::rerun-if-changed={}", folder.display());
    println!("cargo::rerun-if-changed=src/choice/hash.rs");
    println!("cargo::rerun-if-changed=src/choice/table.rs");
    let out = env::var_os("OUT_DIR").expect("cargo sets OUT_DIR");
    let write = |name: &str, bytes: Vec<u8>| {
        let target = Path::new(&out).join(name);
        fs::write(&target, bytes).unwrap_or_else(|error| panic!("{}: {error}", target.display()));
    };
    let read = |name: &str| {
        let path = folder.join(name).with_extension("tsv");
        fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    };
    let table = |name: &str, made: Result<table::Table, String>| {
        let made = made.unwrap_or_else(|refused| panic!("{refused}"));
        write(&format!("{name}.places"), made.places);
        write(&format!("{name}.weights"), made.weights);
    };
    let texts = PHRASE_SLOTS.map(read);
    let files: Vec<(&str, &str)> = PHRASE_SLOTS.into_iter().zip(texts.iter().map(String::as_str)).collect();
    table("phrase", table::joint(&files));
    for (name, text) in files {
        write(&format!("{name}.most"), table::most(text));
    }
    table("period", table::joint(&[("period", &read("period"))]));
    for (name, labels) in LABELS {
        table(name, table::labelled(name, &read(name), labels));
    }
}
