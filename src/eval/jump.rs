//! setjmp and longjmp (7.13), and the addresses of labels.
//!
//! setjmp writes into its buffer which call of a function it belongs to, which
//! setjmp it was and where the stack ended. longjmp leaves closures up to that
//! call; its list of operations takes control again (`compile::flat`).

use super::vm::{Departure, Vm};
use crate::findings;
use crate::kinds::Kind;
use crate::machine::{Frame, Parked};
use crate::memory::{I64, Pointer, Reason, Tag, Trap};
use crate::sema::tree::{FunctionKind, LABEL_SPACING, NodeId};
use crate::types::TypeKind;

/// Labels have addresses of their own, below all functions.
const LABELS_START: u64 = 0x10_0000;

/// The address of a label, by its number among all of the program.
pub fn label_address(number: u64) -> u64 {
    LABELS_START.wrapping_add(number.wrapping_mul(LABEL_SPACING))
}

/// The number of the label at an address (whether there are so many is the caller's to say).
pub fn label_at(addr: u64) -> Option<u64> {
    let offset = addr.checked_sub(LABELS_START)?;
    offset.is_multiple_of(LABEL_SPACING).then_some(offset / LABEL_SPACING)
}

/// A call of longjmp.
#[derive(Clone, Copy, Debug)]
pub struct LongJump {
    /// Steps begun until then.
    pub step: u64,
    /// Where.
    pub node: NodeId,
    /// The number of the call that it came back to.
    pub home: u64,
}

/// So many are remembered, however long the run.
const JUMPS_KEPT: usize = 1 << 12;

/// The registers of a call that longjmp may come back to.
#[derive(Clone, Copy, Debug)]
pub struct Home {
    /// Which call.
    pub serial: u64,
    fp: usize,
    at: usize,
    sp: u64,
    variadic: usize,
}

impl Home {
    /// Of the current call, at its beginning.
    pub fn here(vm: &Vm<'_>) -> Home {
        Home {
            serial: vm.machine.frames.stack.last().map_or(0, |f| f.serial),
            fp: vm.fp,
            at: vm.at,
            sp: vm.sp,
            variadic: vm.machine.variadic.len(),
        }
    }
}

impl Vm<'_> {
    /// setjmp: fills the buffer; the call itself is to return 0.
    ///
    /// # Errors
    /// If the run is to end.
    pub fn set_jump(&mut self, buffer: Pointer, node: NodeId) -> Result<(), Parked> {
        let serial = self.machine.frames.stack.last().map_or(0, |f| f.serial);
        self.snapshot_count = self.snapshot_count.wrapping_add(1);
        let words = [serial, u64::from(node.0), self.sp, self.snapshot_count];
        self.resumed = Some((node, 0));
        for (word, offset) in words.into_iter().zip([0, 8, 16, 24]) {
            let filled = self.machine.memory.put::<I64>(buffer.offset(offset), word.cast_signed(), node);
            if let Err(trap) = filled {
                return self.raise(trap, node);
            }
        }
        // A buffer that is a local belongs to what setjmp leaves.
        self.keep_locals(buffer.addr, node);
        Ok(())
    }

    /// Is a call of the function under way?
    fn is_running(&self, name: &str) -> bool {
        let named = |id| self.program.function(id).is_some_and(|f| &*f.name == name);
        self.machine.frames.stack.iter().any(|frame| named(frame.function))
    }

    /// longjmp: leaves closures until the frame is found again.
    pub fn long_jump(&mut self, buffer: Pointer, value: i32, by: NodeId) -> Parked {
        let mut words = [0_u64; 4];
        for (word, offset) in words.iter_mut().zip([0, 8, 16, 24]) {
            match self.machine.memory.get::<I64>(buffer.offset(offset)) {
                Ok(found) => *word = found.cast_unsigned(),
                Err(trap) if trap.kind == Kind::UninitializedRead => {
                    return self.fatal(Trap::text(Kind::InvalidJump, "setjmp never filled this buffer"), by);
                }
                Err(trap) => return self.fatal(trap, by),
            }
        }
        let [frame, node, sp, kept] = words;
        let node = u32::try_from(node).ok().filter(|n| *n != 0);
        match node {
            None => self.fatal(Trap::text(Kind::InvalidJump, "setjmp never filled this buffer"), by),
            Some(node) if self.machine.frames.stack.iter().any(|f| f.serial == frame) => {
                let value = if value == 0 { 1 } else { value };
                // The full expressions that are left are never done.
                self.touched.clear();
                self.depart(Departure::Jump { frame, node: NodeId(node), value, sp, by, kept })
            }
            Some(node) => {
                let text = match findings::function_around(self.program, NodeId(node)) {
                    // Another call of it may be under way.
                    Some(name) if self.is_running(name) => {
                        format!(
                            "the call of '{name}' that called setjmp has returned; the one that runs now did not call it"
                        )
                    }
                    Some(name) => format!("'{name}', which called setjmp, has returned"),
                    None => "the function that called setjmp has returned".to_owned(),
                };
                let trap = Trap::text(Kind::InvalidJump, text);
                self.fatal(trap.noted("setjmp is called here", Some(NodeId(node))), by)
            }
        }
    }

    /// longjmp arrives: the calls above end, and the locals of this one that do
    /// not live where setjmp stands.
    pub fn come_home(&mut self, home: &Home, sp: u64, kept: &[bool], by: NodeId) {
        self.look_at_the_end(by);
        if self.jumps.len() < JUMPS_KEPT {
            self.jumps.push(LongJump { step: self.machine.memory.steps, node: by, home: home.serial });
        }
        while let Some(frame) = self.machine.frames.stack.last().copied() {
            if frame.serial == home.serial {
                break;
            }
            self.end_locals(&frame, &[], by);
            self.end_allocas(u64::MAX, by, Reason::Longjmp);
            self.machine.frames.stack.pop();
        }
        self.fp = home.fp;
        self.at = home.at;
        self.machine.variadic.truncate(home.variadic);
        if let Some(frame) = self.machine.frames.stack.last().copied() {
            self.end_locals(&frame, kept, by);
        }
        // The buffer is the program's to spoil.
        self.sp = if (self.stack_low..=home.sp).contains(&sp) { sp } else { home.sp };
        self.end_allocas(self.sp, by, Reason::Longjmp);
    }

    /// The locals of a call end, those that are kept excepted.
    fn end_locals(&mut self, frame: &Frame, kept: &[bool], by: NodeId) {
        let program = self.program;
        let Some(function) = program.function(frame.function) else { return };
        let FunctionKind::Defined(body) = &function.kind else { return };
        let index = usize::try_from(frame.function.0).unwrap_or(usize::MAX);
        for (i, local) in body.locals.iter().enumerate() {
            let layout = self.machine.frames.layouts.get(index);
            let Some(place) = layout.and_then(|l| l.locals.get(i)).copied() else { continue };
            if kept.get(i).copied().unwrap_or(false) {
                continue;
            }
            if let Some(identity) = place.identity {
                match self.take_tag(frame, identity) {
                    Some(tag) => {
                        self.machine.memory.note_pointers(tag);
                        self.machine.memory.end_object(tag, by, Reason::Longjmp);
                    }
                    None => {
                        let at = self.machine.memory.stack_at(frame.low.wrapping_add(place.offset));
                        let size = program.types.size(local.ty).unwrap_or(0);
                        let len = usize::try_from(size).unwrap_or(0);
                        self.machine.memory.forget_pointers(at, len, by, Reason::Longjmp);
                    }
                }
            } else if let Some(slot) = place.slot {
                match program.types.kind(local.ty) {
                    TypeKind::Pointer(_) => {
                        if let Some(tag) = self.take_tag(frame, slot.saturating_add(1)) {
                            self.machine.memory.removed(tag, by, Reason::Longjmp);
                        }
                    }
                    TypeKind::Array { .. } => {
                        if let Some(tag) = self.take_tag(frame, slot.saturating_add(1)) {
                            self.machine.memory.end_object(tag, by, Reason::Longjmp);
                        }
                    }
                    _ => {}
                }
            }
        }
    }

    /// The tag in a slot of a frame, which is 0 afterwards.
    fn take_tag(&mut self, frame: &Frame, k: u32) -> Option<Tag> {
        let index = frame.slots.wrapping_add(usize::try_from(k).ok()?);
        let tag = self.machine.slots.get(index);
        self.machine.slots.set(index, 0);
        Tag::from_raw(tag)
    }
}
