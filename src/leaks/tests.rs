//! Leaks in memories made by hand.

use super::*;
use crate::memory::{I64, Origin, Reason, Segment, StaticPlace, StaticSpec};
use crate::sema::tree::{FunctionId, GlobalId, LocalId, NodeId};

/// A memory with two static objects of 32 bytes, and a clock.
struct World {
    memory: Memory,
    places: Vec<StaticPlace>,
    step: u64,
}

impl World {
    fn new() -> World {
        let spec = |n| StaticSpec { size: 32, align: 8, segment: Segment::Bss, origin: Origin::Global(GlobalId(n)) };
        let (memory, places) = Memory::new(&[spec(0), spec(1)], 1 << 16, 1 << 24).unwrap();
        World { memory, places, step: 0 }
    }

    fn event(&mut self) -> Event {
        self.step += 1;
        self.memory.steps = self.step;
        Event { step: self.step, ..Event::START }
    }

    fn block(&mut self, size: u64) -> Pointer {
        let event = self.event();
        self.memory.malloc(size, event).unwrap().unwrap()
    }

    fn global(&self, n: usize, offset: i64) -> Pointer {
        Pointer { addr: self.places[n].addr, tag: self.places[n].tag }.offset(offset)
    }

    fn set(&mut self, at: Pointer, value: Pointer) {
        self.memory.put_pointer(at, value, NodeId(u32::try_from(self.step).unwrap())).unwrap();
    }

    fn remove(&mut self, pointer: Pointer, node: u32) {
        self.memory.removed(pointer.tag, NodeId(node), Reason::Scope);
    }

    fn ended(&self) -> Leaks {
        find(&self.memory, &Roots::Ended { held: &[], library: &[] })
    }

    fn classes(&self) -> Vec<(Tag, Class)> {
        self.ended().leaks.iter().map(|l| (l.head, l.class)).collect()
    }
}

#[test]
fn a_list_from_a_global_is_reachable_with_its_path() {
    let mut w = World::new();
    let nodes: Vec<Pointer> = (0..3).map(|_| w.block(16)).collect();
    w.set(w.global(1, 8), nodes[0]);
    w.set(nodes[0].offset(8), nodes[1]);
    w.set(nodes[1].offset(8), nodes[2].offset(4));
    let leaks = w.ended();
    assert_eq!(w.classes(), nodes.iter().map(|n| (n.tag, Class::Reachable)).collect::<Vec<_>>());
    let step = |holder: Pointer, inside| PathStep { holder: holder.tag, offset: 8, inside };
    let expected = vec![step(w.global(1, 0), 0), step(nodes[0], 0), step(nodes[1], 4)];
    assert_eq!(leaks.path(nodes[2].tag), Some(Path { root: Root::Static(w.places[1].tag), steps: expected }));
    assert!(leaks.leaks.iter().all(|l| l.lost.is_none()));
}

#[test]
fn a_lost_list_is_one_leak_and_tells_where_its_head_went() {
    let mut w = World::new();
    let nodes: Vec<Pointer> = (0..4).map(|n| w.block(16 + n)).collect();
    for pair in nodes.windows(2) {
        w.set(pair[0], pair[1]);
    }
    w.remove(nodes[0], 70);
    w.remove(nodes[3], 80);
    let leaks = w.ended().leaks;
    assert_eq!(leaks.len(), 1);
    let leak = &leaks[0];
    assert_eq!((leak.head, leak.class, leak.bytes, leak.blocks), (nodes[0].tag, Class::Definite, 16, 1));
    assert_eq!((leak.indirect_bytes, leak.indirect_blocks), (17 + 18 + 19, 3));
    assert_eq!(leak.lost.map(|r| r.node), Some(NodeId(70)));
}

#[test]
fn cycles_are_groups_and_own_what_they_lead_to() {
    let mut w = World::new();
    let (a, b, c) = (w.block(10), w.block(20), w.block(8));
    let own = w.block(8);
    w.set(a, b.offset(3));
    w.set(b, a);
    w.set(b.offset(8), c);
    w.set(own, own);
    w.remove(a, 5);
    w.remove(b, 6);
    let leaks = w.ended().leaks;
    assert_eq!(leaks.len(), 2);
    let cycle = &leaks[0];
    assert_eq!((cycle.class, cycle.head, cycle.bytes, cycle.blocks), (Class::Cycle, a.tag, 30, 2));
    assert_eq!((cycle.indirect_bytes, cycle.indirect_blocks), (8, 1));
    assert_eq!(cycle.members.iter().map(|m| m.tag).collect::<Vec<_>>(), [a.tag, b.tag]);
    assert_eq!(cycle.lost.map(|r| r.node), Some(NodeId(6)));
    assert_eq!((leaks[1].class, leaks[1].head, leaks[1].blocks), (Class::Cycle, own.tag, 1));
}

#[test]
fn a_cycle_that_a_lost_block_leads_to_is_indirect() {
    let mut w = World::new();
    let (a, b) = (w.block(8), w.block(8));
    let head = w.block(8);
    w.set(a, b);
    w.set(b, a);
    w.set(head, a);
    let leaks = w.ended().leaks;
    assert_eq!(leaks.len(), 1);
    assert_eq!((leaks[0].head, leaks[0].class, leaks[0].indirect_blocks), (head.tag, Class::Definite, 2));
}

#[test]
fn a_shared_block_is_indirect_of_the_head_allocated_first() {
    let mut w = World::new();
    let shared = w.block(100);
    let late_address = w.block(400);
    let second = w.block(8);
    let event = w.event();
    // The first place in memory, but allocated last.
    w.memory.free(shared, event).unwrap();
    let third = w.block(8);
    let shared = w.block(50);
    for head in [late_address, second, third] {
        w.set(head, shared);
    }
    let leaks = w.ended().leaks;
    assert_eq!(
        leaks.iter().map(|l| (l.head, l.indirect_bytes)).collect::<Vec<_>>(),
        [(late_address.tag, 50), (second.tag, 0), (third.tag, 0)]
    );
}

#[test]
fn what_is_reachable_is_nobodys_indirect_loss() {
    let mut w = World::new();
    let (kept, lost) = (w.block(8), w.block(8));
    w.set(w.global(0, 0), kept);
    w.set(lost, kept);
    let leaks = w.ended().leaks;
    assert_eq!(
        leaks.iter().map(|l| (l.class, l.indirect_blocks)).collect::<Vec<_>>(),
        [(Class::Reachable, 0), (Class::Definite, 0)]
    );
}

#[test]
fn pointers_into_the_middle_and_numbers_make_possible() {
    let mut w = World::new();
    let (a, b, c, d, e) = (w.block(16), w.block(16), w.block(16), w.block(16), w.block(16));
    w.set(w.global(0, 0), a.offset(8));
    w.set(a, b);
    w.memory.put::<I64>(w.global(0, 8), c.addr.cast_signed(), NodeId(1)).unwrap();
    w.set(w.global(0, 16), d);
    w.memory.put::<I64>(d, e.addr.cast_signed(), NodeId(1)).unwrap();
    w.memory.expose(c.tag);
    assert_eq!(
        w.classes(),
        [
            (a.tag, Class::Possible),
            (b.tag, Class::Possible),
            (c.tag, Class::Possible),
            (d.tag, Class::Reachable),
            (e.tag, Class::Possible)
        ]
    );
    assert!(w.ended().leaks[2].address_exposed);
    assert_eq!(w.ended().path(b.tag).map(|p| p.steps.len()), Some(2));
    // A proper pointer to the start as well makes it reachable.
    w.set(w.global(1, 0), a);
    assert_eq!(w.classes()[..2], [(a.tag, Class::Reachable), (b.tag, Class::Reachable)]);
    // A number in a lost block keeps nothing alive.
    w.set(w.global(0, 16), Pointer::NULL);
    assert_eq!(w.classes()[3..], [(d.tag, Class::Definite), (e.tag, Class::Definite)]);
}

#[test]
fn ranges_and_odd_pointers_hold_their_block() {
    let mut w = World::new();
    let (a, b) = (w.block(16), w.block(16));
    let range = w.memory.narrow(a, 4);
    w.set(w.global(0, 0), range);
    w.set(w.global(1, 3), b);
    assert_eq!(w.classes(), [(a.tag, Class::Reachable), (b.tag, Class::Reachable)]);
    assert_eq!(w.ended().path(b.tag).map(|p| p.steps[0].offset), Some(3));
    // What is freed holds nothing, nor does a stale pointer.
    let event = w.event();
    w.memory.free(a, event).unwrap();
    let again = w.block(16);
    assert_eq!(again.addr, a.addr);
    assert_eq!(w.classes(), [(b.tag, Class::Reachable), (again.tag, Class::Definite)]);
}

#[test]
fn after_a_stop_frames_hold_what_they_point_to() {
    let mut w = World::new();
    let (slot, stacked, next, active, lost, stepped) =
        (w.block(8), w.block(8), w.block(8), w.block(8), w.block(8), w.block(8));
    let addr = w.memory.stack_high() - 64;
    let at = w.memory.stack_at(addr);
    let origin = Origin::Local { function: FunctionId(0), local: LocalId(0), frame: 1 };
    let local = Pointer { addr, tag: w.memory.begin_object(addr, at, 16, origin, Event::START) };
    w.set(local, stacked);
    w.set(stacked, next);
    let find_with = |w: &World, stack_from| {
        let step = w.memory.biography(active.tag).map(|b| b.born.step);
        let roots = Roots::Stopped {
            pointers: &[slot, stepped.offset(8)],
            stack_from,
            active: &|event| Some(event.step) == step,
        };
        find(&w.memory, &roots)
    };
    let leaks = find_with(&w, addr);
    let gone: Vec<Tag> = leaks.leaks.iter().filter(|l| l.class != Class::Reachable).map(|l| l.head).collect();
    assert_eq!(gone, [lost.tag]);
    assert_eq!(leaks.path(stacked.tag), None);
    let leaks = find_with(&w, addr + 16);
    let gone: Vec<Tag> = leaks.leaks.iter().filter(|l| l.class != Class::Reachable).map(|l| l.head).collect();
    assert_eq!(gone, [stacked.tag, lost.tag]);
}

#[test]
fn who_held_it_at_exit_is_told() {
    let mut w = World::new();
    let (a, b) = (w.block(8), w.block(8));
    let leaks = find(&w.memory, &Roots::Ended { held: &[(b.offset(4), 7)], library: &[] });
    assert_eq!(
        leaks.leaks.iter().map(|l| (l.head, l.held_by.clone())).collect::<Vec<_>>(),
        [(a.tag, vec![]), (b.tag, vec![7])]
    );
}

#[test]
fn a_long_list_is_no_deep_recursion() {
    let mut w = World::new();
    let nodes: Vec<Pointer> = (0..200_000).map(|_| w.block(16)).collect();
    for pair in nodes.windows(2) {
        w.memory.put_pointer(pair[0], pair[1], NodeId(1)).unwrap();
    }
    let leaks = w.ended().leaks;
    assert_eq!(leaks.len(), 1);
    assert_eq!(leaks[0].indirect_blocks, 199_999);
    w.memory.put_pointer(nodes[199_999], nodes[0], NodeId(1)).unwrap();
    let leaks = w.ended().leaks;
    assert_eq!((leaks.len(), leaks[0].blocks, leaks[0].class), (1, 200_000, Class::Cycle));
    w.set(w.global(0, 0), nodes[0]);
    assert_eq!(w.ended().path(nodes[199_999].tag).map(|p| p.steps.len()), Some(200_000));
}

/// Which nodes lead to which, by trying all ways.
fn closure(edges: &[(usize, usize)], count: usize) -> Vec<Vec<bool>> {
    let mut leads = vec![vec![false; count]; count];
    for (a, b) in edges {
        leads[*a][*b] = true;
    }
    for middle in 0..count {
        for a in 0..count {
            for b in 0..count {
                leads[a][b] |= leads[a][middle] && leads[middle][b];
            }
        }
    }
    leads
}

proptest::proptest! {
    /// Classes, groups and indirect blocks as the definitions of semantics.md §6.2 read.
    #[test]
    fn as_the_definitions_read(
        edges in proptest::collection::vec((0..7usize, 0..7usize), 0..14),
        starts in proptest::collection::vec(0..7usize, 0..2),
        middles in proptest::collection::vec(0..7usize, 0..2),
    ) {
        const COUNT: usize = 7;
        let mut w = World::new();
        let blocks: Vec<Pointer> = (0..COUNT).map(|_| w.block(8 * COUNT as u64)).collect();
        for (a, b) in &edges {
            // Links between blocks may point anywhere.
            w.set(blocks[*a].offset(8 * *b as i64), blocks[*b].offset(*a as i64));
        }
        for (i, n) in starts.iter().enumerate() {
            w.set(w.global(0, 8 * i as i64), blocks[*n]);
        }
        for (i, n) in middles.iter().enumerate() {
            w.set(w.global(1, 8 * i as i64), blocks[*n].offset(1));
        }
        for (i, block) in blocks.iter().enumerate() {
            w.remove(*block, i as u32);
        }
        let leads = closure(&edges, COUNT);
        let reached = |from: &[usize], n: usize| from.iter().any(|f| *f == n || leads[*f][n]);
        let lost = |n: usize| !reached(&starts, n) && !reached(&middles, n);
        let leaks = w.ended().leaks;
        let mut indirect = 0;
        for n in 0..COUNT {
            let found = leaks.iter().find(|l| l.head == blocks[n].tag || l.members.iter().any(|m| m.tag == blocks[n].tag));
            let class = found.map(|l| l.class);
            let group: Vec<usize> = (0..COUNT).filter(|m| *m == n || leads[n][*m] && leads[*m][n]).collect();
            let pointed = (0..COUNT).any(|m| lost(m) && leads[m][n] && !group.contains(&m));
            let expected = if reached(&starts, n) {
                Some(Class::Reachable)
            } else if !lost(n) {
                Some(Class::Possible)
            } else if pointed {
                indirect += 1;
                None
            } else if leads[n][n] {
                Some(Class::Cycle)
            } else {
                Some(Class::Definite)
            };
            proptest::prop_assert_eq!(class, expected);
            if let Some(leak) = found.filter(|_| lost(n)) {
                proptest::prop_assert_eq!(leak.blocks, group.len() as u64);
                // Blocks are numbered in the order of their allocation, and were let go in it.
                proptest::prop_assert_eq!(leak.head, blocks[group[0]].tag);
                proptest::prop_assert_eq!(leak.lost.map(|r| r.node.0), group.last().map(|n| *n as u32));
            }
        }
        proptest::prop_assert_eq!(leaks.iter().map(|l| l.indirect_blocks).sum::<u64>(), indirect);
    }
}
