//! The parts of an expression.

use super::{Callee, Expr, ExprKind, Init, InitValue, Stride};

/// Calls `visit` for each expression directly inside `e`, those of an inner
/// statement expression's statements excepted.
pub fn each_child<'e>(e: &'e Expr, visit: &mut dyn FnMut(&'e Expr)) {
    match &e.kind {
        ExprKind::Int(_)
        | ExprKind::Float(_)
        | ExprKind::Null
        | ExprKind::Local(_)
        | ExprKind::Global(_)
        | ExprKind::String(_)
        | ExprKind::Function(_)
        | ExprKind::LabelAddress(_) => {}
        ExprKind::Deref(a)
        | ExprKind::Load(a)
        | ExprKind::Decay(a)
        | ExprKind::AddressOf(a)
        | ExprKind::Not(a)
        | ExprKind::SizeofVla(a)
        | ExprKind::VaStart(a)
        | ExprKind::VaEnd(a)
        | ExprKind::Alloca(a)
        | ExprKind::Member { base: a, .. }
        | ExprKind::Unary { operand: a, .. }
        | ExprKind::Convert { operand: a, .. }
        | ExprKind::VaArg { list: a, .. } => visit(a),
        ExprKind::Index { base: a, index: b, stride }
        | ExprKind::PointerAdd { pointer: a, index: b, stride, .. }
        | ExprKind::PointerDiff { left: a, right: b, stride }
        | ExprKind::PointerAssign { left: a, index: b, stride, .. } => {
            visit(a);
            visit(b);
            if let Stride::Variable(size) = stride {
                visit(size);
            }
        }
        ExprKind::IncDec { place, stride, .. } => {
            visit(place);
            if let Some(Stride::Variable(size)) = stride {
                visit(size);
            }
        }
        ExprKind::And(a, b)
        | ExprKind::Or(a, b)
        | ExprKind::Comma(a, b)
        | ExprKind::VaCopy(a, b)
        | ExprKind::Binary { left: a, right: b, .. }
        | ExprKind::Compare { left: a, right: b, .. }
        | ExprKind::Assign { left: a, right: b }
        | ExprKind::AssignOp { left: a, right: b, .. } => {
            visit(a);
            visit(b);
        }
        ExprKind::Conditional { condition, then, otherwise } => {
            visit(condition);
            if let Some(then) = then {
                visit(then);
            }
            visit(otherwise);
        }
        ExprKind::CompoundLiteral { init, .. } => each_initialiser(init, visit),
        ExprKind::Statement { value, .. } => {
            if let Some(value) = value {
                visit(value);
            }
        }
        ExprKind::Call { callee, arguments, .. } => {
            if let Callee::Indirect(callee) = callee {
                visit(callee);
            }
            for argument in arguments {
                visit(argument);
            }
        }
    }
}

/// Calls `visit` for each expression of an initialiser.
pub fn each_initialiser<'e>(init: &'e Init, visit: &mut dyn FnMut(&'e Expr)) {
    match init {
        Init::Value(e) => visit(e),
        Init::List(items) => {
            for item in items {
                if let InitValue::Value(e) = &item.value {
                    visit(e);
                }
            }
        }
    }
}

/// Can it be evaluated twice without a difference?
pub fn is_pure(e: &Expr) -> bool {
    let mut pure = !matches!(
        e.kind,
        ExprKind::Call { .. }
            | ExprKind::Assign { .. }
            | ExprKind::AssignOp { .. }
            | ExprKind::PointerAssign { .. }
            | ExprKind::IncDec { .. }
            | ExprKind::Statement { .. }
            | ExprKind::CompoundLiteral { .. }
            | ExprKind::Alloca(_)
            | ExprKind::VaStart(_)
            | ExprKind::VaArg { .. }
            | ExprKind::VaCopy(..)
            | ExprKind::VaEnd(_)
    );
    each_child(e, &mut |child| pure &= is_pure(child));
    pure
}
