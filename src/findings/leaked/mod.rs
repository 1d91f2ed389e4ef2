//! What to write so that a block is freed, or not lost: told only where the text
//! leaves no doubt. The report has general words for the rest.

pub(super) mod list;
pub(super) mod old_value;
pub(super) mod pointer;
pub(super) mod taken_out;
pub(super) mod tree;

use crate::findings::lifetime::straight;
use crate::findings::lifetime::too_early::is_name;
use crate::findings::locate::{Part, Path};
use crate::findings::scene::Scene;
use crate::findings::spell::uncast;
use crate::machine::Machine;
use crate::memory::{Event, Reason};
use crate::sema::tree::{Expr, ExprKind, FunctionId, NodeId, Program, StmtKind};
use crate::source::{SourceMap, Span};

/// An advice has room for so many characters in two lines.
const LONGEST: usize = 150;

/// The form of blocks that lead to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Each leads to the next.
    List,
    /// Each leads to the next and to the one before.
    DoublyLinked,
    /// Each leads to several.
    Tree,
    /// One block, or none of these.
    Other,
}

/// What is known of a lost block, or of equal ones.
pub struct LostBlock<'a> {
    /// Where the last pointer went.
    pub node: NodeId,
    /// Why.
    pub reason: Reason,
    /// The place that was overwritten, and with what.
    pub place: Option<&'a str>,
    /// What was stored there.
    pub value: Option<&'a str>,
    /// The variable that held the last pointer.
    pub holder: Option<&'a str>,
    /// Others that held it as well.
    pub others: &'a [String],
    /// It was the only one.
    pub alone: bool,
    /// Of exit: the function whose variable held it.
    pub held_in: Option<&'a str>,
    /// The pointer was not to the start of the block.
    pub off_start: bool,
    /// How the block was allocated.
    pub born: Event,
    /// The struct it was allocated as.
    pub record: Option<&'a str>,
    /// What the blocks look like together.
    pub form: Form,
    /// The members that lead to the next block.
    pub links: &'a [String],
    /// What in a block leads to other blocks: `->name`.
    pub data: &'a [String],
    /// Blocks of the form, and all that it leads to.
    pub nodes: u64,
    /// All blocks of one of the equal leaks.
    pub blocks: u64,
    /// The calls that led to the loss, the innermost first: function and place.
    pub calls: Vec<(&'a str, Span)>,
}

/// A place where something is to be written.
pub(in crate::findings) struct Lost<'s, 'a> {
    pub scene: &'s Scene<'a>,
    pub block: &'s LostBlock<'s>,
    /// The function in which it was lost, and the way there.
    pub function: FunctionId,
    pub path: Path<'a>,
}

/// What would mend it.
pub fn leak_mend(program: &Program, map: &SourceMap, machine: &Machine, block: &LostBlock<'_>) -> Option<String> {
    let scene = Scene::new(program, map, machine, block.node);
    let (function, path) = scene.find_anywhere(block.node)?;
    let lost = Lost { scene: &scene, block, function, path };
    let special = pointer::mend(&lost).or_else(|| list::mend(&lost)).or_else(|| tree::mend(&lost));
    let told = special.or_else(|| old_value::mend(&lost)).or_else(|| match block.reason {
        Reason::Exit => before_exit(&lost),
        Reason::Return | Reason::MainReturned => before_return(&lost),
        _ => None,
    });
    told.filter(|advice| advice.chars().count() <= LONGEST)
}

impl<'a> Lost<'_, 'a> {
    /// The text of an expression, as it is written.
    pub fn text(&self, expr: &Expr) -> Option<String> {
        self.scene.text(uncast(expr).id)
    }

    /// The local of a function with this name, if there is only one, and it is a pointer.
    pub fn pointer(&self, function: FunctionId, name: &str) -> Option<straight::Root> {
        let body = self.scene.body(function)?;
        let mut named = body.locals.iter().zip(0..).filter(|(local, _)| &*local.name == name);
        let (local, number) = named.next()?;
        let only = named.next().is_none() && self.scene.program.types.is_pointer(local.ty);
        only.then_some(straight::Root::Local(crate::sema::tree::LocalId(number)))
    }

    /// The variable by which a pointer is reached: it, or the struct in which it lies (`list.head`).
    pub fn reached(&self, function: FunctionId, name: &str) -> Option<straight::Root> {
        if is_name(name) {
            return self.pointer(function, name);
        }
        let (base, member) = name.split_once("->").or_else(|| name.split_once('.'))?;
        let body = self.scene.body(function)?;
        let mut named = body.locals.iter().zip(0..).filter(|(local, _)| &*local.name == base);
        let (_, number) = named.next().filter(|_| is_name(base) && is_name(member))?;
        named.next().is_none().then_some(straight::Root::Local(crate::sema::tree::LocalId(number)))
    }

    /// The statements that free what `name` holds: `free(p);`, or a loop over a list.
    pub fn release(&self, name: &str) -> Option<String> {
        let blocks = self.block;
        match blocks.form {
            Form::List | Form::DoublyLinked if taken_out::is_taken_out(self, name) => taken_out::release(self, name),
            Form::List | Form::DoublyLinked => list::freeing_loop(self, name),
            Form::Tree => None,
            Form::Other => (blocks.blocks == 1).then(|| format!("free({name});")),
        }
    }
}

/// `exit` is called while a variable still holds it.
fn before_exit(lost: &Lost<'_, '_>) -> Option<String> {
    let name = lost.block.holder.filter(|name| is_name(name) && lost.block.alone)?;
    let holder = lost.scene.program.functions.iter().position(|f| Some(&*f.name) == lost.block.held_in)?;
    let holder = FunctionId(u32::try_from(holder).ok()?);
    let root = lost.pointer(holder, name)?;
    // A pointer that walks cannot be given to free.
    if straight::moves(Part::Block(&lost.scene.body(holder)?.block), root) {
        return None;
    }
    let release = lost.release(name)?;
    let free = release.trim_end_matches(';');
    let is_call = release.starts_with("free(");
    if holder != lost.function {
        return ends_always(lost, holder)
            .filter(|_| is_call)
            .map(|(line, call)| format!("Call {free} before line {line}, {call}, which ends the program."));
    }
    let ExprKind::Call { arguments, .. } = &uncast(lost.path.expr()?).kind else { return None };
    let name_of = lost.scene.text(uncast(lost.path.expr()?).id)?;
    let (exit, _) = name_of.split_once('(')?;
    match arguments.first() {
        Some(status) if straight::names(lost.scene, Part::Expr(status), &[root]) => {
            let (status, kept) = (lost.text(status)?, unused(lost, &["status", "result", "code"])?);
            Some(format!("Keep the status before you free: int {kept} = {status}; {release} {exit}({kept});"))
        }
        _ if is_call => Some(format!("Call {free} before this {exit}.")),
        _ => Some(format!("Before this {exit}: {release}")),
    }
}

/// The statement of the holder's function that calls the one with the exit, if that comes to
/// it whatever it is given: its line and its text.
fn ends_always(lost: &Lost<'_, '_>, holder: FunctionId) -> Option<(u32, String)> {
    let [_, (function, span), ..] = lost.block.calls.as_slice() else { return None };
    let unconditional = lost.path.statements().count() == 1;
    let mut alone = false;
    crate::findings::locate::any(Part::Block(&lost.scene.body(holder)?.block), |part| {
        if let Part::Stmt(stmt) = part
            && let StmtKind::Expr(whole) = &stmt.kind
        {
            alone |= lost.scene.span(uncast(whole).id) == *span;
        }
        false
    });
    let call = lost.scene.text_of(*span, 40)?;
    (unconditional && alone && Some(*function) == lost.block.held_in).then(|| (lost.scene.map.place(*span).line, call))
}

/// A `return` ends the variable.
fn before_return(lost: &Lost<'_, '_>) -> Option<String> {
    let name = lost.block.holder.filter(|_| lost.block.alone || list::both_ends(lost))?;
    let StmtKind::Return(value) = &lost.path.statements().next()?.kind else { return None };
    let root = lost.reached(lost.function, name)?;
    let release = lost.release(name)?;
    match value {
        Some(value) if straight::names(lost.scene, Part::Expr(value), &[root]) => {
            let types = &lost.scene.program.types;
            let text = lost.text(value).filter(|_| types.is_arithmetic(value.ty))?;
            let kept = unused(lost, &["result", "value", "answer"])?;
            let declared = types.print_declaration(value.ty.unqualified(), kept);
            Some(format!("Keep the result before you free: {declared} = {text}; {release} return {kept};"))
        }
        // The line before a lone return would end what the if or the loop does.
        _ if !lost.path.in_braces() => {
            let returned = match value {
                Some(value) => format!("return {};", lost.text(value)?),
                None => "return;".to_owned(),
            };
            Some(format!("Write {{ {release} {returned} }} instead."))
        }
        _ if release.starts_with("free(") => {
            Some(format!("Call {} before this return.", release.trim_end_matches(';')))
        }
        _ => Some(format!("Before this return: {release}")),
    }
}

/// A name that means nothing yet in the function.
pub(in crate::findings) fn unused<'n>(lost: &Lost<'_, '_>, names: &[&'n str]) -> Option<&'n str> {
    let body = lost.scene.body(lost.function)?;
    crate::findings::lifetime::too_early::free_name(lost.scene, body, names)
}
