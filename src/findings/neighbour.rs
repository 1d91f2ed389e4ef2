//! What lies at an address that an access has no right to: the object, header or
//! return address that would have been hit.

use super::locate;
use super::scene::{Scene, Storage};
use super::scope;
use super::values::UNWRITTEN;
use crate::memory::{Access, Origin, Pointer, Region};

/// Bytes before a block in which malloc keeps its own records.
const HEADER: u64 = 16;
/// Bytes at the upper end of a frame: the saved frame pointer and the return address.
const LINKAGE: u64 = 16;
const WORD: u64 = 8;

/// What lies at an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Neighbour {
    /// What it is: `'b'`, `the header of block #2`.
    pub what: String,
    /// The same in the few letters that a picture has room for.
    pub label: String,
    /// The variable or block place that is there, and its value.
    pub holds: Option<(String, String)>,
}

impl Neighbour {
    fn of(what: impl Into<String>) -> Neighbour {
        let what = what.into();
        Neighbour { label: what.clone(), what, holds: None }
    }

    fn labelled(what: impl Into<String>, label: &str) -> Neighbour {
        Neighbour { what: what.into(), label: label.to_owned(), holds: None }
    }
}

impl Scene<'_> {
    /// What lies at an address; `None` where nothing does.
    pub fn neighbour(&self, addr: u64) -> Option<Neighbour> {
        match self.machine.memory.region(addr) {
            Region::Heap => self.in_heap(addr),
            Region::Stack => self.in_frame(addr),
            _ => {
                let life = self.machine.memory.living_at(addr)?;
                Some(self.static_object(life.base, addr).unwrap_or_else(|| Neighbour::of(self.noun(life.origin))))
            }
        }
    }

    fn in_heap(&self, addr: u64) -> Option<Neighbour> {
        let memory = &self.machine.memory;
        let extent = memory.heap_extents().find(|extent| addr.wrapping_sub(extent.start) < extent.bytes);
        let Some(extent) = extent else {
            return Some(Neighbour::labelled("the end of the heap, which no block has yet", "end of the heap"));
        };
        let Some(life) = extent.block.and_then(|tag| memory.biography(tag)) else {
            return Some(Neighbour::labelled("a free hole of the heap", "free hole"));
        };
        let block = self.block(&life);
        if addr < life.base {
            let header = if life.base - addr <= HEADER { "the header of" } else { "free room before" };
            let label = if life.base - addr <= HEADER { format!("header of {block}") } else { "free room".to_owned() };
            return Some(Neighbour::labelled(format!("{header} {block}"), &label));
        }
        if addr - life.base >= life.size {
            return Some(Neighbour::labelled(format!("spare bytes after {block}"), "spare bytes"));
        }
        let holder = self.holder(life.tag);
        let place = holder.as_ref().and_then(|holder| {
            let name = self.through(holder, addr, 1, None)?;
            let value = self.value_at_address(life.tag, addr, holder.pointee)?;
            Some((name, value))
        });
        let what = holder.and_then(|holder| self.through(&holder, addr, 1, None));
        let what = what.map_or_else(|| block.clone(), |name| format!("'{name}' ({block})"));
        Some(Neighbour { label: what.clone(), what, holds: place })
    }

    /// The value of the scalar that begins at an address of an object.
    fn value_at_address(&self, tag: crate::memory::Tag, addr: u64, element: crate::types::Type) -> Option<String> {
        let size = self.size_of(element);
        let at = self.machine.memory.objects.readable(Pointer { addr, tag }, size)?;
        self.in_memory(at, element).map(|held| self.scalar(held, element, true))
    }

    fn in_frame(&self, addr: u64) -> Option<Neighbour> {
        if self.machine.frames.stack.last().is_some_and(|innermost| addr < innermost.low) {
            return Some(Neighbour::of("room of the next call"));
        }
        let (index, frame) = self.machine.frames.stack.iter().enumerate().rev().find_map(|(i, frame)| {
            let layout = self.layout(frame.function)?;
            (addr.wrapping_sub(frame.low) < layout.bytes).then_some((i, frame))
        })?;
        let function = self.function_name(frame.function);
        let layout = self.layout(frame.function)?;
        let offset = addr - frame.low;
        let room = layout.bytes.saturating_sub(LINKAGE);
        if offset >= room.saturating_add(WORD) {
            let what = format!("the return address of {function}: where it goes on after its end");
            return Some(Neighbour::labelled(what, "return address"));
        }
        if offset >= room {
            return Some(Neighbour::labelled(format!("the saved frame pointer of {function}"), "saved frame pointer"));
        }
        let body = self.body(frame.function)?;
        let node = self.machine.frames.stack.get(index.saturating_add(1)).map_or(self.node, |f| f.call);
        let path = locate::find(body, node).unwrap_or_default();
        // Variables of blocks that are not open share the place of others, or are no more.
        let found = scope::alive(body, &path).into_iter().find_map(|id| {
            let local = self.local(frame.function, id)?;
            let place = layout.locals.get(usize::try_from(id.0).ok()?)?;
            let size = self.program.types.size(local.ty).ok()?;
            (addr.wrapping_sub(frame.low.wrapping_add(place.offset)) < size).then_some((local, id))
        });
        let Some((local, id)) = found.filter(|(local, _)| !local.name.is_empty()) else {
            return Some(Neighbour::labelled("unused bytes on the stack", "unused bytes"));
        };
        let at = frame.low.wrapping_add(layout.locals.get(usize::try_from(id.0).ok()?)?.offset);
        let (part, _) = self.part(local.ty, addr - at, None);
        let mut found = Neighbour::of(format!("'{}{part}'", local.name));
        let value = match self.storage(index, id)? {
            Storage::Slot(..) => {
                let told = self.local_value(index, frame.function, id, &path);
                Some(told.map_or_else(|| UNWRITTEN.to_owned(), |told| told.value))
            }
            Storage::Memory(host) if part.is_empty() => Some(self.object(host, local.ty, None, 0)),
            Storage::Memory(_) => None,
        };
        found.holds = value.map(|value| (format!("{}{part}", local.name), value));
        Some(found)
    }

    fn layout(&self, function: crate::sema::tree::FunctionId) -> Option<&crate::machine::FrameLayout> {
        self.machine.frames.layouts.get(usize::try_from(function.0).ok()?)
    }

    fn static_object(&self, base: u64, addr: u64) -> Option<Neighbour> {
        let life = self.machine.memory.living_at(addr)?;
        let (Origin::Global(_), Some(name), Some(ty)) =
            (life.origin, self.variable_name(life.origin), self.declared_type(life.origin))
        else {
            return None;
        };
        let (part, _) = self.part(ty, addr - base, None);
        let (_, at) = self.machine.memory.start_of(life.tag)?;
        let holds = part.is_empty().then(|| (name.to_owned(), self.object(at, ty, None, 0)));
        Some(Neighbour { holds, ..Neighbour::of(format!("'{name}{part}'")) })
    }

    /// What an access does to what lies at an address, as a sentence. `always`:
    /// also where what lies there has no value that could be told.
    pub fn consequence(&self, addr: u64, access: Access, always: bool) -> Option<String> {
        let Neighbour { what, holds, .. } = self.neighbour(addr)?;
        let value = |value: &str| value.trim_start_matches("-> ").to_owned();
        Some(match (access, holds) {
            (Access::Write, Some((name, old))) if old == UNWRITTEN => {
                format!("this write would have changed '{name}'")
            }
            (Access::Write, Some((name, old))) => {
                format!("this write would have changed '{name}', which is {}", value(&old))
            }
            (_, Some((name, old))) => format!("this would have read '{name}': {}", value(&old)),
            (Access::Write, None) if always => format!("this write would have hit {what}"),
            (_, None) if always => format!("this would have read {what}"),
            (_, None) => return None,
        })
    }
}
