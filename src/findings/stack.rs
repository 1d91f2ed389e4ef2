//! The chain of calls, innermost first, with recursion folded.

use super::StackEntry;
use crate::machine::Frame;
use crate::sema::tree::{FunctionId, NodeId, Program};
use crate::source::Span;

/// The longest group of functions calling each other in turn that is folded as one.
const LONGEST_PERIOD: usize = 4;
/// Entries that are shown; further ones in the middle are left out.
const MOST_ENTRIES: usize = 64;
/// A group must come round more often than this to be folded.
const FOLD_ABOVE: usize = 3;

/// One call under way, before folding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Level {
    /// The function.
    pub function: FunctionId,
    /// Where it is.
    pub node: NodeId,
    /// Its index among the frames, 0 is main.
    pub frame: usize,
    /// How many further calls of the same are folded here.
    pub folded: u64,
}

/// The levels of the calls under way, the innermost first, folded. `node` is
/// where the innermost one is.
pub(super) fn levels(frames: &[Frame], node: NodeId) -> Vec<Level> {
    let mut at = node;
    let mut all = Vec::with_capacity(frames.len());
    for (index, frame) in frames.iter().enumerate().rev() {
        all.push(Level { function: frame.function, node: at, frame: index, folded: 0 });
        at = frame.call;
    }
    fold(&all)
}

/// Leaves out the middle of a chain that is too long to be told; the two ends tell most.
pub(super) fn cut(entries: &mut Vec<StackEntry>) {
    let Some(over) = entries.len().checked_sub(MOST_ENTRIES).filter(|over| *over > 0) else { return };
    let half = MOST_ENTRIES / 2;
    let gap = StackEntry {
        function: format!("({} in between)", super::wording::count(u64::try_from(over).unwrap_or(0), "call")),
        span: Span::NONE,
        folded: 0,
        locals: Vec::new(),
    };
    entries.splice(half..half.saturating_add(over), [gap]);
}

/// Folds runs of the same functions calling each other in turn. The first of
/// each group stays, with the place it was at and the number of repetitions.
fn fold(all: &[Level]) -> Vec<Level> {
    let mut told = Vec::new();
    let mut at = 0;
    while at < all.len() {
        let found = (1..=LONGEST_PERIOD).map(|period| (period, rounds(all, at, period))).find(|(period, rounds)| {
            // A function that calls itself is folded from the fourth call on, so that a
            // factorial of three can still be read in full.
            rounds.saturating_mul(*period) > FOLD_ABOVE && *rounds >= 3
        });
        let (period, rounds) = found.unwrap_or((1, 1));
        for level in all.iter().skip(at).take(period) {
            let repeated = u64::try_from(rounds.saturating_sub(1)).unwrap_or(u64::MAX);
            told.push(Level { folded: repeated, ..*level });
        }
        at = at.saturating_add(period.saturating_mul(rounds).max(1));
    }
    told
}

/// How often the functions at `at..at + period` come in this order, one after the other.
fn rounds(all: &[Level], at: usize, period: usize) -> usize {
    let Some(rest) = all.get(at..) else { return 0 };
    let Some(first) = rest.get(..period) else { return 0 };
    rest.chunks(period)
        .take_while(|chunk| chunk.len() == period && chunk.iter().zip(first).all(|(a, b)| a.function == b.function))
        .count()
}

/// The entry of a level, still without locals.
pub(super) fn entry(program: &Program, level: &Level) -> StackEntry {
    StackEntry {
        function: program.function(level.function).map_or_else(String::new, |f| f.name.to_string()),
        span: program.span(level.node),
        folded: level.folded,
        locals: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn calls(functions: &[u32]) -> Vec<Level> {
        let number = |i: usize| u32::try_from(i).expect("small");
        let level =
            |(i, f): (usize, &u32)| Level { function: FunctionId(*f), node: NodeId(number(i)), frame: i, folded: 0 };
        functions.iter().enumerate().map(level).collect()
    }

    fn told(functions: &[u32]) -> Vec<(u32, u64)> {
        fold(&calls(functions)).iter().map(|l| (l.function.0, l.folded)).collect()
    }

    #[test]
    fn short_chains_stay_as_they_are() {
        assert_eq!(told(&[2, 1, 0]), [(2, 0), (1, 0), (0, 0)]);
        assert_eq!(told(&[1, 1, 1, 0]), [(1, 0), (1, 0), (1, 0), (0, 0)]);
    }

    #[test]
    fn recursion_is_folded() {
        let mut all = vec![5];
        all.extend([1; 41_232]);
        all.push(0);
        assert_eq!(told(&all), [(5, 0), (1, 41_231), (0, 0)]);
    }

    #[test]
    fn functions_that_call_each_other_are_folded() {
        let mut all = [1, 2].repeat(100);
        all.extend([1, 0]);
        assert_eq!(told(&all), [(1, 99), (2, 99), (1, 0), (0, 0)]);
    }
}
