//! setjmp and longjmp (7.13).

use super::vm::{Departure, Vm};
use crate::kinds::Kind;
use crate::machine::{Parked, Value};
use crate::memory::{Pointer, Trap};
use crate::sema::tree::NodeId;

impl Vm<'_> {
    /// setjmp: remembers the frame. After a longjmp, what that passed.
    ///
    /// # Errors
    /// If the run is to end.
    pub fn set_jump(&mut self, arguments: &[Value], node: NodeId) -> Result<Value, Parked> {
        if let Some((at, value)) = self.resumed.take()
            && at == node
        {
            return Ok(Value::Int(i64::from(value)));
        }
        let serial = self.machine.frames.stack.last().map_or(0, |f| f.serial);
        if let Some(Value::Pointer(buffer)) = arguments.first() {
            let filled = self.machine.memory.put::<crate::memory::I64>(*buffer, serial.cast_signed(), node);
            if let Err(trap) = filled {
                self.raise(trap, node)?;
            }
            self.jumps.retain(|(addr, _, _)| *addr != buffer.addr);
            self.jumps.push((buffer.addr, serial, node));
        }
        Ok(Value::Int(0))
    }

    /// longjmp: leaves closures until the frame is found again.
    pub fn long_jump(&mut self, buffer: Pointer, value: i32, node: NodeId) -> Parked {
        let known = self.jumps.iter().rev().find(|(addr, _, _)| *addr == buffer.addr).copied();
        match known {
            Some((_, frame, target)) if self.machine.frames.stack.iter().any(|f| f.serial == frame) => {
                let value = if value == 0 { 1 } else { value };
                self.depart(Departure::Jump { frame, node: target, value })
            }
            Some(_) => self.fatal(Trap::text(Kind::InvalidJump, "the function that called setjmp has returned"), node),
            None => self.fatal(Trap::text(Kind::InvalidJump, "setjmp never filled this buffer"), node),
        }
    }
}
