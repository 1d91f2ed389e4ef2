//! The arguments that a program was started with, and those that it was not.

use crate::findings::scene::{Held, Scene};
use crate::findings::story::Story;
use crate::memory::{Biography, Origin};
use crate::sema::tree::{Expr, LocalId};
use crate::source::Span;

impl Scene<'_> {
    /// `argv[1]` where the program was started without arguments.
    pub fn null_of_command_line(&self, story: Story, frame: usize, base: &Expr, place: &Expr) -> Story {
        let told = || {
            let array = self.pointer_value(frame, base)?;
            let life = self.machine.memory.biography(array.tag)?;
            let is_list = life.origin == Origin::Arguments && self.program.types.pointee(place.ty).is_some();
            is_list.then_some(())?;
            Some((Started::of(self, frame)?, self.spell(place)?))
        };
        let Some((started, place)) = told() else { return story };
        started
            .tell(story, &place)
            .meaning(format!("'{place}' is the first that was not given; the list of arguments ends with NULL."))
    }

    /// `argv[2]` where not even the NULL at the end of the list stands, or `argv[-1]`.
    /// `None` if the element is not one of the list.
    pub fn beyond_command_line(
        &self,
        life: &Biography,
        place: Option<&Expr>,
        before: bool,
        with: &str,
    ) -> Option<Story> {
        let place = self.spell(place.filter(|_| life.origin == Origin::Arguments)?)?;
        let started = Started::of(self, 0)?;
        if before {
            let sentence = format!("'{place}' is used{with}, but the arguments begin with argv[0].");
            return Some(
                Story::new(sentence)
                    .meaning("argv[0] is the name of the program; what was passed begins with argv[1].")
                    .advice("Count from 1 up to argc - 1."),
            );
        }
        let last = started.count;
        let sentence =
            format!("'{place}' is used{with}, but the list of arguments ends with argv[{last}], which is NULL.");
        let story = Story::new(sentence).meaning("The list of arguments ends with NULL, at argv[argc].");
        Some(started.tell(story, &place))
    }
}

/// How the program was started.
struct Started {
    /// The name of main's first parameter.
    argc: String,
    count: i64,
    file: String,
}

impl Started {
    /// By the parameters of main, if that is the frame's function.
    fn of(scene: &Scene<'_>, frame: usize) -> Option<Started> {
        let function = scene.frame(frame)?.function;
        let main = scene.program.function(function).filter(|f| &*f.name == "main")?;
        let argc = scene.local(function, LocalId(0))?;
        let Held::Int(count) = scene.held_by(frame, LocalId(0), argc.ty)? else { return None };
        Some(Started { argc: argc.name.to_string(), count, file: scene.map.place(main.span).file })
    }

    fn tell(&self, story: Story, place: &str) -> Story {
        let Started { argc, count, file } = self;
        let given = match count.saturating_sub(1) {
            0 => "without arguments".to_owned(),
            n => format!("with only {n}"),
        };
        story.note(format!("'{argc}' is {count}: the program was started {given}"), Span::NONE).advice(format!(
            "Start it with arguments, cglass run {file} -- one two, and test '{argc}' before '{place}' is used."
        ))
    }
}
