//! Casts (6.5.4) and compound literals (6.5.2.5).

use super::super::initialize::Storage;
use super::super::state::{Checked, Sema};
use super::super::tree::{Expr, ExprKind, Global, GlobalKind, Init, Local, LocalKind};
use crate::diagnostics::Diagnostic;
use crate::source::Span;
use crate::syntax::ast::{self, InitializerList, Name, TypeName};
use crate::types::Type;
use std::rc::Rc;

impl Sema<'_> {
    pub(super) fn cast(&mut self, name: &TypeName, operand: &ast::Expr, span: Span) -> Checked<Expr> {
        let mark = self.function.as_ref().map_or(0, |f| f.pending.len());
        let ty = self.type_name(name);
        let value = self.rvalue(operand);
        let (ty, value) = (ty?.unqualified(), value?);
        let result = self.cast_value(value, ty, span)?;
        Ok(self.with_lengths(result, mark, span))
    }

    /// A cast of a value to a type.
    pub fn cast_value(&mut self, value: Expr, ty: Type, span: Span) -> Checked<Expr> {
        let t = &self.types;
        let from = value.ty;
        if t.is_void(ty) {
            return Ok(self.convert(value, ty, true).at(self, span));
        }
        if t.is_void(from) {
            let at = self.span_of(&value);
            return Err(self.void_value(at));
        }
        if t.record_of(ty).is_some() && from.id == ty.id {
            self.strict("struct-cast", span, "a struct or union cannot be cast");
            return Ok(value);
        }
        if self.is_union_cast(&value, ty) {
            return Err(self.unsupported(span, "a cast to a union"));
        }
        let t = &self.types;
        let message = if !t.is_scalar(ty) {
            format!("a value cannot be cast to '{}': only numbers and pointers are cast", t.print(ty))
        } else if !t.is_scalar(from) {
            format!("'{}' cannot be cast to '{}'", t.print(from), t.print(ty))
        } else if (t.is_pointer(ty) && t.is_floating(from)) || (t.is_floating(ty) && t.is_pointer(from)) {
            format!("'{}' cannot be cast to '{}': a pointer is no floating number", t.print(from), t.print(ty))
        } else {
            self.check_widths(&value, ty, span);
            if let ExprKind::Int(0) = value.kind
                && self.types.is_pointer(ty)
            {
                return Ok(self.make(ExprKind::Null, ty, span));
            }
            return Ok(self.convert(value, ty, true).at(self, span));
        };
        Err(self.error("invalid-cast", span, message))
    }

    /// gcc's cast of a member's value to its union.
    fn is_union_cast(&self, value: &Expr, ty: Type) -> bool {
        let record = self.types.record_of(ty).and_then(|id| self.types.record(id)).filter(|r| r.is_union);
        let members = record.and_then(|r| r.members.as_deref()).unwrap_or_default();
        members.iter().any(|m| m.ty.id == value.ty.id)
    }

    /// gcc warns of casts between pointers and integers of another width.
    fn check_widths(&mut self, value: &Expr, ty: Type, span: Span) {
        let t = &self.types;
        let size = |ty| t.size(ty).unwrap_or(0);
        if t.is_pointer(ty) && t.is_integer(value.ty) && size(value.ty) != 8 && self.fold(value).is_none() {
            let shown = self.show(value.ty);
            self.warn("int-to-pointer-size", span, format!("'{shown}' is cast to a pointer, which is wider"));
        } else if t.is_integer(ty)
            && t.is_pointer(value.ty)
            && size(ty) != 8
            && !matches!(t.kind(ty), crate::types::TypeKind::Bool)
        {
            let message = format!("a pointer is cast to '{}', which is too small for it", self.show(ty));
            let told = Diagnostic::warning("pointer-to-int-size", span, message);
            // No object lies so low that its address would fit; null does (6.3.2.3p6).
            self.report(if points_to_object(value) { told.and_undefined() } else { told });
        }
    }

    pub(super) fn compound_literal(&mut self, name: &TypeName, list: &InitializerList, span: Span) -> Checked<Expr> {
        let ty = self.type_name(name)?;
        if self.types.is_variable_array(ty) {
            let message = "a compound literal cannot be an array of variable length";
            return Err(self.error("vla-initializer", span, message));
        }
        if self.types.is_function(ty) || self.types.is_void(ty) {
            let shown = self.show(ty);
            return Err(self.error(
                "invalid-initializer",
                span,
                format!("there are no literals of the type '{shown}'"),
            ));
        }
        let label = Name { text: Rc::from("the compound literal"), span };
        let storage = if self.function.is_some() { Storage::Automatic } else { Storage::Static };
        let (ty, init) = self.literal_list(ty, list, &label, storage)?;
        Ok(match storage {
            Storage::Automatic => self.automatic_literal(ty, init, span),
            Storage::Static => self.static_literal(ty, init, span),
        })
    }

    fn automatic_literal(&mut self, ty: Type, init: Init, span: Span) -> Expr {
        // It is an lvalue and no variable: whatever is done with it asks for its place.
        let local = self.add_local(
            Local { name: Rc::from(""), ty, span, kind: LocalKind::CompoundLiteral, address_taken: true, align: 0 },
            self.unevaluated == 0,
        );
        self.make(ExprKind::CompoundLiteral { local, init: Box::new(init) }, ty, span)
    }

    fn static_literal(&mut self, ty: Type, init: Init, span: Span) -> Expr {
        let node = self.node(span);
        let global = self.add_global(Global {
            name: Rc::from(""),
            ty,
            span,
            node,
            init: Some(init),
            function: None,
            kind: GlobalKind::CompoundLiteral,
            align: 0,
        });
        self.make(ExprKind::Global(global), ty, span)
    }
}

/// Is the value certainly the address of an object or function?
fn points_to_object(value: &Expr) -> bool {
    match &value.kind {
        ExprKind::AddressOf(_) | ExprKind::Decay(_) | ExprKind::Function(_) => true,
        ExprKind::Convert { operand, .. } => points_to_object(operand),
        _ => false,
    }
}

impl Expr {
    /// The same with the place of the whole cast.
    fn at(self, sema: &mut Sema<'_>, span: Span) -> Expr {
        if let Some(place) = usize::try_from(self.id.0).ok().and_then(|i| sema.nodes.get_mut(i)) {
            *place = span;
        }
        self
    }
}
