//! Who holds which pointers: the variables of the calls under way.

use super::vm::Vm;
use crate::machine::{Frame, LocalPlace, Machine, Value};
use crate::memory::{Pointer, Tag};
use crate::sema::tree::{FunctionId, FunctionKind, LocalId, LocalKind, Program};

/// A pointer and the variable that holds it.
#[derive(Clone, Copy, Debug)]
pub struct Held {
    /// The pointer.
    pub pointer: Pointer,
    /// The variable's function.
    pub function: FunctionId,
    /// The variable.
    pub local: LocalId,
    /// Where in it, bytes.
    pub offset: u64,
}

/// The pointers in the variables of a call.
pub fn of_frame(program: &Program, machine: &Machine, frame: &Frame) -> Vec<Held> {
    let Some(FunctionKind::Defined(body)) = program.function(frame.function).map(|f| &f.kind) else {
        return Vec::new();
    };
    let mut held = Vec::new();
    for ((local, number), place) in body.locals.iter().zip(0..).zip(places(machine, frame)) {
        // What a call returned was there to the end of its expression only.
        if local.kind == LocalKind::Temporary {
            continue;
        }
        let mut add = |offset: usize, pointer| {
            let offset = u64::try_from(offset).unwrap_or(u64::MAX);
            held.push(Held { pointer, function: frame.function, local: LocalId(number), offset });
        };
        if place.slot.is_some() {
            if program.types.pointee(local.ty).is_some()
                && let Some(pointer) = in_slot(machine, frame, place)
            {
                add(0, pointer);
            }
            continue;
        }
        let size = program.types.size(local.ty).ok().and_then(|size| usize::try_from(size).ok()).unwrap_or(0);
        let offset = usize::try_from(place.offset).unwrap_or(0);
        let at = machine.memory.stack_at(frame.low).saturating_add(offset);
        for (offset, pointer) in machine.memory.pointers_in(at, size) {
            add(offset, pointer);
        }
    }
    held
}

impl Vm<'_> {
    /// `exit` was called: what the variables of all calls held is kept before
    /// the handlers run, which may change them.
    pub fn note_exit(&mut self) {
        let frames = &self.machine.frames.stack;
        self.held_at_exit = frames.iter().flat_map(|f| of_frame(self.program, &self.machine, f)).collect();
        self.exited = true;
    }
}

/// The pointers in the slots of the calls under way, and in their variadic arguments.
/// What is in the simulated stack is found there.
pub fn in_slots(machine: &Machine) -> Vec<Pointer> {
    let mut found = Vec::new();
    for frame in machine.frames.stack.iter() {
        found.extend(places(machine, frame).iter().filter_map(|place| in_slot(machine, frame, place)));
    }
    found.extend(machine.variadic.iter().filter_map(|(value, _)| match value {
        Value::Pointer(pointer) | Value::Record(pointer) => Some(*pointer),
        _ => None,
    }));
    found
}

fn places<'m>(machine: &'m Machine, frame: &Frame) -> &'m [LocalPlace] {
    let index = usize::try_from(frame.function.0).unwrap_or(usize::MAX);
    machine.frames.layouts.get(index).map_or(&[], |layout| layout.locals.as_slice())
}

/// The pointer in a local's slots. The second slot of a local that is no pointer
/// is not its own; read as a tag it names, at worst, an object that does live.
fn in_slot(machine: &Machine, frame: &Frame, place: &LocalPlace) -> Option<Pointer> {
    let first = frame.slots.checked_add(usize::try_from(place.slot?).ok()?)?;
    let (addr, tag) = machine.slots.pair(first);
    let tag = Tag::from_raw(tag)?;
    machine.memory.objects.live(tag)?;
    Some(Pointer { addr, tag })
}
