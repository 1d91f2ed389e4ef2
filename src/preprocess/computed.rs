//! Macros whose value depends on the place or the time (6.10.8.1).

use super::driver::Preprocessor;
use super::macros::Computed;
use super::pp_token::{PpKind, PpToken};
use crate::source::Span;

impl Preprocessor<'_> {
    /// The one token that a computed macro stands for.
    pub(super) fn computed(&mut self, computed: Computed, name: PpToken, place: Span) -> PpToken {
        let (kind, text) = match computed {
            Computed::Line => (PpKind::Number, self.map.locate(place.lo).line.to_string()),
            Computed::File => (PpKind::String, quoted(&self.map.locate(place.lo).file)),
            Computed::FileName => {
                let file = self.map.locate(place.lo).file;
                (PpKind::String, quoted(file.rsplit('/').next().unwrap_or("")))
            }
            Computed::BaseFile => (PpKind::String, quoted(&self.main_name)),
            Computed::Date => (PpKind::String, quoted(self.options.date.as_ref().map_or("??? ?? ????", |d| &d.0))),
            Computed::Time => (PpKind::String, quoted(self.options.date.as_ref().map_or("??:??:??", |d| &d.1))),
            Computed::Counter => {
                let value = self.counter;
                self.counter += 1;
                (PpKind::Number, value.to_string())
            }
            Computed::IncludeLevel => (PpKind::Number, self.sources.len().saturating_sub(1).to_string()),
            Computed::HasInclude => {
                let message = format!("'{}' can only be used in #if and #elif", self.spelling(&name));
                self.error("bad-has-include", name.place, message);
                (PpKind::Number, "0".to_owned())
            }
        };
        let text = self.symbols.intern(&text);
        PpToken { kind, text, place, painted: false, ..name }
    }
}

/// A string literal with this value.
fn quoted(text: &str) -> String {
    let mut literal = String::from("\"");
    for c in text.chars() {
        if matches!(c, '"' | '\\') {
            literal.push('\\');
        }
        literal.push(c);
    }
    literal.push('"');
    literal
}
