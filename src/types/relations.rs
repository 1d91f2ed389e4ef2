//! Questions about types.

use super::{Type, TypeKind, TypeTable};

impl TypeTable {
    /// Integer, enum or `_Bool` (6.2.5 p17).
    pub fn is_integer(&self, ty: Type) -> bool {
        matches!(self.kind(ty), TypeKind::Bool | TypeKind::Int(_) | TypeKind::Enum(_))
    }

    /// A real floating type.
    pub fn is_floating(&self, ty: Type) -> bool {
        matches!(self.kind(ty), TypeKind::Float(_))
    }

    /// What a pointer points to.
    pub fn pointee(&self, ty: Type) -> Option<Type> {
        match self.kind(ty) {
            TypeKind::Pointer(target) => Some(*target),
            _ => None,
        }
    }

    /// An array's element.
    pub fn element(&self, ty: Type) -> Option<Type> {
        match self.kind(ty) {
            TypeKind::Array { element, .. } => Some(*element),
            _ => None,
        }
    }
}
