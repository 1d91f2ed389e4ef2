//! `_Generic` (6.5.1.1) and gcc's questions about types.

use super::super::state::{Checked, Reported, Sema};
use super::super::tree::Expr;
use crate::diagnostics::Diagnostic;
use crate::source::Span;
use crate::syntax::ast::{self, TypeName};
use crate::types::Type;

impl Sema<'_> {
    pub(super) fn generic(
        &mut self,
        control: &ast::Expr,
        associations: &[(Option<TypeName>, ast::Expr)],
        span: Span,
    ) -> Checked<Expr> {
        self.unevaluated += 1;
        let control = self.rvalue(control);
        self.unevaluated -= 1;
        let control = control?.ty;
        let mut chosen: Option<&ast::Expr> = None;
        let mut default: Option<&ast::Expr> = None;
        let mut seen: Vec<(Type, Span)> = Vec::new();
        for (name, expr) in associations {
            let Some(name) = name else {
                if default.replace(expr).is_some() {
                    return Err(self.error("generic", expr.span, "'_Generic' has two defaults"));
                }
                continue;
            };
            let ty = self.type_name(name)?;
            let what = if self.types.is_function(ty) {
                Some("a function type")
            } else if self.types.is_variable_array(ty) {
                Some("an array of variable length")
            } else {
                self.types.size(ty).is_err().then_some("an incomplete type")
            };
            if let Some(what) = what {
                let message = format!("'{}' is {what}: no value in a '_Generic' has it", self.types.print(ty));
                return Err(self.error("generic", name.span, message));
            }
            if let Some((_, before)) = seen.iter().find(|(other, _)| self.types.compatible(*other, ty)) {
                let message = format!("'_Generic' names the type '{}' twice", self.types.print(ty));
                let d = Diagnostic::error("generic", name.span, message).with_other(*before, "the first is here");
                return Err(self.report(d));
            }
            seen.push((ty, name.span));
            if self.types.compatible(ty, control) {
                chosen = Some(expr);
            }
        }
        match chosen.or(default) {
            Some(expr) => self.expr(expr),
            None => {
                let shown = self.show(control);
                Err(self.error("generic", span, format!("'_Generic' has no case for the type '{shown}'")))
            }
        }
    }

    /// `__builtin_types_compatible_p`
    pub(super) fn types_compatible(&mut self, a: &TypeName, b: &TypeName, span: Span) -> Checked<Expr> {
        let (a, b) = (self.type_name(a)?, self.type_name(b)?);
        let same = self.types.compatible(a.unqualified(), b.unqualified());
        let int = self.basic.int;
        Ok(self.make_int(i64::from(same), int, span))
    }

    /// `__builtin_choose_expr`
    pub(super) fn choose(&mut self, condition: &ast::Expr, then: &ast::Expr, otherwise: &ast::Expr) -> Checked<Expr> {
        let value = self.integer_constant(condition, "the condition of '__builtin_choose_expr'")?;
        match self.expr(if value != 0 { then } else { otherwise }) {
            Ok(expr) => Ok(expr),
            Err(Reported) => Err(Reported),
        }
    }
}
