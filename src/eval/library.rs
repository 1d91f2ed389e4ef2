//! Running a library function: what it answers is done, until it returns.

use super::vm::{Departure, End, Vm};
use crate::kinds::Severity;
use crate::libc::{self, Action, Call, Callback, Context, Next, Row};
use crate::machine::{Parked, Stop, Value};
use crate::memory::Pointer;
use crate::sema::tree::NodeId;
use crate::types::Type;

impl Vm<'_> {
    /// Calls the library function of this name.
    pub fn library(
        &mut self,
        name: &str,
        arguments: &[Value],
        types: &[Type],
        result: Option<Pointer>,
        node: NodeId,
    ) -> Result<Value, Parked> {
        match libc::row(name) {
            Some(row) => {
                self.note_call(row);
                self.library_row(row, arguments, types, result, node)
            }
            None => Err(self.internal(node, "a library function that cglass does not have")),
        }
    }

    /// Writes down which function is called, where that is wanted.
    pub fn note_call(&mut self, row: &'static Row) {
        if let Some(called) = &mut self.called {
            called.insert(row.name);
        }
    }

    /// Calls a library function.
    pub fn library_row(
        &mut self,
        row: &'static Row,
        arguments: &[Value],
        types: &[Type],
        result: Option<Pointer>,
        node: NodeId,
    ) -> Result<Value, Parked> {
        self.step(node)?;
        self.library_function(row, arguments, types, result, node)
    }

    /// As `library_row`, when the call's step was counted.
    ///
    /// # Errors
    /// If the run is to end.
    pub fn library_function(
        &mut self,
        row: &'static Row,
        arguments: &[Value],
        types: &[Type],
        result: Option<Pointer>,
        node: NodeId,
    ) -> Result<Value, Parked> {
        let function = match row.action {
            Action::Full(function) | Action::Allocate(_, function) | Action::Release(_, function) => function,
            pure => {
                let value = call_pure(pure, arguments);
                return if self.machine.asked.errors {
                    self.settled_math(row, arguments, value, node)
                } else {
                    Ok(value)
                };
            }
        };
        let call = Call { node, arguments, types, result };
        let mut context = Context { machine: &mut self.machine, state: &mut self.library };
        let mut next = function(&mut context, &call);
        loop {
            self.tell_pending(node)?;
            if self.machine.host.interrupted() {
                // It may have been waiting for input, and the next look at limits is far.
                self.stopped_at = node;
                return Err(self.depart(Departure::End(End::Interrupted)));
            }
            match next {
                Ok(Next::Return(value)) if self.machine.asked.errors => {
                    return self.settled_math(row, arguments, value, node);
                }
                Ok(Next::Return(value)) => return Ok(value),
                Ok(Next::Call(callback)) => {
                    let Callback { function, arguments: given, count, returns_int, then } = callback;
                    let given = given.get(..count).unwrap_or(&[]);
                    let under = self.handed_over(function, arguments, types);
                    let value = self.call_back(function, given, (under, returns_int), node)?;
                    let mut context = Context { machine: &mut self.machine, state: &mut self.library };
                    next = then.resume(&mut context, value);
                }
                Ok(Next::Exit(code)) => {
                    if !self.exited {
                        self.stopped_at = node;
                        self.note_exit();
                    }
                    return Err(self.depart(Departure::Exit(code)));
                }
                Ok(Next::Terminate(code)) => {
                    self.stopped_at = node;
                    self.note_exit();
                    return Err(self.depart(Departure::End(End::Exit(code))));
                }
                Ok(Next::LongJump { buffer, value }) => return Err(self.long_jump(buffer, value, node)),
                Err(Stop::Trap(trap)) => {
                    let trap = self.settled(*trap);
                    self.raise(trap, node)?;
                    return Ok(self.failed(result, node));
                }
                Err(Stop::Fatal(trap)) => return Err(self.fatal(*trap, node)),
                Err(Stop::Parked) => return Err(Parked),
            }
        }
    }

    /// What a function of `<math.h>` leaves in errno and raises, where the program asks for it.
    #[cold]
    fn settled_math(
        &mut self,
        row: &'static Row,
        arguments: &[Value],
        value: Value,
        node: NodeId,
    ) -> Result<Value, Parked> {
        if row.header != "math.h" {
            return Ok(value);
        }
        let settled = self.with_library(node, |context| libc::settled(context, row.name, arguments, value))?;
        Ok(settled.unwrap_or(value))
    }

    /// Runs a part of the library that is no function of its own; `None` where
    /// it failed and the run goes on.
    ///
    /// # Errors
    /// If the run is to end.
    pub fn with_library<T>(
        &mut self,
        node: NodeId,
        part: impl FnOnce(&mut Context<'_>) -> Result<T, Stop>,
    ) -> Result<Option<T>, Parked> {
        let mut context = Context { machine: &mut self.machine, state: &mut self.library };
        let result = part(&mut context);
        self.tell_pending(node)?;
        match result {
            Ok(value) => Ok(Some(value)),
            Err(Stop::Trap(trap)) => self.raise(*trap, node).map(|()| None),
            Err(Stop::Fatal(trap)) => Err(self.fatal(*trap, node)),
            Err(Stop::Parked) => Err(Parked),
        }
    }

    /// Where the run goes on, a function that failed gives 0, and a struct of zeros.
    #[cold]
    fn failed(&mut self, result: Option<Pointer>, node: NodeId) -> Value {
        let Some(pointer) = result else { return Value::Int(0) };
        let memory = &mut self.machine.memory;
        let size = memory.room(pointer).unwrap_or(0);
        if let Ok(at) = memory.check_write(pointer, size) {
            memory.fill(at, 0, usize::try_from(size).unwrap_or(0), node);
        }
        Value::Record(pointer)
    }

    /// What a library function found without being stopped by it.
    #[inline]
    fn tell_pending(&mut self, node: NodeId) -> Result<(), Parked> {
        let quiet = self.machine.pending.is_empty() && self.machine.memory.left_row().is_none();
        if quiet { Ok(()) } else { self.drain_pending(node) }
    }

    #[cold]
    fn drain_pending(&mut self, node: NodeId) -> Result<(), Parked> {
        for (trap, severity) in std::mem::take(&mut self.machine.pending) {
            self.record(&trap, severity, node);
        }
        match self.machine.memory.left_row().take() {
            Some(trap) => self.raise_as(trap, Severity::Warning, node),
            None => Ok(()),
        }
    }

    /// Slots of the function whose frame is the current one.
    pub fn current_slots(&self) -> usize {
        let function = self.machine.frames.stack.last().map(|f| f.function);
        function.and_then(|f| usize::try_from(f.0).ok()).and_then(|i| self.facts.get(i)).map_or(0, |f| f.slots)
    }
}

fn call_pure(action: Action, arguments: &[Value]) -> Value {
    match (action, arguments) {
        (Action::Float1(f), [Value::Float(a)]) => Value::Float(f(*a)),
        (Action::Float2(f), [Value::Float(a), Value::Float(b)]) => Value::Float(f(*a, *b)),
        (Action::Int1(f), [Value::Int(a)]) => Value::Int(f(*a)),
        _ => Value::Int(0),
    }
}
