//! A variable that a pointer has outlived: how its address got away, and how it is
//! declared so that it lives long enough.

use crate::findings::lifetime::shared::{copier, own_text};
use crate::findings::lifetime::straight;
use crate::findings::locate::{self, Part};
use crate::findings::scene::Scene;
use crate::findings::spell::{bare, uncast};
use crate::findings::story::Story;
use crate::kinds::Kind;
use crate::memory::{Biography, Origin};
use crate::sema::tree::{
    Expr, ExprKind, FunctionId, Init, InitValue, Local, LocalId, LocalKind, NodeId, Stmt, StmtKind,
};
use crate::source::Span;
use crate::types::{Type, TypeKind};

/// An advice has room for so many characters in two lines.
const LONGEST: usize = 146;

/// What to write so that the variable lives as long as it is used.
pub(in crate::findings) fn mend(
    scene: &Scene<'_>,
    kind: Kind,
    life: &Biography,
    used: Option<&Expr>,
) -> Option<String> {
    let Origin::Local { function, local: id, .. } = life.origin else { return None };
    let local = scene.local(function, id).filter(|local| local.kind == LocalKind::Variable)?;
    let declared = declaration(scene, function, id)?;
    let told = match kind {
        Kind::UseAfterReturn => copied(scene, used)
            .or_else(|| kept_in_array(scene, function, id, local))
            .or_else(|| after_return(scene, function, local, &declared)),
        Kind::UseAfterScope => one_each_turn(scene, function, id, local, &declared)
            .or_else(|| after_scope(scene, function, local, &declared, used?)),
        _ => None,
    };
    told.filter(|advice| advice.chars().count() <= LONGEST)
}

/// How a local is declared.
struct Declared<'t> {
    line: u32,
    init: Option<&'t Init>,
}

fn declaration<'t>(scene: &Scene<'t>, function: FunctionId, id: LocalId) -> Option<Declared<'t>> {
    let mut found = None;
    locate::any(Part::Block(&scene.body(function)?.block), |part| {
        if let Part::Stmt(Stmt { kind: StmtKind::Declare { local, init }, .. }) = part
            && *local == id
        {
            found = Some(init.as_ref());
        }
        found.is_some()
    });
    let line = scene.map.place(scene.local(function, id)?.span).line;
    found.map(|init| Declared { line, init })
}

/// `names[n] = text;`: each element needs a text of its own.
fn kept_in_array(scene: &Scene<'_>, function: FunctionId, id: LocalId, local: &Local) -> Option<String> {
    let types = &scene.program.types;
    types.element(local.ty.unqualified()).filter(|ty| types.is_character(ty.unqualified()))?;
    let mut found: Vec<(u32, String)> = Vec::new();
    locate::any(Part::Block(&scene.body(function)?.block), |part| {
        if let Part::Expr(Expr { kind: ExprKind::Assign { left, right }, id: node, .. }) = part
            && matches!(left.kind, ExprKind::Index { .. })
            && matches!(uncast(right).kind, ExprKind::Local(other) if other == id)
        {
            found.extend(scene.text(left.id).map(|text| (scene.line(*node), text)));
        }
        false
    });
    let [(line, place)] = found.as_slice() else { return None };
    let copier = copier(scene);
    Some(format!("Keep a copy of the text, line {line}: {place} = {copier}({}); and free it in the end.", local.name))
}

/// A struct keeps the pointer: it needs the text itself, for the next call has another one.
fn copied(scene: &Scene<'_>, used: Option<&Expr>) -> Option<String> {
    let member = bare(used?);
    let ExprKind::Member { .. } = member.kind else { return None };
    let (line, written) = own_text(scene, member)?;
    Some(format!("Let the struct have a copy of its own, line {line}: {written} and free it with the struct."))
}

fn after_return(scene: &Scene<'_>, function: FunctionId, local: &Local, declared: &Declared<'_>) -> Option<String> {
    let types = &scene.program.types;
    let Declared { line, init } = declared;
    let (name, plain) = (&local.name, local.ty.unqualified());
    if let Some(element) = types.element(plain) {
        let length = scene.size_of(plain).checked_div(scene.size_of(element)).filter(|n| *n > 0)?;
        // An initialiser of a static variable has to be constant.
        let fixed = init.is_none_or(is_constant);
        let text = types.print_declaration(plain, name);
        let equals = if init.is_some() { " = ..." } else { "" };
        let simple = init.is_none() && types.element(element).is_none();
        let fixed_text = format!("In line {line} write static {text}");
        // `sizeof name` would be that of a pointer then.
        if fixed && simple && returns_pointer(scene, function) && !measured(scene, function, name) {
            let pointer = format!("{} = malloc({length} * sizeof *{name});", pointer_to(scene, element, name));
            let both = format!("{fixed_text}; (one for all calls), or {pointer} and let the caller free it.");
            if both.chars().count() <= LONGEST {
                return Some(both);
            }
        }
        return fixed.then(|| format!("{fixed_text}{equals}; it then lives as long as the program."));
    }
    let result = scene.program.function(function).and_then(|f| types.function_of(f.ty)).map(|f| f.result)?;
    let is_value =
        matches!(types.kind(plain), TypeKind::Int(_) | TypeKind::Float(_) | TypeKind::Record(_) | TypeKind::Enum(_));
    (is_value && types.pointee(result).is_some_and(|ty| ty.unqualified() == plain)).then(|| {
        let (value, pointer) = (types.print(plain), types.print(result.unqualified()));
        let owner = scene.function_name(function);
        format!("Let {owner} return the value itself, {value} instead of {pointer}: return {name}; and keep that in a variable.")
    })
}

/// May it be the array's start that the function returns? Pieces that it hands on otherwise nobody could free.
fn returns_pointer(scene: &Scene<'_>, function: FunctionId) -> bool {
    let types = &scene.program.types;
    let result = scene.program.function(function).and_then(|f| types.function_of(f.ty)).map(|f| f.result);
    result.is_some_and(|ty| types.pointee(ty).is_some())
}

/// Does the function ask for the size of the array?
fn measured(scene: &Scene<'_>, function: FunctionId, name: &str) -> bool {
    let span = scene.body(function).and_then(|body| {
        let (first, end) = (body.block.stmts.first()?, body.block.end?);
        Some(Span { hi: scene.span(end).hi, ..scene.span(first.id) })
    });
    let text = span.map_or("", |span| scene.map.text(span));
    text.split("sizeof").skip(1).any(|rest| rest.trim_start_matches([' ', '(']).starts_with(name))
}

/// `int *name`
fn pointer_to(scene: &Scene<'_>, element: Type, name: &str) -> String {
    scene.program.types.print_declaration(element.unqualified(), &format!("*{name}"))
}

/// A struct that is declared in the body of a loop, and kept by its address: there is one only.
fn one_each_turn(
    scene: &Scene<'_>,
    function: FunctionId,
    id: LocalId,
    local: &Local,
    declared: &Declared<'_>,
) -> Option<String> {
    let types = &scene.program.types;
    let plain = local.ty.unqualified();
    if !matches!(types.kind(plain), TypeKind::Record(_)) || declared.init.is_some() {
        return None;
    }
    let mut in_loop = false;
    locate::any(Part::Block(&scene.body(function)?.block), |part| {
        if let Part::Stmt(stmt) = part
            && straight::is_loop(part)
        {
            in_loop |= locate::any(
                Part::Stmt(stmt),
                |part| matches!(part, Part::Stmt(Stmt { kind: StmtKind::Declare { local, .. }, .. }) if *local == id),
            );
        }
        in_loop
    });
    let name = &local.name;
    let pointer = types.print_declaration(plain, &format!("*{name}"));
    in_loop.then(|| {
        format!(
            "Each turn needs one of its own: {pointer} = malloc(sizeof *{name}); in line {}, then {name}-> for {name}., and {name} for &{name}.",
            declared.line
        )
    })
}

fn after_scope(
    scene: &Scene<'_>,
    function: FunctionId,
    local: &Local,
    declared: &Declared<'_>,
    used: &Expr,
) -> Option<String> {
    let here = scene.frame(scene.innermost()?)?.function;
    let ExprKind::Local(holder) = bare(used).kind else { return None };
    let holder = scene.local(here, holder).filter(|h| here == function && h.kind == LocalKind::Variable)?;
    let Declared { line, init } = declared;
    let outer = scene.map.place(holder.span).line;
    let text = scene.program.types.print_declaration(local.ty.unqualified(), &local.name);
    let (name, beside) = (&local.name, &holder.name);
    if outer >= *line {
        return None;
    }
    match init {
        None => Some(format!("Move {text}; from line {line} to line {outer}, where '{beside}' is declared.")),
        Some(Init::Value(value)) => {
            let value = scene.text(uncast(value).id)?;
            Some(format!(
                "Write {text}; in line {outer}, where '{beside}' is declared, and in line {line} {name} = {value};"
            ))
        }
        Some(_) => Some(format!(
            "Move the declaration of '{name}' from line {line} to line {outer}, where '{beside}' is declared."
        )),
    }
}

fn is_constant(init: &Init) -> bool {
    let is_number = |e: &Expr| {
        matches!(uncast(e).kind, ExprKind::Int(_) | ExprKind::Float(_) | ExprKind::String(_) | ExprKind::Null)
    };
    match init {
        Init::Value(value) => is_number(value),
        Init::List(items) => items.iter().all(|item| match &item.value {
            InitValue::Value(value) => is_number(value),
            InitValue::String(..) => true,
        }),
    }
}

/// With the place where the address of the variable went into another one, if there is one only.
pub(in crate::findings) fn with_way(scene: &Scene<'_>, story: Story, life: &Biography) -> Story {
    let told = || {
        let Origin::Local { function, local: id, .. } = life.origin else { return None };
        let local =
            scene.local(function, id).filter(|l| matches!(l.kind, LocalKind::Variable | LocalKind::Parameter))?;
        let is_it = |e: &Expr| {
            let e = uncast(e);
            match &e.kind {
                ExprKind::AddressOf(place) => matches!(first(place), ExprKind::Local(local) if *local == id),
                ExprKind::Local(local) => *local == id && scene.program.types.is_array(e.ty),
                _ => false,
            }
        };
        let mut found: Vec<(NodeId, String)> = Vec::new();
        locate::any(Part::Block(&scene.body(function)?.block), |part| {
            match part {
                Part::Stmt(Stmt { kind: StmtKind::Declare { local, init: Some(Init::Value(value)) }, id: node })
                    if is_it(value) =>
                {
                    found.extend(scene.local(function, *local).map(|l| (*node, l.name.to_string())));
                }
                Part::Expr(Expr { kind: ExprKind::Assign { left, right }, id: node, .. }) if is_it(right) => {
                    found.extend(scene.text(left.id).map(|text| (*node, text)));
                }
                _ => {}
            }
            false
        });
        let [(node, into)] = found.as_slice() else { return None };
        let is_other = scene.line(*node) != scene.map.place(local.span).line;
        is_other.then(|| (format!("its address goes into '{into}'"), *node))
    };
    match told() {
        Some((words, node)) => story.note(words, scene.span(node)),
        None => story,
    }
}

/// The variable of which a place is a part.
fn first(place: &Expr) -> &ExprKind {
    let mut place = place;
    loop {
        place = match &place.kind {
            ExprKind::Member { base, .. } => base,
            ExprKind::Index { base, .. } => match &base.kind {
                ExprKind::Decay(array) => array,
                _ => return &place.kind,
            },
            kind => return kind,
        };
    }
}
