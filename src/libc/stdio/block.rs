//! Whole blocks: `fread`, `fwrite` (7.21.8).

use super::stream;
use super::transfer;
use crate::kinds::{Kind, Severity};
use crate::libc::call::{Call, Context, Next};
use crate::libc::text::{after, host, wide};
use crate::machine::Stop;
use crate::memory::{Pointer, Trap, TrapData, marks};

type Answer = Result<Next, Stop>;

/// Bytes that are moved at once.
const CHUNK: usize = 4096;

pub(super) fn fread(context: &mut Context<'_>, call: &Call<'_>) -> Answer {
    let (into, size, count) = (call.pointer(0), call.size(1), call.size(2));
    let number = stream::argument(context, call, 3)?;
    let total = host(size.saturating_mul(count));
    let mut done = 0usize;
    'all: while done < total {
        let mut bytes = Vec::new();
        while bytes.len() < CHUNK && done.saturating_add(bytes.len()) < total {
            match transfer::read_byte(context, number)? {
                Some(byte) => bytes.push(byte),
                None => {
                    context.machine.memory.write(after(into, done), &bytes, call.node)?;
                    done = done.saturating_add(bytes.len());
                    break 'all;
                }
            }
        }
        context.machine.memory.write(after(into, done), &bytes, call.node)?;
        done = done.saturating_add(bytes.len());
    }
    if done < total {
        let rest = wide(total.saturating_sub(done));
        let reason = "fread met the end of the file before it could fill this";
        context.state.unassigned.note(after(into, done), rest, call.node, reason);
    }
    let whole = wide(done).checked_div(size).unwrap_or(0);
    let partial = wide(done).saturating_sub(whole.saturating_mul(size));
    if partial > 0 {
        // The value of an element that was read in part is indeterminate (7.21.8.1p2).
        let begin = done.saturating_sub(host(partial));
        context.indeterminate(after(into, begin), partial, call.node, "fread read only a part of this element");
    }
    transfer::answer(context, Next::size(whole))
}

pub(super) fn fwrite(context: &mut Context<'_>, call: &Call<'_>) -> Answer {
    let (from, size, count) = (call.pointer(0), call.size(1), call.size(2));
    let number = stream::argument(context, call, 3)?;
    let total = size.saturating_mul(count);
    if total == 0 {
        return Ok(Next::size(0));
    }
    let at = context.machine.memory.check_read(from, total)?;
    let bytes = context.machine.memory.raw(at, host(total)).to_vec();
    if let Some(offset) = unwritten(context.machine.memory.marks_of(at, host(total)), host(size)) {
        context.machine.tell(unwritten_trap(from, wide(offset), total), Severity::Warning)?;
    }
    let written = transfer::write_bytes(context, number, &bytes)?;
    transfer::answer(context, Next::size(if written { count } else { 0 }))
}

fn unwritten_trap(pointer: Pointer, offset: u64, size: u64) -> Trap {
    let data = TrapData::Uninitialized { pointer: Some(pointer), offset, size, moved: Vec::new() };
    Trap { kind: Kind::UninitializedRead, data }.noted("fwrite writes bytes that never got a value", None)
}

/// The first unwritten byte that cannot be padding of a struct of `size` bytes.
///
/// The library is not told the type. Padding stands before a member, is shorter
/// than that member's alignment and ends on it; or it ends the struct and is
/// shorter than its widest member. The marks tell how wide members are.
fn unwritten(marks: &[u8], size: usize) -> Option<usize> {
    let mut start = 0usize;
    for item in marks.chunks(size.max(1)) {
        let widest = item.iter().map(|mark| width(*mark)).max().unwrap_or(1);
        let mut run: Option<usize> = None;
        for (at, mark) in item.iter().enumerate() {
            match (*mark == marks::UNWRITTEN, run) {
                (true, None) => run = Some(at),
                (false, Some(from)) => {
                    let align = width(*mark);
                    let ends = at.checked_rem(align) == Some(0);
                    if from == 0 || at.saturating_sub(from) >= align || !ends {
                        return Some(start.saturating_add(from));
                    }
                    run = None;
                }
                _ => {}
            }
        }
        if let Some(from) = run
            && (from == 0 || item.len().saturating_sub(from) >= widest)
        {
            return Some(start.saturating_add(from));
        }
        start = start.saturating_add(item.len());
    }
    None
}

/// The alignment of what was written with this mark.
fn width(mark: u8) -> usize {
    match mark {
        marks::INT16 => 2,
        marks::INT32 | marks::FLOAT => 4,
        marks::INT64 | marks::DOUBLE | marks::POINTER | marks::FRAGMENT => 8,
        marks::LONG_DOUBLE => 16,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn padding_is_told_from_members() {
        let (i, d, b, o) = (marks::INT32, marks::DOUBLE, marks::BYTE, marks::UNWRITTEN);
        // char, padding, int
        assert_eq!(unwritten(&[b, o, o, o, i, i, i, i], 8), None);
        // int, char, padding; twice
        assert_eq!(unwritten(&[i, i, i, i, b, o, o, o, i, i, i, i, b, o, o, o], 8), None);
        // two ints, the second never written
        assert_eq!(unwritten(&[i, i, i, i, o, o, o, o], 8), Some(4));
        // int (never written), padding, double
        assert_eq!(unwritten(&[o, o, o, o, o, o, o, o, d, d, d, d, d, d, d, d], 16), Some(0));
        // an array of characters, half of it written
        assert_eq!(unwritten(&[b, b, b, o, o], 1), Some(3));
        assert_eq!(unwritten(&[b, b, b, o, o], 5), Some(3));
    }
}
