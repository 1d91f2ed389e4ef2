//! Putting the elements of an array into another order.

use super::Tag;
use super::removal::Reason;
use super::space::Memory;
use crate::sema::tree::NodeId;

impl Memory {
    /// Puts elements of `size` bytes, of which the first lies at `at`, into the
    /// order given: the element that comes to place i is the one at place
    /// `order[i]`, and `order` holds every place once. Marks and pointers go with
    /// the bytes, and no pointer disappears. The place was checked
    /// ([`Memory::check_write`]).
    pub fn permute(&mut self, at: usize, size: usize, order: &[usize], node: NodeId) {
        let len = size.saturating_mul(order.len());
        let end = at.saturating_add(len);
        if end > self.bytes.len() || len == 0 || order.iter().enumerate().all(|(place, from)| place == *from) {
            return;
        }
        let aligned = (at | size) & 7 == 0;
        if !self.may_hold(at, len) {
            permute_slice(self.marks.get_mut(at..end), size, order);
        } else if aligned && self.fragments.is_empty() {
            permute_slice(self.marks.get_mut(at..end), size, order);
            permute_slice(self.tags.get_mut(at >> 3..end >> 3), size >> 3, order);
        } else {
            self.permute_odd(at, size, order, node);
        }
        permute_slice(self.bytes.get_mut(at..end), size, order);
    }

    /// Marks and pointers where some lie at odd places.
    fn permute_odd(&mut self, at: usize, size: usize, order: &[usize], node: NodeId) {
        let len = size.saturating_mul(order.len());
        let mut marks = self.marks_of(at, len).to_vec();
        let mut fragments: Vec<Option<(Tag, u8)>> =
            (at..at.saturating_add(len)).map(|byte| self.fragment_at(byte)).collect();
        permute_slice(Some(&mut marks), size, order);
        permute_slice(Some(&mut fragments), size, order);
        self.displace(at, len, node, Reason::Overwritten);
        for ((byte, mark), fragment) in (at..).zip(marks).zip(fragments) {
            match (fragment, self.marks.get_mut(byte)) {
                (Some(fragment), _) => self.put_fragment(byte, fragment),
                (None, Some(entry)) => *entry = mark,
                (None, None) => {}
            }
        }
    }
}

/// The same for one of the parallel vectors.
fn permute_slice<T: Copy>(slice: Option<&mut [T]>, size: usize, order: &[usize]) {
    let Some(slice) = slice else { return };
    let before = slice.to_vec();
    for (element, from) in slice.chunks_exact_mut(size.max(1)).zip(order) {
        let start = from.saturating_mul(size);
        if let Some(source) = before.get(start..start.saturating_add(size)) {
            element.copy_from_slice(source);
        }
    }
}
