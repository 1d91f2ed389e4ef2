//! A list while it is being made: operations, blocks, targets.

use super::list::{Landing, Level, List, Op, Place};
use crate::diagnostics::Diagnostic;
use crate::eval::compile::Compiler;
use crate::eval::compile::scope::Scope;
use crate::eval::compile::stmt::{Code, Counted};
use crate::memory::Reason;
use crate::sema::tree::{CaseId, LabelId, LocalId, NodeId};
use std::rc::Rc;

/// A list being made.
#[derive(Default)]
pub struct Builder {
    pub(super) ops: Vec<Op>,
    /// Targets in these are marks until the list is finished.
    places: Vec<Place>,
    levels: Vec<Level>,
    /// By level: its locals.
    locals: Vec<Vec<LocalId>>,
    /// By mark: the operation it stands for.
    marks: Vec<usize>,
    pub(super) labels: Vec<(LabelId, usize)>,
    landings: Vec<Landing>,
    /// The innermost level, and what `break` and `continue` mean in it.
    pub(super) level: usize,
    pub(super) on_break: Option<usize>,
    pub(super) on_continue: Option<usize>,
    /// The labels seen of the switches around.
    pub(super) switches: Vec<Vec<(CaseId, usize)>>,
    /// Blocks around the statement, counted as [`super::scope::Scopes`] does.
    pub(super) depth: usize,
    /// The blocks from here out to the operation of the list around.
    outside: Vec<Rc<Scope>>,
    /// It is a function's body.
    pub is_function: bool,
}

impl Compiler<'_> {
    pub(super) fn begin_list(&mut self, outside: Vec<Rc<Scope>>, is_function: bool) -> Builder {
        let root = Level { parent: 0, depth: 0, scope: Rc::new(Scope::default()) };
        let parameters = if is_function { self.body.map_or(0, |b| b.parameters) } else { 0 };
        let builder = Builder {
            levels: vec![root],
            locals: vec![(0..parameters).map(LocalId).collect()],
            depth: self.scopes.depth(),
            outside,
            is_function,
            ..Builder::default()
        };
        std::mem::replace(&mut self.flat, builder)
    }

    pub(super) fn end_list(&mut self, outer: Builder) -> List {
        self.emit(Op::End);
        let built = std::mem::replace(&mut self.flat, outer);
        let count = self.body.map_or(0, |b| b.labels.len());
        let mut list = List {
            ops: built.ops,
            places: built.places,
            levels: built.levels,
            labels: vec![None; count],
            landings: built.landings,
            first_label: self.first_label,
            outside: built.outside,
            is_function: built.is_function,
        };
        for (label, at) in built.labels {
            if let Some(entry) = usize::try_from(label.0).ok().and_then(|i| list.labels.get_mut(i)) {
                *entry = Some(at);
            }
        }
        let resolve = |mark: &mut usize| *mark = built.marks.get(*mark).copied().unwrap_or(usize::MAX);
        for op in &mut list.ops {
            match op {
                Op::Branch { otherwise: to, .. } | Op::Back { to, .. } | Op::Skip(to) => resolve(to),
                _ => {}
            }
        }
        for place in &mut list.places {
            place.on_break.as_mut().map(resolve);
            place.on_continue.as_mut().map(resolve);
        }
        if list.is_function {
            self.check_targets(&list);
        }
        list
    }

    /// Labels inside statement expressions cannot be reached from outside.
    fn check_targets(&mut self, list: &List) {
        for op in &list.ops {
            if let Op::Goto { label, node } = op
                && usize::try_from(label.0).ok().and_then(|i| list.labels.get(i)).copied().flatten().is_none()
            {
                self.refused
                    .push(Diagnostic::unsupported(self.program.span(*node), "a jump into a statement expression"));
            }
        }
    }

    pub(super) fn emit(&mut self, op: Op) {
        let Builder { level, on_break, on_continue, .. } = self.flat;
        self.flat.ops.push(op);
        self.flat.places.push(Place { level, on_break, on_continue });
    }

    pub(super) fn emit_unit(&mut self, unit: Counted) {
        self.emit(Op::Unit(unit));
    }

    pub(super) fn emit_code(&mut self, code: Code) {
        self.emit(match code {
            Code::Unit(unit) => Op::Unit(unit),
            Code::Flow(run) => Op::Flow(run),
        });
    }

    /// As above; an operation before has counted the step.
    pub(super) fn emit_counted(&mut self, code: Code) {
        self.emit_code(match code {
            Code::Unit(unit) => Code::Unit(Counted { step: None, ..unit }),
            flow => flow,
        });
    }

    /// A place in the list that is not known yet.
    pub(super) fn mark(&mut self) -> usize {
        self.flat.marks.push(usize::MAX);
        self.flat.marks.len().wrapping_sub(1)
    }

    /// The mark stands for the next operation.
    pub(super) fn set_mark(&mut self, mark: usize) {
        let here = self.flat.ops.len();
        if let Some(mark) = self.flat.marks.get_mut(mark) {
            *mark = here;
        }
    }

    /// The next operation contains this call of setjmp.
    pub(super) fn landing_here(&mut self, node: NodeId) {
        let mut kept = vec![false; self.body.map_or(0, |b| b.locals.len())];
        let mut level = self.flat.level;
        loop {
            for local in self.flat.locals.get(level).into_iter().flatten() {
                if let Some(kept) = usize::try_from(local.0).ok().and_then(|i| kept.get_mut(i)) {
                    *kept = true;
                }
            }
            if level == 0 {
                break;
            }
            level = self.flat.levels.get(level).map_or(0, |l| l.parent);
        }
        let at = self.flat.ops.len();
        self.flat.landings.push(Landing { node, at, kept });
    }

    pub(super) fn enter_level(&mut self, locals: &[LocalId]) {
        let level = self.flat.levels.len();
        self.emit(Op::Enter(level));
        let scope = self.begin_block(locals);
        let parent = self.flat.level;
        let depth = self.flat.levels.get(parent).map_or(0, |l| l.depth).saturating_add(1);
        self.flat.levels.push(Level { parent, depth, scope });
        self.flat.locals.push(locals.to_vec());
        self.flat.level = level;
        self.flat.depth = self.scopes.depth();
    }

    pub(super) fn leave_level(&mut self, node: NodeId, reason: Reason) {
        let level = self.flat.level;
        self.emit(Op::Leave { level, node, reason });
        self.flat.level = self.flat.levels.get(level).map_or(0, |l| l.parent);
        self.end_block();
        self.flat.depth = self.scopes.depth();
    }
}
