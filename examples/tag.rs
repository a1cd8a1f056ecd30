//! Builds jieba and tags a text, and nothing else: what `extract` is measured against (see `benches/README.md`).

use jieba_rs::Jieba;
use std::io::{Read, Write, stdin, stdout};

fn main() -> std::io::Result<()> {
    let mut text = String::new();
    match std::env::args().nth(1) {
        Some(path) => text = std::fs::read_to_string(path)?,
        None => drop(stdin().read_to_string(&mut text)?),
    }
    let jieba = Jieba::new();
    let mut out = stdout().lock();
    for word in jieba.tag(&text, true) {
        writeln!(out, "{}/{}", word.word, word.tag)?;
    }
    Ok(())
}
