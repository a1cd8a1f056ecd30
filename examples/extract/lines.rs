//! Standard output, whole lines at a time: where the disk is full, the file ends with the last line that it took.

use std::fs::File;
use std::io::{self, Seek, Write};

/// Bytes that wait before they are written.
const WAITING: usize = 1 << 16;

pub(crate) struct Lines {
    out: Box<dyn Write>,
    /// The file behind it, where it can be one.
    file: Option<File>,
    waiting: Vec<u8>,
}

impl Lines {
    pub(crate) fn standard_output() -> Self {
        let waiting = Vec::new();
        match standard_output().and_then(|file| Ok((file.try_clone()?, file))) {
            Ok((out, file)) => Self { out: Box::new(out), file: Some(file), waiting },
            Err(_) => Self { out: Box::new(io::stdout()), file: None, waiting },
        }
    }

    /// Writes the first `end` bytes of what waits, which end a line.
    fn pass(&mut self, end: usize) -> io::Result<()> {
        let mut done = 0;
        while done < end {
            match self.out.write(&self.waiting[done..end]) {
                Ok(0) => return self.broken(done, io::ErrorKind::WriteZero.into()),
                Ok(written) => done += written,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return self.broken(done, error),
            }
        }
        self.waiting.drain(..end);
        Ok(())
    }

    /// Takes the beginning of a line back from a file that took no more of it.
    fn broken(&mut self, done: usize, error: io::Error) -> io::Result<()> {
        let half = done - self.waiting[..done].iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
        self.waiting.clear();
        if let Some(file) = &mut self.file {
            let length = file.metadata().ok().filter(|file| file.is_file()).map(|file| file.len());
            // unless others write to it as well
            if let Some(length) = length.filter(|length| file.stream_position().is_ok_and(|at| at == *length)) {
                let _ = file.set_len(length - half as u64);
            }
        }
        Err(error)
    }
}

impl Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.waiting.extend_from_slice(bytes);
        if self.waiting.len() >= WAITING
            && let Some(last) = self.waiting.iter().rposition(|byte| *byte == b'\n')
        {
            self.pass(last + 1)?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.pass(self.waiting.len())?;
        self.out.flush()
    }
}

#[cfg(unix)]
fn standard_output() -> io::Result<File> {
    use std::os::fd::AsFd;
    io::stdout().as_fd().try_clone_to_owned().map(File::from)
}

/// A console may want more than bytes.
#[cfg(not(unix))]
fn standard_output() -> io::Result<File> {
    Err(io::ErrorKind::Unsupported.into())
}
