//! Reading an input format (7.21.6.2): directives.

use super::spec::{Cursor, Length};
use std::ops::Range;

/// A directive of an input format.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Directive {
    /// Any white space, also none.
    Space,
    /// This byte.
    Literal(u8),
    /// A conversion.
    Conversion(Box<Pattern>),
}

/// A conversion of an input format.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Pattern {
    /// Where it stands in the format.
    pub text: Range<usize>,
    /// Which argument (`%2$d`), from 1.
    pub argument: Option<usize>,
    /// `*`: nothing is assigned.
    pub suppressed: bool,
    /// `m`: room is allocated.
    pub allocate: bool,
    /// Its width as written.
    pub width: Option<u64>,
    /// Its length modifier.
    pub length: Length,
    /// Its letter; 0 if the format ends before it.
    pub conversion: u8,
    /// The bytes that `%[` accepts.
    pub set: Option<Set>,
}

impl Pattern {
    /// Most bytes that are taken; a width of 0 is as good as none (as in glibc).
    pub(super) fn bound(&self) -> Option<u64> {
        self.width.filter(|width| *width > 0)
    }
}

/// A set of bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Set {
    bytes: Vec<u8>,
    inverted: bool,
    closed: bool,
}

impl Set {
    /// Is the byte in it?
    pub(super) fn has(&self, byte: u8) -> bool {
        self.bytes.contains(&byte) != self.inverted
    }

    /// Is there a bracket at its end?
    pub(super) fn is_closed(&self) -> bool {
        self.closed
    }
}

/// White space in the "C" locale (7.4.1.10).
pub(super) fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | 0x0b | 0x0c | b'\r')
}

/// The next directive.
pub(super) fn directive(cursor: &mut Cursor<'_>) -> Option<Directive> {
    let start = cursor.at();
    match cursor.peek() {
        0 => None,
        byte if is_space(byte) => {
            while is_space(cursor.peek()) {
                cursor.advance();
            }
            Some(Directive::Space)
        }
        b'%' => {
            cursor.advance();
            Some(Directive::Conversion(Box::new(pattern(cursor, start))))
        }
        _ => Some(Directive::Literal(cursor.advance())),
    }
}

fn pattern(cursor: &mut Cursor<'_>, start: usize) -> Pattern {
    let argument = cursor.place();
    let suppressed = cursor.accept(b'*');
    // Grouping as the locale has it: none.
    while cursor.accept(b'\'') || cursor.accept(b'I') {}
    let width = cursor.number();
    let allocate = cursor.accept(b'm');
    let length = cursor.length();
    let conversion = cursor.advance();
    let set = (conversion == b'[').then(|| set(cursor));
    Pattern { text: start..cursor.at(), argument, suppressed, allocate, width, length, conversion, set }
}

/// The rest of `%[`, whose bracket was passed.
fn set(cursor: &mut Cursor<'_>) -> Set {
    let inverted = cursor.accept(b'^');
    let mut bytes = Vec::new();
    if cursor.accept(b']') {
        bytes.push(b']');
    }
    let mut closed = false;
    loop {
        match cursor.peek() {
            0 => break,
            b']' => {
                closed = true;
                cursor.advance();
                break;
            }
            b'-' => {
                cursor.advance();
                let to = cursor.peek();
                match bytes.last().copied() {
                    // A range; a '-' at either end stands for itself.
                    Some(from) if !matches!(to, 0 | b']') && from <= to => {
                        cursor.advance();
                        bytes.extend(from..=to);
                    }
                    _ => bytes.push(b'-'),
                }
            }
            byte => {
                cursor.advance();
                bytes.push(byte);
            }
        }
    }
    Set { bytes, inverted, closed }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets() {
        let mut cursor = Cursor::new(b"%5[]a-c^-]%[^\n]");
        let Some(Directive::Conversion(first)) = directive(&mut cursor) else { panic!("a conversion") };
        let set = first.set.as_ref().expect("a set");
        assert!([b']', b'a', b'b', b'c', b'^', b'-'].iter().all(|b| set.has(*b)));
        assert!(!set.has(b'd'));
        assert_eq!((first.width, first.text), (Some(5), 0..10));
        let Some(Directive::Conversion(second)) = directive(&mut cursor) else { panic!("a conversion") };
        let set = second.set.as_ref().expect("a set");
        assert!(set.has(b'x') && !set.has(b'\n'));
    }
}
