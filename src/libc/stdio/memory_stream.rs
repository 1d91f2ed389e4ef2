//! Streams on memory (POSIX): `fmemopen` reads and writes an array of the program,
//! `open_memstream` a block of the heap that grows. What is written arrives there
//! when the stream is flushed or closed.

use super::open;
use super::stream::{Device, Stream};
use crate::libc::call::{Call, Context, Next};
use crate::libc::errno;
use crate::libc::text::{after, host, wide};
use crate::machine::{ByteFile, HostError, OpenMode, Seek, Stop};
use crate::memory::{I64, Pointer, Trap};
use crate::sema::tree::NodeId;

type Answer = Result<Next, Stop>;

/// The bytes behind such a stream.
#[derive(Debug)]
pub(super) struct MemoryFile {
    file: ByteFile,
    append: bool,
    target: Target,
}

/// Where they are in the program's memory.
#[derive(Clone, Copy, Debug)]
enum Target {
    Array { place: Pointer, size: u64 },
    Block { pointer_at: Pointer, size_at: Pointer, block: Pointer, size: u64 },
}

impl MemoryFile {
    pub(super) fn read(&mut self, buffer: &mut [u8]) -> usize {
        self.file.read(buffer)
    }

    pub(super) fn seek(&mut self, to: Seek) -> Result<u64, HostError> {
        let before = self.file.position;
        let position = self.file.seek(to)?;
        match self.target {
            Target::Array { size, .. } if position > size => {
                self.file.position = before;
                Err(HostError::new(errno::EINVAL))
            }
            _ => Ok(position),
        }
    }
}

fn add(context: &mut Context<'_>, call: &Call<'_>, mode: OpenMode, memory: MemoryFile) -> Answer {
    let mut stream = Stream::new(Device::Memory, b"", mode, call.node);
    stream.memory = Some(Box::new(memory));
    let number = context.state.streams.add(stream);
    if number.is_none() {
        context.set_errno(errno::EMFILE)?;
    }
    Ok(Next::pointer(number.map_or(Pointer::NULL, |number| context.state.streams.place(number))))
}

/// `fmemopen`: without an array, the library has one of its own.
pub(super) fn fmemopen(context: &mut Context<'_>, call: &Call<'_>) -> Answer {
    let (place, size) = (call.pointer(0), call.size(1));
    let Some(mode) = open::mode_argument(context, call, 2)? else { return Ok(Next::pointer(Pointer::NULL)) };
    let mut file = ByteFile::default();
    if !place.is_null() && size > 0 {
        if mode.truncate {
            context.machine.memory.check_write(place, size)?;
            // As in glibc, the array is only emptied at once if it is to be read, too.
            if mode.read {
                context.machine.memory.write(place, &[0], call.node)?;
            }
        } else {
            let at = context.machine.memory.check_read(place, size)?;
            file.bytes = context.machine.memory.raw(at, host(size)).to_vec();
            // For writing the contents end at the first zero; for reading they are all of the array.
            if mode.write
                && let Some(end) = file.bytes.iter().position(|b| *b == 0)
            {
                file.bytes.truncate(end);
            }
        }
    }
    if mode.append {
        file.position = wide(file.bytes.len());
    }
    add(context, call, mode, MemoryFile { file, append: mode.append, target: Target::Array { place, size } })
}

/// `open_memstream`: the two variables are set when the stream is flushed or closed.
pub(super) fn open_memstream(context: &mut Context<'_>, call: &Call<'_>) -> Answer {
    let (pointer_at, size_at) = (call.pointer(0), call.pointer(1));
    context.machine.memory.check_write(pointer_at, 8)?;
    context.machine.memory.check_write(size_at, 8)?;
    let mode = OpenMode { write: true, ..OpenMode::default() };
    let target = Target::Block { pointer_at, size_at, block: Pointer::NULL, size: 0 };
    add(context, call, mode, MemoryFile { file: ByteFile::default(), append: false, target })
}

/// Bytes that a stream hands on.
pub(super) fn write(context: &mut Context<'_>, number: usize, bytes: &[u8]) -> Result<Result<(), HostError>, Stop> {
    let Some(stream) = context.state.streams.get_mut(number) else { return Ok(Err(HostError::new(errno::EBADF))) };
    let node = stream.opened;
    let Some(memory) = stream.memory.as_mut() else { return Ok(Err(HostError::new(errno::EBADF))) };
    let start = if memory.append { wide(memory.file.bytes.len()) } else { memory.file.position };
    let fitting = match memory.target {
        Target::Array { size, .. } => host(size.saturating_sub(start)).min(bytes.len()),
        Target::Block { .. } => bytes.len(),
    };
    if let Err(error) = memory.file.write(bytes.get(..fitting).unwrap_or_default(), memory.append) {
        return Ok(Err(error));
    }
    store(context, number, start, node)?;
    Ok(if fitting < bytes.len() { Err(HostError::new(errno::ENOSPC)) } else { Ok(()) })
}

/// Brings what was written since `start`, and a zero after it, to where the program finds it.
fn store(context: &mut Context<'_>, number: usize, start: u64, node: NodeId) -> Result<(), Stop> {
    let Some(memory) = context.state.streams.get_mut(number).and_then(|stream| stream.memory.as_mut()) else {
        return Ok(());
    };
    let mut bytes = memory.file.bytes.clone();
    match memory.target {
        Target::Array { place, size } if !place.is_null() => {
            if wide(bytes.len()) < size {
                bytes.push(0);
            }
            let from = host(start).min(bytes.len());
            let written = bytes.get(from..).unwrap_or_default();
            context.machine.memory.write(after(place, from), written, node)?;
        }
        Target::Array { .. } => {}
        Target::Block { pointer_at, size_at, block, size } => {
            let length = bytes.len();
            bytes.push(0);
            let event = context.machine.event(node);
            let wanted = wide(bytes.len());
            let room = if block.is_null() {
                context.machine.memory.malloc(wanted, event).map_err(Trap::from)?
            } else if wanted > size {
                context.machine.memory.realloc(block, wanted, event)?
            } else {
                Some(block)
            };
            let Some(room) = room else { return context.set_errno(errno::ENOMEM) };
            context.machine.memory.write(room, &bytes, node)?;
            context.machine.memory.put_pointer(pointer_at, room, node)?;
            context.machine.memory.put::<I64>(size_at, wide(length).cast_signed(), node)?;
            let target = Target::Block { pointer_at, size_at, block: room, size: wanted.max(size) };
            if let Some(memory) = context.state.streams.get_mut(number).and_then(|stream| stream.memory.as_mut()) {
                memory.target = target;
            }
        }
    }
    Ok(())
}

/// The stream is flushed or closed: a block is there even if nothing was written.
pub(super) fn settle(context: &mut Context<'_>, number: usize) -> Result<(), Stop> {
    let Some(stream) = context.state.streams.get(number) else { return Ok(()) };
    let is_block = stream.memory.as_ref().is_some_and(|memory| matches!(memory.target, Target::Block { .. }));
    if is_block { store(context, number, 0, stream.opened) } else { Ok(()) }
}
