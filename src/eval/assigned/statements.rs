//! Statements: what is sure where their ways meet.

use super::{Pass, join};
use crate::sema::tree::{Stmt, StmtKind};

impl Pass<'_> {
    pub(super) fn stmt(&mut self, stmt: &Stmt) {
        match &stmt.kind {
            StmtKind::Expr(e) => self.expr(e),
            StmtKind::Declare { local, init } => match init {
                None => self.forget(*local),
                Some(init) => self.init(*local, init),
            },
            StmtKind::VlaLength { local, value } => {
                self.expr(value);
                self.write(*local);
            }
            StmtKind::DeclareVla { local, size } => {
                self.expr(size);
                self.write(*local);
            }
            StmtKind::Block(block) => self.block(block),
            StmtKind::If { condition, then, otherwise } => {
                let (yes, no) = self.condition(condition);
                self.sure = yes;
                self.stmt(then);
                let after = std::mem::replace(&mut self.sure, no);
                if let Some(otherwise) = otherwise {
                    self.stmt(otherwise);
                }
                self.sure = join(after, self.sure.take());
            }
            StmtKind::While { condition, body } => {
                self.loop_head();
                let (yes, no) = self.condition(condition);
                self.sure = yes;
                self.looped(body);
                self.sure = join(no, self.breaks.pop().unwrap_or(None));
                self.continues.pop();
            }
            StmtKind::DoWhile { body, condition } => {
                self.loop_head();
                self.looped(body);
                self.sure = join(self.sure.take(), self.continues.pop().unwrap_or(None));
                let (_, no) = self.condition(condition);
                self.sure = join(no, self.breaks.pop().unwrap_or(None));
            }
            StmtKind::For { init, condition, step, body } => {
                init.iter().for_each(|e| self.expr(e));
                self.loop_head();
                let (yes, no) = match condition {
                    Some(c) => self.condition(c),
                    None => (self.sure.take(), None),
                };
                self.sure = yes;
                self.looped(body);
                self.sure = join(self.sure.take(), self.continues.pop().unwrap_or(None));
                step.iter().for_each(|e| self.expr(e));
                self.sure = join(no, self.breaks.pop().unwrap_or(None));
            }
            StmtKind::Switch { value, body, default, nested, .. } => {
                self.expr(value);
                self.heads.push((self.sure.clone(), *nested));
                self.breaks.push(None);
                let head = self.sure.take();
                self.stmt(body);
                self.heads.pop();
                let end = join(self.sure.take(), self.breaks.pop().unwrap_or(None));
                self.sure = if default.is_some() { end } else { join(end, head) };
            }
            StmtKind::Case(_) => {
                let head = self.heads.last().and_then(|(head, _)| head.clone());
                self.sure = join(self.sure.take(), head);
            }
            StmtKind::Label(_) => self.label(),
            StmtKind::Goto(_) => self.sure = None,
            StmtKind::GotoComputed(e) => {
                self.expr(e);
                self.sure = None;
            }
            StmtKind::Break => {
                let here = self.sure.take();
                if let Some(last) = self.breaks.last_mut() {
                    *last = join(last.take(), here);
                }
            }
            StmtKind::Continue => {
                let here = self.sure.take();
                if let Some(last) = self.continues.last_mut() {
                    *last = join(last.take(), here);
                }
            }
            StmtKind::Return(value) => {
                value.iter().for_each(|e| self.expr(e));
                self.sure = None;
            }
            StmtKind::Empty => {}
        }
    }

    fn looped(&mut self, body: &Stmt) {
        self.breaks.push(None);
        self.continues.push(None);
        self.stmt(body);
    }
}
