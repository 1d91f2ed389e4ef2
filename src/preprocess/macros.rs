//! What a macro is, and when two definitions are the same (6.10.3).

use super::pp_token::{PpKind, PpToken};
use super::symbols::Symbol;
use crate::source::Span;

/// A macro.
#[derive(Debug)]
pub(super) struct Macro {
    /// Its name in the directive that defined it.
    pub definition: Span,
    /// With or without parentheses, or computed.
    pub kind: MacroKind,
    /// The replacement list; parameters and operators are marked.
    pub body: Vec<PpToken>,
    /// Predefined by cglass (not by a header or the user).
    pub predefined: bool,
}

/// The forms of macros.
#[derive(Debug, PartialEq)]
pub(super) enum MacroKind {
    /// `#define N 10`
    Object,
    /// `#define SQUARE(x) ((x) * (x))`
    Function {
        /// Names of the parameters; `__VA_ARGS__` for an unnamed rest.
        parameters: Vec<Symbol>,
        /// The last one takes the rest of the arguments.
        variadic: bool,
    },
    /// Its value depends on where and when it is used.
    Computed(Computed),
}

/// Macros whose value is computed (6.10.8.1 and gcc's).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Computed {
    /// `__LINE__`
    Line,
    /// `__FILE__`
    File,
    /// `__FILE_NAME__`: without folders
    FileName,
    /// `__BASE_FILE__`: the main file
    BaseFile,
    /// `__DATE__`
    Date,
    /// `__TIME__`
    Time,
    /// `__COUNTER__`
    Counter,
    /// `__INCLUDE_LEVEL__`
    IncludeLevel,
    /// `__has_include` and `__has_include_next`, which have a meaning only in `#if`
    HasInclude,
}

impl Computed {
    /// All of them with their names.
    pub const ALL: [(&'static str, Computed); 10] = [
        ("__LINE__", Computed::Line),
        ("__FILE__", Computed::File),
        ("__FILE_NAME__", Computed::FileName),
        ("__BASE_FILE__", Computed::BaseFile),
        ("__DATE__", Computed::Date),
        ("__TIME__", Computed::Time),
        ("__COUNTER__", Computed::Counter),
        ("__INCLUDE_LEVEL__", Computed::IncludeLevel),
        ("__has_include", Computed::HasInclude),
        ("__has_include_next", Computed::HasInclude),
    ];
}

impl Macro {
    /// Would defining `other` anew change nothing (6.10.3p1 and 2)?
    pub fn same_as(&self, other: &Macro) -> bool {
        self.kind == other.kind
            && self.body.len() == other.body.len()
            && self
                .body
                .iter()
                .zip(&other.body)
                .enumerate()
                .all(|(i, (a, b))| a.kind == b.kind && a.text == b.text && (i == 0 || a.space == b.space))
    }

    /// The number of a parameter.
    pub fn parameter(parameters: &[Symbol], token: &PpToken) -> Option<u16> {
        if token.kind != PpKind::Identifier {
            return None;
        }
        u16::try_from(parameters.iter().position(|&p| p == token.text)?).ok()
    }
}
