//! Conversions (6.3).

use super::environment::to_int_in_environment;
use super::{Compiler, Scalar, differ, mark_of, unexpected};
use crate::arith::{IntRepr, float_to_int, int_to_float, int_to_single, to_single};
use crate::eval::code::Operand;
use crate::memory::{Pointer, marks};
use crate::sema::tree::{Conversion, Expr, ExprKind, NodeId};
use crate::types::Type;

impl Compiler<'_> {
    /// A conversion to an integer type.
    pub(super) fn convert_to_int(&mut self, kind: Conversion, operand: &Expr, e: &Expr) -> Operand<i64> {
        let to = self.repr(e.ty);
        let node = e.id;
        match kind {
            Conversion::IntToInt => {
                let from = self.repr(operand.ty);
                let value = self.int(operand);
                narrow(from, to, value)
            }
            Conversion::ToBool => {
                let condition = self.condition(operand);
                Operand::Run(Box::new(move |vm| condition(vm).map(i64::from)))
            }
            Conversion::FloatToInt => {
                let value = self.float(operand).boxed();
                if self.wanted.asked.flags {
                    return to_int_in_environment(value, to, node);
                }
                Operand::Run(Box::new(move |vm| {
                    let float = value(vm)?;
                    let result = float_to_int(to, float);
                    if result.overflows {
                        vm.float_overflow(float, to, node)?;
                    }
                    Ok(result.value)
                }))
            }
            Conversion::PointerToInt => {
                let value = self.pointer_used(operand).boxed();
                Operand::Run(Box::new(move |vm| {
                    let pointer = value(vm)?;
                    vm.check_stale(pointer, node)?;
                    vm.machine.memory.expose(pointer.tag);
                    Ok(to.wrap(pointer.addr.cast_signed()))
                }))
            }
            _ => Operand::Run(unexpected(e, "a conversion to an integer")),
        }
    }

    /// A conversion to a floating type.
    pub(super) fn convert_to_float(&mut self, kind: Conversion, operand: &Expr, e: &Expr) -> Operand<f64> {
        let single = self.scalar(e.ty) == Some(Scalar::Single);
        match kind {
            Conversion::IntToFloat => {
                let from = self.repr(operand.ty);
                let value = self.int(operand);
                if let Operand::Const(value) = value {
                    let convert = if single { int_to_single } else { int_to_float };
                    return Operand::Const(convert(from, value));
                }
                let value = value.boxed();
                Operand::Run(if single {
                    Box::new(move |vm| Ok(int_to_single(from, value(vm)?)))
                } else {
                    Box::new(move |vm| Ok(int_to_float(from, value(vm)?)))
                })
            }
            Conversion::FloatToFloat => {
                let narrows = single && self.scalar(operand.ty) != Some(Scalar::Single);
                let value = self.float(operand);
                if !narrows {
                    return value;
                }
                let value = value.boxed();
                Operand::Run(Box::new(move |vm| Ok(to_single(value(vm)?))))
            }
            _ => Operand::Run(unexpected(e, "a conversion to a floating type")),
        }
    }

    /// A pointer that becomes one to a type with more alignment, and may not
    /// have it (6.3.2.3p7).
    /// That is told where a pointer becomes one (`told`).
    fn aligned(&self, pointer: Operand<Pointer>, from: Type, to: Type, told: Option<NodeId>) -> Operand<Pointer> {
        let align = |ty| self.program.types.pointee(ty).map_or(1, |target| self.program.types.align(target).max(1));
        let needed = align(to);
        if needed <= align(from) {
            return pointer;
        }
        let mask = needed.wrapping_sub(1);
        if let Operand::Const(pointer) = pointer
            && pointer.addr & mask == 0
        {
            return Operand::Const(pointer);
        }
        let pointer = pointer.boxed();
        Operand::Run(Box::new(move |vm| {
            let pointer = pointer(vm)?;
            if pointer.addr & mask == 0 { Ok(pointer) } else { vm.skewed(pointer, told) }
        }))
    }

    /// A pointer to the first element of a struct's first member that is cast to
    /// a pointer to the struct leads to all of it (6.7.2.1p15).
    fn struct_of_first(&self, pointer: Operand<Pointer>, from: Type, to: Type) -> Operand<Pointer> {
        let types = &self.program.types;
        let Some((element, whole)) = types.pointee(from).zip(types.pointee(to)) else { return pointer };
        let first = |ty| types.record(types.record_of(ty)?)?.members.as_deref()?.first().map(|m| m.ty);
        let mut member = whole;
        while let Some(inner) = first(member) {
            member = inner;
        }
        if types.element(member).is_none_or(|own| own.id != element.id) {
            return pointer;
        }
        let (member, whole) = (self.size(member), self.size(whole));
        let pointer = pointer.boxed();
        Operand::Run(Box::new(move |vm| {
            let pointer = pointer(vm)?;
            Ok(vm.machine.memory.around_first_member(pointer, member, whole))
        }))
    }

    /// A pointer that becomes one to a type of another class, or forgets `volatile`.
    /// Through `void` and characters anything may be meant.
    fn looked_after(&self, pointer: Operand<Pointer>, from: Type, to: Type) -> Operand<Pointer> {
        let types = &self.program.types;
        let Some((from, to)) = types.pointee(from).zip(types.pointee(to)) else { return pointer };
        if types.is_void(from) || types.is_void(to) || types.is_function(from) {
            return pointer;
        }
        let loses_volatile = from.quals.is_volatile && !to.quals.is_volatile;
        let mut part = from;
        while let Some(element) = types.element(part) {
            part = element;
        }
        let mark = mark_of(types, to).filter(|mark| match mark_of(types, part) {
            Some(before) => differ(before, *mark),
            None => *mark != marks::BYTE,
        });
        if mark.is_none() && !loses_volatile {
            return pointer;
        }
        let pointer = pointer.boxed();
        Operand::Run(Box::new(move |vm| {
            let pointer = pointer(vm)?;
            Ok(vm.watched(pointer, mark, loses_volatile))
        }))
    }

    /// A conversion to a pointer type.
    pub(super) fn convert_to_pointer(&mut self, kind: Conversion, operand: &Expr, e: &Expr) -> Operand<Pointer> {
        match kind {
            Conversion::PointerToPointer => {
                let pointer = self.pointer(operand);
                let pointer = self.large_enough(pointer, operand, e.ty);
                let pointer = self.looked_after(pointer, operand.ty, e.ty);
                let implicit = matches!(e.kind, ExprKind::Convert { explicit: false, .. });
                let pointer = if implicit { pointer } else { self.struct_of_first(pointer, operand.ty, e.ty) };
                let pointer = if implicit { self.of_equal_length(pointer, (operand.ty, e.ty), e.id) } else { pointer };
                self.aligned(pointer, operand.ty, e.ty, Some(e.id))
            }
            Conversion::IntToPointer => {
                let value = self.int(operand);
                if let Operand::Const(0) = value {
                    return Operand::Const(Pointer::NULL);
                }
                let value = value.boxed();
                let pointer = Operand::Run(Box::new(move |vm| {
                    let addr = value(vm)?.cast_unsigned();
                    Ok(Pointer { addr, tag: vm.machine.memory.lookup(addr) })
                }));
                self.aligned(pointer, operand.ty, e.ty, None)
            }
            _ => Operand::Run(unexpected(e, "a conversion to a pointer")),
        }
    }
}

/// Between integer types. Values travel extended, so that widening, and a change
/// of sign at 64 bits, do nothing.
pub(super) fn narrow(from: IntRepr, to: IntRepr, value: Operand<i64>) -> Operand<i64> {
    let same = to.bits == 64 || (to.bits > from.bits && (to.signed || !from.signed)) || to == from;
    if same {
        return value;
    }
    match value {
        Operand::Const(value) => Operand::Const(to.wrap(value)),
        value => {
            let value = value.boxed();
            Operand::Run(match (to.bits, to.signed) {
                (32, false) => Box::new(move |vm| Ok(wrap::<crate::arith::op::U32>(value(vm)?))),
                (32, true) => Box::new(move |vm| Ok(wrap::<crate::arith::op::S32>(value(vm)?))),
                (8, true) => Box::new(move |vm| Ok(wrap::<crate::arith::op::S8>(value(vm)?))),
                (8, false) => Box::new(move |vm| Ok(wrap::<crate::arith::op::U8>(value(vm)?))),
                _ => Box::new(move |vm| Ok(to.wrap(value(vm)?))),
            })
        }
    }
}

#[inline(always)]
fn wrap<W: crate::arith::Width>(value: i64) -> i64 {
    W::wrap(value)
}
