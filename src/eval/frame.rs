//! Entering and leaving functions.

use super::compile::Facts;
use super::vm::Vm;
use crate::kinds::Kind;
use crate::machine::{Frame, Parked};
use crate::memory::{ChainId, Trap, TrapData};
use crate::sema::tree::{FunctionId, NodeId};

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
    pub fn enter(&mut self, entry: &Entry) -> Result<(), Parked> {
        self.step(entry.node)?;
        let left = self.sp.wrapping_sub(self.stack_low);
        if (left < entry.bytes) | (self.host_left < entry.host) {
            return Err(self.overflow(entry));
        }
        let low = self.sp.wrapping_sub(entry.bytes);
        let fp = self.fp.wrapping_add(entry.caller_slots);
        if self.machine.slots.len() < fp.wrapping_add(entry.slots) {
            self.grow_slots(fp.wrapping_add(entry.slots));
        }
        self.fp = fp;
        self.sp = low;
        self.at = self.stack_bias.wrapping_add(low as usize);
        self.host_left = self.host_left.wrapping_sub(entry.host);
        self.machine.frames.stack.push(Frame {
            low,
            serial: self.machine.memory.steps,
            slots: fp,
            function: FunctionId(entry.index as u32),
            call: entry.node,
            chain: ChainId(0),
            variadic: 0,
        });
        if low < self.machine.frames.lowest {
            self.deepen(low);
        }
        Ok(())
    }

    /// A function has returned: the registers are the caller's again.
    #[inline(always)]
    pub fn leave(&mut self, entry: &Entry) {
        let frames = &mut self.machine.frames.stack;
        if let Some(ended) = frames.pop() {
            // Below its frame a function may have had variable arrays.
            self.sp = ended.low.wrapping_add(entry.bytes);
        }
        if let Some(caller) = frames.last() {
            self.at = self.stack_bias.wrapping_add(caller.low as usize);
        }
        self.fp = self.fp.wrapping_sub(entry.caller_slots);
        self.host_left = self.host_left.wrapping_add(entry.host);
    }

    #[cold]
    fn deepen(&mut self, low: u64) {
        let frames = &mut self.machine.frames;
        frames.lowest = low;
        frames.deepest = frames.deepest.max(frames.stack.len());
    }

    #[cold]
    fn grow_slots(&mut self, wanted: usize) {
        let len = wanted.saturating_mul(2).max(self.machine.slots.len().saturating_mul(2));
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
