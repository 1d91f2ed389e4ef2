//! Preprocessing tokens (6.4p3), as the lexer makes them and macros move them.

use super::symbols::Symbol;
use super::token::Punct;
use crate::source::{Pos, Span};

/// What a preprocessing token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PpKind {
    /// An identifier (keywords are not told apart yet).
    Identifier,
    /// A preprocessing number (6.4.8).
    Number,
    /// A character constant with its prefix and quotes.
    Character,
    /// A string literal with its prefix and quotes.
    String,
    /// `<stdio.h>` or `"list.h"` after `#include`.
    HeaderName,
    /// An operator or punctuator of the language.
    Punct(Punct),
    /// `#`
    Hash,
    /// `##` that is no operator (outside a macro's body, or made by one).
    HashHash,
    /// A character that fits nothing.
    Other,
    /// A quote that does not close on its line.
    Unterminated,
    /// In a macro's body: the parameter of this number.
    Parameter(u16),
    /// In a macro's body: `#` and the parameter of this number.
    Stringify(u16),
    /// In a macro's body: the operator `##`.
    Paste,
    /// In a macro's body: `__VA_OPT__` with so many tokens between its parentheses.
    VaOpt(u16),
    /// The empty operand of `##` (6.10.3.3p2).
    Placemarker,
    /// The end of a directive's line.
    EndOfLine,
    /// The end of the file, or of the list that is being expanded.
    End,
}

/// A preprocessing token.
#[derive(Clone, Copy, Debug)]
pub(super) struct PpToken {
    /// What it is.
    pub kind: PpKind,
    /// How it is spelled; [`Symbol::NONE`] for a punctuator in its usual spelling.
    pub text: Symbol,
    /// What the student wrote: the token itself, or the use of the macro it came from.
    pub place: Span,
    /// Where the token itself is spelled, be it in a macro's body.
    pub spelled: (Pos, Pos),
    /// White space stands before it.
    pub space: bool,
    /// It is the first on its line.
    pub starts_line: bool,
    /// A macro's name that must not expand any more (6.10.3.4p2).
    pub painted: bool,
}

impl PpToken {
    /// The end of a list.
    pub const END: PpToken = PpToken {
        kind: PpKind::End,
        text: Symbol::NONE,
        place: Span::NONE,
        spelled: (0, 0),
        space: false,
        starts_line: false,
        painted: false,
    };

    /// Is it this punctuator?
    pub fn is(&self, punct: Punct) -> bool {
        self.kind == PpKind::Punct(punct)
    }

    /// Where it is spelled, as a plain span.
    pub fn spelled_span(&self) -> Span {
        Span::new(self.spelled.0, self.spelled.1)
    }
}
