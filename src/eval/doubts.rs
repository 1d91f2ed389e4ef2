//! Values that a strict run (`-W all=error`) does not pass over: C leaves it
//! undefined to move what a variable never got (6.3.2.1p2), or to read a pointer to
//! what is gone (6.2.4p2) and drop it, although nobody does anything with them.
//!
//! What is done with the value says more than where it passed by, so the first
//! of them is kept and told at the end of a run that found nothing else.

use super::vm::Vm;
use crate::findings;
use crate::kinds::{Kind, Severity};
use crate::memory::{Pointer, Tag, Trap, TrapData};
use crate::sema::tree::NodeId;

impl Vm<'_> {
    /// A pointer is read and dropped.
    pub(super) fn doubt_stale(&mut self, tag: Tag, node: NodeId) {
        let memory = &self.machine.memory;
        if self.doubt.is_some() || !self.machine.policy.refuse_undefined || !tag.names_object() {
            return;
        }
        if memory.objects.live(tag).is_none() {
            let pointer = Pointer { addr: memory.former_base(tag), tag };
            self.keep(Trap { data: TrapData::Stale { pointer }, ..Trap::plain(Kind::DanglingPointer) }, node);
        }
    }

    /// A variable whose address nobody takes is moved, and was never written.
    pub(super) fn doubt_unwritten(&mut self, node: NodeId) {
        if self.doubt.is_none() && self.machine.policy.refuse_undefined {
            let data = TrapData::Uninitialized { pointer: None, offset: 0, size: 0, moved: Vec::new() };
            self.keep(Trap { data, ..Trap::plain(Kind::UninitializedRead) }, node);
        }
    }

    /// Described now, as long as the calls under way are.
    #[cold]
    fn keep(&mut self, trap: Trap, node: NodeId) {
        let severity = self.machine.policy.severity(trap.kind);
        if severity != Severity::Off {
            self.doubt = Some(findings::describe(self.program, self.map, &self.machine, &trap, severity, node));
        }
    }

    /// The run has ended well so far.
    pub(super) fn tell_doubt(&mut self) {
        if self.findings.is_empty()
            && let Some(finding) = self.doubt.take()
        {
            self.findings.push(finding);
        }
    }
}
