//! Selection and iteration in the flat form (6.8.4, 6.8.5).

use super::list::{Op, Pace};
use crate::eval::compile::Compiler;
use crate::eval::compile::stmt::Counted;
use crate::eval::compile::switch::table;
use crate::sema::tree::{CaseId, Expr, NodeId, Stmt, SwitchCase};

impl Compiler<'_> {
    fn flat_branch(&mut self, condition: &Expr, pace: Pace, otherwise: usize) {
        let pace = if self.land(condition, Some(condition.id)) { Pace::Counted } else { pace };
        let test = self.condition(condition);
        self.emit(Op::Branch { test, pace, otherwise });
    }

    pub(super) fn flat_if(&mut self, condition: &Expr, then: &Stmt, otherwise: Option<&Stmt>) {
        let no = self.mark();
        self.flat_branch(condition, Pace::Step(condition.id), no);
        self.flat_stmt(then);
        match otherwise {
            None => self.set_mark(no),
            Some(otherwise) => {
                let end = self.mark();
                self.emit(Op::Skip(end));
                self.set_mark(no);
                self.flat_stmt(otherwise);
                self.set_mark(end);
            }
        }
    }

    /// A body in which `break` and `continue` lead to these marks, `break` to this
    /// depth of blocks.
    fn flat_loop_body(&mut self, body: &Stmt, (on_break, around): (usize, usize), on_continue: Option<usize>) {
        let depth = self.scopes.depth();
        let before = (self.flat.on_break, self.flat.on_continue);
        self.flat.on_break = Some(on_break);
        self.scopes.breakable.push(around);
        if let Some(on_continue) = on_continue {
            self.flat.on_continue = Some(on_continue);
            self.scopes.continuable.push(depth);
        }
        self.flat_stmt(body);
        self.scopes.breakable.pop();
        if on_continue.is_some() {
            self.scopes.continuable.pop();
        }
        (self.flat.on_break, self.flat.on_continue) = before;
    }

    pub(super) fn flat_for(
        &mut self,
        init: Option<&Expr>,
        condition: Option<&Expr>,
        step: Option<&Expr>,
        body: &Stmt,
        node: NodeId,
    ) {
        let around = self.scopes.depth_around_for();
        if let Some(init) = init {
            self.flat_effect(init);
        }
        let (head, next, end) = (self.mark(), self.mark(), self.mark());
        self.set_mark(head);
        if let Some(condition) = condition {
            self.flat_branch(condition, Pace::Count, end);
        }
        self.flat_loop_body(body, (end, around), Some(next));
        self.set_mark(next);
        if let Some(step) = step {
            self.flat_effect(step);
        }
        self.emit(Op::Back { to: head, node });
        self.set_mark(end);
    }

    pub(super) fn flat_do(&mut self, body: &Stmt, condition: &Expr) {
        let (head, next, end) = (self.mark(), self.mark(), self.mark());
        self.set_mark(head);
        self.flat_loop_body(body, (end, self.scopes.depth()), Some(next));
        self.set_mark(next);
        self.flat_branch(condition, Pace::Count, end);
        self.emit(Op::Back { to: head, node: condition.id });
        self.set_mark(end);
    }

    /// A full expression in the head of a loop.
    fn flat_effect(&mut self, e: &Expr) {
        let counted = self.land(e, Some(e.id));
        let run = self.effect(e);
        self.emit_unit(Counted { run, step: (!counted).then_some(e.id) });
    }

    pub(super) fn flat_switch(&mut self, value: &Expr, body: &Stmt, cases: &[SwitchCase], default: Option<CaseId>) {
        let repr = self.repr(value.ty);
        let flip = if !repr.signed && repr.bits == 64 { i64::MIN } else { 0 };
        let pace = if self.land(value, Some(value.id)) { Pace::Counted } else { Pace::Step(value.id) };
        let value = self.int(value).boxed();
        let at = self.flat.ops.len();
        self.emit(Op::Switch { value, flip, table: table(Vec::new(), usize::MAX), pace });
        let end = self.mark();
        self.flat.switches.push(Vec::new());
        self.flat_loop_body(body, (end, self.scopes.depth()), None);
        let seen = self.flat.switches.pop().unwrap_or_default();
        self.set_mark(end);
        let after = self.flat.ops.len();
        let find = |label: CaseId| seen.iter().find(|(l, _)| *l == label).map_or(after, |(_, at)| *at);
        let mut ranges: Vec<(i64, i64, usize)> =
            cases.iter().map(|c| (c.low ^ flip, c.high ^ flip, find(c.label))).collect();
        ranges.sort_unstable();
        if let Some(Op::Switch { table: empty, .. }) = self.flat.ops.get_mut(at) {
            *empty = table(ranges, default.map_or(after, find));
        }
    }
}
