//! A block that is freed too early: which line has to move, and where to, or what
//! has to be copied before. Told only where text and run leave no doubt.

use crate::findings::lifetime::freed_twice;
use crate::findings::lifetime::straight::{self, Line, Pair, Root};
use crate::findings::locate::Part;
use crate::findings::scene::Scene;
use crate::findings::spell::uncast;
use crate::memory::{Event, Pointer};
use crate::sema::tree::{Block, Body, Callee, Expr, ExprKind, StmtKind};
use crate::types::Type;

/// An advice has room for so many characters in two lines.
const LONGEST: usize = 146;

/// A free that came before `pointer` was used: what to do with it.
pub(in crate::findings) fn mend(
    scene: &Scene<'_>,
    freed: Event,
    pointer: Pointer,
    used: Option<&Expr>,
) -> Option<String> {
    let pair = straight::pair(scene, freed)?;
    let (stmt, call, given) = pair.releasing(scene)?;
    let text = scene.text(call.id)?;
    let line = scene.line(stmt.id);
    let free = Free { call, given, root: straight::root(given)?, text, line, alone: is_alone(scene, call) };
    let told = match pair.line() {
        // In a branch it may not be done at all.
        Some(found) if found.block.stmts.get(found.from)?.id != stmt.id => None,
        Some(found) => freed_twice::taken_away(scene, &pair)
            .or_else(|| by_another_name(scene, &pair, &free, pointer))
            .or_else(|| returned(scene, &pair, &free, found))
            .or_else(|| moved(scene, &pair, &free, (found.block, found.from, found.to), pointer, used)),
        None => {
            let (turns, block, index) = pair.around(scene)?;
            let stays = pair.is_direct(turns) && !straight::changes(Part::Stmt(turns), free.root) && !leaves(turns);
            if !stays {
                return None;
            }
            moved(scene, &pair, &free, (block, index, index), pointer, used)
        }
    };
    told.filter(|advice| advice.chars().count() <= LONGEST)
}

/// `free_list(c)` and then `free_list(b)`, whose first block is among those that are gone.
fn by_another_name(scene: &Scene<'_>, pair: &Pair<'_>, free: &Free<'_>, pointer: Pointer) -> Option<String> {
    let stmt = pair.second.statements().next()?;
    let (call, given) = straight::released(scene, stmt)?;
    let held = scene.pointer_value(pair.frame, given)?;
    let here = pair.second.expr()?.id == call.id && Some(pair.frame) != scene.innermost();
    let text = scene.text(call.id)?;
    (here && straight::root(given) != Some(free.root) && scene.same_object(held, pointer)).then(|| {
        format!(
            "Line {}, {}, has freed that, too: take line {}, {text}, away.",
            free.line,
            free.text,
            scene.line(stmt.id)
        )
    })
}

/// The call that freed the block.
struct Free<'t> {
    call: &'t Expr,
    given: &'t Expr,
    root: Root,
    /// `free(p)`
    text: String,
    line: u32,
    /// Nothing else stands in its line.
    alone: bool,
}

impl Free<'_> {
    /// `line 7, free(p),`
    fn named(&self) -> String {
        let Free { text, line, alone, .. } = self;
        if *alone { format!("line {line}, {text},") } else { format!("{text} from line {line}") }
    }
}

/// Is the call all that stands in its line?
pub(in crate::findings) fn is_alone(scene: &Scene<'_>, call: &Expr) -> bool {
    let span = scene.span(call.id);
    let Some(file) = scene.map.file_of(span.lo).and_then(|id| scene.map.file(id)) else { return false };
    let Some(range) = file.line_range(file.line_of(span.lo)) else { return false };
    let line = scene.map.text(crate::source::Span::new(range.start, range.end));
    let code = line.split("//").next().unwrap_or(line).split("/*").next().unwrap_or(line).trim();
    code.strip_suffix(';').map(str::trim_end) == Some(scene.map.text(span))
}

/// A jump out of the loop and past what stands behind it?
fn leaves(turns: &crate::sema::tree::Stmt) -> bool {
    crate::findings::locate::any(Part::Stmt(turns), |part| {
        matches!(part, Part::Stmt(stmt) if matches!(
            stmt.kind,
            StmtKind::Return(_) | StmtKind::Goto(_) | StmtKind::GotoComputed(_) | StmtKind::Label(_)
        ))
    })
}

/// The use is in the `return` of the block: behind it nothing is run.
fn returned(scene: &Scene<'_>, pair: &Pair<'_>, free: &Free<'_>, line: Line<'_>) -> Option<String> {
    let StmtKind::Return(Some(value)) = &line.block.stmts.get(line.to)?.kind else { return None };
    let between = line.block.stmts.get(line.from + 1..line.to)?;
    if between.iter().any(|stmt| straight::jumps(stmt) || straight::changes(Part::Stmt(stmt), free.root)) {
        return None;
    }
    let types = &scene.program.types;
    // A pointer that was computed may lead into the block itself.
    if types.is_pointer(value.ty) && !matches!(value.kind, ExprKind::Load(_)) {
        return None;
    }
    let text = scene.text(uncast(value).id)?;
    let name = fresh(scene, pair.frame, &["value", "result", "answer", "copy"])?;
    let declared = types.print_declaration(value.ty.unqualified(), name);
    let copied = format!("{declared} = {text}; {}; return {name};", free.text);
    Some(match between.is_empty() {
        true => format!("Copy the value before the free: {copied}"),
        false => format!("Take {} away, and write here: {copied}", free.named()),
    })
}

/// A name that means nothing yet in the function of a call.
pub(in crate::findings) fn fresh<'n>(scene: &Scene<'_>, frame: usize, names: &[&'n str]) -> Option<&'n str> {
    free_name(scene, scene.body(scene.frame(frame)?.function)?, names)
}

/// A name that means nothing yet in a function.
pub(in crate::findings) fn free_name<'n>(scene: &Scene<'_>, body: &Body, names: &[&'n str]) -> Option<&'n str> {
    let taken = |name: &str| {
        body.locals.iter().any(|local| &*local.name == name)
            || scene.program.globals.iter().any(|global| &*global.name == name)
            || scene.program.functions.iter().any(|function| &*function.name == name)
    };
    names.iter().copied().find(|name| !taken(name))
}

/// Is this the name of a variable, and nothing more?
pub(in crate::findings) fn is_name(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_alphanumeric() || c == '_')
}

/// Where the free has to go, within the statements of a block.
enum Place {
    /// Behind this one.
    Behind(usize),
    /// Nowhere: this one frees the block, too.
    Again(usize),
}

fn moved(
    scene: &Scene<'_>,
    pair: &Pair<'_>,
    free: &Free<'_>,
    at: (&Block, usize, usize),
    pointer: Pointer,
    used: Option<&Expr>,
) -> Option<String> {
    let (block, from, to) = at;
    let body = scene.body(scene.frame(pair.frame)?.function)?;
    let here = Some(pair.frame) == scene.innermost();
    let used = used.filter(|_| here);
    let mut roots = straight::holding(scene, pair.frame, body, pointer);
    roots.extend([Some(free.root), used.and_then(straight::reached_by)].into_iter().flatten());
    match place(scene, free, (block, from, to), roots)? {
        Place::Again(index) => {
            let stmt = block.stmts.get(index)?;
            let again = scene.line(stmt.id);
            Some(format!("Take {} away: line {again} frees it after the last use.", free.named()))
        }
        Place::Behind(index) => {
            let stmt = block.stmts.get(index)?;
            let (first, last) = (scene.line(stmt.id), scene.last_line(stmt.id));
            if first == free.line || last == 0 {
                return None;
            }
            let name = used.and_then(|e| name_of(scene, e)).or_else(|| scene.spell(free.given));
            let what = name.map_or_else(|| "the block".to_owned(), |name| format!("'{name}'"));
            // One that declares a variable in its head is a block.
            let is_loop = matches!(stmt.kind, StmtKind::For { .. } | StmtKind::While { .. } | StmtKind::DoWhile { .. })
                || scene.map.text(scene.span(stmt.id)).starts_with("for");
            Some(match first == last {
                true => format!("Move {} after line {last}, where {what} is used last.", free.named()),
                false if is_loop => format!("Move {} after the loop, which ends in line {last}.", free.named()),
                false => format!("Move {} after line {last}, after the last use of {what}.", free.named()),
            })
        }
    }
}

/// The pointer by its variable, if that says enough.
fn name_of(scene: &Scene<'_>, used: &Expr) -> Option<String> {
    scene.spell(used).filter(|text| text.chars().count() <= 20)
}

/// Goes on from the statement with the use to the last one that may use the block.
/// `roots`: the variables by which it can be reached.
fn place(scene: &Scene<'_>, free: &Free<'_>, at: (&Block, usize, usize), roots: Vec<Root>) -> Option<Place> {
    let (block, from, to) = at;
    let (mut roots, mut last, mut crossed) = (roots, to, false);
    for (index, stmt) in block.stmts.iter().enumerate().skip(from + 1) {
        let part = Part::Stmt(stmt);
        let named = straight::names(scene, part, &roots);
        // What is freed here is another block.
        if index > to && !named {
            crossed |= straight::jumps(stmt);
            continue;
        }
        if !named {
            if straight::jumps(stmt) {
                return None;
            }
            continue;
        }
        if index > to
            && let Some((call, given)) = straight::released(scene, stmt)
        {
            match again(scene, free, call, given)? {
                Later::Same => return Some(Place::Again(index)),
                Later::Holder => return Some(Place::Behind(last)),
                // `free(p->name)` reads what `free(p)` has taken away.
                Later::Part if !crossed => {
                    last = index;
                    continue;
                }
                Later::Part => return None,
            }
        }
        if straight::given(stmt) == Some(free.root) {
            // From here on it is another pointer, unless it comes from the old one.
            let fresh = !matches!(&stmt.kind, StmtKind::Expr(e) if right_names(scene, e, &roots));
            return (index > to && fresh).then_some(Place::Behind(last));
        }
        if straight::jumps(stmt) || straight::changes(part, free.root) || crossed {
            return None;
        }
        last = index.max(last);
        match straight::given(stmt) {
            // It gets what one of them leads to, or something else.
            Some(root) if stores_pointer(scene, stmt) && copies(scene, stmt, &roots) => roots.push(root),
            Some(root) => roots.retain(|known| *known != root || index < to),
            None => {}
        }
    }
    Some(Place::Behind(last))
}

/// What a later call frees.
enum Later {
    /// The same block.
    Same,
    /// The block that holds the pointer to it.
    Holder,
    /// A block to which it holds the pointer.
    Part,
}

/// A later call frees something that these variables lead to.
fn again(scene: &Scene<'_>, free: &Free<'_>, call: &Expr, given: &Expr) -> Option<Later> {
    let (first, second) = (scene.spell(free.given)?, scene.spell(given)?);
    let function = |call: &Expr| match &call.kind {
        ExprKind::Call { callee: Callee::Direct(id), .. } => Some(*id),
        _ => None,
    };
    if first == second {
        return (function(call) == function(free.call)).then_some(Later::Same);
    }
    let (is_whole, later_whole) = (straight::whole(uncast(free.given)), straight::whole(uncast(given)));
    match (is_whole, later_whole) {
        // `free(p->name)` before `free(p)`.
        (None, Some(later)) if later == free.root => Some(Later::Holder),
        (Some(_), None) if straight::root(given) == Some(free.root) && second.contains("->") => Some(Later::Part),
        _ => None,
    }
}

fn right_names(scene: &Scene<'_>, expr: &Expr, roots: &[Root]) -> bool {
    match &uncast(expr).kind {
        ExprKind::Assign { right, .. } => straight::names(scene, Part::Expr(right), roots),
        _ => true,
    }
}

/// Is a pointer stored by this statement?
fn stores_pointer(scene: &Scene<'_>, stmt: &crate::sema::tree::Stmt) -> bool {
    let value: Option<Type> = match &stmt.kind {
        StmtKind::Expr(expr) => Some(uncast(expr).ty),
        StmtKind::Declare { init: Some(crate::sema::tree::Init::Value(value)), .. } => Some(value.ty),
        _ => None,
    };
    value.is_some_and(|ty| !scene.program.types.is_arithmetic(ty))
}

/// Does the value come from one of the variables, not through a pointer in the block?
fn copies(scene: &Scene<'_>, stmt: &crate::sema::tree::Stmt, roots: &[Root]) -> bool {
    let value = match &stmt.kind {
        StmtKind::Expr(expr) => match &uncast(expr).kind {
            ExprKind::Assign { right, .. } => &**right,
            _ => return true,
        },
        StmtKind::Declare { init: Some(crate::sema::tree::Init::Value(value)), .. } => value,
        _ => return true,
    };
    match &uncast(value).kind {
        // What stands in the block is another pointer.
        ExprKind::Member { .. } if matches!(value.kind, ExprKind::Load(_)) => false,
        _ => straight::names(scene, Part::Expr(value), roots),
    }
}
