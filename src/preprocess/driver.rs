//! The preprocessor's state and its main loop: files and macro expansions are
//! two stacks from which the next token is taken.

use super::lexer::Lexer;
use super::limits;
use super::macros::{Computed, Macro, MacroKind};
use super::pp_token::{PpKind, PpToken};
use super::symbols::{Symbol, Symbols};
use super::token::Token;
use super::{Options, conditional::Conditional};
use crate::diagnostics::{Diagnostic, Severity};
use crate::source::{Files, SourceMap, Span};
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

/// One run of the preprocessor.
pub(super) struct Preprocessor<'a> {
    pub files: &'a dyn Files,
    pub map: &'a mut SourceMap,
    pub options: &'a Options,
    pub diagnostics: &'a mut Vec<Diagnostic>,
    pub symbols: Symbols,
    pub names: Names,
    /// The file being read, below it those that include it.
    pub sources: Vec<Source>,
    /// The macro expansions being rescanned, the innermost last.
    pub contexts: Vec<Context>,
    pub output: Vec<Token>,
    /// Name of the main file.
    pub main_name: String,
    /// The predefined macros are being read.
    pub predefining: bool,
    /// gcc's built-in operations are defined.
    pub has_operations: bool,
    /// A limit was passed: every token from here on is the end.
    pub stopped: bool,
    /// The line of the last wrong character, and whether it opens a string.
    pub wrong_line: Option<(u32, bool)>,
    pub errors: usize,
    pub warnings: usize,
    pub macro_tokens: usize,
    pub argument_depth: usize,
    /// Calls of macros whose arguments are being read.
    pub reading_arguments: usize,
    pub counter: u64,
    /// Blanks and a line's start before a macro that expanded to nothing.
    pub carried_space: bool,
    pub carried_line_start: bool,
    /// Files that said `#pragma once`.
    pub once: HashSet<String>,
    /// Files whose whole text stands in `#ifndef` of this name.
    pub guards: HashMap<String, Symbol>,
    pub included_files: usize,
    pub source_bytes: usize,
    /// What `#pragma push_macro` saved.
    pub saved_macros: Vec<(Symbol, Option<Rc<Macro>>)>,
    /// The values of `#pragma pack`, the current one last.
    pub packing: Vec<u8>,
}

/// Names that mean something to the preprocessor.
pub(super) struct Names {
    pub defined: Symbol,
    pub va_args: Symbol,
    pub va_opt: Symbol,
    pub has_include: Symbol,
    pub has_include_next: Symbol,
    pub pragma_operator: Symbol,
}

/// A file that is being read.
pub(super) struct Source {
    pub lexer: Lexer,
    pub conditionals: Vec<Conditional>,
    /// Its path as read; empty for texts that are no files.
    pub path: String,
    /// Where the search for it ended: how many of the `-I` folders came before
    /// or are its own, for `#include_next`.
    pub searched: usize,
    pub guard: Guard,
}

/// How much a file looks as if it had an include guard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Guard {
    /// Nothing was read yet.
    Start,
    /// Inside the `#ifndef` that began it.
    Inside(Symbol),
    /// That one has ended, and nothing came since.
    After(Symbol),
    /// It has none.
    No,
}

/// Tokens to be read before the file goes on.
pub(super) struct Context {
    pub tokens: Vec<PpToken>,
    pub next: usize,
    /// The macro that is disabled as long as this lasts.
    pub of: Symbol,
    /// Reading does not go on below it: a list that is expanded on its own.
    pub barrier: bool,
}

impl<'a> Preprocessor<'a> {
    pub fn new(
        files: &'a dyn Files,
        map: &'a mut SourceMap,
        options: &'a Options,
        diagnostics: &'a mut Vec<Diagnostic>,
    ) -> Preprocessor<'a> {
        let mut symbols = Symbols::new();
        if options.strict {
            symbols.is_no_keyword("typeof");
            symbols.is_no_keyword("asm");
        }
        let names = Names {
            defined: symbols.intern("defined"),
            va_args: symbols.intern("__VA_ARGS__"),
            va_opt: symbols.intern("__VA_OPT__"),
            has_include: symbols.intern("__has_include"),
            has_include_next: symbols.intern("__has_include_next"),
            pragma_operator: symbols.intern("_Pragma"),
        };
        for (name, computed) in Computed::ALL {
            let symbol = symbols.intern(name);
            let definition = Macro {
                definition: Span::NONE,
                kind: MacroKind::Computed(computed),
                body: Vec::new(),
                predefined: true,
            };
            if let Some(word) = symbols.word_mut(symbol) {
                word.definition = Some(Rc::new(definition));
            }
        }
        Preprocessor {
            files,
            map,
            options,
            diagnostics,
            symbols,
            names,
            sources: Vec::new(),
            contexts: Vec::new(),
            output: Vec::new(),
            main_name: String::new(),
            predefining: false,
            has_operations: false,
            stopped: false,
            wrong_line: None,
            errors: 0,
            warnings: 0,
            macro_tokens: 0,
            argument_depth: 0,
            reading_arguments: 0,
            counter: 0,
            carried_space: false,
            carried_line_start: false,
            once: HashSet::new(),
            guards: HashMap::new(),
            included_files: 0,
            source_bytes: 0,
            saved_macros: Vec::new(),
            packing: Vec::new(),
        }
    }

    /// Reads until the file that was entered last, and all it includes, is done.
    pub fn run(&mut self) {
        let floor = self.sources.len().saturating_sub(1);
        while self.sources.len() > floor && !self.stopped {
            let token = self.next_expanded();
            match token.kind {
                PpKind::End => self.leave_source(),
                PpKind::Identifier if token.text == self.names.pragma_operator => self.pragma_operator(token),
                _ => self.emit(&token),
            }
        }
        if self.stopped {
            self.sources.truncate(floor);
        }
    }

    /// The next token before macro expansion.
    pub fn next_raw(&mut self) -> PpToken {
        if self.stopped {
            return PpToken::END;
        }
        let mut token = loop {
            let Some(context) = self.contexts.last_mut() else { break self.next_from_file() };
            if let Some(&token) = context.tokens.get(context.next) {
                context.next += 1;
                break token;
            }
            if context.barrier {
                return PpToken::END;
            }
            let of = context.of;
            self.contexts.pop();
            if of != Symbol::NONE
                && let Some(word) = self.symbols.word_mut(of)
            {
                word.disabled = false;
            }
        };
        if self.carried_space || self.carried_line_start {
            token.space |= std::mem::take(&mut self.carried_space);
            token.starts_line |= std::mem::take(&mut self.carried_line_start);
        }
        token
    }

    /// The next token of the file; directives on the way are obeyed.
    fn next_from_file(&mut self) -> PpToken {
        loop {
            let Some(source) = self.sources.last_mut() else { return PpToken::END };
            let token = source.lexer.next(&mut self.symbols);
            if token.kind == PpKind::Hash && token.starts_line {
                self.directive(&token);
                if self.stopped {
                    return PpToken::END;
                }
                continue;
            }
            if token.kind != PpKind::End && source.conditionals.is_empty() {
                source.guard = Guard::No;
            }
            return token;
        }
    }

    /// The rest of a directive's line, which is then done with.
    pub fn rest_of_line(&mut self) -> Vec<PpToken> {
        let mut line = Vec::new();
        let Some(source) = self.sources.last_mut() else { return line };
        loop {
            let token = source.lexer.next(&mut self.symbols);
            if token.kind == PpKind::EndOfLine {
                source.lexer.in_directive = false;
                return line;
            }
            line.push(token);
        }
    }

    /// At the end of a file: what is still open, and its include guard.
    fn leave_source(&mut self) {
        let Some(source) = self.sources.pop() else { return };
        if let Some(at) = source.lexer.open_comment {
            let d = Diagnostic::error(
                "unterminated-comment",
                Span::new(at, at.saturating_add(2)),
                "the comment has no end",
            );
            self.report(d.with_note("'*/' is missing"));
        }
        for open in source.conditionals.iter().rev() {
            let message = format!("{} without #endif", open.name);
            self.error("unterminated-conditional", open.place, message);
        }
        if let Guard::After(symbol) = source.guard {
            self.guards.insert(source.path, symbol);
        }
    }

    /// The characters of a token.
    pub fn spelling(&self, token: &PpToken) -> &str {
        match token.kind {
            PpKind::Punct(punct) if token.text == Symbol::NONE => punct.spelling(),
            PpKind::Hash if token.text == Symbol::NONE => "#",
            PpKind::HashHash | PpKind::Paste if token.text == Symbol::NONE => "##",
            _ => self.symbols.text(token.text),
        }
    }

    /// A place in the file that is being read, where no token gives one.
    pub fn last_place(&self) -> Span {
        self.sources.last().map_or(Span::NONE, |s| Span::new(s.lexer.here(), s.lexer.here()))
    }

    /// Reports an error.
    pub fn error(&mut self, code: &'static str, place: Span, message: impl Into<String>) {
        self.report(Diagnostic::error(code, place, message));
    }

    /// Reports an error after which nothing more is read.
    pub fn fatal(&mut self, diagnostic: Diagnostic) {
        if !self.stopped {
            self.diagnostics.push(diagnostic);
            self.stopped = true;
        }
    }

    /// Reports; after many errors gives up.
    pub fn report(&mut self, diagnostic: Diagnostic) {
        if self.stopped {
            return;
        }
        let place = diagnostic.span;
        match diagnostic.severity {
            Severity::Error => self.errors += 1,
            Severity::Warning => self.warnings += 1,
        }
        if diagnostic.severity == Severity::Error || self.warnings <= limits::WARNINGS {
            self.diagnostics.push(diagnostic);
        }
        if self.errors >= limits::ERRORS {
            self.fatal(Diagnostic::error("limit", place, format!("{} errors, giving up", limits::ERRORS)));
        }
    }
}
