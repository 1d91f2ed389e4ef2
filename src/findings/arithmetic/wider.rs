//! A calculation that does not fit its type: which variable, or which part of it,
//! has to be wider.

use crate::findings::locate::{self, Part};
use crate::findings::scene::Scene;
use crate::findings::spell::{bare, uncast};
use crate::sema::tree::{Callee, Expr, ExprKind, FunctionId, LocalId, StmtKind};
use crate::types::{IntKind, Type, TypeKind};

/// How to calculate in a wider type.
pub(in crate::findings) fn mend(scene: &Scene<'_>, bits: u8) -> Option<String> {
    let path = scene.path()?;
    let expr = uncast(path.expr()?);
    let function = scene.frame(scene.innermost()?)?.function;
    if bits > 32 {
        return no_wider(scene, expr);
    }
    let mut around = path.expressions().skip_while(|e| e.id != expr.id).skip(1);
    match &expr.kind {
        ExprKind::AssignOp { left, .. } | ExprKind::IncDec { place: left, .. } => declared(scene, function, left),
        ExprKind::Binary { left, right, .. } => {
            let outer = around.find(|e| !matches!(e.kind, ExprKind::Load(_) | ExprKind::Conditional { .. }));
            match outer.map(|e| (&e.kind, e)) {
                // `long size = n * n;`
                Some((ExprKind::Convert { explicit: false, .. }, e)) if is_wide(scene, e.ty) => {
                    let wide = scene.program.types.print(e.ty.unqualified());
                    Some(format!("Calculate in the wider type from the start: {}", cast(scene, expr, &wide)?))
                }
                Some((ExprKind::Assign { left: place, .. }, _)) => declared(scene, function, place),
                Some((ExprKind::Call { callee: Callee::Direct(id), .. }, _)) if prints(scene, *id) => Some(format!(
                    "Calculate in a wider type, and print that with %lld: {}",
                    cast(scene, expr, "long long")?
                )),
                None => match path.statements().next().map(|s| &s.kind) {
                    Some(StmtKind::Return(_)) if calls(left, function) || calls(right, function) => {
                        let name = scene.function_name(function);
                        Some(format!("Use a wider type: let {name} return long long, and print its result with %lld."))
                    }
                    Some(StmtKind::Declare { local, .. }) => at_declaration(scene, function, *local, expr),
                    _ => None,
                },
                _ => None,
            }
        }
        _ => None,
    }
}

/// There is no wider type than 64 bits.
fn no_wider(scene: &Scene<'_>, expr: &Expr) -> Option<String> {
    let ExprKind::IncDec { place, increment, .. } = &expr.kind else { return None };
    let name = scene.spell(place)?;
    Some(match increment {
        true => format!("No integer type is wider. Test before: if ({name} < LONG_MAX) ..."),
        false => format!("No integer type is wider. Test before: if ({name} > LONG_MIN) ..."),
    })
}

/// The variable that gets the result, by the line of its declaration.
fn declared(scene: &Scene<'_>, function: FunctionId, place: &Expr) -> Option<String> {
    let ExprKind::Local(id) = place.kind else { return None };
    let local = scene.local(function, id)?;
    if !matches!(scene.program.types.kind(local.ty.unqualified()), TypeKind::Int(IntKind::Int)) {
        return None;
    }
    let line = scene.map.place(local.span).line;
    Some(format!(
        "Use a wider type: long long {} in line {line}, and wherever its value goes{}.",
        local.name,
        printed(scene, function, id)
    ))
}

/// `int area = width * height;`: the variable has to be wider, and the calculation.
fn at_declaration(scene: &Scene<'_>, function: FunctionId, id: LocalId, expr: &Expr) -> Option<String> {
    let local = scene.local(function, id)?;
    let calculation = cast(scene, expr, "long long")?;
    Some(format!(
        "Use a wider type: long long {} = {calculation};{}",
        local.name,
        printed(scene, function, id).replace(" (", " (and ")
    ))
}

/// How it is printed then, if the function does that.
fn printed(scene: &Scene<'_>, function: FunctionId, id: LocalId) -> &'static str {
    let Some(body) = scene.body(function) else { return "" };
    let found = locate::any(Part::Block(&body.block), |part| match part.expr().map(|e| &e.kind) {
        Some(ExprKind::Call { callee: Callee::Direct(called), arguments, .. }) => {
            prints(scene, *called)
                && arguments.iter().any(|e| matches!(bare(e).kind, ExprKind::Local(local) if local == id))
        }
        _ => false,
    });
    if found { " (%lld prints it)" } else { "" }
}

fn prints(scene: &Scene<'_>, id: FunctionId) -> bool {
    scene.program.function(id).is_some_and(|f| matches!(&*f.name, "printf" | "fprintf"))
}

/// The calculation with its first operand converted.
fn cast(scene: &Scene<'_>, expr: &Expr, wide: &str) -> Option<String> {
    let ExprKind::Binary { op, left, right } = &expr.kind else { return None };
    let bare_text = |e: &Expr| scene.text(uncast(e).id).map(|text| crate::findings::spell::without_parentheses(&text));
    let (left, right) = (bare_text(left)?, bare_text(right)?);
    let tight = left.chars().all(|c| c.is_alphanumeric() || c == '_' || c == '[' || c == ']' || c == '.');
    let left = if tight { left } else { format!("({left})") };
    let simple = right.chars().all(|c| c.is_alphanumeric() || c == '_');
    let right = if simple { right } else { format!("({right})") };
    Some(format!("({wide}){left} {} {right}", crate::findings::spell::sign(*op)))
}

fn is_wide(scene: &Scene<'_>, ty: Type) -> bool {
    matches!(scene.program.types.kind(ty.unqualified()), TypeKind::Int(IntKind::Long | IntKind::LongLong))
}

/// Does an operand call the function itself?
fn calls(operand: &Expr, function: FunctionId) -> bool {
    locate::any(
        Part::Expr(operand),
        |part| matches!(part.expr().map(|e| &e.kind), Some(ExprKind::Call { callee: Callee::Direct(id), .. }) if *id == function),
    )
}
