//! The allocator against a naive list of chunks, as semantics.md §1 tells it.
#![allow(clippy::arithmetic_side_effects, clippy::indexing_slicing, clippy::as_conversions)]

use super::*;
use proptest::prelude::*;

/// Granules of a hole, or of a block with the place of its payload.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Piece {
    start: u64,
    extent: u64,
    payload: Option<u64>,
}

/// The heap as a list.
#[derive(Debug, Default)]
struct Naive {
    pieces: Vec<Piece>,
    limit: u64,
}

impl Naive {
    fn end(&self) -> u64 {
        self.pieces.last().map_or(0, |p| p.start + p.extent)
    }

    /// Puts a block of `need` granules at the start of piece `i`, which is free.
    fn occupy(&mut self, i: usize, need: u64, payload: u64) {
        let piece = self.pieces[i];
        let rest = piece.extent - need;
        if rest >= 2 {
            self.pieces[i].extent = need;
            self.pieces.insert(i + 1, Piece { start: piece.start + need, extent: rest, payload: None });
        }
        self.pieces[i].payload = Some(payload);
        self.join();
    }

    /// Joins neighbouring holes.
    fn join(&mut self) {
        let mut joined: Vec<Piece> = Vec::new();
        for piece in self.pieces.drain(..) {
            match joined.last_mut() {
                Some(last) if last.payload.is_none() && piece.payload.is_none() => last.extent += piece.extent,
                _ => joined.push(piece),
            }
        }
        self.pieces = joined;
    }

    /// The last piece is a free one that reaches to `end`; `None` beyond the limit.
    fn tail(&mut self, size: impl Fn(u64) -> u64) -> Option<usize> {
        let start = match self.pieces.last() {
            Some(last) if last.payload.is_none() => last.start,
            _ => self.end(),
        };
        let end = (start + size(start)).max(self.end());
        if end > self.limit {
            return None;
        }
        if start == self.end() {
            self.pieces.push(Piece { start, extent: end - start, payload: None });
        } else if let Some(last) = self.pieces.last_mut() {
            last.extent = end - start;
        }
        Some(self.pieces.len() - 1)
    }

    fn malloc(&mut self, size: u64) -> Option<u64> {
        let need = size.div_ceil(16).max(1) + 1;
        let hole = self.pieces.iter().position(|p| p.payload.is_none() && p.extent >= need);
        let i = match hole {
            Some(i) => i,
            None => self.tail(|_| need)?,
        };
        let payload = self.pieces[i].start + 1;
        self.occupy(i, need, payload);
        Some(payload)
    }

    fn aligned(&mut self, align: u64, size: u64, base: u64) -> Option<u64> {
        let size = size.div_ceil(16).max(1);
        let payload = |start: u64| (base + start + 1).next_multiple_of(align) - base;
        let fits = |p: &Piece| p.payload.is_none() && payload(p.start) + size <= p.start + p.extent;
        let i = match self.pieces.iter().position(fits) {
            Some(i) => i,
            None => self.tail(|start| payload(start) + size - start)?,
        };
        let piece = self.pieces[i];
        let payload = payload(piece.start);
        let front = payload - 1 - piece.start;
        if front >= 2 {
            self.pieces[i].extent = front;
            self.pieces
                .insert(i + 1, Piece { start: piece.start + front, extent: piece.extent - front, payload: None });
            self.occupy_split(i + 1, size + 1, payload);
        } else {
            self.occupy(i, front + 1 + size, payload);
        }
        Some(payload)
    }

    /// As `occupy`, with a hole before that must not be joined in between.
    fn occupy_split(&mut self, i: usize, need: u64, payload: u64) {
        self.pieces[i].payload = Some(payload);
        let piece = self.pieces[i];
        if piece.extent - need >= 2 {
            self.pieces[i].extent = need;
            let rest = Piece { start: piece.start + need, extent: piece.extent - need, payload: None };
            self.pieces.insert(i + 1, rest);
        }
        self.join();
    }

    fn find(&self, payload: u64) -> usize {
        self.pieces.iter().position(|p| p.payload == Some(payload)).unwrap()
    }

    fn free(&mut self, payload: u64) {
        let i = self.find(payload);
        self.pieces[i].payload = None;
        self.join();
    }

    fn realloc(&mut self, payload: u64, size: u64) -> Option<u64> {
        let i = self.find(payload);
        let piece = self.pieces[i];
        let need = payload - piece.start + size.div_ceil(16).max(1);
        let last = i + 1 == self.pieces.len();
        let next = self.pieces.get(i + 1).filter(|p| p.payload.is_none()).map_or(0, |p| p.extent);
        if need <= piece.extent {
            if piece.extent - need >= 2 {
                self.pieces[i].extent = need;
                let rest = Piece { start: piece.start + need, extent: piece.extent - need, payload: None };
                self.pieces.insert(i + 1, rest);
                self.join();
            }
        } else if next > 0 && piece.extent + next >= need {
            self.pieces.remove(i + 1);
            self.pieces[i].extent += next;
            self.occupy_split(i, need, payload);
        } else if last && piece.start + need <= self.limit {
            self.pieces[i].extent = need;
        } else {
            let new = self.malloc(size)?;
            self.free(payload);
            return Some(new);
        }
        Some(payload)
    }
}

#[derive(Clone, Debug)]
enum Step {
    Malloc(u64),
    Calloc(u64),
    Aligned(u32, u64),
    Free(prop::sample::Index),
    Realloc(prop::sample::Index, u64),
}

impl Step {
    /// The same with sizes so many times as large.
    fn scaled(self, scale: u64) -> Step {
        match self {
            Step::Malloc(n) => Step::Malloc(n * scale),
            Step::Calloc(n) => Step::Calloc(n * scale),
            Step::Aligned(bits, n) => Step::Aligned(bits, n * scale),
            Step::Free(i) => Step::Free(i),
            Step::Realloc(i, n) => Step::Realloc(i, n * scale),
        }
    }
}

fn size() -> impl Strategy<Value = u64> {
    prop_oneof![4 => 0u64..200, 2 => 0u64..5000, 1 => 0u64..60_000]
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        4 => size().prop_map(Step::Malloc),
        1 => size().prop_map(Step::Calloc),
        1 => (4u32..13, size()).prop_map(|(a, n)| Step::Aligned(a, n)),
        4 => any::<prop::sample::Index>().prop_map(Step::Free),
        2 => (any::<prop::sample::Index>(), 1u64..3000).prop_map(|(i, n)| Step::Realloc(i, n)),
    ]
}

/// The first unwritten byte of a block.
fn unwritten(memory: &Memory, pointer: Pointer, size: u64) -> Option<usize> {
    memory.written(memory.check_read(pointer, size).unwrap(), usize::try_from(size).unwrap())
}

/// Same addresses, same holes, no overlap, and every block keeps its contents.
fn run(steps: Vec<Step>, limit: u64, scale: u64) -> Result<(), TestCaseError> {
    let (mut memory, _) = Memory::new(&[], 4096, limit).unwrap();
    let mut naive = Naive { limit: limit / 16, ..Naive::default() };
    let low = memory.heap_low();
    let mut live: Vec<(Pointer, u64, u8)> = Vec::new();
    let mut dead = Vec::new();
    let (mut allocations, mut frees) = (0, 0);
    for (step, seal) in steps.into_iter().zip((1..=250u8).cycle()) {
        let zeroed = matches!(step, Step::Calloc(_));
        let (expected, found, replaced, size) = match step.scaled(scale) {
            Step::Malloc(n) => (naive.malloc(n), memory.malloc(n, Event::START).unwrap(), None, n),
            Step::Calloc(n) => {
                let found = memory.calloc(n, 1, Event::START).unwrap();
                if let Some(p) = found {
                    prop_assert!(memory.read(p, n).unwrap().iter().all(|b| *b == 0));
                }
                (naive.malloc(n), found, None, n)
            }
            Step::Aligned(bits, n) => {
                let align = 1 << bits;
                let found = memory.aligned_alloc(align, n, Event::START).unwrap();
                prop_assert!(found.is_none_or(|p| p.addr % align == 0));
                (naive.aligned(align / 16, n, low / 16), found, None, n)
            }
            Step::Free(i) if !live.is_empty() => {
                let (p, _, _) = live.swap_remove(i.index(live.len()));
                naive.free((p.addr - low) / 16);
                memory.free(p, Event::START).unwrap();
                prop_assert_eq!(memory.free(p, Event::START).unwrap_err().kind, Kind::DoubleFree);
                dead.push(p);
                frees += 1;
                continue;
            }
            Step::Realloc(i, n) if !live.is_empty() => {
                let i = i.index(live.len());
                let (p, _, _) = live[i];
                (naive.realloc((p.addr - low) / 16, n), memory.realloc(p, n, Event::START).unwrap(), Some(i), n)
            }
            _ => continue,
        };
        prop_assert_eq!(found.map(|p| (p.addr - low) / 16), expected);
        let Some(p) = found else { continue };
        allocations += 1;
        if let Some(i) = replaced {
            let (old, before, seal) = live.swap_remove(i);
            frees += 1;
            dead.push(old);
            let kept = usize::try_from(before.min(size)).unwrap();
            prop_assert!(memory.read(p, before.min(size)).unwrap().iter().all(|b| *b == seal));
            prop_assert_eq!(unwritten(&memory, p, size), (size > before).then_some(kept));
        } else if !zeroed {
            prop_assert_eq!(unwritten(&memory, p, size), (size > 0).then_some(0));
        }
        memory.write(p, &vec![seal; usize::try_from(size).unwrap()], crate::sema::tree::NodeId(1)).unwrap();
        live.push((p, size, seal));
    }
    let pieces: Vec<Piece> = memory
        .heap
        .chunks
        .iter()
        .map(|c| Piece { start: c.start.into(), extent: c.extent.into(), payload: c.payload.map(u64::from) })
        .collect();
    prop_assert_eq!(&pieces, &naive.pieces);
    let stats = memory.heap_stats();
    let holes: Vec<u64> = pieces.iter().filter(|p| p.payload.is_none()).map(|p| (p.extent - 1) * 16).collect();
    prop_assert_eq!(stats.holes, holes.len() as u64);
    prop_assert_eq!(stats.free_bytes, holes.iter().sum::<u64>());
    prop_assert_eq!(stats.largest_hole, holes.iter().max().copied().unwrap_or(0));
    prop_assert_eq!(stats.bytes_in_use, live.iter().map(|(_, n, _)| n).sum::<u64>());
    prop_assert_eq!((stats.allocations, stats.frees), (allocations, frees));
    prop_assert_eq!(stats.allocations - stats.frees, memory.heap_blocks().count() as u64);
    for (p, size, seal) in &live {
        prop_assert!(memory.read(*p, *size).unwrap().iter().all(|b| b == seal));
        prop_assert_eq!(memory.lookup(p.addr), p.tag);
        prop_assert_eq!(memory.lookup(p.addr + size), p.tag);
        prop_assert_eq!(memory.lookup(p.addr + size / 2), p.tag);
    }
    for p in &dead {
        prop_assert!(memory.is_stale(*p));
        prop_assert!(memory.check_read(*p, 0).is_err());
        prop_assert!(memory.biography(p.tag).is_some_and(|b| b.died.is_some() && b.base == p.addr));
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]
    #[test]
    fn same_addresses_as_a_naive_list(steps in prop::collection::vec(step(), 1..200)) {
        run(steps, 256 << 10, 1)?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    /// Large enough that the tree of holes has several levels.
    #[test]
    fn a_large_heap_too(steps in prop::collection::vec(step(), 1..120)) {
        run(steps, 24 << 20, 67)?;
    }
}
