//! The last time a pointer to a block disappeared (semantics.md §6.4).

use crate::sema::tree::NodeId;

/// Why a pointer disappeared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum Reason {
    Overwritten,
    Scope,
    Return,
    Break,
    Longjmp,
    HolderFreed,
    HolderShrunk,
    ResultIgnored,
    ReallocFailed,
    MainReturned,
    Exit,
}

impl Reason {
    /// Its name in reports.
    pub fn code(self) -> &'static str {
        match self {
            Reason::Overwritten => "overwritten",
            Reason::Scope => "scope",
            Reason::Return => "return",
            Reason::Break => "break",
            Reason::Longjmp => "longjmp",
            Reason::HolderFreed => "holder-freed",
            Reason::HolderShrunk => "holder-shrunk",
            Reason::ResultIgnored => "result-ignored",
            Reason::ReallocFailed => "realloc-failed",
            Reason::MainReturned => "main-returned",
            Reason::Exit => "exit",
        }
    }
}

/// The event at which a pointer to an object disappeared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Removal {
    /// Counts such events; 0 means none yet.
    pub serial: u64,
    /// Steps begun until then.
    pub step: u64,
    /// The statement or expression that removed it.
    pub node: NodeId,
    /// Why.
    pub reason: Reason,
}

impl Removal {
    /// No pointer has disappeared yet.
    pub const NONE: Removal = Removal { serial: 0, step: 0, node: NodeId::NONE, reason: Reason::Overwritten };
}
