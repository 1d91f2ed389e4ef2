//! Blocks that are too small for what their pointer is to point to (semantics.md
//! §5, allocation-size). Where the source shows that the size is a whole number
//! of such objects nothing is looked at.

use super::Compiler;
use crate::eval::code::Operand;
use crate::eval::vm::Run;
use crate::kinds::Kind;
use crate::memory::{Pointer, Trap, TrapData};
use crate::sema::tree::{ArithOp, Callee, Conversion, Expr, ExprKind, NodeId};
use crate::types::{ArrayLength, Type, TypeKind};

impl Compiler<'_> {
    /// The pointer, looked at if it is a new block's that becomes one to `ty`.
    pub(super) fn large_enough(&self, pointer: Operand<Pointer>, made: &Expr, ty: Type) -> Operand<Pointer> {
        match self.least_block(made, ty) {
            Some((least, node)) => Operand::Run(looked_at(pointer.boxed(), least, node)),
            None => pointer,
        }
    }

    /// How large a block must be that this call makes for a pointer of type `ty`,
    /// where the call does not show that it is.
    fn least_block(&self, made: &Expr, ty: Type) -> Option<(u64, NodeId)> {
        let call = uncast(made);
        let ExprKind::Call { callee: Callee::Direct(id), arguments, .. } = &call.kind else { return None };
        let sizes = match (&*self.program.function(*id)?.name, arguments.as_slice()) {
            ("malloc", [size]) | ("realloc" | "aligned_alloc", [_, size]) => vec![size],
            ("calloc", [count, size]) => vec![count, size],
            _ => return None,
        };
        let target = self.program.types.pointee(ty)?;
        let least = self.program.types.size(target).ok().filter(|size| *size > 1)?;
        let seen = sizes.iter().any(|size| holds_whole(size, least));
        (!seen && !self.reaches_further(target)).then_some((least, call.id))
    }

    /// A struct that ends in a flexible array, or in one that is used as such.
    fn reaches_further(&self, ty: Type) -> bool {
        let TypeKind::Record(id) = self.program.types.kind(ty) else { return false };
        let last = self.program.types.record(*id).and_then(|r| r.members.as_ref()).and_then(|m| m.last());
        last.is_some_and(|last| match self.program.types.kind(last.ty) {
            TypeKind::Array { length: ArrayLength::Known(length), .. } => *length <= 1,
            TypeKind::Array { .. } => true,
            _ => false,
        })
    }
}

fn looked_at(pointer: Run<Pointer>, least: u64, node: NodeId) -> Run<Pointer> {
    Box::new(move |vm| {
        let pointer = pointer(vm)?;
        if let Some(size) = vm.machine.memory.room(pointer)
            && size > 0
            && size < least
        {
            let data = TrapData::Value { value: size.cast_signed(), bits: 64 };
            vm.raise(Trap { data, ..Trap::plain(Kind::AllocationSize) }, node)?;
        }
        Ok(pointer)
    })
}

/// A size that is `least` or more, or is no smaller unless it is 0: `n * 24`, `24 + n`.
fn holds_whole(size: &Expr, least: u64) -> bool {
    match &uncast(size).kind {
        ExprKind::Int(size) => u64::try_from(*size).is_ok_and(|size| size >= least),
        ExprKind::Binary { op: ArithOp::Mul | ArithOp::Add, left, right } => {
            holds_whole(left, least) || holds_whole(right, least)
        }
        _ => false,
    }
}

fn uncast(mut e: &Expr) -> &Expr {
    while let ExprKind::Convert { kind: Conversion::PointerToPointer | Conversion::IntToInt, operand, .. } = &e.kind {
        e = operand;
    }
    e
}
