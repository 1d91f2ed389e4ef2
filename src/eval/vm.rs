//! What closures run on: the machine, and the registers of the current frame.

use super::clobbered::Snapshot;
use super::code::{Code, Flow};
use super::compile::{CallCount, Facts, Touched};
use super::holders::Held;
use super::jump::LongJump;
use super::lives::Lives;
use super::restricted::Restricted;
use super::watch::Watch;
use crate::findings::Finding;
use crate::kinds::Kind;
use crate::libc::State;
use crate::machine::{Machine, Parked};
use crate::memory::{Pointer, Reason, Tag};
use crate::sema::tree::{LabelId, NodeId, Program};
use crate::source::SourceMap;
use std::collections::{BTreeMap, BTreeSet};

/// A piece of compiled code that yields a `T`.
pub type Run<T> = Box<dyn Fn(&mut Vm<'_>) -> Result<T, Parked>>;

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// `main` returned or `exit` was called.
    Exit(i32),
    /// The last finding ended it.
    Error,
    /// A limit: the last finding says which.
    Limit,
    /// Ctrl-C.
    Interrupted,
    /// The reader of standard output went away.
    BrokenPipe,
}

/// Why closures are being left.
#[derive(Clone, Copy, Debug)]
pub enum Departure {
    /// The run ends.
    End(End),
    /// `exit`: handlers are still to run.
    Exit(i32),
    /// `longjmp` to the frame with this serial number.
    Jump {
        /// The frame.
        frame: u64,
        /// Which call of setjmp in it.
        node: NodeId,
        /// What setjmp returns.
        value: i32,
        /// The simulated stack pointer there.
        sp: u64,
        /// The call of longjmp.
        by: NodeId,
        /// The values that setjmp kept.
        kept: u64,
    },
    /// A jump out of a statement expression, within its function.
    Within(Escape),
}

/// Where a jump out of a statement expression leads.
#[derive(Clone, Copy, Debug)]
pub enum Escape {
    /// `break`, `continue`, `return`; the blocks in between are left.
    Flow(Flow),
    /// To a label; the blocks of the statement expression are left.
    Label(LabelId, NodeId),
}

/// The interpreter of one run.
pub struct Vm<'p> {
    /// Memory, frames, slots, host.
    pub machine: Machine,
    /// What the library remembers.
    pub library: State,
    /// The function that the library called last: it was looked at then.
    pub last_callback: Option<usize>,
    /// The closures.
    pub code: &'p Code,
    /// What is known of the functions.
    pub facts: &'p [Facts],
    /// The typed tree, for reports.
    pub program: &'p Program,
    /// The source, for reports.
    pub map: &'p SourceMap,
    /// First slot of the current frame.
    pub fp: usize,
    /// Index in the host vector of the current frame's lowest byte.
    pub at: usize,
    /// The simulated stack pointer.
    pub sp: u64,
    /// The lowest address of the simulated stack, and its index in the host vector.
    pub stack_low: u64,
    /// Added to an address of the stack, it gives the index in the host vector.
    pub stack_bias: usize,
    /// Slots that calls may use. They stand for the host's stack too (`eval::depth`).
    pub slots_end: usize,
    /// The value of a `return` on its way out of nested statements.
    pub returned: Returned,
    /// The function fell off its end without a value.
    pub valueless: bool,
    /// A function that is to return a value was left by `return;`.
    pub bare_return: bool,
    /// Steps at which limits are looked at again.
    pub poll_at: u64,
    /// Where a bad access goes when the run is told to go on.
    pub scratch: usize,
    /// Calls by function, where the run is observed; else empty.
    pub counts: Vec<CallCount>,
    /// The library functions that were called, where the run is observed.
    pub called: Option<BTreeSet<&'static str>>,
    /// Why closures are being left.
    pub departure: Option<Departure>,
    /// What was found, in order.
    pub findings: Vec<Finding>,
    /// Which finding stands for a kind at a node, whether an error, with these words.
    pub found: BTreeMap<(Kind, NodeId, bool, String), usize>,
    /// What this call of setjmp returns when it is evaluated next.
    pub resumed: Option<(NodeId, i32)>,
    /// How unwritten values came to where they are, by place.
    pub moves: BTreeMap<usize, Vec<NodeId>>,
    /// The locals of calls as setjmp found them.
    pub snapshots: Vec<Snapshot>,
    /// How many there have been.
    pub snapshot_count: u64,
    /// What the full expressions under way touched whose accesses are compared.
    pub touched: Vec<Touched>,
    /// Where that of the innermost begins.
    pub touched_from: usize,
    /// Reads of union members that look at what was stored through another.
    pub punned: BTreeSet<NodeId>,
    /// Parameters that are restrict and share an object with another one.
    pub restricted: Vec<Restricted>,
    /// How many there have been.
    pub separated: u32,
    /// Places of objects that were written as another type than their own, which was told.
    pub told_stores: BTreeSet<usize>,
    /// Storage from alloca, with the frame it ends with.
    pub allocas: Vec<(u64, Tag)>,
    /// `exit` was called, not main left.
    pub exited: bool,
    /// What variables held then.
    pub held_at_exit: Vec<Held>,
    /// Steps at which a replay is to look.
    pub watch: Watch,
    /// Blocks that a replay follows.
    pub lives: Lives,
    /// The first value that a strict run tells of at its end.
    pub doubt: Option<Finding>,
    /// The first of the calls of longjmp.
    pub jumps: Vec<LongJump>,
    /// Where the innermost call was when Ctrl-C or `exit` ended the run.
    pub stopped_at: NodeId,
}

/// The value of a `return`, by class.
#[derive(Clone, Copy, Debug)]
pub struct Returned {
    /// An integer.
    pub int: i64,
    /// A floating value.
    pub float: f64,
    /// A pointer, or where a struct lies.
    pub pointer: Pointer,
}

impl Vm<'_> {
    /// The word in a slot of the current frame.
    #[inline(always)]
    pub fn slot(&self, k: usize) -> u64 {
        self.machine.slots.get(self.fp.wrapping_add(k))
    }

    /// Sets a slot of the current frame.
    #[inline(always)]
    pub fn set_slot(&mut self, k: usize, value: u64) {
        self.machine.slots.set(self.fp.wrapping_add(k), value);
    }

    /// Stores a pointer in its two slots; the one that was there is gone.
    #[inline(always)]
    pub fn set_pointer(&mut self, k: usize, pointer: Pointer, node: NodeId) {
        let old = self.machine.slots.set_pair(self.fp.wrapping_add(k), (pointer.addr, pointer.tag.raw()));
        if let Some(old) = Tag::from_raw(old) {
            self.machine.memory.removed(old, node, Reason::Overwritten);
        }
    }

    /// A function that may end without a value was left by a `return`.
    #[inline]
    pub fn returned_value(&mut self) {
        self.valueless = std::mem::take(&mut self.bare_return);
    }

    /// A step begins (semantics.md §7).
    #[inline(always)]
    pub fn step(&mut self, node: NodeId) -> Result<(), Parked> {
        let steps = self.machine.memory.steps.wrapping_add(1);
        self.machine.memory.steps = steps;
        if steps >= self.poll_at { self.poll(node) } else { Ok(()) }
    }

    /// Several steps begin between which nothing can happen. One addition for all
    /// of them: each is a load and a store of the same word, one waiting for the other.
    #[inline(always)]
    pub fn steps(&mut self, count: u64, node: NodeId) -> Result<(), Parked> {
        let steps = self.machine.memory.steps.wrapping_add(count);
        self.machine.memory.steps = steps;
        if steps >= self.poll_at { self.poll(node) } else { Ok(()) }
    }

    /// A step begins of which limits need not be looked at: another follows soon.
    #[inline(always)]
    pub fn count_step(&mut self) {
        self.machine.memory.steps = self.machine.memory.steps.wrapping_add(1);
    }
}
