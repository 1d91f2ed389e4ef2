//! Types as C writes them.

use super::{ArrayLength, FloatKind, FunctionType, IntKind, ParameterTypes, Quals, Type, TypeKind, TypeTable};

/// Parameter lists inside parameter lists deeper than this are cut.
const MAX_DEPTH: u32 = 8;
/// A declarator longer than this many bytes is cut.
const MAX_LENGTH: usize = 400;

impl IntKind {
    /// Its name, e.g. `unsigned long`.
    pub fn name(self) -> &'static str {
        match self {
            IntKind::Char => "char",
            IntKind::SChar => "signed char",
            IntKind::UChar => "unsigned char",
            IntKind::Short => "short",
            IntKind::UShort => "unsigned short",
            IntKind::Int => "int",
            IntKind::UInt => "unsigned int",
            IntKind::Long => "long",
            IntKind::ULong => "unsigned long",
            IntKind::LongLong => "long long",
            IntKind::ULongLong => "unsigned long long",
        }
    }
}

impl TypeTable {
    /// The type as a declaration without a name would write it: `char *(*)[3]`.
    pub fn print(&self, ty: Type) -> String {
        self.print_declared(ty, "", 0)
    }

    /// The type as a declaration of `name` would write it: `char (*p)[3]`.
    pub fn print_declaration(&self, ty: Type, name: &str) -> String {
        self.print_declared(ty, name, 0)
    }

    fn print_declared(&self, ty: Type, name: &str, depth: u32) -> String {
        let mut ty = ty;
        let mut inner = name.to_owned();
        loop {
            if inner.len() > MAX_LENGTH {
                return "...".to_owned();
            }
            match self.kind(ty) {
                TypeKind::Pointer(target) => {
                    let words = quals(ty.quals);
                    let gap = if words.is_empty() || inner.is_empty() { "" } else { " " };
                    inner = format!("*{words}{gap}{inner}");
                    if matches!(self.kind(*target), TypeKind::Array { .. } | TypeKind::Function(_)) {
                        inner = format!("({inner})");
                    }
                    ty = *target;
                }
                TypeKind::Array { element, length } => {
                    match length {
                        ArrayLength::Known(n) => inner.push_str(&format!("[{n}]")),
                        ArrayLength::Unknown => inner.push_str("[]"),
                        ArrayLength::Variable(_) => inner.push_str("[*]"),
                    }
                    ty = *element;
                }
                TypeKind::Function(function) => {
                    inner.push_str(&self.print_parameters(function, depth));
                    ty = function.result;
                }
                _ => break,
            }
        }
        let words = quals(ty.quals);
        let base = self.base_name(ty);
        let before = if words.is_empty() { base } else { format!("{words} {base}") };
        // `int [3]` and `int *`, but `int (int)`: all with one space.
        if inner.is_empty() { before } else { format!("{before} {inner}") }
    }

    fn print_parameters(&self, function: &FunctionType, depth: u32) -> String {
        let ParameterTypes::Prototype { types, variadic } = &function.parameters else { return "()".to_owned() };
        if depth >= MAX_DEPTH {
            return "(...)".to_owned();
        }
        let mut parts: Vec<String> = types.iter().map(|t| self.print_declared(*t, "", depth + 1)).collect();
        if *variadic {
            parts.push("...".to_owned());
        } else if parts.is_empty() {
            parts.push("void".to_owned());
        }
        format!("({})", parts.join(", "))
    }

    fn base_name(&self, ty: Type) -> String {
        match self.kind(ty) {
            TypeKind::Void => "void".to_owned(),
            TypeKind::Bool => "_Bool".to_owned(),
            TypeKind::Int(kind) => kind.name().to_owned(),
            TypeKind::Float(FloatKind::Float) => "float".to_owned(),
            TypeKind::Float(FloatKind::Double) => "double".to_owned(),
            TypeKind::Float(FloatKind::LongDouble) => "long double".to_owned(),
            TypeKind::Enum(id) => match self.enumeration(*id) {
                Some(e) => tagged("enum", e.tag.as_deref(), e.typedef_name.as_deref()),
                None => "enum".to_owned(),
            },
            TypeKind::Record(id) => match self.record(*id) {
                Some(r) => {
                    tagged(if r.is_union { "union" } else { "struct" }, r.tag.as_deref(), r.typedef_name.as_deref())
                }
                None => "struct".to_owned(),
            },
            TypeKind::VaListTag => "va_list".to_owned(),
            TypeKind::Pointer(_) | TypeKind::Array { .. } | TypeKind::Function(_) => String::new(),
        }
    }
}

fn tagged(keyword: &str, tag: Option<&str>, typedef_name: Option<&str>) -> String {
    match (tag, typedef_name) {
        (Some(tag), _) => format!("{keyword} {tag}"),
        (None, Some(name)) => name.to_owned(),
        (None, None) => format!("{keyword} <unnamed>"),
    }
}

fn quals(quals: Quals) -> String {
    let words = [
        (quals.is_const, "const"),
        (quals.is_volatile, "volatile"),
        (quals.is_restrict, "restrict"),
        (quals.is_atomic, "_Atomic"),
    ];
    words.iter().filter(|(on, _)| *on).map(|(_, word)| *word).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::types::ArrayLength;
    use std::rc::Rc;

    #[test]
    fn declarators_read_inside_out() {
        let mut t = TypeTable::new();
        let int = t.int(IntKind::Int);
        let char_ = t.int(IntKind::Char);
        let array = t.array(char_, ArrayLength::Known(3));
        let to_array = t.pointer(array);
        assert_eq!(t.print(to_array), "char (*)[3]");
        assert_eq!(t.print_declaration(to_array, "p"), "char (*p)[3]");
        let constant = Type { quals: Quals { is_const: true, ..Quals::NONE }, ..char_ };
        let text = t.pointer(constant);
        assert_eq!(t.print(text), "const char *");
        let function = t.intern(TypeKind::Function(Rc::new(FunctionType {
            result: int,
            parameters: ParameterTypes::Prototype { types: vec![text], variadic: true },
        })));
        assert_eq!(t.print(function), "int (const char *, ...)");
        let pointer = t.pointer(function);
        assert_eq!(t.print_declaration(pointer, "f"), "int (*f)(const char *, ...)");
        let table = t.array(pointer, ArrayLength::Unknown);
        assert_eq!(t.print_declaration(table, "f"), "int (*f[])(const char *, ...)");
    }
}
