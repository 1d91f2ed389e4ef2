//! Simulated memory: bytes, written marks, provenance, objects, stack and heap.
//!
//! This module knows bytes and ids. It knows no source text; what goes wrong is
//! a [`Trap`], data only, which `findings` turns into words.
//!
//! One host vector holds static objects, stack and heap, in this order; beside
//! it stand a mark per byte ([`marks`]) and a tag per aligned 8 bytes. The hot
//! path is `object.rs` (is this access inside its object?) and `scalar.rs` (load, store).
#![deny(clippy::as_conversions, clippy::arithmetic_side_effects, clippy::indexing_slicing)]

mod access;
mod automatic;
mod biography;
mod bytes;
mod convert;
mod copy;
mod effective;
mod explain;
mod fragments;
mod graves;
mod heap;
mod history;
pub mod layout;
pub mod marks;
mod object;
mod permute;
mod pointer;
mod provenance;
mod ranges;
mod removal;
mod rows;
mod scalar;
mod skewed;
mod space;
mod statics;
#[cfg(test)]
mod tests;
mod trap;
mod walk;

pub use biography::{Biography, Death, Extent};
pub use bytes::first_zero;
pub use graves::{Ending, GRAVES};
pub use heap::{Failed, HeapBlock, HeapExtent, HeapStats, OutOfHost};
pub use history::{ChainId, Event, Info, Origin};
pub use layout::{Region, TooLarge, function_address, function_at};
pub use object::{Object, ObjectTable};
pub use pointer::{Pointer, Tag};
pub use provenance::Validity;
pub use removal::{Reason, Removal};
pub use scalar::{Bool, Extended, F32, F64, I8, I16, I32, I64, Scalar, U8, U16, U32};
pub use space::Memory;
pub use statics::{Segment, StaticPlace, StaticSpec};
pub use trap::{Access, BadConversion, Promise, Trap, TrapData};
