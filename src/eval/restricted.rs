//! What `restrict` promises of parameters (6.7.3.1): bytes that are changed while the
//! function runs are reached through one of them only.
//!
//! It can only be broken where two of a call's pointers, one of which is restrict,
//! lead into one object. Just these become pointers whose accesses are looked at, and what is based on one of
//! them carries its tag. All other calls pay for one comparison.

use super::vm::Vm;
use crate::kinds::{Kind, Severity};
use crate::machine::Parked;
use crate::memory::{Access, Pointer, Promise, Tag, Trap};
use crate::sema::tree::NodeId;
use std::rc::Rc;

/// A pointer parameter of a function that has restrict ones.
#[derive(Clone, Debug)]
pub struct Apart {
    /// Its slot.
    pub k: usize,
    /// Its name.
    pub name: Rc<str>,
    /// It is restrict itself.
    pub restrict: bool,
}

/// A parameter whose accesses are looked at.
#[derive(Debug)]
pub struct Restricted {
    /// The call.
    frame: u64,
    /// Carried by all that is based on it.
    tag: Tag,
    /// What it was in the caller.
    before: Tag,
    name: Rc<str>,
    restrict: bool,
    read: Spans,
    written: Spans,
}

/// Bytes by their addresses, as ranges that do not touch.
#[derive(Debug, Default)]
struct Spans(Vec<(u64, u64)>);

impl Spans {
    fn meets(&self, from: u64, to: u64) -> bool {
        self.0.iter().any(|(first, end)| *first < to && from < *end)
    }

    fn add(&mut self, from: u64, to: u64) {
        let touching = |(first, end): &(u64, u64)| *first <= to && from <= *end;
        let (mut low, mut high) = (from, to);
        if !self.0.iter().any(touching) && self.0.len() >= SPANS {
            // So scattered that it is no longer followed.
            return;
        }
        self.0.retain(|span| {
            if touching(span) {
                (low, high) = (low.min(span.0), high.max(span.1));
            }
            !touching(span)
        });
        self.0.push((low, high));
    }
}

impl Vm<'_> {
    /// A function is entered that has these parameters.
    pub fn keep_apart(&mut self, parameters: &[Apart]) {
        let pointer = |vm: &Vm<'_>, k: usize| {
            let tag = Tag::from_raw(vm.slot(k.wrapping_add(1))).filter(|tag| tag.names_object())?;
            Some(Pointer { addr: vm.slot(k), tag })
        };
        let owner = |vm: &Vm<'_>, k: usize| vm.machine.memory.owner(pointer(vm, k)?.tag);
        let owners: Vec<Option<Tag>> = parameters.iter().map(|p| owner(self, p.k)).collect();
        for (at, (parameter, own)) in parameters.iter().zip(&owners).enumerate() {
            let shared = own.is_some()
                && parameters.iter().zip(&owners).enumerate().any(|(other, (beside, theirs))| {
                    other != at && theirs == own && (parameter.restrict || beside.restrict)
                });
            if shared && let Some(pointer) = pointer(self, parameter.k) {
                self.look_at(pointer, parameter);
            }
        }
    }

    #[cold]
    fn look_at(&mut self, pointer: Pointer, parameter: &Apart) {
        let Some(frame) = self.machine.frames.stack.last().map(|f| f.serial) else { return };
        if self.separated >= CALLS {
            return;
        }
        self.separated = self.separated.saturating_add(1);
        let frames = &self.machine.frames.stack;
        self.restricted.retain(|known| frames.iter().any(|f| f.serial == known.frame));
        let straight = self.machine.memory.straight(pointer);
        let tag = self.machine.memory.set_apart(straight).tag;
        self.set_slot(parameter.k.wrapping_add(1), tag.raw());
        let (read, written) = (Spans::default(), Spans::default());
        let (name, restrict) = (Rc::clone(&parameter.name), parameter.restrict);
        self.restricted.push(Restricted { frame, tag, before: pointer.tag, name, restrict, read, written });
    }

    /// An access through a pointer that is based on such a parameter.
    ///
    /// # Errors
    /// If it ends the run.
    pub(super) fn apart(&mut self, pointer: Pointer, size: u64, access: Access, node: NodeId) -> Result<(), Parked> {
        let (from, to) = (pointer.addr, pointer.addr.saturating_add(size));
        let mut tag = pointer.tag;
        // What a caller's parameter was handed on to is based on that one, too.
        while let Some(at) = self.restricted.iter().position(|known| known.tag == tag) {
            if let Some(text) = self.other_way(at, from, to, access) {
                self.raise_as(Trap::broken(Kind::OverlappingCopy, Promise::Apart, text), Severity::Warning, node)?;
            }
            let Some(known) = self.restricted.get_mut(at) else { break };
            let spans = if access == Access::Read { &mut known.read } else { &mut known.written };
            spans.add(from, to);
            tag = known.before;
        }
        Ok(())
    }

    /// Were these bytes reached through another parameter of the same call, and one of the two accesses is a change?
    fn other_way(&self, at: usize, from: u64, to: u64, access: Access) -> Option<String> {
        let this = self.restricted.get(at)?;
        self.machine.frames.stack.iter().find(|f| f.serial == this.frame)?;
        let other = self.restricted.iter().find(|other| {
            other.frame == this.frame
                && other.tag != this.tag
                && (this.restrict || other.restrict)
                && (other.written.meets(from, to) || (access != Access::Read && other.read.meets(from, to)))
        })?;
        let (a, b) = (&this.name, &other.name);
        let who = match (this.restrict, other.restrict) {
            (true, true) => format!("'{a}' and '{b}' are restrict and lead"),
            (true, false) => format!("'{a}' is restrict, and '{b}' leads"),
            _ => format!("'{b}' is restrict, and '{a}' leads"),
        };
        Some(format!("{who} to the same bytes, of which some are changed"))
    }
}

/// Ranges that are remembered for a parameter.
const SPANS: usize = 64;
/// Parameters that are looked at in a run: each takes room until its object ends.
const CALLS: u32 = 1000;
