//! Bytes in and out of a stream through its buffer.

use super::memory_stream;
use super::stream::{Buffering, Device, Last, STDIN, STDOUT};
use crate::kinds::Kind;
use crate::libc::call::{Context, Next};
use crate::libc::errno;
use crate::machine::{HostError, Output, Seek, Stop};
use crate::memory::Trap;

/// Bytes that are collected before they are handed on, and read at once, as glibc does on Linux.
const BUFFER: usize = 4096;

/// The next byte; `None` at the end of the file or after an error.
///
/// # Errors
/// If a finding ends the run.
pub(in crate::libc) fn read_byte(context: &mut Context<'_>, number: usize) -> Result<Option<u8>, Stop> {
    take(context, number, false)
}

/// As [`read_byte`], for a function of this orientation.
pub(in crate::libc) fn take(context: &mut Context<'_>, number: usize, wide: bool) -> Result<Option<u8>, Stop> {
    if let Some(stream) = context.state.streams.get_mut(number)
        && stream.last == Last::Read
        && stream.wide == Some(wide)
    {
        if let Some(byte) = stream.pushed.pop() {
            return Ok(Some(byte));
        }
        if let Some(byte) = stream.input.get(stream.taken) {
            stream.taken = stream.taken.saturating_add(1);
            return Ok(Some(*byte));
        }
    }
    if !orient(context, number, wide)? || !begin_read(context, number)? || !fill(context, number)? {
        return Ok(None);
    }
    let Some(stream) = context.state.streams.get_mut(number) else { return Ok(None) };
    if let Some(byte) = stream.pushed.pop() {
        return Ok(Some(byte));
    }
    let byte = stream.input.get(stream.taken).copied();
    stream.taken = stream.taken.saturating_add(1).min(stream.input.len());
    Ok(byte)
}

/// Puts back the byte that was read last.
pub(in crate::libc) fn unread_byte(context: &mut Context<'_>, number: usize, byte: u8) {
    let Some(stream) = context.state.streams.get_mut(number) else { return };
    let before = stream.taken.checked_sub(1);
    if stream.pushed.is_empty()
        && let Some(before) = before
        && stream.input.get(before) == Some(&byte)
    {
        stream.taken = before;
    } else {
        stream.pushed.push(byte);
    }
    stream.end = false;
}

/// A function for characters, or for wide ones, is used on a stream: does the
/// stream's orientation allow it (7.21.2p4)?
pub(super) fn orient(context: &mut Context<'_>, number: usize, wide: bool) -> Result<bool, Stop> {
    let Some(stream) = context.state.streams.get_mut(number) else { return Ok(false) };
    if *stream.wide.get_or_insert(wide) == wide {
        return Ok(true);
    }
    let (is, was) = if wide { ("wide characters", "characters") } else { ("characters", "wide characters") };
    let words = format!(
        "{} is used for {is} after it was used for {was}; a stream can only be one of the two, so this call fails",
        stream.title()
    );
    context.machine.tell(Trap::text(Kind::BadArgument, words), crate::kinds::Severity::Warning)?;
    Ok(false)
}

/// A stream is about to be read: is it one for reading?
pub(super) fn begin_read(context: &mut Context<'_>, number: usize) -> Result<bool, Stop> {
    let Some(stream) = context.state.streams.get_mut(number) else { return Ok(false) };
    if !stream.mode.read {
        stream.error = true;
        let words = format!("{} is not open for reading", stream.title());
        context.set_errno(errno::EBADF)?;
        context.machine.tell(Trap::text(Kind::BadArgument, words), crate::kinds::Severity::Warning)?;
        return Ok(false);
    }
    if stream.last == Last::Write {
        let words =
            format!("{} is read right after it was written; fflush or a seek must come between", stream.title());
        context.machine.tell(Trap::text(Kind::BadArgument, words), crate::kinds::Severity::Warning)?;
        flush(context, number)?;
    }
    if let Some(stream) = context.state.streams.get_mut(number) {
        stream.last = Last::Read;
    }
    Ok(true)
}

/// A stream is about to be written: is it one for writing?
pub(super) fn begin_write(context: &mut Context<'_>, number: usize) -> Result<bool, Stop> {
    let Some(stream) = context.state.streams.get_mut(number) else { return Ok(false) };
    if let Some((trap, given)) = stream.array.and_then(|array| array.gone(&context.machine.memory)) {
        stream.array = None;
        return Err(trap.noted("it was given to the stream for buffering here", Some(given)).into());
    }
    if stream.last == Last::Write {
        return Ok(true);
    }
    if !stream.mode.write {
        stream.error = true;
        let words = format!("{} is not open for writing", stream.title());
        context.set_errno(errno::EBADF)?;
        context.machine.tell(Trap::text(Kind::BadArgument, words), crate::kinds::Severity::Warning)?;
        return Ok(false);
    }
    if stream.last == Last::Read {
        let at_end = stream.end;
        let words = format!("{} is written right after it was read; a seek must come between", stream.title());
        rewind_input(context, number)?;
        if !at_end && !is_at_end(context, number) {
            context.machine.tell(Trap::text(Kind::BadArgument, words), crate::kinds::Severity::Warning)?;
        }
    }
    if let Some(stream) = context.state.streams.get_mut(number) {
        stream.last = Last::Write;
    }
    Ok(true)
}

/// Is the file's position its end? Where the last byte was read, only the next
/// read would have met the end of the file; that is near enough.
fn is_at_end(context: &mut Context<'_>, number: usize) -> bool {
    let Some(Device::File(file)) = context.state.streams.get(number).map(|stream| stream.device) else { return false };
    let host = &mut context.machine.host;
    let Ok(here) = host.seek(file, Seek::Current(0)) else { return false };
    let end = host.seek(file, Seek::End(0));
    let back = host.seek(file, Seek::Start(here));
    back.is_ok() && end.is_ok_and(|end| end == here)
}

/// The file's position goes back to where the program is; what was read ahead is forgotten.
pub(super) fn rewind_input(context: &mut Context<'_>, number: usize) -> Result<(), Stop> {
    let Some(stream) = context.state.streams.get_mut(number) else { return Ok(()) };
    let unread = i64::try_from(stream.unread()).unwrap_or(0);
    if !matches!(stream.device, Device::File(_) | Device::Memory) {
        return Ok(());
    }
    stream.drop_input();
    if unread > 0
        && let Err(error) = seek_device(context, number, Seek::Current(unread.wrapping_neg()))
    {
        failed(context, number, &error)?;
    }
    Ok(())
}

/// Moves the position of what is behind a stream and tells it; standard streams have none.
pub(super) fn seek_device(context: &mut Context<'_>, number: usize, to: Seek) -> Result<u64, HostError> {
    let Some(stream) = context.state.streams.get_mut(number) else { return Err(HostError::new(errno::EBADF)) };
    match (stream.device, stream.memory.as_mut()) {
        (Device::File(file), _) => context.machine.host.seek(file, to),
        (Device::Memory, Some(memory)) => memory.seek(to),
        _ => Err(HostError::new(errno::ESPIPE)),
    }
}

/// Is there a byte to be taken? Reads more if need be; `false` at the end or after an error.
pub(super) fn fill(context: &mut Context<'_>, number: usize) -> Result<bool, Stop> {
    let Some(stream) = context.state.streams.get(number) else { return Ok(false) };
    if stream.unread() > 0 {
        return Ok(true);
    }
    // The end of a file is sticky (7.21.7.1p3).
    if stream.end {
        return Ok(false);
    }
    let device = stream.device;
    if number == STDIN || device == Device::Input {
        // A prompt is seen before input is waited for.
        flush(context, STDOUT)?;
    }
    let mut buffer = vec![0; BUFFER];
    let host = &mut context.machine.host;
    let count = match device {
        Device::Memory => {
            let memory = context.state.streams.get_mut(number).and_then(|stream| stream.memory.as_mut());
            Ok(memory.map_or(0, |memory| memory.read(&mut buffer)))
        }
        Device::Input => host.read_input(&mut buffer),
        Device::File(file) => host.read(file, &mut buffer),
        Device::Output(_) => Ok(0),
    };
    match count {
        Ok(count) => {
            buffer.truncate(count);
            let Some(stream) = context.state.streams.get_mut(number) else { return Ok(false) };
            stream.end = count == 0;
            stream.input = buffer;
            stream.taken = 0;
            Ok(count > 0)
        }
        Err(error) => {
            failed(context, number, &error)?;
            Ok(false)
        }
    }
}

/// Writes bytes to a stream; tells whether that worked.
///
/// # Errors
/// If a finding or the limit of output ends the run.
pub(in crate::libc) fn write_bytes(context: &mut Context<'_>, number: usize, bytes: &[u8]) -> Result<bool, Stop> {
    if orient(context, number, false)? { emit(context, number, bytes) } else { Ok(false) }
}

/// As [`write_bytes`], whatever the orientation.
pub(super) fn emit(context: &mut Context<'_>, number: usize, bytes: &[u8]) -> Result<bool, Stop> {
    if !begin_write(context, number)? {
        return Ok(false);
    }
    let Some(stream) = context.state.streams.get_mut(number) else { return Ok(false) };
    if stream.buffering == Buffering::Undecided {
        let terminal = context.machine.host.is_terminal(Some(Output::Stdout));
        stream.buffering = if terminal { Buffering::Line } else { Buffering::Full };
    }
    stream.output.extend_from_slice(bytes);
    let now = match stream.buffering {
        Buffering::None => true,
        Buffering::Line => stream.output.len() >= BUFFER || bytes.contains(&b'\n'),
        _ => stream.output.len() >= BUFFER,
    };
    if now { flush(context, number) } else { Ok(true) }
}

/// Hands on what a stream has collected; tells whether that worked.
pub(super) fn flush(context: &mut Context<'_>, number: usize) -> Result<bool, Stop> {
    let Some(stream) = context.state.streams.get_mut(number) else { return Ok(false) };
    if stream.output.is_empty() {
        return Ok(true);
    }
    let bytes = std::mem::take(&mut stream.output);
    let device = stream.device;
    let result = match device {
        Device::Input => Err(HostError::new(errno::EBADF)),
        Device::File(file) => context.machine.host.write(file, &bytes),
        Device::Memory => memory_stream::write(context, number, &bytes)?,
        Device::Output(to) => hand_on(context, to, &bytes)?,
    };
    match result {
        Ok(()) => Ok(true),
        Err(error) => {
            failed(context, number, &error)?;
            Ok(false)
        }
    }
}

/// Writes to standard output or error, up to the limit.
pub(in crate::libc) fn hand_on(
    context: &mut Context<'_>,
    to: Output,
    bytes: &[u8],
) -> Result<Result<(), HostError>, Stop> {
    let streams = &mut context.state.streams;
    if streams.gone {
        return Ok(Ok(()));
    }
    let left = context.machine.limits.output.map(|limit| limit.saturating_sub(streams.handed_on));
    let most = left.and_then(|left| usize::try_from(left).ok()).unwrap_or(usize::MAX);
    let (allowed, beyond) = bytes.split_at_checked(most).unwrap_or((bytes, &[]));
    streams.handed_on = streams.handed_on.saturating_add(u64::try_from(allowed.len()).unwrap_or(0));
    let result = context.machine.host.write_output(to, allowed);
    if !beyond.is_empty() {
        return Err(Trap::plain(Kind::OutputLimit).into());
    }
    Ok(result)
}

/// The host refused something on behalf of a stream.
pub(super) fn failed(context: &mut Context<'_>, number: usize, error: &HostError) -> Result<(), Stop> {
    context.state.streams.gone |= error.broken_pipe;
    if let Some(stream) = context.state.streams.get_mut(number) {
        stream.error = true;
    }
    context.set_errno(error.errno)
}

/// The exit status of a program that was ended by SIGPIPE.
const BROKEN_PIPE: i32 = 141;

/// What a function that may have written answers: the program ends quietly
/// when the reader of its output has gone away.
pub(in crate::libc) fn answer(context: &Context<'_>, next: Next) -> Result<Next, Stop> {
    Ok(if context.state.streams.gone { Next::Terminate(BROKEN_PIPE) } else { next })
}

/// The reader of the program's output has gone away: the program ends quietly.
pub(in crate::libc) fn gone(context: &mut Context<'_>) -> Result<Next, Stop> {
    context.state.streams.gone = true;
    answer(context, Next::VOID)
}

/// Hands on what all streams have collected: before the program ends, and
/// before a report is shown. Afterwards [`output_gone`] may hold.
///
/// # Errors
/// If the limit of output ends the run.
pub fn flush_all(context: &mut Context<'_>) -> Result<(), Stop> {
    for number in 0..context.state.streams.count() {
        flush(context, number)?;
    }
    Ok(())
}

/// Has the reader of the program's output gone away? Then it has ended with status 141.
pub fn output_gone(state: &crate::libc::State) -> bool {
    state.streams.gone
}
