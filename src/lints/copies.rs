//! Functions that only change copies: `void swap(int a, int b)` changes nothing of its
//! caller's (6.5.2.2p4).

use super::Lints;
use crate::diagnostics::Diagnostic;
use crate::sema::tree::{
    Block, Body, Expr, ExprKind, Function, Init, InitValue, LocalId, Program, Stmt, StmtKind, each_child,
};
use crate::types::TypeKind;

impl Lints<'_> {
    /// A function without a result all of whose effects are on its own variables, among
    /// them a parameter that gets the value of something else.
    pub(super) fn changes_copies(&mut self, program: &Program, function: &Function, body: &Body) {
        let TypeKind::Function(ty) = program.types.kind(function.ty) else { return };
        if !matches!(program.types.kind(ty.result), TypeKind::Void) || body.variadic {
            return;
        }
        let mut seen = Effects { body, changed: None };
        if !seen.block(&body.block) {
            return;
        }
        let Some(name) = seen.changed.and_then(|id| local(body, id)) else { return };
        let message =
            format!("'{}' has no effect: it only changes copies, '{}' is its own variable", function.name, name.name);
        self.warn(
            Diagnostic::warning("copies-changed", function.span, message)
                .with_note("pass the address (&x), take a pointer, and change what it points to"),
        );
    }
}

fn local(body: &Body, id: LocalId) -> Option<&crate::sema::tree::Local> {
    body.locals.get(usize::try_from(id.0).ok()?)
}

/// What the statements of a function do.
struct Effects<'p> {
    body: &'p Body,
    /// A parameter that is assigned to.
    changed: Option<LocalId>,
}

impl Effects<'_> {
    /// Does all of it stay inside the function?
    fn block(&mut self, block: &Block) -> bool {
        block.stmts.iter().all(|stmt| self.stmt(stmt))
    }

    // Statements nest no deeper than the parser's limit allows.
    fn stmt(&mut self, stmt: &Stmt) -> bool {
        match &stmt.kind {
            StmtKind::Expr(expr) => self.expr(expr),
            StmtKind::Declare { init, .. } => match init {
                None => true,
                Some(Init::Value(value)) => self.expr(value),
                Some(Init::List(items)) => items.iter().all(|item| match &item.value {
                    InitValue::Value(value) => self.expr(value),
                    InitValue::String(..) => true,
                }),
            },
            StmtKind::Block(block) => self.block(block),
            StmtKind::If { condition, then, otherwise } => {
                self.expr(condition) && self.stmt(then) && otherwise.as_ref().is_none_or(|s| self.stmt(s))
            }
            StmtKind::Empty => true,
            // A loop may be there to wait.
            _ => false,
        }
    }

    fn expr(&mut self, expr: &Expr) -> bool {
        match &expr.kind {
            ExprKind::Assign { left, right } => self.place(left, Some(right)) && self.expr(right),
            ExprKind::AssignOp { left, right, .. } | ExprKind::PointerAssign { left, index: right, .. } => {
                self.place(left, Some(right)) && self.expr(right)
            }
            ExprKind::IncDec { place, .. } => self.place(place, None),
            ExprKind::Call { .. }
            | ExprKind::Statement { .. }
            | ExprKind::VaStart(_)
            | ExprKind::VaArg { .. }
            | ExprKind::VaCopy(..)
            | ExprKind::VaEnd(_)
            | ExprKind::Alloca(_)
            | ExprKind::AddressOf(_)
            | ExprKind::Deref(_)
            | ExprKind::Index { .. } => false,
            _ => {
                let mut inside = true;
                each_child(expr, &mut |child| inside = inside && self.expr(child));
                inside
            }
        }
    }

    /// A place that is changed: is it a plain variable of the function?
    fn place(&mut self, place: &Expr, value: Option<&Expr>) -> bool {
        let ExprKind::Local(id) = place.kind else { return false };
        if place.ty.quals.is_volatile {
            return false;
        }
        // `x = x;` says that x is not used.
        let itself = value
            .is_some_and(|v| matches!(&v.kind, ExprKind::Load(p) if matches!(p.kind, ExprKind::Local(l) if l == id)));
        if id.0 < self.body.parameters && !itself && value.is_some_and(|v| !matches!(v.kind, ExprKind::Int(_))) {
            self.changed = self.changed.or(Some(id));
        }
        true
    }
}
