//! Objects in words: what a pointer points to, by the names of the source.

use super::scene::Scene;
use super::wording::count;
use crate::memory::Biography;
use crate::memory::{Origin, Pointer, StaticPlace};
use crate::sema::tree::{FunctionId, GlobalId, GlobalKind, Local, LocalId, LocalKind};
use crate::source::Span;
use crate::types::{ArrayLength, Type, TypeKind};

/// Names nested deeper than this inside an object are told by their outermost part.
const MAX_DEPTH: usize = 16;

impl<'a> Scene<'a> {
    /// A local's declaration.
    pub fn local(&self, function: FunctionId, local: LocalId) -> Option<&'a Local> {
        self.body(function)?.locals.get(usize::try_from(local.0).ok()?)
    }

    /// The declared type of an object; heap blocks and the library's have none.
    pub fn declared_type(&self, origin: Origin) -> Option<Type> {
        match origin {
            Origin::Local { function, local, .. } => Some(self.local(function, local)?.ty),
            Origin::Global(id) => Some(self.program.global(id)?.ty),
            _ => None,
        }
    }

    /// Where an object's name stands, for those that have one.
    pub fn declared_at(&self, origin: Origin) -> Span {
        match origin {
            Origin::Local { function, local, .. } => self.local(function, local).map_or(Span::NONE, |l| l.span),
            Origin::Global(id) => self.program.global(id).map_or(Span::NONE, |g| g.span),
            Origin::String(id) => self.program.string(id).map_or(Span::NONE, |s| s.span),
            _ => Span::NONE,
        }
    }

    /// Where an object with static storage duration lies.
    pub fn static_place(&self, id: GlobalId) -> Option<StaticPlace> {
        let is_it = |place: &StaticPlace| {
            self.machine.memory.biography(place.tag).is_some_and(|life| life.origin == Origin::Global(id))
        };
        self.machine.memory.static_objects().find(is_it)
    }

    /// The bare name of a variable; `None` for what has none.
    pub fn variable_name(&self, origin: Origin) -> Option<&'a str> {
        let name = match origin {
            Origin::Local { function, local, .. } => &*self.local(function, local)?.name,
            Origin::Global(id) => match self.program.global(id)? {
                global if global.kind == GlobalKind::CompoundLiteral => "",
                global => &*global.name,
            },
            _ => "",
        };
        (!name.is_empty()).then_some(name)
    }

    /// A struct that a call returned, which lives to the end of the full expression?
    pub fn is_returned(&self, origin: Origin) -> bool {
        let Origin::Local { function, local, .. } = origin else { return false };
        self.local(function, local).is_some_and(|l| l.kind == LocalKind::Temporary)
    }

    /// The object in a word or two: `'a'`, `the block`, `the string "abc"`.
    pub fn noun(&self, origin: Origin) -> String {
        if let Some(name) = self.variable_name(origin) {
            return format!("'{name}'");
        }
        match origin {
            Origin::Heap => "the block".to_owned(),
            Origin::String(id) => match self.program.string(id).filter(|s| s.unit == 1) {
                Some(string) => {
                    format!("the string literal {}", quoted(string.bytes.split_last().map_or(&[], |(_, rest)| rest)))
                }
                None => "the string literal".to_owned(),
            },
            Origin::Local { .. } if self.is_returned(origin) => "the struct that the call returned".to_owned(),
            Origin::Local { .. } | Origin::Global(_) => "the compound literal".to_owned(),
            Origin::Alloca { .. } => "the storage from alloca".to_owned(),
            Origin::Library(name) => format!("the library's '{name}'"),
            Origin::Arguments => "the arguments of 'main'".to_owned(),
            Origin::Range => "the object".to_owned(),
        }
    }

    /// The object with its extent: `'a', which has 10 elements`, `the block of
    /// 40 bytes`. `element` is the type it is used as, for blocks.
    pub fn noun_with_size(&self, life: &Biography, element: Option<Type>) -> String {
        let noun = self.noun(life.origin);
        let size = count(life.size, "byte");
        if life.origin == Origin::Heap {
            let each = element.map_or(0, |ty| self.size_of(ty));
            return match element {
                Some(ty) if each > 1 && life.size >= each && life.size.is_multiple_of(each) => {
                    format!("the block of {size} ({} of {})", count(life.size / each, "element"), self.type_name(ty))
                }
                _ => format!("the block of {size}"),
            };
        }
        match self.declared_type(life.origin).map(|ty| self.program.types.kind(ty)) {
            Some(TypeKind::Array { element, .. }) => {
                let each = self.size_of(*element);
                match life.size.checked_div(each) {
                    Some(n) => format!("{noun}, which has {}", count(n, "element")),
                    None => format!("{noun}, which has {size}"),
                }
            }
            _ => format!("{noun}, which has {size}"),
        }
    }

    /// The part of a type that begins `offset` bytes from its start, as it would
    /// be written behind the object's name: `[2].x`. `want` is the type that is
    /// looked for; the name ends where it is found. The second value is what
    /// remains of the offset inside that part.
    pub fn part(&self, ty: Type, offset: u64, want: Option<Type>) -> (String, u64) {
        let mut name = String::new();
        let (mut ty, mut rest) = (ty, offset);
        for _ in 0..MAX_DEPTH {
            if rest == 0 && want.is_some_and(|want| want.id == ty.id) {
                break;
            }
            match self.program.types.kind(ty) {
                TypeKind::Array { element, .. } => {
                    let each = self.size_of(*element);
                    let Some(index) = rest.checked_div(each) else { break };
                    name.push_str(&format!("[{index}]"));
                    rest -= index * each;
                    ty = *element;
                }
                TypeKind::Record(id) => {
                    let members = self.program.types.record(*id).and_then(|r| r.members.as_deref()).unwrap_or(&[]);
                    let holds = |m: &&crate::types::Member| {
                        rest.checked_sub(m.offset).is_some_and(|inside| inside < self.size_of(m.ty).max(1))
                    };
                    let Some(member) = members.iter().find(holds) else { break };
                    if let Some(member_name) = &member.name {
                        name.push('.');
                        name.push_str(member_name);
                    }
                    rest -= member.offset;
                    ty = member.ty;
                }
                _ => break,
            }
        }
        (name, rest)
    }

    /// The place `offset` bytes into a live object: `'a[2].x'`, `element 3 of
    /// the block`, `byte 2 of 'x'`.
    pub fn place(&self, life: &Biography, offset: u64, want: Option<Type>) -> String {
        if let (Some(name), Some(ty)) = (self.variable_name(life.origin), self.declared_type(life.origin)) {
            let (part, rest) = self.part(ty, offset, want);
            return match rest {
                0 => format!("'{name}{part}'"),
                rest => format!("byte {rest} of '{name}{part}'"),
            };
        }
        let noun = self.block(life);
        let each = want.map_or(0, |ty| self.size_of(ty));
        match offset {
            0 => noun,
            _ if each > 0 && offset.is_multiple_of(each) && life.size > each => {
                format!("element {} of {noun}", offset / each)
            }
            _ => format!("byte {offset} of {noun}"),
        }
    }

    /// How many elements a declared array has.
    pub fn array_length(&self, ty: Type) -> Option<u64> {
        match self.program.types.kind(ty) {
            TypeKind::Array { length: ArrayLength::Known(n), .. } => Some(*n),
            _ => None,
        }
    }

    /// The function whose address this is.
    pub fn function_at(&self, pointer: Pointer) -> Option<&'a str> {
        let id = crate::memory::layout::function_at(pointer.addr)?;
        self.program.function(FunctionId(id)).map(|f| &*f.name)
    }
}

/// Longer strings are cut.
const LONGEST_STRING: usize = 40;

/// Characters in double quotes, as C would write them, cut where they are many.
pub(super) fn quoted(bytes: &[u8]) -> String {
    let mut told = String::from("\"");
    let shown = bytes.get(..LONGEST_STRING).unwrap_or(bytes);
    // Letters of other alphabets as such, what is no text as numbers.
    for chunk in shown.utf8_chunks() {
        for c in chunk.valid().chars() {
            match u8::try_from(c) {
                Ok(byte) if c.is_ascii() => told.push_str(&escaped(byte, '"')),
                _ if c.is_control() => told.extend(c.escape_unicode()),
                _ => told.push(c),
            }
        }
        told.extend(chunk.invalid().iter().map(|byte| escaped(*byte, '"')));
    }
    told.push_str(if bytes.len() > LONGEST_STRING { "...\"" } else { "\"" });
    told
}

/// One character as it stands between these quotes.
pub(super) fn escaped(byte: u8, quote: char) -> String {
    match byte {
        b'\n' => "\\n".to_owned(),
        b'\t' => "\\t".to_owned(),
        b'\r' => "\\r".to_owned(),
        0 => "\\0".to_owned(),
        b'\\' => "\\\\".to_owned(),
        b if char::from(b) == quote => format!("\\{quote}"),
        0x20..=0x7e => char::from(byte).to_string(),
        _ => format!("\\x{byte:02x}"),
    }
}
