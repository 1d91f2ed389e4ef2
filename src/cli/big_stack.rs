//! The thread that evaluates: each C call takes some of the host's stack, so it
//! gets a large one. Only what is touched of it costs memory.

use std::thread;

/// For the default C stack of 8 MiB.
const USUAL: u64 = 1 << 30;

/// The C stack that [`USUAL`] is meant for.
const FOR_STACK: u64 = 8 << 20;

/// Less than this is of no use.
const LEAST: u64 = 4 << 20;

/// Kept back for what runs outside evaluation (reports, drops).
const KEPT: u64 = 1 << 20;

/// Runs `work` on a thread with a stack that suits a C stack of `c_stack`
/// bytes; halved until it can be had. `work` gets the bytes it may use.
/// `None` if no thread could be had at all, or if it panicked.
pub fn with_big_stack<T: Send>(c_stack: u64, work: impl Fn(u64) -> T + Sync) -> Option<T> {
    let mut size = USUAL.saturating_mul(c_stack.div_ceil(FOR_STACK).max(1));
    while size >= LEAST {
        if let Ok(bytes) = usize::try_from(size) {
            let usable = size.saturating_sub(KEPT);
            let ended = thread::scope(|scope| {
                let spawned = thread::Builder::new().stack_size(bytes).spawn_scoped(scope, || work(usable));
                spawned.ok().map(|thread| thread.join().ok())
            });
            if let Some(result) = ended {
                return result;
            }
        }
        size /= 2;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_is_reserved_for_more_and_less_is_taken() {
        assert!(with_big_stack(8 << 20, |usable| usable).is_some_and(|usable| usable <= USUAL));
        // So much no machine has; something is got all the same.
        assert!(with_big_stack(1 << 60, |usable| usable).is_some_and(|usable| usable >= LEAST - KEPT));
    }
}
