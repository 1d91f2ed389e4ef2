//! Positions in files (7.21.9), and the marks of a stream (7.21.10, 7.21.5).

use super::characters::EOF;
use super::memory_stream;
use super::stream::{self, Device, Last};
use super::transfer;
use crate::kinds::{Kind, Severity};
use crate::libc::call::{Call, Context, Next};
use crate::libc::errno;
use crate::libc::text::wide;
use crate::machine::{Seek, Stop};
use crate::memory::{I64, Trap};

type Answer = Result<Next, Stop>;

/// Has the stream a position? errno says that the standard ones have none.
fn has_position(context: &mut Context<'_>, number: usize) -> Result<bool, Stop> {
    let device = context.state.streams.get(number).map(|stream| stream.device);
    if matches!(device, Some(Device::File(_) | Device::Memory)) {
        return Ok(true);
    }
    context.set_errno(errno::ESPIPE)?;
    Ok(false)
}

/// Where the program is in the file.
fn tell(context: &mut Context<'_>, number: usize) -> Result<Option<u64>, Stop> {
    if !has_position(context, number)? || !transfer::flush(context, number)? {
        return Ok(None);
    }
    match transfer::seek_device(context, number, Seek::Current(0)) {
        Ok(position) => {
            let unread = context.state.streams.get(number).map_or(0, stream::Stream::unread);
            Ok(Some(position.saturating_sub(wide(unread))))
        }
        Err(error) => {
            transfer::failed(context, number, &error)?;
            Ok(None)
        }
    }
}

/// Goes to a position; tells whether that worked.
fn seek(context: &mut Context<'_>, number: usize, to: Seek) -> Result<bool, Stop> {
    if !has_position(context, number)? || !transfer::flush(context, number)? {
        return Ok(false);
    }
    let unread = context.state.streams.get(number).map_or(0, stream::Stream::unread);
    let to = match to {
        // The host has already read what the program has not seen.
        Seek::Current(by) => Seek::Current(by.saturating_sub(i64::try_from(unread).unwrap_or(0))),
        other => other,
    };
    match transfer::seek_device(context, number, to) {
        Ok(_) => {
            if let Some(stream) = context.state.streams.get_mut(number) {
                stream.drop_input();
                stream.end = false;
                stream.last = Last::Neutral;
            }
            Ok(true)
        }
        Err(error) => {
            context.set_errno(error.errno)?;
            Ok(false)
        }
    }
}

/// `fseek` and `fseeko`.
pub(super) fn fseek(context: &mut Context<'_>, call: &Call<'_>) -> Answer {
    let number = stream::argument(context, call, 0)?;
    let offset = call.int(1);
    let to = match (call.int(2), u64::try_from(offset)) {
        (0, Ok(start)) => Some(Seek::Start(start)),
        (1, _) => Some(Seek::Current(offset)),
        (2, _) => Some(Seek::End(offset)),
        _ => None,
    };
    let Some(to) = to else {
        if !matches!(call.int(2), 0..=2) {
            let words = "the last argument of fseek is none of SEEK_SET, SEEK_CUR and SEEK_END";
            context.machine.tell(Trap::text(Kind::BadArgument, words), Severity::Warning)?;
        }
        context.set_errno(errno::EINVAL)?;
        return Ok(Next::int(-1));
    };
    let done = seek(context, number, to)?;
    transfer::answer(context, Next::int(if done { 0 } else { -1 }))
}

/// `ftell` and `ftello`.
pub(super) fn ftell(context: &mut Context<'_>, call: &Call<'_>) -> Answer {
    let number = stream::argument(context, call, 0)?;
    let position = tell(context, number)?.and_then(|at| i64::try_from(at).ok());
    transfer::answer(context, Next::int(position.unwrap_or(-1)))
}

pub(super) fn rewind(context: &mut Context<'_>, call: &Call<'_>) -> Answer {
    let number = stream::argument(context, call, 0)?;
    seek(context, number, Seek::Start(0))?;
    if let Some(stream) = context.state.streams.get_mut(number) {
        stream.error = false;
        stream.end = false;
    }
    transfer::answer(context, Next::VOID)
}

/// Where in an `fpos_t` the file's identity lies; the position lies at its start.
const FILE: i64 = 8;

/// An `fpos_t` holds the position and which file it is for.
pub(super) fn fgetpos(context: &mut Context<'_>, call: &Call<'_>) -> Answer {
    let number = stream::argument(context, call, 0)?;
    let Some(position) = tell(context, number)? else { return Ok(Next::int(-1)) };
    let file = context.state.streams.get(number).map_or(0, stream::Stream::identity);
    let place = call.pointer(1);
    context.machine.memory.put::<I64>(place, position.cast_signed(), call.node)?;
    context.machine.memory.put::<I64>(place.offset(FILE), file, call.node)?;
    transfer::answer(context, Next::int(0))
}

pub(super) fn fsetpos(context: &mut Context<'_>, call: &Call<'_>) -> Answer {
    let number = stream::argument(context, call, 0)?;
    let position = context.machine.memory.get::<I64>(call.pointer(1))?;
    let file = context.machine.memory.get::<I64>(call.pointer(1).offset(FILE))?;
    if context.state.streams.get(number).is_some_and(|stream| stream.identity() != file) {
        let words = "fsetpos is given a position that fgetpos did not find in this file";
        context.machine.tell(Trap::text(Kind::BadArgument, words), Severity::Warning)?;
    }
    let done = seek(context, number, Seek::Start(position.cast_unsigned()))?;
    transfer::answer(context, Next::int(if done { 0 } else { -1 }))
}

pub(super) fn feof(context: &mut Context<'_>, call: &Call<'_>) -> Answer {
    let number = stream::argument(context, call, 0)?;
    Ok(Next::int(i32::from(context.state.streams.get(number).is_some_and(|stream| stream.end))))
}

pub(super) fn ferror(context: &mut Context<'_>, call: &Call<'_>) -> Answer {
    let number = stream::argument(context, call, 0)?;
    Ok(Next::int(i32::from(context.state.streams.get(number).is_some_and(|stream| stream.error))))
}

pub(super) fn clearerr(context: &mut Context<'_>, call: &Call<'_>) -> Answer {
    let number = stream::argument(context, call, 0)?;
    if let Some(stream) = context.state.streams.get_mut(number) {
        stream.end = false;
        stream.error = false;
    }
    Ok(Next::VOID)
}

/// `fflush`; null means all streams. An input stream forgets what it read ahead.
pub(super) fn fflush(context: &mut Context<'_>, call: &Call<'_>) -> Answer {
    if call.pointer(0).is_null() {
        transfer::flush_all(context)?;
        return transfer::answer(context, Next::int(0));
    }
    let number = stream::argument(context, call, 0)?;
    if let Some(stream) = context.state.streams.get(number)
        && (!stream.mode.write || stream.last == Last::Read)
    {
        let words = format!(
            "fflush is for output, and {} was {}; to skip the rest of a line, read up to its '\\n'",
            stream.title(),
            if stream.mode.write { "read last" } else { "opened for reading only" }
        );
        context.machine.tell(Trap::text(Kind::BadArgument, words), Severity::Warning)?;
    }
    let done = transfer::flush(context, number)?;
    memory_stream::settle(context, number)?;
    if let Some(stream) = context.state.streams.get_mut(number) {
        if matches!(stream.device, Device::File(_)) && stream.last == Last::Read {
            transfer::rewind_input(context, number)?;
        } else if stream.last == Last::Write {
            stream.last = Last::Neutral;
        }
    }
    transfer::answer(context, Next::int(if done { 0 } else { EOF }))
}

/// `fileno`: 0, 1, 2, and numbers of their own for files.
pub(super) fn fileno(context: &mut Context<'_>, call: &Call<'_>) -> Answer {
    let number = stream::argument(context, call, 0)?;
    Ok(Next::int(i64::try_from(number).unwrap_or(-1)))
}

/// `flockfile` and its relatives: there is only one thread, so a lock is always to be had.
pub(super) fn lock(context: &mut Context<'_>, call: &Call<'_>) -> Answer {
    stream::argument(context, call, 0)?;
    Ok(Next::int(0))
}
