//! The table of types. Equal types have equal ids, so comparing is cheap;
//! records and enums are known by the place that declared them.

use std::collections::HashMap;
use std::rc::Rc;

/// A type's number in the table, without qualifiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TypeId(pub u32);

/// The number of a struct or union.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RecordId(pub u32);

/// The number of an enum.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EnumId(pub u32);

/// The number of a variable array length: within its function, the hidden
/// local that holds the number of elements.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct VlaId(pub u32);

/// Qualifiers (6.7.3) of the type itself. An array's are its element's.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub struct Quals {
    pub is_const: bool,
    pub is_volatile: bool,
    pub is_restrict: bool,
    pub is_atomic: bool,
}

impl Quals {
    /// Unqualified.
    pub const NONE: Quals = Quals { is_const: false, is_volatile: false, is_restrict: false, is_atomic: false };

    /// Both together.
    pub fn union(self, other: Quals) -> Quals {
        Quals {
            is_const: self.is_const || other.is_const,
            is_volatile: self.is_volatile || other.is_volatile,
            is_restrict: self.is_restrict || other.is_restrict,
            is_atomic: self.is_atomic || other.is_atomic,
        }
    }

    /// Does this have every qualifier of the other (ignoring `_Atomic`)?
    pub fn includes(self, other: Quals) -> bool {
        (self.is_const || !other.is_const)
            && (self.is_volatile || !other.is_volatile)
            && (self.is_restrict || !other.is_restrict)
    }
}

/// A type with its own qualifiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Type {
    /// The unqualified type.
    pub id: TypeId,
    /// Its qualifiers.
    pub quals: Quals,
}

impl Type {
    /// Without qualifiers.
    pub fn unqualified(self) -> Type {
        Type { id: self.id, quals: Quals::NONE }
    }

    /// With more qualifiers.
    pub fn with(self, quals: Quals) -> Type {
        Type { id: self.id, quals: self.quals.union(quals) }
    }
}

/// The integer types that are not enums or `_Bool` (6.2.5).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum IntKind {
    /// Plain char, signed.
    Char,
    SChar,
    UChar,
    Short,
    UShort,
    Int,
    UInt,
    Long,
    ULong,
    LongLong,
    ULongLong,
}

impl IntKind {
    /// Bytes.
    pub fn size(self) -> u64 {
        match self {
            IntKind::Char | IntKind::SChar | IntKind::UChar => 1,
            IntKind::Short | IntKind::UShort => 2,
            IntKind::Int | IntKind::UInt => 4,
            IntKind::Long | IntKind::ULong | IntKind::LongLong | IntKind::ULongLong => 8,
        }
    }

    /// Can it be negative?
    pub fn is_signed(self) -> bool {
        matches!(
            self,
            IntKind::Char | IntKind::SChar | IntKind::Short | IntKind::Int | IntKind::Long | IntKind::LongLong
        )
    }

    /// One of the three character types?
    pub fn is_char(self) -> bool {
        matches!(self, IntKind::Char | IntKind::SChar | IntKind::UChar)
    }
}

/// The real floating types.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum FloatKind {
    Float,
    Double,
    /// Size and alignment 16, computed as double.
    LongDouble,
}

/// What a type is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum TypeKind {
    Void,
    Bool,
    Int(IntKind),
    Float(FloatKind),
    /// Represented as int or unsigned int ([`EnumDef::repr`]).
    Enum(EnumId),
    Pointer(Type),
    Array {
        element: Type,
        length: ArrayLength,
    },
    Function(Rc<FunctionType>),
    Record(RecordId),
    /// `__builtin_va_list`'s element: the 24-byte record of the System V ABI
    /// (`va_list` is an array of one of it).
    VaListTag,
}

/// How many elements an array has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ArrayLength {
    /// A constant.
    Known(u64),
    /// Not said yet (`[]`), or a flexible array member.
    Unknown,
    /// Found when the declaration is reached.
    Variable(VlaId),
}

/// A function's type.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct FunctionType {
    /// What it returns.
    pub result: Type,
    /// What it takes.
    pub parameters: ParameterTypes,
}

/// The parameters of a function type. Arrays and functions are adjusted to pointers.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum ParameterTypes {
    /// `()`: nothing is said; arguments undergo the default promotions.
    Unspecified,
    /// A prototype.
    Prototype {
        /// Types in order, unqualified.
        types: Vec<Type>,
        /// Ends in `...`.
        variadic: bool,
    },
}

/// A struct or union.
#[derive(Clone, Debug)]
pub struct RecordDef {
    /// Its tag.
    pub tag: Option<Rc<str>>,
    /// A union.
    pub is_union: bool,
    /// Its members with their places; `None` while it is incomplete.
    pub members: Option<Vec<Member>>,
    /// Bytes, with padding at the end.
    pub size: u64,
    /// Bytes.
    pub align: u64,
    /// Ends in an array of unknown length.
    pub has_flexible_member: bool,
    /// For a record without a tag: the first typedef name given to it.
    pub typedef_name: Option<Rc<str>>,
}

/// A member of a struct or union.
#[derive(Clone, Debug)]
pub struct Member {
    /// Its name; none for an anonymous struct or union, or an unnamed bit-field.
    pub name: Option<Rc<str>>,
    /// Its type.
    pub ty: Type,
    /// Bytes from the start of the record. For a bit-field, of the storage unit
    /// of its declared type that holds it.
    pub offset: u64,
    /// The alignment of its place, in bytes.
    pub align: u64,
    /// For a bit-field: first bit within the unit at `offset`, and width in bits.
    /// In a packed record it may reach up to seven bits past the unit, and the unit
    /// past the record's end: only the bytes that hold its bits belong to it.
    pub bits: Option<(u8, u8)>,
}

/// An enum.
#[derive(Clone, Debug)]
pub struct EnumDef {
    /// Its tag.
    pub tag: Option<Rc<str>>,
    /// Its constants.
    pub constants: Vec<(Rc<str>, i64)>,
    /// The integer type that represents it (gcc: unsigned int unless one is negative); `None` while incomplete.
    pub repr: Option<IntKind>,
    /// For an enum without a tag: the first typedef name given to it.
    pub typedef_name: Option<Rc<str>>,
}

/// All types of a session.
#[derive(Clone, Debug)]
pub struct TypeTable {
    kinds: Vec<TypeKind>,
    ids: HashMap<TypeKind, TypeId>,
    records: Vec<RecordDef>,
    enums: Vec<EnumDef>,
}

impl Default for TypeTable {
    fn default() -> TypeTable {
        TypeTable::new()
    }
}

impl TypeTable {
    /// A table with no derived types yet.
    pub fn new() -> TypeTable {
        TypeTable { kinds: Vec::new(), ids: HashMap::new(), records: Vec::new(), enums: Vec::new() }
    }

    /// The (unqualified) type that is this.
    pub fn intern(&mut self, kind: TypeKind) -> Type {
        let next = TypeId(u32::try_from(self.kinds.len()).unwrap_or(u32::MAX));
        let id = *self.ids.entry(kind.clone()).or_insert(next);
        if id == next {
            self.kinds.push(kind);
        }
        Type { id, quals: Quals::NONE }
    }

    /// What a type is.
    pub fn kind(&self, ty: Type) -> &TypeKind {
        usize::try_from(ty.id.0).ok().and_then(|i| self.kinds.get(i)).unwrap_or(&TypeKind::Void)
    }

    /// An integer type.
    pub fn int(&mut self, kind: IntKind) -> Type {
        self.intern(TypeKind::Int(kind))
    }

    /// Pointer to `target`.
    pub fn pointer(&mut self, target: Type) -> Type {
        self.intern(TypeKind::Pointer(target))
    }

    /// Array of `length` times `element`.
    pub fn array(&mut self, element: Type, length: ArrayLength) -> Type {
        self.intern(TypeKind::Array { element, length })
    }

    /// Adds a struct or union that is still incomplete.
    pub fn add_record(&mut self, tag: Option<Rc<str>>, is_union: bool) -> RecordId {
        let id = RecordId(u32::try_from(self.records.len()).unwrap_or(u32::MAX));
        self.records.push(RecordDef {
            tag,
            is_union,
            members: None,
            size: 0,
            align: 1,
            has_flexible_member: false,
            typedef_name: None,
        });
        id
    }

    /// A struct or union.
    pub fn record(&self, id: RecordId) -> Option<&RecordDef> {
        self.records.get(usize::try_from(id.0).ok()?)
    }

    /// All unions.
    pub fn unions(&self) -> impl Iterator<Item = Type> + '_ {
        let record = |id: RecordId| self.record(id).is_some_and(|r| r.is_union);
        let kinds = self.kinds.iter().enumerate();
        kinds.filter_map(move |(i, kind)| match kind {
            TypeKind::Record(id) if record(*id) => {
                Some(Type { id: TypeId(u32::try_from(i).ok()?), quals: Quals::NONE })
            }
            _ => None,
        })
    }

    /// A struct or union, to complete it.
    pub fn record_mut(&mut self, id: RecordId) -> Option<&mut RecordDef> {
        self.records.get_mut(usize::try_from(id.0).ok()?)
    }

    /// Adds an enum that is still incomplete.
    pub fn add_enum(&mut self, tag: Option<Rc<str>>) -> EnumId {
        let id = EnumId(u32::try_from(self.enums.len()).unwrap_or(u32::MAX));
        self.enums.push(EnumDef { tag, constants: Vec::new(), repr: None, typedef_name: None });
        id
    }

    /// An enum.
    pub fn enumeration(&self, id: EnumId) -> Option<&EnumDef> {
        self.enums.get(usize::try_from(id.0).ok()?)
    }

    /// An enum, to complete it.
    pub fn enumeration_mut(&mut self, id: EnumId) -> Option<&mut EnumDef> {
        self.enums.get_mut(usize::try_from(id.0).ok()?)
    }
}
