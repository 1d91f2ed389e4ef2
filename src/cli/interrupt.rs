//! Ctrl-C: the first asks the run to end with its report, the second ends at once.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Duration;

/// The exit code after Ctrl-C.
const INTERRUPTED: i32 = 130;

/// Wakes a run that waits for something else.
type Waker = Box<dyn Fn() + Send>;

/// Whether the user has pressed Ctrl-C.
#[derive(Default)]
pub struct Interrupt {
    raised: AtomicBool,
    waker: Mutex<Option<Waker>>,
    changed: Condvar,
}

impl Interrupt {
    /// Listens to Ctrl-C from now on. Where the system does not allow it,
    /// Ctrl-C does what it always does.
    pub fn install() -> Arc<Interrupt> {
        let interrupt = Arc::new(Interrupt::default());
        let listener = Arc::clone(&interrupt);
        let _ = ctrlc::set_handler(move || {
            if listener.raised.swap(true, Ordering::SeqCst) {
                std::process::exit(INTERRUPTED);
            }
            let waker = listener.waker.lock().unwrap_or_else(PoisonError::into_inner);
            if let Some(wake) = waker.as_ref() {
                wake();
            }
            listener.changed.notify_all();
        });
        interrupt
    }

    /// Has it been pressed?
    pub fn raised(&self) -> bool {
        self.raised.load(Ordering::Relaxed)
    }

    /// From now on calls `wake` when it is pressed.
    pub fn on_raise(&self, wake: impl Fn() + Send + 'static) {
        *self.waker.lock().unwrap_or_else(PoisonError::into_inner) = Some(Box::new(wake));
    }

    /// Waits that long, or until it is pressed.
    pub fn sleep(&self, time: Duration) {
        let waker = self.waker.lock().unwrap_or_else(PoisonError::into_inner);
        drop(self.changed.wait_timeout_while(waker, time, |_| !self.raised()));
    }
}
