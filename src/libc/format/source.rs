//! Where formatted input comes from: a stream or a string.

use crate::libc::call::Context;
use crate::libc::stdio::transfer;
use crate::libc::text::wide;
use crate::machine::Stop;
use crate::memory::Pointer;

/// A source of bytes that can take one back.
pub(in crate::libc) struct Source {
    kind: SourceKind,
    /// Bytes taken so far (`%n`).
    pub(super) taken: u64,
}

enum SourceKind {
    Stream { number: usize, wide: bool },
    Text { bytes: Vec<u8>, at: usize, from: Pointer },
}

impl Source {
    /// A stream, by number.
    pub(in crate::libc) fn stream(number: usize) -> Source {
        Source { kind: SourceKind::Stream { number, wide: false }, taken: 0 }
    }

    /// A stream of wide characters.
    pub(in crate::libc) fn wide_stream(number: usize) -> Source {
        Source { kind: SourceKind::Stream { number, wide: true }, taken: 0 }
    }

    /// A string, which lies there.
    pub(in crate::libc) fn text(bytes: Vec<u8>, from: Pointer) -> Source {
        Source { kind: SourceKind::Text { bytes, at: 0, from }, taken: 0 }
    }

    /// The string that is read and its bytes with the zero; none of a stream.
    pub(super) fn string(&self) -> Option<(Pointer, u64)> {
        match &self.kind {
            SourceKind::Text { bytes, from, .. } => Some((*from, wide(bytes.len()).saturating_add(1))),
            SourceKind::Stream { .. } => None,
        }
    }

    /// The next byte; `None` at the end.
    pub(super) fn next(&mut self, context: &mut Context<'_>) -> Result<Option<u8>, Stop> {
        let byte = match &mut self.kind {
            SourceKind::Stream { number, wide } => transfer::take(context, *number, *wide)?,
            SourceKind::Text { bytes, at, .. } => {
                let byte = bytes.get(*at).copied();
                *at = at.saturating_add(usize::from(byte.is_some()));
                byte
            }
        };
        self.taken = self.taken.saturating_add(u64::from(byte.is_some()));
        Ok(byte)
    }

    /// Takes back the byte that was read last; nothing if it was the end.
    pub(super) fn back(&mut self, context: &mut Context<'_>, byte: Option<u8>) {
        let Some(byte) = byte else { return };
        self.taken = self.taken.saturating_sub(1);
        match &mut self.kind {
            SourceKind::Stream { number, .. } => transfer::unread_byte(context, *number, byte),
            SourceKind::Text { at, .. } => *at = at.saturating_sub(1),
        }
    }
}
