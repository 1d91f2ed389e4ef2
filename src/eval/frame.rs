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
    pub function: FunctionId,
    /// The call.
    pub node: NodeId,
    /// Bytes of its frame.
    pub bytes: u64,
    /// Its slots.
    pub slots: usize,
    /// Slots of the caller.
    pub caller_slots: usize,
}

impl Entry {
    /// The entry into a function from one with so many slots.
    pub fn new(index: usize, facts: &Facts, caller_slots: usize, node: NodeId) -> Entry {
        let function = FunctionId(u32::try_from(index).unwrap_or(u32::MAX));
        Entry { function, node, bytes: facts.bytes, slots: facts.slots, caller_slots }
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
    ///
    /// # Errors
    /// If there is no room for it, or a limit ends the run.
    #[inline(always)]
    pub fn enter(&mut self, entry: &Entry) -> Result<(), Parked> {
        self.step(entry.node)?;
        let low = self.sp.wrapping_sub(entry.bytes);
        let fp = self.fp.wrapping_add(entry.caller_slots);
        // What lies above the lowest address ever reached is known to be there.
        let deeper = low.cast_signed() < self.machine.frames.lowest.cast_signed();
        if deeper | (fp.wrapping_add(entry.slots) > self.slots_end) {
            self.deepen(entry)?;
        }
        self.fp = fp;
        self.sp = low;
        self.at = self.stack_bias.wrapping_add(low as usize);
        self.machine.frames.stack.push(Frame {
            low,
            serial: self.machine.memory.steps,
            slots: fp,
            function: entry.function,
            call: entry.node,
            chain: ChainId(0),
            variadic: 0,
        });
        Ok(())
    }

    /// A function has returned: the registers are the caller's again.
    ///
    /// They are computed and not put aside before the call: what calls cost is mostly stores.
    #[inline(always)]
    pub fn leave(&mut self, entry: &Entry) {
        let (ended, caller) = self.machine.frames.stack.pop();
        // Below its frame a function may have had variable arrays.
        self.sp = ended.wrapping_add(entry.bytes);
        self.at = self.stack_bias.wrapping_add(caller as usize);
        self.fp = self.fp.wrapping_sub(entry.caller_slots);
    }

    /// The stack reaches further down than ever, if there is room for it.
    #[cold]
    #[inline(never)]
    fn deepen(&mut self, entry: &Entry) -> Result<(), Parked> {
        let left = self.sp.wrapping_sub(self.stack_low);
        let slots = self.fp.wrapping_add(entry.caller_slots).wrapping_add(entry.slots);
        if left < entry.bytes || slots > self.slots_end {
            return Err(self.overflow(entry));
        }
        let lowest = &mut self.machine.frames.lowest;
        *lowest = (*lowest).min(self.sp.wrapping_sub(entry.bytes));
        Ok(())
    }

    #[cold]
    fn overflow(&mut self, entry: &Entry) -> Parked {
        let left = self.sp.wrapping_sub(self.stack_low);
        let host = left >= entry.bytes;
        let (mut wanted, mut node) = (entry.bytes, entry.node);
        if let Some((size, declaration)) = self.large_local(entry.function, left) {
            // It stands at the declaration, inside the function that could not be entered.
            (wanted, node) = (size, declaration);
            self.enter_in_thought(entry);
        }
        let data = TrapData::Stack { wanted, left, host };
        self.fatal(Trap { data, ..Trap::plain(Kind::StackOverflow) }, node)
    }

    /// The first local of a function that alone is larger than what is left, and its declaration.
    fn large_local(&self, function: FunctionId, left: u64) -> Option<(u64, NodeId)> {
        let FunctionKind::Defined(body) = &self.program.function(function)?.kind else { return None };
        // In a recursion it is the calls that are too many, whatever the last one lacks.
        if self.machine.frames.stack.iter().any(|f| f.function == function) {
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
        self.machine.slots.clear(slots, entry.slots);
        self.machine.frames.stack.imagine(Frame {
            low: self.stack_low,
            serial: self.machine.memory.steps,
            slots,
            function: entry.function,
            call: entry.node,
            chain: ChainId(0),
            variadic: 0,
        });
    }
}
