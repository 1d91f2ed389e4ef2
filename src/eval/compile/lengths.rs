//! Pointers to arrays of variable length: where one becomes another, both have
//! the same number of elements (6.7.6.2p6).

use super::Compiler;
use crate::eval::code::Operand;
use crate::eval::layout::Storage;
use crate::eval::vm::{Run, Vm};
use crate::kinds::{Kind, Severity};
use crate::machine::{Frame, Parked};
use crate::memory::{Origin, Pointer, Promise, Tag, Trap};
use crate::sema::tree::{FunctionKind, GlobalId, LocalId, LocalKind, NodeId};
use crate::types::{ArrayLength, Type, TypeKind, VlaId};

/// A number of elements.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Length {
    Known(u64),
    /// In this slot.
    Slot(usize),
}

impl Length {
    fn value(self, vm: &Vm<'_>) -> u64 {
        match self {
            Length::Known(length) => length,
            Length::Slot(k) => vm.slot(k),
        }
    }
}

fn text(pointed: u64, expected: u64) -> String {
    format!("a pointer to arrays of {expected} elements is given the address of an array of {pointed}")
}

impl Compiler<'_> {
    fn length(&self, length: ArrayLength) -> Option<Length> {
        match length {
            ArrayLength::Known(length) => Some(Length::Known(length)),
            ArrayLength::Variable(VlaId(id)) => match self.storage(LocalId(id)) {
                Some(Storage::Slot { k, .. }) => Some(Length::Slot(k)),
                _ => None,
            },
            _ => None,
        }
    }

    /// A pointer to an array that becomes one to an array of another variable length.
    pub(super) fn of_equal_length(
        &self,
        pointer: Operand<Pointer>,
        (from, to): (Type, Type),
        node: NodeId,
    ) -> Operand<Pointer> {
        let types = &self.program.types;
        let Some((mut from, mut to)) = types.pointee(from).zip(types.pointee(to)) else { return pointer };
        let mut pairs = Vec::new();
        while let (TypeKind::Array { element: a, length: x }, TypeKind::Array { element: b, length: y }) =
            (types.kind(from), types.kind(to))
        {
            if let Some((x, y)) = self.length(*x).zip(self.length(*y)).filter(|(x, y)| x != y) {
                pairs.push((x, y));
            }
            (from, to) = (*a, *b);
        }
        if pairs.is_empty() {
            return pointer;
        }
        let pointer = pointer.boxed();
        Operand::Run(Box::new(move |vm| {
            let pointer = pointer(vm)?;
            for (pointed, expected) in &pairs {
                let (pointed, expected) = (pointed.value(vm), expected.value(vm));
                // A length is 0 where its expression was not evaluated (6.7.6.2p5).
                if pointed != expected && pointed != 0 && expected != 0 {
                    vm.tell_lengths(text(pointed, expected), node)?;
                }
            }
            Ok(pointer)
        }))
    }

    /// The length of a parameter's rows is known now: those of the array that it
    /// points to must be as long.
    pub(super) fn rows_agree(&self, length: LocalId, run: Run<()>, node: NodeId) -> Run<()> {
        let Some(body) = self.body else { return run };
        let types = &self.program.types;
        let (mut run, parameters) = (run, usize::try_from(body.parameters).unwrap_or(0));
        for (index, local) in body.locals.iter().enumerate().take(parameters) {
            let Some(row) = types.pointee(local.ty) else { continue };
            let TypeKind::Array { element, length: ArrayLength::Variable(VlaId(id)) } = *types.kind(row) else {
                continue;
            };
            let place = u32::try_from(index).ok().and_then(|i| self.storage(LocalId(i)));
            let (true, Some(Storage::Pointer { k })) = (id == length.0 && local.kind == LocalKind::Parameter, place)
            else {
                continue;
            };
            let Some(Storage::Slot { k: expected, .. }) = self.storage(length) else { continue };
            let name = std::rc::Rc::clone(&local.name);
            run = Box::new(move |vm| {
                run(vm)?;
                let expected = vm.slot(expected);
                let tag = Tag::from_raw(vm.slot(k.wrapping_add(1)));
                match tag.and_then(|tag| vm.row_length(tag, element)).filter(|found| *found != expected) {
                    Some(found) => {
                        let text = format!(
                            "'{name}' has rows of {expected} elements, but the array that is passed has rows of {found}"
                        );
                        vm.tell_lengths(text, node)
                    }
                    None => Ok(()),
                }
            });
        }
        run
    }
}

impl Vm<'_> {
    #[cold]
    fn tell_lengths(&mut self, text: String, node: NodeId) -> Result<(), Parked> {
        self.raise_as(Trap::broken(Kind::InvalidArraySize, Promise::Lengths, text), Severity::Warning, node)
    }

    /// The number of elements in a row of the declared matrix that a pointer
    /// leads into, if its elements are of this type.
    fn row_length(&self, tag: Tag, element: Type) -> Option<u64> {
        let (ty, frame) = match self.machine.memory.biography(tag)?.origin {
            Origin::Global(GlobalId(id)) => (self.program.globals.get(usize::try_from(id).ok()?)?.ty, None),
            Origin::Local { function, local, frame } => {
                let FunctionKind::Defined(body) = &self.program.function(function)?.kind else { return None };
                let frame = self.machine.frames.stack.iter().rev().find(|f| f.serial == frame)?;
                (body.locals.get(usize::try_from(local.0).ok()?)?.ty, Some(*frame))
            }
            _ => return None,
        };
        let types = &self.program.types;
        let row = types.element(ty)?;
        match *types.kind(row) {
            TypeKind::Array { element: own, length } if own.id == element.id => match length {
                ArrayLength::Known(length) => Some(length),
                ArrayLength::Variable(VlaId(id)) => self.length_in(&frame?, id),
                _ => None,
            },
            _ => None,
        }
    }

    /// The value of a hidden length in a call under way.
    fn length_in(&self, frame: &Frame, id: u32) -> Option<u64> {
        let layout = self.machine.frames.layouts.get(usize::try_from(frame.function.0).ok()?)?;
        let slot = layout.locals.get(usize::try_from(id).ok()?)?.slot?;
        Some(self.machine.slots.get(frame.slots.wrapping_add(usize::try_from(slot).ok()?)))
    }
}
