//! The arguments that a program was started with, and those that it was not.

use super::scene::{Held, Scene, Storage};
use super::story::Story;
use crate::memory::Origin;
use crate::sema::tree::{Expr, LocalId};
use crate::source::Span;

impl Scene<'_> {
    /// `argv[1]` where the program was started without arguments.
    pub fn null_of_command_line(&self, story: Story, frame: usize, base: &Expr, place: &Expr) -> Story {
        let told = || {
            let function = self.frame(frame)?.function;
            let array = self.pointer_value(frame, base)?;
            let life = self.machine.memory.biography(array.tag)?;
            let is_list = life.origin == Origin::Arguments && self.program.types.pointee(place.ty).is_some();
            let main = self.program.function(function).filter(|f| &*f.name == "main" && is_list)?;
            let argc = self.local(function, LocalId(0))?.name.clone();
            let count = match self.storage(frame, LocalId(0))? {
                Storage::Slot(index, flag) => self.in_slot(index, flag, self.local(function, LocalId(0))?.ty)?,
                Storage::Memory(at) => self.in_memory(at, self.local(function, LocalId(0))?.ty)?,
            };
            let Held::Int(count) = count else { return None };
            Some((argc, count, self.map.place(main.span).file, self.spell(place)?))
        };
        let Some((argc, count, file, place)) = told() else { return story };
        let given = match count.saturating_sub(1) {
            0 => "without arguments".to_owned(),
            n => format!("with only {n}"),
        };
        story
            .note(format!("'{argc}' is {count}: the program was started {given}"), Span::NONE)
            .meaning(format!("'{place}' is the first that was not given; the list of arguments ends with NULL."))
            .advice(format!(
                "Start it with arguments, cglass run {file} -- one two, and test '{argc}' before '{place}' is used."
            ))
    }
}
