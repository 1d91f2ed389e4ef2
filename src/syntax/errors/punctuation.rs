//! Missing `;`, `,`, `:`, `=` and parentheses.

use super::context::Place;
use super::{Change, Complaint, Context, Repair};
use crate::syntax::kinds::*;

fn semicolon(c: &Context<'_>) -> Complaint {
    let last = c.at.saturating_sub(1);
    let message = format!("missing ';' after {}", c.quoted(last));
    Complaint::new("missing-semicolon", c.behind_last(), message, Repair::insert(c.at, SEMI))
}

/// The next token begins a line, or something that cannot go on here.
pub(super) fn missing_semicolon(c: &Context<'_>) -> Option<Complaint> {
    let kind = c.kind(c.at);
    let fresh = c.starts_line(c.at) || kind == RB || starts_statement(kind) || starts_specifiers(kind);
    let place = matches!(c.place, Place::Block | Place::Members | Place::File);
    // What begins with an operator is not kept from its beginning by a ';'.
    let begun = !(is_infix(kind) || matches!(kind, ARROW | DOT)) || !matches!(c.before(c.at), SEMI | LB | RB);
    // `x = 3` and then `{` or `)` on the next line is something else.
    let fits =
        begun && fresh && place && c.at > c.start && c.expected.has(SEMI) && !matches!(kind, LB | RP | RSQ | ASSIGN);
    fits.then(|| semicolon(c))
}

/// `x = 1 y = 2;`
pub(super) fn missing_semicolon_within_line(c: &Context<'_>) -> Option<Complaint> {
    let place = matches!(c.place, Place::Block | Place::Members | Place::File);
    let fits = place && c.at > c.statement && c.expected.has(SEMI) && (is_leaf(c.kind(c.at)) || c.kind(c.at) == LB);
    if !fits {
        return None;
    }
    if is_leaf(c.kind(c.at)) && c.expected.has(PLUS) {
        let last = c.at - 1;
        let message = format!("missing ';' or an operator between {} and {}", c.quoted(last), c.quoted(c.at));
        // An operator: a ';' would tear apart what may be one statement.
        let repair = Repair::insert(c.at, PLUS);
        return Some(Complaint::new("missing-semicolon", c.behind_last(), message, repair));
    }
    // `int my var = 3;`
    let declared = c.kind(c.at) == IDENTIFIER
        && c.before(c.at) == IDENTIFIER
        && matches!(c.kind(c.at + 1), ASSIGN | SEMI | COMMA | LSQ)
        && c.at.checked_sub(2).is_some_and(|i| is_type_word(c.kind(i)) || c.kind(i) == STAR);
    if declared {
        let message = format!("missing ',' or ';' between {} and {}", c.quoted(c.at - 1), c.quoted(c.at));
        return Some(
            Complaint::new("missing-semicolon", c.behind_last(), message, Repair::insert(c.at, COMMA))
                .with_note("if it is one name: a name has no blank in it; '_' takes its place"),
        );
    }
    Some(semicolon(c))
}

/// `f(a b)`, `{ 1 2 }`, `enum { A B }`
pub(super) fn missing_comma(c: &Context<'_>) -> Option<Complaint> {
    let list = matches!(c.place, Place::Parentheses | Place::Braces | Place::Enumerators);
    let element =
        is_leaf(c.kind(c.at)) || c.kind(c.at) == LB || (c.expected.has(COMMA) && starts_specifiers(c.kind(c.at)));
    if !(list && element && c.expected.has(COMMA) && c.at > c.start) {
        return None;
    }
    let or = if c.place == Place::Parentheses && c.expected.has(PLUS) { " or an operator" } else { "" };
    let message = format!("missing ','{or} between {} and {}", c.quoted(c.at - 1), c.quoted(c.at));
    let complaint = Complaint::syntax(c.behind_last(), message, Repair::insert(c.at, COMMA));
    let callee = c.opener.and_then(|o| c.name(o.checked_sub(1)?)).filter(|_| c.place == Place::Parentheses);
    let call = matches!(callee, Some("printf" | "puts" | "fputs" | "strcpy" | "strlen"));
    let words = c.kind(c.at) == IDENTIFIER && c.before(c.at) == IDENTIFIER && call;
    Some(if words { complaint.with_note("if this is text, it stands in double quotes: \"...\"") } else { complaint })
}

/// `if x > 0 {`
pub(super) fn missing_parenthesis(c: &Context<'_>) -> Option<Complaint> {
    let head = match c.before(c.at) {
        KW_IF => "if",
        KW_WHILE => "while",
        KW_FOR => "for",
        KW_SWITCH => "switch",
        _ => return None,
    };
    if c.kind(c.at) == LP || c.at == c.start {
        return None;
    }
    let mut end = c.at;
    while end < c.kinds.len() && !matches!(c.kind(end), LB | RB | SEMI | COLON) && (end == c.at || !c.starts_line(end))
    {
        end += 1;
    }
    let repair = Repair::Change(vec![Change::Insert(end, RP), Change::Insert(c.at, LP)]);
    let message = format!("missing '(' after '{head}'");
    let note = format!("the condition of '{head}' stands in parentheses");
    let complaint =
        Complaint::syntax(c.behind_last(), message, if head == "for" { c.without_statement() } else { repair });
    Some(complaint.with_note(if head == "for" { "e.g. 'for (i = 0; i < n; i++)'".to_owned() } else { note }))
}

/// `printf "x";`
pub(super) fn missing_call_parenthesis(c: &Context<'_>) -> Option<Complaint> {
    let last = c.at.checked_sub(1).filter(|&l| l == c.statement && c.place == Place::Block)?;
    let name = c.name(last)?;
    let literal = matches!(c.kind(c.at), STRING | INTEGER | FLOATING | CHARACTER);
    if !literal || c.kind(last) != IDENTIFIER || c.starts_line(c.at) {
        return None;
    }
    let end = c.find(c.at, |k| k == SEMI);
    let repair = Repair::Change(vec![Change::Insert(end, RP), Change::Insert(c.at, LP)]);
    Some(
        Complaint::syntax(c.behind_last(), format!("missing '(' after '{name}'"), repair)
            .with_note("the arguments of a call stand in parentheses"),
    )
}

/// `for (i = 0, i < n, i++)`
pub(super) fn parts_of_for(c: &Context<'_>) -> Option<Complaint> {
    let opener = c.opener.filter(|&o| c.kind(o) == LP && c.before(o) == KW_FOR)?;
    let end = c.closer(opener);
    let (mut semicolons, mut commas, mut i) = (0usize, Vec::new(), opener + 1);
    while i < end {
        i = c.find(i, |k| matches!(k, SEMI | COMMA));
        match c.kind(i) {
            SEMI => semicolons += 1,
            COMMA => commas.push(i),
            _ => {}
        }
        i += 1;
    }
    let missing = 2usize.checked_sub(semicolons).filter(|&m| m > 0)?;
    let repair = if c.kind(c.at) == RP {
        Repair::Change(vec![Change::Insert(c.at, SEMI); missing])
    } else if commas.len() >= missing && c.kind(c.at) != COLON {
        // The last commas stand where the ';' belong.
        let replaced = commas.iter().rev().take(missing);
        Repair::Change(replaced.flat_map(|&i| [Change::Insert(i + 1, SEMI), Change::Delete(i, i + 1)]).collect())
    } else {
        return None;
    };
    let place = if c.kind(c.at) == RP { c.here() } else { commas.last().map_or(c.here(), |&i| c.span(i)) };
    let complaint = Complaint::syntax(place, "a 'for' has three parts with two ';' between them", repair);
    let found = match semicolons {
        0 => "there is no ';' here",
        _ => "there is only one ';' here",
    };
    Some(complaint.with_note(format!("{found}; e.g. 'for (i = 0; i < n; i++)'")))
}

/// `case 1, 2:`
pub(super) fn several_values_of_case(c: &Context<'_>) -> Option<Complaint> {
    if c.kind(c.at) != COMMA || c.kind(c.statement) != KW_CASE || !c.expected.has(COLON) {
        return None;
    }
    let repair = Repair::Change(vec![
        Change::Insert(c.at + 1, KW_CASE),
        Change::Insert(c.at + 1, COLON),
        Change::Delete(c.at, c.at + 1),
    ]);
    Some(Complaint::syntax(c.here(), "a 'case' has one value", repair).with_note("for two, write 'case 1: case 2:'"))
}

/// `int x = 1:`
pub(super) fn colon_for_semicolon(c: &Context<'_>) -> Option<Complaint> {
    let fits = c.kind(c.at) == COLON && c.expected.has(SEMI) && c.starts_line(c.at + 1) && c.at > c.statement;
    fits.then(|| Complaint::syntax(c.here(), "':' stands where ';' is needed", Repair::replace(c.at, SEMI)))
}

/// `case 1;`, `case 1 x = 2;`, `a ? b;`
pub(super) fn missing_colon(c: &Context<'_>) -> Option<Complaint> {
    if !c.expected.has(COLON) || c.at == c.start {
        return None;
    }
    let label = match c.kind(c.statement) {
        KW_CASE => "case",
        KW_DEFAULT => "default",
        _ => {
            let question = (c.statement..c.at).rev().find(|&i| c.kind(i) == QUESTION)?;
            let wrong = !c.expected.has(SEMI) && !c.expected.has(RP);
            return wrong.then(|| {
                let message = format!("missing ':' before {}", c.quoted(c.at));
                Complaint::syntax(c.here(), message, c.without_statement())
                    .with_other(c.span(question), "this '?' needs ':' and a second value")
            });
        }
    };
    let repair = if c.kind(c.at) == SEMI { Repair::replace(c.at, COLON) } else { Repair::insert(c.at, COLON) };
    let span = if c.kind(c.at) == SEMI { c.here() } else { c.behind_last() };
    Some(Complaint::syntax(span, format!("missing ':': a '{label}' label ends in ':'"), repair))
}

/// `int a[3] { 1, 2 };`
pub(super) fn missing_equals(c: &Context<'_>) -> Option<Complaint> {
    let opener = c.opener.filter(|&o| c.kind(o) == LB && o > c.start)?;
    let array = c.before(opener) == RSQ;
    let name = c.before(opener) == IDENTIFIER
        && opener
            .checked_sub(2)
            .is_some_and(|i| starts_specifiers(c.kind(i)) && !matches!(c.kind(i), KW_STRUCT | KW_UNION | KW_ENUM));
    if !(array || name) || c.place != Place::Block {
        return None;
    }
    let message = "missing '=' before '{'";
    Some(Complaint::syntax(c.span(opener), message, Repair::insert(opener, ASSIGN)))
}

/// `int i == 0;`
pub(super) fn compared_first_value(c: &Context<'_>) -> Option<Complaint> {
    let declares = c.kind(c.at) == EQ_EQ && c.before(c.at) == IDENTIFIER && starts_specifiers(c.kind(c.statement));
    if !declares || !matches!(c.place, Place::Block | Place::File | Place::Parentheses) || c.expected.has(PLUS) {
        return None;
    }
    let message = "'==' compares: a variable gets its first value with '='";
    Some(Complaint::syntax(c.here(), message, Repair::replace(c.at, ASSIGN)))
}
