//! The world of a program that is run from the command line.

mod errno;
mod folder;
mod input;

pub use folder::{Access, Folder};

use super::interrupt::Interrupt;
use cglass::machine::{FileHandle, FileStatus, FixedClock, Host, HostError, OpenMode, Output, Seek};
use errno::from_io;
use input::Input;
use std::cell::Cell;
use std::collections::BTreeSet;
use std::io::{IsTerminal, Write};
use std::rc::Rc;
use std::sync::Arc;
use std::time::{Duration, Instant, SystemTime};

/// What the program may see.
pub struct Granted {
    /// Files.
    pub folder: Folder,
    /// `None`: the machine's clock.
    pub fixed_clock: Option<FixedClock>,
    /// Names of variables of the environment.
    pub environment: BTreeSet<String>,
    /// The program has standard input (its source does not come from there).
    pub has_input: bool,
}

/// The operating system.
pub struct OsHost {
    granted: Granted,
    input: Input,
    interrupt: Arc<Interrupt>,
    started: Instant,
    /// Time in which the program did nothing but sleep.
    slept: Duration,
    in_line: Rc<Cell<Option<Output>>>,
}

impl OsHost {
    /// The host. The cell tells afterwards on which stream the last line that the
    /// program wrote is without its newline.
    pub fn new(granted: Granted, interrupt: Arc<Interrupt>) -> (OsHost, Rc<Cell<Option<Output>>>) {
        let in_line = Rc::new(Cell::new(None));
        let input = Input::new(Arc::clone(&interrupt));
        let started = Instant::now();
        let host = OsHost { granted, input, interrupt, started, slept: Duration::ZERO, in_line: Rc::clone(&in_line) };
        (host, in_line)
    }

    fn running(&self) -> Duration {
        self.started.elapsed().saturating_sub(self.input.waited())
    }
}

impl Host for OsHost {
    fn read_input(&mut self, buffer: &mut [u8]) -> Result<usize, HostError> {
        if self.granted.has_input { self.input.read(buffer) } else { Ok(0) }
    }

    fn write_output(&mut self, to: Output, bytes: &[u8]) -> Result<(), HostError> {
        match to {
            Output::Stdout => {
                let mut stdout = std::io::stdout().lock();
                stdout.write_all(bytes).and_then(|()| stdout.flush()).map_err(|error| HostError {
                    broken_pipe: error.kind() == std::io::ErrorKind::BrokenPipe,
                    ..from_io(&error)
                })?;
            }
            Output::Stderr => std::io::stderr().write_all(bytes).map_err(|error| from_io(&error))?,
        }
        if let Some(last) = bytes.last() {
            self.in_line.set((*last != b'\n').then_some(to));
        }
        Ok(())
    }

    fn is_terminal(&mut self, stream: Option<Output>) -> bool {
        match stream {
            None => self.granted.has_input && std::io::stdin().is_terminal(),
            Some(Output::Stdout) => std::io::stdout().is_terminal(),
            Some(Output::Stderr) => std::io::stderr().is_terminal(),
        }
    }

    fn open(&mut self, path: &[u8], mode: OpenMode) -> Result<FileHandle, HostError> {
        self.granted.folder.open(path, mode)
    }

    fn open_temporary(&mut self) -> Result<FileHandle, HostError> {
        Ok(self.granted.folder.open_temporary())
    }

    fn read(&mut self, file: FileHandle, buffer: &mut [u8]) -> Result<usize, HostError> {
        self.granted.folder.read(file, buffer)
    }

    fn write(&mut self, file: FileHandle, bytes: &[u8]) -> Result<(), HostError> {
        self.granted.folder.write(file, bytes)
    }

    fn seek(&mut self, file: FileHandle, to: Seek) -> Result<u64, HostError> {
        self.granted.folder.seek(file, to)
    }

    fn set_length(&mut self, file: FileHandle, length: u64) -> Result<(), HostError> {
        self.granted.folder.set_length(file, length)
    }

    fn close(&mut self, file: FileHandle) -> Result<(), HostError> {
        self.granted.folder.close(file)
    }

    fn remove(&mut self, path: &[u8]) -> Result<(), HostError> {
        self.granted.folder.remove(path)
    }

    fn rename(&mut self, from: &[u8], to: &[u8]) -> Result<(), HostError> {
        self.granted.folder.rename(from, to)
    }

    fn status(&mut self, path: &[u8]) -> Result<FileStatus, HostError> {
        let mut status = self.granted.folder.status(path)?;
        if self.granted.fixed_clock.is_some() {
            // With the fixed clock nothing depends on when the program is run.
            status.changed = FixedClock::default().now(0);
        }
        Ok(status)
    }

    fn make_folder(&mut self, path: &[u8]) -> Result<(), HostError> {
        self.granted.folder.make_folder(path)
    }

    fn entries(&mut self, path: &[u8]) -> Result<Vec<(Vec<u8>, bool)>, HostError> {
        self.granted.folder.entries(path)
    }

    fn now(&mut self, steps: u64) -> i64 {
        if let Some(clock) = self.granted.fixed_clock {
            return clock.now(steps);
        }
        match SystemTime::now().duration_since(SystemTime::UNIX_EPOCH) {
            Ok(since) => i64::try_from(since.as_nanos()).unwrap_or(i64::MAX),
            Err(before) => i64::try_from(before.duration().as_nanos()).map_or(i64::MIN, |nanos| -nanos),
        }
    }

    fn processor_time(&mut self, steps: u64) -> i64 {
        if let Some(clock) = self.granted.fixed_clock {
            return clock.processor_time(steps);
        }
        // The time not spent waiting stands for the processor's: cglass has it nearly for itself.
        let busy = self.running().saturating_sub(self.slept);
        i64::try_from(busy.as_nanos()).unwrap_or(i64::MAX)
    }

    fn utc_offset(&mut self, _: i64) -> i32 {
        // Local time is UTC, so that a run does not depend on where it happens.
        0
    }

    fn sleep(&mut self, nanoseconds: u64) {
        if let Some(clock) = &mut self.granted.fixed_clock {
            clock.sleep(nanoseconds);
            return;
        }
        let before = Instant::now();
        self.interrupt.sleep(Duration::from_nanos(nanoseconds));
        self.slept = self.slept.saturating_add(before.elapsed());
    }

    fn environment(&mut self, name: &[u8]) -> Option<Vec<u8>> {
        let name = std::str::from_utf8(name).ok().filter(|name| self.granted.environment.contains(*name))?;
        std::env::var_os(name).map(|value| value.into_encoded_bytes())
    }

    fn environment_names(&mut self) -> Vec<Vec<u8>> {
        let there = self.granted.environment.iter().filter(|name| std::env::var_os(name).is_some());
        there.map(|name| name.clone().into_bytes()).collect()
    }

    fn interrupted(&mut self) -> bool {
        self.interrupt.raised()
    }

    fn running_seconds(&mut self) -> f64 {
        self.running().as_secs_f64()
    }
}
