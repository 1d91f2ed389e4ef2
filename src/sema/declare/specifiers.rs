//! Declaration specifiers (6.7.1 to 6.7.5).

use super::super::scope::SymbolKind;
use super::super::state::{Checked, Reported, Sema};
use super::attributes::Attributes;
use crate::diagnostics::Diagnostic;
use crate::source::Span;
use crate::syntax::ast::{
    AlignmentOperand, Attribute, FunctionSpecifier, Name, Qualifier, Specifiers, Storage, TypeName, TypeSpecifier,
    TypeSpecifierKind,
};
use crate::types::{ArrayLength, FloatKind, IntKind, Quals, Type, TypeKind};

/// What specifiers say together.
#[derive(Clone, Debug)]
pub(in crate::sema) struct Spec {
    /// The type, qualified.
    pub ty: Type,
    /// The storage class.
    pub storage: Option<(Storage, Span)>,
    /// Where `_Thread_local` stands, which is for objects only (6.7.1p4).
    pub thread_local: Option<Span>,
    pub inline: bool,
    pub noreturn: bool,
    /// The alignment asked for; 0 if none.
    pub align: u64,
    /// Where `_Alignas` stands.
    pub alignas: Option<Span>,
    /// No type was given.
    pub implicit_int: bool,
    /// `__auto_type`: the initialiser tells.
    pub auto_type: bool,
    pub attributes: Attributes,
}

/// The keywords among the type specifiers, counted.
#[derive(Clone, Copy, Debug, Default)]
struct Words {
    void: u8,
    char: u8,
    short: u8,
    int: u8,
    long: u8,
    float: u8,
    double: u8,
    signed: u8,
    unsigned: u8,
    bool: u8,
}

impl Sema<'_> {
    /// What declaration specifiers mean.
    pub fn specifiers(&mut self, specifiers: &Specifiers) -> Checked<Spec> {
        let storage = self.storage(specifiers)?;
        let thread_local = specifiers.storage.iter().find(|(s, _)| *s == Storage::ThreadLocal).map(|(_, at)| *at);
        let attributes = self.attributes(&specifiers.attributes);
        let auto_type = specifiers.types.iter().any(|t| matches!(t.kind, TypeSpecifierKind::AutoType));
        let implicit_int = specifiers.types.is_empty();
        let ty = if implicit_int || auto_type { self.basic.int } else { self.type_specifiers(&specifiers.types)? };
        let ty = attributes.apply_mode(self, ty);
        let quals = self.qualifiers(&specifiers.qualifiers, ty);
        let ty = self.qualify(ty, quals);
        let align = self.alignment(&specifiers.alignments)?;
        let has = |f| specifiers.functions.iter().any(|(x, _)| *x == f);
        Ok(Spec {
            ty,
            storage,
            thread_local,
            inline: has(FunctionSpecifier::Inline),
            noreturn: has(FunctionSpecifier::Noreturn) || attributes.noreturn,
            align: align.max(attributes.align),
            alignas: specifiers.alignments.first().map(|(_, span)| *span),
            implicit_int,
            auto_type,
            attributes,
        })
    }

    fn storage(&mut self, specifiers: &Specifiers) -> Checked<Option<(Storage, Span)>> {
        let thread_local = specifiers.storage.iter().find(|(s, _)| *s == Storage::ThreadLocal).copied();
        let mut others = specifiers.storage.iter().filter(|(s, _)| *s != Storage::ThreadLocal).copied();
        let storage = others.next();
        if let Some((_, second)) = others.next() {
            return Err(self.error("storage-class", second, "a declaration has only one storage class"));
        }
        // There is one thread, so its objects are those of the program. What may stand
        // beside `_Thread_local`, and in a block must, is 6.7.1p2 and p3.
        if let Some((_, span)) = thread_local {
            let may = matches!(storage, Some((Storage::Static | Storage::Extern, _)))
                || (storage.is_none() && self.function.is_none());
            if !may {
                let message = match storage {
                    None => "in a block '_Thread_local' needs 'static' or 'extern' beside it",
                    Some(_) => "beside '_Thread_local' only 'static' and 'extern' can stand",
                };
                return Err(self.error("storage-class", span, message));
            }
        }
        Ok(storage)
    }

    /// Qualifiers as a set; `restrict` needs a pointer (6.7.3p2).
    pub fn qualifiers(&mut self, list: &[(Qualifier, Span)], ty: Type) -> Quals {
        let mut quals = Quals::NONE;
        if let Some((_, span)) = list.first()
            && self.types.is_function(ty)
        {
            self.undefined("qualified-function", *span, "a function type has no qualifiers");
        }
        for (qualifier, span) in list {
            match qualifier {
                Qualifier::Const => quals.is_const = true,
                Qualifier::Volatile => quals.is_volatile = true,
                Qualifier::Atomic => quals.is_atomic = true,
                Qualifier::Restrict => {
                    quals.is_restrict = true;
                    if self.types.pointee(ty).is_some_and(|target| self.types.is_function(target)) {
                        let message = "'restrict' belongs to pointers to objects, and this points to a function";
                        self.error("invalid-restrict", *span, message);
                    } else if !self.types.is_pointer(ty) {
                        let shown = self.show(ty);
                        let message = format!("'restrict' belongs to pointers, and this is '{shown}'");
                        self.error("invalid-restrict", *span, message);
                    }
                }
            }
        }
        quals
    }

    /// What gcc's `aligned` asks for in the name of a type, e.g. `int __attribute__((aligned(16)))`.
    pub fn alignment_asked(&mut self, name: &TypeName) -> u64 {
        let aligned: Vec<Attribute> =
            name.specifiers.attributes.iter().filter(|a| &*a.name.text == "aligned").cloned().collect();
        self.attributes(&aligned).align
    }

    fn alignment(&mut self, list: &[(AlignmentOperand, Span)]) -> Checked<u64> {
        let mut align = 0;
        for (operand, span) in list {
            let value = match operand {
                AlignmentOperand::Type(name) => {
                    let ty = self.type_name(name)?;
                    self.types.align(ty).max(self.alignment_asked(name))
                }
                AlignmentOperand::Expr(expr) => {
                    let value = self.integer_constant(expr, "an alignment")?;
                    match u64::try_from(value) {
                        Ok(value) if value == 0 || (value.is_power_of_two() && value <= 1 << 28) => value,
                        _ => return Err(self.error("invalid-alignment", *span, "an alignment is a power of two")),
                    }
                }
            };
            align = align.max(value);
        }
        Ok(align)
    }

    fn type_specifiers(&mut self, list: &[TypeSpecifier]) -> Checked<Type> {
        let mut words = Words::default();
        let mut other: Option<Type> = None;
        let mut count = 0u32;
        // What is refused by name is named first, whatever stands beside it.
        for specifier in list {
            if matches!(
                specifier.kind,
                TypeSpecifierKind::Complex | TypeSpecifierKind::Imaginary | TypeSpecifierKind::Int128
            ) {
                self.other_specifier(specifier)?;
            }
        }
        for specifier in list {
            let word = match &specifier.kind {
                TypeSpecifierKind::Void => &mut words.void,
                TypeSpecifierKind::Char => &mut words.char,
                TypeSpecifierKind::Short => &mut words.short,
                TypeSpecifierKind::Int => &mut words.int,
                TypeSpecifierKind::Long => &mut words.long,
                TypeSpecifierKind::Float => &mut words.float,
                TypeSpecifierKind::Double => &mut words.double,
                TypeSpecifierKind::Signed => &mut words.signed,
                TypeSpecifierKind::Unsigned => &mut words.unsigned,
                TypeSpecifierKind::Bool => &mut words.bool,
                _ => {
                    if other.is_some() || count > 0 {
                        return Err(self.two_types(specifier.span));
                    }
                    other = Some(self.other_specifier(specifier)?);
                    continue;
                }
            };
            *word = word.saturating_add(1);
            count += 1;
            if other.is_some() {
                return Err(self.two_types(specifier.span));
            }
        }
        match other {
            Some(ty) => Ok(ty),
            None => self.keyword_type(words, list),
        }
    }

    fn two_types(&mut self, span: Span) -> Reported {
        self.error("two-types", span, "two types are given where one is expected")
    }

    fn keyword_type(&mut self, w: Words, list: &[TypeSpecifier]) -> Checked<Type> {
        let signs = w.signed + w.unsigned;
        let plain = |n: u8| n == signs + w.short + w.long + w.int;
        let valid = signs <= 1 && w.int <= 1 && w.short <= 1 && w.long <= 2 && !(w.short > 0 && w.long > 0);
        let unsigned = w.unsigned > 0;
        let kind = match w {
            _ if !valid => None,
            Words { void: 1, char: 0, float: 0, double: 0, bool: 0, .. } if plain(0) => Some(TypeKind::Void),
            Words { bool: 1, void: 0, char: 0, float: 0, double: 0, .. } if plain(0) => Some(TypeKind::Bool),
            Words { float: 1, void: 0, char: 0, double: 0, bool: 0, .. } if plain(0) => {
                Some(TypeKind::Float(FloatKind::Float))
            }
            Words { double: 1, void: 0, char: 0, float: 0, bool: 0, .. } if plain(0) => {
                Some(TypeKind::Float(FloatKind::Double))
            }
            Words { double: 1, void: 0, char: 0, float: 0, bool: 0, long: 1, .. } if plain(1) => {
                Some(TypeKind::Float(FloatKind::LongDouble))
            }
            Words { char: 1, void: 0, float: 0, double: 0, bool: 0, .. } if plain(signs) => {
                Some(TypeKind::Int(match (w.signed, w.unsigned) {
                    (1, _) => IntKind::SChar,
                    (_, 1) => IntKind::UChar,
                    _ => IntKind::Char,
                }))
            }
            Words { char: 0, void: 0, float: 0, double: 0, bool: 0, .. } => {
                Some(TypeKind::Int(match (w.short, w.long, unsigned) {
                    (1, _, false) => IntKind::Short,
                    (1, _, true) => IntKind::UShort,
                    (_, 1, false) => IntKind::Long,
                    (_, 1, true) => IntKind::ULong,
                    (_, 2, false) => IntKind::LongLong,
                    (_, 2, true) => IntKind::ULongLong,
                    (_, _, false) => IntKind::Int,
                    (_, _, true) => IntKind::UInt,
                }))
            }
            _ => None,
        };
        match kind {
            Some(kind) => Ok(self.types.intern(kind)),
            None => {
                let span = list.iter().fold(Span::NONE, |all, s| all.to(s.span));
                Err(self.error("invalid-type", span, "these type words do not go together"))
            }
        }
    }

    fn other_specifier(&mut self, specifier: &TypeSpecifier) -> Checked<Type> {
        let span = specifier.span;
        match &specifier.kind {
            TypeSpecifierKind::Complex => Err(self.unsupported(span, "'_Complex'")),
            TypeSpecifierKind::Imaginary => Err(self.unsupported(span, "'_Imaginary'")),
            TypeSpecifierKind::Int128 => Err(self.unsupported(span, "'__int128'")),
            TypeSpecifierKind::VaList => {
                let tag = self.types.intern(TypeKind::VaListTag);
                Ok(self.types.array(tag, ArrayLength::Known(1)))
            }
            TypeSpecifierKind::Record(record) => self.record_specifier(record, span),
            TypeSpecifierKind::Enum(specifier) => self.enum_specifier(specifier, span),
            TypeSpecifierKind::Typedef(name) => self.typedef_name(name),
            TypeSpecifierKind::TypeofExpr(expr) => {
                let operand = self.unevaluated_operand(expr)?;
                if self.is_bit_field(&operand) {
                    return Err(self.error("bit-field-operand", expr.span, "'typeof' of a bit-field is not possible"));
                }
                Ok(operand.ty)
            }
            TypeSpecifierKind::TypeofType(name) => self.type_name(name),
            TypeSpecifierKind::Atomic(name) => {
                let ty = self.type_name(name)?;
                if self.types.is_array(ty) || self.types.is_function(ty) || ty.quals != Quals::NONE {
                    let message = format!("'_Atomic' is not possible for '{}'", self.types.print(ty));
                    return Err(self.error("invalid-atomic", name.span, message));
                }
                Ok(ty.with(Quals { is_atomic: true, ..Quals::NONE }))
            }
            // Keywords are counted before; `__auto_type` was seen by `specifiers`.
            _ => Ok(self.basic.int),
        }
    }

    fn typedef_name(&mut self, name: &Name) -> Checked<Type> {
        match self.scopes.lookup(&name.text) {
            Some(symbol) if symbol.kind == SymbolKind::Typedef => Ok(symbol.ty),
            Some(symbol) if symbol.kind == SymbolKind::Poisoned => Err(Reported),
            Some(symbol) => Err(self.report(
                Diagnostic::error("not-a-type", name.span, format!("'{}' is not a type", name.text))
                    .with_other(symbol.span, "it is declared here"),
            )),
            None => Err(self.error("unknown-type", name.span, format!("the type '{}' is not known", name.text))),
        }
    }
}
