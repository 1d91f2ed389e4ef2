//! How much of the host's stack a call may take.
//!
//! Every C call nests closures: the deeper a function's statements and
//! expressions nest, the more. A bound is computed from the typed tree, and each
//! call gets at least as many slots as stand for it; so the one count that a call
//! checks holds for both, and recursion of any kind ends in a finding and never in
//! a crash of cglass itself (`tests/depth.rs` calibrates it).

use crate::sema::tree::{Block, Body, Callee, Expr, ExprKind, Init, InitValue, Stmt, StmtKind, Stride};

/// Host bytes of a call itself.
const CALL: u64 = 384;

/// Host bytes of one level of closures.
#[cfg(not(debug_assertions))]
const LEVEL: u64 = 192;
/// Without full optimisation a level takes more.
#[cfg(debug_assertions)]
const LEVEL: u64 = 768;

/// Host bytes that a slot stands for. The smallest frames of 8 MiB of C stack, with
/// two slots for each four bytes, come to the 1 GiB that is reserved for them.
const PER_SLOT: u64 = 256;

/// Slots that stand for the host stack that one call of this function takes.
pub fn slots_for(body: &Body) -> u32 {
    let bytes = CALL.saturating_add(LEVEL.saturating_mul(u64::from(block(&body.block).saturating_add(3))));
    u32::try_from(bytes.div_ceil(PER_SLOT)).unwrap_or(u32::MAX)
}

/// Slots that so many bytes of host stack are enough for.
pub fn slots_within(host_stack: u64) -> usize {
    usize::try_from(host_stack / PER_SLOT).unwrap_or(usize::MAX)
}

fn most(levels: impl Iterator<Item = u32>) -> u32 {
    levels.max().unwrap_or(0)
}

fn block(b: &Block) -> u32 {
    most(b.stmts.iter().map(stmt)).saturating_add(2)
}

fn stmt(s: &Stmt) -> u32 {
    let inside = match &s.kind {
        StmtKind::Expr(e) | StmtKind::GotoComputed(e) => expr(e),
        StmtKind::Declare { init, .. } => init.as_ref().map_or(0, initialiser),
        StmtKind::VlaLength { value, .. } => expr(value),
        StmtKind::DeclareVla { size, .. } => expr(size),
        StmtKind::Block(b) => block(b),
        StmtKind::If { condition, then, otherwise } => {
            expr(condition).max(stmt(then)).max(otherwise.as_ref().map_or(0, |s| stmt(s)))
        }
        StmtKind::While { condition, body } | StmtKind::DoWhile { body, condition } => expr(condition).max(stmt(body)),
        StmtKind::For { init, condition, step, body } => {
            most([init, condition, step].into_iter().flatten().map(expr)).max(stmt(body))
        }
        StmtKind::Switch { value, body, .. } => expr(value).max(stmt(body)),
        StmtKind::Return(value) => value.as_ref().map_or(0, expr),
        _ => 0,
    };
    inside.saturating_add(2)
}

fn initialiser(init: &Init) -> u32 {
    match init {
        Init::Value(e) => expr(e),
        Init::List(items) => most(items.iter().map(|i| match &i.value {
            InitValue::Value(e) => expr(e),
            InitValue::String(..) => 0,
        }))
        .saturating_add(1),
    }
}

fn stride(s: &Stride) -> u32 {
    match s {
        Stride::Bytes(_) => 0,
        Stride::Variable(e) => expr(e),
    }
}

fn expr(e: &Expr) -> u32 {
    let inside = match &e.kind {
        ExprKind::Int(_)
        | ExprKind::Float(_)
        | ExprKind::Null
        | ExprKind::Local(_)
        | ExprKind::Global(_)
        | ExprKind::String(_)
        | ExprKind::Function(_)
        | ExprKind::LabelAddress(_) => 0,
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
        | ExprKind::VaArg { list: a, .. } => expr(a),
        ExprKind::Index { base: a, index: b, stride: s }
        | ExprKind::PointerAdd { pointer: a, index: b, stride: s, .. }
        | ExprKind::PointerDiff { left: a, right: b, stride: s }
        | ExprKind::PointerAssign { left: a, index: b, stride: s, .. } => expr(a).max(expr(b)).max(stride(s)),
        ExprKind::IncDec { place, stride: s, .. } => expr(place).max(s.as_ref().map_or(0, stride)),
        ExprKind::And(a, b)
        | ExprKind::Or(a, b)
        | ExprKind::Comma(a, b)
        | ExprKind::VaCopy(a, b)
        | ExprKind::Binary { left: a, right: b, .. }
        | ExprKind::Compare { left: a, right: b, .. }
        | ExprKind::Assign { left: a, right: b }
        | ExprKind::AssignOp { left: a, right: b, .. } => expr(a).max(expr(b)),
        ExprKind::Conditional { condition, then, otherwise } => {
            expr(condition).max(then.as_ref().map_or(0, |e| expr(e))).max(expr(otherwise))
        }
        ExprKind::CompoundLiteral { init, .. } => initialiser(init),
        ExprKind::Statement { body, value } => block(body).max(value.as_ref().map_or(0, |e| expr(e))),
        ExprKind::Call { callee, arguments, .. } => {
            let callee = if let Callee::Indirect(e) = callee { expr(e) } else { 0 };
            most(arguments.iter().map(expr)).max(callee).saturating_add(2)
        }
    };
    inside.saturating_add(1)
}
