//! gcc's `__attribute__`: `packed`, `aligned` and a few more are honoured, those
//! that change what a program means are refused, all others are ignored.

use super::super::state::Sema;
use super::super::suggest::nearest;
use super::attribute_names::{KNOWN, is_known};
use crate::diagnostics::Diagnostic;
use crate::source::Span;
use crate::syntax::ast::Attribute;
use crate::types::{IntKind, Type};

/// What the attributes of a declaration say together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::sema) struct Attributes {
    pub packed: bool,
    /// `#pragma pack(n)` was in force: no member is aligned to more bytes; 0 if not.
    pub pack: u64,
    /// Bytes; 0 if not given.
    pub align: u64,
    pub noreturn: bool,
    /// `constructor`: called before main; the priority.
    pub starts: Option<u16>,
    /// `destructor`: called after main; the priority.
    pub ends: Option<u16>,
    /// `weak`: another file's definition of the function counts before this one.
    pub weak: bool,
    /// `alias("other")`: another name of something else; where that stands.
    pub alias: Option<Span>,
    /// `mode(DI)`: an integer of so many bytes; 0 if not given.
    mode: u64,
}

impl Attributes {
    /// Both together.
    pub fn and(self, other: Attributes) -> Attributes {
        Attributes {
            packed: self.packed || other.packed,
            pack: self.pack.max(other.pack),
            align: self.align.max(other.align),
            noreturn: self.noreturn || other.noreturn,
            starts: self.starts.or(other.starts),
            ends: self.ends.or(other.ends),
            weak: self.weak || other.weak,
            alias: self.alias.or(other.alias),
            mode: self.mode.max(other.mode),
        }
    }

    /// The integer type that `mode` asks for.
    pub fn apply_mode(self, sema: &mut Sema<'_>, ty: Type) -> Type {
        let signed = sema.types.is_signed(ty);
        let kind = match (self.mode, signed) {
            (1, true) => IntKind::SChar,
            (1, false) => IntKind::UChar,
            (2, true) => IntKind::Short,
            (2, false) => IntKind::UShort,
            (4, true) => IntKind::Int,
            (4, false) => IntKind::UInt,
            (8, true) => IntKind::Long,
            (8, false) => IntKind::ULong,
            _ => return ty,
        };
        sema.types.int(kind).with(ty.quals)
    }
}

/// Where no alignment is named, `aligned` asks for the largest there is.
const LARGEST_ALIGNMENT: u64 = 16;

impl Sema<'_> {
    /// What a list of attributes says.
    pub fn attributes(&mut self, list: &[Attribute]) -> Attributes {
        let mut all = Attributes::default();
        for attribute in list {
            match &*attribute.name.text {
                "packed" => all.packed = true,
                "pack 1" => all.pack = 1,
                "pack 2" => all.pack = 2,
                "pack 4" => all.pack = 4,
                "pack 8" => all.pack = 8,
                "noreturn" => all.noreturn = true,
                "constructor" => all.starts = Some(self.priority(attribute)),
                "destructor" => all.ends = Some(self.priority(attribute)),
                "aligned" => all.align = all.align.max(self.aligned(attribute)),
                "mode" => all.mode = mode(attribute),
                "vector_size" | "ext_vector_type" => {
                    self.unsupported(attribute.name.span, "the attribute for vectors");
                }
                "weak" => all.weak = true,
                "alias" => all.alias = Some(attribute.name.span),
                "weakref" | "ifunc" | "transparent_union" | "ms_struct" | "scalar_storage_order" => {
                    let name = attribute.name.text.to_string();
                    self.unsupported(attribute.name.span, format!("the attribute '{name}'"));
                }
                name if !is_known(name) => {
                    let message = format!("there is no attribute '{name}'; it is ignored");
                    let mut d = Diagnostic::warning("unknown-attribute", attribute.name.span, message);
                    if let Some(near) = nearest(name, KNOWN.iter().copied()) {
                        d.notes.push(format!("did you mean '{near}'?"));
                    }
                    self.report(d);
                }
                _ => {}
            }
        }
        all
    }

    /// The lowest is called first before main, and last after it.
    fn priority(&mut self, attribute: &Attribute) -> u16 {
        let Some(argument) = attribute.arguments.first() else { return u16::MAX };
        let Ok(value) = self.integer_constant(argument, "a priority") else { return u16::MAX };
        u16::try_from(value).unwrap_or_else(|_| {
            self.error("invalid-priority", argument.span, "a priority is a number from 0 to 65535");
            u16::MAX
        })
    }

    fn aligned(&mut self, attribute: &Attribute) -> u64 {
        let Some(argument) = attribute.arguments.first() else { return LARGEST_ALIGNMENT };
        let Ok(value) = self.integer_constant(argument, "an alignment") else { return 0 };
        match u64::try_from(value) {
            Ok(value) if value.is_power_of_two() && value <= 1 << 28 => value,
            _ => {
                self.error("invalid-alignment", argument.span, "an alignment is a power of two");
                0
            }
        }
    }
}

fn mode(attribute: &Attribute) -> u64 {
    let Some(crate::syntax::ast::ExprKind::Name(name)) = attribute.arguments.first().map(|a| &a.kind) else { return 0 };
    match name.text.trim_matches('_') {
        "QI" | "byte" => 1,
        "HI" => 2,
        "SI" => 4,
        "DI" | "word" | "pointer" => 8,
        _ => 0,
    }
}
