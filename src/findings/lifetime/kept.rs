//! A block was freed, and some place still holds its address, through which it is
//! used: the list that it was not taken out of, the member that says where the list
//! ends, an index beside it. Where it was freed, that place was forgotten.

use crate::findings::given;
use crate::findings::holders::Keeper;
use crate::findings::leaked::list::is_back;
use crate::findings::lifetime::shared::copier;
use crate::findings::lifetime::straight::{self, Root};
use crate::findings::locate::{self, Part};
use crate::findings::ownership;
use crate::findings::scene::Scene;
use crate::findings::spell::uncast;
use crate::memory::{Biography, Event, Origin, Pointer};
use crate::sema::tree::{Body, Callee, Expr, ExprKind, FunctionId, Init, Local, LocalId, LocalKind, Stmt, StmtKind};
use crate::types::{Type, TypeKind};

/// An advice has room for so many characters in two lines.
const LONGEST: usize = 146;

/// What to write where the block was freed, so that nothing points to it any more.
pub(in crate::findings) fn mend(
    scene: &Scene<'_>,
    freed: Event,
    pointer: Pointer,
    used: Option<&Expr>,
) -> Option<String> {
    let free = Free::of(scene, freed)?;
    if let Some(advice) = handed_out(scene, &free) {
        return Some(advice);
    }
    let told = match scene.keepers_in_memory(pointer).as_slice() {
        [Keeper::Memory(life, offset)] => in_memory(scene, &free, life, *offset),
        [Keeper::Memory(one, i), Keeper::Memory(other, j)] => on_both_sides(scene, &free, (one, *i), (other, *j)),
        [] => {
            let walker = used.and_then(straight::reached_by);
            let (here, mut keepers) = (scene.innermost(), scene.keepers_on_stack(pointer));
            keepers.retain(|keeper| match keeper {
                Keeper::Local(frame, id) => Some(*frame) != here || walker != Some(Root::Local(*id)),
                Keeper::Memory(..) => true,
            });
            match keepers.as_slice() {
                [Keeper::Local(frame, id)] => of_caller(scene, &free, *frame, *id),
                _ => None,
            }
        }
        _ => None,
    };
    told.filter(|advice| advice.chars().count() <= LONGEST)
}

/// `destroy(&head);` is to leave nothing that leads to what it has freed.
pub(in crate::findings) fn by_address(scene: &Scene<'_>, freed: Event, used: Option<&Expr>) -> Option<String> {
    let pair = straight::pair(scene, freed)?;
    let call = pair.first.expr()?;
    let ExprKind::Call { callee: Callee::Direct(id), arguments, .. } = &uncast(call).kind else { return None };
    let body = scene.body(*id)?;
    let root = straight::reached_by(used?)?;
    let place = arguments.iter().position(|e| match &uncast(e).kind {
        ExprKind::AddressOf(variable) => straight::whole(variable) == Some(root),
        _ => false,
    })?;
    let parameter = body.locals.get(place)?;
    let types = &scene.program.types;
    let to_pointer = types.pointee(parameter.ty).is_some_and(|ty| types.is_pointer(ty));
    let is_it = |e: &Expr| matches!(&e.kind, ExprKind::Deref(p) if matches!(uncast(p).kind, ExprKind::Local(local) if usize::try_from(local.0) == Ok(place)));
    let sets = locate::any(
        Part::Block(&body.block),
        |part| matches!(part.expr().map(|e| &e.kind), Some(ExprKind::Assign { left, .. }) if is_it(left)),
    );
    let (name, variable) = (scene.function_name(*id), scene.spell(used?)?);
    let parameter = &parameter.name;
    (Some(pair.frame) == scene.innermost() && to_pointer && !sets)
        .then(|| format!("'{variable}' still points to it: end {name} with *{parameter} = NULL;"))
}

/// `free(p);` for a variable of the function it stands in.
struct Free<'t> {
    function: FunctionId,
    body: &'t Body,
    variable: LocalId,
    local: &'t Local,
    line: u32,
    in_loop: bool,
    event: Event,
}

impl<'t> Free<'t> {
    fn of(scene: &Scene<'t>, event: Event) -> Option<Free<'t>> {
        let (function, path) = scene.find_anywhere(event.node)?;
        let body = scene.body(function)?;
        let (_, given) = straight::released(scene, path.statements().next()?)?;
        let ExprKind::Local(variable) = uncast(given).kind else { return None };
        let local = scene.local(function, variable)?;
        let in_loop = path.steps.iter().any(|(part, _)| straight::is_loop(*part));
        Some(Free { function, body, variable, local, line: scene.line(event.node), in_loop, event })
    }

    /// The struct that the block was used as.
    fn record(&self, scene: &Scene<'_>) -> Option<Type> {
        record_behind(scene, self.local.ty)
    }

    fn any(&self, test: impl FnMut(Part<'t>) -> bool) -> bool {
        locate::any(Part::Block(&self.body.block), test)
    }

    /// Does the function itself give a member of this name another value?
    fn sets_member(&self, scene: &Scene<'_>, member: &str) -> bool {
        self.any(|part| match part.expr().map(|e| &e.kind) {
            Some(ExprKind::Assign { left, .. }) => {
                matches!(left.kind, ExprKind::Member { .. })
                    && scene.spell(left).is_some_and(|text| ends_with(&text, member))
            }
            _ => false,
        })
    }

    /// The variable that stays one behind: `before = p;`
    fn trailing(&self, scene: &Scene<'t>) -> Option<&'t str> {
        let mut found = None;
        self.any(|part| {
            if let Some(ExprKind::Assign { left, right }) = part.expr().map(|e| &e.kind)
                && let (ExprKind::Local(id), ExprKind::Local(from)) = (&left.kind, &uncast(right).kind)
                && *from == self.variable
                && *id != self.variable
            {
                found = Some(*id);
            }
            found.is_some()
        });
        scene.local(self.function, found?).map(|local| &*local.name)
    }

    /// What a place that led to the block is to lead to: if the function walks from there, what
    /// comes next, else what comes before.
    fn replacement(&self, scene: &Scene<'t>, is_place: &dyn Fn(&Expr) -> bool) -> String {
        let x = &self.local.name;
        let walks = self.any(|part| match part {
            Part::Stmt(Stmt { kind: StmtKind::Declare { local, init: Some(Init::Value(value)) }, .. }) => {
                *local == self.variable && is_place(uncast(value))
            }
            Part::Expr(Expr { kind: ExprKind::Assign { left, right }, .. }) => {
                matches!(left.kind, ExprKind::Local(id) if id == self.variable) && is_place(uncast(right))
            }
            _ => false,
        });
        match links(scene, self) {
            Some((next, _)) if walks => format!("{x}->{next}"),
            Some((_, Some(back))) => format!("{x}->{back}"),
            _ => self.trailing(scene).unwrap_or("NULL").to_owned(),
        }
    }

    /// What the function was given for a parameter when it freed the block, and by whom.
    fn given(&self, scene: &Scene<'t>, parameter: LocalId) -> Option<(FunctionId, &'t Expr, &'t Expr)> {
        let link = scene.machine.chains.get(self.event.chain).filter(|link| link.function == self.function)?;
        let (caller, path) = scene.find_anywhere(link.call)?;
        let call = uncast(path.expr()?);
        let ExprKind::Call { callee: Callee::Direct(_), arguments, .. } = &call.kind else { return None };
        let place = usize::try_from(parameter.0).ok().filter(|_| parameter.0 < self.body.parameters)?;
        Some((caller, call, arguments.get(place)?))
    }
}

fn record_behind(scene: &Scene<'_>, pointer: Type) -> Option<Type> {
    let ty = scene.program.types.pointee(pointer)?.unqualified();
    matches!(scene.program.types.kind(ty), TypeKind::Record(_)).then_some(ty)
}

fn ends_with(text: &str, member: &str) -> bool {
    text.strip_suffix(member).is_some_and(|before| before.ends_with(['>', '.']))
}

/// What holds the pointer: a record, and the member in it.
fn member<'n>(scene: &Scene<'_>, life: &Biography, offset: u64, name: &'n mut String) -> Option<(Type, &'n str)> {
    let whole = match life.origin {
        Origin::Heap => ownership::allocated_record(scene.program, scene.map, scene.machine, &life.born)?,
        origin => scene.declared_type(origin)?,
    };
    let size = scene.size_of(whole);
    let inside = offset.checked_rem(size).filter(|_| life.origin == Origin::Heap).unwrap_or(offset);
    let (part, rest) = scene.part(whole, inside, None);
    *name = part;
    let (_, last) = name.rsplit_once('.').filter(|_| rest == 0)?;
    // The struct may lie in an array; in another struct it has a name that is not told here.
    let ty = scene.program.types.element(whole).unwrap_or(whole).unqualified();
    (!last.contains('[') && matches!(scene.program.types.kind(ty), TypeKind::Record(_))).then_some((ty, last))
}

fn in_memory(scene: &Scene<'_>, free: &Free<'_>, life: &Biography, offset: u64) -> Option<String> {
    let mut name = String::new();
    if let Some((record, member)) = member(scene, life, offset, &mut name) {
        if free.record(scene) == Some(record) && life.origin == Origin::Heap {
            return of_neighbour(scene, free, life, member);
        }
        if let Some(advice) = of_owner(scene, free, record, member) {
            return Some(advice);
        }
    }
    let place = match life.origin {
        Origin::Heap => return None,
        _ => scene.place(life, offset, None),
    };
    let (at, freed) = (free.line, scene.function_name(free.function));
    // A plain variable of the whole program can be compared where the block is freed.
    let plain = place.trim_matches('\'');
    if matches!(life.origin, Origin::Global(_)) && !plain.contains('[') {
        let x = &free.local.name;
        return Some(format!(
            "'{plain}' still points to it: before line {at} write if ({plain} == {x}) {plain} = NULL;"
        ));
    }
    Some(format!("{place} still points to the block that {freed} frees in line {at}: set it to NULL there, too."))
}

/// A member of a struct that the function can reach: `q->rear`.
fn of_owner(scene: &Scene<'_>, free: &Free<'_>, record: Type, member: &str) -> Option<String> {
    let leads_there = |local: &&Local| {
        let named = !local.name.is_empty() && local.kind != LocalKind::Temporary;
        named && record_behind(scene, local.ty) == Some(record)
    };
    let mut owners = free.body.locals.iter().filter(leads_there);
    let owner = owners.next().filter(|_| owners.next().is_none())?;
    if free.sets_member(scene, member) {
        return None;
    }
    let (x, at) = (&free.local.name, free.line);
    let place = format!("{}->{member}", owner.name);
    let begins = |e: &Expr| scene.text(e.id).as_deref() == Some(&place);
    let other = free.replacement(scene, &begins);
    Some(format!("'{place}' still points to it: before line {at} write if ({place} == {x}) {place} = {other};"))
}

/// Another block of the same kind still leads to it: a list, or a tree.
fn of_neighbour(scene: &Scene<'_>, free: &Free<'_>, life: &Biography, member: &str) -> Option<String> {
    let (x, at) = (&free.local.name, free.line);
    if let Some(advice) = returned(scene, free) {
        return Some(advice);
    }
    let (next, back) = links(scene, free)?;
    if Some(member) == back {
        return Some(format!("Before line {at} write if ({x}->{next} != NULL) {x}->{next}->{member} = {x}->{member};"));
    }
    if let Some(back) = back {
        return Some(format!("Before line {at} write if ({x}->{back} != NULL) {x}->{back}->{next} = {x}->{next};"));
    }
    if free.sets_member(scene, member) {
        return None;
    }
    Some(match free.trailing(scene) {
        Some(before) => {
            format!("Take it out of the list before line {at} frees it: {before}->{member} = {x}->{member};")
        }
        None => {
            let block = scene.block(life);
            format!(
                "'{member}' of {block} still points to what line {at} frees: before that, let it point to {x}->{member}."
            )
        }
    })
}

/// The members through which structs of this kind are linked: on, and back if there is such a one.
fn links<'t>(scene: &Scene<'t>, free: &Free<'_>) -> Option<(&'t str, Option<&'t str>)> {
    let record = free.record(scene)?;
    let TypeKind::Record(id) = scene.program.types.kind(record) else { return None };
    let members = scene.program.types.record(*id)?.members.as_deref()?;
    let own = members.iter().filter(|m| record_behind(scene, m.ty) == Some(record));
    let names: Vec<&str> = own.filter_map(|m| m.name.as_deref()).collect();
    match names.as_slice() {
        [next] => Some((next, None)),
        [a, b] if is_back(b) && !is_back(a) => Some((a, Some(b))),
        [a, b] if is_back(a) && !is_back(b) => Some((b, Some(a))),
        _ => None,
    }
}

/// A recursive function was given `t->left`, and freed what that leads to.
fn returned(scene: &Scene<'_>, free: &Free<'_>) -> Option<String> {
    let (caller, call, given) = free.given(scene, free.variable)?;
    let place = uncast(given);
    if caller != free.function || !matches!(place.kind, ExprKind::Member { .. }) {
        return None;
    }
    if !scene.program.types.is_void(call.ty) {
        return None;
    }
    let (place, call) = (scene.text(place.id)?, scene.text(call.id)?);
    let (name, x, at) = (scene.function_name(free.function), &free.local.name, free.line);
    Some(format!("Let {name} return what is left, NULL after line {at}, else {x}; and keep that: {place} = {call};"))
}

/// The function returns a pointer into the block that it frees.
fn handed_out(scene: &Scene<'_>, free: &Free<'_>) -> Option<String> {
    let mut returned = None;
    free.any(|part| {
        if let Part::Stmt(Stmt { kind: StmtKind::Return(Some(value)), .. }) = part
            && let ExprKind::Local(id) = uncast(value).kind
            && id != free.variable
        {
            returned = Some(id);
        }
        false
    });
    let id = returned?;
    let types = &scene.program.types;
    let local = scene.local(free.function, id).filter(|l| types.is_pointer(l.ty))?;
    let inside = given::values(free.body, id).into_iter().rfind(|value| {
        let array = matches!(&value.kind, ExprKind::Decay(_)) || matches!(uncast(value).kind, ExprKind::AddressOf(_));
        array && straight::reached_by(uncast(value)) == Some(Root::Local(free.variable))
    });
    let text = scene.text(uncast(inside?).id)?;
    let (name, at) = (&local.name, free.line);
    let is_text = types.pointee(local.ty).is_some_and(|ty| types.is_character(ty.unqualified()));
    Some(match is_text {
        true => format!(
            "'{name}' points into the block that line {at} frees. Copy the text: {name} = {}({text}); the caller frees it.",
            copier(scene)
        ),
        false => format!(
            "'{name}' points into the block that line {at} frees: copy the value before that, and return the copy."
        ),
    })
}

/// A list that is linked both ways: neither side was told.
fn on_both_sides(
    scene: &Scene<'_>,
    free: &Free<'_>,
    (one, i): (&Biography, u64),
    (other, j): (&Biography, u64),
) -> Option<String> {
    let (next, back) = links(scene, free)?;
    let back = back?;
    let (mut a, mut b) = (String::new(), String::new());
    let found = [member(scene, one, i, &mut a)?, member(scene, other, j, &mut b)?];
    let record = free.record(scene)?;
    let fits = |name: &str| found.iter().any(|(ty, member)| *ty == record && *member == name);
    let (x, at) = (&free.local.name, free.line);
    (fits(next) && fits(back)).then(|| {
        format!(
            "Before line {at} write if ({x}->{back}) {x}->{back}->{next} = {x}->{next}; if ({x}->{next}) {x}->{next}->{back} = {x}->{back};"
        )
    })
}

/// A variable of a caller, whose value the function was given: it cannot change it.
fn of_caller(scene: &Scene<'_>, free: &Free<'_>, frame: usize, id: LocalId) -> Option<String> {
    let owner = scene.frame(frame)?.function;
    let variable = scene.local(owner, id)?;
    let passed = free.body.locals.iter().zip(0..free.body.parameters).find_map(|(parameter, number)| {
        let (caller, call, given) = free.given(scene, LocalId(number))?;
        let is_it = caller == owner && matches!(uncast(given).kind, ExprKind::Local(local) if local == id);
        is_it.then_some((parameter, call))
    });
    let (parameter, call) = passed?;
    let (name, at) = (scene.function_name(free.function), free.line);
    if !scene.program.types.is_void(call.ty) {
        return of_result(scene, free, parameter);
    }
    let text = scene.text(call.id)?;
    // The function goes on with its copy: then that is what the caller has to get. One that is
    // given the list and nothing else takes all of it away.
    let is_whole = free.body.parameters == 1 && free.in_loop;
    let moved = straight::assigns(Part::Block(&free.body.block), parameter_root(free, parameter)?);
    let variable = &variable.name;
    Some(match moved && !is_whole {
        true => format!(
            "Let {name} return '{}', which it changes for itself only, and write {variable} = {text}.",
            parameter.name
        ),
        false => format!(
            "'{variable}' still points to the block that {name} frees in line {at}: write {variable} = NULL; after {text}."
        ),
    })
}

/// The function returns its parameter, the first one of a list, also where it has freed that.
fn of_result(scene: &Scene<'_>, free: &Free<'_>, first: &Local) -> Option<String> {
    let Root::Local(id) = parameter_root(free, first)? else { return None };
    let returned = free.any(|part| {
        matches!(part, Part::Stmt(Stmt { kind: StmtKind::Return(Some(value)), .. })
            if matches!(uncast(value).kind, ExprKind::Local(local) if local == id))
    });
    let (next, _) = links(scene, free)?;
    let (x, at, first) = (&free.local.name, free.line, &first.name);
    (returned && id != free.variable).then(|| {
        format!("'{first}' still points to it: before line {at} write if ({first} == {x}) {first} = {x}->{next};")
    })
}

fn parameter_root(free: &Free<'_>, parameter: &Local) -> Option<Root> {
    let at = free.body.locals.iter().position(|local| std::ptr::eq(local, parameter))?;
    u32::try_from(at).ok().map(|id| Root::Local(LocalId(id)))
}
