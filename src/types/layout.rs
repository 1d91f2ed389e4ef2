//! Sizes and alignments.

use super::{ArrayLength, FloatKind, Type, TypeKind, TypeTable};

/// The type has no size (void, a function, an incomplete or variable type).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Incomplete;

/// The way to a member through anonymous structs and unions: indices into the
/// members of each record on the way.
pub type MemberPath = Vec<usize>;

impl TypeTable {
    /// `sizeof` in bytes (6.5.3.4).
    ///
    /// # Errors
    /// If the type is incomplete or its size is only known when the program runs.
    pub fn size(&self, ty: Type) -> Result<u64, Incomplete> {
        match self.kind(ty) {
            TypeKind::Void | TypeKind::Function(_) => Err(Incomplete),
            TypeKind::Bool => Ok(1),
            TypeKind::Int(kind) => Ok(kind.size()),
            TypeKind::Float(FloatKind::Float) => Ok(4),
            TypeKind::Float(FloatKind::Double) => Ok(8),
            TypeKind::Float(FloatKind::LongDouble) => Ok(16),
            TypeKind::Enum(id) => {
                self.enumeration(*id).and_then(|e| e.repr).map(super::IntKind::size).ok_or(Incomplete)
            }
            TypeKind::Pointer(_) => Ok(8),
            TypeKind::Array { element, length: ArrayLength::Known(n) } => {
                self.size(*element)?.checked_mul(*n).ok_or(Incomplete)
            }
            TypeKind::Array { .. } => Err(Incomplete),
            TypeKind::Record(id) => {
                let record = self.record(*id).ok_or(Incomplete)?;
                if record.members.is_some() { Ok(record.size) } else { Err(Incomplete) }
            }
            TypeKind::VaListTag => Ok(24),
        }
    }

    /// `_Alignof` in bytes; 1 where there is none.
    pub fn align(&self, ty: Type) -> u64 {
        match self.kind(ty) {
            TypeKind::Array { element, .. } => self.align(*element),
            TypeKind::Record(id) => self.record(*id).map_or(1, |r| r.align),
            TypeKind::VaListTag => 8,
            _ => self.size(ty).unwrap_or(1),
        }
    }
}
