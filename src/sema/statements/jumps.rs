//! Labels and jumps (6.8.1, 6.8.6).

use super::super::state::{Checked, LabelState, Sema};
use super::super::tree::{LabelId, Stmt, StmtKind};
use crate::diagnostics::Diagnostic;
use crate::source::Span;
use crate::syntax::ast::{self, Name};
use std::rc::Rc;

/// A label's name that an inner `__label__` hides, and what it was before.
pub(super) type Shadowed = (Rc<str>, Option<u32>);

impl Sema<'_> {
    /// The number of a label, made at its first mention.
    fn label_number(&mut self, name: &Rc<str>) -> Option<u32> {
        let function = self.function.as_mut()?;
        if let Some(known) = function.label_names.get(name) {
            return Some(*known);
        }
        let number = u32::try_from(function.labels.len()).unwrap_or(u32::MAX);
        function.labels.push(LabelState {
            name: Rc::clone(name),
            defined: None,
            used: None,
            scope: Vec::new(),
            cleanups: Vec::new(),
            jumps: Vec::new(),
        });
        function.label_names.insert(Rc::clone(name), number);
        Some(number)
    }

    fn label_state(&mut self, number: u32) -> Option<&mut LabelState> {
        self.function.as_mut()?.labels.get_mut(usize::try_from(number).ok()?)
    }

    /// A label that is jumped to.
    pub fn use_label(&mut self, name: &Name) -> Option<LabelId> {
        let number = self.label_number(&name.text)?;
        let scope = self.function.as_ref()?.variable_arrays.clone();
        let state = self.label_state(number)?;
        state.used = state.used.or(Some(name.span));
        state.jumps.push((name.span, scope));
        Some(LabelId(number))
    }

    pub(super) fn label(&mut self, name: &Name, body: &ast::Stmt, out: &mut Vec<Stmt>) {
        self.label_here(name, out);
        self.statement(body, out);
    }

    /// A label, without the statement behind it.
    pub(super) fn label_here(&mut self, name: &Name, out: &mut Vec<Stmt>) {
        if let Some(number) = self.label_number(&name.text) {
            let previous = self.label_state(number).and_then(|s| s.defined);
            if let Some(previous) = previous {
                self.report(
                    Diagnostic::error("duplicate-label", name.span, format!("there are two labels '{}'", name.text))
                        .with_other(previous, "the first is here"),
                );
            } else {
                let scope = self.function.as_ref().map(|f| f.variable_arrays.clone()).unwrap_or_default();
                let cleanups = self.cleaned_locals();
                if let Some(state) = self.label_state(number) {
                    state.defined = Some(name.span);
                    (state.scope, state.cleanups) = (scope, cleanups);
                }
                self.push_statement(StmtKind::Label(LabelId(number)), name.span, out);
            }
        }
    }

    /// `__label__ a, b;`: labels of this block.
    pub(super) fn local_labels(&mut self, names: &[Name], shadowed: &mut Vec<Shadowed>) {
        let Some(function) = &mut self.function else { return };
        for name in names {
            let number = u32::try_from(function.labels.len()).unwrap_or(u32::MAX);
            function.labels.push(LabelState {
                name: Rc::clone(&name.text),
                defined: None,
                used: None,
                scope: Vec::new(),
                cleanups: Vec::new(),
                jumps: Vec::new(),
            });
            let before = function.label_names.insert(Rc::clone(&name.text), number);
            shadowed.push((Rc::clone(&name.text), before));
        }
    }

    /// At the end of their block their names mean again what they meant before.
    pub(super) fn close_local_labels(&mut self, shadowed: Vec<Shadowed>) {
        let Some(function) = &mut self.function else { return };
        for (name, before) in shadowed.into_iter().rev() {
            match before {
                Some(number) => function.label_names.insert(name, number),
                None => function.label_names.remove(&name),
            };
        }
    }

    /// At the end of a function every label that is used must be there.
    pub fn check_labels(&mut self) {
        let Some(function) = &self.function else { return };
        let missing: Vec<(Rc<str>, Span)> = function
            .labels
            .iter()
            .filter(|l| l.defined.is_none())
            .filter_map(|l| Some((Rc::clone(&l.name), l.used?)))
            .collect();
        let mut into_scope: Vec<(Span, Rc<str>)> = Vec::new();
        for label in &function.labels {
            let enters = |from: &Vec<_>| label.scope.iter().any(|id| !from.contains(id));
            into_scope.extend(
                label.jumps.iter().filter(|(_, from)| enters(from)).map(|(span, _)| (*span, Rc::clone(&label.name))),
            );
        }
        let known: Vec<Rc<str>> =
            function.labels.iter().filter(|l| l.defined.is_some()).map(|l| Rc::clone(&l.name)).collect();
        for (span, name) in into_scope {
            let message = format!("the jump to '{name}' skips the declaration of an array of variable length");
            self.error("jump-into-scope", span, message);
        }
        for (name, span) in missing {
            let mut d =
                Diagnostic::error("undefined-label", span, format!("there is no label '{name}' in this function"));
            if let Some(near) = super::super::suggest::nearest(&name, known.iter().map(|n| &**n)) {
                d.notes.push(format!("did you mean '{near}'?"));
            }
            self.report(d);
        }
    }

    pub(super) fn computed_goto(&mut self, target: &ast::Expr, span: Span, out: &mut Vec<Stmt>) {
        self.strict("computed-goto", span, "C11 has no 'goto *'");
        let Ok(value) = self.operand(target) else { return };
        if !self.types.is_pointer(value.ty) {
            let shown = self.show(value.ty);
            self.error("not-a-pointer", target.span, format!("'goto *' needs a pointer, and this is '{shown}'"));
            return;
        }
        self.push_statement(StmtKind::GotoComputed(value), span, out);
    }

    pub(super) fn check_break(&mut self, span: Span) -> Checked<()> {
        match &self.function {
            Some(f) if f.breakable > 0 => Ok(()),
            _ => Err(self.error("stray-jump", span, "'break' stands in no loop and no switch")),
        }
    }

    pub(super) fn check_continue(&mut self, span: Span) -> Checked<()> {
        match &self.function {
            Some(f) if f.loops > 0 => Ok(()),
            _ => Err(self.error("stray-jump", span, "'continue' stands in no loop")),
        }
    }
}
