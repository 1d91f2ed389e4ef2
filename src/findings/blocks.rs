//! Blocks of the heap in words: `block #3 (struct node)`, who holds them, and
//! what a place in them is called through its holder: `q[0]`, `head->next`.

use super::scene::{Held, Scene};
use super::scope;
use super::wording::count;
use crate::memory::{Biography, Origin, Pointer, Tag};
use crate::sema::tree::LocalId;
use crate::source::Span;
use crate::types::{Type, TypeKind};

/// A variable that holds a pointer to an object.
pub(super) struct Holder<'a> {
    /// Its name.
    pub name: &'a str,
    /// What it is declared to point to.
    pub pointee: Type,
    /// Where it points.
    pub pointer: Pointer,
}

impl<'a> Scene<'a> {
    /// `block #3`; for what is no block its noun.
    pub fn block(&self, life: &Biography) -> String {
        match (life.origin, life.block) {
            (Origin::Heap, 0) => "the block".to_owned(),
            (Origin::Heap, number) => format!("block #{number}"),
            _ => self.noun(life.origin),
        }
    }

    /// `block #3 (struct node)`, `block #2 (int[4])`, `block #1 (10 bytes)`: by
    /// the type that a pointer to it has.
    pub fn block_as(&self, life: &Biography, pointee: Option<Type>) -> String {
        let each = pointee.map_or(0, |ty| self.size_of(ty));
        let plain = pointee.filter(|_| each > 0 && life.size >= each && life.size.is_multiple_of(each));
        let what = match plain {
            Some(ty) if life.size == each && each > 1 => self.program.types.print(ty.unqualified()),
            // The number of elements is the outermost dimension: `int[3][4]`.
            Some(ty) if each > 1 => {
                let length = format!("[{}]", life.size / each);
                self.program.types.print_declaration(ty.unqualified(), &length).replacen(" [", "[", 1)
            }
            _ => count(life.size, "byte"),
        };
        format!("{} ({what})", self.block(life))
    }

    /// A variable through which an object can be reached now: of the calls under
    /// way, the innermost first, else a global one.
    pub fn holder(&self, tag: Tag) -> Option<Holder<'a>> {
        let frames = (0..self.machine.frames.stack.len()).rev();
        frames
            .take(FRAMES_SEARCHED)
            .find_map(|index| self.holding_local(index, tag))
            .or_else(|| self.holding_global(tag))
    }

    fn holding_local(&self, index: usize, tag: Tag) -> Option<Holder<'a>> {
        let function = self.frame(index)?.function;
        let body = self.body(function)?;
        let inner = self.machine.frames.stack.get(index.checked_add(1)?);
        let node = inner.map_or(self.node, |frame| frame.call);
        let path = super::locate::find(body, node).unwrap_or_default();
        scope::locals(body, &path).into_iter().find_map(|id| {
            let local = self.local(function, id)?;
            let pointee = self.program.types.pointee(local.ty)?;
            let pointer = self.local_pointer(index, id, local.ty)?;
            self.holds(pointer, tag).then_some(Holder { name: &local.name, pointee, pointer })
        })
    }

    /// The pointer that a local of a call holds, if it has one.
    pub fn local_pointer(&self, frame: usize, id: LocalId, ty: Type) -> Option<Pointer> {
        match self.held_by(frame, id, ty)? {
            Held::Pointer(pointer) => Some(pointer),
            _ => None,
        }
    }

    fn holding_global(&self, tag: Tag) -> Option<Holder<'a>> {
        self.machine.memory.static_objects().find_map(|place| {
            let Origin::Global(id) = self.machine.memory.biography(place.tag)?.origin else { return None };
            let global = self.program.global(id)?;
            let pointee = self.program.types.pointee(global.ty)?;
            let Held::Pointer(pointer) = self.in_memory(place.at, global.ty)? else { return None };
            (!global.name.is_empty() && self.holds(pointer, tag)).then_some(Holder {
                name: &global.name,
                pointee,
                pointer,
            })
        })
    }

    fn holds(&self, pointer: Pointer, tag: Tag) -> bool {
        !pointer.is_null() && (pointer.tag == tag || self.machine.memory.owner(pointer.tag) == Some(tag))
    }

    /// A place as its holder reaches it: `q[0]`, `*q`, `head->next`. `None`
    /// where the holder does not lead there by whole elements and members.
    pub fn through(&self, holder: &Holder<'_>, addr: u64, size: u64, want: Option<Type>) -> Option<String> {
        let each = self.size_of(holder.pointee);
        let offset = addr.checked_sub(holder.pointer.addr)?;
        let index = offset.checked_div(each)?;
        let (part, rest) = self.part(holder.pointee, offset % each, want);
        let whole = rest == 0;
        if !whole {
            return None;
        }
        let record = matches!(self.program.types.kind(holder.pointee), TypeKind::Record(_));
        Some(match (index, part.strip_prefix('.')) {
            (0, Some(member)) => format!("{}->{member}", holder.name),
            (0, None) if record || size == each && self.single(holder) => format!("*{}", holder.name),
            _ => format!("{}[{index}]{part}", holder.name),
        })
    }

    /// Has the object room for one element only?
    fn single(&self, holder: &Holder<'_>) -> bool {
        let life = self.machine.memory.biography(holder.pointer.tag);
        life.is_some_and(|life| life.size == self.size_of(holder.pointee))
    }

    /// A place of the source in words, seen from the finding: `line 6`, `list.c:6`.
    pub fn at(&self, span: Span) -> Option<String> {
        let (here, there) = (self.map.place(self.span(self.node)), self.map.place(span));
        match there.line {
            0 => None,
            line if there.file == here.file => Some(format!("line {line}")),
            line => Some(format!("{}:{line}", there.file)),
        }
    }
}

/// Calls whose variables are looked through for a holder.
const FRAMES_SEARCHED: usize = 64;
