//! gcc's attribute `cleanup(f)`: wherever the scope of a variable is left, other
//! than by longjmp or exit, `f` is called with the variable's address.

use super::super::scope::SymbolKind;
use super::super::state::{Checked, Sema};
use super::super::tree::{
    Block, Callee, Expr, ExprKind, FunctionId, Init, LabelId, Local, LocalId, LocalKind, NodeId, Stmt, StmtKind,
};
use crate::source::Span;
use crate::syntax::ast::{Attribute, Name};
use crate::types::{ParameterTypes, Type};
use std::collections::HashMap;
use std::rc::Rc;

/// A variable in scope that is to be cleaned up.
#[derive(Clone, Copy, Debug)]
pub(in crate::sema) struct Cleanup {
    local: LocalId,
    function: FunctionId,
    /// The function's type.
    ty: Type,
    /// Loops around it, and loops and switches around it.
    loops: u32,
    breakable: u32,
}

/// A `goto` past variables that may have to be cleaned up.
#[derive(Debug)]
pub(in crate::sema) struct PastCleanups {
    /// The empty block before it, for the calls.
    calls: NodeId,
    place: Span,
    label: LabelId,
    /// What was in scope there.
    active: Vec<Cleanup>,
}

impl Sema<'_> {
    /// Notes the attribute of a variable that was just declared.
    pub fn note_cleanup(&mut self, lists: [&[Attribute]; 3], name: &Name) {
        let attribute = lists.into_iter().flatten().find(|a| &*a.name.text == "cleanup");
        let Some(attribute) = attribute else { return };
        // On anything but an automatic variable gcc ignores it.
        let Some(SymbolKind::Local(local)) = self.scopes.lookup_here(&name.text).map(|s| s.kind) else { return };
        let Ok((function, ty)) = self.cleanup_function(attribute) else { return };
        if let Some(variable) = self.local_mut(local) {
            variable.address_taken = true;
        }
        if let Some(state) = &mut self.function {
            let (loops, breakable) = (state.loops, state.breakable);
            state.cleanups.push(Cleanup { local, function, ty, loops, breakable });
        }
    }

    fn cleanup_function(&mut self, attribute: &Attribute) -> Checked<(FunctionId, Type)> {
        let function = match attribute.arguments.first() {
            Some(argument) => self.expr(argument)?,
            None => return Err(self.error("cleanup", attribute.name.span, "'cleanup' needs the name of a function")),
        };
        match function.kind {
            ExprKind::Function(id) => Ok((id, function.ty)),
            _ => Err(self.error("cleanup", attribute.name.span, "'cleanup' needs the name of a function")),
        }
    }

    /// A block ends: the calls for its variables, unless it ends in a jump that made them.
    pub(super) fn clean_block(&mut self, locals: &[LocalId], end: Span, out: &mut Vec<Stmt>) {
        let Some(state) = &mut self.function else { return };
        let first = state.cleanups.iter().position(|c| locals.contains(&c.local));
        let Some(first) = first else { return };
        let ended = state.cleanups.split_off(first);
        let jumps =
            |s: &Stmt| matches!(s.kind, StmtKind::Return(_) | StmtKind::Goto(_) | StmtKind::Break | StmtKind::Continue);
        if !out.last().is_some_and(jumps) {
            self.clean(&ended, end, out);
        }
    }

    /// The value of a statement expression is found before its variables are cleaned up.
    pub(super) fn value_before_cleanups(&mut self, value: Expr, before: usize, out: &mut Vec<Stmt>) -> Option<Expr> {
        if self.cleanups() == before {
            return Some(value);
        }
        if self.types.is_void(value.ty) {
            out.push(Stmt { id: value.id, kind: StmtKind::Expr(value) });
            return None;
        }
        Some(self.kept(value, out))
    }

    /// The variables that are to be cleaned up here.
    pub(super) fn cleaned_locals(&self) -> Vec<LocalId> {
        self.function.as_ref().map(|f| f.cleanups.iter().map(|c| c.local).collect()).unwrap_or_default()
    }

    /// How many variables are to be cleaned up here.
    pub(super) fn cleanups(&self) -> usize {
        self.function.as_ref().map_or(0, |f| f.cleanups.len())
    }

    /// `return`: the value is found before.
    pub(super) fn clean_for_return(&mut self, value: Option<Expr>, span: Span, out: &mut Vec<Stmt>) -> Option<Expr> {
        let all = self.active(|_, _| true);
        if all.is_empty() {
            return value;
        }
        let value = value.map(|v| self.kept(v, out));
        self.clean(&all, span, out);
        value
    }

    /// `break`
    pub(super) fn clean_for_break(&mut self, span: Span, out: &mut Vec<Stmt>) {
        let inside = self.active(|c, (_, breakable)| c.breakable == breakable);
        self.clean(&inside, span, out);
    }

    /// `continue`
    pub(super) fn clean_for_continue(&mut self, span: Span, out: &mut Vec<Stmt>) {
        let inside = self.active(|c, (loops, _)| c.loops == loops);
        self.clean(&inside, span, out);
    }

    /// `goto`: what it leaves is known when all labels are.
    pub(super) fn clean_for_goto(&mut self, label: LabelId, place: Span, out: &mut Vec<Stmt>) {
        let active = self.active(|_, _| true);
        if active.is_empty() {
            return;
        }
        let calls = self.node(place);
        out.push(Stmt { kind: StmtKind::Block(Block::default()), id: calls });
        if let Some(state) = &mut self.function {
            state.past_cleanups.push(PastCleanups { calls, place, label, active });
        }
    }

    /// The end of a function: the calls before each `goto` that leaves a variable's scope.
    pub fn clean_jumps(&mut self, body: &mut Block) {
        let jumps = self.function.as_mut().map(|f| std::mem::take(&mut f.past_cleanups)).unwrap_or_default();
        if jumps.is_empty() {
            return;
        }
        let mut calls = HashMap::new();
        for jump in jumps {
            let kept = self.function.as_ref().and_then(|f| f.labels.get(usize::try_from(jump.label.0).ok()?));
            let kept = kept.map(|l| l.cleanups.clone()).unwrap_or_default();
            let left: Vec<Cleanup> = jump.active.into_iter().filter(|c| !kept.contains(&c.local)).collect();
            let mut list = Vec::new();
            self.clean(&left, jump.place, &mut list);
            calls.insert(jump.calls, (list, jump.place));
        }
        fill(&mut body.stmts, &mut calls);
        if let Some((_, place)) = calls.into_values().min_by_key(|(_, place)| place.lo) {
            self.unsupported(place, "'goto' in a statement expression past a variable with 'cleanup'");
        }
    }

    fn active(&self, wanted: impl Fn(&Cleanup, (u32, u32)) -> bool) -> Vec<Cleanup> {
        let Some(state) = &self.function else { return Vec::new() };
        let here = (state.loops, state.breakable);
        state.cleanups.iter().filter(|c| wanted(c, here)).copied().collect()
    }

    /// The calls, for the latest variable first.
    fn clean(&mut self, list: &[Cleanup], span: Span, out: &mut Vec<Stmt>) {
        for cleanup in list.iter().rev() {
            let Some(local) = self.local_mut(cleanup.local).map(|l| l.ty) else { continue };
            let Some(function) = self.types.function_of(cleanup.ty) else { continue };
            let place = Box::new(self.make(ExprKind::Local(cleanup.local), local, span));
            let pointer = self.types.pointer(local);
            let mut argument = self.make(ExprKind::AddressOf(place), pointer, span);
            if let ParameterTypes::Prototype { types, .. } = &function.parameters
                && let Some(parameter) = types.first()
            {
                argument = self.convert(argument, *parameter, false);
            }
            let result_type = function.result.unqualified();
            let result = self.result_local(result_type, span);
            let kind = ExprKind::Call {
                callee: Callee::Direct(cleanup.function),
                arguments: vec![argument],
                function: cleanup.ty,
                result,
            };
            let call = self.make(kind, result_type, span);
            out.push(Stmt { id: call.id, kind: StmtKind::Expr(call) });
        }
    }

    /// Keeps a value in a hidden variable of the innermost block; what reads it again.
    fn kept(&mut self, value: Expr, out: &mut Vec<Stmt>) -> Expr {
        let (ty, span, id) = (value.ty.unqualified(), self.span_of(&value), value.id);
        let kind = LocalKind::Temporary;
        let local = self.add_local(Local { name: Rc::from(""), ty, span, kind, address_taken: false, align: 0 }, true);
        out.push(Stmt { kind: StmtKind::Declare { local, init: Some(Init::Value(value)) }, id });
        let place = Box::new(self.make(ExprKind::Local(local), ty, span));
        self.make(ExprKind::Load(place), ty, span)
    }
}

/// Puts the calls into the blocks that wait for them.
fn fill(stmts: &mut [Stmt], calls: &mut HashMap<NodeId, (Vec<Stmt>, Span)>) {
    for stmt in stmts {
        match &mut stmt.kind {
            StmtKind::Block(block) => match calls.remove(&stmt.id) {
                Some((list, _)) => block.stmts = list,
                None => fill(&mut block.stmts, calls),
            },
            StmtKind::If { then, otherwise, .. } => {
                fill(std::slice::from_mut(then), calls);
                if let Some(otherwise) = otherwise {
                    fill(std::slice::from_mut(otherwise), calls);
                }
            }
            StmtKind::While { body, .. }
            | StmtKind::DoWhile { body, .. }
            | StmtKind::For { body, .. }
            | StmtKind::Switch { body, .. } => fill(std::slice::from_mut(body), calls),
            _ => {}
        }
    }
}
