//! Expressions that yield a pointer.

use super::{Class, Compiler, unexpected};
use crate::eval::code::{Operand, Source, with_operand};
use crate::eval::jump::label_address;
use crate::eval::layout::{Storage, is_character};
use crate::eval::place::{AnyKey, PlaceCode};
use crate::eval::vm::Run;
use crate::memory::{Memory, Pointer, Reason, Tag, function_address};
use crate::sema::tree::{Expr, ExprKind, LocalId, NodeId, Stride};
use crate::types::{ArrayLength, TypeKind};

impl Compiler<'_> {
    /// An expression of pointer type.
    pub(super) fn pointer(&mut self, e: &Expr) -> Operand<Pointer> {
        if let Some(whole) = self.whole(e, |c| c.pointer(e).boxed()) {
            return Operand::Run(whole);
        }
        match &e.kind {
            ExprKind::Null => Operand::Const(Pointer::NULL),
            ExprKind::Load(place) => self.load_pointer(place, e),
            ExprKind::Decay(array) => self.decay(array, e.id),
            ExprKind::AddressOf(place) => self.address_of(place, e.id),
            ExprKind::Function(id) => Operand::Const(Pointer { addr: function_address(id.0), tag: Tag::NONE }),
            ExprKind::PointerAdd { pointer, index, stride, negative } => {
                self.pointer_add(pointer, index, stride, *negative, e)
            }
            ExprKind::Convert { kind, operand, .. } => self.convert_to_pointer(*kind, operand, e),
            ExprKind::LabelAddress(label) => {
                let number = self.first_label.saturating_add(u64::from(label.0));
                Operand::Const(Pointer { addr: label_address(number), tag: Tag::NONE })
            }
            ExprKind::Alloca(size) => {
                let size = self.int(size).boxed();
                let node = e.id;
                Operand::Run(Box::new(move |vm| {
                    let size = size(vm)?.cast_unsigned();
                    vm.allocate_on_stack(size, 16, None, node)
                }))
            }
            _ => self.common::<Pointer>(e),
        }
    }

    /// A pointer that is used up here: where a call gives it, nobody holds it
    /// afterwards (semantics.md §6.4: lost at the end of the full expression).
    pub(super) fn pointer_used(&mut self, e: &Expr) -> Operand<Pointer> {
        let operand = self.pointer(e);
        if !comes_from_call(e) {
            return operand;
        }
        let node = e.id;
        let run = operand.boxed();
        Operand::Run(Box::new(move |vm| {
            let pointer = run(vm)?;
            vm.machine.memory.removed(pointer.tag, node, Reason::ResultIgnored);
            Ok(pointer)
        }))
    }

    /// The pointer to an array's first element. A member array, a row of
    /// characters, and any row handed to the library, is a range of its own.
    pub(super) fn decay(&mut self, array: &Expr, node: NodeId) -> Operand<Pointer> {
        let whole = self.address_of(array, node);
        let narrows = matches!(array.kind, ExprKind::Member { .. }) && !self.is_open_ended(array);
        match *self.program.types.kind(array.ty) {
            TypeKind::Array { length: ArrayLength::Known(_), .. } if narrows => {
                let size = self.size(array.ty);
                narrowed(whole, size)
            }
            TypeKind::Array { element, length: ArrayLength::Known(length) }
                if length > 1
                    && is_character(&self.program.types, element)
                    && matches!(array.kind, ExprKind::Index { .. } | ExprKind::Deref(_)) =>
            {
                row(whole, length, Memory::narrow_to_row)
            }
            _ => whole,
        }
    }

    /// The address of an lvalue, with the provenance of its whole object.
    pub(super) fn address_of(&mut self, place: &Expr, node: NodeId) -> Operand<Pointer> {
        match &place.kind {
            ExprKind::Local(local) => self.address_of_local(*local, node),
            ExprKind::Global(id) => match self.global_place(*id) {
                Some(place) => Operand::Const(Pointer { addr: place.addr, tag: place.tag }),
                None => Operand::Run(super::impossible(node, "a static object without a place")),
            },
            ExprKind::String(id) => match self.string_place(*id) {
                Some(place) => Operand::Const(Pointer { addr: place.addr, tag: place.tag }),
                None => Operand::Run(super::impossible(node, "a string literal without a place")),
            },
            ExprKind::Deref(pointer) => self.pointer(pointer),
            ExprKind::Index { base, index, stride } => {
                // `&m[0][0]` ranges over the whole matrix, not over the row.
                let base = match &base.kind {
                    ExprKind::Decay(row) if !matches!(row.kind, ExprKind::Member { .. }) => {
                        self.address_of(row, base.id)
                    }
                    _ => self.pointer(base),
                };
                self.moved_by(base, index, stride, false, place.id)
            }
            ExprKind::Member { base, .. } => {
                let is_array = matches!(self.program.types.kind(place.ty), TypeKind::Array { .. });
                let offset = self.member_offset(place);
                let base = match &base.kind {
                    ExprKind::Load(inner) => self.address_of(inner, node),
                    _ => self.address_of(base, node),
                };
                let moved = match base {
                    Operand::Const(pointer) => Operand::Const(pointer.offset(offset)),
                    base => with_operand!(base, |base| Operand::Run(Box::new(move |vm| {
                        Ok(Source::<Pointer>::get(&base, vm)?.offset(offset))
                    }))),
                };
                // `&s.array` narrows as its decay does.
                if is_array && !self.is_open_ended(place) && self.size(place.ty) > 0 {
                    let size = self.size(place.ty);
                    return narrowed(moved, size);
                }
                moved
            }
            ExprKind::CompoundLiteral { local, init } => {
                let make = self.initialise_local(*local, init, node);
                let address = self.address_of_local(*local, node).boxed();
                Operand::Run(Box::new(move |vm| {
                    make(vm)?;
                    address(vm)
                }))
            }
            _ => Operand::Run(self.record(place)),
        }
    }

    /// Bytes from the start of the struct to a member.
    pub(super) fn member_offset(&self, member: &Expr) -> i64 {
        let ExprKind::Member { record, index, .. } = &member.kind else { return 0 };
        self.program
            .types
            .record(*record)
            .and_then(|r| r.members.as_ref())
            .zip(usize::try_from(*index).ok())
            .and_then(|(members, i)| members.get(i))
            .map_or(0, |m| m.offset.cast_signed())
    }

    fn address_of_local(&mut self, local: LocalId, node: NodeId) -> Operand<Pointer> {
        if let Some(place) = self.in_frame(local) {
            return Operand::Run(Box::new(move |vm| Ok(vm.identify(&place, node))));
        }
        match self.storage(local) {
            Some(Storage::Variable { k }) => Operand::Slot(crate::eval::code::Slot { k, node }),
            _ => Operand::Run(super::impossible(node, "the address of a local in a slot")),
        }
    }

    /// `p + i`, checked to stay in its range (semantics.md §2.5).
    pub(super) fn pointer_add(
        &mut self,
        pointer: &Expr,
        index: &Expr,
        stride: &Stride,
        negative: bool,
        e: &Expr,
    ) -> Operand<Pointer> {
        let base = self.pointer(pointer);
        self.moved_by(base, index, stride, negative, e.id)
    }

    fn moved_by(
        &mut self,
        base: Operand<Pointer>,
        index: &Expr,
        stride: &Stride,
        negative: bool,
        node: NodeId,
    ) -> Operand<Pointer> {
        let index = self.int(index);
        match stride {
            Stride::Bytes(bytes) => {
                let bytes = if negative { bytes.cast_signed().wrapping_neg() } else { bytes.cast_signed() };
                if let (Operand::Const(pointer), Operand::Const(0)) = (&base, &index) {
                    return Operand::Const(*pointer);
                }
                Operand::Run(with_operand!(index, |index| match base {
                    Operand::Slot(base) => moved(base, index, bytes, node),
                    base => moved(base.boxed(), index, bytes, node),
                }))
            }
            Stride::Variable(size) => {
                let size = self.int(size).boxed();
                let (base, index) = (base.boxed(), index.boxed());
                Operand::Run(Box::new(move |vm| {
                    let base = base(vm)?;
                    let index = index(vm)?;
                    let bytes = size(vm)?;
                    let far = index.wrapping_mul(bytes);
                    vm.move_pointer(base, if negative { far.wrapping_neg() } else { far }, node)
                }))
            }
        }
    }

    /// `p - q` (6.5.6p9)
    pub(super) fn pointer_difference(&mut self, left: &Expr, right: &Expr, stride: &Stride, e: &Expr) -> Operand<i64> {
        let node = e.id;
        let left = self.pointer_used(left).boxed();
        let right = self.pointer_used(right).boxed();
        let stride = match stride {
            Stride::Bytes(bytes) => Operand::Const(bytes.cast_signed()),
            Stride::Variable(size) => self.int(size),
        }
        .boxed();
        Operand::Run(Box::new(move |vm| {
            let a = left(vm)?;
            let b = right(vm)?;
            vm.check_stale(a, node)?;
            vm.check_stale(b, node)?;
            vm.check_related(a, b, node)?;
            let bytes = stride(vm)?;
            Ok(a.addr.wrapping_sub(b.addr).cast_signed().checked_div(bytes).unwrap_or(0))
        }))
    }

    /// Where a place lies as a pointer with provenance (for libraries and structs).
    pub(super) fn place_pointer(&mut self, place: &Expr, node: NodeId) -> Run<Pointer> {
        self.address_of(place, node).boxed()
    }

    /// The same as an index or pointer without making an identity.
    pub(super) fn place_key(&mut self, place: &Expr) -> Run<AnyKey> {
        let code: PlaceCode = self.place(place);
        code.any(place.id).key
    }

    /// An argument of a library function: rows are ranges of their own there.
    pub(super) fn library_pointer(&mut self, e: &Expr) -> Run<Pointer> {
        if let ExprKind::Decay(array) = &e.kind
            && let ExprKind::Index { .. } = array.kind
            && let TypeKind::Array { length: ArrayLength::Known(_), .. } = *self.program.types.kind(array.ty)
        {
            let size = self.size(array.ty);
            let whole = self.address_of(array, e.id);
            return row(whole, size, Memory::hold_to_row).boxed();
        }
        if let ExprKind::Convert { operand, .. } = &e.kind
            && self.is_pointer(operand.ty)
        {
            return self.library_pointer(operand);
        }
        match self.scalar(e.ty) {
            Some(super::Scalar::Pointer) => <Pointer as Class>::operand(self, e).boxed(),
            _ => unexpected(e, "a pointer was expected"),
        }
    }
}

fn moved(base: impl Source<Pointer>, index: impl Source<i64>, bytes: i64, node: NodeId) -> Run<Pointer> {
    Box::new(move |vm| {
        let pointer = base.get(vm)?;
        let index = index.get(vm)?;
        vm.move_pointer(pointer, index.wrapping_mul(bytes), node)
    })
}

/// The pointer with a range of so many bytes.
fn narrowed(pointer: Operand<Pointer>, size: u64) -> Operand<Pointer> {
    let pointer = pointer.boxed();
    Operand::Run(Box::new(move |vm| {
        let pointer = pointer(vm)?;
        Ok(vm.machine.memory.narrow(pointer, size))
    }))
}

/// The pointer to a row, narrowed to it one way or the other.
fn row(pointer: Operand<Pointer>, size: u64, narrow: fn(&mut Memory, Pointer, u64) -> Pointer) -> Operand<Pointer> {
    let pointer = pointer.boxed();
    Operand::Run(Box::new(move |vm| {
        let pointer = pointer(vm)?;
        Ok(narrow(&mut vm.machine.memory, pointer, size))
    }))
}

/// Does a call give this pointer, perhaps moved or converted?
pub(super) fn comes_from_call(e: &Expr) -> bool {
    match &e.kind {
        ExprKind::Call { .. } => true,
        ExprKind::Convert { operand, .. } => comes_from_call(operand),
        ExprKind::PointerAdd { pointer, .. } => comes_from_call(pointer),
        ExprKind::Comma(_, right) => comes_from_call(right),
        ExprKind::Statement { value: Some(value), .. } => comes_from_call(value),
        ExprKind::Conditional { then, otherwise, .. } => {
            then.as_ref().is_some_and(|e| comes_from_call(e)) || comes_from_call(otherwise)
        }
        _ => false,
    }
}
