//! Which brace was forgotten, told by how the lines are indented. Nothing but
//! messages depends on it.

use super::kinds::*;
use crate::preprocess::token::Token;

/// A `{` that the indentation says is not closed, and where its `}` is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Unclosed {
    /// The `{`.
    pub open: usize,
    /// The token before which the `}` is missing.
    pub before: usize,
}

/// An open `{` and how far the line it stands on is indented.
struct Open {
    index: usize,
    indent: u32,
}

/// How far the statement is indented that is being read: lines that begin inside
/// of parentheses go on with it.
#[derive(Default)]
struct Lines {
    indent: u32,
    depth: usize,
}

impl Lines {
    fn step(&mut self, token: &Token, kind: Option<&Kind>) -> u32 {
        match token.indent {
            Some(indent) if self.depth == 0 => self.indent = indent,
            _ => {}
        }
        match kind {
            Some(&(LP | LSQ)) => self.depth += 1,
            Some(&(RP | RSQ)) => self.depth = self.depth.saturating_sub(1),
            Some(&(LB | RB | SEMI)) => self.depth = 0,
            _ => {}
        }
        self.indent
    }
}

/// The first `{` whose `}` stands further to the left than the line that opened it:
/// this `}` was meant for an outer one. `None` if all are well aligned.
pub(super) fn unclosed(tokens: &[Token], kinds: &[Kind]) -> Option<Unclosed> {
    let mut open: Vec<Open> = Vec::new();
    let mut lines = Lines::default();
    for (index, token) in tokens.iter().enumerate() {
        let line = lines.step(token, kinds.get(index));
        match kinds.get(index) {
            Some(&LB) => open.push(Open { index, indent: line }),
            Some(&RB) => {
                let Some(closed) = open.pop() else { continue };
                if token.indent.is_some_and(|indent| indent < closed.indent) {
                    return closed.missing_in(tokens);
                }
            }
            _ => {}
        }
    }
    // Never closed at all: then the innermost one of the last lines.
    open.pop().and_then(|open| open.missing_in(tokens)).filter(|unclosed| unclosed.before < tokens.len())
}

/// A `}` that closes more than it should: it is indented, and the `{` it closes
/// begins a line (or stands on one) further to the left.
pub(super) fn closed_too_early(tokens: &[Token], kinds: &[Kind]) -> Option<usize> {
    let mut open: Vec<Open> = Vec::new();
    let mut lines = Lines::default();
    for (index, token) in tokens.iter().enumerate() {
        let line = lines.step(token, kinds.get(index));
        match kinds.get(index) {
            Some(&LB) => open.push(Open { index, indent: line }),
            Some(&RB) => {
                let closed = open.pop()?;
                if token.indent.is_some_and(|indent| indent > closed.indent) {
                    return Some(index);
                }
            }
            _ => {}
        }
    }
    None
}

impl Open {
    /// The first line behind it that is indented no further than its own, if what
    /// stands in it is indented at all.
    fn missing_in(&self, tokens: &[Token]) -> Option<Unclosed> {
        let lines = || tokens.iter().enumerate().skip(self.index + 1).filter_map(|(i, token)| Some((i, token.indent?)));
        lines().next().filter(|(_, indent)| *indent > self.indent)?;
        let before = lines().find(|(_, indent)| *indent <= self.indent).map_or(tokens.len(), |(index, _)| index);
        Some(Unclosed { open: self.index, before })
    }
}
