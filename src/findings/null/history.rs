//! Where a null pointer came from, as far as the source and the machine tell: the
//! assignment that reaches the place, the argument, the function that returned
//! it, the request for memory that failed. Nothing is recorded while the program
//! runs; what is not certain is told as what the text says, not as what happened.

use crate::findings::causes;
use crate::findings::locate::{self, Part};
use crate::findings::reaching::{Source, reaching};
use crate::findings::scene::{Held, Scene};
use crate::findings::spell::{bare, uncast};
use crate::findings::story::Story;
use crate::findings::wording::{amount, count};
use crate::memory::Pointer;
use crate::sema::tree::{Callee, Expr, ExprKind, FunctionId, FunctionKind, LocalId, NodeId, Stmt, StmtKind};
use crate::source::Span;
use crate::types::TypeKind;

/// Places that are told; more would confuse.
const MOST_PLACES: usize = 3;
/// Variables, arguments and results that are followed, one from the other.
const DEEPEST: u32 = 6;

impl<'a> Scene<'a> {
    /// The story with the places from which a null pointer came that the
    /// innermost function read through `pointer`.
    pub fn with_null_history(&self, story: Story, pointer: &'a Expr) -> Story {
        match self.innermost() {
            Some(frame) => self.null_from(story, frame, self.node, pointer, DEEPEST),
            None => story,
        }
    }

    /// `expr` is null at `node` of a frame: since when?
    fn null_from(&self, story: Story, frame: usize, node: NodeId, expr: &'a Expr, depth: u32) -> Story {
        let expr = uncast(expr);
        let Some(depth) = depth.checked_sub(1) else { return story };
        match &expr.kind {
            ExprKind::Local(id) => self.null_local(story, frame, node, *id, depth),
            ExprKind::Call { .. } => self.null_result(story, expr, expr.id, true),
            ExprKind::Global(_) | ExprKind::Member { .. } => {
                let story = self.null_place(story, frame, expr);
                if node == self.node { causes::given_a_copy_of_whole(self, story, expr) } else { story }
            }
            ExprKind::Index { base, .. } | ExprKind::Deref(base) => self.null_of_command_line(story, frame, base, expr),
            _ => story,
        }
    }

    fn null_local(&self, story: Story, frame: usize, node: NodeId, id: LocalId, depth: u32) -> Story {
        let Some((function, body)) = self.frame(frame).and_then(|f| Some((f.function, self.body(f.function)?))) else {
            return story;
        };
        let Some(local) = self.local(function, id) else { return story };
        let name = &local.name;
        let path = locate::find(body, node).unwrap_or_default();
        let (sources, ended) = reaching(&path, id);
        let from_caller = !ended && id.0 < body.parameters;
        match sources.found.as_slice() {
            [] if from_caller && !local.address_taken => self.null_argument(story, frame, id, depth),
            // A walk that begins with null does not come further.
            _ if from_caller && !local.address_taken && self.is_given_null(frame, id) => {
                self.null_argument(story, frame, id, depth)
            }
            // What a function stores through its address is not seen here.
            [only] if !from_caller && !local.address_taken => {
                let story = self.null_value(story, name, only, true, (frame, depth));
                let there = Scene { node, ..*self };
                let story = causes::given_a_copy(&there, story, function, id, self.span(only.node));
                match story.copied_to {
                    Some(_) => story,
                    None => causes::result_dropped(&there, story, function, id),
                }
            }
            several => several
                .iter()
                .rev()
                .filter(|source| may_be_null(source.value))
                .take(MOST_PLACES)
                .fold(story, |story, source| self.null_value(story, name, source, false, (frame, depth))),
        }
    }

    /// The pointer that is followed at the trap is null on every way: it has to point somewhere.
    fn always_null(&self, story: Story) -> Story {
        let told = || {
            let whole = self.path()?.expressions().last()?;
            let mut found = None;
            locate::any(Part::Expr(whole), |part| {
                let is_it = |e: &Expr| matches!(e.kind, ExprKind::Local(_) | ExprKind::Global(_));
                let pointer = part.expr().filter(|e| is_it(e) && self.program.types.is_pointer(e.ty));
                let held = |e: &Expr| self.held_in(self.innermost()?, e);
                let null = pointer.filter(|e| matches!(held(e), Some(Held::Pointer(p)) if p.is_null()));
                found = null.and_then(|e| Some((e, self.purpose(|other| std::ptr::eq(other, e))?)));
                found.is_some()
            });
            let (pointer, purpose) = found?;
            Some(self.point_at(&self.spell(pointer)?, pointer.ty, purpose))
        };
        match told() {
            Some(advice) => story.advice(advice),
            None => story,
        }
    }

    /// Is what the caller passed for a parameter null there still?
    fn is_given_null(&self, frame: usize, id: LocalId) -> bool {
        let null = || {
            let outer = frame.checked_sub(1)?;
            let body = self.body(self.frame(outer)?.function)?;
            let call = uncast(locate::find(body, self.frame(frame)?.call)?.expr()?);
            let ExprKind::Call { arguments, .. } = &call.kind else { return None };
            self.pointer_value(outer, arguments.get(usize::try_from(id.0).ok()?)?)
        };
        null().is_some_and(Pointer::is_null)
    }

    /// The caller passed it.
    fn null_argument(&self, story: Story, frame: usize, id: LocalId, depth: u32) -> Story {
        let told = || {
            let callee = self.frame(frame)?;
            let outer = frame.checked_sub(1)?;
            let body = self.body(self.frame(outer)?.function)?;
            let call = uncast(locate::find(body, callee.call)?.expr()?);
            let ExprKind::Call { arguments, .. } = &call.kind else { return None };
            let argument = arguments.get(usize::try_from(id.0).ok()?)?;
            let caller = self.function_name(self.frame(outer)?.function);
            let name = self.local(callee.function, id)?.name.clone();
            Some((outer, callee.call, argument, caller, name))
        };
        let calls_itself = frame.checked_sub(1).and_then(|outer| self.frame(outer)).map(|f| f.function)
            == self.frame(frame).map(|f| f.function);
        let Some((outer, call, argument, caller, name)) = told() else { return story };
        if matches!(uncast(argument).kind, ExprKind::Null | ExprKind::Int(_)) {
            let advice = format!("Pass an address as '{name}' instead of NULL, or test it: if ({name} != NULL) ...");
            return story.note(format!("{caller} passes NULL as '{name}' here"), self.span(argument.id)).advice(advice);
        }
        let what = self.text(uncast(argument).id).map_or_else(String::new, |text| format!(" '{text}'"));
        let story = story.note(format!("{caller} passes{what} as '{name}' here"), self.span(call));
        let story = self.null_from(story, outer, call, argument, depth);
        match self.frame(frame).filter(|_| calls_itself && frame + 1 == self.machine.frames.stack.len()) {
            Some(f) => story.advice(self.end_of_recursion(f.function, &name)),
            None => story,
        }
    }

    /// A function that calls itself with what may be null: there the recursion has to end.
    fn end_of_recursion(&self, function: FunctionId, name: &str) -> String {
        let value = self.way_out(function);
        format!("End the recursion where {} begins: if ({name} == NULL) {value}", self.function_name(function))
    }

    /// A variable gets this value. `sure`: it is the one that was found null.
    fn null_value(&self, story: Story, name: &str, source: &Source<'a>, sure: bool, at: (usize, u32)) -> Story {
        let value = uncast(source.value);
        match &value.kind {
            ExprKind::Null | ExprKind::Int(_) => {
                let story = story.note(format!("'{name}' is set to NULL here"), self.span(source.node));
                // On no other way it has another value, so a test would never let it pass.
                // An empty list that was passed on is none: who was given it has to look.
                let passed_list = at.0 != self.innermost().unwrap_or(0) && is_linked(self, name, at.0);
                if sure && !passed_list { self.always_null(story) } else { story }
            }
            ExprKind::Call { .. } => self.null_result(story, value, source.node, sure),
            _ => {
                let story = match self.text(value.id).or_else(|| self.spell(value)) {
                    Some(text) => {
                        story.note(format!("'{name}' gets the value of '{text}' here"), self.span(source.node))
                    }
                    None => story.note(format!("'{name}' gets its value here"), self.span(source.node)),
                };
                let (frame, depth) = at;
                if sure { self.null_from(story, frame, source.node, value, depth) } else { story }
            }
        }
    }

    /// A call returned it, at `node`.
    fn null_result(&self, story: Story, call: &'a Expr, node: NodeId, sure: bool) -> Story {
        let ExprKind::Call { callee: Callee::Direct(id), .. } = &call.kind else { return story };
        let Some(function) = self.program.function(*id) else { return story };
        let name = &function.name;
        let span = self.span(if node == NodeId::NONE { call.id } else { node });
        if matches!(function.kind, FunctionKind::Library { .. }) {
            let stats = self.machine.memory.heap_stats();
            if let Some(failed) = stats.failed.iter().rev().find(|failed| failed.event.node == call.id) {
                let heap = amount(self.machine.limits.heap);
                let bytes = count(failed.bytes, "byte");
                let what = format!("'{name}' returned NULL here: the heap of {heap} has no room for {bytes}");
                return story.event(what, span, failed.event.step);
            }
            return match why_null(name) {
                Some(why) if sure => story.note(format!("'{name}' returned NULL here: {why}"), span),
                Some(_) => story.note(format!("'{name}' may return NULL here"), span),
                None => story,
            };
        }
        let story = match sure {
            true => story.note(format!("'{name}' returned it here"), span),
            false => story.note(format!("the result of '{name}' is kept here"), span),
        };
        let story = if sure { self.null_given(story, call, name) } else { story };
        let returns = self.null_returns(*id);
        let told = if sure && returns.len() == 1 { "NULL is what it returned here" } else { "it can return NULL here" };
        returns.into_iter().take(MOST_PLACES).fold(story, |story, node| story.note(told, self.span(node)))
    }

    /// The function that returned it had been given null itself: an empty list, perhaps
    /// because the one that was to fill it got a copy.
    fn null_given(&self, story: Story, call: &'a Expr, callee: &str) -> Story {
        let given = || {
            let ExprKind::Call { arguments, .. } = &call.kind else { return None };
            let frame = self.innermost()?;
            let function = self.frame(frame)?.function;
            let null = |e: &Expr| match bare(e).kind {
                ExprKind::Local(id) => self.pointer_value(frame, e).filter(|p| p.is_null()).map(|_| id),
                _ => None,
            };
            let id = arguments.iter().find_map(null)?;
            Some((function, id, self.local(function, id)?))
        };
        let Some((function, id, local)) = given() else { return story };
        let story = story.note(format!("'{}', which '{callee}' is given, is NULL", local.name), Span::NONE);
        causes::given_a_copy(self, story, function, id, local.span)
    }

    /// The statements of a function that return NULL as it is written.
    fn null_returns(&self, id: FunctionId) -> Vec<NodeId> {
        let mut found = Vec::new();
        let Some(body) = self.body(id) else { return found };
        locate::any(Part::Block(&body.block), |part| {
            if let Part::Stmt(Stmt { kind: StmtKind::Return(Some(value)), id, .. }) = part
                && matches!(uncast(value).kind, ExprKind::Null)
            {
                found.push(*id);
            }
            false
        });
        found
    }

    /// A global variable, or a member: what the program stores there, anywhere.
    fn null_place(&self, story: Story, frame: usize, place: &'a Expr) -> Story {
        let Some(name) = self.spell(place) else { return story };
        let mut found: Vec<Source<'a>> = Vec::new();
        for index in 0..self.program.functions.len() {
            let body = u32::try_from(index).ok().and_then(|i| self.body(FunctionId(i)));
            let Some(body) = body else { continue };
            locate::any(Part::Block(&body.block), |part| {
                if let Some(Expr { kind: ExprKind::Assign { left, right }, id, .. }) = part.expr()
                    && same_place(left, place)
                {
                    found.push(Source { value: right, node: *id });
                }
                false
            });
        }
        if found.is_empty()
            && let ExprKind::Global(id) = &place.kind
        {
            let span = self.program.global(*id).map_or(Span::NONE, |global| global.span);
            return story.note(format!("'{name}' begins as NULL, and nothing else is stored in it"), span);
        }
        found.sort_by_key(|source| self.span(source.node).lo);
        let nulls: Vec<&Source<'_>> =
            found.iter().filter(|s| matches!(uncast(s.value).kind, ExprKind::Null)).take(MOST_PLACES).collect();
        let member = match &place.kind {
            ExprKind::Member { .. } => name.rsplit(['.', '>']).next().unwrap_or(&name),
            _ => &name,
        };
        let story = match found.is_empty() {
            true => self.null_since_declared(story, frame, place, member),
            false => story,
        };
        // Which struct it is a member of: where that began.
        let whole = self.address_of(frame, place).and_then(|at| self.machine.memory.biography(at.tag));
        let story = match whole.filter(|_| matches!(place.kind, ExprKind::Member { .. })) {
            Some(life) => self.with_birth(story, &life),
            None => story,
        };
        // Which of several was the last one to run, the text does not tell.
        let what = if nulls.len() == 1 { "is" } else { "may have been" };
        nulls.iter().fold(story, |story, source| {
            story.note(format!("'{member}' {what} set to NULL here"), self.span(source.node))
        })
    }
}

impl Scene<'_> {
    /// A member that nothing but the initialiser of its variable has set.
    fn null_since_declared(&self, story: Story, frame: usize, place: &Expr, member: &str) -> Story {
        let declared = || {
            let ExprKind::Local(id) = causes::part_of(place).kind else { return None };
            let function = self.frame(frame)?.function;
            let local = self.local(function, id)?;
            let body = self.body(function)?;
            let has_values = locate::any(
                Part::Block(&body.block),
                |part| matches!(part, Part::Stmt(Stmt { kind: StmtKind::Declare { local, init: Some(_) }, .. }) if *local == id),
            );
            has_values.then_some(local.span)
        };
        match declared() {
            Some(span) => story.note(format!("its initialiser sets '{member}' to NULL here"), span),
            None => story,
        }
    }
}

/// Does the variable of a frame point to a struct that has a pointer to its own kind?
fn is_linked(scene: &Scene<'_>, name: &str, frame: usize) -> bool {
    let linked = || {
        let body = scene.body(scene.frame(frame)?.function)?;
        let local = body.locals.iter().find(|local| &*local.name == name)?;
        let types = &scene.program.types;
        let record = types.pointee(local.ty)?.unqualified();
        let TypeKind::Record(id) = types.kind(record) else { return None };
        let members = types.record(*id)?.members.as_deref()?;
        Some(members.iter().any(|m| types.pointee(m.ty).is_some_and(|to| to.unqualified() == record)))
    };
    linked().unwrap_or(false)
}

/// The same variable, or the same member of some struct of the type.
fn same_place(a: &Expr, b: &Expr) -> bool {
    match (&a.kind, &b.kind) {
        (ExprKind::Global(a), ExprKind::Global(b)) => a == b,
        (ExprKind::Member { record: a, index: i, .. }, ExprKind::Member { record: b, index: j, .. }) => {
            a == b && i == j
        }
        _ => false,
    }
}

fn may_be_null(value: &Expr) -> bool {
    !matches!(
        uncast(value).kind,
        ExprKind::AddressOf(_) | ExprKind::String(_) | ExprKind::PointerAdd { .. } | ExprKind::CompoundLiteral { .. }
    )
}

/// Why a function of the library returns NULL, when it does.
fn why_null(function: &str) -> Option<&'static str> {
    Some(match function {
        "malloc" | "calloc" | "realloc" | "aligned_alloc" | "strdup" | "strndup" => "there was no memory",
        "strchr" | "strrchr" | "strstr" | "strpbrk" | "memchr" | "bsearch" => "it did not find what it looked for",
        "strtok" | "strtok_r" => "there was no further word",
        "fopen" | "freopen" | "tmpfile" => "the file could not be opened",
        "fgets" | "gets" => "there was no more input",
        "getenv" => "there is no such variable in the environment",
        _ => return None,
    })
}
