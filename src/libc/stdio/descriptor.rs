//! `read`, `write`, `close` of `unistd.h` on the three standard descriptors.

use super::stream::{Device, STDIN, STDOUT};
use super::transfer;
use crate::libc::call::{Call, Context, Next};
use crate::libc::errno;
use crate::libc::text::{host, wide};
use crate::machine::{Output, Stop};

type Answer = Result<Next, Stop>;

fn refused(context: &mut Context<'_>, errno: i32) -> Answer {
    context.set_errno(errno)?;
    transfer::answer(context, Next::int(-1))
}

/// `write`: past the stream's buffer, as on a real machine.
pub(super) fn write(context: &mut Context<'_>, call: &Call<'_>) -> Answer {
    let to = match call.int(0) {
        1 => Output::Stdout,
        2 => Output::Stderr,
        _ => return refused(context, errno::EBADF),
    };
    let bytes = context.machine.memory.read(call.pointer(1), call.size(2))?.to_vec();
    match transfer::hand_on(context, to, &bytes)? {
        Ok(()) => transfer::answer(context, Next::size(wide(bytes.len()))),
        Err(error) => {
            context.state.streams.gone |= error.broken_pipe;
            refused(context, error.errno)
        }
    }
}

/// So much is read at once at most.
const READ_MAX: u64 = 1 << 20;

/// `read`: what standard input gives at once. What the stream has read ahead comes first.
pub(super) fn read(context: &mut Context<'_>, call: &Call<'_>) -> Answer {
    if call.int(0) != 0 {
        return refused(context, errno::EBADF);
    }
    let most = host(call.size(2).min(READ_MAX));
    transfer::flush(context, STDOUT)?;
    let mut bytes = Vec::new();
    if let Some(stream) = context.state.streams.get_mut(STDIN) {
        let ahead = stream.input.get(stream.taken..).unwrap_or_default();
        bytes = ahead.iter().copied().take(most).collect();
        stream.taken = stream.taken.saturating_add(bytes.len());
    }
    if bytes.is_empty() && most > 0 {
        bytes = vec![0; most];
        match context.machine.host.read_input(&mut bytes) {
            Ok(count) => bytes.truncate(count),
            Err(error) => return refused(context, error.errno),
        }
    }
    context.machine.memory.write(call.pointer(1), &bytes, call.node)?;
    transfer::answer(context, Next::size(wide(bytes.len())))
}

/// `close`: the stream of the same number is flushed and cannot be used any more.
pub(super) fn close(context: &mut Context<'_>, call: &Call<'_>) -> Answer {
    let number = usize::try_from(call.int(0)).ok();
    let standard = number.filter(|number| {
        let stream = context.state.streams.get(*number);
        stream.is_some_and(|stream| !matches!(stream.device, Device::File(_)))
    });
    let Some(number) = standard else { return refused(context, errno::EBADF) };
    transfer::flush(context, number)?;
    context.state.streams.remove(number, call.node);
    transfer::answer(context, Next::int(0))
}
