//! `<string.h>` (7.24) and `<strings.h>`, with the extensions of POSIX and GNU.

mod copy;
mod messages;
pub(in crate::libc) mod scan;
mod search;
mod tokens;
mod versions;

pub(super) use tokens::Tokens;

use super::{Call, Context, Next, Row, Static};
use crate::kinds::Kind;
use crate::machine::Stop;
use crate::memory::{Pointer, Trap, TrapData};

const HEADER: &str = "string.h";
const STRINGS: &str = "strings.h";

/// The objects of this header.
pub(super) const STATICS: &[Static] = messages::STATICS;

/// The rows of both headers.
pub(super) const ROWS: &[Row] = &[
    // Copying (7.24.2) and concatenation (7.24.3).
    Row::full("memcpy", HEADER, |context, call| copy::memcpy(context, call, "memcpy", false)),
    Row::full("mempcpy", HEADER, |context, call| copy::memcpy(context, call, "mempcpy", true)),
    Row::full("memmove", HEADER, copy::memmove),
    Row::full("bcopy", STRINGS, copy::bcopy),
    Row::full("memccpy", HEADER, copy::memccpy),
    Row::full("memset", HEADER, copy::memset),
    Row::full("explicit_bzero", HEADER, copy::bzero),
    Row::full("bzero", STRINGS, copy::bzero),
    Row::full("strcpy", HEADER, |context, call| copy::strcpy(context, call, "strcpy", false)),
    Row::full("stpcpy", HEADER, |context, call| copy::strcpy(context, call, "stpcpy", true)),
    Row::full("strncpy", HEADER, |context, call| copy::strncpy(context, call, "strncpy", false)),
    Row::full("stpncpy", HEADER, |context, call| copy::strncpy(context, call, "stpncpy", true)),
    Row::full("strcat", HEADER, |context, call| copy::concatenate(context, call, "strcat", u64::MAX)),
    Row::full("strncat", HEADER, |context, call| copy::concatenate(context, call, "strncat", call.size(2))),
    Row::full("strlcpy", "bsd/string.h", |context, call| copy::bounded(context, call, "strlcpy", false)),
    Row::full("strlcat", "bsd/string.h", |context, call| copy::bounded(context, call, "strlcat", true)),
    Row::full("strdup", HEADER, |context, call| copy::duplicate(context, call, u64::MAX)),
    Row::full("strndup", HEADER, |context, call| copy::duplicate(context, call, call.size(1))),
    Row::full("strxfrm", HEADER, copy::strxfrm),
    // Comparison (7.24.4).
    Row::full("memcmp", HEADER, memcmp),
    Row::full("bcmp", STRINGS, memcmp),
    Row::full("strcmp", HEADER, |context, call| compare(context, call, u64::MAX, same)),
    Row::full("strcoll", HEADER, |context, call| compare(context, call, u64::MAX, same)),
    Row::full("strncmp", HEADER, |context, call| compare(context, call, call.size(2), same)),
    Row::full("strcasecmp", STRINGS, |context, call| compare(context, call, u64::MAX, lower)),
    Row::full("strncasecmp", STRINGS, |context, call| compare(context, call, call.size(2), lower)),
    // Search (7.24.5).
    Row::full("memchr", HEADER, search::memchr),
    Row::full("memrchr", HEADER, search::memrchr),
    Row::full("rawmemchr", HEADER, search::rawmemchr),
    Row::full("memmem", HEADER, search::memmem),
    Row::full("strchr", HEADER, search::strchr),
    Row::full("index", STRINGS, search::strchr),
    Row::full("strchrnul", HEADER, search::strchrnul),
    Row::full("strrchr", HEADER, search::strrchr),
    Row::full("rindex", STRINGS, search::strrchr),
    Row::full("strspn", HEADER, |context, call| search::span(context, call, true)),
    Row::full("strcspn", HEADER, |context, call| search::span(context, call, false)),
    Row::full("strpbrk", HEADER, search::strpbrk),
    Row::full("strstr", HEADER, |context, call| search::strstr(context, call, same)),
    Row::full("strcasestr", HEADER, |context, call| search::strstr(context, call, lower)),
    Row::full("strtok", HEADER, tokens::strtok),
    Row::full("strtok_r", HEADER, tokens::strtok_r),
    Row::full("strsep", HEADER, tokens::strsep),
    // The rest (7.24.6).
    Row::full("strlen", HEADER, strlen),
    Row::full("strnlen", HEADER, strnlen),
    Row::full("strerror", HEADER, messages::strerror),
    Row::full("strerror_r", HEADER, messages::strerror_r),
    Row::full("__xpg_strerror_r", HEADER, messages::strerror_posix),
    Row::full("strsignal", HEADER, messages::strsignal),
    Row::full("strverscmp", HEADER, versions::strverscmp),
    Row::full("memfrob", HEADER, copy::memfrob),
    Row::full("ffs", STRINGS, |_, call| Ok(Next::int(first_set(call.int(0) & 0xffff_ffff)))),
    Row::full("ffsl", STRINGS, |_, call| Ok(Next::int(first_set(call.int(0))))),
    Row::full("ffsll", STRINGS, |_, call| Ok(Next::int(first_set(call.int(0))))),
];

/// The number of the lowest bit that is set, from 1; 0 if there is none.
fn first_set(value: i64) -> u32 {
    if value == 0 { 0 } else { value.trailing_zeros().saturating_add(1) }
}

/// Case counts.
fn same(byte: u8) -> u8 {
    byte
}

/// Case does not count (C locale).
fn lower(byte: u8) -> u8 {
    byte.to_ascii_lowercase()
}

/// `pointer` moved on by a size.
pub(super) fn after(pointer: Pointer, bytes: u64) -> Pointer {
    Pointer { addr: pointer.addr.wrapping_add(bytes), tag: pointer.tag }
}

/// The library may not be told to copy between places that overlap (7.24.2.1 and others).
pub(super) fn keep_apart(name: &str, to: Pointer, written: u64, from: Pointer, read: u64) -> Result<(), Trap> {
    let behind = |a: Pointer, b: Pointer| a.addr.wrapping_sub(b.addr);
    if written == 0 || read == 0 || (behind(to, from) >= read && behind(from, to) >= written) {
        return Ok(());
    }
    let unit = |n: u64| if n == 1 { format!("{n} byte") } else { format!("{n} bytes") };
    let text = if to.addr == from.addr {
        format!("'{name}' copies {} onto themselves", unit(read))
    } else if to.addr > from.addr {
        format!("'{name}' copies {} to a place only {} after their beginning", unit(read), unit(behind(to, from)))
    } else {
        format!("'{name}' copies {} to a place only {} before their beginning", unit(read), unit(behind(from, to)))
    };
    Err(Trap { kind: Kind::OverlappingCopy, data: TrapData::TextAt { text, pointer: to } })
}

fn strlen(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    Ok(Next::size(scan::length(&context.machine.memory, call.pointer(0))?))
}

fn strnlen(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    Ok(Next::size(scan::length_at_most(&context.machine.memory, call.pointer(0), call.size(1))?))
}

/// `memcmp` (7.24.4.1): both blocks must be there in full; only the bytes that decide must be written.
fn memcmp(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let (left, right, size) = (call.pointer(0), call.pointer(1), call.size(2));
    let memory = &context.machine.memory;
    if size > 0 {
        memory.check_read(left, size)?;
        memory.check_read(right, size)?;
    }
    Ok(Next::int(scan::compare(memory, left, right, size, false, same)?))
}

fn compare(context: &mut Context<'_>, call: &Call<'_>, limit: u64, fold: fn(u8) -> u8) -> Result<Next, Stop> {
    let (left, right) = (call.pointer(0), call.pointer(1));
    Ok(Next::int(scan::compare(&context.machine.memory, left, right, limit, true, fold)?))
}
