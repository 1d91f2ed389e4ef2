//! Definite assignment: which locals in slots need a flag that tells whether
//! they were written.
//!
//! One pass over the statements with the set of locals surely written; at a
//! join the sets are intersected. A label or a case can be reached from
//! elsewhere, so there nothing is sure that was not sure at the head of the
//! function or switch. A local that is given a moved value (semantics.md §3)
//! may hold an unwritten one, so it needs a flag too.

use super::layout::is_character;
use crate::sema::tree::{
    Block, Body, Callee, Expr, ExprKind, Init, InitValue, LocalId, LocalKind, Stmt, StmtKind, Stride,
};
use crate::types::{Type, TypeTable};
use std::collections::BTreeSet;

/// What was found out about a function's locals, by index.
#[derive(Debug, Default)]
pub struct Facts {
    /// Read where it is not sure that they were written, or given moved values.
    pub flagged: BTreeSet<usize>,
    /// Characters that are given moved values: these live in memory.
    pub bytes: BTreeSet<usize>,
}

/// Locals surely written; `None` where the code cannot be reached.
type Sure = Option<BTreeSet<usize>>;

struct Pass<'a> {
    types: &'a TypeTable,
    body: &'a Body,
    facts: Facts,
    sure: Sure,
    /// Sets at the breaks and continues of the loops and switches around.
    breaks: Vec<Sure>,
    continues: Vec<Sure>,
    /// What is sure at the head of the switches around, for their labels, and
    /// whether these stand in nested statements.
    heads: Vec<(Sure, bool)>,
}

/// Looks at a function's body.
pub fn analyse(types: &TypeTable, body: &Body) -> Facts {
    let parameters: BTreeSet<usize> =
        body.locals.iter().enumerate().filter(|(_, l)| l.kind == LocalKind::Parameter).map(|(i, _)| i).collect();
    let mut facts = Facts::default();
    if body.calls_setjmp {
        // Control comes back to the middle: nothing is sure but parameters.
        facts.flagged = (0..body.locals.len()).collect();
    }
    loop {
        // A local that gets a flag makes those flagged that are given its value,
        // also earlier in the text: until nothing is added.
        let before = facts.flagged.len();
        let mut pass = Pass {
            types,
            body,
            facts,
            sure: Some(parameters.clone()),
            breaks: Vec::new(),
            continues: Vec::new(),
            heads: Vec::new(),
        };
        pass.block(&body.block);
        facts = pass.facts;
        if facts.flagged.len() == before {
            return facts;
        }
    }
}

/// Both ways lead here.
fn join(a: Sure, b: Sure) -> Sure {
    match (a, b) {
        (None, other) | (other, None) => other,
        (Some(a), Some(b)) => Some(a.intersection(&b).copied().collect()),
    }
}

fn index(local: LocalId) -> usize {
    usize::try_from(local.0).unwrap_or(usize::MAX)
}

impl Pass<'_> {
    fn block(&mut self, block: &Block) {
        for stmt in &block.stmts {
            self.stmt(stmt);
        }
    }

    fn write(&mut self, local: LocalId) {
        if let Some(sure) = &mut self.sure {
            sure.insert(index(local));
        }
    }

    fn forget(&mut self, local: LocalId) {
        if let Some(sure) = &mut self.sure {
            sure.remove(&index(local));
        }
    }

    fn read(&mut self, local: LocalId) {
        if self.sure.as_ref().is_some_and(|s| !s.contains(&index(local))) {
            self.facts.flagged.insert(index(local));
        }
    }

    /// A label: from anywhere in the function.
    fn label(&mut self) {
        let parameters = (0..usize::try_from(self.body.parameters).unwrap_or(0)).collect();
        self.sure = Some(parameters);
    }

    /// A loop begins: its body may be entered in the middle, through a label.
    fn loop_head(&mut self) {
        if !self.body.labels.is_empty() {
            self.label();
        }
        if let Some((head, true)) = self.heads.last() {
            self.sure = join(self.sure.take(), head.clone());
        }
    }

    fn stmt(&mut self, stmt: &Stmt) {
        match &stmt.kind {
            StmtKind::Expr(e) => self.expr(e),
            StmtKind::Declare { local, init } => match init {
                None => self.forget(*local),
                Some(init) => {
                    self.init(init);
                    if let Init::Value(value) = init {
                        self.moved(*local, value);
                    }
                    self.write(*local);
                }
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

    /// What is sure if the condition holds, and if not.
    fn condition(&mut self, e: &Expr) -> (Sure, Sure) {
        match &e.kind {
            ExprKind::Not(inner) => {
                let (yes, no) = self.condition(inner);
                (no, yes)
            }
            ExprKind::And(a, b) => {
                let (yes, no_a) = self.condition(a);
                self.sure = yes;
                let (yes, no_b) = self.condition(b);
                (yes, join(no_a, no_b))
            }
            ExprKind::Or(a, b) => {
                let (yes_a, no) = self.condition(a);
                self.sure = no;
                let (yes_b, no) = self.condition(b);
                (join(yes_a, yes_b), no)
            }
            ExprKind::Int(0) => (None, self.sure.take()),
            ExprKind::Int(_) => (self.sure.take(), None),
            _ => {
                self.expr(e);
                let here = self.sure.take();
                (here.clone(), here)
            }
        }
    }

    fn init(&mut self, init: &Init) {
        match init {
            Init::Value(e) => self.expr_or_move(e),
            Init::List(items) => {
                for item in items {
                    if let InitValue::Value(e) = &item.value {
                        self.expr_or_move(e);
                    }
                }
            }
        }
    }

    /// A right side: reading an unwritten local in a move is no use of it.
    fn expr_or_move(&mut self, e: &Expr) {
        match &e.kind {
            ExprKind::Load(place) if matches!(place.kind, ExprKind::Local(_)) => {}
            _ => self.expr(e),
        }
    }

    /// `local = value`: may the value be an unwritten one?
    fn moved(&mut self, local: LocalId, value: &Expr) {
        let ExprKind::Load(place) = &value.kind else { return };
        if is_character(self.types, value.ty) {
            self.facts.bytes.insert(index(local));
        }
        let sure = match &place.kind {
            ExprKind::Local(source) => self.is_sure(*source),
            _ => false,
        };
        if !sure {
            self.facts.flagged.insert(index(local));
            if let ExprKind::Local(source) = &place.kind {
                self.facts.flagged.insert(index(*source));
            }
        }
    }

    /// Is this local in a slot, written for sure, and never given moved values?
    fn is_sure(&self, local: LocalId) -> bool {
        let i = index(local);
        self.sure.as_ref().is_none_or(|s| s.contains(&i))
            && !self.facts.flagged.contains(&i)
            && self.body.locals.get(i).is_some_and(|l| !l.address_taken && self.scalar(l.ty))
    }

    fn scalar(&self, ty: Type) -> bool {
        self.types.is_integer(ty) || self.types.is_floating(ty)
    }

    fn place(&mut self, e: &Expr) {
        match &e.kind {
            ExprKind::Local(_) | ExprKind::Global(_) | ExprKind::String(_) => {}
            _ => self.expr(e),
        }
    }

    fn expr(&mut self, e: &Expr) {
        match &e.kind {
            ExprKind::Int(_)
            | ExprKind::Float(_)
            | ExprKind::Null
            | ExprKind::Local(_)
            | ExprKind::Global(_)
            | ExprKind::String(_)
            | ExprKind::Function(_)
            | ExprKind::LabelAddress(_) => {}
            ExprKind::Load(place) => match &place.kind {
                ExprKind::Local(local) => self.read(*local),
                _ => self.place(place),
            },
            ExprKind::Not(_) | ExprKind::And(..) | ExprKind::Or(..) => {
                let (yes, no) = self.condition(e);
                self.sure = join(yes, no);
            }
            ExprKind::Conditional { condition, then, otherwise } => {
                let (yes, no) = self.condition(condition);
                self.sure = yes;
                then.iter().for_each(|e| self.expr(e));
                let after = std::mem::replace(&mut self.sure, no);
                self.expr(otherwise);
                self.sure = join(after, self.sure.take());
            }
            ExprKind::Assign { left, right } => {
                self.place(left);
                self.expr_or_move(right);
                if let ExprKind::Local(local) = &left.kind {
                    self.moved(*local, right);
                    self.write(*local);
                }
            }
            ExprKind::AssignOp { left, right, .. } => {
                self.expr(right);
                self.update(left);
            }
            ExprKind::PointerAssign { left, index, stride, .. } => {
                self.expr(index);
                self.stride(stride);
                self.update(left);
            }
            ExprKind::IncDec { place, stride, .. } => {
                stride.iter().for_each(|s| self.stride(s));
                self.update(place);
            }
            ExprKind::CompoundLiteral { local, init } => {
                self.init(init);
                self.write(*local);
            }
            ExprKind::Statement { body, value } => {
                self.block(body);
                value.iter().for_each(|e| self.expr(e));
            }
            ExprKind::Call { callee, arguments, .. } => {
                arguments.iter().rev().for_each(|a| self.expr(a));
                if let Callee::Indirect(e) = callee {
                    self.expr(e);
                }
            }
            ExprKind::Index { base, index, stride }
            | ExprKind::PointerAdd { pointer: base, index, stride, .. }
            | ExprKind::PointerDiff { left: base, right: index, stride } => {
                self.expr(base);
                self.expr(index);
                self.stride(stride);
            }
            ExprKind::Binary { left, right, .. }
            | ExprKind::Compare { left, right, .. }
            | ExprKind::Comma(left, right)
            | ExprKind::VaCopy(left, right) => {
                self.expr(left);
                self.expr(right);
            }
            ExprKind::Deref(a)
            | ExprKind::Decay(a)
            | ExprKind::AddressOf(a)
            | ExprKind::SizeofVla(a)
            | ExprKind::VaStart(a)
            | ExprKind::VaEnd(a)
            | ExprKind::Alloca(a)
            | ExprKind::Member { base: a, .. }
            | ExprKind::Unary { operand: a, .. }
            | ExprKind::Convert { operand: a, .. }
            | ExprKind::VaArg { list: a, .. } => self.expr(a),
        }
    }

    /// `place op= …`: read, then written.
    fn update(&mut self, place: &Expr) {
        if let ExprKind::Local(local) = &place.kind {
            self.read(*local);
            self.write(*local);
        } else {
            self.place(place);
        }
    }

    fn stride(&mut self, stride: &Stride) {
        if let Stride::Variable(e) = stride {
            self.expr(e);
        }
    }
}
