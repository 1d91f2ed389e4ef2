//! Variadic functions (7.16). A list's tag holds the serial number of its
//! function's frame, the index of the next argument, and of the end.

use super::{Class, Compiler, Scalar, unexpected};
use crate::eval::code::BodyCode;
use crate::eval::layout::Storage;
use crate::eval::place::AnyKey;
use crate::eval::vm::{Run, Vm};
use crate::kinds::{Kind, Severity};
use crate::libc::{self, Context};
use crate::machine::{Parked, Value};
use crate::memory::{Pointer, Trap};
use crate::sema::tree::{Expr, ExprKind, LocalId, LocalKind};
use crate::types::{FloatKind, TypeKind};

impl Compiler<'_> {
    pub(super) fn va_start(&mut self, list: &Expr, e: &Expr) -> Run<()> {
        let list = self.pointer(list).boxed();
        let node = e.id;
        let unfit = self.unfit_parameter();
        Box::new(move |vm| {
            let list = list(vm)?;
            if let Some(text) = &unfit {
                vm.raise_as(Trap::text(Kind::BadArgument, text.clone()), Severity::Warning, node)?;
            }
            let Some(frame) = vm.machine.frames.stack.last().copied() else { return Ok(()) };
            let end = u32::try_from(vm.machine.variadic.len()).unwrap_or(u32::MAX);
            vm.with_library(node, |context| {
                libc::varargs::start(context, list, frame.serial, frame.variadic..end, node)
            })
            .map(drop)
        })
    }

    /// Why the last named parameter is none that va_start can begin after: it
    /// must have the type that it is passed as (7.16.1.4p4).
    fn unfit_parameter(&self) -> Option<String> {
        let body = self.body?;
        let last = usize::try_from(body.parameters).ok()?.checked_sub(1)?;
        let local = body.locals.get(last)?;
        let types = &self.program.types;
        let narrow = match types.kind(local.ty) {
            TypeKind::Int(_) | TypeKind::Bool => types.size(local.ty).is_ok_and(|size| size < 4),
            TypeKind::Float(kind) => *kind == FloatKind::Float,
            _ => false,
        };
        narrow.then(|| {
            format!(
                "the last parameter before '...' must have a type that is passed as it is, and '{}' is a '{}', which is promoted",
                local.name,
                types.print(local.ty.unqualified())
            )
        })
    }

    pub(super) fn va_end(&mut self, list: &Expr, e: &Expr) -> Run<()> {
        let list = self.pointer(list).boxed();
        let node = e.id;
        Box::new(move |vm| {
            let list = list(vm)?;
            vm.with_library(node, |context| libc::varargs::end(context, list, node)).map(drop)
        })
    }

    pub(super) fn va_copy(&mut self, to: &Expr, from: &Expr, e: &Expr) -> Run<()> {
        let (to, from) = (self.pointer(to).boxed(), self.pointer(from).boxed());
        let node = e.id;
        Box::new(move |vm| {
            let to = to(vm)?;
            let from = from(vm)?;
            vm.with_library(node, |context| libc::varargs::copy(context, to, from, node)).map(drop)
        })
    }

    /// Is a list a parameter? One that is reached through a pointer to it goes on
    /// in the caller (7.16p3).
    fn is_passed(&self, list: &Expr) -> bool {
        let ExprKind::Load(place) = &list.kind else { return false };
        let ExprKind::Local(id) = &place.kind else { return false };
        let at = usize::try_from(id.0).ok();
        let local = self.body.zip(at).and_then(|(body, at)| body.locals.get(at));
        local.is_some_and(|local| local.kind == LocalKind::Parameter)
    }

    pub(super) fn va_arg<T: Class>(&mut self, list: &Expr, e: &Expr) -> Run<T> {
        let passed = self.is_passed(list);
        let list = self.pointer(list).boxed();
        let (node, ty) = (e.id, e.ty);
        let Some(scalar) = self.scalar(e.ty) else { return unexpected(e, "va_arg of no scalar") };
        Box::new(move |vm| {
            let list = list(vm)?;
            let value = vm.with_library(node, |context| libc::varargs::argument(context, (list, passed), ty, node))?;
            Ok(value.and_then(|v| T::from_value(vm.as_asked(v, scalar))).unwrap_or(T::zero()))
        })
    }

    pub(super) fn va_arg_record(&mut self, list: &Expr, local: LocalId, e: &Expr) -> Run<AnyKey> {
        let passed = self.is_passed(list);
        let list = self.pointer(list).boxed();
        let (node, size, ty) = (e.id, self.size(e.ty), e.ty);
        let Some(Storage::Memory { offset, .. }) = self.storage(local) else {
            return unexpected(e, "va_arg without storage");
        };
        Box::new(move |vm| {
            let list = list(vm)?;
            let to = AnyKey::At(vm.at.wrapping_add(offset));
            let value = vm.with_library(node, |context| libc::varargs::argument(context, (list, passed), ty, node))?;
            match value {
                Some(Value::Record(from)) => {
                    let from = vm.passed_record(from);
                    vm.copy_record(from, to, size, node)?;
                }
                Some(_) => vm.raise(Trap::text(Kind::VaArgMismatch, "the argument is no struct"), node)?,
                None => {}
            }
            Ok(to)
        })
    }
}

/// The body of a variadic function, after which the lists that it began must have ended.
pub(super) fn ending_lists(body: BodyCode) -> BodyCode {
    fn after<T: 'static>(body: Run<T>) -> Run<T> {
        Box::new(move |vm| {
            let value = body(vm)?;
            vm.lists_left()?;
            Ok(value)
        })
    }
    match body {
        BodyCode::Unit(run) => BodyCode::Unit(after(run)),
        BodyCode::Int(run) => BodyCode::Int(after(run)),
        BodyCode::Float(run) => BodyCode::Float(after(run)),
        BodyCode::Pointer(run) => BodyCode::Pointer(after(run)),
    }
}

impl Vm<'_> {
    /// The running function is about to return: its lists must have ended (7.16.1p1).
    fn lists_left(&mut self) -> Result<(), Parked> {
        let Some(frame) = self.machine.frames.stack.last() else { return Ok(()) };
        let owner = frame.serial;
        let mut context = Context { machine: &mut self.machine, state: &mut self.library };
        for node in libc::varargs::forgotten(&mut context, owner) {
            let text = "the va_list that begins here is not ended with va_end before the function returns";
            self.raise_as(Trap::text(Kind::BadArgument, text), Severity::Warning, node)?;
        }
        Ok(())
    }

    /// Where a struct lies that was passed as a further argument: a local without
    /// an identity, to which nobody points, is known by its place in the stack only.
    fn passed_record(&self, from: Pointer) -> AnyKey {
        let memory = &self.machine.memory;
        let in_stack = (memory.stack_low()..memory.stack_high()).contains(&from.addr);
        if in_stack && memory.biography(from.tag).is_none() {
            AnyKey::At(memory.stack_at(from.addr))
        } else {
            AnyKey::Pointer(from)
        }
    }

    /// A value of the same size as the class that is asked for.
    fn as_asked(&mut self, value: Value, asked: Scalar) -> Value {
        match (value, asked) {
            (Value::Int(value), Scalar::Int(repr)) => Value::Int(repr.wrap(value)),
            (Value::Int(value), Scalar::Pointer) => {
                let addr = value.cast_unsigned();
                Value::Pointer(Pointer { addr, tag: self.machine.memory.lookup(addr) })
            }
            (Value::Pointer(pointer), Scalar::Int(repr)) => Value::Int(repr.wrap(pointer.addr.cast_signed())),
            (value, _) => value,
        }
    }
}
