//! The documents of the input, one at a time: files, folders, standard input.

use super::decode::{self, Decoded, Ground};
use super::{folder, html};
use encoding_rs::{Encoding, UTF_8};
use std::fmt::Display;
use std::fs::File;
use std::io::{self, Read};
use std::ops::Range;
use std::path::Path;

/// One document.
#[derive(Default)]
pub(crate) struct Input {
    /// Its name in the output.
    pub(crate) doc: String,
    pub(crate) text: String,
    /// Bytes of the input that it was read from.
    pub(crate) size: usize,
    /// Its reference date, where it brings one.
    pub(crate) date: Option<String>,
    /// The file that the text was made of, where its bytes are not the file's own.
    pub(crate) source: Option<Source>,
    /// What is to be said of how it was read.
    pub(crate) notice: Option<String>,
    /// Some of it could not be read.
    pub(crate) damaged: bool,
}

/// The bytes behind a text.
pub(crate) struct Source {
    pub(crate) encoding: &'static str,
    /// The steps from the text back to the file.
    steps: Vec<super::offsets::Map>,
}

impl Source {
    /// The bytes of the file that a span of the text was made of.
    pub(crate) fn bytes(&self, span: Range<usize>) -> Range<usize> {
        self.steps.iter().fold(span, |span, step| step.source(span))
    }
}

/// What becomes of documents, and of places where none could be read.
pub(crate) trait Sink {
    fn document(&mut self, input: Input) -> io::Result<()>;
    fn fail(&mut self, place: &dyn Display, reason: &dyn Display) -> io::Result<()>;
}

/// How files are read.
#[derive(Clone, Copy)]
pub(crate) struct Reading {
    /// The encoding of them all.
    pub(crate) encoding: Option<&'static Encoding>,
    /// Files are HTML pages, those named `*.txt` aside.
    pub(crate) html: bool,
}

impl Reading {
    /// The extensions of the files of a folder that are read.
    pub(crate) fn extensions(self) -> &'static [&'static str] {
        if self.html { &["txt", "html", "htm"] } else { &["txt"] }
    }

    /// Reads one file, the files of a folder in order of their paths, or standard input. An error is one of the output.
    pub(crate) fn path(self, path: &Path, sink: &mut dyn Sink) -> io::Result<()> {
        if path == Path::new("-") {
            return self.document(path, io::stdin().lock(), sink);
        }
        if path.is_dir() {
            let folder = folder::files_below(path, self.extensions());
            folder.unread.iter().try_for_each(|(path, error)| sink.fail(&path.display(), error))?;
            return folder.files.iter().try_for_each(|file| self.path(file, sink));
        }
        match File::open(path) {
            Ok(file) => self.document(path, file, sink),
            Err(error) => sink.fail(&path.display(), &error),
        }
    }

    fn document(self, path: &Path, mut from: impl Read, sink: &mut dyn Sink) -> io::Result<()> {
        let mut bytes = Vec::new();
        let read = from.read_to_end(&mut bytes).map_err(|error| error.to_string());
        match read.and_then(|_| self.input(path, bytes)) {
            Ok(input) => sink.document(input),
            Err(reason) => sink.fail(&path.display(), &reason),
        }
    }

    fn input(self, path: &Path, bytes: Vec<u8>) -> Result<Input, String> {
        let size = bytes.len();
        let page = self.html && path.extension().is_none_or(|extension| !extension.eq_ignore_ascii_case("txt"));
        let decoded = decode::decode(bytes, self.encoding, |bytes| if page { html::declared(bytes) } else { None })?;
        let notice = notice(path, &decoded);
        let Decoded { text, encoding, map, malformed, .. } = decoded;
        let (text, extracted) = if page {
            let (text, map) = html::read(&text);
            (text, Some(map))
        } else {
            (text, None)
        };
        let steps: Vec<_> = extracted.into_iter().chain(map).collect();
        Ok(Input {
            doc: path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned(),
            text,
            size,
            date: None,
            source: (!steps.is_empty()).then(|| Source { encoding: encoding.name(), steps }),
            notice,
            damaged: malformed.count > 0,
        })
    }
}

/// What was taken for granted, where a file is not plain UTF-8.
fn notice(path: &Path, decoded: &Decoded) -> Option<String> {
    let (path, name, malformed) = (path.display(), decoded.encoding.name(), decoded.malformed);
    if decoded.encoding == UTF_8 && malformed.count == 0 {
        return None;
    }
    let ground = match decoded.ground {
        Ground::Forced => "by --encoding",
        Ground::Mark => "by its byte order mark",
        Ground::Declared => "by its meta element",
        Ground::Valid | Ground::Guess => "a guess; --encoding names another",
    };
    let lost = match malformed.count {
        0 => String::new(),
        count => format!(": {count} malformed, read as U+FFFD, the first at byte {}", malformed.first),
    };
    Some(format!("{path}: read as {name} ({ground}){lost}"))
}
