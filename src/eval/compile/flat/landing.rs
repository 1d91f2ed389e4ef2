//! setjmp: where it may stand (7.13.1.1p4), and how it is compiled.
//!
//! The buffer is filled by an operation of its own, before the statement that
//! contains the call; the call itself then yields what that operation or a
//! longjmp left in the machine. So coming back repeats nothing.

use crate::eval::compile::Compiler;
use crate::eval::compile::stmt::Counted;
use crate::eval::vm::Run;
use crate::machine::Value;
use crate::sema::tree::{Callee, Expr, ExprKind, FunctionKind, NodeId, Program, each_child, is_pure};

const NAMES: [&str; 4] = ["setjmp", "_setjmp", "sigsetjmp", "__sigsetjmp"];

/// Is this a call of setjmp?
pub fn is_setjmp(program: &Program, e: &Expr) -> bool {
    let ExprKind::Call { callee: Callee::Direct(id), .. } = &e.kind else { return false };
    program.function(*id).is_some_and(|f| matches!(f.kind, FunctionKind::Library { .. }) && NAMES.contains(&&*f.name))
}

/// The call of setjmp in a full expression.
enum Site<'e> {
    /// There is none.
    None,
    /// It stands where the rest of the expression can be evaluated again.
    Good(&'e Expr),
    /// It does not.
    Bad(&'e Expr),
}

/// Everything evaluated before the call must be free of effects, since it is
/// evaluated once more when longjmp comes back.
fn site<'e>(program: &Program, e: &'e Expr) -> Site<'e> {
    if is_setjmp(program, e) {
        let mut inner = None;
        each_child(e, &mut |child| inner = inner.or(any_setjmp(program, child)));
        return inner.map_or(Site::Good(e), Site::Bad);
    }
    let (first, rest): (Option<&Expr>, Vec<&Expr>) = match &e.kind {
        ExprKind::Not(a) | ExprKind::Convert { operand: a, .. } | ExprKind::Unary { operand: a, .. } => {
            (Some(a), Vec::new())
        }
        ExprKind::Assign { left, right } if is_pure(left) => (Some(right), vec![left]),
        ExprKind::Compare { left: a, right: b, .. } | ExprKind::Binary { left: a, right: b, .. } => {
            if is_pure(b) {
                (Some(a), vec![b])
            } else if is_pure(a) {
                (Some(b), vec![a])
            } else {
                (None, Vec::new())
            }
        }
        // What follows is evaluated after the call.
        ExprKind::And(a, b) | ExprKind::Or(a, b) | ExprKind::Comma(a, b) => (Some(a), vec![b]),
        ExprKind::Conditional { condition, then, otherwise } => {
            (Some(condition), then.iter().map(|e| &**e).chain([&**otherwise]).collect())
        }
        _ => (None, Vec::new()),
    };
    if let Some(bad) = rest.into_iter().find_map(|e| any_setjmp(program, e)) {
        return Site::Bad(bad);
    }
    match first {
        Some(first) => site(program, first),
        None => any_setjmp(program, e).map_or(Site::None, Site::Bad),
    }
}

/// Some call of setjmp in an expression.
fn any_setjmp<'e>(program: &Program, e: &'e Expr) -> Option<&'e Expr> {
    if is_setjmp(program, e) {
        return Some(e);
    }
    let mut found = None;
    each_child(e, &mut |child| found = found.or_else(|| any_setjmp(program, child)));
    found
}

impl Compiler<'_> {
    /// If a full expression contains setjmp, the operation that fills its
    /// buffer; then it has counted the step of the expression.
    pub(super) fn land(&mut self, e: &Expr, step: Option<NodeId>) -> bool {
        let program = self.program;
        let call = match site(program, e) {
            Site::None => return false,
            Site::Bad(call) => {
                self.refuse(call.id, "setjmp in the middle of an expression");
                return false;
            }
            Site::Good(call) => call,
        };
        if !self.flat.is_function {
            self.refuse(call.id, "setjmp inside a statement expression");
            return false;
        }
        let ExprKind::Call { arguments, .. } = &call.kind else { return false };
        let mut arguments = arguments.iter();
        let Some(buffer) = arguments.next() else { return false };
        let buffer = self.pointer(buffer).boxed();
        let others: Vec<Run<()>> = arguments.map(|e| self.effect(e)).collect();
        let node = call.id;
        let run: Run<()> = Box::new(move |vm| {
            for other in &others {
                other(vm)?;
            }
            let buffer = buffer(vm)?;
            vm.step(node)?;
            vm.set_jump(buffer, node)
        });
        self.emit_unit(Counted { run, step });
        self.landing_here(node);
        true
    }

    /// As [`Compiler::land`] for the expressions of an initialiser.
    pub(super) fn land_all<'e>(&mut self, list: impl IntoIterator<Item = &'e Expr>, step: NodeId) -> bool {
        let list: Vec<&Expr> = list.into_iter().collect();
        if let [only] = list.as_slice() {
            return self.land(only, Some(step));
        }
        let program = self.program;
        if let Some(call) = list.iter().find_map(|e| any_setjmp(program, e)) {
            self.refuse(call.id, "setjmp in the middle of an expression");
        }
        false
    }

    /// The call itself: what was left for it.
    pub(in crate::eval::compile) fn setjmp_value(&mut self, e: &Expr) -> Run<Value> {
        let node = e.id;
        Box::new(move |vm| match vm.resumed.take() {
            Some((at, value)) if at == node => Ok(Value::Int(i64::from(value))),
            _ => Err(vm.internal(node, "setjmp was reached without its buffer being filled")),
        })
    }
}
