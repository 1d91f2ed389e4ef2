//! Assignments between restrict pointers: only from an outer block's to an inner
//! block's (6.7.3.1p4, and the example in p10).

use super::super::state::Sema;
use super::super::tree::{Conversion, Expr, ExprKind, GlobalId, LocalId};
use crate::source::Span;

/// A variable that is a restrict pointer.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Restrict {
    Local(LocalId),
    Global(GlobalId),
}

impl Sema<'_> {
    /// A restrict pointer is assigned a value that is based on another one, which
    /// lives in the same block or in one within.
    pub(super) fn check_restrict_assignment(&mut self, place: &Expr, value: &Expr, span: Span) {
        let Some(target) = restrict(place) else { return };
        let Some(source) = based_on(value).filter(|source| *source != target) else { return };
        // Of two static ones both belong to the whole program.
        if self.level(source) >= self.level(target) {
            let message = "a restrict pointer is assigned one that is not from a block around its own";
            self.undefined("restrict-assignment", span, message);
        }
    }

    /// How deep the block stands that a restrict pointer is associated with;
    /// parameters belong to the function's own.
    fn level(&self, pointer: Restrict) -> usize {
        let Restrict::Local(id) = pointer else { return 0 };
        let blocks = self.function.as_ref().map(|f| f.blocks.as_slice()).unwrap_or_default();
        blocks.iter().position(|block| block.contains(&id)).unwrap_or(0).saturating_add(1)
    }
}

fn restrict(place: &Expr) -> Option<Restrict> {
    match place.kind {
        ExprKind::Local(id) if place.ty.quals.is_restrict => Some(Restrict::Local(id)),
        ExprKind::Global(id) if place.ty.quals.is_restrict => Some(Restrict::Global(id)),
        _ => None,
    }
}

/// The restrict pointer that a pointer's value is computed from.
fn based_on(value: &Expr) -> Option<Restrict> {
    match &value.kind {
        ExprKind::Load(place) => restrict(place),
        ExprKind::PointerAdd { pointer, .. } => based_on(pointer),
        ExprKind::Convert { kind: Conversion::PointerToPointer, operand, .. } => based_on(operand),
        ExprKind::AddressOf(place) => match &place.kind {
            ExprKind::Deref(pointer) => based_on(pointer),
            ExprKind::Index { base, .. } => based_on(base),
            _ => None,
        },
        ExprKind::IncDec { place, .. } => restrict(place),
        ExprKind::Comma(_, right) => based_on(right),
        _ => None,
    }
}
