//! Makes the tables of weights, so that the crate need not read megabytes of text at its start.

use std::path::Path;
use std::{env, fs};

#[path = "src/choice/hash.rs"]
mod hash;
#[path = "src/choice/table.rs"]
mod table;

/// The slots that phrases fill, as [`choice::PHRASE_SLOTS`] has them.
const PHRASE_SLOTS: [&str; 5] = ["indicator", "predicate", "scope", "subject", "whole"];

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
    let read = |path: &Path| fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let texts = PHRASE_SLOTS.map(|name| read(&folder.join(name).with_extension("tsv")));
    let files: Vec<(&str, &str)> = PHRASE_SLOTS.into_iter().zip(texts.iter().map(String::as_str)).collect();
    write("phrase.table", table::joint_table(&files).unwrap_or_else(|refused| panic!("{refused}")));
    let files = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    for file in files {
        let path = file.expect("an entry of the folder of weights").path();
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let text = read(&path);
        write(&format!("{name}.table"), table::table(&name, &text).unwrap_or_else(|refused| panic!("{refused}")));
        write(&format!("{name}.most"), table::most(&text));
    }
}
