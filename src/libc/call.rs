//! How a library function is called and what it answers.

use super::state::State;
use crate::machine::{Machine, Stop, Value};
use crate::memory::Pointer;
use crate::sema::tree::NodeId;
use crate::types::Type;

/// What a library function works on.
pub struct Context<'a> {
    /// Memory, host, limits.
    pub machine: &'a mut Machine,
    /// What the library itself remembers.
    pub state: &'a mut State,
}

/// One call.
#[derive(Clone, Copy, Debug)]
pub struct Call<'a> {
    /// The call in the source.
    pub node: NodeId,
    /// The arguments, converted to the prototype's types; further ones promoted.
    pub arguments: &'a [Value],
    /// The types they have.
    pub types: &'a [Type],
    /// Where a struct that is returned goes.
    pub result: Option<Pointer>,
}

/// The arguments by place. Every call was converted to the prototype or refused
/// before it comes here, so one that is missing or of another class cannot occur;
/// it reads as 0.
impl Call<'_> {
    /// An integer argument.
    pub fn int(&self, place: usize) -> i64 {
        match self.arguments.get(place) {
            Some(Value::Int(value)) => *value,
            _ => 0,
        }
    }

    /// An argument of type `size_t` or another unsigned 64-bit integer.
    pub fn size(&self, place: usize) -> u64 {
        self.int(place).cast_unsigned()
    }

    /// A floating argument.
    pub fn float(&self, place: usize) -> f64 {
        match self.arguments.get(place) {
            Some(Value::Float(value)) => *value,
            _ => 0.0,
        }
    }

    /// A pointer argument.
    pub fn pointer(&self, place: usize) -> Pointer {
        match self.arguments.get(place) {
            Some(Value::Pointer(value) | Value::Record(value)) => *value,
            _ => Pointer::NULL,
        }
    }
}

impl Next {
    /// Returns nothing.
    pub const VOID: Next = Next::Return(Value::Void);

    /// Returns an integer.
    pub fn int(value: impl Into<i64>) -> Next {
        Next::Return(Value::Int(value.into()))
    }

    /// Returns a `size_t`.
    pub fn size(value: u64) -> Next {
        Next::Return(Value::Int(value.cast_signed()))
    }

    /// Returns a floating value.
    pub fn float(value: f64) -> Next {
        Next::Return(Value::Float(value))
    }

    /// Returns a pointer.
    pub fn pointer(value: Pointer) -> Next {
        Next::Return(Value::Pointer(value))
    }
}

/// What is to be done after a library function has done its part.
pub enum Next {
    /// It returns this.
    Return(Value),
    /// A function of the program is called, and then the task goes on.
    Call(Callback),
    /// The program ends as by `exit`: handlers run, streams are flushed.
    Exit(i32),
    /// The program ends at once (`_Exit`), without handlers.
    Terminate(i32),
    /// Back to where `setjmp` filled this buffer.
    LongJump {
        /// The buffer.
        buffer: Pointer,
        /// What setjmp returns.
        value: i32,
    },
}

/// A call of one of the program's functions.
pub struct Callback {
    /// Which.
    pub function: Pointer,
    /// Its arguments; so many as `count`.
    pub arguments: [Value; 3],
    /// How many.
    pub count: usize,
    /// The function type under which it is called.
    pub returns_int: bool,
    /// What goes on afterwards.
    pub then: Box<dyn Task>,
}

/// A library function in the middle of its work.
pub trait Task {
    /// Goes on with what the callback returned.
    ///
    /// # Errors
    /// If the run is to end.
    fn resume(self: Box<Self>, context: &mut Context<'_>, result: Value) -> Result<Next, Stop>;
}

/// A library function in its full form.
pub type Full = fn(&mut Context<'_>, &Call<'_>) -> Result<Next, Stop>;

/// What a function does.
#[derive(Clone, Copy)]
pub enum Action {
    /// A pure function of one double. (`float` forms are rows of their own.)
    Float1(fn(f64) -> f64),
    /// A pure function of two doubles.
    Float2(fn(f64, f64) -> f64),
    /// A pure function of one int.
    Int1(fn(i64) -> i64),
    /// Anything else.
    Full(Full),
    /// malloc: what a hole of the heap can serve at once; otherwise the full function.
    Allocate(fn(&mut Machine, u64, NodeId) -> Option<Pointer>, Full),
    /// free: of a block that may be freed; otherwise (the answer is no) the full function.
    Release(fn(&mut Machine, Pointer, NodeId) -> bool, Full),
}

/// A row of the table.
#[derive(Clone, Copy)]
pub struct Row {
    /// The function's name.
    pub name: &'static str,
    /// The header that declares it.
    pub header: &'static str,
    /// What it does.
    pub action: Action,
}

impl Row {
    /// A row for a function that needs memory, the host or the library's state.
    pub const fn full(
        name: &'static str,
        header: &'static str,
        action: fn(&mut Context<'_>, &Call<'_>) -> Result<Next, Stop>,
    ) -> Row {
        Row { name, header, action: Action::Full(action) }
    }
}
