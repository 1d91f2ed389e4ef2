//! `switch` and its labels (6.8.4.2).

use super::super::state::{Checked, Sema, SwitchState};
use super::super::tree::{CaseId, Stmt, StmtKind, SwitchCase};
use crate::diagnostics::Diagnostic;
use crate::source::Span;
use crate::syntax::ast;
use crate::types::Type;
use std::collections::BTreeMap;

impl Sema<'_> {
    pub(super) fn switch_statement(&mut self, value: &ast::Expr, body: &ast::Stmt, span: Span, out: &mut Vec<Stmt>) {
        let value_span = value.span;
        self.scopes.push();
        let value = self.operand(value).and_then(|value| {
            if self.types.is_integer(value.ty) {
                return Ok(self.promote(value));
            }
            let shown = self.show(value.ty);
            Err(self.error("not-an-integer", value_span, format!("'switch' needs an integer, and this is '{shown}'")))
        });
        let ty = value.as_ref().map_or(self.basic.int, |v| v.ty);
        if let Some(function) = &mut self.function {
            function.breakable += 1;
            let is_block = matches!(body.kind, ast::StmtKind::Block(_));
            // The body's own block counts as one more only if braces open it.
            let block_depth = function.blocks.len() + if is_block { 2 } else { 1 };
            function.switches.push(SwitchState {
                ty,
                cases: Vec::new(),
                by_value: BTreeMap::new(),
                default: None,
                next: 0,
                block_depth,
                nested: false,
                variable_arrays: function.variable_arrays.len(),
            });
        }
        let body = Box::new(self.substatement(body));
        self.scopes.pop();
        let Some(function) = &mut self.function else { return };
        function.breakable = function.breakable.saturating_sub(1);
        let Some(state) = function.switches.pop() else { return };
        if let Ok(value) = value {
            let cases = state.cases;
            let default = state.default.map(|(id, _)| id);
            let kind = StmtKind::Switch { value, body, cases, default, nested: state.nested };
            self.push_statement(kind, span, out);
        }
    }

    /// The next label of the innermost switch.
    fn next_case(&mut self, what: &str, span: Span) -> Checked<(CaseId, Type)> {
        let label = self.function.as_mut().and_then(|f| {
            let depth = f.blocks.len();
            let state = f.switches.last_mut()?;
            let id = CaseId(state.next);
            state.next += 1;
            state.nested |= depth != state.block_depth;
            Some((id, state.ty, f.variable_arrays.len() > state.variable_arrays))
        });
        match label {
            Some((_, _, true)) => {
                let message =
                    format!("the switch jumps to '{what}' past the declaration of an array of variable length");
                Err(self.error("jump-into-scope", span, message))
            }
            Some((id, ty, false)) => Ok((id, ty)),
            None => Err(self.error("stray-case", span, format!("'{what}' stands in no switch"))),
        }
    }

    pub(super) fn case(
        &mut self,
        low: &ast::Expr,
        high: Option<&ast::Expr>,
        body: &ast::Stmt,
        span: Span,
        out: &mut Vec<Stmt>,
    ) {
        let place = span_of_label(low, high, span);
        if let Ok((label, ty)) = self.next_case("case", place) {
            if let Some(high) = high {
                self.strict("case-range", high.span, "C11 has no ranges of cases");
            }
            let values = self.case_value(low, ty).and_then(|low| match high {
                Some(high) => Ok((low, self.case_value(high, ty)?)),
                None => Ok((low, low)),
            });
            if let Ok((first, last)) = values {
                self.add_case(SwitchCase { low: first, high: last, label }, ty, low.span);
            }
            self.push_statement(StmtKind::Case(label), place, out);
        }
        self.statement(body, out);
    }

    fn case_value(&mut self, value: &ast::Expr, ty: Type) -> Checked<i64> {
        let constant = self.integer_constant(value, "the value of a case")?;
        let converted = self.truncate(constant, ty);
        Ok(converted)
    }

    fn add_case(&mut self, case: SwitchCase, ty: Type, span: Span) {
        let signed = self.types.is_signed(ty);
        let order = |v: i64| if signed { i128::from(v) } else { i128::from(v.cast_unsigned()) };
        if order(case.high) < order(case.low) {
            self.warn("empty-range", span, "this range of values is empty");
            return;
        }
        let Some(state) = self.function.as_mut().and_then(|f| f.switches.last_mut()) else { return };
        // Cases do not overlap, so only the nearest one below can have a value of this one.
        let below = state.by_value.range(..=order(case.high)).next_back();
        match below.filter(|(_, (high, _))| *high >= order(case.low)) {
            Some((_, (_, previous))) => {
                let previous = *previous;
                let value = if signed { case.low.to_string() } else { case.low.cast_unsigned().to_string() };
                self.report(
                    Diagnostic::error("duplicate-case", span, format!("the value {value} has two cases"))
                        .with_other(previous, "the first is here"),
                );
            }
            None => {
                state.by_value.insert(order(case.low), (order(case.high), span));
                state.cases.push(case);
            }
        }
    }

    pub(super) fn default_label(&mut self, body: &ast::Stmt, span: Span, out: &mut Vec<Stmt>) {
        let place = Span { hi: body.span.lo.max(span.lo + 1).min(span.hi), ..span };
        if let Ok((label, _)) = self.next_case("default", place) {
            let previous = self.function.as_ref().and_then(|f| f.switches.last()?.default);
            if let Some((_, previous)) = previous {
                self.report(
                    Diagnostic::error("duplicate-case", place, "there are two defaults in one switch")
                        .with_other(previous, "the first is here"),
                );
            } else if let Some(state) = self.function.as_mut().and_then(|f| f.switches.last_mut()) {
                state.default = Some((label, place));
            }
            self.push_statement(StmtKind::Case(label), place, out);
        }
        self.statement(body, out);
    }
}

fn span_of_label(low: &ast::Expr, high: Option<&ast::Expr>, span: Span) -> Span {
    let end = high.map_or(low.span, |h| h.span);
    Span { hi: end.hi.clamp(span.lo, span.hi.max(span.lo)), ..span }
}
