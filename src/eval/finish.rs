//! The end of a run: exit handlers, streams, and how it ended.

use super::vm::{Departure, End, Vm};
use crate::kinds::{Kind, Severity};
use crate::libc::{self, Context};
use crate::machine::Stop;
use crate::memory::Trap;
use crate::sema::tree::NodeId;

impl Vm<'_> {
    /// Handlers of atexit, the last registered first (7.22.4.4p3); then gcc's destructors.
    pub(super) fn run_handlers(&mut self, code: i32) -> Departure {
        let program = self.program;
        let mut code = code;
        let mut last = program.after_main.iter();
        loop {
            let ended = match self.library.next_exit_handler() {
                Some((handler, registered)) => {
                    // The calls that led to exit are still there: it calls the handlers.
                    let by = if self.exited { self.stopped_at } else { registered };
                    self.call_back(handler, &[], (None, false), by)
                }
                None => match last.next() {
                    Some(function) => self.call_from_outside(*function, &[]),
                    None => break,
                },
            };
            if ended.is_err() {
                match self.departure.take() {
                    Some(Departure::Exit(again)) => code = again,
                    Some(other) => return other,
                    None => return Departure::End(End::Error),
                }
            }
        }
        Departure::End(End::Exit(code))
    }

    /// Streams are flushed; how the run ended.
    pub(super) fn finish(&mut self, departure: Departure) -> End {
        let end = match departure {
            Departure::End(end) => end,
            Departure::Exit(code) => End::Exit(code),
            Departure::Jump { by, .. } => {
                let text = "longjmp led out of the whole program";
                self.fatal(Trap::text(Kind::InvalidJump, text), by);
                End::Error
            }
            Departure::Within(_) => {
                self.internal(NodeId::NONE, "a jump led out of its function");
                End::Error
            }
        };
        if matches!(end, End::Exit(_)) {
            self.streams_left();
            self.tell_doubt();
        }
        let mut context = Context { machine: &mut self.machine, state: &mut self.library };
        match libc::flush_all(&mut context) {
            Err(Stop::Trap(trap)) if matches!(end, End::Exit(_)) => {
                // Only a limit stops the last of the output.
                self.record(&trap, Severity::Limit, NodeId::NONE);
                End::Limit
            }
            _ => end,
        }
    }

    /// What the program should have done about its streams before it ended.
    /// There is nothing left that an error could stop.
    fn streams_left(&mut self) {
        for (trap, given) in libc::lost_buffers(&self.library, &self.machine.memory) {
            let trap = self.settled(trap);
            self.told_at_end(trap.noted("it is given here, and output waits in it when the program ends", None), given);
        }
        for file in libc::open_files(&self.library) {
            let name =
                if file.name.is_empty() { "A temporary file".into() } else { format!("The file \"{}\"", file.name) };
            let text = format!("{name} is opened here, and was never closed with fclose");
            self.told_at_end(Trap::text(Kind::UnclosedFile, text), file.opened);
        }
    }

    fn told_at_end(&mut self, trap: Trap, node: NodeId) {
        match self.machine.policy.severity(trap.kind) {
            Severity::Off => {}
            severity => self.record(&trap, severity, node),
        }
    }
}
