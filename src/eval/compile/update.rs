//! `op=`, `++` and `--` (6.5.16.2, 6.5.2.4, 6.5.3.1).

use super::assign::{AnyKeyAt, putter};
use super::combine::{Combine, combiner};
use super::load::{with_float, with_int};
use super::update_slot::slot_unit;
use super::{Class, Compiler, Scalar, unexpected};
use crate::arith::{ArithOp, IntRepr, float_to_int, fold_float, int_to_float, op, to_single};
use crate::eval::code::{Operand, Slot, Source, with_operand};
use crate::eval::fused::Plus;
use crate::eval::layout::Storage;
use crate::eval::place::{AnyPlace, Place, with_place};
use crate::eval::vm::{Run, Vm};
use crate::machine::Parked;
use crate::memory::{Access, Pointer, Scalar as InMemory};
use crate::sema::tree::{Expr, ExprKind, NodeId, Stride};

/// How the new value comes from the old one.
pub(super) struct Change {
    place_is_post: bool,
    kind: ChangeKind,
}

pub(super) enum ChangeKind {
    /// `left = (left)((calc)left op right)`
    Int { right: Operand<i64>, op: ArithOp, combine: Combine, calc: IntRepr, own: IntRepr },
    /// An integer place, computed in floating.
    IntByFloat { right: Run<f64>, op: ArithOp, own: IntRepr, single: bool },
    /// A floating place.
    Float { right: Operand<f64>, op: ArithOp, own_single: bool, single: bool },
    /// A pointer place: moved by so many bytes.
    Pointer { distance: Operand<i64> },
}

impl Compiler<'_> {
    /// What a node of this family does, and to which place.
    fn change<'e>(&mut self, e: &'e Expr) -> Option<(&'e Expr, Change)> {
        match &e.kind {
            ExprKind::AssignOp { op, left, right, calc } => {
                let kind = match (self.scalar(left.ty)?, self.scalar(*calc)?) {
                    (Scalar::Int(own), Scalar::Int(calc)) => {
                        ChangeKind::Int { right: self.int(right), op: *op, combine: combiner(*op, calc), calc, own }
                    }
                    (Scalar::Int(own), calc) => ChangeKind::IntByFloat {
                        right: self.divisor(*op, right, e.id).boxed(),
                        op: *op,
                        own,
                        single: calc == Scalar::Single,
                    },
                    (own, calc) => ChangeKind::Float {
                        right: self.divisor(*op, right, e.id),
                        op: *op,
                        own_single: own == Scalar::Single,
                        single: calc == Scalar::Single,
                    },
                };
                Some((left, Change { place_is_post: false, kind }))
            }
            ExprKind::PointerAssign { left, index, stride, negative } => {
                let distance = self.distance(index, stride, *negative);
                Some((left, Change { place_is_post: false, kind: ChangeKind::Pointer { distance } }))
            }
            ExprKind::IncDec { place, stride, increment, prefix } => {
                let op = if *increment { ArithOp::Add } else { ArithOp::Sub };
                let kind = match (self.scalar(place.ty)?, stride) {
                    (Scalar::Int(own), _) => {
                        // Computed in the promoted type (6.5.3.1p2, 6.3.1.1p2).
                        let calc = if own.bits < 32 { IntRepr { bits: 32, signed: true } } else { own };
                        ChangeKind::Int { right: Operand::Const(1), op, combine: combiner(op, calc), calc, own }
                    }
                    (Scalar::Pointer, Some(stride)) => {
                        ChangeKind::Pointer { distance: self.unit_distance(stride, !*increment) }
                    }
                    (own, _) => ChangeKind::Float {
                        right: Operand::Const(1.0),
                        op,
                        own_single: own == Scalar::Single,
                        single: own == Scalar::Single,
                    },
                };
                Some((place, Change { place_is_post: !*prefix, kind }))
            }
            _ => None,
        }
    }

    /// The right side of a floating `op=`; where it divides, zero is told.
    fn divisor(&mut self, op: ArithOp, right: &Expr, node: NodeId) -> Operand<f64> {
        let value = self.float(right);
        if op != ArithOp::Div {
            return value;
        }
        let value = value.boxed();
        Operand::Run(Box::new(move |vm| {
            let value = value(vm)?;
            if value == 0.0 {
                vm.float_division(node)?;
            }
            Ok(value)
        }))
    }

    fn distance(&mut self, index: &Expr, stride: &Stride, negative: bool) -> Operand<i64> {
        let sign = if negative { -1i64 } else { 1 };
        let index = self.int(index);
        match (stride, index) {
            (Stride::Bytes(bytes), Operand::Const(index)) => {
                Operand::Const(index.wrapping_mul(bytes.cast_signed()).wrapping_mul(sign))
            }
            (Stride::Bytes(bytes), index) => {
                let (index, bytes) = (index.boxed(), bytes.cast_signed().wrapping_mul(sign));
                Operand::Run(Box::new(move |vm| Ok(index(vm)?.wrapping_mul(bytes))))
            }
            (Stride::Variable(size), index) => {
                let (index, size) = (index.boxed(), self.int(size).boxed());
                Operand::Run(Box::new(move |vm| Ok(index(vm)?.wrapping_mul(size(vm)?).wrapping_mul(sign))))
            }
        }
    }

    fn unit_distance(&mut self, stride: &Stride, negative: bool) -> Operand<i64> {
        let sign = if negative { -1i64 } else { 1 };
        match stride {
            Stride::Bytes(bytes) => Operand::Const(bytes.cast_signed().wrapping_mul(sign)),
            Stride::Variable(size) => {
                let size = self.int(size).boxed();
                Operand::Run(Box::new(move |vm| Ok(size(vm)?.wrapping_mul(sign))))
            }
        }
    }

    /// `i++`, `i--`, `i += 2` of an int in a slot that flow proves written.
    pub(super) fn advance(&mut self, e: &Expr) -> Option<Plus> {
        let simple = match &e.kind {
            ExprKind::IncDec { .. } => true,
            ExprKind::AssignOp { right, .. } => matches!(right.kind, ExprKind::Int(_)),
            _ => false,
        };
        let (place, change) = if simple { self.change(e)? } else { return None };
        let ExprKind::Local(local) = &place.kind else { return None };
        let Storage::Slot { k, flag: None } = self.storage(*local)? else { return None };
        let ChangeKind::Int { right: Operand::Const(right), op, own: IntRepr { bits: 32, signed: true }, .. } =
            change.kind
        else {
            return None;
        };
        let slot = Slot { k, node: e.id };
        match op {
            ArithOp::Add => Some(Plus { slot, constant: right, subtracted: false, node: e.id }),
            ArithOp::Sub if right > i64::from(i32::MIN) => {
                Some(Plus { slot, constant: right.wrapping_neg(), subtracted: true, node: e.id })
            }
            _ => None,
        }
    }

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
                    let change = Change { place_is_post: false, kind };
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
            kind => self.update_any::<Drop>(place, Change { place_is_post: false, kind }, node),
        }
    }

    /// The update as a value: the new one, or the old one for `x++`.
    pub(super) fn update_value<T: Class>(&mut self, e: &Expr) -> Run<T> {
        let node = e.id;
        let Some((place, change)) = self.change(e) else { return unexpected(e, "no update") };
        if self.bit_field(place).is_some() {
            let post = change.place_is_post;
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
            ChangeKind::IntByFloat { right, op, own, single } => {
                let change = Box::new(move |vm: &mut Vm<'_>, old: i64| {
                    let right = right(vm)?;
                    int_by_float(vm, old, right, (op, own, single), node)
                });
                self.update_bit_field(place, node, change)
            }
            _ => unexpected(place, "a bit-field that is no integer"),
        }
    }

    /// Any place, any change: by closures for the old value and the store.
    fn update_any<R: Yield>(&mut self, place: &Expr, change: Change, node: NodeId) -> Run<R::Output> {
        let post = change.place_is_post;
        match change.kind {
            ChangeKind::Int { right, combine, calc, own, .. } => {
                let right = right.boxed();
                self.pair::<i64, R>(
                    place,
                    post,
                    node,
                    move |vm, old| {
                        let new = combine(vm, calc.wrap(old.1), old.0, node)?;
                        Ok(own.wrap(new))
                    },
                    right,
                )
            }
            ChangeKind::IntByFloat { right, op, own, single } => self.pair_by::<i64, f64, R>(
                place,
                post,
                node,
                move |vm, old, right| int_by_float(vm, old, right, (op, own, single), node),
                right,
            ),
            ChangeKind::Float { right, op, own_single, single } => {
                let right = right.boxed();
                self.pair_by::<f64, f64, R>(
                    place,
                    post,
                    node,
                    move |_, old, right| {
                        let new = fold_float(op, old, right).unwrap_or(old);
                        Ok(if own_single || single { to_single(new) } else { new })
                    },
                    right,
                )
            }
            ChangeKind::Pointer { distance } => {
                let distance = distance.boxed();
                self.pair_by::<Pointer, i64, R>(
                    place,
                    post,
                    node,
                    move |vm, old, far| vm.move_pointer(old, far, node),
                    distance,
                )
            }
        }
    }

    fn pair<T: Class, R: Yield>(
        &mut self,
        place: &Expr,
        post: bool,
        node: NodeId,
        change: impl Fn(&mut Vm<'_>, (i64, T)) -> Result<T, Parked> + 'static,
        right: Run<i64>,
    ) -> Run<R::Output> {
        self.pair_by::<T, i64, R>(place, post, node, move |vm, old, right| change(vm, (right, old)), right)
    }

    /// Right side first (semantics.md §1, Order), then the place, its old value, the store.
    fn pair_by<T: Class, X: Copy + 'static, R: Yield>(
        &mut self,
        place: &Expr,
        post: bool,
        node: NodeId,
        change: impl Fn(&mut Vm<'_>, T, X) -> Result<T, Parked> + 'static,
        right: Run<X>,
    ) -> Run<R::Output> {
        let finish = move |old: T, new: T| R::of(if post { old } else { new });
        if let ExprKind::Local(local) = &place.kind
            && let Some(storage) = self.storage(*local)
            && let Storage::Slot { k, .. } | Storage::Pointer { k } = storage
        {
            let flag = if let Storage::Slot { flag, .. } = storage { flag } else { None };
            return Box::new(move |vm| {
                let right = right(vm)?;
                if flag.is_some_and(|flag| vm.slot(flag) == 0) {
                    vm.unwritten_local(k, node)?;
                }
                let old = Source::<T>::get(&Slot { k, node }, vm)?;
                let new = change(vm, old, right)?;
                T::set_slot(vm, k, new, node);
                Ok(finish(old, new))
            });
        }
        let Some(scalar) = self.scalar(place.ty) else { return unexpected(place, "an update of no scalar") };
        let AnyPlace { key, node: place_node } = self.place(place).any(place.id);
        let size = scalar.size();
        let take = taker::<T>(scalar);
        let put = putter::<T>(scalar);
        Box::new(move |vm| {
            let right = right(vm)?;
            let key = key(vm)?;
            let at = AnyKeyAt { node: place_node }.at(vm, key, size, scalar)?;
            let old = take(vm, at, node)?;
            let new = change(vm, old, right)?;
            put(vm, at, new, node);
            Ok(finish(old, new))
        })
    }
}

/// What becomes of an update's value.
trait Yield: 'static {
    type Output: 'static;
    fn of<T: Class>(value: T) -> Self::Output;
}

/// The value is dropped.
struct Drop;

/// The value is wanted, as this class.
struct Keep<T>(std::marker::PhantomData<T>);

impl Yield for Drop {
    type Output = ();
    #[inline(always)]
    fn of<T: Class>(_: T) {}
}

impl<W: Class> Yield for Keep<W> {
    type Output = W;
    #[inline(always)]
    fn of<T: Class>(value: T) -> W {
        // Both are the class of the place; the words carry it over.
        W::from_words(value.words())
    }
}

pub(super) fn int_by_float(
    vm: &mut Vm<'_>,
    old: i64,
    right: f64,
    (op, own, single): (ArithOp, IntRepr, bool),
    node: NodeId,
) -> Result<i64, Parked> {
    let left = int_to_float(own, old);
    let left = if single { to_single(left) } else { left };
    let new = fold_float(op, left, right).unwrap_or(left);
    let new = if single { to_single(new) } else { new };
    if own.bits == 1 {
        return Ok(i64::from(new != 0.0));
    }
    let result = float_to_int(own, new);
    if result.overflows {
        vm.float_overflow(new, own, node)?;
    }
    Ok(result.value)
}

/// A function that reads a value of the class that is stored as this scalar.
pub(super) fn taker<T: Class>(scalar: Scalar) -> fn(&mut Vm<'_>, usize, NodeId) -> Result<T, Parked> {
    fn number<S: InMemory>(vm: &mut Vm<'_>, at: usize, node: NodeId) -> Result<S::Value, Parked>
    where
        S::Value: Default,
    {
        match vm.machine.memory.load_as::<S>(at) {
            Some(value) => Ok(value),
            None => vm.doubtful::<S>(at, node),
        }
    }
    fn int<T: Class, S: InMemory<Value = i64>>(vm: &mut Vm<'_>, at: usize, node: NodeId) -> Result<T, Parked> {
        let value = number::<S>(vm, at, node)?;
        Ok(T::from_value(crate::machine::Value::Int(value)).unwrap_or(T::zero()))
    }
    fn float<T: Class, S: InMemory<Value = f64>>(vm: &mut Vm<'_>, at: usize, node: NodeId) -> Result<T, Parked> {
        let value = number::<S>(vm, at, node)?;
        Ok(T::from_value(crate::machine::Value::Float(value)).unwrap_or(T::zero()))
    }
    fn pointer<T: Class>(vm: &mut Vm<'_>, at: usize, node: NodeId) -> Result<T, Parked> {
        match vm.machine.memory.load_pointer(at) {
            Some(value) => Ok(T::from_value(crate::machine::Value::Pointer(value)).unwrap_or(T::zero())),
            None => vm.unwritten(at, 8, node).map(|()| T::zero()),
        }
    }
    match scalar {
        Scalar::Int(repr) => with_int!(repr, |S| int::<T, S>),
        Scalar::Pointer => pointer::<T>,
        scalar => with_float!(scalar, |S| float::<T, S>),
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
