//! What of a function needs the flat form: found once, before it is compiled.

use super::landing::is_setjmp;
use crate::sema::tree::{Block, Body, Expr, ExprKind, NodeId, Program, Stmt, StmtKind, each_child, each_initialiser};
use std::collections::BTreeSet;

/// What was found out about a function.
#[derive(Debug, Default)]
pub struct Survey {
    /// Statements in which control does not nest: labels, `goto`, labels of a
    /// switch that stand deeper than its block, setjmp, and jumps out of
    /// statement expressions.
    jumps: BTreeSet<NodeId>,
    /// Statements that contain labels of a switch around them.
    cases: BTreeSet<NodeId>,
    /// The function has some of the first: it is compiled in the flat form.
    pub irregular: bool,
    /// It calls alloca.
    pub allocates: bool,
}

/// What a part of a function contains.
#[derive(Clone, Copy, Debug, Default)]
struct Found {
    /// Something that does not nest.
    jumps: bool,
    /// A label of a switch around it.
    cases: bool,
    /// A `return`.
    returns: bool,
    /// A `break` out of it.
    breaks: bool,
    /// A `continue` out of it.
    continues: bool,
}

impl Found {
    fn and(self, other: Found) -> Found {
        Found {
            jumps: self.jumps | other.jumps,
            cases: self.cases | other.cases,
            returns: self.returns | other.returns,
            breaks: self.breaks | other.breaks,
            continues: self.continues | other.continues,
        }
    }
}

impl Survey {
    /// Looks at a function.
    pub fn of(program: &Program, body: &Body) -> Survey {
        let mut survey = Survey::default();
        let mut looking = Looking { program, survey: &mut survey };
        survey.irregular = looking.block(&body.block).jumps;
        survey
    }

    /// Does this statement contain something that does not nest?
    pub fn jumps(&self, stmt: &Stmt) -> bool {
        self.jumps.contains(&stmt.id)
    }

    /// Does it contain labels of a switch around it?
    pub fn has_cases(&self, stmt: &Stmt) -> bool {
        self.cases.contains(&stmt.id)
    }
}

struct Looking<'a> {
    program: &'a Program,
    survey: &'a mut Survey,
}

impl Looking<'_> {
    fn block(&mut self, block: &Block) -> Found {
        block.stmts.iter().fold(Found::default(), |found, stmt| found.and(self.stmt(stmt)))
    }

    fn exprs<'e>(&mut self, list: impl IntoIterator<Item = &'e Expr>) -> Found {
        list.into_iter().fold(Found::default(), |found, e| found.and(self.expr(e)))
    }

    fn stmt(&mut self, stmt: &Stmt) -> Found {
        let found = self.inside(stmt);
        if found.jumps {
            self.survey.jumps.insert(stmt.id);
        }
        if found.cases {
            self.survey.cases.insert(stmt.id);
        }
        found
    }

    fn inside(&mut self, stmt: &Stmt) -> Found {
        match &stmt.kind {
            StmtKind::Empty => Found::default(),
            StmtKind::Expr(e) | StmtKind::VlaLength { value: e, .. } | StmtKind::DeclareVla { size: e, .. } => {
                self.expr(e)
            }
            StmtKind::Declare { init, .. } => {
                let mut found = Found::default();
                if let Some(init) = init {
                    each_initialiser(init, &mut |e| found = found.and(self.expr(e)));
                }
                found
            }
            StmtKind::Block(block) => self.block(block),
            StmtKind::If { condition, then, otherwise } => {
                let found = self.expr(condition).and(self.stmt(then));
                otherwise.as_ref().map_or(found, |s| found.and(self.stmt(s)))
            }
            StmtKind::While { condition, body } | StmtKind::DoWhile { body, condition } => {
                self.expr(condition).and(self.looped(body))
            }
            StmtKind::For { init, condition, step, body } => {
                self.exprs([init, condition, step].into_iter().flatten()).and(self.looped(body))
            }
            StmtKind::Switch { value, body, nested, .. } => {
                let inside = self.stmt(body);
                let caught = Found { jumps: inside.jumps | nested, cases: false, breaks: false, ..inside };
                self.expr(value).and(caught)
            }
            StmtKind::Case(_) => Found { cases: true, ..Found::default() },
            StmtKind::Label(_) | StmtKind::Goto(_) => Found { jumps: true, ..Found::default() },
            StmtKind::GotoComputed(e) => Found { jumps: true, ..self.expr(e) },
            StmtKind::Break => Found { breaks: true, ..Found::default() },
            StmtKind::Continue => Found { continues: true, ..Found::default() },
            StmtKind::Return(value) => {
                let found = value.as_ref().map_or(Found::default(), |e| self.expr(e));
                Found { returns: true, ..found }
            }
        }
    }

    /// A loop's body: `break` and `continue` stay inside.
    fn looped(&mut self, body: &Stmt) -> Found {
        Found { breaks: false, continues: false, ..self.stmt(body) }
    }

    fn expr(&mut self, e: &Expr) -> Found {
        let mut found = Found::default();
        match &e.kind {
            ExprKind::Statement { body, .. } => {
                let inside = self.block(body);
                // Whatever leads out of it makes the statement around it flat.
                found.jumps = inside.jumps | inside.returns | inside.breaks | inside.continues | inside.cases;
            }
            ExprKind::Alloca(_) => self.survey.allocates = true,
            ExprKind::Call { .. } if is_setjmp(self.program, e) => found.jumps = true,
            _ => {}
        }
        each_child(e, &mut |child| found = found.and(self.expr(child)));
        found
    }
}
