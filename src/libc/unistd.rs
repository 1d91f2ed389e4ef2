//! `<unistd.h>`, as far as a sandbox can grant it. Waiting is with the clocks
//! in `time`; `read` and `write` know only the three standard descriptors.

use super::string::scan;
use super::{Call, Context, Next, Row, errno, stdio};
use crate::kinds::Severity;
use crate::machine::{HostError, OpenMode, Output, Stop};
use crate::memory::Pointer;

const HEADER: &str = "unistd.h";

/// The rows of this header. A program sees the same numbers at every run.
pub(super) const ROWS: &[Row] = &[
    Row::full("getpid", HEADER, |_, _| Ok(Next::int(1000))),
    Row::full("getppid", HEADER, |_, _| Ok(Next::int(1))),
    Row::full("getuid", HEADER, |_, _| Ok(Next::int(1000))),
    Row::full("isatty", HEADER, isatty),
    Row::full("access", HEADER, access),
    Row::full("getcwd", HEADER, getcwd),
    Row::full("unlink", HEADER, unlink),
    Row::full("read", HEADER, read),
    Row::full("write", HEADER, write),
    Row::full("sysconf", HEADER, sysconf),
];

/// −1, and what the host said as errno.
fn refused(context: &mut Context<'_>, error: &HostError) -> Result<Next, Stop> {
    context.set_errno(error.errno)?;
    Ok(Next::int(-1))
}

fn isatty(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let stream = match call.int(0) {
        0 => None,
        1 => Some(Output::Stdout),
        2 => Some(Output::Stderr),
        _ => {
            context.set_errno(errno::EBADF)?;
            return Ok(Next::int(0));
        }
    };
    let is_terminal = context.machine.host.is_terminal(stream);
    if !is_terminal {
        context.set_errno(errno::ENOTTY)?;
    }
    Ok(Next::int(is_terminal))
}

/// `access` (POSIX): tried by opening. Nothing can be executed.
fn access(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    const EXECUTE: i64 = 1;
    const WRITE: i64 = 2;
    let path = scan::string(&context.machine.memory, call.pointer(0))?.to_vec();
    let mode = OpenMode { read: true, write: call.int(1) & WRITE != 0, ..OpenMode::default() };
    match context.machine.host.open(&path, mode) {
        Ok(file) => {
            if let Err(error) = context.machine.host.close(file) {
                return refused(context, &error);
            }
        }
        Err(error) => return refused(context, &error),
    }
    if call.int(1) & EXECUTE != 0 {
        return refused(context, &HostError::new(errno::EACCES));
    }
    Ok(Next::int(0))
}

/// `getcwd` (POSIX): what the program may see begins at `/`. Without a buffer it makes a block.
fn getcwd(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    const PATH: &[u8] = b"/\0";
    let (given, size) = (call.pointer(0), call.size(1));
    let needed = scan::wide(PATH.len());
    if size < needed && !(given.is_null() && size == 0) {
        context.set_errno(if size == 0 { errno::EINVAL } else { errno::ERANGE })?;
        return Ok(Next::pointer(Pointer::NULL));
    }
    let to = if given.is_null() {
        let event = context.machine.event(call.node);
        let block = context.machine.memory.malloc(size.max(needed), event).map_err(crate::memory::Trap::from)?;
        match block {
            Some(block) => block,
            None => return super::stdlib::allocated(context, None),
        }
    } else {
        given
    };
    context.machine.memory.write(to, PATH, call.node)?;
    Ok(Next::pointer(to))
}

fn unlink(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let path = scan::string(&context.machine.memory, call.pointer(0))?.to_vec();
    match context.machine.host.remove(&path) {
        Ok(()) => Ok(Next::int(0)),
        Err(error) => refused(context, &error),
    }
}

/// So much is read at once at most.
const READ_MOST: u64 = 1 << 16;

/// `read` (POSIX) from standard input, past what streams have read ahead.
fn read(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let (to, size) = (call.pointer(1), call.size(2));
    if call.int(0) != 0 {
        return refused(context, &HostError::new(errno::EBADF));
    }
    if size == 0 {
        return Ok(Next::int(0));
    }
    context.machine.memory.check_write(to, size)?;
    stdio::flush_all(context)?;
    let mut buffer = vec![0; scan::short(size.min(READ_MOST))];
    match context.machine.host.read_input(&mut buffer) {
        Ok(count) => {
            let found = buffer.get(..count).unwrap_or_default();
            context.machine.memory.write(to, found, call.node)?;
            stdio::answer(context, Next::size(scan::wide(count)))
        }
        Err(error) => refused(context, &error),
    }
}

/// `write` (POSIX) to standard output or error, past what streams have collected.
fn write(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let (from, size) = (call.pointer(1), call.size(2));
    let to = match call.int(0) {
        1 => Output::Stdout,
        2 => Output::Stderr,
        _ => return refused(context, &HostError::new(errno::EBADF)),
    };
    if size == 0 {
        return Ok(Next::int(0));
    }
    let at = context.machine.memory.check_read(from, size)?;
    if let Err(trap) = scan::block(&context.machine.memory, from, size) {
        context.machine.tell(trap, Severity::Warning)?;
    }
    let bytes = context.machine.memory.raw(at, scan::short(size)).to_vec();
    match stdio::hand_on(context, to, &bytes)? {
        Ok(()) => stdio::answer(context, Next::size(size)),
        Err(error) if error.broken_pipe => stdio::gone(context),
        Err(error) => refused(context, &error),
    }
}

/// `sysconf`: the size of a page; nothing else is known.
fn sysconf(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    const PAGE_SIZE: i64 = 30;
    if call.int(0) == PAGE_SIZE {
        return Ok(Next::int(4096));
    }
    refused(context, &HostError::new(errno::EINVAL))
}
