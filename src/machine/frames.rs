//! The explicit stack of frames.

use super::FrameStack;
use crate::memory::ChainId;
use crate::sema::tree::{FunctionId, LocalId, NodeId};

/// One call under way.
#[derive(Clone, Copy, Debug)]
pub struct Frame {
    /// Lowest address of its part of the simulated stack.
    pub low: u64,
    /// The call's number among the steps: no two calls share one.
    pub serial: u64,
    /// Its function.
    pub function: FunctionId,
    /// The call that entered it ([`NodeId::NONE`] for main).
    pub call: NodeId,
    /// Index of its first slot.
    pub slots: usize,
    /// Its chain of calls, once somebody asked; 0 before.
    pub chain: ChainId,
    /// Index of its first variadic argument in the machine's list.
    pub variadic: u32,
}

/// Where the locals of a function are.
#[derive(Clone, Debug, Default)]
pub struct FrameLayout {
    /// Bytes of the simulated stack for one call: return address, saved frame
    /// pointer, parameters, locals, padding.
    pub bytes: u64,
    /// Slots for one call.
    pub slots: u32,
    /// By local.
    pub locals: Vec<LocalPlace>,
}

/// Where one local is. Every local has a place in the simulated stack, also
/// those that are kept in slots: a view shows them there.
#[derive(Clone, Copy, Debug, Default)]
pub struct LocalPlace {
    /// Bytes from the frame's lowest address. Variable arrays have none of their own (0).
    pub offset: u64,
    /// The slot of its value: an integer, the bits of a double, or of a pointer
    /// the address (its tag is in the next slot; tag 0: unwritten).
    pub slot: Option<u32>,
    /// A slot that is not 0 when the value was written; none where flow proves it.
    pub flag: Option<u32>,
    /// For a local in memory: the slot of its object's tag, 0 until its address is taken.
    pub identity: Option<u32>,
}

/// A local that was changed between setjmp and the longjmp that came back to it.
#[derive(Clone, Copy, Debug)]
pub struct Clobbered {
    /// Its call.
    pub frame: u64,
    /// The local.
    pub local: LocalId,
    /// The call of setjmp.
    pub set: NodeId,
    /// The call of longjmp.
    pub jumped: NodeId,
}

/// All calls under way, the outermost first.
#[derive(Debug, Default)]
pub struct Frames {
    /// The frames.
    pub stack: FrameStack,
    /// By function.
    pub layouts: Vec<FrameLayout>,
    /// The lowest address the stack ever reached.
    pub lowest: u64,
    /// Locals that longjmp left without a value, for reports.
    pub clobbered: Vec<Clobbered>,
}
