//! The cold half of what is known of an object: what it is, since when.

use crate::sema::tree::{FunctionId, GlobalId, LocalId, NodeId, StringId};

/// The number of a chain of calls in the machine's table; 0 is "not in a call".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ChainId(pub u32);

/// When and where something happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Event {
    /// Steps begun until then.
    pub step: u64,
    /// The statement or expression.
    pub node: NodeId,
    /// Through which calls.
    pub chain: ChainId,
}

impl Event {
    /// Before the program began.
    pub const START: Event = Event { step: 0, node: NodeId::NONE, chain: ChainId(0) };
}

/// What an object is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A block of the heap.
    Heap,
    /// An object with static storage duration.
    Global(GlobalId),
    /// A string literal.
    String(StringId),
    /// A local of one call of a function.
    Local {
        /// Whose.
        function: FunctionId,
        /// Which.
        local: LocalId,
        /// The call's serial number.
        frame: u64,
    },
    /// Storage from alloca.
    Alloca {
        /// The call's serial number.
        frame: u64,
    },
    /// A static object of the library, or what it hands out (`strerror`); its name.
    Library(&'static str),
    /// The strings and the vector of `main`'s arguments.
    Arguments,
    /// A narrower range of another object (semantics.md §2.4).
    Range,
}

/// The cold half of an object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Info {
    /// What it is.
    pub origin: Origin,
    /// When it began.
    pub born: Event,
    /// Its address was cast to an integer (semantics.md §6.3).
    pub address_exposed: bool,
    /// Of a block: the how-manieth allocation of the run it is, from 1; else 0.
    pub block: u32,
}
