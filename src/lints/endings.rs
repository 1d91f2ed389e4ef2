//! Functions that promise a value and come to their end without one (6.9.1p12).
//!
//! Only what the text shows: a way through the statements that leads to the closing
//! brace. Code behind a label counts as reached only if what stands before it is.

use super::Lints;
use super::flow::is_final;
use super::typed::unconverted;
use crate::diagnostics::Diagnostic;
use crate::sema::tree::{
    Block, Body, Callee, Expr, ExprKind, Function, FunctionId, FunctionKind, Program, Stmt, StmtKind, each_child,
};
use crate::types::TypeKind;
use std::collections::HashSet;

/// Functions that call functions that never come back are followed so far.
const ROUNDS: u32 = 4;

/// The functions of a program that certainly never come back.
pub(super) fn endless(program: &Program) -> HashSet<FunctionId> {
    let mut found = HashSet::new();
    let without_return: Vec<(FunctionId, &Body)> = program
        .functions
        .iter()
        .zip(0..)
        .filter_map(|(function, id)| match &function.kind {
            FunctionKind::Defined(body) if !returns(&body.block) => Some((FunctionId(id), &**body)),
            _ => None,
        })
        .collect();
    for _ in 0..ROUNDS {
        let flow = Flow { program, endless: &found };
        let more: Vec<FunctionId> = without_return
            .iter()
            .filter(|(id, body)| !found.contains(id) && (body.noreturn || !flow.block(&body.block, true).ends))
            .map(|(id, _)| *id)
            .collect();
        if more.is_empty() {
            break;
        }
        found.extend(more);
    }
    found
}

/// Stands a `return` in it?
fn returns(block: &Block) -> bool {
    block.stmts.iter().any(returning)
}

// Statements nest no deeper than the parser's limit allows.
fn returning(stmt: &Stmt) -> bool {
    match &stmt.kind {
        StmtKind::Return(_) => true,
        StmtKind::Block(block) => returns(block),
        StmtKind::If { then, otherwise, .. } => returning(then) || otherwise.as_deref().is_some_and(returning),
        StmtKind::While { body, .. }
        | StmtKind::DoWhile { body, .. }
        | StmtKind::For { body, .. }
        | StmtKind::Switch { body, .. } => returning(body),
        _ => false,
    }
}

impl Lints<'_> {
    /// A function that is to return a value and can reach its end.
    pub(super) fn ends_without_value(&mut self, program: &Program, function: &Function, body: &Body) {
        let TypeKind::Function(ty) = program.types.kind(function.ty) else { return };
        // Without a type before the name the value is seldom meant.
        let promises = !matches!(program.types.kind(ty.result), TypeKind::Void)
            && &*function.name != "main"
            && !self.untyped.contains(&function.name);
        if !promises || body.noreturn {
            return;
        }
        let flow = Flow { program, endless: &self.endless };
        let (Some(end), true) = (body.block.end, flow.block(&body.block, true).ends) else { return };
        let shown = program.types.print(ty.result);
        let message = format!("'{}' can come to its end without a 'return' of its {shown}", function.name);
        self.warn(
            Diagnostic::warning(super::NO_RETURN_VALUE, program.span(end), message)
                .with_other(function.span, "this function promises a value")
                .with_note("give every way through the function a 'return' with a value"),
        );
    }
}

/// How control leaves a statement.
#[derive(Clone, Copy, Default)]
struct Ways {
    /// At its end.
    ends: bool,
    /// By a `break`.
    breaks: bool,
    /// By a `continue`.
    continues: bool,
}

/// The ways through statements.
#[derive(Clone, Copy)]
struct Flow<'p> {
    program: &'p Program,
    endless: &'p HashSet<FunctionId>,
}

impl Flow<'_> {
    /// `entered`: control comes in at its beginning, and not only at the cases in it.
    fn block(self, block: &Block, entered: bool) -> Ways {
        let mut ways = Ways { ends: entered, ..Ways::default() };
        for stmt in &block.stmts {
            if !ways.ends && !matches!(stmt.kind, StmtKind::Case(_)) {
                continue;
            }
            let next = self.stmt(stmt);
            ways = Ways {
                ends: next.ends,
                breaks: ways.breaks || next.breaks,
                continues: ways.continues || next.continues,
            };
        }
        ways
    }

    // Statements nest no deeper than the parser's limit allows.
    fn stmt(self, stmt: &Stmt) -> Ways {
        let on = Ways { ends: true, ..Ways::default() };
        match &stmt.kind {
            StmtKind::Expr(expr) => Ways { ends: self.passes(expr), ..on },
            StmtKind::Block(block) => self.block(block, true),
            StmtKind::If { condition, then, otherwise } => {
                let then = self.stmt(then);
                let otherwise = otherwise.as_ref().map_or(on, |stmt| self.stmt(stmt));
                match truth(condition) {
                    Some(true) => then,
                    Some(false) => otherwise,
                    None => Ways {
                        ends: then.ends || otherwise.ends,
                        breaks: then.breaks || otherwise.breaks,
                        continues: then.continues || otherwise.continues,
                    },
                }
            }
            StmtKind::While { condition, body } => self.repeated(Some(condition), body),
            StmtKind::For { condition, body, .. } => self.repeated(condition.as_ref(), body),
            StmtKind::DoWhile { body, condition } => {
                let body = self.stmt(body);
                let tested = (body.ends || body.continues) && truth(condition) != Some(true) && self.passes(condition);
                Ways { ends: body.breaks || tested, ..Ways::default() }
            }
            StmtKind::Switch { value, body, default, .. } => {
                let own = unconverted(value).ty;
                // Of an enum all values may have their case.
                let is_enum = matches!(self.program.types.kind(own), TypeKind::Enum(_) | TypeKind::Bool);
                let skips = default.is_none() && !is_enum && !matches!(unconverted(value).kind, ExprKind::Int(_));
                let StmtKind::Block(block) = &body.kind else { return Ways::default() };
                let inside = self.block(block, false);
                Ways { ends: skips || inside.breaks || inside.ends, breaks: false, continues: inside.continues }
            }
            StmtKind::Break => Ways { breaks: true, ..Ways::default() },
            StmtKind::Continue => Ways { continues: true, ..Ways::default() },
            StmtKind::Goto(_) | StmtKind::GotoComputed(_) | StmtKind::Return(_) => Ways::default(),
            _ => on,
        }
    }

    fn repeated(self, condition: Option<&Expr>, body: &Stmt) -> Ways {
        let inside = self.stmt(body);
        let tested = condition.is_some_and(|c| truth(c) != Some(true) && self.passes(c));
        Ways { ends: inside.breaks || tested, ..Ways::default() }
    }

    /// Does the evaluation of an expression come to its end, on some way?
    fn passes(self, expr: &Expr) -> bool {
        match &expr.kind {
            ExprKind::Call { callee: Callee::Direct(id), arguments, .. } => {
                let comes_back = match self.program.function(*id).map(|f| (&*f.name, &f.kind)) {
                    Some((name, FunctionKind::Library { .. })) => !is_final(name) && !ENDS.contains(&name),
                    Some((_, FunctionKind::Defined(body))) => !body.noreturn && !self.endless.contains(id),
                    _ => true,
                };
                comes_back && arguments.iter().all(|e| self.passes(e))
            }
            ExprKind::Conditional { condition, then, otherwise } => {
                let (a, b) = (then.as_ref().is_none_or(|e| self.passes(e)), self.passes(otherwise));
                // `assert(0)` and `assert(!"never")` stand where nothing is to come.
                let both = if is_fixed(condition) { a && b } else { a || b };
                both && self.passes(condition)
            }
            ExprKind::And(first, _) | ExprKind::Or(first, _) => self.passes(first),
            ExprKind::Statement { body, .. } => self.block(body, true).ends,
            _ => {
                let mut all = true;
                each_child(expr, &mut |child| all = all && self.passes(child));
                all
            }
        }
    }
}

/// Library functions beside `exit` and its like that do not come back.
const ENDS: &[&str] = &[
    "_exit",
    "_longjmp",
    "__assert_fail",
    "err",
    "errx",
    "verr",
    "verrx",
    "__builtin_unreachable",
    "__builtin_trap",
    "__builtin_abort",
    "__builtin_exit",
    "thrd_exit",
    "execv",
    "execvp",
    "execl",
    "execlp",
    "execve",
];

/// The truth of a constant condition.
fn truth(condition: &Expr) -> Option<bool> {
    match unconverted(condition).kind {
        ExprKind::Int(value) => Some(value != 0),
        _ => None,
    }
}

/// Does nothing in it change from one evaluation to the next?
fn is_fixed(expr: &Expr) -> bool {
    if matches!(expr.kind, ExprKind::Load(_) | ExprKind::Call { .. } | ExprKind::Statement { .. }) {
        return false;
    }
    let mut fixed = true;
    each_child(expr, &mut |child| fixed = fixed && is_fixed(child));
    fixed
}
