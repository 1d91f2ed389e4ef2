//! The accesses of an expression, and which of them nothing orders.
//!
//! The operands of an operator are unsequenced (6.5p3), but for `&&`, `||`, `?:`
//! and the comma. An operator's own access comes after the value computations
//! of its operands (6.5p1), not after their side effects: an assignment inside
//! is pending until a sequence point. A call is one: its arguments are complete
//! before it, and what it does itself is only indeterminately sequenced.

use super::alias::may_meet;
use crate::sema::tree::{Block, Body, Callee, Expr, ExprKind, NodeId, Stride, initialisers};
use crate::types::TypeTable;

/// An access.
pub struct Access<'t> {
    /// To what.
    pub place: &'t Expr,
    /// It changes it.
    pub write: bool,
}

/// The accesses of a part of an expression, by number.
#[derive(Default)]
struct Effects {
    reads: Vec<usize>,
    writes: Vec<usize>,
    /// Writes after which there was no sequence point yet.
    pending: Vec<usize>,
}

impl Effects {
    fn and(mut self, other: Effects) -> Effects {
        self.reads.extend(other.reads);
        self.writes.extend(other.writes);
        self.pending.extend(other.pending);
        self
    }

    /// A sequence point: what was done is complete.
    fn complete(mut self) -> Effects {
        self.pending.clear();
        self
    }
}

/// The walk over one full expression.
pub struct Order<'t, 'c> {
    types: &'c TypeTable,
    body: &'c Body,
    /// All accesses.
    pub accesses: Vec<Access<'t>>,
    /// Pairs of accesses, and the operator that leaves them unordered.
    pub pairs: Vec<(usize, usize, NodeId)>,
    /// The blocks of statement expressions, whose full expressions are others.
    pub inner: Vec<&'t Block>,
}

impl<'t, 'c> Order<'t, 'c> {
    /// Nothing seen yet.
    pub fn new(types: &'c TypeTable, body: &'c Body) -> Order<'t, 'c> {
        Order { types, body, accesses: Vec::new(), pairs: Vec::new(), inner: Vec::new() }
    }

    /// An expression that is evaluated.
    pub fn value(&mut self, e: &'t Expr) {
        self.effects(e);
    }

    fn effects(&mut self, e: &'t Expr) -> Effects {
        match &e.kind {
            ExprKind::Load(place) => {
                let operands = self.place(place);
                self.access(operands, place, false, e.id)
            }
            ExprKind::Decay(place) | ExprKind::AddressOf(place) => self.place(place),
            ExprKind::Assign { left, right } => {
                let operands = self.place(left);
                let operands = self.beside(operands, right, e.id);
                self.access(operands, left, true, e.id)
            }
            ExprKind::AssignOp { left, right, .. } | ExprKind::PointerAssign { left, index: right, .. } => {
                let operands = self.place(left);
                let old = self.access(operands, left, false, e.id);
                let operands = self.beside(old, right, e.id);
                self.access(operands, left, true, e.id)
            }
            ExprKind::IncDec { place, .. } => {
                let operands = self.place(place);
                let old = self.access(operands, place, false, e.id);
                self.access(old, place, true, e.id)
            }
            ExprKind::And(a, b) | ExprKind::Or(a, b) | ExprKind::Comma(a, b) => {
                let first = self.effects(a).complete();
                first.and(self.effects(b))
            }
            ExprKind::Conditional { condition, then, otherwise } => {
                let condition = self.effects(condition).complete();
                let then = then.as_ref().map(|e| self.effects(e)).unwrap_or_default();
                condition.and(then).and(self.effects(otherwise))
            }
            ExprKind::Call { callee, arguments, .. } => {
                let callee = match callee {
                    Callee::Direct(_) => Effects::default(),
                    Callee::Indirect(pointer) => self.effects(pointer),
                };
                arguments.iter().fold(callee, |before, argument| self.beside(before, argument, e.id)).complete()
            }
            ExprKind::Statement { body, .. } => {
                self.inner.push(body);
                Effects::default()
            }
            ExprKind::Binary { left: a, right: b, .. }
            | ExprKind::Compare { left: a, right: b, .. }
            | ExprKind::PointerAdd { pointer: a, index: b, .. }
            | ExprKind::PointerDiff { left: a, right: b, .. }
            | ExprKind::VaCopy(a, b) => {
                let left = self.effects(a);
                self.beside(left, b, e.id)
            }
            ExprKind::Unary { operand: a, .. }
            | ExprKind::Convert { operand: a, .. }
            | ExprKind::Not(a)
            | ExprKind::SizeofVla(a)
            | ExprKind::VaStart(a)
            | ExprKind::VaEnd(a)
            | ExprKind::VaArg { list: a, .. }
            | ExprKind::Alloca(a) => self.effects(a),
            ExprKind::Deref(_)
            | ExprKind::Index { .. }
            | ExprKind::Member { .. }
            | ExprKind::CompoundLiteral { .. } => self.place(e),
            ExprKind::Int(_)
            | ExprKind::Float(_)
            | ExprKind::Null
            | ExprKind::Local(_)
            | ExprKind::Global(_)
            | ExprKind::String(_)
            | ExprKind::Function(_)
            | ExprKind::LabelAddress(_) => Effects::default(),
        }
    }

    /// The operands of an lvalue; the object itself is not touched.
    fn place(&mut self, e: &'t Expr) -> Effects {
        match &e.kind {
            ExprKind::Deref(pointer) => self.effects(pointer),
            ExprKind::Index { base, index, stride } => {
                let operands = self.effects(base);
                let operands = self.beside(operands, index, e.id);
                match stride {
                    Stride::Bytes(_) => operands,
                    Stride::Variable(size) => self.beside(operands, size, e.id),
                }
            }
            // A member of a struct that is loaded touches that member alone.
            ExprKind::Member { base, .. } => match &base.kind {
                ExprKind::Load(place) => self.place(place),
                _ => self.place(base),
            },
            ExprKind::CompoundLiteral { init, .. } => {
                initialisers(init).into_iter().fold(Effects::default(), |all, e| all.and(self.effects(e)))
            }
            ExprKind::Local(_) | ExprKind::Global(_) | ExprKind::String(_) => Effects::default(),
            _ => self.effects(e),
        }
    }

    /// The same operator's next operand.
    fn beside(&mut self, before: Effects, next: &'t Expr, node: NodeId) -> Effects {
        let next = self.effects(next);
        for write in &next.writes {
            self.meet(before.reads.iter().chain(&before.writes), *write, node);
        }
        for write in &before.writes {
            self.meet(next.reads.iter(), *write, node);
        }
        before.and(next)
    }

    /// An operator's own access, after the values of its operands.
    fn access(&mut self, operands: Effects, place: &'t Expr, write: bool, node: NodeId) -> Effects {
        let number = self.accesses.len();
        self.accesses.push(Access { place, write });
        self.meet(operands.pending.iter(), number, node);
        let mut all = operands;
        if write {
            all.writes.push(number);
            all.pending.push(number);
        } else {
            all.reads.push(number);
        }
        all
    }

    fn meet<'n>(&mut self, others: impl Iterator<Item = &'n usize>, one: usize, node: NodeId) {
        let Some(place) = self.accesses.get(one).map(|a| a.place) else { return };
        for other in others {
            let Some(access) = self.accesses.get(*other) else { continue };
            // Of one operator: `x += 1` reads and changes the same place.
            if access.place.id != place.id && may_meet(self.types, self.body, access.place, place) {
                self.pairs.push((*other, one, node));
            }
        }
    }
}
