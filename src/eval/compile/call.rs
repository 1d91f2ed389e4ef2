//! Calls of the program's own functions.
//!
//! The shape of a call is chosen when it is compiled: functions of up to three
//! scalar parameters in slots have closures of their own, all others go through
//! one general shape.

use super::{Class, Compiler, Facts, Scalar, unexpected};
use crate::eval::agreement::is_certain;
use crate::eval::code::{BodyCode, Operand, Source};
use crate::eval::frame::Entry;
use crate::eval::fused::FusedInt;
use crate::eval::layout::Storage;
use crate::eval::lives::Happening;
use crate::eval::place::AnyKey;
use crate::eval::vm::{Run, Vm};
use crate::machine::{Parked, Value};
use crate::memory::{Pointer, Reason};
use crate::sema::tree::{Callee, Expr, ExprKind, FunctionId, FunctionKind, NodeId};
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
                let run = self.call::<Pointer>(e, false);
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
    fn own_slots(&self) -> usize {
        usize::try_from(self.plan.layout.slots).unwrap_or(0)
    }

    fn user_call<T: Class>(&mut self, e: &Expr, index: usize) -> Run<T> {
        self.shaped(e, index, move |vm| {
            let code = vm.code;
            match code.function(index).and_then(|f| T::body(&f.body)) {
                Some(body) => body(vm),
                None => Err(vm.internal(NodeId::NONE, "a call of a function without code")),
            }
        })
    }

    fn user_effect(&mut self, e: &Expr, index: usize) -> Run<()> {
        self.shaped(e, index, move |vm| {
            let code = vm.code;
            match code.function(index).map(|f| &f.body) {
                Some(BodyCode::Unit(body)) => body(vm),
                Some(BodyCode::Int(body)) => body(vm).map(drop),
                Some(BodyCode::Float(body)) => body(vm).map(drop),
                Some(BodyCode::Pointer(body)) => body(vm).map(drop),
                None => Err(vm.internal(NodeId::NONE, "a call of a function without code")),
            }
        })
    }

    /// A call in the shape that fits its parameters; `body` runs in the new frame.
    fn shaped<R: 'static>(
        &mut self,
        e: &Expr,
        index: usize,
        body: impl Fn(&mut Vm<'_>) -> Result<R, Parked> + Copy + 'static,
    ) -> Run<R> {
        let ExprKind::Call { arguments, .. } = &e.kind else { return unexpected(e, "no call") };
        let Some(facts) = self.facts.get(index) else { return unexpected(e, "a function without facts") };
        let entry = Entry::new(index, facts, self.own_slots(), e.id);
        let slots: Option<Vec<usize>> = facts
            .parameters
            .iter()
            .map(|(storage, _)| match storage {
                Storage::Slot { k, flag: None } | Storage::Pointer { k } => Some(*k),
                _ => None,
            })
            .collect();
        let parameters: Vec<(Storage, u64)> =
            facts.parameters.iter().map(|(storage, ty)| (*storage, self.size(*ty))).collect();
        // Where arguments are noted, all calls have the general shape.
        let slots = slots.filter(|_| !self.wanted.followed);
        match (slots.as_deref(), arguments.as_slice()) {
            (Some([]), []) => Box::new(move |vm| {
                vm.enter(&entry)?;
                let value = body(vm)?;
                vm.leave(&entry);
                Ok(value)
            }),
            (Some([k]), [a]) => {
                let k = *k;
                match self.scalar(a.ty) {
                    Some(Scalar::Int(_)) => match self.int(a) {
                        Operand::Slot(a) => one::<i64, R>(entry, a, k, body),
                        Operand::Fused(FusedInt::Plus(a)) => one::<i64, R>(entry, a, k, body),
                        a => one::<i64, R>(entry, a.boxed(), k, body),
                    },
                    Some(Scalar::Pointer) => match self.pointer(a) {
                        Operand::Slot(a) => one::<Pointer, R>(entry, a, k, body),
                        Operand::Fused(a) => one::<Pointer, R>(entry, a, k, body),
                        a => one::<Pointer, R>(entry, a.boxed(), k, body),
                    },
                    _ => one::<f64, R>(entry, self.float(a).boxed(), k, body),
                }
            }
            (Some([j, k]), [a, b]) => {
                let (j, k) = (*j, *k);
                match self.scalar(b.ty) {
                    Some(Scalar::Int(_)) => {
                        let b = self.int(b).boxed();
                        self.two::<i64, R>(entry, a, (b, j, k), body)
                    }
                    Some(Scalar::Pointer) => {
                        let b = self.pointer(b).boxed();
                        self.two::<Pointer, R>(entry, a, (b, j, k), body)
                    }
                    _ => {
                        let b = self.float(b).boxed();
                        self.two::<f64, R>(entry, a, (b, j, k), body)
                    }
                }
            }
            _ => {
                let arguments: Vec<Argument> = arguments.iter().map(|a| self.argument(a)).collect();
                Box::new(move |vm| {
                    pass_all(vm, &arguments, &parameters, &entry)?;
                    let value = body(vm)?;
                    vm.leave(&entry);
                    Ok(value)
                })
            }
        }
    }

    fn two<B: Class, R: 'static>(
        &mut self,
        entry: Entry,
        a: &Expr,
        (b, j, k): (Run<B>, usize, usize),
        body: impl Fn(&mut Vm<'_>) -> Result<R, Parked> + Copy + 'static,
    ) -> Run<R> {
        fn both<A: Class, B: Class, R: 'static>(
            entry: Entry,
            (a, j): (Run<A>, usize),
            (b, k): (Run<B>, usize),
            body: impl Fn(&mut Vm<'_>) -> Result<R, Parked> + 'static,
        ) -> Run<R> {
            Box::new(move |vm| {
                // From right to left (semantics.md §1, Order).
                let b = b(vm)?;
                let a = a(vm)?;
                vm.enter(&entry)?;
                put_parameter(vm, j, a);
                put_parameter(vm, k, b);
                let value = body(vm)?;
                vm.leave(&entry);
                Ok(value)
            })
        }
        match self.scalar(a.ty) {
            Some(Scalar::Int(_)) => both::<_, B, R>(entry, (self.int(a).boxed(), j), (b, k), body),
            Some(Scalar::Pointer) => both::<_, B, R>(entry, (self.pointer(a).boxed(), j), (b, k), body),
            _ => both::<_, B, R>(entry, (self.float(a).boxed(), j), (b, k), body),
        }
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

fn one<A: Class, R: 'static>(
    entry: Entry,
    a: impl Source<A>,
    k: usize,
    body: impl Fn(&mut Vm<'_>) -> Result<R, Parked> + 'static,
) -> Run<R> {
    Box::new(move |vm| {
        let a = a.get(vm)?;
        vm.enter(&entry)?;
        put_parameter(vm, k, a);
        let value = body(vm)?;
        vm.leave(&entry);
        Ok(value)
    })
}

/// Puts a parameter into its slots; what was there is of no call.
#[inline(always)]
fn put_parameter<T: Class>(vm: &mut Vm<'_>, k: usize, value: T) {
    let (word, tag) = value.words();
    vm.set_slot(k, word);
    if T::TAGGED {
        vm.set_slot(k.wrapping_add(1), tag);
    }
}

/// Evaluates arguments from right to left, enters the function, stores them.
fn pass_all(
    vm: &mut Vm<'_>,
    arguments: &[Argument],
    parameters: &[(Storage, u64)],
    entry: &Entry,
) -> Result<(), Parked> {
    let mut room = [Passed::Value(Value::Void); 8];
    let mut more = Vec::new();
    let passed = match room.get_mut(..arguments.len()) {
        Some(room) => room,
        None => {
            more.resize(arguments.len(), Passed::Value(Value::Void));
            &mut more
        }
    };
    for (to, argument) in passed.iter_mut().zip(arguments).rev() {
        *to = argument.pass(vm)?;
    }
    vm.enter(entry)?;
    for (argument, (storage, size)) in passed.iter().zip(parameters) {
        vm.set_parameter(*argument, *storage, *size, entry.node)?;
    }
    Ok(())
}
