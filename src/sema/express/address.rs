//! `&` and `*` (6.5.3.2).

use super::super::initialize::unparenthesised;
use super::super::scope::SymbolKind;
use super::super::state::{Checked, Reported, Sema};
use super::super::tree::{Expr, ExprKind};
use crate::diagnostics::Diagnostic;
use crate::source::Span;
use crate::syntax::ast::{self, BinaryOp};

impl Sema<'_> {
    pub(super) fn address_of(&mut self, operand: &ast::Expr, span: Span) -> Checked<Expr> {
        if let ast::ExprKind::Name(name) = &unparenthesised(operand).kind
            && let Some(symbol) = self.scopes.lookup(&name.text)
            && symbol.register
            && matches!(symbol.kind, SymbolKind::Local(_))
        {
            return Err(self.report(
                Diagnostic::error(
                    "register-address",
                    span,
                    format!("'{}' is 'register' and has no address", name.text),
                )
                .with_other(symbol.span, "it is declared here"),
            ));
        }
        let place = self.expr(operand)?;
        if self.types.is_function(place.ty) {
            let value = self.value(place);
            return Ok(value);
        }
        if self.is_bit_field(&place) {
            return Err(self.error("bit-field-operand", operand.span, "a bit-field has no address"));
        }
        if !Self::is_place(&place) {
            let message = "'&' needs something that has an address (a variable, an element, a member)";
            return Err(self.error("not-an-lvalue", operand.span, message));
        }
        self.mark_address_taken(&place);
        let ty = self.types.pointer(place.ty);
        // `&*p` is p (6.5.3.2p3).
        if let ExprKind::Deref(pointer) = place.kind {
            return Ok(Expr { ty, ..*pointer });
        }
        Ok(self.make(ExprKind::AddressOf(Box::new(place)), ty, span))
    }

    pub(super) fn dereference(&mut self, operand: &ast::Expr, span: Span) -> Checked<Expr> {
        // `*(a + i)` is `a[i]`.
        if let ast::ExprKind::Binary { op: BinaryOp::Add, left, right, op_span } = &unparenthesised(operand).kind {
            let left = self.expr(left).map(|e| self.index_operand(e));
            let right = self.expr(right).map(|e| self.index_operand(e));
            let (left, right) = (left?, right?);
            let (p, q) = (self.types.pointee(left.ty), self.types.pointee(right.ty));
            if p.is_some_and(|t| self.is_object(t)) && self.types.is_integer(right.ty) {
                return self.indexed(left, right, span);
            }
            if q.is_some_and(|t| self.is_object(t)) && self.types.is_integer(left.ty) {
                return self.indexed(right, left, span);
            }
            let sum = self.binary(BinaryOp::Add, left, right, *op_span, operand.span)?;
            return self.pointed_to(sum, span);
        }
        let inner = self.expr(operand)?;
        // `*array` is its first element: no pointer comes of it.
        if self.types.is_array(inner.ty) {
            let zero = self.make_int(0, self.basic.int, span);
            let pointer = self.index_operand(inner);
            return self.indexed(pointer, zero, span);
        }
        let pointer = self.value(inner);
        self.pointed_to(pointer, span)
    }

    fn is_object(&self, ty: crate::types::Type) -> bool {
        !self.types.is_void(ty) && !self.types.is_function(ty)
    }

    fn pointed_to(&mut self, pointer: Expr, span: Span) -> Checked<Expr> {
        if self.types.is_void(pointer.ty) {
            let at = self.span_of(&pointer);
            return Err(self.void_value(at));
        }
        let Some(target) = self.types.pointee(pointer.ty) else {
            let shown = self.show(pointer.ty);
            return Err(self.error("not-a-pointer", span, format!("'*' needs a pointer, and this is '{shown}'")));
        };
        if self.types.is_void(target) && self.unevaluated == 0 {
            let message = "a pointer to void is dereferenced: it does not say what is there";
            self.report(Diagnostic::warning("void-dereference", span, message).and_undefined());
        }
        Ok(self.make(ExprKind::Deref(Box::new(pointer)), target, span))
    }

    /// A member that is a bit-field, or its value.
    pub fn is_bit_field(&self, expr: &Expr) -> bool {
        self.bit_width_of(expr).is_some()
    }

    /// The width of a bit-field.
    pub fn bit_width_of(&self, expr: &Expr) -> Option<u8> {
        let place = match &expr.kind {
            ExprKind::Load(place) => place,
            _ => expr,
        };
        let ExprKind::Member { record, index, .. } = &place.kind else { return None };
        let members = self.types.record(*record)?.members.as_ref()?;
        members.get(usize::try_from(*index).ok()?)?.bits.map(|(_, width)| width)
    }

    /// The integer promotions (6.3.1.1p2), on bit-fields by their width.
    pub fn promote(&mut self, expr: Expr) -> Expr {
        let ty = match self.bit_width_of(&expr) {
            Some(width) if width < 32 => self.basic.int,
            Some(32) if !self.types.is_signed(expr.ty) => self.basic.uint,
            Some(32) => self.basic.int,
            _ => self.types.promoted(expr.ty),
        };
        self.convert(expr, ty, false)
    }

    /// Reports a place that cannot be changed (6.3.2.1p1). `what` is the verb.
    pub fn require_modifiable(&mut self, place: &Expr, what: &str) -> Checked<()> {
        let span = self.span_of(place);
        if !Self::is_place(place) {
            let message = format!("this cannot be {what}: it is a value, not a variable or another place");
            let d = Diagnostic::error("not-an-lvalue", span, message);
            // `a == 1 || b = 2` is `(a == 1 || b) = 2`.
            return Err(self.report(
                if matches!(place.kind, ExprKind::And(..) | ExprKind::Or(..)) && what == "assigned to" {
                    d.with_note(
                        "'=' is done after '&&' and '||': write '==' to compare, or put the assignment in parentheses",
                    )
                } else {
                    d
                },
            ));
        }
        if self.types.is_array(place.ty) {
            let message = format!("an array cannot be {what} as a whole");
            let text = self.types.element(place.ty).is_some_and(|e| self.types.is_character(e));
            let comma = |e: &Expr| matches!(&e.kind, ExprKind::Index { index, .. } if matches!(index.kind, ExprKind::Comma(..)));
            let note = if comma(place) {
                "two indices are written 'a[i][j]': a ',' between them only drops the first"
            } else if text {
                "text is copied by strcpy from <string.h>"
            } else {
                "the elements are assigned one by one, or copied by memcpy from <string.h>"
            };
            return Err(self.report(Diagnostic::error("array-assignment", span, message).with_note(note)));
        }
        if self.types.is_void(place.ty) {
            return Err(self.void_value(span));
        }
        if self.types.size(place.ty).is_err() {
            return Err(self.incomplete(span, place.ty));
        }
        let named = self.place_name(place);
        if place.ty.quals.is_const {
            let message = match named {
                Some(name) => format!("'{name}' is const and cannot be {what}"),
                None => format!("this is const and cannot be {what}"),
            };
            return Err(self.error("const-assignment", span, message));
        }
        if let Some(member) = self.const_member(place.ty) {
            let message = format!("this struct cannot be {what}: its member '{member}' is const");
            return Err(self.error("const-assignment", span, message));
        }
        Ok(())
    }

    fn const_member(&self, ty: crate::types::Type) -> Option<String> {
        let members = self.types.record(self.types.record_of(ty)?)?.members.as_ref()?;
        members.iter().find_map(|m| {
            let mut inner = m.ty;
            while let Some(element) = self.types.element(inner) {
                inner = element;
            }
            if inner.quals.is_const {
                return Some(m.name.as_deref().unwrap_or("").to_owned());
            }
            self.const_member(inner)
        })
    }

    /// `&&label` (gcc).
    pub(super) fn label_address(&mut self, name: &ast::Name, span: Span) -> Checked<Expr> {
        self.strict("label-address", span, "C11 has no address of a label");
        let Some(label) = self.use_label(name) else { return Err(Reported) };
        let ty = self.basic.void_pointer;
        Ok(self.make(ExprKind::LabelAddress(label), ty, span))
    }
}
