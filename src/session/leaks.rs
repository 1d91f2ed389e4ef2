//! Leaks as they are told: equal ones joined (semantics.md §6.7).

/// The class of a leak (semantics.md §6.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum LeakClass {
    /// Nothing leads to it.
    Definite,
    /// Blocks that only point to each other.
    Cycle,
    /// Only pointers into its middle remain.
    Possible,
    /// Static storage leads to it.
    Reachable,
}

impl LeakClass {
    /// All classes, the gravest first.
    pub const ALL: [LeakClass; 4] = [LeakClass::Definite, LeakClass::Cycle, LeakClass::Possible, LeakClass::Reachable];

    /// Its name in reports and options.
    pub fn code(self) -> &'static str {
        match self {
            LeakClass::Definite => "definite",
            LeakClass::Cycle => "cycle",
            LeakClass::Possible => "possible",
            LeakClass::Reachable => "reachable",
        }
    }

    /// The class of this name.
    pub fn from_code(code: &str) -> Option<LeakClass> {
        LeakClass::ALL.into_iter().find(|class| class.code() == code)
    }
}
