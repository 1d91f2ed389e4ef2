//! Definite assignment: which locals in slots need a flag that tells whether
//! they were written.
//!
//! One pass over the statements with the set of locals surely written; at a
//! join the sets are intersected. A label or a case can be reached from
//! elsewhere, so there nothing is sure that was not sure at the head of the
//! function or switch. A local that is given a moved value (semantics.md §3)
//! may hold an unwritten one, so it needs a flag too.

mod expressions;
mod statements;

use crate::sema::tree::{Block, Body, LocalId, LocalKind};
use crate::types::TypeTable;
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
}
