//! A folder for brat.

use hanfacts::{BRAT_CONFIG, Brat};
use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::Path;

/// Writes the text and the annotations of a document, and what brat is to know of them all. No file is written over: somebody may have worked on it.
pub(crate) fn write(folder: &Path, doc: &str, document: &Brat) -> io::Result<()> {
    named(folder, fs::create_dir_all(folder))?;
    let config = folder.join("annotation.conf");
    if !config.exists() {
        named(&config, fs::write(&config, BRAT_CONFIG))?;
    }
    let name = name(doc);
    for (extension, content) in [("txt", &document.text), ("ann", &document.annotations)] {
        let path = folder.join(format!("{name}.{extension}"));
        // half a file would be there already ever after
        let written =
            File::create_new(&path).and_then(|mut file| file.write_all(content.as_bytes()).inspect_err(|_| drop(fs::remove_file(&path))));
        named(&path, written)?;
    }
    Ok(())
}

/// An error with the file that it is of.
fn named<T>(path: &Path, result: io::Result<T>) -> io::Result<T> {
    result.map_err(|error| {
        let reason = if error.kind() == ErrorKind::AlreadyExists { "is there already".to_owned() } else { error.to_string() };
        io::Error::other(format!("{}: {reason}", path.display()))
    })
}

/// A document's name as brat takes it: of letters, digits, hyphens, underscores and dots within, so that it names no other folder.
fn name(doc: &str) -> String {
    let stem = doc.strip_suffix(".txt").unwrap_or(doc);
    let plain = |c: char| if c.is_alphanumeric() || "-_.".contains(c) { c } else { '_' };
    let name: String = stem.chars().map(plain).collect();
    if name.starts_with('.') || name.is_empty() { format!("_{name}") } else { name }
}
