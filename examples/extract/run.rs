//! Documents in, lines out, in the order of the input: one at a time, or with threads a batch at a time, so that memory does not grow
//! with the number of documents.

use super::input::{Input, Sink};
use super::progress::Progress;
use super::say;
use super::work::{Said, Work};
use std::fmt::Display;
use std::io::{self, Write};

/// Documents and bytes of a batch, for each thread.
const DOCUMENTS: usize = 64;
const BYTES: usize = 1 << 20;

pub(crate) struct Run<W: Write> {
    work: Work,
    out: W,
    threads: usize,
    waiting: Vec<Input>,
    bytes: usize,
    failed: bool,
    begun: bool,
    progress: Progress,
}

impl<W: Write> Run<W> {
    pub(crate) fn new(work: Work, out: W, threads: usize, progress: Progress) -> Self {
        Self { work, out, threads, waiting: Vec::new(), bytes: 0, failed: false, begun: false, progress }
    }

    /// Writes what waits, and what stands behind all documents; whether all input could be read.
    pub(crate) fn end(mut self) -> io::Result<bool> {
        self.flush()?;
        if !self.begun {
            self.before()?;
        }
        self.work.format.after(&mut self.out)?;
        self.out.flush()?;
        self.progress.clear();
        if let Some(summary) = self.work.format.summary() {
            say(&summary);
        }
        Ok(!self.failed)
    }

    /// Says what is to be said of a document that is done.
    fn done(&mut self, input: &Input, said: &Said) {
        self.failed |= said.failed;
        if !said.lines.is_empty() {
            self.progress.clear();
        }
        said.lines.iter().for_each(|line| say(line));
        self.progress.step(input.size);
    }

    /// Writes what stands before a document.
    fn before(&mut self) -> io::Result<()> {
        let first = !std::mem::replace(&mut self.begun, true);
        self.work.format.before(first, &mut self.out)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.bytes = 0;
        let waiting = std::mem::take(&mut self.waiting);
        for ((out, said), input) in all(&self.work, &waiting).into_iter().zip(&waiting) {
            self.before()?;
            self.out.write_all(&out)?;
            self.done(input, &said);
        }
        Ok(())
    }
}

impl<W: Write> Sink for Run<W> {
    fn document(&mut self, input: Input) -> io::Result<()> {
        self.failed |= input.damaged;
        if self.threads == 1 {
            self.before()?;
            let said = self.work.on(&input, &mut self.out)?;
            self.done(&input, &said);
            return Ok(());
        }
        self.bytes += input.text.len();
        self.waiting.push(input);
        if self.waiting.len() >= DOCUMENTS * self.threads || self.bytes >= BYTES * self.threads { self.flush() } else { Ok(()) }
    }

    fn fail(&mut self, place: &dyn Display, reason: &dyn Display) -> io::Result<()> {
        // what came before is written before
        self.flush()?;
        self.progress.clear();
        say(&format_args!("{place}: {reason}"));
        self.failed = true;
        Ok(())
    }
}

/// The lines of documents, and what is to be said of each.
type Lines = Vec<(Vec<u8>, Said)>;

fn lines(work: &Work, input: &Input) -> (Vec<u8>, Said) {
    let mut out = Vec::new();
    let said = work.on(input, &mut out).expect("a vector takes all");
    (out, said)
}

#[cfg(feature = "rayon")]
fn all(work: &Work, inputs: &[Input]) -> Lines {
    use rayon::prelude::*;
    inputs.par_iter().map(|input| lines(work, input)).collect()
}

#[cfg(not(feature = "rayon"))]
fn all(work: &Work, inputs: &[Input]) -> Lines {
    inputs.iter().map(|input| lines(work, input)).collect()
}

/// Sets the number of threads; what is wrong with it, if anything.
#[cfg(feature = "rayon")]
pub(crate) fn threads(count: usize) -> Result<usize, String> {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(count).build_global();
    pool.map(|()| rayon::current_num_threads()).map_err(|error| error.to_string())
}

/// There is but one.
#[cfg(not(feature = "rayon"))]
pub(crate) fn threads(count: usize) -> Result<usize, String> {
    if count == 1 { Ok(1) } else { Err("built without threads: build with `--features rayon`".to_owned()) }
}
