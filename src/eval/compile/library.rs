//! Calls of library functions by name.

use super::call::Argument;
use super::flat::is_setjmp;
use super::pointer::comes_from_call;
use super::{Class, Compiler, Scalar, unexpected};
use crate::eval::agreement::library_misfit;
use crate::eval::lives::Happening;
use crate::eval::locals::InFrame;
use crate::eval::vm::{Run, Vm};
use crate::kinds::{Kind, Severity};
use crate::libc::{self, Action, Row};
use crate::machine::{Parked, Value};
use crate::memory::{Reason, Trap};
use crate::sema::tree::{Callee, Expr, ExprKind, NodeId};
use crate::types::Type;

impl Compiler<'_> {
    /// A library function that yields a scalar.
    pub(super) fn library_call<T: Class>(&mut self, e: &Expr) -> Run<T> {
        let call = self.scalar_call(e);
        self.noted(e, call)
    }

    /// The same call, written down where the run is observed.
    fn noted<T: 'static>(&self, e: &Expr, call: Run<T>) -> Run<T> {
        let call = self.refused_misfit(e, call);
        match self.library_callee(e).and_then(libc::row) {
            Some(row) if self.wanted.observed => Box::new(move |vm| {
                vm.note_call(row);
                call(vm)
            }),
            _ => call,
        }
    }

    /// The call, unless it does not fit the function (6.5.2.2p6): that is known beforehand.
    fn refused_misfit<T: 'static>(&self, e: &Expr, call: Run<T>) -> Run<T> {
        let ExprKind::Call { callee: Callee::Direct(id), arguments, function: under, .. } = &e.kind else {
            return call;
        };
        let given: Vec<Type> = arguments.iter().map(|argument| argument.ty).collect();
        let types = &self.program.types;
        let misfit = self.program.function(*id).and_then(|f| library_misfit(types, &given, f, *under));
        let (Some(text), node) = (misfit, e.id) else { return call };
        Box::new(move |vm| {
            vm.raise_as(Trap::text(Kind::CallMismatch, text.clone()), Severity::Error, node)?;
            call(vm)
        })
    }

    fn scalar_call<T: Class>(&mut self, e: &Expr) -> Run<T> {
        let ExprKind::Call { arguments, .. } = &e.kind else { return unexpected(e, "no call") };
        let row = self.library_callee(e).and_then(libc::row);
        let node = e.id;
        let settled = self.wanted.asked.errors;
        match (row.map(|r| r.action), arguments.as_slice()) {
            (Some(Action::Float1(f)), [a]) if self.is_floating(a.ty) && !settled => {
                let a = self.float(a).boxed();
                Box::new(move |vm| {
                    vm.step(node)?;
                    let result = f(a(vm)?);
                    Ok(T::from_value(Value::Float(result)).unwrap_or(T::zero()))
                })
            }
            (Some(Action::Float2(f)), [a, b]) if self.is_floating(a.ty) && self.is_floating(b.ty) && !settled => {
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
            (Some(Action::Allocate(quick, _)), [size]) => {
                let size = self.int(size).boxed();
                let slow = self.library_arguments(e);
                Box::new(move |vm| {
                    let size = size(vm)?;
                    vm.step(node)?;
                    match quick(&mut vm.machine, size.cast_unsigned(), node) {
                        Some(pointer) => Ok(T::from_words((pointer.addr, pointer.tag.raw()))),
                        None => {
                            let value = slow.answer(vm, &[Value::Int(size)])?;
                            Ok(T::from_value(value).unwrap_or(T::zero()))
                        }
                    }
                })
            }
            (Some(_), _) => {
                let call = self.library_value(e);
                Box::new(move |vm| {
                    let value = call(vm)?;
                    Ok(T::from_value(value).unwrap_or(T::zero()))
                })
            }
            (None, _) if is_setjmp(self.program, e) => {
                let call = self.setjmp_value(e);
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
        let call = self.effect_call(e);
        self.noted(e, call)
    }

    fn effect_call(&mut self, e: &Expr) -> Run<()> {
        let node = e.id;
        if let ExprKind::Call { arguments, .. } = &e.kind
            && let [block] = arguments.as_slice()
            && let Some(Action::Release(quick, _)) = self.library_callee(e).and_then(libc::row).map(|r| r.action)
        {
            let block = self.library_pointer(block);
            let slow = self.library_arguments(e);
            return Box::new(move |vm| {
                let block = block(vm)?;
                vm.step(node)?;
                if quick(&mut vm.machine, block, node) {
                    return Ok(());
                }
                slow.answer(vm, &[Value::Pointer(block)]).map(drop)
            });
        }
        let call = self.library_value(e);
        Box::new(move |vm| call(vm).map(drop))
    }

    /// What is needed to call a function in full whose arguments are found.
    fn library_arguments(&self, e: &Expr) -> Slow {
        let types = match &e.kind {
            ExprKind::Call { arguments, .. } => arguments.iter().map(|a| a.ty).collect(),
            _ => Vec::new(),
        };
        Slow { row: self.library_callee(e).and_then(libc::row), types, node: e.id }
    }

    fn library_value(&mut self, e: &Expr) -> Run<Value> {
        let ExprKind::Call { arguments, result, .. } = &e.kind else { return unexpected(e, "no call") };
        if is_setjmp(self.program, e) {
            return self.setjmp_value(e);
        }
        let Some(row) = self.library_callee(e).and_then(libc::row) else {
            return unexpected(e, "a library function that cglass does not have");
        };
        let node = e.id;
        let types: Vec<Type> = arguments.iter().map(|a| a.ty).collect();
        let arguments: Vec<Argument> = arguments.iter().map(|a| self.library_argument(a)).collect();
        // free and realloc end the block; the others read or write it.
        let arguments: Vec<Argument> = match row.name {
            "free" | "realloc" | "reallocarray" => arguments,
            _ => arguments.into_iter().map(|a| self.following_argument(a, node, Happening::Used)).collect(),
        };
        let result = result.and_then(|local| self.in_frame(local));
        let parts = InFull { row, arguments, types, result, given_up: given_up(e), node };
        match row.name {
            "memcpy" | "memmove" | "mempcpy" if self.wanted.followed => {
                parts.call(move |vm, arguments| vm.bytes_copied(arguments, node))
            }
            _ => parts.call(|_, _| ()),
        }
    }

    fn library_argument(&mut self, e: &Expr) -> Argument {
        match self.scalar(e.ty) {
            Some(Scalar::Pointer) => Argument::Pointer(self.library_pointer(e)),
            _ => self.argument(e),
        }
    }
}

/// A call of a library function with all that it may need.
struct InFull {
    row: &'static Row,
    arguments: Vec<Argument>,
    types: Vec<Type>,
    /// Where a struct that is returned goes.
    result: Option<InFrame>,
    given_up: Vec<usize>,
    node: NodeId,
}

impl InFull {
    /// The call; `before` gets the arguments.
    fn call(self, before: impl Fn(&mut Vm<'_>, &[Value]) + 'static) -> Run<Value> {
        let InFull { row, arguments, types, result, given_up, node } = self;
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
                let passed = argument.pass(vm)?;
                *to = vm.as_value(passed, node)?;
            }
            let result = result.map(|place| vm.identify(&place, node));
            before(vm, values);
            let answer = vm.library_row(row, values, &types, result, node)?;
            for i in &given_up {
                if let Some(Value::Pointer(pointer)) = values.get(*i) {
                    vm.machine.memory.removed(pointer.tag, node, Reason::ResultIgnored);
                }
            }
            Ok(answer)
        })
    }
}

/// The arguments that calls give: nobody holds them after the library had them.
fn given_up(e: &Expr) -> Vec<usize> {
    let ExprKind::Call { arguments, .. } = &e.kind else { return Vec::new() };
    arguments.iter().enumerate().filter(|(_, a)| comes_from_call(a)).map(|(i, _)| i).collect()
}

/// A library function that has a quicker form, in full.
struct Slow {
    row: Option<&'static Row>,
    types: Vec<Type>,
    node: NodeId,
}

impl Slow {
    #[cold]
    fn answer(&self, vm: &mut Vm<'_>, arguments: &[Value]) -> Result<Value, Parked> {
        match self.row {
            // The step of the call was counted already.
            Some(row) => vm.library_function(row, arguments, &self.types, None, self.node),
            None => Ok(Value::Void),
        }
    }
}
