//! `<dirent.h>` (POSIX): the names in a folder, sorted, so that every run sees them in one order.

use super::string::scan;
use super::{Call, Context, Next, Row, Static, errno};
use crate::kinds::Kind;
use crate::machine::Stop;
use crate::memory::{I16, I64, Pointer, Trap, U8};
use crate::sema::tree::NodeId;

const HEADER: &str = "dirent.h";

/// The rows of this header.
pub(super) const ROWS: &[Row] = &[
    Row::full("opendir", HEADER, opendir),
    Row::full("readdir", HEADER, readdir),
    Row::full("rewinddir", HEADER, rewinddir),
    Row::full("closedir", HEADER, closedir),
];

/// So many folders may be open at once.
const FOLDERS: u32 = 16;
/// `struct dirent`: two words, a length, a kind and the name.
const ENTRY: u64 = 280;
const LENGTH_AT: i64 = 16;
const KIND_AT: i64 = 18;
const NAME_AT: i64 = 19;
const LONGEST_NAME: usize = 255;

/// What a `DIR *` points to, and the entry that each hands out.
pub(super) const STATICS: &[Static] = &[
    Static { name: "DIR", size: 16, align: 8, count: FOLDERS, read_only: false },
    Static { name: "struct dirent", size: ENTRY, align: 8, count: FOLDERS, read_only: false },
];

/// A folder that is being read.
#[derive(Debug)]
struct Reading {
    names: Vec<(Vec<u8>, bool)>,
    next: usize,
}

/// One of the objects a `DIR *` can point to.
#[derive(Debug, Default)]
enum Slot {
    #[default]
    Fresh,
    Open(Reading),
    Closed(NodeId),
}

/// All of them.
#[derive(Debug, Default)]
pub(super) struct Folders(Vec<Slot>);

fn opendir(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let path = scan::string(&context.machine.memory, call.pointer(0))?.to_vec();
    let slots = &mut context.state.folders.0;
    slots.resize_with(usize::try_from(FOLDERS).unwrap_or(0), Slot::default);
    // The place of a closed one is used again when there is no other.
    let free = slots.iter().position(|slot| matches!(slot, Slot::Fresh));
    let free = free.or_else(|| slots.iter().position(|slot| matches!(slot, Slot::Closed(_))));
    let found = match free {
        None => Err(errno::EMFILE),
        Some(number) => match context.machine.host.entries(&path) {
            Ok(names) => Ok((number, names)),
            Err(error) => Err(error.errno),
        },
    };
    match found {
        Ok((number, names)) => {
            let mut all = vec![(b".".to_vec(), true), (b"..".to_vec(), true)];
            all.extend(names);
            if let Some(slot) = context.state.folders.0.get_mut(number) {
                *slot = Slot::Open(Reading { names: all, next: 0 });
            }
            Ok(Next::pointer(context.state.object("DIR", number)))
        }
        Err(number) => {
            context.set_errno(number)?;
            Ok(Next::pointer(Pointer::NULL))
        }
    }
}

/// The number of the folder that the argument points to.
fn argument(context: &Context<'_>, call: &Call<'_>) -> Result<usize, Stop> {
    let pointer = call.pointer(0);
    let number = (0..context.state.folders.0.len()).find(|n| context.state.object("DIR", *n).addr == pointer.addr);
    match number.and_then(|n| Some((n, context.state.folders.0.get(n)?))) {
        Some((number, Slot::Open(_))) => return Ok(number),
        Some((_, Slot::Closed(node))) => {
            let words = "the folder was closed before; its DIR cannot be used any more";
            return Err(Trap::text(Kind::UseAfterClose, words).noted("closed here", Some(*node)).into());
        }
        _ => {}
    }
    if pointer.is_null() {
        let words = "the folder is a null pointer: opendir could not open it";
        return Err(Trap::text(Kind::NullDereference, words).into());
    }
    context.machine.memory.check_read(pointer, 1)?;
    Err(Trap::text(Kind::BadArgument, "the pointer does not point to a folder that opendir returned").into())
}

fn reading<'a>(context: &'a mut Context<'_>, number: usize) -> Option<&'a mut Reading> {
    match context.state.folders.0.get_mut(number) {
        Some(Slot::Open(reading)) => Some(reading),
        _ => None,
    }
}

/// `readdir`: null at the end; the next call uses the same object.
fn readdir(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    const FOLDER: i64 = 4;
    const FILE: i64 = 8;
    let number = argument(context, call)?;
    let entry = reading(context, number).and_then(|reading| {
        let entry = reading.names.get(reading.next).cloned()?;
        reading.next = reading.next.saturating_add(1);
        Some((reading.next, entry))
    });
    let Some((place, (mut name, is_folder))) = entry else { return Ok(Next::pointer(Pointer::NULL)) };
    name.truncate(LONGEST_NAME);
    let length = i64::try_from(name.len()).unwrap_or(0).saturating_add(NAME_AT).saturating_add(8) & !7;
    name.push(0);
    let to = context.state.object("struct dirent", number);
    let serial = i64::try_from(place).unwrap_or(i64::MAX);
    let memory = &mut context.machine.memory;
    memory.put::<I64>(to, serial, call.node)?;
    memory.put::<I64>(to.offset(8), serial, call.node)?;
    memory.put::<I16>(to.offset(LENGTH_AT), length, call.node)?;
    memory.put::<U8>(to.offset(KIND_AT), if is_folder { FOLDER } else { FILE }, call.node)?;
    memory.write(to.offset(NAME_AT), &name, call.node)?;
    Ok(Next::pointer(to))
}

fn rewinddir(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let number = argument(context, call)?;
    if let Some(reading) = reading(context, number) {
        reading.next = 0;
    }
    Ok(Next::VOID)
}

fn closedir(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let number = argument(context, call)?;
    if let Some(slot) = context.state.folders.0.get_mut(number) {
        *slot = Slot::Closed(call.node);
    }
    Ok(Next::int(0))
}
