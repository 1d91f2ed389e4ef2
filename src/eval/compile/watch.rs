//! Full expressions whose accesses are noted, to tell what is unsequenced
//! ([`crate::eval::sequence`]).

use super::Compiler;
use crate::eval::code::{InSlot, Operand};
use crate::eval::layout::Storage;
use crate::eval::place::{AnyKey, AnyPlace, PlaceCode};
use crate::eval::sequence::{Pair, Suspect};
use crate::eval::vm::{Run, Vm};
use crate::kinds::Kind;
use crate::machine::Parked;
use crate::memory::{Trap, TrapData};
use crate::sema::tree::{Expr, ExprKind, NodeId};

/// The bits that an access touched: from, and how many. 0 bits: none.
pub type Touched = (u64, u64);

impl Compiler<'_> {
    /// A full expression whose accesses are compared when it is done.
    pub(super) fn comparing<T: 'static>(run: Run<T>, suspect: Suspect) -> Run<T> {
        let Suspect { pairs, places } = suspect;
        Box::new(move |vm| {
            let (from, before) = vm.watch(places);
            let value = run(vm)?;
            vm.compare(&pairs, from, before)?;
            Ok(value)
        })
    }

    /// The number of a place whose accesses are noted.
    fn watched(&self, place: NodeId) -> Option<usize> {
        self.whole.suspects.places.get(&place).copied()
    }

    /// The same place, noting where it is.
    pub(super) fn noting(&self, place: &Expr, code: PlaceCode) -> PlaceCode {
        let Some(number) = self.watched(place.id) else { return code };
        let (first, bits) = match self.bit_field(place) {
            Some(field) => field.extent(),
            None => (0, self.size(place.ty).saturating_mul(8)),
        };
        let AnyPlace { key, node } = code.any(place.id);
        let key: Run<AnyKey> = Box::new(move |vm| {
            let key = key(vm)?;
            let addr = match key {
                AnyKey::At(at) => vm.machine.memory.address_of(at),
                AnyKey::Pointer(pointer) => Some(pointer.addr),
                AnyKey::Beyond { .. } => None,
            };
            if let Some(addr) = addr {
                vm.touch(number, (addr.wrapping_mul(8).wrapping_add(first), bits));
            }
            Ok(key)
        });
        PlaceCode::Any(AnyPlace { key, node })
    }

    /// The value of a local in a slot, noting that it is used.
    pub(super) fn noting_slot<T: InSlot>(&self, place: &Expr, operand: Operand<T>) -> Operand<T> {
        match self.slot_noted(place) {
            None => operand,
            Some((number, touched)) => {
                let run = operand.boxed();
                Operand::Run(Box::new(move |vm| {
                    vm.touch(number, touched);
                    run(vm)
                }))
            }
        }
    }

    /// What changes a place, noting it if that is a local in a slot.
    pub(super) fn noting_change<T: 'static>(&self, place: &Expr, run: Run<T>) -> Run<T> {
        match self.slot_noted(place) {
            None => run,
            Some((number, touched)) => Box::new(move |vm| {
                vm.touch(number, touched);
                run(vm)
            }),
        }
    }

    fn slot_noted(&self, place: &Expr) -> Option<(usize, Touched)> {
        let number = self.watched(place.id)?;
        let ExprKind::Local(local) = &place.kind else { return None };
        match self.storage(*local)? {
            // No address of the program is so high.
            Storage::Slot { k, .. } | Storage::Pointer { k } => Some((number, (u64::MAX.wrapping_sub(k as u64), 1))),
            Storage::Memory { .. } | Storage::Variable { .. } => None,
        }
    }
}

impl Vm<'_> {
    /// Makes room for what a full expression touches; where it lies, and where that of the one around lay.
    fn watch(&mut self, places: usize) -> (usize, usize) {
        let from = self.touched.len();
        self.touched.resize(from.saturating_add(places), (0, 0));
        (from, std::mem::replace(&mut self.touched_from, from))
    }

    /// An access.
    fn touch(&mut self, number: usize, touched: Touched) {
        if let Some(entry) = self.touched.get_mut(self.touched_from.saturating_add(number)) {
            *entry = touched;
        }
    }

    /// The full expression is done: did two accesses meet? The first pair is told.
    fn compare(&mut self, pairs: &[Pair], from: usize, before: usize) -> Result<(), Parked> {
        let at = |number: usize| self.touched.get(from.saturating_add(number)).copied().unwrap_or_default();
        let met = pairs.iter().find(|pair| overlap(at(pair.first.0), at(pair.second.0))).copied();
        self.touched.truncate(from);
        self.touched_from = before;
        let Some(pair) = met else { return Ok(()) };
        let data = TrapData::Unsequenced { first: pair.first.1, second: pair.second.1, both_write: pair.both_write };
        self.raise(Trap { data, ..Trap::plain(Kind::Unsequenced) }, pair.node)
    }
}

fn overlap((a, bits): Touched, (b, other): Touched) -> bool {
    bits > 0 && other > 0 && (b.wrapping_sub(a) < bits || a.wrapping_sub(b) < other)
}
