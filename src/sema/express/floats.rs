//! gcc's builtins that classify floating numbers, said in C's own operators.

use super::super::state::{Checked, Sema};
use super::super::tree::{CompareOp, Conversion, Expr, ExprKind, Stride};
use super::temporary::{Scratch, Temporary};
use crate::source::Span;
use crate::syntax::ast;
use crate::types::{FloatKind, IntKind, TypeKind};

impl Sema<'_> {
    /// `__builtin_isnan` and its relatives, by the name without the prefix.
    pub(super) fn float_builtin(&mut self, name: &str, arguments: &[ast::Expr], span: Span) -> Option<Checked<Expr>> {
        // gcc's forms for any type want one that is floating (7.12.3).
        let generic = matches!(name, "isnan" | "isinf" | "isinf_sign" | "isfinite" | "isnormal" | "signbit");
        // The forms for one type convert their argument; here its own type will do.
        let name = match name {
            "isnanf" | "isnanl" => "isnan",
            "isinff" | "isinfl" | "isinf_sign" => "isinf",
            "finite" | "finitef" | "finitel" => "isfinite",
            "signbitf" | "signbitl" => "signbit",
            other => other,
        };
        match (name, arguments) {
            ("isnan" | "isinf" | "isfinite" | "isnormal" | "signbit", [argument]) => {
                Some(self.classify(name, argument, generic, span))
            }
            ("isunordered" | "islessgreater", [left, right]) => Some(self.two_floats(name, left, right, span)),
            ("fpclassify", [nan, infinite, normal, subnormal, zero, value]) => {
                Some(self.fpclassify([nan, infinite, normal, subnormal, zero], value, span))
            }
            _ => None,
        }
    }

    /// What the macros of 7.12.14 compare are numbers, and of two at least one is floating.
    pub(super) fn one_is_floating(&mut self, left: &Expr, right: &Expr, span: Span) -> Checked<()> {
        if self.types.is_floating(left.ty) || self.types.is_floating(right.ty) {
            return Ok(());
        }
        let (x, y) = (self.show(left.ty), self.show(right.ty));
        Err(self.error("wrong-operand", span, format!("floating numbers are compared here, not '{x}' and '{y}'")))
    }

    /// A floating number, or (not `only` that) an integer as one.
    fn floating_operand(&mut self, argument: &ast::Expr, only: bool) -> Checked<Expr> {
        let value = self.operand(argument)?;
        if only && self.types.is_integer(value.ty) {
            let shown = self.show(value.ty);
            let message = format!("a floating number is needed here, not '{shown}'");
            return Err(self.error("wrong-operand", argument.span, message));
        }
        self.as_floating(value)
    }

    fn as_floating(&mut self, value: Expr) -> Checked<Expr> {
        if self.types.is_floating(value.ty) {
            // long double is computed as double and may be looked at as one.
            if matches!(self.types.kind(value.ty), TypeKind::Float(FloatKind::LongDouble)) {
                let double = self.basic.double;
                return Ok(self.convert(value, double, false));
            }
            return Ok(value);
        }
        if self.types.is_integer(value.ty) {
            let double = self.basic.double;
            return Ok(self.convert(value, double, false));
        }
        let shown = self.show(value.ty);
        let span = self.span_of(&value);
        Err(self.error("wrong-operand", span, format!("a floating number is needed here, not '{shown}'")))
    }

    fn float(&mut self, t: Temporary, value: f64, span: Span) -> Expr {
        let ty = t.load(self, span).ty;
        self.make(ExprKind::Float(value), ty, span)
    }

    fn against(&mut self, op: CompareOp, t: Temporary, value: f64, span: Span) -> Expr {
        let left = t.load(self, span);
        let right = self.float(t, value, span);
        self.test(op, left, right)
    }

    fn both(&mut self, left: Expr, right: Expr, or: bool) -> Expr {
        let (int, span) = (self.basic.int, self.span_of(&left));
        let (left, right) = (Box::new(left), Box::new(right));
        let kind = if or { ExprKind::Or(left, right) } else { ExprKind::And(left, right) };
        self.make(kind, int, span)
    }

    fn is_nan(&mut self, t: Temporary, span: Span) -> Expr {
        let (a, b) = (t.load(self, span), t.load(self, span));
        self.test(CompareOp::Ne, a, b)
    }

    fn is_normal(&mut self, t: Temporary, span: Span) -> Expr {
        let single = {
            let ty = t.load(self, span).ty;
            matches!(self.types.kind(ty), TypeKind::Float(FloatKind::Float))
        };
        let least = if single { f64::from(f32::MIN_POSITIVE) } else { f64::MIN_POSITIVE };
        let low = self.against(CompareOp::Ge, t, least, span);
        let high = self.against(CompareOp::Lt, t, f64::INFINITY, span);
        let positive = self.both(low, high, false);
        let low = self.against(CompareOp::Le, t, -least, span);
        let high = self.against(CompareOp::Gt, t, f64::NEG_INFINITY, span);
        let negative = self.both(low, high, false);
        self.both(positive, negative, true)
    }

    fn classify(&mut self, name: &str, argument: &ast::Expr, only: bool, span: Span) -> Checked<Expr> {
        let value = self.floating_operand(argument, only)?;
        if self.function.is_none() {
            return Err(self.error("not-constant", span, "this must be a constant"));
        }
        let int = self.basic.int;
        let mut scratch = Scratch::new(span);
        let t = scratch.hold(self, value);
        let answer = match name {
            "isnan" => self.is_nan(t, span),
            "isfinite" => {
                let low = self.against(CompareOp::Gt, t, f64::NEG_INFINITY, span);
                let high = self.against(CompareOp::Lt, t, f64::INFINITY, span);
                self.both(low, high, false)
            }
            "isnormal" => self.is_normal(t, span),
            "signbit" => self.sign_bit(t, span)?,
            // isinf: the sign of the infinity, as glibc's.
            _ => {
                let negative = self.against(CompareOp::Eq, t, f64::NEG_INFINITY, span);
                let (minus, nothing) = (self.make_int(-1, int, span), self.make_int(0, int, span));
                let otherwise = self.select(negative, minus, nothing);
                let positive = self.against(CompareOp::Eq, t, f64::INFINITY, span);
                let plus = self.make_int(1, int, span);
                self.select(positive, plus, otherwise)
            }
        };
        Ok(scratch.finish(self, answer))
    }

    /// The highest bit of the last byte.
    fn sign_bit(&mut self, t: Temporary, span: Span) -> Checked<Expr> {
        let address = t.address(self, span);
        let size = self.types.pointee(address.ty).and_then(|ty| self.types.size(ty).ok()).unwrap_or(8);
        let byte = self.types.int(IntKind::UChar);
        let bytes = self.types.pointer(byte);
        let kind = ExprKind::Convert { kind: Conversion::PointerToPointer, operand: Box::new(address), explicit: true };
        let base = Box::new(self.make(kind, bytes, span));
        let int = self.basic.int;
        let index = Box::new(self.make_int(i64::try_from(size).unwrap_or(8) - 1, int, span));
        let place = self.make(ExprKind::Index { base, index, stride: Stride::Bytes(1) }, byte, span);
        let value = self.value(place);
        let value = self.promote(value);
        let limit = self.make_int(0x80, int, span);
        Ok(self.test(CompareOp::Ge, value, limit))
    }

    fn two_floats(&mut self, name: &str, left: &ast::Expr, right: &ast::Expr, span: Span) -> Checked<Expr> {
        let (left, right) = (self.operand(left)?, self.operand(right)?);
        self.one_is_floating(&left, &right, span)?;
        let (left, right) = (self.as_floating(left)?, self.as_floating(right)?);
        let (left, right) = self.usual_conversions(left, right);
        let mut scratch = Scratch::new(span);
        let (x, y) = (scratch.hold(self, left), scratch.hold(self, right));
        let (first, second) = if name == "isunordered" {
            (self.is_nan(x, span), self.is_nan(y, span))
        } else {
            let (a, b) = (x.load(self, span), y.load(self, span));
            let less = self.test(CompareOp::Lt, a, b);
            let (a, b) = (x.load(self, span), y.load(self, span));
            (less, self.test(CompareOp::Gt, a, b))
        };
        let answer = self.both(first, second, true);
        Ok(scratch.finish(self, answer))
    }

    fn fpclassify(&mut self, classes: [&ast::Expr; 5], value: &ast::Expr, span: Span) -> Checked<Expr> {
        let value = self.floating_operand(value, true)?;
        let int = self.basic.int;
        let mut numbers = Vec::with_capacity(classes.len());
        for class in classes {
            let class = self.operand(class)?;
            numbers.push(self.convert(class, int, false));
        }
        let mut scratch = Scratch::new(span);
        let t = scratch.hold(self, value);
        let Ok([nan, infinite, normal, subnormal, zero]) = <[Expr; 5]>::try_from(numbers) else {
            return Err(super::super::state::Reported);
        };
        let is_normal = self.is_normal(t, span);
        let answer = self.select(is_normal, normal, subnormal);
        let is_zero = self.against(CompareOp::Eq, t, 0.0, span);
        let answer = self.select(is_zero, zero, answer);
        let plus = self.against(CompareOp::Eq, t, f64::INFINITY, span);
        let minus = self.against(CompareOp::Eq, t, f64::NEG_INFINITY, span);
        let is_infinite = self.both(plus, minus, true);
        let answer = self.select(is_infinite, infinite, answer);
        let is_nan = self.is_nan(t, span);
        let answer = self.select(is_nan, nan, answer);
        Ok(scratch.finish(self, answer))
    }
}
