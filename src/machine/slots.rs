//! The slots of all frames: scalars whose address nobody takes.

/// How many there are. Only those that calls reached take memory of the host.
#[cfg(not(target_arch = "wasm32"))]
const COUNT: usize = 1 << 24;
#[cfg(target_arch = "wasm32")]
const COUNT: usize = 1 << 19;

/// A word for each slot. The number is a power of two and fixed when cglass is
/// compiled, so that an index is brought into range by a mask: what every
/// access to a local does has no branch. Calls are refused before they would
/// need more, so an index is never really cut.
#[derive(Debug)]
pub struct Slots {
    /// One more, so that the second word of a pair is there for every index.
    words: Box<[u64; COUNT + 1]>,
}

impl Default for Slots {
    fn default() -> Slots {
        // Zeroed memory comes from the system as it is touched.
        let words = vec![0; COUNT + 1].into_boxed_slice();
        Slots { words: words.try_into().unwrap_or_else(|_| unreachable!("so many were asked for")) }
    }
}

impl Slots {
    /// All slots, 0; `None` if the host has no room for them.
    pub fn new() -> Option<Slots> {
        // Zeroed memory cannot be asked for in a way that may fail: what is
        // asked for here is given back, and then there.
        Vec::<u64>::new().try_reserve_exact(COUNT + 1).ok()?;
        Some(Slots::default())
    }

    /// How many there are.
    pub const COUNT: usize = COUNT;

    /// So many at the end are kept free of calls: arguments are put in place
    /// before it is known that their call has room.
    pub const MARGIN: usize = 256;

    /// The word in a slot.
    #[inline(always)]
    #[allow(clippy::indexing_slicing, reason = "the mask keeps it inside")]
    pub fn get(&self, index: usize) -> u64 {
        self.words[index & (COUNT - 1)]
    }

    /// Sets the word in a slot.
    #[inline(always)]
    #[allow(clippy::indexing_slicing, reason = "the mask keeps it inside")]
    pub fn set(&mut self, index: usize, word: u64) {
        self.words[index & (COUNT - 1)] = word;
    }

    /// The words of two slots: a pointer's address and tag.
    #[inline(always)]
    #[allow(clippy::indexing_slicing, reason = "the mask keeps both inside")]
    pub fn pair(&self, index: usize) -> (u64, u64) {
        let first = index & (COUNT - 1);
        (self.words[first], self.words[first + 1])
    }

    /// Sets the words of two slots; what the second had before.
    #[inline(always)]
    #[allow(clippy::indexing_slicing, reason = "the mask keeps both inside")]
    pub fn set_pair(&mut self, index: usize, (word, tag): (u64, u64)) -> u64 {
        let first = index & (COUNT - 1);
        self.words[first] = word;
        std::mem::replace(&mut self.words[first + 1], tag)
    }

    /// Sets so many slots to 0.
    pub fn clear(&mut self, first: usize, count: usize) {
        if let Some(words) = self.words.get_mut(first..first.saturating_add(count)) {
            words.fill(0);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_are_two_slots() {
        let mut slots = Slots::default();
        assert_eq!(slots.set_pair(COUNT - 1, (3, 4)), 0);
        assert_eq!(slots.set_pair(COUNT - 1, (5, 6)), 4);
        assert_eq!(slots.get(COUNT - 1), 5);
        slots.set(7, 9);
        slots.set(8, 10);
        assert_eq!(slots.pair(7), (9, 10));
        slots.clear(7, 1);
        assert_eq!(slots.pair(7), (0, 10));
    }
}
