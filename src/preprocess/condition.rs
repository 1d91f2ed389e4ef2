//! The expression of `#if` and `#elif` (6.10.1): macros, `defined`,
//! `__has_include`, and arithmetic in 64 bits.

use super::driver::{Context, Preprocessor};
use super::limits;
use super::literal;
use super::pp_token::{PpKind, PpToken};
use super::symbols::Symbol;
use super::token::{Punct, TokenKind};
use crate::diagnostics::Diagnostic;
use crate::source::Span;

/// A value of type intmax_t or uintmax_t.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Value {
    bits: u64,
    unsigned: bool,
}

impl Value {
    const ZERO: Value = Value { bits: 0, unsigned: false };

    fn truth(value: bool) -> Value {
        Value { bits: u64::from(value), unsigned: false }
    }

    fn signed(self) -> i64 {
        self.bits.cast_signed()
    }

    fn from_signed((value, overflow): (i64, bool)) -> (Value, bool) {
        (Value { bits: value.cast_unsigned(), unsigned: false }, overflow)
    }
}

/// An error was already reported.
struct Reported;

/// The tokens of one condition while they are read.
struct Reader<'t> {
    tokens: &'t [PpToken],
    at: usize,
    depth: usize,
    directive: Span,
    name: &'t str,
}

impl Reader<'_> {
    fn peek(&self) -> Option<PpToken> {
        self.tokens.get(self.at).copied()
    }

    fn take(&mut self, punct: Punct) -> bool {
        let found = self.peek().is_some_and(|t| t.is(punct));
        if found {
            self.at += 1;
        }
        found
    }
}

impl Preprocessor<'_> {
    /// The rest of an `#if` or `#elif` line; false after an error.
    pub(super) fn condition(&mut self, directive: Span, name: &str) -> bool {
        let line = self.rest_of_line();
        if line.is_empty() {
            self.error("bad-condition", directive, format!("#{name} without a condition"));
            return false;
        }
        let tokens = self.expand_condition(line);
        let mut reader = Reader { tokens: &tokens, at: 0, depth: 0, directive, name };
        let Ok(value) = self.comma(&mut reader, true) else { return false };
        if let Some(extra) = reader.peek() {
            let text = self.spelling(&extra).to_owned();
            let mut d = Diagnostic::error(
                "bad-condition",
                extra.place,
                format!("an operator is missing before '{text}' in the condition of #{name}"),
            );
            if extra.is(Punct::Assign) {
                d = Diagnostic::error("bad-condition", extra.place, "'=' does not compare; use '=='");
            } else if extra.is(Punct::RParen) {
                d = Diagnostic::error("bad-condition", extra.place, "')' without '(' in the condition");
            }
            self.report(d);
            return false;
        }
        value.bits != 0
    }

    /// Expands macros, but not the operands of `defined` and `__has_include`,
    /// wherever these come from; both become numbers.
    fn expand_condition(&mut self, line: Vec<PpToken>) -> Vec<PpToken> {
        self.contexts.push(Context { tokens: line, next: 0, of: Symbol::NONE, barrier: true });
        let mut result = Vec::new();
        loop {
            let token = self.next_expanded_unless_operator();
            if token.kind == PpKind::End {
                break;
            }
            if token.kind == PpKind::Identifier && token.text == self.names.defined {
                if self.contexts.last().is_some_and(|context| !context.barrier) {
                    let message = "'defined' comes out of a macro";
                    self.report(Diagnostic::undefined("bad-condition", token.place, message));
                }
                let value = self.defined_operator(token);
                result.push(value);
            } else if token.kind == PpKind::Identifier && self.is_has_include(token.text) {
                let value = self.has_include_operator(token);
                result.push(value);
            } else {
                result.push(token);
            }
        }
        self.contexts.pop();
        result
    }

    fn is_has_include(&self, name: Symbol) -> bool {
        name == self.names.has_include || name == self.names.has_include_next
    }

    fn next_expanded_unless_operator(&mut self) -> PpToken {
        // These are macros for #ifdef's sake only.
        let names = [self.names.has_include, self.names.has_include_next];
        let hidden = names.map(|name| self.symbols.word_mut(name).and_then(|w| w.definition.take()));
        let token = self.next_expanded();
        for (name, definition) in names.into_iter().zip(hidden) {
            if let Some(word) = self.symbols.word_mut(name) {
                word.definition = definition;
            }
        }
        token
    }

    fn number(&mut self, value: bool, at: PpToken) -> PpToken {
        let text = self.symbols.intern(if value { "1" } else { "0" });
        PpToken { kind: PpKind::Number, text, ..at }
    }

    fn defined_operator(&mut self, operator: PpToken) -> PpToken {
        let mut name = self.next_raw();
        let parenthesis = name.is(Punct::LParen);
        if parenthesis {
            name = self.next_raw();
        }
        if name.kind != PpKind::Identifier {
            let place = if name.kind == PpKind::End { operator.place } else { name.place };
            self.error("bad-condition", place, "'defined' needs the name of a macro");
            return self.number(false, operator);
        }
        if parenthesis && !self.next_raw().is(Punct::RParen) {
            self.error("bad-condition", name.place, "')' is missing after 'defined'");
        }
        let value = self.symbols.definition(name.text).is_some();
        self.number(value, operator)
    }

    fn has_include_operator(&mut self, operator: PpToken) -> PpToken {
        let open = self.next_raw();
        if !open.is(Punct::LParen) {
            self.error("bad-has-include", operator.place, "'__has_include' needs '(' and the name of a header");
            return self.number(false, operator);
        }
        let mut name = Vec::new();
        let mut first = self.next_raw();
        if first.kind == PpKind::Identifier {
            // The name may come out of a macro.
            self.contexts.push(Context { tokens: vec![first], next: 0, of: Symbol::NONE, barrier: false });
            first = self.next_expanded();
        }
        let angled = first.is(Punct::Lt);
        let mut token = first;
        while token.kind != PpKind::End && !token.is(Punct::RParen) {
            name.push(token);
            token = self.next_raw();
        }
        let text = self.header_spelling(&name);
        if text.len() < 3 || (angled != text.ends_with('>')) {
            self.error("bad-has-include", operator.place, "'__has_include' needs a header as in #include");
            return self.number(false, operator);
        }
        let found = self.header_exists(&text, operator.text == self.names.has_include_next);
        self.number(found, operator)
    }

    fn comma(&mut self, r: &mut Reader<'_>, live: bool) -> Result<Value, Reported> {
        let mut value = self.ternary(r, live)?;
        while let Some(t) = r.peek().filter(|t| t.is(Punct::Comma)) {
            r.at += 1;
            if live {
                self.report(Diagnostic::pedantic("bad-condition", t.place, "a comma operator in the condition"));
            }
            value = self.ternary(r, live)?;
        }
        Ok(value)
    }

    fn ternary(&mut self, r: &mut Reader<'_>, live: bool) -> Result<Value, Reported> {
        self.deeper(r)?;
        let condition = self.binary(r, 0, live)?;
        let mut value = condition;
        if r.take(Punct::Question) {
            let yes = condition.bits != 0;
            let then = self.comma(r, live && yes)?;
            if !r.take(Punct::Colon) {
                return Err(self.missing(r, "':'"));
            }
            let otherwise = self.ternary(r, live && !yes)?;
            let chosen = if yes { then } else { otherwise };
            value = Value { unsigned: then.unsigned || otherwise.unsigned, ..chosen };
        }
        r.depth -= 1;
        Ok(value)
    }

    fn deeper(&mut self, r: &mut Reader<'_>) -> Result<(), Reported> {
        r.depth += 1;
        if r.depth > limits::CONDITION_DEPTH {
            let message = format!("the condition is nested more than {} deep", limits::CONDITION_DEPTH);
            self.error("limit", r.directive, message);
            return Err(Reported);
        }
        Ok(())
    }

    fn missing(&mut self, r: &Reader<'_>, what: &str) -> Reported {
        let last = r.tokens.get(r.at).or(r.tokens.last()).map_or(r.directive, |t| t.place);
        self.error("bad-condition", last, format!("{what} is missing in the condition of #{}", r.name));
        Reported
    }

    fn binary(&mut self, r: &mut Reader<'_>, least: u8, live: bool) -> Result<Value, Reported> {
        let mut left = self.unary(r, live)?;
        while let Some(token) = r.peek() {
            let PpKind::Punct(operator) = token.kind else { break };
            let Some(level) = precedence(operator).filter(|&l| l >= least) else { break };
            r.at += 1;
            // `&&` and `||` look at their right side only if it matters.
            let right_live = live
                && match operator {
                    Punct::AndAnd => left.bits != 0,
                    Punct::OrOr => left.bits == 0,
                    _ => true,
                };
            self.deeper(r)?;
            let right = self.binary(r, level + 1, right_live)?;
            r.depth -= 1;
            left = match apply(operator, left, right) {
                Some((value, false)) => value,
                Some((value, true)) => {
                    if live {
                        self.report(Diagnostic::pedantic(
                            "bad-condition",
                            token.place,
                            "the result does not fit 64 bits",
                        ));
                    }
                    value
                }
                None if live => {
                    self.error("bad-condition", token.place, "division by zero in the condition");
                    return Err(Reported);
                }
                None => Value::ZERO,
            };
        }
        Ok(left)
    }

    fn unary(&mut self, r: &mut Reader<'_>, live: bool) -> Result<Value, Reported> {
        let Some(token) = r.peek() else { return Err(self.missing(r, "a value")) };
        r.at += 1;
        match token.kind {
            PpKind::Punct(Punct::LParen) => {
                self.deeper(r)?;
                let value = self.comma(r, live)?;
                r.depth -= 1;
                if !r.take(Punct::RParen) {
                    return Err(self.missing(r, "')'"));
                }
                Ok(value)
            }
            PpKind::Punct(operator @ (Punct::Plus | Punct::Minus | Punct::Not | Punct::Tilde)) => {
                self.deeper(r)?;
                let value = self.unary(r, live)?;
                r.depth -= 1;
                Ok(match operator {
                    Punct::Minus => Value { bits: value.bits.wrapping_neg(), ..value },
                    Punct::Tilde => Value { bits: !value.bits, ..value },
                    Punct::Not => Value::truth(value.bits == 0),
                    _ => value,
                })
            }
            PpKind::Number => match self.integer_value(&token) {
                Some((bits, unsigned)) => Ok(Value { bits, unsigned }),
                None => Err(Reported),
            },
            PpKind::Character => {
                let text = self.symbols.shared_text(token.text);
                let mut found = Vec::new();
                let kind = literal::constant(&text, token.place, &mut found);
                for d in found {
                    self.report(d);
                }
                match kind {
                    TokenKind::Character(c) => Ok(Value { bits: c.value.cast_unsigned(), unsigned: false }),
                    _ => Err(Reported),
                }
            }
            // Whatever is no macro counts as 0 (6.10.1p4).
            PpKind::Identifier => {
                if r.peek().is_some_and(|t| t.is(Punct::LParen)) {
                    let text = self.spelling(&token).to_owned();
                    let message = format!(
                        "'{text}' is no function-like macro, so it cannot be called in the condition of #{}",
                        r.name
                    );
                    self.error("bad-condition", token.place, message);
                    return Err(Reported);
                }
                Ok(Value::ZERO)
            }
            _ => {
                let text = self.spelling(&token).to_owned();
                let message = format!("'{text}' cannot stand in the condition of #{}", r.name);
                let mut d = Diagnostic::error("bad-condition", token.place, message);
                if token.kind == PpKind::String {
                    d = d.with_note("the preprocessor cannot compare strings");
                }
                self.report(d);
                Err(Reported)
            }
        }
    }
}

fn precedence(operator: Punct) -> Option<u8> {
    Some(match operator {
        Punct::OrOr => 0,
        Punct::AndAnd => 1,
        Punct::Pipe => 2,
        Punct::Caret => 3,
        Punct::Amp => 4,
        Punct::EqEq | Punct::Ne => 5,
        Punct::Lt | Punct::Gt | Punct::Le | Punct::Ge => 6,
        Punct::Shl | Punct::Shr => 7,
        Punct::Plus | Punct::Minus => 8,
        Punct::Star | Punct::Slash | Punct::Percent => 9,
        _ => return None,
    })
}

/// The value and whether it overflowed; `None` for a division by zero.
fn apply(operator: Punct, left: Value, right: Value) -> Option<(Value, bool)> {
    let unsigned = left.unsigned || right.unsigned;
    let (a, b) = (left.bits, right.bits);
    let (x, y) = (left.signed(), right.signed());
    let natural = |bits: u64| (Value { bits, unsigned }, false);
    let compared = |unsigned_result: bool, signed_result: bool| {
        (Value::truth(if unsigned { unsigned_result } else { signed_result }), false)
    };
    Some(match operator {
        Punct::OrOr => (Value::truth(a != 0 || b != 0), false),
        Punct::AndAnd => (Value::truth(a != 0 && b != 0), false),
        Punct::Pipe => natural(a | b),
        Punct::Caret => natural(a ^ b),
        Punct::Amp => natural(a & b),
        Punct::EqEq => compared(a == b, a == b),
        Punct::Ne => compared(a != b, a != b),
        Punct::Lt => compared(a < b, x < y),
        Punct::Gt => compared(a > b, x > y),
        Punct::Le => compared(a <= b, x <= y),
        Punct::Ge => compared(a >= b, x >= y),
        Punct::Shl => (shift(left, right, true), false),
        Punct::Shr => (shift(left, right, false), false),
        Punct::Plus if unsigned => natural(a.wrapping_add(b)),
        Punct::Plus => Value::from_signed(x.overflowing_add(y)),
        Punct::Minus if unsigned => natural(a.wrapping_sub(b)),
        Punct::Minus => Value::from_signed(x.overflowing_sub(y)),
        Punct::Star if unsigned => natural(a.wrapping_mul(b)),
        Punct::Star => Value::from_signed(x.overflowing_mul(y)),
        Punct::Slash | Punct::Percent if b == 0 => return None,
        Punct::Slash if unsigned => natural(a.wrapping_div(b)),
        Punct::Slash => Value::from_signed(x.overflowing_div(y)),
        Punct::Percent if unsigned => natural(a.wrapping_rem(b)),
        Punct::Percent => Value::from_signed(x.overflowing_rem(y)),
        _ => return None,
    })
}

/// A shift keeps the left side's type; a negative count shifts the other way, as in gcc.
fn shift(left: Value, right: Value, to_left: bool) -> Value {
    let negative = !right.unsigned && right.signed() < 0;
    let count = if negative { right.bits.wrapping_neg() } else { right.bits };
    let count = u32::try_from(count).unwrap_or(u32::MAX);
    let bits = if to_left != negative {
        left.bits.checked_shl(count).unwrap_or(0)
    } else if left.unsigned {
        left.bits.checked_shr(count).unwrap_or(0)
    } else {
        left.signed().checked_shr(count).unwrap_or(left.signed() >> 63).cast_unsigned()
    };
    Value { bits, ..left }
}
