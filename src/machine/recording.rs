//! Recording what the host answers, and running again on the recording: the
//! same program takes the same steps, and the world is not touched.
//!
//! What is written is not kept, only its number of bytes and a digest: a replay
//! of a changed program is compared by them.

use super::{FileHandle, FileStatus, Host, HostError, OpenMode, Output, Seek};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hasher};
use std::rc::Rc;

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

/// A host that writes down what another one answers.
pub struct Recorder {
    host: Box<dyn Host>,
    recording: Rc<RefCell<Recording>>,
}

impl Recorder {
    /// Records what this host answers; the recording can be taken when the run is over.
    pub fn new(host: Box<dyn Host>) -> (Recorder, Rc<RefCell<Recording>>) {
        let recording = Rc::new(RefCell::new(Recording::default()));
        (Recorder { host, recording: Rc::clone(&recording) }, recording)
    }

    fn note<T: Clone>(&mut self, value: T, answer: impl FnOnce(T) -> Answer) -> T {
        self.recording.borrow_mut().answers.push(answer(value.clone()));
        value
    }

    fn wrote(&mut self, to: usize, bytes: &[u8], result: Result<(), HostError>) -> Result<(), HostError> {
        let mut recording = self.recording.borrow_mut();
        if let Err(error) = &result {
            let number = recording.written.calls;
            recording.failed.insert(number, error.clone());
        }
        recording.written.add(to, bytes);
        result
    }

    fn read_part(
        &mut self,
        buffer: &mut [u8],
        read: impl FnOnce(&mut dyn Host, &mut [u8]) -> Result<usize, HostError>,
    ) -> Result<usize, HostError> {
        let result = read(&mut *self.host, buffer);
        let bytes = result.clone().map(|n| buffer.get(..n).unwrap_or_default().to_vec());
        self.recording.borrow_mut().answers.push(Answer::Bytes(bytes));
        result
    }
}

impl Host for Recorder {
    fn read_input(&mut self, buffer: &mut [u8]) -> Result<usize, HostError> {
        self.read_part(buffer, |host, buffer| host.read_input(buffer))
    }

    fn write_output(&mut self, to: Output, bytes: &[u8]) -> Result<(), HostError> {
        let result = self.host.write_output(to, bytes);
        self.wrote(stream(to), bytes, result)
    }

    fn is_terminal(&mut self, stream: Option<Output>) -> bool {
        let answer = self.host.is_terminal(stream);
        self.note(answer, Answer::Yes)
    }

    fn open(&mut self, path: &[u8], mode: OpenMode) -> Result<FileHandle, HostError> {
        let answer = self.host.open(path, mode);
        self.note(answer, Answer::Opened)
    }

    fn open_temporary(&mut self) -> Result<FileHandle, HostError> {
        let answer = self.host.open_temporary();
        self.note(answer, Answer::Opened)
    }

    fn read(&mut self, file: FileHandle, buffer: &mut [u8]) -> Result<usize, HostError> {
        self.read_part(buffer, |host, buffer| host.read(file, buffer))
    }

    fn write(&mut self, file: FileHandle, bytes: &[u8]) -> Result<(), HostError> {
        let result = self.host.write(file, bytes);
        self.wrote(FILES, bytes, result)
    }

    fn seek(&mut self, file: FileHandle, to: Seek) -> Result<u64, HostError> {
        let answer = self.host.seek(file, to);
        self.note(answer, Answer::Position)
    }

    fn set_length(&mut self, file: FileHandle, length: u64) -> Result<(), HostError> {
        let answer = self.host.set_length(file, length);
        self.note(answer, Answer::Done)
    }

    fn close(&mut self, file: FileHandle) -> Result<(), HostError> {
        let answer = self.host.close(file);
        self.note(answer, Answer::Done)
    }

    fn remove(&mut self, path: &[u8]) -> Result<(), HostError> {
        let answer = self.host.remove(path);
        self.note(answer, Answer::Done)
    }

    fn rename(&mut self, from: &[u8], to: &[u8]) -> Result<(), HostError> {
        let answer = self.host.rename(from, to);
        self.note(answer, Answer::Done)
    }

    fn status(&mut self, path: &[u8]) -> Result<FileStatus, HostError> {
        let answer = self.host.status(path);
        self.note(answer, Answer::Status)
    }

    fn make_folder(&mut self, path: &[u8]) -> Result<(), HostError> {
        let answer = self.host.make_folder(path);
        self.note(answer, Answer::Done)
    }

    fn entries(&mut self, path: &[u8]) -> Result<Vec<(Vec<u8>, bool)>, HostError> {
        let answer = self.host.entries(path);
        self.note(answer, Answer::Entries)
    }

    fn now(&mut self, steps: u64) -> i64 {
        let answer = self.host.now(steps);
        self.note(answer, Answer::Number)
    }

    fn processor_time(&mut self, steps: u64) -> i64 {
        let answer = self.host.processor_time(steps);
        self.note(answer, Answer::Number)
    }

    fn utc_offset(&mut self, time: i64) -> i32 {
        let answer = self.host.utc_offset(time);
        self.note(answer, |offset| Answer::Number(i64::from(offset)))
    }

    fn sleep(&mut self, nanoseconds: u64) {
        self.host.sleep(nanoseconds);
    }

    fn environment(&mut self, name: &[u8]) -> Option<Vec<u8>> {
        let answer = self.host.environment(name);
        self.note(answer, Answer::Variable)
    }

    fn environment_names(&mut self) -> Vec<Vec<u8>> {
        let answer = self.host.environment_names();
        self.note(answer, Answer::Names)
    }

    fn interrupted(&mut self) -> bool {
        self.host.interrupted()
    }

    fn running_seconds(&mut self) -> f64 {
        self.host.running_seconds()
    }
}

/// A host that answers as a recording has it and touches nothing.
pub struct Replayer {
    recording: Rc<Recording>,
    next: usize,
    state: Rc<RefCell<Replayed>>,
}

/// What came of a replay.
#[derive(Clone, Debug, Default)]
pub struct Replayed {
    /// Something was asked that was not asked in the recorded run.
    pub diverged: bool,
    /// What was written.
    pub written: Written,
}

impl Replayer {
    /// Answers from the recording; what came of it can be looked at afterwards.
    pub fn new(recording: Rc<Recording>) -> (Replayer, Rc<RefCell<Replayed>>) {
        let state = Rc::new(RefCell::new(Replayed::default()));
        (Replayer { recording, next: 0, state: Rc::clone(&state) }, state)
    }

    fn answer<T>(&mut self, fits: impl FnOnce(&Answer) -> Option<T>, otherwise: T) -> T {
        let found = self.recording.answers.get(self.next).and_then(fits);
        self.next = self.next.saturating_add(1);
        found.unwrap_or_else(|| {
            self.state.borrow_mut().diverged = true;
            otherwise
        })
    }

    fn bytes(&mut self, buffer: &mut [u8]) -> Result<usize, HostError> {
        let fits = |answer: &Answer| match answer {
            Answer::Bytes(bytes) => Some(bytes.clone()),
            _ => None,
        };
        let bytes = self.answer(fits, Err(HostError::new(EIO)))?;
        let taken = bytes.len().min(buffer.len());
        if let (Some(to), Some(from)) = (buffer.get_mut(..taken), bytes.get(..taken)) {
            to.copy_from_slice(from);
        }
        Ok(taken)
    }

    fn opened(&mut self) -> Result<FileHandle, HostError> {
        let fits = |answer: &Answer| match answer {
            Answer::Opened(result) => Some(result.clone()),
            _ => None,
        };
        self.answer(fits, Err(HostError::new(EIO)))
    }

    fn done(&mut self) -> Result<(), HostError> {
        let fits = |answer: &Answer| match answer {
            Answer::Done(result) => Some(result.clone()),
            _ => None,
        };
        self.answer(fits, Err(HostError::new(EIO)))
    }

    fn number(&mut self) -> i64 {
        let fits = |answer: &Answer| match answer {
            Answer::Number(number) => Some(*number),
            _ => None,
        };
        self.answer(fits, 0)
    }

    fn wrote(&mut self, to: usize, bytes: &[u8]) -> Result<(), HostError> {
        let mut state = self.state.borrow_mut();
        let number = state.written.calls;
        state.written.add(to, bytes);
        self.recording.failed.get(&number).map_or(Ok(()), |error| Err(error.clone()))
    }
}

/// The errno of an answer that the recording does not have.
const EIO: i32 = 5;

impl Host for Replayer {
    fn read_input(&mut self, buffer: &mut [u8]) -> Result<usize, HostError> {
        self.bytes(buffer)
    }

    fn write_output(&mut self, to: Output, bytes: &[u8]) -> Result<(), HostError> {
        self.wrote(stream(to), bytes)
    }

    fn is_terminal(&mut self, _stream: Option<Output>) -> bool {
        let fits = |answer: &Answer| match answer {
            Answer::Yes(yes) => Some(*yes),
            _ => None,
        };
        self.answer(fits, false)
    }

    fn open(&mut self, _path: &[u8], _mode: OpenMode) -> Result<FileHandle, HostError> {
        self.opened()
    }

    fn open_temporary(&mut self) -> Result<FileHandle, HostError> {
        self.opened()
    }

    fn read(&mut self, _file: FileHandle, buffer: &mut [u8]) -> Result<usize, HostError> {
        self.bytes(buffer)
    }

    fn write(&mut self, _file: FileHandle, bytes: &[u8]) -> Result<(), HostError> {
        self.wrote(FILES, bytes)
    }

    fn seek(&mut self, _file: FileHandle, _to: Seek) -> Result<u64, HostError> {
        let fits = |answer: &Answer| match answer {
            Answer::Position(result) => Some(result.clone()),
            _ => None,
        };
        self.answer(fits, Err(HostError::new(EIO)))
    }

    fn set_length(&mut self, _file: FileHandle, _length: u64) -> Result<(), HostError> {
        self.done()
    }

    fn close(&mut self, _file: FileHandle) -> Result<(), HostError> {
        self.done()
    }

    fn remove(&mut self, _path: &[u8]) -> Result<(), HostError> {
        self.done()
    }

    fn rename(&mut self, _from: &[u8], _to: &[u8]) -> Result<(), HostError> {
        self.done()
    }

    fn status(&mut self, _path: &[u8]) -> Result<FileStatus, HostError> {
        let fits = |answer: &Answer| match answer {
            Answer::Status(result) => Some(result.clone()),
            _ => None,
        };
        self.answer(fits, Err(HostError::new(EIO)))
    }

    fn make_folder(&mut self, _path: &[u8]) -> Result<(), HostError> {
        self.done()
    }

    fn entries(&mut self, _path: &[u8]) -> Result<Vec<(Vec<u8>, bool)>, HostError> {
        let fits = |answer: &Answer| match answer {
            Answer::Entries(result) => Some(result.clone()),
            _ => None,
        };
        self.answer(fits, Err(HostError::new(EIO)))
    }

    fn now(&mut self, _steps: u64) -> i64 {
        self.number()
    }

    fn processor_time(&mut self, _steps: u64) -> i64 {
        self.number()
    }

    fn utc_offset(&mut self, _time: i64) -> i32 {
        i32::try_from(self.number()).unwrap_or(0)
    }

    fn sleep(&mut self, _nanoseconds: u64) {}

    fn environment(&mut self, _name: &[u8]) -> Option<Vec<u8>> {
        let fits = |answer: &Answer| match answer {
            Answer::Variable(value) => Some(value.clone()),
            _ => None,
        };
        self.answer(fits, None)
    }

    fn environment_names(&mut self) -> Vec<Vec<u8>> {
        let fits = |answer: &Answer| match answer {
            Answer::Names(names) => Some(names.clone()),
            _ => None,
        };
        self.answer(fits, Vec::new())
    }

    fn interrupted(&mut self) -> bool {
        false
    }

    fn running_seconds(&mut self) -> f64 {
        0.0
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::machine::MemoryHost;

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
