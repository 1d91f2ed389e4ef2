//! The cold half of every check: what goes wrong is told, and the run ends or goes on.

use super::vm::{Departure, End, Vm};
use crate::arith::{ArithOp, Fault, IntRepr};
use crate::findings::{self, Finding};
use crate::kinds::{Kind, Severity};
use crate::machine::Parked;
use crate::memory::{Access, Pointer, Promise, Tag, Trap, TrapData};
use crate::sema::tree::NodeId;
use std::borrow::Cow;

impl Vm<'_> {
    /// Something went wrong at a node: told as its kind is treated.
    ///
    /// # Errors
    /// If it ends the run.
    #[cold]
    pub fn raise(&mut self, trap: Trap, node: NodeId) -> Result<(), Parked> {
        let usual = trap.kind.row().severity;
        self.raise_as(trap, usual, node)
    }

    /// As `raise`, for a kind that has another severity on this occasion.
    ///
    /// # Errors
    /// If it ends the run.
    #[cold]
    pub fn raise_as(&mut self, trap: Trap, usual: Severity, node: NodeId) -> Result<(), Parked> {
        if trap.kind.is_final() && usual == Severity::Error {
            return Err(self.fatal(trap, node));
        }
        match self.machine.policy.severity_or(trap.kind, usual) {
            Severity::Off => Ok(()),
            Severity::Limit => {
                self.record(&trap, Severity::Limit, node);
                Err(self.depart(Departure::End(End::Limit)))
            }
            Severity::Error if !self.machine.policy.keep_going => Err(self.fatal(trap, node)),
            severity => {
                self.record(&trap, severity, node);
                Ok(())
            }
        }
    }

    /// Something that always ends the run.
    #[cold]
    pub fn fatal(&mut self, trap: Trap, node: NodeId) -> Parked {
        self.record(&trap, Severity::Error, node);
        self.depart(Departure::End(End::Error))
    }

    /// Notes why closures are being left.
    pub fn depart(&mut self, departure: Departure) -> Parked {
        self.departure = Some(departure);
        Parked
    }

    /// Adds a finding, or counts one that the place has already.
    #[cold]
    pub fn record(&mut self, trap: &Trap, severity: Severity, node: NodeId) {
        let explained = self.why_unwritten(trap);
        let trap = explained.as_ref().unwrap_or(trap);
        // What the library says in words may differ at one call: so may the occasion's severity.
        let text = text_of(trap).into_owned();
        let key = (trap.kind, node, severity == Severity::Error, text);
        if let Some(known) = self.found.get(&key).and_then(|i| self.findings.get_mut(*i)) {
            known.count = known.count.saturating_add(1);
            return;
        }
        if trap.kind == Kind::OutOfBounds {
            self.withdraw_size(trap);
        }
        // A use explains better than what led to it.
        if trap.kind == Kind::NullDereference {
            let moved = Some(Promise::NullMoved);
            let told = |finding: &Finding| finding.promise == moved && finding.severity == Severity::Warning;
            while let Some(at) = self.findings.iter().position(told) {
                self.withdraw(at);
            }
        }
        let finding = findings::describe(self.program, self.map, &self.machine, trap, severity, node);
        self.found.insert(key, self.findings.len());
        self.findings.push(finding);
    }

    /// Bytes were read that an input function was to assign and did not: why (semantics.md §3).
    fn why_unwritten(&self, trap: &Trap) -> Option<Trap> {
        let TrapData::Uninitialized { pointer: Some(pointer), offset, .. } = &trap.data else { return None };
        let memory = &self.machine.memory;
        let first = Pointer { addr: pointer.addr.wrapping_add(*offset), tag: pointer.tag };
        let owner = memory.owner(pointer.tag)?;
        let left = self.library.unassigned.find(first, |place| memory.owner(place.tag) == Some(owner))?;
        Some(trap.clone().noted(left.reason.clone(), Some(left.node)))
    }

    /// An access outside of a block that was told to be too small: it quotes the
    /// size and says what is wrong with it, so that is one finding (semantics.md §5).
    fn withdraw_size(&mut self, trap: &Trap) {
        let mut data = &trap.data;
        while let TrapData::Noted { about, .. } = data {
            data = about;
        }
        let TrapData::Access { pointer, .. } = data else { return };
        let Some(life) = self.machine.memory.biography(pointer.tag) else { return };
        let told = |(kind, node, error, _): &(Kind, NodeId, bool, String)| {
            *kind == Kind::AllocationSize && *node == life.born.node && !error
        };
        if let Some(at) = self.found.iter().find(|(key, _)| told(key)).map(|(_, at)| *at) {
            self.withdraw(at);
        }
    }

    /// Takes back a finding that a later one explains better.
    fn withdraw(&mut self, at: usize) {
        if at < self.findings.len() {
            self.findings.remove(at);
            self.found.retain(|_, place| *place != at);
            for place in self.found.values_mut().filter(|place| **place > at) {
                *place = place.saturating_sub(1);
            }
        }
    }

    /// The typed tree holds what it should not: a fault of cglass, told as such.
    #[cold]
    pub fn internal(&mut self, node: NodeId, what: &str) -> Parked {
        let text = format!("cglass itself failed here: {what}");
        self.fatal(Trap::text(Kind::BadArgument, text), node)
    }

    /// An access outside of what a pointer allows. Where the run goes on, it
    /// leads to a place of the machine's own.
    ///
    /// # Errors
    /// If it ends the run.
    #[cold]
    pub fn bad_access(&mut self, pointer: Pointer, size: u64, access: Access, node: NodeId) -> Result<usize, Parked> {
        if let Some(straight) = self.machine.memory.straightened(pointer) {
            if !self.restricted.is_empty() {
                self.apart(pointer, size, access, node)?;
            }
            return self.skewed_access(straight, size, access, node);
        }
        let trap = self.machine.memory.explain(pointer, size, access);
        if let Some(at) = self.machine.memory.beyond_row(pointer, size, access) {
            return self.raise_as(trap, Severity::Warning, node).map(|()| at);
        }
        let trap = self.settled(trap);
        self.raise(trap, node)?;
        Ok(self.fresh_scratch())
    }

    /// Which of two kinds of a dead local it is depends on the frames that live.
    pub(super) fn settled(&self, trap: Trap) -> Trap {
        let frames = &self.machine.frames.stack;
        self.machine.memory.settle(trap, |serial| frames.iter().any(|f| f.serial == serial))
    }

    /// An index beyond the bound of a declared array.
    ///
    /// # Errors
    /// If it ends the run.
    #[cold]
    pub fn bad_index(&mut self, index: i64, length: u64, access: Access, node: NodeId) -> Result<usize, Parked> {
        let data = TrapData::Index { index, length, access };
        self.raise(Trap { data, ..Trap::plain(Kind::OutOfBounds) }, node)?;
        Ok(self.fresh_scratch())
    }

    /// Zeroed bytes of the machine's own, for accesses that are not done.
    fn fresh_scratch(&mut self) -> usize {
        self.machine.memory.fill(self.scratch, 0, SCRATCH, NodeId::NONE);
        self.scratch
    }

    /// Bytes were read that were never written.
    ///
    /// # Errors
    /// If it ends the run.
    #[cold]
    pub fn unwritten(&mut self, at: usize, size: usize, node: NodeId) -> Result<(), Parked> {
        let offset = self.machine.memory.written(at, size).unwrap_or(0);
        let pointer = self.named_pointer(at, node);
        let moved = self.moved_here(at);
        let data = TrapData::Uninitialized { pointer: Some(pointer), offset: offset as u64, size: size as u64, moved };
        self.raise(Trap { data, ..Trap::plain(Kind::UninitializedRead) }, node)
    }

    /// A local in a slot was read that was never written.
    ///
    /// # Errors
    /// If it ends the run.
    #[cold]
    pub fn unwritten_local(&mut self, k: usize, node: NodeId) -> Result<(), Parked> {
        let moved = self.moved_here(self.slot_key(k));
        let data = TrapData::Uninitialized { pointer: None, offset: 0, size: 0, moved };
        self.raise(Trap { data, ..Trap::plain(Kind::UninitializedRead) }, node)
    }

    /// A pointer local was read that was never written.
    ///
    /// # Errors
    /// If it ends the run.
    #[cold]
    pub fn unwritten_pointer(&mut self, k: usize, node: NodeId) -> Result<Pointer, Parked> {
        self.unwritten_local(k, node).map(|()| Pointer::NULL)
    }

    /// An operation on integers has a fault; the value it goes on with.
    ///
    /// # Errors
    /// If it ends the run.
    #[cold]
    pub fn fault(
        &mut self,
        op: ArithOp,
        bits: u8,
        fault: Fault,
        (left, right): (i64, i64),
        node: NodeId,
    ) -> Result<i64, Parked> {
        let data = TrapData::Arith { op, left, right, bits };
        let (kind, severity, value) = match fault {
            Fault::Overflow(value) => (Kind::SignedOverflow, Severity::Warning, value),
            // The processor traps, as it does for a division by zero.
            Fault::DivisionOverflow => (Kind::SignedOverflow, Severity::Error, 0),
            Fault::DivisionByZero => (Kind::DivisionByZero, Severity::Error, 0),
            Fault::Shift(value) => (Kind::InvalidShift, Severity::Warning, value),
        };
        self.raise_as(Trap { data, ..Trap::plain(kind) }, severity, node)?;
        Ok(value)
    }

    /// A floating value does not fit an integer type.
    ///
    /// # Errors
    /// If it ends the run.
    #[cold]
    pub fn float_overflow(&mut self, value: f64, to: IntRepr, node: NodeId) -> Result<(), Parked> {
        let data = TrapData::Float { value, bits: to.bits, signed: to.signed };
        self.raise(Trap { data, ..Trap::plain(Kind::FloatToIntOverflow) }, node)
    }

    /// A function's value is used that fell off its end.
    ///
    /// # Errors
    /// If it ends the run.
    #[cold]
    pub fn missing_return(&mut self, index: usize, node: NodeId) -> Result<(), Parked> {
        let name = self.program.functions.get(index).map_or("", |f| &*f.name);
        let text = format!("'{name}' ended without a return, but its value is used");
        self.raise(Trap::text(Kind::MissingReturn, text), node)
    }

    /// The value of a pointer is used: has its object ended (semantics.md §2.7)?
    ///
    /// # Errors
    /// If it ends the run.
    #[inline(always)]
    pub fn check_stale(&mut self, pointer: Pointer, node: NodeId) -> Result<(), Parked> {
        if self.is_fresh(pointer) { Ok(()) } else { self.stale(pointer, node) }
    }

    /// Does the object that the pointer was derived from still live (or was it derived from none)?
    #[inline(always)]
    pub fn is_fresh(&self, pointer: Pointer) -> bool {
        let object = self.machine.memory.objects.slot(pointer.tag.slot());
        object.is_some_and(|object| object.generation == pointer.tag.generation())
    }

    #[cold]
    fn stale(&mut self, pointer: Pointer, node: NodeId) -> Result<(), Parked> {
        self.raise(Trap { data: TrapData::Stale { pointer }, ..Trap::plain(Kind::DanglingPointer) }, node)
    }

    /// `<` and `-` are for pointers into one object (6.5.8p5, 6.5.6p9).
    ///
    /// # Errors
    /// If it ends the run.
    #[inline(always)]
    pub fn check_related(&mut self, a: Pointer, b: Pointer, node: NodeId) -> Result<(), Parked> {
        if a.tag == b.tag { Ok(()) } else { self.related(a, b, node) }
    }

    #[cold]
    fn related(&mut self, a: Pointer, b: Pointer, node: NodeId) -> Result<(), Parked> {
        let owner = |tag: Tag| self.machine.memory.owner(tag);
        // What is wild may be anything; null is next to no object.
        let known = |pointer: Pointer| pointer.tag.names_object() || pointer.is_null();
        if !known(a) || !known(b) || owner(a.tag) == owner(b.tag) {
            return Ok(());
        }
        let data = TrapData::Unrelated { left: a, right: b };
        self.raise(Trap { data, ..Trap::plain(Kind::UnrelatedPointers) }, node)
    }

    /// A pointer moved by so many bytes, checked to stay in its range (semantics.md §2.5).
    ///
    /// # Errors
    /// If it ends the run.
    #[inline(always)]
    pub fn move_pointer(&mut self, pointer: Pointer, bytes: i64, node: NodeId) -> Result<Pointer, Parked> {
        let moved = pointer.offset(bytes);
        if let Some(object) = self.machine.memory.objects.slot(pointer.tag.slot())
            && object.generation == pointer.tag.generation()
            && moved.addr.wrapping_sub(object.base) <= u64::from(object.size)
        {
            return Ok(moved);
        }
        self.moved_out(pointer, moved, node)
    }

    #[cold]
    fn moved_out(&mut self, from: Pointer, to: Pointer, node: NodeId) -> Result<Pointer, Parked> {
        if let Some(straight) = self.machine.memory.straightened(from) {
            let bytes = to.addr.wrapping_sub(from.addr).cast_signed();
            return self.move_pointer(straight, bytes, node).map(|_| to);
        }
        if self.machine.memory.is_stale(from) {
            self.stale(from, node)?;
        } else if (from.is_null() && !to.is_null())
            || (self.machine.memory.objects.live(from.tag).is_some()
                && self.machine.memory.beyond_row(to, 0, Access::Read).is_none())
        {
            let data = TrapData::Formed { from, to };
            self.raise(Trap { data, ..Trap::plain(Kind::OutOfBoundsPointer) }, node)?;
        }
        // Wild pointers may be moved about; using them is told.
        Ok(to)
    }

    /// Limits and Ctrl-C are looked at.
    ///
    /// # Errors
    /// If the run is to end.
    #[cold]
    pub fn poll(&mut self, node: NodeId) -> Result<(), Parked> {
        let steps = self.machine.memory.steps;
        if self.machine.limits.steps.is_some_and(|limit| steps > limit) {
            return self.raise(Trap::plain(Kind::StepLimit), node);
        }
        if self.machine.host.interrupted() {
            self.stopped_at = node;
            return Err(self.depart(Departure::End(End::Interrupted)));
        }
        if let Some(limit) = self.machine.limits.seconds
            && self.machine.host.running_seconds() > limit
        {
            return self.raise(Trap::plain(Kind::TimeLimit), node);
        }
        self.look()?;
        self.lives.note_removals(&self.machine.memory);
        self.poll_at = self.next_poll(steps);
        Ok(())
    }

    /// The step at which limits are looked at next.
    pub fn next_poll(&self, steps: u64) -> u64 {
        // Where blocks are followed, each step is looked at.
        let next = steps.saturating_add(if self.lives.is_empty() { POLL } else { 1 });
        let next = self.machine.limits.steps.map_or(next, |limit| next.min(limit.saturating_add(1)));
        self.watch.next_look(steps, next)
    }
}

/// What a trap says in words of its own.
fn text_of(trap: &Trap) -> Cow<'_, str> {
    match &trap.data {
        TrapData::Text(text) | TrapData::TextAt { text, .. } | TrapData::Broken { text, .. } => text.into(),
        TrapData::Noted { note, .. } => note.into(),
        TrapData::Conversion(bad) => format!("{} {:?}", bad.text, bad.place).into(),
        _ => "".into(),
    }
}

/// Steps between two looks at the clock and Ctrl-C.
const POLL: u64 = 1 << 14;

/// Bytes of the place where accesses go that are not done.
pub const SCRATCH: usize = 64;
