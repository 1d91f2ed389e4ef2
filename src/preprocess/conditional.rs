//! `#if` to `#endif` (6.10.1): which groups are read and which are skipped.

use super::driver::{Guard, Preprocessor};
use crate::diagnostics::Diagnostic;
use crate::source::Span;

/// An `#if` that is still open.
#[derive(Clone, Copy, Debug)]
pub(super) struct Conditional {
    /// Where it stands.
    pub place: Span,
    /// `#if`, `#ifdef` or `#ifndef`.
    pub name: &'static str,
    /// One of its groups has been read.
    taken: bool,
    /// Where its `#else` stands.
    else_place: Option<Span>,
    /// It may be the include guard of its file.
    guard: bool,
}

impl Preprocessor<'_> {
    /// `#if`
    pub(super) fn if_directive(&mut self, place: Span) {
        let condition = self.condition(place, "if");
        self.open(Conditional { place, name: "#if", taken: condition, else_place: None, guard: false });
    }

    /// `#ifdef` (`wanted`: defined) and `#ifndef`
    pub(super) fn if_defined(&mut self, place: Span, wanted: bool) {
        let (name, directive) = if wanted { ("#ifdef", "ifdef") } else { ("#ifndef", "ifndef") };
        let line = self.rest_of_line();
        let mut guard = false;
        let condition = match self.macro_name(&line, place, directive) {
            Some(token) => {
                self.nothing_more(line.get(1..).unwrap_or(&[]), directive);
                if let Some(source) = self.sources.last_mut()
                    && !wanted
                    && source.guard == Guard::Start
                {
                    source.guard = Guard::Inside(token.text);
                    guard = true;
                }
                self.symbols.definition(token.text).is_some() == wanted
            }
            None => false,
        };
        self.open(Conditional { place, name, taken: condition, else_place: None, guard });
    }

    fn open(&mut self, conditional: Conditional) {
        if let Some(source) = self.sources.last_mut() {
            source.conditionals.push(conditional);
        }
        if !conditional.taken {
            self.skip_groups();
        }
    }

    /// `#elif`, `#else` or `#endif` after a group that was read.
    pub(super) fn next_group(&mut self, place: Span, directive: &str) {
        if self.end_of_group(place, directive) == Skipping::Goes {
            self.skip_groups();
        }
    }

    /// Skips groups until one is to be read or the `#endif` has passed. What is
    /// skipped need not be C, but its quotes, comments and directives count.
    fn skip_groups(&mut self) {
        let mut nested = 0_usize;
        loop {
            let Some(source) = self.sources.last_mut() else { return };
            if !source.lexer.skip_to_directive() {
                return;
            }
            let hash = source.lexer.next(&mut self.symbols);
            source.lexer.in_directive = true;
            let name = source.lexer.next(&mut self.symbols);
            let text = self.symbols.shared_text(name.text);
            match &*text {
                "if" | "ifdef" | "ifndef" => nested += 1,
                "endif" if nested > 0 => nested -= 1,
                "elif" | "else" | "endif" if nested == 0 => {
                    if self.end_of_group(hash.place.to(name.place), &text) == Skipping::Stops {
                        return;
                    }
                    continue;
                }
                _ => {}
            }
            self.skip_line();
        }
    }

    /// One group ends; is the next one skipped?
    fn end_of_group(&mut self, place: Span, directive: &str) -> Skipping {
        let Some(open) = self.sources.last().and_then(|s| s.conditionals.last()).copied() else {
            self.skip_line();
            self.error("stray-conditional", place, format!("#{directive} without #if"));
            return Skipping::Stops;
        };
        if directive == "endif" {
            let line = self.rest_of_line();
            self.nothing_more(&line, directive);
            if let Some(source) = self.sources.last_mut() {
                source.conditionals.pop();
                if let (true, Guard::Inside(symbol)) = (open.guard, source.guard) {
                    source.guard = Guard::After(symbol);
                }
            }
            return Skipping::Stops;
        }
        if let Some(earlier) = open.else_place {
            self.skip_line();
            let message = format!("#{directive} after #else");
            self.report(
                Diagnostic::error("stray-conditional", place, message)
                    .with_other(earlier, "the #else stands here")
                    .with_other(open.place, format!("it belongs to this {}", open.name)),
            );
            return Skipping::Goes;
        }
        let mut condition = !open.taken;
        if directive == "else" {
            let line = self.rest_of_line();
            self.nothing_more(&line, directive);
        } else if condition {
            condition = self.condition(place, directive);
        } else {
            // Not looked at any more once a group was read.
            self.skip_line();
        }
        if let Some(source) = self.sources.last_mut() {
            if open.guard {
                source.guard = Guard::No;
            }
            if let Some(open) = source.conditionals.last_mut() {
                open.taken |= condition;
                open.else_place = (directive == "else").then_some(place);
            }
        }
        if condition { Skipping::Stops } else { Skipping::Goes }
    }
}

/// What happens to the text after a directive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Skipping {
    /// It is skipped.
    Goes,
    /// It is read.
    Stops,
}
