//! `sizeof`, `_Alignof`, `offsetof`, and the sizes of elements.

use super::super::state::{Checked, Sema};
use super::super::tree::{ArithOp, Block, Expr, ExprKind, LocalId, Measured, Stride};
use crate::source::Span;
use crate::syntax::ast::{self, Designator, TypeName};
use crate::types::{ArrayLength, Type, TypeKind};

impl Sema<'_> {
    /// The size of the element a pointer moves over (6.5.6p2).
    pub fn stride(&mut self, element: Type, span: Span) -> Checked<Stride> {
        if let Ok(size) = self.types.size(element) {
            return Ok(Stride::Bytes(size));
        }
        if self.types.is_variable_array(element) {
            return Ok(Stride::Variable(Box::new(self.size_expression(element, span)?)));
        }
        if self.types.is_void(element) || self.types.is_function(element) {
            // gcc counts in bytes.
            self.strict("void-arithmetic", span, "arithmetic on a pointer to void or to a function");
            return Ok(Stride::Bytes(1));
        }
        let shown = self.show(element);
        let message = format!("the size of '{shown}' is not known here, so a pointer to it cannot be moved");
        Err(self.error("incomplete-type", span, message))
    }

    /// The size of a variable array type, as an expression of type size_t.
    pub fn size_expression(&mut self, ty: Type, span: Span) -> Checked<Expr> {
        let ulong = self.basic.ulong;
        let mut lengths: Vec<Expr> = Vec::new();
        let mut constant: u64 = 1;
        let mut inner = ty;
        while let TypeKind::Array { element, length } = *self.types.kind(inner) {
            match length {
                ArrayLength::Known(n) => constant = constant.saturating_mul(n),
                ArrayLength::Variable(id) if id.0 != u32::MAX => {
                    let place = self.make(ExprKind::Local(LocalId(id.0)), ulong, span);
                    lengths.push(self.make(ExprKind::Load(Box::new(place)), ulong, span));
                }
                _ => return Err(self.incomplete(span, ty)),
            }
            inner = element;
        }
        let size = match self.types.size(inner) {
            Ok(size) => size.saturating_mul(constant),
            Err(_) => return Err(self.incomplete(span, inner)),
        };
        let mut result = self.make_int(i64::try_from(size).unwrap_or(i64::MAX), ulong, span);
        for length in lengths.into_iter().rev() {
            let kind = ExprKind::Binary { op: ArithOp::Mul, left: Box::new(length), right: Box::new(result) };
            result = self.make(kind, ulong, span);
        }
        Ok(result)
    }

    pub(super) fn sizeof_expr(&mut self, operand: &ast::Expr, span: Span) -> Checked<Expr> {
        let mark = self.function.as_ref().map_or(0, |f| f.pending.len());
        let value = self.unevaluated_operand(operand)?;
        if self.is_bit_field(&value) {
            return Err(self.error("bit-field-operand", operand.span, "'sizeof' of a bit-field is not possible"));
        }
        let result = self.sizeof(value.ty, span)?;
        self.measured.push(Measured { span, operand: Some(operand.span), ty: value.ty });
        Ok(self.with_lengths(result, mark, span))
    }

    pub(super) fn sizeof_type(&mut self, name: &TypeName, span: Span) -> Checked<Expr> {
        let mark = self.function.as_ref().map_or(0, |f| f.pending.len());
        let ty = self.type_name(name)?;
        let result = self.sizeof(ty, span)?;
        self.measured.push(Measured { span, operand: None, ty });
        Ok(self.with_lengths(result, mark, span))
    }

    fn sizeof(&mut self, ty: Type, span: Span) -> Checked<Expr> {
        let ulong = self.basic.ulong;
        if self.types.is_variable_array(ty) {
            let size = self.size_expression(ty, span)?;
            return Ok(self.make(ExprKind::SizeofVla(Box::new(size)), ulong, span));
        }
        let size = match self.types.size(ty) {
            Ok(size) => size,
            Err(_) if self.types.is_void(ty) || self.types.is_function(ty) => {
                self.strict("sizeof-void", span, "'sizeof' of void or of a function");
                1
            }
            Err(_) => return Err(self.incomplete(span, ty)),
        };
        Ok(self.make_int(i64::try_from(size).unwrap_or(i64::MAX), ulong, span))
    }

    /// Lengths that a type name inside an expression needs are found just
    /// before the expression's value.
    pub(super) fn with_lengths(&mut self, value: Expr, mark: usize, span: Span) -> Expr {
        let Some(function) = &mut self.function else { return value };
        if function.pending.len() <= mark {
            return value;
        }
        let stmts = function.pending.split_off(mark);
        let ty = value.ty;
        let end = Some(self.node(span));
        let body = Box::new(Block { stmts, locals: Vec::new(), end });
        self.make(ExprKind::Statement { body, value: Some(Box::new(value)) }, ty, span)
    }

    pub(super) fn alignof_expr(&mut self, operand: &ast::Expr, span: Span) -> Checked<Expr> {
        self.strict("alignof-value", span, "C11's '_Alignof' takes a type in parentheses");
        let value = self.unevaluated_operand(operand)?;
        if self.is_bit_field(&value) {
            return Err(self.error("bit-field-operand", operand.span, "'_Alignof' of a bit-field is not possible"));
        }
        let asked = match &value.kind {
            ExprKind::Local(id) => self.local_mut(*id).map_or(0, |l| l.align),
            ExprKind::Global(id) => self.global_mut(*id).map_or(0, |g| g.align),
            // gcc tells how the member lies, be its record packed or itself aligned.
            ExprKind::Member { record, index, .. } => {
                let members = self.types.record(*record).and_then(|r| r.members.as_deref()).unwrap_or_default();
                let found = usize::try_from(*index).ok().and_then(|i| members.get(i)).map(|m| m.align);
                return Ok(self.as_alignment(found.unwrap_or(1), span));
            }
            _ => 0,
        };
        let align = self.types.align(value.ty).max(asked);
        Ok(self.as_alignment(align, span))
    }

    /// An alignment in bytes as a constant.
    fn as_alignment(&mut self, align: u64, span: Span) -> Expr {
        let ulong = self.basic.ulong;
        self.make_int(i64::try_from(align).unwrap_or(1), ulong, span)
    }

    pub(super) fn alignof_type(&mut self, name: &TypeName, span: Span) -> Checked<Expr> {
        let ty = self.type_name(name)?;
        let plain = self.types.is_void(ty) || self.types.is_function(ty) || self.types.is_variable_array(ty);
        if self.types.is_void(ty) || self.types.is_function(ty) {
            self.strict("sizeof-void", span, "'_Alignof' of void or of a function");
        }
        let open = matches!(self.types.kind(ty), TypeKind::Array { length: ArrayLength::Unknown, .. });
        if !plain && !open && self.types.size(ty).is_err() {
            return Err(self.incomplete(span, ty));
        }
        let align = self.types.align(ty).max(self.alignment_asked(name));
        let align = i64::try_from(align).unwrap_or(1);
        let ulong = self.basic.ulong;
        Ok(self.make_int(align, ulong, span))
    }

    /// `offsetof(type, a.b[2])`: a constant unless an index is not one.
    pub(super) fn offsetof(&mut self, name: &TypeName, path: &[Designator], span: Span) -> Checked<Expr> {
        let mut ty = self.type_name(name)?;
        let ulong = self.basic.ulong;
        let mut offset: u64 = 0;
        let mut moving: Option<Expr> = None;
        for step in path {
            match step {
                Designator::Member(member) => {
                    let Some(record) = self.types.record_of(ty) else {
                        let shown = self.show(ty);
                        let message = format!("'.{}' names a member, and '{shown}' has none", member.text);
                        return Err(self.error("invalid-designator", member.span, message));
                    };
                    if self.types.size(ty).is_err() {
                        return Err(self.incomplete(span, ty));
                    }
                    let Some(indices) = self.types.find_member(record, &member.text) else {
                        return Err(self.no_member(ty, member));
                    };
                    for index in indices {
                        let inner = self.types.record_of(ty).and_then(|r| self.types.record(r));
                        if let Some(found) = inner.and_then(|r| r.members.as_ref()?.get(index)) {
                            if found.bits.is_some() {
                                let message = format!("'{}' is a bit-field and has no offset", member.text);
                                return Err(self.error("bit-field-operand", member.span, message));
                            }
                            offset = offset.saturating_add(found.offset);
                            ty = found.ty;
                        }
                    }
                }
                Designator::Index(index) => {
                    let Some(element) = self.types.element(ty) else {
                        let shown = self.show(ty);
                        let message = format!("'[...]' names an element, and '{shown}' is not an array");
                        return Err(self.error("invalid-designator", index.span, message));
                    };
                    let size = self.types.size(element).unwrap_or(0);
                    let value = self.operand(index)?;
                    match self.fold_int(&value) {
                        Some(number) => {
                            offset = offset.saturating_add(size.wrapping_mul(number.cast_unsigned()));
                        }
                        None => {
                            let value = self.convert(value, ulong, false);
                            let scale = self.make_int(i64::try_from(size).unwrap_or(0), ulong, span);
                            let term = self.arithmetic(ArithOp::Mul, value, scale, ulong, span);
                            moving = Some(match moving {
                                Some(before) => self.arithmetic(ArithOp::Add, before, term, ulong, span),
                                None => term,
                            });
                        }
                    }
                    ty = element;
                }
                Designator::Range(low, _) => {
                    return Err(self.error("invalid-designator", low.span, "a range has no offset"));
                }
            }
        }
        let fixed = self.make_int(i64::try_from(offset).unwrap_or(0), ulong, span);
        Ok(match moving {
            Some(moving) => self.arithmetic(ArithOp::Add, moving, fixed, ulong, span),
            None => fixed,
        })
    }

    fn arithmetic(&mut self, op: ArithOp, left: Expr, right: Expr, ty: Type, span: Span) -> Expr {
        self.make(ExprKind::Binary { op, left: Box::new(left), right: Box::new(right) }, ty, span)
    }
}
