//! Tests of the parser as a whole.

mod errors;
mod lex;
mod limits;
mod shapes;

pub(super) use lex::lex;
