//! Calls in general: through pointers, from the library, of `main`.

use super::agreement::is_certain;
use super::code::BodyCode;
use super::compile::{Passed, Scalar, scalar_of};
use super::frame::Entry;
use super::layout::Storage;
use super::place::AnyKey;
use super::vm::Vm;
use crate::arith::to_single;
use crate::kinds::Kind;
use crate::machine::{Parked, Value};
use crate::memory::{Access, Pointer, Reason, Tag, Trap, TrapData, function_at};
use crate::sema::tree::{FunctionKind, NodeId};
use crate::types::{Type, TypeTable};

/// A call with its arguments evaluated.
#[derive(Clone, Copy, Debug)]
pub struct Invocation<'a> {
    /// Which function.
    pub index: usize,
    /// The arguments.
    pub arguments: &'a [Passed],
    /// Their types.
    pub types: &'a [Type],
    /// The function type under which it is called; none where the library calls.
    pub function: Option<Type>,
    /// Where a struct that is returned goes: an index of the host vector.
    pub result: Option<usize>,
    /// The value that comes back is looked at.
    pub used: bool,
    /// Slots of the calling function.
    pub caller_slots: usize,
    /// The call.
    pub node: NodeId,
}

/// An argument of an old-style function is passed promoted and stored as what
/// the parameter is (6.9.1p10).
fn narrowed(types: &TypeTable, argument: Passed, ty: Type) -> Passed {
    match (argument, scalar_of(types, ty)) {
        (Passed::Value(Value::Int(value)), Some(Scalar::Int(repr))) => Passed::Value(Value::Int(repr.wrap(value))),
        (Passed::Value(Value::Float(value)), Some(Scalar::Single)) => Passed::Value(Value::Float(to_single(value))),
        (argument, _) => argument,
    }
}

impl Vm<'_> {
    /// The function that a pointer points to; `None` if it points to none and the run goes on.
    pub fn callee(&mut self, pointer: Pointer, node: NodeId) -> Result<Option<usize>, Parked> {
        let index = function_at(pointer.addr).and_then(|i| usize::try_from(i).ok());
        match index.filter(|i| *i < self.program.functions.len()) {
            Some(index) => Ok(Some(index)),
            None => {
                let mut trap = self.machine.memory.explain(pointer, 1, Access::Call);
                if self.machine.memory.objects.live(pointer.tag).is_some() {
                    trap = Trap {
                        data: TrapData::Access { pointer, size: 1, access: Access::Call },
                        ..Trap::plain(Kind::CallMismatch)
                    };
                }
                self.raise(trap, node)?;
                Ok(None)
            }
        }
    }

    /// Calls any function.
    pub fn invoke(&mut self, call: &Invocation<'_>) -> Result<Value, Parked> {
        let program = self.program;
        let Some(function) = program.functions.get(call.index) else { return Ok(Value::Void) };
        if let Some(under) = call.function
            && !is_certain(&program.types, function, under)
        {
            self.check_call(call, function, under)?;
        }
        if let FunctionKind::Library { .. } = function.kind {
            let values =
                call.arguments.iter().map(|a| self.as_value(*a, call.node)).collect::<Result<Vec<Value>, Parked>>()?;
            let result = call.result.map(|at| self.pointer_to(at));
            return self.library(&function.name, &values, call.types, result, call.node);
        }
        let facts = self.facts;
        let Some(facts) = facts.get(call.index).filter(|f| f.defined) else {
            return Err(self.internal(call.node, "a call of a function that is not defined"));
        };
        let entry = Entry::new(call.index, facts, call.caller_slots, call.node);
        let variadic = self.machine.variadic.len();
        self.enter(&entry)?;
        if let Some(frame) = self.machine.frames.stack.last_mut() {
            frame.variadic = u32::try_from(variadic).unwrap_or(u32::MAX);
        }
        let mut copies = false;
        for (i, argument) in call.arguments.iter().enumerate() {
            match facts.parameters.get(i) {
                Some((storage, ty)) => {
                    let size = program.types.size(*ty).unwrap_or(0);
                    let argument = narrowed(&program.types, *argument, *ty);
                    self.set_parameter(argument, *storage, size, call.node)?;
                }
                None => {
                    let Some(ty) = call.types.get(i).copied() else { continue };
                    let value = match *argument {
                        Passed::Value(value) => value,
                        Passed::Record(key) => {
                            copies = true;
                            self.copied_argument(key, ty, call.node)?
                        }
                    };
                    self.machine.variadic.push((value, ty));
                }
            }
        }
        if let (Some(k), Some(at)) = (facts.result, call.result) {
            self.set_slot(k, at as u64);
        }
        self.valueless = false;
        let code = self.code;
        let value = match code.function(call.index).map(|f| &f.body) {
            Some(BodyCode::Unit(body)) => body(self).map(|()| Value::Void),
            Some(BodyCode::Int(body)) => body(self).map(Value::Int),
            Some(BodyCode::Float(body)) => body(self).map(Value::Float),
            Some(BodyCode::Pointer(body)) => body(self).map(Value::Pointer),
            None => Err(self.internal(call.node, "a call of a function without code")),
        }?;
        self.machine.variadic.truncate(variadic);
        if copies {
            self.end_allocas(u64::MAX, call.node, Reason::Return);
        }
        self.leave(&entry);
        if facts.falls_off && std::mem::take(&mut self.valueless) && call.used {
            self.missing_return(call.index, call.node)?;
        }
        Ok(value)
    }

    /// A struct among the arguments that have no parameter: a copy below the
    /// frame of the function just entered, for va_arg to take.
    fn copied_argument(&mut self, key: AnyKey, ty: Type, node: NodeId) -> Result<Value, Parked> {
        let size = self.program.types.size(ty).unwrap_or(0);
        let to = self.allocate_on_stack(size, 16, None, node)?;
        self.copy_record(key, AnyKey::Pointer(to), size, node)?;
        Ok(Value::Record(to))
    }

    /// A struct that is passed on lies at a place of the machine's own; others are values.
    ///
    /// # Errors
    /// If the struct is an element that its array does not have, and that ends the run.
    pub fn as_value(&mut self, passed: Passed, node: NodeId) -> Result<Value, Parked> {
        let key = match passed {
            Passed::Value(value) => return Ok(value),
            Passed::Record(AnyKey::Pointer(pointer)) => return Ok(Value::Record(pointer)),
            Passed::Record(key) => key,
        };
        let at = self.at_of(key, 1, Access::Read, node)?;
        Ok(Value::Record(self.pointer_to(at)))
    }

    /// A pointer to an index of the host vector that may be anything's: without
    /// provenance of its own, found by its address.
    pub fn pointer_to(&mut self, at: usize) -> Pointer {
        match self.machine.memory.address_of(at) {
            Some(addr) => Pointer { addr, tag: self.machine.memory.lookup(addr) },
            None => Pointer { addr: 0, tag: Tag::NONE },
        }
    }

    /// Stores an argument as the parameter of the function just entered.
    pub fn set_parameter(&mut self, argument: Passed, storage: Storage, size: u64, node: NodeId) -> Result<(), Parked> {
        match (storage, argument) {
            (Storage::Slot { k, flag }, Passed::Value(value)) => {
                let word = match value {
                    Value::Int(value) => value.cast_unsigned(),
                    Value::Float(value) => value.to_bits(),
                    Value::Pointer(pointer) | Value::Record(pointer) => pointer.addr,
                    Value::Void => 0,
                };
                self.set_slot(k, word);
                if let Some(flag) = flag {
                    self.set_slot(flag, 1);
                }
            }
            (Storage::Pointer { k }, Passed::Value(value)) => {
                let pointer = match value {
                    Value::Pointer(pointer) => pointer,
                    Value::Int(addr) => {
                        let addr = addr.cast_unsigned();
                        Pointer { addr, tag: self.machine.memory.lookup(addr) }
                    }
                    _ => Pointer::NULL,
                };
                self.set_slot(k, pointer.addr);
                self.set_slot(k.wrapping_add(1), pointer.tag.raw());
            }
            (Storage::Memory { offset, identity, .. }, argument) => {
                self.set_slot(identity, 0);
                let at = self.at.wrapping_add(offset);
                let len = usize::try_from(size).unwrap_or(0);
                self.machine.memory.clear(at, len);
                match argument {
                    Passed::Record(key) => self.copy_record(key, AnyKey::At(at), size, node)?,
                    Passed::Value(Value::Record(pointer)) => {
                        self.copy_record(AnyKey::Pointer(pointer), AnyKey::At(at), size, node)?;
                    }
                    Passed::Value(value) => self.put_parameter(value, at, node),
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// A parameter that lives in memory: its type is found by its local.
    fn put_parameter(&mut self, value: Value, at: usize, node: NodeId) {
        let Some(frame) = self.machine.frames.stack.last().copied() else { return };
        let program = self.program;
        let Some(function) = program.function(frame.function) else { return };
        let FunctionKind::Defined(body) = &function.kind else { return };
        let offset = at.wrapping_sub(self.at) as u64;
        let layout = usize::try_from(frame.function.0).ok().and_then(|i| self.machine.frames.layouts.get(i));
        let local = layout.and_then(|l| {
            let parameters = usize::try_from(body.parameters).unwrap_or(0);
            l.locals.iter().take(parameters).position(|p| p.identity.is_some() && p.offset == offset)
        });
        let Some(scalar) = local.and_then(|i| body.locals.get(i)).and_then(|l| scalar_of(&program.types, l.ty)) else {
            return;
        };
        super::compile::put_value(self, scalar, at, value, node);
    }
}
