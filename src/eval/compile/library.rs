//! Calls of library functions by name.

use super::call::{Argument, Passed};
use super::{Class, Compiler, Scalar, unexpected};
use crate::eval::layout::Storage;
use crate::eval::vm::{Run, Vm};
use crate::libc::{self, Action, Row};
use crate::machine::{Parked, Value};
use crate::memory::Pointer;
use crate::sema::tree::{Expr, ExprKind};
use crate::types::Type;

impl Compiler<'_> {
    /// A library function that yields a scalar.
    pub(super) fn library_call<T: Class>(&mut self, e: &Expr) -> Run<T> {
        let ExprKind::Call { arguments, .. } = &e.kind else { return unexpected(e, "no call") };
        let row = self.library_callee(e).and_then(libc::row);
        let node = e.id;
        match (row.map(|r| r.action), arguments.as_slice()) {
            (Some(Action::Float1(f)), [a]) if self.is_floating(a.ty) => {
                let a = self.float(a).boxed();
                Box::new(move |vm| {
                    vm.step(node)?;
                    let result = f(a(vm)?);
                    Ok(T::from_value(Value::Float(result)).unwrap_or(T::zero()))
                })
            }
            (Some(Action::Float2(f)), [a, b]) if self.is_floating(a.ty) && self.is_floating(b.ty) => {
                let (a, b) = (self.float(a).boxed(), self.float(b).boxed());
                Box::new(move |vm| {
                    vm.step(node)?;
                    let b = b(vm)?;
                    let result = f(a(vm)?, b);
                    Ok(T::from_value(Value::Float(result)).unwrap_or(T::zero()))
                })
            }
            (Some(Action::Int1(f)), [a]) if matches!(self.scalar(a.ty), Some(Scalar::Int(_))) => {
                let a = self.int(a).boxed();
                Box::new(move |vm| {
                    vm.step(node)?;
                    let result = f(a(vm)?);
                    Ok(T::from_value(Value::Int(result)).unwrap_or(T::zero()))
                })
            }
            (Some(_), _) => {
                let call = self.library_value(e);
                Box::new(move |vm| {
                    let value = call(vm)?;
                    Ok(T::from_value(value).unwrap_or(T::zero()))
                })
            }
            (None, _) => unexpected(e, "a library function that cglass does not have"),
        }
    }

    /// A library function for its effect.
    pub(super) fn library_effect(&mut self, e: &Expr) -> Run<()> {
        let call = self.library_value(e);
        Box::new(move |vm| call(vm).map(drop))
    }

    fn library_value(&mut self, e: &Expr) -> Run<Value> {
        let ExprKind::Call { arguments, result, .. } = &e.kind else { return unexpected(e, "no call") };
        let Some(row) = self.library_callee(e).and_then(libc::row) else {
            return unexpected(e, "a library function that cglass does not have");
        };
        let node = e.id;
        let types: Vec<Type> = arguments.iter().map(|a| a.ty).collect();
        let arguments: Vec<Argument> = arguments.iter().map(|a| self.library_argument(a)).collect();
        let result = result.and_then(|local| match self.storage(local) {
            Some(Storage::Memory { offset, size, identity, .. }) => Some((local, offset, size, identity)),
            _ => None,
        });
        let called: &'static Row = row;
        Box::new(move |vm| {
            let mut room = [Value::Void; 6];
            let mut more = Vec::new();
            let values = match room.get_mut(..arguments.len()) {
                Some(room) => room,
                None => {
                    more.resize(arguments.len(), Value::Void);
                    &mut more
                }
            };
            for (to, argument) in values.iter_mut().zip(&arguments).rev() {
                *to = value_of(vm, argument)?;
            }
            let result = result.map(|(local, offset, size, identity)| vm.identify(local, offset, size, identity, node));
            vm.library_row(called, values, &types, result, node)
        })
    }

    fn library_argument(&mut self, e: &Expr) -> Argument {
        match self.scalar(e.ty) {
            Some(Scalar::Pointer) => Argument::Pointer(self.library_pointer(e)),
            _ => self.argument(e),
        }
    }
}

fn value_of(vm: &mut Vm<'_>, argument: &Argument) -> Result<Value, Parked> {
    match argument.pass(vm)? {
        Passed::Value(value) => Ok(value),
        Passed::Record(crate::eval::place::AnyKey::Pointer(pointer)) => Ok(Value::Record(pointer)),
        Passed::Record(crate::eval::place::AnyKey::At(at)) => {
            let pointer: Pointer = vm.pointer_to(at);
            Ok(Value::Record(pointer))
        }
    }
}
