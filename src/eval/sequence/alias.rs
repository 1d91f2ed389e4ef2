//! May two lvalues be the same object? Told from their names, members and types.

use crate::eval::compile::{Scalar, scalar_of};
use crate::sema::tree::{Body, Expr, ExprKind, GlobalId, LocalId};
use crate::types::{RecordId, TypeTable};

/// Where an lvalue begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Root {
    Local(LocalId),
    Global(GlobalId),
    /// Where a pointer points.
    Elsewhere,
    /// What nothing else names.
    Unshared,
}

/// A step from an object to a part of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Member(RecordId, u32),
    /// An element; `None`: found when it runs.
    Element(Option<i64>),
}

fn way(place: &Expr) -> (Root, Vec<Step>) {
    let mut steps = Vec::new();
    let mut place = place;
    let root = loop {
        match &place.kind {
            ExprKind::Local(id) => break Root::Local(*id),
            ExprKind::Global(id) => break Root::Global(*id),
            ExprKind::Member { base, record, index } => {
                steps.push(Step::Member(*record, *index));
                place = if let ExprKind::Load(inner) = &base.kind { inner } else { base };
            }
            ExprKind::Index { base, index, .. } => match &base.kind {
                ExprKind::Decay(array) => {
                    steps.push(Step::Element(if let ExprKind::Int(i) = index.kind { Some(i) } else { None }));
                    place = array;
                }
                _ => break Root::Elsewhere,
            },
            ExprKind::Deref(_) => break Root::Elsewhere,
            _ => break Root::Unshared,
        }
    };
    steps.reverse();
    (root, steps)
}

/// May these two lvalues name bytes in common?
pub fn may_meet(types: &TypeTable, body: &Body, a: &Expr, b: &Expr) -> bool {
    let ((root, steps), (other, others)) = (way(a), way(b));
    let exposed = |id: LocalId| {
        let local = usize::try_from(id.0).ok().and_then(|i| body.locals.get(i));
        local.is_some_and(|l| l.address_taken)
    };
    match (root, other) {
        (Root::Unshared, _) | (_, Root::Unshared) => false,
        (Root::Elsewhere, Root::Local(id)) | (Root::Local(id), Root::Elsewhere) if !exposed(id) => false,
        (Root::Elsewhere, _) | (_, Root::Elsewhere) => {
            alike(types, a, b) && !other_member(types, steps.last(), others.last())
        }
        (one, other) => one == other && same_way(types, &steps, &others),
    }
}

/// From one object: do the steps lead to parts that overlap?
fn same_way(types: &TypeTable, steps: &[Step], others: &[Step]) -> bool {
    for (a, b) in steps.iter().zip(others) {
        match (a, b) {
            (Step::Element(Some(i)), Step::Element(Some(j))) if i != j => return false,
            (Step::Member(record, i), Step::Member(other, j)) if record == other && i != j => {
                return is_union(types, *record);
            }
            _ => {}
        }
    }
    true
}

/// Are these two members of one struct, which lie side by side?
fn other_member(types: &TypeTable, a: Option<&Step>, b: Option<&Step>) -> bool {
    match (a, b) {
        (Some(Step::Member(record, i)), Some(Step::Member(other, j))) => {
            record == other && i != j && !is_union(types, *record)
        }
        _ => false,
    }
}

fn is_union(types: &TypeTable, record: RecordId) -> bool {
    types.record(record).is_some_and(|r| r.is_union)
}

/// Do objects of these types share memory in a program that keeps to 6.5p7?
fn alike(types: &TypeTable, a: &Expr, b: &Expr) -> bool {
    match (scalar_of(types, a.ty), scalar_of(types, b.ty)) {
        (Some(Scalar::Int(a)), Some(Scalar::Int(b))) => a.bits == b.bits,
        (Some(a), Some(b)) => a == b,
        _ => true,
    }
}
