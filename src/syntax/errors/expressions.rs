//! Missing operands, and types where values belong.

use super::context::Place;
use super::{Change, Complaint, Context, Repair};
use crate::source::ExpansionId;
use crate::syntax::kinds::*;

/// `=<`, `=>`, `<>`, `=!=`: written together, but no operator of C.
pub(super) fn operator_of_another_language(c: &Context<'_>) -> Option<Complaint> {
    let last = c.at.checked_sub(1)?;
    if c.span(last).hi != c.span(c.at).lo || !c.expects_expression() {
        return None;
    }
    let (wrong, right, kind) = match (c.kind(last), c.kind(c.at)) {
        (ASSIGN, LT) => ("=<", "<=", LE),
        (ASSIGN, GT) => ("=>", ">=", GE),
        (LT, GT) => ("<>", "!=", NE),
        (EQ_EQ, ASSIGN) => ("===", "==", EQ_EQ),
        (NE, ASSIGN) => ("!==", "!=", NE),
        (COLON, ASSIGN) => (":=", "=", ASSIGN),
        _ => return None,
    };
    let repair = Repair::Change(vec![Change::Insert(c.at + 1, kind), Change::Delete(last, c.at + 1)]);
    let message = format!("'{wrong}' is not an operator");
    Some(
        Complaint::syntax(c.span(last).to(c.span(c.at)), message, repair).with_note(format!("did you mean '{right}'?")),
    )
}

/// `f(int x);`, `x = int;`
pub(super) fn type_as_value(c: &Context<'_>) -> Option<Complaint> {
    let kind = c.kind(c.at);
    if !starts_specifiers(kind) || !c.expects_expression() || c.expects_statement() {
        return None;
    }
    let mut end = c.at;
    while starts_specifiers(c.kind(end)) && (end == c.at || c.kind(end) != KW_ATTRIBUTE) {
        end += 1;
    }
    let message = format!("unexpected type {}: a value is expected here", c.quoted(c.at));
    let call = c.place == Place::Parentheses && matches!(c.before(c.at), LP | COMMA) && is_leaf(c.kind(end));
    if !call {
        return Some(Complaint::syntax(c.here(), message, c.without_statement()));
    }
    let note = "where a function is called, only the values are written, without their types";
    Some(Complaint::syntax(c.here(), message, Repair::delete(c.at, end)).with_note(note))
}

/// `a = {1, 2, 3};` behind the declaration
pub(super) fn list_assigned(c: &Context<'_>) -> Option<Complaint> {
    if c.kind(c.at) != LB || c.before(c.at) != ASSIGN || !c.expects_expression() {
        return None;
    }
    let message = "a list in braces gives values only where a variable is declared";
    Some(
        Complaint::syntax(c.here(), message, c.without_statement())
            .with_note("afterwards the elements or members are assigned one by one"),
    )
}

/// `a + ;`, `f(a, )`, `if ()`
pub(super) fn missing_operand(c: &Context<'_>) -> Option<Complaint> {
    let (kind, last) = (c.kind(c.at), c.before(c.at));
    if !c.expects_expression() || is_leaf(kind) || c.at == c.start || (c.expects_statement() && kind != RB) {
        return None;
    }
    let before = c.at.checked_sub(1).map(|i| c.quoted(i)).unwrap_or_default();
    // `#define N = 10`
    if kind == ASSIGN && c.here().expansion != ExpansionId::NONE && last != ASSIGN {
        let message = "the text of this macro begins with '=', and it stands here too";
        return Some(
            Complaint::syntax(c.here(), message, Repair::delete(c.at, c.at + 1))
                .with_note("a '#define' has no '=': the text follows behind a blank"),
        );
    }
    let message = match (last, kind) {
        (LP, RP) => "an expression is missing between '(' and ')'".to_owned(),
        (LSQ, RSQ) => "an expression is missing between '[' and ']'".to_owned(),
        (COMMA, RP) if c.place == Place::Parentheses => "an argument is missing after ','".to_owned(),
        (ASSIGN, _) if c.at < c.kinds.len() => format!("a value is missing between '=' and {}", c.quoted(c.at)),
        _ => format!("an expression is missing between {before} and {}", c.quoted(c.at)),
    };
    let stray = starts_statement(kind) || matches!(kind, DOT | ARROW | ELLIPSIS | LB);
    let repair = if stray { c.without_statement() } else { Repair::insert(c.at, INTEGER) };
    Some(Complaint::new("missing-expression", c.here(), message, repair))
}
