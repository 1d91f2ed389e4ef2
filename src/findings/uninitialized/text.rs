//! Texts that are read beyond what was written of them: their `'\0'` is missing.

use super::memory::Unwritten;
use super::mend::first;
use super::unfinished;
use crate::findings::causes;
use crate::findings::objects::quoted;
use crate::findings::scene::Scene;
use crate::findings::spell::uncast;
use crate::findings::story::Story;
use crate::memory::U8;

/// Longer texts are not looked at.
const LONGEST: usize = 4096;

/// A function of the library read characters up to one that was never written; `None`
/// if that is not what happened.
pub(super) fn without_end(scene: &Scene<'_>, story: &Story, found: &Unwritten<'_>) -> Option<Story> {
    let Unwritten { life, pointer, offset, touch, element, .. } = found;
    let function = touch.library.filter(|name| !name.contains("mem") && !name.contains("write"))?;
    element.filter(|ty| scene.size_of(*ty) == 1)?;
    let argument = touch.pointer?;
    let begin = scene.pointer_value(scene.innermost()?, argument)?;
    let end = pointer.addr.checked_add(*offset)?;
    let length = usize::try_from(end.checked_sub(begin.addr)?).ok().filter(|n| *n > 0 && *n <= LONGEST)?;
    let (_, at) = scene.machine.memory.start_of(life.tag)?;
    let at = at.checked_add(usize::try_from(begin.addr.checked_sub(life.base)?).ok()?)?;
    let mut text = Vec::new();
    for i in 0..length {
        match u8::try_from(scene.machine.memory.load::<U8>(at.checked_add(i)?)?).ok()? {
            0 => return None,
            byte => text.push(byte),
        }
    }
    let name = first(scene, touch);
    let sentence = format!("'{function}' reads on past {}: no '\\0' ends the text in '{name}'.", quoted(&text));
    let story = Story { message: Some(sentence), ..story.clone() };
    let story = story.meaning("A text goes up to its '\\0'; without one the function reads on past it.");
    let story = causes::cut_by_strncpy(scene, story, uncast(argument));
    let length = named(scene, length).unwrap_or_else(|| length.to_string());
    Some(story.advice(unfinished::advice(scene).unwrap_or_else(|| {
        format!("End the text with a '\\0' {}", scene.before_this_line(&format!("{name}[{length}] = '\\0';")))
    })))
}

/// The only variable here that holds this length.
fn named(scene: &Scene<'_>, length: usize) -> Option<String> {
    let frame = scene.innermost()?;
    let locals = scene.locals(frame, scene.frame(frame)?.function, scene.node);
    let mut same = locals.into_iter().filter(|local| local.value == length.to_string());
    let only = same.next().filter(|_| same.next().is_none())?;
    Some(only.name)
}
