//! Directives (6.10): which one it is, and the small ones.

use super::driver::{Guard, Preprocessor};
use super::pp_token::{PpKind, PpToken};
use super::token::TokenKind;
use super::{literal, number};
use crate::diagnostics::Diagnostic;
use crate::source::Span;

/// The names of all directives.
const NAMES: [&str; 14] = [
    "define", "elif", "else", "endif", "error", "ident", "if", "ifdef", "ifndef", "include", "line", "pragma", "undef",
    "warning",
];

impl Preprocessor<'_> {
    /// Obeys the directive that begins with this `#`; afterwards its line is read.
    pub(super) fn directive(&mut self, hash: &PpToken) {
        let Some(source) = self.sources.last_mut() else { return };
        source.lexer.in_directive = true;
        let name = source.lexer.next(&mut self.symbols);
        if name.kind == PpKind::EndOfLine {
            // The null directive (6.10.7).
            source.lexer.in_directive = false;
            return;
        }
        let place = hash.place.to(name.place);
        let text = self.symbols.shared_text(name.text);
        if self.reading_arguments > 0 {
            let message = "a directive among the arguments of a macro";
            self.report(Diagnostic::undefined("directive-in-arguments", place, message));
        }
        let Some(source) = self.sources.last_mut() else { return };
        let outside = source.conditionals.is_empty();
        if outside && !(&*text == "ifndef" && source.guard == Guard::Start) {
            source.guard = Guard::No;
        }
        match &*text {
            "define" => self.define(place),
            "undef" => self.undefine(place),
            "include" => self.include(place, false),
            "include_next" => self.include(place, true),
            "if" => self.if_directive(place),
            "ifdef" => self.if_defined(place, true),
            "ifndef" => self.if_defined(place, false),
            "elif" | "else" | "endif" => self.next_group(place, &text),
            "line" => self.line_directive(place),
            "error" => {
                let message = self.rest_as_text();
                self.error("error-directive", place, format!("#error {message}"));
            }
            "warning" => {
                let message = self.rest_as_text();
                self.report(Diagnostic::pedantic("warning-directive", place, format!("#warning {message}")));
            }
            "pragma" => self.pragma(place),
            "ident" | "sccs" => self.skip_line(),
            "import" | "assert" | "unassert" | "embed" => {
                self.skip_line();
                self.report(Diagnostic::unsupported(place, format!("the directive #{text}")));
            }
            _ if name.kind == PpKind::Number => self.line_marker(name),
            _ => self.unknown_directive(&name, place),
        }
    }

    fn unknown_directive(&mut self, name: &PpToken, place: Span) {
        let text = self.spelling(name).to_owned();
        self.skip_line();
        let mut d = Diagnostic::error("unknown-directive", place, format!("there is no directive '#{text}'"));
        if let Some(near) = crate::diagnostics::closest(&text, NAMES.iter().copied()) {
            d = d.with_note(format!("did you mean '#{near}'?"));
        } else if name.space {
            d = d.with_note("a comment begins with '//'");
        }
        self.report(d);
    }

    pub(super) fn skip_line(&mut self) {
        if let Some(source) = self.sources.last_mut() {
            source.lexer.skip_line();
        }
    }

    /// The tokens that are left on the line, as text.
    fn rest_as_text(&mut self) -> String {
        let line = self.rest_of_line();
        self.spell_all(&line)
    }

    /// Tokens as text, with the blanks between them.
    pub(super) fn spell_all(&self, tokens: &[PpToken]) -> String {
        let mut text = String::new();
        for token in tokens {
            if token.space && !text.is_empty() {
                text.push(' ');
            }
            text.push_str(self.spelling(token));
        }
        text
    }

    /// Warns about tokens where the directive should have ended.
    pub(super) fn nothing_more(&mut self, line: &[PpToken], directive: &str) {
        if let Some(extra) = line.first() {
            let message = format!("extra text after #{directive}");
            let note = match line.len() == 1 && self.spelling(extra) == ";" {
                true => "a directive has no ';' at its end",
                false => "it is ignored; put it into a comment",
            };
            self.report(Diagnostic::pedantic("extra-tokens", extra.place, message).with_note(note));
        }
    }

    /// `#line 70 "grammar.y"` (6.10.4), possibly out of macros.
    fn line_directive(&mut self, directive: Span) {
        let line = self.rest_of_line();
        let line = self.expand_list(line);
        let Some(number) = line.first() else {
            self.error("bad-line-directive", directive, "#line needs a line number");
            return;
        };
        self.set_line(*number, line.get(1..).unwrap_or(&[]), true);
    }

    /// `# 70 "grammar.y" 1`, as other preprocessors write it.
    fn line_marker(&mut self, number: PpToken) {
        let line = self.rest_of_line();
        self.set_line(number, &line, false);
    }

    fn set_line(&mut self, number: PpToken, rest: &[PpToken], strict: bool) {
        let text = self.spelling(&number);
        let digits = number.kind == PpKind::Number && text.bytes().all(|b| b.is_ascii_digit());
        let value = if digits { text.parse::<u32>().ok().filter(|&n| n <= 0x7fff_ffff) } else { None };
        let Some(value) = value else {
            let message = format!("'{text}' is no line number");
            self.error("bad-line-directive", number.place, message);
            return;
        };
        if strict && !(1..=0x7fff_ffff).contains(&value) {
            let message = "a line number is at least 1";
            self.report(Diagnostic::strict("bad-line-directive", number.place, message).and_undefined());
        }
        let mut name = None;
        if let Some(file) = rest.first() {
            let text = self.symbols.shared_text(file.text);
            if file.kind != PpKind::String || !text.starts_with('"') {
                let message = format!("a file name in quotes is expected here, not '{}'", self.spelling(file));
                self.error("bad-line-directive", file.place, message);
                return;
            }
            name = Some(literal::plain_text(&text));
            if strict {
                self.nothing_more(rest.get(1..).unwrap_or(&[]), "line");
            }
        }
        let at = self.last_place().lo;
        self.map.presume(at, value, name);
    }

    /// The value of an integer constant in a directive.
    pub(super) fn integer_value(&mut self, token: &PpToken) -> Option<(u64, bool)> {
        let text = self.symbols.shared_text(token.text);
        let mut found = Vec::new();
        let kind = number::constant(&text, token.place, &mut found);
        let failed = found.iter().any(|d| d.severity == crate::diagnostics::Severity::Error);
        for d in found {
            self.report(d);
        }
        match kind {
            TokenKind::Integer(i) if !failed => Some((i.value, i.unsigned || i64::try_from(i.value).is_err())),
            TokenKind::Floating(_) if !failed => {
                self.error(
                    "bad-condition",
                    token.place,
                    format!("'{text}' is a floating constant; #if computes with whole numbers only"),
                );
                None
            }
            _ => None,
        }
    }
}
