//! The machine that a program runs on: memory, explicit frames, limits, the
//! host behind one trait, and what was found so far.
//!
//! The machine's own stack of frames holds all that a report or a view needs;
//! the host's stack holds nothing of the program.

mod byte_file;
mod chains;
mod fixed_clock;
mod frame_stack;
mod frames;
mod host;
mod limits;
mod memory_host;
mod policy;
mod recording;
mod slots;
mod state;
mod values;

pub use byte_file::ByteFile;
pub use chains::{Chain, Chains};
pub use fixed_clock::FixedClock;
pub use frame_stack::FrameStack;
pub use frames::{Clobbered, Frame, FrameLayout, Frames, LocalPlace};
pub use host::{FileHandle, FileStatus, Host, HostError, OpenMode, Output, Seek};
pub use limits::Limits;
pub use memory_host::{MemoryHost, MemoryWorld};
pub use policy::Policy;
pub use recording::{Recorder, Recording, Replayed, Replayer, Written};
pub use slots::Slots;
pub use state::{Asked, Machine, Parked, Stop};
pub use values::Value;
