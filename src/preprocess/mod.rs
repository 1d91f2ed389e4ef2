//! Translation phases 1 to 4 and 6's tokens: from text to tokens (5.1.1.2).

pub mod token;
