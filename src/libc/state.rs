//! What the library remembers between calls, and its objects that a program can see.

use super::{locale, signal, stdio, stdlib, string, time};
use crate::memory::Pointer;
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
    /// The program may not write it (semantics.md §4).
    pub read_only: bool,
}

/// `errno`'s object; every other one stands with its header.
const ERRNO: Static = Static { name: "errno", size: 4, align: 4, count: 1, read_only: false };

/// The objects of all headers, in the order in which they lie in memory.
const STATICS: &[&[Static]] =
    &[&[ERRNO], stdio::STATICS, stdlib::STATICS, string::STATICS, locale::STATICS, time::STATICS];

/// The library's own state: one part per header that needs one.
#[derive(Debug, Default)]
pub struct State {
    /// Where the objects of [`STATICS`] are, by name.
    places: HashMap<&'static str, Vec<Pointer>>,
    /// `atexit` and `at_quick_exit`.
    pub(super) handlers: stdlib::Handlers,
    /// `rand` and its relatives.
    pub(super) generators: stdlib::Generators,
    /// `getenv` and `setenv`.
    pub(super) environment: stdlib::Environment,
    /// `strtok`.
    pub(super) tokens: string::Tokens,
    /// `signal`.
    pub(super) signals: signal::Handlers,
}

impl State {
    /// The object of [`Static`] with this name and number (0 where there is one);
    /// null if there is none.
    pub fn object(&self, name: &str, number: usize) -> Pointer {
        self.places.get(name).and_then(|all| all.get(number)).copied().unwrap_or(Pointer::NULL)
    }

    /// All objects the library wants, one entry for each group of equal ones.
    pub(super) fn declared() -> impl Iterator<Item = &'static Static> {
        STATICS.iter().flat_map(|all| all.iter())
    }
}
