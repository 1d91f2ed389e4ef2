//! gcc's `__builtin_` functions: what can be said in the typed tree is said
//! there; `__builtin_X` of a library function X is that function.

use super::super::entity::{Declared, Entity, EntityId};
use super::super::state::{Checked, Reported, Sema};
use super::super::tree::{CompareOp, Expr, ExprKind};
use crate::diagnostics::Diagnostic;
use crate::source::Span;
use crate::syntax::ast::{self, Name};
use crate::types::{FloatKind, Type, TypeKind};
use std::rc::Rc;

impl Sema<'_> {
    /// A call of a name that no declaration stands behind, if it is a builtin.
    pub(super) fn builtin_call(&mut self, name: &Name, arguments: &[ast::Expr], span: Span) -> Option<Checked<Expr>> {
        let builtin = name.text.strip_prefix("__builtin_")?;
        Some(match builtin {
            "va_start" | "va_end" | "va_copy" => self.va_operation(builtin, arguments, span),
            "expect" | "expect_with_probability" => self.expect(arguments, span),
            "constant_p" => self.constant_p(arguments, span),
            "alloca" => self.operands(arguments).and_then(|list| self.alloca(list, span)),
            "inf" | "huge_val" => Ok(self.float_constant(FloatKind::Double, f64::INFINITY, span)),
            "inff" | "huge_valf" => Ok(self.float_constant(FloatKind::Float, f64::INFINITY, span)),
            "infl" | "huge_vall" => Ok(self.float_constant(FloatKind::LongDouble, f64::INFINITY, span)),
            "nan" => Ok(self.float_constant(FloatKind::Double, f64::NAN, span)),
            "nanf" => Ok(self.float_constant(FloatKind::Float, f64::NAN, span)),
            "nanl" => Ok(self.float_constant(FloatKind::LongDouble, f64::NAN, span)),
            "isgreater" => self.float_comparison(CompareOp::Gt, arguments, span),
            "isgreaterequal" => self.float_comparison(CompareOp::Ge, arguments, span),
            "isless" => self.float_comparison(CompareOp::Lt, arguments, span),
            "islessequal" => self.float_comparison(CompareOp::Le, arguments, span),
            "prefetch" => self.operands(arguments).map(|_| {
                let (int, void) = (self.basic.int, self.basic.void);
                let nothing = self.make_int(0, int, span);
                self.convert(nothing, void, true)
            }),
            _ => {
                let bits = self.bits_builtin(builtin, arguments, span);
                let bits = bits.or_else(|| self.overflow_builtin(name, arguments, span));
                let bits = bits.or_else(|| self.asking_builtin(builtin, arguments, span));
                return bits.or_else(|| self.float_builtin(builtin, arguments, span));
            }
        })
    }

    /// A builtin by name that is not called, or is an ordinary function of the library.
    pub(super) fn builtin_function(&mut self, name: &Name) -> Checked<Expr> {
        match self.builtin_entity(name) {
            Some((entity, ty)) => Ok(self.designator(entity, ty, name.span)),
            None => Err(self.unsupported(name.span, format!("'{}'", name.text))),
        }
    }

    fn builtin_entity(&mut self, name: &Name) -> Option<(EntityId, Type)> {
        let plain = match name.text.strip_prefix("__builtin_")? {
            "trap" | "unreachable" => "abort",
            other => other,
        };
        let (library, ty) = match self.library_function(&name.text) {
            Some((_, ty)) => (&*name.text, ty),
            None => (plain, self.library_function(plain)?.1),
        };
        if let Some(id) = self.externals.get(library) {
            return Some((*id, ty));
        }
        // Known to the linker, not visible in the program.
        let library: Rc<str> = Rc::from(library);
        let id = EntityId(u32::try_from(self.entities.len()).unwrap_or(u32::MAX));
        self.entities.push(Entity::declared(&Declared {
            name: Rc::clone(&library),
            ty,
            span: name.span,
            storage: None,
            is_definition: false,
            file_scope: true,
            inline: false,
            implicit: false,
            weak: false,
        }));
        self.externals.insert(library, id);
        Some((id, ty))
    }

    pub(super) fn operands(&mut self, list: &[ast::Expr]) -> Checked<Vec<Expr>> {
        let values: Vec<Checked<Expr>> = list.iter().map(|argument| self.operand(argument)).collect();
        values.into_iter().collect()
    }

    fn wrong_count(&mut self, name: &str, span: Span) -> Reported {
        self.error("argument-count", span, format!("'{name}' is called with the wrong number of arguments"))
    }

    /// `alloca(size)`
    pub(super) fn alloca(&mut self, mut arguments: Vec<Expr>, span: Span) -> Checked<Expr> {
        let (Some(size), true) = (arguments.pop(), arguments.is_empty()) else {
            return Err(self.wrong_count("alloca", span));
        };
        let (ulong, pointer) = (self.basic.ulong, self.basic.void_pointer);
        let size = self.assign_convert(size, ulong, &super::super::convert::Purpose::Argument(1, None))?;
        Ok(self.make(ExprKind::Alloca(Box::new(size)), pointer, span))
    }

    fn expect(&mut self, arguments: &[ast::Expr], span: Span) -> Checked<Expr> {
        let mut values = self.operands(arguments)?.into_iter();
        let (Some(value), Some(_)) = (values.next(), values.next()) else {
            return Err(self.wrong_count("__builtin_expect", span));
        };
        let long = self.basic.long;
        self.assign_convert(value, long, &super::super::convert::Purpose::Argument(1, None))
    }

    fn constant_p(&mut self, arguments: &[ast::Expr], span: Span) -> Checked<Expr> {
        let [argument] = arguments else { return Err(self.wrong_count("__builtin_constant_p", span)) };
        self.unevaluated += 1;
        let value = self.rvalue(argument);
        self.unevaluated -= 1;
        let constant = self.fold(&value?).is_some();
        let int = self.basic.int;
        Ok(self.make_int(i64::from(constant), int, span))
    }

    fn float_constant(&mut self, kind: FloatKind, value: f64, span: Span) -> Expr {
        let ty = self.types.intern(TypeKind::Float(kind));
        self.make(ExprKind::Float(value), ty, span)
    }

    fn float_comparison(&mut self, op: CompareOp, arguments: &[ast::Expr], span: Span) -> Checked<Expr> {
        let mut values = self.operands(arguments)?.into_iter();
        let (Some(left), Some(right), None) = (values.next(), values.next(), values.next()) else {
            return Err(self.wrong_count("a comparison", span));
        };
        if !self.types.is_arithmetic(left.ty) || !self.types.is_arithmetic(right.ty) {
            return Err(self.error("wrong-operand", span, "floating numbers are compared here"));
        }
        self.one_is_floating(&left, &right, span)?;
        let (left, right) = self.usual_conversions(left, right);
        let int = self.basic.int;
        Ok(self.make(ExprKind::Compare { op, left: Box::new(left), right: Box::new(right) }, int, span))
    }

    /// The argument that must be a `va_list`, as a pointer to its tag.
    fn va_list(&mut self, argument: &ast::Expr) -> Checked<Expr> {
        let value = self.operand(argument)?;
        let target = self.types.pointee(value.ty);
        if target.is_some_and(|t| matches!(self.types.kind(t), TypeKind::VaListTag)) {
            return Ok(value);
        }
        let shown = self.show(value.ty);
        Err(self.error("not-a-va-list", argument.span, format!("this must be a 'va_list', and it is '{shown}'")))
    }

    fn va_operation(&mut self, name: &str, arguments: &[ast::Expr], span: Span) -> Checked<Expr> {
        let void = self.basic.void;
        let kind = match (name, arguments) {
            ("va_start", [list]) => ExprKind::VaStart(Box::new(self.va_list(list)?)),
            ("va_start", [list, last]) => {
                self.check_last_parameter(last)?;
                ExprKind::VaStart(Box::new(self.va_list(list)?))
            }
            ("va_end", [list]) => ExprKind::VaEnd(Box::new(self.va_list(list)?)),
            ("va_copy", [to, from]) => {
                let (to, from) = (self.va_list(to), self.va_list(from));
                ExprKind::VaCopy(Box::new(to?), Box::new(from?))
            }
            _ => return Err(self.wrong_count(name, span)),
        };
        Ok(self.make(kind, void, span))
    }

    /// `va_start` names the last parameter of a variadic function (7.16.1.4).
    fn check_last_parameter(&mut self, last: &ast::Expr) -> Checked<()> {
        self.unevaluated += 1;
        let value = self.expr(last);
        self.unevaluated -= 1;
        let value = value?;
        let Some(function) = &self.function else { return Ok(()) };
        let count = function.parameters;
        if let Some(ty) = function.id.and_then(|id| self.functions.get(usize::try_from(id.0).ok()?)).map(|f| f.ty)
            && let Some(f) = self.types.function_of(ty)
            && !matches!(f.parameters, crate::types::ParameterTypes::Prototype { variadic: true, .. })
        {
            let message = "'va_start' belongs into a function with '...' among its parameters";
            return Err(self.error("va-start", last.span, message));
        }
        if let Some((name, _)) = self.as_register(&value) {
            let message = format!("'{name}' is 'register', and 'va_start' needs a parameter that has an address");
            self.undefined("va-start", last.span, message);
        }
        let is_last = matches!(value.kind, ExprKind::Local(id) if id.0.checked_add(1) == Some(count));
        if !is_last {
            let message = "the second argument of 'va_start' is not the last named parameter";
            self.report(Diagnostic::warning("va-start", last.span, message).and_undefined());
        }
        Ok(())
    }

    pub(super) fn va_arg(&mut self, list: &ast::Expr, name: &ast::TypeName, span: Span) -> Checked<Expr> {
        let list = self.va_list(list);
        let ty = self.type_name(name)?.unqualified();
        let list = list?;
        if self.types.size(ty).is_err() {
            return Err(self.incomplete(name.span, ty));
        }
        if self.types.is_array(ty) {
            let message = "an array is passed as a pointer to its first element, so 'va_arg' must ask for that pointer";
            return Err(self.error("va-arg-type", name.span, message));
        }
        let promoted = self.types.default_promoted(ty);
        if self.types.is_arithmetic(ty) && promoted.id != ty.id && !matches!(self.types.kind(ty), TypeKind::Enum(_)) {
            let (from, to) = (self.show(ty), self.show(promoted));
            let message = format!("'{from}' is passed as '{to}' where '...' stands, so 'va_arg' must ask for '{to}'");
            self.warn("va-arg-type", name.span, message);
        }
        let result = self.result_local(ty, span);
        Ok(self.make(ExprKind::VaArg { list: Box::new(list), result }, ty, span))
    }
}
