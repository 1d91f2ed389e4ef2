//! The allocator itself, in granules of 16 bytes from the heap's start: chunks
//! of blocks and holes, first fit, splitting and joining (semantics.md §1).
//!
//! It has no bytes. A chunk is described by one word at its first granule: how
//! many granules it has, and flags. A hole has its extent again at its last
//! granule, so that the chunk after it can find its start.

use super::super::convert::index;
use super::super::space::extend;
use super::holes::Holes;
use super::ladder::Ladder;

/// The chunk is a block.
const USED: u32 = 1 << 31;
/// The chunk before it is a hole.
const AFTER_HOLE: u32 = 1 << 30;
/// The block's payload begins two granules after the chunk, not one.
const PADDED: u32 = 1 << 29;
/// The extent without the flags.
const EXTENT: u32 = PADDED - 1;
/// A hole has at least its header and a granule; what would be less stays in the block.
const SMALLEST: u32 = 2;

/// Where a request can be met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fit {
    /// In this hole.
    Hole(u32),
    /// At the end: the chunk would begin here, and the break moves to there.
    Break(u32, u32),
    /// Not below the limit.
    Full,
}

/// A chunk of the heap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Chunk {
    /// First granule.
    pub start: u32,
    /// Granules.
    pub extent: u32,
    /// The payload's first granule; `None` for a hole.
    pub payload: Option<u32>,
}

/// The books of the heap.
#[derive(Debug)]
pub(super) struct Chunks {
    words: Vec<u32>,
    holes: Holes,
    blocks: Ladder,
    /// The break.
    end: u32,
    limit: u32,
    hole_count: u32,
    hole_granules: u32,
}

impl Chunks {
    /// Host bytes that the books of so many granules take, roughly.
    pub fn cost(room: u32) -> u64 {
        // A word each, a bit in two bitmaps, and a little for what is above them.
        u64::from(room).saturating_mul(5)
    }

    /// An empty heap that may grow to `limit` granules; room for `room` of them now.
    pub fn new(room: u32, limit: u32) -> Chunks {
        let room = index(room).saturating_add(2);
        Chunks {
            words: vec![0; room],
            holes: Holes::new(room),
            blocks: Ladder::new(room),
            end: 0,
            limit,
            hole_count: 0,
            hole_granules: 0,
        }
    }

    /// Room for so many granules, if the host has it.
    pub fn extend(&mut self, room: u32) -> bool {
        let room = index(room).saturating_add(2);
        extend(&mut self.words, room) && self.holes.extend(room) && self.blocks.extend(room)
    }

    /// The break.
    pub fn end(&self) -> u32 {
        self.end
    }

    /// How many holes there are, how many granules they have, and the largest.
    pub fn holes(&self) -> (u32, u32, u32) {
        let largest = self.iter().filter(|c| c.payload.is_none()).map(|c| c.extent).max().unwrap_or(0);
        (self.hole_count, self.hole_granules, largest)
    }

    fn word(&self, granule: u32) -> u32 {
        self.words.get(index(granule)).copied().unwrap_or(0)
    }

    fn set(&mut self, granule: u32, word: u32) {
        if let Some(entry) = self.words.get_mut(index(granule)) {
            *entry = word;
        }
    }

    /// What the owner of the block that begins at `payload` keeps with it.
    pub fn note(&self, payload: u32) -> u32 {
        self.word(payload)
    }

    /// Sets that.
    pub fn set_note(&mut self, payload: u32, note: u32) {
        self.set(payload, note);
    }

    /// Where `need` granules fit.
    #[inline(always)]
    pub fn fit(&mut self, need: u32) -> Fit {
        if let Some(start) = self.holes.find(0, need, &self.words) {
            return Fit::Hole(start);
        }
        self.fit_at_break(self.tail(), need)
    }

    /// The first granule of the last hole if it ends at the break, else the break.
    fn tail(&self) -> u32 {
        if self.word(self.end) & AFTER_HOLE == 0 {
            return self.end;
        }
        self.end.wrapping_sub(self.word(self.end.wrapping_sub(1)))
    }

    fn fit_at_break(&self, start: u32, need: u32) -> Fit {
        match start.checked_add(need) {
            Some(end) if end <= self.limit => Fit::Break(start, end.max(self.end)),
            _ => Fit::Full,
        }
    }

    /// Where a payload of `size` granules whose address is a multiple of `align`
    /// granules fits, and the payload's first granule. The heap's own start is
    /// `base` granules from address 0.
    pub fn fit_aligned(&mut self, size: u32, align: u32, base: u64) -> (Fit, u32) {
        let payload_in = |start: u32| {
            let first = base.checked_add(u64::from(start))?.checked_add(1)?;
            u32::try_from(first.checked_next_multiple_of(u64::from(align).max(1))?.checked_sub(base)?).ok()
        };
        let mut from = 0;
        while let Some(start) = self.holes.find(from, size.saturating_add(1), &self.words) {
            let end = start.saturating_add(self.word(start) & EXTENT);
            match payload_in(start) {
                Some(payload) if payload.saturating_add(size) <= end => return (Fit::Hole(start), payload),
                _ => from = start.saturating_add(1),
            }
        }
        let start = self.tail();
        match payload_in(start) {
            Some(payload) => (self.fit_at_break(start, payload.wrapping_sub(start).saturating_add(size)), payload),
            None => (Fit::Full, 0),
        }
    }

    /// Makes a block of `need` granules where [`Chunks::fit`] said.
    #[inline(always)]
    pub fn take(&mut self, fit: Fit, need: u32) -> Option<u32> {
        let (start, extent) = self.open(fit)?;
        self.occupy(start, extent, need, 0);
        Some(start)
    }

    /// Makes a block whose payload of `size` granules begins at `payload`, where
    /// [`Chunks::fit_aligned`] said. What lies before it stays a hole if it can be one.
    pub fn take_aligned(&mut self, fit: Fit, payload: u32, size: u32) -> Option<()> {
        let (start, extent) = self.open(fit)?;
        let front = payload.checked_sub(start)?.checked_sub(1)?;
        if front >= SMALLEST {
            self.occupy(start.wrapping_add(front), extent.wrapping_sub(front), size.saturating_add(1), 0);
            self.make_hole(start, front);
        } else if front == 1 {
            self.occupy(start, extent, size.saturating_add(2), PADDED);
            // The granule before the payload leads back to the chunk.
            self.set(start.wrapping_add(1), PADDED);
        } else {
            self.occupy(start, extent, size.saturating_add(1), 0);
        }
        Some(())
    }

    /// Takes a hole out of the books, or the granules between its start and a new break.
    #[inline]
    fn open(&mut self, fit: Fit) -> Option<(u32, u32)> {
        match fit {
            Fit::Hole(start) => Some((start, self.take_hole(start))),
            Fit::Break(start, end) => {
                if start < self.end {
                    self.take_hole(start);
                }
                let end = end.max(self.end);
                self.end = end;
                self.set(end, 0);
                Some((start, end.wrapping_sub(start)))
            }
            Fit::Full => None,
        }
    }

    /// A block of `need` granules at the start of a free stretch; the rest
    /// becomes a hole if it is large enough, else stays with the block.
    #[inline(always)]
    fn occupy(&mut self, start: u32, extent: u32, need: u32, flags: u32) {
        let rest = extent.wrapping_sub(need);
        let taken = if rest >= SMALLEST { need } else { extent };
        self.set(start, taken | USED | flags);
        self.blocks.insert(start);
        let after = start.wrapping_add(taken);
        if rest >= SMALLEST {
            self.make_hole(after, rest);
        } else {
            self.set(after, self.word(after) & !AFTER_HOLE);
        }
    }

    /// The granule of the chunk whose payload begins at `payload`.
    fn chunk_of(&self, payload: u32) -> u32 {
        let header = payload.wrapping_sub(1);
        if self.word(header) == PADDED { header.wrapping_sub(1) } else { header }
    }

    /// The block whose payload begins at `payload` becomes a hole, joined with its neighbours.
    #[inline(always)]
    pub fn release(&mut self, payload: u32) {
        let start = self.chunk_of(payload);
        let word = self.word(start);
        let extent = word & EXTENT;
        self.blocks.remove(start);
        let mut first = start;
        let mut total = extent;
        if word & AFTER_HOLE != 0 {
            let before = self.word(start.wrapping_sub(1));
            first = start.wrapping_sub(before);
            self.take_hole(first);
            total = total.wrapping_add(before);
        }
        total = total.wrapping_add(self.take_hole_at(start.wrapping_add(extent)));
        self.make_hole(first, total);
    }

    /// Takes the hole that begins at `start` out of the books, if one does; its granules.
    #[inline]
    fn take_hole_at(&mut self, start: u32) -> u32 {
        if start >= self.end || self.word(start) & USED != 0 { 0 } else { self.take_hole(start) }
    }

    #[inline]
    fn take_hole(&mut self, start: u32) -> u32 {
        let extent = self.word(start) & EXTENT;
        self.holes.remove(start);
        self.hole_count = self.hole_count.wrapping_sub(1);
        self.hole_granules = self.hole_granules.wrapping_sub(extent);
        extent
    }

    #[inline]
    fn make_hole(&mut self, start: u32, extent: u32) {
        self.set(start, extent);
        let after = start.wrapping_add(extent);
        self.set(after.wrapping_sub(1), extent);
        self.set(after, self.word(after) | AFTER_HOLE);
        self.holes.insert(start, extent);
        self.hole_count = self.hole_count.wrapping_add(1);
        self.hole_granules = self.hole_granules.wrapping_add(extent);
    }

    /// How the block at `payload` could have room for `size` granules where it is:
    /// `Hole` at once, `Break` when the break may move, `Full` not at all.
    pub fn fit_in_place(&self, payload: u32, size: u32) -> Fit {
        let start = self.chunk_of(payload);
        let need = payload.wrapping_sub(start).saturating_add(size);
        let extent = self.word(start) & EXTENT;
        let after = start.wrapping_add(extent);
        if need <= extent {
            return Fit::Hole(start);
        }
        if after == self.end {
            return self.fit_at_break(start, need);
        }
        let next = self.word(after);
        if next & USED == 0 && (next & EXTENT).saturating_add(extent) >= need { Fit::Hole(start) } else { Fit::Full }
    }

    /// Gives the block at `payload` room for `size` granules, as [`Chunks::fit_in_place`] said.
    pub fn resize(&mut self, payload: u32, size: u32, fit: Fit) {
        let start = self.chunk_of(payload);
        let need = payload.wrapping_sub(start).saturating_add(size);
        let word = self.word(start);
        let mut extent = word & EXTENT;
        if let Fit::Break(_, end) = fit {
            self.end = end;
            self.set(end, 0);
            extent = end.wrapping_sub(start);
        } else if need > extent || extent.wrapping_sub(need) >= SMALLEST {
            // Growing takes the next hole; shrinking joins what it gives up with it.
            extent = extent.wrapping_add(self.take_hole_at(start.wrapping_add(extent)));
        }
        self.occupy(start, extent, need, word & (PADDED | AFTER_HOLE));
    }

    /// The chunk that begins at a granule.
    fn chunk(&self, start: u32) -> Option<Chunk> {
        if start >= self.end {
            return None;
        }
        let word = self.word(start);
        let header = if word & PADDED != 0 { 2 } else { 1 };
        let payload = (word & USED != 0).then(|| start.wrapping_add(header));
        Some(Chunk { start, extent: word & EXTENT, payload })
    }

    /// All chunks in the order of their addresses.
    pub fn iter(&self) -> impl Iterator<Item = Chunk> + '_ {
        std::iter::successors(self.chunk(0), |c| self.chunk(c.start.saturating_add(c.extent.max(1))))
    }

    /// The last block that begins at or before a granule.
    pub fn block_up_to(&self, granule: u32) -> Option<Chunk> {
        self.chunk(self.blocks.last_up_to(granule)?)
    }
}
