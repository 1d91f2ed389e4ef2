//! A diagnostic is data; only [`super::render`] turns it into text.

use crate::source::Span;

/// How grave it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The program runs all the same.
    Warning,
    /// The program is rejected.
    Error,
}

/// A further place, with what it has to do with the matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// Where.
    pub span: Span,
    /// What.
    pub message: String,
}

/// Something to tell about the source text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Error or warning.
    pub severity: Severity,
    /// A stable name in kebab case, e.g. `undeclared-name`; `unsupported` for valid C that cglass refuses.
    pub code: &'static str,
    /// One sentence, no full stop, names in single quotes.
    pub message: String,
    /// Where the caret goes.
    pub span: Span,
    /// Said at the caret, if anything.
    pub label: Option<String>,
    /// Other places that matter ("declared here").
    pub others: Vec<Label>,
    /// Remarks without a place, e.g. "did you mean 'count'?".
    pub notes: Vec<String>,
    /// Only refused under `-pedantic-errors` (C11 forbids it, gcc 12 warns).
    pub pedantic: bool,
    /// C11 leaves the program undefined (Annex J.2) where a compiler need not notice: `-W all=error` refuses it.
    pub undefined: bool,
    /// Only told where it is refused (gcc takes it silently).
    pub silent: bool,
}

impl Diagnostic {
    /// An error: the program will not run.
    pub fn error(code: &'static str, span: Span, message: impl Into<String>) -> Diagnostic {
        Diagnostic {
            severity: Severity::Error,
            code,
            message: message.into(),
            span,
            label: None,
            others: Vec::new(),
            notes: Vec::new(),
            pedantic: false,
            undefined: false,
            silent: false,
        }
    }

    /// A warning: the program runs.
    pub fn warning(code: &'static str, span: Span, message: impl Into<String>) -> Diagnostic {
        Diagnostic { severity: Severity::Warning, ..Diagnostic::error(code, span, message) }
    }

    /// A warning about what C11's constraints forbid; `-pedantic-errors` makes it an error.
    pub fn pedantic(code: &'static str, span: Span, message: impl Into<String>) -> Diagnostic {
        Diagnostic { pedantic: true, ..Diagnostic::warning(code, span, message) }
    }

    /// What C11's constraints forbid and gcc takes silently: told only under `-pedantic-errors`.
    pub fn strict(code: &'static str, span: Span, message: impl Into<String>) -> Diagnostic {
        Diagnostic { silent: true, ..Diagnostic::pedantic(code, span, message) }
    }

    /// What C11 leaves undefined (Annex J.2) and gcc takes silently: told only under `-W all=error`.
    pub fn undefined(code: &'static str, span: Span, message: impl Into<String>) -> Diagnostic {
        Diagnostic { silent: true, undefined: true, ..Diagnostic::warning(code, span, message) }
    }

    /// The same of what is told anyway.
    pub fn and_undefined(mut self) -> Diagnostic {
        self.undefined = true;
        self
    }

    /// Valid C that cglass does not do, named.
    pub fn unsupported(span: Span, feature: impl Into<String>) -> Diagnostic {
        Diagnostic::error("unsupported", span, format!("{} is not supported", feature.into()))
    }

    /// Adds words at the caret.
    pub fn with_label(mut self, label: impl Into<String>) -> Diagnostic {
        self.label = Some(label.into());
        self
    }

    /// Adds another place.
    pub fn with_other(mut self, span: Span, message: impl Into<String>) -> Diagnostic {
        self.others.push(Label { span, message: message.into() });
        self
    }

    /// Adds a remark.
    pub fn with_note(mut self, note: impl Into<String>) -> Diagnostic {
        self.notes.push(note.into());
        self
    }
}
