//! `c ? a : b` (6.5.15).

use super::super::state::{Checked, Reported, Sema};
use super::super::tree::{Expr, ExprKind};
use super::temporary::Scratch;
use crate::source::Span;
use crate::syntax::ast;
use crate::types::Type;

impl Sema<'_> {
    pub(super) fn conditional(
        &mut self,
        condition: &ast::Expr,
        then: Option<&ast::Expr>,
        otherwise: &ast::Expr,
        span: Span,
    ) -> Checked<Expr> {
        let condition = self.condition(condition);
        let then = then.map(|e| self.rvalue(e));
        let otherwise = self.rvalue(otherwise);
        let condition = condition?;
        let otherwise = otherwise?;
        let Some(then) = then else {
            return self.without_middle(condition, otherwise, span);
        };
        let then = then?;
        let ty = self.conditional_type(&then, &otherwise, span)?;
        let then = self.convert(then, ty, false);
        let otherwise = self.convert(otherwise, ty, false);
        let kind = ExprKind::Conditional {
            condition: Box::new(condition),
            then: Some(Box::new(then)),
            otherwise: Box::new(otherwise),
        };
        Ok(self.make(kind, ty, span))
    }

    /// gcc's `c ?: b`.
    fn without_middle(&mut self, condition: Expr, otherwise: Expr, span: Span) -> Checked<Expr> {
        self.strict("missing-operand", span, "C11 has no '?:' without a value between '?' and ':'");
        let ty = self.conditional_type(&condition, &otherwise, span)?;
        let otherwise = self.convert(otherwise, ty, false);
        if condition.ty.unqualified().id != ty.id && self.function.is_some() {
            // The value is tested as it is, and yields another type.
            let mut scratch = Scratch::new(span);
            let held = scratch.hold(self, condition);
            let (condition, then) = (held.load(self, span), held.load(self, span));
            let then = Some(Box::new(self.convert(then, ty, false)));
            let kind = ExprKind::Conditional { condition: Box::new(condition), then, otherwise: Box::new(otherwise) };
            let value = self.make(kind, ty, span);
            return Ok(scratch.finish(self, value));
        }
        let kind = ExprKind::Conditional { condition: Box::new(condition), then: None, otherwise: Box::new(otherwise) };
        Ok(self.make(kind, ty, span))
    }

    fn conditional_type(&mut self, a: &Expr, b: &Expr, span: Span) -> Checked<Type> {
        let (x, y) = (a.ty.unqualified(), b.ty.unqualified());
        let t = &self.types;
        if t.is_arithmetic(x) && t.is_arithmetic(y) {
            let promoted = |sema: &mut Self, e: &Expr, ty| match sema.bit_width_of(e) {
                Some(width) if width < 32 => sema.basic.int,
                _ => sema.types.promoted(ty),
            };
            let (x, y) = (promoted(self, a, x), promoted(self, b, y));
            return Ok(self.types.usual_arithmetic(x, y));
        }
        if t.is_void(x) || t.is_void(y) {
            if !(t.is_void(x) && t.is_void(y)) {
                self.strict("void-value", span, "one branch of '?:' has a value, the other has none");
            }
            return Ok(self.basic.void);
        }
        if x.id == y.id {
            return Ok(x);
        }
        match (t.pointee(x), t.pointee(y)) {
            (Some(p), Some(q)) => Ok(self.common_pointer(a, b, p, q, span)),
            (Some(_), None) if t.is_integer(y) => {
                self.pointer_or_integer(b, span);
                Ok(x)
            }
            (None, Some(_)) if t.is_integer(x) => {
                self.pointer_or_integer(a, span);
                Ok(y)
            }
            _ => Err(self.different_branches(x, y, span)),
        }
    }

    fn different_branches(&mut self, x: Type, y: Type, span: Span) -> Reported {
        let message =
            format!("the branches of '?:' do not fit: '{}' and '{}'", self.types.print(x), self.types.print(y));
        self.error("incompatible-types", span, message)
    }

    fn pointer_or_integer(&mut self, integer: &Expr, span: Span) {
        if !self.is_null_constant(integer) {
            self.pedantic("int-to-pointer", span, "one branch of '?:' is a pointer, the other an integer");
        }
    }

    /// The type of `c ? p : q` for two pointers (6.5.15p6).
    fn common_pointer(&mut self, a: &Expr, b: &Expr, p: Type, q: Type, span: Span) -> Type {
        if self.is_null_constant(a) && !self.is_null_constant(b) {
            return b.ty.unqualified();
        }
        if self.is_null_constant(b) {
            return a.ty.unqualified();
        }
        let quals = p.quals.union(q.quals);
        let target = if self.types.compatible(p.unqualified(), q.unqualified()) {
            self.types.composite(p.unqualified(), q.unqualified())
        } else if self.types.is_void(p) || self.types.is_void(q) {
            self.basic.void
        } else {
            let (x, y) = (self.show(a.ty), self.show(b.ty));
            let message = format!("the branches of '?:' are different pointers: '{x}' and '{y}'");
            self.pedantic("incompatible-pointers", span, message);
            self.basic.void
        };
        self.types.pointer(target.with(quals))
    }
}
