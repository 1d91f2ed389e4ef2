//! Entering and leaving functions.

use super::compile::Facts;
use super::vm::Vm;
use crate::kinds::Kind;
use crate::machine::{Frame, Parked};
use crate::memory::{ChainId, Trap, TrapData};
use crate::sema::tree::{Block, FunctionId, FunctionKind, LocalId, NodeId, Stmt, StmtKind};

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

/// The declaration of a local in a block or in one inside it.
fn declaration(block: &Block, local: LocalId) -> Option<NodeId> {
    block.stmts.iter().find_map(|stmt| match &stmt.kind {
        StmtKind::Declare { local: l, .. } if *l == local => Some(stmt.id),
        StmtKind::Block(inner) => declaration(inner, local),
        StmtKind::If { then, otherwise, .. } => {
            in_stmt(then, local).or_else(|| otherwise.as_ref().and_then(|s| in_stmt(s, local)))
        }
        StmtKind::While { body, .. }
        | StmtKind::DoWhile { body, .. }
        | StmtKind::For { body, .. }
        | StmtKind::Switch { body, .. } => in_stmt(body, local),
        _ => None,
    })
}

fn in_stmt(stmt: &Stmt, local: LocalId) -> Option<NodeId> {
    match &stmt.kind {
        StmtKind::Block(block) => declaration(block, local),
        StmtKind::Declare { local: l, .. } if *l == local => Some(stmt.id),
        _ => None,
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
        if (low < self.machine.frames.lowest) | (self.machine.frames.stack.len() > self.machine.frames.deepest) {
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
        frames.lowest = frames.lowest.min(low);
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
        let (mut wanted, mut node) = (entry.bytes, entry.node);
        if let Some((size, declaration)) = self.large_local(entry.index, left) {
            // It stands at the declaration, inside the function that could not be entered.
            (wanted, node) = (size, declaration);
            self.enter_in_thought(entry);
        }
        let data = TrapData::Stack { wanted, left, host };
        self.fatal(Trap { data, ..Trap::plain(Kind::StackOverflow) }, node)
    }

    /// The first local of a function that alone is larger than what is left, and its declaration.
    fn large_local(&self, index: usize, left: u64) -> Option<(u64, NodeId)> {
        let FunctionKind::Defined(body) = &self.program.functions.get(index)?.kind else { return None };
        // In a recursion it is the calls that are too many, whatever the last one lacks.
        if self.machine.frames.stack.iter().any(|f| usize::try_from(f.function.0) == Ok(index)) {
            return None;
        }
        body.locals.iter().enumerate().find_map(|(i, local)| {
            let size = self.program.types.size(local.ty).ok().filter(|size| *size > left)?;
            let local = LocalId(u32::try_from(i).ok()?);
            Some((size, declaration(&body.block, local).unwrap_or(body.node)))
        })
    }

    /// A frame for a report: of a function that does not fit, with nothing written yet.
    fn enter_in_thought(&mut self, entry: &Entry) {
        let slots = self.fp.wrapping_add(entry.caller_slots);
        self.grow_slots(slots.wrapping_add(entry.slots));
        for slot in self.machine.slots.iter_mut().skip(slots).take(entry.slots) {
            *slot = 0;
        }
        self.machine.frames.stack.push(Frame {
            low: self.stack_low,
            serial: self.machine.memory.steps,
            slots,
            function: FunctionId(entry.index as u32),
            call: entry.node,
            chain: ChainId(0),
            variadic: 0,
        });
    }
}
