//! From the abstract syntax tree to the typed tree: scopes, types, conversions.

pub mod tree;
