//! Places: where an lvalue is, and how an access to it is checked.
//!
//! A place is used in two moments: its key is found (its operands are
//! evaluated), and later, after the right side of an assignment, the access
//! itself is checked and turned into an index of the host vector.

use super::code::{Operand, Source};
use super::vm::{Run, Vm};
use crate::machine::Parked;
use crate::memory::{Access, Pointer};
use crate::sema::tree::NodeId;

/// Where an object lies that an lvalue names.
pub trait Place: 'static {
    /// What evaluating its operands gives.
    type Key: Copy;
    /// All its operands are at hand ([`Source::LEAF`]).
    const LEAF: bool = false;
    /// The index of the first byte, if the operands are at hand and nothing is
    /// to be told of an access of `size` bytes.
    #[inline(always)]
    fn peek(&self, _: &Vm<'_>, _: u64, _: Access) -> Option<usize> {
        None
    }
    /// As `peek` for a pointer to be stored.
    #[inline(always)]
    fn peek_for_pointer(&self, vm: &mut Vm<'_>) -> Option<usize> {
        self.peek(vm, 8, Access::Write)
    }
    /// Evaluates its operands.
    ///
    /// # Errors
    /// If the run is to end.
    fn key(&self, vm: &mut Vm<'_>) -> Result<Self::Key, Parked>;
    /// Checks an access of `size` bytes; the index of its first byte.
    ///
    /// # Errors
    /// If the run is to end.
    fn at(&self, vm: &mut Vm<'_>, key: Self::Key, size: u64, access: Access) -> Result<usize, Parked>;
    /// As `at` for a pointer to be stored.
    ///
    /// # Errors
    /// If the run is to end.
    #[inline(always)]
    fn at_for_pointer(&self, vm: &mut Vm<'_>, key: Self::Key) -> Result<usize, Parked> {
        self.at(vm, key, 8, Access::Write)
    }
}

/// In the current frame.
#[derive(Clone, Copy, Debug)]
pub struct InFrame {
    /// Bytes from the frame's lowest.
    pub offset: usize,
}

impl Place for InFrame {
    type Key = ();
    const LEAF: bool = true;
    #[inline(always)]
    fn peek(&self, vm: &Vm<'_>, _: u64, _: Access) -> Option<usize> {
        Some(vm.at.wrapping_add(self.offset))
    }
    #[inline(always)]
    fn key(&self, _: &mut Vm<'_>) -> Result<(), Parked> {
        Ok(())
    }
    #[inline(always)]
    fn at(&self, vm: &mut Vm<'_>, (): (), _: u64, _: Access) -> Result<usize, Parked> {
        Ok(vm.at.wrapping_add(self.offset))
    }
}

/// A static object.
#[derive(Clone, Copy, Debug)]
pub struct InStatic {
    /// Index of the first byte in the host vector.
    pub at: usize,
}

impl Place for InStatic {
    type Key = ();
    const LEAF: bool = true;
    #[inline(always)]
    fn peek(&self, _: &Vm<'_>, _: u64, _: Access) -> Option<usize> {
        Some(self.at)
    }
    #[inline(always)]
    fn key(&self, _: &mut Vm<'_>) -> Result<(), Parked> {
        Ok(())
    }
    #[inline(always)]
    fn at(&self, _: &mut Vm<'_>, (): (), _: u64, _: Access) -> Result<usize, Parked> {
        Ok(self.at)
    }
}

/// An element of a declared array: the index is held to its bound.
pub struct Element<B, I> {
    /// The array.
    pub array: B,
    /// The index.
    pub index: I,
    /// Number of elements.
    pub length: u64,
    /// Bytes of an element.
    pub stride: usize,
    /// Bytes from the start of the element (a member of it).
    pub offset: usize,
    /// For reports.
    pub node: NodeId,
}

impl<B: Place, I: Source<i64>> Place for Element<B, I> {
    type Key = (B::Key, i64);
    const LEAF: bool = B::LEAF && I::LEAF;
    #[inline(always)]
    fn peek(&self, vm: &Vm<'_>, size: u64, access: Access) -> Option<usize> {
        let index = self.index.peek(vm)?;
        if index.cast_unsigned() >= self.length {
            return None;
        }
        let base = self.array.peek(vm, size, access)?;
        Some(base.wrapping_add(to_usize(index).wrapping_mul(self.stride)).wrapping_add(self.offset))
    }
    #[inline(always)]
    fn key(&self, vm: &mut Vm<'_>) -> Result<Self::Key, Parked> {
        Ok((self.array.key(vm)?, self.index.get(vm)?))
    }
    #[inline(always)]
    fn at(&self, vm: &mut Vm<'_>, (array, index): Self::Key, size: u64, access: Access) -> Result<usize, Parked> {
        if index.cast_unsigned() >= self.length {
            return vm.bad_index(index, self.length, access, self.node);
        }
        let base = self.array.at(vm, array, size, access)?;
        Ok(base.wrapping_add(to_usize(index).wrapping_mul(self.stride)).wrapping_add(self.offset))
    }
}

/// Where a pointer points, and so many bytes further.
pub struct Target<P> {
    /// The pointer.
    pub pointer: P,
    /// Bytes to a member.
    pub offset: i64,
    /// For reports.
    pub node: NodeId,
}

impl<P: Source<Pointer>> Target<P> {
    #[inline(always)]
    fn aim(&self, vm: &Vm<'_>) -> Option<Pointer> {
        Some(self.pointer.peek(vm)?.offset(self.offset))
    }
}

impl<P: Source<Pointer>> Place for Target<P> {
    type Key = Pointer;
    const LEAF: bool = P::LEAF;
    #[inline(always)]
    fn peek(&self, vm: &Vm<'_>, size: u64, access: Access) -> Option<usize> {
        found(vm, self.aim(vm)?, size, access)
    }
    #[inline(always)]
    fn peek_for_pointer(&self, vm: &mut Vm<'_>) -> Option<usize> {
        let pointer = self.aim(vm)?;
        vm.machine.memory.objects.writable_for_pointer(pointer)
    }
    #[inline(always)]
    fn key(&self, vm: &mut Vm<'_>) -> Result<Pointer, Parked> {
        Ok(self.pointer.get(vm)?.offset(self.offset))
    }
    #[inline(always)]
    fn at(&self, vm: &mut Vm<'_>, pointer: Pointer, size: u64, access: Access) -> Result<usize, Parked> {
        checked(vm, pointer, size, access, self.node)
    }
    #[inline(always)]
    fn at_for_pointer(&self, vm: &mut Vm<'_>, pointer: Pointer) -> Result<usize, Parked> {
        checked_for_pointer(vm, pointer, self.node)
    }
}

/// `p[i]`, and so many bytes further.
pub struct Indexed<P, I> {
    /// The pointer.
    pub pointer: P,
    /// The index.
    pub index: I,
    /// Bytes of an element.
    pub stride: i64,
    /// Bytes from the start of the element.
    pub offset: i64,
    /// For reports.
    pub node: NodeId,
}

impl<P: Source<Pointer>, I: Source<i64>> Indexed<P, I> {
    #[inline(always)]
    fn aim(&self, vm: &Vm<'_>) -> Option<Pointer> {
        let pointer = self.pointer.peek(vm)?;
        let index = self.index.peek(vm)?;
        Some(pointer.offset(index.wrapping_mul(self.stride).wrapping_add(self.offset)))
    }
}

impl<P: Source<Pointer>, I: Source<i64>> Place for Indexed<P, I> {
    type Key = Pointer;
    const LEAF: bool = P::LEAF && I::LEAF;
    #[inline(always)]
    fn peek(&self, vm: &Vm<'_>, size: u64, access: Access) -> Option<usize> {
        found(vm, self.aim(vm)?, size, access)
    }
    #[inline(always)]
    fn peek_for_pointer(&self, vm: &mut Vm<'_>) -> Option<usize> {
        let pointer = self.aim(vm)?;
        vm.machine.memory.objects.writable_for_pointer(pointer)
    }
    #[inline(always)]
    fn key(&self, vm: &mut Vm<'_>) -> Result<Pointer, Parked> {
        let pointer = self.pointer.get(vm)?;
        let index = self.index.get(vm)?;
        Ok(pointer.offset(index.wrapping_mul(self.stride).wrapping_add(self.offset)))
    }
    #[inline(always)]
    fn at(&self, vm: &mut Vm<'_>, pointer: Pointer, size: u64, access: Access) -> Result<usize, Parked> {
        checked(vm, pointer, size, access, self.node)
    }
    #[inline(always)]
    fn at_for_pointer(&self, vm: &mut Vm<'_>, pointer: Pointer) -> Result<usize, Parked> {
        checked_for_pointer(vm, pointer, self.node)
    }
}

/// Where so many bytes at a pointer lie, if they may be accessed.
#[inline(always)]
fn found(vm: &Vm<'_>, pointer: Pointer, size: u64, access: Access) -> Option<usize> {
    let objects = &vm.machine.memory.objects;
    if access == Access::Read { objects.readable(pointer, size) } else { objects.writable(pointer, size) }
}

#[inline(always)]
fn checked(vm: &mut Vm<'_>, pointer: Pointer, size: u64, access: Access, node: NodeId) -> Result<usize, Parked> {
    match found(vm, pointer, size, access) {
        Some(at) => Ok(at),
        None => vm.bad_access(pointer, size, access, node),
    }
}

#[inline(always)]
fn checked_for_pointer(vm: &mut Vm<'_>, pointer: Pointer, node: NodeId) -> Result<usize, Parked> {
    match vm.machine.memory.objects.writable_for_pointer(pointer) {
        Some(at) => Ok(at),
        None => vm.bad_access(pointer, 8, Access::Write, node),
    }
}

/// A place whose parts are themselves closures: arrays in arrays, and whatever is rare.
pub struct AnyPlace {
    /// Evaluates the operands: the host index of a declared object, or a pointer.
    pub key: Run<AnyKey>,
    /// For reports.
    pub node: NodeId,
}

/// The key of an [`AnyPlace`].
#[derive(Clone, Copy, Debug)]
pub enum AnyKey {
    /// An index of the host vector, checked.
    At(usize),
    /// A pointer, to be checked.
    Pointer(Pointer),
    /// An element that a declared array does not have; told when it is accessed.
    Beyond {
        /// The index.
        index: i64,
        /// Number of elements.
        length: u64,
        /// For reports.
        node: NodeId,
    },
}

impl Place for AnyPlace {
    type Key = AnyKey;
    #[inline(always)]
    fn key(&self, vm: &mut Vm<'_>) -> Result<AnyKey, Parked> {
        (self.key)(vm)
    }
    #[inline(always)]
    fn at(&self, vm: &mut Vm<'_>, key: AnyKey, size: u64, access: Access) -> Result<usize, Parked> {
        match key {
            AnyKey::At(at) => Ok(at),
            AnyKey::Pointer(pointer) => checked(vm, pointer, size, access, self.node),
            AnyKey::Beyond { index, length, node } => vm.bad_index(index, length, access, node),
        }
    }
    #[inline(always)]
    fn at_for_pointer(&self, vm: &mut Vm<'_>, key: AnyKey) -> Result<usize, Parked> {
        match key {
            AnyKey::At(at) => Ok(at),
            AnyKey::Pointer(pointer) => checked_for_pointer(vm, pointer, self.node),
            AnyKey::Beyond { index, length, node } => vm.bad_index(index, length, Access::Write, node),
        }
    }
}

/// A place as data, before a closure is chosen.
pub enum PlaceCode {
    /// In the current frame.
    Frame(InFrame),
    /// A static object.
    Static(InStatic),
    /// An element of an array in the current frame.
    FrameElement(Element<InFrame, Operand<i64>>),
    /// An element of a static array.
    StaticElement(Element<InStatic, Operand<i64>>),
    /// Where a pointer points.
    Target(Target<Operand<Pointer>>),
    /// `p[i]`
    Indexed(Indexed<Operand<Pointer>, Operand<i64>>),
    /// Anything else.
    Any(AnyPlace),
}

/// Runs `$body` once for each form of a place, with `$p` a [`Place`].
macro_rules! with_place {
    ($place:expr, |$p:ident| $body:expr) => {{
        use $crate::eval::code::Operand;
        use $crate::eval::place::{Element, Indexed, PlaceCode, Target};
        match $place {
            PlaceCode::Frame($p) => $body,
            PlaceCode::Static($p) => $body,
            PlaceCode::FrameElement(Element { array, index, length, stride, offset, node }) => match index {
                Operand::Slot(index) => {
                    let $p = Element { array, index, length, stride, offset, node };
                    $body
                }
                index => {
                    let $p = Element { array, index: index.boxed(), length, stride, offset, node };
                    $body
                }
            },
            PlaceCode::StaticElement(Element { array, index, length, stride, offset, node }) => {
                match $crate::eval::fused::Near::of(index) {
                    Ok(index) => {
                        let $p = Element { array, index, length, stride, offset, node };
                        $body
                    }
                    Err(index) => {
                        let $p = Element { array, index: index.boxed(), length, stride, offset, node };
                        $body
                    }
                }
            }
            PlaceCode::Target(Target { pointer, offset, node }) => match pointer {
                Operand::Slot(pointer) => {
                    let $p = Target { pointer, offset, node };
                    $body
                }
                pointer => {
                    let $p = Target { pointer: pointer.boxed(), offset, node };
                    $body
                }
            },
            PlaceCode::Indexed(Indexed { pointer, index, stride, offset, node }) => {
                match (pointer, $crate::eval::fused::Near::of(index)) {
                    (Operand::Slot(pointer), Ok($crate::eval::fused::Near::Slot(index))) => {
                        let $p = Indexed { pointer, index, stride, offset, node };
                        $body
                    }
                    (Operand::Slot(pointer), Ok(index)) => {
                        let $p = Indexed { pointer, index, stride, offset, node };
                        $body
                    }
                    (pointer, index) => {
                        let index = match index {
                            Ok(near) => near.boxed(),
                            Err(index) => index.boxed(),
                        };
                        let $p = Indexed { pointer: pointer.boxed(), index, stride, offset, node };
                        $body
                    }
                }
            }
            PlaceCode::Any($p) => $body,
        }
    }};
}
pub(crate) use with_place;

/// A checked access as a closure, for what is rare: bit-fields, structs, initialisers.
pub type Resolve = Box<dyn Fn(&mut Vm<'_>, u64, Access) -> Result<usize, Parked>>;

impl PlaceCode {
    /// This place as a closure that evaluates and checks in one go.
    #[allow(clippy::let_unit_value, reason = "the key of a place in the frame is nothing, of others it is not")]
    pub fn resolve(self) -> Resolve {
        with_place!(self, |place| Box::new(move |vm: &mut Vm<'_>, size: u64, access: Access| {
            let key = place.key(vm)?;
            place.at(vm, key, size, access)
        }))
    }

    /// This place as a closure that only evaluates.
    pub fn any(self, node: NodeId) -> AnyPlace {
        match self {
            PlaceCode::Any(place) => place,
            PlaceCode::Target(Target { pointer, offset, node }) => {
                let pointer = pointer.boxed();
                AnyPlace { key: Box::new(move |vm| Ok(AnyKey::Pointer(pointer(vm)?.offset(offset)))), node }
            }
            PlaceCode::Indexed(place) => {
                let node = place.node;
                let place = Indexed {
                    pointer: place.pointer.boxed(),
                    index: place.index.boxed(),
                    stride: place.stride,
                    offset: place.offset,
                    node,
                };
                AnyPlace { key: Box::new(move |vm| Ok(AnyKey::Pointer(place.key(vm)?))), node }
            }
            other => {
                let resolve = other.resolve();
                AnyPlace { key: Box::new(move |vm| Ok(AnyKey::At(resolve(vm, 0, Access::Read)?))), node }
            }
        }
    }

    /// The same place under the node of the whole lvalue, for reports.
    pub fn named(self, node: NodeId) -> PlaceCode {
        match self {
            PlaceCode::Target(p) => PlaceCode::Target(Target { node, ..p }),
            PlaceCode::Any(p) => PlaceCode::Any(AnyPlace { node, ..p }),
            other => other,
        }
    }

    /// The same place, so many bytes further on (a member).
    pub fn plus(self, bytes: u64) -> PlaceCode {
        let far = usize::try_from(bytes).unwrap_or(0);
        let signed = bytes.cast_signed();
        match self {
            PlaceCode::Frame(p) => PlaceCode::Frame(InFrame { offset: p.offset.wrapping_add(far) }),
            PlaceCode::Static(p) => PlaceCode::Static(InStatic { at: p.at.wrapping_add(far) }),
            PlaceCode::FrameElement(p) => PlaceCode::FrameElement(Element { offset: p.offset.wrapping_add(far), ..p }),
            PlaceCode::StaticElement(p) => {
                PlaceCode::StaticElement(Element { offset: p.offset.wrapping_add(far), ..p })
            }
            PlaceCode::Target(p) => PlaceCode::Target(Target { offset: p.offset.wrapping_add(signed), ..p }),
            PlaceCode::Indexed(p) => PlaceCode::Indexed(Indexed { offset: p.offset.wrapping_add(signed), ..p }),
            PlaceCode::Any(AnyPlace { key, node }) => PlaceCode::Any(AnyPlace {
                key: Box::new(move |vm| {
                    Ok(match key(vm)? {
                        AnyKey::At(at) => AnyKey::At(at.wrapping_add(far)),
                        AnyKey::Pointer(pointer) => AnyKey::Pointer(pointer.offset(signed)),
                        beyond => beyond,
                    })
                }),
                node,
            }),
        }
    }
}

/// An index that was found to be within a bound.
#[inline(always)]
fn to_usize(index: i64) -> usize {
    index.cast_unsigned() as usize
}
