//! The flat form of functions in which control does not nest: labels, `goto`,
//! a switch that enters nested statements, setjmp, jumps out of statement
//! expressions (6.8.1, 6.8.6, 7.13).
//!
//! Statements that contain any of these become operations in a list with a
//! program counter; all others are compiled as everywhere, and are one operation.

mod children;
mod landing;
mod list;
mod survey;

pub use landing::is_setjmp;
pub use list::List;
pub use survey::Survey;

use super::scope::{Leave, Scope};
use super::stmt::{Code, Counted};
use super::switch::table;
use super::{Class, Compiler};
use crate::diagnostics::Diagnostic;
use crate::eval::code::Flow;
use crate::eval::layout::Storage;
use crate::eval::vm::{Departure, Escape, Run};
use crate::memory::Reason;
use crate::sema::tree::{Block, Body, CaseId, Expr, Init, LabelId, LocalId, NodeId, Stmt, StmtKind, SwitchCase};
use list::{Landing, Level, Op, Pace, Place};
use std::rc::Rc;

/// A list being made.
#[derive(Default)]
pub struct Builder {
    ops: Vec<Op>,
    /// Targets in these are marks until the list is finished.
    places: Vec<Place>,
    levels: Vec<Level>,
    /// By level: its locals.
    locals: Vec<Vec<LocalId>>,
    /// By mark: the operation it stands for.
    marks: Vec<usize>,
    labels: Vec<(LabelId, usize)>,
    landings: Vec<Landing>,
    /// The innermost level, and what `break` and `continue` mean in it.
    level: usize,
    on_break: Option<usize>,
    on_continue: Option<usize>,
    /// The labels seen of the switches around.
    switches: Vec<Vec<(CaseId, usize)>>,
    /// Blocks around the statement, counted as [`super::scope::Scopes`] does.
    depth: usize,
    /// The blocks from here out to the operation of the list around.
    outside: Vec<Rc<Scope>>,
    /// It is a function's body.
    pub is_function: bool,
}

impl Compiler<'_> {
    /// A function's body in the flat form, for what yields a value of class `T`.
    pub(super) fn flat_value_body<T: Class>(&mut self, body: &Body) -> Run<T> {
        let (list, leave) = self.flat_body(body);
        let is_main = self.is_main(body);
        Box::new(move |vm| {
            if list.run(vm)? == Flow::Return {
                return Ok(T::returned(&vm.returned));
            }
            vm.valueless = !is_main;
            if let Some(leave) = &leave {
                leave(vm);
            }
            Ok(T::zero())
        })
    }

    /// A function's body in the flat form, for void and structs.
    pub(super) fn flat_unit_body(&mut self, body: &Body) -> Run<()> {
        let (list, leave) = self.flat_body(body);
        Box::new(move |vm| {
            if list.run(vm)? != Flow::Return
                && let Some(leave) = &leave
            {
                leave(vm);
            }
            Ok(())
        })
    }

    /// The list, and what happens to the parameters where its end is reached.
    fn flat_body(&mut self, body: &Body) -> (List, Option<Leave>) {
        self.begin_function(body);
        let outer = self.begin_list(Vec::new(), true);
        self.flat_block(&body.block, Reason::Return);
        let list = self.end_list(outer);
        let end = body.block.end.unwrap_or(NodeId::NONE);
        let leave = super::scope::leave_all(self.scopes.down_to(0), end, Reason::Return);
        self.end_block();
        (list, leave)
    }

    /// The statements of a statement expression, whose block has just begun.
    pub(super) fn inner_statements(&mut self, block: &Block) -> Run<()> {
        let end = block.end.unwrap_or(NodeId::NONE);
        let flow = if block.stmts.iter().any(|s| self.survey.jumps(s) || self.survey.has_cases(s)) {
            let outside = self.scopes.down_to(self.flat.depth);
            let outer = self.begin_list(outside, false);
            // Declarations of its own block may be jumped over too.
            if let Some(scope) = self.scopes.innermost() {
                self.emit_unit(Counted::silent(Box::new(move |vm| {
                    scope.clear(vm);
                    Ok(())
                })));
            }
            self.flat_stmts(&block.stmts);
            let list = self.end_list(outer);
            Code::Flow(Box::new(move |vm| list.run(vm)))
        } else {
            let codes: Vec<Code> = block.stmts.iter().map(|s| self.stmt(s)).collect();
            super::stmt::sequence(codes)
        };
        match flow {
            Code::Unit(unit) => unit.boxed(),
            Code::Flow(flow) => Box::new(move |vm| match flow(vm)? {
                Flow::Next => Ok(()),
                // It leads out of the expression: the list around catches it.
                other => {
                    if vm.departure.is_some() {
                        return Err(vm.internal(end, "two jumps at once"));
                    }
                    Err(vm.depart(Departure::Within(Escape::Flow(other))))
                }
            }),
        }
    }

    fn begin_list(&mut self, outside: Vec<Rc<Scope>>, is_function: bool) -> Builder {
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

    fn end_list(&mut self, outer: Builder) -> List {
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

    fn emit(&mut self, op: Op) {
        let Builder { level, on_break, on_continue, .. } = self.flat;
        self.flat.ops.push(op);
        self.flat.places.push(Place { level, on_break, on_continue });
    }

    fn emit_unit(&mut self, unit: Counted) {
        self.emit(Op::Unit(unit));
    }

    fn emit_code(&mut self, code: Code) {
        self.emit(match code {
            Code::Unit(unit) => Op::Unit(unit),
            Code::Flow(run) => Op::Flow(run),
        });
    }

    /// As above; an operation before has counted the step.
    fn emit_counted(&mut self, code: Code) {
        self.emit_code(match code {
            Code::Unit(unit) => Code::Unit(Counted { step: None, ..unit }),
            flow => flow,
        });
    }

    /// A place in the list that is not known yet.
    fn mark(&mut self) -> usize {
        self.flat.marks.push(usize::MAX);
        self.flat.marks.len().wrapping_sub(1)
    }

    /// The mark stands for the next operation.
    fn set_mark(&mut self, mark: usize) {
        let here = self.flat.ops.len();
        if let Some(mark) = self.flat.marks.get_mut(mark) {
            *mark = here;
        }
    }

    /// The next operation contains this call of setjmp.
    fn landing_here(&mut self, node: NodeId) {
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

    fn enter_level(&mut self, locals: &[LocalId]) {
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

    fn leave_level(&mut self, node: NodeId, reason: Reason) {
        let level = self.flat.level;
        self.emit(Op::Leave { level, node, reason });
        self.flat.level = self.flat.levels.get(level).map_or(0, |l| l.parent);
        self.end_block();
        self.flat.depth = self.scopes.depth();
    }

    fn flat_block(&mut self, block: &Block, reason: Reason) {
        let before = self.flat.level;
        // A variable array lives from its declaration: a level of its own.
        let is_variable = |c: &Self, id: &LocalId| matches!(c.storage(*id), Some(Storage::Variable { .. }));
        let locals: Vec<LocalId> = block.locals.iter().filter(|l| !is_variable(self, l)).copied().collect();
        if !locals.is_empty() {
            self.enter_level(&locals);
        }
        self.flat_stmts(&block.stmts);
        while self.flat.level != before {
            self.leave_level(block.end.unwrap_or(NodeId::NONE), reason);
        }
    }

    fn flat_stmts(&mut self, stmts: &[Stmt]) {
        for stmt in stmts {
            self.flat_stmt(stmt);
        }
    }

    /// A statement as operations: as few as possible.
    fn flat_stmt(&mut self, stmt: &Stmt) {
        let node = stmt.id;
        let opens = self.survey.jumps(stmt) || self.survey.has_cases(stmt);
        match &stmt.kind {
            StmtKind::Declare { local, init } => self.flat_declare(*local, init.as_ref(), stmt),
            StmtKind::DeclareVla { local, .. } => {
                if self.in_statement_expression(*local) {
                    self.emit_end_of_array(*local, node);
                } else {
                    self.enter_level(&[*local]);
                }
                let code = self.stmt(stmt);
                self.emit_code(code);
            }
            _ if !opens => {
                let code = self.stmt(stmt);
                self.emit_code(code);
            }
            StmtKind::Block(block) => self.flat_block(block, Reason::Scope),
            StmtKind::If { condition, then, otherwise } => self.flat_if(condition, then, otherwise.as_deref()),
            StmtKind::While { condition, body } => self.flat_for(None, Some(condition), None, body, condition.id),
            StmtKind::DoWhile { body, condition } => self.flat_do(body, condition),
            StmtKind::For { init, condition, step, body } => {
                let node = condition.as_ref().map_or(node, |c| c.id);
                self.flat_for(init.as_ref(), condition.as_ref(), step.as_ref(), body, node);
            }
            StmtKind::Switch { value, body, cases, default, .. } => self.flat_switch(value, body, cases, *default),
            StmtKind::Case(label) => {
                let here = self.flat.ops.len();
                match self.flat.switches.last_mut() {
                    Some(seen) => seen.push((*label, here)),
                    None => {
                        self.refuse(node, "a case label inside a statement expression");
                    }
                }
            }
            StmtKind::Label(label) => {
                let here = self.flat.ops.len();
                self.flat.labels.push((*label, here));
            }
            StmtKind::Goto(label) => self.emit(Op::Goto { label: *label, node }),
            StmtKind::GotoComputed(e) => {
                let target = self.pointer_used(e).boxed();
                self.emit(Op::Computed { target, node });
            }
            StmtKind::Expr(e) => self.flat_leaf(Some(e), e.id, stmt),
            StmtKind::VlaLength { value, .. } => self.flat_leaf(Some(value), node, stmt),
            StmtKind::Return(value) => self.flat_leaf(value.as_ref(), node, stmt),
            StmtKind::Break | StmtKind::Continue | StmtKind::Empty => {
                let code = self.stmt(stmt);
                self.emit_code(code);
            }
        }
    }

    /// A statement that is one operation, or two with setjmp in it.
    fn flat_leaf(&mut self, e: Option<&Expr>, step: NodeId, stmt: &Stmt) {
        let counted = e.is_some_and(|e| self.land(e, Some(step)));
        let code = self.stmt(stmt);
        if counted { self.emit_counted(code) } else { self.emit_code(code) }
    }

    fn flat_declare(&mut self, local: LocalId, init: Option<&Init>, stmt: &Stmt) {
        let node = stmt.id;
        if let Some(Storage::Memory { offset, size, pointers: true, .. }) = self.storage(local) {
            // Reached again by a jump back: the pointers in it go.
            let len = usize::try_from(size).unwrap_or(0);
            let reason = if init.is_some() { Reason::Overwritten } else { Reason::Scope };
            self.emit_unit(Counted::silent(Box::new(move |vm| {
                let at = vm.at.wrapping_add(offset);
                vm.machine.memory.forget_pointers(at, len, node, reason);
                Ok(())
            })));
        }
        let mut counted = false;
        if let Some(init) = init
            && self.survey.jumps(stmt)
        {
            let mut parts = Vec::new();
            children::each_initialiser(init, &mut |e| parts.push(e));
            counted = self.land_all(parts, node);
        }
        let code = self.stmt(stmt);
        if counted { self.emit_counted(code) } else { self.emit_code(code) }
    }

    /// Is this array declared directly in the block of a statement expression?
    fn in_statement_expression(&self, local: LocalId) -> bool {
        !self.flat.is_function && self.flat.level == 0 && matches!(self.storage(local), Some(Storage::Variable { .. }))
    }

    /// Its declaration is reached once more.
    fn emit_end_of_array(&mut self, local: LocalId, node: NodeId) {
        if let Some(Storage::Variable { k }) = self.storage(local) {
            self.emit_unit(Counted::silent(Box::new(move |vm| {
                vm.end_variable_array(k, node, Reason::Scope);
                Ok(())
            })));
        }
    }

    fn flat_branch(&mut self, condition: &Expr, pace: Pace, otherwise: usize) {
        let pace = if self.land(condition, Some(condition.id)) { Pace::Counted } else { pace };
        let test = self.condition(condition);
        self.emit(Op::Branch { test, pace, otherwise });
    }

    fn flat_if(&mut self, condition: &Expr, then: &Stmt, otherwise: Option<&Stmt>) {
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

    /// A body in which `break` and `continue` lead to these marks.
    fn flat_loop_body(&mut self, body: &Stmt, on_break: usize, on_continue: Option<usize>) {
        let depth = self.scopes.depth();
        let before = (self.flat.on_break, self.flat.on_continue);
        self.flat.on_break = Some(on_break);
        self.scopes.breakable.push(depth);
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

    fn flat_for(
        &mut self,
        init: Option<&Expr>,
        condition: Option<&Expr>,
        step: Option<&Expr>,
        body: &Stmt,
        node: NodeId,
    ) {
        if let Some(init) = init {
            self.flat_effect(init);
        }
        let (head, next, end) = (self.mark(), self.mark(), self.mark());
        self.set_mark(head);
        if let Some(condition) = condition {
            self.flat_branch(condition, Pace::Count, end);
        }
        self.flat_loop_body(body, end, Some(next));
        self.set_mark(next);
        if let Some(step) = step {
            self.flat_effect(step);
        }
        self.emit(Op::Back { to: head, node });
        self.set_mark(end);
    }

    fn flat_do(&mut self, body: &Stmt, condition: &Expr) {
        let (head, next, end) = (self.mark(), self.mark(), self.mark());
        self.set_mark(head);
        self.flat_loop_body(body, end, Some(next));
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

    fn flat_switch(&mut self, value: &Expr, body: &Stmt, cases: &[SwitchCase], default: Option<CaseId>) {
        let repr = self.repr(value.ty);
        let flip = if !repr.signed && repr.bits == 64 { i64::MIN } else { 0 };
        let pace = if self.land(value, Some(value.id)) { Pace::Counted } else { Pace::Step(value.id) };
        let value = self.int(value).boxed();
        let at = self.flat.ops.len();
        self.emit(Op::Switch { value, flip, table: table(Vec::new(), usize::MAX), pace });
        let end = self.mark();
        self.flat.switches.push(Vec::new());
        self.flat_loop_body(body, end, None);
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
