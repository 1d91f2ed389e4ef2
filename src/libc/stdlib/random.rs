//! Pseudo-random numbers, with the sequences of glibc: `rand` and `random`
//! share one additive feedback generator, `drand48` and its family one linear
//! congruential generator of 48 bits.

/// Degree and separation of the feedback: r\[i\] = r\[i − 3\] + r\[i − 31\].
const DEGREE: usize = 31;
const SEPARATION: usize = 3;

/// The generator behind `rand` and `random`.
#[derive(Clone, Debug)]
pub struct Additive {
    table: [u32; DEGREE],
    /// Where the next sum goes; what is added lies `SEPARATION` places before it.
    front: usize,
}

impl Default for Additive {
    /// As after `srand(1)` (7.22.2.2).
    fn default() -> Additive {
        Additive::new(1)
    }
}

impl Additive {
    /// The sequence of this seed; 0 is taken as 1.
    pub fn new(seed: u32) -> Additive {
        let mut table = [0; DEGREE];
        let mut word = i64::from(seed.max(1).cast_signed());
        for (i, entry) in table.iter_mut().enumerate() {
            if i > 0 {
                // 16807 · word mod 2^31 − 1, with a quotient that rounds towards zero, as for a negative seed.
                word = word.wrapping_mul(16807).wrapping_rem(0x7fff_ffff);
                if word < 0 {
                    word = word.wrapping_add(0x7fff_ffff);
                }
            }
            *entry = low_word(word);
        }
        let mut generator = Additive { table, front: SEPARATION };
        for _ in 0..10 * DEGREE {
            generator.next();
        }
        generator
    }

    /// The next number, 0 to 2^31 − 1.
    pub fn next(&mut self) -> u32 {
        let behind = self.front.wrapping_add(DEGREE).wrapping_sub(SEPARATION) % DEGREE;
        let added = self.table.get(behind).copied().unwrap_or(0);
        let Some(entry) = self.table.get_mut(self.front) else { return 0 };
        *entry = entry.wrapping_add(added);
        let result = *entry >> 1;
        self.front = self.front.wrapping_add(1) % DEGREE;
        result
    }
}

/// The low 32 bits.
fn low_word(value: i64) -> u32 {
    u32::try_from(value & 0xffff_ffff).unwrap_or(0)
}

/// `rand_r` (POSIX): three steps of a congruential generator, 11 and 10 and 10 bits.
pub fn step_reentrant(seed: u32) -> (u32, u32) {
    let mut next = seed;
    let mut result: u32 = 0;
    for (mask, bits) in [(2047_u32, 0_u32), (1023, 10), (1023, 10)] {
        next = next.wrapping_mul(1_103_515_245).wrapping_add(12345);
        result = result.wrapping_shl(bits) ^ ((next >> 16) & mask);
    }
    (next, result)
}

const MASK_48: u64 = (1 << 48) - 1;

/// The generator behind `drand48`, `lrand48` and `mrand48`.
#[derive(Clone, Debug)]
pub struct Congruential {
    /// The 48 bits of state.
    pub state: u64,
    /// What the state is multiplied with, and what is added (`lcong48`).
    pub factor: u64,
    pub addend: u64,
}

impl Default for Congruential {
    fn default() -> Congruential {
        Congruential { state: 0, factor: 0x5_deec_e66d, addend: 0xb }
    }
}

impl Congruential {
    /// As `srand48` leaves it.
    pub fn seeded(seed: u32) -> Congruential {
        Congruential { state: (u64::from(seed) << 16) | 0x330e, ..Congruential::default() }
    }

    /// The next 48 bits.
    pub fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_mul(self.factor).wrapping_add(self.addend) & MASK_48;
        self.state
    }

    /// In \[0, 1).
    pub fn next_float(&mut self) -> f64 {
        // The 48 bits go into the upper part of the fraction of a number in [1, 2).
        let bits = 0x3ff0_0000_0000_0000 | (self.next() << 4);
        f64::from_bits(bits) - 1.0
    }

    /// 0 to 2^31 − 1.
    pub fn next_long(&mut self) -> i64 {
        i64::try_from(self.next() >> 17).unwrap_or(0)
    }

    /// −2^31 to 2^31 − 1.
    pub fn next_signed(&mut self) -> i64 {
        i64::from(u32::try_from(self.next() >> 16).unwrap_or(0).cast_signed())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_default_sequence_is_the_well_known_one() {
        let mut generator = Additive::default();
        let first: Vec<u32> = (0..5).map(|_| generator.next()).collect();
        assert_eq!(first, [1_804_289_383, 846_930_886, 1_681_692_777, 1_714_636_915, 1_957_747_793]);
    }

    #[test]
    fn seed_zero_is_seed_one() {
        assert_eq!(Additive::new(0).next(), Additive::new(1).next());
    }
}
