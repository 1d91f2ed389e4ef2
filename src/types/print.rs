//! Types as C writes them.

use super::{Type, TypeTable};

impl TypeTable {
    /// The type as a declaration without a name would write it: `char *(*)[3]`.
    pub fn print(&self, ty: Type) -> String {
        let _ = ty;
        String::new()
    }
}
