//! Where things lie in the address space (semantics.md §1), and where the same
//! bytes stand in the host vector.

use super::convert::{align_up, host};
use std::fmt;

/// Address of the first function.
pub const TEXT_START: u64 = 0x40_1000;
/// Functions lie so many bytes apart.
pub const FUNCTION_SPACING: u64 = 16;
/// More functions than this do not fit between text and read-only data.
pub const MAX_FUNCTIONS: u32 = 1 << 18;
/// Address of the read-only data; host index 0.
pub const READ_ONLY_START: u64 = 0x80_2000;
/// The address just above the stack.
pub const STACK_HIGH: u64 = 0x7fff_ffff_f000;
/// Granularity of segments.
pub const PAGE: u64 = 4096;
/// Static objects may have so many bytes in all.
pub const MAX_STATICS: u64 = 1 << 30;
/// The stack may be so large.
pub const MAX_STACK: u64 = 1 << 30;
/// The heap may be so large. Together with the others, less than 4 GiB.
pub const MAX_HEAP: u64 = (2 << 30) - (1 << 20);

/// The end of text; what lies between it and the read-only data is nobody's.
const TEXT_END: u64 = READ_ONLY_START - PAGE;

/// The address of a function.
pub fn function_address(index: u32) -> u64 {
    TEXT_START.wrapping_add(u64::from(index).wrapping_mul(FUNCTION_SPACING))
}

/// The function that begins at an address of text (whether the program has so
/// many is the caller's to say).
pub fn function_at(addr: u64) -> Option<u32> {
    let offset = addr.checked_sub(TEXT_START)?;
    if addr >= TEXT_END || offset.checked_rem(FUNCTION_SPACING)? != 0 {
        return None;
    }
    u32::try_from(offset.checked_div(FUNCTION_SPACING)?).ok()
}

/// What does not fit: a program or an option asks for more than there can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TooLarge {
    /// Static objects together (bytes) are over [`MAX_STATICS`].
    Statics(u64),
    /// The stack (bytes) is over [`MAX_STACK`].
    Stack(u64),
    /// The heap's limit (bytes) is over [`MAX_HEAP`].
    Heap(u64),
    /// The host refuses the memory for static objects and stack (bytes).
    Host(u64),
}

impl fmt::Display for TooLarge {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            TooLarge::Statics(n) => {
                write!(f, "the objects with static storage take {n} bytes; at most {MAX_STATICS} fit")
            }
            TooLarge::Stack(n) => write!(f, "a stack of {n} bytes is too large; at most {MAX_STACK} can be had"),
            TooLarge::Heap(n) => write!(f, "a heap of {n} bytes is too large; at most {MAX_HEAP} can be had"),
            TooLarge::Host(n) => write!(f, "this machine does not give the {n} bytes that the program starts with"),
        }
    }
}

impl std::error::Error for TooLarge {}

/// A part of the address space.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Region {
    /// Functions.
    Text,
    /// Read-only data, data and bss.
    Static,
    /// The heap, up to its limit.
    Heap,
    /// The stack.
    Stack,
    /// Nothing lies there.
    Nowhere,
}

/// Where the regions of one run lie.
#[derive(Clone, Copy, Debug)]
pub(super) struct Layout {
    /// First address above the static objects.
    pub static_end: u64,
    /// Lowest address of the stack.
    pub stack_low: u64,
    /// Host index of `stack_low`.
    pub stack_at: usize,
    /// First address of the heap.
    pub heap_low: u64,
    /// Host index of `heap_low`.
    pub heap_at: usize,
    /// Bytes the heap may have.
    pub heap_limit: u64,
}

impl Layout {
    /// Lays out a run whose static objects end below `static_end`.
    pub fn new(static_end: u64, stack_size: u64, heap_limit: u64) -> Result<Layout, TooLarge> {
        let statics = static_end.saturating_sub(READ_ONLY_START);
        let heap_low = align_up(static_end, PAGE).ok_or(TooLarge::Statics(statics))?;
        if statics > MAX_STATICS {
            return Err(TooLarge::Statics(statics));
        }
        let stack = align_up(stack_size, PAGE).filter(|n| *n <= MAX_STACK).ok_or(TooLarge::Stack(stack_size))?;
        let heap_limit = align_up(heap_limit, PAGE).filter(|n| *n <= MAX_HEAP).ok_or(TooLarge::Heap(heap_limit))?;
        // All three begin at page boundaries here as there: addresses and host
        // indices agree modulo 16.
        let stack_at = heap_low.saturating_sub(READ_ONLY_START);
        Ok(Layout {
            static_end,
            stack_low: STACK_HIGH.saturating_sub(stack),
            stack_at: host(stack_at),
            heap_low,
            heap_at: host(stack_at.saturating_add(stack)),
            heap_limit,
        })
    }

    /// Which region an address belongs to.
    pub fn region(&self, addr: u64) -> Region {
        if (TEXT_START..TEXT_END).contains(&addr) {
            Region::Text
        } else if (READ_ONLY_START..self.static_end).contains(&addr) {
            Region::Static
        } else if addr >= self.heap_low && addr.wrapping_sub(self.heap_low) <= self.heap_limit {
            Region::Heap
        } else if (self.stack_low..STACK_HIGH).contains(&addr) {
            Region::Stack
        } else {
            Region::Nowhere
        }
    }

    /// Host index of an address of the stack.
    #[inline(always)]
    pub fn stack_index(&self, addr: u64) -> usize {
        self.stack_at.wrapping_add(host(addr.wrapping_sub(self.stack_low)))
    }

    /// The address of a host index.
    pub fn address(&self, at: usize) -> Option<u64> {
        let (from, base) = if at >= self.heap_at {
            (self.heap_at, self.heap_low)
        } else if at >= self.stack_at {
            (self.stack_at, self.stack_low)
        } else {
            (0, READ_ONLY_START)
        };
        base.checked_add(u64::try_from(at.wrapping_sub(from)).ok()?)
    }

    /// Host index of an address of the heap.
    #[inline(always)]
    pub fn heap_index(&self, addr: u64) -> usize {
        self.heap_at.wrapping_add(host(addr.wrapping_sub(self.heap_low)))
    }
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects)]
mod tests {
    use super::super::convert::wide;
    use super::*;

    #[test]
    fn functions_lead_back() {
        for index in [0, 1, 77, MAX_FUNCTIONS - 1] {
            assert_eq!(function_at(function_address(index)), Some(index));
        }
        assert_eq!(function_at(TEXT_START + 8), None);
        assert_eq!(function_at(READ_ONLY_START), None);
        assert_eq!(function_at(0), None);
        assert!(function_address(MAX_FUNCTIONS) <= TEXT_END);
    }

    #[test]
    fn the_largest_layout_stays_below_4_gib() {
        let layout = Layout::new(READ_ONLY_START + MAX_STATICS, MAX_STACK, MAX_HEAP);
        let layout = layout.map(|l| wide(l.heap_at) + l.heap_limit);
        assert!(layout.is_ok_and(|end| end < u64::from(u32::MAX)));
        assert!(matches!(Layout::new(READ_ONLY_START, MAX_STACK + 1, 0), Err(TooLarge::Stack(_))));
        assert!(matches!(Layout::new(READ_ONLY_START, 0, u64::MAX), Err(TooLarge::Heap(_))));
    }
}
