//! Comparisons whose outcome the types decide.

use super::Lints;
use super::typed::{Scene, unconverted};
use crate::diagnostics::Diagnostic;
use crate::sema::tree::{CompareOp, Expr, ExprKind, SwitchCase};
use crate::types::{IntKind, TypeKind};

impl Lints<'_> {
    /// `u < 0` and `u >= 0` of an unsigned number.
    pub(super) fn never_negative(&mut self, scene: Scene<'_>, expr: &Expr) {
        let ExprKind::Compare { op: op @ (CompareOp::Lt | CompareOp::Ge), left, right } = &expr.kind else { return };
        let types = &scene.program.types;
        let zero = matches!(unconverted(right).kind, ExprKind::Int(0)) && self.map.text(scene.span(right)) == "0";
        let number = unconverted(left);
        let unsigned = types.is_integer(number.ty)
            && !types.is_signed(number.ty)
            && matches!(number.kind, ExprKind::Load(_) | ExprKind::IncDec { .. })
            && !matches!(types.kind(number.ty), TypeKind::Bool | TypeKind::Enum(_));
        let span = scene.span(expr);
        if !zero || !unsigned || self.map.expansion(span.expansion).is_some() {
            return;
        }
        let shown = types.print(number.ty);
        let (word, truth) = if *op == CompareOp::Lt { ("less than 0", "false") } else { ("at least 0", "true") };
        let what = if truth == "true" { "always" } else { "never" };
        let message = format!("'{shown}' is {what} {word}: this is always {truth}");
        self.warn(
            Diagnostic::warning("unsigned-comparison", span, message)
                .with_note("an unsigned number that goes below 0 becomes very large; use a signed type"),
        );
    }

    /// `char c; while ((c = getchar()) != EOF)`: a char cannot hold EOF beside all characters.
    pub(super) fn end_of_file_in_char(&mut self, scene: Scene<'_>, expr: &Expr) {
        let ExprKind::Compare { left, right, .. } = &expr.kind else { return };
        let types = &scene.program.types;
        for (value, end) in [(left, right), (right, left)] {
            let is_end = matches!(unconverted(end).kind, ExprKind::Int(-1));
            let value = unconverted(value);
            let is_char =
                matches!(types.kind(value.ty), TypeKind::Int(IntKind::Char | IntKind::UChar | IntKind::SChar));
            let ExprKind::Assign { right: source, .. } = &value.kind else { continue };
            let reads = scene.library_call(unconverted(source)).map(|(name, _)| name);
            if let (true, true, Some(name @ ("getchar" | "fgetc" | "getc"))) = (is_end, is_char, reads) {
                let message = format!("'{name}' gives back an int: EOF does not fit a char");
                self.warn(
                    Diagnostic::warning("eof-in-char", scene.span(value), message)
                        .with_note("declare the variable as 'int'"),
                );
            }
        }
    }

    /// `a == b` of two arrays: their addresses differ always.
    pub(super) fn arrays_compared(&mut self, scene: Scene<'_>, expr: &Expr) {
        let ExprKind::Compare { op: CompareOp::Eq | CompareOp::Ne, left, right } = &expr.kind else { return };
        let array = |side: &Expr| match &unconverted(side).kind {
            ExprKind::Decay(place) => match place.kind {
                ExprKind::Local(id) => scene.variable(id).map(|(_, ty)| (Some(id), None, ty)),
                ExprKind::Global(id) => scene.program.global(id).map(|g| (None, Some(id), g.ty)),
                _ => None,
            },
            _ => None,
        };
        let (Some(a), Some(b)) = (array(left), array(right)) else { return };
        if (a.0, a.1) == (b.0, b.1) {
            return;
        }
        let text = scene.program.types.element(a.2).is_some_and(|e| scene.program.types.is_character(e));
        let d = Diagnostic::warning(
            "array-comparison",
            scene.span(expr),
            "this compares the addresses of two arrays, which always differ, not what they hold",
        );
        self.warn(if text {
            d.with_note("use strcmp to compare text")
        } else {
            d.with_note("compare the elements in a loop")
        });
    }

    /// `switch (a > b)`, and cases that the value can never have.
    pub(super) fn switch_value(&mut self, scene: Scene<'_>, value: &Expr, cases: &[SwitchCase]) {
        let types = &scene.program.types;
        if value.is_condition() {
            let message = "this is 0 or 1: an 'if' says the same";
            self.warn(Diagnostic::warning("switch-on-condition", scene.span(value), message));
            return;
        }
        let own = unconverted(value).ty;
        let bits = types.size(own).unwrap_or(8).saturating_mul(8);
        if !types.is_integer(own) || bits >= 32 || matches!(types.kind(own), TypeKind::Bool | TypeKind::Enum(_)) {
            return;
        }
        let (low, high) = if types.is_signed(own) {
            (-(1i64 << (bits - 1)), (1i64 << (bits - 1)) - 1)
        } else {
            (0, (1i64 << bits) - 1)
        };
        if let Some(case) = cases.iter().find(|c| c.high < low || c.low > high) {
            let message =
                format!("the case {} is never chosen: '{}' goes from {low} to {high}", case.low, types.print(own));
            self.warn(Diagnostic::warning("case-out-of-range", scene.span(value), message));
        }
    }
}
