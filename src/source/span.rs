//! Positions in the global text space.

/// A byte position in the global space of all source text (see [`crate::source::SourceMap`]).
pub type Pos = u32;

/// The number of a file in the source map.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FileId(pub u32);

/// The number of a macro expansion in the source map; 0 means "not from a macro".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ExpansionId(pub u32);

impl ExpansionId {
    /// The text stands in the file as it is.
    pub const NONE: ExpansionId = ExpansionId(0);
}

/// A stretch of source text, `lo` included, `hi` not.
///
/// For text that came out of a macro, `lo..hi` is what the student wrote: the
/// outermost use of the macro, or for a token of its arguments that token.
/// `expansion` tells the rest.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Span {
    /// First byte.
    pub lo: Pos,
    /// One past the last byte.
    pub hi: Pos,
    /// The expansion that produced this text, if any.
    pub expansion: ExpansionId,
}

impl Span {
    /// A place that is in no file (position 0 belongs to none).
    pub const NONE: Span = Span { lo: 0, hi: 0, expansion: ExpansionId::NONE };

    /// A stretch of plain text.
    pub fn new(lo: Pos, hi: Pos) -> Span {
        Span { lo, hi, expansion: ExpansionId::NONE }
    }

    /// Does this point at any text?
    pub fn is_none(self) -> bool {
        self.hi == 0
    }

    /// The smallest stretch that holds both. Where they lie in different files
    /// (an include in the middle of a declaration), the first alone.
    pub fn to(self, end: Span) -> Span {
        if self.is_none() {
            return end;
        }
        if end.is_none() || end.hi < self.lo {
            return self;
        }
        let expansion = if self.expansion == end.expansion { self.expansion } else { ExpansionId::NONE };
        Span { lo: self.lo, hi: self.hi.max(end.hi), expansion }
    }

    /// The empty stretch right behind this one.
    pub fn end(self) -> Span {
        Span { lo: self.hi, hi: self.hi, expansion: self.expansion }
    }
}
