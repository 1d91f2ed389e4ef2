//! What is said where no rule fits.

use super::{Complaint, Context};
use crate::syntax::kinds::*;

/// `unexpected 'x': expected ')' or ','`
pub(super) fn unexpected(c: &Context<'_>) -> Complaint {
    let mut wanted: Vec<String> = Vec::new();
    if c.expects_statement() {
        wanted.push("a statement".to_owned());
    } else if c.expects_expression() {
        wanted.push("an expression".to_owned());
    } else if c.expects_name() {
        wanted.push("a name".to_owned());
    } else if c.expects_type() {
        wanted.push("a type".to_owned());
    }
    for kind in [RP, RSQ, RB, SEMI, COMMA, COLON, LP, LB, ASSIGN, STRING] {
        if c.expected.has(kind) && wanted.len() < 3 && !(c.expects_expression() && matches!(kind, LP | LB | STRING)) {
            wanted.push(token_of(kind).map_or_else(|| "a string".to_owned(), |t| super::quoted(&t)));
        }
    }
    let expected = match wanted.as_slice() {
        [] => String::new(),
        [one] => format!(": expected {one}"),
        [first @ .., last] => format!(": expected {} or {last}", first.join(", ")),
    };
    let found = c.quoted(c.at);
    let message = format!("unexpected {}{expected}", found.trim_start_matches("the "));
    Complaint::syntax(c.here(), message, c.without_statement())
}
