//! The pest parser, and what it tells of a failure.

use crate::syntax::kinds::Kind;
use pest::Parser;
use pest::error::InputLocation;
use pest::iterators::Pairs;
use std::sync::{Mutex, PoisonError};

/// The grammar: `tokens.pest` names the kinds, `c.pest` has the rules.
#[allow(missing_docs)]
mod derived {
    #[derive(pest_derive::Parser)]
    #[grammar = "syntax/tokens.pest"]
    #[grammar = "syntax/c.pest"]
    pub(in crate::syntax::builder) struct C;
}
pub(super) use derived::Rule;

/// One node of pest's.
pub(super) type Pair<'i> = pest::iterators::Pair<'i, Rule>;

/// A set of kinds of tokens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::syntax) struct KindSet(u128);

impl KindSet {
    fn insert(&mut self, kind: Kind) {
        self.0 |= 1u128.checked_shl(u32::from(kind)).unwrap_or(0);
    }

    /// Is the kind in the set?
    pub(in crate::syntax) fn has(self, kind: Kind) -> bool {
        self.0 & 1u128.checked_shl(u32::from(kind)).unwrap_or(0) != 0
    }
}

/// Where the grammar could not go on.
#[derive(Clone, Copy, Debug)]
pub(in crate::syntax) struct Failure {
    /// The guilty token's index; the number of tokens at the end of the file.
    pub at: usize,
    /// What could have stood there.
    pub expected: KindSet,
    /// The host's stack was used up, nothing is wrong with the tokens.
    pub out_of_stack: bool,
}

/// Reads one rule at the beginning of `kinds`.
pub(super) fn read(rule: Rule, kinds: &str) -> Result<Pairs<'_, Rule>, Failure> {
    derived::C::parse(rule, kinds).map_err(|error| {
        let at = match error.location {
            InputLocation::Pos(at) | InputLocation::Span((at, _)) => at,
        };
        match &error.variant {
            pest::error::ErrorVariant::CustomError { .. } => {
                Failure { at, expected: KindSet::default(), out_of_stack: true }
            }
            pest::error::ErrorVariant::ParsingError { .. } => explain(rule, kinds, at),
        }
    })
}

/// Reads again with the details switched on: which tokens would have been right.
fn explain(rule: Rule, kinds: &str, at: usize) -> Failure {
    // The switch is global in pest, and looked at when a parse begins.
    static SWITCH: Mutex<()> = Mutex::new(());
    let held = SWITCH.lock().unwrap_or_else(PoisonError::into_inner);
    pest::set_error_detail(true);
    let result = derived::C::parse(rule, kinds);
    pest::set_error_detail(false);
    drop(held);
    let mut failure = Failure { at, expected: KindSet::default(), out_of_stack: false };
    if let Some(attempts) = result.err().and_then(|e| e.parse_attempts()) {
        failure.at = attempts.max_position;
        for token in attempts.expected_tokens() {
            // pest does not export the type: a kind prints as itself, a class as `a..b`.
            match token.to_string().as_bytes() {
                [kind] => failure.expected.insert(*kind),
                [low, b'.', b'.', high] => (*low..=*high).for_each(|k| failure.expected.insert(k)),
                _ => {}
            }
        }
    }
    failure
}
