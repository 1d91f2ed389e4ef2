//! `<sys/stat.h>` (POSIX): what a file is besides its bytes, as far as the host tells.

use super::stdio::{self, Behind};
use super::string::scan;
use super::{Call, Context, Next, Row, errno};
use crate::machine::{FileStatus, HostError, Stop};
use crate::memory::{I32, I64, Pointer, Trap};

const HEADER: &str = "sys/stat.h";

/// The rows of this header. There are no links, so `lstat` is `stat`.
pub(super) const ROWS: &[Row] = &[
    Row::full("stat", HEADER, stat),
    Row::full("lstat", HEADER, stat),
    Row::full("fstat", HEADER, fstat),
    Row::full("mkdir", HEADER, mkdir),
    Row::full("umask", HEADER, umask),
];

const FOLDER: i64 = 0o040_000;
const REGULAR: i64 = 0o100_000;
const TERMINAL: i64 = 0o020_000;
const PIPE: i64 = 0o010_000;

/// The size of `struct stat`, as the header lays it out.
const SIZE: u64 = 144;
/// Bytes that the system reads at once, and of which a file's blocks are counted.
const BLOCK: i64 = 4096;
const SECTOR: i64 = 512;

/// Fills a `struct stat`.
fn store(context: &mut Context<'_>, to: Pointer, mode: i64, status: FileStatus, call: &Call<'_>) -> Result<(), Trap> {
    let bytes = status.bytes.cast_signed();
    let sectors = bytes.saturating_add(BLOCK.saturating_sub(1)).div_euclid(BLOCK).saturating_mul(BLOCK / SECTOR);
    let (second, rest) = (status.changed.div_euclid(1_000_000_000), status.changed.rem_euclid(1_000_000_000));
    let memory = &mut context.machine.memory;
    memory.check_write(to, SIZE)?;
    memory.write(to, &[0; 144], call.node)?;
    memory.put::<I64>(to.offset(16), 1, call.node)?;
    for (place, value) in [(24, mode), (28, 1000), (32, 1000)] {
        memory.put::<I32>(to.offset(place), value, call.node)?;
    }
    memory.put::<I64>(to.offset(48), bytes, call.node)?;
    memory.put::<I64>(to.offset(56), BLOCK, call.node)?;
    memory.put::<I64>(to.offset(64), sectors, call.node)?;
    for place in [72, 88, 104] {
        memory.put::<I64>(to.offset(place), second, call.node)?;
        memory.put::<I64>(to.offset(place.wrapping_add(8)), rest, call.node)?;
    }
    Ok(())
}

fn refused(context: &mut Context<'_>, error: &HostError) -> Result<Next, Stop> {
    context.set_errno(error.errno)?;
    Ok(Next::int(-1))
}

/// Kind and permissions.
fn mode_of(status: FileStatus) -> i64 {
    match (status.is_folder, status.is_writable) {
        (true, _) => FOLDER | 0o755,
        (false, true) => REGULAR | 0o644,
        (false, false) => REGULAR | 0o444,
    }
}

fn of_path(context: &mut Context<'_>, path: &[u8], call: &Call<'_>) -> Result<Next, Stop> {
    match context.machine.host.status(path) {
        Ok(status) => {
            store(context, call.pointer(1), mode_of(status), status, call)?;
            Ok(Next::int(0))
        }
        Err(error) => refused(context, &error),
    }
}

fn stat(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let path = scan::string(&context.machine.memory, call.pointer(0))?.to_vec();
    of_path(context, &path, call)
}

fn fstat(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    match stdio::file_behind(context, call.int(0)) {
        None => refused(context, &HostError::new(errno::EBADF)),
        Some(Behind::File(name)) => {
            stdio::flush_all(context)?;
            of_path(context, &name, call)
        }
        Some(Behind::Stream(stream)) => {
            let kind = if context.machine.host.is_terminal(stream) { TERMINAL } else { PIPE };
            store(context, call.pointer(1), kind | 0o600, FileStatus::default(), call)?;
            Ok(Next::int(0))
        }
    }
}

/// `mkdir`: its permissions are the host's usual ones.
fn mkdir(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let path = scan::string(&context.machine.memory, call.pointer(0))?.to_vec();
    match context.machine.host.make_folder(&path) {
        Ok(()) => Ok(Next::int(0)),
        Err(error) => refused(context, &error),
    }
}

/// `umask`: remembered, and told by the next call.
fn umask(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let before = std::mem::replace(&mut context.state.mask.0, call.int(0) & 0o777);
    Ok(Next::int(before))
}

/// The permissions that new files do not get.
#[derive(Debug)]
pub(super) struct Mask(i64);

impl Default for Mask {
    fn default() -> Mask {
        Mask(0o022)
    }
}
