//! Bit-fields (6.7.2.1), laid out as gcc does.

use super::{Compiler, unexpected};
use crate::eval::code::Operand;
use crate::eval::place::Resolve;
use crate::eval::vm::{Run, Vm};
use crate::machine::Parked;
use crate::memory::Access;
use crate::sema::tree::{Expr, ExprKind, NodeId};

/// Where a bit-field lies.
#[derive(Clone, Copy, Debug)]
pub struct BitField {
    /// Bytes from its unit to the first byte it touches.
    first: usize,
    /// Bytes it touches.
    bytes: usize,
    /// Bits below it in the first byte.
    shift: u32,
    /// Its width.
    width: u32,
    /// Its type has negative values.
    signed: bool,
}

impl BitField {
    /// The first bit of its unit that it has, and how many it has.
    pub(super) fn extent(self) -> (u64, u64) {
        let first = u64::try_from(self.first).unwrap_or(0).wrapping_mul(8).wrapping_add(u64::from(self.shift));
        (first, u64::from(self.width))
    }

    /// The value of these bits of its declared type.
    fn extend(self, bits: u64) -> i64 {
        let unused = 64u32.saturating_sub(self.width);
        let high = bits.checked_shl(unused).unwrap_or(0);
        if self.signed { high.cast_signed().wrapping_shr(unused) } else { high.wrapping_shr(unused).cast_signed() }
    }

    /// The mask of its width.
    fn mask(self) -> u128 {
        1u128.checked_shl(self.width).map_or(u128::MAX, |m| m.wrapping_sub(1))
    }

    pub(super) fn load(self, vm: &mut Vm<'_>, at: usize, node: NodeId) -> Result<i64, Parked> {
        let at = at.wrapping_add(self.first);
        if vm.machine.memory.written(at, self.bytes).is_some() {
            vm.unwritten(at, self.bytes, node)?;
            return Ok(0);
        }
        let raw = self.raw(vm, at);
        Ok(self.extend(u64::try_from((raw >> self.shift) & self.mask()).unwrap_or(0)))
    }

    /// Stores and tells the value it then has.
    pub(super) fn store(self, vm: &mut Vm<'_>, at: usize, value: i64, node: NodeId) -> i64 {
        let at = at.wrapping_add(self.first);
        let mask = self.mask() << self.shift;
        let bits = u128::from(value.cast_unsigned()) & self.mask();
        let raw = (self.raw(vm, at) & !mask) | (bits << self.shift);
        let bytes = raw.to_le_bytes();
        vm.machine.memory.set_bytes(at, bytes.get(..self.bytes).unwrap_or(&[]), node);
        self.extend(u64::try_from(bits).unwrap_or(0))
    }

    fn raw(self, vm: &Vm<'_>, at: usize) -> u128 {
        let mut bytes = [0u8; 16];
        for (to, from) in bytes.iter_mut().zip(vm.machine.memory.raw(at, self.bytes)) {
            *to = *from;
        }
        u128::from_le_bytes(bytes)
    }
}

/// Makes the new value of a bit-field from the old one.
pub(super) type Change = Box<dyn Fn(&mut Vm<'_>, i64) -> Result<i64, Parked>>;

impl Compiler<'_> {
    /// The bit-field that an lvalue is, if it is one.
    pub(super) fn bit_field(&self, place: &Expr) -> Option<BitField> {
        let ExprKind::Member { record, index, .. } = &place.kind else { return None };
        let members = self.program.types.record(*record)?.members.as_ref()?;
        let member = members.get(usize::try_from(*index).ok()?)?;
        let (bit, width) = member.bits?;
        Some(self.bits(bit, width, member.ty))
    }

    /// The bit-field of these bits in a unit.
    pub(super) fn bits(&self, bit: u8, width: u8, ty: crate::types::Type) -> BitField {
        let (bit, width) = (u32::from(bit), u32::from(width));
        let shift = bit % 8;
        let bytes = shift.saturating_add(width).div_ceil(8);
        BitField {
            first: usize::try_from(bit / 8).unwrap_or(0),
            bytes: usize::try_from(bytes).unwrap_or(0),
            shift,
            width,
            signed: self.repr(ty).signed,
        }
    }

    fn field_place(&mut self, place: &Expr) -> Option<(BitField, Resolve)> {
        let field = self.bit_field(place)?;
        Some((field, self.place(place).resolve()))
    }

    pub(super) fn load_bit_field(&mut self, place: &Expr, node: NodeId) -> Operand<i64> {
        let Some((field, resolve)) = self.field_place(place) else {
            return Operand::Run(unexpected(place, "no bit-field"));
        };
        let size = u64::try_from(field.first.saturating_add(field.bytes)).unwrap_or(0);
        Operand::Run(Box::new(move |vm| {
            let at = resolve(vm, size, Access::Read)?;
            field.load(vm, at, node)
        }))
    }

    pub(super) fn assign_bit_field(&mut self, left: &Expr, right: &Expr, e: &Expr) -> Run<i64> {
        let node = e.id;
        let Some((field, resolve)) = self.field_place(left) else { return unexpected(left, "no bit-field") };
        let value = self.int(right).boxed();
        let size = u64::try_from(field.first.saturating_add(field.bytes)).unwrap_or(0);
        Box::new(move |vm| {
            let value = value(vm)?;
            let at = resolve(vm, size, Access::Write)?;
            Ok(field.store(vm, at, value, node))
        })
    }

    /// `field op= value`: `combine` makes the new value of the old one; the result is old and new.
    pub(super) fn update_bit_field(&mut self, place: &Expr, node: NodeId, combine: Change) -> Run<(i64, i64)> {
        let Some((field, resolve)) = self.field_place(place) else { return unexpected(place, "no bit-field") };
        let size = u64::try_from(field.first.saturating_add(field.bytes)).unwrap_or(0);
        Box::new(move |vm| {
            let at = resolve(vm, size, Access::Write)?;
            let old = field.load(vm, at, node)?;
            let new = combine(vm, old)?;
            Ok((old, field.store(vm, at, new, node)))
        })
    }
}
