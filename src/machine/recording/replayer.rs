//! Answering from what was written down.

use super::{Answer, FILES, Recording, Written, stream};
use crate::machine::{FileHandle, FileStatus, Host, HostError, OpenMode, Output, Seek};
use std::cell::RefCell;
use std::rc::Rc;

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
