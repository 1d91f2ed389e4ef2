//! `#pragma` and `_Pragma` (6.10.6, 6.10.9): `once`, `pack`, `push_macro` and
//! `pop_macro` mean something, the others are ignored as C allows.

use super::driver::Preprocessor;
use super::literal;
use super::pp_token::{PpKind, PpToken};
use super::symbols::Symbol;
use super::token::Punct;
use crate::diagnostics::Diagnostic;
use crate::source::Span;

impl Preprocessor<'_> {
    /// `#pragma`: the rest of its line.
    pub(super) fn pragma(&mut self, directive: Span) {
        let line = self.rest_of_line();
        self.obey_pragma(directive, &line);
    }

    fn obey_pragma(&mut self, place: Span, line: &[PpToken]) {
        let Some(name) = line.first() else { return };
        match self.spelling(name) {
            "once" => {
                if let Some(source) = self.sources.last()
                    && self.sources.len() > 1
                {
                    self.once.insert(source.path.clone());
                }
            }
            "push_macro" => {
                if let Some(name) = self.quoted_name(line) {
                    self.saved_macros.push((name, self.symbols.definition(name).cloned()));
                }
            }
            "pop_macro" => {
                if let Some(name) = self.quoted_name(line) {
                    self.pop_macro(name);
                }
            }
            "pack" => self.pack(place, line.get(1..).unwrap_or(&[])),
            _ => {}
        }
    }

    /// The name in `push_macro("NAME")`.
    fn quoted_name(&mut self, line: &[PpToken]) -> Option<Symbol> {
        let [_, open, name, close] = line else { return None };
        if !open.is(Punct::LParen) || name.kind != PpKind::String || !close.is(Punct::RParen) {
            return None;
        }
        let text = literal::plain_text(self.spelling(name));
        Some(self.symbols.intern(&text))
    }

    /// Gives a macro the meaning it had at the last `push_macro` of its name.
    fn pop_macro(&mut self, name: Symbol) {
        let Some(index) = self.saved_macros.iter().rposition(|(saved, _)| *saved == name) else { return };
        let (_, definition) = self.saved_macros.remove(index);
        if let Some(word) = self.symbols.word_mut(name) {
            word.definition = definition;
        }
    }

    /// `#pragma pack(push, 1)` and its relatives.
    fn pack(&mut self, place: Span, line: &[PpToken]) {
        let words: Vec<String> = line.iter().map(|t| self.spelling(t).to_owned()).collect();
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let current = self.packing.last().copied().unwrap_or(0);
        match words.as_slice() {
            ["(", ")"] => self.set_packing(0),
            ["(", "push", ")"] => self.packing.push(current),
            ["(", "pop", ")"] => {
                if self.packing.pop().is_none() {
                    self.report(Diagnostic::warning("bad-pragma", place, "#pragma pack(pop) without a push before it"));
                }
            }
            ["(", "push", ",", number, ")"] => {
                if let Some(bytes) = self.packing_value(place, number) {
                    if self.packing.is_empty() {
                        self.packing.push(0);
                    }
                    self.packing.push(bytes);
                }
            }
            ["(", number, ")"] => {
                if let Some(bytes) = self.packing_value(place, number) {
                    self.set_packing(bytes);
                }
            }
            _ => {
                self.report(Diagnostic::warning("bad-pragma", place, "this #pragma pack is not understood and ignored"))
            }
        }
    }

    fn set_packing(&mut self, bytes: u8) {
        match self.packing.last_mut() {
            Some(current) => *current = bytes,
            None => self.packing.push(bytes),
        }
    }

    /// The number, or 0 for what changes nothing on this machine.
    fn packing_value(&mut self, place: Span, number: &str) -> Option<u8> {
        match number {
            "1" => Some(1),
            "2" => Some(2),
            "4" => Some(4),
            "8" => Some(8),
            "16" => Some(0),
            _ => {
                self.error("bad-pragma", place, format!("#pragma pack needs 1, 2, 4, 8 or 16, not '{number}'"));
                None
            }
        }
    }

    /// `_Pragma("once")`
    pub(super) fn pragma_operator(&mut self, operator: PpToken) {
        let open = self.next_expanded();
        let text = if open.is(Punct::LParen) { self.next_expanded() } else { open };
        if text.kind != PpKind::String || !self.next_expanded().is(Punct::RParen) {
            self.error("bad-pragma", operator.place, "_Pragma needs a string literal in parentheses");
            return;
        }
        let text = literal::plain_text(self.spelling(&text));
        let mut lexer = super::lexer::Lexer::new(std::rc::Rc::from(text), 0, None);
        let mut line = Vec::new();
        loop {
            let token = lexer.next(&mut self.symbols);
            if token.kind == PpKind::End {
                break;
            }
            line.push(token);
        }
        self.obey_pragma(operator.place, &line);
    }
}
