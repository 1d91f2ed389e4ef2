//! gcc's arithmetic that tells whether its result fits: `__builtin_add_overflow`
//! and its relatives. One function of the library does it; what it has to know of
//! the types goes with the call.

use super::super::convert::Purpose;
use super::super::state::{Checked, Sema};
use super::super::tree::{Callee, Expr, ExprKind};
use crate::source::Span;
use crate::syntax::ast::{self, Name};
use crate::types::{IntKind, Type, TypeKind};
use std::rc::Rc;

/// What the library is told of the types, beside the width of the result in bits.
mod facts {
    pub const LEFT_UNSIGNED: i64 = 1 << 8;
    pub const RIGHT_UNSIGNED: i64 = 1 << 9;
    pub const RESULT_SIGNED: i64 = 1 << 10;
    /// Nothing is stored (`__builtin_add_overflow_p`).
    pub const ASK_ONLY: i64 = 1 << 11;
}

/// How the operands and the result are given.
#[derive(Clone, Copy)]
enum Form {
    /// Integers of any type, and a pointer to an integer of any type.
    Any,
    /// Integers of any type, and a value of the result's type.
    AskOnly,
    /// All of one type (`__builtin_sadd_overflow`).
    Of(IntKind),
}

impl Sema<'_> {
    /// `__builtin_add_overflow` and its relatives, by the name without the prefix.
    pub(super) fn overflow_builtin(
        &mut self,
        name: &Name,
        arguments: &[ast::Expr],
        span: Span,
    ) -> Option<Checked<Expr>> {
        let builtin = name.text.strip_prefix("__builtin_")?;
        let (operation, form) = match (builtin.strip_suffix("_overflow"), builtin.strip_suffix("_overflow_p")) {
            (Some(stem), _) => form(stem)?,
            (None, stem) => (stem.filter(|s| OPERATIONS.contains(s))?, Form::AskOnly),
        };
        Some(self.with_overflow(operation, form, name, arguments, span))
    }

    fn with_overflow(
        &mut self,
        operation: &str,
        form: Form,
        name: &Name,
        arguments: &[ast::Expr],
        span: Span,
    ) -> Checked<Expr> {
        let [left, right, result] = arguments else {
            let message = format!("'{}' takes two numbers and where the result goes", name.text);
            return Err(self.error("argument-count", span, message));
        };
        let (left, right) = (self.overflow_operand(left, form, 1), self.overflow_operand(right, form, 2));
        let (place, result) = self.overflow_result(result, form, name)?;
        let ((left, left_unsigned), (right, right_unsigned)) = (left?, right?);
        let repr = self.repr(result);
        let mut told = repr.map_or(64, |repr| i64::from(repr.bits));
        let facts = [
            (left_unsigned, facts::LEFT_UNSIGNED),
            (right_unsigned, facts::RIGHT_UNSIGNED),
            (repr.is_some_and(|repr| repr.signed), facts::RESULT_SIGNED),
            (matches!(form, Form::AskOnly), facts::ASK_ONLY),
        ];
        for (holds, fact) in facts {
            told |= if holds { fact } else { 0 };
        }
        let int = self.basic.int;
        let told = self.make_int(told, int, span);
        let function = Name { text: Rc::from(format!("__builtin_{operation}_overflow")), span: name.span };
        let designator = self.builtin_function(&function)?;
        let ExprKind::Function(id) = designator.kind else { return Ok(designator) };
        let ty = self.types.intern(TypeKind::Bool);
        let kind = ExprKind::Call {
            callee: Callee::Direct(id),
            arguments: vec![left, right, place, told],
            function: designator.ty,
            result: None,
        };
        Ok(self.make(kind, ty, span))
    }

    /// An operand as a 64-bit integer, and whether these bits are to be taken without a sign.
    fn overflow_operand(&mut self, argument: &ast::Expr, form: Form, position: usize) -> Checked<(Expr, bool)> {
        let mut value = self.operand(argument)?;
        if let Form::Of(kind) = form {
            let ty = self.types.int(kind);
            value = self.assign_convert(value, ty, &Purpose::Argument(position, None))?;
        }
        if !self.types.is_integer(value.ty) {
            let shown = self.show(value.ty);
            let message = format!("an integer is needed here, and this is '{shown}'");
            return Err(self.error("wrong-operand", argument.span, message));
        }
        let unsigned = !self.types.is_signed(value.ty);
        let long = self.basic.long;
        Ok((self.convert(value, long, false), unsigned))
    }

    /// Where the result goes, and its type.
    fn overflow_result(&mut self, argument: &ast::Expr, form: Form, name: &Name) -> Checked<(Expr, Type)> {
        let value = self.operand(argument)?;
        let pointer = self.basic.void_pointer;
        if matches!(form, Form::AskOnly) {
            if !self.types.is_integer(value.ty) {
                return Err(self.no_overflow_result(argument, value.ty, name, "an integer"));
            }
            let nowhere = self.make(ExprKind::Null, pointer, argument.span);
            return Ok((nowhere, value.ty));
        }
        let (value, target) = match form {
            Form::Of(kind) => {
                let ty = self.types.int(kind);
                let to = self.types.pointer(ty);
                (self.assign_convert(value, to, &Purpose::Argument(3, None))?, ty)
            }
            _ => {
                let target = self.types.pointee(value.ty).filter(|t| {
                    self.types.is_integer(*t)
                        && !t.quals.is_const
                        && !matches!(self.types.kind(*t), TypeKind::Bool | TypeKind::Enum(_))
                });
                match target {
                    Some(target) => (value, target),
                    None => return Err(self.no_overflow_result(argument, value.ty, name, "a pointer to an integer")),
                }
            }
        };
        Ok((self.convert(value, pointer, false), target))
    }

    fn no_overflow_result(
        &mut self,
        argument: &ast::Expr,
        ty: Type,
        name: &Name,
        wanted: &str,
    ) -> super::super::state::Reported {
        let shown = self.show(ty);
        let message = format!("the third argument of '{}' must be {wanted}, and this is '{shown}'", name.text);
        self.error("wrong-operand", argument.span, message)
    }
}

const OPERATIONS: [&str; 3] = ["add", "sub", "mul"];

/// `add`, or `saddl`: all of one type.
fn form(stem: &str) -> Option<(&str, Form)> {
    if OPERATIONS.contains(&stem) {
        return Some((stem, Form::Any));
    }
    let (signed, rest) = match (stem.strip_prefix('s'), stem.strip_prefix('u')) {
        (Some(rest), _) => (true, rest),
        (None, rest) => (false, rest?),
    };
    let operation = OPERATIONS.into_iter().find(|operation| rest.starts_with(operation))?;
    let kind = match (rest.strip_prefix(operation)?, signed) {
        ("", true) => IntKind::Int,
        ("", false) => IntKind::UInt,
        ("l", true) => IntKind::Long,
        ("l", false) => IntKind::ULong,
        ("ll", true) => IntKind::LongLong,
        ("ll", false) => IntKind::ULongLong,
        _ => return None,
    };
    Some((operation, Form::Of(kind)))
}
