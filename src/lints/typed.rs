//! The walk over the typed tree, for lints that need types.

use super::Lints;
use crate::sema::tree::{
    Block, Body, Callee, Expr, ExprKind, Function, FunctionId, FunctionKind, Init, LocalId, LocalKind, Program, Stmt,
    StmtKind, each_child, each_initialiser,
};
use crate::source::Span;
use crate::types::Type;

/// A function's body and the program around it.
#[derive(Clone, Copy)]
pub(super) struct Scene<'p> {
    pub program: &'p Program,
    pub body: &'p Body,
}

impl<'p> Scene<'p> {
    pub(super) fn span(&self, expr: &Expr) -> Span {
        self.program.span(expr.id)
    }

    /// The name and type of a variable of the function.
    pub(super) fn variable(&self, id: LocalId) -> Option<(&'p str, Type)> {
        let local = self.body.locals.get(usize::try_from(id.0).ok()?)?;
        matches!(local.kind, LocalKind::Variable | LocalKind::Parameter).then_some((&*local.name, local.ty))
    }

    /// The library's function that is called.
    pub(super) fn library_call<'e>(&self, expr: &'e Expr) -> Option<(&'p str, &'e [Expr])> {
        let ExprKind::Call { callee: Callee::Direct(id), arguments, .. } = &expr.kind else { return None };
        let function = self.program.function(*id)?;
        matches!(function.kind, FunctionKind::Library { .. }).then_some((&*function.name, arguments.as_slice()))
    }

    pub(super) fn function(&self, id: FunctionId) -> Option<&'p Function> {
        self.program.function(id)
    }
}

/// Without the conversions that were not written.
pub(super) fn unconverted(expr: &Expr) -> &Expr {
    let mut expr = expr;
    while let ExprKind::Convert { operand, explicit: false, .. } = &expr.kind {
        expr = operand;
    }
    expr
}

impl Lints<'_> {
    /// Looks through all functions of the program.
    pub(super) fn program(&mut self, program: &Program) {
        for function in &program.functions {
            if let FunctionKind::Defined(body) = &function.kind
                && !self.map.is_built_in(function.span)
            {
                self.ends_without_value(program, function, body);
                self.changes_copies(program, function, body);
                self.typed_block(Scene { program, body }, &body.block);
            }
        }
    }

    fn typed_block(&mut self, scene: Scene<'_>, block: &Block) {
        self.read_before_written(scene, block);
        for stmt in &block.stmts {
            self.typed_stmt(scene, stmt);
        }
    }

    // Statements nest no deeper than the parser's limit allows.
    fn typed_stmt(&mut self, scene: Scene<'_>, stmt: &Stmt) {
        match &stmt.kind {
            StmtKind::Expr(expr) => {
                self.result_dropped(scene, expr);
                self.typed_expr(scene, expr);
            }
            StmtKind::Declare { init: Some(init), local, .. } => {
                let mut inside = Vec::new();
                each_initialiser(init, &mut |expr| inside.push(expr));
                inside.into_iter().for_each(|expr| self.typed_expr(scene, expr));
                self.size_declared(scene, *local, init);
                self.division_declared(scene, *local, init);
                if let Init::Value(value) = init {
                    self.end_of_file_in_char(scene, value);
                }
            }
            StmtKind::Block(block) => self.typed_block(scene, block),
            StmtKind::If { condition, then, otherwise } => {
                self.typed_expr(scene, condition);
                // What a constant condition leaves out is not looked at.
                if !matches!(condition.kind, ExprKind::Int(0)) {
                    self.typed_stmt(scene, then);
                }
                if let Some(otherwise) = otherwise
                    && !matches!(condition.kind, ExprKind::Int(n) if n != 0)
                {
                    self.typed_stmt(scene, otherwise);
                }
            }
            StmtKind::While { condition, body } | StmtKind::DoWhile { body, condition } => {
                self.typed_expr(scene, condition);
                self.typed_stmt(scene, body);
            }
            StmtKind::For { init, condition, step, body } => {
                for expr in [init, condition, step].into_iter().flatten() {
                    self.typed_expr(scene, expr);
                }
                self.typed_stmt(scene, body);
            }
            StmtKind::Switch { value, body, cases, .. } => {
                self.switch_value(scene, value, cases);
                self.typed_expr(scene, value);
                self.typed_stmt(scene, body);
            }
            StmtKind::Return(Some(value)) => {
                self.returned_address(scene, value);
                self.division_returned(scene, value);
                self.typed_expr(scene, value);
            }
            _ => {}
        }
    }

    fn typed_expr(&mut self, scene: Scene<'_>, expr: &Expr) {
        let mut pending = vec![expr];
        while let Some(expr) = pending.pop() {
            self.each_typed(scene, expr);
            if let ExprKind::Statement { body, .. } = &expr.kind {
                self.typed_block(scene, body);
            }
            // `&a[n]` may point behind the last element.
            if let ExprKind::AddressOf(place) = &expr.kind
                && let ExprKind::Index { base, index, .. } = &place.kind
            {
                pending.extend([&**base, &**index]);
                continue;
            }
            each_child(expr, &mut |child| pending.push(child));
        }
    }

    fn each_typed(&mut self, scene: Scene<'_>, expr: &Expr) {
        self.index_outside(scene, expr);
        self.never_negative(scene, expr);
        self.end_of_file_in_char(scene, expr);
        self.arrays_compared(scene, expr);
        self.size_assigned(scene, expr);
        self.division_assigned(scene, expr);
        self.calls(scene, expr);
    }
}
