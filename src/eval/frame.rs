//! Entering and leaving functions.

use super::compile::Facts;
use super::vm::Vm;
use crate::kinds::Kind;
use crate::machine::{Frame, Parked};
use crate::memory::{ChainId, Trap, TrapData};
use crate::sema::tree::{FunctionId, NodeId};

/// The registers of the caller.
#[derive(Clone, Copy, Debug)]
pub struct Saved {
    fp: usize,
    at: usize,
    sp: u64,
    host_left: u64,
    variadic: usize,
}

/// What entering a function needs, copied out of its facts.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// Which function.
    pub index: usize,
    /// Bytes of its frame.
    pub bytes: u64,
    /// Its slots.
    pub slots: usize,
    /// Slots of the caller.
    pub caller_slots: usize,
    /// Host stack it may take.
    pub host: u64,
    /// The call.
    pub node: NodeId,
}

impl Entry {
    /// The entry into a function from one with so many slots.
    pub fn new(index: usize, facts: &Facts, caller_slots: usize, node: NodeId) -> Entry {
        Entry { index, bytes: facts.bytes, slots: facts.slots, caller_slots, host: facts.host, node }
    }
}

impl Vm<'_> {
    /// A function is entered: its frame is pushed, its slots are the current ones.
    #[inline(always)]
    pub fn enter(&mut self, entry: &Entry) -> Result<Saved, Parked> {
        self.step(entry.node)?;
        let saved = Saved {
            fp: self.fp,
            at: self.at,
            sp: self.sp,
            host_left: self.host_left,
            variadic: self.machine.variadic.len(),
        };
        let low = self.sp.wrapping_sub(entry.bytes);
        if low < self.stack_low || self.host_left < entry.host || entry.bytes > self.sp {
            return Err(self.overflow(entry));
        }
        let fp = self.fp.wrapping_add(entry.caller_slots);
        if self.machine.slots.len() < fp.wrapping_add(entry.slots).wrapping_add(SPARE) {
            self.grow_slots(fp.wrapping_add(entry.slots));
        }
        self.fp = fp;
        self.sp = low;
        self.at = self.stack_base.wrapping_add((low.wrapping_sub(self.stack_low)) as usize);
        self.host_left = self.host_left.wrapping_sub(entry.host);
        self.machine.frames.stack.push(Frame {
            low,
            at: self.at,
            serial: self.machine.memory.steps,
            function: FunctionId(entry.index as u32),
            call: entry.node,
            slots: fp,
            chain: ChainId(0),
            variadic: saved.variadic as u32,
        });
        if low < self.machine.frames.lowest {
            self.machine.frames.lowest = low;
            let depth = self.machine.frames.stack.len();
            if depth > self.machine.frames.deepest {
                self.machine.frames.deepest = depth;
            }
        }
        Ok(saved)
    }

    /// A function has returned.
    #[inline(always)]
    pub fn leave(&mut self, saved: Saved) {
        self.machine.frames.stack.pop();
        self.fp = saved.fp;
        self.at = saved.at;
        self.sp = saved.sp;
        self.host_left = saved.host_left;
    }

    /// As `leave`, for a function with variadic arguments.
    pub fn leave_variadic(&mut self, saved: Saved) {
        self.machine.variadic.truncate(saved.variadic);
        self.leave(saved);
    }

    #[cold]
    fn grow_slots(&mut self, wanted: usize) {
        let len = wanted.saturating_add(SPARE).max(self.machine.slots.len().saturating_mul(2));
        self.machine.slots.resize(len, 0);
    }

    #[cold]
    fn overflow(&mut self, entry: &Entry) -> Parked {
        let left = self.sp.wrapping_sub(self.stack_low);
        let host = left >= entry.bytes;
        let data = TrapData::Stack { wanted: entry.bytes, left, host };
        self.fatal(Trap { data, ..Trap::plain(Kind::StackOverflow) }, entry.node)
    }
}

/// Slots kept free above the current frame.
const SPARE: usize = 64;
