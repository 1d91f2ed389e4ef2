//! How much of anything one run may hold. Each limit has its own message.

/// Files that include each other, one inside the other (gcc's limit too).
pub const INCLUDE_DEPTH: usize = 200;
/// Files opened by `#include` in one run, counting each time anew.
pub const INCLUDED_FILES: usize = 20_000;
/// Bytes of all files of one run together.
pub const SOURCE_BYTES: usize = 256 << 20;
/// Tokens made by macro expansion in one run (each use counts one more).
pub const MACRO_TOKENS: usize = 4_000_000;
/// Macro calls inside the arguments of macro calls.
pub const MACRO_ARGUMENT_DEPTH: usize = 200;
/// Parameters of one macro (C11 asks for 127).
pub const MACRO_PARAMETERS: usize = 4_096;
/// Parentheses and operators inside each other in an `#if`.
pub const CONDITION_DEPTH: usize = 256;
/// Tokens handed to the parser.
pub const TOKENS: usize = 8_000_000;
/// Errors after which preprocessing gives up.
pub const ERRORS: usize = 50;
/// Warnings after which the further ones are not told.
pub const WARNINGS: usize = 200;
