//! What goes wrong in statements.

use super::context::Place;
use super::{Change, Complaint, Context, Repair};
use crate::syntax::kinds::*;

/// `/* a /* b */ c */`: the second `*/` is left over.
pub(super) fn comment_in_comment(c: &Context<'_>) -> Option<Complaint> {
    let mut star = c.statement;
    let line_ends = |i: usize| i > c.at && c.starts_line(i);
    while star < c.kinds.len() && !line_ends(star) {
        let adjacent = c.span(star).hi == c.span(star + 1).lo;
        let last = c.starts_line(star + 2);
        if c.kind(star) == STAR && c.kind(star + 1) == SLASH && adjacent && last {
            let message = "this '*/' closes no comment: the comment ended at the first '*/'";
            let repair = Repair::delete(c.statement, star + 2);
            return Some(
                Complaint::syntax(c.span(star).to(c.span(star + 1)), message, repair)
                    .with_note("comments cannot stand inside of comments"),
            );
        }
        star += 1;
    }
    None
}

/// `else (x > 3) {`
pub(super) fn else_with_condition(c: &Context<'_>) -> Option<Complaint> {
    if c.kind(c.at) != LB || c.before(c.at) != RP || c.before(c.statement) != KW_ELSE || c.kind(c.statement) != LP {
        return None;
    }
    let message = "'else' has no condition";
    let repair = Repair::insert(c.statement, KW_IF);
    Some(Complaint::syntax(c.span(c.statement), message, repair).with_note("with a condition it is 'else if (...)'"))
}

/// `int f(int x);` and then the body.
pub(super) fn body_behind_semicolon(c: &Context<'_>) -> Option<Complaint> {
    let semicolon = c.start.checked_sub(1)?;
    if c.at != c.start || c.kind(c.at) != LB || c.kind(semicolon) != SEMI || c.before(semicolon) != RP {
        return None;
    }
    // The last declaration of a header that is included before is another matter: what
    // is included later lies further behind.
    if c.span(semicolon).hi > c.here().lo {
        return None;
    }
    let message = "this ';' ends the function before its body";
    Some(
        Complaint::syntax(c.span(semicolon), message, Repair::Skip)
            .with_other(c.here(), "the body begins here")
            .with_note("take the ';' away"),
    )
}

/// `else` where no `if` is open.
pub(super) fn else_without_if(c: &Context<'_>) -> Option<Complaint> {
    if c.kind(c.at) != KW_ELSE || c.expected.has(KW_ELSE) || c.place != Place::Block || !c.expects_statement() {
        return None;
    }
    let complaint = Complaint::syntax(c.here(), "'else' without an 'if' before it", Repair::delete(c.at, c.at + 1));
    let Some(open) = (c.start..c.at).rev().find(|&i| c.kind(i) == LP && c.before(i) == KW_IF) else {
        return Some(complaint);
    };
    let behind = c.closer(open) + 1;
    Some(match (c.kind(behind), c.before(c.at)) {
        (LB, _) if c.closer(behind) >= c.at => {
            complaint.with_other(c.span(behind), "this '{' is still open here").with_note("put a '}' before the 'else'")
        }
        (SEMI, _) => {
            complaint.with_other(c.span(behind), "this ';' is all that the 'if' does").with_note("take that ';' away")
        }
        (_, SEMI | RB) => {
            complaint.with_note("an 'if' without braces takes one statement: put '{' and '}' around several")
        }
        _ => complaint,
    })
}

/// `int f(int x)` and then statements.
pub(super) fn body_without_braces(c: &Context<'_>) -> Option<Complaint> {
    if c.place != Place::File || c.before(c.at) != RP || !starts_statement(c.kind(c.at)) || c.at == c.start {
        return None;
    }
    let message = "a '{' is missing: the body of a function stands between '{' and '}'";
    // All that is indented belongs to it.
    let mut end = c.find(c.at, |k| k == SEMI) + 1;
    while c.tokens.get(end).is_some_and(|t| t.indent.is_none_or(|indent| indent > 0)) {
        end += 1;
    }
    let repair = Repair::Change(vec![Change::Insert(end, RB), Change::Insert(c.at, LB)]);
    Some(Complaint::syntax(c.behind_last(), message, repair))
}

/// `x = 1;`, `printf("x");`, `return 0;` at file scope.
pub(super) fn statement_outside(c: &Context<'_>) -> Option<Complaint> {
    let first = c.kind(c.start);
    let (next, opened) = (c.kind(c.start + 1), c.opener.is_none_or(|o| o == c.start + 1));
    let call = first == IDENTIFIER && next == LP && !matches!(c.kind(c.at), IDENTIFIER | STAR | LB) && opened;
    let operator = first == IDENTIFIER
        && (is_infix(next) && !matches!(next, STAR | ASSIGN | COMMA) || matches!(next, DOT | ARROW | INC | DEC));
    let begins = c.at == c.start
        && (starts_statement(first) || is_leaf(first) && first != IDENTIFIER || matches!(first, LB | INC | DEC));
    let foreign = c.name(c.start).is_some_and(|word| super::words::foreign(word).is_some());
    if !(call || operator || begins) || foreign {
        return None;
    }
    let message = "a statement stands outside of all functions";
    let complaint = Complaint::new(super::OUTSIDE, c.span(c.start), message, Repair::Skip);
    Some(if c.start > 0 && c.before(c.start) == RB {
        complaint.with_note("perhaps a '}' before it closes the function too early")
    } else {
        complaint
    })
}

/// `if (x) int y = 1;`
pub(super) fn declaration_as_statement(c: &Context<'_>) -> Option<Complaint> {
    let kind = c.kind(c.at);
    if !starts_specifiers(kind) || !c.expects_statement() {
        return None;
    }
    let end = c.find(c.at, |k| k == SEMI);
    let message = "a declaration cannot be the only statement here: put it in braces";
    Some(Complaint::syntax(c.here(), message, Repair::delete(c.at, end)))
}

/// `if (x) }`
pub(super) fn missing_statement(c: &Context<'_>) -> Option<Complaint> {
    if c.kind(c.at) != RB || !c.expects_statement() || c.expected.has(RB) {
        return None;
    }
    let message = format!("a statement is missing after {}", c.quoted(c.at.saturating_sub(1)));
    Some(Complaint::syntax(c.behind_last(), message, Repair::insert(c.at, SEMI)))
}

/// `do { … }` without its `while`.
pub(super) fn do_without_while(c: &Context<'_>) -> Option<Complaint> {
    let missing = c.expected.has(KW_WHILE) && !c.expects_statement() && c.kind(c.at) != KW_WHILE;
    missing.then(|| {
        let message = "missing 'while (...);' behind the body of 'do'";
        Complaint::syntax(c.behind_last(), message, Repair::Skip)
    })
}
