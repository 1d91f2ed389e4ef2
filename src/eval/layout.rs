//! Where each local lives: in slots of the machine, or in simulated memory.
//!
//! A scalar whose address is not taken lives in a slot (a pointer in two); all
//! others in memory. Characters that are moved out of memory live there too, so
//! that a byte of a pointer keeps what it was (semantics.md §2.2).

use super::assigned;
use super::code::BodyCode;
use super::vm::Run;
use crate::machine::{FrameLayout, LocalPlace};
use crate::sema::tree::{Body, LocalId, LocalKind};
use crate::types::{ArrayLength, IntKind, Type, TypeKind, TypeTable};

/// Where one local lives.
#[derive(Clone, Copy, Debug)]
pub enum Storage {
    /// In a slot; `flag` is the slot that tells whether it was written, where flow does not.
    Slot {
        /// The slot.
        k: usize,
        /// The flag's slot.
        flag: Option<usize>,
    },
    /// A pointer, in two slots.
    Pointer {
        /// The first slot.
        k: usize,
    },
    /// In the frame's memory.
    Memory {
        /// Bytes from the frame's lowest address.
        offset: usize,
        /// Bytes.
        size: u64,
        /// The slot of its object's tag, 0 until its address is taken.
        identity: usize,
        /// Its type has pointers in it.
        pointers: bool,
    },
    /// A variable array: its address and tag in two slots, 0 until it is declared.
    Variable {
        /// The first slot.
        k: usize,
    },
}

/// The plan of a function's frame.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// By local.
    pub storage: Vec<Storage>,
    /// How many of them are parameters.
    pub parameters: usize,
    /// The slot that says where a struct that it returns goes.
    pub result: Option<usize>,
    /// As the machine and the reports see it.
    pub layout: FrameLayout,
}

impl Plan {
    /// A body before which the slots of tags are 0: where longjmp may leave the
    /// function, what is not 0 then is a pointer or an object that ends.
    pub fn cleared(&self, body: BodyCode) -> BodyCode {
        fn before<T: 'static>(slots: Vec<usize>, body: Run<T>) -> Run<T> {
            Box::new(move |vm| {
                for k in &slots {
                    vm.set_slot(*k, 0);
                }
                body(vm)
            })
        }
        let slots: Vec<usize> = self
            .storage
            .iter()
            .skip(self.parameters)
            .filter_map(|storage| match storage {
                Storage::Slot { .. } => None,
                Storage::Pointer { k } | Storage::Variable { k } => Some(k.wrapping_add(1)),
                Storage::Memory { identity, .. } => Some(*identity),
            })
            .collect();
        match body {
            _ if slots.is_empty() => body,
            BodyCode::Unit(run) => BodyCode::Unit(before(slots, run)),
            BodyCode::Int(run) => BodyCode::Int(before(slots, run)),
            BodyCode::Float(run) => BodyCode::Float(before(slots, run)),
            BodyCode::Pointer(run) => BodyCode::Pointer(before(slots, run)),
        }
    }

    /// Where a local lives.
    pub fn of(&self, local: LocalId) -> Option<Storage> {
        usize::try_from(local.0).ok().and_then(|i| self.storage.get(i)).copied()
    }
}

/// Return address and saved frame pointer.
const LINKAGE: u64 = 16;

/// Lays out a function's frame.
pub fn plan(types: &TypeTable, body: &Body, returns_record: bool) -> Plan {
    let facts = assigned::analyse(types, body);
    let (mut offset, mut slots) = (0u64, 0usize);
    let parameters = usize::try_from(body.parameters).unwrap_or(0);
    let mut plan = Plan { parameters, ..Plan::default() };
    let mut pointable_before = false;
    for (index, local) in body.locals.iter().enumerate() {
        let size = types.size(local.ty).unwrap_or(0);
        let align = types.align_of_variable(local.ty).max(local.align).max(1);
        let mut place = LocalPlace::default();
        let variable = is_variable(types, local.ty);
        let in_memory = local.address_taken || facts.bytes.contains(&index);
        let in_slot = local.kind == LocalKind::VlaLength || (!in_memory && is_scalar(types, local.ty));
        if !variable {
            // One byte at least between two objects: the end of one is the start of none.
            let gap = u64::from(pointable_before && !in_slot);
            offset = offset.saturating_add(gap).next_multiple_of(align);
            pointable_before = !in_slot;
            place.offset = offset;
            offset = offset.saturating_add(size.max(1));
        }
        let mut take = |n: usize| {
            let first = slots;
            slots = slots.saturating_add(n);
            first
        };
        let storage = if variable {
            Storage::Variable { k: take(2) }
        } else if in_slot && !is_pointer(types, local.ty) {
            let k = take(1);
            // No jump leads past the declaration that finds a length (6.8.6.1p1).
            let doubtful = local.kind != LocalKind::VlaLength && facts.flagged.contains(&index);
            let flag = doubtful.then(|| take(1));
            Storage::Slot { k, flag }
        } else if in_slot {
            Storage::Pointer { k: take(2) }
        } else {
            Storage::Memory {
                offset: usize::try_from(place.offset).unwrap_or(0),
                size,
                identity: take(1),
                pointers: holds_pointers(types, local.ty, 0),
            }
        };
        let narrow = |k: usize| u32::try_from(k).unwrap_or(u32::MAX);
        match storage {
            Storage::Slot { k, flag } => {
                place.slot = Some(narrow(k));
                place.flag = flag.map(narrow);
            }
            Storage::Pointer { k } => place.slot = Some(narrow(k)),
            Storage::Variable { k } => place.identity = Some(narrow(k.saturating_add(1))),
            Storage::Memory { identity, .. } => place.identity = Some(narrow(identity)),
        }
        plan.storage.push(storage);
        plan.layout.locals.push(place);
    }
    if returns_record {
        plan.result = Some(slots);
        slots = slots.saturating_add(1);
    }
    plan.layout.bytes = offset.saturating_add(LINKAGE).next_multiple_of(16);
    plan.layout.slots = u32::try_from(slots).unwrap_or(u32::MAX);
    plan
}

/// A type of variable size.
pub fn is_variable(types: &TypeTable, ty: Type) -> bool {
    match types.kind(ty) {
        TypeKind::Array { length: ArrayLength::Variable(_), .. } => true,
        TypeKind::Array { element, .. } => is_variable(types, *element),
        _ => false,
    }
}

/// What slots hold: one an integer or a floating value, two a pointer.
fn is_scalar(types: &TypeTable, ty: Type) -> bool {
    types.is_integer(ty) || types.is_floating(ty) || is_pointer(types, ty)
}

fn is_pointer(types: &TypeTable, ty: Type) -> bool {
    matches!(types.kind(ty), TypeKind::Pointer(_))
}

/// `char` and its relatives, whose moves carry fragments.
pub fn is_character(types: &TypeTable, ty: Type) -> bool {
    matches!(types.kind(ty), TypeKind::Int(IntKind::Char | IntKind::SChar | IntKind::UChar))
}

/// Could an object of this type hold a pointer in a member?
fn holds_pointers(types: &TypeTable, ty: Type, depth: u32) -> bool {
    match types.kind(ty) {
        TypeKind::Pointer(_) | TypeKind::VaListTag => true,
        TypeKind::Array { element, .. } => holds_pointers(types, *element, depth),
        TypeKind::Record(id) if depth < 64 => types
            .record(*id)
            .and_then(|r| r.members.as_ref())
            .is_some_and(|m| m.iter().any(|m| holds_pointers(types, m.ty, depth.saturating_add(1)))),
        TypeKind::Record(_) => true,
        _ => false,
    }
}
