//! A page on which to check facts against their text, from a program: opens in a browser, loads nothing.
//!
//! `cargo run --release --example review_page -- fixtures/articles/texts/county-news.txt > review.html`

use hanfacts::{Extractor, ReviewPage};
use std::io::{Write, stdout};
use std::path::Path;

fn main() -> std::io::Result<()> {
    let files: Vec<String> = std::env::args().skip(1).collect();
    let extractor = Extractor::new();
    let mut out = stdout().lock();
    ReviewPage::begin(&mut out)?;
    // one document after the other: nothing is kept of those before
    for file in &files {
        let text = std::fs::read_to_string(file)?;
        let name = Path::new(file).file_name().unwrap_or_default().to_string_lossy();
        ReviewPage::document(&mut out, &name, &text, &extractor.extract(&text))?;
    }
    ReviewPage::end(&mut out)?;
    out.flush()
}
