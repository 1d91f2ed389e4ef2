//! The calls under way as a stack that keeps its high-water mark.

use super::Frame;
use std::ops::{Deref, DerefMut};

/// A stack of frames, the outermost call first. It reads as a slice of the
/// calls under way; the room of calls that ended stays, so that entering one
/// writes over it, and its length is the most calls there ever were.
#[derive(Debug, Default)]
pub struct FrameStack {
    room: Vec<Frame>,
    depth: usize,
    /// Frames in `room` of calls that never began.
    imagined: usize,
}

impl FrameStack {
    /// A call begins.
    #[inline(always)]
    pub fn push(&mut self, frame: Frame) {
        match self.room.get_mut(self.depth) {
            Some(place) => *place = frame,
            None => self.deepen(frame),
        }
        self.depth = self.depth.wrapping_add(1);
    }

    #[cold]
    #[inline(never)]
    fn deepen(&mut self, frame: Frame) {
        self.room.push(frame);
    }

    /// A call that cannot begin, for a report.
    pub fn imagine(&mut self, frame: Frame) {
        self.imagined = usize::from(self.depth == self.room.len());
        self.push(frame);
    }

    /// The innermost call ends: the lowest addresses of its frame and of its
    /// caller's (0 where there is none).
    #[inline(always)]
    pub fn pop(&mut self) -> (u64, u64) {
        self.depth = self.depth.saturating_sub(1);
        let low = |depth: usize| self.room.get(depth).map_or(0, |frame| frame.low);
        (low(self.depth), low(self.depth.wrapping_sub(1)))
    }

    /// The most calls that were ever under way.
    pub fn deepest(&self) -> usize {
        self.room.len().saturating_sub(self.imagined)
    }
}

impl Deref for FrameStack {
    type Target = [Frame];
    #[inline]
    fn deref(&self) -> &[Frame] {
        self.room.get(..self.depth).unwrap_or(&[])
    }
}

impl DerefMut for FrameStack {
    #[inline]
    fn deref_mut(&mut self) -> &mut [Frame] {
        self.room.get_mut(..self.depth).unwrap_or(&mut [])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::memory::ChainId;
    use crate::sema::tree::{FunctionId, NodeId};

    fn frame(serial: u64) -> Frame {
        let (function, call, chain) = (FunctionId(0), NodeId::NONE, ChainId(0));
        Frame { low: 0, serial, function, call, slots: 0, chain, variadic: 0 }
    }

    #[test]
    fn the_room_of_calls_that_ended_is_used_again() {
        let mut stack = FrameStack::default();
        for serial in 1..=3 {
            stack.push(frame(serial));
        }
        stack.pop();
        stack.pop();
        stack.push(frame(4));
        assert_eq!(stack.iter().map(|f| f.serial).collect::<Vec<_>>(), [1, 4]);
        assert_eq!(stack.deepest(), 3);
        stack.push(frame(5));
        stack.imagine(frame(6));
        assert_eq!((stack.len(), stack.deepest()), (4, 3));
        stack.pop();
        stack.pop();
        stack.pop();
        stack.pop();
        stack.pop();
        assert!(stack.is_empty());
    }
}
