//! Strings of the program, copied out of simulated memory.

use super::call::Context;
use crate::machine::Stop;
use crate::memory::Pointer;

impl Context<'_> {
    /// The bytes of a string, without its final zero.
    ///
    /// # Errors
    /// If a byte up to the zero cannot be read, or was never written.
    pub(super) fn string(&self, pointer: Pointer) -> Result<Vec<u8>, Stop> {
        Ok(self.machine.memory.c_string(pointer)?.to_vec())
    }

    /// As [`Context::string`], but no more than `most` bytes, and none behind them is read.
    ///
    /// # Errors
    /// As [`Context::string`].
    pub(super) fn string_bounded(&self, pointer: Pointer, most: usize) -> Result<Vec<u8>, Stop> {
        let most = u64::try_from(most).unwrap_or(u64::MAX);
        Ok(self.machine.memory.c_string_bounded(pointer, most)?.to_vec())
    }
}

/// A length of the host as simulated memory counts.
pub(super) fn wide(length: usize) -> u64 {
    u64::try_from(length).unwrap_or(u64::MAX)
}

/// A size of the program as the host counts; saturated where it cannot.
pub(super) fn host(size: u64) -> usize {
    usize::try_from(size).unwrap_or(usize::MAX)
}

/// A pointer moved on by so many bytes.
pub(super) fn after(pointer: Pointer, bytes: usize) -> Pointer {
    pointer.offset(i64::try_from(bytes).unwrap_or(i64::MAX))
}
