//! A picture of bytes: two lines, the bytes in hex and what there is to say about some of them.

use super::scene::Scene;
use super::wording::count;
use crate::memory::{Biography, Pointer};

/// Bytes of the object that are shown at most.
const MOST_BYTES: u64 = 16;
/// Bytes of the access that are shown at most.
const MOST_ACCESSED: u64 = 8;

/// The two lines while they are drawn.
#[derive(Debug, Default)]
struct Lines {
    bytes: String,
    marks: String,
}

impl Lines {
    /// Puts a cell on the first line, marked below or not.
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

    fn finish(self, words: &str) -> String {
        let marks = self.marks.trim_end();
        format!("{}\n{marks} {words}", self.bytes.trim_end())
    }
}

impl Scene<'_> {
    /// One byte of an object as two characters, `__` if it was never written.
    fn byte(&self, at: usize) -> String {
        let marked = self.machine.memory.marks_of(at, 1).first().copied().unwrap_or(0);
        match self.machine.memory.raw(at, 1).first() {
            Some(byte) if marked != crate::memory::marks::UNWRITTEN => format!("{byte:02x}"),
            _ => "__".to_owned(),
        }
    }

    /// The end (or start) of an object, and an access that begins or ends
    /// outside of it. `None` where the access lies further away than can be drawn.
    pub fn outside(&self, life: &Biography, pointer: Pointer, size: u64, each: u64, words: &str) -> Option<String> {
        let (base, room) = extent(life);
        let (_, at) = self.machine.memory.start_of(life.tag)?;
        let host = |addr: u64| at.checked_add(usize::try_from(addr.checked_sub(life.base)?).ok()?);
        let each = each.clamp(1, 8);
        let end = base.checked_add(room)?;
        let accessed = size.clamp(1, MOST_ACCESSED);
        let in_access = |addr: u64| addr.wrapping_sub(pointer.addr) < size;
        let mut lines = Lines::default();
        if pointer.addr >= base {
            let distance = pointer.addr.saturating_sub(end);
            if distance > MOST_BYTES {
                return None;
            }
            let shown = (MOST_BYTES / each).max(1) * each;
            let first = end.saturating_sub(shown).max(base);
            if first > base {
                lines.cell("... ", false);
            }
            for addr in first..end {
                lines.cell(&self.byte(host(addr)?), in_access(addr));
                let more = in_access(addr) && in_access(addr + 1);
                lines.gap((addr + 1 - base).is_multiple_of(each) && each > 1, more);
            }
            let crosses = in_access(end) && end > base && in_access(end - 1);
            lines.cell("| ", crosses);
            let last = pointer.addr.max(end).saturating_add(accessed);
            for addr in end..last.min(pointer.addr.checked_add(size.max(1))?) {
                let inside = in_access(addr);
                lines.cell("..", inside);
                lines.gap(false, inside && addr + 1 < last && in_access(addr + 1));
            }
        } else {
            if base - pointer.addr > MOST_BYTES {
                return None;
            }
            for addr in pointer.addr..base {
                lines.cell("..", in_access(addr));
                lines.gap(false, in_access(addr) && in_access(addr + 1) && addr + 1 < base);
            }
            lines.cell("| ", false);
            let stop = end.min(base.checked_add(MOST_BYTES)?);
            for addr in base..stop {
                lines.cell(&self.byte(host(addr)?), false);
                lines.gap((addr + 1 - base).is_multiple_of(each) && each > 1, false);
            }
            if stop < end {
                lines.cell("...", false);
            }
        }
        Some(lines.finish(words))
    }

    /// The bytes of a value, some of which were never written; `None` if all or none are.
    pub fn gaps(&self, at: usize, size: u64) -> Option<String> {
        let marks = self.machine.memory.marks_of(at, usize::try_from(size.min(MOST_BYTES)).ok()?);
        let missing: Vec<bool> = marks.iter().map(|m| *m == crate::memory::marks::UNWRITTEN).collect();
        let holes = u64::try_from(missing.iter().filter(|m| **m).count()).ok()?;
        if holes == 0 || missing.iter().all(|m| *m) {
            return None;
        }
        let mut lines = Lines::default();
        for (i, hole) in missing.iter().enumerate() {
            lines.cell(&self.byte(at.checked_add(i)?), *hole);
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
