//! What a function's declaration promises besides its types: arguments with enough
//! elements (6.7.6.3p7), lengths that are not negative (6.7.6.2p5), not to return (6.7.4p8).

use super::Compiler;
use crate::eval::code::BodyCode;
use crate::eval::vm::{Run, Vm};
use crate::kinds::{Kind, Severity};
use crate::machine::Parked;
use crate::memory::{Pointer, Trap};
use crate::sema::tree::{Body, NodeId};

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
    /// What a function's parameters ask for.
    pub(super) fn demands(&mut self, body: &Body) -> Vec<Demand> {
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
        let told = self.raise_as(Trap::text(Kind::CallMismatch, text), Severity::Warning, frame.call);
        self.machine.frames.stack.push(frame);
        told
    }

    /// A function that is declared not to return has come to its end.
    #[cold]
    fn returned_after_all(&mut self, node: NodeId) -> Result<(), Parked> {
        let function = self.machine.frames.stack.last().and_then(|f| self.program.function(f.function));
        let name = function.map_or("", |f| &*f.name);
        let text = format!("'{name}' is declared not to return, and returns");
        self.raise_as(Trap::text(Kind::CallMismatch, text), Severity::Warning, node)
    }
}

/// The body of a function that tests what its parameters ask for, and whose end
/// (given if it is declared not to return) is told.
pub(super) fn kept(body: BodyCode, demands: Vec<Demand>, end: Option<NodeId>) -> BodyCode {
    if demands.is_empty() && end.is_none() {
        return body;
    }
    match body {
        BodyCode::Unit(run) => BodyCode::Unit(around(run, demands, end)),
        BodyCode::Int(run) => BodyCode::Int(around(run, demands, end)),
        BodyCode::Float(run) => BodyCode::Float(around(run, demands, end)),
        BodyCode::Pointer(run) => BodyCode::Pointer(around(run, demands, end)),
    }
}

fn around<T: 'static>(body: Run<T>, demands: Vec<Demand>, end: Option<NodeId>) -> Run<T> {
    Box::new(move |vm| {
        for demand in &demands {
            demand.test(vm)?;
        }
        let value = body(vm)?;
        if let Some(end) = end {
            vm.returned_after_all(end)?;
        }
        Ok(value)
    })
}
