//! Expressions (6.5).

mod address;
mod asked;
mod assign;
mod binary;
mod bits;
mod builtins;
mod calls;
mod casts;
mod conditional;
mod constants;
mod floats;
mod generic;
mod literals;
mod members;
mod names;
mod overflow;
mod restricted;
mod sizes;
mod temporary;
mod unary;

pub(super) use literals::string_unit;

use super::state::{Checked, Reported, Sema};
use super::tree::{Expr, ExprKind as Kind};
use crate::diagnostics::Diagnostic;
use crate::source::Span;
use crate::syntax::ast::{self, BinaryOp, ExprKind, UnaryOp};

impl Sema<'_> {
    /// An expression as it is: perhaps a place, an array or a function.
    pub fn expr(&mut self, expr: &ast::Expr) -> Checked<Expr> {
        self.enter(expr.span)?;
        let result = self.expr_inside(expr);
        self.leave();
        result
    }

    fn expr_inside(&mut self, expr: &ast::Expr) -> Checked<Expr> {
        let span = expr.span;
        match &expr.kind {
            ExprKind::Name(name) => self.name(name),
            ExprKind::Integer(token) => self.integer_literal(token, span),
            ExprKind::Floating(token) => Ok(self.floating_literal(token, span)),
            ExprKind::Character(token) => Ok(self.character_literal(token, span)),
            ExprKind::String(token) => Ok(self.string_literal(token, span)),
            ExprKind::Paren(inner) => self.parenthesised(inner, span),
            ExprKind::Generic { control, associations } => self.generic(control, associations, span),
            ExprKind::Index { base, index } => self.subscript(base, index, span),
            ExprKind::Call { callee, arguments } => self.call(callee, arguments, span),
            ExprKind::Member { base, arrow, member } => self.member_access(base, *arrow, member, span),
            ExprKind::IncDec { operand, increment, prefix } => self.inc_dec(operand, *increment, *prefix, span),
            ExprKind::Unary { op, operand, op_span } => self.unary(*op, operand, *op_span, span),
            ExprKind::Binary { .. } => self.binary_chain(expr),
            ExprKind::Assign { op, left, right, op_span } => self.assignment(*op, left, right, *op_span, span),
            ExprKind::Conditional { condition, then, otherwise } => {
                self.conditional(condition, then.as_deref(), otherwise, span)
            }
            ExprKind::Comma { left, right } => self.comma(left, right, span),
            ExprKind::Cast { type_name, operand } => self.cast(type_name, operand, span),
            ExprKind::CompoundLiteral { type_name, initializer } => self.compound_literal(type_name, initializer, span),
            ExprKind::SizeofExpr(operand) => self.sizeof_expr(operand, span),
            ExprKind::SizeofType(name) => self.sizeof_type(name, span),
            ExprKind::AlignofExpr(operand) => self.alignof_expr(operand, span),
            ExprKind::AlignofType(name) => self.alignof_type(name, span),
            ExprKind::Statement(block) => self.statement_expression(block, span),
            ExprKind::LabelAddress(name) => self.label_address(name, span),
            ExprKind::VaArg { list, type_name } => self.va_arg(list, type_name, span),
            ExprKind::Offsetof { type_name, path } => self.offsetof(type_name, path, span),
            ExprKind::TypesCompatible(a, b) => self.types_compatible(a, b, span),
            ExprKind::ChooseExpr(condition, then, otherwise) => self.choose(condition, then, otherwise),
        }
    }

    /// `(e)`: its place takes the parentheses in.
    fn parenthesised(&mut self, inner: &ast::Expr, span: Span) -> Checked<Expr> {
        let expr = self.expr(inner)?;
        if let Some(place) = usize::try_from(expr.id.0).ok().and_then(|i| self.nodes.get_mut(i)) {
            *place = span;
        }
        Ok(expr)
    }

    /// The value of an expression.
    pub fn rvalue(&mut self, expr: &ast::Expr) -> Checked<Expr> {
        let expr = self.expr(expr)?;
        self.require_complete(&expr)?;
        Ok(self.value(expr))
    }

    /// An object of an incomplete type has no value (6.3.2.1p2).
    pub fn require_complete(&mut self, expr: &Expr) -> Checked<()> {
        if matches!(expr.kind, Kind::Deref(_) | Kind::Global(_))
            && self.types.record_of(expr.ty).is_some()
            && self.types.size(expr.ty).is_err()
        {
            let span = self.span_of(expr);
            return Err(self.incomplete(span, expr.ty));
        }
        Ok(())
    }

    /// The value of an expression that must not be void.
    pub fn operand(&mut self, expr: &ast::Expr) -> Checked<Expr> {
        let value = self.rvalue(expr)?;
        if self.types.is_void(value.ty) {
            return Err(self.void_value(expr.span));
        }
        Ok(value)
    }

    /// A controlling expression: any scalar (6.8.4.1p1).
    pub fn condition(&mut self, expr: &ast::Expr) -> Checked<Expr> {
        let value = self.operand(expr)?;
        self.require_scalar(&value, "a condition")?;
        Ok(value)
    }

    /// Reports what is no scalar.
    pub fn require_scalar(&mut self, value: &Expr, what: &str) -> Checked<()> {
        if self.types.is_scalar(value.ty) {
            return Ok(());
        }
        let (shown, span) = (self.show(value.ty), self.span_of(value));
        Err(self.error("not-a-scalar", span, format!("{what} must be a number or a pointer, and this is '{shown}'")))
    }

    /// `x ** y`: meant as a power if y is no pointer.
    fn power_operand(&mut self, operand: &ast::Expr, stars: Span) -> Checked<Expr> {
        let ExprKind::Unary { operand: inner, .. } = &operand.kind else { return self.rvalue(operand) };
        self.unevaluated += 1;
        let value = self.rvalue(inner);
        self.unevaluated -= 1;
        if self.types.is_arithmetic(value?.ty) {
            let d = Diagnostic::error("wrong-operator", stars, "C has no '**'");
            return Err(self.report(d.with_note("the power is pow(x, y) from <math.h>")));
        }
        self.rvalue(operand)
    }

    /// An operand of `sizeof` and its like: nothing is evaluated, nothing decays.
    pub fn unevaluated_operand(&mut self, expr: &ast::Expr) -> Checked<Expr> {
        self.unevaluated += 1;
        let result = self.expr(expr);
        self.unevaluated -= 1;
        result
    }

    fn comma(&mut self, left: &ast::Expr, right: &ast::Expr, span: Span) -> Checked<Expr> {
        let left = self.rvalue(left);
        let right = self.rvalue(right)?;
        let ty = right.ty;
        Ok(self.make(Kind::Comma(Box::new(left?), Box::new(right)), ty, span))
    }

    /// `a + b + c …`, from the left, without recursion on the left side.
    fn binary_chain(&mut self, expr: &ast::Expr) -> Checked<Expr> {
        let mut spine: Vec<(BinaryOp, &ast::Expr, Span, Span)> = Vec::new();
        let mut first = expr;
        while let ExprKind::Binary { op, left, right, op_span } = &first.kind {
            spine.push((*op, right, *op_span, first.span));
            first = left;
        }
        let mut left = self.rvalue(first);
        while let Some((op, right, op_span, span)) = spine.pop() {
            if let (BinaryOp::Mul, ExprKind::Unary { op: UnaryOp::Deref, op_span: star, .. }) = (op, &right.kind)
                && op_span.hi == star.lo
            {
                let right = self.power_operand(right, op_span.to(*star));
                left = left.and_then(|left| self.binary(op, left, right?, op_span, span));
                continue;
            }
            let right = self.rvalue(right);
            left = match (left, right) {
                (Ok(left), Ok(right)) => self.binary(op, left, right, op_span, span),
                _ => Err(Reported),
            };
        }
        left
    }
}
