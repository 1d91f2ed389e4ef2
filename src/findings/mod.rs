//! From a trap to what is told: one file per kind or family of kinds.
//!
//! A trap is data (`memory`'s [`crate::memory::TrapData`]). [`describe`] looks at
//! the machine as it stands, finds the expression in the typed tree, and tells
//! what happened by the names and values of the source. Nothing is said that
//! neither the data nor the text shows; where something cannot be known, the
//! general words of the kind (`usual`) stand.

mod arguments;
mod arithmetic;
mod assertion;
mod blocks;
mod bounds;
mod causes;
mod clobbered;
mod declared;
mod describe;
mod effective;
mod elsewhere;
mod ending;
mod evaluate;
mod facts;
mod finding;
mod formats;
mod given;
mod history;
mod holders;
mod insertion;
mod leaked;
mod leaving;
mod lifetime;
mod locate;
mod neighbour;
mod null;
mod objects;
mod overflow;
mod ownership;
mod picture;
mod pointers;
mod pointing;
mod promises;
mod reaching;
mod recursion;
mod scene;
mod scope;
mod spell;
mod stack;
#[cfg(test)]
#[allow(clippy::indexing_slicing, clippy::as_conversions, clippy::expect_used, clippy::panic)]
mod stage;
mod story;
#[cfg(test)]
#[allow(clippy::expect_used, clippy::indexing_slicing)]
mod tests;
mod touch;
mod uninitialized;
mod unsequenced;
mod usual;
mod values;
mod varargs;
mod wild;
mod wording;

pub use declared::{Part as DeclaredPart, accessed, part as declared_part};
pub use describe::{describe, under_way};
pub use effective::through_union;
pub use finding::{Finding, LocalValue, Note, ObjectFacts, StackEntry, one_per_cause};
pub use leaked::{Form, LostBlock, leak_mend};
pub use ownership::{
    Around, Removed, allocated_record, called_around, freeing_functions, hands_on_pointers, moves_pointer, removed,
    statement_around, stored_to,
};
pub use scene::function_around;
pub use usual::{Usual, usual};
pub use values::UNWRITTEN;
