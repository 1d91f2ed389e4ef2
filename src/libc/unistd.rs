//! `<unistd.h>`, as far as a sandbox can grant it. Waiting is with the clocks
//! in `time`; `read` and `write` know only the three standard descriptors.

use super::string::scan;
use super::{Call, Context, Next, Row, errno, signal};
use crate::machine::{HostError, OpenMode, Output, Stop};
use crate::memory::Pointer;

const HEADER: &str = "unistd.h";

/// The rows of this header. A program sees the same numbers at every run.
pub(super) const ROWS: &[Row] = &[
    Row::full("getpid", HEADER, |_, _| Ok(Next::int(signal::PROCESS))),
    Row::full("getppid", HEADER, |_, _| Ok(Next::int(1))),
    Row::full("getuid", HEADER, |_, _| Ok(Next::int(1000))),
    Row::full("geteuid", HEADER, |_, _| Ok(Next::int(1000))),
    Row::full("getgid", HEADER, |_, _| Ok(Next::int(1000))),
    Row::full("getegid", HEADER, |_, _| Ok(Next::int(1000))),
    Row::full("getpagesize", HEADER, |_, _| Ok(Next::int(PAGE))),
    Row::full("gethostname", HEADER, gethostname),
    Row::full("uname", "sys/utsname.h", uname),
    Row::full("swab", HEADER, swab),
    Row::full("rmdir", HEADER, rmdir),
    Row::full("realpath", "stdlib.h", realpath),
    Row::full("isatty", HEADER, isatty),
    Row::full("access", HEADER, access),
    Row::full("getcwd", HEADER, getcwd),
    Row::full("unlink", HEADER, unlink),
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

/// Bytes of a page.
const PAGE: i64 = 4096;

/// `sysconf`: what a program can ask and the sandbox knows.
fn sysconf(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    match call.int(0) {
        // _SC_CLK_TCK, _SC_OPEN_MAX, _SC_PAGESIZE, _SC_NPROCESSORS_CONF and _SC_NPROCESSORS_ONLN.
        2 => Ok(Next::int(100)),
        4 => Ok(Next::int(256)),
        30 => Ok(Next::int(PAGE)),
        83 | 84 => Ok(Next::int(1)),
        _ => refused(context, &HostError::new(errno::EINVAL)),
    }
}

/// What the sandbox is called.
const HOST: &[u8] = b"localhost\0";

fn gethostname(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    if call.size(1) < scan::wide(HOST.len()) {
        return refused(context, &HostError::new(errno::ENAMETOOLONG));
    }
    context.machine.memory.write(call.pointer(0), HOST, call.node)?;
    Ok(Next::int(0))
}

/// `uname`: a Linux that is the same everywhere. Each text has 65 bytes.
fn uname(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    const ROOM: usize = 65;
    let texts: [&[u8]; 6] = [b"Linux", b"localhost", b"6.1.0", b"#1 cglass", b"x86_64", b"(none)"];
    let mut bytes = Vec::new();
    for text in texts {
        bytes.extend_from_slice(text);
        bytes.extend(std::iter::repeat_n(0, ROOM.saturating_sub(text.len())));
    }
    context.machine.memory.write(call.pointer(0), &bytes, call.node)?;
    Ok(Next::int(0))
}

/// `swab`: pairs of bytes change places; an odd byte at the end is left.
fn swab(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let (from, to) = (call.pointer(0), call.pointer(1));
    let size = u64::try_from(call.int(2)).unwrap_or(0) & !1;
    if size > 0 {
        let mut bytes = scan::block(&context.machine.memory, from, size)?.to_vec();
        for pair in bytes.chunks_exact_mut(2) {
            pair.reverse();
        }
        context.machine.memory.write(to, &bytes, call.node)?;
    }
    Ok(Next::VOID)
}

/// `rmdir`: a folder that is empty.
fn rmdir(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let path = scan::string(&context.machine.memory, call.pointer(0))?.to_vec();
    let done = match context.machine.host.status(&path) {
        Ok(status) if !status.is_folder => Err(HostError::new(errno::ENOTDIR)),
        Ok(_) => context.machine.host.remove(&path),
        Err(error) => Err(error),
    };
    match done {
        Ok(()) => Ok(Next::int(0)),
        Err(error) => refused(context, &error),
    }
}

/// A path from `/`, without `.` and `..`; every folder on the way must be there.
fn resolved(context: &mut Context<'_>, path: &[u8]) -> Result<Vec<u8>, HostError> {
    if path.is_empty() {
        return Err(HostError::new(errno::ENOENT));
    }
    let mut parts: Vec<&[u8]> = Vec::new();
    for part in path.split(|b| *b == b'/').filter(|part| !part.is_empty() && *part != b".") {
        if part == b".." {
            parts.pop();
        } else {
            parts.push(part);
            context.machine.host.status(&parts.join(&b'/'))?;
        }
    }
    Ok(parts.join(&b'/'))
}

/// `realpath`: from `/`, where what the program may see begins.
fn realpath(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let path = scan::string(&context.machine.memory, call.pointer(0))?.to_vec();
    let below = match resolved(context, &path) {
        Ok(below) => below,
        Err(error) => {
            context.set_errno(error.errno)?;
            return Ok(Next::pointer(Pointer::NULL));
        }
    };
    let text = [b"/".as_slice(), &below, &[0]].concat();
    let to = if call.pointer(1).is_null() {
        let event = context.machine.event(call.node);
        match context.machine.memory.malloc(scan::wide(text.len()), event).map_err(crate::memory::Trap::from)? {
            Some(block) => block,
            None => return super::stdlib::allocated(context, None),
        }
    } else {
        call.pointer(1)
    };
    context.machine.memory.write(to, &text, call.node)?;
    Ok(Next::pointer(to))
}
