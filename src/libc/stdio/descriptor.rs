//! `close` of `unistd.h`, on the three standard descriptors.

use super::stream::Device;
use super::transfer;
use crate::libc::call::{Call, Context, Next};
use crate::libc::errno;
use crate::machine::Stop;

type Answer = Result<Next, Stop>;

fn refused(context: &mut Context<'_>, errno: i32) -> Answer {
    context.set_errno(errno)?;
    transfer::answer(context, Next::int(-1))
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
