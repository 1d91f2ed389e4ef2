//! Calls of library functions that are certainly not meant so.

use super::Lints;
use super::typed::{Scene, unconverted};
use crate::diagnostics::Diagnostic;
use crate::sema::tree::{Conversion, Expr, ExprKind};

/// Functions whose result is all that they do, and what it is.
const RESULTS: &[(&str, &str)] = &[
    ("realloc", "the block may have moved: only the result says where it is now"),
    ("malloc", "the result is the only way to the block"),
    ("calloc", "the result is the only way to the block"),
    ("strdup", "the result is the only way to the copy"),
    ("strndup", "the result is the only way to the copy"),
    ("aligned_alloc", "the result is the only way to the block"),
    ("strlen", "the result is the length"),
    ("strcmp", "the result tells how the texts compare"),
    ("strncmp", "the result tells how the texts compare"),
    ("strchr", "the result tells where the character is"),
    ("strstr", "the result tells where the text is"),
    ("toupper", "the result is the other letter; the argument does not change"),
    ("tolower", "the result is the other letter; the argument does not change"),
    ("abs", "the result is the number without its sign; the argument does not change"),
    ("sqrt", "the result is the root; the argument does not change"),
    ("pow", "the result is the power; the arguments do not change"),
    ("floor", "the result is the rounded number; the argument does not change"),
    ("ceil", "the result is the rounded number; the argument does not change"),
];

impl Lints<'_> {
    /// What a call of the library shows.
    pub(super) fn calls(&mut self, scene: Scene<'_>, expr: &Expr) {
        let Some((name, arguments)) = scene.library_call(expr) else { return };
        if name == "gets" {
            let message = "'gets' cannot know how long the array is: a long line writes behind it";
            self.warn(
                Diagnostic::warning("gets", scene.span(expr), message)
                    .with_note("use 'fgets(line, sizeof line, stdin)'"),
            );
        }
        self.format(scene, name, arguments);
        self.size_of_argument(scene, name, arguments);
    }

    /// A statement that computes something and drops it.
    pub(super) fn result_dropped(&mut self, scene: Scene<'_>, expr: &Expr) {
        let span = scene.span(expr);
        if self.map.expansion(span.expansion).is_some() {
            return;
        }
        let cast = matches!(&expr.kind, ExprKind::Convert { kind: Conversion::ToVoid, .. });
        let value = unconverted(expr);
        if cast {
            return;
        }
        if let Some((name, _)) = scene.library_call(value)
            && let Some((_, why)) = RESULTS.iter().find(|(known, _)| *known == name)
        {
            let message = format!("the result of '{name}' is not used");
            self.warn(Diagnostic::warning(super::UNUSED_RESULT, span, message).with_note(*why));
        }
        match &value.kind {
            ExprKind::Function(id) => {
                if let Some(function) = scene.function(*id) {
                    let name = &function.name;
                    let message = format!("this does not call '{name}': a call has '()' behind the name");
                    self.warn(Diagnostic::warning("function-not-called", span, message));
                }
            }
            // `*p++;` moves the pointer and reads for nothing.
            ExprKind::Load(place) if moved(place).is_some() => {
                if let Some(increment) = moved(place) {
                    let word = if increment { "++" } else { "--" };
                    let message =
                        format!("this moves the pointer: '{word}' is done before '*', and the value is not used");
                    self.warn(
                        Diagnostic::warning("unused-value", span, message)
                            .with_note(format!("'(*p){word}' changes what the pointer points to")),
                    );
                }
            }
            ExprKind::Load(place) if is_plain(place) => {
                let message = "this statement does nothing: the value is not used";
                self.warn(Diagnostic::warning("unused-value", span, message));
            }
            ExprKind::Binary { .. } => {
                self.warn(Diagnostic::warning("unused-value", span, "the result of this computation is not used"));
            }
            _ => {}
        }
    }
}

/// `*p++`: is the pointer moved forwards?
fn moved(place: &Expr) -> Option<bool> {
    let ExprKind::Deref(pointer) = &place.kind else { return None };
    match pointer.kind {
        ExprKind::IncDec { increment, .. } => Some(increment),
        _ => None,
    }
}

/// A variable, or a member or element of one, whose reading nobody can notice.
fn is_plain(place: &Expr) -> bool {
    if place.ty.quals.is_volatile {
        return false;
    }
    match &place.kind {
        ExprKind::Local(_) | ExprKind::Global(_) => true,
        ExprKind::Member { base, .. } => is_plain(base),
        _ => false,
    }
}
