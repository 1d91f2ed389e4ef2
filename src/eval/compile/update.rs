//! `op=`, `++` and `--` as closures: the common places each their own.

use super::change::{Change, ChangeKind, int_by_float};
use super::combine::Combine;
use super::load::with_int;
use super::update_any::{Drop, Keep};
use super::update_slot::slot_unit;
use super::{Class, Compiler, Scalar, unexpected};
use crate::arith::{ArithOp, IntRepr, op};
use crate::eval::code::{Slot, Source, with_operand};
use crate::eval::layout::Storage;
use crate::eval::place::{Place, with_place};
use crate::eval::vm::{Run, Vm};
use crate::memory::{Access, Pointer, Scalar as InMemory};
use crate::sema::tree::{Expr, ExprKind, NodeId};

impl Compiler<'_> {
    /// The update for its effect.
    pub(super) fn update_unit(&mut self, e: &Expr) -> Run<()> {
        let node = e.id;
        let Some((place, change)) = self.change(e) else { return unexpected(e, "no update") };
        if self.bit_field(place).is_some() {
            let pair = self.update_bits(place, change.kind, node);
            return Box::new(move |vm| pair(vm).map(drop));
        }
        if let ExprKind::Local(local) = &place.kind {
            match (self.storage(*local), change.kind) {
                (Some(Storage::Slot { k, flag: None }), kind) => return slot_unit(k, kind, node),
                (Some(Storage::Pointer { k }), ChangeKind::Pointer { distance }) => {
                    return with_operand!(distance, |distance| Box::new(move |vm| {
                        let far = distance.get(vm)?;
                        let old = Source::<Pointer>::get(&Slot { k, node }, vm)?;
                        let new = vm.move_pointer(old, far, node)?;
                        vm.set_pointer(k, new, node);
                        Ok(())
                    }));
                }
                (_, kind) => {
                    let change = Change { post: false, kind };
                    return self.update_any::<Drop>(place, change, node);
                }
            }
        }
        match change.kind {
            ChangeKind::Int { right, combine, calc, own, .. } => {
                let code = self.place(place);
                with_place!(code, |p| with_int!(own, |S| match right {
                    Operand::Const(right) => {
                        int_unit::<S>(p, crate::eval::code::Const(right), combine, (calc, own), node)
                    }
                    right => int_unit::<S>(p, right.boxed(), combine, (calc, own), node),
                }))
            }
            ChangeKind::Float { right, op, own_single: false, single: false }
                if self.scalar(place.ty) == Some(Scalar::Double) =>
            {
                let code = self.place(place);
                let right = right.boxed();
                with_place!(code, |p| double_unit(p, right, op, node))
            }
            kind => self.update_any::<Drop>(place, Change { post: false, kind }, node),
        }
    }

    /// The update as a value: the new one, or the old one for `x++`.
    pub(super) fn update_value<T: Class>(&mut self, e: &Expr) -> Run<T> {
        let node = e.id;
        let Some((place, change)) = self.change(e) else { return unexpected(e, "no update") };
        if self.bit_field(place).is_some() {
            let post = change.post;
            let pair = self.update_bits(place, change.kind, node);
            return Box::new(move |vm| {
                let (old, new) = pair(vm)?;
                let value = crate::machine::Value::Int(if post { old } else { new });
                Ok(T::from_value(value).unwrap_or(T::zero()))
            });
        }
        self.update_any::<Keep<T>>(place, change, node)
    }

    fn update_bits(&mut self, place: &Expr, kind: ChangeKind, node: NodeId) -> Run<(i64, i64)> {
        match kind {
            ChangeKind::Int { right, combine, calc, .. } => {
                let right = right.boxed();
                let change = Box::new(move |vm: &mut Vm<'_>, old: i64| {
                    let right = right(vm)?;
                    combine(vm, calc.wrap(old), right, node)
                });
                self.update_bit_field(place, node, change)
            }
            ChangeKind::IntByFloat { right, how } => {
                let change = Box::new(move |vm: &mut Vm<'_>, old: i64| {
                    let right = right(vm)?;
                    int_by_float(vm, old, right, how, node)
                });
                self.update_bit_field(place, node, change)
            }
            _ => unexpected(place, "a bit-field that is no integer"),
        }
    }
}

fn int_unit<S: InMemory<Value = i64>>(
    place: impl Place,
    right: impl Source<i64>,
    combine: Combine,
    (calc, own): (IntRepr, IntRepr),
    node: NodeId,
) -> Run<()> {
    let size = u64::try_from(S::SIZE).unwrap_or(0);
    Box::new(move |vm| {
        let right = right.get(vm)?;
        let key = place.key(vm)?;
        let at = place.at(vm, key, size, Access::Write)?;
        let old = match vm.machine.memory.load_as::<S>(at) {
            Some(old) => old,
            None => vm.doubtful::<S>(at, node)?,
        };
        let new = combine(vm, calc.wrap(old), right, node)?;
        vm.machine.memory.store::<S>(at, own.wrap(new), node);
        Ok(())
    })
}

fn double_unit(place: impl Place, right: Run<f64>, op: ArithOp, node: NodeId) -> Run<()> {
    fn of<O: crate::arith::FloatOperator>(place: impl Place, right: Run<f64>, node: NodeId) -> Run<()> {
        Box::new(move |vm| {
            let right = right(vm)?;
            let key = place.key(vm)?;
            let at = place.at(vm, key, 8, Access::Write)?;
            let old = match vm.machine.memory.load_as::<crate::memory::F64>(at) {
                Some(old) => old,
                None => vm.doubtful::<crate::memory::F64>(at, node)?,
            };
            vm.machine.memory.store::<crate::memory::F64>(at, O::apply(old, right), node);
            Ok(())
        })
    }
    match op {
        ArithOp::Add => of::<op::FAdd>(place, right, node),
        ArithOp::Sub => of::<op::FSub>(place, right, node),
        ArithOp::Mul => of::<op::FMul>(place, right, node),
        _ => of::<op::FDiv>(place, right, node),
    }
}
