//! The evaluator: compiles the typed tree into closures once, then runs them.
//!
//! `layout` and `assigned` decide where each local lives; `compile` makes the
//! closures; `frame`, `invoke`, `library`, `locals` and `told` are what they call;
//! `watch` is what a replay looks at.

mod agreement;
mod assigned;
mod attempt;
mod callback;
mod clobbered;
mod code;
mod compile;
mod depth;
mod doubtful;
mod doubts;
mod finish;
mod flow;
mod frame;
mod fused;
mod holders;
mod invoke;
mod jump;
mod layout;
mod library;
mod lives;
mod locals;
mod place;
mod placement;
mod read;
mod restricted;
mod sequence;
mod start;
mod temporaries;
mod test;
mod told;
mod vm;
mod watch;

pub use holders::{Held, in_slots};
pub use jump::LongJump;
pub use lives::{Happening, Incident};
pub use start::{Ended, Refused, Setup, execute};
pub use vm::End;
pub use watch::{Holding, Point, Sighting};
