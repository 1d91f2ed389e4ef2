//! Updates of any place by any change: a closure for the old value, one for the
//! change, one for the store.

use super::assign::{AnyKeyAt, putter};
use super::change::{Change, ChangeKind, in_environment, int_by_float};
use super::load::{with_float, with_int};
use super::{Class, Compiler, Scalar, unexpected};
use crate::arith::{fold_float, to_single};
use crate::eval::code::{Slot, Source};
use crate::eval::layout::Storage;
use crate::eval::place::AnyPlace;
use crate::eval::vm::{Run, Vm};
use crate::machine::Parked;
use crate::memory::{Pointer, Scalar as InMemory};
use crate::sema::tree::{Expr, ExprKind, NodeId};

impl Compiler<'_> {
    /// Any place, any change: by closures for the old value and the store.
    pub(super) fn update_any<R: Yield>(&mut self, place: &Expr, change: Change, node: NodeId) -> Run<R::Output> {
        let post = change.post;
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
            ChangeKind::IntByFloat { right, how } => self.pair_by::<i64, f64, R>(
                place,
                post,
                node,
                move |vm, old, right| int_by_float(vm, old, right, how, node),
                right,
            ),
            ChangeKind::Watched { right, how } => self.pair_by::<f64, f64, R>(
                place,
                post,
                node,
                move |vm, old, right| Ok(in_environment(vm, old, right, how)),
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
pub(super) trait Yield: 'static {
    type Output: 'static;
    fn of<T: Class>(value: T) -> Self::Output;
}

/// The value is dropped.
pub(super) struct Drop;

/// The value is wanted, as this class.
pub(super) struct Keep<T>(std::marker::PhantomData<T>);

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
