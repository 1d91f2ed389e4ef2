//! As what an object is declared where a pointer points, and as what it is accessed there.

use super::effective::place_read;
use super::locate;
use crate::machine::Machine;
use crate::memory::{Origin, Pointer};
use crate::sema::tree::{ExprKind, FunctionKind, NodeId, Program};
use crate::types::{Type, TypeKind};

/// The innermost part of a declared object.
#[derive(Clone, Copy, Debug)]
pub struct Part {
    /// Its type.
    pub ty: Type,
    /// It, or what it is part of, is volatile.
    pub is_volatile: bool,
}

/// The part of a declared object that a pointer points to; `None` for storage
/// without a declared type, and for unions, which are all of their members.
pub fn part(program: &Program, machine: &Machine, pointer: Pointer) -> Option<Part> {
    let life = machine.memory.biography(pointer.tag).filter(|life| life.died.is_none())?;
    let mut rest = pointer.addr.checked_sub(life.base)?;
    let mut ty = match life.origin {
        Origin::Local { function, local, .. } => match &program.function(function)?.kind {
            FunctionKind::Defined(body) => body.locals.get(usize::try_from(local.0).ok()?)?.ty,
            _ => return None,
        },
        Origin::Global(id) => program.global(id)?.ty,
        _ => return None,
    };
    let size = |ty| program.types.size(ty).ok();
    let mut is_volatile = false;
    loop {
        is_volatile |= ty.quals.is_volatile;
        match program.types.kind(ty) {
            TypeKind::Array { element, .. } => {
                rest = rest.checked_rem(size(*element)?)?;
                ty = *element;
            }
            TypeKind::Record(id) => {
                let record = program.types.record(*id).filter(|record| !record.is_union)?;
                let member = record.members.as_ref()?.iter().find(|member| {
                    let inside = rest.checked_sub(member.offset);
                    inside.is_some_and(|inside| size(member.ty).is_some_and(|size| inside < size))
                })?;
                rest = rest.checked_sub(member.offset)?;
                ty = member.ty;
            }
            _ => return Some(Part { ty, is_volatile }),
        }
    }
}

/// The type of the lvalue that a node accesses, in the function that is running.
pub fn accessed(program: &Program, machine: &Machine, node: NodeId) -> Option<Type> {
    let frame = machine.frames.stack.last()?;
    let FunctionKind::Defined(body) = &program.function(frame.function)?.kind else { return None };
    let path = locate::find(body, node)?;
    let place = match path.expr()? {
        e if matches!(e.kind, ExprKind::Assign { .. }) => match &e.kind {
            ExprKind::Assign { left, .. } => left,
            _ => e,
        },
        e => place_read(e),
    };
    Some(place.ty)
}
