//! Words and their numbers: a name is compared and looked up by number.

use super::macros::Macro;
use super::token::Keyword;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::rc::Rc;

/// The number of a spelling.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Symbol(u32);

impl Symbol {
    /// The empty spelling.
    pub const NONE: Symbol = Symbol(0);
}

/// What is known of a spelling.
#[derive(Debug)]
pub(super) struct Word {
    /// The characters.
    pub text: Rc<str>,
    /// It is a keyword for the parser.
    pub keyword: Option<Keyword>,
    /// It is a macro.
    pub definition: Option<Rc<Macro>>,
    /// Its expansion is being rescanned, in which its name does not expand again (6.10.3.4p2).
    pub disabled: bool,
}

/// All spellings seen.
#[derive(Debug)]
pub(super) struct Symbols {
    words: Vec<Word>,
    index: HashMap<Rc<str>, Symbol, BuildHasherDefault<WordHasher>>,
}

impl Symbols {
    /// Only the empty spelling.
    pub fn new() -> Symbols {
        let mut symbols = Symbols {
            words: Vec::with_capacity(1024),
            index: HashMap::with_capacity_and_hasher(1024, BuildHasherDefault::default()),
        };
        symbols.intern("");
        symbols
    }

    /// The number of a spelling.
    pub fn intern(&mut self, text: &str) -> Symbol {
        if let Some(&symbol) = self.index.get(text) {
            return symbol;
        }
        let text: Rc<str> = Rc::from(text);
        // 2^32 spellings would need more text than a session can hold.
        let symbol = Symbol(u32::try_from(self.words.len()).unwrap_or(0));
        let keyword = Keyword::from_spelling(&text);
        self.words.push(Word { text: Rc::clone(&text), keyword, definition: None, disabled: false });
        self.index.insert(text, symbol);
        symbol
    }

    /// This spelling is a name like any other.
    pub fn is_no_keyword(&mut self, text: &str) {
        let symbol = self.intern(text);
        if let Some(word) = self.word_mut(symbol) {
            word.keyword = None;
        }
    }

    /// What is known of it.
    pub fn word(&self, symbol: Symbol) -> Option<&Word> {
        self.words.get(usize::try_from(symbol.0).ok()?)
    }

    /// The same, to change.
    pub fn word_mut(&mut self, symbol: Symbol) -> Option<&mut Word> {
        self.words.get_mut(usize::try_from(symbol.0).ok()?)
    }

    /// Its characters.
    pub fn text(&self, symbol: Symbol) -> &str {
        self.word(symbol).map_or("", |w| &w.text)
    }

    /// Its characters, shared.
    pub fn shared_text(&self, symbol: Symbol) -> Rc<str> {
        self.word(symbol).map_or_else(|| Rc::from(""), |w| Rc::clone(&w.text))
    }

    /// The macro of that name.
    pub fn definition(&self, symbol: Symbol) -> Option<&Rc<Macro>> {
        self.word(symbol)?.definition.as_ref()
    }
}

/// Multiply and rotate, eight bytes at a time: words are short and the standard
/// hash would be a third of the lexer's time. Its order is never used.
#[derive(Debug, Default)]
pub(super) struct WordHasher(u64);

impl Hasher for WordHasher {
    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 29)
    }

    fn write(&mut self, mut bytes: &[u8]) {
        while let Some((chunk, rest)) = bytes.split_first_chunk::<8>() {
            self.mix(u64::from_le_bytes(*chunk));
            bytes = rest;
        }
        if let Some((chunk, rest)) = bytes.split_first_chunk::<4>() {
            self.mix(u64::from(u32::from_le_bytes(*chunk)));
            bytes = rest;
        }
        let tail = bytes.iter().fold(1, |tail: u64, &byte| (tail << 8) | u64::from(byte));
        self.mix(tail);
    }

    // The end mark of a string: the length is in the tail already.
    fn write_u8(&mut self, _: u8) {}
}

impl WordHasher {
    fn mix(&mut self, word: u64) {
        self.0 = (self.0.rotate_left(23) ^ word).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    }
}
