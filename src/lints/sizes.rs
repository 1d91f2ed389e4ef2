//! `sizeof` of a pointer where the size of what it points to is meant.

use super::Lints;
use super::typed::{Scene, unconverted};
use super::walk::bare;
use crate::diagnostics::Diagnostic;
use crate::sema::tree::{Expr, ExprKind, Init, LocalId, Measured};
use crate::source::{ExpansionId, Span};
use crate::syntax::ast;
use crate::types::Type;

/// The bytes of a pointer.
const POINTER: u64 = 8;

/// Functions of the library that are given a size, by which of its arguments, and the arguments
/// that point to what is of this size.
const SIZED: &[(&str, &[usize], &[usize])] = &[
    ("memset", &[2], &[0]),
    ("memcpy", &[2], &[0, 1]),
    ("memmove", &[2], &[0, 1]),
    ("memcmp", &[2], &[0, 1]),
    ("strncpy", &[2], &[0, 1]),
    ("strncat", &[2], &[0, 1]),
    ("strncmp", &[2], &[0, 1]),
    ("fgets", &[1], &[0]),
    ("snprintf", &[1], &[0]),
    ("vsnprintf", &[1], &[0]),
    ("strftime", &[1], &[0]),
    ("fread", &[1, 2], &[0]),
    ("fwrite", &[1, 2], &[0]),
];

/// A pointer of which the size was taken.
struct Taken {
    /// The `sizeof`.
    span: Span,
    /// The pointer as it is written; empty for a type.
    name: String,
    /// Its type.
    ty: Type,
    /// What it points to.
    target: Type,
}

impl Lints<'_> {
    /// The pointers whose sizes are taken inside of an expression. Those that point to pointers
    /// are as large as what they point to; macros may measure anything.
    fn pointers_measured(&self, scene: Scene<'_>, inside: Span) -> Vec<Taken> {
        let types = &scene.program.types;
        let taken = |m: &Measured| {
            let target = types.pointee(m.ty)?;
            let own = m.span.expansion == ExpansionId::NONE && inside.expansion == ExpansionId::NONE;
            if !own || types.is_pointer(target) || types.is_function(target) {
                return None;
            }
            let name = m.operand.map(|operand| self.compact(operand)).unwrap_or_default();
            Some(Taken { span: m.span, name, ty: m.ty.unqualified(), target: target.unqualified() })
        };
        scene.program.measured_in(inside).filter_map(taken).collect()
    }

    /// A text without blanks and the parentheses around it; empty if it has an effect or comes from a macro.
    pub(super) fn compact(&self, span: Span) -> String {
        let text = self.map.text(span);
        if span.expansion != ExpansionId::NONE || text.contains(['=', '"', '\'', '+', '?', '/']) || text.contains("--")
        {
            return String::new();
        }
        let mut text: String = text.split_whitespace().collect();
        while let Some(inner) = text.strip_prefix('(').and_then(|t| t.strip_suffix(')'))
            && !inner.contains(['(', ')'])
        {
            text = inner.to_owned();
        }
        // A call may give another value each time.
        if text.contains('(') { String::new() } else { text }
    }

    /// `p = malloc(sizeof(p))` where it is assigned.
    pub(super) fn size_assigned(&mut self, scene: Scene<'_>, expr: &Expr) {
        if let ExprKind::Assign { left, right } = &expr.kind {
            let name = self.compact(scene.span(left));
            self.size_of_itself(scene, &name, left.ty, right);
        }
    }

    /// The same where the pointer is declared.
    pub(super) fn size_declared(&mut self, scene: Scene<'_>, local: LocalId, init: &Init) {
        if let (Some((name, ty)), Init::Value(value)) = (scene.variable(local), init) {
            self.size_of_itself(scene, name, ty, value);
        }
    }

    /// A block that gets the size of the pointer to it.
    fn size_of_itself(&mut self, scene: Scene<'_>, name: &str, ty: Type, value: &Expr) {
        let types = &scene.program.types;
        let Some(target) = types.pointee(ty).map(Type::unqualified).filter(|target| !types.is_void(*target)) else {
            return;
        };
        let Some(("malloc" | "calloc" | "realloc", arguments)) = scene.library_call(uncast(value)) else { return };
        let larger = types.size(target).is_ok_and(|size| size > POINTER);
        let inside = |e: &Expr| self.pointers_measured(scene, scene.span(e));
        for taken in arguments.iter().flat_map(inside).collect::<Vec<Taken>>() {
            let (message, note) = if taken.name.is_empty() {
                if taken.ty != ty.unqualified() || !larger {
                    continue;
                }
                let shown = types.print(target);
                let message = format!("this is the size of a pointer, not of the '{shown}' it is to point to");
                (message, format!("write 'sizeof({shown})'"))
            } else if taken.name == name {
                let message = format!("this is the size of the pointer '{name}' itself, not of what it is to point to");
                (message, format!("write 'sizeof *{name}'"))
            } else {
                continue;
            };
            self.warn_once(Diagnostic::warning("sizeof-pointer", taken.span, message).with_note(note));
        }
    }

    /// `fgets(p->name, sizeof p->name, f)`, `memset(p, 0, sizeof p)` of a pointer.
    pub(super) fn size_of_argument(&mut self, scene: Scene<'_>, function: &str, arguments: &[Expr]) {
        let Some((_, sizes, pointers)) = SIZED.iter().find(|(name, ..)| *name == function) else { return };
        let pointers: Vec<&Expr> = pointers.iter().filter_map(|i| arguments.get(*i)).map(uncast).collect();
        let types = &scene.program.types;
        // `memcpy(bytes, &pointer, sizeof bytes)` moves a pointer.
        let moves_pointer = |e: &&Expr| matches!(&e.kind, ExprKind::AddressOf(place) if types.is_pointer(place.ty));
        if pointers.iter().any(moves_pointer) {
            return;
        }
        for size in sizes.iter().filter_map(|i| arguments.get(*i)) {
            for taken in self.pointers_measured(scene, scene.span(size)) {
                let name = &taken.name;
                if name.is_empty() || !pointers.iter().any(|p| self.compact(scene.span(p)) == *name) {
                    continue;
                }
                let message = format!("'{name}' is a pointer: this is its own size, not that of what it points to");
                let note = if types.is_void(taken.target) || types.is_character(taken.target) {
                    format!(
                        "only an array knows its size: give '{function}' the number of bytes that '{name}' points to"
                    )
                } else {
                    format!("write 'sizeof *{name}' for one element")
                };
                self.warn_once(Diagnostic::warning("sizeof-pointer", taken.span, message).with_note(note));
            }
        }
    }

    /// `sizeof(s.p) / sizeof(s.p[0])` of a member that is a pointer.
    pub(super) fn elements_of_pointer(&mut self, expr: &ast::Expr, whole: &ast::Expr, element: &ast::Expr) {
        let name = self.compact(bare(whole).span);
        let measured = self.program.measured_in(expr.span).find(|m| m.operand == Some(whole.span));
        let is_pointer = measured.is_some_and(|m| self.program.types.is_pointer(m.ty));
        if is_pointer && !name.is_empty() && name == self.compact(bare(element).span) {
            self.no_number_of_elements(expr, &name);
        }
    }

    /// `sizeof(p) / sizeof(int)` of a pointer to int.
    pub(super) fn elements_by_type(&mut self, expr: &ast::Expr, whole: &ast::Expr, element: &ast::Expr) {
        let types = &self.program.types;
        let measured = self.program.measured_in(expr.span).find(|m| m.operand == Some(whole.span));
        let target = measured.and_then(|m| types.pointee(m.ty)).map(Type::unqualified);
        let of_type = self.program.measured_in(element.span).find(|m| m.span == element.span);
        let name = self.compact(bare(whole).span);
        if target.is_some() && target == of_type.map(|m| m.ty.unqualified()) && !name.is_empty() {
            self.no_number_of_elements(expr, &name);
        }
    }

    pub(super) fn no_number_of_elements(&mut self, expr: &ast::Expr, name: &str) {
        let message = format!("'{name}' is a pointer: its size says nothing about the number of elements");
        self.warn(
            Diagnostic::warning("sizeof-pointer", expr.span, message)
                .with_note("only the array itself knows its length; keep the number in a variable"),
        );
    }

    /// What another lint says of the same place is enough.
    pub(super) fn warn_once(&mut self, diagnostic: Diagnostic) {
        if !self.diagnostics.iter().any(|d| d.span == diagnostic.span) {
            self.warn(diagnostic);
        }
    }
}

/// Without any conversions.
fn uncast(expr: &Expr) -> &Expr {
    let mut expr = unconverted(expr);
    while let ExprKind::Convert { operand, .. } = &expr.kind {
        expr = unconverted(operand);
    }
    expr
}
