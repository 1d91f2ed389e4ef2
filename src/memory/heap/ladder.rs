//! A set of granules that answers "which is the last one at or below n?": a
//! bitmap with bitmaps of its non-empty words above it.

use super::super::convert::index;
use super::super::space::extend;

/// Levels of 64 each: 2^30 granules, more than the largest heap has.
const LEVELS: usize = 5;

/// The set.
#[derive(Debug)]
pub(super) struct Ladder {
    levels: [Vec<u64>; LEVELS],
}

/// Words of each level for so many granules.
fn words(granules: usize) -> [usize; LEVELS] {
    let mut n = granules;
    std::array::from_fn(|_| {
        n = n.div_ceil(64);
        n
    })
}

impl Ladder {
    /// An empty set for numbers below `granules`.
    pub fn new(granules: usize) -> Ladder {
        Ladder { levels: words(granules).map(|n| vec![0; n]) }
    }

    /// Room for numbers below `granules`, if the host has it.
    pub fn extend(&mut self, granules: usize) -> bool {
        self.levels.iter_mut().zip(words(granules)).all(|(level, n)| extend(level, n))
    }

    /// Puts a number in.
    #[inline]
    pub fn insert(&mut self, n: u32) {
        let mut n = n;
        for level in &mut self.levels {
            let Some(word) = level.get_mut(index(n >> 6)) else { return };
            let before = *word;
            *word |= 1 << (n & 63);
            if before != 0 {
                return;
            }
            n >>= 6;
        }
    }

    /// Takes a number out.
    #[inline]
    pub fn remove(&mut self, n: u32) {
        let mut n = n;
        for level in &mut self.levels {
            let Some(word) = level.get_mut(index(n >> 6)) else { return };
            *word &= !(1 << (n & 63));
            if *word != 0 {
                return;
            }
            n >>= 6;
        }
    }

    /// The largest number in the set that is at most `n`.
    pub fn last_up_to(&self, n: u32) -> Option<u32> {
        let mut n = n;
        let mut climbed = 0;
        loop {
            let level = self.levels.get(climbed)?;
            // A number past the end of a level has only empty words below it there.
            let word = level.get(index(n >> 6)).copied().unwrap_or(0);
            let below = word & (u64::MAX >> 63_u32.wrapping_sub(n & 63));
            if below != 0 {
                n = (n & !63) | 63_u32.wrapping_sub(below.leading_zeros());
                break;
            }
            // The next level up: the last non-empty word strictly before this one.
            n = (n >> 6).checked_sub(1)?;
            climbed = climbed.checked_add(1)?;
        }
        for level in self.levels.iter().take(climbed).rev() {
            let word = *level.get(index(n))?;
            n = (n << 6) | 63_u32.checked_sub(word.leading_zeros())?;
        }
        Some(n)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    proptest! {
        #[test]
        fn as_an_ordered_set(steps in prop::collection::vec((any::<bool>(), 0u32..70_000, 0u32..70_000), 1..300)) {
            let mut ladder = Ladder::new(70_000);
            let mut model = BTreeSet::new();
            for (add, n, query) in steps {
                if add {
                    ladder.insert(n);
                    model.insert(n);
                } else if let Some(n) = model.range(n..).next().copied() {
                    ladder.remove(n);
                    model.remove(&n);
                }
                prop_assert_eq!(ladder.last_up_to(query), model.range(..=query).next_back().copied());
                prop_assert_eq!(ladder.last_up_to(n), model.range(..=n).next_back().copied());
            }
        }
    }
}
