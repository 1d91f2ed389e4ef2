//! The end of the program (7.22.4).

use crate::kinds::{Kind, Severity};
use crate::libc::{Call, Callback, Context, Next, State, Task, signal};
use crate::machine::{Stop, Value};
use crate::memory::{Access, Pointer, Trap, function_at};
use crate::sema::tree::NodeId;

/// What is to be called at the end, in the order of registration.
#[derive(Clone, Debug, Default)]
pub(in crate::libc) struct Handlers {
    exit: Vec<(Pointer, NodeId)>,
    quick: Vec<Pointer>,
    /// The end has begun: handlers are being called.
    leaving: bool,
}

impl State {
    /// The next `atexit` handler to call when the program ends: the latest that
    /// is left, and where it was registered. A handler may register more.
    pub fn next_exit_handler(&mut self) -> Option<(Pointer, NodeId)> {
        self.handlers.leaving = true;
        self.handlers.exit.pop()
    }
}

/// The low 32 bits of an `int` argument.
fn status(call: &Call<'_>) -> i32 {
    i32::try_from(call.int(0)).unwrap_or(0)
}

/// The program ends by a function that runs handlers, which it may do only once (7.22.4.4p2, 7.22.4.7p2).
fn leave(context: &mut Context<'_>, name: &str) -> Result<(), Stop> {
    if std::mem::replace(&mut context.state.handlers.leaving, true) {
        let text = format!("'{name}' is called while the program is ending already, by one of its exit handlers");
        context.machine.tell(Trap::text(Kind::BadArgument, text), Severity::Warning)?;
    }
    Ok(())
}

pub(super) fn exit(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    leave(context, "exit")?;
    Ok(Next::Exit(status(call)))
}

pub(super) fn terminate(_context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    Ok(Next::Terminate(status(call)))
}

pub(super) fn atexit(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let handler = call.pointer(0);
    callable(context, handler)?;
    context.state.handlers.exit.push((handler, call.node));
    Ok(Next::int(0))
}

pub(super) fn at_quick_exit(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let handler = call.pointer(0);
    callable(context, handler)?;
    context.state.handlers.quick.push(handler);
    Ok(Next::int(0))
}

/// A pointer that is to be called later must point to a function now.
pub(in crate::libc) fn callable(context: &Context<'_>, pointer: Pointer) -> Result<(), Trap> {
    match function_at(pointer.addr) {
        Some(_) => Ok(()),
        None => Err(context.machine.memory.explain(pointer, 1, Access::Call)),
    }
}

pub(super) fn quick_exit(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    leave(context, "quick_exit")?;
    signal::quick_end(context);
    Box::new(Quick { status: status(call) }).resume(context, Value::Void)
}

/// The handlers of `quick_exit`, the latest first.
struct Quick {
    status: i32,
}

impl Task for Quick {
    fn resume(self: Box<Self>, context: &mut Context<'_>, _result: Value) -> Result<Next, Stop> {
        match context.state.handlers.quick.pop() {
            None => Ok(Next::Terminate(self.status)),
            Some(function) => Ok(Next::Call(Callback {
                function,
                arguments: [Value::Void; 3],
                count: 0,
                returns_int: false,
                then: self,
            })),
        }
    }
}

/// `abort` (7.22.4.1): raises SIGABRT; if a handler returns, the program ends all the same.
pub(in crate::libc) fn abort(context: &mut Context<'_>, _call: &Call<'_>) -> Result<Next, Stop> {
    match signal::handler(context, signal::SIGABRT) {
        Some(function) => Ok(Next::Call(Callback {
            function,
            arguments: [Value::Int(signal::SIGABRT), Value::Void, Value::Void],
            count: 1,
            returns_int: false,
            then: Box::new(Aborting),
        })),
        None => Err(Trap::plain(Kind::Aborted).into()),
    }
}

/// The handler of SIGABRT is running.
struct Aborting;

impl Task for Aborting {
    fn resume(self: Box<Self>, _context: &mut Context<'_>, _result: Value) -> Result<Next, Stop> {
        Err(Trap::plain(Kind::Aborted).into())
    }
}
