//! gcc's builtins that ask about an expression without computing it: how large the object is that a
//! pointer leads into, and of what class a type is.

use super::super::initialize::unparenthesised;
use super::super::state::{Checked, Sema};
use super::super::tree::{Expr, ExprKind};
use crate::source::Span;
use crate::syntax::ast;
use crate::types::{Type, TypeKind};

/// gcc's numbers for `__builtin_classify_type`.
mod class {
    pub const NONE: i64 = 0;
    pub const INTEGER: i64 = 1;
    pub const POINTER: i64 = 5;
    pub const REAL: i64 = 8;
    pub const STRUCT: i64 = 12;
    pub const UNION: i64 = 13;
}

impl Sema<'_> {
    /// `__builtin_classify_type`, `__builtin_object_size` and its relative, by the name without the prefix.
    pub(super) fn asking_builtin(&mut self, name: &str, arguments: &[ast::Expr], span: Span) -> Option<Checked<Expr>> {
        match (name, arguments) {
            ("classify_type", [argument]) => Some(self.classify_type(argument, span)),
            ("object_size" | "dynamic_object_size", [pointer, kind]) => Some(self.object_size(pointer, kind, span)),
            _ => None,
        }
    }

    fn classify_type(&mut self, argument: &ast::Expr, span: Span) -> Checked<Expr> {
        self.unevaluated += 1;
        let value = self.operand(argument);
        self.unevaluated -= 1;
        let ty = value?.ty;
        let class = match self.types.kind(ty) {
            TypeKind::Void => class::NONE,
            TypeKind::Float(_) => class::REAL,
            _ if self.types.is_pointer(ty) => class::POINTER,
            _ if self.types.is_integer(ty) => class::INTEGER,
            _ if self.is_union(ty) => class::UNION,
            _ => class::STRUCT,
        };
        let int = self.basic.int;
        Ok(self.make_int(class, int, span))
    }

    /// The size as gcc knows it without optimisation: of an object that is named, else unknown.
    fn object_size(&mut self, pointer: &ast::Expr, kind: &ast::Expr, span: Span) -> Checked<Expr> {
        let kind = self.integer_constant(kind, "the kind of '__builtin_object_size'")?;
        self.unevaluated += 1;
        let object = self.named_object(pointer);
        self.unevaluated -= 1;
        let size = match object? {
            Some(ty) => self.types.size(ty).ok().and_then(|size| i64::try_from(size).ok()),
            None => None,
        };
        let unknown = if kind & 2 == 0 { -1 } else { 0 };
        let ulong = self.basic.ulong;
        Ok(self.make_int(size.unwrap_or(unknown), ulong, span))
    }

    /// The type of the variable whose start this is: `array` or `&variable`.
    fn named_object(&mut self, pointer: &ast::Expr) -> Checked<Option<Type>> {
        let pointer = unparenthesised(pointer);
        let place = match &pointer.kind {
            ast::ExprKind::Unary { op: ast::UnaryOp::AddressOf, operand, .. } => unparenthesised(operand),
            _ => pointer,
        };
        let value = self.expr(place)?;
        let is_variable = matches!(value.kind, ExprKind::Local(_) | ExprKind::Global(_) | ExprKind::String(_));
        let is_start = !std::ptr::eq(place, pointer) || self.types.is_array(value.ty);
        Ok((is_variable && is_start).then_some(value.ty))
    }
}
