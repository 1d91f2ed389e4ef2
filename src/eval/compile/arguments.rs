//! Arguments that go straight into the slots of the frame that is about to be
//! entered: its place is known before the call. That needs that nothing comes
//! between, so no argument that is evaluated later may enter a function.

use super::{Class, Compiler, Facts, Scalar};
use crate::eval::frame::Entry;
use crate::eval::layout::Storage;
use crate::eval::vm::{Run, Vm};
use crate::machine::{Parked, Slots};
use crate::memory::Pointer;
use crate::sema::tree::{Expr, ExprKind, each_child};

/// Arguments in the order in which they are evaluated.
pub struct Placed(Box<[Run<()>]>);

impl Placed {
    /// Evaluates them into the coming frame.
    ///
    /// # Errors
    /// What evaluating one of them ends the run with.
    #[inline(always)]
    pub fn place(&self, vm: &mut Vm<'_>) -> Result<(), Parked> {
        self.0.iter().try_for_each(|argument| argument(vm))
    }
}

impl Compiler<'_> {
    /// The arguments of a call, if they may be placed so.
    pub(super) fn placed(&mut self, arguments: &[Expr], facts: &Facts, entry: &Entry) -> Option<Placed> {
        // Writing ahead of the check of entering a function is within bounds.
        if facts.slots > Slots::MARGIN {
            return None;
        }
        let slots: Option<Vec<usize>> = facts.parameters.iter().map(|(storage, _)| only_slot(*storage)).collect();
        let (_, later) = arguments.split_last()?;
        if later.iter().any(enters_functions) {
            return None;
        }
        let with_slots = arguments.iter().zip(slots?).rev();
        Some(Placed(with_slots.map(|(a, k)| self.placing(a, entry.caller_slots.wrapping_add(k))).collect()))
    }

    /// Evaluates an argument into slot `k`, counted from the caller's.
    fn placing(&mut self, argument: &Expr, k: usize) -> Run<()> {
        fn into<T: Class>(run: Run<T>, k: usize) -> Run<()> {
            Box::new(move |vm| {
                let value = run(vm)?;
                put(vm, k, value);
                Ok(())
            })
        }
        match self.scalar(argument.ty) {
            Some(Scalar::Int(_)) => into::<i64>(self.int(argument).boxed(), k),
            Some(Scalar::Pointer) => into::<Pointer>(self.pointer(argument).boxed(), k),
            _ => into::<f64>(self.float(argument).boxed(), k),
        }
    }
}

/// Puts an argument into a parameter's slots; what was there is of no call.
#[inline(always)]
pub(super) fn put<T: Class>(vm: &mut Vm<'_>, k: usize, value: T) {
    let (word, tag) = value.words();
    vm.set_slot(k, word);
    if T::TAGGED {
        vm.set_slot(k.wrapping_add(1), tag);
    }
}

/// The slot of a parameter that is in slots and nowhere else.
pub(super) fn only_slot(storage: Storage) -> Option<usize> {
    match storage {
        Storage::Slot { k, flag: None } | Storage::Pointer { k } => Some(k),
        _ => None,
    }
}

/// May evaluating this enter a function of the program?
fn enters_functions(e: &Expr) -> bool {
    if matches!(e.kind, ExprKind::Call { .. } | ExprKind::Statement { .. }) {
        return true;
    }
    let mut found = false;
    each_child(e, &mut |child| found |= enters_functions(child));
    found
}
