//! Makes the tables of weights, so that the crate need not read megabytes of text at its start.

use std::path::Path;
use std::{env, fs};

#[path = "src/choice/hash.rs"]
mod hash;
#[path = "src/choice/table.rs"]
mod table;

fn main() {
    let folder = Path::new("src/choice/data");
    println!("cargo::rerun-if-changed={}", folder.display());
    println!("cargo::rerun-if-changed=src/choice/hash.rs");
    println!("cargo::rerun-if-changed=src/choice/table.rs");
    let out = env::var_os("OUT_DIR").expect("cargo sets OUT_DIR");
    let files = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    for file in files {
        let path = file.expect("an entry of the folder of weights").path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let table = table::table(&name, &text).unwrap_or_else(|refused| panic!("{refused}"));
        for (extension, bytes) in [("table", table), ("most", table::most(&text))] {
            let target = Path::new(&out).join(&name).with_extension(extension);
            fs::write(&target, bytes).unwrap_or_else(|error| panic!("{}: {error}", target.display()));
        }
    }
}
