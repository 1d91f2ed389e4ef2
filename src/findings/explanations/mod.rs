//! The longer text of each kind, for `cglass explain KIND`: one entry per kind.

mod library;
mod lifetime;
mod pointers;
mod run;
mod values;

use crate::kinds::Kind;

/// What there is to say about a kind without any program at hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// A few words ([`crate::kinds::Row::title`]).
    pub title: &'static str,
    /// What it is.
    pub what: &'static str,
    /// Why C does not allow it, and what happens on real machines.
    pub why: &'static str,
    /// A short piece of C that shows it.
    pub example: &'static str,
    /// How to mend it.
    pub fix: &'static str,
}

/// The texts without the title.
struct Text {
    what: &'static str,
    why: &'static str,
    example: &'static str,
    fix: &'static str,
}

/// The longer text of a kind.
pub fn explanation(kind: Kind) -> Explanation {
    let text = match kind {
        Kind::NullDereference => pointers::NULL_DEREFERENCE,
        Kind::OutOfBounds => pointers::OUT_OF_BOUNDS,
        Kind::OutOfBoundsPointer => pointers::OUT_OF_BOUNDS_POINTER,
        Kind::WildPointer => pointers::WILD_POINTER,
        Kind::ReadonlyWrite => pointers::READONLY_WRITE,
        Kind::UnrelatedPointers => pointers::UNRELATED_POINTERS,
        Kind::MisalignedAccess => pointers::MISALIGNED_ACCESS,
        Kind::EffectiveType => pointers::EFFECTIVE_TYPE,
        Kind::UseAfterFree => lifetime::USE_AFTER_FREE,
        Kind::DoubleFree => lifetime::DOUBLE_FREE,
        Kind::InvalidFree => lifetime::INVALID_FREE,
        Kind::UseAfterScope => lifetime::USE_AFTER_SCOPE,
        Kind::UseAfterReturn => lifetime::USE_AFTER_RETURN,
        Kind::DanglingPointer => lifetime::DANGLING_POINTER,
        Kind::AllocationSize => lifetime::ALLOCATION_SIZE,
        Kind::UninitializedRead => values::UNINITIALIZED_READ,
        Kind::UninitializedMove => values::UNINITIALIZED_MOVE,
        Kind::DivisionByZero => values::DIVISION_BY_ZERO,
        Kind::FloatDivision => values::FLOAT_DIVISION,
        Kind::SignedOverflow => values::SIGNED_OVERFLOW,
        Kind::InvalidShift => values::INVALID_SHIFT,
        Kind::FloatToIntOverflow => values::FLOAT_TO_INT_OVERFLOW,
        Kind::InvalidArraySize => values::INVALID_ARRAY_SIZE,
        Kind::Unsequenced => values::UNSEQUENCED,
        Kind::CallMismatch => library::CALL_MISMATCH,
        Kind::VaArgMismatch => library::VA_ARG_MISMATCH,
        Kind::MissingReturn => library::MISSING_RETURN,
        Kind::OverlappingCopy => library::OVERLAPPING_COPY,
        Kind::BadArgument => library::BAD_ARGUMENT,
        Kind::UseAfterClose => library::USE_AFTER_CLOSE,
        Kind::UnclosedFile => library::UNCLOSED_FILE,
        Kind::FormatMismatch => library::FORMAT_MISMATCH,
        Kind::InvalidJump => library::INVALID_JUMP,
        Kind::StackOverflow => run::STACK_OVERFLOW,
        Kind::AssertionFailed => run::ASSERTION_FAILED,
        Kind::Aborted => run::ABORTED,
        Kind::StepLimit => run::STEP_LIMIT,
        Kind::TimeLimit => run::TIME_LIMIT,
        Kind::MemoryLimit => run::MEMORY_LIMIT,
        Kind::OutputLimit => run::OUTPUT_LIMIT,
    };
    let Text { what, why, example, fix } = text;
    Explanation { title: kind.row().title, what, why, example, fix }
}

#[cfg(test)]
#[allow(clippy::expect_used)]
mod tests {
    use super::*;
    use crate::kinds::TABLE;

    /// The examples are whole files that the front end accepts.
    #[test]
    fn every_example_is_c() {
        for row in TABLE {
            let told = explanation(row.kind);
            assert!(!told.what.is_empty() && !told.why.is_empty() && !told.fix.is_empty());
            let mut map = crate::source::SourceMap::new();
            let mut found = Vec::new();
            let options = crate::preprocess::Options::default();
            let files = crate::source::MemoryFiles::default();
            let text = told.example.as_bytes();
            let tokens = crate::preprocess::preprocess_text(&files, &mut map, "a.c", text, &options, &mut found);
            let unit = crate::syntax::parse(&tokens, &crate::syntax::Limits::default(), &mut found);
            let _ = crate::sema::analyse(&[unit], &mut map, &crate::sema::Options::default(), &mut found);
            let errors = found.iter().filter(|d| d.severity == crate::diagnostics::Severity::Error);
            let errors: Vec<&String> = errors.map(|d| &d.message).collect();
            assert!(errors.is_empty(), "{}: {errors:?}", row.code);
        }
    }
}
