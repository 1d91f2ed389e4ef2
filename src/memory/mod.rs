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
mod fragments;
mod history;
pub mod marks;
mod object;
mod pointer;
mod removal;
mod scalar;
mod space;
mod trap;

pub use history::{ChainId, Event, Info, Origin};
pub use object::{Object, ObjectTable};
pub use pointer::{Pointer, Tag};
pub use removal::{Reason, Removal};
pub use scalar::{Bool, F32, F64, I8, I16, I32, I64, Scalar, U8, U16, U32};
pub use space::Memory;
pub use trap::{Access, Trap, TrapData};
