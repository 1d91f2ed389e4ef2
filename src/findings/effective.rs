//! Memory read as another type than it was written.

use super::locate;
use super::locate::{Part, Path};
use super::scene::Scene;
use super::spell;
use super::story::Story;
use crate::machine::Machine;
use crate::memory::{Pointer, marks};
use crate::sema::tree::{Expr, ExprKind, FunctionKind, Init, NodeId, Program, Stmt, StmtKind};

/// The object that an expression reads.
pub(super) fn place_read(e: &Expr) -> &Expr {
    match &e.kind {
        ExprKind::Load(place) => place,
        ExprKind::Assign { right, .. } => place_read(right),
        ExprKind::AssignOp { left: place, .. }
        | ExprKind::PointerAssign { left: place, .. }
        | ExprKind::IncDec { place, .. } => place,
        ExprKind::Convert { operand, .. } => place_read(operand),
        _ => e,
    }
}

/// The expression at the end of a path: of a declaration, its initialiser.
fn reader<'p>(path: &Path<'p>) -> Option<&'p Expr> {
    match path.last() {
        Some(Part::Stmt(Stmt { kind: StmtKind::Declare { init: Some(Init::Value(value)), .. }, .. })) => Some(value),
        _ => path.expr(),
    }
}

/// Does a node read through a member of a union?
pub fn through_union(program: &Program, machine: &Machine, node: NodeId) -> bool {
    let body = machine.frames.stack.last().and_then(|frame| match &program.function(frame.function)?.kind {
        FunctionKind::Defined(body) => Some(body),
        _ => None,
    });
    let Some(path) = body.and_then(|body| locate::find(body, node)) else { return false };
    let mut place = reader(&path).map(place_read);
    while let Some(e) = place {
        place = match &e.kind {
            ExprKind::Member { base, record, .. } => {
                if program.types.record(*record).is_some_and(|r| r.is_union) {
                    return true;
                }
                Some(base)
            }
            ExprKind::Load(inner) | ExprKind::Decay(inner) => Some(inner),
            ExprKind::Index { base, .. } if matches!(base.kind, ExprKind::Decay(_)) => Some(base),
            _ => None,
        };
    }
    false
}

/// What was stored, from the mark it left.
fn stored_as(mark: u8) -> &'static str {
    match mark {
        marks::INT16 => "an integer of 2 bytes",
        marks::INT32 => "an integer of 4 bytes",
        marks::INT64 => "an integer of 8 bytes",
        marks::FLOAT => "a float",
        marks::DOUBLE => "a double",
        marks::LONG_DOUBLE => "a long double",
        marks::BOOL => "a _Bool",
        _ => "a pointer",
    }
}

/// A read of another class.
pub(super) fn read(scene: &Scene<'_>, stored: u8) -> Story {
    let path = scene.path().unwrap_or_default();
    let place = reader(&path).map(place_read);
    let stored = stored_as(stored);
    match place.and_then(|e| Some((scene.quote(e)?, scene.type_name(spell::bare(e).ty)))) {
        Some((what, ty)) => Story::new(format!("{what} is read as {ty}, but {stored} was stored there.")),
        None => Story::new(format!("Memory is read as another type: {stored} was stored there.")),
    }
}

/// A store of another class into a declared object.
pub(super) fn stored(scene: &Scene<'_>, pointer: Pointer) -> Story {
    let accessed = super::accessed(scene.program, scene.machine, scene.node).map(|ty| scene.type_name(ty));
    let declared = super::declared_part(scene.program, scene.machine, pointer).map(|part| scene.type_name(part.ty));
    match (named(scene, pointer), declared, accessed) {
        (Some(name), Some(is), Some(written)) => Story::new(format!("{name} is {is} and is written as {written}.")),
        _ => Story::new("A variable is written as another type than its own.".to_owned()),
    }
}

/// An access of a volatile object as one that is not.
pub(super) fn not_volatile(scene: &Scene<'_>, pointer: Pointer) -> Story {
    let name = named(scene, pointer).unwrap_or_else(|| "A variable".to_owned());
    Story::new(format!("{name} is volatile and is accessed as if it were not."))
}

fn named(scene: &Scene<'_>, pointer: Pointer) -> Option<String> {
    let life = scene.machine.memory.biography(pointer.tag)?;
    Some(scene.place(&life, pointer.addr.wrapping_sub(life.base), None))
}
