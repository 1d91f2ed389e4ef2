//! How strings and blocks are read: byte by byte up to the one that decides,
//! and not a byte further. An unwritten byte is only wrong if it was needed.

use crate::kinds::Kind;
use crate::memory::{Access, Memory, Pointer, Trap, TrapData, first_zero};

/// The bytes from a pointer to the end of its object, at most `limit` of them.
pub(in crate::libc) struct View<'a> {
    /// Where it begins.
    pub start: Pointer,
    /// The bytes.
    pub bytes: &'a [u8],
    /// Their marks: 0 for a byte never written.
    marks: &'a [u8],
}

impl<'a> View<'a> {
    /// Opens a view.
    ///
    /// # Errors
    /// If `limit` is not 0 and not even one byte may be read.
    pub fn open(memory: &'a Memory, start: Pointer, limit: u64) -> Result<View<'a>, Trap> {
        if limit == 0 {
            return Ok(View { start, bytes: &[], marks: &[] });
        }
        memory.check_read(start, 1)?;
        let Some(room @ 1..) = memory.room(start) else {
            // It may be read although its row of characters has been left.
            let wide = memory.past_row(start, 1, Access::Read);
            return wide.map_or_else(|| View::of(memory, start, 0), |wide| View::open(memory, wide, limit));
        };
        View::of(memory, start, room.min(limit))
    }

    /// A view of so many bytes.
    fn of(memory: &'a Memory, start: Pointer, length: u64) -> Result<View<'a>, Trap> {
        let at = memory.check_read(start, length)?;
        Ok(View { start, bytes: memory.raw(at, short(length)), marks: memory.marks_of(at, short(length)) })
    }

    /// More bytes are needed than there are. Where only a row of characters ends,
    /// the pointer that goes on.
    ///
    /// # Errors
    /// If nothing goes on, or a byte that was needed was never written.
    #[cold]
    fn further(&self, memory: &Memory) -> Result<Pointer, Trap> {
        let trap = self.ended();
        let end = Pointer { addr: self.start.addr.wrapping_add(wide(self.bytes.len())), tag: self.start.tag };
        match memory.past_row(end, 1, Access::Read) {
            Some(Pointer { tag, .. }) if trap.kind == Kind::OutOfBounds => Ok(Pointer { tag, ..self.start }),
            _ => Err(trap),
        }
    }

    /// The first `length` bytes are needed: they must have been written.
    ///
    /// # Errors
    /// At the first that was not.
    pub fn need(&self, length: usize) -> Result<(), Trap> {
        let needed = self.marks.get(..length).unwrap_or(self.marks);
        match first_zero(needed) {
            None => Ok(()),
            Some(offset) => Err(Trap {
                kind: Kind::UninitializedRead,
                data: TrapData::Uninitialized {
                    pointer: Some(self.start),
                    offset: wide(offset),
                    size: wide(length),
                    moved: Vec::new(),
                },
            }),
        }
    }

    /// All bytes were needed and more would have been: the object ends here.
    pub fn ended(&self) -> Trap {
        if let Err(trap) = self.need(self.bytes.len()) {
            return trap;
        }
        let data = TrapData::Access {
            pointer: Pointer { addr: self.start.addr.wrapping_add(wide(self.bytes.len())), tag: self.start.tag },
            size: 1,
            access: Access::Read,
        };
        Trap { kind: Kind::OutOfBounds, data }
    }

    /// The place of the first byte that `stop` accepts; everything up to it is needed.
    ///
    /// # Errors
    /// If one of them was never written.
    pub fn find(&self, stop: impl Fn(u8) -> bool) -> Result<Option<usize>, Trap> {
        match self.bytes.iter().position(|byte| stop(*byte)) {
            Some(found) => {
                self.need(found.saturating_add(1))?;
                Ok(Some(found))
            }
            None => {
                self.need(self.bytes.len())?;
                Ok(None)
            }
        }
    }
}

/// A host length as a C size.
pub(in crate::libc) fn wide(length: usize) -> u64 {
    u64::try_from(length).unwrap_or(u64::MAX)
}

/// A C size as a host length; what no host object can have becomes the largest.
pub(in crate::libc) fn short(size: u64) -> usize {
    usize::try_from(size).unwrap_or(usize::MAX)
}

/// The first of at most `limit` bytes at `start` that `stop` accepts.
///
/// # Errors
/// If the object ends before, or an unwritten byte was needed.
pub(in crate::libc) fn find(
    memory: &Memory,
    start: Pointer,
    limit: u64,
    stop: impl Fn(u8) -> bool,
) -> Result<Option<u64>, Trap> {
    let mut start = start;
    loop {
        let view = View::open(memory, start, limit)?;
        match view.find(&stop)? {
            Some(found) => return Ok(Some(wide(found))),
            None if wide(view.bytes.len()) == limit => return Ok(None),
            None => start = view.further(memory)?,
        }
    }
}

/// The length of a string.
///
/// # Errors
/// If it has no end within its object, or an unwritten byte comes before it.
pub(in crate::libc) fn length(memory: &Memory, start: Pointer) -> Result<u64, Trap> {
    length_at_most(memory, start, u64::MAX)
}

/// The length of a string that may go on after `limit` bytes.
///
/// # Errors
/// As [`length`].
pub(in crate::libc) fn length_at_most(memory: &Memory, start: Pointer, limit: u64) -> Result<u64, Trap> {
    let view = View::open(memory, start, limit)?;
    match first_zero(view.bytes) {
        Some(end) => {
            view.need(end.saturating_add(1))?;
            Ok(wide(end))
        }
        None if wide(view.bytes.len()) == limit => {
            view.need(view.bytes.len())?;
            Ok(limit)
        }
        None => length_at_most(memory, view.further(memory)?, limit),
    }
}

/// The bytes of a string, without its end.
///
/// # Errors
/// As [`length`].
pub(in crate::libc) fn string(memory: &Memory, start: Pointer) -> Result<&[u8], Trap> {
    let view = View::open(memory, start, u64::MAX)?;
    let Some(end) = first_zero(view.bytes) else { return string(memory, view.further(memory)?) };
    view.need(end.saturating_add(1))?;
    Ok(view.bytes.get(..end).unwrap_or_default())
}

/// The bytes of a block, all of which are needed.
///
/// # Errors
/// If they may not be read or were never written.
pub(in crate::libc) fn block(memory: &Memory, start: Pointer, size: u64) -> Result<&[u8], Trap> {
    if size == 0 {
        return Ok(&[]);
    }
    let view = View::of(memory, start, size)?;
    view.need(view.bytes.len())?;
    Ok(view.bytes)
}

/// How many bytes two texts have in common at least, looked at in larger pieces;
/// of strings none of them is the end.
fn alike(a: &[u8], b: &[u8], strings: bool) -> usize {
    let (a, b) = (a.as_chunks::<16>().0, b.as_chunks::<16>().0);
    let same = a.iter().zip(b).take_while(|(x, y)| x == y && !(strings && first_zero(*x).is_some()));
    same.count().saturating_mul(16)
}

/// Compares byte by byte, at most `limit`, after `fold`; with `strings` the end
/// of a string ends it too. The difference of the first two that differ.
///
/// # Errors
/// If an object ends before that, or an unwritten byte was needed.
pub(in crate::libc) fn compare(
    memory: &Memory,
    left: Pointer,
    right: Pointer,
    limit: u64,
    strings: bool,
    fold: fn(u8) -> u8,
) -> Result<i64, Trap> {
    let a = View::open(memory, left, limit)?;
    let b = View::open(memory, right, limit)?;
    let same = alike(a.bytes, b.bytes, strings);
    let mut pairs = a.bytes.iter().zip(b.bytes).skip(same);
    let decided = pairs.position(|(x, y)| fold(*x) != fold(*y) || (strings && *x == 0));
    let decided = decided.map(|place| place.saturating_add(same));
    let both = a.bytes.len().min(b.bytes.len());
    let needed = decided.map_or(both, |place| place.saturating_add(1));
    a.need(needed)?;
    b.need(needed)?;
    match decided {
        Some(place) => {
            let byte = |view: &View<'_>| view.bytes.get(place).map_or(0, |byte| i64::from(fold(*byte)));
            Ok(byte(&a).wrapping_sub(byte(&b)))
        }
        None if wide(both) == limit => Ok(0),
        None if a.bytes.len() == both => compare(memory, a.further(memory)?, right, limit, strings, fold),
        None => compare(memory, left, b.further(memory)?, limit, strings, fold),
    }
}
