//! `struct tm` in memory, and the functions that make, mend and print one (7.27.2.3, 7.27.3).

use super::calendar::{self, Broken};
use super::format::{self, DAYS, MONTHS, Source};
use super::local::{self, Shown};
use crate::kinds::{Kind, Severity};
use crate::libc::string::scan;
use crate::libc::{Call, Context, Next, errno};
use crate::machine::Stop;
use crate::memory::{I32, I64, Memory, Pointer, Trap};
use crate::sema::tree::NodeId;
use std::cell::RefCell;

/// Nine `int`, the offset from UTC, the zone's name, as glibc lays it out.
pub(super) const SIZE: u64 = 56;
const OFFSET: i64 = 40;
const ZONE: i64 = 48;

/// A member by its place, from `tm_sec`.
fn member(memory: &Memory, record: Pointer, place: i64) -> Result<i64, Trap> {
    memory.get::<I32>(record.offset(place.wrapping_mul(4)))
}

/// Stores a broken-down time with the name of its zone.
fn store(context: &mut Context<'_>, to: Pointer, time: &Broken, zone: &Shown, node: NodeId) -> Result<(), Trap> {
    let memory = &mut context.machine.memory;
    memory.check_write(to, SIZE)?;
    let members = [
        time.second,
        time.minute,
        time.hour,
        time.day,
        time.month,
        time.year,
        time.weekday,
        time.day_of_year,
        i64::from(zone.summer),
    ];
    for (member, place) in members.into_iter().zip((0_i64..).step_by(4)) {
        memory.put::<I32>(to.offset(place), member, node)?;
    }
    memory.put::<I64>(to.offset(OFFSET), time.offset, node)?;
    memory.put_pointer(to.offset(ZONE), zone.name, node)
}

/// `gmtime`, `localtime` and their `_r` forms: null and EOVERFLOW if the year does not fit.
pub(super) fn broken_down(
    context: &mut Context<'_>,
    call: &Call<'_>,
    local: bool,
    reentrant: bool,
) -> Result<Next, Stop> {
    let time = context.machine.memory.get::<I64>(call.pointer(0))?;
    let to = if reentrant { call.pointer(1) } else { context.state.object("struct tm", 0) };
    Ok(Next::pointer(break_down(context, time, to, local, call.node)?))
}

fn break_down(context: &mut Context<'_>, time: i64, to: Pointer, local: bool, node: NodeId) -> Result<Pointer, Stop> {
    let zone = if local { local::shown(context, time, node)? } else { local::universal(context, node)? };
    let Some(broken) = calendar::broken(time, zone.offset) else {
        context.set_errno(errno::EOVERFLOW)?;
        return Ok(Pointer::NULL);
    };
    store(context, to, &broken, &zone, node)?;
    Ok(to)
}

/// The members that `mktime` looks at.
fn given(memory: &Memory, record: Pointer) -> Result<Broken, Trap> {
    Ok(Broken {
        second: member(memory, record, 0)?,
        minute: member(memory, record, 1)?,
        hour: member(memory, record, 2)?,
        day: member(memory, record, 3)?,
        month: member(memory, record, 4)?,
        year: member(memory, record, 5)?,
        ..Broken::default()
    })
}

/// `mktime` and `timegm`: members out of range are brought into it.
pub(super) fn normalise(context: &mut Context<'_>, call: &Call<'_>, local: bool) -> Result<Next, Stop> {
    let record = call.pointer(0);
    let broken = given(&context.machine.memory, record)?;
    // Whether daylight saving time is in force is asked for and must have been said.
    let time = if local {
        let summer = member(&context.machine.memory, record, 8)?;
        local::seconds(context, &broken, summer)
    } else {
        calendar::seconds(&broken)
    };
    if break_down(context, time, record, local, call.node)?.is_null() {
        return Ok(Next::int(-1));
    }
    Ok(Next::int(time))
}

/// The 26 characters of `asctime`, and its end.
fn asctime_text(memory: &Memory, record: Pointer) -> Result<Vec<u8>, Trap> {
    let name = |names: &[&str], number: i64| {
        let name = usize::try_from(number).ok().and_then(|n| names.get(n)).unwrap_or(&"???");
        name.chars().take(3).collect::<String>()
    };
    let text = format!(
        "{} {}{:3} {:02}:{:02}:{:02} {}\n\0",
        name(&DAYS, member(memory, record, 6)?),
        name(&MONTHS, member(memory, record, 4)?),
        member(memory, record, 3)?,
        member(memory, record, 2)?,
        member(memory, record, 1)?,
        member(memory, record, 0)?,
        member(memory, record, 5)?.saturating_add(1900),
    );
    Ok(text.into_bytes())
}

/// Room that `asctime`'s callers give (7.27.3.1).
const ASCTIME_ROOM: usize = 26;

/// `asctime` is for times whose members have their usual values (7.27.3.1p3).
fn unusual(context: &mut Context<'_>, record: Pointer) -> Result<(), Stop> {
    // From tm_sec to tm_wday, tm_year counted from 1900.
    const USUAL: [(&str, i64, i64); 7] = [
        ("tm_sec", 0, 60),
        ("tm_min", 0, 59),
        ("tm_hour", 0, 23),
        ("tm_mday", 1, 31),
        ("tm_mon", 0, 11),
        ("tm_year", -900, 8099),
        ("tm_wday", 0, 6),
    ];
    for (place, (name, least, most)) in (0..).zip(USUAL) {
        let value = member(&context.machine.memory, record, place)?;
        if !(least..=most).contains(&value) {
            let text = format!("'asctime' is given a time with {name} = {value}; it takes {least} to {most}");
            return context.machine.tell(Trap::text(Kind::BadArgument, text), Severity::Warning);
        }
    }
    Ok(())
}

fn place_asctime(context: &mut Context<'_>, record: Pointer, to: Pointer, node: NodeId) -> Result<Pointer, Stop> {
    let text = asctime_text(&context.machine.memory, record)?;
    unusual(context, record)?;
    if text.len() > ASCTIME_ROOM {
        let text = "'asctime' is given a time that does not fit its 26 characters";
        return Err(Trap::text(Kind::BadArgument, text).into());
    }
    context.machine.memory.write(to, &text, node)?;
    Ok(to)
}

pub(super) fn asctime(context: &mut Context<'_>, call: &Call<'_>, reentrant: bool) -> Result<Next, Stop> {
    let to = if reentrant { call.pointer(1) } else { context.state.object("asctime", 0) };
    Ok(Next::pointer(place_asctime(context, call.pointer(0), to, call.node)?))
}

/// `ctime`: `asctime(localtime(t))`, so it uses both static objects.
pub(super) fn ctime(context: &mut Context<'_>, call: &Call<'_>, reentrant: bool) -> Result<Next, Stop> {
    let time = context.machine.memory.get::<I64>(call.pointer(0))?;
    let record = context.state.object("struct tm", 0);
    let to = if reentrant { call.pointer(1) } else { context.state.object("asctime", 0) };
    if break_down(context, time, record, true, call.node)?.is_null() {
        return Ok(Next::pointer(Pointer::NULL));
    }
    Ok(Next::pointer(place_asctime(context, record, to, call.node)?))
}

/// A `struct tm` that `strftime` reads.
struct Record<'a> {
    memory: &'a Memory,
    record: Pointer,
    /// Seconds since 1970, or why they cannot be told.
    seconds: Result<i64, Trap>,
    /// The first part of the format that is no conversion.
    unknown: RefCell<Option<String>>,
}

impl Source for Record<'_> {
    fn member(&self, place: i64) -> Result<i64, Trap> {
        member(self.memory, self.record, place)
    }

    fn offset(&self) -> Result<i64, Trap> {
        self.memory.get::<I64>(self.record.offset(OFFSET))
    }

    fn zone(&self) -> Result<Vec<u8>, Trap> {
        let zone = self.memory.get_pointer(self.record.offset(ZONE))?;
        if zone.is_null() { Ok(Vec::new()) } else { Ok(scan::string(self.memory, zone)?.to_vec()) }
    }

    fn seconds(&self) -> Result<i64, Trap> {
        self.seconds.clone()
    }

    fn unknown(&self, text: &[u8]) {
        self.unknown.borrow_mut().get_or_insert_with(|| String::from_utf8_lossy(text).into_owned());
    }
}

/// `strftime` (7.27.3.5) and `wcsftime`: 0, and the array has no value any more, if the text does not fit.
pub(super) fn strftime(context: &mut Context<'_>, call: &Call<'_>, is_wide: bool) -> Result<Next, Stop> {
    let (to, room, record) = (call.pointer(0), call.size(1), call.pointer(3));
    let memory = &context.machine.memory;
    let format =
        if is_wide { narrow(memory, call.pointer(2))? } else { scan::string(memory, call.pointer(2))?.to_vec() };
    let seconds = given(&context.machine.memory, record).map(|broken| {
        let summer = member(&context.machine.memory, record, 8).unwrap_or(-1);
        local::seconds(context, &broken, summer)
    });
    let source = Record { memory: &context.machine.memory, record, seconds, unknown: RefCell::default() };
    let mut text = format::format(&format, &source)?;
    if let Some(unknown) = source.unknown.take() {
        let text = format!("'{unknown}' is not a conversion that strftime knows; '%%' writes a '%'");
        context.machine.tell(Trap::text(Kind::BadArgument, text), Severity::Warning)?;
    }
    let length = scan::wide(text.len());
    if length >= room {
        let reason = format!("strftime had {room} bytes here and needed {}", length.saturating_add(1));
        context.indeterminate(to, room, call.node, &reason);
        return Ok(Next::int(0));
    }
    text.push(0);
    if is_wide {
        text = text.iter().flat_map(|byte| u32::from(*byte).to_le_bytes()).collect();
    }
    context.machine.memory.write(to, &text, call.node)?;
    Ok(Next::size(length))
}

/// A wide format; what is no ASCII has no meaning in it and no encoding here.
fn narrow(memory: &Memory, place: Pointer) -> Result<Vec<u8>, Trap> {
    let characters = crate::libc::wchar::string(memory, place)?;
    Ok(characters.into_iter().map(|character| u8::try_from(character).unwrap_or(b'?')).collect())
}

/// Stores the members that a text told, and works out the weekday where a date is known.
pub(super) fn store_parsed(
    context: &mut Context<'_>,
    record: Pointer,
    members: &[Option<i64>; 8],
    node: NodeId,
) -> Result<(), Trap> {
    for (member, place) in members.iter().zip((0_i64..).step_by(4)) {
        if let Some(value) = member {
            context.machine.memory.put::<I32>(record.offset(place), *value, node)?;
        }
    }
    Ok(())
}
