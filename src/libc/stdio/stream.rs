//! Streams: what a `FILE *` stands for.

use super::buffering::Array;
use super::memory_stream::MemoryFile;
use crate::kinds::Kind;
use crate::libc::call::{Call, Context};
use crate::libc::errno;
use crate::libc::state::State;
use crate::machine::{FileHandle, OpenMode, Output, Stop};
use crate::memory::{Memory, Pointer, Trap};
use crate::sema::tree::NodeId;
use std::collections::HashMap;

/// Where a stream's bytes come from and go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Device {
    /// Standard input.
    Input,
    /// Standard output or error.
    Output(Output),
    /// A file.
    File(FileHandle),
    /// Memory of the program.
    Memory,
}

/// When output is handed on (7.21.3p3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Buffering {
    /// Decided at the first output: by line on a terminal.
    Undecided,
    /// When the buffer is full.
    Full,
    /// At the end of each line.
    Line,
    /// At once.
    None,
}

/// What was done last; in between a change of direction needs a flush or a seek (7.21.5.3p7).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Last {
    /// Nothing, or a seek or flush.
    Neutral,
    /// It was read.
    Read,
    /// It was written.
    Write,
}

/// An open stream.
#[derive(Debug)]
pub(super) struct Stream {
    pub device: Device,
    /// As `fopen` was told it.
    pub name: Vec<u8>,
    /// The call that opened it.
    pub opened: NodeId,
    pub mode: OpenMode,
    pub buffering: Buffering,
    /// Bytes that were read ahead, and how many of them were taken.
    pub input: Vec<u8>,
    pub taken: usize,
    /// What `ungetc` put back, the next one last.
    pub pushed: Vec<u8>,
    /// Bytes that are not handed on yet.
    pub output: Vec<u8>,
    pub end: bool,
    pub error: bool,
    pub last: Last,
    /// The array that the program gave for buffering.
    pub array: Option<Array>,
    /// Wide or not, decided by the first function that is used on it (7.21.2p4).
    pub wide: Option<bool>,
    /// What is behind a stream on memory.
    pub memory: Option<Box<MemoryFile>>,
}

impl Stream {
    /// A stream on which nothing has happened yet.
    pub(super) fn new(device: Device, name: &[u8], mode: OpenMode, opened: NodeId) -> Stream {
        let buffering = match device {
            Device::Output(Output::Stderr) => Buffering::None,
            Device::Output(Output::Stdout) => Buffering::Undecided,
            _ => Buffering::Full,
        };
        Stream {
            device,
            name: name.to_vec(),
            opened,
            mode,
            buffering,
            input: Vec::new(),
            taken: 0,
            pushed: Vec::new(),
            output: Vec::new(),
            end: false,
            error: false,
            last: Last::Neutral,
            array: None,
            wide: None,
            memory: None,
        }
    }

    /// A number that tells its file from others: FNV-1a of its name, or of the
    /// call that opened it where it has none. Never 0.
    pub(super) fn identity(&self) -> i64 {
        let place = self.opened.0.to_le_bytes();
        let key: &[u8] = if self.name.is_empty() { &place } else { &self.name };
        let mixed = key
            .iter()
            .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3));
        (mixed | 1).cast_signed()
    }

    /// Has anything been read or written?
    pub(super) fn is_used(&self) -> bool {
        self.wide.is_some()
    }

    /// Bytes read ahead that the program has not seen, pushed ones included.
    pub(super) fn unread(&self) -> usize {
        self.input.len().saturating_sub(self.taken).saturating_add(self.pushed.len())
    }

    /// Forgets what was read ahead.
    pub(super) fn drop_input(&mut self) {
        self.input.clear();
        self.taken = 0;
        self.pushed.clear();
    }

    /// What messages call it.
    pub(super) fn title(&self) -> String {
        match self.device {
            Device::Input => "stdin".into(),
            Device::Output(Output::Stdout) => "stdout".into(),
            Device::Output(Output::Stderr) => "stderr".into(),
            Device::Memory => "the stream on memory".into(),
            Device::File(_) if self.name.is_empty() => "the temporary file".into(),
            Device::File(_) => format!("the file \"{}\"", String::from_utf8_lossy(&self.name)),
        }
    }
}

/// One of the objects a `FILE *` can point to.
#[derive(Debug, Default)]
enum Slot {
    /// Never used.
    #[default]
    Fresh,
    Open(Box<Stream>),
    /// Closed; it is used again only when no fresh one is left.
    Closed {
        title: String,
        node: NodeId,
    },
}

/// A call of fopen that returned NULL.
#[derive(Clone, Debug)]
struct Failed {
    path: Vec<u8>,
    errno: i32,
    node: NodeId,
}

/// All streams.
#[derive(Debug, Default)]
pub struct Streams {
    slots: Vec<Slot>,
    places: Vec<Pointer>,
    by_address: HashMap<u64, usize>,
    /// The slot tried next by `open`.
    next: usize,
    failed: Option<Failed>,
    /// Bytes handed to standard output and error.
    pub(super) handed_on: u64,
    /// The reader of standard output went away.
    pub(super) gone: bool,
    /// Names given out by tmpnam.
    pub(super) temporary_names: u32,
}

/// The numbers of the standard streams.
pub(super) const STDIN: usize = 0;
/// Standard output.
pub(super) const STDOUT: usize = 1;
/// Standard error.
pub(super) const STDERR: usize = 2;

impl Streams {
    /// The standard streams, and room for others at these places.
    pub(in crate::libc) fn new(places: &[Pointer]) -> Streams {
        let read = OpenMode { read: true, ..OpenMode::default() };
        let write = OpenMode { write: true, ..OpenMode::default() };
        let mut streams = Streams { places: places.to_vec(), ..Streams::default() };
        streams.slots.resize_with(places.len(), Slot::default);
        streams.by_address = places.iter().enumerate().map(|(i, place)| (place.addr, i)).collect();
        let standard = [
            Stream::new(Device::Input, b"stdin", read, NodeId::NONE),
            Stream::new(Device::Output(Output::Stdout), b"stdout", write, NodeId::NONE),
            Stream::new(Device::Output(Output::Stderr), b"stderr", write, NodeId::NONE),
        ];
        for (slot, stream) in streams.slots.iter_mut().zip(standard) {
            *slot = Slot::Open(Box::new(stream));
        }
        streams.next = 3;
        streams
    }

    /// An open stream.
    pub(super) fn get(&self, number: usize) -> Option<&Stream> {
        match self.slots.get(number) {
            Some(Slot::Open(stream)) => Some(stream),
            _ => None,
        }
    }

    /// An open stream, to change it.
    pub(super) fn get_mut(&mut self, number: usize) -> Option<&mut Stream> {
        match self.slots.get_mut(number) {
            Some(Slot::Open(stream)) => Some(stream),
            _ => None,
        }
    }

    /// What a `FILE *` to this stream is.
    pub(super) fn place(&self, number: usize) -> Pointer {
        self.places.get(number).copied().unwrap_or(Pointer::NULL)
    }

    /// How many there can be.
    pub(super) fn count(&self) -> usize {
        self.slots.len()
    }

    /// Is there room for one more?
    pub(super) fn has_room(&self) -> bool {
        self.slots.iter().any(|slot| !matches!(slot, Slot::Open(_)))
    }

    /// Adds a stream; `None` if there is no room. Places of closed streams are
    /// used again as late as possible, so that a stale `FILE *` is recognised.
    pub(super) fn add(&mut self, stream: Stream) -> Option<usize> {
        let fresh = self.slots.iter().position(|slot| matches!(slot, Slot::Fresh));
        let number = fresh.or_else(|| {
            let count = self.slots.len();
            (0..count)
                .filter_map(|i| self.next.checked_add(i)?.checked_rem(count))
                .find(|i| matches!(self.slots.get(*i), Some(Slot::Closed { .. })))
        })?;
        self.next = number.saturating_add(1);
        *self.slots.get_mut(number)? = Slot::Open(Box::new(stream));
        Some(number)
    }

    /// Adds a stream at the lowest place that is free, as numbers of files are given out.
    pub(super) fn add_lowest(&mut self, stream: Stream) -> Option<usize> {
        let number = self.slots.iter().position(|slot| !matches!(slot, Slot::Open(_)))?;
        *self.slots.get_mut(number)? = Slot::Open(Box::new(stream));
        Some(number)
    }

    /// Puts another stream into the place of this one (`freopen`).
    pub(super) fn replace(&mut self, number: usize, stream: Stream) {
        if let Some(slot) = self.slots.get_mut(number) {
            *slot = Slot::Open(Box::new(stream));
        }
    }

    /// Takes a stream out; its place is marked as closed by `node`.
    pub(super) fn remove(&mut self, number: usize, node: NodeId) -> Option<Box<Stream>> {
        let slot = self.slots.get_mut(number)?;
        let title = match slot {
            Slot::Open(stream) => stream.title(),
            _ => return None,
        };
        match std::mem::replace(slot, Slot::Closed { title, node }) {
            Slot::Open(stream) => Some(stream),
            _ => None,
        }
    }

    /// Remembers a fopen that failed, for the message when its result is used.
    pub(super) fn note_failure(&mut self, path: &[u8], errno: i32, node: NodeId) {
        self.failed = Some(Failed { path: path.to_vec(), errno, node });
    }
}

/// The stream that the argument at `place` points to.
///
/// # Errors
/// If it is null, closed, or no stream.
pub(super) fn argument(context: &mut Context<'_>, call: &Call<'_>, place: usize) -> Result<usize, Stop> {
    find(context, call.pointer(place))
}

/// The stream that a pointer points to.
pub(super) fn find(context: &mut Context<'_>, pointer: Pointer) -> Result<usize, Stop> {
    let streams = &context.state.streams;
    if let Some(number) = streams.by_address.get(&pointer.addr) {
        return match streams.slots.get(*number) {
            Some(Slot::Open(_)) => Ok(*number),
            Some(Slot::Closed { title, node }) => {
                let words = format!("{title} was closed before; its stream cannot be used any more");
                Err(Trap::text(Kind::UseAfterClose, words).noted("closed here", Some(*node)).into())
            }
            _ => Err(no_stream()),
        };
    }
    if pointer.is_null() {
        return Err(null(streams));
    }
    // A stale or wild pointer is told as such.
    context.machine.memory.check_read(pointer, 1)?;
    Err(no_stream())
}

fn no_stream() -> Stop {
    Trap::text(Kind::BadArgument, "the pointer does not point to a stream that fopen returned").into()
}

fn null(streams: &Streams) -> Stop {
    let trap = Trap::text(Kind::NullDereference, "the stream is a null pointer");
    match &streams.failed {
        None => trap.into(),
        Some(failed) => {
            let path = String::from_utf8_lossy(&failed.path);
            let note = format!("fopen(\"{path}\") returned NULL here: {}", errno::message(failed.errno));
            trap.noted(note, Some(failed.node)).into()
        }
    }
}

/// Arrays given for buffering that are gone although output waits in them: what
/// is wrong, and the calls that gave them.
pub fn lost_buffers(state: &State, memory: &Memory) -> Vec<(Trap, NodeId)> {
    let open = state.streams.slots.iter().filter_map(|slot| match slot {
        Slot::Open(stream) if !stream.output.is_empty() => stream.array,
        _ => None,
    });
    open.filter_map(|array| array.gone(memory)).collect()
}

/// The arrays that open streams were given for buffering, each with what it is called.
pub fn given_to_streams(state: &State) -> Vec<(Pointer, String)> {
    let open = state.streams.slots.iter().filter_map(|slot| match slot {
        Slot::Open(stream) => stream.array.map(|array| (array.place(), format!("the buffer of {}", stream.title()))),
        _ => None,
    });
    open.collect()
}

/// A file that is still open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenFile {
    /// Its name as fopen was given it; empty for a temporary file.
    pub name: String,
    /// The call that opened it.
    pub opened: NodeId,
}

/// The files that were opened and not closed, in the order of their places. A
/// standard stream that was reopened on a file may stay open.
pub fn open_files(state: &State) -> Vec<OpenFile> {
    let slots = state.streams.slots.iter().skip(STDERR.saturating_add(1));
    slots
        .filter_map(|slot| match slot {
            Slot::Open(stream) if stream.opened != NodeId::NONE && matches!(stream.device, Device::File(_)) => {
                Some(OpenFile { name: String::from_utf8_lossy(&stream.name).into_owned(), opened: stream.opened })
            }
            _ => None,
        })
        .collect()
}
