//! Where the holes of the heap are: a bitmap of their first granules, the
//! largest hole that begins in each page, and a 16-ary tree of maxima above the
//! pages. Finding the lowest hole that is large enough goes down the tree.

use super::super::convert::{index, short, wide};
use super::super::space::extend;

/// A page is 256 granules of 16 bytes: 4 KiB.
const PAGE_BITS: u32 = 8;
/// Words of the bitmap in a page.
const PAGE_WORDS: usize = 4;
/// Each node of the tree has 16 children.
const FAN_BITS: u32 = 4;
/// Levels of maxima, pages first: 16^5 pages of 4 KiB are 4 GiB.
const LEVELS: usize = 6;

/// The holes.
#[derive(Debug)]
pub(super) struct Holes {
    starts: Vec<u64>,
    /// A bound of the largest hole (granules) below each node; at least as large as that below it.
    largest: [Vec<u32>; LEVELS],
    /// The level whose first node is above all pages that were ever used: a
    /// small heap has a low tree.
    top: usize,
    /// No page below this one has a hole. Programs that only allocate fill the
    /// heap from below; they need not climb over what is full each time.
    lowest: u32,
}

/// Nodes of each level for so many granules, whole groups of siblings.
fn nodes(granules: usize) -> [usize; LEVELS] {
    let mut n = granules >> PAGE_BITS;
    std::array::from_fn(|level| {
        n = if level == 0 { n.saturating_add(1) } else { n.div_ceil(1 << FAN_BITS) };
        n.next_multiple_of(1 << FAN_BITS)
    })
}

/// A page number without so many bits is its node in that level.
fn top_bits(level: usize) -> u32 {
    FAN_BITS.wrapping_mul(short(wide(level)))
}

/// Words of the bitmap for so many granules, whole pages.
fn words(granules: usize) -> usize {
    (granules >> PAGE_BITS).saturating_add(1).saturating_mul(PAGE_WORDS)
}

impl Holes {
    /// No holes in a heap of so many granules.
    pub fn new(granules: usize) -> Holes {
        Holes { starts: vec![0; words(granules)], largest: nodes(granules).map(|n| vec![0; n]), top: 0, lowest: 0 }
    }

    /// Room for so many granules, if the host has it.
    pub fn extend(&mut self, granules: usize) -> bool {
        extend(&mut self.starts, words(granules))
            && self.largest.iter_mut().zip(nodes(granules)).all(|(level, n)| extend(level, n))
    }

    /// A bound of the largest hole of all, in granules.
    fn largest(&self) -> u32 {
        self.largest.get(self.top).and_then(|top| top.first()).copied().unwrap_or(0)
    }

    /// A hole begins at `start`.
    #[inline]
    pub fn insert(&mut self, start: u32, extent: u32) {
        if let Some(word) = self.starts.get_mut(index(start >> 6)) {
            *word |= 1 << (start & 63);
        }
        let mut node = start >> PAGE_BITS;
        self.lowest = self.lowest.min(node);
        while node >> top_bits(self.top) != 0 {
            self.raise();
        }
        for level in self.largest.iter_mut().take(self.top.wrapping_add(1)) {
            let Some(max) = level.get_mut(index(node)) else { return };
            if *max >= extent {
                return;
            }
            *max = extent;
            node >>= FAN_BITS;
        }
    }

    /// The hole that begins at `start` is gone. The maxima above it stay as they
    /// are, as bounds: whoever finds one too high makes it exact, so that taking
    /// the first part of a hole again and again costs next to nothing.
    #[inline]
    pub fn remove(&mut self, start: u32) {
        if let Some(word) = self.starts.get_mut(index(start >> 6)) {
            *word &= !(1 << (start & 63));
        }
    }

    /// Makes a page's maximum exact, and those above it as exact as their children.
    #[cold]
    fn tighten(&mut self, page: u32, extents: &[u32]) {
        let first = index(page).wrapping_mul(PAGE_WORDS);
        let mut max = 0;
        for (word, n) in self.starts.iter().skip(first).take(PAGE_WORDS).zip(0_u32..) {
            let mut left = *word;
            while left != 0 {
                let start = (page << PAGE_BITS) | (n << 6) | left.trailing_zeros();
                max = max.max(extents.get(index(start)).copied().unwrap_or(0));
                left &= left.wrapping_sub(1);
            }
        }
        let mut node = page;
        for level in 0..=self.top {
            let Some(entry) = self.largest.get_mut(level).and_then(|l| l.get_mut(index(node))) else { return };
            if *entry == max {
                return;
            }
            *entry = max;
            node >>= FAN_BITS;
            let first = index(node << FAN_BITS);
            let group = self.largest.get(level).and_then(|l| l.get(first..)).and_then(|g| g.first_chunk::<16>());
            max = group.map_or(0, |g| g.iter().fold(0, |max, n| max.max(*n)));
        }
    }

    /// The tree gets a level more; its first node is the only one that may have something below it.
    #[cold]
    fn raise(&mut self) {
        let max = self.largest();
        self.top = self.top.wrapping_add(1);
        if let Some(entry) = self.largest.get_mut(self.top).and_then(|level| level.first_mut()) {
            *entry = max;
        }
    }

    /// The lowest hole at or above granule `from` that has at least `need` granules.
    #[inline(always)]
    pub fn find(&mut self, from: u32, need: u32, extents: &[u32]) -> Option<u32> {
        while let Some(0) = self.largest.first()?.get(index(self.lowest)) {
            self.lowest = self.lowest.checked_add(1)?;
        }
        let mut page = (from >> PAGE_BITS).max(self.lowest);
        loop {
            page = self.page_from(page, need)?;
            if let Some(start) = self.in_page(page, from, need, extents) {
                return Some(start);
            }
            self.tighten(page, extents);
            page = page.checked_add(1)?;
        }
    }

    /// The first page, this one or a later one, that may have so large a hole.
    #[inline]
    fn page_from(&self, page: u32, need: u32) -> Option<u32> {
        if *self.largest.first()?.get(index(page))? >= need {
            return Some(page);
        }
        // Up until a later sibling has one, then down to the first page that does.
        let (mut page, mut level) = (page, 0);
        loop {
            let nodes = self.largest.get(level)?;
            let after = page.checked_add(1)?;
            let group_end = (page | 15).checked_add(1)?;
            if level >= self.top {
                return None;
            }
            let siblings = nodes.get(index(after)..index(group_end)).unwrap_or(&[]);
            match siblings.iter().position(|max| *max >= need) {
                Some(found) => {
                    page = after.checked_add(short(wide(found)))?;
                    break;
                }
                None => {
                    page >>= FAN_BITS;
                    level = level.checked_add(1)?;
                }
            }
        }
        while level > 0 {
            level = level.checked_sub(1)?;
            let nodes = self.largest.get(level)?;
            let first = page << FAN_BITS;
            let group = nodes.get(index(first)..)?;
            page = first.checked_add(short(wide(group.iter().take(16).position(|max| *max >= need)?)))?;
        }
        Some(page)
    }

    /// The lowest hole in a page, at or above granule `from` of the heap.
    #[inline(always)]
    fn in_page(&self, page: u32, from: u32, need: u32, extents: &[u32]) -> Option<u32> {
        let first = index(page).wrapping_mul(PAGE_WORDS);
        let words = self.starts.get(first..)?.first_chunk::<PAGE_WORDS>()?;
        let mut start = page << PAGE_BITS;
        for word in words {
            let mut left = *word;
            while left != 0 {
                let hole = start | left.trailing_zeros();
                if hole >= from && extents.get(index(hole)).is_some_and(|extent| *extent >= need) {
                    return Some(hole);
                }
                left &= left.wrapping_sub(1);
            }
            start = start.wrapping_add(u64::BITS);
        }
        None
    }
}
