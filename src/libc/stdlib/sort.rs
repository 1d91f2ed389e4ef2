//! `qsort` (7.22.5.2) and `qsort_r`: glibc's merge sort, stable, with its
//! comparisons in its order.
//!
//! The comparator is a function of the program, so the sort is a task that is
//! resumed after each comparison. It always gets pointers into the array itself,
//! with what lies there at that moment. As in glibc, elements of up to 32 bytes are
//! moved after each merge, larger ones once at the end.

use crate::kinds::{Kind, Severity};
use crate::libc::string::after;
use crate::libc::string::scan::{short, wide};
use crate::libc::{Call, Callback, Context, Next, Task};
use crate::machine::{Stop, Value};
use crate::memory::{Pointer, Trap};
use crate::sema::tree::NodeId;

/// Elements up to this size are moved after each merge.
const MOVED_AT_ONCE: u64 = 32;

/// What is still to be done with a stretch of the array, by positions.
enum Step {
    /// Sort so many elements from here.
    Sort { from: usize, count: usize },
    /// Merge two sorted stretches that lie side by side.
    Merge { from: usize, left: usize, right: usize },
}

/// A merge under way.
#[derive(Default)]
struct Merge {
    from: usize,
    left: usize,
    left_end: usize,
    right: usize,
    right_end: usize,
    /// Positions in their new order.
    merged: Vec<usize>,
}

/// A sort under way.
struct Sort {
    array: Pointer,
    count: usize,
    size: u64,
    compare: Pointer,
    /// The third argument of `qsort_r`'s comparator.
    extra: Option<Value>,
    node: NodeId,
    /// The latest is done first. Never more than two for each halving.
    steps: Vec<Step>,
    merge: Merge,
    /// For large elements: which element belongs at each position.
    order: Option<Vec<usize>>,
    /// The elements that are being compared, as they were before.
    compared: Vec<u8>,
}

pub(super) fn qsort(context: &mut Context<'_>, call: &Call<'_>, reentrant: bool) -> Result<Next, Stop> {
    let (array, count, size, compare) = (call.pointer(0), call.size(1), call.size(2), call.pointer(3));
    if count == 0 || size == 0 {
        return Ok(Next::VOID);
    }
    let Some(bytes) = count.checked_mul(size) else {
        let text = format!("'qsort' is given {count} elements of {size} bytes, more than memory has");
        return Err(Trap::text(Kind::BadArgument, text).into());
    };
    if count == 1 {
        // Nothing is compared or moved, but the array has to be there (7.22.5p1).
        context.machine.memory.check_read(array, bytes)?;
        return Ok(Next::VOID);
    }
    context.machine.memory.check_write(array, bytes)?;
    let count = short(count);
    let sort = Sort {
        array,
        count,
        size,
        compare,
        extra: reentrant.then(|| Value::Pointer(call.pointer(4))),
        node: call.node,
        steps: vec![Step::Sort { from: 0, count }],
        merge: Merge::default(),
        order: (size > MOVED_AT_ONCE).then(|| (0..count).collect()),
        compared: Vec::new(),
    };
    Box::new(sort).go_on(context)
}

impl Sort {
    /// The element at a position, or that belongs there.
    fn element(&self, position: usize) -> Pointer {
        let at = self.order.as_ref().and_then(|order| order.get(position)).copied().unwrap_or(position);
        after(self.array, wide(at).wrapping_mul(self.size))
    }

    /// The bytes of an element, where they are few.
    fn bytes<'m>(&self, context: &'m Context<'_>, element: Pointer) -> &'m [u8] {
        let memory = &context.machine.memory;
        match memory.check_read(element, self.size) {
            Ok(at) if self.size <= MOVED_AT_ONCE => memory.raw(at, short(self.size)),
            _ => &[],
        }
    }

    /// The comparison function has returned: it must not have changed the elements (7.22.5p2).
    fn unchanged(&self, context: &mut Context<'_>) -> Result<(), Stop> {
        let pair = [self.element(self.merge.left), self.element(self.merge.right)];
        let now = pair.map(|element| self.bytes(context, element));
        let len = now[0].len().saturating_add(now[1].len());
        if len == self.compared.len() && !now.iter().copied().flatten().eq(&self.compared) {
            let text = "the comparison function changes the array that 'qsort' is sorting";
            context.machine.tell(Trap::text(Kind::BadArgument, text), Severity::Warning)?;
        }
        Ok(())
    }

    /// Works until the next comparison or the end.
    fn go_on(mut self: Box<Self>, context: &mut Context<'_>) -> Result<Next, Stop> {
        loop {
            let merge = &self.merge;
            if merge.left < merge.left_end && merge.right < merge.right_end {
                let pair = [self.element(merge.left), self.element(merge.right)];
                let mut compared = std::mem::take(&mut self.compared);
                compared.clear();
                for element in pair {
                    compared.extend_from_slice(self.bytes(context, element));
                }
                self.compared = compared;
                let arguments = [Value::Pointer(pair[0]), Value::Pointer(pair[1]), self.extra.unwrap_or(Value::Void)];
                return Ok(Next::Call(Callback {
                    function: self.compare,
                    arguments,
                    count: if self.extra.is_some() { 3 } else { 2 },
                    returns_int: true,
                    then: self,
                }));
            }
            self.finish_merge(context)?;
            match self.steps.pop() {
                None => return self.finish(context),
                Some(Step::Sort { from, count }) if count > 1 => {
                    let left = count / 2;
                    let right = count.saturating_sub(left);
                    self.steps.push(Step::Merge { from, left, right });
                    self.steps.push(Step::Sort { from: from.saturating_add(left), count: right });
                    self.steps.push(Step::Sort { from, count: left });
                }
                Some(Step::Sort { .. }) => {}
                Some(Step::Merge { from, left, right }) => {
                    let middle = from.saturating_add(left);
                    let merge = &mut self.merge;
                    (merge.from, merge.left, merge.left_end) = (from, from, middle);
                    (merge.right, merge.right_end) = (middle, middle.saturating_add(right));
                }
            }
        }
    }

    /// One side is used up: what is left of the other follows, and the stretch is put into order.
    fn finish_merge(&mut self, context: &mut Context<'_>) -> Result<(), Trap> {
        let merge = &mut self.merge;
        if merge.merged.is_empty() {
            return Ok(());
        }
        // What is left on the right is in its place already.
        merge.merged.extend(merge.left..merge.left_end);
        let (from, moved) = (merge.from, merge.merged.len());
        (merge.left, merge.right) = (merge.left_end, merge.right_end);
        let mut merged = std::mem::take(&mut merge.merged);
        match self.order.as_mut() {
            Some(order) => {
                for entry in &mut merged {
                    *entry = order.get(*entry).copied().unwrap_or(0);
                }
                if let Some(stretch) = order.get_mut(from..from.saturating_add(moved)) {
                    stretch.copy_from_slice(&merged);
                }
            }
            None => {
                for entry in &mut merged {
                    *entry = entry.wrapping_sub(from);
                }
                self.rearrange(context, from, &merged)?;
            }
        }
        merged.clear();
        self.merge.merged = merged;
        Ok(())
    }

    /// Puts the elements from a position on into an order.
    fn rearrange(&self, context: &mut Context<'_>, from: usize, order: &[usize]) -> Result<(), Trap> {
        let start = after(self.array, wide(from).wrapping_mul(self.size));
        let memory = &mut context.machine.memory;
        // The comparator may have freed the array.
        let at = memory.check_write(start, wide(order.len()).wrapping_mul(self.size))?;
        memory.permute(at, short(self.size), order, self.node);
        Ok(())
    }

    fn finish(&self, context: &mut Context<'_>) -> Result<Next, Stop> {
        if let Some(order) = &self.order {
            debug_assert_eq!(order.len(), self.count);
            self.rearrange(context, 0, order)?;
        }
        Ok(Next::VOID)
    }
}

impl Task for Sort {
    fn resume(mut self: Box<Self>, context: &mut Context<'_>, result: Value) -> Result<Next, Stop> {
        self.unchanged(context)?;
        let right_first = matches!(result, Value::Int(order) if order > 0);
        let merge = &mut self.merge;
        let taken = if right_first { &mut merge.right } else { &mut merge.left };
        let position = *taken;
        *taken = taken.saturating_add(1);
        merge.merged.push(position);
        self.go_on(context)
    }
}
