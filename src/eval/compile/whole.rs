//! Full expressions with something to do when they are done: accesses to be
//! compared ([`super::watch`]), structs that calls returned to be ended.

use super::Compiler;
use crate::eval::layout::Storage;
use crate::eval::sequence::Suspects;
use crate::eval::temporaries::Temporaries;
use crate::eval::vm::{Run, Vm};
use crate::memory::Tag;
use crate::sema::tree::{Body, Expr, NodeId};
use crate::types::TypeTable;

/// What the full expressions of the function at hand do when they are done.
#[derive(Default)]
pub struct Whole {
    /// The accesses to be compared.
    pub(super) suspects: Suspects,
    /// The structs to be ended.
    temporaries: Temporaries,
    /// The full expression being compiled.
    open: Option<NodeId>,
}

impl Whole {
    /// For a function's body.
    pub fn of(types: &TypeTable, body: &Body) -> Whole {
        Whole { suspects: Suspects::of(types, body), temporaries: Temporaries::of(types, body), open: None }
    }
}

impl Compiler<'_> {
    /// Compiles a full expression that has something to do when it is done; `None`
    /// for all others (and when it is being compiled already).
    pub(super) fn whole<T: 'static>(&mut self, e: &Expr, compile: impl FnOnce(&mut Self) -> Run<T>) -> Option<Run<T>> {
        if self.whole.open == Some(e.id) {
            return None;
        }
        let suspect = self.whole.suspects.expressions.get(&e.id).cloned();
        let ended: Vec<usize> = self
            .whole
            .temporaries
            .of_expression(e.id)
            .iter()
            .filter_map(|local| match self.storage(*local) {
                Some(Storage::Memory { identity, .. }) => Some(identity),
                _ => None,
            })
            .collect();
        if suspect.is_none() && ended.is_empty() {
            return None;
        }
        let around = self.whole.open.replace(e.id);
        let mut run = compile(self);
        self.whole.open = around;
        if let Some(suspect) = suspect {
            run = Self::comparing(run, suspect);
        }
        if !ended.is_empty() {
            let (inner, node) = (run, e.id);
            run = Box::new(move |vm| {
                let value = inner(vm)?;
                for identity in &ended {
                    vm.end_returned(*identity, node);
                }
                Ok(value)
            });
        }
        Some(run)
    }
}

impl Vm<'_> {
    /// A struct that a call returned ends, if anybody pointed to it.
    pub fn end_returned(&mut self, identity: usize, node: NodeId) {
        if let Some(tag) = Tag::from_raw(self.slot(identity)) {
            self.machine.memory.end_temporary(tag, node);
            self.set_slot(identity, 0);
        }
    }
}
