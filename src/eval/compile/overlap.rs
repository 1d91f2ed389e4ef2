//! A scalar that is assigned from one of another type which it overlaps: members
//! of one union, by name or through pointers (6.5.16.1p3).
//!
//! It can only be so where some union of the program has members of both types;
//! other assignments have none of this.

use super::Compiler;
use crate::eval::place::AnyKey;
use crate::eval::vm::{Run, Vm};
use crate::kinds::{Kind, Severity};
use crate::memory::{Promise, Trap};
use crate::sema::tree::{Expr, ExprKind, NodeId, is_pure};
use crate::types::{Type, TypeKind, TypeTable};

/// The place whose value is stored as it is, conversions aside.
fn source(e: &Expr) -> Option<&Expr> {
    match &e.kind {
        ExprKind::Load(place) => Some(place),
        ExprKind::Convert { operand, .. } => source(operand),
        _ => None,
    }
}

/// Could this place lie in a union that another place lies in too?
fn may_be_shared(types: &TypeTable, place: &Expr) -> bool {
    match &place.kind {
        ExprKind::Member { base, record, .. } => {
            types.record(*record).is_some_and(|r| r.is_union) || may_be_shared(types, base)
        }
        ExprKind::Index { base, .. } => match &base.kind {
            ExprKind::Decay(array) => may_be_shared(types, array),
            _ => true,
        },
        ExprKind::Deref(_) => true,
        ExprKind::Load(base) => may_be_shared(types, base),
        _ => false,
    }
}

/// Does an object of this type have a part of that one?
fn has_part(types: &TypeTable, whole: Type, part: Type, depth: u32) -> bool {
    match types.kind(whole) {
        _ if whole.id == part.id => true,
        TypeKind::Array { element, .. } => has_part(types, *element, part, depth),
        TypeKind::Record(id) if depth < 16 => types
            .record(*id)
            .and_then(|r| r.members.as_ref())
            .is_some_and(|m| m.iter().any(|m| has_part(types, m.ty, part, depth.saturating_add(1)))),
        _ => false,
    }
}

impl Compiler<'_> {
    /// An assignment that first looks whether both sides overlap, if they may.
    pub(super) fn apart(&mut self, left: &Expr, right: &Expr, node: NodeId, run: Run<()>) -> Run<()> {
        let Some(from) = source(right) else { return run };
        let types = &self.program.types;
        if from.ty.id == left.ty.id
            || !may_be_shared(types, left)
            || !may_be_shared(types, from)
            || !types.unions().any(|union| has_part(types, union, left.ty, 0) && has_part(types, union, from.ty, 0))
            || self.bit_field(from).is_some()
            || !is_pure(left)
            || !is_pure(from)
        {
            return run;
        }
        let sizes = (self.size(left.ty), self.size(from.ty));
        let (to, from) = (self.place_of(left).any(left.id).key, self.place_of(from).any(from.id).key);
        Box::new(move |vm| {
            let (to, from) = (to(vm)?, from(vm)?);
            if let Some((to, from)) = vm.address_of_key(to).zip(vm.address_of_key(from))
                && to < from.saturating_add(sizes.1)
                && from < to.saturating_add(sizes.0)
            {
                let text = "a value is assigned to a member of a union from another member of it, which has another type and shares its bytes";
                let trap = Trap::broken(Kind::OverlappingCopy, Promise::OneMember, text);
                vm.raise_as(trap, Severity::Warning, node)?;
            }
            run(vm)
        })
    }
}

impl Vm<'_> {
    fn address_of_key(&self, key: AnyKey) -> Option<u64> {
        match key {
            AnyKey::At(at) => self.machine.memory.address_of(at),
            AnyKey::Pointer(pointer) => Some(pointer.addr),
            AnyKey::Beyond { .. } => None,
        }
    }
}
