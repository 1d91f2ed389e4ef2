//! Replacing parameters by arguments, `#` and `##` (6.10.3.1 to 6.10.3.3).

use super::driver::Preprocessor;
use super::expand::Argument;
use super::lexer::Lexer;
use super::macros::{Macro, MacroKind};
use super::pp_token::{PpKind, PpToken};
use super::symbols::Symbol;
use super::token::Punct;
use crate::diagnostics::Diagnostic;
use crate::source::{ExpansionId, Span};
use std::rc::Rc;

/// One macro call while its replacement is put together.
pub(super) struct Call<'c> {
    pub arguments: &'c mut [Argument],
    /// The parameter that takes the rest of the arguments.
    pub rest: Option<usize>,
    /// Where the result stands.
    pub place: Span,
    /// The result so far.
    pub out: Vec<PpToken>,
}

impl Preprocessor<'_> {
    /// The replacement list with the arguments put in.
    pub(super) fn substitute(&mut self, definition: &Macro, arguments: &mut [Argument], place: Span) -> Vec<PpToken> {
        let variadic = matches!(definition.kind, MacroKind::Function { variadic: true, .. });
        let rest = if variadic { arguments.len().checked_sub(1) } else { None };
        let mut call = Call { arguments, rest, place, out: Vec::with_capacity(definition.body.len()) };
        self.substitute_part(&definition.body, &mut call);
        call.out.retain(|t| t.kind != PpKind::Placemarker);
        call.out
    }

    fn substitute_part(&mut self, body: &[PpToken], call: &mut Call<'_>) {
        let floor = call.out.len();
        let mut at = 0;
        while let Some(&token) = body.get(at) {
            let paste_follows = body.get(at + 1).is_some_and(|t| t.kind == PpKind::Paste);
            if token.kind == PpKind::Paste {
                let seam = call.out.len();
                at += 1 + self.operand(body, at + 1, true, call);
                if seam > floor && seam < call.out.len() {
                    self.join(seam, call.place, &mut call.out);
                }
            } else if token.is(Punct::Comma) && paste_follows && gnu_rest(body.get(at + 2), call.rest) {
                // gcc's `, ## __VA_ARGS__`: without further arguments the comma goes too.
                if call.rest.and_then(|r| call.arguments.get(r)).is_some_and(|a| !a.raw.is_empty()) {
                    call.out.push(PpToken { place: call.place, ..token });
                    self.operand(body, at + 2, true, call);
                }
                at += 3;
            } else {
                at += self.operand(body, at, paste_follows, call);
            }
        }
    }

    /// Appends what one item of a replacement list stands for; gives the number
    /// of items used. `raw`: it is an operand of `##` and not expanded.
    fn operand(&mut self, body: &[PpToken], at: usize, raw: bool, call: &mut Call<'_>) -> usize {
        let Some(&token) = body.get(at) else { return 1 };
        let start = call.out.len();
        let mut used = 1;
        match token.kind {
            PpKind::Parameter(number) => {
                let number = usize::from(number);
                if !raw {
                    self.expand_argument(call, number);
                }
                if let Some(argument) = call.arguments.get(number) {
                    let tokens = if raw { &argument.raw } else { argument.expanded.as_ref().unwrap_or(&argument.raw) };
                    call.out.extend(tokens.iter().map(|&t| from_argument(t, call.place.expansion)));
                }
                // One argument may be taken over many times.
                self.spend(call.out.len() - start);
            }
            PpKind::Stringify(number) => {
                let text =
                    self.stringified(call.arguments.get(usize::from(number)).map_or(&[], |a| &a.raw), call.place);
                call.out.push(PpToken { kind: PpKind::String, text, place: call.place, painted: false, ..token });
            }
            PpKind::VaOpt(length) => {
                used += usize::from(length);
                let inner = body.get(at + 2..at + usize::from(length)).unwrap_or(&[]);
                let rest = call.rest.unwrap_or(usize::MAX);
                self.expand_argument(call, rest);
                let given = call.arguments.get(rest).and_then(|a| a.expanded.as_ref()).is_some_and(|e| !e.is_empty());
                if given && !inner.iter().any(|t| matches!(t.kind, PpKind::VaOpt(_))) {
                    self.substitute_part(inner, call);
                }
            }
            _ => {
                call.out.push(PpToken { place: call.place, ..token });
                return used;
            }
        }
        match call.out.get_mut(start) {
            Some(first) => first.space = token.space,
            None => {
                call.out.push(PpToken { kind: PpKind::Placemarker, text: Symbol::NONE, place: call.place, ..token })
            }
        }
        used
    }

    fn expand_argument(&mut self, call: &mut Call<'_>, number: usize) {
        if let Some(argument) = call.arguments.get_mut(number)
            && argument.expanded.is_none()
        {
            argument.expanded = Some(self.expand_list(argument.raw.clone()));
        }
    }

    /// `#`: the spelling of an argument as a string literal (6.10.3.2p2).
    fn stringified(&mut self, tokens: &[PpToken], place: Span) -> Symbol {
        let mut text = String::from("\"");
        for (i, token) in tokens.iter().enumerate() {
            if token.space && i > 0 {
                text.push(' ');
            }
            let spelling = self.spelling(token);
            if matches!(token.kind, PpKind::String | PpKind::Character | PpKind::Unterminated) {
                for c in spelling.chars() {
                    if matches!(c, '"' | '\\') {
                        text.push('\\');
                    }
                    text.push(c);
                }
            } else {
                text.push_str(spelling);
            }
        }
        // A backslash of its own at the end would take the closing quote with it; gcc leaves it out as well.
        if text.bytes().rev().take_while(|byte| *byte == b'\\').count() % 2 == 1 {
            text.pop();
            let message = "'#' makes no string literal of what ends in a backslash (6.10.3.2p2)";
            self.report(Diagnostic::warning("bad-stringify", place, message).and_undefined());
        }
        text.push('"');
        self.spend(text.len() / 8);
        self.symbols.intern(&text)
    }

    /// `##`: makes one token of those before and after `seam` (6.10.3.3p3).
    fn join(&mut self, seam: usize, place: Span, out: &mut Vec<PpToken>) {
        let (Some(&left), Some(&right)) = (out.get(seam - 1), out.get(seam)) else { return };
        let joined = if right.kind == PpKind::Placemarker {
            left
        } else if left.kind == PpKind::Placemarker {
            PpToken { space: left.space, ..right }
        } else {
            let text = format!("{}{}", self.spelling(&left), self.spelling(&right));
            if !self.spend(text.len() / 8) {
                return;
            }
            let mut lexer = Lexer::new(Rc::from(text.as_str()), 0, None);
            let token = lexer.next(&mut self.symbols);
            if !lexer.at_end() || matches!(token.kind, PpKind::End | PpKind::Other | PpKind::Unterminated) {
                let message =
                    format!("'##' cannot make one token of '{}' and '{}'", self.spelling(&left), self.spelling(&right));
                self.error("bad-paste", place, message);
                return;
            }
            PpToken { kind: token.kind, text: token.text, place, painted: false, ..left }
        };
        if let Some(slot) = out.get_mut(seam - 1) {
            *slot = joined;
        }
        out.remove(seam);
    }
}

/// A token of an argument keeps its own place and learns which macro used it.
fn from_argument(mut token: PpToken, expansion: ExpansionId) -> PpToken {
    if token.place.expansion == ExpansionId::NONE {
        token.place.expansion = expansion;
    }
    token
}

/// Is this the parameter that takes the rest of the arguments?
fn gnu_rest(token: Option<&PpToken>, rest: Option<usize>) -> bool {
    matches!((token.map(|t| t.kind), rest), (Some(PpKind::Parameter(n)), Some(r)) if usize::from(n) == r)
}
