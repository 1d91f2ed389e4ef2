//! The flat form of functions in which control does not nest: labels, `goto`,
//! a switch that enters nested statements, setjmp, jumps out of statement
//! expressions (6.8.1, 6.8.6, 7.13).
//!
//! Statements that contain any of these become operations in a list with a
//! program counter; all others are compiled as everywhere, and are one operation.

mod branches;
mod builder;
mod landing;
mod list;
mod survey;

pub use builder::Builder;
pub use landing::is_setjmp;
pub use list::List;
pub use survey::Survey;

use super::scope::Leave;
use super::stmt::{Code, Counted};
use super::{Class, Compiler};
use crate::eval::code::Flow;
use crate::eval::layout::Storage;
use crate::eval::vm::{Departure, Escape, Run};
use crate::memory::Reason;
use crate::sema::tree::{Block, Body, Expr, Init, LocalId, NodeId, Stmt, StmtKind, each_initialiser};
use list::Op;

impl Compiler<'_> {
    /// A function's body in the flat form, for what yields a value of class `T`.
    pub(super) fn flat_value_body<T: Class>(&mut self, body: &Body) -> Run<T> {
        let (list, leave) = self.flat_body(body);
        let is_main = self.is_main(body);
        let falls_off = self.falls_off;
        Box::new(move |vm| {
            if list.run(vm)? == Flow::Return {
                if falls_off {
                    vm.returned_value();
                }
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
        let falls_off = self.falls_off;
        Box::new(move |vm| {
            if list.run(vm)? != Flow::Return {
                vm.valueless = falls_off;
                if let Some(leave) = &leave {
                    leave(vm);
                }
            } else if falls_off {
                vm.returned_value();
            }
            Ok(())
        })
    }

    /// The list, and what happens to the parameters where its end is reached.
    fn flat_body(&mut self, body: &Body) -> (List, Option<Leave>) {
        self.begin_function(body);
        let outer = self.begin_list(Vec::new(), true);
        self.flat_block(&body.block);
        let list = self.end_list(outer);
        let end = body.block.end.unwrap_or(NodeId::NONE);
        let leave = super::scope::leave_all(self.scopes.down_to(0), end, Reason::Scope);
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

    fn flat_block(&mut self, block: &Block) {
        let before = self.flat.level;
        // A variable array lives from its declaration: a level of its own.
        let is_variable = |c: &Self, id: &LocalId| matches!(c.storage(*id), Some(Storage::Variable { .. }));
        let locals: Vec<LocalId> = block.locals.iter().filter(|l| !is_variable(self, l)).copied().collect();
        if !locals.is_empty() {
            self.enter_level(&locals);
            self.note_head(block);
        }
        self.flat_stmts(&block.stmts);
        while self.flat.level != before {
            self.leave_level(block.end.unwrap_or(NodeId::NONE), Reason::Scope);
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
            StmtKind::Block(block) => self.flat_block(block),
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
            each_initialiser(init, &mut |e| parts.push(e));
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
}
