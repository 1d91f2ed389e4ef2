//! The table of finding kinds. Names, severities, titles and signals stand here
//! once; options, reports, help and docs all read this table.

/// How a finding is treated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Severity {
    /// Ends the run (unless told to keep going).
    Error,
    /// Told, and the run goes on.
    Warning,
    /// Not looked at.
    Off,
    /// The run was stopped by a limit.
    Limit,
}

impl Severity {
    /// Its name in options and reports.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Off => "off",
            Severity::Limit => "limit",
        }
    }
}

/// A row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// The kind.
    pub kind: Kind,
    /// Its name in reports and options.
    pub code: &'static str,
    /// Its severity unless told otherwise.
    pub severity: Severity,
    /// A few words.
    pub title: &'static str,
    /// The signal a shell would have shown for the real program; 0 for none.
    pub signal: u8,
}

macro_rules! kinds {
    ($($variant:ident $code:literal $severity:ident $signal:literal $title:literal;)*) => {
        /// The kinds of findings.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[allow(missing_docs)]
        pub enum Kind { $($variant),* }

        /// All kinds, in the order of the documentation.
        pub const TABLE: &[Row] = &[$(Row {
            kind: Kind::$variant,
            code: $code,
            severity: Severity::$severity,
            title: $title,
            signal: $signal,
        }),*];

        impl Kind {
            /// Its row.
            pub fn row(self) -> Row {
                match self { $(Kind::$variant => Row {
                    kind: Kind::$variant,
                    code: $code,
                    severity: Severity::$severity,
                    title: $title,
                    signal: $signal,
                }),* }
            }
        }
    };
}

kinds! {
    NullDereference "null-dereference" Error 11 "a null pointer is used";
    UseAfterFree "use-after-free" Error 11 "a block is used after it was freed";
    DoubleFree "double-free" Error 6 "a block is freed a second time";
    InvalidFree "invalid-free" Error 6 "something is freed that malloc did not give";
    OutOfBounds "out-of-bounds" Error 11 "an access outside an object";
    UseAfterScope "use-after-scope" Error 11 "a variable is used after its block ended";
    UseAfterReturn "use-after-return" Error 11 "a variable is used after its function returned";
    UninitializedRead "uninitialized-read" Error 0 "a value is used that was never written";
    WildPointer "wild-pointer" Error 11 "a pointer that points to nothing is used";
    ReadonlyWrite "readonly-write" Error 11 "read-only memory is written";
    StackOverflow "stack-overflow" Error 11 "the stack is full";
    DivisionByZero "division-by-zero" Error 8 "a division by zero";
    CallMismatch "call-mismatch" Error 11 "a function is called as something it is not";
    VaArgMismatch "va-arg-mismatch" Error 0 "va_arg asks for what was not passed";
    MissingReturn "missing-return" Error 0 "the value of a function is used that returned none";
    OverlappingCopy "overlapping-copy" Error 0 "source and destination of a copy overlap";
    BadArgument "bad-argument" Error 0 "a library function is called against its contract";
    UseAfterClose "use-after-close" Error 11 "a stream is used after it was closed";
    InvalidJump "invalid-jump" Error 11 "longjmp to a function that has returned";
    FormatMismatch "format-mismatch" Error 0 "an argument does not fit the format";
    AssertionFailed "assertion-failed" Error 6 "an assertion does not hold";
    Aborted "aborted" Error 6 "the program called abort";
    DanglingPointer "dangling-pointer" Warning 0 "the value of a pointer is used whose object is gone";
    SignedOverflow "signed-overflow" Warning 0 "a signed operation overflows";
    InvalidShift "invalid-shift" Warning 0 "a shift by a wrong amount";
    FloatToIntOverflow "float-to-int-overflow" Warning 0 "a floating value does not fit the integer type";
    InvalidArraySize "invalid-array-size" Warning 0 "an array of a size that cannot be";
    OutOfBoundsPointer "out-of-bounds-pointer" Warning 0 "a pointer is formed outside its object";
    UnrelatedPointers "unrelated-pointers" Warning 0 "pointers to different objects are compared or subtracted";
    MisalignedAccess "misaligned-access" Warning 0 "an access at an address that is not aligned";
    Unsequenced "unsequenced" Warning 0 "a variable is changed and used in no defined order";
    EffectiveType "effective-type" Warning 0 "memory is read as another type than it was written";
    AllocationSize "allocation-size" Warning 0 "a block of a size that cannot be meant";
    UnclosedFile "unclosed-file" Warning 0 "a file was not closed";
    FloatDivision "float-division" Off 0 "a floating division by zero";
    UninitializedMove "uninitialized-move" Off 0 "a value is copied that was never written";
    StepLimit "step-limit" Limit 0 "the limit of steps was reached";
    TimeLimit "time-limit" Limit 0 "the limit of time was reached";
    MemoryLimit "memory-limit" Limit 0 "the machine has no more memory for the program";
    OutputLimit "output-limit" Limit 0 "the limit of output was reached";
}

impl Kind {
    /// Its name in reports and options.
    pub fn code(self) -> &'static str {
        self.row().code
    }

    /// The kind of this name.
    pub fn from_code(code: &str) -> Option<Kind> {
        TABLE.iter().find(|row| row.code == code).map(|row| row.kind)
    }

    /// Kinds after which nothing sensible can follow: they always end the run.
    pub fn is_final(self) -> bool {
        matches!(
            self,
            Kind::StackOverflow | Kind::Aborted | Kind::AssertionFailed | Kind::InvalidJump | Kind::CallMismatch
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_unique_and_lead_back() {
        for row in TABLE {
            assert_eq!(Kind::from_code(row.code), Some(row.kind));
            assert_eq!(row.kind.row().title, row.title);
        }
    }
}
