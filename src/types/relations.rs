//! Questions about types.

use super::{
    ArrayLength, FloatKind, FunctionType, IntKind, Member, ParameterTypes, RecordId, Type, TypeKind, TypeTable,
};
use std::rc::Rc;

/// Function types inside function types deeper than this are not told apart.
const MAX_DEPTH: u32 = 64;

impl TypeTable {
    /// Integer, enum or `_Bool` (6.2.5 p17).
    pub fn is_integer(&self, ty: Type) -> bool {
        matches!(self.kind(ty), TypeKind::Bool | TypeKind::Int(_) | TypeKind::Enum(_))
    }

    /// A real floating type.
    pub fn is_floating(&self, ty: Type) -> bool {
        matches!(self.kind(ty), TypeKind::Float(_))
    }

    /// Integer or floating (6.2.5 p18).
    pub fn is_arithmetic(&self, ty: Type) -> bool {
        self.is_integer(ty) || self.is_floating(ty)
    }

    /// Arithmetic or pointer (6.2.5 p21).
    pub fn is_scalar(&self, ty: Type) -> bool {
        self.is_arithmetic(ty) || self.is_pointer(ty)
    }

    /// A pointer.
    pub fn is_pointer(&self, ty: Type) -> bool {
        matches!(self.kind(ty), TypeKind::Pointer(_))
    }

    /// void, with or without qualifiers.
    pub fn is_void(&self, ty: Type) -> bool {
        matches!(self.kind(ty), TypeKind::Void)
    }

    /// One of the three character types.
    pub fn is_character(&self, ty: Type) -> bool {
        matches!(self.kind(ty), TypeKind::Int(kind) if kind.is_char())
    }

    /// A function type.
    pub fn is_function(&self, ty: Type) -> bool {
        matches!(self.kind(ty), TypeKind::Function(_))
    }

    /// An array.
    pub fn is_array(&self, ty: Type) -> bool {
        matches!(self.kind(ty), TypeKind::Array { .. })
    }

    /// Is its size found when the program runs (an array of variable length, at any dimension)?
    pub fn is_variable_array(&self, ty: Type) -> bool {
        let mut ty = ty;
        while let TypeKind::Array { element, length } = self.kind(ty) {
            if matches!(length, ArrayLength::Variable(_)) {
                return true;
            }
            ty = *element;
        }
        false
    }

    /// Does a variable length occur in it anywhere (6.7.6p3)?
    pub fn is_variably_modified(&self, ty: Type) -> bool {
        let mut ty = ty;
        loop {
            match self.kind(ty) {
                TypeKind::Array { length: ArrayLength::Variable(_), .. } => return true,
                TypeKind::Array { element, .. } => ty = *element,
                TypeKind::Pointer(target) => ty = *target,
                TypeKind::Function(function) => ty = function.result,
                _ => return false,
            }
        }
    }

    /// A struct or union.
    pub fn record_of(&self, ty: Type) -> Option<RecordId> {
        match self.kind(ty) {
            TypeKind::Record(id) => Some(*id),
            _ => None,
        }
    }

    /// A function's type.
    pub fn function_of(&self, ty: Type) -> Option<Rc<FunctionType>> {
        match self.kind(ty) {
            TypeKind::Function(function) => Some(Rc::clone(function)),
            _ => None,
        }
    }

    /// Is an object of this type const: it, or the elements of the array it is?
    pub fn is_const_object(&self, ty: Type) -> bool {
        ty.quals.is_const || self.element(ty).is_some_and(|element| self.is_const_object(element))
    }

    /// What a pointer points to.
    pub fn pointee(&self, ty: Type) -> Option<Type> {
        match self.kind(ty) {
            TypeKind::Pointer(target) => Some(*target),
            _ => None,
        }
    }

    /// An array's element.
    pub fn element(&self, ty: Type) -> Option<Type> {
        match self.kind(ty) {
            TypeKind::Array { element, .. } => Some(*element),
            _ => None,
        }
    }

    /// The integer type that represents an integer type; `_Bool` as unsigned char.
    pub fn int_kind(&self, ty: Type) -> Option<IntKind> {
        match self.kind(ty) {
            TypeKind::Bool => Some(IntKind::UChar),
            TypeKind::Int(kind) => Some(*kind),
            TypeKind::Enum(id) => Some(self.enumeration(*id)?.repr.unwrap_or(IntKind::UInt)),
            _ => None,
        }
    }

    /// Can an integer type hold negative values?
    pub fn is_signed(&self, ty: Type) -> bool {
        self.int_kind(ty).is_some_and(IntKind::is_signed)
    }

    /// The type after the integer promotions (6.3.1.1p2).
    pub fn promoted(&mut self, ty: Type) -> Type {
        match self.int_kind(ty) {
            Some(kind) if kind.size() < 4 => self.int(IntKind::Int),
            Some(kind) => self.int(kind),
            None => ty.unqualified(),
        }
    }

    /// The type of an argument that no prototype describes (6.5.2.2p6).
    pub fn default_promoted(&mut self, ty: Type) -> Type {
        match self.kind(ty) {
            TypeKind::Float(FloatKind::Float) => self.intern(TypeKind::Float(FloatKind::Double)),
            _ => self.promoted(ty),
        }
    }

    /// The common type of two arithmetic operands (6.3.1.8).
    pub fn usual_arithmetic(&mut self, a: Type, b: Type) -> Type {
        let float = |t: &TypeTable, ty: Type| match t.kind(ty) {
            TypeKind::Float(kind) => Some(*kind),
            _ => None,
        };
        if let Some(kind) = float(self, a).max(float(self, b)) {
            return self.intern(TypeKind::Float(kind));
        }
        let (a, b) = (self.promoted(a), self.promoted(b));
        let (Some(x), Some(y)) = (self.int_kind(a), self.int_kind(b)) else { return a };
        self.int(common_int(x, y))
    }

    /// Are two types compatible (6.2.7), qualifiers included? Records and enums
    /// of one translation unit: only the same one is.
    pub fn compatible(&self, a: Type, b: Type) -> bool {
        Comparison { types: self, across_units: false, assumed: Vec::new() }.types(a, b, 0)
    }

    /// Are the types two translation units give one name compatible (6.2.7p1)?
    /// Records are compared by their members.
    pub fn compatible_across_units(&self, a: Type, b: Type) -> bool {
        Comparison { types: self, across_units: true, assumed: Vec::new() }.types(a, b, 0)
    }

    /// The composite of two compatible types (6.2.7p3).
    pub fn composite(&mut self, a: Type, b: Type) -> Type {
        self.composite_at(a, b, 0)
    }

    fn composite_at(&mut self, a: Type, b: Type, depth: u32) -> Type {
        if a.id == b.id || depth > MAX_DEPTH {
            return a;
        }
        match (self.kind(a).clone(), self.kind(b).clone()) {
            (TypeKind::Pointer(x), TypeKind::Pointer(y)) => {
                let target = self.composite_at(x, y, depth + 1);
                self.pointer(target).with(a.quals)
            }
            (TypeKind::Array { element: x, length: m }, TypeKind::Array { element: y, length: n }) => {
                let element = self.composite_at(x, y, depth + 1);
                let length = match (m, n) {
                    (ArrayLength::Known(_), _) => m,
                    (_, ArrayLength::Known(_)) => n,
                    (ArrayLength::Variable(_), _) => m,
                    _ => n,
                };
                self.array(element, length).with(a.quals)
            }
            (TypeKind::Function(f), TypeKind::Function(g)) => {
                let result = self.composite_at(f.result, g.result, depth + 1);
                let parameters = match (&f.parameters, &g.parameters) {
                    (ParameterTypes::Unspecified, other) | (other, ParameterTypes::Unspecified) => other.clone(),
                    (ParameterTypes::Prototype { types: x, variadic }, ParameterTypes::Prototype { types: y, .. }) => {
                        ParameterTypes::Prototype {
                            types: x.iter().zip(y).map(|(p, q)| self.composite_at(*p, *q, depth + 1)).collect(),
                            variadic: *variadic,
                        }
                    }
                };
                self.intern(TypeKind::Function(Rc::new(FunctionType { result, parameters })))
            }
            _ => a,
        }
    }
}

/// The common type of two promoted integer types: by rank; at equal rank the unsigned one.
fn common_int(a: IntKind, b: IntKind) -> IntKind {
    let rank = |kind: IntKind| match kind {
        IntKind::LongLong | IntKind::ULongLong => 3,
        IntKind::Long | IntKind::ULong => 2,
        _ => 1,
    };
    let unsigned = |kind: IntKind| match kind {
        IntKind::Int => IntKind::UInt,
        IntKind::Long => IntKind::ULong,
        IntKind::LongLong => IntKind::ULongLong,
        other => other,
    };
    if a.is_signed() == b.is_signed() {
        return if rank(a) >= rank(b) { a } else { b };
    }
    let (signed, other) = if a.is_signed() { (a, b) } else { (b, a) };
    if rank(other) >= rank(signed) {
        other
    } else if signed.size() > other.size() {
        signed
    } else {
        unsigned(signed)
    }
}

/// A comparison that is under way; pairs of records met again count as equal.
struct Comparison<'a> {
    types: &'a TypeTable,
    across_units: bool,
    assumed: Vec<(RecordId, RecordId)>,
}

impl Comparison<'_> {
    fn types(&mut self, a: Type, b: Type, depth: u32) -> bool {
        let (mut a, mut b) = (a, b);
        loop {
            // An atomic type is no qualified one, but a type of its own (6.2.5p27).
            if !(a.quals.includes(b.quals) && b.quals.includes(a.quals)) || a.quals.is_atomic != b.quals.is_atomic {
                return false;
            }
            if a.id == b.id || depth > MAX_DEPTH {
                return true;
            }
            match (self.types.kind(a), self.types.kind(b)) {
                (TypeKind::Pointer(x), TypeKind::Pointer(y)) => (a, b) = (*x, *y),
                (TypeKind::Array { element: x, length: m }, TypeKind::Array { element: y, length: n }) => {
                    if matches!((m, n), (ArrayLength::Known(m), ArrayLength::Known(n)) if m != n) {
                        return false;
                    }
                    (a, b) = (*x, *y);
                }
                (TypeKind::Function(f), TypeKind::Function(g)) => return self.functions(f, g, depth + 1),
                (TypeKind::Record(x), TypeKind::Record(y)) => {
                    return self.across_units && self.records(*x, *y, depth + 1);
                }
                (TypeKind::Enum(x), TypeKind::Enum(y)) => return self.across_units && self.enums(*x, *y),
                // An enum is compatible with the integer type that represents it.
                (TypeKind::Enum(e), TypeKind::Int(kind)) | (TypeKind::Int(kind), TypeKind::Enum(e)) => {
                    return self.types.enumeration(*e).and_then(|e| e.repr) == Some(*kind);
                }
                _ => return false,
            }
        }
    }

    fn functions(&mut self, f: &FunctionType, g: &FunctionType, depth: u32) -> bool {
        if !self.types(f.result.unqualified(), g.result.unqualified(), depth) {
            return false;
        }
        match (&f.parameters, &g.parameters) {
            (ParameterTypes::Unspecified, ParameterTypes::Unspecified) => true,
            // Without a prototype the arguments come promoted (6.7.6.3p15).
            (ParameterTypes::Unspecified, ParameterTypes::Prototype { types, variadic })
            | (ParameterTypes::Prototype { types, variadic }, ParameterTypes::Unspecified) => {
                !variadic
                    && types.iter().all(|ty| match self.types.kind(*ty) {
                        TypeKind::Bool | TypeKind::Float(FloatKind::Float) => false,
                        TypeKind::Int(kind) => kind.size() >= 4,
                        _ => true,
                    })
            }
            (
                ParameterTypes::Prototype { types: x, variadic: v },
                ParameterTypes::Prototype { types: y, variadic: w },
            ) => {
                v == w
                    && x.len() == y.len()
                    && x.iter().zip(y).all(|(p, q)| self.types(p.unqualified(), q.unqualified(), depth))
            }
        }
    }

    fn records(&mut self, x: RecordId, y: RecordId, depth: u32) -> bool {
        if x == y || self.assumed.contains(&(x, y)) {
            return true;
        }
        let (Some(p), Some(q)) = (self.types.record(x), self.types.record(y)) else { return false };
        if p.tag != q.tag || p.is_union != q.is_union {
            return false;
        }
        let (Some(m), Some(n)) = (&p.members, &q.members) else { return true };
        if m.len() != n.len() || p.size != q.size {
            return false;
        }
        self.assumed.push((x, y));
        // The members of a union may come in another order (6.2.7p1).
        let partner = |a: &Member, b| if p.is_union { n.iter().find(|b: &&Member| b.name == a.name) } else { Some(b) };
        m.iter().zip(n).all(|(a, b)| {
            partner(a, b).is_some_and(|b| {
                a.name == b.name && a.offset == b.offset && a.bits == b.bits && self.types(a.ty, b.ty, depth)
            })
        })
    }

    fn enums(&self, x: super::EnumId, y: super::EnumId) -> bool {
        let (Some(p), Some(q)) = (self.types.enumeration(x), self.types.enumeration(y)) else { return false };
        p.tag == q.tag && (p.repr.is_none() || q.repr.is_none() || p.constants == q.constants)
    }
}
