//! A clock that is the same at every run: it advances with the steps.

/// 2024-01-01 00:00:00 UTC, in nanoseconds since 1970.
const START: i64 = 1_704_067_200_000_000_000;

/// Nanoseconds that one step takes. A program that waits for the next second
/// in a loop gets there in ten million steps.
const STEP: u64 = 100;

/// The fixed clock (`--clock fixed`). What a program sleeps is added, not waited for.
#[derive(Clone, Copy, Debug, Default)]
pub struct FixedClock {
    slept: u64,
}

impl FixedClock {
    /// Nanoseconds since 1970-01-01 UTC after so many steps.
    pub fn now(self, steps: u64) -> i64 {
        START.saturating_add_unsigned(steps.saturating_mul(STEP).saturating_add(self.slept))
    }

    /// Nanoseconds of processor time after so many steps; sleeping takes none.
    pub fn processor_time(self, steps: u64) -> i64 {
        i64::try_from(steps.saturating_mul(STEP)).unwrap_or(i64::MAX)
    }

    /// Lets time pass.
    pub fn sleep(&mut self, nanoseconds: u64) {
        self.slept = self.slept.saturating_add(nanoseconds);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_advances_with_steps_and_sleep_only() {
        let mut clock = FixedClock::default();
        assert_eq!(clock.now(0), START);
        assert_eq!(clock.now(10_000_000) - START, 1_000_000_000);
        clock.sleep(5);
        assert_eq!(clock.now(0) - START, 5);
        assert_eq!(clock.processor_time(3), 300);
        assert!(clock.now(u64::MAX) > START);
    }
}
