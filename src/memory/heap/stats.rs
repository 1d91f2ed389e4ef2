//! What the heap has done, in numbers.

use super::super::history::Event;

/// So many failed requests are listed; more are counted.
pub const LISTED_FAILURES: usize = 1000;

/// A request that was answered with NULL.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Failed {
    /// Bytes that were asked for; for calloc the product, if it has one.
    pub bytes: u64,
    /// When and where.
    pub event: Event,
}

/// The heap's totals. Bytes of blocks are requested bytes (semantics.md §1).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HeapStats {
    /// Successful requests; a successful realloc is one.
    pub allocations: u64,
    /// Blocks that ended; a successful realloc ends one.
    pub frees: u64,
    /// Bytes of the blocks that live.
    pub bytes_in_use: u64,
    /// The most there ever were.
    pub peak_bytes: u64,
    /// How far the break lies above the heap's start.
    pub break_bytes: u64,
    /// Holes below the break.
    pub holes: u64,
    /// Bytes of all holes, less a header each.
    pub free_bytes: u64,
    /// Bytes of the largest hole, less its header.
    pub largest_hole: u64,
    /// 1 − largest hole / free bytes; 0 if nothing is free.
    pub fragmentation: f64,
    /// The first requests that failed, in order.
    pub failed: Vec<Failed>,
    /// How many failed in all.
    pub failures: u64,
}

/// The numbers that are counted as they happen.
#[derive(Debug, Default)]
pub(super) struct Counters {
    pub allocations: u64,
    pub frees: u64,
    pub in_use: u64,
    pub peak: u64,
    pub failures: u64,
    pub failed: Vec<Failed>,
}

impl Counters {
    #[inline]
    pub fn allocated(&mut self, bytes: u64) {
        self.allocations = self.allocations.wrapping_add(1);
        self.in_use = self.in_use.wrapping_add(bytes);
        self.peak = self.peak.max(self.in_use);
    }

    #[inline]
    pub fn freed(&mut self, bytes: u64) {
        self.frees = self.frees.wrapping_add(1);
        self.in_use = self.in_use.wrapping_sub(bytes);
    }

    #[cold]
    pub fn refused(&mut self, bytes: u64, event: Event) {
        self.failures = self.failures.wrapping_add(1);
        if self.failed.len() < LISTED_FAILURES {
            self.failed.push(Failed { bytes, event });
        }
    }
}

/// 1 − largest / free.
#[allow(clippy::as_conversions, reason = "a ratio for people; both are below 2^53")]
pub(super) fn fragmentation(largest: u64, free: u64) -> f64 {
    if free == 0 { 0.0 } else { 1.0 - largest as f64 / free as f64 }
}
