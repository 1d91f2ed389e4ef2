//! One external declaration at a time, and how to go on after an error.
//!
//! An error is told once. Then the tokens are repaired the way the message says (a
//! missing ';' is put in, an unknown name becomes a type) and the same declaration is
//! read again, so that the next error in it is found too. What cannot be repaired is
//! skipped up to the next external declaration.

use super::Limits;
use super::ast::TranslationUnit;
use super::brackets;
use super::builder::{Failure, read_external};
use super::depth;
use super::errors::{self, Change, Context, Repair};
use super::kinds::*;
use super::standard_attributes;
use super::typedefs::{Marked, mark};
use crate::diagnostics::{Diagnostic, Severity};
use crate::preprocess::token::{IntegerToken, Token, TokenKind};
use crate::source::{Pos, Span};
use std::borrow::Cow;
use std::rc::Rc;

/// More errors than this are not looked for: what comes later is rarely of use.
const MOST_ERRORS: usize = 20;

/// See [`super::parse`].
pub(super) fn parse(tokens: &[Token], limits: &Limits, diagnostics: &mut Vec<Diagnostic>) -> TranslationUnit {
    let told = diagnostics.len();
    let wrong = super::wrong_places(diagnostics);
    let tokens = standard_attributes::rewritten(tokens, diagnostics);
    let balanced = brackets::balance(&tokens, diagnostics);
    let mut unit = TranslationUnit::default();
    let unmatched = diagnostics.iter().skip(told).filter(|d| d.message.starts_with("unmatched '}'"));
    let last_brace = unmatched.map(|d| d.span.lo).max();
    match Recovery::new(balanced.tokens, balanced.repaired, limits).map(|r| Recovery { wrong, last_brace, ..r }) {
        Ok(mut recovery) => recovery.run(&mut unit, diagnostics),
        Err(too_deep) => diagnostics.push(*too_deep),
    }
    if let Some(new) = diagnostics.get_mut(told..) {
        new.sort_by_key(|d| d.span.lo);
    }
    unit
}

struct Recovery<'t> {
    tokens: Cow<'t, [Token]>,
    marked: Marked,
    /// The kinds again, as text for pest.
    text: String,
    /// Names taken for types after a complaint.
    supposed: Vec<String>,
    /// Tokens that the balancing of brackets put in or stands before.
    repaired: Vec<usize>,
    /// Where the lexer found something wrong.
    wrong: Vec<Pos>,
    /// The last `}` without its `{`.
    last_brace: Option<Pos>,
    /// Keywords that are used as names, and that was told.
    named: Vec<Kind>,
    limits: &'t Limits,
    /// Where the last repair of this external declaration was.
    last_repair: Option<usize>,
    errors: usize,
}

impl<'t> Recovery<'t> {
    fn new(
        tokens: Cow<'t, [Token]>,
        repaired: Vec<usize>,
        limits: &'t Limits,
    ) -> Result<Recovery<'t>, Box<Diagnostic>> {
        depth::check(&tokens, &kinds_of(&tokens), limits)?;
        let marked = mark(&tokens, &[]);
        let text = text_of(&marked.kinds);
        let errors = repaired.len();
        Ok(Recovery {
            tokens,
            marked,
            text,
            supposed: Vec::new(),
            repaired,
            wrong: Vec::new(),
            last_brace: None,
            named: Vec::new(),
            limits,
            last_repair: None,
            errors,
        })
    }

    fn run(&mut self, unit: &mut TranslationUnit, diagnostics: &mut Vec<Diagnostic>) {
        let mut start = 0;
        while start < self.tokens.len() && self.errors < MOST_ERRORS {
            let old_style = self.is_old_style(start);
            let from = diagnostics.len();
            match read_external(&self.tokens, &self.text, start, old_style, self.limits, diagnostics) {
                Ok(read) => {
                    self.errors += diagnostics.iter().skip(from).filter(|d| d.severity == Severity::Error).count();
                    unit.items.extend(read.item);
                    // Every declaration has a token; this only keeps the loop moving.
                    start = read.end.max(start + 1);
                    self.last_repair = None;
                }
                Err(failure) => start = self.recover(start, &failure, diagnostics),
            }
        }
    }

    /// Tells what is wrong and repairs it. Gives the token to go on from.
    fn recover(&mut self, start: usize, failure: &Failure, diagnostics: &mut Vec<Diagnostic>) -> usize {
        let at = failure.at;
        if failure.out_of_stack {
            let span = self.tokens.get(at).map_or(Span::NONE, |t| t.span);
            let message = "this is nested more deeply than the stack of cglass allows";
            diagnostics.push(Diagnostic::error("nesting-limit", span, message));
            self.errors = MOST_ERRORS;
            return start;
        }
        let (tokens, marked) = (&self.tokens, &self.marked);
        let context = Context::new(tokens, &marked.kinds, &marked.types, start, at, failure.expected);
        let around = context.block_statement()..=at + 1;
        let echo =
            self.last_repair.is_some_and(|last| at <= last + 1) || self.repaired.iter().any(|r| around.contains(r));
        if echo {
            return self.skip(start, at);
        }
        let guilty = self.marked.kinds.get(at).copied().unwrap_or(SEMI);
        if self.named.contains(&guilty) {
            self.last_repair = Some(at);
            self.change(Change::Insert(at + 1, IDENTIFIER));
            self.change(Change::Delete(at, at + 1));
            self.mark_again();
            return start;
        }
        let place = |i: usize| self.tokens.get(i).map_or(Pos::MAX, |t| t.span.lo);
        let line_end = (at + 1..self.tokens.len()).find(|&i| self.tokens.get(i).is_some_and(|t| t.starts_line()));
        let stretch = place(context.block_statement())..=place(line_end.unwrap_or(self.tokens.len()));
        let complaint = errors::explain(&context);
        // Behind a '}' that came too early stands what belongs to its function.
        let outside = complaint.diagnostic.code == errors::OUTSIDE && self.last_brace.is_some_and(|b| place(at) < b);
        let known = outside || self.wrong.iter().any(|w| stretch.contains(w));
        if let Repair::Type(name) = &complaint.repair
            && self.supposed.contains(name)
        {
            return self.skip(start, at);
        }
        if complaint.diagnostic.code == "keyword-as-name" {
            self.named.push(guilty);
        }
        if !known {
            diagnostics.push(complaint.diagnostic);
            self.errors += 1;
        }
        match complaint.repair {
            Repair::Skip => return self.skip(start, at),
            Repair::Type(name) => self.supposed.push(name),
            Repair::Change(changes) => {
                self.last_repair = Some(at);
                for change in changes {
                    self.change(change);
                }
            }
        }
        self.mark_again();
        start
    }

    /// The tokens have changed.
    fn mark_again(&mut self) {
        self.marked = mark(&self.tokens, &self.supposed);
        self.text = text_of(&self.marked.kinds);
    }

    fn change(&mut self, change: Change) {
        let tokens = self.tokens.to_mut();
        match change {
            Change::Insert(at, kind) => {
                let place = at.checked_sub(1).and_then(|i| tokens.get(i)).map_or(Span::NONE, |t| t.span.end());
                let at = at.min(tokens.len());
                tokens.insert(at, Token { kind: made_up(kind), span: place, indent: None });
                self.repaired.iter_mut().filter(|r| **r >= at).for_each(|r| *r += 1);
            }
            Change::Delete(from, to) => {
                let to = to.min(tokens.len());
                if from < to {
                    tokens.drain(from..to);
                    self.repaired.retain(|r| !(from..to).contains(r));
                    self.repaired.iter_mut().filter(|r| **r >= to).for_each(|r| *r -= to - from);
                }
            }
        }
    }

    /// The first token of the next external declaration behind `at`: behind a `;`, or
    /// behind a `}` that is followed by something new, outside of all brackets.
    fn skip(&mut self, start: usize, at: usize) -> usize {
        self.last_repair = None;
        let mut depth = 0usize;
        for (i, &kind) in self.marked.kinds.iter().enumerate().skip(start) {
            let next = self.marked.kinds.get(i + 1).copied().unwrap_or(SEMI);
            match kind {
                LP | LSQ | LB => depth += 1,
                RP | RSQ => depth = depth.saturating_sub(1),
                RB => {
                    depth = depth.saturating_sub(1);
                    let new = starts_specifiers(next) || self.tokens.get(i + 1).is_none_or(|t| t.starts_line());
                    if depth == 0 && i >= at && new && next != SEMI {
                        return i + 1;
                    }
                }
                SEMI if depth == 0 && i >= at => return i + 1,
                _ => {}
            }
        }
        self.tokens.len()
    }

    /// Do declarations of parameters stand between the declarator and the body (6.9.1p6)?
    fn is_old_style(&self, start: usize) -> bool {
        let kinds = &self.marked.kinds;
        let kind = |i: usize| kinds.get(i).copied().unwrap_or(SEMI);
        let mut names = false;
        let mut depth = 0usize;
        // How deep the attribute stands whose arguments (`format(printf, 1, 2)`) are no parameters.
        let mut attribute = None;
        for (i, &k) in kinds.iter().enumerate().skip(start) {
            match k {
                KW_ATTRIBUTE if attribute.is_none() => attribute = Some(depth),
                LP if attribute.is_some() => depth += 1,
                RP if attribute.is_some_and(|outside| depth > outside.saturating_add(1)) => depth -= 1,
                RP if attribute.is_some() => {
                    depth = depth.saturating_sub(1);
                    attribute = None;
                }
                LP => {
                    let behind_declarator = i.checked_sub(1).is_some_and(|b| matches!(kind(b), IDENTIFIER | RP));
                    names |= behind_declarator && kind(i + 1) == IDENTIFIER && matches!(kind(i + 2), COMMA | RP);
                    depth += 1;
                }
                RP => {
                    depth = depth.saturating_sub(1);
                    let next = kind(i + 1);
                    if depth == 0 && names && starts_specifiers(next) && next != KW_ATTRIBUTE {
                        return true;
                    }
                }
                SEMI | LB | ASSIGN => return false,
                _ => {}
            }
        }
        false
    }
}

/// pest reads text; all kinds are ASCII.
fn text_of(kinds: &[Kind]) -> String {
    kinds.iter().map(|&k| char::from(k)).collect()
}

/// The token a repair puts in.
fn made_up(kind: Kind) -> TokenKind {
    token_of(kind).unwrap_or(match kind {
        IDENTIFIER => TokenKind::Identifier(Rc::from("")),
        _ => TokenKind::Integer(IntegerToken { value: 0, decimal: true, unsigned: false, longs: 0 }),
    })
}
