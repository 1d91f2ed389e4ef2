//! Expressions: what they read and write, in the order of evaluation.

use super::{Pass, Sure, index, join};
use crate::eval::layout::is_character;
use crate::sema::tree::{Callee, Expr, ExprKind, Init, InitValue, LocalId, Stride};
use crate::types::Type;

impl Pass<'_> {
    /// What is sure if the condition holds, and if not.
    pub(super) fn condition(&mut self, e: &Expr) -> (Sure, Sure) {
        match &e.kind {
            ExprKind::Not(inner) => {
                let (yes, no) = self.condition(inner);
                (no, yes)
            }
            ExprKind::And(a, b) => {
                let (yes, no_a) = self.condition(a);
                self.sure = yes;
                let (yes, no_b) = self.condition(b);
                (yes, join(no_a, no_b))
            }
            ExprKind::Or(a, b) => {
                let (yes_a, no) = self.condition(a);
                self.sure = no;
                let (yes_b, no) = self.condition(b);
                (join(yes_a, yes_b), no)
            }
            ExprKind::Int(0) => (None, self.sure.take()),
            ExprKind::Int(_) => (self.sure.take(), None),
            _ => {
                self.expr(e);
                let here = self.sure.take();
                (here.clone(), here)
            }
        }
    }

    /// A local gets its initialiser.
    pub(super) fn init(&mut self, local: LocalId, init: &Init) {
        match init {
            Init::Value(e) => {
                self.expr_or_move(e);
                self.moved(local, e);
            }
            Init::List(items) => {
                for item in items {
                    if let InitValue::Value(e) = &item.value {
                        self.expr(e);
                    }
                }
            }
        }
        self.write(local);
    }

    /// What a local is given: reading an unwritten local in a move is no use of it,
    /// and the local that gets it is looked at by [`Pass::moved`]. A move into
    /// anything else reads: whether there is a value to move must be known.
    fn expr_or_move(&mut self, e: &Expr) {
        match &e.kind {
            ExprKind::Load(place) if matches!(place.kind, ExprKind::Local(_)) => {}
            _ => self.expr(e),
        }
    }

    /// `local = value`: may the value be an unwritten one?
    fn moved(&mut self, local: LocalId, value: &Expr) {
        let ExprKind::Load(place) = &value.kind else { return };
        if is_character(self.types, value.ty) {
            self.facts.bytes.insert(index(local));
        }
        let sure = match &place.kind {
            ExprKind::Local(source) => self.is_sure(*source),
            _ => false,
        };
        if !sure {
            self.facts.flagged.insert(index(local));
            if let ExprKind::Local(source) = &place.kind {
                self.facts.flagged.insert(index(*source));
            }
        }
    }

    /// Is this local in a slot, written for sure, and never given moved values?
    fn is_sure(&self, local: LocalId) -> bool {
        let i = index(local);
        self.sure.as_ref().is_none_or(|s| s.contains(&i))
            && !self.facts.flagged.contains(&i)
            && self.body.locals.get(i).is_some_and(|l| !l.address_taken && self.scalar(l.ty))
    }

    fn scalar(&self, ty: Type) -> bool {
        self.types.is_integer(ty) || self.types.is_floating(ty)
    }

    fn place(&mut self, e: &Expr) {
        match &e.kind {
            ExprKind::Local(_) | ExprKind::Global(_) | ExprKind::String(_) => {}
            _ => self.expr(e),
        }
    }

    pub(super) fn expr(&mut self, e: &Expr) {
        match &e.kind {
            ExprKind::Int(_)
            | ExprKind::Float(_)
            | ExprKind::Null
            | ExprKind::Local(_)
            | ExprKind::Global(_)
            | ExprKind::String(_)
            | ExprKind::Function(_)
            | ExprKind::LabelAddress(_) => {}
            ExprKind::Load(place) => match &place.kind {
                ExprKind::Local(local) => self.read(*local),
                _ => self.place(place),
            },
            ExprKind::Not(_) | ExprKind::And(..) | ExprKind::Or(..) => {
                let (yes, no) = self.condition(e);
                self.sure = join(yes, no);
            }
            ExprKind::Conditional { condition, then, otherwise } => {
                let (yes, no) = self.condition(condition);
                self.sure = yes;
                then.iter().for_each(|e| self.expr(e));
                let after = std::mem::replace(&mut self.sure, no);
                self.expr(otherwise);
                self.sure = join(after, self.sure.take());
            }
            ExprKind::Assign { left, right } => {
                self.place(left);
                if let ExprKind::Local(local) = &left.kind {
                    self.expr_or_move(right);
                    self.moved(*local, right);
                    self.write(*local);
                } else {
                    self.expr(right);
                }
            }
            ExprKind::AssignOp { left, right, .. } => {
                self.expr(right);
                self.update(left);
            }
            ExprKind::PointerAssign { left, index, stride, .. } => {
                self.expr(index);
                self.stride(stride);
                self.update(left);
            }
            ExprKind::IncDec { place, stride, .. } => {
                stride.iter().for_each(|s| self.stride(s));
                self.update(place);
            }
            ExprKind::CompoundLiteral { local, init } => self.init(*local, init),
            ExprKind::Statement { body, value } => {
                self.block(body);
                value.iter().for_each(|e| self.expr(e));
            }
            ExprKind::Call { callee, arguments, .. } => {
                arguments.iter().rev().for_each(|a| self.expr(a));
                if let Callee::Indirect(e) = callee {
                    self.expr(e);
                }
            }
            ExprKind::Index { base, index, stride }
            | ExprKind::PointerAdd { pointer: base, index, stride, .. }
            | ExprKind::PointerDiff { left: base, right: index, stride } => {
                self.expr(base);
                self.expr(index);
                self.stride(stride);
            }
            ExprKind::Binary { left, right, .. }
            | ExprKind::Compare { left, right, .. }
            | ExprKind::Comma(left, right)
            | ExprKind::VaCopy(left, right) => {
                self.expr(left);
                self.expr(right);
            }
            ExprKind::Deref(a)
            | ExprKind::Decay(a)
            | ExprKind::AddressOf(a)
            | ExprKind::SizeofVla(a)
            | ExprKind::VaStart(a)
            | ExprKind::VaEnd(a)
            | ExprKind::Alloca(a)
            | ExprKind::Member { base: a, .. }
            | ExprKind::Unary { operand: a, .. }
            | ExprKind::Convert { operand: a, .. }
            | ExprKind::VaArg { list: a, .. } => self.expr(a),
        }
    }

    /// `place op= …`: read, then written.
    fn update(&mut self, place: &Expr) {
        if let ExprKind::Local(local) = &place.kind {
            self.read(*local);
            self.write(*local);
        } else {
            self.place(place);
        }
    }

    fn stride(&mut self, stride: &Stride) {
        if let Stride::Variable(e) = stride {
            self.expr(e);
        }
    }
}
