//! Options with long names.

use super::Scan;
use crate::libc::Context;
use crate::libc::string::scan;
use crate::machine::Stop;
use crate::memory::{I32, Pointer, Trap};

/// `struct option`: name, has_arg, flag, val.
const SIZE: i64 = 32;
const HAS_ARGUMENT: i64 = 8;
const FLAG: i64 = 16;
const VALUE: i64 = 24;

/// What stands before the name.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Dashes {
    One,
    Two,
}

impl Dashes {
    fn text(self) -> &'static [u8] {
        if self == Dashes::One { b"-" } else { b"--" }
    }
}

/// The table of long options that a call was given.
pub(super) struct LongOptions {
    pub table: Pointer,
    /// Where the number of the option goes, if that is wanted.
    pub found_at: Pointer,
    /// Names may stand after one dash.
    pub is_only: bool,
}

/// An entry of the table.
#[derive(Clone, PartialEq)]
struct Entry {
    name: Vec<u8>,
    has_argument: i64,
    flag: Pointer,
    value: i64,
}

/// The entry that a name stands for.
enum Found {
    None,
    One(i64, Entry),
    Ambiguous(Vec<Vec<u8>>),
}

impl LongOptions {
    fn entries(&self, context: &Context<'_>) -> Result<Vec<Entry>, Trap> {
        let memory = &context.machine.memory;
        let mut entries = Vec::new();
        let mut place = self.table;
        loop {
            let name = memory.get_pointer(place)?;
            if name.is_null() {
                return Ok(entries);
            }
            entries.push(Entry {
                name: scan::string(memory, name)?.to_vec(),
                has_argument: memory.get::<I32>(place.offset(HAS_ARGUMENT))?,
                flag: memory.get_pointer(place.offset(FLAG))?,
                value: memory.get::<I32>(place.offset(VALUE))?,
            });
            place = place.offset(SIZE);
        }
    }

    /// The whole name, or the only one that begins so. Equal entries do not make it ambiguous.
    fn look_up(&self, entries: Vec<Entry>, name: &[u8]) -> Found {
        let mut numbered = (0_i64..).zip(entries);
        let mut begun: Vec<(i64, Entry)> = Vec::new();
        for (number, entry) in numbered.by_ref() {
            if entry.name == name {
                return Found::One(number, entry);
            }
            if entry.name.starts_with(name) {
                begun.push((number, entry));
            }
        }
        let Some((number, first)) = begun.first().cloned() else { return Found::None };
        let alike = |entry: &Entry| {
            entry.has_argument == first.has_argument && entry.flag == first.flag && entry.value == first.value
        };
        if begun.len() > 1 && (self.is_only || !begun.iter().all(|(_, entry)| alike(entry))) {
            return Found::Ambiguous(begun.into_iter().map(|(_, entry)| entry.name).collect());
        }
        Found::One(number, first)
    }

    /// The option whose name begins at `name`; `None` if it may be a group of short ones.
    pub(super) fn find(
        &self,
        context: &mut Context<'_>,
        scan: &mut Scan,
        name: Pointer,
        dashes: Dashes,
    ) -> Result<Option<i64>, Stop> {
        let text = scan::string(&context.machine.memory, name)?.to_vec();
        let end = text.iter().position(|b| *b == b'=').unwrap_or(text.len());
        let before = text.get(..end).unwrap_or_default();
        let found = self.look_up(self.entries(context)?, before);
        if matches!(found, Found::None)
            && dashes == Dashes::One
            && text.first().is_some_and(|letter| scan.options.contains(letter))
        {
            return Ok(None);
        }
        context.state.options.rest = Pointer::NULL;
        context.state.options.index = context.state.options.index.saturating_add(1);
        let (number, entry) = match found {
            Found::One(number, entry) => (number, entry),
            Found::None => {
                context.state.options.option = 0;
                scan.complain(context, &[b"unrecognized option '", dashes.text(), &text, b"'"])?;
                return Ok(Some(i64::from(b'?')));
            }
            Found::Ambiguous(names) => {
                context.state.options.option = 0;
                let mut list = Vec::new();
                for name in names {
                    list.extend([b" '", dashes.text(), &name, b"'"].concat());
                }
                scan.complain(context, &[b"option '", dashes.text(), &text, b"' is ambiguous; possibilities:", &list])?;
                return Ok(Some(i64::from(b'?')));
            }
        };
        if end < text.len() {
            if entry.has_argument == 0 {
                context.state.options.option = entry.value;
                let words = [b"option '", dashes.text(), &entry.name, b"' doesn't allow an argument"];
                scan.complain(context, &words)?;
                return Ok(Some(i64::from(b'?')));
            }
            scan.argument = name.offset(i64::try_from(end.saturating_add(1)).unwrap_or(0));
        } else if entry.has_argument == 1 {
            let index = context.state.options.index;
            if index >= scan.count {
                context.state.options.option = entry.value;
                scan.complain(context, &[b"option '", dashes.text(), &entry.name, b"' requires an argument"])?;
                return Ok(Some(scan.missing()));
            }
            scan.argument = scan.element(context, index)?;
            context.state.options.index = index.saturating_add(1);
        }
        if !self.found_at.is_null() {
            context.machine.memory.put::<I32>(self.found_at, number, scan.node)?;
        }
        if entry.flag.is_null() {
            return Ok(Some(entry.value));
        }
        context.machine.memory.put::<I32>(entry.flag, entry.value, scan.node)?;
        Ok(Some(0))
    }
}
