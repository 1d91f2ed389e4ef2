//! Declarators (6.7.6): from a base type to the type of the name.

use super::super::state::{Checked, Sema};
use super::super::tree::{Local, LocalId, LocalKind, Stmt, StmtKind, is_pure};
use crate::diagnostics::Diagnostic;
use crate::source::Span;
use crate::syntax::ast::{ArraySize, Declarator, Derivation, DerivationKind, Expr, Parameters};
use crate::types::{ArrayLength, FunctionType, ParameterTypes, Quals, Type, TypeKind, VlaId};
use std::rc::Rc;

/// Where a declarator stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::sema) enum Place {
    /// At file scope.
    File,
    /// In a block, or a type name in an expression.
    Block,
    /// In a struct or union.
    Member,
    /// A parameter of a prototype, where no length is evaluated.
    Prototype,
    /// A parameter of a function definition.
    Parameter,
    /// The declarator of a function definition: its own parameters become locals.
    Definition,
}

/// The length of an array in a prototype that is not constant (`[*]`).
const UNSPECIFIED_LENGTH: ArrayLength = ArrayLength::Variable(VlaId(u32::MAX));

impl Sema<'_> {
    /// The type that a declarator gives to its name.
    pub fn declarator(&mut self, base: Type, declarator: &Declarator, place: Place) -> Checked<Type> {
        if !declarator.attributes.is_empty() {
            self.attributes(&declarator.attributes);
        }
        let mut ty = base;
        let span = declarator.name.as_ref().map_or(declarator.span, |n| n.span);
        for (index, derivation) in declarator.derivations.iter().enumerate().rev() {
            let outermost = index == 0;
            ty = match &derivation.kind {
                DerivationKind::Pointer { qualifiers } => {
                    let pointer = self.types.pointer(ty);
                    let quals = self.qualifiers(qualifiers, pointer);
                    pointer.with(quals)
                }
                DerivationKind::Array { size, is_static, qualifiers } => {
                    let parameter = matches!(place, Place::Parameter | Place::Prototype) && outermost;
                    if (*is_static || !qualifiers.is_empty()) && !parameter {
                        let message = "'static' and qualifiers in brackets belong to parameters";
                        return Err(self.error("array-qualifier", derivation.span, message));
                    }
                    if parameter {
                        if matches!(size, ArraySize::Star) && place == Place::Parameter {
                            let message = "'[*]' belongs to prototypes; a definition needs the length";
                            return Err(self.error("array-star", derivation.span, message));
                        }
                        self.parameter_array(ty, size, qualifiers, derivation.span, place)?
                    } else {
                        self.array_of(ty, size, derivation.span, span, place)?
                    }
                }
                DerivationKind::Function(parameters) => {
                    self.check_result(ty, derivation, span)?;
                    let definition = outermost && place == Place::Definition;
                    self.function_of(ty.unqualified(), parameters, definition)?
                }
            };
        }
        Ok(ty)
    }

    fn check_result(&mut self, result: Type, derivation: &Derivation, span: Span) -> Checked<()> {
        let what = if self.types.is_array(result) {
            "an array"
        } else if self.types.is_function(result) {
            "a function"
        } else {
            return Ok(());
        };
        let span = if span.is_none() { derivation.span } else { span };
        Err(self.error("function-result", span, format!("a function cannot return {what}")))
    }

    fn function_of(&mut self, result: Type, parameters: &Parameters, definition: bool) -> Checked<Type> {
        let parameters = match parameters {
            Parameters::Empty => ParameterTypes::Unspecified,
            Parameters::Names(names) => {
                if !definition && let Some(name) = names.first() {
                    let message = "a list of parameter names without types belongs to a function definition";
                    self.pedantic("parameter-names", name.span, message);
                }
                ParameterTypes::Unspecified
            }
            Parameters::Prototype { parameters, variadic } => {
                let types = if definition {
                    self.parameters(parameters, true)?
                } else {
                    self.scopes.push();
                    let types = self.parameters(parameters, false);
                    self.scopes.pop();
                    types?
                };
                ParameterTypes::Prototype { types, variadic: *variadic }
            }
        };
        Ok(self.types.intern(TypeKind::Function(Rc::new(FunctionType { result, parameters }))))
    }

    /// Elements must be complete objects (6.7.6.2p1).
    fn check_element(&mut self, element: Type, bracket: Span, name: Span) -> Checked<()> {
        let span = if name.is_none() { bracket } else { name };
        if self.types.is_function(element) {
            return Err(self.error("array-element", span, "an array cannot hold functions, only pointers to them"));
        }
        if self.types.record_of(element).and_then(|r| self.types.record(r)).is_some_and(|r| r.has_flexible_member) {
            self.strict("flexible-member", span, "the elements of an array cannot end in an array without length");
        }
        if self.types.size(element).is_err() && !self.types.is_variable_array(element) {
            let shown = self.show(element);
            let message = format!("an array cannot hold elements of the incomplete type '{shown}'");
            return Err(self.error("array-element", span, message));
        }
        Ok(())
    }

    fn array_of(&mut self, element: Type, size: &ArraySize, bracket: Span, name: Span, place: Place) -> Checked<Type> {
        self.check_element(element, bracket, name)?;
        let length = match size {
            ArraySize::Unspecified => ArrayLength::Unknown,
            ArraySize::Star if place == Place::Prototype => UNSPECIFIED_LENGTH,
            ArraySize::Star => {
                return Err(self.error("array-star", bracket, "'[*]' belongs to parameters of a prototype"));
            }
            ArraySize::Expr(expr) => self.array_length(expr, place)?,
        };
        if let ArrayLength::Known(n) = length
            && let Ok(size) = self.types.size(element)
            && size.checked_mul(n).is_none_or(|all| all > i64::MAX.unsigned_abs())
        {
            return Err(self.error("type-too-large", bracket, "this array is too large"));
        }
        Ok(self.types.array(element, length))
    }

    fn array_length(&mut self, expr: &Expr, place: Place) -> Checked<ArrayLength> {
        let value = self.rvalue(expr)?;
        if !self.types.is_integer(value.ty) {
            let shown = self.show(value.ty);
            let message = format!("the length of an array must be an integer, and this is '{shown}'");
            return Err(self.error("array-length", expr.span, message));
        }
        if let Some(length) = self.fold_int(&value) {
            let signed = self.types.is_signed(value.ty);
            return match u64::try_from(length) {
                Ok(length) => {
                    if length == 0 && self.extensions == 0 {
                        let told =
                            Diagnostic::strict("zero-length-array", expr.span, "an array has at least one element");
                        // As the last member it is what flexible members were before C99.
                        self.report(if place == Place::Member { told } else { told.and_undefined() });
                    }
                    Ok(ArrayLength::Known(length))
                }
                Err(_) if !signed => Err(self.error("type-too-large", expr.span, "this array is too large")),
                Err(_) => {
                    let message = format!("the length of an array cannot be negative ({length})");
                    Err(self.error("array-length", expr.span, message))
                }
            };
        }
        match place {
            Place::Prototype => Ok(UNSPECIFIED_LENGTH),
            Place::Block | Place::Parameter | Place::Definition if self.function.is_some() => {
                Ok(self.variable_length(value, expr.span))
            }
            Place::Member => Err(self.error("not-constant", expr.span, "the length of a member must be a constant")),
            _ => {
                let message = "the length of an array at file scope must be a constant";
                Err(self.error("not-constant", expr.span, message))
            }
        }
    }

    /// The hidden local of a variable length, found by a pending statement.
    fn variable_length(&mut self, value: super::super::tree::Expr, span: Span) -> ArrayLength {
        let local = Local {
            name: Rc::from(""),
            ty: self.basic.ulong,
            span,
            kind: LocalKind::VlaLength,
            address_taken: false,
            align: 0,
        };
        let LocalId(number) = self.add_local(local, false);
        let id = self.node(span);
        if let Some(function) = &mut self.function {
            function.pending.push(Stmt { kind: StmtKind::VlaLength { local: LocalId(number), value }, id });
        }
        ArrayLength::Variable(VlaId(number))
    }

    /// The length of an array parameter is evaluated at the function's entry
    /// (6.9.1p10), which shows only if that has an effect: `int a[n++]`.
    fn effects_of_length(&mut self, expr: &Expr) -> Checked<()> {
        let value = self.rvalue(expr)?;
        if !is_pure(&value) {
            let id = self.node(expr.span);
            if let Some(function) = &mut self.function {
                function.pending.push(Stmt { kind: StmtKind::Expr(value), id });
            }
        }
        Ok(())
    }

    /// An array parameter is a pointer (6.7.6.3p7); its length is only checked.
    fn parameter_array(
        &mut self,
        element: Type,
        size: &ArraySize,
        qualifiers: &[(crate::syntax::ast::Qualifier, Span)],
        bracket: Span,
        place: Place,
    ) -> Checked<Type> {
        self.check_element(element, bracket, Span::NONE)?;
        if let ArraySize::Expr(expr) = size {
            self.unevaluated += 1;
            let length = self.array_length(expr, Place::Prototype);
            self.unevaluated -= 1;
            if matches!(length?, ArrayLength::Variable(_)) && place == Place::Parameter {
                self.effects_of_length(expr)?;
            }
        }
        let pointer = self.types.pointer(element);
        let quals = if qualifiers.is_empty() { Quals::NONE } else { self.qualifiers(qualifiers, pointer) };
        Ok(pointer.with(quals))
    }
}
