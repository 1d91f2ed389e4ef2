//! `<signal.h>` (7.14), synchronous: a signal arrives where `raise` is called.

use super::{Call, Callback, Context, Next, Row, Task, errno};
use crate::kinds::Kind;
use crate::machine::{Stop, Value};
use crate::memory::{Pointer, Tag, Trap};
use std::collections::BTreeMap;

const HEADER: &str = "signal.h";

/// The rows of this header.
pub(super) const ROWS: &[Row] = &[Row::full("signal", HEADER, signal), Row::full("raise", HEADER, raise)];

/// Which function handles which signal; SIG_IGN is the address 1.
pub(super) type Handlers = BTreeMap<i64, Pointer>;

/// Abnormal termination.
pub(super) const SIGABRT: i64 = 6;
const SIGKILL: i64 = 9;
const SIGSTOP: i64 = 19;
/// SIG_IGN.
const IGNORED: u64 = 1;

/// Signals that by default do nothing to a program that nobody controls: those
/// of children, terminals' stops, SIGCONT, SIGURG, SIGWINCH.
const HARMLESS: [i64; 7] = [17, 18, 20, 21, 22, 23, 28];

/// By number, from 0; what `strsignal` says.
const MESSAGES: [&str; 32] = [
    "Unknown signal 0",
    "Hangup",
    "Interrupt",
    "Quit",
    "Illegal instruction",
    "Trace/breakpoint trap",
    "Aborted",
    "Bus error",
    "Floating point exception",
    "Killed",
    "User defined signal 1",
    "Segmentation fault",
    "User defined signal 2",
    "Broken pipe",
    "Alarm clock",
    "Terminated",
    "Stack fault",
    "Child exited",
    "Continued",
    "Stopped (signal)",
    "Stopped",
    "Stopped (tty input)",
    "Stopped (tty output)",
    "Urgent I/O condition",
    "CPU time limit exceeded",
    "File size limit exceeded",
    "Virtual timer expired",
    "Profiling timer expired",
    "Window changed",
    "I/O possible",
    "Power failure",
    "Bad system call",
];

/// What `strsignal` says.
pub(super) fn message(number: i64) -> String {
    match usize::try_from(number).ok().and_then(|n| MESSAGES.get(n)) {
        Some(text) => (*text).to_owned(),
        None if (34..=64).contains(&number) => format!("Real-time signal {}", number.wrapping_sub(34)),
        None => format!("Unknown signal {number}"),
    }
}

/// The function of the program that handles a signal.
pub(super) fn handler(context: &Context<'_>, number: i64) -> Option<Pointer> {
    context.state.signals.get(&number).copied().filter(|handler| handler.addr > IGNORED)
}

/// `signal` (7.14.1.1): the handler before; it stays after a signal, as in glibc.
fn signal(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let number = call.int(0);
    if !(1..=64).contains(&number) || number == SIGKILL || number == SIGSTOP {
        context.set_errno(errno::EINVAL)?;
        return Ok(Next::pointer(Pointer { addr: u64::MAX, tag: Tag::NONE }));
    }
    let before = context.state.signals.insert(number, call.pointer(1));
    Ok(Next::pointer(before.unwrap_or(Pointer::NULL)))
}

/// `raise` (7.14.2.1).
fn raise(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let number = call.int(0);
    if !(0..=64).contains(&number) {
        context.set_errno(errno::EINVAL)?;
        return Ok(Next::int(-1));
    }
    let ignored = context.state.signals.get(&number).is_some_and(|handler| handler.addr == IGNORED);
    if let Some(function) = handler(context, number) {
        return Ok(Next::Call(Callback {
            function,
            arguments: [Value::Int(number), Value::Void, Value::Void],
            count: 1,
            returns_int: false,
            then: Box::new(Raised),
        }));
    }
    if number == 0 || ignored || HARMLESS.contains(&number) {
        return Ok(Next::int(0));
    }
    if number == SIGABRT {
        return Err(Trap::plain(Kind::Aborted).into());
    }
    // What a shell says of a program that a signal ended.
    Ok(Next::Terminate(i32::try_from(number).unwrap_or(0).saturating_add(128)))
}

/// A handler that `raise` called is running.
struct Raised;

impl Task for Raised {
    fn resume(self: Box<Self>, _context: &mut Context<'_>, _result: Value) -> Result<Next, Stop> {
        Ok(Next::int(0))
    }
}
