//! Values of pointers in words: what they point to.

use super::scene::Scene;
use super::values::UNWRITTEN;
use super::wild::number;
use crate::memory::{Biography, Death, Ending, Origin, Pointer, Reason};
use crate::types::{IntKind, Type, TypeKind};

impl Scene<'_> {
    /// Where a pointer points: `NULL`, `-> block #3 (struct node)`, `-> a[2]`,
    /// `"text"`, `stale (block #1, freed at line 6)`. `pointee` is the type it is
    /// meant to point to; `depth` is how deep in braces it stands.
    pub fn pointer(&self, pointer: Pointer, pointee: Option<Type>, depth: u32) -> String {
        if pointer.is_null() {
            return "NULL".to_owned();
        }
        let Some(life) = self.machine.memory.biography(pointer.tag) else {
            return match self.function_at(pointer) {
                Some(name) => format!("-> {name}()"),
                None => format!("wild (the number {})", number(pointer.addr)),
            };
        };
        if let Some(death) = life.died {
            return self.stale(&life, death);
        }
        let Some(offset) = pointer.addr.checked_sub(life.base).filter(|offset| *offset <= life.size) else {
            return format!("-> outside of {}", self.block_as(&life, pointee));
        };
        if offset == life.size && life.size > 0 {
            return format!("-> the end of {}", bare(&self.block_as(&life, pointee)));
        }
        if let Some(text) = pointee.and_then(|ty| self.text_behind(pointer, &life, offset, ty)) {
            return text;
        }
        let whole = match (life.origin, offset) {
            (Origin::Heap, 0) => self.block_as(&life, pointee),
            (Origin::Heap, _) => {
                let each = pointee.map_or(0, |ty| self.size_of(ty));
                let block = self.block_as(&life, pointee);
                match offset.checked_div(each) {
                    Some(index) if offset.is_multiple_of(each) => format!("element {index} of {block}"),
                    _ => format!("byte {offset} of {block}"),
                }
            }
            _ => format!("{}{}", self.whose(life.origin), bare(&self.place(&life, offset, pointee))),
        };
        match pointee.filter(|_| depth == 0 && life.origin == Origin::Heap && offset == 0) {
            Some(ty) => format!("-> {whole}{}", self.contents(&life, ty)),
            None => format!("-> {whole}{}", self.number_behind(pointer, &life, pointee.filter(|_| depth == 0))),
        }
    }

    /// ` (3)`: the number in a variable that a pointer leads to.
    fn number_behind(&self, pointer: Pointer, life: &Biography, pointee: Option<Type>) -> String {
        let value = || {
            let ty = pointee?;
            let is_number = matches!(self.program.types.kind(ty), TypeKind::Int(_) | TypeKind::Float(_));
            let declared = self.declared_type(life.origin).filter(|declared| is_number && declared.id == ty.id)?;
            let at = self.machine.memory.objects.readable(pointer, life.size)?;
            self.in_memory(at, declared).map(|held| self.scalar(held, declared, true))
        };
        value().map_or_else(String::new, |value| format!(" ({value})"))
    }

    /// ` {value = 2, next = NULL}`: what stands in a block.
    fn contents(&self, life: &Biography, pointee: Type) -> String {
        let Some((_, at)) = self.machine.memory.start_of(life.tag) else { return String::new() };
        let each = self.size_of(pointee);
        if each == 0 || life.size < each {
            return String::new();
        }
        if self.never_written(at, life.size) {
            return format!(", {UNWRITTEN}");
        }
        match self.program.types.kind(pointee) {
            TypeKind::Record(_) if life.size == each => format!(" {}", self.object(at, pointee, None, 1)),
            TypeKind::Int(_) | TypeKind::Float(_) | TypeKind::Bool | TypeKind::Enum(_) | TypeKind::Pointer(_) => {
                format!(" {}", self.elements(at, pointee, life.size, 1))
            }
            _ => String::new(),
        }
    }

    /// The string that a character pointer leads to.
    fn text_behind(&self, pointer: Pointer, life: &Biography, offset: u64, pointee: Type) -> Option<String> {
        if !matches!(self.program.types.kind(pointee), TypeKind::Int(IntKind::Char)) {
            return None;
        }
        let at = self.machine.memory.objects.readable(pointer, 0)?;
        let text = self.string_at(at, life.size - offset)?;
        Some(match life.origin {
            Origin::Heap => format!("-> {text} in {}", self.block(life)),
            origin => match self.variable_name(origin) {
                Some(name) => format!("-> {text} in {}{name}", self.whose(origin)),
                None => text,
            },
        })
    }

    /// `main's `, of a variable of another call than the one whose variables are shown.
    fn whose(&self, origin: Origin) -> String {
        let Origin::Local { function, frame, .. } = origin else { return String::new() };
        let viewer = self.viewer.and_then(|index| self.frame(index));
        let named = self.variable_name(origin).is_some();
        match viewer.filter(|viewer| named && viewer.serial != frame) {
            Some(_) => format!("{}'s ", bare(&self.function_name(function))),
            None => String::new(),
        }
    }

    /// `stale (block #1, freed at line 6)`.
    fn stale(&self, life: &Biography, death: Death) -> String {
        let at = self.at(self.span(death.event.node)).map_or_else(String::new, |at| format!(" at {at}"));
        let what = match (death.ending, life.origin) {
            (Ending::Freed, _) => format!("{}, freed{at}", self.block(life)),
            (Ending::Reallocated, _) => format!("{}, replaced by realloc{at}", self.block(life)),
            (Ending::Left(Reason::Return), Origin::Local { function, .. }) => {
                format!(
                    "{} of {}, which returned{at}",
                    bare(&self.noun(life.origin)),
                    bare(&self.function_name(function))
                )
            }
            (Ending::Left(_), origin) if self.is_returned(origin) => {
                format!("{}, whose expression ended{at}", self.noun(origin))
            }
            (Ending::Left(_), _) => format!("{}, whose block ended{at}", bare(&self.noun(life.origin))),
        };
        format!("stale ({what})")
    }
}

/// Without the quotes that a sentence needs.
fn bare(text: &str) -> String {
    match text.strip_prefix('\'').and_then(|t| t.split_once('\'')) {
        Some((name, rest)) => format!("{name}{rest}"),
        None => text.to_owned(),
    }
}
