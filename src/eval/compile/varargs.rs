//! Variadic functions (7.16). A list's tag holds the serial number of its
//! function's frame, the index of the next argument, and of the end.

use super::{Class, Compiler, Scalar, unexpected};
use crate::eval::code::{Slot, Source};
use crate::eval::layout::Storage;
use crate::eval::place::AnyKey;
use crate::eval::vm::{Run, Vm};
use crate::kinds::Kind;
use crate::libc;
use crate::machine::{Parked, Value};
use crate::memory::{Pointer, Trap};
use crate::sema::tree::{Expr, LocalId, NodeId};
use crate::types::Type;

impl Compiler<'_> {
    pub(super) fn va_start(&mut self, list: &Expr, e: &Expr) -> Run<()> {
        let list = self.pointer(list).boxed();
        let node = e.id;
        Box::new(move |vm| {
            let list = list(vm)?;
            let Some(frame) = vm.machine.frames.stack.last().copied() else { return Ok(()) };
            let (first, end) = (u64::from(frame.variadic), vm.machine.variadic.len() as u64);
            let started = libc::varargs::start(&mut vm.machine, list, frame.serial, (first, end), node);
            vm.library_result(started, node)
        })
    }

    pub(super) fn va_end(&mut self, list: &Expr, e: &Expr) -> Run<()> {
        let list = self.pointer(list).boxed();
        let node = e.id;
        Box::new(move |vm| {
            let list = list(vm)?;
            let ended = libc::varargs::end(&mut vm.machine, list, node);
            vm.library_result(ended, node)
        })
    }

    pub(super) fn va_copy(&mut self, to: &Expr, from: &Expr, e: &Expr) -> Run<()> {
        let (to, from) = (self.pointer(to).boxed(), self.pointer(from).boxed());
        let node = e.id;
        Box::new(move |vm| {
            let to = to(vm)?;
            let from = from(vm)?;
            let copied = libc::varargs::copy(&mut vm.machine, to, from, node);
            vm.library_result(copied, node)
        })
    }

    pub(super) fn va_arg<T: Class>(&mut self, list: &Expr, e: &Expr) -> Run<T>
    where
        Slot: Source<T>,
    {
        let list = self.pointer(list).boxed();
        let (node, ty) = (e.id, e.ty);
        let Some(scalar) = self.scalar(e.ty) else { return unexpected(e, "va_arg of no scalar") };
        Box::new(move |vm| {
            let list = list(vm)?;
            let Some((value, given)) = vm.next_argument(list, node)? else { return Ok(T::zero()) };
            let value = vm.as_asked(value, given, scalar, ty, node)?;
            Ok(T::from_value(value).unwrap_or(T::zero()))
        })
    }

    pub(super) fn va_arg_record(&mut self, list: &Expr, local: LocalId, e: &Expr) -> Run<AnyKey> {
        let list = self.pointer(list).boxed();
        let (node, size) = (e.id, self.size(e.ty));
        let Some(Storage::Memory { offset, .. }) = self.storage(local) else {
            return unexpected(e, "va_arg without storage");
        };
        Box::new(move |vm| {
            let list = list(vm)?;
            let to = AnyKey::At(vm.at.wrapping_add(offset));
            if let Some((Value::Record(from), _)) = vm.next_argument(list, node)? {
                vm.copy_record(AnyKey::Pointer(from), to, size, node)?;
            } else {
                vm.raise(Trap::text(Kind::VaArgMismatch, "the argument is no struct"), node)?;
            }
            Ok(to)
        })
    }
}

impl Vm<'_> {
    fn next_argument(&mut self, list: Pointer, node: NodeId) -> Result<Option<(Value, Type)>, Parked> {
        let next = libc::varargs::next(&mut self.machine, list, node);
        match next {
            Ok(Some(found)) => Ok(Some(found)),
            Ok(None) => {
                let text = "there is no further argument";
                self.raise(Trap::text(Kind::VaArgMismatch, text), node)?;
                Ok(None)
            }
            Err(stop) => self.library_result(Err(stop), node).map(|()| None),
        }
    }

    /// The value as the type that va_arg asks for (7.16.1.1p2).
    fn as_asked(
        &mut self,
        value: Value,
        given: Type,
        asked: Scalar,
        ty: Type,
        node: NodeId,
    ) -> Result<Value, Parked> {
        let types = &self.program.types;
        let found = super::scalar_of(types, given);
        let same = match (found, asked) {
            (Some(Scalar::Int(a)), Scalar::Int(b)) => a.bits == b.bits,
            (Some(Scalar::Pointer), Scalar::Pointer) => true,
            (Some(a), b) => a == b,
            (None, _) => false,
        };
        if !same {
            let text = format!("it asks for '{}', the argument is '{}'", types.print(ty), types.print(given));
            self.raise(Trap::text(Kind::VaArgMismatch, text), node)?;
        }
        Ok(match (value, asked) {
            (Value::Int(value), Scalar::Int(repr)) => Value::Int(repr.wrap(value)),
            (Value::Int(value), Scalar::Pointer) => {
                let addr = value.cast_unsigned();
                Value::Pointer(Pointer { addr, tag: self.machine.memory.lookup(addr) })
            }
            (Value::Pointer(pointer), Scalar::Int(repr)) => Value::Int(repr.wrap(pointer.addr.cast_signed())),
            (value, _) => value,
        })
    }
}
