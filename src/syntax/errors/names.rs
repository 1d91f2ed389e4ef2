//! Names that are not known as types or keywords.

use super::context::Place;
use super::{Change, Complaint, Context, Repair, words};
use crate::preprocess::token::TokenKind;
use crate::syntax::kinds::*;

/// `class`, `new`, `elif`, `and` …
pub(super) fn word_of_another_language(c: &Context<'_>) -> Option<Complaint> {
    let candidates = [Some(c.statement), c.at.checked_sub(1), Some(c.at)];
    let (index, word, note) = candidates.into_iter().flatten().find_map(|i| {
        let word = c.name(i).filter(|_| i >= c.start && c.kind(i) == IDENTIFIER)?;
        Some((i, word, words::foreign(word)?))
    })?;
    // Any of them may be an ordinary name, as long as it is used like one.
    let next = c.kind(index + 1);
    let chained = matches!(word, "elif" | "elsif" | "elseif") && next == LP;
    if index + 1 < c.at && !(next == LP && c.kind(c.at) == LB) && !chained {
        return None;
    }
    let operator = match word {
        "and" => Some(AND_AND),
        "or" => Some(OR_OR),
        "not" => Some(NOT),
        "div" => Some(SLASH),
        "mod" => Some(PERCENT),
        _ => None,
    };
    // These two are ordinary names too, unless they stand where an operator must.
    if matches!(word, "div" | "mod") && !(index == c.at && c.expected.has(PLUS) && is_leaf(next)) {
        return None;
    }
    let repair = match (operator, word) {
        (Some(kind), _) => Repair::replace(index, kind),
        (None, "string" | "String" | "boolean" | "byte") => Repair::Type(word.to_owned()),
        _ => c.without_statement(),
    };
    Some(Complaint::new("unknown-word", c.span(index), format!("'{word}' is not a word of C"), repair).with_note(note))
}

/// `retrun 0;`, `whlie (x) {`, `esle {`
pub(super) fn misspelt_keyword(c: &Context<'_>) -> Option<Complaint> {
    let index = c.statement;
    let word = c.name(index).filter(|_| c.kind(index) == IDENTIFIER && c.place == Place::Block)?;
    let keyword = words::near_keyword(word)?;
    let kind = kind_of(&TokenKind::Keyword(keyword));
    let closed = c.before(c.at) == RP && c.kind(index + 1) == LP;
    // `whlie (x) x--;`: what follows the ')' may be a statement of its own, as long as
    // the word is no function's name.
    let loops = matches!(kind, KW_IF | KW_WHILE | KW_FOR | KW_SWITCH) && c.closer(index + 1) + 1 == c.at;
    let known = (0..index).any(|i| c.name(i) == Some(word));
    let head = closed && (c.kind(c.at) == LB || loops && !known);
    let followed = c.at == index + 1 && (is_leaf(c.kind(c.at)) || c.kind(c.at) == LB || starts_statement(c.kind(c.at)));
    if !starts_statement(kind) || !(head || followed) {
        return None;
    }
    let message = format!("unknown word '{word}'");
    Some(
        Complaint::new("unknown-word", c.span(index), message, Repair::replace(index, kind))
            .with_note(format!("did you mean '{}'?", keyword.spelling())),
    )
}

/// `unsinged int x;`, `final int x;`
pub(super) fn misspelt_specifier(c: &Context<'_>) -> Option<Complaint> {
    let index = c.at.checked_sub(1).filter(|&i| i == c.statement && !c.starts_line(c.at))?;
    let word = c.name(index).filter(|_| c.kind(index) == IDENTIFIER)?;
    if !is_type_word(c.kind(c.at)) && !is_qualifier(c.kind(c.at)) {
        return None;
    }
    let complaint = |repair| Complaint::new("unknown-word", c.span(index), format!("unknown word '{word}'"), repair);
    if matches!(c.kind(c.at + 1), ASSIGN | SEMI | COMMA | LSQ) && words::near_keyword(word).is_none() {
        let message = format!("the type stands before the name: '{} {word}'", c.quoted(c.at).trim_matches('\''));
        return Some(Complaint::syntax(c.span(index).to(c.here()), message, Repair::insert(c.at + 1, IDENTIFIER)));
    }
    if let Some(note) = words::foreign(word) {
        return Some(complaint(Repair::delete(index, c.at)).with_note(note));
    }
    let near = words::near_keyword(word).map(|k| (k, kind_of(&TokenKind::Keyword(k))));
    Some(match near.filter(|(_, kind)| starts_specifiers(*kind)) {
        Some((keyword, kind)) => {
            let note = format!("did you mean '{}'?", keyword.spelling());
            complaint(Repair::replace(index, kind)).with_note(note)
        }
        None => complaint(Repair::delete(index, c.at)),
    })
}

/// `foo x;`, `foo *p` in a list of parameters, `(foo *)p` …
pub(super) fn unknown_type(c: &Context<'_>) -> Option<Complaint> {
    let index = suspect(c)?;
    let name = c.name(index)?;
    let message = format!("unknown type name '{name}'");
    let complaint = |repair| Complaint::new("unknown-type-name", c.span(index), message, repair);
    if words::is_unsupported(name) {
        let message = format!("'{name}' is not supported");
        return Some(Complaint::new("unsupported", c.span(index), message, Repair::Type(name.to_owned())));
    }
    if let Some(header) = words::header_of(name) {
        return Some(complaint(Repair::Type(name.to_owned())).with_note(format!("it is declared in {header}")));
    }
    if let Some(tag) = tagged(c, name) {
        let note = format!("the type is called '{tag} {name}'");
        return Some(complaint(Repair::Change(vec![Change::Insert(index, keyword_of(tag))])).with_note(note));
    }
    if let Some(keyword) = words::near_keyword(name) {
        let kind = kind_of(&TokenKind::Keyword(keyword));
        if is_type_word(kind) || is_qualifier(kind) || starts_specifiers(kind) {
            let note = format!("did you mean '{}'?", keyword.spelling());
            return Some(complaint(Repair::replace(index, kind)).with_note(note));
        }
    }
    let complaint = complaint(Repair::Type(name.to_owned()));
    Some(match words::near_type(name, c.types) {
        Some(near) => complaint.with_note(format!("did you mean '{near}'?")),
        None => complaint,
    })
}

/// The name that stands where a type must.
fn suspect(c: &Context<'_>) -> Option<usize> {
    let (kind, at) = (c.kind(c.at), c.at);
    let last = at.checked_sub(1).filter(|&l| l >= c.start)?;
    if c.kind(last) == IDENTIFIER && !c.starts_line(at) {
        // Nothing but `const`, `static` and the like before it: it begins a declaration.
        let for_head = c.opener.is_some_and(|o| c.before(o) == KW_FOR && o + 1 == c.statement);
        let begins = last >= c.statement
            && (matches!(c.place, Place::File | Place::Block | Place::Members) || for_head)
            && (c.statement..last)
                .all(|i| starts_specifiers(c.kind(i)) && !is_type_word(c.kind(i)) && plain(c.kind(i)));
        let parameter = c.place == Place::Parentheses && matches!(c.before(last), LP | COMMA | KW_CONST);
        let values = c.expected.has(PLUS);
        if kind == IDENTIFIER && (begins || parameter && !values) {
            return Some(last);
        }
        if kind == STAR && !values && (begins || parameter) {
            return Some(last);
        }
    }
    if kind == IDENTIFIER && c.expects_type() && matches!(c.place, Place::Members | Place::Parentheses) {
        return Some(at);
    }
    // `(foo *)` and `(foo) x`
    let behind = |n: usize| at.checked_sub(n).map_or(0, |i| c.kind(i));
    if kind == RP && behind(1) == STAR && c.expects_expression() {
        let mut i = last;
        while c.kind(i) == STAR {
            i = i.checked_sub(1)?;
        }
        return (c.kind(i) == IDENTIFIER && c.before(i) == LP).then_some(i);
    }
    let cast =
        behind(1) == RP && behind(2) == IDENTIFIER && behind(3) == LP && !matches!(behind(4), IDENTIFIER | RP | RSQ);
    if cast && is_leaf(kind) && c.expected.has(PLUS) && !c.starts_line(at) {
        return at.checked_sub(2);
    }
    None
}

fn plain(kind: Kind) -> bool {
    !matches!(kind, KW_STRUCT | KW_UNION | KW_ENUM | KW_TYPEOF | TYPEDEF_NAME | KW_ATTRIBUTE | KW_ALIGNAS)
}

/// Is the name the tag of a struct, union or enum somewhere before?
fn tagged(c: &Context<'_>, name: &str) -> Option<&'static str> {
    (1..c.at).find_map(|i| {
        let tag = match c.before(i) {
            KW_STRUCT => "struct",
            KW_UNION => "union",
            KW_ENUM => "enum",
            _ => return None,
        };
        (c.name(i) == Some(name)).then_some(tag)
    })
}

fn keyword_of(tag: &str) -> Kind {
    match tag {
        "struct" => KW_STRUCT,
        "union" => KW_UNION,
        _ => KW_ENUM,
    }
}
