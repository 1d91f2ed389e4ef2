//! Initialisers (6.7.9).

use super::load::{with_float, with_int};
use super::{Compiler, Scalar, unexpected};
use crate::eval::layout::Storage;
use crate::eval::lives::Happening;
use crate::eval::place::{AnyKey, InFrame, InStatic, PlaceCode};
use crate::eval::vm::{Run, Vm};
use crate::machine::Value;
use crate::memory::StaticPlace;
use crate::sema::tree::{Expr, ExprKind, Init, InitItem, InitValue, LocalId, NodeId};
use crate::types::Type;

impl Compiler<'_> {
    /// The initialiser of a local is stored in it.
    pub(super) fn initialise_local(&mut self, local: LocalId, init: &Init, node: NodeId) -> Run<()> {
        let Some(storage) = self.storage(local) else { return super::impossible(node, "a local without storage") };
        let Some(ty) = self.local_type(local) else { return super::impossible(node, "a local without a type") };
        match (storage, init) {
            (Storage::Slot { .. } | Storage::Pointer { .. }, Init::Value(value)) => {
                let left = Expr { kind: ExprKind::Local(local), ty, id: node };
                self.assign_slot(storage, &left, value, node)
            }
            (Storage::Slot { .. } | Storage::Pointer { .. }, Init::List(items)) => match items.as_slice() {
                [InitItem { value: InitValue::Value(value), .. }] => {
                    let left = Expr { kind: ExprKind::Local(local), ty, id: node };
                    self.assign_slot(storage, &left, value, node)
                }
                _ => super::impossible(node, "a list for a scalar in a slot"),
            },
            (Storage::Memory { offset, .. }, init) => {
                let base = PlaceCode::Frame(InFrame { offset });
                let clear: Run<usize> = Box::new(move |vm| Ok(vm.at.wrapping_add(offset)));
                self.initialise(base, clear, ty, init, node)
            }
            (Storage::Variable { .. }, _) => super::impossible(node, "an initialiser of a variable array"),
        }
    }

    /// The initialiser of a static object.
    pub(super) fn initialise_static(&mut self, place: StaticPlace, ty: Type, init: &Init, node: NodeId) -> Run<()> {
        let at = place.at;
        let base = PlaceCode::Static(InStatic { at });
        self.initialise(base, Box::new(move |_| Ok(at)), ty, init, node)
    }

    fn local_type(&self, local: LocalId) -> Option<Type> {
        let body = self.body?;
        usize::try_from(local.0).ok().and_then(|i| body.locals.get(i)).map(|l| l.ty)
    }

    fn initialise(&mut self, base: PlaceCode, start: Run<usize>, ty: Type, init: &Init, node: NodeId) -> Run<()> {
        let size = self.size(ty);
        let len = usize::try_from(size).unwrap_or(0);
        match init {
            Init::Value(value) if self.is_record(ty) => {
                let key = self.record_key(value);
                let key = self.following_record(key, size, node, Happening::Copied);
                Box::new(move |vm| {
                    let from = key(vm)?;
                    let to = start(vm)?;
                    vm.copy_record(from, AnyKey::At(to), size, node)
                })
            }
            Init::Value(value) => {
                let left = Expr { kind: ExprKind::Null, ty, id: node };
                self.store(base, &left, value, node)
            }
            Init::List(items) => {
                let parts: Vec<Run<()>> = items.iter().map(|item| self.part(&base, item, node)).collect();
                Box::new(move |vm| {
                    let at = start(vm)?;
                    vm.machine.memory.fill(at, 0, len, node);
                    for part in &parts {
                        part(vm)?;
                    }
                    Ok(())
                })
            }
        }
    }

    /// One part of a braced list. Parts lie in the frame or in static storage.
    fn part(&mut self, base: &PlaceCode, item: &InitItem, node: NodeId) -> Run<()> {
        let place = match base {
            PlaceCode::Frame(place) => PlaceCode::Frame(*place),
            PlaceCode::Static(place) => PlaceCode::Static(*place),
            _ => return super::impossible(node, "an initialiser of an object elsewhere"),
        }
        .plus(item.offset);
        match &item.value {
            InitValue::String(id, count) => {
                let Some(literal) = self.program.string(*id) else {
                    return super::impossible(node, "a string literal without text");
                };
                let count = usize::try_from(*count).unwrap_or(0);
                let bytes: Vec<u8> = literal.bytes.iter().copied().take(count).collect();
                let resolve = place.resolve();
                Box::new(move |vm| {
                    let at = resolve(vm, 0, crate::memory::Access::Write)?;
                    vm.machine.memory.set_bytes(at, &bytes, node);
                    Ok(())
                })
            }
            InitValue::Value(value) if self.program.types.is_void(item.ty) => self.effect(value),
            InitValue::Value(value) => {
                if let Some((bit, width)) = item.bits {
                    let field = self.bits(bit, width, item.ty);
                    let resolve = place.resolve();
                    let value = self.int(value).boxed();
                    return Box::new(move |vm| {
                        let value = value(vm)?;
                        let at = resolve(vm, 0, crate::memory::Access::Write)?;
                        field.store(vm, at, value, node);
                        Ok(())
                    });
                }
                if self.is_record(item.ty) {
                    let key = self.record_key(value);
                    let size = self.size(item.ty);
                    let resolve = place.resolve();
                    return Box::new(move |vm| {
                        let from = key(vm)?;
                        let to = resolve(vm, 0, crate::memory::Access::Write)?;
                        vm.copy_record(from, AnyKey::At(to), size, node)
                    });
                }
                if self.scalar(item.ty).is_none() {
                    return unexpected(value, "a part that is no scalar");
                }
                let left = Expr { kind: ExprKind::Null, ty: item.ty, id: value.id };
                self.store(place, &left, value, value.id)
            }
        }
    }
}

/// Stores a value that was passed, as this scalar.
pub fn put_value(vm: &mut Vm<'_>, scalar: Scalar, at: usize, value: Value, node: NodeId) {
    let memory = &mut vm.machine.memory;
    match (scalar, value) {
        (Scalar::Int(repr), Value::Int(value)) => with_int!(repr, |S| memory.store::<S>(at, value, node)),
        (Scalar::Pointer, Value::Pointer(pointer)) => memory.store_pointer(at, pointer, node),
        (Scalar::Pointer | Scalar::Int(_), _) => {}
        (scalar, Value::Float(value)) => with_float!(scalar, |S| memory.store::<S>(at, value, node)),
        _ => {}
    }
}
