//! Writing down what the host answers.

use super::{Answer, FILES, Recording, stream};
use crate::machine::{FileHandle, FileStatus, Host, HostError, OpenMode, Output, Seek};
use std::cell::RefCell;
use std::rc::Rc;

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
