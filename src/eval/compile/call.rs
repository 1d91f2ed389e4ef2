//! Calls of the program's own functions.
//!
//! The shape of a call is chosen when it is compiled ([`super::shapes`]); what is
//! not called as what it is goes through one general form.

use super::{Class, Compiler, Facts, Scalar, unexpected};
use crate::eval::agreement::is_certain;
use crate::eval::code::Operand;
use crate::eval::layout::Storage;
use crate::eval::lives::Happening;
use crate::eval::place::AnyKey;
use crate::eval::vm::{Run, Vm};
use crate::machine::{Parked, Value};
use crate::memory::{Pointer, Reason};
use crate::sema::tree::{Callee, Expr, ExprKind, FunctionId, FunctionKind};
use crate::types::Type;

/// An argument as a closure.
pub enum Argument {
    /// An integer.
    Int(Run<i64>),
    /// A floating value.
    Float(Run<f64>),
    /// A pointer.
    Pointer(Run<Pointer>),
    /// A struct, by where it lies.
    Record(Run<AnyKey>),
}

/// An evaluated argument.
#[derive(Clone, Copy, Debug)]
pub enum Passed {
    /// A scalar.
    Value(Value),
    /// A struct.
    Record(AnyKey),
}

impl Argument {
    /// Evaluates it.
    pub fn pass(&self, vm: &mut Vm<'_>) -> Result<Passed, Parked> {
        Ok(match self {
            Argument::Int(run) => Passed::Value(Value::Int(run(vm)?)),
            Argument::Float(run) => Passed::Value(Value::Float(run(vm)?)),
            Argument::Pointer(run) => Passed::Value(Value::Pointer(run(vm)?)),
            Argument::Record(run) => Passed::Record(run(vm)?),
        })
    }
}

impl Compiler<'_> {
    /// The function a call names, if the program defines it and is called as what it is.
    fn known_callee(&self, e: &Expr) -> Option<FunctionId> {
        let ExprKind::Call { callee: Callee::Direct(id), function, arguments, .. } = &e.kind else { return None };
        let index = usize::try_from(id.0).ok()?;
        let facts = self.facts.get(index)?;
        let called = self.program.function(*id)?;
        let plain = facts.defined && !facts.variadic && called.ty.id == function.id;
        let certain = is_certain(&self.program.types, called, *function) || self.passes_as_is(arguments, facts);
        (plain && certain && arguments.len() == facts.parameters.len()).then_some(*id)
    }

    /// Are the arguments of an old-style function just what its parameters are,
    /// so that nothing is to be compared or converted?
    fn passes_as_is(&self, arguments: &[Expr], facts: &Facts) -> bool {
        arguments.iter().zip(&facts.parameters).all(|(argument, (_, ty))| {
            let scalar = self.scalar(*ty);
            scalar == self.scalar(argument.ty)
                && match scalar {
                    None => ty.unqualified().id == argument.ty.unqualified().id,
                    Some(Scalar::Pointer) => ty.unqualified().id == argument.ty.unqualified().id,
                    Some(_) => true,
                }
        })
    }

    /// The name of the library function a call names.
    pub(super) fn library_callee(&self, e: &Expr) -> Option<&str> {
        let ExprKind::Call { callee: Callee::Direct(id), .. } = &e.kind else { return None };
        let function = self.program.function(*id)?;
        matches!(function.kind, FunctionKind::Library { .. }).then_some(&*function.name)
    }

    /// A call that yields a scalar.
    pub(super) fn call<T: Class>(&mut self, e: &Expr, used: bool) -> Run<T> {
        if self.library_callee(e).is_some() {
            return self.library_call::<T>(e);
        }
        let node = e.id;
        let Some(id) = self.known_callee(e) else {
            let call = self.general_call(e, None, used);
            return Box::new(move |vm| match call(vm)? {
                Value::Void => Ok(T::zero()),
                value => Ok(T::from_value(value).unwrap_or(T::zero())),
            });
        };
        let index = usize::try_from(id.0).unwrap_or(usize::MAX);
        let Some(facts) = self.facts.get(index) else { return unexpected(e, "a function without facts") };
        let falls_off = facts.falls_off && used;
        let call = self.user_call::<T>(e, index);
        if !falls_off {
            return call;
        }
        Box::new(move |vm| {
            vm.valueless = false;
            let value = call(vm)?;
            if std::mem::take(&mut vm.valueless) {
                vm.missing_return(index, node)?;
            }
            Ok(value)
        })
    }

    /// A call for its effect.
    pub(super) fn call_effect(&mut self, e: &Expr) -> Run<()> {
        let node = e.id;
        if self.is_record(e.ty) {
            return self.call_record(e, false);
        }
        match self.scalar(e.ty) {
            Some(Scalar::Int(_)) => {
                let run = self.call::<i64>(e, false);
                Box::new(move |vm| run(vm).map(drop))
            }
            Some(Scalar::Pointer) => {
                let run = Operand::Run(self.call::<Pointer>(e, false));
                let run = self.dropping(run, node).boxed();
                Box::new(move |vm| {
                    let pointer = run(vm)?;
                    vm.machine.memory.removed(pointer.tag, node, Reason::ResultIgnored);
                    Ok(())
                })
            }
            Some(_) => {
                let run = self.call::<f64>(e, false);
                Box::new(move |vm| run(vm).map(drop))
            }
            None if self.library_callee(e).is_some() => self.library_effect(e),
            None => match self.known_callee(e) {
                Some(id) => {
                    let index = usize::try_from(id.0).unwrap_or(usize::MAX);
                    self.user_effect(e, index)
                }
                None => {
                    let call = self.general_call(e, None, false);
                    Box::new(move |vm| call(vm).map(drop))
                }
            },
        }
    }

    /// A call that returns a struct, which then lies in its temporary.
    pub(super) fn call_record(&mut self, e: &Expr, used: bool) -> Run<()> {
        let ExprKind::Call { result, .. } = &e.kind else { return unexpected(e, "no call") };
        let temporary = match result.and_then(|local| self.storage(local)) {
            Some(Storage::Memory { offset, pointers, .. }) => Some((offset, pointers)),
            _ => None,
        };
        if self.library_callee(e).is_some() {
            return self.library_effect(e);
        }
        let call = self.general_call(e, temporary.map(|(offset, _)| offset), used);
        let Some((offset, true)) = temporary else { return Box::new(move |vm| call(vm).map(drop)) };
        let (size, node) = (usize::try_from(self.size(e.ty)).unwrap_or(0), e.id);
        Box::new(move |vm| {
            // What an earlier turn left in the temporary went with its expression.
            let at = vm.at.wrapping_add(offset);
            vm.machine.memory.clear(at, size);
            call(vm)?;
            vm.machine.memory.note_temporary(at, size, node);
            Ok(())
        })
    }

    /// An argument, compiled for its class.
    pub(super) fn argument(&mut self, e: &Expr) -> Argument {
        match self.scalar(e.ty) {
            Some(Scalar::Int(_)) => Argument::Int(self.int(e).boxed()),
            Some(Scalar::Pointer) => {
                let passed = Argument::Pointer(self.pointer(e).boxed());
                self.following_argument(passed, e.id, Happening::Passed)
            }
            Some(_) => Argument::Float(self.float(e).boxed()),
            None => {
                let key = self.record_key(e);
                Argument::Record(self.following_record(key, self.size(e.ty), e.id, Happening::Passed))
            }
        }
    }

    /// Slots of the function being compiled.
    pub(super) fn own_slots(&self) -> usize {
        usize::try_from(self.plan.layout.slots).unwrap_or(0)
    }

    /// A call whose callee, arguments or result are not what the fast shapes
    /// take: through a pointer, variadic, with a struct, or under another type.
    pub(super) fn general_call(&mut self, e: &Expr, result: Option<usize>, used: bool) -> Run<Value> {
        let ExprKind::Call { callee, arguments, function, .. } = &e.kind else { return unexpected(e, "no call") };
        let node = e.id;
        let function = *function;
        let caller_slots = self.own_slots();
        let types: Vec<Type> = arguments.iter().map(|a| a.ty).collect();
        let arguments: Vec<Argument> = arguments.iter().map(|a| self.argument(a)).collect();
        let callee: Run<Option<usize>> = match callee {
            Callee::Direct(id) => {
                let index = usize::try_from(id.0).ok();
                Box::new(move |_| Ok(index))
            }
            Callee::Indirect(pointer) => {
                let pointer = self.pointer(pointer).boxed();
                Box::new(move |vm| {
                    let pointer = pointer(vm)?;
                    vm.callee(pointer, node)
                })
            }
        };
        Box::new(move |vm| {
            let mut passed = Vec::with_capacity(arguments.len());
            for argument in arguments.iter().rev() {
                passed.push(argument.pass(vm)?);
            }
            passed.reverse();
            let Some(index) = callee(vm)? else { return Ok(Value::Void) };
            let result = result.map(|offset| vm.at.wrapping_add(offset));
            let call = crate::eval::invoke::Invocation {
                index,
                arguments: &passed,
                types: &types,
                function: Some(function),
                result,
                used,
                caller_slots,
                node,
            };
            vm.invoke(&call)
        })
    }
}
