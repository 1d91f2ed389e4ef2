//! Memory against naive models: bytes with provenance, objects, ranges.
#![allow(clippy::arithmetic_side_effects, clippy::indexing_slicing, clippy::as_conversions)]

use super::marks;
use super::*;
use crate::kinds::Kind;
use crate::sema::tree::{FunctionId, GlobalId, LocalId, NodeId};
use proptest::prelude::*;

fn small() -> Memory {
    Memory::new(&[], 1 << 16, 1 << 20).unwrap().0
}

fn block(memory: &mut Memory, size: u64) -> Pointer {
    memory.malloc(size, Event::START).unwrap().unwrap()
}

fn local(memory: &mut Memory, below_top: u64, size: u64) -> Pointer {
    let addr = memory.stack_high() - below_top;
    let at = memory.stack_at(addr);
    memory.clear(at, size as usize);
    let origin = Origin::Local { function: FunctionId(0), local: LocalId(0), frame: 1 };
    Pointer { addr, tag: memory.begin_object(addr, at, size, origin, Event::START) }
}

/// What the model knows of a byte.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Byte {
    Unwritten,
    Plain(u8),
    /// Byte number so-and-so of this pointer.
    Part(Pointer, usize),
}

impl Byte {
    fn value(self) -> Option<u8> {
        match self {
            Byte::Unwritten => None,
            Byte::Plain(value) => Some(value),
            Byte::Part(pointer, n) => Some(pointer.addr.to_le_bytes()[n]),
        }
    }
}

#[derive(Clone, Debug)]
enum Step {
    StorePointer(usize, usize),
    StoreInt(usize, i64),
    StoreByte(usize, u8),
    MoveByte(usize, usize),
    Move8(usize, usize),
    Copy(usize, usize, usize),
    Fill(usize, u8, usize),
    Clear(usize, usize),
    /// A whole pointer moved byte by byte, from the back or from the front.
    ByteWise(usize, usize, bool),
}

const ARENA: usize = 96;

fn step() -> impl Strategy<Value = Step> {
    let at = 0..ARENA - 8;
    prop_oneof![
        3 => (0..ARENA / 8, 0..4usize).prop_map(|(i, p)| Step::StorePointer(i * 8, p)),
        1 => (at.clone(), 0..4usize).prop_map(|(i, p)| Step::StorePointer(i, p)),
        1 => (at.clone(), any::<i64>()).prop_map(|(i, v)| Step::StoreInt(i, v)),
        1 => (at.clone(), any::<u8>()).prop_map(|(i, v)| Step::StoreByte(i, v)),
        3 => (at.clone(), at.clone()).prop_map(|(a, b)| Step::MoveByte(a, b)),
        1 => (at.clone(), at.clone()).prop_map(|(a, b)| Step::Move8(a, b)),
        3 => (at.clone(), at.clone(), 0..ARENA).prop_map(|(a, b, n)| Step::Copy(a, b, n.min(ARENA - a.max(b)))),
        2 => (0..ARENA / 8, 0..ARENA / 8, 0..ARENA / 8)
            .prop_map(|(a, b, n)| Step::Copy(a * 8, b * 8, (n * 8).min(ARENA - 8 * a.max(b)))),
        1 => (at.clone(), any::<u8>(), 0..20usize).prop_map(|(a, v, n)| Step::Fill(a, v, n.min(ARENA - a))),
        1 => (at.clone(), 0..20usize).prop_map(|(a, n)| Step::Clear(a, n.min(ARENA - a))),
        3 => (at.clone(), at, any::<bool>()).prop_map(|(a, b, back)| Step::ByteWise(a, b, back)),
    ]
}

/// Runs the steps on memory and on the model, and compares every byte, every
/// place that may be a pointer, and which pointers have disappeared.
fn bytes_agree(steps: Vec<Step>) -> Result<(), TestCaseError> {
    let mut memory = small();
    let targets: Vec<Pointer> = (0..4).map(|n| block(&mut memory, 16 + n)).collect();
    let arena = block(&mut memory, ARENA as u64);
    let at = memory.check_write(arena, ARENA as u64).unwrap();
    let mut model = [Byte::Unwritten; ARENA];
    for (n, step) in (1..).zip(steps) {
        let node = NodeId(n);
        let before = complete(&model);
        match step {
            Step::StorePointer(i, p) => {
                memory.store_pointer(at + i, targets[p], node);
                (0..8).for_each(|k| model[i + k] = Byte::Part(targets[p], k));
            }
            Step::StoreInt(i, v) => {
                memory.store::<I64>(at + i, v, node);
                (0..8).for_each(|k| model[i + k] = Byte::Plain(v.to_le_bytes()[k]));
            }
            Step::StoreByte(i, v) => {
                memory.store::<U8>(at + i, i64::from(v), node);
                model[i] = Byte::Plain(v);
            }
            Step::MoveByte(a, b) => {
                memory.move_byte(at + a, at + b, node);
                model[b] = model[a];
            }
            Step::Move8(a, b) => {
                memory.move_scalar::<I64>(at + a, at + b, node);
                model.copy_within(a..a + 8, b);
            }
            Step::Copy(a, b, len) => {
                memory.copy(at + b, at + a, len, node);
                model.copy_within(a..a + len, b);
            }
            Step::Fill(a, v, len) => {
                memory.fill(at + a, v, len, node);
                model[a..a + len].fill(Byte::Plain(v));
            }
            Step::Clear(a, len) => {
                memory.forget_pointers(at + a, len, node, Reason::Scope);
                model[a..a + len].fill(Byte::Unwritten);
            }
            Step::ByteWise(a, b, back) => {
                let moves: Vec<usize> = if back { (0..8).rev().collect() } else { (0..8).collect() };
                for k in moves {
                    memory.move_byte(at + a + k, at + b + k, node);
                    model[b + k] = model[a + k];
                }
            }
        }
        let after = complete(&model);
        for (i, pointer) in &before {
            if !after.contains(&(*i, *pointer)) {
                prop_assert_eq!(memory.removal(pointer.tag).map(|r| r.node), Some(node));
            }
        }
        for (k, byte) in model.iter().enumerate() {
            prop_assert_eq!(memory.written(at + k, 1), byte.value().is_none().then_some(0));
            if let Some(value) = byte.value() {
                prop_assert_eq!(memory.raw(at + k, 1), &[value]);
            }
        }
        prop_assert_eq!(memory.pointers_in(at, ARENA).collect::<Vec<_>>(), after.clone());
        for i in 0..=ARENA - 8 {
            let whole = after.iter().find(|(place, _)| *place == i).map(|(_, p)| *p);
            let written: Option<Vec<u8>> = model[i..i + 8].iter().map(|b| b.value()).collect();
            let expected = whole.or_else(|| {
                let addr = u64::from_le_bytes(written?.try_into().ok()?);
                Some(Pointer { addr, tag: memory.lookup(addr) })
            });
            prop_assert_eq!(memory.load_pointer(at + i), expected);
        }
    }
    memory.free(arena, Event { node: NodeId(9999), ..Event::START }).unwrap();
    for (_, pointer) in complete(&model) {
        prop_assert_eq!(
            memory.removal(pointer.tag).map(|r| (r.node, r.reason)),
            Some((NodeId(9999), Reason::HolderFreed))
        );
    }
    Ok(())
}

/// The pointers that stand complete in the model.
fn complete(model: &[Byte]) -> Vec<(usize, Pointer)> {
    let starts = 0..=model.len() - 8;
    let whole = |i: usize| match model[i] {
        Byte::Part(p, 0) => (0..8).all(|k| model[i + k] == Byte::Part(p, k)).then_some((i, p)),
        _ => None,
    };
    starts.filter_map(whole).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn bytes_marks_and_provenance_as_in_the_model(steps in prop::collection::vec(step(), 1..60)) {
        bytes_agree(steps)?;
    }

    /// Tags of dead objects stay dead however often their slots are reused.
    #[test]
    fn tags_are_never_confused(steps in prop::collection::vec((any::<bool>(), 0..8u64), 1..300)) {
        let mut memory = small();
        let mut live: Vec<Pointer> = Vec::new();
        let mut dead: Vec<Pointer> = Vec::new();
        for (begin, n) in steps {
            if begin || live.is_empty() {
                live.push(local(&mut memory, 64 * (live.len() as u64 + 1), 8 * n));
            } else {
                let p = live.swap_remove(n as usize % live.len());
                memory.narrow(p, 4);
                memory.end_object(p.tag, NodeId(1), Reason::Scope);
                dead.push(p);
            }
            for p in &live {
                prop_assert!(!memory.is_stale(*p));
                prop_assert!(!dead.iter().any(|d| d.tag == p.tag));
            }
            prop_assert!(dead.iter().all(|p| memory.is_stale(*p) && memory.check_write(*p, 0).is_err()));
        }
    }

    /// A range is shared for the same parent, place and length, and ends with its object.
    #[test]
    fn ranges_are_shared_and_bounded(asked in prop::collection::vec((0..40u64, 0..40u64, any::<bool>()), 1..80)) {
        let mut memory = small();
        let whole = block(&mut memory, 32);
        let mut known = std::collections::HashMap::new();
        let mut latest = whole;
        for (offset, len, nested) in asked {
            let parent = if nested { latest } else { whole };
            let from = Pointer { addr: whole.addr + offset, tag: parent.tag };
            let range = memory.narrow(from, len);
            let (base, size) = (memory.start_of(parent.tag).unwrap().0.addr, memory.room(memory.start_of(parent.tag).unwrap().0).unwrap());
            prop_assert_eq!(range.addr, from.addr);
            if from.addr < base || from.addr > base + size || len.min(base + size - from.addr) == size {
                prop_assert_eq!(range.tag, parent.tag);
                continue;
            }
            let len = len.min(base + size - from.addr);
            prop_assert_eq!(memory.room(range), Some(len));
            prop_assert!(memory.check_write(range, len).is_ok());
            prop_assert!(memory.check_read(range, len + 1).is_err());
            prop_assert!(memory.check_read(range.offset(-1), 1).is_err());
            prop_assert_eq!(memory.wider(range.tag), Some(parent.tag));
            prop_assert_eq!(memory.owner(range.tag), Some(whole.tag));
            let b = memory.biography(range.tag).unwrap();
            prop_assert_eq!(b.range, Some(Extent { offset, len }));
            prop_assert_eq!(*known.entry((parent.tag, offset, len)).or_insert(range), range);
            latest = range;
        }
        memory.free(whole, Event::START).unwrap();
        for range in known.values() {
            prop_assert!(memory.is_stale(*range));
            prop_assert_eq!(memory.explain(*range, 1, Access::Read).kind, Kind::UseAfterFree);
            prop_assert_eq!(memory.biography(range.tag).unwrap().tag, whole.tag);
        }
    }
}

#[test]
fn ranges_do_not_pile_up() {
    let mut memory = small();
    let whole = block(&mut memory, 64);
    let slots = memory.objects.len();
    for _ in 0..10_000 {
        memory.narrow(whole.offset(8), 16);
        let p = local(&mut memory, 64, 32);
        memory.narrow(p, 16);
        memory.end_object(p.tag, NodeId(1), Reason::Return);
    }
    assert!(memory.objects.len() <= slots + 3);
}

#[test]
fn statics_lie_apart_and_are_sealed() {
    let spec = |size, align, segment, n| StaticSpec { size, align, segment, origin: Origin::Global(GlobalId(n)) };
    let specs = [
        spec(10, 1, Segment::Bss, 0),
        spec(3, 1, Segment::ReadOnly, 1),
        spec(8, 8, Segment::Data, 2),
        spec(0, 1, Segment::Bss, 3),
        spec(100, 64, Segment::Bss, 4),
        spec(5, 1, Segment::ReadOnly, 5),
    ];
    let (mut memory, places) = Memory::new(&specs, 1 << 16, 1 << 16).unwrap();
    let mut sorted: Vec<_> = places.iter().zip(&specs).map(|(p, s)| (p.addr, s.size)).collect();
    sorted.sort_unstable();
    assert!(sorted.windows(2).all(|w| w[0].0 + w[0].1 < w[1].0));
    for (place, spec) in places.iter().zip(&specs) {
        let p = Pointer { addr: place.addr, tag: place.tag };
        assert_eq!(place.addr % spec.align, 0);
        assert_eq!(place.addr % 16, place.at as u64 % 16);
        assert!(memory.read(p, spec.size).unwrap().iter().all(|b| *b == 0));
        assert_eq!(memory.lookup(place.addr + spec.size), place.tag);
    }
    let text = Pointer { addr: places[1].addr, tag: places[1].tag };
    memory.write(text, b"hi\0", NodeId(0)).unwrap();
    let part = memory.narrow(text, 2);
    memory.seal(text.tag);
    assert_eq!(memory.c_string(text).unwrap(), b"hi");
    for p in [text, part] {
        assert_eq!(memory.write(p, b"x", NodeId(0)).unwrap_err().kind, Kind::ReadonlyWrite);
    }
    assert_eq!(memory.write(text, b"long", NodeId(0)).unwrap_err().kind, Kind::OutOfBounds);
    assert_eq!(memory.static_objects().count(), 6);
}

#[test]
fn strings_end_where_they_must() {
    let mut memory = small();
    let p = block(&mut memory, 4);
    assert_eq!(memory.c_string(p).unwrap_err().kind, Kind::UninitializedRead);
    memory.write(p, b"ab", NodeId(0)).unwrap();
    let trap = memory.c_string(p).unwrap_err();
    assert!(matches!(trap.data, TrapData::Uninitialized { offset: 2, .. }));
    assert_eq!(memory.c_string_bounded(p, 2).unwrap(), b"ab");
    memory.write(p, b"abcd", NodeId(0)).unwrap();
    let trap = memory.c_string(p).unwrap_err();
    assert_eq!(trap.kind, Kind::OutOfBounds);
    assert!(matches!(trap.data, TrapData::Access { pointer, size: 1, .. } if pointer == p.offset(4)));
    assert_eq!(memory.c_string_bounded(p, 4).unwrap(), b"abcd");
    assert_eq!(memory.c_string_bounded(p, 5).unwrap_err().kind, Kind::OutOfBounds);
    memory.write(p, b"abc\0", NodeId(0)).unwrap();
    assert_eq!(memory.c_string(p).unwrap(), b"abc");
    assert_eq!(memory.c_string(p.offset(3)).unwrap(), b"");
    assert_eq!(memory.c_string(p.offset(4)).unwrap_err().kind, Kind::OutOfBounds);
    assert_eq!(memory.c_string(Pointer::NULL).unwrap_err().kind, Kind::NullDereference);
}

#[test]
fn each_refusal_has_its_kind() {
    let mut memory = small();
    let kind = |memory: &Memory, p, size, access| memory.explain(p, size, access).kind;
    let wild = |addr| Pointer { addr, tag: Tag::WILD };
    let plain = |addr| Pointer { addr, tag: Tag::NONE };
    assert_eq!(kind(&memory, plain(24), 4, Access::Read), Kind::NullDereference);
    assert_eq!(kind(&memory, wild(24), 4, Access::Read), Kind::WildPointer);
    assert_eq!(kind(&memory, wild(u64::MAX), 4, Access::Read), Kind::WildPointer);
    assert_eq!(kind(&memory, plain(function_address(3)), 4, Access::Write), Kind::ReadonlyWrite);
    assert_eq!(kind(&memory, wild(0x1234_5678), 0, Access::Free), Kind::InvalidFree);
    assert_eq!(memory.validity(plain(function_address(3))), Validity::Function(3));
    let p = block(&mut memory, 10);
    assert_eq!(kind(&memory, p.offset(8), 4, Access::Read), Kind::OutOfBounds);
    assert_eq!(memory.free(p.offset(1), Event::START).unwrap_err().kind, Kind::InvalidFree);
    assert_eq!(kind(&memory, p, 0, Access::Call), Kind::CallMismatch);
    let first = memory.narrow(p, 4);
    memory.free(first, Event::START).unwrap();
    assert_eq!(kind(&memory, p, 4, Access::Read), Kind::UseAfterFree);
    assert_eq!(memory.free(first, Event::START).unwrap_err().kind, Kind::DoubleFree);
    assert_eq!(memory.realloc(p, 4, Event::START).unwrap_err().kind, Kind::DoubleFree);
    assert_eq!(memory.lookup(p.addr), p.tag);
    let again = block(&mut memory, 10);
    assert_eq!(again.addr, p.addr);
    assert_eq!(memory.lookup(p.addr), again.tag);
    assert_eq!(memory.living_at(p.addr + 9).map(|b| b.tag), Some(again.tag));
    assert_eq!(memory.living_at(p.addr + 10), None);
    let x = local(&mut memory, 64, 4);
    assert_eq!(memory.free(x, Event::START).unwrap_err().kind, Kind::InvalidFree);
    memory.end_object(x.tag, NodeId(1), Reason::Scope);
    let trap = memory.explain(x, 4, Access::Read);
    assert_eq!(trap.kind, Kind::UseAfterScope);
    assert_eq!(memory.settle(trap.clone(), |frame| frame == 1).kind, Kind::UseAfterScope);
    assert_eq!(memory.settle(trap, |_| false).kind, Kind::UseAfterReturn);
    let y = local(&mut memory, 64, 4);
    memory.end_object(y.tag, NodeId(1), Reason::Return);
    assert_eq!(kind(&memory, y, 0, Access::Free), Kind::UseAfterReturn);
    assert_eq!(memory.validity(y), Validity::Stale);
}

#[test]
fn integers_lead_back_to_objects() {
    let mut memory = small();
    let outer = local(&mut memory, 64, 16);
    let inner = local(&mut memory, 80, 16);
    // The end of one is the start of the other: the one that contains it wins.
    assert_eq!(memory.lookup(outer.addr), outer.tag);
    memory.end_object(outer.tag, NodeId(1), Reason::Scope);
    assert_eq!(memory.lookup(outer.addr), inner.tag);
    memory.end_object(inner.tag, NodeId(1), Reason::Scope);
    assert_eq!(memory.lookup(outer.addr + 3), outer.tag);
    assert_eq!(memory.lookup(7), Tag::WILD);
    let p = block(&mut memory, 8);
    memory.expose(p.tag);
    assert!(memory.biography(p.tag).unwrap().address_exposed);
}

#[test]
fn requests_beyond_the_limit_are_listed() {
    let mut memory = small();
    let event = Event { step: 3, node: NodeId(4), chain: ChainId(5) };
    assert_eq!(memory.malloc(u64::MAX, event), Ok(None));
    assert_eq!(memory.calloc(1 << 40, 1 << 40, event), Ok(None));
    let p = block(&mut memory, 8);
    memory.write(p, b"12345678", NodeId(0)).unwrap();
    assert_eq!(memory.realloc(p, 1 << 30, event), Ok(None));
    assert_eq!(memory.read(p, 8).unwrap(), b"12345678");
    let stats = memory.heap_stats();
    assert_eq!((stats.failures, stats.allocations, stats.bytes_in_use), (3, 1, 8));
    assert_eq!(stats.failed.iter().map(|f| f.bytes).collect::<Vec<_>>(), [u64::MAX, u64::MAX, 1 << 30]);
    assert!(stats.failed.iter().all(|f| f.event == event));
    assert_eq!(memory.realloc(p, 0, event), Ok(None));
    assert_eq!(memory.heap_stats().bytes_in_use, 0);
}

#[test]
fn realloc_keeps_provenance_and_drops_what_it_cuts() {
    let mut memory = small();
    let held = block(&mut memory, 8);
    let cut = block(&mut memory, 8);
    let p = block(&mut memory, 32);
    let wall = block(&mut memory, 8);
    memory.put_pointer(p, held, NodeId(1)).unwrap();
    memory.put_pointer(p.offset(24), cut, NodeId(1)).unwrap();
    let smaller = memory.realloc(p, 20, Event { node: NodeId(7), ..Event::START }).unwrap().unwrap();
    assert_eq!(smaller.addr, p.addr);
    assert!(memory.is_stale(p));
    assert_eq!(memory.get_pointer(smaller).unwrap(), held);
    assert_eq!(memory.removal(cut.tag).map(|r| (r.node, r.reason)), Some((NodeId(7), Reason::HolderShrunk)));
    assert_eq!(memory.removal(held.tag), None);
    let moved = memory.realloc(smaller, 400, Event::START).unwrap().unwrap();
    assert!(moved.addr > wall.addr);
    assert_eq!(memory.get_pointer(moved).unwrap(), held);
    assert_eq!(memory.removal(held.tag), None);
    assert_eq!(memory.get_pointer(moved.offset(24)).unwrap_err().kind, Kind::UninitializedRead);
    memory.free(moved, Event { node: NodeId(8), ..Event::START }).unwrap();
    assert_eq!(memory.removal(held.tag).map(|r| (r.node, r.reason)), Some((NodeId(8), Reason::HolderFreed)));
    assert_eq!(memory.biography(p.tag).unwrap().died.unwrap().ending, Ending::Reallocated);
}

#[test]
fn a_pointer_read_from_zeros_is_null() {
    let mut memory = small();
    let p = memory.calloc(2, 8, Event::START).unwrap().unwrap();
    assert_eq!(memory.get_pointer(p).unwrap(), Pointer::NULL);
    memory.put::<I64>(p, p.addr as i64, NodeId(0)).unwrap();
    assert_eq!(memory.get_pointer(p).unwrap(), p);
    assert_eq!(memory.words_in(memory.start_of(p.tag).unwrap().1, 16).count(), 2);
    // What the library stores has no class.
    assert_eq!(memory.marks_of(memory.start_of(p.tag).unwrap().1, 1), &[marks::BYTE]);
}
