//! From tokens to the abstract syntax tree.

pub mod ast;
