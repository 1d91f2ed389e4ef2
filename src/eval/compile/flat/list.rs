//! The flat form at run time: a list of operations and a program counter.

use crate::eval::code::Flow;
use crate::eval::compile::scope::Scope;
use crate::eval::compile::stmt::Counted;
use crate::eval::compile::switch::Table;
use crate::eval::jump::{Home, label_at};
use crate::eval::vm::{Departure, Escape, Run, Vm};
use crate::kinds::Kind;
use crate::machine::Parked;
use crate::memory::{Pointer, Reason, Trap};
use crate::sema::tree::{LabelId, NodeId};
use std::rc::Rc;

/// One operation. Targets are numbers of operations.
pub enum Op {
    /// Leads to the next one.
    Unit(Counted),
    /// A statement that nests, and may leave the loop around or the function.
    Flow(Run<Flow>),
    /// A block is entered.
    Enter(usize),
    /// A block is left.
    Leave {
        level: usize,
        node: NodeId,
        reason: Reason,
    },
    /// Goes on if the test holds, else jumps.
    Branch {
        test: Run<bool>,
        pace: Pace,
        otherwise: usize,
    },
    /// The next turn of a loop.
    Back {
        to: usize,
        node: NodeId,
    },
    /// Forwards, within the same block.
    Skip(usize),
    Goto {
        label: LabelId,
        node: NodeId,
    },
    Computed {
        target: Run<Pointer>,
        node: NodeId,
    },
    Switch {
        value: Run<i64>,
        /// Makes the order of unsigned values that of signed ones.
        flip: i64,
        table: Table,
        pace: Pace,
    },
    /// The end of the list.
    End,
}

/// How a condition counts as a step.
#[derive(Clone, Copy, Debug)]
pub enum Pace {
    /// Its own.
    Step(NodeId),
    /// Counted, limits are looked at elsewhere.
    Count,
    /// An operation before has counted it.
    Counted,
}

impl Pace {
    #[inline]
    fn begin(self, vm: &mut Vm<'_>) -> Result<(), Parked> {
        match self {
            Pace::Step(node) => vm.step(node),
            Pace::Count => {
                vm.count_step();
                Ok(())
            }
            Pace::Counted => Ok(()),
        }
    }
}

/// Where an operation stands.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    /// The block around it.
    pub level: usize,
    /// Where `break` leads, if its loop or switch is in this list.
    pub on_break: Option<usize>,
    /// Where `continue` leads.
    pub on_continue: Option<usize>,
}

/// A block of the list, or the rest of one after the declaration of a variable
/// array: jumping back before the declaration ends the array (6.2.4p7).
pub struct Level {
    /// The block around it; the root's own number is 0.
    pub parent: usize,
    /// Number of blocks around it.
    pub depth: usize,
    /// Its locals.
    pub scope: Rc<Scope>,
}

/// Where a longjmp to one call of setjmp arrives.
pub struct Landing {
    /// The call.
    pub node: NodeId,
    /// The operation that contains it.
    pub at: usize,
    /// By local: does it live there?
    pub kept: Vec<bool>,
}

/// A function's body, or the statements of a statement expression.
#[derive(Default)]
pub struct List {
    pub ops: Vec<Op>,
    /// By operation.
    pub places: Vec<Place>,
    pub levels: Vec<Level>,
    /// By label of the function; `None` for those of other lists.
    pub labels: Vec<Option<usize>>,
    pub landings: Vec<Landing>,
    /// The first label of the function among all of the program.
    pub first_label: u64,
    /// For a statement expression: the blocks from its own out to the operation
    /// of the outer list that it is part of.
    pub outside: Vec<Rc<Scope>>,
    /// It is a function's body.
    pub is_function: bool,
}

/// What an operation leads to.
enum To {
    Next,
    Op(usize),
    Out(Flow),
}

impl List {
    /// Runs the list to its end, or to where control leaves it.
    pub fn run(&self, vm: &mut Vm<'_>) -> Result<Flow, Parked> {
        let home = if self.landings.is_empty() { None } else { Some(Home::here(vm)) };
        let mut pc = 0_usize;
        loop {
            let Some(op) = self.ops.get(pc) else { return Ok(Flow::Next) };
            let to = match self.execute(op, pc, vm) {
                Ok(to) => to,
                Err(Parked) => self.caught(pc, home.as_ref(), vm)?,
            };
            match to {
                To::Next => pc = pc.wrapping_add(1),
                To::Op(target) => pc = target,
                To::Out(flow) => return Ok(flow),
            }
        }
    }

    #[inline]
    fn execute(&self, op: &Op, pc: usize, vm: &mut Vm<'_>) -> Result<To, Parked> {
        Ok(match op {
            Op::Unit(unit) => {
                unit.run(vm)?;
                To::Next
            }
            Op::Flow(run) => match run(vm)? {
                Flow::Next => To::Next,
                flow => self.out(flow, pc),
            },
            Op::Enter(level) => {
                self.enter(*level, vm);
                To::Next
            }
            Op::Leave { level, node, reason } => {
                if let Some(level) = self.levels.get(*level) {
                    level.scope.leave(vm, *node, *reason);
                }
                To::Next
            }
            Op::Branch { test, pace, otherwise } => {
                pace.begin(vm)?;
                if test(vm)? { To::Next } else { To::Op(*otherwise) }
            }
            Op::Back { to, node } => {
                vm.step(*node)?;
                To::Op(*to)
            }
            Op::Skip(to) => To::Op(*to),
            Op::Goto { label, node } => self.go_to(*label, pc, *node, vm)?,
            Op::Computed { target, node } => {
                vm.step(*node)?;
                let pointer = target(vm)?;
                let label = self.label(pointer, *node, vm)?;
                self.go_to(label, pc, *node, vm)?
            }
            Op::Switch { value, flip, table, pace } => {
                pace.begin(vm)?;
                let target = table.target(value(vm)? ^ flip);
                // Case labels lie in the same block or deeper: nothing is left.
                self.transfer(pc, target, NodeId::NONE, Reason::Break, vm);
                To::Op(target)
            }
            Op::End => To::Out(Flow::Next),
        })
    }

    fn level_of(&self, pc: usize) -> usize {
        self.places.get(pc).map_or(0, |p| p.level)
    }

    /// A `break`, `continue` or `return` that has left the blocks it leads out of.
    fn out(&self, flow: Flow, pc: usize) -> To {
        let place = self.places.get(pc);
        let inside = match flow {
            Flow::Break => place.and_then(|p| p.on_break),
            Flow::Continue => place.and_then(|p| p.on_continue),
            _ => None,
        };
        inside.map_or(To::Out(flow), To::Op)
    }

    /// A block begins: its locals are unwritten, also where declarations are jumped over.
    fn enter(&self, level: usize, vm: &mut Vm<'_>) {
        if let Some(level) = self.levels.get(level) {
            level.scope.enter(vm);
            level.scope.clear(vm);
        }
    }

    /// Control goes from one operation to another: blocks are left and entered.
    fn transfer(&self, from: usize, to: usize, node: NodeId, reason: Reason, vm: &mut Vm<'_>) {
        let (from, to) = (self.level_of(from), self.level_of(to));
        if from == to {
            return;
        }
        self.move_between(from, to, node, reason, vm);
    }

    fn move_between(&self, from: usize, to: usize, node: NodeId, reason: Reason, vm: &mut Vm<'_>) {
        let depth = |level: usize| self.levels.get(level).map_or(0, |l| l.depth);
        let parent = |level: usize| self.levels.get(level).map_or(0, |l| l.parent);
        let (mut left, mut entered) = (from, to);
        let mut entering = Vec::new();
        while left != entered {
            if depth(left) >= depth(entered) {
                if let Some(level) = self.levels.get(left) {
                    level.scope.leave(vm, node, reason);
                }
                left = parent(left);
            } else {
                entering.push(entered);
                entered = parent(entered);
            }
        }
        for level in entering.into_iter().rev() {
            self.enter(level, vm);
        }
    }

    fn go_to(&self, label: LabelId, pc: usize, node: NodeId, vm: &mut Vm<'_>) -> Result<To, Parked> {
        let target = usize::try_from(label.0).ok().and_then(|i| self.labels.get(i)).copied().flatten();
        let Some(target) = target else {
            // A label of the list around: everything in this one is left.
            if self.is_function {
                let text = "the jump leads into a statement expression";
                return Err(vm.fatal(Trap::text(Kind::InvalidJump, text), node));
            }
            self.move_between(self.level_of(pc), 0, node, Reason::Break, vm);
            for scope in &self.outside {
                scope.leave(vm, node, Reason::Break);
            }
            return Err(vm.depart(Departure::Within(Escape::Label(label, node))));
        };
        if target <= pc {
            vm.step(node)?;
        }
        self.transfer(pc, target, node, Reason::Break, vm);
        Ok(To::Op(target))
    }

    /// The label of this function that a pointer leads to.
    fn label(&self, pointer: Pointer, node: NodeId, vm: &mut Vm<'_>) -> Result<LabelId, Parked> {
        let label = label_at(pointer.addr)
            .and_then(|number| number.checked_sub(self.first_label))
            .filter(|number| usize::try_from(*number).is_ok_and(|i| i < self.labels.len()))
            .and_then(|number| u32::try_from(number).ok());
        match label {
            Some(number) => Ok(LabelId(number)),
            None => {
                let text = "'goto *' leads to no label of this function";
                Err(vm.fatal(Trap::text(Kind::InvalidJump, text), node))
            }
        }
    }

    /// Closures were left: for a jump that arrives here?
    #[cold]
    fn caught(&self, pc: usize, home: Option<&Home>, vm: &mut Vm<'_>) -> Result<To, Parked> {
        match vm.departure {
            Some(Departure::Within(escape)) => {
                vm.departure = None;
                match escape {
                    Escape::Flow(flow) => Ok(self.out(flow, pc)),
                    Escape::Label(label, node) => self.go_to(label, pc, node, vm),
                }
            }
            Some(Departure::Jump { frame, node, value, sp, by, kept }) => {
                let Some(home) = home.filter(|h| h.serial == frame) else { return Err(Parked) };
                let Some(landing) = self.landings.iter().find(|l| l.node == node) else { return Err(Parked) };
                vm.departure = None;
                vm.come_home(home, sp, &landing.kept, by);
                vm.lose_changed(kept, &landing.kept, by);
                // Blocks that were left since setjmp are entered once more.
                self.move_between(self.level_of(pc), self.level_of(landing.at), by, Reason::Longjmp, vm);
                vm.resumed = Some((node, value));
                Ok(To::Op(landing.at))
            }
            _ => Err(Parked),
        }
    }
}
