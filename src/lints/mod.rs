//! Warnings about what is valid C and certainly not meant.
//!
//! Some look at the source as it is written, since parentheses and layout matter;
//! others at the typed tree. None needs to know what happens in a run.
//!
//! | file | lints |
//! |---|---|
//! | `conditions` | `assignment-in-condition` `string-comparison` |
//! | `statements` | `empty-body` `unused-comparison` `reversed-operator` |
//! | `operators` | `chained-comparison` `comparison-in-mask` `not-in-comparison` `comma-in-index` `comma-in-number` `nan-comparison` |
//! | `constants` | `lone-constant` |
//! | `flow` | `unreachable-code` `missing-break` |
//! | `recursion` | `endless-recursion` |
//! | `endings` | `no-return-value` |
//! | `divisions` | `integer-division` |
//! | `elements` | `sizeof-element` |
//! | `slips` | `fraction-lost` `same-condition` |
//! | `sizes` | `sizeof-pointer` |
//! | `copies` | `copies-changed` |
//! | `names` | `sizeof-parameter` `sizeof-pointer` `pointer-and-character` |
//! | `places` | `index-out-of-range` `returned-address` `uninitialized-variable` |
//! | `ranges` | `unsigned-comparison` `eof-in-char` `array-comparison` `switch-on-condition` `case-out-of-range` |
//! | `calls` | `gets` `unused-result` `function-not-called` `unused-value` |
//! | `formats` | `format-arguments` `format-type` |

mod calls;
mod conditions;
mod constants;
mod copies;
mod divisions;
mod elements;
mod endings;
mod flow;
mod formats;
mod names;
mod noreturn;
mod operators;
mod places;
mod ranges;
mod recursion;
mod sizes;
mod slips;
mod statements;
#[cfg(test)]
#[allow(clippy::expect_used)]
mod tests;
mod typed;
mod walk;

use crate::diagnostics::Diagnostic;
use crate::kinds::Kind;
use crate::sema::tree::{FunctionId, Program};
use crate::source::SourceMap;
use crate::syntax::ast::{
    Block, BlockItem, Declaration, Expr, ExternalDeclaration, ForInit, FunctionDefinition, Stmt, StmtKind,
    TranslationUnit,
};
use names::Names;
use std::collections::HashSet;
use std::rc::Rc;
use walk::{each_expr, each_initializer, each_inner, each_within};

/// Lints whose place a run reports too, if it comes there, and as which kind: told
/// once is enough, and who switched the kind off does not want the lint.
pub const TOLD_BY_RUNS: &[(&str, Kind)] = &[
    ("index-out-of-range", Kind::OutOfBounds),
    ("returned-address", Kind::UseAfterReturn),
    ("uninitialized-variable", Kind::UninitializedRead),
    ("endless-recursion", Kind::StackOverflow),
    ("format-arguments", Kind::FormatMismatch),
    ("format-type", Kind::FormatMismatch),
    ("gets", Kind::BadArgument),
    ("noreturn", Kind::CallMismatch),
    (NO_RETURN_VALUE, Kind::MissingReturn),
    ("sizeof-pointer", Kind::AllocationSize),
    ("sizeof-pointer", Kind::OutOfBounds),
    ("sizeof-pointer", Kind::UninitializedRead),
    ("sizeof-element", Kind::OutOfBounds),
    ("integer-division", Kind::DivisionByZero),
];

/// A result that must not be dropped; if it was the new place of a block, the run tells what came of it.
pub const UNUSED_RESULT: &str = "unused-result";

/// A function may end without its value; if the value was missed, the run tells it.
pub const NO_RETURN_VALUE: &str = "no-return-value";

/// Looks through a program that sema accepted: as it was parsed, and its typed tree.
pub fn check(units: &[TranslationUnit], program: &Program, map: &SourceMap, diagnostics: &mut Vec<Diagnostic>) {
    let from = diagnostics.len();
    let mut lints = Lints {
        map,
        program,
        diagnostics,
        names: Names::default(),
        finals: flow::final_functions(units),
        endless: endings::endless(program),
        untyped: HashSet::new(),
    };
    for item in units.iter().flat_map(|unit| &unit.items) {
        match item {
            ExternalDeclaration::Function(function) => lints.function(function),
            ExternalDeclaration::Declaration(declaration) => lints.declaration(declaration),
            ExternalDeclaration::Asm(_) => {}
        }
    }
    lints.program(program);
    if let Some(told) = diagnostics.get_mut(from..) {
        told.sort_by_key(|d| d.span.lo);
    }
}

/// The walk over a program.
struct Lints<'a> {
    map: &'a SourceMap,
    program: &'a Program,
    diagnostics: &'a mut Vec<Diagnostic>,
    /// What the function at hand declares.
    names: Names,
    /// Functions of the program that never come back.
    finals: HashSet<Rc<str>>,
    /// The same, as the typed tree shows it.
    endless: HashSet<FunctionId>,
    /// Functions of the program that were defined without a type.
    untyped: HashSet<Rc<str>>,
}

impl Lints<'_> {
    fn warn(&mut self, diagnostic: Diagnostic) {
        if !self.map.is_built_in(diagnostic.span) {
            self.diagnostics.push(diagnostic);
        }
    }

    fn function(&mut self, function: &FunctionDefinition) {
        self.names = Names::of(function);
        if let Some(name) = function.declarator.name.as_ref().filter(|_| function.specifiers.types.is_empty()) {
            self.untyped.insert(Rc::clone(&name.text));
        }
        self.endless_recursion(function);
        self.comes_back(function);
        self.block(&function.body);
    }

    fn block(&mut self, block: &Block) {
        self.unreachable(block);
        for (i, item) in block.items.iter().enumerate() {
            match item {
                BlockItem::Stmt(stmt) => {
                    self.empty_loop(stmt, block.items.get(i + 1));
                    self.stmt(stmt);
                }
                BlockItem::Declaration(declaration) => self.declaration(declaration),
                _ => {}
            }
        }
    }

    fn declaration(&mut self, declaration: &Declaration) {
        self.first_values(declaration);
        let mut values = Vec::new();
        each_initializer(declaration, &mut |value| values.push(value));
        values.into_iter().for_each(|value| self.expr(value));
    }

    // Statements nest no deeper than the parser's limit allows.
    fn stmt(&mut self, stmt: &Stmt) {
        self.bytes_for_elements(stmt);
        match &stmt.kind {
            StmtKind::Expr(expr) => self.dropped(expr),
            StmtKind::Block(block) => return self.block(block),
            StmtKind::If { arms, otherwise } => {
                arms.iter().for_each(|(condition, _)| self.assignment_as_condition(condition));
                self.same_condition(arms);
                if let ([(_, body)], None) = (arms.as_slice(), otherwise) {
                    self.empty_body(body, "if");
                }
            }
            StmtKind::While { condition, .. } | StmtKind::DoWhile { condition, .. } => {
                self.assignment_as_condition(condition);
            }
            StmtKind::For { init, condition, step, .. } => {
                if let ForInit::Expr(expr) = init {
                    self.dropped(expr);
                }
                if let Some(condition) = condition {
                    self.assignment_as_condition(condition);
                }
                if let Some(step) = step {
                    self.dropped(step);
                }
            }
            StmtKind::Switch { body, .. } => self.falls_through(body),
            StmtKind::Case { .. } => self.case_of_choice(stmt),
            _ => {}
        }
        each_expr(stmt, &mut |expr| self.expr(expr));
        each_inner(stmt, &mut |inner| self.stmt(inner));
    }

    /// An expression and all that is inside of it.
    fn expr(&mut self, expr: &Expr) {
        each_within(expr, &mut |expr| {
            self.string_comparison(expr);
            self.chained_comparison(expr);
            self.lone_constant(expr);
            self.comparison_in_mask(expr);
            self.not_in_comparison(expr);
            self.comma_in_index(expr);
            self.comma_in_number(expr);
            self.nan_comparison(expr);
            self.size_of_pointer(expr);
            self.pointer_and_character(expr);
        });
    }

    /// An expression whose value is dropped.
    fn dropped(&mut self, expr: &Expr) {
        self.unused_comparison(expr);
        self.reversed_operator(expr);
    }
}
