//! Texts the library hands out that the program may read but not write
//! (semantics.md §4): each lies in an object of its own that is closed when it
//! is first filled.

use super::Context;
use crate::machine::Stop;
use crate::memory::Pointer;
use crate::sema::tree::NodeId;

impl Context<'_> {
    /// Fills an object of the library and closes it; one that is closed already stays as it is.
    ///
    /// # Errors
    /// If the object is too small.
    pub(super) fn close_text(&mut self, place: Pointer, text: &[u8], node: NodeId) -> Result<(), Stop> {
        let memory = &mut self.machine.memory;
        if memory.check_write(place, 1).is_ok() {
            memory.write(place, text, node)?;
            memory.seal(place.tag);
        }
        Ok(())
    }
}
