//! Which places of the running program still hold a pointer to an object: what was
//! forgotten when the object ended.

use super::scene::Scene;
use crate::memory::{Biography, Origin, Pointer};
use crate::sema::tree::{LocalId, LocalKind};

/// In a program with more objects it would take too long to look into each.
const MOST_OBJECTS: usize = 1 << 16;
/// More places than this are not told one by one anyway.
const MOST_FOUND: usize = 3;

/// A place that holds a pointer to the object.
#[derive(Clone, Copy, Debug)]
pub(super) enum Keeper {
    /// So many bytes into a live object.
    Memory(Biography, u64),
    /// A variable of a call under way (the number of its frame).
    Local(usize, LocalId),
}

impl Scene<'_> {
    /// The places in memory that hold a pointer to the object: variables of the whole
    /// program, blocks, structs and arrays; the first few. Without the copies that calls were given.
    pub fn keepers_in_memory(&self, object: Pointer) -> Vec<Keeper> {
        let objects = &self.machine.memory.objects;
        let slots = u32::try_from(objects.len().min(MOST_OBJECTS)).unwrap_or(0);
        let live = (0..slots).filter_map(|slot| objects.slot(slot).map(|object| (slot, object)));
        let whole = live.filter(|(slot, o)| o.size > 0 && o.owner == *slot);
        let pointers = whole.flat_map(|(_, object)| {
            let at = usize::try_from(object.host).unwrap_or(usize::MAX);
            let size = usize::try_from(object.size).unwrap_or(0);
            let inside = self.machine.memory.pointers_in(at, size);
            inside.map(|(offset, pointer)| (object.base, u64::try_from(offset).unwrap_or(0), pointer))
        });
        let holding = pointers.filter(|(.., pointer)| !pointer.is_null() && self.same_object(*pointer, object));
        let places = holding.filter_map(|(base, offset, _)| {
            let life = self.machine.memory.living_at(base)?;
            (!self.is_parameter(life.origin)).then_some(Keeper::Memory(life, offset))
        });
        places.take(MOST_FOUND).collect()
    }

    /// The variables of the calls under way that hold a pointer to the object, of main first.
    pub fn keepers_on_stack(&self, object: Pointer) -> Vec<Keeper> {
        let all = (0..self.machine.frames.stack.len()).flat_map(|frame| {
            let locals = self.frame(frame).and_then(|f| self.body(f.function)).map_or(0, |body| body.locals.len());
            (0..u32::try_from(locals).unwrap_or(0)).map(move |id| (frame, LocalId(id)))
        });
        let holds = |(frame, id): &(usize, LocalId)| self.keeps(*frame, *id, object).unwrap_or(false);
        all.filter(holds).take(MOST_FOUND).map(|(frame, id)| Keeper::Local(frame, id)).collect()
    }

    fn keeps(&self, frame: usize, id: LocalId, object: Pointer) -> Option<bool> {
        let local = self.local(self.frame(frame)?.function, id).filter(|l| l.kind == LocalKind::Variable)?;
        self.program.types.pointee(local.ty)?;
        let pointer = self.local_pointer(frame, id, local.ty)?;
        Some(!pointer.is_null() && self.same_object(pointer, object))
    }

    fn is_parameter(&self, origin: Origin) -> bool {
        let Origin::Local { function, local, .. } = origin else { return false };
        self.local(function, local).is_none_or(|l| l.kind != LocalKind::Variable)
    }
}
