//! What there is to look at when a trap is told: the program, its text, the
//! machine as it stood, and the place.

use super::locate::{self, Path};
use crate::machine::{Frame, LocalPlace, Machine};
use crate::memory::{F32, F64, I8, I16, I32, I64, Pointer, Tag, U8, U16, U32};
use crate::sema::tree::{Body, Expr, Function, FunctionId, FunctionKind, LocalId, NodeId, Program};
use crate::source::{SourceMap, Span};
use crate::types::{FloatKind, IntKind, Type, TypeKind};

/// The name of the function that a node stands in.
pub fn function_around(program: &Program, node: NodeId) -> Option<&str> {
    let holds = |f: &&Function| matches!(&f.kind, FunctionKind::Defined(body) if locate::find(body, node).is_some());
    program.functions.iter().find(holds).map(|f| &*f.name)
}

/// The scene of a trap.
#[derive(Clone, Copy)]
pub(super) struct Scene<'a> {
    /// The program.
    pub program: &'a Program,
    /// Its text.
    pub map: &'a SourceMap,
    /// The machine; its frames are as they were.
    pub machine: &'a Machine,
    /// The place in the innermost frame.
    pub node: NodeId,
    /// The host index that the finding is about: long arrays are shown around it.
    pub focus: Option<usize>,
    /// The frame whose variables are shown: those of other calls are told with their function.
    pub viewer: Option<usize>,
}

/// A scalar as it was found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Held {
    /// An integer, enum or `_Bool`, extended as its type says.
    Int(i64),
    /// A floating value.
    Float(f64),
    /// A pointer.
    Pointer(Pointer),
    /// Some of its bytes were never written.
    Unwritten,
}

/// Where an object is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Storage {
    /// In a slot of the frame (index into all slots), with the slot of its flag.
    Slot(usize, Option<usize>),
    /// In memory, at this host index.
    Memory(usize),
}

impl<'a> Scene<'a> {
    /// The scene at a node, without a focus.
    pub fn new(program: &'a Program, map: &'a SourceMap, machine: &'a Machine, node: NodeId) -> Scene<'a> {
        Scene { program, map, machine, node, focus: None, viewer: None }
    }

    /// A function's body, if the program defines it.
    pub fn body(&self, id: FunctionId) -> Option<&'a Body> {
        match &self.program.function(id)?.kind {
            FunctionKind::Defined(body) => Some(body),
            _ => None,
        }
    }

    /// A function's name in quotes.
    pub fn function_name(&self, id: FunctionId) -> String {
        self.program.function(id).map_or_else(|| "a function".to_owned(), |f: &Function| format!("'{}'", f.name))
    }

    /// The number of the innermost frame.
    pub fn innermost(&self) -> Option<usize> {
        self.machine.frames.stack.len().checked_sub(1)
    }

    /// A frame.
    pub fn frame(&self, index: usize) -> Option<&'a Frame> {
        self.machine.frames.stack.get(index)
    }

    /// The way to the trap's node in the innermost function.
    pub fn path(&self) -> Option<Path<'a>> {
        let frame = self.frame(self.innermost()?)?;
        locate::find(self.body(frame.function)?, self.node)
    }

    /// The trap's node as an expression.
    pub fn expr(&self) -> Option<&'a Expr> {
        self.path()?.expr()
    }

    /// The way to a node in whichever function holds it, and that function.
    pub fn find_anywhere(&self, node: NodeId) -> Option<(FunctionId, Path<'a>)> {
        if node == NodeId::NONE {
            return None;
        }
        (0..self.program.functions.len()).find_map(|index| {
            let id = FunctionId(u32::try_from(index).ok()?);
            Some((id, locate::find(self.body(id)?, node)?))
        })
    }

    /// Where a node stands.
    pub fn span(&self, node: NodeId) -> Span {
        self.program.span(node)
    }

    /// Where a local of a frame is. A variable array that is not declared yet is nowhere.
    pub fn storage(&self, frame: usize, local: LocalId) -> Option<Storage> {
        let (frame, place) = self.place_of(frame, local)?;
        let slot = |n: u32| frame.slots.checked_add(usize::try_from(n).ok()?);
        if self.is_variable_array(frame.function, local) {
            let object = self.machine.memory.objects.live(self.identity(frame, place)?)?;
            return Some(Storage::Memory(usize::try_from(object.host).ok()?));
        }
        if let Some(index) = place.slot {
            return Some(Storage::Slot(slot(index)?, place.flag.and_then(slot)));
        }
        Some(Storage::Memory(self.machine.memory.stack_at(frame.low).checked_add(usize::try_from(place.offset).ok()?)?))
    }

    /// The scalar that a local of a frame holds.
    pub fn held_by(&self, frame: usize, local: LocalId, ty: Type) -> Option<Held> {
        match self.storage(frame, local)? {
            Storage::Slot(index, flag) => self.in_slot(index, flag, ty),
            Storage::Memory(at) => self.in_memory(at, ty),
        }
    }

    /// The address and tag of a local's object, if it has an identity.
    pub fn object_of_local(&self, frame: usize, local: LocalId) -> Option<(Pointer, u64)> {
        let (frame, place) = self.place_of(frame, local)?;
        let tag = self.identity(frame, place)?;
        let object = self.machine.memory.objects.live(tag)?;
        Some((Pointer { addr: object.base, tag }, u64::from(object.size)))
    }

    fn place_of(&self, frame: usize, local: LocalId) -> Option<(&'a Frame, &'a LocalPlace)> {
        let frame = self.frame(frame)?;
        let layout = self.machine.frames.layouts.get(usize::try_from(frame.function.0).ok()?)?;
        Some((frame, layout.locals.get(usize::try_from(local.0).ok()?)?))
    }

    /// The tag of a local's object: in a slot of its own, or for a variable
    /// array behind its address.
    fn identity(&self, frame: &Frame, place: &LocalPlace) -> Option<Tag> {
        let slot = match place.identity {
            Some(slot) => slot,
            None => place.slot?.checked_add(1)?,
        };
        let index = frame.slots.checked_add(usize::try_from(slot).ok()?)?;
        Tag::from_raw(self.machine.slots.get(index))
    }

    fn is_variable_array(&self, function: FunctionId, local: LocalId) -> bool {
        self.local(function, local).is_some_and(|local| {
            matches!(self.program.types.kind(local.ty), TypeKind::Array { .. })
                && self.program.types.size(local.ty).is_err()
        })
    }

    /// The scalar of a type in a slot. Without a flag whether it was written is not known here.
    pub fn in_slot(&self, index: usize, flag: Option<usize>, ty: Type) -> Option<Held> {
        if flag.is_some_and(|flag| self.machine.slots.get(flag) == 0) {
            return Some(Held::Unwritten);
        }
        let (raw, tag) = self.machine.slots.pair(index);
        match self.program.types.kind(ty) {
            TypeKind::Pointer(_) => Some(match Tag::from_raw(tag) {
                Some(tag) => Held::Pointer(Pointer { addr: raw, tag }),
                None => Held::Unwritten,
            }),
            TypeKind::Float(_) => Some(Held::Float(f64::from_bits(raw))),
            TypeKind::Int(_) | TypeKind::Bool | TypeKind::Enum(_) => Some(Held::Int(raw.cast_signed())),
            _ => None,
        }
    }

    /// The scalar of a type at a host index.
    pub fn in_memory(&self, at: usize, ty: Type) -> Option<Held> {
        let memory = &self.machine.memory;
        let int = |value: Option<i64>| value.map_or(Held::Unwritten, Held::Int);
        let float = |value: Option<f64>| value.map_or(Held::Unwritten, Held::Float);
        Some(match self.program.types.kind(ty) {
            TypeKind::Bool => int(memory.load::<U8>(at).map(|v| i64::from(v != 0))),
            TypeKind::Int(kind) => int(self.int_at(at, *kind)),
            TypeKind::Enum(id) => int(self.int_at(at, self.program.types.enumeration(*id)?.repr?)),
            TypeKind::Float(FloatKind::Float) => float(memory.load::<F32>(at)),
            TypeKind::Float(_) => float(memory.load::<F64>(at)),
            TypeKind::Pointer(_) => memory.load_pointer(at).map_or(Held::Unwritten, Held::Pointer),
            _ => return None,
        })
    }

    fn int_at(&self, at: usize, kind: IntKind) -> Option<i64> {
        let memory = &self.machine.memory;
        match (kind.size(), kind.is_signed()) {
            (1, true) => memory.load::<I8>(at),
            (1, false) => memory.load::<U8>(at),
            (2, true) => memory.load::<I16>(at),
            (2, false) => memory.load::<U16>(at),
            (4, true) => memory.load::<I32>(at),
            (4, false) => memory.load::<U32>(at),
            _ => memory.load::<I64>(at),
        }
    }

    /// A type in quotes, as C writes it.
    pub fn type_name(&self, ty: Type) -> String {
        format!("'{}'", self.program.types.print(ty.unqualified()))
    }

    /// Bytes of a type, 0 where that is not known.
    pub fn size_of(&self, ty: Type) -> u64 {
        self.program.types.size(ty).unwrap_or(0)
    }
}
