//! The program's functions that the library calls: comparators, handlers.

use super::compile::{Passed, Scalar, scalar_of};
use super::invoke::Invocation;
use super::vm::Vm;
use crate::kinds::Kind;
use crate::machine::{Parked, Value};
use crate::memory::{Pointer, Trap};
use crate::sema::tree::NodeId;
use crate::types::{FunctionType, ParameterTypes, Type, TypeKind};

impl Vm<'_> {
    /// Calls one of the program's functions for the library.
    /// `under` is the type it was handed over as, where that is known; `used`:
    /// the value is looked at.
    ///
    /// # Errors
    /// If that ends the run.
    pub fn call_back(
        &mut self,
        function: Pointer,
        arguments: &[Value],
        (under, used): (Option<Type>, bool),
        node: NodeId,
    ) -> Result<Value, Parked> {
        let Some(index) = self.callee(function, node)? else { return Ok(Value::Int(0)) };
        if self.last_callback != Some(index) {
            self.check_callback(index, arguments, node)?;
            self.last_callback = Some(index);
        }
        let passed: Vec<Passed> = arguments.iter().map(|v| Passed::Value(*v)).collect();
        let caller_slots = self.current_slots();
        let types: Vec<Type> = match under.and_then(|ty| self.program.types.function_of(ty)).as_deref() {
            Some(FunctionType { parameters: ParameterTypes::Prototype { types, .. }, .. }) => types.clone(),
            _ => Vec::new(),
        };
        let call = Invocation {
            index,
            arguments: &passed,
            types: &types,
            function: under,
            result: None,
            used,
            caller_slots,
            node,
        };
        self.invoke(&call)
    }

    /// The function type under which the library was handed a function.
    pub(super) fn handed_over(&self, function: Pointer, arguments: &[Value], types: &[Type]) -> Option<Type> {
        let given = |value: &Value| matches!(value, Value::Pointer(pointer) if *pointer == function);
        let place = arguments.iter().position(given)?;
        let target = self.program.types.pointee(*types.get(place)?)?;
        self.program.types.is_function(target).then_some(target)
    }

    /// Can the library call this function with these arguments?
    ///
    /// # Errors
    /// If it cannot.
    #[cold]
    fn check_callback(&mut self, index: usize, arguments: &[Value], node: NodeId) -> Result<(), Parked> {
        let Some(function) = self.program.functions.get(index) else { return Ok(()) };
        let types = &self.program.types;
        let TypeKind::Function(own) = types.kind(function.ty) else { return Ok(()) };
        let ParameterTypes::Prototype { types: expected, variadic: false } = &own.parameters else { return Ok(()) };
        let name = &function.name;
        let given = arguments.len();
        let mut wrong = (expected.len() != given).then(|| {
            let plural = if expected.len() == 1 { "" } else { "s" };
            format!("'{name}' takes {} argument{plural}, and the library calls it with {given}", expected.len())
        });
        for (i, (ty, argument)) in expected.iter().zip(arguments).enumerate() {
            let fits = match scalar_of(types, *ty) {
                Some(Scalar::Pointer) => matches!(argument, Value::Pointer(_)),
                Some(Scalar::Int(_)) => matches!(argument, Value::Int(_)),
                _ => false,
            };
            if !fits {
                let given = if matches!(argument, Value::Pointer(_)) { "a pointer" } else { "an int" };
                let ty = types.print(*ty);
                let place = i.saturating_add(1);
                wrong = wrong
                    .or(Some(format!("parameter {place} of '{name}' is '{ty}', and the library gives it {given}")));
            }
        }
        match wrong {
            Some(text) => self.raise(Trap::text(Kind::CallMismatch, text), node),
            None => Ok(()),
        }
    }
}
