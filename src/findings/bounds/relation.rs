//! How an access lies to the object it was meant for.

use crate::findings::wording::count;

/// How an access lies to what it may use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::findings) enum Relation {
    /// It begins so many bytes after the end.
    After(u64),
    /// It begins so many bytes before the start.
    Before(u64),
    /// It begins inside; so many bytes lie behind the end.
    Across(u64),
    /// It lies inside (the limit was another than the object's).
    Inside,
}

impl Relation {
    /// How `size` bytes at `addr` lie to `len` bytes at `base`.
    pub fn of(addr: u64, size: u64, base: u64, len: u64) -> Relation {
        if addr < base {
            return Relation::Before(base - addr);
        }
        let end = base.saturating_add(len);
        if addr >= end {
            return Relation::After(addr - end);
        }
        match addr.saturating_add(size).saturating_sub(end) {
            0 => Relation::Inside,
            over => Relation::Across(over),
        }
    }

    /// In words that go before the name of the object.
    pub fn words(self) -> String {
        match self {
            Relation::After(0) => "right after the end of".to_owned(),
            Relation::After(n) => format!("{} after the end of", count(n, "byte")),
            Relation::Before(n) => format!("{} before the start of", count(n, "byte")),
            Relation::Across(n) => format!("{} too far at the end of", count(n, "byte")),
            Relation::Inside => "inside".to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_access_lies_before_across_or_after() {
        assert_eq!(Relation::of(140, 4, 100, 40), Relation::After(0));
        assert_eq!(Relation::of(144, 4, 100, 40), Relation::After(4));
        assert_eq!(Relation::of(96, 4, 100, 40), Relation::Before(4));
        assert_eq!(Relation::of(138, 4, 100, 40), Relation::Across(2));
        assert_eq!(Relation::of(136, 4, 100, 40), Relation::Inside);
        assert_eq!(Relation::of(u64::MAX, 8, 100, 40), Relation::After(u64::MAX - 140));
        assert_eq!(Relation::After(1).words(), "1 byte after the end of");
    }
}
