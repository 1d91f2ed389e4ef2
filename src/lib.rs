//! cglass runs a C file and shows what its memory does.
//!
//! The modules stand in the order in which the data flows; each imports only
//! what stands before it (held by `tests/architecture.rs`).
#![forbid(unsafe_code)]

pub mod source;

pub mod diagnostics;

pub mod kinds;

pub mod types;

pub mod arith;

pub mod preprocess;

pub mod syntax;

pub mod sema;

pub mod lints;

pub mod memory;

pub mod machine;

pub mod findings;

pub mod leaks;

pub mod libc;

pub mod eval;

pub mod session;

pub mod report;
