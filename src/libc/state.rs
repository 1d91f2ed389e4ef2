//! What the library remembers between calls, and its objects that a program can see.

use super::encoding::Encoding;
use super::stdio::Streams;
use super::unassigned::Ring;
use super::varargs::Lists;
use super::{dirent, getopt, libgen, locale, signal, stat, stdio, stdlib, string, time};
use crate::memory::{Origin, Pointer, Segment, StaticPlace, StaticSpec};
use std::collections::HashMap;

/// An object of the library with static storage duration (`errno`, the buffer of `ctime`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Static {
    /// By which it is found, and called in reports.
    pub name: &'static str,
    /// Bytes.
    pub size: u64,
    /// Bytes.
    pub align: u64,
    /// How many of them, each an object of its own.
    pub count: u32,
    /// The program may not write it (semantics.md §4): it is filled and closed
    /// when it is first handed out.
    pub read_only: bool,
}

/// `errno`'s object; every other one stands with its header.
const ERRNO: Static = Static { name: "errno", size: 4, align: 4, count: 1, read_only: false };

/// The objects of all headers, in the order in which they lie in memory.
const STATICS: &[&[Static]] = &[
    &[ERRNO],
    stdio::STATICS,
    string::STATICS,
    locale::STATICS,
    time::STATICS,
    signal::STATICS,
    libgen::STATICS,
    dirent::STATICS,
];

/// The library's own state: one part per header that needs one.
#[derive(Debug, Default)]
pub struct State {
    /// Where the objects of [`STATICS`] are, by name.
    places: HashMap<&'static str, Vec<Pointer>>,
    /// Where the variables of the library are that the program names.
    pub(super) variables: HashMap<String, Pointer>,
    /// What the program is called (`argv[0]`).
    pub program: Vec<u8>,
    /// `atexit` and `at_quick_exit`.
    pub(super) handlers: stdlib::Handlers,
    /// `rand` and its relatives.
    pub(super) generators: stdlib::Generators,
    /// `getenv` and `setenv`.
    pub(super) environment: stdlib::Environment,
    /// `strtok`.
    pub(super) tokens: string::Tokens,
    /// `signal`.
    pub(super) signals: signal::Signals,
    /// `setlocale`: what is said of each category.
    pub(super) locale: locale::Names,
    /// And what follows for characters.
    pub(super) encoding: Encoding,
    /// The first bytes of a character that `mbrtowc` keeps for itself.
    pub(super) partial: Vec<u8>,
    /// `umask`.
    pub(super) mask: stat::Mask,
    /// `opendir`.
    pub(super) folders: dirent::Folders,
    /// `getopt`.
    pub(super) options: getopt::Scanner,
    /// `stdio.h`: the streams.
    pub(super) streams: Streams,
    /// `stdarg.h`: lists that were started.
    pub(super) lists: Lists,
    /// What input functions left unassigned.
    pub unassigned: Ring,
}

/// The objects of the library, to be placed in memory; [`State::new`] wants
/// the places in the same order.
pub fn statics() -> Vec<StaticSpec> {
    declared().flat_map(|one| (0..one.count).map(|_| one.spec())).collect()
}

/// All objects the library wants, one entry for each group of equal ones.
fn declared() -> impl Iterator<Item = &'static Static> {
    STATICS.iter().chain(stdlib::STATICS).flat_map(|all| all.iter())
}

impl Static {
    fn spec(&self) -> StaticSpec {
        StaticSpec {
            size: self.size,
            align: self.align,
            segment: if self.read_only { Segment::ReadOnly } else { Segment::Bss },
            origin: Origin::Library(self.name),
        }
    }
}

impl State {
    /// The state at the start of a run, with the places of [`statics`].
    pub fn new(places: &[StaticPlace]) -> State {
        let mut state = State::default();
        let mut next = places.iter();
        for one in declared() {
            let count = usize::try_from(one.count).unwrap_or(0);
            let pointers = next.by_ref().take(count).map(|place| Pointer { addr: place.addr, tag: place.tag });
            state.places.insert(one.name, pointers.collect());
        }
        state.streams = Streams::new(state.places.get("FILE").map_or(&[], Vec::as_slice));
        state
    }

    /// The object of [`Static`] with this name and number (0 where there is one);
    /// null if there is none.
    pub fn object(&self, name: &str, number: usize) -> Pointer {
        self.places.get(name).and_then(|all| all.get(number)).copied().unwrap_or(Pointer::NULL)
    }
}
