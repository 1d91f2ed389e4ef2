//! Memory as the library sees it: every access checked, the trap ready made.

use super::convert::{host, index, wide};
use super::scalar::Scalar;
use super::space::Memory;
use super::{Access, Pointer, Trap, TrapData};
use crate::kinds::Kind;
use crate::sema::tree::NodeId;
use std::ffi::CStr;

impl Memory {
    /// The host index of `len` bytes that may be read. Nothing is asked of a
    /// pointer for 0 bytes from null (semantics.md §2.8).
    #[inline]
    pub fn check_read(&self, pointer: Pointer, len: u64) -> Result<usize, Trap> {
        match self.objects.readable(pointer, len) {
            Some(at) => Ok(at),
            None if len == 0 && pointer.is_null() => Ok(0),
            None => match self.straightened(pointer) {
                Some(straight) => self.check_read(straight, len),
                None => match self.past_row(pointer, len, Access::Read) {
                    Some(wide) => self.check_read(wide, len),
                    None => Err(self.explain(pointer, len, Access::Read)),
                },
            },
        }
    }

    /// The host index of `len` bytes that may be written; notes that pointers
    /// may come to lie there.
    #[inline]
    pub fn check_write(&mut self, pointer: Pointer, len: u64) -> Result<usize, Trap> {
        match self.objects.writable_for_copy(pointer, len) {
            Some(at) => Ok(at),
            None if len == 0 && pointer.is_null() => Ok(0),
            None => match self.straightened(pointer) {
                Some(straight) => self.check_write(straight, len),
                None => match self.past_row(pointer, len, Access::Write) {
                    Some(wide) => self.check_write(wide, len),
                    None => Err(self.explain(pointer, len, Access::Write)),
                },
            },
        }
    }

    /// `len` bytes to be used as values: all must have been written.
    pub fn read(&self, pointer: Pointer, len: u64) -> Result<&[u8], Trap> {
        let at = self.check_read(pointer, len)?;
        match self.written(at, host(len)) {
            Some(offset) => Err(unwritten(pointer, wide(offset), len)),
            None => Ok(self.raw(at, host(len))),
        }
    }

    /// Writes bytes.
    pub fn write(&mut self, pointer: Pointer, bytes: &[u8], node: NodeId) -> Result<(), Trap> {
        let at = self.check_write(pointer, wide(bytes.len()))?;
        self.set_bytes(at, bytes, node);
        Ok(())
    }

    /// The scalar that a pointer points to.
    pub fn get<T: Scalar>(&self, pointer: Pointer) -> Result<T::Value, Trap> {
        let at = self.check_read(pointer, wide(T::SIZE))?;
        self.load::<T>(at).ok_or_else(|| self.unwritten_at(pointer, at, T::SIZE))
    }

    /// Stores a scalar where a pointer points to. What the library writes may be
    /// read as anything: that its argument has another type is told at the call.
    pub fn put<T: Scalar>(&mut self, pointer: Pointer, value: T::Value, node: NodeId) -> Result<(), Trap> {
        match self.objects.writable(pointer, wide(T::SIZE)) {
            Some(at) => {
                self.store::<T>(at, value, node);
                self.forget_class(at, T::SIZE);
                Ok(())
            }
            None => match self.straightened(pointer) {
                Some(straight) => self.put::<T>(straight, value, node),
                None => Err(self.explain(pointer, wide(T::SIZE), Access::Write)),
            },
        }
    }

    /// The pointer that a pointer points to.
    pub fn get_pointer(&self, pointer: Pointer) -> Result<Pointer, Trap> {
        let at = self.check_read(pointer, 8)?;
        self.load_pointer(at).ok_or_else(|| self.unwritten_at(pointer, at, 8))
    }

    /// Stores a pointer where a pointer points to.
    pub fn put_pointer(&mut self, pointer: Pointer, value: Pointer, node: NodeId) -> Result<(), Trap> {
        let at = self.check_write(pointer, 8)?;
        self.store_pointer(at, value, node);
        Ok(())
    }

    /// The characters of a string, without the zero that ends it. A string
    /// that runs out of its object is out-of-bounds at the first byte outside,
    /// one that meets an unwritten byte an uninitialized read there.
    pub fn c_string(&self, pointer: Pointer) -> Result<&[u8], Trap> {
        let text = self.c_string_bounded(pointer, u64::MAX)?;
        let end = match self.room(pointer) {
            Some(room) if room == wide(text.len()) => moved(pointer, text.len()),
            Some(_) => return Ok(text),
            None => pointer,
        };
        match self.past_row(end, 1, Access::Read) {
            Some(Pointer { tag, .. }) => self.c_string(Pointer { tag, ..pointer }),
            None => Err(self.explain(end, 1, Access::Read)),
        }
    }

    /// As [`Memory::c_string`], but no more than `max` characters are looked
    /// at: with that many no zero is needed (`%.5s`, strnlen).
    pub fn c_string_bounded(&self, pointer: Pointer, max: u64) -> Result<&[u8], Trap> {
        if max == 0 {
            return Ok(&[]);
        }
        let at = self.check_read(pointer, 1)?;
        let room = self.room(pointer).unwrap_or(0);
        let bytes = self.raw(at, host(room.min(max)));
        let end = first_zero(bytes);
        // The zero itself must have been written too.
        let looked_at = end.map_or(bytes.len(), |n| n.saturating_add(1));
        if let Some(offset) = self.written(at, looked_at) {
            return Err(unwritten(pointer, wide(offset), wide(looked_at)));
        }
        match end {
            None if room < max && max != u64::MAX => {
                let end = moved(pointer, bytes.len());
                match self.past_row(end, 1, Access::Read) {
                    Some(Pointer { tag, .. }) => self.c_string_bounded(Pointer { tag, ..pointer }, max),
                    None => Err(self.explain(end, 1, Access::Read)),
                }
            }
            _ => Ok(bytes.get(..end.unwrap_or(bytes.len())).unwrap_or_default()),
        }
    }

    /// A scalar was read that has an unwritten byte.
    #[cold]
    pub fn unwritten_at(&self, pointer: Pointer, at: usize, size: usize) -> Trap {
        unwritten(pointer, wide(self.written(at, size).unwrap_or(0)), wide(size))
    }

    /// The pointer to a place in the host vector as an object's own: for a
    /// live tag, its first byte.
    pub fn start_of(&self, tag: super::Tag) -> Option<(Pointer, usize)> {
        let object = self.objects.live(tag)?;
        Some((Pointer { addr: object.base, tag }, index(object.host)))
    }
}

/// The place of the first zero, found a word at a time: the end of a string, or a mark of an unwritten byte.
pub fn first_zero(bytes: &[u8]) -> Option<usize> {
    CStr::from_bytes_until_nul(bytes).ok().map(CStr::count_bytes)
}

fn moved(pointer: Pointer, bytes: usize) -> Pointer {
    Pointer { addr: pointer.addr.wrapping_add(wide(bytes)), tag: pointer.tag }
}

#[cold]
fn unwritten(pointer: Pointer, offset: u64, size: u64) -> Trap {
    Trap {
        kind: Kind::UninitializedRead,
        data: TrapData::Uninitialized { pointer: Some(pointer), offset, size, moved: Vec::new() },
    }
}
