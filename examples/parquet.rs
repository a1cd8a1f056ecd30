//! The facts of files as one Parquet file, which DuckDB, pandas, polars and Spark read.
//!
//! `cargo run --release --features parquet --example parquet -- [--flat] facts.parquet FILE…`

use hanfacts::{Extractor, ParquetFacts, ParquetShape};
use std::error::Error;
use std::fs::{self, File};
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments: Vec<String> = std::env::args().skip(1).collect();
    let flat = arguments.first().is_some_and(|first| first == "--flat");
    let files = arguments.split_off(usize::from(flat));
    let [target, files @ ..] = files.as_slice() else { return Err("name the file to write, then those to read".into()) };
    let extractor = Extractor::new();
    let shape = if flat { ParquetShape::Flat } else { ParquetShape::Nested };
    let mut facts = ParquetFacts::new(File::create(target)?, shape)?;
    for file in files {
        let name = Path::new(file).file_name().unwrap_or_default().to_string_lossy();
        facts.document(&name, &extractor.extract(&fs::read_to_string(file).map_err(|error| format!("{file}: {error}"))?))?;
    }
    facts.end()?;
    Ok(())
}
