//! Initialisers of static objects must be constant (6.7.9p4).

use super::super::fold::Constant;
use super::super::state::{Checked, Sema};
use super::super::tree::{Expr, ExprKind, Init, InitItem, InitValue};
use crate::types::TypeKind;

impl Sema<'_> {
    /// Checks that every value is constant, and puts the values of arithmetic
    /// constants in place of their expressions.
    pub(super) fn check_static(&mut self, init: &mut Init) -> Checked<()> {
        match init {
            Init::Value(expr) => {
                if let ExprKind::CompoundLiteral { .. } | ExprKind::Load(_) = &expr.kind
                    && let Some(list) = self.literal_of(expr)
                {
                    *init = list;
                    return Ok(());
                }
                self.check_static_value(expr)
            }
            Init::List(items) => {
                let mut result = Ok(());
                for InitItem { value, .. } in items {
                    if let InitValue::Value(expr) = value
                        && let Err(reported) = self.check_static_value(expr)
                    {
                        result = Err(reported);
                    }
                }
                result
            }
        }
    }

    /// `struct s x = (struct s) { … };` at file scope: gcc takes the literal's values.
    fn literal_of(&mut self, expr: &mut Expr) -> Option<Init> {
        let ExprKind::Load(place) = &expr.kind else { return None };
        let ExprKind::Global(id) = place.kind else { return None };
        let global = self.global_mut(id)?;
        if global.kind != super::super::tree::GlobalKind::CompoundLiteral {
            return None;
        }
        global.init.take()
    }

    fn check_static_value(&mut self, expr: &mut Expr) -> Checked<()> {
        match self.fold_static(expr) {
            Some(Constant::Int(value)) => {
                if self.types.is_integer(expr.ty) {
                    expr.kind = ExprKind::Int(value);
                } else if value == 0 && matches!(self.types.kind(expr.ty), TypeKind::Pointer(_)) {
                    expr.kind = ExprKind::Null;
                }
                Ok(())
            }
            Some(Constant::Float(value)) => {
                expr.kind = ExprKind::Float(value);
                Ok(())
            }
            Some(Constant::Address(..)) => Ok(()),
            None => {
                let span = self.span_of(expr);
                let message = "a static object is initialised before the program starts: this must be a constant";
                Err(self.error("not-constant", span, message))
            }
        }
    }
}
