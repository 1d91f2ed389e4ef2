//! Places as data, and the closures chosen for their forms.

use super::{AnyKey, AnyPlace, Element, InFrame, InStatic, Indexed, Place, Target};
use crate::eval::code::Operand;
use crate::eval::vm::Vm;
use crate::machine::Parked;
use crate::memory::{Access, Pointer};
use crate::sema::tree::NodeId;

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
