//! The environment (7.22.4.6): what the host granted, and what the program set itself.

use crate::kinds::Kind;
use crate::libc::string::scan;
use crate::libc::text::after;
use crate::libc::{Call, Context, Next, State, Static, errno};
use crate::machine::Stop;
use crate::memory::{Pointer, Trap};
use crate::sema::tree::NodeId;
use std::collections::BTreeMap;

/// So many values can be handed out, each in an object of its own.
const VALUES: u32 = 32;
/// Bytes of such an object.
const VALUE_SIZE: u64 = 4096;

/// So many variables are listed, each in an object of so many bytes.
const LISTED: u32 = 16;
const TEXT_SIZE: u64 = 1024;
/// Their pointers and a null pointer.
const LISTED_SIZE: u64 = 8 * 17;

/// Where values stand that `getenv` returns. Each is closed when it is filled.
pub(super) const STATICS: &[Static] = &[
    Static { name: "getenv", size: VALUE_SIZE, align: 1, count: VALUES, read_only: false },
    // What `environ` points to, and the texts.
    Static { name: "environ", size: LISTED_SIZE, align: 8, count: 1, read_only: false },
    Static { name: "environ text", size: TEXT_SIZE, align: 1, count: LISTED, read_only: false },
];

/// What is known of the environment.
#[derive(Clone, Debug, Default)]
pub(in crate::libc) struct Environment {
    /// Variables the program set, or removed (`None`).
    changed: BTreeMap<Vec<u8>, Option<Vec<u8>>>,
    /// What the host grants was taken away (`clearenv`).
    cleared: bool,
    /// The texts that the program gave to `putenv`, by name: they are the variables.
    given: BTreeMap<Vec<u8>, Pointer>,
    /// Values that were handed out, and in which object each stands.
    places: BTreeMap<Vec<u8>, Pointer>,
}

/// The value of a variable now.
pub(in crate::libc) fn variable(context: &mut Context<'_>, name: &[u8]) -> Option<Vec<u8>> {
    match context.state.environment.changed.get(name) {
        Some(value) => value.clone(),
        None if context.state.environment.cleared => None,
        None => context.machine.host.environment(name),
    }
}

pub(super) fn getenv(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let name = scan::string(&context.machine.memory, call.pointer(0))?.to_vec();
    let Some(mut text) = variable(context, &name) else { return Ok(Next::pointer(Pointer::NULL)) };
    if let Some(place) = context.state.environment.places.get(&text) {
        return Ok(Next::pointer(*place));
    }
    let place = next_place(context.state);
    text.push(0);
    if place.is_null() || scan::wide(text.len()) > VALUE_SIZE {
        let name = String::from_utf8_lossy(&name);
        let text = format!("the value of '{name}' does not fit the room that is kept for the environment");
        return Err(Trap::text(Kind::BadArgument, text).into());
    }
    context.close_text(place, &text, call.node)?;
    text.pop();
    context.state.environment.places.insert(text, place);
    Ok(Next::pointer(place))
}

fn next_place(state: &State) -> Pointer {
    state.object("getenv", state.environment.places.len())
}

pub(super) fn setenv(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let memory = &context.machine.memory;
    let name = scan::string(memory, call.pointer(0))?.to_vec();
    let text = scan::string(memory, call.pointer(1))?.to_vec();
    if name.is_empty() || name.contains(&b'=') {
        context.set_errno(errno::EINVAL)?;
        return Ok(Next::int(-1));
    }
    if call.int(2) != 0 || variable(context, &name).is_none() {
        context.state.environment.given.remove(&name);
        context.state.environment.changed.insert(name, Some(text));
    }
    Ok(Next::int(0))
}

pub(super) fn unsetenv(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let name = scan::string(&context.machine.memory, call.pointer(0))?.to_vec();
    if name.is_empty() || name.contains(&b'=') {
        context.set_errno(errno::EINVAL)?;
        return Ok(Next::int(-1));
    }
    context.state.environment.given.remove(&name);
    context.state.environment.changed.insert(name, None);
    Ok(Next::int(0))
}

/// `putenv` (POSIX): "NAME=value"; without '=' the variable is removed, as in glibc.
pub(super) fn putenv(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let text = scan::string(&context.machine.memory, call.pointer(0))?.to_vec();
    let end = text.iter().position(|b| *b == b'=');
    let name = text.get(..end.unwrap_or(text.len())).unwrap_or_default().to_vec();
    let value = end.and_then(|end| text.get(end.saturating_add(1)..)).map(<[u8]>::to_vec);
    match value {
        Some(_) => context.state.environment.given.insert(name.clone(), call.pointer(0)),
        None => context.state.environment.given.remove(&name),
    };
    context.state.environment.changed.insert(name, value);
    Ok(Next::int(0))
}

pub(super) fn clearenv(context: &mut Context<'_>, _call: &Call<'_>) -> Result<Next, Stop> {
    context.state.environment.given.clear();
    context.state.environment.changed.clear();
    context.state.environment.cleared = true;
    Ok(Next::int(0))
}

/// The texts that are variables of the environment, each with what it is called.
pub(in crate::libc) fn given_to_environment(state: &State) -> Vec<(Pointer, String)> {
    let named = |(name, text): (&Vec<u8>, &Pointer)| {
        (*text, format!("the environment variable {}", String::from_utf8_lossy(name)))
    };
    state.environment.given.iter().map(named).collect()
}

/// The list of `NAME=value` that `environ` points to at the start.
pub fn environment_list(state: &State) -> Pointer {
    state.object("environ", 0)
}

/// Fills that list with what the host granted. It is a copy: what the program sets later
/// is found by `getenv` only.
pub(in crate::libc) fn list_environment(context: &mut Context<'_>) -> Result<(), Stop> {
    let (list, node) = (context.state.object("environ", 0), NodeId::NONE);
    let mut listed = 0_usize;
    for name in context.machine.host.environment_names() {
        let value = context.machine.host.environment(&name).unwrap_or_default();
        let text = [&name, b"=".as_slice(), &value, b"\0"].concat();
        let place = context.state.object("environ text", listed);
        if place.is_null() {
            break;
        }
        if scan::wide(text.len()) <= TEXT_SIZE {
            context.machine.memory.write(place, &text, node)?;
            context.machine.memory.put_pointer(after(list, listed.wrapping_mul(8)), place, node)?;
            listed = listed.saturating_add(1);
        }
    }
    context.machine.memory.put_pointer(after(list, listed.wrapping_mul(8)), Pointer::NULL, node)?;
    Ok(())
}
