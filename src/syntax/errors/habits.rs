//! What other languages write otherwise.

use super::context::Place;
use super::{Change, Complaint, Context, Repair};
use crate::syntax::kinds::*;

/// `std::cout`
pub(super) fn scope_operator(c: &Context<'_>) -> Option<Complaint> {
    let last = c.at.checked_sub(1)?;
    let (first, second) = match (c.kind(last), c.kind(c.at), c.kind(c.at + 1)) {
        (COLON, COLON, _) => (last, c.at),
        (_, COLON, COLON) => (c.at, c.at + 1),
        _ => return None,
    };
    let span = c.span(first).to(c.span(second));
    let complaint = Complaint::syntax(span, "C has no '::'", c.without_statement());
    let before = first.checked_sub(1).and_then(|i| c.name(i));
    Some(if before == Some("std") {
        complaint.with_note("'std::' is C++: C prints with 'printf' and reads with 'scanf' from <stdio.h>")
    } else {
        complaint.with_note("it is written in C++")
    })
}

/// `if (x > 3):`, `else:`, `while (x):`
pub(super) fn colon_for_block(c: &Context<'_>) -> Option<Complaint> {
    let head = matches!(c.before(c.at), RP | KW_ELSE | KW_DO);
    if c.kind(c.at) != COLON || !head || !c.expects_statement() {
        return None;
    }
    let message = "no ':' is needed here: the statement follows at once";
    Some(
        Complaint::syntax(c.here(), message, Repair::delete(c.at, c.at + 1))
            .with_note("several statements stand between '{' and '}'; how far a line is indented does not matter"),
    )
}

/// `for (int x : a)`
pub(super) fn elements_of_array(c: &Context<'_>) -> Option<Complaint> {
    let opener = c.opener.filter(|&o| c.kind(o) == LP && c.before(o) == KW_FOR)?;
    if c.kind(c.at) != COLON {
        return None;
    }
    let message = "C has no 'for' over the elements of an array";
    let end = c.closer(opener);
    let repair = Repair::Change(vec![Change::Insert(end, SEMI), Change::Insert(end, SEMI), Change::Delete(c.at, end)]);
    Some(Complaint::syntax(c.here(), message, repair).with_note("count an index: 'for (int i = 0; i < n; i++)'"))
}

/// `y = 1 if x else 2;`
pub(super) fn choice(c: &Context<'_>) -> Option<Complaint> {
    if c.kind(c.at) != KW_IF || !c.expected.has(PLUS) || c.starts_line(c.at) {
        return None;
    }
    let otherwise = c.find(c.at, |k| matches!(k, KW_ELSE | SEMI));
    if c.kind(otherwise) != KW_ELSE {
        return None;
    }
    let message = "a choice between two values is written 'condition ? a : b'";
    Some(Complaint::syntax(c.here(), message, c.without_statement()))
}

/// `int a[] = [1, 2];`
pub(super) fn list_in_brackets(c: &Context<'_>) -> Option<Complaint> {
    let value = matches!(c.before(c.at), ASSIGN) || (matches!(c.before(c.at), LB | COMMA) && c.place == Place::Braces);
    if c.kind(c.at) != LSQ || !value || !c.expects_expression() {
        return None;
    }
    let end = c.closer(c.at);
    let repair = Repair::Change(vec![
        Change::Insert(end + 1, RB),
        Change::Delete(end, end + 1),
        Change::Insert(c.at + 1, LB),
        Change::Delete(c.at, c.at + 1),
    ]);
    Some(Complaint::syntax(c.here(), "a list of values stands between '{' and '}'", repair))
}
