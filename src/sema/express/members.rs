//! `s.m`, `p->m` and `a[i]` (6.5.2.1, 6.5.2.3).

use super::super::state::{Checked, Reported, Sema};
use super::super::suggest::nearest;
use super::super::tree::{Expr, ExprKind};
use crate::diagnostics::Diagnostic;
use crate::source::Span;
use crate::syntax::ast::{self, Name};
use crate::types::Type;

impl Sema<'_> {
    pub(super) fn member_access(&mut self, base: &ast::Expr, arrow: bool, member: &Name, span: Span) -> Checked<Expr> {
        let place = if arrow { self.arrow_base(base, member)? } else { self.dot_base(base, member)? };
        let Some(record) = self.types.record_of(place.ty) else { return Err(Reported) };
        if self.types.record(record).is_none_or(|r| r.members.is_none()) {
            let shown = self.show(place.ty.unqualified());
            let message = format!("'{shown}' is only declared here, its members are not known");
            return Err(self.error("incomplete-type", base.span, message));
        }
        let Some(path) = self.types.find_member(record, &member.text) else {
            return Err(self.no_member(place.ty, member));
        };
        if place.ty.quals.is_atomic && self.unevaluated == 0 {
            let message =
                "a member of an atomic struct or union is accessed (6.5.2.3p5); copy the whole and look there";
            self.undefined("atomic-member", span, message);
        }
        let mut expr = place;
        for index in path {
            let Some(record) = self.types.record_of(expr.ty) else { return Err(Reported) };
            let found = self.types.record(record).and_then(|r| r.members.as_ref()?.get(index));
            let Some(ty) = found.map(|m| m.ty) else { return Err(Reported) };
            // A member has the qualifiers of its struct too (6.5.2.3p3).
            let ty = self.qualify(ty, expr.ty.quals);
            let index = u32::try_from(index).unwrap_or(u32::MAX);
            expr = self.make(ExprKind::Member { base: Box::new(expr), record, index }, ty, span);
        }
        Ok(expr)
    }

    fn arrow_base(&mut self, base: &ast::Expr, member: &Name) -> Checked<Expr> {
        let pointer = self.operand(base)?;
        let target = self.types.pointee(pointer.ty);
        match target {
            Some(target) if self.types.record_of(target).is_some() => {
                Ok(self.make(ExprKind::Deref(Box::new(pointer)), target, base.span))
            }
            _ => {
                let shown = self.show(pointer.ty);
                let mut d = Diagnostic::error(
                    "member-of-non-struct",
                    base.span,
                    format!("'->{}' needs a pointer to a struct or union, and this is '{shown}'", member.text),
                );
                if self.types.record_of(pointer.ty).is_some() {
                    d.notes.push(format!("did you mean '.{}'?", member.text));
                }
                Err(self.report(d))
            }
        }
    }

    fn dot_base(&mut self, base: &ast::Expr, member: &Name) -> Checked<Expr> {
        let place = self.expr(base)?;
        if self.types.record_of(place.ty).is_some() {
            return Ok(place);
        }
        let shown = self.show(place.ty);
        let mut d = Diagnostic::error(
            "member-of-non-struct",
            base.span,
            format!("'.{}' needs a struct or union, and this is '{shown}'", member.text),
        );
        if self.types.pointee(place.ty).is_some_and(|t| self.types.record_of(t).is_some()) {
            d.notes.push(format!("it is a pointer: did you mean '->{}'?", member.text));
        }
        Err(self.report(d))
    }

    /// "there is no member 'm' in 'struct s'".
    pub fn no_member(&mut self, ty: Type, member: &Name) -> Reported {
        let shown = self.show(ty.unqualified());
        let mut d = Diagnostic::error(
            "no-such-member",
            member.span,
            format!("there is no member '{}' in '{shown}'", member.text),
        );
        let members = self.types.record_of(ty).and_then(|r| self.types.record(r)).and_then(|r| r.members.as_ref());
        if let Some(members) = members {
            let names = members.iter().filter_map(|m| m.name.as_deref());
            if let Some(near) = nearest(&member.text, names) {
                d.notes.push(format!("did you mean '{near}'?"));
            } else if members.len() <= 8 {
                let list: Vec<String> =
                    members.iter().filter_map(|m| Some(format!("'{}'", m.name.as_ref()?))).collect();
                if !list.is_empty() {
                    d.notes.push(format!("its members are {}", list.join(", ")));
                }
            }
        }
        self.report(d)
    }

    pub(super) fn subscript(&mut self, base: &ast::Expr, index: &ast::Expr, span: Span) -> Checked<Expr> {
        let left = self.expr(base).map(|e| self.index_operand(e));
        let right = self.expr(index).map(|e| self.index_operand(e));
        let (left, right) = (left?, right?);
        let (pointer, index) = match (self.types.is_pointer(left.ty), self.types.is_pointer(right.ty)) {
            (true, false) => (left, right),
            (false, true) => (right, left),
            _ => {
                if self.types.is_pointer(left.ty)
                    && let ast::ExprKind::String(_) = &index.kind
                {
                    let message = "an index is a number, and this is a text";
                    let note = "a[0] is the first element; a digit in quotes is a character";
                    return Err(
                        self.report(Diagnostic::error("not-subscriptable", index.span, message).with_note(note))
                    );
                }
                let shown = self.show(left.ty);
                let message = format!("only arrays and pointers can be subscripted, and this is '{shown}'");
                return Err(self.error("not-subscriptable", base.span, message));
            }
        };
        if !self.types.is_integer(index.ty) {
            let (shown, at) = (self.show(index.ty), self.span_of(&index));
            return Err(self.error(
                "not-an-integer",
                at,
                format!("an index must be an integer, and this is '{shown}'"),
            ));
        }
        self.indexed(pointer, index, span)
    }

    /// An operand of `[]`: an array decays without counting as a pointer that is kept.
    pub fn index_operand(&mut self, expr: Expr) -> Expr {
        if self.types.is_array(expr.ty) {
            let span = self.span_of(&expr);
            // gcc finds the element all the same; C has no pointer to begin from (6.3.2.1p3).
            if let Some((name, _)) = self.as_register(&expr) {
                let message = format!("'{name}' is 'register': it has no address, so no elements can be reached");
                self.undefined("register-address", span, message);
            }
            return self.decay(expr, span);
        }
        self.value(expr)
    }

    /// The place `pointer[index]`.
    pub fn indexed(&mut self, pointer: Expr, index: Expr, span: Span) -> Checked<Expr> {
        let Some(element) = self.types.pointee(pointer.ty) else { return Err(Reported) };
        if self.types.is_void(element) && self.unevaluated == 0 {
            self.warn("void-dereference", span, "a pointer to void is dereferenced: it does not say what is there");
        }
        let stride = self.stride(element, span)?;
        let index = self.promote(index);
        let kind = ExprKind::Index { base: Box::new(pointer), index: Box::new(index), stride };
        Ok(self.make(kind, element, span))
    }
}
