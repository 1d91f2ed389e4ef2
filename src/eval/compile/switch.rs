//! `switch` whose labels stand directly in its block (6.8.4.2).

use super::Compiler;
use super::stmt::Code;
use crate::eval::code::Flow;
use crate::memory::Reason;
use crate::sema::tree::{CaseId, Expr, NodeId, Stmt, StmtKind, SwitchCase};

/// Where the values lead: into the statements of the body, by number.
pub(super) struct Table {
    /// For small ranges of values: the target of `low + i`.
    dense: Vec<usize>,
    low: i64,
    /// Otherwise: ranges in order of their first value.
    ranges: Vec<(i64, i64, usize)>,
    otherwise: usize,
}

impl Table {
    #[inline]
    pub(super) fn target(&self, value: i64) -> usize {
        if !self.dense.is_empty() {
            let offset = usize::try_from(value.wrapping_sub(self.low).cast_unsigned()).unwrap_or(usize::MAX);
            return self.dense.get(offset).copied().unwrap_or(self.otherwise);
        }
        let after = self.ranges.partition_point(|(low, _, _)| *low <= value);
        match after.checked_sub(1).and_then(|i| self.ranges.get(i)) {
            Some((_, high, target)) if value <= *high => *target,
            _ => self.otherwise,
        }
    }
}

/// The widest range of values that is looked up by index.
const DENSE: i64 = 1024;

impl Compiler<'_> {
    pub(super) fn switch_stmt(
        &mut self,
        value: &Expr,
        body: &Stmt,
        cases: &[SwitchCase],
        default: Option<CaseId>,
    ) -> Code {
        let node = value.id;
        let unsigned = !self.repr(value.ty).signed && self.repr(value.ty).bits == 64;
        let value = self.int(value).boxed();
        // Flipping the highest bit makes the order of unsigned values that of signed ones.
        let flip = if unsigned { i64::MIN } else { 0 };
        let (stmts, locals, end) = match &body.kind {
            StmtKind::Block(block) => (block.stmts.as_slice(), block.locals.as_slice(), block.end),
            _ => (std::slice::from_ref(body), [].as_slice(), Some(body.id)),
        };
        let depth = self.scopes.depth();
        self.scopes.breakable.push(depth);
        let scope = self.begin_block(locals);
        // A declaration that is jumped over leaves its object unwritten.
        let skipped: Vec<_> = stmts
            .iter()
            .filter_map(|s| match &s.kind {
                StmtKind::Declare { local, init: Some(_) } => match self.storage(*local) {
                    Some(crate::eval::layout::Storage::Memory { offset, size, .. }) => {
                        Some((offset, usize::try_from(size).unwrap_or(0)))
                    }
                    _ => None,
                },
                _ => None,
            })
            .collect();
        let mut targets: Vec<(CaseId, usize)> = Vec::new();
        let mut codes: Vec<Code> = Vec::new();
        for stmt in stmts {
            if let StmtKind::Case(label) = &stmt.kind {
                targets.push((*label, codes.len()));
            } else {
                codes.push(self.stmt(stmt));
            }
        }
        self.end_block();
        self.scopes.breakable.pop();
        let nowhere = codes.len();
        let find = |label: CaseId| targets.iter().find(|(l, _)| *l == label).map_or(nowhere, |(_, t)| *t);
        let mut ranges: Vec<(i64, i64, usize)> =
            cases.iter().map(|c| (c.low ^ flip, c.high ^ flip, find(c.label))).collect();
        ranges.sort_unstable();
        let table = table(ranges, default.map_or(nowhere, find));
        let end = end.unwrap_or(NodeId::NONE);
        Code::Flow(Box::new(move |vm| {
            vm.step(node)?;
            let value = value(vm)? ^ flip;
            let target = table.target(value);
            if target >= nowhere {
                return Ok(Flow::Next);
            }
            scope.enter(vm);
            for (offset, size) in &skipped {
                let at = vm.at.wrapping_add(*offset);
                vm.machine.memory.clear(at, *size);
            }
            for code in codes.iter().skip(target) {
                match code {
                    Code::Unit(unit) => unit.run(vm)?,
                    Code::Flow(flow) => match flow(vm)? {
                        Flow::Next => {}
                        // The jump itself has left the block.
                        Flow::Break => return Ok(Flow::Next),
                        other => return Ok(other),
                    },
                }
            }
            scope.leave(vm, end, Reason::Scope);
            Ok(Flow::Next)
        }))
    }
}

/// The table of these ranges, which are in order of their first value.
pub(super) fn table(ranges: Vec<(i64, i64, usize)>, otherwise: usize) -> Table {
    let low = ranges.first().map_or(0, |r| r.0);
    let high = ranges.last().map_or(0, |r| r.1);
    let mut dense = Vec::new();
    if !ranges.is_empty() && high.checked_sub(low).is_some_and(|d| d < DENSE) {
        dense = (low..=high)
            .map(|v| ranges.iter().find(|(l, h, _)| (*l..=*h).contains(&v)).map_or(otherwise, |r| r.2))
            .collect();
    }
    Table { dense, low, ranges, otherwise }
}
