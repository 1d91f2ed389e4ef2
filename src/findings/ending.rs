//! Ends that the program itself asked for, and requests that cannot be meant.

use super::bounds::slips;
use super::locate::{self, Part};
use super::promises;
use super::scene::Scene;
use super::spell::uncast;
use super::story::Story;
use super::wording::count;
use crate::memory::Promise;
use crate::sema::tree::{Callee, ExprKind, FunctionId, Local, LocalKind, Stmt, StmtKind, Stride};

/// `abort`, or a signal that ends the program like it.
pub(super) fn aborted(scene: &Scene<'_>) -> Story {
    match called(scene).as_deref() {
        Some("abort") | None => Story::new("The program called 'abort'."),
        Some(name) => Story::new(format!("The program was ended by '{name}', as abort does it.")),
    }
}

/// A function came to its end without a value, which the caller uses.
pub(super) fn missing_return(scene: &Scene<'_>, sentence: String) -> Story {
    let story = Story::new(sentence);
    let end = scene.expr().and_then(|e| match &uncast(e).kind {
        ExprKind::Call { callee: Callee::Direct(id), .. } => {
            Some((scene.function_name(*id), scene.body(*id)?.block.end?, result(scene, *id)))
        }
        _ => None,
    });
    match end {
        Some((name, end, result)) => {
            story.note(format!("{name} comes to its end here, without a value"), scene.span(end)).advice(match result {
                Some(result) => format!("End {name} with return {result}; before line {}.", scene.line(end)),
                None => format!("Add a return with a value at the end of {name}, for the case that gets there."),
            })
        }
        None => story,
    }
}

/// The only variable of a function that can be meant as its result: a pointer of that type.
fn result(scene: &Scene<'_>, id: FunctionId) -> Option<String> {
    let types = &scene.program.types;
    let ty = types.function_of(scene.program.function(id)?.ty)?.result.unqualified();
    let body = scene.body(id)?;
    let returns = locate::any(Part::Block(&body.block), |part| {
        matches!(part, Part::Stmt(Stmt { kind: StmtKind::Return(Some(_)), .. }))
    });
    let is_it = |local: &&Local| local.kind == LocalKind::Variable && local.ty.unqualified() == ty;
    let mut fitting = body.locals.iter().filter(is_it);
    let only = fitting.next().filter(|_| fitting.next().is_none() && types.is_pointer(ty) && !returns)?;
    Some(only.name.to_string())
}

/// A size for malloc that cannot be meant: negative as a signed number, or too
/// small for what the result is to point to.
pub(super) fn size(scene: &Scene<'_>, bytes: i64) -> Story {
    let name = called(scene).unwrap_or_else(|| "malloc".to_owned());
    if let Ok(bytes) = u64::try_from(bytes) {
        return too_small(scene, &name, bytes);
    }
    Story::new(format!("'{name}' is asked for {bytes} bytes, which is taken as {}.", bytes.cast_unsigned()))
        .meaning(
            "A size cannot be negative: malloc takes it as an unsigned number, which is then larger than any memory.",
        )
        .advice("Find out how the number became negative, and test it before the call.")
}

/// A block that has not even room for one of what its pointer points to.
fn too_small(scene: &Scene<'_>, name: &str, bytes: u64) -> Story {
    let path = scene.path().unwrap_or_default();
    let types = &scene.program.types;
    let target = path.expressions().find_map(|e| match e.kind {
        ExprKind::Convert { .. } => types.pointee(e.ty).filter(|ty| scene.size_of(*ty) > bytes),
        _ => None,
    });
    let given = count(bytes, "byte");
    let story = match target {
        Some(ty) => Story::new(format!(
            "'{name}' gives {given} here, but what the pointer points to, {}, takes {}.",
            scene.type_name(ty),
            count(scene.size_of(ty), "byte")
        )),
        None => Story::new(format!("'{name}' gives {given} here, too few for what the pointer points to.")),
    };
    slips::size(scene, story)
}

/// The function that is called at the node.
fn called(scene: &Scene<'_>) -> Option<String> {
    match &uncast(scene.expr()?).kind {
        ExprKind::Call { callee: Callee::Direct(id), .. } => scene.program.function(*id).map(|f| f.name.to_string()),
        _ => None,
    }
}

/// Something is added to a null pointer.
pub(super) fn null_moved(scene: &Scene<'_>) -> Story {
    let pointer = scene.expr().map(uncast).and_then(|e| match &e.kind {
        ExprKind::PointerAdd { pointer, stride: Stride::Bytes(_), .. } => scene.quote(pointer),
        ExprKind::PointerAssign { left, .. } | ExprKind::IncDec { place: left, .. } => scene.quote(left),
        _ => None,
    });
    let sentence = match pointer {
        Some(name) => format!("{name} is moved, but it is null."),
        None => "A null pointer is moved.".to_owned(),
    };
    promises::broken(Promise::NullMoved, sentence)
}

/// A stream is used that was closed.
pub(super) fn closed(scene: &Scene<'_>, sentence: String) -> Story {
    let story = Story::new(sentence);
    match called(scene).as_deref() {
        Some("fclose") => story
            .advice("Remove this fclose: the stream is closed already.")
            .real_machine("Aborted (glibc, ASan: double free; Valgrind: Invalid read)"),
        // What the library has from the start is no block, so nobody watches it.
        _ if of_standard_stream(scene) => story.real_machine("nothing, or lost output (Valgrind, ASan: nothing)"),
        _ => story,
    }
}

/// Is the call one for stdin, stdout or stderr?
fn of_standard_stream(scene: &Scene<'_>) -> bool {
    let Some(ExprKind::Call { arguments, .. }) = scene.expr().map(|e| &uncast(e).kind) else { return false };
    arguments.iter().any(|e| match uncast(e).kind {
        ExprKind::Global(id) => {
            scene.program.global(id).is_some_and(|g| matches!(&*g.name, "stdin" | "stdout" | "stderr"))
        }
        _ => false,
    })
}

/// Source and destination of a copy overlap.
pub(super) fn overlapping(scene: &Scene<'_>, sentence: String) -> Story {
    let story = Story::new(sentence);
    match called(scene).as_deref() {
        Some(name @ ("memcpy" | "strcpy" | "strncpy" | "strcat" | "strncat")) => {
            story.real_machine(format!("often right (Valgrind: overlap; ASan: {name}-param-overlap)"))
        }
        _ => story,
    }
}
