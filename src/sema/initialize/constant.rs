//! Initialisers of static objects must be constant (6.7.9p4).

use super::super::fold::{Constant, has_call};
use super::super::state::{Checked, Sema};
use super::super::tree::{Expr, ExprKind, Init, InitItem, InitValue};
use crate::types::TypeKind;

impl Sema<'_> {
    /// Checks that every value is constant, and puts the values of arithmetic
    /// constants in place of their expressions.
    pub(super) fn check_static(&mut self, init: &mut Init) -> Checked<()> {
        match init {
            Init::Value(expr) => match self.literal_of(expr) {
                Some(mut literal) => {
                    let result = self.check_static(&mut literal);
                    *init = literal;
                    result
                }
                None => self.check_static_value(expr),
            },
            Init::List(items) => {
                self.splice_literals(items);
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

    /// The items of literals among the items, in their places.
    fn splice_literals(&mut self, items: &mut Vec<InitItem>) {
        let is_literal = |item: &InitItem| match &item.value {
            InitValue::Value(expr) => matches!(&expr.kind, ExprKind::Load(p) if self.types.record_of(p.ty).is_some()),
            InitValue::String(..) => false,
        };
        if !items.iter().any(is_literal) {
            return;
        }
        let mut all = Vec::with_capacity(items.len());
        for mut item in std::mem::take(items) {
            let literal = match &mut item.value {
                InitValue::Value(expr) => self.literal_of(expr),
                InitValue::String(..) => None,
            };
            match literal {
                Some(Init::List(inner)) => {
                    let moved = |mut part: InitItem| {
                        part.offset = part.offset.saturating_add(item.offset);
                        part
                    };
                    all.extend(inner.into_iter().map(moved));
                }
                Some(Init::Value(value)) => all.push(InitItem { value: InitValue::Value(value), ..item }),
                None => all.push(item),
            }
        }
        *items = all;
    }

    /// `struct s x = (struct s) { … };`: gcc takes the literal's values.
    fn literal_of(&mut self, expr: &mut Expr) -> Option<Init> {
        let ExprKind::Load(place) = &mut expr.kind else { return None };
        match &mut place.kind {
            ExprKind::Global(id) => {
                let id = *id;
                let global = self.global_mut(id)?;
                if global.kind != super::super::tree::GlobalKind::CompoundLiteral {
                    return None;
                }
                let (init, span) = (global.init.take(), global.span);
                self.strict("not-constant", span, "a compound literal is no constant in C11");
                init
            }
            ExprKind::CompoundLiteral { init, .. } => Some(std::mem::replace(&mut **init, Init::List(Vec::new()))),
            _ => None,
        }
    }

    fn check_static_value(&mut self, expr: &mut Expr) -> Checked<()> {
        let folded = self.fold_static(expr);
        if folded.is_some() && has_call(expr) {
            let span = self.span_of(expr);
            self.strict("not-constant", span, "a call is no constant in C11");
        }
        match folded {
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
