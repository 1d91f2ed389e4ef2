//! Structs that calls return live to the end of the full expression (6.2.4p8). It
//! matters where a pointer to one can be made: an array in it decays.

use super::Compiler;
use crate::eval::layout::Storage;
use crate::eval::vm::Run;
use crate::memory::Tag;
use crate::sema::tree::{Expr, ExprKind, NodeId, each_child};

impl Compiler<'_> {
    /// The identities of the returned structs of whose arrays pointers are made in a full expression.
    pub(super) fn decayed_results(&self, e: &Expr) -> Vec<usize> {
        let mut found = Vec::new();
        self.collect_results(e, &mut found);
        found
    }

    // Expressions nest no deeper than the parser's limit allows.
    fn collect_results(&self, e: &Expr, found: &mut Vec<usize>) {
        if let ExprKind::Decay(array) = &e.kind {
            let mut place = &**array;
            while let ExprKind::Member { base, .. } = &place.kind {
                place = base;
            }
            if let ExprKind::Call { result: Some(local), .. } = &place.kind
                && let Some(Storage::Memory { identity, .. }) = self.storage(*local)
            {
                found.push(identity);
            }
        }
        each_child(e, &mut |child| self.collect_results(child, found));
    }
}

/// A full expression, after which these structs are gone.
pub(super) fn ending_results(run: Run<()>, identities: Vec<usize>, node: NodeId) -> Run<()> {
    if identities.is_empty() {
        return run;
    }
    Box::new(move |vm| {
        run(vm)?;
        for identity in &identities {
            if let Some(tag) = Tag::from_raw(vm.slot(*identity)) {
                vm.machine.memory.end_temporary(tag, node);
                vm.set_slot(*identity, 0);
            }
        }
        Ok(())
    })
}
