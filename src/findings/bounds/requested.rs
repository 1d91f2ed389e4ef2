//! A block that was asked for with another number of elements than the loop over it
//! goes to: the request has the wrong variable, or a call has its arguments swapped.

use crate::findings::bounds::{Outside, around};
use crate::findings::lifetime::straight;
use crate::findings::locate;
use crate::findings::scene::{Held, Scene};
use crate::findings::spell::{bare, renamed, uncast};
use crate::memory::Origin;
use crate::sema::tree::{ArithOp, Callee, Expr, ExprKind, FunctionId, LocalId};
use crate::types::TypeKind;

/// What to write in the request, or in the call that led to it.
pub(in crate::findings) fn mend(scene: &Scene<'_>, outside: &Outside<'_>, index: &Expr) -> Option<String> {
    let life = &outside.life;
    if life.origin != Origin::Heap || life.range.is_some() {
        return None;
    }
    let (function, path) = scene.find_anywhere(life.born.node)?;
    let request = uncast(path.expr()?);
    let ExprKind::Call { callee: Callee::Direct(_), arguments, .. } = &request.kind else { return None };
    if let Some(advice) = outgrown(scene, outside, request, index) {
        return Some(advice);
    }
    let counted = number(arguments)?;
    let is_row = outside.element.is_some_and(|ty| scene.program.types.is_pointer(ty));
    crossed(scene, outside, function)
        .or_else(|| transposed(scene, outside, function, counted, index))
        .or_else(|| swapped_here(scene, outside, function, index))
        .or_else(|| other_variable(scene, function, request, counted, index, is_row))
}

/// A text that a loop puts together is longer than what was asked for.
fn outgrown(scene: &Scene<'_>, outside: &Outside<'_>, request: &Expr, index: &Expr) -> Option<String> {
    let is_text = outside.element.is_some_and(|ty| scene.program.types.is_character(ty.unqualified()));
    let steps = matches!(uncast(index).kind, ExprKind::IncDec { increment: true, .. });
    let in_loop = scene.path()?.steps.iter().any(|(part, _)| straight::is_loop(*part));
    let text = scene.text(request.id).filter(|text| text.contains("strlen"))?;
    let line = scene.line(request.id);
    (is_text && steps && in_loop).then(|| {
        format!("The loop stores more than line {line} asks for, {text}: find out first how long the text gets.")
    })
}

/// The number of elements in a request: `malloc(n * sizeof(int))`, `calloc(n, sizeof(int))`.
fn number(arguments: &[Expr]) -> Option<&Expr> {
    match arguments {
        [size] => match &uncast(size).kind {
            ExprKind::Binary { op: ArithOp::Mul, left, right } => {
                [uncast(left), uncast(right)].into_iter().find(|e| matches!(e.kind, ExprKind::Local(_)))
            }
            _ => None,
        },
        [count, _] => Some(uncast(count)).filter(|e| matches!(e.kind, ExprKind::Local(_))),
        _ => None,
    }
}

/// `make(cols, rows)` for `make(int rows, int cols)`: each is called as the other one.
fn crossed(scene: &Scene<'_>, outside: &Outside<'_>, function: FunctionId) -> Option<String> {
    let link = scene.machine.chains.get(outside.life.born.chain).filter(|link| link.function == function)?;
    let (caller, path) = scene.find_anywhere(link.call)?;
    // Elsewhere it may be meant: what is transposed has its rows and columns swapped.
    if scene.frame(scene.innermost()?)?.function != caller {
        return None;
    }
    let call = uncast(path.expr()?);
    let ExprKind::Call { arguments, .. } = &call.kind else { return None };
    let parameters = scene.body(function)?.parameters;
    let parameter = |i: u32| scene.local(function, LocalId(i)).map(|l| &*l.name);
    let argument = |i: u32| match uncast(arguments.get(usize::try_from(i).ok()?)?).kind {
        ExprKind::Local(id) => scene.local(caller, id).map(|l| &*l.name),
        ExprKind::Global(id) => scene.program.global(id).map(|g| &*g.name),
        _ => None,
    };
    let pairs = (0..parameters).flat_map(|i| (0..i).map(move |j| (j, i)));
    let is_crossed = |(i, j): &(u32, u32)| {
        let (a, b) = (parameter(*i), parameter(*j));
        a.is_some() && b.is_some() && a != b && argument(*i) == b && argument(*j) == a
    };
    let (i, j) = pairs.into_iter().find(is_crossed)?;
    let line = scene.line(call.id);
    let (a, b) = (parameter(i)?, parameter(j)?);
    let name = scene.function_name(function);
    Some(format!(
        "Line {line} gives {name} its arguments in the wrong order: '{b}' comes in as '{a}', '{a}' as '{b}'. Swap them."
    ))
}

/// `t = make(rows, cols)` and then `t[j][i] = m[i][j]`: what is transposed has its rows and columns swapped.
fn transposed(
    scene: &Scene<'_>,
    outside: &Outside<'_>,
    function: FunctionId,
    counted: &Expr,
    index: &Expr,
) -> Option<String> {
    let ExprKind::Local(parameter) = counted.kind else { return None };
    let ExprKind::Local(limit) = bare(around::limit(scene, index)?).kind else { return None };
    let link = scene.machine.chains.get(outside.life.born.chain).filter(|link| link.function == function)?;
    let (caller, path) = scene.find_anywhere(link.call)?;
    let call = uncast(path.expr()?);
    let ExprKind::Call { arguments, .. } = &call.kind else { return None };
    let here = scene.frame(scene.innermost()?)?.function;
    // The same statement goes through the other one by rows.
    let stmt = scene.text(scene.path()?.statements().next()?.id)?;
    let j = scene.spell(index)?;
    let (i, _) = stmt.split_once(&format!("[{j}]["))?.1.split_once(']')?;
    if here != caller || i == j || !stmt.contains(&format!("[{i}][{j}]")) {
        return None;
    }
    let is_local = |e: &Expr| matches!(uncast(e).kind, ExprKind::Local(_));
    let rows = arguments.get(usize::try_from(parameter.0).ok()?).filter(|e| is_local(e))?;
    let columns = arguments.iter().find(|e| matches!(uncast(e).kind, ExprKind::Local(id) if id == limit))?;
    let (a, b) = (scene.text(uncast(rows).id)?, scene.text(uncast(columns).id)?);
    let text = scene.text(call.id)?;
    let swapped = text.replacen(&format!("{a}, {b}"), &format!("{b}, {a}"), 1);
    let line = scene.line(call.id);
    (swapped != text).then(|| {
        format!(
            "What is transposed has its rows and columns swapped: in line {line} write {swapped} instead of {text}."
        )
    })
}

/// `print(m, rows, cols)` where m has `cols` rows: the limit is a parameter, and another one is what
/// the block has elements.
fn swapped_here(scene: &Scene<'_>, outside: &Outside<'_>, requested_in: FunctionId, index: &Expr) -> Option<String> {
    let ExprKind::Local(limit) = bare(around::limit(scene, index)?).kind else { return None };
    let inner = scene.innermost()?;
    let frame = scene.frame(inner)?;
    let body = scene.body(frame.function)?;
    let each = scene.size_of(outside.element?);
    let length = i64::try_from(outside.life.size.checked_div(each)?).ok()?;
    let int = |id: u32| match scene.held_by(inner, LocalId(id), scene.local(frame.function, LocalId(id))?.ty)? {
        Held::Int(value) => Some(value),
        _ => None,
    };
    let is_given = frame.function != requested_in && limit.0 < body.parameters;
    let wanted = int(limit.0).filter(|_| is_given)?;
    let mut others = (0..body.parameters).filter(|id| *id != limit.0 && int(*id) == Some(length));
    let other = others.next().filter(|_| others.next().is_none() && wanted > length)?;
    let line = scene.line(frame.call);
    let name = |id: u32| scene.local(frame.function, LocalId(id)).map(|l| &*l.name);
    let (a, b) = (name(limit.0)?, name(other)?);
    Some(format!(
        "Its blocks have {length} elements, and '{b}' is {length}: swap what line {line} passes as '{b}' and '{a}'."
    ))
}

/// The loop goes to `cols`, the request is for `rows`, and has a `cols` of its own.
fn other_variable(
    scene: &Scene<'_>,
    function: FunctionId,
    request: &Expr,
    counted: &Expr,
    index: &Expr,
    is_row: bool,
) -> Option<String> {
    let limit = bare(around::limit(scene, index)?);
    let here = scene.frame(scene.innermost()?)?.function;
    let wanted = match limit.kind {
        ExprKind::Local(id) => &*scene.local(here, id)?.name,
        ExprKind::Global(id) => &*scene.program.global(id)?.name,
        _ => return None,
    };
    let ExprKind::Local(id) = counted.kind else { return None };
    let written = &*scene.local(function, id)?.name;
    let types = &scene.program.types;
    let has_it = match limit.kind {
        ExprKind::Global(_) => true,
        _ => scene
            .body(function)?
            .locals
            .iter()
            .any(|l| &*l.name == wanted && matches!(types.kind(l.ty), TypeKind::Int(_))),
    };
    if !has_it || written == wanted {
        return None;
    }
    // Pointers are rows, and their number is not what is wrong.
    if is_row {
        let counter = scene.spell(index)?;
        let line = scene.line(request.id);
        let known = scene.body(here)?.locals.iter().any(|l| &*l.name == written);
        return known
            .then(|| format!("Line {line} asks for '{written}' of them: write '{counter} < {written}' in the loop."));
    }
    let path = locate::find(scene.body(function)?, request.id)?;
    let text = scene.text_of(scene.span(path.expr()?.id), 60)?;
    let mended = renamed(&text, written, wanted)?;
    let line = scene.line(request.id);
    Some(format!("The loop goes to '{wanted}', but line {line} asks for '{written}' elements: write {mended}."))
}
