//! `<signal.h>` (7.14 and POSIX), synchronous: a signal arrives where the program
//! raises it, or where it stops blocking one that waits.

mod action;
mod messages;
mod sets;

pub(super) use messages::message;

use super::{Call, Callback, Context, Next, Row, Static, Task, errno};
use crate::kinds::{Kind, Severity};
use crate::machine::{Stop, Value};
use crate::memory::{I32, Pointer, Promise, Trap};
use std::collections::BTreeMap;

const HEADER: &str = "signal.h";

/// The rows of this header.
pub(super) const ROWS: &[Row] = &[
    Row::full("signal", HEADER, action::signal),
    Row::full("raise", HEADER, raise),
    Row::full("kill", HEADER, kill),
    Row::full("sigaction", HEADER, action::sigaction),
    Row::full("sigprocmask", HEADER, sets::sigprocmask),
    Row::full("sigpending", HEADER, sets::sigpending),
    Row::full("sigemptyset", HEADER, |context, call| sets::whole(context, call, 0)),
    Row::full("sigfillset", HEADER, |context, call| sets::whole(context, call, -1)),
    Row::full("sigaddset", HEADER, |context, call| sets::change(context, call, true)),
    Row::full("sigdelset", HEADER, |context, call| sets::change(context, call, false)),
    Row::full("sigismember", HEADER, sets::sigismember),
    Row::full("psignal", HEADER, messages::psignal),
];

/// Its object: what a handler with SA_SIGINFO is told.
pub(super) const STATICS: &[Static] = &[Static { name: "siginfo_t", size: 128, align: 8, count: 1, read_only: false }];

/// Abnormal termination.
pub(super) const SIGABRT: i64 = 6;
const SIGKILL: i64 = 9;
const SIGSTOP: i64 = 19;
/// The largest number of a signal.
const LAST: i64 = 64;
/// SIG_IGN.
const IGNORED: u64 = 1;

/// The handler is told more than the number.
const SA_SIGINFO: i64 = 4;
/// The signal may arrive again while its handler runs.
const SA_NODEFER: i64 = 0x4000_0000;
/// The handler is used once.
const SA_RESETHAND: i64 = 0x8000_0000;

/// SIGILL, SIGFPE and SIGSEGV: their handlers do not return (7.14.1.1p3).
const COMPUTATIONAL: [i64; 3] = [4, 8, 11];

/// Signals that by default do nothing to a program that nobody controls: those
/// of children, terminals' stops, SIGCONT, SIGURG, SIGWINCH.
const HARMLESS: [i64; 7] = [17, 18, 20, 21, 22, 23, 28];

/// The process that a program is (`getpid`).
pub(super) const PROCESS: i64 = 1000;

/// What is done about a signal.
#[derive(Clone, Copy, Debug)]
struct Action {
    /// The function; 0 is SIG_DFL, 1 SIG_IGN.
    handler: Pointer,
    /// What else waits while it runs.
    mask: u64,
    flags: i64,
}

/// What the program said about signals, and which wait.
#[derive(Debug, Default)]
pub(super) struct Signals {
    actions: BTreeMap<i64, Action>,
    /// One bit for each signal, from 1.
    blocked: u64,
    pending: u64,
    /// `quick_exit` has been called.
    quick_end: bool,
    /// Handlers that are running.
    running: u32,
}

/// The bit of a signal in a set; none for a number that is no signal.
fn bit(number: i64) -> Option<u64> {
    let place = u32::try_from(number.checked_sub(1)?).ok()?;
    1_u64.checked_shl(place)
}

/// −1 and EINVAL.
fn invalid(context: &mut Context<'_>) -> Result<Next, Stop> {
    context.set_errno(errno::EINVAL)?;
    Ok(Next::int(-1))
}

/// The function of the program that handles a signal.
pub(super) fn handler(context: &Context<'_>, number: i64) -> Option<Pointer> {
    let action = context.state.signals.actions.get(&number);
    action.map(|action| action.handler).filter(|handler| handler.addr > IGNORED)
}

/// `raise` (7.14.2.1).
fn raise(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    if context.state.signals.running > 0 {
        strictly(context, Promise::Handler, "raise is called by the handler of a signal that raise has sent")?;
    }
    if context.state.signals.quick_end {
        strictly(context, Promise::QuickEnd, "a signal is raised while quick_exit ends the program")?;
    }
    send(context, call, call.int(0))
}

/// `quick_exit` runs its handlers from now on; none of them may raise a signal (7.22.4.7p2).
pub(super) fn quick_end(context: &mut Context<'_>) {
    context.state.signals.quick_end = true;
}

/// What C leaves undefined and POSIX allows is told to those who ask for all.
fn strictly(context: &mut Context<'_>, promise: Promise, text: &str) -> Result<(), Stop> {
    if context.machine.policy.refuse_undefined {
        return context.machine.tell(Trap::broken(Kind::BadArgument, promise, text), Severity::Warning);
    }
    Ok(())
}

/// `kill` (POSIX): there is no process but the program itself.
fn kill(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    if matches!(call.int(0), PROCESS | 0) {
        return send(context, call, call.int(1));
    }
    context.set_errno(errno::ESRCH)?;
    Ok(Next::int(-1))
}

fn send(context: &mut Context<'_>, call: &Call<'_>, number: i64) -> Result<Next, Stop> {
    if number == 0 {
        return Ok(Next::int(0));
    }
    let Some(bit) = bit(number).filter(|_| number <= LAST) else { return invalid(context) };
    let signals = &mut context.state.signals;
    if signals.blocked & bit != 0 {
        signals.pending |= bit;
        return Ok(Next::int(0));
    }
    arrive(context, number, call)
}

/// A signal arrives; when all is done about it, the call that sent it returns 0.
fn arrive(context: &mut Context<'_>, number: i64, call: &Call<'_>) -> Result<Next, Stop> {
    let action = context.state.signals.actions.get(&number).copied();
    let Some(action) = action.filter(|action| action.handler.addr != 0) else {
        if HARMLESS.contains(&number) {
            return Ok(Next::int(0));
        }
        if number == SIGABRT {
            return Err(Trap::plain(Kind::Aborted).into());
        }
        // What a shell says of a program that a signal ended.
        return Ok(Next::Terminate(i32::try_from(number).unwrap_or(0).saturating_add(128)));
    };
    if action.handler.addr == IGNORED {
        return Ok(Next::int(0));
    }
    let is_told_more = action.flags & SA_SIGINFO != 0;
    let told = if is_told_more { tell(context, number, call)? } else { Pointer::NULL };
    let signals = &mut context.state.signals;
    let before = signals.blocked;
    let own = if action.flags & SA_NODEFER == 0 { bit(number).unwrap_or(0) } else { 0 };
    signals.blocked |= action.mask | own;
    signals.running = signals.running.saturating_add(1);
    if action.flags & SA_RESETHAND != 0 {
        signals.actions.remove(&number);
    }
    Ok(Next::Call(Callback {
        function: action.handler,
        arguments: [Value::Int(number), Value::Pointer(told), Value::Pointer(Pointer::NULL)],
        count: if is_told_more { 3 } else { 1 },
        returns_int: false,
        then: Box::new(Handled { before, number, node: call.node }),
    }))
}

/// Fills the `siginfo_t` of a signal that the program sent itself.
fn tell(context: &mut Context<'_>, number: i64, call: &Call<'_>) -> Result<Pointer, Stop> {
    const SENT_BY_RAISE: i64 = -6;
    let place = context.state.object("siginfo_t", 0);
    let memory = &mut context.machine.memory;
    for (offset, value) in [(0, number), (4, 0), (8, SENT_BY_RAISE), (16, PROCESS), (20, 1000)] {
        memory.put::<I32>(place.offset(offset), value, call.node)?;
    }
    Ok(place)
}

/// A longjmp leaves the handlers that are running.
pub(super) fn abandon(context: &mut Context<'_>) {
    context.state.signals.running = 0;
}

/// Sends what has waited and is no longer blocked, the lowest number first.
fn release(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    loop {
        let signals = &mut context.state.signals;
        let ready = signals.pending & !signals.blocked;
        if ready == 0 {
            return Ok(Next::int(0));
        }
        signals.pending &= !(ready & ready.wrapping_neg());
        let next = arrive(context, i64::from(ready.trailing_zeros()).saturating_add(1), call)?;
        if !matches!(next, Next::Return(_)) {
            return Ok(next);
        }
    }
}

/// A handler is running.
struct Handled {
    /// What was blocked before.
    before: u64,
    /// The signal.
    number: i64,
    node: crate::sema::tree::NodeId,
}

impl Task for Handled {
    fn resume(self: Box<Self>, context: &mut Context<'_>, _result: Value) -> Result<Next, Stop> {
        let signals = &mut context.state.signals;
        signals.blocked = self.before;
        signals.running = signals.running.saturating_sub(1);
        if COMPUTATIONAL.contains(&self.number) {
            strictly(
                context,
                Promise::Handler,
                "the handler of a signal that stands for an error in a calculation or an access returns",
            )?;
        }
        release(context, &Call { node: self.node, arguments: &[], types: &[], result: None })
    }
}
