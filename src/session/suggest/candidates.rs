//! What might free what leaks, the most likely first.

use super::counts;
use super::edits::{Edit, around, before, result_kept, with_definition, wrapped};
use super::releases::{releases, tree_functions};
use crate::findings::{self, Around};
use crate::memory::Reason;
use crate::sema::tree::{Function, FunctionKind, LocalKind, Program};
use crate::session::{LeakRecord, Loss, Shape};
use crate::source::SourceMap;
use crate::types::TypeKind;

/// All candidates for these leaks.
pub(super) fn candidates(program: &Program, map: &SourceMap, leaks: &[LeakRecord]) -> Vec<Edit> {
    let mut edits: Vec<Edit> = Vec::new();
    for leak in leaks.iter().filter(|leak| counts(leak)) {
        let Some(loss) = &leak.lost else { continue };
        let Some(stands) = findings::statement_around(program, map, loss.node) else { continue };
        match loss.reason {
            Reason::ResultIgnored => edits.extend(results(program, map, leak, loss, &stands)),
            Reason::ReallocFailed => edits.extend(kept_by_realloc(map, loss, &stands)),
            _ => edits.extend(held(program, map, leak, loss, &stands)),
        }
    }
    edits.dedup();
    edits
}

/// `make();` as `free(make());`
fn results(program: &Program, map: &SourceMap, leak: &LeakRecord, loss: &Loss, stands: &Around) -> Vec<Edit> {
    let record = leak.record.as_deref().unwrap_or_default();
    let functions = findings::freeing_functions(program, record);
    let names = functions.iter().map(String::as_str).chain(["free"]).filter(|_| stands.whole);
    names.filter_map(|function| wrapped(map, program.span(loss.node), function)).collect()
}

/// The block that a failed realloc left is freed where its NULL took its place.
fn kept_by_realloc(map: &SourceMap, loss: &Loss, stands: &Around) -> Option<Edit> {
    let place = loss.removed.place.as_deref().filter(|_| stands.whole)?;
    around(map, stands, &format!("void *kept = {place};"), &format!("if ({place} == NULL) free(kept);"))
}

/// What the last pointers led to is freed before they go.
fn held(program: &Program, map: &SourceMap, leak: &LeakRecord, loss: &Loss, stands: &Around) -> Vec<Edit> {
    let holders = holders(leak, loss);
    // Written twice, an expression with an effect would have it twice; and what a
    // function was given is its caller's to free.
    let is_odd = |holder: &String| !is_plain(holder) || is_given(program, loss, holder);
    if holders.is_empty() || loss.handed || holders.iter().any(is_odd) {
        return Vec::new();
    }
    if let Some(edit) = old_value(map, loss, stands) {
        return vec![edit];
    }
    let each = |one: &dyn Fn(&str) -> Vec<String>| all_of(holders.iter().map(|holder| one(holder)));
    let result = result(program, loss);
    let placed = |text: &str| {
        let kept = result.as_deref().and_then(|ty| result_kept(map, stands, ty, text));
        before(map, stands, text).into_iter().chain(kept)
    };
    let plain = each(&|holder| releases(program, leak, loss, holder));
    let mut edits: Vec<Edit> = plain.iter().flat_map(|text| placed(text)).collect();
    let is_tree = leak.structure.shape == Shape::Tree;
    let Some(below) = defined(program, loss).filter(|_| is_tree) else { return edits };
    let calls = each(&|holder| vec![format!("free_tree({holder});")]);
    for definition in tree_functions(leak) {
        let calls = calls.iter().flat_map(|text| placed(text));
        edits.extend(calls.filter_map(|edit| with_definition(map, edit, below.span, &definition)));
    }
    edits
}

/// `s = next(s);` with the old value freed behind it.
fn old_value(map: &SourceMap, loss: &Loss, stands: &Around) -> Option<Edit> {
    let (place, value) = (loss.removed.place.as_deref()?, loss.removed.value.as_deref()?);
    let own = loss.reason == Reason::Overwritten && loss.removed.pointer && stands.whole;
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    let free = !map.text(stands.span).split(|c: char| !is_word(c)).any(|word| word == "old");
    (own && free && value.contains(place)).then_some(())?;
    around(map, stands, &format!("void *old = {place};"), "free(old);")
}

/// Can this be written twice?
fn is_plain(holder: &str) -> bool {
    let known = |c: char| c.is_alphanumeric() || "_->.[]*() ".contains(c);
    holder.chars().all(known) && !holder.contains("--") && !holder.chars().skip(1).any(|c| c == '(')
}

/// Is it a parameter of the function of the loss, which ends with what its caller gave?
fn is_given(program: &Program, loss: &Loss, holder: &str) -> bool {
    let Some(Function { kind: FunctionKind::Defined(body), .. }) = defined(program, loss) else { return false };
    loss.reason == Reason::Exit
        && body.locals.iter().any(|local| local.kind == LocalKind::Parameter && *local.name == *holder)
}

/// The first statements of each one after the other, the second of each, and so on.
fn all_of(each: impl Iterator<Item = Vec<String>>) -> Vec<String> {
    let each: Vec<Vec<String>> = each.collect();
    let count = each.iter().map(Vec::len).min().unwrap_or(0);
    let one = |i: usize| each.iter().filter_map(|texts| texts.get(i)).cloned().collect::<Vec<_>>().join(" ");
    (0..count).map(one).collect()
}

/// The type of what the function returns that the loss left.
fn result(program: &Program, loss: &Loss) -> Option<String> {
    let leaves = matches!(loss.reason, Reason::Return | Reason::MainReturned);
    let function = defined(program, loss).filter(|_| leaves)?;
    let TypeKind::Function(ty) = program.types.kind(function.ty) else { return None };
    Some(program.types.print(ty.result))
}

/// The function of the loss.
fn defined<'p>(program: &'p Program, loss: &Loss) -> Option<&'p Function> {
    let named = |name: &str| name == loss.site.function;
    program.functions.iter().find(|f| named(&f.name) && matches!(f.kind, FunctionKind::Defined(_)))
}

/// The expressions that held the last pointers, as they can be written at the loss.
/// Of several that held the same block one is enough.
fn holders(leak: &LeakRecord, loss: &Loss) -> Vec<String> {
    let found: Vec<String> = match loss.reason {
        Reason::Exit => {
            let own = |held: &String| {
                let (function, variable) = held.split_once(": ")?;
                (function == loss.site.function).then(|| variable.to_owned())
            };
            leak.held_by.iter().find_map(own).into_iter().collect()
        }
        Reason::Overwritten => {
            let place = loss.removed.place.clone().filter(|_| loss.removed.pointer);
            place.or_else(|| loss.holder.clone()).into_iter().collect()
        }
        _ if leak.count > 1 => loss.holder.iter().chain(&loss.others).cloned().collect(),
        _ => loss.holder.iter().cloned().collect(),
    };
    // A static local of another function cannot be named here.
    if found.iter().any(|name| name.contains(": ")) { Vec::new() } else { found }
}
