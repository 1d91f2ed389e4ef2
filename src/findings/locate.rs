//! From a number to the node it stands for: the way through a function's body.
//! Reports are rare, so the tree is walked on demand and no table is kept.

use crate::sema::tree::{Block, Body, Callee, Expr, ExprKind, Init, InitValue, NodeId, Stmt, StmtKind, Stride};

/// A piece of a body.
#[derive(Clone, Copy, Debug)]
pub(super) enum Part<'t> {
    /// A block.
    Block(&'t Block),
    /// A statement.
    Stmt(&'t Stmt),
    /// An expression.
    Expr(&'t Expr),
}

impl<'t> Part<'t> {
    /// Is this the node?
    fn is(self, node: NodeId) -> bool {
        match self {
            Part::Block(block) => block.end == Some(node),
            Part::Stmt(stmt) => stmt.id == node,
            Part::Expr(expr) => expr.id == node,
        }
    }

    /// The expression, if it is one.
    pub fn expr(self) -> Option<&'t Expr> {
        match self {
            Part::Expr(expr) => Some(expr),
            _ => None,
        }
    }

    /// What it consists of, in the order of the source.
    pub fn children(self) -> Vec<Part<'t>> {
        match self {
            Part::Block(block) => block.stmts.iter().map(Part::Stmt).collect(),
            Part::Stmt(stmt) => of_statement(stmt),
            Part::Expr(expr) => of_expression(expr),
        }
    }
}

/// The way from a function's outermost block to a node: every step is a part and
/// which of its parent's children it is.
#[derive(Clone, Debug, Default)]
pub(super) struct Path<'t> {
    /// The outermost first; the last one is the node.
    pub steps: Vec<(Part<'t>, usize)>,
}

impl<'t> Path<'t> {
    /// The node itself.
    pub fn last(&self) -> Option<Part<'t>> {
        self.steps.last().map(|(part, _)| *part)
    }

    /// The node itself, if it is an expression.
    pub fn expr(&self) -> Option<&'t Expr> {
        self.last().and_then(Part::expr)
    }

    /// The statements around it, the innermost first.
    pub fn statements(&self) -> impl Iterator<Item = &'t Stmt> + '_ {
        self.steps.iter().rev().filter_map(|(part, _)| match part {
            Part::Stmt(stmt) => Some(*stmt),
            _ => None,
        })
    }

    /// Does its statement stand in braces, so that others can stand before and after it?
    pub fn in_braces(&self) -> bool {
        let stmt = self.steps.iter().rposition(|(part, _)| matches!(part, Part::Stmt(_)));
        let around = stmt.and_then(|at| self.steps.get(at.checked_sub(1)?));
        around.is_some_and(|(part, _)| matches!(part, Part::Block(_)))
    }

    /// The expressions around it, itself included, the innermost first.
    pub fn expressions(&self) -> impl Iterator<Item = &'t Expr> + '_ {
        self.steps.iter().rev().map_while(|(part, _)| part.expr())
    }
}

/// The way to a node of a body; `None` if it is not there.
pub(super) fn find(body: &Body, node: NodeId) -> Option<Path<'_>> {
    let root = Part::Block(&body.block);
    let mut steps = vec![(root, 0)];
    let mut open = vec![root.children().into_iter().enumerate()];
    if root.is(node) {
        return Some(Path { steps });
    }
    while let Some(children) = open.last_mut() {
        let Some((index, part)) = children.next() else {
            open.pop();
            steps.pop();
            continue;
        };
        steps.push((part, index));
        if part.is(node) {
            return Some(Path { steps });
        }
        open.push(part.children().into_iter().enumerate());
    }
    None
}

/// Does `test` hold for some part inside this one (itself included)?
pub(super) fn any<'t>(part: Part<'t>, mut test: impl FnMut(Part<'t>) -> bool) -> bool {
    let mut open = vec![part];
    while let Some(part) = open.pop() {
        if test(part) {
            return true;
        }
        open.extend(part.children());
    }
    false
}

fn of_statement(stmt: &Stmt) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    match &stmt.kind {
        StmtKind::Expr(expr)
        | StmtKind::VlaLength { value: expr, .. }
        | StmtKind::DeclareVla { size: expr, .. }
        | StmtKind::GotoComputed(expr)
        | StmtKind::Return(Some(expr)) => parts.push(Part::Expr(expr)),
        StmtKind::Declare { init, .. } => init.iter().for_each(|init| of_init(init, &mut parts)),
        StmtKind::Block(block) => parts.push(Part::Block(block)),
        StmtKind::If { condition, then, otherwise } => {
            parts.extend([Part::Expr(condition), Part::Stmt(then)]);
            parts.extend(otherwise.as_deref().map(Part::Stmt));
        }
        StmtKind::While { condition, body } => parts.extend([Part::Expr(condition), Part::Stmt(body)]),
        StmtKind::DoWhile { body, condition } => parts.extend([Part::Stmt(body), Part::Expr(condition)]),
        StmtKind::For { init, condition, step, body } => {
            parts.extend([init, condition, step].into_iter().flatten().map(Part::Expr));
            parts.push(Part::Stmt(body));
        }
        StmtKind::Switch { value, body, .. } => parts.extend([Part::Expr(value), Part::Stmt(body)]),
        StmtKind::Case(_)
        | StmtKind::Label(_)
        | StmtKind::Goto(_)
        | StmtKind::Break
        | StmtKind::Continue
        | StmtKind::Return(None)
        | StmtKind::Empty => {}
    }
    parts
}

fn of_init<'t>(init: &'t Init, parts: &mut Vec<Part<'t>>) {
    match init {
        Init::Value(expr) => parts.push(Part::Expr(expr)),
        Init::List(items) => parts.extend(items.iter().filter_map(|item| match &item.value {
            InitValue::Value(expr) => Some(Part::Expr(expr)),
            InitValue::String(..) => None,
        })),
    }
}

fn of_expression(expr: &Expr) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    match &expr.kind {
        ExprKind::Int(_)
        | ExprKind::Float(_)
        | ExprKind::Null
        | ExprKind::Local(_)
        | ExprKind::Global(_)
        | ExprKind::String(_)
        | ExprKind::Function(_)
        | ExprKind::LabelAddress(_) => {}
        ExprKind::CompoundLiteral { init, .. } => of_init(init, &mut parts),
        ExprKind::Deref(inner)
        | ExprKind::Load(inner)
        | ExprKind::Decay(inner)
        | ExprKind::AddressOf(inner)
        | ExprKind::Member { base: inner, .. }
        | ExprKind::Unary { operand: inner, .. }
        | ExprKind::Not(inner)
        | ExprKind::Convert { operand: inner, .. }
        | ExprKind::IncDec { place: inner, stride: None, .. }
        | ExprKind::SizeofVla(inner)
        | ExprKind::VaStart(inner)
        | ExprKind::VaArg { list: inner, .. }
        | ExprKind::VaEnd(inner)
        | ExprKind::Alloca(inner) => parts.push(Part::Expr(inner)),
        ExprKind::IncDec { place, stride: Some(stride), .. } => {
            parts.push(Part::Expr(place));
            parts.extend(of_stride(stride));
        }
        ExprKind::Index { base: left, index: right, stride }
        | ExprKind::PointerAdd { pointer: left, index: right, stride, .. }
        | ExprKind::PointerDiff { left, right, stride }
        | ExprKind::PointerAssign { left, index: right, stride, .. } => {
            parts.extend([Part::Expr(left), Part::Expr(right)]);
            parts.extend(of_stride(stride));
        }
        ExprKind::Binary { left, right, .. }
        | ExprKind::Compare { left, right, .. }
        | ExprKind::And(left, right)
        | ExprKind::Or(left, right)
        | ExprKind::Comma(left, right)
        | ExprKind::Assign { left, right }
        | ExprKind::AssignOp { left, right, .. }
        | ExprKind::VaCopy(left, right) => parts.extend([Part::Expr(left), Part::Expr(right)]),
        ExprKind::Conditional { condition, then, otherwise } => {
            parts.push(Part::Expr(condition));
            parts.extend(then.as_deref().map(Part::Expr));
            parts.push(Part::Expr(otherwise));
        }
        ExprKind::Call { callee, arguments, .. } => {
            if let Callee::Indirect(callee) = callee {
                parts.push(Part::Expr(callee));
            }
            parts.extend(arguments.iter().map(Part::Expr));
        }
        ExprKind::Statement { body, value } => {
            parts.push(Part::Block(body));
            parts.extend(value.as_deref().map(Part::Expr));
        }
    }
    parts
}

fn of_stride(stride: &Stride) -> Option<Part<'_>> {
    match stride {
        Stride::Bytes(_) => None,
        Stride::Variable(size) => Some(Part::Expr(size)),
    }
}
