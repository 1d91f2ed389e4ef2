//! What a function's declaration promises besides its types: arguments with enough
//! elements (6.7.6.3p7), lengths that are not negative (6.7.6.2p5), pointers to
//! different bytes (6.7.3.1), not to return (6.7.4p8).

use super::Compiler;
use crate::eval::code::BodyCode;
use crate::eval::layout::Storage;
use crate::eval::restricted::Apart;
use crate::eval::vm::{Run, Vm};
use crate::kinds::{Kind, Severity};
use crate::machine::Parked;
use crate::memory::{Pointer, Promise, Trap};
use crate::sema::tree::{Body, LocalId, NodeId};
use std::rc::Rc;

/// What is to be done when a function is entered and left.
pub(super) struct Contract {
    demands: Vec<Demand>,
    /// Parameters that are restrict, and the pointers beside them.
    apart: Vec<Apart>,
    /// The end of a function that is declared not to return.
    end: Option<NodeId>,
}

/// What a parameter asks for, to be tested when the function is entered.
pub(super) struct Demand {
    number: u32,
    pointer: Run<Pointer>,
    length: Run<i64>,
    element: u64,
    at_least: bool,
    node: NodeId,
}

impl Compiler<'_> {
    /// What a function's declaration promises.
    pub(super) fn contract(&mut self, body: &Body) -> Contract {
        let parameters = (0..body.parameters).map(LocalId).zip(&body.locals);
        let mut apart: Vec<Apart> = parameters
            .filter_map(|(id, local)| match self.storage(id) {
                Some(Storage::Pointer { k }) => {
                    Some(Apart { k, name: Rc::clone(&local.name), restrict: local.ty.quals.is_restrict })
                }
                _ => None,
            })
            .collect();
        if apart.len() < 2 || !apart.iter().any(|p| p.restrict) {
            apart.clear();
        }
        let end = body.noreturn.then(|| body.block.end.unwrap_or(body.node));
        Contract { demands: self.demands(body), apart, end }
    }

    fn demands(&mut self, body: &Body) -> Vec<Demand> {
        let mut demands = Vec::new();
        for demand in &body.demands {
            demands.push(Demand {
                number: demand.number,
                pointer: self.pointer(&demand.pointer).boxed(),
                length: self.int(&demand.length).boxed(),
                element: demand.element,
                at_least: demand.at_least,
                node: demand.length.id,
            });
        }
        demands
    }
}

impl Demand {
    fn test(&self, vm: &mut Vm<'_>) -> Result<(), Parked> {
        let length = (self.length)(vm)?;
        // With length 0 functions are called everywhere, to do nothing.
        let count = if length >= 0 { length.unsigned_abs() } else { vm.checked_length(length, self.node)? };
        if !self.at_least || count == 0 {
            return Ok(());
        }
        let pointer = (self.pointer)(vm)?;
        let room = match vm.machine.memory.room(pointer) {
            Some(room) => room,
            None if pointer.is_null() => 0,
            // Stale and wild pointers are told when they are used.
            None => return Ok(()),
        };
        if room >= count.saturating_mul(self.element) {
            return Ok(());
        }
        vm.too_few(self.number, count, pointer, room.checked_div(self.element).unwrap_or(0))
    }
}

impl Vm<'_> {
    /// An argument has fewer elements than its parameter asks for: told at the call.
    #[cold]
    fn too_few(&mut self, number: u32, wanted: u64, pointer: Pointer, given: u64) -> Result<(), Parked> {
        let Some(frame) = self.machine.frames.stack.last().copied() else { return Ok(()) };
        let name = self.program.function(frame.function).map_or("", |f| &*f.name);
        let is = if pointer.is_null() { "a null pointer".to_owned() } else { format!("an array of {given}") };
        let text = format!(
            "argument {} of '{name}' must have at least {wanted} elements, and is {is}",
            number.saturating_add(1)
        );
        self.machine.frames.stack.pop();
        let trap = Trap::broken(Kind::CallMismatch, Promise::Elements, text);
        let told = self.raise_as(trap, Severity::Warning, frame.call);
        self.machine.frames.stack.push(frame);
        told
    }

    /// A function that is declared not to return has come to its end.
    #[cold]
    fn returned_after_all(&mut self, node: NodeId) -> Result<(), Parked> {
        let function = self.machine.frames.stack.last().and_then(|f| self.program.function(f.function));
        let name = function.map_or("", |f| &*f.name);
        let text = format!("'{name}' is declared not to return, and returns");
        self.raise_as(Trap::broken(Kind::CallMismatch, Promise::NoReturn, text), Severity::Warning, node)
    }
}

impl Contract {
    /// The body of a function that keeps to it.
    pub(super) fn keep(self, body: BodyCode) -> BodyCode {
        if self.demands.is_empty() && self.apart.is_empty() && self.end.is_none() {
            return body;
        }
        match body {
            BodyCode::Unit(run) => BodyCode::Unit(self.around(run)),
            BodyCode::Int(run) => BodyCode::Int(self.around(run)),
            BodyCode::Float(run) => BodyCode::Float(self.around(run)),
            BodyCode::Pointer(run) => BodyCode::Pointer(self.around(run)),
        }
    }

    fn around<T: 'static>(self, body: Run<T>) -> Run<T> {
        Box::new(move |vm| {
            for demand in &self.demands {
                demand.test(vm)?;
            }
            if !self.apart.is_empty() {
                vm.keep_apart(&self.apart);
            }
            let value = body(vm)?;
            if let Some(end) = self.end {
                vm.returned_after_all(end)?;
            }
            Ok(value)
        })
    }
}
