//! Calls (6.5.2.2).

use super::super::convert::Purpose;
use super::super::entity::{Declared, EntityId};
use super::super::initialize::unparenthesised;
use super::super::scope::SymbolKind;
use super::super::state::{Checked, Reported, Sema};
use super::super::suggest::nearest;
use super::super::tree::{Callee, Expr, ExprKind, FunctionId, Local, LocalId, LocalKind};
use crate::diagnostics::Diagnostic;
use crate::source::Span;
use crate::syntax::ast::{self, Name};
use crate::types::{FunctionType, ParameterTypes, Type, TypeKind};
use std::rc::Rc;

/// What is called, as messages name it.
struct Called {
    callee: Callee,
    ty: Type,
    function: Rc<FunctionType>,
    /// Name and declaration.
    name: Option<(String, Span)>,
}

impl Sema<'_> {
    pub(super) fn call(&mut self, callee: &ast::Expr, arguments: &[ast::Expr], span: Span) -> Checked<Expr> {
        let called = match &unparenthesised(callee).kind {
            ast::ExprKind::Name(name) if self.scopes.lookup(&name.text).is_none() => {
                if let Some(result) = self.builtin_call(name, arguments, span) {
                    return result;
                }
                if &*name.text == "alloca" && !self.prototypes.defined.contains(&name.text) {
                    let message = "'alloca' is called, but not declared: include <alloca.h>";
                    self.pedantic("missing-include", name.span, message);
                    return self.operands(arguments).and_then(|list| self.alloca(list, span));
                }
                self.undeclared_callee(name)
            }
            _ => self.expr(callee),
        };
        let called = called.and_then(|designator| self.called(designator, callee));
        let called = match called {
            Ok(called) => called,
            Err(Reported) => {
                // The arguments have their own errors.
                for argument in arguments {
                    let _ = self.rvalue(argument);
                }
                return Err(Reported);
            }
        };
        self.finish_call(called, arguments, span)
    }

    fn called(&mut self, designator: Expr, callee: &ast::Expr) -> Checked<Called> {
        let name = match &unparenthesised(callee).kind {
            ast::ExprKind::Name(name) => {
                let declared = self.scopes.lookup(&name.text).map_or(Span::NONE, |s| s.span);
                Some((name.text.to_string(), declared))
            }
            _ => None,
        };
        if let (ExprKind::Function(id), Some(function)) = (&designator.kind, self.types.function_of(designator.ty)) {
            return Ok(Called { callee: Callee::Direct(*id), ty: designator.ty, function, name });
        }
        if !self.is_callable(&designator) {
            let shown = self.show(designator.ty);
            let message = match &name {
                Some((name, _)) => format!("'{name}' is called, but it is no function: it is '{shown}'"),
                None => format!("this is called, but it is no function: it is '{shown}'"),
            };
            let mut d = Diagnostic::error("not-a-function", callee.span, message);
            if let Some((name, place)) = &name {
                d = self.with_declaration(d, name, *place);
            }
            if self.types.is_array(designator.ty) {
                d.notes.push("an element is written with brackets: a[i]".to_owned());
            } else if matches!(designator.kind, ExprKind::Int(_) | ExprKind::Float(_)) {
                d.notes.push("is a '*' missing between the factors?".to_owned());
            }
            return Err(self.report(d));
        }
        let pointer = self.value(designator);
        let Some(ty) = self.types.pointee(pointer.ty) else { return Err(Reported) };
        let Some(function) = self.types.function_of(ty) else { return Err(Reported) };
        let callee = match pointer.kind {
            ExprKind::Function(id) => Callee::Direct(id),
            _ => Callee::Indirect(Box::new(pointer)),
        };
        Ok(Called { callee, ty, function, name })
    }

    fn finish_call(&mut self, called: Called, arguments: &[ast::Expr], span: Span) -> Checked<Expr> {
        let converted = self.arguments(&called, arguments, span);
        let result_type = called.function.result.unqualified();
        let incomplete = self.types.size(result_type).is_err() && !self.types.is_void(result_type);
        if incomplete {
            return Err(self.incomplete(span, result_type));
        }
        let arguments = converted?;
        if let Callee::Direct(id) = called.callee {
            if self.is_library_named(id, &["setjmp", "_setjmp", "sigsetjmp", "__sigsetjmp"])
                && let Some(function) = &mut self.function
            {
                function.calls_setjmp = true;
            }
            if self.is_library_named(id, &["alloca"]) {
                return self.alloca(arguments, span);
            }
        }
        let result = self.result_local(result_type, span);
        let kind = ExprKind::Call { callee: called.callee, arguments, function: called.ty, result };
        Ok(self.make(kind, result_type, span))
    }

    /// A struct or union that is returned needs a place. It ends with the block:
    /// whoever points into it (`f().name`) may do so to the end of the expression.
    pub fn result_local(&mut self, ty: Type, span: Span) -> Option<LocalId> {
        self.types.record_of(ty)?;
        self.function.as_ref()?;
        let kind = LocalKind::Temporary;
        let local = Local { name: Rc::from(""), ty, span, kind, address_taken: false, align: 0 };
        Some(self.add_local(local, self.unevaluated == 0))
    }

    fn is_library_named(&self, id: FunctionId, names: &[&str]) -> bool {
        usize::try_from(id.0)
            .ok()
            .and_then(|i| self.functions.get(i))
            .is_some_and(|f| names.contains(&&*f.name) && !self.prototypes.defined.contains(&f.name))
    }

    fn arguments(&mut self, called: &Called, list: &[ast::Expr], span: Span) -> Checked<Vec<Expr>> {
        let count = self.check_count(called, list, span);
        let mut converted = Vec::with_capacity(list.len());
        let mut failed = count.is_err();
        for (index, argument) in list.iter().enumerate() {
            let parameter = match &called.function.parameters {
                ParameterTypes::Prototype { types, .. } => types.get(index).copied(),
                ParameterTypes::Unspecified => None,
            };
            let value = match self.operand(argument) {
                Ok(value) => value,
                Err(Reported) => {
                    self.unquoted(argument, parameter);
                    failed = true;
                    continue;
                }
            };
            let value = match parameter {
                Some(ty) => {
                    let purpose = Purpose::Argument(index + 1, called.name.clone());
                    self.assign_convert(value, ty, &purpose)
                }
                None => Ok(self.default_promote(value)),
            };
            match value {
                Ok(value) => converted.push(value),
                Err(Reported) => failed = true,
            }
        }
        if failed { Err(Reported) } else { Ok(converted) }
    }

    /// `puts(hello)`: a name that is not declared, where a text is asked for.
    fn unquoted(&mut self, argument: &ast::Expr, parameter: Option<Type>) {
        let ast::ExprKind::Name(name) = &argument.kind else { return };
        let is_text = parameter.and_then(|ty| self.types.pointee(ty)).is_some_and(|ty| self.types.is_character(ty));
        let told = self.diagnostics.last_mut().filter(|d| d.code == "undeclared-name" && d.span == name.span);
        if let Some(told) = told.filter(|_| is_text) {
            told.notes.push(format!("if it is text, it stands in double quotes: \"{}\"", name.text));
        }
    }

    /// The default argument promotions (6.5.2.2p6).
    fn default_promote(&mut self, value: Expr) -> Expr {
        if self.types.is_integer(value.ty) {
            return self.promote(value);
        }
        let ty = self.types.default_promoted(value.ty);
        self.convert(value, ty, false)
    }

    fn check_count(&mut self, called: &Called, list: &[ast::Expr], span: Span) -> Checked<()> {
        let ParameterTypes::Prototype { types, variadic } = &called.function.parameters else { return Ok(()) };
        let (want, have) = (types.len(), list.len());
        if have == want || (*variadic && have > want) {
            return Ok(());
        }
        let what = match &called.name {
            Some((name, _)) => format!("function '{name}'"),
            None => "this function".to_owned(),
        };
        let (few, code) = if have < want { ("few", "too-few-arguments") } else { ("many", "too-many-arguments") };
        let least = if *variadic { "at least " } else { "" };
        let message = format!("too {few} arguments to {what}: expected {least}{want}, have {have}");
        let at = list.get(want).map_or(span, |first| first.span);
        let mut d = Diagnostic::error(code, at, message);
        if let Some((name, place)) = &called.name {
            d = self.with_declaration(d, name, *place);
        }
        Err(self.report(d))
    }

    /// A call of a name that nothing declares: a function of the library, one
    /// that is defined later or elsewhere, or a mistake.
    fn undeclared_callee(&mut self, name: &Name) -> Checked<Expr> {
        if name.text.starts_with("__builtin_") {
            return self.builtin_function(name);
        }
        let own = self.prototypes.defined.contains(&name.text);
        if !own && let Some((header, ty)) = self.library_function(&name.text) {
            let message = format!("'{}' is called, but not declared: include <{header}>", name.text);
            self.pedantic("missing-include", name.span, message);
            return self.declared_by_call(name, ty, false);
        }
        if own || self.externals.contains_key(&name.text) {
            let message = format!("'{}' is called before it is declared; it is taken to return int", name.text);
            self.pedantic("implicit-function", name.span, message);
            let result = self.basic.int;
            let parameters = ParameterTypes::Unspecified;
            let ty = self.types.intern(TypeKind::Function(Rc::new(FunctionType { result, parameters })));
            return self.declared_by_call(name, ty, true);
        }
        Err(self.undefined_callee(name))
    }

    fn declared_by_call(&mut self, name: &Name, ty: Type, implicit: bool) -> Checked<Expr> {
        let declared = Declared {
            name: Rc::clone(&name.text),
            ty,
            span: name.span,
            storage: None,
            is_definition: false,
            file_scope: true,
            inline: false,
            implicit,
            weak: false,
        };
        let entity = self.declare_entity(&declared)?;
        Ok(self.designator(entity, ty, name.span))
    }

    /// A function by its entity.
    pub fn designator(&mut self, entity: EntityId, ty: Type, span: Span) -> Expr {
        let used = (self.unevaluated == 0).then_some(span);
        let id = self.function_id(entity, used);
        self.make(ExprKind::Function(id), ty, span)
    }

    fn undefined_callee(&mut self, name: &Name) -> Reported {
        let said = match &mut self.function {
            Some(function) => &mut function.undeclared,
            None => &mut self.undeclared,
        };
        if !said.insert(Rc::clone(&name.text)) {
            return Reported;
        }
        if let Some(header) = super::super::library::defining(&name.text) {
            let message = format!("'{}' is not declared", name.text);
            let note = format!("'{}' is defined in <{header}>: include it", name.text);
            return self.report(Diagnostic::error("undeclared-name", name.span, message).with_note(note));
        }
        if let Some(why) = crate::preprocess::headers::refused_function(&name.text) {
            return self.report(
                Diagnostic::unsupported(name.span, format!("the library function '{}'", name.text)).with_note(why),
            );
        }
        let message = format!("there is no function '{}', neither in the program nor in the library", name.text);
        let mut d = Diagnostic::error("undeclared-function", name.span, message);
        let callable = self.scopes.visible().filter(|(_, s)| {
            matches!(s.kind, SymbolKind::Entity(_) | SymbolKind::Local(_) | SymbolKind::StaticLocal(_))
                && (self.types.is_function(s.ty) || self.types.pointee(s.ty).is_some_and(|t| self.types.is_function(t)))
        });
        let mut all: Vec<&str> = callable.map(|(n, _)| &**n).collect();
        all.extend(self.prototypes.defined.iter().map(|n| &**n));
        for name in super::super::library::names() {
            all.push(name);
        }
        if let Some(advice) = super::super::foreign::advice(&name.text) {
            d.notes.push(advice.to_owned());
        } else if let Some(near) = nearest(&name.text, all.into_iter()) {
            d.notes.push(format!("did you mean '{near}'?"));
        }
        self.report(d)
    }
}
