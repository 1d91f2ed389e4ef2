//! Chains of calls, kept once each.
//!
//! A block of the heap remembers through which calls it was allocated. Equal
//! chains are one entry, and a function that calls itself is folded, so that
//! the table is bounded by the program's text, not by the length of the run.

use crate::memory::ChainId;
use crate::sema::tree::{FunctionId, NodeId};
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// One link: `function`, called at `call` from the parent's function.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Chain {
    /// The calls before, or 0.
    pub parent: ChainId,
    /// The function.
    pub function: FunctionId,
    /// The call that entered it.
    pub call: NodeId,
    /// This link stands for one or more calls of the function by itself.
    pub recursive: bool,
}

/// All chains of a run.
#[derive(Debug, Default)]
pub struct Chains {
    links: Vec<Chain>,
    ids: HashMap<Chain, ChainId, BuildHasherDefault<Mixer>>,
    /// By link (entry 0: no link): the two calls that were entered from it last,
    /// and what they became. Most programs allocate from the same place again.
    recent: Vec<[(FunctionId, NodeId, ChainId); 2]>,
}

/// A hash of a few small numbers; nobody chooses them to collide.
#[derive(Clone, Copy, Debug, Default)]
struct Mixer(u64);

impl Hasher for Mixer {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u32(u32::from(*byte));
        }
    }

    fn write_u32(&mut self, word: u32) {
        self.0 = (self.0.rotate_left(23) ^ u64::from(word)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    }
}

impl Chains {
    /// The link with this number.
    pub fn get(&self, id: ChainId) -> Option<Chain> {
        self.links.get(usize::try_from(id.0).ok()?.checked_sub(1)?).copied()
    }

    /// The chain that `parent` becomes by this call.
    #[inline(always)]
    pub fn enter(&mut self, parent: ChainId, function: FunctionId, call: NodeId) -> ChainId {
        let from = usize::try_from(parent.0).unwrap_or(usize::MAX);
        if let Some([(f, c, id), other]) = self.recent.get(from) {
            if (*f, *c) == (function, call) {
                return *id;
            }
            if (other.0, other.1) == (function, call) {
                return other.2;
            }
        }
        self.enter_anew(parent, function, call)
    }

    /// A call that was not entered from there lately.
    #[cold]
    fn enter_anew(&mut self, parent: ChainId, function: FunctionId, call: NodeId) -> ChainId {
        let from = usize::try_from(parent.0).unwrap_or(usize::MAX);
        let id = self.find(parent, function, call);
        if self.recent.len() <= from {
            let none = (FunctionId(u32::MAX), NodeId::NONE, ChainId(0));
            self.recent.resize(from.saturating_add(1), [none; 2]);
        }
        if let Some(recent) = self.recent.get_mut(from) {
            *recent = [(function, call, id), recent[0]];
        }
        id
    }

    fn find(&mut self, parent: ChainId, function: FunctionId, call: NodeId) -> ChainId {
        let mut link = Chain { parent, function, call, recursive: false };
        if let Some(last) = self.get(parent)
            && last.function == function
        {
            // Of any number of calls of itself the last one is kept.
            link.recursive = true;
            if last.recursive {
                link.parent = last.parent;
            }
        }
        if let Some(id) = self.ids.get(&link) {
            return *id;
        }
        self.links.push(link);
        let id = ChainId(u32::try_from(self.links.len()).unwrap_or(0));
        self.ids.insert(link, id);
        id
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn recursion_is_folded_and_bounded() {
        let mut chains = Chains::default();
        let main = chains.enter(ChainId(0), FunctionId(0), NodeId(1));
        let mut chain = chains.enter(main, FunctionId(1), NodeId(2));
        let mut seen = std::collections::BTreeSet::new();
        for i in 0..100 {
            chain = chains.enter(chain, FunctionId(1), NodeId(3 + i % 2));
            seen.insert(chain.0);
        }
        assert_eq!(seen.len(), 2);
        let link = chains.get(chain).expect("there");
        assert!(link.recursive);
        assert_eq!(chains.get(link.parent).map(|l| l.call), Some(NodeId(2)));
    }
}
