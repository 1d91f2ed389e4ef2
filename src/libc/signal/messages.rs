//! What signals are called (`strsignal`, `psignal`).

use crate::libc::{Call, Context, Next, stdio};
use crate::machine::Stop;

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
pub(in crate::libc) fn message(number: i64) -> String {
    match usize::try_from(number).ok().and_then(|n| MESSAGES.get(n)) {
        Some(text) => (*text).to_owned(),
        None if (34..=64).contains(&number) => format!("Real-time signal {}", number.wrapping_sub(34)),
        None => format!("Unknown signal {number}"),
    }
}

/// `psignal` (POSIX): a text and what a signal is called, to standard error.
pub(super) fn psignal(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let mut line = Vec::new();
    if !call.pointer(1).is_null() {
        line = context.string(call.pointer(1))?;
        if !line.is_empty() {
            line.extend_from_slice(b": ");
        }
    }
    line.extend(message(call.int(0)).into_bytes());
    line.push(b'\n');
    stdio::to_stderr(context, &line)?;
    stdio::answer(context, Next::VOID)
}
