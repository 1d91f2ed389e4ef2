//! Trees that leak: the function that frees all of one, children first.

use crate::findings::leaked::list::{self, is_back};
use crate::findings::leaked::{Form, Lost};
use crate::findings::lifetime::straight;
use crate::findings::spell::uncast;
use crate::memory::Reason;
use crate::sema::tree::{Callee, ExprKind, StmtKind};
use crate::types::{Type, TypeKind};

/// What to write for a tree.
pub(in crate::findings) fn mend(lost: &Lost<'_, '_>) -> Option<String> {
    let name = lost.block.holder?;
    match lost.block.reason {
        Reason::MainReturned | Reason::Return if lost.block.form == Form::Tree && lost.block.alone => {
            let StmtKind::Return(_) = &lost.path.statements().next()?.kind else { return None };
            lost.reached(lost.function, name)?;
            Some(match freeing_function(lost) {
                Some(function) => format!("Call {function}({name}) before this return."),
                None => {
                    format!("{} and call free_tree({name}) before this return.", definition(lost, lost.block.links)?)
                }
            })
        }
        // `free(root);` alone, and its children hang on it.
        Reason::HolderFreed => {
            let (call, given) = straight::released(lost.scene, lost.path.statements().next()?)?;
            let (whole, root) = (lost.scene.text(call.id)?, lost.scene.text(uncast(given).id)?);
            let link = name.strip_prefix(&root)?.strip_prefix("->")?;
            let links = children(lost, uncast(given).ty, link)?;
            whole.starts_with("free(").then_some(())?;
            Some(match freeing_function(lost) {
                Some(function) => format!("Instead of {whole} call {function}({root})."),
                None => format!("{} and instead of {whole} call free_tree({root}).", definition(lost, &links)?),
            })
        }
        _ => None,
    }
}

/// `Write void free_tree(struct node *t) { … }`
fn definition(lost: &Lost<'_, '_>, links: &[String]) -> Option<String> {
    let record = lost.block.record.filter(|_| lost.block.data.is_empty())?;
    let taken = lost.scene.program.functions.iter().any(|f| &*f.name == "free_tree");
    let down: String = links.iter().map(|link| format!("free_tree(t->{link}); ")).collect();
    (!taken && links.len() > 1).then(|| format!("Write void free_tree({record} *t) {{ if (t) {{ {down}free(t); }} }}"))
}

/// The members through which a struct leads to others of its kind, if this is one of several.
fn children(lost: &Lost<'_, '_>, pointer: Type, link: &str) -> Option<Vec<String>> {
    let types = &lost.scene.program.types;
    let record = types.pointee(pointer)?.unqualified();
    let TypeKind::Record(id) = types.kind(record) else { return None };
    let members = types.record(*id)?.members.as_deref()?;
    let own = members.iter().filter(|m| types.pointee(m.ty).is_some_and(|to| to.unqualified() == record));
    let names: Vec<String> = own.filter_map(|m| m.name.as_ref().map(|name| name.to_string())).collect();
    let is_child = names.iter().any(|name| name == link);
    (is_child && names.len() > 1 && !names.iter().any(|name| is_back(name))).then_some(names)
}

/// A function of the program that frees such a struct and calls itself.
fn freeing_function(lost: &Lost<'_, '_>) -> Option<String> {
    list::freeing(lost, |id, part| {
        matches!(part.expr().map(|e| &e.kind),
            Some(ExprKind::Call { callee: Callee::Direct(called), .. }) if *called == id)
    })
}
