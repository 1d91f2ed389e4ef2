//! `stdarg.h`: what a `va_list` holds in simulated memory, and taking arguments from it.
//!
//! Its 24 bytes (one `VaListTag`) are three 64-bit words: the serial number of
//! the call that started it, the index of the next argument in
//! [`crate::machine::Machine::variadic`], and the index past the last.
//! The program's own `va_arg` and the library's `vprintf` use the same functions.

use super::call::Context;
use crate::kinds::{Kind, Severity};
use crate::machine::{Stop, Value};
use crate::memory::{I64, Pointer, Promise, Trap};
use crate::sema::tree::NodeId;
use crate::types::{IntKind, Type, TypeKind, TypeTable};

/// Where the words lie.
const OWNER: i64 = 0;
const NEXT: i64 = 8;
const END: i64 = 16;

/// The owner of a list after `va_end`.
const ENDED: i64 = -1;

/// A list that was started and not ended yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Started {
    owner: u64,
    list: Pointer,
    node: NodeId,
}

/// A list from which a function that it was passed to took arguments. When that
/// function has returned, only `va_end` may follow in its caller (7.16p3).
#[derive(Clone, Copy, Debug)]
struct Taken {
    list: Pointer,
    /// The call of the function; `None` for a library function.
    by: Option<u64>,
    node: NodeId,
}

/// The lists under way, so that a forgotten `va_end` can be told.
#[derive(Debug, Default)]
pub struct Lists {
    started: Vec<Started>,
    taken: Vec<Taken>,
}

/// `va_start`: the list begins at the first of the arguments `first..end` of
/// the call with serial number `owner`.
///
/// # Errors
/// If the list cannot be written.
pub fn start(
    context: &mut Context<'_>,
    list: Pointer,
    owner: u64,
    arguments: std::ops::Range<u32>,
    node: NodeId,
) -> Result<(), Stop> {
    let memory = &mut context.machine.memory;
    memory.put::<I64>(list.offset(OWNER), owner.cast_signed(), node)?;
    memory.put::<I64>(list.offset(NEXT), arguments.start.into(), node)?;
    memory.put::<I64>(list.offset(END), arguments.end.into(), node)?;
    begin(context, "va_start", Started { owner, list, node })
}

/// A list begins, which must not be one that has begun already (7.16.1.2p3, 7.16.1.4p3).
fn begin(context: &mut Context<'_>, by: &str, new: Started) -> Result<(), Stop> {
    let lists = &mut context.state.lists;
    lists.taken.retain(|t| t.list.addr != new.list.addr);
    let started = &mut lists.started;
    let before = started.iter().position(|s| s.list.addr == new.list.addr && s.owner == new.owner);
    let Some(before) = before.map(|at| started.remove(at)) else {
        started.push(new);
        return Ok(());
    };
    started.push(new);
    let text = format!("{by} begins a va_list that has begun already and was not ended with va_end");
    let trap = Trap::text(Kind::BadArgument, text).noted("it began here", Some(before.node));
    context.machine.tell(trap, Severity::Warning)
}

/// `va_copy`: `to` goes on where `from` stands.
///
/// # Errors
/// If either cannot be accessed, or `from` is not a started list.
pub fn copy(context: &mut Context<'_>, to: Pointer, from: Pointer, node: NodeId) -> Result<(), Stop> {
    let (owner, next, end) = determinate(context, from)?;
    let memory = &mut context.machine.memory;
    memory.put::<I64>(to.offset(OWNER), owner.cast_signed(), node)?;
    memory.put::<I64>(to.offset(NEXT), next, node)?;
    memory.put::<I64>(to.offset(END), end, node)?;
    let owner = running(context);
    begin(context, "va_copy", Started { owner, list: to, node })
}

/// The serial number of the call that is running.
fn running(context: &Context<'_>) -> u64 {
    context.machine.frames.stack.last().map_or(0, |frame| frame.serial)
}

/// `va_end`.
///
/// # Errors
/// If the list cannot be accessed, or is not a started one.
pub fn end(context: &mut Context<'_>, list: Pointer, node: NodeId) -> Result<(), Stop> {
    words(context, list)?;
    context.machine.memory.put::<I64>(list.offset(OWNER), ENDED, node)?;
    context.state.lists.taken.retain(|t| t.list.addr != list.addr);
    let started = &mut context.state.lists.started;
    let ended = started.iter().rposition(|s| s.list.addr == list.addr).map(|at| started.remove(at));
    match ended {
        Some(ended) if ended.owner != running(context) => {
            let text = "va_end is called in another function than va_start; both belong into the same one";
            let trap = Trap::text(Kind::BadArgument, text).noted("the list began here", Some(ended.node));
            context.machine.tell(trap, Severity::Warning)
        }
        _ => Ok(()),
    }
}

/// Is this a list that can be used now? The `v` functions want one also where
/// they take nothing from it (7.21.6.8p2).
///
/// # Errors
/// As [`next`].
pub fn usable(context: &mut Context<'_>, list: Pointer) -> Result<(), Stop> {
    determinate(context, list).map(drop)
}

/// A longjmp leaves functions without their va_end: their lists are not looked after any more.
pub(super) fn abandon(context: &mut Context<'_>) {
    context.state.lists = Lists::default();
}

/// The call with this serial number returns: where it started lists that it did
/// not end (7.16.1p1). They are forgotten then.
pub fn forgotten(context: &mut Context<'_>, owner: u64) -> Vec<NodeId> {
    let started = &mut context.state.lists.started;
    if started.is_empty() {
        return Vec::new();
    }
    let found = started.iter().filter(|s| s.owner == owner).map(|s| s.node).collect();
    started.retain(|s| s.owner != owner);
    found
}

/// The next argument with the type it was passed as, for a library function;
/// `None` past the last one.
///
/// # Errors
/// If the list cannot be accessed, was never started, was ended, or belongs to
/// a call that has returned.
pub fn next(context: &mut Context<'_>, list: Pointer, node: NodeId) -> Result<Option<(Value, Type)>, Stop> {
    taken(context, Taken { list, by: None, node });
    take(context, list, node)
}

/// A function takes arguments from a list that was passed to it.
fn taken(context: &mut Context<'_>, new: Taken) {
    let all = &mut context.state.lists.taken;
    match all.iter_mut().find(|t| t.list.addr == new.list.addr) {
        Some(before) => *before = new,
        None => all.push(new),
    }
}

/// The words of a list whose value is not indeterminate since a function that
/// took arguments from it has returned (7.16p3).
fn determinate(context: &mut Context<'_>, list: Pointer) -> Result<(u64, i64, i64), Stop> {
    let (owner, next, end) = words(context, list)?;
    let Some(taken) = context.state.lists.taken.iter().find(|t| t.list.addr == list.addr) else {
        return Ok((owner, next, end));
    };
    if taken.by.is_some_and(|by| context.machine.frames.stack.iter().rev().any(|frame| frame.serial == by)) {
        return Ok((owner, next, end));
    }
    let text = "this va_list was passed to a function that took arguments from it; after that only va_end may use it";
    let trap = Trap::broken(Kind::BadArgument, Promise::Taken, text)
        .noted("arguments were taken from it here", Some(taken.node));
    // On x86-64 the list goes on where that function stopped, as long as there is something left.
    if next >= end {
        return Err(trap.into());
    }
    context.machine.tell(trap, Severity::Warning)?;
    Ok((owner, next, end))
}

fn take(context: &mut Context<'_>, list: Pointer, node: NodeId) -> Result<Option<(Value, Type)>, Stop> {
    let (_, next, end) = words(context, list)?;
    if next >= end {
        return Ok(None);
    }
    let Some(found) = usize::try_from(next).ok().and_then(|i| context.machine.variadic.get(i)).copied() else {
        return Ok(None);
    };
    context.machine.memory.put::<I64>(list.offset(NEXT), next.saturating_add(1), node)?;
    Ok(Some(found))
}

/// `va_arg`: the next argument, which must have been passed as a type
/// compatible with `wanted` (7.16.1.1p2). Was the list passed to the function, by value?
///
/// # Errors
/// As [`next`], and `va-arg-mismatch`.
pub fn argument(
    context: &mut Context<'_>,
    (list, passed): (Pointer, bool),
    wanted: Type,
    node: NodeId,
) -> Result<Value, Stop> {
    determinate(context, list)?;
    if passed {
        let by = Some(running(context));
        taken(context, Taken { list, by, node });
    }
    let found = take(context, list, node)?;
    let types = &context.machine.types;
    let asked = types.print(wanted.unqualified());
    let Some((value, passed)) = found else {
        let text = format!("va_arg asks for another argument of type '{asked}', but all arguments were taken already");
        return Err(Trap::text(Kind::VaArgMismatch, text).into());
    };
    if fits(types, value, passed, wanted) {
        return Ok(value);
    }
    let passed = types.print(passed.unqualified());
    let text = format!("va_arg asks for '{asked}', but the argument was passed as '{passed}'");
    Err(Trap::text(Kind::VaArgMismatch, text).into())
}

/// May an argument passed as one type be taken as the other (7.16.1.1p2)?
fn fits(types: &TypeTable, value: Value, passed: Type, wanted: Type) -> bool {
    match (types.kind(passed), types.kind(wanted)) {
        (a, b) if a == b => true,
        // Signed and unsigned of one width where both have the value; gcc's long
        // and long long, and enums, are one here.
        (TypeKind::Int(_) | TypeKind::Enum(_) | TypeKind::Bool, TypeKind::Int(_) | TypeKind::Enum(_)) => {
            let same = types.size(passed) == types.size(wanted);
            let signs = signed(types, passed) == signed(types, wanted);
            same && (signs || matches!(value, Value::Int(v) if fits_signed(v, types.size(passed))))
        }
        // A pointer's target is not part of how it is passed, and the program
        // that takes `char *` for `void *` is right.
        (TypeKind::Pointer(_), TypeKind::Pointer(_)) => true,
        _ => false,
    }
}

fn signed(types: &TypeTable, ty: Type) -> bool {
    match types.kind(ty) {
        TypeKind::Int(kind) => kind.is_signed(),
        TypeKind::Enum(id) => types.enumeration(*id).and_then(|e| e.repr).is_none_or(IntKind::is_signed),
        _ => true,
    }
}

/// A value that both the signed and the unsigned type of this size have.
fn fits_signed<E>(value: i64, size: Result<u64, E>) -> bool {
    value >= 0 && (!matches!(size, Ok(4)) || value <= i64::from(i32::MAX))
}

/// The words of a list that may be used now.
fn words(context: &Context<'_>, list: Pointer) -> Result<(u64, i64, i64), Stop> {
    let memory = &context.machine.memory;
    let owner = memory.get::<I64>(list.offset(OWNER))?;
    let next = memory.get::<I64>(list.offset(NEXT))?;
    let end = memory.get::<I64>(list.offset(END))?;
    if owner == ENDED {
        return Err(Trap::text(Kind::BadArgument, "this va_list was ended with va_end").into());
    }
    let owner = owner.cast_unsigned();
    if !context.machine.frames.stack.iter().rev().any(|frame| frame.serial == owner) {
        let text = "this va_list was not started with va_start by a function that is still running";
        return Err(Trap::text(Kind::BadArgument, text).into());
    }
    Ok((owner, next, end))
}
