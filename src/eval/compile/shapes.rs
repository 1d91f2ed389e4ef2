//! Shapes of calls: functions of up to two scalar parameters in slots have
//! closures of their own, the others of the program go through one.

use super::arguments::{only_slot, put};
use super::call::{Argument, Passed};
use super::{Class, Compiler, Scalar, unexpected};
use crate::eval::code::{BodyCode, Operand, Source};
use crate::eval::frame::Entry;
use crate::eval::fused::FusedInt;
use crate::eval::layout::Storage;
use crate::eval::vm::{Run, Vm};
use crate::machine::{Parked, Value};
use crate::memory::Pointer;
use crate::sema::tree::{Expr, ExprKind, NodeId};

impl Compiler<'_> {
    pub(super) fn user_call<T: Class>(&mut self, e: &Expr, index: usize) -> Run<T> {
        self.shaped(e, index, move |vm| {
            let code = vm.code;
            match code.function(index).and_then(|f| T::body(&f.body)) {
                Some(body) => body(vm),
                None => Err(vm.internal(NodeId::NONE, "a call of a function without code")),
            }
        })
    }

    pub(super) fn user_effect(&mut self, e: &Expr, index: usize) -> Run<()> {
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
        let slots: Option<Vec<usize>> = facts.parameters.iter().map(|(storage, _)| only_slot(*storage)).collect();
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
            (Some(_), _) if let Some(placed) = self.placed(arguments, facts, &entry) => Box::new(move |vm| {
                placed.place(vm)?;
                vm.enter(&entry)?;
                let value = body(vm)?;
                vm.leave(&entry);
                Ok(value)
            }),
            _ => {
                let parameters: Vec<(Storage, u64)> =
                    facts.parameters.iter().map(|(storage, ty)| (*storage, self.size(*ty))).collect();
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
                put(vm, j, a);
                put(vm, k, b);
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
        put(vm, k, a);
        let value = body(vm)?;
        vm.leave(&entry);
        Ok(value)
    })
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
