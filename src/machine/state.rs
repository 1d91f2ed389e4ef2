//! The machine itself.

use super::{Chains, Frames, Host, Limits, Policy, Slots, Value};
use crate::arith::FloatEnvironment;
use crate::kinds::Severity;
use crate::memory::{ChainId, Event, Memory, Trap};
use crate::sema::tree::NodeId;
use crate::types::TypeTable;
use std::rc::Rc;

/// Evaluation is being left; why is written down in the machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parked;

/// Why a library function does not return.
#[derive(Clone, Debug, PartialEq)]
pub enum Stop {
    /// Something is wrong: decided by whoever called it.
    Trap(Box<Trap>),
    /// Something is wrong that ends the run, whatever severity its kind usually has.
    Fatal(Box<Trap>),
    /// It is written down in the machine already.
    Parked,
}

impl From<Trap> for Stop {
    fn from(trap: Trap) -> Stop {
        Stop::Trap(Box::new(trap))
    }
}

impl From<Parked> for Stop {
    fn from(_: Parked) -> Stop {
        Stop::Parked
    }
}

/// The machine.
pub struct Machine {
    /// Simulated memory.
    pub memory: Memory,
    /// Calls under way.
    pub frames: Frames,
    /// The slots of all frames.
    pub slots: Slots,
    /// Variadic arguments of calls under way, with the types they were passed as.
    pub variadic: Vec<(Value, crate::types::Type)>,
    /// Chains of calls.
    pub chains: Chains,
    /// Types of the program.
    pub types: Rc<TypeTable>,
    /// Limits of this run.
    pub limits: Limits,
    /// What is done about findings.
    pub policy: Policy,
    /// The world outside.
    pub host: Box<dyn Host>,
    /// Things found by a library function that do not end the run, to be told by its caller
    /// with the severity they have on this occasion.
    pub pending: Vec<(Trap, Severity)>,
    /// What floating operations raised and how they round; kept only if `asked` says so.
    pub float: FloatEnvironment,
    /// What of the floating-point environment the program asks for.
    pub asked: Asked,
}

/// What a program asks about the floating operations it does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// The flags and the rounding direction (`<fenv.h>`).
    pub flags: bool,
    /// What the functions of `<math.h>` leave in errno, or raise.
    pub errors: bool,
}

impl Machine {
    /// The chain of the calls under way.
    pub fn chain(&mut self) -> ChainId {
        let frames = &mut self.frames.stack;
        let known = frames.iter().rposition(|f| f.chain != ChainId(0));
        let mut chain = known.and_then(|i| frames.get(i)).map_or(ChainId(0), |f| f.chain);
        for frame in frames.iter_mut().skip(known.map_or(0, |i| i + 1)) {
            chain = self.chains.enter(chain, frame.function, frame.call);
            frame.chain = chain;
        }
        chain
    }

    /// Here and now.
    pub fn event(&mut self, node: NodeId) -> Event {
        let chain = self.chain();
        Event { step: self.memory.steps, node, chain }
    }

    /// Tells of something that does not end the run (unless its severity was raised).
    ///
    /// # Errors
    /// If it is to end the run.
    pub fn warn(&mut self, trap: Trap) -> Result<(), Stop> {
        let usual = trap.kind.row().severity;
        self.tell(trap, usual)
    }

    /// Tells of something that on this occasion has the severity `usual` unless
    /// the user said otherwise.
    ///
    /// # Errors
    /// If it is to end the run.
    pub fn tell(&mut self, trap: Trap, usual: Severity) -> Result<(), Stop> {
        match self.policy.severity_or(trap.kind, usual) {
            Severity::Off => Ok(()),
            Severity::Error if !self.policy.keep_going => Err(Stop::Fatal(Box::new(trap))),
            severity => {
                self.pending.push((trap, severity));
                Ok(())
            }
        }
    }
}
