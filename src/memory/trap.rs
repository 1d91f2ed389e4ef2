//! What goes wrong, as data. `findings` turns it into words.

use super::Pointer;
use crate::kinds::Kind;
use crate::sema::tree::{ArithOp, NodeId};
use crate::types::Type;

/// What an access was for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Access {
    Read,
    Write,
    Free,
    Realloc,
    /// Called as a function.
    Call,
}

/// Something the program does that C does not allow.
#[derive(Clone, Debug, PartialEq)]
pub struct Trap {
    /// Which kind.
    pub kind: Kind,
    /// The facts.
    pub data: TrapData,
}

/// The facts of a trap.
#[derive(Clone, Debug, PartialEq)]
pub enum TrapData {
    /// The kind says it all.
    None,
    /// An access of `size` bytes through a pointer that does not allow it
    /// (null, stale, wild, out of bounds, read-only, not to be freed).
    Access {
        /// Through which pointer.
        pointer: Pointer,
        /// How many bytes; 0 for free.
        size: u64,
        /// What for.
        access: Access,
    },
    /// An index of a declared array (a local or a global used by name, a
    /// member, a row) that it does not have.
    Index {
        /// The index.
        index: i64,
        /// How many elements it has.
        length: u64,
        /// Read or write.
        access: Access,
    },
    /// Bytes were read as a value that were never written.
    Uninitialized {
        /// Where in memory; `None` for a local without address.
        pointer: Option<Pointer>,
        /// First unwritten byte, from `pointer`.
        offset: u64,
        /// How many bytes the value has.
        size: u64,
        /// Where an unwritten value was moved on its way here, the latest first.
        moved: Vec<NodeId>,
    },
    /// A pointer value that has outlived its object is used as a value.
    Stale {
        /// The pointer.
        pointer: Pointer,
    },
    /// A pointer is formed outside its object.
    Formed {
        /// Before.
        from: Pointer,
        /// After.
        to: Pointer,
    },
    /// Two pointers to different objects.
    Unrelated {
        /// Left.
        left: Pointer,
        /// Right.
        right: Pointer,
    },
    /// Bytes are read as one class that were stored as another.
    OtherClass {
        /// The mark of that store ([`super::marks`]).
        stored: u8,
    },
    /// A declared object is written as another type than its own.
    OtherStore {
        /// Where.
        pointer: Pointer,
    },
    /// A volatile object is accessed as one that is not.
    NotVolatile {
        /// Where.
        pointer: Pointer,
    },
    /// Two accesses of one object that nothing orders: the nodes of their places.
    Unsequenced {
        /// One.
        first: NodeId,
        /// The other.
        second: NodeId,
        /// Both change the object.
        both_write: bool,
    },
    /// Arithmetic on integers; `bits` and `signed` say of which type.
    Arith {
        /// Which operation.
        op: ArithOp,
        /// Left operand.
        left: i64,
        /// Right operand.
        right: i64,
        /// Width of the type.
        bits: u8,
    },
    /// Negation or increment that overflows, or a conversion, told by the value.
    Value {
        /// The value.
        value: i64,
        /// Width of the type.
        bits: u8,
    },
    /// A floating value that does not fit an integer type.
    Float {
        /// The value.
        value: f64,
        /// Width of the integer type.
        bits: u8,
        /// Is it signed?
        signed: bool,
    },
    /// A call did not fit the stack.
    Stack {
        /// Bytes that were wanted.
        wanted: u64,
        /// Bytes that were left.
        left: u64,
        /// It is the evaluator's own depth that ran out, not the program's stack.
        host: bool,
    },
    /// A conversion of a format, and the argument that does not fit it.
    Conversion(Box<BadConversion>),
    /// Words that the library adds ("'%d' expects an int, the argument is a double").
    Text(String),
    /// Words about something that was promised, or that C does not define.
    Broken {
        /// What.
        promise: Promise,
        /// What is said.
        text: String,
    },
    /// Like Text, about memory.
    TextAt {
        /// What is said.
        text: String,
        /// What it is about.
        pointer: Pointer,
    },
    /// Other facts with a sentence added, and perhaps an earlier place that
    /// explains them ("the stream was closed here").
    Noted {
        /// The facts.
        about: Box<TrapData>,
        /// The sentence.
        note: String,
        /// The place it is about.
        place: Option<NodeId>,
    },
}

/// What can be broken without any memory being touched wrongly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Promise {
    /// Restrict parameters lead to different bytes.
    Apart,
    /// An argument has as many elements as `[static n]` asks for.
    Elements,
    /// A function does not return.
    NoReturn,
    /// A null pointer is not moved.
    NullMoved,
    /// A null pointer is not before or behind another.
    NullCompared,
    /// A pointer is aligned for what it is converted to.
    Aligned,
    /// A member of a union is not assigned from another one.
    OneMember,
    /// A pointer to arrays points to arrays of that length.
    Lengths,
    /// A list is not used after a function that it was passed to took arguments from it.
    Taken,
    /// What a handler of a signal does not do.
    Handler,
    /// No signal is raised while `quick_exit` runs.
    QuickEnd,
    /// What `%s` is given is no null pointer.
    TextGiven,
}

/// A conversion of a format (`%d`) and what it was given.
#[derive(Clone, Debug, PartialEq)]
pub struct BadConversion {
    /// As it stands in the format.
    pub text: String,
    /// What it takes, in C's words: `an int`.
    pub wants: String,
    /// It stores what it reads (scanf), and does not print.
    pub reads: bool,
    /// The place of the argument in the call, from 1; `None` for one of a `va_list`.
    pub place: Option<usize>,
    /// The type that the argument was passed as; `None` if there is no further argument.
    pub given: Option<Type>,
    /// Only the lower half of the argument is printed.
    pub cut: bool,
}

impl Trap {
    /// A trap without facts.
    pub fn plain(kind: Kind) -> Trap {
        Trap { kind, data: TrapData::None }
    }

    /// A trap told in words.
    pub fn text(kind: Kind, text: impl Into<String>) -> Trap {
        Trap { kind, data: TrapData::Text(text.into()) }
    }

    /// A promise that is broken.
    pub fn broken(kind: Kind, promise: Promise, text: impl Into<String>) -> Trap {
        Trap { kind, data: TrapData::Broken { promise, text: text.into() } }
    }

    /// The same trap with a sentence added, and perhaps an earlier place that explains it.
    pub fn noted(self, note: impl Into<String>, place: Option<NodeId>) -> Trap {
        Trap { kind: self.kind, data: TrapData::Noted { about: Box::new(self.data), note: note.into(), place } }
    }
}
