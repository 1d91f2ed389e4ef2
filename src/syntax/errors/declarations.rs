//! What goes wrong in declarations.

use super::context::Place;
use super::{Change, Complaint, Context, Repair};
use crate::preprocess::token::TokenKind;
use crate::syntax::kinds::*;

fn is_typeish(kind: Kind) -> bool {
    is_type_word(kind) || is_qualifier(kind) || matches!(kind, TYPEDEF_NAME | STAR)
}

/// `struct s { int x = 3; };`
pub(super) fn member_with_value(c: &Context<'_>) -> Option<Complaint> {
    if c.place != Place::Members || c.kind(c.at) != ASSIGN {
        return None;
    }
    let end = c.find(c.at, |k| matches!(k, SEMI | COMMA));
    let message = "a member cannot be given a value where the struct is declared";
    Some(
        Complaint::syntax(c.here(), message, Repair::delete(c.at, end)).with_note("give it to each object of the type"),
    )
}

/// `struct s { void f() { … } };`
pub(super) fn member_function(c: &Context<'_>) -> Option<Complaint> {
    if c.place != Place::Members || c.kind(c.at) != LB || c.before(c.at) != RP {
        return None;
    }
    let repair =
        Repair::Change(vec![Change::Insert(c.closer(c.at) + 1, SEMI), Change::Delete(c.at, c.closer(c.at) + 1)]);
    let message = "a struct cannot have functions as members";
    Some(
        Complaint::syntax(c.here(), message, repair)
            .with_note("a function stands outside and takes a pointer to the struct"),
    )
}

/// `int a, int b;`
pub(super) fn repeated_type(c: &Context<'_>) -> Option<Complaint> {
    let kind = c.kind(c.at);
    let type_word = is_type_word(kind) || kind == TYPEDEF_NAME;
    if !type_word || c.before(c.at) != COMMA || !c.expects_name() || c.place == Place::Parentheses {
        return None;
    }
    if c.place == Place::Members {
        let message = "between the members of a struct stands ';', not ','";
        return Some(Complaint::syntax(c.span(c.at - 1), message, Repair::replace(c.at - 1, SEMI)));
    }
    let message = format!("unexpected {}: after ',' the next name follows, the type is written once", c.quoted(c.at));
    Some(Complaint::syntax(c.here(), message, Repair::delete(c.at, c.at + 1)))
}

/// `int for = 1;`
pub(super) fn keyword_as_name(c: &Context<'_>) -> Option<Complaint> {
    let Some(TokenKind::Keyword(keyword)) = c.tokens.get(c.at).map(|t| &t.kind) else { return None };
    let named = is_typeish(c.before(c.at))
        || matches!(c.before(c.at), COMMA | DOT | ARROW | KW_GOTO | KW_STRUCT | KW_UNION | KW_ENUM | LB);
    if !named || !c.expects_name() || c.at == c.start {
        return None;
    }
    let message = format!("'{}' is a keyword and cannot be used as a name", keyword.spelling());
    Some(Complaint::new("keyword-as-name", c.here(), message, Repair::replace(c.at, IDENTIFIER)))
}

/// `int 2 = 3;`
pub(super) fn number_as_name(c: &Context<'_>) -> Option<Complaint> {
    let number = matches!(c.kind(c.at), INTEGER | FLOATING);
    if !number || !c.expects_name() || !(is_typeish(c.before(c.at)) || c.before(c.at) == COMMA) {
        return None;
    }
    let message = "a name is expected here, and a name does not begin with a digit";
    if c.before(c.at) != COMMA {
        return Some(Complaint::syntax(c.here(), message, Repair::replace(c.at, IDENTIFIER)));
    }
    // `int a[] = 7, 8, 9;`: the numbers that follow are no names either.
    let end = c.find(c.at, |k| k == SEMI);
    Some(
        Complaint::syntax(c.here(), message, Repair::delete(c.at - 1, end))
            .with_note("a list of values stands between '{' and '}'"),
    )
}

/// `int x = 5,000;`
pub(super) fn comma_in_number(c: &Context<'_>) -> Option<Complaint> {
    let comma = c.at.checked_sub(1).filter(|&i| c.kind(i) == COMMA && c.kind(c.at) == INTEGER)?;
    let thousands = comma.checked_sub(1).filter(|&i| c.kind(i) == INTEGER)?;
    let joined = c.span(thousands).hi == c.span(comma).lo && c.span(comma).hi == c.span(c.at).lo;
    if !joined || c.span(c.at).hi - c.span(c.at).lo != 3 || !c.expects_name() {
        return None;
    }
    let message = "a number has no ',' between its digits";
    let span = c.span(thousands).to(c.here());
    Some(Complaint::syntax(span, message, Repair::delete(comma, c.at + 1)))
}

/// `int f(int a, b)`
pub(super) fn parameter_without_type(c: &Context<'_>) -> Option<Complaint> {
    let star = c.kind(c.at) == STAR && matches!(c.before(c.at), LP | COMMA);
    let name = if star { c.at + 1 } else { c.at };
    let behind = c.kind(name) == IDENTIFIER && matches!(c.kind(name + 1), COMMA | RP);
    let alone = c.kind(c.at) == IDENTIFIER && c.before(c.at) == COMMA;
    let expected = (c.expects_type() || c.expects_name()) && c.place == Place::Parentheses;
    if !behind || !expected || !(star || alone) {
        return None;
    }
    let message = format!("the type of the parameter {} is missing", c.quoted(name));
    Some(
        Complaint::syntax(c.here(), message, Repair::insert(c.at, KW_INT))
            .with_note("each parameter has its own type, e.g. 'int f(int a, int b)'"),
    )
}

/// `int p* = &x;`, `*int p;`
pub(super) fn star_in_wrong_place(c: &Context<'_>) -> Option<Complaint> {
    let last = c.at.checked_sub(1)?;
    let behind_name = c.kind(c.at) == STAR
        && c.kind(last) == IDENTIFIER
        && last.checked_sub(1).is_some_and(|i| is_type_word(c.kind(i)) || c.kind(i) == TYPEDEF_NAME)
        && matches!(c.kind(c.at + 1), SEMI | ASSIGN | COMMA | RP);
    let before_type = is_type_word(c.kind(c.at)) && c.kind(last) == STAR && last == c.statement;
    let star = match (behind_name, before_type) {
        (true, _) => c.at,
        (_, true) => last,
        _ => return None,
    };
    let message = "the '*' of a pointer stands between the type and the name";
    Some(Complaint::syntax(c.span(star), message, Repair::delete(star, star + 1)).with_note("e.g. 'int *p'"))
}

/// `int[3] a;`
pub(super) fn brackets_before_name(c: &Context<'_>) -> Option<Complaint> {
    if c.kind(c.at) != LSQ || !is_typeish(c.before(c.at)) || !c.expects_name() {
        return None;
    }
    let message = "the brackets of an array stand behind its name";
    let repair = Repair::delete(c.at, c.closer(c.at) + 1);
    Some(Complaint::syntax(c.here(), message, repair).with_note("e.g. 'int a[3];'"))
}

/// `int a(5);`
pub(super) fn size_in_parentheses(c: &Context<'_>) -> Option<Complaint> {
    let opener = c.opener.filter(|&o| c.kind(o) == LP && o + 1 == c.at && c.before(o) == IDENTIFIER)?;
    let name = c.name(opener - 1)?;
    if c.kind(c.at) != INTEGER
        || c.kind(c.at + 1) != RP
        || !opener.checked_sub(2).is_some_and(|i| is_typeish(c.kind(i)))
    {
        return None;
    }
    let message = "the size of an array stands in brackets";
    let changes = [Change::Insert(c.at + 2, RSQ), Change::Delete(c.at + 1, c.at + 2)];
    let changes = changes.into_iter().chain([Change::Insert(opener + 1, LSQ), Change::Delete(opener, opener + 1)]);
    let size = c.quoted(c.at).rsplit(' ').next().unwrap_or_default().to_owned();
    Some(
        Complaint::syntax(c.span(opener).to(c.span(c.at + 1)), message, Repair::Change(changes.collect()))
            .with_note(format!("write '{name}[{size}]'")),
    )
}

/// `int my-var = 4;`
pub(super) fn minus_in_name(c: &Context<'_>) -> Option<Complaint> {
    let last = c.at.checked_sub(1)?;
    let (before, behind) = (c.name(last)?, c.name(c.at + 1)?);
    let declared = last.checked_sub(1).is_some_and(|i| is_typeish(c.kind(i)));
    if c.kind(c.at) != MINUS || !declared || c.expects_expression() {
        return None;
    }
    let message = "a name has no '-': that is the sign for minus";
    Some(
        Complaint::syntax(c.here(), message, Repair::delete(c.at, c.at + 2))
            .with_note(format!("write '{before}_{behind}'")),
    )
}

/// `int &x`
pub(super) fn reference(c: &Context<'_>) -> Option<Complaint> {
    let behind_type = is_typeish(c.before(c.at)) && !c.expects_expression();
    if !matches!(c.kind(c.at), AMP | AND_AND) || !behind_type {
        return None;
    }
    let message = "C has no references: use a pointer, '*'";
    Some(Complaint::syntax(c.here(), message, Repair::replace(c.at, STAR)))
}

/// `int f(int a = 3);`
pub(super) fn default_argument(c: &Context<'_>) -> Option<Complaint> {
    let parameters = c.place == Place::Parentheses && c.expected.has(COMMA) && !c.expected.has(PLUS);
    if c.kind(c.at) != ASSIGN || !parameters {
        return None;
    }
    let end = c.find(c.at, |k| k == COMMA);
    let message = "a parameter cannot have a value of its own in C";
    Some(Complaint::syntax(c.here(), message, Repair::delete(c.at, end)).with_note("every call passes all arguments"))
}

/// `int = 3;`
pub(super) fn missing_name(c: &Context<'_>) -> Option<Complaint> {
    let fits = matches!(c.kind(c.at), ASSIGN | COMMA | SEMI) && is_typeish(c.before(c.at)) && c.expects_name();
    if !fits || c.at == c.start {
        return None;
    }
    let plain = |i: Option<usize>| i.is_some_and(|i| matches!(c.kind(i), KW_INT | KW_CHAR | KW_FLOAT | KW_DOUBLE));
    if plain(c.at.checked_sub(1)) && plain(c.at.checked_sub(2)) {
        let message = format!("{} is a keyword and cannot be used as a name", c.quoted(c.at - 1));
        let repair = Repair::replace(c.at - 1, IDENTIFIER);
        return Some(Complaint::new("keyword-as-name", c.span(c.at - 1), message, repair));
    }
    let message = format!("a name is missing between {} and {}", c.quoted(c.at - 1), c.quoted(c.at));
    Some(Complaint::syntax(c.here(), message, Repair::insert(c.at, IDENTIFIER)))
}
