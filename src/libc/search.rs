//! `<search.h>` (POSIX): searching an array from its start, and rings of elements.

use super::string::after;
use super::{Call, Callback, Context, Next, Row, Task};
use crate::machine::{Stop, Value};
use crate::memory::{I64, Pointer};
use crate::sema::tree::NodeId;

const HEADER: &str = "search.h";

/// The rows of this header.
pub(super) const ROWS: &[Row] = &[
    Row::full("lfind", HEADER, |context, call| search(context, call, false)),
    Row::full("lsearch", HEADER, |context, call| search(context, call, true)),
    Row::full("insque", HEADER, insque),
    Row::full("remque", HEADER, remque),
];

/// A search under way.
struct Search {
    key: Pointer,
    array: Pointer,
    /// Where the number of elements stands.
    count_at: Pointer,
    count: u64,
    size: u64,
    compare: Pointer,
    /// The element that is being compared.
    current: u64,
    /// What is not found is added.
    adds: bool,
    node: NodeId,
}

fn search(context: &mut Context<'_>, call: &Call<'_>, adds: bool) -> Result<Next, Stop> {
    let count_at = call.pointer(2);
    let count = context.machine.memory.get::<I64>(count_at)?.cast_unsigned();
    let search = Search {
        key: call.pointer(0),
        array: call.pointer(1),
        count_at,
        count,
        size: call.size(3),
        compare: call.pointer(4),
        current: 0,
        adds,
        node: call.node,
    };
    Box::new(search).go_on(context)
}

impl Search {
    fn element(&self) -> Pointer {
        after(self.array, self.current.wrapping_mul(self.size))
    }

    fn go_on(self: Box<Self>, context: &mut Context<'_>) -> Result<Next, Stop> {
        if self.current < self.count {
            return Ok(Next::Call(Callback {
                function: self.compare,
                arguments: [Value::Pointer(self.key), Value::Pointer(self.element()), Value::Void],
                count: 2,
                returns_int: true,
                then: self,
            }));
        }
        if !self.adds {
            return Ok(Next::pointer(Pointer::NULL));
        }
        let place = self.element();
        let memory = &mut context.machine.memory;
        if self.size > 0 {
            let from = memory.check_read(self.key, self.size)?;
            let to = memory.check_write(place, self.size)?;
            memory.copy(to, from, super::text::host(self.size), self.node);
        }
        memory.put::<I64>(self.count_at, self.count.wrapping_add(1).cast_signed(), self.node)?;
        Ok(Next::pointer(place))
    }
}

impl Task for Search {
    fn resume(mut self: Box<Self>, context: &mut Context<'_>, result: Value) -> Result<Next, Stop> {
        if matches!(result, Value::Int(0)) {
            return Ok(Next::pointer(self.element()));
        }
        self.current = self.current.saturating_add(1);
        self.go_on(context)
    }
}

/// An element begins with the pointers to the next and the one before.
const BEFORE: i64 = 8;

/// `insque`: puts an element after another, or makes it the first of a list.
fn insque(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let (element, previous) = (call.pointer(0), call.pointer(1));
    let memory = &mut context.machine.memory;
    let mut next = Pointer::NULL;
    if !previous.is_null() {
        next = memory.get_pointer(previous)?;
        memory.put_pointer(previous, element, call.node)?;
    }
    memory.put_pointer(element, next, call.node)?;
    memory.put_pointer(element.offset(BEFORE), previous, call.node)?;
    if !next.is_null() {
        memory.put_pointer(next.offset(BEFORE), element, call.node)?;
    }
    Ok(Next::VOID)
}

/// `remque`: takes an element out.
fn remque(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let memory = &mut context.machine.memory;
    let (next, previous) = (memory.get_pointer(call.pointer(0))?, memory.get_pointer(call.pointer(0).offset(BEFORE))?);
    if !next.is_null() {
        memory.put_pointer(next.offset(BEFORE), previous, call.node)?;
    }
    if !previous.is_null() {
        memory.put_pointer(previous, next, call.node)?;
    }
    Ok(Next::VOID)
}
