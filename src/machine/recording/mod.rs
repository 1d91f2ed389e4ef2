//! Recording what the host answers, and running again on the recording: the
//! same program takes the same steps, and the world is not touched.
//!
//! What is written is not kept, only its number of bytes and a digest: a replay
//! of a changed program is compared by them.

mod recorder;
mod replayer;

pub use recorder::Recorder;
pub use replayer::{Replayed, Replayer};

use super::{FileHandle, FileStatus, HostError, Output};
use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hasher};

/// One answer.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Answer {
    Bytes(Result<Vec<u8>, HostError>),
    Done(Result<(), HostError>),
    Opened(Result<FileHandle, HostError>),
    Position(Result<u64, HostError>),
    Number(i64),
    Yes(bool),
    Variable(Option<Vec<u8>>),
    Names(Vec<Vec<u8>>),
    Status(Result<FileStatus, HostError>),
    Entries(Result<Vec<(Vec<u8>, bool)>, HostError>),
}

/// What was written in all: to standard output, to standard error, to files.
#[derive(Clone, Debug, Default)]
pub struct Written {
    digests: [DefaultHasher; 3],
    bytes: [u64; 3],
    calls: u64,
}

impl Written {
    fn add(&mut self, stream: usize, bytes: &[u8]) {
        if let (Some(digest), Some(count)) = (self.digests.get_mut(stream), self.bytes.get_mut(stream)) {
            digest.write(bytes);
            *count = count.wrapping_add(u64::try_from(bytes.len()).unwrap_or(u64::MAX));
        }
        self.calls = self.calls.wrapping_add(1);
    }

    /// Was the same written, in however many pieces?
    pub fn same(&self, other: &Written) -> bool {
        self.bytes == other.bytes
            && self.digests.iter().map(Hasher::finish).eq(other.digests.iter().map(Hasher::finish))
    }
}

const STDOUT: usize = 0;
const STDERR: usize = 1;
const FILES: usize = 2;

fn stream(to: Output) -> usize {
    match to {
        Output::Stdout => STDOUT,
        Output::Stderr => STDERR,
    }
}

/// All that the host answered in one run.
#[derive(Clone, Debug, Default)]
pub struct Recording {
    answers: Vec<Answer>,
    /// Writes that failed, by their number; all others were done.
    failed: BTreeMap<u64, HostError>,
    /// What the program wrote.
    pub written: Written,
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::machine::{Host, MemoryHost, OpenMode};
    use std::rc::Rc;

    /// What a program might ask.
    fn ask(host: &mut dyn Host) -> (Vec<u8>, Result<FileHandle, HostError>, i64, Option<Vec<u8>>) {
        let mut buffer = [0; 3];
        let mut read = Vec::new();
        loop {
            let n = host.read_input(&mut buffer).unwrap();
            read.extend_from_slice(&buffer[..n]);
            if n == 0 {
                break;
            }
        }
        host.write_output(Output::Stdout, b"hello").unwrap();
        let opened = host.open(b"missing", OpenMode { read: true, ..OpenMode::default() });
        (read, opened, host.now(7), host.environment(b"HOME"))
    }

    #[test]
    fn a_replay_answers_as_the_host_did_and_writes_nothing() {
        let (host, world) = MemoryHost::with_input(b"abcdefgh");
        let (mut recorder, recording) = Recorder::new(Box::new(host));
        let first = ask(&mut recorder);
        assert_eq!(first.0, b"abcdefgh");
        let recording = Rc::new(recording.borrow().clone());
        let (mut replayer, replayed) = Replayer::new(Rc::clone(&recording));
        assert_eq!(ask(&mut replayer), first);
        assert!(!replayed.borrow().diverged);
        assert!(replayed.borrow().written.same(&recording.written));
        assert_eq!(world.take().stdout, b"hello");
    }

    #[test]
    fn another_question_is_noticed() {
        let (host, _world) = MemoryHost::with_input(b"");
        let (mut recorder, recording) = Recorder::new(Box::new(host));
        recorder.now(0);
        let recording = Rc::new(recording.borrow().clone());
        let (mut replayer, replayed) = Replayer::new(recording);
        assert!(replayer.close(FileHandle(1)).is_err());
        assert!(replayed.borrow().diverged);
        replayer.write_output(Output::Stdout, b"x").unwrap();
        assert!(!replayed.borrow().written.same(&Written::default()));
    }
}
