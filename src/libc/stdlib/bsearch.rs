//! `bsearch` (7.22.5.1): the comparisons of glibc, in their order.

use crate::kinds::Kind;
use crate::libc::string::after;
use crate::libc::{Call, Callback, Context, Next, Task};
use crate::machine::{Stop, Value};
use crate::memory::{Pointer, Trap};

/// What is left to search: elements `low` to `high`, without the latter.
struct Search {
    key: Pointer,
    array: Pointer,
    size: u64,
    compare: Pointer,
    low: u64,
    high: u64,
    /// The element that is being compared.
    middle: u64,
}

pub(super) fn bsearch(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let (key, array, count, size, compare) =
        (call.pointer(0), call.pointer(1), call.size(2), call.size(3), call.pointer(4));
    if count > 0 {
        let Some(bytes) = count.checked_mul(size) else {
            let text = format!("'bsearch' is given {count} elements of {size} bytes, more than memory has");
            return Err(Trap::text(Kind::BadArgument, text).into());
        };
        if bytes > 0 {
            context.machine.memory.check_read(array, bytes)?;
        }
    }
    Ok(Box::new(Search { key, array, size, compare, low: 0, high: count, middle: 0 }).go_on())
}

impl Search {
    fn element(&self) -> Pointer {
        after(self.array, self.middle.wrapping_mul(self.size))
    }

    fn go_on(mut self: Box<Self>) -> Next {
        if self.low >= self.high {
            return Next::pointer(Pointer::NULL);
        }
        self.middle = self.low.midpoint(self.high);
        Next::Call(Callback {
            function: self.compare,
            arguments: [Value::Pointer(self.key), Value::Pointer(self.element()), Value::Void],
            count: 2,
            returns_int: true,
            then: self,
        })
    }
}

impl Task for Search {
    fn resume(mut self: Box<Self>, _context: &mut Context<'_>, result: Value) -> Result<Next, Stop> {
        let Value::Int(order) = result else { return Ok(Next::pointer(Pointer::NULL)) };
        match order.signum() {
            0 => return Ok(Next::pointer(self.element())),
            -1 => self.high = self.middle,
            _ => self.low = self.middle.saturating_add(1),
        }
        Ok(self.go_on())
    }
}
