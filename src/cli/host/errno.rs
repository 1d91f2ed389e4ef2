//! The system's errors as Linux counts them.

use cglass::machine::HostError;
use std::io::{Error, ErrorKind};

/// No such file.
pub const NOT_FOUND: i32 = 2;
/// Interrupted.
pub const INTERRUPTED: i32 = 4;
/// Input or output failed.
const INPUT_OUTPUT: i32 = 5;
/// Not an open file.
pub const BAD_HANDLE: i32 = 9;
/// Not allowed.
pub const DENIED: i32 = 13;

/// The error's number; what has none (a path that leads out of the folder) goes by its kind.
pub fn from_io(error: &Error) -> HostError {
    let own = if cfg!(target_os = "linux") { error.raw_os_error() } else { None };
    let by_kind = match error.kind() {
        ErrorKind::NotFound => NOT_FOUND,
        ErrorKind::Interrupted => INTERRUPTED,
        ErrorKind::PermissionDenied => DENIED,
        ErrorKind::AlreadyExists => 17,
        ErrorKind::NotADirectory => 20,
        ErrorKind::IsADirectory => 21,
        ErrorKind::InvalidInput => 22,
        ErrorKind::StorageFull => 28,
        ErrorKind::BrokenPipe => 32,
        ErrorKind::DirectoryNotEmpty => 39,
        _ => INPUT_OUTPUT,
    };
    HostError::new(own.unwrap_or(by_kind))
}
