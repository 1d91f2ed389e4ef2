//! C's types: what they are, their sizes and alignments (LP64, System V), and
//! which are compatible.

mod layout;
mod print;
mod relations;
mod table;

pub use layout::{Incomplete, LayoutRules, MemberPath, MemberSpec, RecordLayout};
pub use table::{
    ArrayLength, EnumDef, EnumId, FloatKind, FunctionType, IntKind, Member, ParameterTypes, Quals, RecordDef, RecordId,
    Type, TypeId, TypeKind, TypeTable, VlaId,
};
