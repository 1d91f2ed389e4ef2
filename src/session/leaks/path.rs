//! The way to a block as C would write it: `table[3].head->next`.

use crate::leaks::{Path, PathStep, Root};
use crate::memory::{Memory, Origin, Pointer, Tag};
use crate::sema::tree::{Global, Program};
use crate::types::{ArrayLength, Type, TypeKind};

/// Pointers on the way that are named at each end; those between are counted.
const NAMED: usize = 4;

/// Types nested deeper are not looked into.
const DEEPEST: usize = 16;

/// Where the names come from.
pub(in crate::session) struct PathNames<'a> {
    /// Names and types.
    pub program: &'a Program,
    /// What the root is.
    pub memory: &'a Memory,
}

impl PathNames<'_> {
    /// The expression that holds the pointer to the block.
    pub fn text(&self, path: &Path, given: &[(Pointer, String)]) -> String {
        let (root, mut ty) = self.root(path, given);
        let static_root = matches!(path.root, Root::Static(_));
        let mut parts: Vec<String> = Vec::with_capacity(path.steps.len());
        let mut inside = 0;
        for (i, step) in path.steps.iter().enumerate() {
            let offset = i64::try_from(step.offset).ok().and_then(|offset| offset.checked_sub(inside));
            let (name, found) = match (ty, offset.and_then(|offset| u64::try_from(offset).ok())) {
                (Some(ty), Some(offset)) if i == 0 && static_root => self.part(ty, offset),
                (Some(ty), Some(offset)) => self.element(ty, offset),
                _ => (format!("[byte {}]", step.offset), None),
            };
            parts.push(name);
            ty = found.and_then(|ty| self.program.types.pointee(ty));
            inside = step.inside;
        }
        let left_out = parts.len().saturating_sub(NAMED * 2);
        if left_out <= 1 {
            return root + &parts.concat();
        }
        let (first, last) = (parts.iter().take(NAMED), parts.iter().skip(NAMED + left_out));
        let join = |parts: &mut dyn Iterator<Item = &String>| parts.map(String::as_str).collect::<String>();
        format!("{root}{} … {left_out} more … {}", join(&mut first.into_iter()), join(&mut last.into_iter()))
    }

    /// The pointer that a way begins with.
    pub fn begin(&self, path: &Path, given: &[(Pointer, String)]) -> String {
        let first = match path.root {
            Root::Static(_) => path.steps.iter().take(1).copied().collect(),
            Root::Library(_) => Vec::new(),
        };
        self.text(&Path { root: path.root, steps: first }, given)
    }

    /// A part of a variable: `line`, `names[2]`, `config.path`.
    pub fn place_in(&self, name: &str, ty: Type, offset: u64) -> String {
        name.to_owned() + &self.part(ty, offset).0
    }

    /// The member of a struct that lies at an offset, without the dot.
    pub fn member(&self, record: Type, offset: u64) -> Option<String> {
        self.part(record, offset).0.strip_prefix('.').map(str::to_owned)
    }

    /// A pointer in a block of such structs: `->name`, `[2].name`.
    pub fn within(&self, record: Type, offset: u64) -> Option<String> {
        let (name, found) = self.element(record, offset);
        found.map(|_| name)
    }

    /// A pointer in a static object.
    pub fn static_place(&self, holder: Tag, offset: u64) -> Option<String> {
        let Origin::Global(id) = self.memory.biography(holder)?.origin else { return None };
        let global = self.program.global(id).filter(|global| !global.name.is_empty())?;
        Some(self.place_in(&self.named(global), global.ty, offset))
    }

    /// The members on a way that begins at a struct of this type: `->next->prev`.
    pub fn way(&self, record: Type, steps: &[PathStep]) -> Option<String> {
        let mut text = String::new();
        let (mut ty, mut inside) = (record, 0_i64);
        for step in steps {
            let offset = i64::try_from(step.offset).ok()?.checked_sub(inside)?;
            let (name, found) = self.element(ty, u64::try_from(offset).ok()?);
            if !name.starts_with("->") {
                return None;
            }
            text.push_str(&name);
            ty = self.program.types.pointee(found?)?;
            inside = step.inside;
        }
        (!text.is_empty()).then_some(text)
    }

    fn root(&self, path: &Path, given: &[(Pointer, String)]) -> (String, Option<Type>) {
        let tag = match path.root {
            Root::Static(tag) => tag,
            Root::Library(number) => {
                let name = given.get(number).map_or("the library", |(_, name)| name.as_str());
                return (name.to_owned(), None);
            }
        };
        match self.memory.biography(tag).map(|life| life.origin) {
            Some(Origin::Global(id)) => match self.program.global(id) {
                Some(global) if !global.name.is_empty() => (self.named(global), Some(global.ty)),
                Some(global) => ("a compound literal".to_owned(), Some(global.ty)),
                None => ("static storage".to_owned(), None),
            },
            Some(Origin::Library(name)) => (format!("the library's {name}"), None),
            Some(Origin::Arguments) => ("argv".to_owned(), None),
            _ => ("static storage".to_owned(), None),
        }
    }

    /// The name of a static object; of one that shares it with others, with the
    /// function whose static local it is: `next_id: last`.
    fn named(&self, global: &Global) -> String {
        let shared = self.program.globals.iter().filter(|other| other.name == global.name).count() > 1;
        let function = global.function.filter(|_| shared).and_then(|id| self.program.function(id));
        match function {
            Some(function) => format!("{}: {}", function.name, global.name),
            None => global.name.to_string(),
        }
    }

    /// What lies in a block to whose start there is a pointer to `ty`.
    fn element(&self, ty: Type, offset: u64) -> (String, Option<Type>) {
        if let Some((member, found)) = self.flexible(ty, offset) {
            return (format!("->{member}"), found);
        }
        let size = self.program.types.size(ty).unwrap_or(0);
        let (Some(index), Some(rest)) = (offset.checked_div(size), offset.checked_rem(size)) else {
            return (format!("[byte {offset}]"), None);
        };
        let (part, found) = self.part(ty, rest);
        let text = match part.strip_prefix('.') {
            Some(member) if index == 0 => format!("->{member}"),
            _ => format!("[{index}]{part}"),
        };
        (text, found)
    }

    /// A place in the array that ends a struct and goes on to the end of its block
    /// (6.7.2.1p18, and of declared length 0 as gcc has it).
    fn flexible(&self, ty: Type, offset: u64) -> Option<(String, Option<Type>)> {
        let types = &self.program.types;
        let TypeKind::Record(id) = types.kind(ty) else { return None };
        let last = types.record(*id)?.members.as_deref()?.last()?;
        let TypeKind::Array { element, length: ArrayLength::Unknown | ArrayLength::Known(0) } = types.kind(last.ty)
        else {
            return None;
        };
        let inside = offset.checked_sub(last.offset)?;
        let size = types.size(*element).ok()?;
        let (part, found) = self.part(*element, inside.checked_rem(size)?);
        Some((format!("{}[{}]{part}", last.name.as_ref()?, inside.checked_div(size)?), found))
    }

    /// Does a pointer lie at this offset of an object, however its unions are read?
    fn is_pointer_at(&self, ty: Type, offset: u64, deepest: usize) -> bool {
        let types = &self.program.types;
        let Some(deeper) = deepest.checked_sub(1) else { return false };
        match types.kind(ty) {
            TypeKind::Array { element, .. } => {
                let rest = types.size(*element).ok().and_then(|size| offset.checked_rem(size));
                rest.is_some_and(|rest| self.is_pointer_at(*element, rest, deeper))
            }
            TypeKind::Record(id) => {
                let members = types.record(*id).and_then(|record| record.members.as_deref()).unwrap_or(&[]);
                members.iter().any(|member| {
                    let inside = offset.checked_sub(member.offset);
                    let inside = inside.filter(|inside| types.size(member.ty).is_ok_and(|size| *inside < size));
                    inside.is_some_and(|inside| self.is_pointer_at(member.ty, inside, deeper))
                })
            }
            _ => offset == 0 && types.pointee(ty).is_some(),
        }
    }

    /// The pointer that lies `offset` bytes into an object of this type, and its type.
    fn part(&self, ty: Type, offset: u64) -> (String, Option<Type>) {
        let types = &self.program.types;
        let (mut name, mut ty, mut rest) = (String::new(), ty, offset);
        for _ in 0..DEEPEST {
            match types.kind(ty) {
                TypeKind::Array { element, .. } => {
                    let size = types.size(*element).unwrap_or(0);
                    let Some(index) = rest.checked_div(size) else { break };
                    name.push_str(&format!("[{index}]"));
                    rest = rest.checked_rem(size).unwrap_or(0);
                    ty = *element;
                }
                TypeKind::Record(id) => {
                    let members = types.record(*id).and_then(|record| record.members.as_deref()).unwrap_or(&[]);
                    let holds = |member: &&crate::types::Member| {
                        let size = types.size(member.ty).unwrap_or(0);
                        rest.checked_sub(member.offset).is_some_and(|inside| inside < size)
                    };
                    // Of a union's members the one that is a pointer there held it.
                    let fitting = || members.iter().filter(holds);
                    let pointer = |member: &&crate::types::Member| {
                        self.is_pointer_at(member.ty, rest.saturating_sub(member.offset), DEEPEST)
                    };
                    let Some(member) = fitting().find(pointer).or_else(|| fitting().next()) else { break };
                    if let Some(member_name) = &member.name {
                        name.push_str(&format!(".{member_name}"));
                    }
                    rest = rest.saturating_sub(member.offset);
                    ty = member.ty;
                }
                _ => break,
            }
        }
        if rest == 0 { (name, Some(ty)) } else { (format!("{name}[byte {rest}]"), None) }
    }
}
