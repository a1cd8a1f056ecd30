//! The files of a folder.

use std::collections::HashSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// What a folder holds.
#[derive(Default)]
pub(crate) struct Folder {
    /// In order of their paths.
    pub(crate) files: Vec<PathBuf>,
    /// The folders that could not be read, or not to their end.
    pub(crate) unread: Vec<(PathBuf, io::Error)>,
}

/// The files with one of some extensions below a folder.
pub(crate) fn files_below(folder: &Path, extensions: &[&str]) -> Folder {
    let mut found = Folder::default();
    let mut folders = vec![folder.to_owned()];
    // a link may lead back to a folder above it
    let mut seen = HashSet::new();
    while let Some(folder) = folders.pop() {
        if folder.canonicalize().is_ok_and(|path| !seen.insert(path)) {
            continue;
        }
        if let Err(error) = list(&folder, extensions, &mut found.files, &mut folders) {
            found.unread.push((folder, error));
        }
    }
    found.files.sort();
    found
}

fn list(folder: &Path, extensions: &[&str], files: &mut Vec<PathBuf>, folders: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            folders.push(path);
        } else if path.extension().is_some_and(|own| extensions.iter().any(|extension| own.eq_ignore_ascii_case(extension))) {
            files.push(path);
        }
    }
    Ok(())
}
