//! What is to be done about a signal: `signal` and `sigaction`.

use super::{Action, LAST, SIGKILL, SIGSTOP, invalid};
use crate::kinds::Kind;
use crate::libc::{Call, Context, Next, errno};
use crate::machine::Stop;
use crate::memory::{I32, I64, Pointer, Tag, Trap};

/// `struct sigaction`: the handler, a set of 128 bytes, flags, a pointer nobody uses.
const MASK: i64 = 8;
const FLAGS: i64 = 136;
const RESTORER: i64 = 144;

/// System calls go on after the handler; all do here.
const SA_RESTART: i64 = 0x1000_0000;

/// A signal about which something can be said.
fn is_open(number: i64) -> bool {
    (1..=LAST).contains(&number) && number != SIGKILL && number != SIGSTOP
}

/// `signal` (7.14.1.1): the handler before; it stays after a signal, as in glibc.
pub(super) fn signal(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let number = call.int(0);
    if !is_open(number) {
        context.set_errno(errno::EINVAL)?;
        return Ok(Next::pointer(Pointer { addr: u64::MAX, tag: Tag::WILD }));
    }
    let handler = call.pointer(1);
    // SIG_DFL, SIG_IGN and SIG_ERR are small numbers or -1; an object is no function (7.14.1.1).
    if context.machine.memory.owner(handler.tag).is_some() {
        let text = "'signal' is given a pointer to an object as handler; it must point to a function";
        context.machine.warn(Trap::text(Kind::BadArgument, text))?;
    }
    let action = Action { handler, mask: 0, flags: SA_RESTART };
    let before = context.state.signals.actions.insert(number, action);
    Ok(Next::pointer(before.map_or(Pointer::NULL, |action| action.handler)))
}

/// `sigaction` (POSIX).
pub(super) fn sigaction(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let (number, wanted, before) = (call.int(0), call.pointer(1), call.pointer(2));
    if !(1..=LAST).contains(&number) || (!wanted.is_null() && !is_open(number)) {
        return invalid(context);
    }
    let memory = &mut context.machine.memory;
    let action = if wanted.is_null() {
        None
    } else {
        Some(Action {
            handler: memory.get_pointer(wanted)?,
            mask: memory.get::<I64>(wanted.offset(MASK))?.cast_unsigned(),
            flags: memory.get::<I32>(wanted.offset(FLAGS))? & 0xffff_ffff,
        })
    };
    let known = context.state.signals.actions.get(&number).copied();
    if !before.is_null() {
        let known = known.unwrap_or(Action { handler: Pointer::NULL, mask: 0, flags: 0 });
        memory.put_pointer(before, known.handler, call.node)?;
        memory.write(before.offset(MASK), &[0; 128], call.node)?;
        memory.put::<I64>(before.offset(MASK), known.mask.cast_signed(), call.node)?;
        memory.put::<I32>(before.offset(FLAGS), known.flags, call.node)?;
        memory.put_pointer(before.offset(RESTORER), Pointer::NULL, call.node)?;
    }
    if let Some(action) = action {
        context.state.signals.actions.insert(number, action);
    }
    Ok(Next::int(0))
}
