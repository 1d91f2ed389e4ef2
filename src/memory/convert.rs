//! Between the three number types of memory: addresses and sizes are `u64`,
//! host indices `usize`, table slots and heap granules `u32`. Every value here
//! is bounded below 4 GiB by the limits of `layout`, so nothing is ever cut;
//! where that were not so, the result saturates and the next check fails.

/// A slot or granule as an index.
#[inline(always)]
#[allow(clippy::as_conversions, reason = "u32 fits usize on every target cglass builds for")]
pub(super) const fn index(n: u32) -> usize {
    n as usize
}

/// A host index or length as a size.
#[inline(always)]
#[allow(clippy::as_conversions, reason = "usize fits u64 on every target cglass builds for")]
pub(super) const fn wide(n: usize) -> u64 {
    n as u64
}

/// A size as a host length.
#[inline(always)]
pub(super) fn host(n: u64) -> usize {
    usize::try_from(n).unwrap_or(usize::MAX)
}

/// A size or count as 32 bits.
#[inline(always)]
pub(super) fn short(n: u64) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// The next multiple of `step` at or above `n`; `None` past the end of the numbers.
#[inline]
pub(super) fn align_up(n: u64, step: u64) -> Option<u64> {
    n.checked_next_multiple_of(step.max(1))
}
