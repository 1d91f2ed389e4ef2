//! Ways of buffering (7.21.5.5, 7.21.5.6). The program's array is not used, but
//! it is looked after: it must be there as long as the stream is open.

use super::stream::{self, Buffering};
use super::transfer;
use crate::kinds::{Kind, Severity};
use crate::libc::call::{Call, Context, Next};
use crate::machine::Stop;
use crate::memory::{Access, Memory, Pointer, Trap, TrapData};
use crate::sema::tree::NodeId;

type Answer = Result<Next, Stop>;

/// An array that the program gave to a stream.
#[derive(Clone, Copy, Debug)]
pub(super) struct Array {
    place: Pointer,
    given: NodeId,
}

impl Array {
    /// Where it is.
    pub(super) fn place(self) -> Pointer {
        self.place
    }

    /// What is wrong if the array is gone, and the call that gave it.
    pub(super) fn gone(self, memory: &Memory) -> Option<(Trap, NodeId)> {
        if !memory.is_stale(self.place) {
            return None;
        }
        let trap = memory.explain(self.place, 1, Access::Write);
        let text = "the array that was given to a stream for buffering is gone, but the stream is still open";
        let data = TrapData::TextAt { text: text.to_owned(), pointer: self.place };
        Some((Trap { kind: trap.kind, data }, self.given))
    }
}

/// `setvbuf`
pub(super) fn setvbuf(context: &mut Context<'_>, call: &Call<'_>) -> Answer {
    let number = stream::argument(context, call, 0)?;
    let buffering = match call.int(2) {
        0 => Buffering::Full,
        1 => Buffering::Line,
        2 => Buffering::None,
        mode => {
            let words = format!("setvbuf is given {mode} as mode, which is none of _IOFBF, _IOLBF and _IONBF");
            context.machine.tell(Trap::text(Kind::BadArgument, words), Severity::Warning)?;
            return Ok(Next::int(-1));
        }
    };
    buffer(context, number, buffering, call)?;
    transfer::answer(context, Next::int(0))
}

/// `setbuf`, `setbuffer`: with an array, fully buffered; without, not at all.
pub(super) fn setbuf(context: &mut Context<'_>, call: &Call<'_>) -> Answer {
    let number = stream::argument(context, call, 0)?;
    let buffering = if call.pointer(1).is_null() { Buffering::None } else { Buffering::Full };
    buffer(context, number, buffering, call)?;
    transfer::answer(context, Next::VOID)
}

pub(super) fn setlinebuf(context: &mut Context<'_>, call: &Call<'_>) -> Answer {
    let number = stream::argument(context, call, 0)?;
    buffer(context, number, Buffering::Line, call)?;
    transfer::answer(context, Next::VOID)
}

fn buffer(context: &mut Context<'_>, number: usize, buffering: Buffering, call: &Call<'_>) -> Result<(), Stop> {
    if let Some(stream) = context.state.streams.get(number)
        && stream.is_used()
    {
        let words = format!("{} was used already; how it is buffered can be chosen only before that", stream.title());
        context.machine.tell(Trap::text(Kind::BadArgument, words), Severity::Warning)?;
    }
    if buffering == Buffering::None {
        transfer::flush(context, number)?;
    }
    let place = call.pointer(1);
    if let Some(stream) = context.state.streams.get_mut(number) {
        stream.buffering = buffering;
        stream.array = (!place.is_null()).then_some(Array { place, given: call.node });
    }
    Ok(())
}
