//! Sets of signals, and those that are blocked (POSIX).

use super::{LAST, SIGKILL, SIGSTOP, bit, invalid, release};
use crate::libc::{Call, Context, Next};
use crate::machine::Stop;
use crate::memory::{I64, Pointer, Trap};

/// The words of a `sigset_t`; all signals are in the first.
const WORDS: i64 = 16;

fn store(context: &mut Context<'_>, to: Pointer, first: u64, others: i64, call: &Call<'_>) -> Result<(), Trap> {
    let memory = &mut context.machine.memory;
    memory.check_write(to, 128)?;
    for word in 0..WORDS {
        let value = if word == 0 { first.cast_signed() } else { others };
        memory.put::<I64>(to.offset(word.wrapping_mul(8)), value, call.node)?;
    }
    Ok(())
}

/// `sigemptyset` and `sigfillset`.
pub(super) fn whole(context: &mut Context<'_>, call: &Call<'_>, words: i64) -> Result<Next, Stop> {
    store(context, call.pointer(0), words.cast_unsigned(), words, call)?;
    Ok(Next::int(0))
}

/// `sigaddset` and `sigdelset`.
pub(super) fn change(context: &mut Context<'_>, call: &Call<'_>, adds: bool) -> Result<Next, Stop> {
    let Some(bit) = bit(call.int(1)).filter(|_| call.int(1) <= LAST) else { return invalid(context) };
    let memory = &mut context.machine.memory;
    let set = memory.get::<I64>(call.pointer(0))?.cast_unsigned();
    let set = if adds { set | bit } else { set & !bit };
    memory.put::<I64>(call.pointer(0), set.cast_signed(), call.node)?;
    Ok(Next::int(0))
}

pub(super) fn sigismember(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let Some(bit) = bit(call.int(1)).filter(|_| call.int(1) <= LAST) else { return invalid(context) };
    let set = context.machine.memory.get::<I64>(call.pointer(0))?.cast_unsigned();
    Ok(Next::int(set & bit != 0))
}

/// `sigprocmask`: SIG_BLOCK 0, SIG_UNBLOCK 1, SIG_SETMASK 2.
pub(super) fn sigprocmask(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let (how, wanted, before) = (call.int(0), call.pointer(1), call.pointer(2));
    let blocked = context.state.signals.blocked;
    let now = if wanted.is_null() {
        blocked
    } else {
        let set = context.machine.memory.get::<I64>(wanted)?.cast_unsigned();
        match how {
            0 => blocked | set,
            1 => blocked & !set,
            2 => set,
            _ => return invalid(context),
        }
    };
    if !before.is_null() {
        store(context, before, blocked, 0, call)?;
    }
    // These two cannot be blocked.
    let never = bit(SIGKILL).unwrap_or(0) | bit(SIGSTOP).unwrap_or(0);
    context.state.signals.blocked = now & !never;
    release(context, call)
}

pub(super) fn sigpending(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let pending = context.state.signals.pending;
    store(context, call.pointer(0), pending, 0, call)?;
    Ok(Next::int(0))
}
