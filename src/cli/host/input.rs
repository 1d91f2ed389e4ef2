//! Standard input, read so that Ctrl-C ends the waiting.
//!
//! A read that waits for a person cannot be broken off. So it happens on a
//! thread of its own, which is asked for one read at a time: nothing is read
//! ahead of what the program wants. A regular file never waits and is read directly.

use super::super::interrupt::Interrupt;
use super::errno::{INTERRUPTED, from_io};
use cglass::machine::HostError;
use std::fs::File;
use std::io::{self, Read};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

/// The most bytes of one read.
const CHUNK: usize = 64 << 10;

/// What a waiting run hears.
enum Event {
    Read(io::Result<Vec<u8>>),
    Interrupted,
}

/// Where it is read.
enum Way {
    /// Nobody has asked yet.
    Unopened,
    /// It is a regular file.
    Direct(File),
    /// On a thread.
    Thread { ask: Sender<usize>, events: Receiver<Event> },
}

/// Standard input.
pub struct Input {
    way: Way,
    interrupt: Arc<Interrupt>,
    waited: Duration,
}

impl Input {
    /// Nothing happens until the first read.
    pub fn new(interrupt: Arc<Interrupt>) -> Input {
        Input { way: Way::Unopened, interrupt, waited: Duration::ZERO }
    }

    /// How long the program has waited for input.
    pub fn waited(&self) -> Duration {
        self.waited
    }

    /// Waits for input.
    ///
    /// # Errors
    /// EINTR after Ctrl-C; else what the system says.
    pub fn read(&mut self, buffer: &mut [u8]) -> Result<usize, HostError> {
        if matches!(self.way, Way::Unopened) {
            self.way = open(&self.interrupt)?;
        }
        let before = Instant::now();
        let result = self.wait(buffer);
        self.waited = self.waited.saturating_add(before.elapsed());
        result
    }

    fn wait(&mut self, buffer: &mut [u8]) -> Result<usize, HostError> {
        if self.interrupt.raised() {
            return Err(HostError::new(INTERRUPTED));
        }
        match &mut self.way {
            Way::Unopened => Ok(0),
            Way::Direct(file) => file.read(buffer).map_err(|error| from_io(&error)),
            Way::Thread { ask, events } => {
                // If the thread is gone there is no more input.
                let wanted = buffer.len().min(CHUNK);
                let Ok(event) = ask.send(wanted).map_err(|_| ()).and_then(|()| events.recv().map_err(|_| ())) else {
                    return Ok(0);
                };
                match event {
                    Event::Interrupted => Err(HostError::new(INTERRUPTED)),
                    Event::Read(Err(error)) => Err(from_io(&error)),
                    Event::Read(Ok(bytes)) => {
                        for (to, from) in buffer.iter_mut().zip(&bytes) {
                            *to = *from;
                        }
                        Ok(bytes.len())
                    }
                }
            }
        }
    }
}

fn open(interrupt: &Interrupt) -> Result<Way, HostError> {
    if let Some(file) = regular_file() {
        return Ok(Way::Direct(file));
    }
    let (ask, asked) = channel::<usize>();
    let (tell, events) = channel();
    let tell_too = tell.clone();
    interrupt.on_raise(move || drop(tell_too.send(Event::Interrupted)));
    let reader = std::thread::Builder::new().name("input".to_owned()).spawn(move || {
        for wanted in asked {
            let mut bytes = vec![0; wanted];
            let read = io::stdin().lock().read(&mut bytes).map(|count| {
                bytes.truncate(count);
                bytes
            });
            if tell.send(Event::Read(read)).is_err() {
                break;
            }
        }
    });
    reader.map(|_| Way::Thread { ask, events }).map_err(|error| from_io(&error))
}

/// Standard input as a file, if it is a regular one.
#[cfg(unix)]
fn regular_file() -> Option<File> {
    use std::os::fd::AsFd;
    let file = File::from(io::stdin().as_fd().try_clone_to_owned().ok()?);
    file.metadata().is_ok_and(|found| found.is_file()).then_some(file)
}

/// Standard input as a file, if it is a regular one.
#[cfg(not(unix))]
fn regular_file() -> Option<File> {
    None
}
