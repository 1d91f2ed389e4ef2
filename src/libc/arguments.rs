//! Short ways to an argument and to a result.

use super::call::{Call, Next};
use crate::machine::Value;
use crate::memory::Pointer;
use crate::types::Type;

impl Call<'_> {
    /// An integer argument, extended as its type says; 0 if it is none
    /// (sema has checked the call against the prototype).
    pub(super) fn int(&self, index: usize) -> i64 {
        match self.arguments.get(index) {
            Some(Value::Int(value)) => *value,
            _ => 0,
        }
    }

    /// An argument of type `size_t`.
    pub(super) fn size(&self, index: usize) -> u64 {
        self.int(index).cast_unsigned()
    }

    /// A floating argument.
    pub(super) fn float(&self, index: usize) -> f64 {
        match self.arguments.get(index) {
            Some(Value::Float(value)) => *value,
            _ => 0.0,
        }
    }

    /// A pointer argument.
    pub(super) fn pointer(&self, index: usize) -> Pointer {
        match self.arguments.get(index) {
            Some(Value::Pointer(pointer)) => *pointer,
            _ => Pointer::NULL,
        }
    }

    /// The type an argument has.
    pub(super) fn type_of(&self, index: usize) -> Option<Type> {
        self.types.get(index).copied()
    }
}

impl Next {
    /// Returns an integer (`value` as the function's result type has it).
    pub(super) fn int(value: impl Into<i64>) -> Next {
        Next::Return(Value::Int(value.into()))
    }

    /// Returns a `size_t`.
    pub(super) fn size(value: u64) -> Next {
        Next::Return(Value::Int(value.cast_signed()))
    }

    /// Returns a floating value.
    pub(super) fn float(value: f64) -> Next {
        Next::Return(Value::Float(value))
    }

    /// Returns a pointer.
    pub(super) fn pointer(value: Pointer) -> Next {
        Next::Return(Value::Pointer(value))
    }

    /// Returns nothing.
    pub(super) fn void() -> Next {
        Next::Return(Value::Void)
    }
}
