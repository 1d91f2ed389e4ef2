//! Macro expansion (6.10.3). The result of each replacement is rescanned
//! together with what follows; while that lasts, the macro's name is disabled,
//! and a token that met it then stays unexpanded for good (6.10.3.4p2).

use super::driver::{Context, Preprocessor};
use super::limits;
use super::macros::{Macro, MacroKind};
use super::pp_token::{PpKind, PpToken};
use super::symbols::Symbol;
use super::token::Punct;
use crate::diagnostics::Diagnostic;
use crate::source::{Expansion, Span};
use std::rc::Rc;

/// One argument of a macro call.
#[derive(Debug, Default)]
pub(super) struct Argument {
    /// As written.
    pub raw: Vec<PpToken>,
    /// Fully expanded, once that was needed.
    pub expanded: Option<Vec<PpToken>>,
}

impl Preprocessor<'_> {
    /// The next token after macro expansion.
    pub(super) fn next_expanded(&mut self) -> PpToken {
        loop {
            let mut token = self.next_raw();
            if token.kind != PpKind::Identifier || token.painted {
                return token;
            }
            let Some(word) = self.symbols.word(token.text) else { return token };
            let Some(definition) = &word.definition else { return token };
            if word.disabled {
                token.painted = true;
                return token;
            }
            let definition = Rc::clone(definition);
            if !self.enter_macro(token, &definition) {
                return token;
            }
        }
    }

    /// Replaces the macro call that begins with `name`. False if it is none:
    /// a function-like macro's name without `(`.
    fn enter_macro(&mut self, name: PpToken, definition: &Rc<Macro>) -> bool {
        match &definition.kind {
            MacroKind::Object => {
                if !self.spend(definition.body.len() + 1) {
                    return true;
                }
                let place = self.expansion_place(name, name.place, definition);
                let result = self.substitute(definition, &mut [], place);
                self.rescan(name, result);
                true
            }
            MacroKind::Function { parameters, variadic } => {
                let open = self.next_raw();
                if !open.is(Punct::LParen) {
                    if open.kind != PpKind::End {
                        self.push_context(vec![open], Symbol::NONE);
                    }
                    return false;
                }
                let Some((mut arguments, close)) = self.arguments(name, definition, parameters.len(), *variadic) else {
                    return true;
                };
                if !self.check_count((name, close), definition, &mut arguments) {
                    return true;
                }
                let place = self.expansion_place(name, close.place, definition);
                let result = self.substitute(definition, &mut arguments, place);
                if self.spend(result.len() + 1) {
                    self.rescan(name, result);
                }
                true
            }
            MacroKind::Computed(computed) => {
                let place = self.expansion_place(name, name.place, definition);
                let token = self.computed(*computed, name, place);
                self.rescan(name, vec![token]);
                true
            }
        }
    }

    /// Where the result of a macro call stands: the whole call in the student's text.
    fn expansion_place(&mut self, name: PpToken, end: Span, definition: &Macro) -> Span {
        let expansion = self.map.add_expansion(Expansion {
            name: self.symbols.shared_text(name.text),
            definition: definition.definition,
            spelled: name.spelled_span(),
            parent: name.place.expansion,
        });
        let (lo, mut hi) = (name.place.lo, name.place.hi);
        if end.hi > hi && self.map.file_of(end.hi) == self.map.file_of(lo) {
            hi = end.hi;
        }
        Span { lo, hi, expansion }
    }

    /// Puts the result of a replacement before what follows.
    fn rescan(&mut self, name: PpToken, mut result: Vec<PpToken>) {
        match result.first_mut() {
            Some(first) => {
                first.space = name.space;
                first.starts_line = name.starts_line;
                self.push_context(result, name.text);
            }
            None => {
                self.carried_space |= name.space;
                self.carried_line_start |= name.starts_line;
            }
        }
    }

    fn push_context(&mut self, tokens: Vec<PpToken>, of: Symbol) {
        if of != Symbol::NONE
            && let Some(word) = self.symbols.word_mut(of)
        {
            word.disabled = true;
        }
        self.contexts.push(Context { tokens, next: 0, of, barrier: false });
    }

    /// Reads the arguments after `(` (6.10.3p11); `None` after an error.
    fn arguments(
        &mut self,
        name: PpToken,
        definition: &Macro,
        count: usize,
        variadic: bool,
    ) -> Option<(Vec<Argument>, PpToken)> {
        self.reading_arguments += 1;
        let read = self.tokens_of_arguments(name, definition, count, variadic);
        self.reading_arguments -= 1;
        read
    }

    fn tokens_of_arguments(
        &mut self,
        name: PpToken,
        definition: &Macro,
        count: usize,
        variadic: bool,
    ) -> Option<(Vec<Argument>, PpToken)> {
        let mut arguments = Vec::with_capacity(count.max(1));
        let mut current = Argument::default();
        let mut depth = 0_usize;
        loop {
            let mut token = self.next_raw();
            match token.kind {
                PpKind::End => {
                    if !self.stopped {
                        let text = self.spelling(&name).to_owned();
                        self.report(
                            Diagnostic::error(
                                "unterminated-macro-call",
                                name.place,
                                format!("the call of macro '{text}' has no closing ')'"),
                            )
                            .with_other(definition.definition, "defined here"),
                        );
                    }
                    return None;
                }
                PpKind::Punct(Punct::LParen) => depth += 1,
                PpKind::Punct(Punct::RParen) => match depth.checked_sub(1) {
                    Some(less) => depth = less,
                    None => {
                        arguments.push(current);
                        return Some((arguments, token));
                    }
                },
                PpKind::Punct(Punct::Comma) if depth == 0 && !(variadic && arguments.len() + 1 >= count) => {
                    arguments.push(std::mem::take(&mut current));
                    continue;
                }
                PpKind::Identifier if self.symbols.word(token.text).is_some_and(|w| w.disabled) => token.painted = true,
                _ => {}
            }
            if !self.spend(1) {
                return None;
            }
            current.raw.push(token);
        }
    }

    /// Compares the number of arguments with that of the parameters (6.10.3p4).
    fn check_count(
        &mut self,
        (name, close): (PpToken, PpToken),
        definition: &Macro,
        arguments: &mut Vec<Argument>,
    ) -> bool {
        let MacroKind::Function { parameters, variadic } = &definition.kind else { return true };
        let (wanted, variadic) = (parameters.len(), *variadic);
        if wanted == 0 && arguments.len() == 1 && arguments.first().is_some_and(|a| a.raw.is_empty()) {
            arguments.clear();
        }
        if variadic && arguments.len() + 1 == wanted {
            arguments.push(Argument::default());
            let message = "a macro with '...' needs at least one argument for it";
            self.report(Diagnostic::strict("macro-argument-count", close.place, message));
        }
        if arguments.len() == wanted {
            return true;
        }
        let least = if variadic { wanted - 1 } else { wanted };
        let given = if arguments.len() == 1 && arguments.first().is_some_and(|a| a.raw.is_empty()) {
            0
        } else {
            arguments.len()
        };
        let text = self.spelling(&name).to_owned();
        let at_least = if variadic { "at least " } else { "" };
        let plural = if least == 1 { "argument" } else { "arguments" };
        let message = match (given, wanted) {
            (_, 0) => format!(
                "macro '{text}' takes no arguments, but {given} {} given",
                if given == 1 { "is" } else { "are" }
            ),
            (0, _) => format!("macro '{text}' needs {at_least}{least} {plural}, but none is given"),
            (1, _) => format!("macro '{text}' needs {at_least}{least} {plural}, but only 1 is given"),
            _ => format!("macro '{text}' needs {at_least}{least} {plural}, but {given} are given"),
        };
        let extra = arguments.get(wanted).and_then(|a| a.raw.first()).map(|t| t.place);
        let place = extra.unwrap_or(if given < least { close.place } else { name.place });
        self.report(
            Diagnostic::error("macro-argument-count", place, message).with_other(definition.definition, "defined here"),
        );
        false
    }

    /// Expands a list of tokens on its own, as if it were the rest of the file (6.10.3.1).
    pub(super) fn expand_list(&mut self, tokens: Vec<PpToken>) -> Vec<PpToken> {
        if !tokens.iter().any(|t| t.kind == PpKind::Identifier && self.symbols.definition(t.text).is_some()) {
            return tokens;
        }
        if self.argument_depth >= limits::MACRO_ARGUMENT_DEPTH {
            let place = tokens.first().map_or(Span::NONE, |t| t.place);
            let message = format!(
                "macro calls are nested more than {} deep in each other's arguments",
                limits::MACRO_ARGUMENT_DEPTH
            );
            self.fatal(Diagnostic::error("limit", place, message));
            return Vec::new();
        }
        self.argument_depth += 1;
        let mut result = Vec::with_capacity(tokens.len());
        self.contexts.push(Context { tokens, next: 0, of: Symbol::NONE, barrier: true });
        let (space, line_start) =
            (std::mem::take(&mut self.carried_space), std::mem::take(&mut self.carried_line_start));
        loop {
            let token = self.next_expanded();
            if token.kind == PpKind::End {
                break;
            }
            result.push(token);
        }
        (self.carried_space, self.carried_line_start) = (space, line_start);
        self.contexts.pop();
        self.argument_depth -= 1;
        result
    }

    /// Counts tokens made by macros; false once there are too many.
    pub(super) fn spend(&mut self, tokens: usize) -> bool {
        self.macro_tokens = self.macro_tokens.saturating_add(tokens);
        if self.macro_tokens > limits::MACRO_TOKENS {
            let message = format!("the macros expand to more than {} tokens", limits::MACRO_TOKENS);
            let place = self.last_place();
            self.fatal(Diagnostic::error("limit", place, message));
            return false;
        }
        true
    }
}
