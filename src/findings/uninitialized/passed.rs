//! Structs that were passed to a function before they had a value.

use crate::findings::causes::part_of;
use crate::findings::locate;
use crate::findings::scene::Scene;
use crate::findings::spell::{bare, uncast};
use crate::findings::story::Story;
use crate::memory::{Biography, Origin};
use crate::sema::tree::ExprKind;

/// The object is a parameter: a copy of what the caller passed, which had no value either.
/// `None` if it is none.
pub(super) fn by_value(scene: &Scene<'_>, story: &Story, life: &Biography) -> Option<Story> {
    let Origin::Local { function, local, frame: serial } = life.origin else { return None };
    let index = scene.machine.frames.stack.iter().position(|f| f.serial == serial)?;
    let place =
        usize::try_from(local.0).ok().filter(|_| scene.body(function).is_some_and(|b| local.0 < b.parameters))?;
    let outer = index.checked_sub(1)?;
    let caller = scene.frame(outer)?.function;
    let call = scene.frame(index)?.call;
    let call = uncast(locate::find(scene.body(caller)?, call)?.expr()?);
    let ExprKind::Call { arguments, .. } = &call.kind else { return None };
    let argument = bare(arguments.get(place)?);
    let text = scene.text(argument.id)?;
    let parameter = scene.variable_name(life.origin)?;
    let whose = scene.function_name(caller);
    let story = story
        .clone()
        .note(format!("{whose} passes '{text}' as '{parameter}'; it had no value then"), scene.span(call.id));
    let root = match part_of(argument).kind {
        ExprKind::Local(id) => scene.local(caller, id).filter(|l| !l.name.is_empty()),
        _ => None,
    };
    let declared = root.and_then(|root| Some((&root.name, scene.at(root.span)?)));
    Some(match declared {
        Some((root, line)) if scene.array_length(root_type(scene, caller, argument)?).is_some() || **root == *text => {
            story.advice(format!(
                "Store values in '{text}' before the call; or begin '{root}' with zeros in {line}: = {{0}}."
            ))
        }
        _ => story.advice(format!("Store values in '{text}' before the call.")),
    })
}

fn root_type(
    scene: &Scene<'_>,
    caller: crate::sema::tree::FunctionId,
    argument: &crate::sema::tree::Expr,
) -> Option<crate::types::Type> {
    match part_of(argument).kind {
        ExprKind::Local(id) => scene.local(caller, id).map(|l| l.ty),
        _ => None,
    }
}
