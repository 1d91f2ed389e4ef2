//! The closures of a replay that follows blocks ([`crate::eval::lives`]): they
//! note what happens to pointers. All other runs are compiled without them.

use super::call::Argument;
use super::moves::Moved;
use super::{Class, Compiler};
use crate::eval::code::Operand;
use crate::eval::lives::Happening;
use crate::eval::place::{AnyKey, AnyPlace, PlaceCode};
use crate::eval::vm::{Run, Vm};
use crate::machine::Value;
use crate::memory::{Pointer, Tag};
use crate::sema::tree::{Expr, NodeId};
use crate::types::Type;

impl Compiler<'_> {
    /// A place that a pointer leads to: what is there is used.
    pub(super) fn following_use(&self, place: &Expr, code: PlaceCode) -> PlaceCode {
        if !self.wanted.followed || !matches!(code, PlaceCode::Target(_) | PlaceCode::Indexed(_)) {
            return code;
        }
        let node = place.id;
        let AnyPlace { key, node: place } = code.any(node);
        let key: Run<AnyKey> = Box::new(move |vm| {
            let key = key(vm)?;
            if let AnyKey::Pointer(pointer) = key {
                vm.happened(pointer.tag, node, Happening::Used);
            }
            Ok(key)
        });
        PlaceCode::Any(AnyPlace { key, node: place })
    }

    /// A pointer to which something happens as soon as it is known.
    pub(super) fn following(&self, operand: Operand<Pointer>, node: NodeId, what: Happening) -> Operand<Pointer> {
        if !self.wanted.followed {
            return operand;
        }
        let run = operand.boxed();
        Operand::Run(Box::new(move |vm| {
            let pointer = run(vm)?;
            vm.happened(pointer.tag, node, what);
            Ok(pointer)
        }))
    }

    /// A pointer that nobody wants: a strict run looks at it.
    pub(super) fn dropping(&self, operand: Operand<Pointer>, node: NodeId) -> Operand<Pointer> {
        if !self.wanted.strict {
            return operand;
        }
        let run = operand.boxed();
        Operand::Run(Box::new(move |vm| {
            let pointer = run(vm)?;
            vm.doubt_stale(pointer.tag, node);
            Ok(pointer)
        }))
    }

    /// A value of any class: if it is a pointer, what happens to it is noted.
    pub(super) fn following_value<T: Class>(&self, value: Run<T>, ty: Type, node: NodeId, what: Happening) -> Run<T> {
        if !self.wanted.followed || !self.is_pointer(ty) {
            return value;
        }
        Box::new(move |vm| {
            let value = value(vm)?;
            if let Some(tag) = Tag::from_raw(value.words().1) {
                vm.happened(tag, node, what);
            }
            Ok(value)
        })
    }

    /// A pointer that is moved from a place to another.
    pub(super) fn following_moved(&self, moved: Run<Moved<Pointer>>, node: NodeId) -> Run<Moved<Pointer>> {
        if !self.wanted.followed {
            return moved;
        }
        Box::new(move |vm| {
            let moved = moved(vm)?;
            if let Moved::Value(pointer) = moved {
                vm.happened(pointer.tag, node, Happening::Copied);
            }
            Ok(moved)
        })
    }

    /// A store into a local in a slot.
    pub(super) fn following_slot(&self, store: Run<()>, k: usize, node: NodeId) -> Run<()> {
        if !self.wanted.followed {
            return store;
        }
        Box::new(move |vm| {
            store(vm)?;
            if let Some(tag) = Tag::from_raw(vm.slot(k.wrapping_add(1))) {
                vm.happened(tag, node, Happening::Copied);
            }
            Ok(())
        })
    }

    /// A struct that is copied, passed or returned, with the pointers in it.
    pub(super) fn following_record(&self, from: Run<AnyKey>, size: u64, node: NodeId, what: Happening) -> Run<AnyKey> {
        if !self.wanted.followed {
            return from;
        }
        Box::new(move |vm| {
            let key = from(vm)?;
            match key {
                AnyKey::At(at) => vm.happened_in(at, size, node, what),
                AnyKey::Pointer(pointer) => vm.happened_behind(pointer, size, node, what),
                AnyKey::Beyond { .. } => {}
            }
            Ok(key)
        })
    }

    /// An argument of a call.
    pub(super) fn following_argument(&self, argument: Argument, node: NodeId, what: Happening) -> Argument {
        if !self.wanted.followed {
            return argument;
        }
        match argument {
            Argument::Pointer(run) => Argument::Pointer(self.following(Operand::Run(run), node, what).boxed()),
            other => other,
        }
    }
}

impl Vm<'_> {
    /// Something happens to the pointers in so many bytes.
    fn happened_in(&mut self, at: usize, size: u64, node: NodeId, what: Happening) {
        let len = usize::try_from(size).unwrap_or(0);
        let inside: Vec<Tag> = self.machine.memory.pointers_in(at, len).map(|(_, pointer)| pointer.tag).collect();
        for tag in inside {
            self.happened(tag, node, what);
        }
    }

    /// The same where a pointer points.
    fn happened_behind(&mut self, pointer: Pointer, size: u64, node: NodeId, what: Happening) {
        if let Some(at) = self.machine.memory.objects.readable(pointer, size) {
            self.happened_in(at, size, node, what);
        }
    }

    /// `memcpy(to, from, size)`: the pointers that are among the bytes are copied.
    pub(super) fn bytes_copied(&mut self, arguments: &[Value], node: NodeId) {
        if let [_, Value::Pointer(from), Value::Int(size), ..] = arguments {
            self.happened_behind(*from, size.cast_unsigned(), node, Happening::Copied);
        }
    }
}
