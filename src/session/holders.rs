//! Which variables of functions held which pointers.

use crate::eval::Ended;
use crate::machine::{Frame, LocalPlace, Machine, Value};
use crate::memory::{Pointer, Tag};
use crate::sema::tree::{FunctionKind, Local, Program};

/// A variable that held a pointer when `exit` was called.
pub(super) struct Holder {
    /// The pointer.
    pub pointer: Pointer,
    /// `main: line`
    pub name: String,
}

/// The pointers that the variables of all calls held when `exit` was called.
pub(super) fn at_exit(program: &Program, run: &Ended) -> Vec<Holder> {
    let mut holders = Vec::new();
    for frame in &run.frames_at_exit {
        let Some(function) = program.function(frame.function) else { continue };
        let FunctionKind::Defined(body) = &function.kind else { continue };
        for (local, place) in body.locals.iter().zip(places(&run.machine, frame)) {
            if local.name.is_empty() {
                continue;
            }
            for pointer in held_by(program, &run.machine, frame, local, place) {
                holders.push(Holder { pointer, name: format!("{}: {}", function.name, local.name) });
            }
        }
    }
    holders
}

/// The pointers in the slots of the calls under way, and in their variadic arguments.
/// What is in the simulated stack is found there.
pub(super) fn in_slots(machine: &Machine) -> Vec<Pointer> {
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

fn held_by(program: &Program, machine: &Machine, frame: &Frame, local: &Local, place: &LocalPlace) -> Vec<Pointer> {
    if place.slot.is_some() {
        let is_pointer = program.types.pointee(local.ty).is_some();
        return in_slot(machine, frame, place).filter(|_| is_pointer).into_iter().collect();
    }
    let size = program.types.size(local.ty).ok().and_then(|size| usize::try_from(size).ok()).unwrap_or(0);
    let offset = usize::try_from(place.offset).unwrap_or(0);
    machine
        .memory
        .pointers_in(machine.memory.stack_at(frame.low).saturating_add(offset), size)
        .map(|(_, pointer)| pointer)
        .collect()
}
