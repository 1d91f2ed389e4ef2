//! Binary operators (6.5.5 to 6.5.14).

use super::super::state::{Checked, Reported, Sema};
use super::super::tree::{ArithOp, CompareOp, Expr, ExprKind};
use crate::diagnostics::Diagnostic;
use crate::source::Span;
use crate::syntax::ast::BinaryOp;
use crate::types::{Type, TypeKind};

/// The arithmetic behind an operator.
pub(super) fn arithmetic_op(op: BinaryOp) -> Option<ArithOp> {
    Some(match op {
        BinaryOp::Mul => ArithOp::Mul,
        BinaryOp::Div => ArithOp::Div,
        BinaryOp::Rem => ArithOp::Rem,
        BinaryOp::Add => ArithOp::Add,
        BinaryOp::Sub => ArithOp::Sub,
        BinaryOp::Shl => ArithOp::Shl,
        BinaryOp::Shr => ArithOp::Shr,
        BinaryOp::BitAnd => ArithOp::And,
        BinaryOp::BitXor => ArithOp::Xor,
        BinaryOp::BitOr => ArithOp::Or,
        _ => return None,
    })
}

fn compare_op(op: BinaryOp) -> Option<CompareOp> {
    Some(match op {
        BinaryOp::Lt => CompareOp::Lt,
        BinaryOp::Gt => CompareOp::Gt,
        BinaryOp::Le => CompareOp::Le,
        BinaryOp::Ge => CompareOp::Ge,
        BinaryOp::Eq => CompareOp::Eq,
        BinaryOp::Ne => CompareOp::Ne,
        _ => return None,
    })
}

/// How the operator is written.
pub(super) fn spelling(op: BinaryOp) -> &'static str {
    match op {
        BinaryOp::Mul => "*",
        BinaryOp::Div => "/",
        BinaryOp::Rem => "%",
        BinaryOp::Add => "+",
        BinaryOp::Sub => "-",
        BinaryOp::Shl => "<<",
        BinaryOp::Shr => ">>",
        BinaryOp::Lt => "<",
        BinaryOp::Gt => ">",
        BinaryOp::Le => "<=",
        BinaryOp::Ge => ">=",
        BinaryOp::Eq => "==",
        BinaryOp::Ne => "!=",
        BinaryOp::BitAnd => "&",
        BinaryOp::BitXor => "^",
        BinaryOp::BitOr => "|",
        BinaryOp::And => "&&",
        BinaryOp::Or => "||",
    }
}

/// Does the operator take integers only?
pub(super) fn integers_only(op: BinaryOp) -> bool {
    matches!(op, BinaryOp::Rem | BinaryOp::Shl | BinaryOp::Shr | BinaryOp::BitAnd | BinaryOp::BitXor | BinaryOp::BitOr)
}

impl Sema<'_> {
    /// A binary operator on two values.
    pub fn binary(&mut self, op: BinaryOp, left: Expr, right: Expr, op_span: Span, span: Span) -> Checked<Expr> {
        for side in [&left, &right] {
            if self.types.is_void(side.ty) {
                let at = self.span_of(side);
                return Err(self.void_value(at));
            }
        }
        if let Some(compare) = compare_op(op) {
            return self.comparison((op, compare), left, right, op_span, span);
        }
        match (op, arithmetic_op(op)) {
            (BinaryOp::Add, _) if self.types.is_pointer(left.ty) || self.types.is_pointer(right.ty) => {
                self.pointer_sum(left, right, op_span, span)
            }
            (BinaryOp::Sub, _) if self.types.is_pointer(left.ty) => self.pointer_minus(left, right, op_span, span),
            (_, Some(arith)) => self.arithmetic_operation((op, arith), left, right, op_span, span),
            _ => self.logical(op, left, right, op_span, span),
        }
    }

    /// "'+' does not take 'struct s' and 'int'".
    pub(super) fn wrong_operands(&mut self, op: &str, left: Type, right: Type, op_span: Span) -> Reported {
        let message = format!("'{op}' does not take '{}' and '{}'", self.types.print(left), self.types.print(right));
        let d = Diagnostic::error("wrong-operands", op_span, message);
        let floating = self.types.is_floating(left) || self.types.is_floating(right);
        let text = |ty| self.types.pointee(ty).is_some_and(|t| self.types.is_character(t));
        let note = match op {
            "%" | "%=" if floating => "the remainder of floating numbers is fmod(x, y) from <math.h>",
            "^" | "^=" if floating => "'^' joins the bits of integers; the power is pow(x, y) from <math.h>",
            "+" if text(left) && text(right) => "strings are joined by strcat from <string.h>",
            _ => return self.report(d),
        };
        self.report(d.with_note(note))
    }

    fn arithmetic_operation(
        &mut self,
        (op, arith): (BinaryOp, ArithOp),
        left: Expr,
        right: Expr,
        op_span: Span,
        span: Span,
    ) -> Checked<Expr> {
        let fits = |sema: &Self, ty| {
            if integers_only(op) { sema.types.is_integer(ty) } else { sema.types.is_arithmetic(ty) }
        };
        if !fits(self, left.ty) || !fits(self, right.ty) {
            return Err(self.wrong_operands(spelling(op), left.ty, right.ty, op_span));
        }
        let (left, right) = if matches!(arith, ArithOp::Shl | ArithOp::Shr) {
            (self.promote(left), self.promote(right))
        } else {
            self.usual_conversions(left, right)
        };
        let ty = left.ty;
        self.check_constants(arith, &left, &right, op_span);
        Ok(self.make(ExprKind::Binary { op: arith, left: Box::new(left), right: Box::new(right) }, ty, span))
    }

    /// The usual arithmetic conversions.
    pub fn usual_conversions(&mut self, left: Expr, right: Expr) -> (Expr, Expr) {
        let (left, right) = (self.promote(left), self.promote(right));
        let common = self.types.usual_arithmetic(left.ty, right.ty);
        (self.convert(left, common, false), self.convert(right, common, false))
    }

    fn pointer_sum(&mut self, left: Expr, right: Expr, op_span: Span, span: Span) -> Checked<Expr> {
        let (pointer, index) = if self.types.is_pointer(left.ty) { (left, right) } else { (right, left) };
        if !self.types.is_integer(index.ty) {
            return Err(self.wrong_operands("+", pointer.ty, index.ty, op_span));
        }
        self.moved_pointer(pointer, index, false, span)
    }

    fn moved_pointer(&mut self, pointer: Expr, index: Expr, negative: bool, span: Span) -> Checked<Expr> {
        let Some(target) = self.types.pointee(pointer.ty) else { return Err(Reported) };
        let stride = self.stride(target, span)?;
        let index = self.promote(index);
        let ty = pointer.ty;
        let kind = ExprKind::PointerAdd { pointer: Box::new(pointer), index: Box::new(index), stride, negative };
        Ok(self.make(kind, ty, span))
    }

    fn pointer_minus(&mut self, left: Expr, right: Expr, op_span: Span, span: Span) -> Checked<Expr> {
        if self.types.is_integer(right.ty) {
            return self.moved_pointer(left, right, true, span);
        }
        let (Some(a), Some(b)) = (self.types.pointee(left.ty), self.types.pointee(right.ty)) else {
            return Err(self.wrong_operands("-", left.ty, right.ty, op_span));
        };
        let void = self.types.is_void(a) && self.types.is_void(b);
        let (bare_a, bare_b) = (self.bare(a), self.bare(b));
        if !void && !self.types.compatible(bare_a, bare_b) {
            return Err(self.wrong_operands("-", left.ty, right.ty, op_span));
        }
        let stride = self.stride(a, span)?;
        let long = self.basic.long;
        Ok(self.make(ExprKind::PointerDiff { left: Box::new(left), right: Box::new(right), stride }, long, span))
    }

    /// Without qualifiers, an array's element's included.
    pub fn bare(&mut self, ty: Type) -> Type {
        let mut lengths = Vec::new();
        let mut inner = ty;
        while let TypeKind::Array { element, length } = self.types.kind(inner) {
            lengths.push(*length);
            inner = *element;
        }
        let mut bare = inner.unqualified();
        while let Some(length) = lengths.pop() {
            bare = self.types.array(bare, length);
        }
        bare
    }

    fn comparison(
        &mut self,
        (op, compare): (BinaryOp, CompareOp),
        left: Expr,
        right: Expr,
        op_span: Span,
        span: Span,
    ) -> Checked<Expr> {
        let t = &self.types;
        let (left, right) = if t.is_arithmetic(left.ty) && t.is_arithmetic(right.ty) {
            self.usual_conversions(left, right)
        } else if t.is_scalar(left.ty) && t.is_scalar(right.ty) && !t.is_floating(left.ty) && !t.is_floating(right.ty) {
            self.pointer_comparison(op, left, right, op_span)
        } else {
            return Err(self.wrong_operands(spelling(op), left.ty, right.ty, op_span));
        };
        let int = self.basic.int;
        Ok(self.make(ExprKind::Compare { op: compare, left: Box::new(left), right: Box::new(right) }, int, span))
    }

    /// At least one side is a pointer.
    fn pointer_comparison(&mut self, op: BinaryOp, left: Expr, right: Expr, op_span: Span) -> (Expr, Expr) {
        let equality = matches!(op, BinaryOp::Eq | BinaryOp::Ne);
        match (self.types.pointee(left.ty), self.types.pointee(right.ty)) {
            (Some(a), Some(b)) => {
                let null = self.is_null_constant(&left) || self.is_null_constant(&right);
                let void = self.types.is_void(a) || self.types.is_void(b);
                let (a, b) = (self.bare(a), self.bare(b));
                let same = self.types.compatible(a, b);
                if !equality && same && self.types.is_function(a) && self.extensions == 0 {
                    let message = "functions have no order (6.5.8p2)";
                    self.report(Diagnostic::strict("function-order", op_span, message).and_undefined());
                }
                if !null && !same && !void {
                    let (x, y) = (self.show(left.ty), self.show(right.ty));
                    let message = format!("pointers of different types are compared: '{x}' and '{y}'");
                    self.pedantic("incompatible-pointers", op_span, message);
                } else if !equality && void && !same {
                    let message = "a pointer to void is compared in order with a pointer to something else";
                    self.pedantic("incompatible-pointers", op_span, message);
                }
                (left, right)
            }
            (Some(_), None) => {
                self.check_pointer_integer(&right, equality, op_span);
                let ty = left.ty;
                let right = self.convert(right, ty, false);
                (left, right)
            }
            _ => {
                self.check_pointer_integer(&left, equality, op_span);
                let ty = right.ty;
                let left = self.convert(left, ty, false);
                (left, right)
            }
        }
    }

    fn check_pointer_integer(&mut self, integer: &Expr, equality: bool, op_span: Span) {
        if !self.is_null_constant(integer) {
            self.pedantic("pointer-int-comparison", op_span, "a pointer is compared with an integer");
        } else if !equality {
            self.strict("pointer-int-comparison", op_span, "a pointer is compared in order with 0");
        }
    }

    fn logical(&mut self, op: BinaryOp, left: Expr, right: Expr, op_span: Span, span: Span) -> Checked<Expr> {
        if !self.types.is_scalar(left.ty) || !self.types.is_scalar(right.ty) {
            return Err(self.wrong_operands(spelling(op), left.ty, right.ty, op_span));
        }
        let (left, right) = (Box::new(left), Box::new(right));
        let kind = if op == BinaryOp::And { ExprKind::And(left, right) } else { ExprKind::Or(left, right) };
        let int = self.basic.int;
        Ok(self.make(kind, int, span))
    }
}
