//! Memory management (7.22.3): the heap itself is `memory`'s.

use crate::kinds::Kind;
use crate::libc::{Call, Context, Next, errno};
use crate::machine::{Machine, Stop};
use crate::memory::{Pointer, Trap, TrapData};
use crate::sema::tree::NodeId;

/// A size that is negative as a signed number is a slip (`malloc(-1)`, `n - 1` of 0).
fn look_at(context: &mut Context<'_>, size: u64) -> Result<(), Stop> {
    let value = size.cast_signed();
    if value < 0 {
        context.machine.warn(Trap { kind: Kind::AllocationSize, data: TrapData::Value { value, bits: 64 } })?;
    }
    Ok(())
}

/// The answer to a request: the block, or null with errno.
pub(in crate::libc) fn allocated(context: &mut Context<'_>, block: Option<Pointer>) -> Result<Next, Stop> {
    if block.is_none() {
        context.set_errno(errno::ENOMEM)?;
    }
    Ok(Next::pointer(block.unwrap_or(Pointer::NULL)))
}

pub(super) fn malloc(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let size = call.size(0);
    look_at(context, size)?;
    let event = context.machine.event(call.node);
    let block = context.machine.memory.malloc(size, event).map_err(Trap::from)?;
    allocated(context, block)
}

/// What malloc gives where a hole is large enough. A pointer that passes
/// through fewer hands is worth the second way: most programs that are slow allocate.
pub(super) fn from_hole(machine: &mut Machine, size: u64, node: NodeId) -> Option<Pointer> {
    if size.cast_signed() < 0 {
        return None;
    }
    let event = machine.event(node);
    machine.memory.malloc_in_hole(size, event)
}

/// Frees a block, if it may be freed.
pub(super) fn release(machine: &mut Machine, pointer: Pointer, node: NodeId) -> bool {
    let event = machine.event(node);
    machine.memory.free_block(pointer, event)
}

pub(super) fn calloc(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let (count, size) = (call.size(0), call.size(1));
    look_at(context, count)?;
    look_at(context, size)?;
    let event = context.machine.event(call.node);
    let block = context.machine.memory.calloc(count, size, event).map_err(Trap::from)?;
    allocated(context, block)
}

/// `realloc` (7.22.3.5). Size 0 frees and gives null, as in glibc, which is no failure.
pub(super) fn realloc(context: &mut Context<'_>, call: &Call<'_>, size: u64) -> Result<Next, Stop> {
    let old = call.pointer(0);
    look_at(context, size)?;
    let event = context.machine.event(call.node);
    let block = context.machine.memory.realloc(old, size, event)?;
    if size == 0 && !old.is_null() {
        return Ok(Next::pointer(Pointer::NULL));
    }
    allocated(context, block)
}

/// `reallocarray` (GNU): a product that overflows is a failure.
pub(super) fn reallocarray(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    match call.size(1).checked_mul(call.size(2)) {
        Some(size) => realloc(context, call, size),
        None => {
            let event = context.machine.event(call.node);
            context.machine.memory.refuse_realloc(call.pointer(0), event);
            allocated(context, None)
        }
    }
}

pub(super) fn free(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let event = context.machine.event(call.node);
    context.machine.memory.free(call.pointer(0), event)?;
    Ok(Next::VOID)
}

/// `aligned_alloc` (7.22.3.1) and `memalign`.
pub(super) fn aligned(context: &mut Context<'_>, call: &Call<'_>, name: &str) -> Result<Next, Stop> {
    let (alignment, size) = (call.size(0), call.size(1));
    look_at(context, size)?;
    if !alignment.is_power_of_two() {
        let text = format!("'{name}' is given {alignment} as alignment; it must be a power of two");
        context.machine.warn(Trap::text(Kind::BadArgument, text))?;
        context.set_errno(errno::EINVAL)?;
        return Ok(Next::pointer(Pointer::NULL));
    }
    let event = context.machine.event(call.node);
    let block = context.machine.memory.aligned_alloc(alignment, size, event).map_err(Trap::from)?;
    allocated(context, block)
}

/// `posix_memalign`: the error number is the result, errno stays.
pub(super) fn posix_memalign(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let (place, alignment, size) = (call.pointer(0), call.size(1), call.size(2));
    look_at(context, size)?;
    if !alignment.is_power_of_two() || alignment < 8 {
        return Ok(Next::int(errno::EINVAL));
    }
    context.machine.memory.check_write(place, 8)?;
    let event = context.machine.event(call.node);
    match context.machine.memory.aligned_alloc(alignment, size, event).map_err(Trap::from)? {
        Some(block) => {
            context.machine.memory.put_pointer(place, block, call.node)?;
            Ok(Next::int(0))
        }
        None => Ok(Next::int(errno::ENOMEM)),
    }
}

/// `valloc`: aligned to a page.
pub(super) fn valloc(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    const PAGE: u64 = 4096;
    look_at(context, call.size(0))?;
    let event = context.machine.event(call.node);
    let block = context.machine.memory.aligned_alloc(PAGE, call.size(0), event).map_err(Trap::from)?;
    allocated(context, block)
}

pub(super) fn usable_size(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    Ok(Next::size(context.machine.memory.malloc_usable_size(call.pointer(0))?))
}
