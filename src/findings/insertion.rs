//! A statement that is to be written before the one at the place.

use super::scene::Scene;

impl Scene<'_> {
    /// `before this line: if (...) return;`. What stands alone under an `if` or a loop needs braces
    /// to stay there together with what is put before it.
    pub fn before_this_line(&self, statement: &str) -> String {
        let alone = self.path().is_some_and(|path| !path.in_braces());
        let braces = if alone { ", with { } around both" } else { "" };
        format!("before this line{braces}: {statement}")
    }
}
