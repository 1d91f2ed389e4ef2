//! A picture of bytes in three lines: what lies where, the bytes, and what there
//! is to say about some of them.

use super::bounds::array_at;
use super::scene::Scene;
use super::wording::count;
use crate::memory::{Biography, marks};
use crate::types::{IntKind, Type, TypeKind};

/// Bytes of the object that are shown at most.
const MOST_BYTES: u64 = 16;
/// The same beside an access outside of it.
const MOST_BESIDE: u64 = 12;
/// Bytes of the access that are shown at most.
const MOST_ACCESSED: u64 = 8;

/// Columns of a picture: it stands four from the left.
const WIDEST: usize = 76;

/// The lines while they are drawn.
#[derive(Debug, Default)]
struct Lines {
    names: String,
    bytes: String,
    marks: String,
}

impl Lines {
    /// Puts a cell on the second line, marked below or not.
    fn cell(&mut self, text: &str, marked: bool) {
        self.bytes.push_str(text);
        let mark = if marked { '^' } else { ' ' };
        self.marks.extend(text.chars().map(|_| mark));
    }

    /// A gap after a byte: wider where an element ends. Gaps between marked bytes are marked too.
    fn gap(&mut self, wide: bool, marked: bool) {
        self.cell(" ", marked);
        if wide {
            self.cell(" ", marked);
        }
    }

    /// What comes next is part of this.
    fn name(&mut self, name: &str) {
        let at = self.bytes.chars().count();
        let used = self.names.chars().count();
        let gap = if used == 0 { at } else { at.saturating_sub(used).max(1) };
        self.names.extend(std::iter::repeat_n(' ', gap));
        self.names.push_str(name);
    }

    fn finish(self, words: &str) -> String {
        let marks = self.marks.trim_end();
        let end = marks.chars().count();
        let fits = |words: &str| end + 1 + words.chars().count() <= WIDEST;
        let words = if fits(words) { words } else { words.trim_end_matches(" here") };
        let length = words.chars().count();
        // Where the words would not fit behind the marks they stand below them.
        let told = match fits(words) {
            true => format!("{marks} {words}"),
            false => format!("{marks}\n{}{words}", " ".repeat(end.saturating_sub(length))),
        };
        let line = format!("{}\n{told}", self.bytes.trim_end());
        if self.names.is_empty() { line } else { format!("{}\n{line}", self.names) }
    }
}

/// How bytes are written: in groups of an element, characters as such.
#[derive(Clone, Copy)]
pub(super) struct Cells {
    each: u64,
    text: bool,
    /// Pointers are shown by what they point to: their bytes tell nothing.
    pointers: bool,
}

impl Cells {
    /// Bytes, one by one.
    const BYTES: Cells = Cells { each: 1, text: false, pointers: false };
}

/// Columns of a pointer in a picture.
const POINTER_COLUMNS: usize = 9;

/// An object, or the part of it that a pointer may use, as it is drawn.
pub(super) struct Drawn {
    /// Its address.
    pub base: u64,
    /// Its bytes.
    pub len: u64,
    /// Its first byte in the host's memory.
    pub at: usize,
    /// Its name.
    pub label: String,
}

impl Scene<'_> {
    /// How the bytes of elements of this type are written.
    pub fn cells(&self, element: Option<Type>) -> Cells {
        let each = element.map_or(1, |ty| self.size_of(ty)).clamp(1, 8);
        let text = element.is_some_and(|ty| matches!(self.program.types.kind(ty), TypeKind::Int(IntKind::Char)));
        Cells { each, text, pointers: element.is_some_and(|ty| self.program.types.is_pointer(ty)) }
    }

    /// Draws the byte that is `offset` bytes into an object, at a host index. `more`: the
    /// next one is marked too.
    fn draw(&self, lines: &mut Lines, (at, offset): (usize, u64), cells: Cells, (marked, more): (bool, bool)) {
        let is_last = (offset + 1).is_multiple_of(cells.each);
        if !cells.pointers {
            lines.cell(&self.byte(at, cells), marked);
            lines.gap(is_last && cells.each > 1, marked && more);
            return;
        }
        if offset.is_multiple_of(cells.each) {
            lines.cell(&format!("{:<POINTER_COLUMNS$}", self.pointer_at(at)), marked);
        }
        if is_last {
            lines.gap(true, marked && more);
        }
    }

    /// Where the pointer at a host index leads, in a few letters.
    fn pointer_at(&self, at: usize) -> String {
        let marked = self.machine.memory.marks_of(at, 1).first().copied().unwrap_or(0);
        let Some(pointer) = self.machine.memory.load_pointer(at).filter(|_| marked != marks::UNWRITTEN) else {
            return "__".to_owned();
        };
        if pointer.is_null() {
            return "NULL".to_owned();
        }
        let Some(life) = self.machine.memory.biography(pointer.tag) else { return "-> ?".to_owned() };
        let name = match (life.died, self.variable_name(life.origin)) {
            (Some(_), _) => return "stale".to_owned(),
            (None, Some(name)) => name.to_owned(),
            (None, None) if life.block > 0 => format!("#{}", life.block),
            (None, None) => "...".to_owned(),
        };
        let shown: String = name.chars().take(POINTER_COLUMNS - 3).collect();
        format!("-> {shown}")
    }

    /// One byte of an object as two characters, `__` if it was never written.
    fn byte(&self, at: usize, cells: Cells) -> String {
        let marked = self.machine.memory.marks_of(at, 1).first().copied().unwrap_or(0);
        match self.machine.memory.raw(at, 1).first() {
            Some(byte) if marked != marks::UNWRITTEN => match byte {
                0 if cells.text => "\\0".to_owned(),
                b'\n' if cells.text => "\\n".to_owned(),
                0x21..=0x7e if cells.text => format!(" {}", char::from(*byte)),
                _ => format!("{byte:02x}"),
            },
            _ => "__".to_owned(),
        }
    }

    /// What a pointer with this life may use, as it is drawn.
    pub fn drawn(&self, life: &Biography) -> Option<Drawn> {
        let (base, len) = extent(life);
        let (_, start) = self.machine.memory.start_of(life.tag)?;
        let at = start.checked_add(usize::try_from(base.checked_sub(life.base)?).ok()?)?;
        let label = match life.range.and(self.declared_type(life.origin)).zip(self.variable_name(life.origin)) {
            Some((ty, name)) => format!("'{name}{}'", array_at(self, ty, base - life.base, len).0),
            None if life.range.is_some() => "this part".to_owned(),
            None => self.block(life),
        };
        Some(Drawn { base, len, at, label })
    }

    /// The end (or start) of an object, and an access that begins or ends
    /// outside of it. `None` where the access lies further away than can be drawn.
    pub fn outside(&self, drawn: &Drawn, start: u64, size: u64, cells: Cells, words: &str) -> Option<String> {
        let Drawn { base, len, at, label } = drawn;
        let base = *base;
        let host = |addr: u64| at.checked_add(usize::try_from(addr.checked_sub(base)?).ok()?);
        let Cells { each, .. } = cells;
        let end = base.checked_add(*len)?;
        let accessed = size.clamp(1, MOST_ACCESSED);
        let in_access = |addr: u64| addr.wrapping_sub(start) < size;
        let mut lines = Lines::default();
        let hit = |addr: u64| self.neighbour(addr).map(|n| n.label);
        if start >= base {
            let distance = start.saturating_sub(end);
            if distance > MOST_BYTES {
                return None;
            }
            let shown = if cells.pointers { 3 * each } else { (MOST_BESIDE / each).max(1) * each };
            // The bytes that are accessed need their room; those before them take what is left.
            let last = start.max(end).saturating_add(accessed).min(start.checked_add(size.max(1))?);
            let left = u64::try_from(WIDEST).ok()?.saturating_sub(6).saturating_sub(3 * (last - end)) / 3;
            let shown = shown.min(left / each * each).max(each);
            let first = end.saturating_sub(shown).max(base);
            lines.name(label);
            if first > base {
                lines.cell("... ", false);
            }
            for addr in first..end {
                self.draw(&mut lines, (host(addr)?, addr - base), cells, (in_access(addr), in_access(addr + 1)));
            }
            let crosses = in_access(end) && end > base && in_access(end - 1);
            lines.cell("| ", crosses);
            if let Some(what) = hit(start.max(end)) {
                lines.name(&what);
            }
            for addr in end..last {
                let inside = in_access(addr);
                lines.cell("..", inside);
                lines.gap(false, inside && addr + 1 < last && in_access(addr + 1));
            }
        } else {
            if base - start > MOST_BYTES {
                return None;
            }
            let what = hit(start).unwrap_or_default();
            lines.name(&what);
            for addr in start..base {
                lines.cell("..", in_access(addr));
                lines.gap(false, in_access(addr) && in_access(addr + 1) && addr + 1 < base);
            }
            // The name of what lies before needs its room.
            while lines.bytes.chars().count() <= what.chars().count() {
                lines.cell(" ", false);
            }
            lines.cell("| ", false);
            lines.name(label);
            let stop = end.min(base.checked_add(MOST_BESIDE)?);
            for addr in base..stop {
                self.draw(&mut lines, (host(addr)?, addr - base), cells, (false, false));
            }
            if stop < end {
                lines.cell("...", false);
            }
        }
        Some(lines.finish(words))
    }

    /// The bytes of an object around some of them, which are marked.
    pub fn inside(&self, drawn: &Drawn, addr: u64, size: u64, cells: Cells, words: &str) -> Option<String> {
        let Drawn { base, len, at, label } = drawn;
        let offset = addr.checked_sub(*base)?;
        let stop_at = offset.checked_add(size)?;
        if stop_at > *len {
            return None;
        }
        let each = cells.each;
        let first = offset.saturating_sub(MOST_BYTES / 2) / each * each;
        let last = first
            .saturating_add(if cells.pointers { 2 * MOST_BYTES } else { MOST_BYTES })
            .max(stop_at.min(offset.saturating_add(MOST_BYTES)))
            .min(*len);
        let mut lines = Lines::default();
        lines.name(label);
        if first > 0 {
            lines.cell("... ", false);
        }
        for i in first..last {
            let marked = i >= offset && i < stop_at;
            let more = i + 1 < stop_at && i + 1 < last;
            self.draw(&mut lines, (at.checked_add(usize::try_from(i).ok()?)?, i), cells, (marked, more));
        }
        if last < *len {
            lines.cell("...", false);
        }
        Some(lines.finish(words))
    }

    /// The bytes of a value, some of which were never written; `None` if all or none are.
    pub fn gaps(&self, at: usize, size: u64) -> Option<String> {
        let found = self.machine.memory.marks_of(at, usize::try_from(size.min(MOST_BYTES)).ok()?);
        let missing: Vec<bool> = found.iter().map(|m| *m == marks::UNWRITTEN).collect();
        let holes = u64::try_from(missing.iter().filter(|m| **m).count()).ok()?;
        if holes == 0 || missing.iter().all(|m| *m) {
            return None;
        }
        let cells = Cells::BYTES;
        let mut lines = Lines::default();
        for (i, hole) in missing.iter().enumerate() {
            lines.cell(&self.byte(at.checked_add(i)?, cells), *hole);
            lines.gap(false, *hole && missing.get(i + 1) == Some(&true));
        }
        Some(lines.finish(&format!("{} never written", count(holes, "byte"))))
    }
}

/// First address and bytes of what a pointer with this life may use.
pub(super) fn extent(life: &Biography) -> (u64, u64) {
    match life.range {
        Some(range) => (life.base.saturating_add(range.offset), range.len),
        None => (life.base, life.size),
    }
}
