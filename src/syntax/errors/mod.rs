//! Syntax errors in plain words.
//!
//! The grammar says at which token it could not go on and which kinds would have been
//! right. The rules look at that token, the ones around it and those kinds, in a fixed
//! order; the first that fits speaks. Each also says how to repair the tokens so that
//! reading can go on.

mod context;
mod declarations;
mod expressions;
mod general;
mod habits;
mod names;
mod punctuation;
mod statements;
mod words;

use super::kinds::Kind;
use crate::diagnostics::Diagnostic;
use crate::preprocess::token::TokenKind;
use crate::source::Span;
pub(super) use context::Context;

/// What a rule has to say.
pub(super) struct Complaint {
    pub diagnostic: Diagnostic,
    pub repair: Repair,
}

/// How to go on.
pub(super) enum Repair {
    /// With the next external declaration.
    Skip,
    /// This name is a type.
    Type(String),
    /// With other tokens. Later places first, so that indices hold.
    Change(Vec<Change>),
}

/// A change to the tokens.
#[derive(Clone, Copy, Debug)]
pub(super) enum Change {
    /// Puts a token before the one with this index.
    Insert(usize, Kind),
    /// Takes out the tokens from the first index up to the second, not included.
    Delete(usize, usize),
}

impl Repair {
    /// Another kind of token instead of the one at `at`.
    fn replace(at: usize, kind: Kind) -> Repair {
        Repair::Change(vec![Change::Insert(at + 1, kind), Change::Delete(at, at + 1)])
    }

    fn insert(at: usize, kind: Kind) -> Repair {
        Repair::Change(vec![Change::Insert(at, kind)])
    }

    fn delete(from: usize, to: usize) -> Repair {
        Repair::Change(vec![Change::Delete(from, to)])
    }
}

impl Complaint {
    fn new(code: &'static str, span: Span, message: impl Into<String>, repair: Repair) -> Complaint {
        Complaint { diagnostic: Diagnostic::error(code, span, message), repair }
    }

    /// An error without a name of its own.
    fn syntax(span: Span, message: impl Into<String>, repair: Repair) -> Complaint {
        Complaint::new("syntax-error", span, message, repair)
    }

    fn with_note(mut self, note: impl Into<String>) -> Complaint {
        self.diagnostic = self.diagnostic.with_note(note);
        self
    }

    fn with_other(mut self, span: Span, message: impl Into<String>) -> Complaint {
        self.diagnostic = self.diagnostic.with_other(span, message);
        self
    }
}

/// The code of what is said about statements outside of functions.
pub(super) const OUTSIDE: &str = "statement-outside";

type Rule = fn(&Context<'_>) -> Option<Complaint>;

/// In order: the first that fits speaks.
const RULES: &[Rule] = &[
    statements::comment_in_comment,
    statements::else_with_condition,
    statements::else_without_if,
    statements::body_without_braces,
    statements::body_behind_semicolon,
    statements::statement_outside,
    habits::scope_operator,
    habits::colon_for_block,
    habits::elements_of_array,
    habits::choice,
    declarations::comma_in_number,
    names::misspelt_specifier,
    names::word_of_another_language,
    names::misspelt_keyword,
    punctuation::missing_equals,
    punctuation::compared_first_value,
    declarations::member_with_value,
    declarations::member_function,
    declarations::parameter_without_type,
    declarations::star_in_wrong_place,
    habits::list_in_brackets,
    names::unknown_type,
    punctuation::missing_parenthesis,
    punctuation::missing_call_parenthesis,
    punctuation::parts_of_for,
    punctuation::several_values_of_case,
    punctuation::missing_colon,
    punctuation::colon_for_semicolon,
    declarations::repeated_type,
    declarations::keyword_as_name,
    declarations::number_as_name,
    declarations::brackets_before_name,
    declarations::size_in_parentheses,
    declarations::minus_in_name,
    statements::declaration_as_statement,
    punctuation::missing_semicolon,
    declarations::missing_name,
    declarations::reference,
    declarations::default_argument,
    statements::missing_statement,
    statements::do_without_while,
    expressions::operator_of_another_language,
    expressions::type_as_value,
    expressions::list_assigned,
    expressions::missing_operand,
    punctuation::missing_comma,
    punctuation::missing_semicolon_within_line,
];

/// Says what is wrong.
pub(super) fn explain(context: &Context<'_>) -> Complaint {
    RULES.iter().find_map(|rule| rule(context)).unwrap_or_else(|| general::unexpected(context))
}

/// A token as messages name it: quoted, or described where its spelling is not known.
pub(super) fn quoted(token: &TokenKind) -> String {
    match token {
        TokenKind::Keyword(k) => format!("'{}'", k.spelling()),
        TokenKind::Identifier(name) => format!("'{name}'"),
        TokenKind::Integer(i) => format!("the number {}", i.value),
        TokenKind::Floating(_) => "a number".to_owned(),
        TokenKind::Character(_) => "a character constant".to_owned(),
        TokenKind::String(_) => "a string".to_owned(),
        TokenKind::Punct(p) => format!("'{}'", p.spelling()),
    }
}
