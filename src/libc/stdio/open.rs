//! Opening and closing (7.21.5), and files as a whole (7.21.4).

use super::characters::EOF;
use super::memory_stream;
use super::stream::{self, Device, Stream};
use super::transfer;
use crate::kinds::{Kind, Severity};
use crate::libc::call::{Call, Context, Next};
use crate::libc::errno;
use crate::machine::{HostError, OpenMode, Stop};
use crate::memory::{Pointer, Trap};

type Answer = Result<Next, Stop>;

/// What a mode of fopen means; `None` if it does not begin with r, w or a.
/// Tells also whether it is one that C has (7.21.5.3p3).
fn mode_of(text: &[u8]) -> Option<(OpenMode, bool)> {
    let (first, rest) = text.split_first()?;
    let mut mode = match first {
        b'r' => OpenMode { read: true, ..OpenMode::default() },
        b'w' => OpenMode { write: true, truncate: true, create: true, ..OpenMode::default() },
        b'a' => OpenMode { write: true, append: true, create: true, ..OpenMode::default() },
        _ => return None,
    };
    let mut proper = true;
    for letter in rest {
        match letter {
            b'+' => (mode.read, mode.write) = (true, true),
            // Only a file that is made anew can be there already (7.21.5.3p5).
            b'x' => {
                mode.exclusive = true;
                proper &= *first == b'w';
            }
            // Text and binary are one; the rest is glibc's and changes nothing here.
            b'b' | b't' | b'e' | b'c' | b'm' => {}
            b',' => break,
            _ => proper = false,
        }
    }
    Some((mode, proper))
}

/// The mode at an argument, checked.
pub(super) fn mode_argument(
    context: &mut Context<'_>,
    call: &Call<'_>,
    place: usize,
) -> Result<Option<OpenMode>, Stop> {
    let text = context.string(call.pointer(place))?;
    let found = mode_of(&text);
    if !matches!(found, Some((_, true))) {
        let shown = String::from_utf8_lossy(&text);
        let words = format!(
            "\"{shown}\" is not a mode in which a file can be opened; \"r\", \"w\", \"a\" are, with '+' for both ways"
        );
        context.machine.tell(Trap::text(Kind::BadArgument, words), Severity::Warning)?;
    }
    if found.is_none() {
        context.set_errno(errno::EINVAL)?;
    }
    Ok(found.map(|(mode, _)| mode))
}

/// `fopen`
pub(super) fn fopen(context: &mut Context<'_>, call: &Call<'_>) -> Answer {
    let path = context.string(call.pointer(0))?;
    let Some(mode) = mode_argument(context, call, 1)? else {
        context.state.streams.note_failure(&path, errno::EINVAL, call.node);
        return Ok(Next::pointer(Pointer::NULL));
    };
    let opened = if context.state.streams.has_room() {
        context.machine.host.open(&path, mode)
    } else {
        Err(HostError::new(errno::EMFILE))
    };
    match opened {
        Ok(file) => {
            let number = context.state.streams.add(Stream::new(Device::File(file), &path, mode, call.node));
            let place = number.map_or(Pointer::NULL, |number| context.state.streams.place(number));
            Ok(Next::pointer(place))
        }
        Err(error) => {
            context.set_errno(error.errno)?;
            context.state.streams.note_failure(&path, error.errno, call.node);
            Ok(Next::pointer(Pointer::NULL))
        }
    }
}

/// `freopen`: another file under the same `FILE *`.
pub(super) fn freopen(context: &mut Context<'_>, call: &Call<'_>) -> Answer {
    let number = stream::argument(context, call, 2)?;
    let place = call.pointer(2);
    if call.pointer(0).is_null() {
        // Only the mode is to change; which changes are possible is up to the implementation.
        return Ok(Next::pointer(place));
    }
    let path = context.string(call.pointer(0))?;
    let mode = mode_argument(context, call, 1)?;
    release(context, number, call)?;
    let opened = match mode {
        Some(mode) => context.machine.host.open(&path, mode).map(|file| (file, mode)),
        None => Err(HostError::new(errno::EINVAL)),
    };
    match opened {
        Ok((file, mode)) => {
            context.state.streams.replace(number, Stream::new(Device::File(file), &path, mode, call.node));
            transfer::answer(context, Next::pointer(place))
        }
        Err(error) => {
            context.set_errno(error.errno)?;
            context.state.streams.note_failure(&path, error.errno, call.node);
            transfer::answer(context, Next::pointer(Pointer::NULL))
        }
    }
}

/// `fclose`
pub(super) fn fclose(context: &mut Context<'_>, call: &Call<'_>) -> Answer {
    let number = stream::argument(context, call, 0)?;
    let done = release(context, number, call)?;
    transfer::answer(context, Next::int(if done { 0 } else { EOF }))
}

/// Hands on what is left and closes; tells whether all of it worked.
fn release(context: &mut Context<'_>, number: usize, call: &Call<'_>) -> Result<bool, Stop> {
    let flushed = transfer::flush(context, number)?;
    memory_stream::settle(context, number)?;
    let Some(stream) = context.state.streams.remove(number, call.node) else { return Ok(false) };
    let Device::File(file) = stream.device else { return Ok(flushed) };
    match context.machine.host.close(file) {
        Ok(()) => Ok(flushed),
        Err(error) => {
            context.set_errno(error.errno)?;
            Ok(false)
        }
    }
}

/// `tmpfile`
pub(super) fn tmpfile(context: &mut Context<'_>, call: &Call<'_>) -> Answer {
    let opened = if context.state.streams.has_room() {
        context.machine.host.open_temporary()
    } else {
        Err(HostError::new(errno::EMFILE))
    };
    match opened {
        Ok(file) => {
            let mode = OpenMode { read: true, write: true, ..OpenMode::default() };
            let number = context.state.streams.add(Stream::new(Device::File(file), b"", mode, call.node));
            Ok(Next::pointer(number.map_or(Pointer::NULL, |number| context.state.streams.place(number))))
        }
        Err(error) => {
            context.set_errno(error.errno)?;
            Ok(Next::pointer(Pointer::NULL))
        }
    }
}

/// Bytes that a name of tmpnam needs, as `L_tmpnam` says.
pub(super) const NAME_SIZE: u64 = 20;

/// `tmpnam`: a name under the current folder that no file has yet, the same in every run.
pub(super) fn tmpnam(context: &mut Context<'_>, call: &Call<'_>) -> Answer {
    let read = OpenMode { read: true, ..OpenMode::default() };
    let mut name;
    loop {
        let streams = &mut context.state.streams;
        streams.temporary_names = streams.temporary_names.saturating_add(1);
        name = format!("temporary-{:06}", streams.temporary_names).into_bytes();
        match context.machine.host.open(&name, read) {
            Ok(file) if context.state.streams.temporary_names < 100_000 => {
                let _ = context.machine.host.close(file);
            }
            _ => break,
        }
    }
    name.push(0);
    let given = call.pointer(0);
    let into = if given.is_null() { context.state.object("tmpnam", 0) } else { given };
    context.machine.memory.write(into, &name, call.node)?;
    Ok(Next::pointer(into))
}

/// 0, or −1 and errno.
fn done(context: &mut Context<'_>, result: Result<(), HostError>) -> Answer {
    match result {
        Ok(()) => Ok(Next::int(0)),
        Err(error) => {
            context.set_errno(error.errno)?;
            Ok(Next::int(-1))
        }
    }
}

/// `remove`
pub(super) fn remove(context: &mut Context<'_>, call: &Call<'_>) -> Answer {
    let path = context.string(call.pointer(0))?;
    let result = context.machine.host.remove(&path);
    done(context, result)
}

/// `rename`
pub(super) fn rename(context: &mut Context<'_>, call: &Call<'_>) -> Answer {
    let from = context.string(call.pointer(0))?;
    let to = context.string(call.pointer(1))?;
    let result = context.machine.host.rename(&from, &to);
    done(context, result)
}
