//! Linking: what is used must be defined somewhere, by the program or the library.

use super::state::Sema;
use super::suggest::nearest;
use super::tree::{FunctionKind, GlobalKind};
use crate::diagnostics::{Diagnostic, Severity};
use crate::source::Span;
use crate::types::{ArrayLength, TypeKind};
use std::rc::Rc;

impl Sema<'_> {
    /// Completes tentative definitions at the end of a unit (6.9.2p2).
    pub fn end_of_unit(&mut self) {
        for index in 0..self.entities.len() {
            self.kept_promise(index);
            let Some(entity) = self.entities.get(index) else { continue };
            let (Some(span), None, false) = (entity.tentative, entity.defined, entity.is_function) else { continue };
            let (ty, name, unit, external) = (entity.ty, Rc::clone(&entity.name), entity.unit, entity.external);
            if unit != self.prototypes.unit {
                continue;
            }
            if let TypeKind::Array { element, length: ArrayLength::Unknown } = *self.types.kind(ty) {
                let message = format!("the array '{name}' has no length; it gets one element");
                let told = Diagnostic::pedantic("tentative-array", span, message);
                // With internal linkage the type must be complete (6.9.2p3).
                self.report(if external { told } else { told.and_undefined() });
                let ty = self.types.array(element, ArrayLength::Known(1));
                if let Some(entity) = self.entities.get_mut(index) {
                    entity.ty = ty;
                }
                let id = super::entity::EntityId(u32::try_from(index).unwrap_or(u32::MAX));
                let global = self.global_id(id, None);
                if let Some(global) = self.global_mut(global) {
                    global.ty = ty;
                }
            } else if self.types.size(ty).is_err() {
                let shown = self.show(ty);
                self.error("incomplete-type", span, format!("'{name}' has the incomplete type '{shown}'"));
                if let Some(entity) = self.entities.get_mut(index) {
                    entity.tentative = None;
                    entity.defined = Some(span);
                }
            }
        }
    }

    /// A function that is declared `inline` is defined in the same unit (6.7.4p7).
    fn kept_promise(&mut self, index: usize) {
        let Some(entity) = self.entities.get_mut(index) else { return };
        if let Some((_, span)) = entity.promised.take().filter(|(unit, _)| *unit == self.prototypes.unit) {
            let message = format!("'{}' is declared 'inline' and not defined in this file", entity.name);
            self.undefined("inline-undefined", span, message);
        }
    }

    /// Finds what stands behind every name that is used.
    pub fn link(&mut self) {
        // As with a compiler: what does not compile is not linked, and nothing is missed.
        if self.diagnostics.iter().any(|d| d.severity == Severity::Error) {
            return;
        }
        for index in 0..self.entities.len() {
            let Some(entity) = self.entities.get(index) else { continue };
            if entity.is_function {
                self.link_function(index);
            } else {
                self.link_object(index);
            }
        }
        if !self.externals.get("main").and_then(|id| self.entity(*id)).is_some_and(|e| e.is_function) {
            let near = self.nearest_defined("main");
            let place = near.as_ref().and_then(|n| self.externals.get(n.as_str())).and_then(|id| self.entity(*id));
            let place = place.and_then(|e| e.defined).unwrap_or(Span::NONE);
            let mut d = Diagnostic::error("no-main", place, "the program has no function 'main'");
            d.notes.extend(near.map(|n| format!("'{n}' is another name: C starts with 'main', in small letters")));
            self.report(d);
        }
    }

    fn link_function(&mut self, index: usize) {
        let Some(entity) = self.entities.get(index) else { return };
        if let (true, true, Some(span)) =
            (entity.external, entity.inline_only && entity.defined.is_some(), entity.first_use)
        {
            let message = format!("'{}' has only an inline definition: no file defines it for others", entity.name);
            self.undefined("inline-undefined", span, message);
            return;
        }
        let (Some(id), None) = (entity.function, entity.defined) else { return };
        let (name, external, used) = (Rc::clone(&entity.name), entity.external, entity.first_use);
        // Declared by a header of ours: that is the real prototype.
        if let Some(header) = self.header_of(entity.span) {
            if let Some(f) = usize::try_from(id.0).ok().and_then(|i| self.functions.get_mut(i)) {
                f.kind = FunctionKind::Library { header };
            }
            return;
        }
        if external && let Some((header, ty)) = self.library_function(&name) {
            if let Some(f) = usize::try_from(id.0).ok().and_then(|i| self.functions.get_mut(i)) {
                f.kind = FunctionKind::Library { header };
                f.ty = ty;
            }
            return;
        }
        if let Some(used) = used {
            self.unlinked(&name, used, "function");
        }
    }

    fn link_object(&mut self, index: usize) {
        let Some(entity) = self.entities.get(index) else { return };
        if entity.defined.is_some() {
            return;
        }
        let (name, used, global) = (Rc::clone(&entity.name), entity.first_use, entity.global);
        if let Some(span) = entity.tentative {
            let id = super::entity::EntityId(u32::try_from(index).unwrap_or(u32::MAX));
            let (ty, align) = (entity.ty, entity.align);
            let global = self.global_id(id, None);
            if let Some(global) = self.global_mut(global) {
                (global.ty, global.span, global.align) = (ty, span, align);
            }
            return;
        }
        let Some(global) = global else { return };
        let built_in = self.entities.get(index).is_some_and(|e| self.header_of(e.span).is_some());
        if built_in || self.library_object(&name) {
            if let Some(global) = self.global_mut(global) {
                global.kind = GlobalKind::Library;
            }
        } else if let Some(used) = used {
            self.unlinked(&name, used, "variable");
        }
    }

    /// "is used and nowhere defined".
    fn unlinked(&mut self, name: &str, used: Span, what: &str) {
        let mut d =
            Diagnostic::error("undefined-reference", used, format!("the {what} '{name}' is used, but defined nowhere"));
        if let Some(near) = self.nearest_defined(name) {
            d.notes.push(format!("did you mean '{near}'?"));
        }
        self.report(d);
    }

    /// The defined or library function nearest to a name.
    fn nearest_defined(&self, name: &str) -> Option<String> {
        let mut all: Vec<&str> = self.entities.iter().filter(|e| e.defined.is_some()).map(|e| &*e.name).collect();
        for name in super::library::names() {
            all.push(name);
        }
        nearest(name, all.into_iter()).map(str::to_owned)
    }
}
