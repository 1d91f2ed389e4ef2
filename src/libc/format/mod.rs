//! Formatted output and input (7.21.6): what `printf`, `scanf` and their
//! relatives for wide characters share.
//!
//! `spec` reads an output format, `check` compares an argument with what a
//! conversion wants, `integer`, `float` and `field` write single values,
//! `output` runs a whole output format. `pattern`, `token` and `input` are the
//! way back. `arguments` and `source` are where values and bytes come from.

mod arguments;
mod check;
mod field;
mod float;
mod hex;
mod input;
mod integer;
#[cfg(test)]
mod native;
mod output;
mod pattern;
mod source;
mod spec;
mod target;
mod token;
mod wide;

pub(super) use arguments::Arguments;
pub(super) use input::scan;
pub(super) use output::{Characters, Formatted, format};
pub(super) use source::Source;

/// A floating value as `%.*g` writes it.
pub(super) fn general(value: f64, digits: usize) -> Vec<u8> {
    let mut out = Vec::new();
    let room = field::Room { precision: Some(digits), ..field::Room::default() };
    float::write(&mut out, spec::Flags::default(), room, b'g', value, false);
    out
}
