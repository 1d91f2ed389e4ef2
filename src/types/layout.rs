//! Sizes, alignments, and where the members of a record lie (System V, as gcc
//! lays them out on x86-64).

use super::{ArrayLength, FloatKind, Member, RecordId, Type, TypeKind, TypeTable};
use std::rc::Rc;

/// The type has no size (void, a function, an incomplete or variable type).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Incomplete;

/// The way to a member through anonymous structs and unions: indices into the
/// members of each record on the way.
pub type MemberPath = Vec<usize>;

/// A member before it has its place.
#[derive(Clone, Debug)]
pub struct MemberSpec {
    /// Its name.
    pub name: Option<Rc<str>>,
    /// Its type, complete unless it is a flexible array.
    pub ty: Type,
    /// Its width in bits, for a bit-field (at most that of its type).
    pub width: Option<u8>,
    /// `__attribute__((packed))` on the member.
    pub packed: bool,
    /// Alignment asked for, in bytes; 0 if none.
    pub align: u64,
}

/// What is said about the layout of a whole record.
#[derive(Clone, Copy, Debug, Default)]
pub struct LayoutRules {
    /// `__attribute__((packed))`
    pub packed: bool,
    /// Alignment asked for, in bytes; 0 if none.
    pub align: u64,
    /// `#pragma pack(n)`: the largest alignment of a member, in bytes.
    pub pack: Option<u64>,
}

/// A record whose members have their places.
#[derive(Clone, Debug)]
pub struct RecordLayout {
    /// The members in order; unnamed bit-fields are left out.
    pub members: Vec<Member>,
    /// Bytes, padding at the end included.
    pub size: u64,
    /// Bytes.
    pub align: u64,
}

impl TypeTable {
    /// `sizeof` in bytes (6.5.3.4).
    ///
    /// # Errors
    /// If the type is incomplete or its size is only known when the program runs.
    pub fn size(&self, ty: Type) -> Result<u64, Incomplete> {
        let mut ty = ty;
        let mut count: u64 = 1;
        // Arrays of arrays are walked in a loop: how deep they nest is the student's choice.
        while let TypeKind::Array { element, length } = self.kind(ty) {
            let ArrayLength::Known(n) = length else { return Err(Incomplete) };
            count = count.checked_mul(*n).ok_or(Incomplete)?;
            ty = *element;
        }
        self.size_of_single(ty)?.checked_mul(count).ok_or(Incomplete)
    }

    fn size_of_single(&self, ty: Type) -> Result<u64, Incomplete> {
        match self.kind(ty) {
            TypeKind::Void | TypeKind::Function(_) | TypeKind::Array { .. } => Err(Incomplete),
            TypeKind::Bool => Ok(1),
            TypeKind::Int(kind) => Ok(kind.size()),
            TypeKind::Float(FloatKind::Float) => Ok(4),
            TypeKind::Float(FloatKind::Double) => Ok(8),
            TypeKind::Float(FloatKind::LongDouble) => Ok(16),
            TypeKind::Enum(id) => {
                self.enumeration(*id).and_then(|e| e.repr).map(super::IntKind::size).ok_or(Incomplete)
            }
            TypeKind::Pointer(_) => Ok(8),
            TypeKind::Record(id) => {
                let record = self.record(*id).ok_or(Incomplete)?;
                if record.members.is_some() { Ok(record.size) } else { Err(Incomplete) }
            }
            TypeKind::VaListTag => Ok(24),
        }
    }

    /// `_Alignof` in bytes; 1 where there is none.
    pub fn align(&self, ty: Type) -> u64 {
        let mut ty = ty;
        while let TypeKind::Array { element, .. } = self.kind(ty) {
            ty = *element;
        }
        match self.kind(ty) {
            TypeKind::Record(id) => self.record(*id).map_or(1, |r| r.align),
            TypeKind::VaListTag => 8,
            _ => self.size_of_single(ty).unwrap_or(1),
        }
    }

    /// The alignment of a variable of this type: an array of 16 bytes or more
    /// lies at a multiple of 16 (System V psABI 3.1.2).
    pub fn align_of_variable(&self, ty: Type) -> u64 {
        let large = matches!(self.kind(ty), TypeKind::Array { .. }) && self.size(ty).is_ok_and(|size| size >= 16);
        self.align(ty).max(if large { 16 } else { 1 })
    }

    /// Gives the members of a struct or union their places.
    ///
    /// # Errors
    /// If the record would be larger than half the address space.
    pub fn lay_out(
        &self,
        is_union: bool,
        specs: &[MemberSpec],
        rules: LayoutRules,
    ) -> Result<RecordLayout, Incomplete> {
        let mut placer = Placer { bit: 0, end: 0, align: 1, pack: rules.pack, members: Vec::new() };
        for spec in specs {
            if is_union {
                placer.bit = 0;
            }
            let packed = rules.packed || spec.packed;
            match spec.width {
                Some(width) => placer.place_bits(self, spec, width, packed),
                None => placer.place(self, spec, packed),
            }
            .ok_or(Incomplete)?;
            placer.end = placer.end.max(placer.bit);
        }
        let align = placer.align.max(rules.align);
        let size = round_up(placer.end, 8).and_then(|bits| round_up(bits / 8, align)).ok_or(Incomplete)?;
        if size > i64::MAX.unsigned_abs() {
            return Err(Incomplete);
        }
        Ok(RecordLayout { members: placer.members, size, align })
    }

    /// The way to the member of this name, through anonymous members (6.7.2.1p13).
    pub fn find_member(&self, record: RecordId, name: &str) -> Option<MemberPath> {
        let members = self.record(record)?.members.as_ref()?;
        for (index, member) in members.iter().enumerate() {
            match (&member.name, self.kind(member.ty)) {
                (Some(n), _) if &**n == name => return Some(vec![index]),
                (None, TypeKind::Record(inner)) => {
                    // A record cannot contain itself and the parser caps nesting, so this ends.
                    if let Some(mut path) = self.find_member(*inner, name) {
                        path.insert(0, index);
                        return Some(path);
                    }
                }
                _ => {}
            }
        }
        None
    }
}

fn round_up(value: u64, to: u64) -> Option<u64> {
    value.checked_next_multiple_of(to.max(1))
}

/// Where the next member goes. Positions are in bits from the record's start.
struct Placer {
    bit: u64,
    end: u64,
    align: u64,
    pack: Option<u64>,
    members: Vec<Member>,
}

impl Placer {
    /// An alignment under `#pragma pack`, which lowers what attributes ask for too.
    fn capped(&self, align: u64) -> u64 {
        self.pack.map_or(align, |most| align.min(most))
    }

    fn place(&mut self, types: &TypeTable, spec: &MemberSpec, packed: bool) -> Option<()> {
        let natural = if packed { 1 } else { types.align(spec.ty) };
        let align = self.capped(natural.max(spec.align));
        // A flexible array member has no size of its own.
        let size = types.size(spec.ty).unwrap_or(0);
        let start = round_up(self.bit, align.checked_mul(8)?)?;
        self.align = self.align.max(align);
        self.members.push(Member { name: spec.name.clone(), ty: spec.ty, offset: start / 8, align, bits: None });
        self.bit = start.checked_add(size.checked_mul(8)?)?;
        Some(())
    }

    fn place_bits(&mut self, types: &TypeTable, spec: &MemberSpec, width: u8, packed: bool) -> Option<()> {
        let unit = types.size(spec.ty).ok()?.checked_mul(8)?.max(8);
        let width_bits = u64::from(width);
        if spec.align > 0 {
            self.bit = round_up(self.bit, self.capped(spec.align).checked_mul(8)?)?;
        }
        if width == 0 {
            self.bit = round_up(self.bit, unit)?;
            return Some(());
        }
        let last = self.bit.checked_add(width_bits)?.checked_sub(1)?;
        // Under `#pragma pack` bit-fields straddle units as in a packed record.
        if !packed && self.pack.is_none() && self.bit / unit != last / unit {
            self.bit = round_up(self.bit, unit)?;
        }
        // An unnamed bit-field does not raise the record's alignment.
        if spec.name.is_some() {
            let natural = if packed { 1 } else { types.align(spec.ty) };
            self.align = self.align.max(self.capped(natural.max(spec.align)));
            // Packed bit-fields may straddle two units: then they count from their first byte.
            let crosses = self.bit / unit != self.bit.checked_add(width_bits)?.checked_sub(1)? / unit;
            let start = if crosses { self.bit / 8 * 8 } else { self.bit / unit * unit };
            let first = u8::try_from(self.bit.checked_sub(start)?).ok()?;
            self.members.push(Member {
                name: spec.name.clone(),
                ty: spec.ty,
                offset: start / 8,
                align: 1,
                bits: Some((first, width)),
            });
        }
        self.bit = self.bit.checked_add(width_bits)?;
        Some(())
    }
}
