//! How far a run is, on a terminal, and what it came to.

use super::folder;
use hanfacts::{Document, Kind};
use std::fs;
use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;
use std::sync::Mutex;
use std::time::{Duration, Instant};

/// Before this long, nobody waits.
const PATIENCE: Duration = Duration::from_secs(1);
const STEP: Duration = Duration::from_millis(200);

/// A line on standard error that says how far a run is; silent unless somebody looks at it and has waited for a second.
pub(crate) struct Progress {
    /// Bytes of all files; none where nobody looks.
    total: u64,
    done: u64,
    documents: usize,
    begun: Instant,
    told: Option<Instant>,
}

impl Progress {
    /// Over the files of the paths with these extensions.
    pub(crate) fn over(paths: &[PathBuf], extensions: &[&str]) -> Self {
        // where facts go to the terminal, they show how far it is
        let seen = io::stderr().is_terminal() && !io::stdout().is_terminal();
        let size = |path: &PathBuf| fs::metadata(path).map_or(0, |data| data.len());
        let below = |path: &PathBuf| match path.is_dir() {
            true => folder::files_below(path, extensions).files.iter().map(size).sum(),
            false => size(path),
        };
        let total = if seen { paths.iter().map(below).sum() } else { 0 };
        Self { total, done: 0, documents: 0, begun: Instant::now(), told: None }
    }

    /// One more document of so many bytes is done.
    pub(crate) fn step(&mut self, bytes: usize) {
        self.done += bytes as u64;
        self.documents += 1;
        let waited = self.begun.elapsed();
        if self.total > 0 && waited > PATIENCE && self.told.is_none_or(|told| told.elapsed() > STEP) {
            self.told = Some(Instant::now());
            let _ = write!(io::stderr(), "\r\u{1b}[K{}", self.line(waited));
        }
    }

    fn line(&self, waited: Duration) -> String {
        let rate = self.done as f64 / waited.as_secs_f64();
        let left = self.total.saturating_sub(self.done) as f64 / rate.max(1.0);
        let percent = 100.0 * self.done.min(self.total) as f64 / self.total as f64;
        format!("{} documents, {percent:.0} %, {}, {} left", self.documents, speed(rate), clock(left as u64))
    }

    /// Clears the line, for something else to be said.
    pub(crate) fn clear(&mut self) {
        if self.told.take().is_some() {
            let _ = write!(io::stderr(), "\r\u{1b}[K");
        }
    }
}

/// Bytes a second.
fn speed(rate: f64) -> String {
    if rate < 1e6 { format!("{:.0} kB/s", rate / 1e3) } else { format!("{:.1} MB/s", rate / 1e6) }
}

/// Seconds as 1:05.
fn clock(seconds: u64) -> String {
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

/// What a run came to.
pub(crate) struct Tally {
    begun: Instant,
    sum: Mutex<Sum>,
}

#[derive(Default)]
struct Sum {
    documents: usize,
    bytes: usize,
    kinds: [usize; 4],
    notes: usize,
}

impl Tally {
    pub(crate) fn new() -> Self {
        Self { begun: Instant::now(), sum: Mutex::default() }
    }

    pub(crate) fn add(&self, text: &str, document: &Document) {
        let mut sum = self.sum.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        sum.documents += 1;
        sum.bytes += text.len();
        sum.notes += document.notes().len();
        document.facts().iter().for_each(|fact| sum.kinds[fact.kind as usize] += 1);
    }

    /// In a line.
    pub(crate) fn summary(&self) -> String {
        let sum = self.sum.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        let of = |kind: Kind| sum.kinds[kind as usize];
        let megabytes = sum.bytes as f64 / 1e6;
        format!(
            "documents: {}; facts: {} (level {}, change {}, share {}, rank {}); notes: {}; {megabytes:.2} MB, {}",
            sum.documents,
            sum.kinds.iter().sum::<usize>(),
            of(Kind::Level),
            of(Kind::Change),
            of(Kind::Share),
            of(Kind::Rank),
            sum.notes,
            speed(sum.bytes as f64 / self.begun.elapsed().as_secs_f64().max(1e-9)),
        )
    }
}
