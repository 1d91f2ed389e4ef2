//! Parameter lists (6.7.6.3).

use super::super::scope::{Symbol, SymbolKind};
use super::super::state::{Checked, Sema};
use super::super::tree::{Demand, ExprKind, Local, LocalId, LocalKind, is_pure};
use super::declarators::Place;
use crate::diagnostics::Diagnostic;
use crate::source::Span;
use crate::syntax::ast::{ArraySize, Declarator, DerivationKind, Name, Parameter, Storage, TypeSpecifierKind};
use crate::types::Type;
use std::rc::Rc;

impl Sema<'_> {
    /// The types of a prototype's parameters. Their names are declared in the
    /// scope that is open; in a definition they become locals.
    pub fn parameters(&mut self, list: &[Parameter], definition: bool) -> Checked<Vec<Type>> {
        if let [only] = list
            && self.is_void_list(only)
        {
            return Ok(Vec::new());
        }
        if definition {
            self.reserve_parameters(list.len());
        }
        let mut types = Vec::with_capacity(list.len());
        let mut result = Ok(());
        for parameter in list {
            self.warn_of_hidden_tag(parameter);
            match self.parameter(parameter, definition) {
                Ok(ty) => types.push(ty.unqualified()),
                Err(reported) => {
                    if let Some(name) = &parameter.declarator.name {
                        self.poison(name);
                    }
                    result = Err(reported);
                }
            }
        }
        result.map(|()| types)
    }

    /// `(void)`
    fn is_void_list(&mut self, only: &Parameter) -> bool {
        let plain = only.declarator.name.is_none() && only.declarator.derivations.is_empty();
        let [specifier] = only.specifiers.types.as_slice() else { return false };
        let said = &only.specifiers;
        let bare = said.storage.is_empty() && said.qualifiers.is_empty();
        plain
            && bare
            && match &specifier.kind {
                TypeSpecifierKind::Void => true,
                TypeSpecifierKind::Typedef(name) => {
                    self.scopes.lookup(&name.text).is_some_and(|s| self.types.is_void(s.ty))
                }
                _ => false,
            }
    }

    fn parameter(&mut self, parameter: &Parameter, definition: bool) -> Checked<Type> {
        let spec = self.specifiers(&parameter.specifiers)?;
        let place = if definition { Place::Parameter } else { Place::Prototype };
        let ty = self.declarator(spec.ty, &parameter.declarator, place)?;
        let name = parameter.declarator.name.as_ref();
        let span = name.map_or(parameter.span, |n| n.span);
        if spec.implicit_int {
            let what = name.map_or("this parameter", |n| &n.text);
            self.pedantic("implicit-int", span, format!("the type of '{what}' is not given; it is int"));
        }
        if let Some((storage, at)) = spec.storage
            && storage != Storage::Register
        {
            return Err(self.error("storage-class", at, "a parameter can only be 'register'"));
        }
        if let Some(at) = spec.thread_local {
            return Err(self.error("storage-class", at, "a parameter cannot be '_Thread_local'"));
        }
        if let Some(at) = spec.alignas {
            return Err(self.error("invalid-alignment", at, "'_Alignas' is not possible for a parameter"));
        }
        let ty = self.adjust_parameter(ty);
        if self.types.is_void(ty) {
            match name {
                // Like gcc: nobody can call it.
                Some(name) if !definition => {
                    self.pedantic("void-parameter", span, format!("the parameter '{}' has the type void", name.text));
                }
                _ => {
                    let what = name.map_or("a parameter".to_owned(), |n| format!("the parameter '{}'", n.text));
                    return Err(self.error("void-parameter", span, format!("{what} cannot have the type void")));
                }
            }
        }
        if definition && self.types.size(ty).is_err() {
            return Err(self.incomplete(span, ty));
        }
        let register = spec.storage.is_some();
        match (name, definition) {
            (Some(name), true) => {
                self.declare_parameter(name, ty, register)?;
                self.note_demand(&parameter.declarator, ty, span);
            }
            (Some(name), false) => {
                self.check_parameter_name(name)?;
                let symbol = Symbol { kind: SymbolKind::PrototypeParameter, ty, span: name.span, register };
                self.scopes.declare(&name.text, symbol);
            }
            (None, true) => {
                self.strict("unnamed-parameter", span, "a parameter of a definition needs a name");
                self.add_parameter(Rc::from(""), ty, span);
            }
            (None, false) => {}
        }
        Ok(ty)
    }

    /// `a[n]` and `a[static n]` as the parameter declared last: the length is found when the function is entered.
    fn note_demand(&mut self, declarator: &Declarator, ty: Type, span: Span) {
        let Some(DerivationKind::Array { size: ArraySize::Expr(length), is_static, .. }) =
            declarator.derivations.first().map(|d| &d.kind)
        else {
            return;
        };
        let Some(element) = self.types.pointee(ty).and_then(|target| self.types.size(target).ok()) else { return };
        // What is wrong with it was told when the type was made.
        let quiet = std::mem::replace(&mut self.quiet, true);
        let value = self.rvalue(length);
        self.quiet = quiet;
        let Ok(length) = value else { return };
        // What has an effect is evaluated once, for that effect (`int a[n++]`).
        if !is_pure(&length) || (!is_static && self.fold_int(&length).is_some()) {
            return;
        }
        let Some(number) = self.function.as_ref().and_then(|f| f.parameters.checked_sub(1)) else { return };
        let place = self.make(ExprKind::Local(LocalId(number)), ty, span);
        let pointer = self.make(ExprKind::Load(Box::new(place)), ty.unqualified(), span);
        if let Some(function) = &mut self.function {
            function.demands.push(Demand { number, pointer, length, element, at_least: *is_static });
        }
    }

    /// `void f(struct s *p)` before `struct s` is declared: the type is known only in this list.
    fn warn_of_hidden_tag(&mut self, parameter: &Parameter) {
        for specifier in &parameter.specifiers.types {
            let (word, tag) = match &specifier.kind {
                TypeSpecifierKind::Record(r) => (if r.is_union { "union" } else { "struct" }, &r.tag),
                TypeSpecifierKind::Enum(e) => ("enum", &e.tag),
                _ => continue,
            };
            let Some(tag) = tag.as_ref().filter(|tag| self.scopes.tag(&tag.text).is_none()) else { continue };
            let message = format!("'{word} {}' is declared in a list of parameters: nobody outside knows it", tag.text);
            self.report(
                Diagnostic::warning("hidden-tag", tag.span, message)
                    .with_note(format!("declare '{word} {}' before this function", tag.text)),
            );
        }
    }

    /// Arrays and functions as parameters are pointers (6.7.6.3p7, p8).
    pub fn adjust_parameter(&mut self, ty: Type) -> Type {
        match self.types.element(ty) {
            Some(element) => self.types.pointer(element),
            None if self.types.is_function(ty) => self.types.pointer(ty),
            None => ty,
        }
    }

    fn check_parameter_name(&mut self, name: &Name) -> Checked<()> {
        match self.scopes.lookup_here(&name.text) {
            Some(previous) => Err(self.report(
                Diagnostic::error("redefinition", name.span, format!("there are two parameters named '{}'", name.text))
                    .with_other(previous.span, "the first is here"),
            )),
            None => Ok(()),
        }
    }

    pub(super) fn declare_parameter(&mut self, name: &Name, ty: Type, register: bool) -> Checked<()> {
        self.check_parameter_name(name)?;
        let id = self.add_parameter(Rc::clone(&name.text), ty, name.span);
        self.scopes.declare(&name.text, Symbol { kind: SymbolKind::Local(id), ty, span: name.span, register });
        Ok(())
    }

    /// Declares a name so that nothing more is said about it.
    pub fn poison(&mut self, name: &Name) {
        let symbol = Symbol { kind: SymbolKind::Poisoned, ty: self.basic.int, span: name.span, register: false };
        self.scopes.declare(&name.text, symbol);
    }

    /// Parameters come first among the locals; hidden lengths that their types need, after them.
    pub(super) fn reserve_parameters(&mut self, count: usize) {
        let int = self.basic.int;
        if let Some(state) = &mut self.function {
            state.locals.extend((0..count).map(|_| parameter_local(Rc::from(""), int, Span::NONE)));
        }
    }

    fn add_parameter(&mut self, name: Rc<str>, ty: Type, span: Span) -> LocalId {
        let Some(state) = &mut self.function else { return LocalId(u32::MAX) };
        let id = LocalId(state.parameters);
        state.parameters = state.parameters.saturating_add(1);
        if let Some(local) = usize::try_from(id.0).ok().and_then(|i| state.locals.get_mut(i)) {
            *local = parameter_local(name, ty, span);
        }
        id
    }
}

fn parameter_local(name: Rc<str>, ty: Type, span: Span) -> Local {
    Local { name, ty, span, kind: LocalKind::Parameter, address_taken: false, align: 0 }
}
