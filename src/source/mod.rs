//! Files and positions: where a piece of text stands, and how it came there.
//!
//! Every file that is read gets a stretch of one global position space, so a
//! [`Span`] is two numbers and an expansion, and finding its file is a binary search.

mod files;
mod map;
mod span;

pub use files::{Files, MemoryFiles, ReadError};
pub use map::{Expansion, FileKind, Location, SourceFile, SourceMap, SourceTooLarge};
pub use span::{ExpansionId, FileId, Pos, Span};
