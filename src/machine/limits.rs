//! Limits of a run; each has its own message.

/// What a run may use. `None` is "as much as it likes".
#[derive(Clone, Debug)]
pub struct Limits {
    /// Bytes of the C stack.
    pub stack: u64,
    /// Bytes of the heap, headers included.
    pub heap: u64,
    /// Steps (semantics.md §7).
    pub steps: Option<u64>,
    /// Seconds, waiting for input not counted.
    pub seconds: Option<f64>,
    /// Bytes written to stdout and stderr together.
    pub output: Option<u64>,
    /// Bytes of the host's stack that evaluation may use.
    pub host_stack: u64,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits { stack: 8 << 20, heap: 256 << 20, steps: None, seconds: None, output: None, host_stack: 1 << 30 }
    }
}
