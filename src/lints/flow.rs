//! Statements that are never reached, and cases that fall into the next.

use super::Lints;
use super::walk::{any_stmt, called, each_stmt};
use crate::diagnostics::Diagnostic;
use crate::source::Span;
use crate::syntax::ast::{Block, BlockItem, ExternalDeclaration, FunctionDefinition, Stmt, StmtKind, TranslationUnit};
use std::collections::HashSet;
use std::rc::Rc;

/// Does a call of this library function never come back?
pub(super) fn is_final(name: &str) -> bool {
    matches!(name, "exit" | "abort" | "_Exit" | "quick_exit" | "longjmp" | "siglongjmp")
}

/// The functions of the program that end in such a call.
pub(super) fn final_functions(units: &[TranslationUnit]) -> HashSet<Rc<str>> {
    let definitions = units.iter().flat_map(|unit| &unit.items).filter_map(|item| match item {
        ExternalDeclaration::Function(function) => Some(function),
        _ => None,
    });
    let ends = |function: &&FunctionDefinition| match function.body.items.last() {
        Some(BlockItem::Stmt(Stmt { kind: StmtKind::Expr(last), .. })) => called(last).is_some_and(is_final),
        _ => false,
    };
    definitions.filter(ends).filter_map(|f| f.declarator.name.as_ref().map(|n| Rc::clone(&n.text))).collect()
}

/// Does control never come out behind this statement?
pub(super) fn leaves(stmt: &Stmt, finals: &HashSet<Rc<str>>) -> bool {
    let mut stmt = stmt;
    loop {
        match &stmt.kind {
            StmtKind::Return(_)
            | StmtKind::Break
            | StmtKind::Continue
            | StmtKind::Goto(_)
            | StmtKind::GotoComputed(_) => {
                return true;
            }
            StmtKind::Expr(expr) => {
                return called(expr).is_some_and(|name| is_final(name) || finals.contains(name));
            }
            StmtKind::Label { body, .. } | StmtKind::Case { body, .. } | StmtKind::Default(body) => stmt = body,
            StmtKind::Block(block) => match block.items.last() {
                Some(BlockItem::Stmt(last)) => stmt = last,
                _ => return false,
            },
            StmtKind::If { arms, otherwise: Some(otherwise) } => {
                if !arms.iter().all(|(_, body)| leaves(body, finals)) {
                    return false;
                }
                stmt = otherwise;
            }
            // A loop without end is only left by a jump, and where that leads is not looked at.
            StmtKind::For { condition: None, .. } => return true,
            StmtKind::While { condition, .. } => {
                return matches!(&condition.kind, crate::syntax::ast::ExprKind::Integer(n) if n.value != 0);
            }
            // Its breaks end in it.
            _ => return false,
        }
    }
}

fn is_label(stmt: &Stmt) -> bool {
    matches!(stmt.kind, StmtKind::Label { .. } | StmtKind::Case { .. } | StmtKind::Default(_))
}

/// The statement behind all its labels.
pub(super) fn unlabelled(stmt: &Stmt) -> &Stmt {
    let mut stmt = stmt;
    while let StmtKind::Label { body, .. } | StmtKind::Case { body, .. } | StmtKind::Default(body) = &stmt.kind {
        stmt = body;
    }
    stmt
}

/// A case of a switch, and the statements up to the next.
struct Section<'s> {
    label: &'s Stmt,
    stmts: Vec<&'s Stmt>,
}

impl Section<'_> {
    fn leaves(&self, finals: &HashSet<Rc<str>>) -> bool {
        self.stmts.last().is_some_and(|last| leaves(last, finals))
    }

    fn is_empty(&self) -> bool {
        self.stmts.iter().all(|s| matches!(s.kind, StmtKind::Empty))
    }

    fn end(&self) -> Span {
        self.stmts.last().map_or(self.label.span, |s| s.span)
    }
}

impl Lints<'_> {
    /// What stands behind `return`, `break` or `goto` and has no label.
    pub(super) fn unreachable(&mut self, block: &Block) {
        for pair in block.items.windows(2) {
            let [BlockItem::Stmt(first), BlockItem::Stmt(second)] = pair else { continue };
            let jump = match unlabelled(first).kind {
                StmtKind::Return(_) => "return",
                StmtKind::Break => "break",
                StmtKind::Continue => "continue",
                StmtKind::Goto(_) => "goto",
                _ => continue,
            };
            // A 'break' for form's sake, and what a label inside leads to.
            let harmless = matches!(second.kind, StmtKind::Break | StmtKind::Empty | StmtKind::Return(_));
            if harmless || any_stmt(second, &is_label) || self.map.expansion(second.span.expansion).is_some() {
                continue;
            }
            let message = format!("this is never reached: the '{jump}' before it leaves");
            self.warn(
                Diagnostic::warning("unreachable-code", second.span, message)
                    .with_other(unlabelled(first).span, format!("the '{jump}'")),
            );
        }
    }

    /// A case without `break` among cases that have one.
    pub(super) fn falls_through(&mut self, body: &Stmt) {
        let StmtKind::Block(block) = &body.kind else { return };
        let mut sections: Vec<Section<'_>> = Vec::new();
        each_stmt(block, &mut |stmt| {
            if matches!(stmt.kind, StmtKind::Case { .. } | StmtKind::Default(_)) {
                sections.push(Section { label: stmt, stmts: vec![unlabelled(stmt)] });
            } else if let Some(section) = sections.last_mut() {
                section.stmts.push(stmt);
            }
        });
        let Some((_, before_last)) = sections.split_last() else { return };
        // Where most cases go on into the next it is meant.
        let breaks = |s: &Section<'_>| s.stmts.last().is_some_and(|last| matches!(last.kind, StmtKind::Break));
        let last_ends = sections.last().is_some_and(breaks);
        let ended = before_last.iter().filter(|s| s.leaves(&self.finals)).count() + usize::from(last_ends);
        let open: Vec<usize> = (0..before_last.len())
            .filter(|&i| before_last.get(i).is_some_and(|s| !s.leaves(&self.finals) && !s.is_empty()))
            .collect();
        // Of two cases the one that ends shows that the other should.
        let of_two = sections.len() == 2 && ended == 1;
        if open.len() >= ended && !of_two {
            return;
        }
        for i in open {
            let (Some(section), Some(next)) = (sections.get(i), sections.get(i + 1)) else { continue };
            let nothing =
                matches!(unlabelled(next.label).kind, StmtKind::Break | StmtKind::Empty | StmtKind::Return(None));
            if nothing || self.says_so(section, next) {
                continue;
            }
            let last = section.end();
            let message = "this case has no 'break': the program goes on in the next case";
            let mut d = Diagnostic::warning("missing-break", section.label.span, message);
            d.span = Span { hi: next.label.span.lo.min(last.hi).max(last.lo), ..last };
            d = d.with_other(first_of(next.label.span), "the next case");
            self.warn(d.with_note("if that is meant, a comment 'fall through' says so"));
        }
    }

    /// Is there a comment (or attribute) that says that the case falls through?
    fn says_so(&self, section: &Section<'_>, next: &Section<'_>) -> bool {
        let (from, to) = (section.label.span.lo, next.label.span.lo);
        let text = self.map.text(Span { lo: from, hi: to, ..section.label.span }).to_ascii_lowercase();
        ["fall", "no break", "nobreak", "continue to", "break intentionally"].iter().any(|words| text.contains(words))
    }
}

/// The first character of a stretch.
fn first_of(span: Span) -> Span {
    Span { hi: span.lo.saturating_add(1).min(span.hi), ..span }
}
