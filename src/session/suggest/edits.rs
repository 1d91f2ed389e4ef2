//! Texts that are put into a source.

use crate::findings::Around;
use crate::session::check::Source;
use crate::source::{FileKind, Files, ReadError, SourceMap, Span};

/// Texts to be put into one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Edit {
    pub file: String,
    pub pieces: Vec<Piece>,
}

/// One text, and the bytes whose place it takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    /// Where, in bytes.
    pub at: usize,
    /// How many bytes it takes the place of.
    pub removed: usize,
    /// The text.
    pub text: String,
}

impl Piece {
    /// A piece that takes the place of so many bytes.
    pub fn new(at: usize, removed: usize, text: impl Into<String>) -> Piece {
        Piece { at, removed, text: text.into() }
    }

    fn insert(at: usize, text: impl Into<String>) -> Piece {
        Piece::new(at, 0, text)
    }
}

/// Files, some of them with another text.
pub(super) struct Edited<'a> {
    pub files: &'a dyn Files,
    pub texts: &'a [(String, String)],
}

impl Files for Edited<'_> {
    fn read(&self, path: &str) -> Result<Vec<u8>, ReadError> {
        match self.texts.iter().find(|(name, _)| name == path) {
            Some((_, text)) => Ok(text.clone().into_bytes()),
            None => self.files.read(path),
        }
    }
}

/// A source as it is now.
pub(super) fn edited(source: &Source, texts: &[(String, String)]) -> Source {
    match source {
        Source::Text { name, .. } => match texts.iter().find(|(edited, _)| edited == name) {
            Some((_, text)) => Source::Text { name: name.clone(), bytes: text.clone().into_bytes() },
            None => source.clone(),
        },
        Source::Path(_) => source.clone(),
    }
}

/// The text with the pieces of an edit in it.
pub(super) fn applied(text: &str, edit: &Edit) -> Option<String> {
    let mut pieces = edit.pieces.clone();
    pieces.sort_by_key(|piece| piece.at);
    let (mut out, mut from) = (String::new(), 0);
    for Piece { at, removed, text: piece } in pieces {
        out.push_str(text.get(from..at)?);
        out.push_str(&piece);
        from = at.checked_add(removed)?;
    }
    out.push_str(text.get(from..)?);
    Some(out)
}

/// Puts statements before another one, in braces if it stands alone.
pub(super) fn before(map: &SourceMap, around: &Around, text: &str) -> Option<Edit> {
    let (file, at) = place(map, around.span, around.span.lo)?;
    if !around.alone {
        return Some(Edit { file, pieces: vec![Piece::insert(at, format!("{text} "))] });
    }
    let (_, end) = place(map, around.span, around.span.hi)?;
    Some(Edit { file, pieces: vec![Piece::insert(at, format!("{{ {text} ")), Piece::insert(end, " }")] })
}

/// Puts text before a statement and after it, in braces of its own.
pub(super) fn around(map: &SourceMap, around: &Around, first: &str, last: &str) -> Option<Edit> {
    let (file, at) = place(map, around.span, around.span.lo)?;
    let (_, end) = place(map, around.span, around.span.hi)?;
    Some(Edit {
        file,
        pieces: vec![Piece::insert(at, format!("{{ {first} ")), Piece::insert(end, format!(" {last} }}"))],
    })
}

/// `return p->value;` as `{ int result = p->value; free(p); return result; }`
pub(super) fn result_kept(map: &SourceMap, around: &Around, ty: &str, text: &str) -> Option<Edit> {
    const RETURN: &str = "return";
    let value = map.text(around.span).strip_prefix(RETURN)?.strip_suffix(';')?.trim();
    let (file, at) = place(map, around.span, around.span.lo).filter(|_| !value.is_empty())?;
    let (_, end) = place(map, around.span, around.span.hi)?;
    let first = Piece::new(at, RETURN.len(), format!("{{ {ty} result ="));
    Some(Edit { file, pieces: vec![first, Piece::insert(end, format!(" {text} return result; }}"))] })
}

/// Puts a definition before the line on which something of the same file begins.
pub(super) fn with_definition(map: &SourceMap, edit: Edit, below: Span, text: &str) -> Option<Edit> {
    let (file, _) = place(map, below, below.lo).filter(|(file, _)| *file == edit.file)?;
    let found = map.file_of(below.lo).and_then(|id| map.file(id))?;
    let line = found.line_range(found.line_of(below.lo))?;
    let at = usize::try_from(line.start.checked_sub(found.start)?).ok()?;
    let pieces = std::iter::once(Piece::insert(at, format!("{text}\n"))).chain(edit.pieces).collect();
    Some(Edit { file, pieces })
}

/// `make();` as `free(make());`
pub(super) fn wrapped(map: &SourceMap, span: Span, function: &str) -> Option<Edit> {
    let (file, at) = place(map, span, span.lo)?;
    let (_, end) = place(map, span, span.hi)?;
    Some(Edit { file, pieces: vec![Piece::insert(at, format!("{function}(")), Piece::insert(end, ")")] })
}

/// File and byte of a position in the user's own text; `None` in what a macro made.
fn place(map: &SourceMap, span: Span, pos: u32) -> Option<(String, usize)> {
    let file = map.file_of(span.lo).and_then(|id| map.file(id))?;
    let own = file.kind == FileKind::User && span.expansion == crate::source::ExpansionId::NONE;
    let at = usize::try_from(pos.checked_sub(file.start)?).ok()?;
    own.then(|| (file.name.clone(), at))
}
