//! Identifiers (6.5.1).

use super::super::scope::{Symbol, SymbolKind};
use super::super::state::{Checked, Reported, Sema};
use super::super::suggest::nearest;
use super::super::tree::{Expr, ExprKind, Global, GlobalKind, Init, InitItem, InitValue, LocalId, StringId};
use crate::diagnostics::Diagnostic;
use crate::source::Span;
use crate::syntax::ast::Name;
use crate::types::{ArrayLength, Quals, TypeKind};
use std::rc::Rc;

impl Sema<'_> {
    /// What a name denotes.
    pub(super) fn name(&mut self, name: &Name) -> Checked<Expr> {
        match self.scopes.lookup(&name.text) {
            Some(symbol) => self.symbol(symbol, name),
            None => self.unknown_name(name),
        }
    }

    fn symbol(&mut self, symbol: Symbol, name: &Name) -> Checked<Expr> {
        let span = name.span;
        match symbol.kind {
            SymbolKind::Local(id) => Ok(self.make(ExprKind::Local(id), symbol.ty, span)),
            SymbolKind::StaticLocal(id) => Ok(self.make(ExprKind::Global(id), symbol.ty, span)),
            SymbolKind::EnumConstant(value) => Ok(self.make_int(value, symbol.ty, span)),
            SymbolKind::Entity(id) if self.types.is_function(symbol.ty) => {
                let used = (self.unevaluated == 0).then_some(span);
                let function = self.function_id(id, used);
                Ok(self.make(ExprKind::Function(function), symbol.ty, span))
            }
            SymbolKind::Entity(id) => {
                let used = (self.unevaluated == 0).then_some(span);
                let global = self.global_id(id, used);
                Ok(self.make(ExprKind::Global(global), symbol.ty, span))
            }
            SymbolKind::PrototypeParameter => Ok(self.make(ExprKind::Local(LocalId(u32::MAX)), symbol.ty, span)),
            SymbolKind::Typedef => Err(self.report(
                Diagnostic::error(
                    "type-as-value",
                    span,
                    format!("'{}' is a type, and a value is needed here", name.text),
                )
                .with_other(symbol.span, "it is declared here"),
            )),
            SymbolKind::Poisoned => Err(Reported),
        }
    }

    fn unknown_name(&mut self, name: &Name) -> Checked<Expr> {
        match &*name.text {
            "__func__" | "__FUNCTION__" | "__PRETTY_FUNCTION__" if self.function.is_some() => {
                Ok(self.function_name(name.span))
            }
            text if text.starts_with("__builtin_") => self.builtin_function(name),
            _ => Err(self.undeclared_name(name)),
        }
    }

    /// `__func__`: a static array of char (6.4.2.2).
    fn function_name(&mut self, span: Span) -> Expr {
        let known = self.function.as_ref().and_then(|f| f.func_name);
        let id = match known {
            Some(id) => id,
            None => self.make_function_name(span),
        };
        let ty = usize::try_from(id.0).ok().and_then(|i| self.globals.get(i)).map_or(self.basic.char, |g| g.ty);
        self.make(ExprKind::Global(id), ty, span)
    }

    fn make_function_name(&mut self, span: Span) -> super::super::tree::GlobalId {
        let (name, place, function) = match &self.function {
            Some(f) => (Rc::clone(&f.name), f.span, f.id),
            None => (Rc::from(""), span, None),
        };
        let mut bytes = name.as_bytes().to_vec();
        bytes.push(0);
        let count = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        let string = StringId(u32::try_from(self.strings.len()).unwrap_or(u32::MAX));
        self.strings.push(super::super::tree::StringLiteral { bytes: Rc::from(bytes), unit: 1, span: place });
        let constant = self.basic.char.with(Quals { is_const: true, ..Quals::NONE });
        let ty = self.types.array(constant, ArrayLength::Known(count));
        let item = InitItem { offset: 0, ty, bits: None, value: InitValue::String(string, count) };
        let node = self.node(place);
        let id = self.add_global(Global {
            name: Rc::from("__func__"),
            ty,
            span: place,
            node,
            init: Some(Init::List(vec![item])),
            function,
            kind: GlobalKind::FunctionName,
            align: 0,
        });
        if let Some(f) = &mut self.function {
            f.func_name = Some(id);
        }
        id
    }

    /// "'x' is not declared", once for each name and function.
    pub fn undeclared_name(&mut self, name: &Name) -> Reported {
        let said = match &mut self.function {
            Some(function) => &mut function.undeclared,
            None => &mut self.undeclared,
        };
        if !said.insert(Rc::clone(&name.text)) {
            return Reported;
        }
        let mut d = Diagnostic::error("undeclared-name", name.span, format!("'{}' is not declared", name.text));
        if let Some(header) = super::super::library::defining(&name.text) {
            d.notes.push(format!("'{}' is defined in <{header}>: include it", name.text));
        } else if let Some(advice) = super::super::foreign::advice(&name.text) {
            d.notes.push(advice.to_owned());
            if matches!(&*name.text, "cout" | "cin") {
                // It comes along with these.
                self.expect_undeclared("endl");
            }
        } else if let Some(place) = self.ended_local(&name.text) {
            let message = format!("this '{}' ends with its block or its 'for'", name.text);
            d.others.push(crate::diagnostics::Label { span: place, message });
            d.notes.push("declare it before that block if it is needed behind it".to_owned());
        } else if let Some((near, place)) = self.similar_name(&name.text) {
            d.notes.push(format!("did you mean '{near}'?"));
            if !self.map.is_built_in(place) {
                d.others.push(crate::diagnostics::Label { span: place, message: format!("'{near}' is declared here") });
            }
        }
        if d.notes.is_empty() && self.function.is_some() {
            d.notes.push(format!("a variable is declared before it is used, with its type: e.g. 'int {};'", name.text));
        }
        self.report(d)
    }

    /// Where a local of this name is declared that is not in scope any more.
    fn ended_local(&self, name: &str) -> Option<crate::source::Span> {
        let locals = &self.function.as_ref()?.locals;
        locals.iter().rev().find(|local| &*local.name == name).map(|local| local.span)
    }

    /// Says nothing more about this name in the function at hand.
    fn expect_undeclared(&mut self, name: &str) {
        if let Some(function) = &mut self.function {
            function.undeclared.insert(Rc::from(name));
        }
    }

    /// The visible name nearest to this one.
    pub fn similar_name(&self, name: &str) -> Option<(String, Span)> {
        let usable =
            self.scopes.visible().filter(|(_, s)| !matches!(s.kind, SymbolKind::Typedef | SymbolKind::Poisoned));
        let near = nearest(name, usable.map(|(n, _)| &**n))?;
        let place = self.scopes.lookup(near).map_or(Span::NONE, |s| s.span);
        Some((near.to_owned(), place))
    }

    /// Does a declared object's type allow a name to be called?
    pub fn is_callable(&self, expr: &Expr) -> bool {
        match self.types.kind(expr.ty) {
            TypeKind::Function(_) => true,
            TypeKind::Pointer(target) => self.types.is_function(*target),
            _ => false,
        }
    }
}
