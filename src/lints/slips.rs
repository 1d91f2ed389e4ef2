//! Slips of the hand that the source shows as it is written.

use super::Lints;
use super::walk::{bare, each_within};
use crate::diagnostics::Diagnostic;
use crate::source::ExpansionId;
use crate::syntax::ast::{
    Declaration, DeclarationKind, Expr, ExprKind, Initializer, Name, Specifiers, Stmt, TypeSpecifierKind, UnaryOp,
};

impl Lints<'_> {
    /// `int i = 6.7`.
    pub(super) fn first_values(&mut self, declaration: &Declaration) {
        let DeclarationKind::Variables { specifiers, declarators } = &declaration.kind else { return };
        for declarator in declarators {
            let (Some(name), Some(Initializer::Expr(value))) = (&declarator.declarator.name, &declarator.initializer)
            else {
                continue;
            };
            if declarator.declarator.derivations.is_empty() && is_whole(specifiers) {
                self.fraction_lost(name, value);
            }
        }
    }

    /// A number with a fraction that a whole number gets.
    fn fraction_lost(&mut self, name: &Name, value: &Expr) {
        let number = match &bare(value).kind {
            ExprKind::Unary { op: UnaryOp::Minus | UnaryOp::Plus, operand, .. } => bare(operand),
            _ => bare(value),
        };
        let ExprKind::Floating(token) = &number.kind else { return };
        if token.value.fract() == 0.0 || number.span.expansion != ExpansionId::NONE {
            return;
        }
        let (text, whole) = (self.map.text(value.span).to_owned(), token.value.trunc());
        let sign = if text.starts_with('-') && whole != 0.0 { "-" } else { "" };
        let message = format!("'{}' gets {sign}{whole}: it holds whole numbers, and {text} is none", name.text);
        self.warn(
            Diagnostic::warning("fraction-lost", value.span, message)
                .with_note("a 'double' holds fractions; (int) before the number says that it is meant"),
        );
    }

    /// `if (a) ... else if (a) ...`: the second is never chosen.
    pub(super) fn same_condition(&mut self, arms: &[(Expr, Stmt)]) {
        for (i, (condition, _)) in arms.iter().enumerate().skip(1) {
            let Some(text) = self.plain_text(condition) else { continue };
            let earlier = arms.iter().take(i).find(|(c, _)| self.plain_text(c).is_some_and(|t| t == text));
            let between_is_plain = arms.iter().take(i).all(|(c, _)| !has_effect(c));
            if let (Some((first, _)), true) = (earlier, between_is_plain) {
                let message = "the same condition as before: this is never reached";
                let d = Diagnostic::warning("same-condition", condition.span, message)
                    .with_other(first.span, "it was tested here");
                self.warn(d);
            }
        }
    }

    /// The tokens of a condition that has no effect and comes from no macro.
    fn plain_text(&self, condition: &Expr) -> Option<String> {
        // A constant switches code off; nothing is tested.
        let (mut own, mut named) = (true, false);
        each_within(condition, &mut |e| {
            own &= e.span.expansion == ExpansionId::NONE;
            named |= matches!(e.kind, ExprKind::Name(_));
        });
        let text = self.map.text(condition.span);
        let readable = !text.is_empty() && !text.contains("/*") && !text.contains("//") && !text.contains('"');
        (own && named && readable && !has_effect(condition)).then(|| text.split_whitespace().collect())
    }
}

/// Whole numbers only: `int`, `long`, `unsigned short` ..., and no typedef that may be anything.
fn is_whole(specifiers: &Specifiers) -> bool {
    !specifiers.types.is_empty()
        && specifiers.types.iter().all(|t| {
            matches!(
                t.kind,
                TypeSpecifierKind::Char
                    | TypeSpecifierKind::Short
                    | TypeSpecifierKind::Int
                    | TypeSpecifierKind::Long
                    | TypeSpecifierKind::Signed
                    | TypeSpecifierKind::Unsigned
            )
        })
}

/// May its second evaluation give another value?
pub(super) fn has_effect(expr: &Expr) -> bool {
    let mut found = false;
    each_within(expr, &mut |e| {
        found |= matches!(
            e.kind,
            ExprKind::Call { .. }
                | ExprKind::Assign { .. }
                | ExprKind::IncDec { .. }
                | ExprKind::Statement(_)
                | ExprKind::VaArg { .. }
        );
    });
    found
}
