//! `#define` and `#undef` (6.10.3).

use super::driver::Preprocessor;
use super::limits;
use super::macros::{Macro, MacroKind};
use super::pp_token::{PpKind, PpToken};
use super::symbols::Symbol;
use super::token::Punct;
use crate::diagnostics::Diagnostic;
use crate::source::Span;
use std::rc::Rc;

impl Preprocessor<'_> {
    /// `#define`: the rest of its line.
    pub(super) fn define(&mut self, directive: Span) {
        let line = self.rest_of_line();
        let Some(name) = self.macro_name(&line, directive, "define") else { return };
        let mut rest = line.get(1..).unwrap_or(&[]);
        let mut kind = MacroKind::Object;
        match rest.first() {
            Some(t) if t.is(Punct::LParen) && !t.space => {
                let Some((parameters, variadic, used)) = self.parameters(name, rest) else { return };
                rest = rest.get(used..).unwrap_or(&[]);
                kind = MacroKind::Function { parameters, variadic };
            }
            Some(t) if !t.space => self.report(
                Diagnostic::pedantic(
                    "missing-space",
                    t.place,
                    format!("a space is missing after the macro name '{}'", self.spelling(&name)),
                )
                .with_label("the macro's text begins here"),
            ),
            _ => {}
        }
        let Some(body) = self.macro_body(rest, &kind) else { return };
        let predefined = self.predefining;
        let definition = Macro { definition: name.place, kind, body, predefined };
        self.install(name, definition);
    }

    /// Checks and gives the name that follows `#define`, `#undef`, `#ifdef`, `#ifndef`.
    pub(super) fn macro_name(&mut self, line: &[PpToken], directive: Span, what: &str) -> Option<PpToken> {
        let Some(name) = line.first() else {
            self.error("missing-macro-name", directive, format!("#{what} needs the name of a macro"));
            return None;
        };
        if name.kind != PpKind::Identifier {
            let text = self.spelling(name).to_owned();
            let mut d = Diagnostic::error(
                "missing-macro-name",
                name.place,
                format!("the name of a macro is expected here, not '{text}'"),
            );
            if text.starts_with(|c: char| c.is_ascii_digit()) {
                d = d.with_note("a name begins with a letter or '_'");
            }
            self.report(d);
            return None;
        }
        let text = self.symbols.text(name.text);
        if matches!(text, "defined" | "__has_include" | "__has_include_next" | "__VA_ARGS__" | "__VA_OPT__")
            && !what.starts_with("if")
        {
            let message = format!("'{text}' cannot be the name of a macro");
            self.error("missing-macro-name", name.place, message);
            return None;
        }
        Some(*name)
    }

    /// The list of parameters: names, whether the last takes the rest, and the tokens used.
    fn parameters(&mut self, name: PpToken, line: &[PpToken]) -> Option<(Vec<Symbol>, bool, usize)> {
        let mut names: Vec<Symbol> = Vec::new();
        let mut at = 1;
        if line.get(at).is_some_and(|t| t.is(Punct::RParen)) {
            return Some((names, false, at + 1));
        }
        loop {
            let mut variadic = false;
            match line.get(at) {
                Some(t) if t.kind == PpKind::Identifier => {
                    if t.text == self.names.va_args {
                        let message = "'__VA_ARGS__' cannot be the name of a parameter: write '...'";
                        self.report(Diagnostic::pedantic("bad-va-args", t.place, message));
                    }
                    if names.contains(&t.text) {
                        let message = format!("the macro has two parameters called '{}'", self.spelling(t));
                        self.error("duplicate-parameter", t.place, message);
                        return None;
                    }
                    names.push(t.text);
                    at += 1;
                    // gcc's `args...`
                    if line.get(at).is_some_and(|t| t.is(Punct::Ellipsis)) {
                        at += 1;
                        variadic = true;
                    }
                }
                Some(t) if t.is(Punct::Ellipsis) => {
                    names.push(self.names.va_args);
                    at += 1;
                    variadic = true;
                }
                other => {
                    let place = other.map_or(name.place, |t| t.place);
                    self.error("bad-parameters", place, "the name of a parameter is expected here");
                    return None;
                }
            }
            match line.get(at) {
                Some(t) if t.is(Punct::RParen) => return Some((names, variadic, at + 1)),
                Some(t) if t.is(Punct::Comma) && !variadic && names.len() < limits::MACRO_PARAMETERS => at += 1,
                other => {
                    let place = other.map_or(name.place, |t| t.place);
                    let message = match other {
                        None => "')' is missing after the parameters of the macro",
                        Some(_) if variadic => "')' is expected after '...'",
                        Some(_) => "',' or ')' is expected between the parameters of a macro",
                    };
                    self.error("bad-parameters", place, message);
                    return None;
                }
            }
        }
    }

    /// Marks parameters and operators in a replacement list.
    fn macro_body(&mut self, line: &[PpToken], kind: &MacroKind) -> Option<Vec<PpToken>> {
        let none = Vec::new();
        let (parameters, is_function, variadic) = match kind {
            MacroKind::Function { parameters, variadic } => (parameters, true, *variadic),
            _ => (&none, false, false),
        };
        let mut body = Vec::with_capacity(line.len());
        let mut at = 0;
        while let Some(&token) = line.get(at) {
            at += 1;
            let mut token = token;
            token.starts_line = false;
            match token.kind {
                PpKind::HashHash => {
                    if body.is_empty() || at == line.len() {
                        let side = if body.is_empty() { "begin" } else { "end" };
                        self.error("bad-paste", token.place, format!("a macro cannot {side} with '##'"));
                        return None;
                    }
                    token.kind = PpKind::Paste;
                }
                PpKind::Hash if is_function => {
                    let Some(number) = line.get(at).and_then(|t| Macro::parameter(parameters, t)) else {
                        let mut d = Diagnostic::error(
                            "bad-stringify",
                            token.place,
                            "'#' must be followed by a parameter of the macro",
                        );
                        if let Some(next) = line.get(at) {
                            d = d.with_other(next.place, "this is no parameter");
                        }
                        self.report(d);
                        return None;
                    };
                    token.kind = PpKind::Stringify(number);
                    at += 1;
                }
                PpKind::Identifier if token.text == self.names.va_opt && variadic => {
                    let length = group_length(line.get(at..).unwrap_or(&[]));
                    let Some(length) = length.and_then(|l| u16::try_from(l).ok()) else {
                        self.error("bad-va-opt", token.place, "'__VA_OPT__' must be followed by '(' and, later, ')'");
                        return None;
                    };
                    token.kind = PpKind::VaOpt(length);
                }
                PpKind::Identifier => {
                    if let Some(number) = Macro::parameter(parameters, &token) {
                        token.kind = PpKind::Parameter(number);
                    } else if token.text == self.names.va_args {
                        let message = "'__VA_ARGS__' stands for the rest of the arguments only in a macro with '...'";
                        self.report(Diagnostic::pedantic("bad-va-args", token.place, message));
                    }
                }
                PpKind::Unterminated => {
                    let quote = if self.spelling(&token).ends_with('"') { '"' } else { '\'' };
                    let message = format!("a quote in the macro's text does not close on this line ({quote})");
                    self.report(Diagnostic::warning("unterminated-quote", token.place, message));
                }
                _ => {}
            }
            body.push(token);
        }
        Some(body)
    }

    /// Enters the macro; warns if another one of that name is lost.
    fn install(&mut self, name: PpToken, definition: Macro) {
        if let Some(old) = self.symbols.definition(name.text).cloned() {
            let text = self.symbols.shared_text(name.text);
            let computed = matches!(old.kind, MacroKind::Computed(_));
            if computed || (old.predefined && !self.predefining && !old.same_as(&definition)) {
                let message = format!("the predefined macro '{text}' is redefined");
                self.report(Diagnostic::pedantic("macro-redefined", name.place, message).and_undefined());
            } else if !old.same_as(&definition) {
                let message = format!("macro '{text}' is defined again, with another text");
                self.report(
                    Diagnostic::pedantic("macro-redefined", name.place, message)
                        .with_other(old.definition, "previously defined here")
                        .with_note(format!("write '#undef {text}' first if that is meant")),
                );
            }
        }
        if let Some(word) = self.symbols.word_mut(name.text) {
            word.definition = Some(Rc::new(definition));
        }
    }

    /// `#undef`: the rest of its line.
    pub(super) fn undefine(&mut self, directive: Span) {
        let line = self.rest_of_line();
        let Some(name) = self.macro_name(&line, directive, "undef") else { return };
        self.nothing_more(line.get(1..).unwrap_or(&[]), "undef");
        let predefined = self.symbols.definition(name.text);
        if predefined.is_some_and(|m| m.predefined || matches!(m.kind, MacroKind::Computed(_))) && !self.predefining {
            let text = self.symbols.shared_text(name.text);
            let message = format!("the predefined macro '{text}' is undefined");
            self.report(Diagnostic::warning("macro-redefined", name.place, message).and_undefined());
        }
        if let Some(word) = self.symbols.word_mut(name.text) {
            word.definition = None;
        }
    }
}

/// The number of tokens from `(` to its `)`, both counted, at the start of `line`.
fn group_length(line: &[PpToken]) -> Option<usize> {
    let mut depth = 0_usize;
    for (i, token) in line.iter().enumerate() {
        if token.is(Punct::LParen) {
            depth += 1;
        } else if token.is(Punct::RParen) {
            depth = depth.checked_sub(1)?;
        }
        if depth == 0 {
            return (i > 0).then_some(i + 1);
        }
    }
    None
}
