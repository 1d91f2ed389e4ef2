//! Files by number (`<unistd.h>`, `<fcntl.h>`): a descriptor is the number of a stream.
//! What these functions read and write passes a stream's buffer by.

use super::stream::{Buffering, Device, Last, Stream};
use super::transfer;
use crate::kinds::{Kind, Severity};
use crate::libc::call::{Call, Context, Next};
use crate::libc::errno;
use crate::libc::string::scan;
use crate::libc::text::{host, wide};
use crate::machine::{FileHandle, HostError, OpenMode, Seek, Stop};
use crate::memory::{Pointer, Trap};

type Answer = Result<Next, Stop>;

/// So much is read at once at most.
const READ_MOST: u64 = 1 << 16;

const O_ACCMODE: i64 = 3;
const O_CREAT: i64 = 0o100;
const O_EXCL: i64 = 0o200;
const O_TRUNC: i64 = 0o1000;
const O_APPEND: i64 = 0o2000;

/// −1, and errno.
pub(super) fn refused(context: &mut Context<'_>, errno: i32) -> Answer {
    context.set_errno(errno)?;
    transfer::answer(context, Next::int(-1))
}

/// The stream of this number; `None` if it is not open.
fn open_stream(context: &Context<'_>, descriptor: i64) -> Option<(usize, Device, OpenMode)> {
    let number = usize::try_from(descriptor).ok()?;
    context.state.streams.get(number).map(|stream| (number, stream.device, stream.mode))
}

/// `open`: with O_CREAT the permissions of the new file are a third argument.
pub(super) fn open(context: &mut Context<'_>, call: &Call<'_>) -> Answer {
    let flags = call.int(1);
    if flags & O_CREAT != 0 && call.arguments.len() < 3 {
        let words = "open with O_CREAT takes the permissions of the new file as a third argument, for example 0644";
        context.machine.tell(Trap::text(Kind::BadArgument, words), Severity::Warning)?;
    }
    let mode = match flags & O_ACCMODE {
        0 => OpenMode { read: true, ..OpenMode::default() },
        1 => OpenMode { write: true, ..OpenMode::default() },
        2 => OpenMode { read: true, write: true, ..OpenMode::default() },
        _ => return refused(context, errno::EINVAL),
    };
    let mode = OpenMode {
        append: mode.write && flags & O_APPEND != 0,
        truncate: mode.write && flags & O_TRUNC != 0,
        create: flags & O_CREAT != 0,
        exclusive: flags & O_CREAT != 0 && flags & O_EXCL != 0,
        ..mode
    };
    let path = context.string(call.pointer(0))?;
    opened(context, call, &path, mode)
}

/// `creat`: for writing, emptied.
pub(super) fn creat(context: &mut Context<'_>, call: &Call<'_>) -> Answer {
    let mode = OpenMode { write: true, truncate: true, create: true, ..OpenMode::default() };
    let path = context.string(call.pointer(0))?;
    opened(context, call, &path, mode)
}

fn opened(context: &mut Context<'_>, call: &Call<'_>, path: &[u8], mode: OpenMode) -> Answer {
    match open_file(context, path, mode) {
        Ok(file) => Ok(Next::int(add(context, call, file, path, mode))),
        Err(error) => refused(context, error.errno),
    }
}

fn open_file(context: &mut Context<'_>, path: &[u8], mode: OpenMode) -> Result<FileHandle, HostError> {
    if !context.state.streams.has_room() {
        return Err(HostError::new(errno::EMFILE));
    }
    let host = &mut context.machine.host;
    if mode.create && !mode.write {
        // A host makes files only to write them.
        let file = host.open(path, OpenMode { read: false, write: true, ..mode })?;
        host.close(file)?;
        return host.open(path, OpenMode { create: false, exclusive: false, ..mode });
    }
    host.open(path, mode)
}

/// The number of the new descriptor: the lowest that is free.
fn add(context: &mut Context<'_>, call: &Call<'_>, file: FileHandle, path: &[u8], mode: OpenMode) -> i64 {
    let mut stream = Stream::new(Device::File(file), path, mode, call.node);
    stream.buffering = Buffering::None;
    let number = context.state.streams.add_lowest(stream);
    number.and_then(|number| i64::try_from(number).ok()).unwrap_or(-1)
}

/// `mkstemp`: a new file whose name is the template with its last six characters replaced.
pub(super) fn mkstemp(context: &mut Context<'_>, call: &Call<'_>) -> Answer {
    let template = context.string(call.pointer(0))?;
    let Some(start) = template.strip_suffix(b"XXXXXX") else { return refused(context, errno::EINVAL) };
    let mode = OpenMode { read: true, write: true, create: true, exclusive: true, ..OpenMode::default() };
    loop {
        let names = &mut context.state.streams.temporary_names;
        *names = names.saturating_add(1);
        let ending = format!("{names:06}");
        let path = [start, ending.as_bytes()].concat();
        match open_file(context, &path, mode) {
            Ok(file) => {
                let place = super::super::text::after(call.pointer(0), start.len());
                context.machine.memory.write(place, ending.as_bytes(), call.node)?;
                return Ok(Next::int(add(context, call, file, &path, mode)));
            }
            Err(error) if error.errno == errno::EEXIST && context.state.streams.temporary_names < 100_000 => {}
            Err(error) => return refused(context, error.errno),
        }
    }
}

/// `close`: the stream of the same number is flushed and cannot be used any more.
pub(super) fn close(context: &mut Context<'_>, call: &Call<'_>) -> Answer {
    let Some((number, device, _)) = open_stream(context, call.int(0)) else { return refused(context, errno::EBADF) };
    transfer::flush(context, number)?;
    context.state.streams.remove(number, call.node);
    if let Device::File(file) = device
        && let Err(error) = context.machine.host.close(file)
    {
        return refused(context, error.errno);
    }
    transfer::answer(context, Next::int(0))
}

/// Brings the file of a stream to where the program is in it, buffers empty.
fn settle(context: &mut Context<'_>, number: usize) -> Result<(), Stop> {
    transfer::flush(context, number)?;
    transfer::rewind_input(context, number)?;
    if let Some(stream) = context.state.streams.get_mut(number) {
        stream.last = Last::Neutral;
    }
    Ok(())
}

/// `read`: standard input past what streams have read ahead, or a file.
pub(super) fn read(context: &mut Context<'_>, call: &Call<'_>) -> Answer {
    let (to, size) = (call.pointer(1), call.size(2));
    let Some((number, device, mode)) = open_stream(context, call.int(0)).filter(|(_, _, mode)| mode.read) else {
        return refused(context, errno::EBADF);
    };
    debug_assert!(mode.read);
    if size == 0 {
        return Ok(Next::int(0));
    }
    context.machine.memory.check_write(to, size)?;
    let mut buffer = vec![0; host(size.min(READ_MOST))];
    let result = match device {
        Device::Input => {
            transfer::flush_all(context)?;
            context.machine.host.read_input(&mut buffer)
        }
        Device::File(file) => {
            settle(context, number)?;
            context.machine.host.read(file, &mut buffer)
        }
        _ => Err(HostError::new(errno::EBADF)),
    };
    match result {
        Ok(count) => {
            let found = buffer.get(..count).unwrap_or_default();
            context.machine.memory.write(to, found, call.node)?;
            if count == 0 {
                let reason = "read met the end of the input and left the array as it was";
                context.state.unassigned.note(to, size, call.node, reason);
            }
            transfer::answer(context, Next::size(wide(count)))
        }
        Err(error) => refused(context, error.errno),
    }
}

/// `write`: to standard output or error past what streams have collected, or to a file.
pub(super) fn write(context: &mut Context<'_>, call: &Call<'_>) -> Answer {
    let (from, size) = (call.pointer(1), call.size(2));
    let Some((number, device, _)) = open_stream(context, call.int(0)).filter(|(_, _, mode)| mode.write) else {
        return refused(context, errno::EBADF);
    };
    if size == 0 {
        return Ok(Next::int(0));
    }
    let at = context.machine.memory.check_read(from, size)?;
    if let Err(trap) = scan::block(&context.machine.memory, from, size) {
        context.machine.tell(trap, Severity::Warning)?;
    }
    let bytes = context.machine.memory.raw(at, host(size)).to_vec();
    let result = match device {
        Device::Output(to) => transfer::hand_on(context, to, &bytes)?,
        Device::File(file) => {
            settle(context, number)?;
            context.machine.host.write(file, &bytes)
        }
        _ => Err(HostError::new(errno::EBADF)),
    };
    match result {
        Ok(()) => transfer::answer(context, Next::size(size)),
        Err(error) if error.broken_pipe => transfer::gone(context),
        Err(error) => refused(context, error.errno),
    }
}

/// `lseek`: the position of a file, from its start, from where it is, or from its end.
pub(super) fn lseek(context: &mut Context<'_>, call: &Call<'_>) -> Answer {
    let Some((number, device, _)) = open_stream(context, call.int(0)) else { return refused(context, errno::EBADF) };
    let Device::File(file) = device else { return refused(context, errno::ESPIPE) };
    let offset = call.int(1);
    let to = match (call.int(2), u64::try_from(offset)) {
        (0, Ok(start)) => Seek::Start(start),
        (1, _) => Seek::Current(offset),
        (2, _) => Seek::End(offset),
        _ => return refused(context, errno::EINVAL),
    };
    settle(context, number)?;
    match context.machine.host.seek(file, to) {
        Ok(position) => transfer::answer(context, Next::size(position)),
        Err(error) => refused(context, error.errno),
    }
}

/// `fsync`: what was written is handed on at once, so there is nothing to do but to look.
pub(super) fn fsync(context: &mut Context<'_>, call: &Call<'_>) -> Answer {
    match open_stream(context, call.int(0)) {
        Some((_, Device::File(_), _)) => Ok(Next::int(0)),
        Some(_) => refused(context, errno::EINVAL),
        None => refused(context, errno::EBADF),
    }
}

/// The length that `truncate` and `ftruncate` are given.
fn length(call: &Call<'_>) -> Result<u64, HostError> {
    u64::try_from(call.int(1)).map_err(|_| HostError::new(errno::EINVAL))
}

/// `ftruncate` (POSIX): a file that is open for writing.
pub(super) fn ftruncate(context: &mut Context<'_>, call: &Call<'_>) -> Answer {
    // What a stream has not handed on yet is written later, as in glibc.
    let file = match open_stream(context, call.int(0)) {
        Some((_, Device::File(file), mode)) if mode.write => file,
        Some(_) => return refused(context, errno::EINVAL),
        None => return refused(context, errno::EBADF),
    };
    match length(call).and_then(|length| context.machine.host.set_length(file, length)) {
        Ok(()) => transfer::answer(context, Next::int(0)),
        Err(error) => refused(context, error.errno),
    }
}

/// `truncate` (POSIX): a file by its name.
pub(super) fn truncate(context: &mut Context<'_>, call: &Call<'_>) -> Answer {
    let path = context.string(call.pointer(0))?;
    let host = &mut context.machine.host;
    let mode = OpenMode { read: true, write: true, ..OpenMode::default() };
    let done = length(call).and_then(|length| {
        let file = host.open(&path, mode)?;
        let done = host.set_length(file, length);
        host.close(file)?;
        done
    });
    match done {
        Ok(()) => Ok(Next::int(0)),
        Err(error) => refused(context, error.errno),
    }
}

/// `fdopen`: a stream for a descriptor. Of a file it is the stream of the same number.
pub(super) fn fdopen(context: &mut Context<'_>, call: &Call<'_>) -> Answer {
    let wanted = super::open::mode_argument(context, call, 1)?;
    let (Some(mode), Some((number, device, has))) = (wanted, open_stream(context, call.int(0))) else {
        if wanted.is_some() {
            context.set_errno(errno::EBADF)?;
        }
        return Ok(Next::pointer(Pointer::NULL));
    };
    if (mode.read && !has.read) || (mode.write && !has.write) {
        context.set_errno(errno::EINVAL)?;
        return Ok(Next::pointer(Pointer::NULL));
    }
    if matches!(device, Device::File(_)) {
        if let Some(stream) = context.state.streams.get_mut(number) {
            stream.buffering = Buffering::Full;
            stream.mode = mode;
        }
        return Ok(Next::pointer(context.state.streams.place(number)));
    }
    let name = context.state.streams.get(number).map(|stream| stream.name.clone()).unwrap_or_default();
    let number = context.state.streams.add(Stream::new(device, &name, mode, call.node));
    Ok(Next::pointer(number.map_or(Pointer::NULL, |number| context.state.streams.place(number))))
}

/// The file behind a descriptor, for those who want to know more of it: its handle, and its name.
pub(in crate::libc) fn file_behind(context: &Context<'_>, descriptor: i64) -> Option<Behind> {
    let (number, device, _) = open_stream(context, descriptor)?;
    Some(match device {
        Device::File(_) => Behind::File(context.state.streams.get(number)?.name.clone()),
        Device::Input => Behind::Stream(None),
        Device::Output(to) => Behind::Stream(Some(to)),
        Device::Memory => return None,
    })
}

/// What is behind a descriptor.
pub(in crate::libc) enum Behind {
    /// A file of this name; a temporary one has none.
    File(Vec<u8>),
    /// Standard input (`None`), output or error.
    Stream(Option<crate::machine::Output>),
}
