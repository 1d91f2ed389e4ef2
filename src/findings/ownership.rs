//! What the source says of blocks and the pointers to them, for the report of
//! leaks: what was done to a pointer, and what a block was meant to be.

use super::locate::{self, Part};
use super::scene::Scene;
use super::spell::bare;
use crate::machine::Machine;
use crate::memory::Event;
use crate::sema::tree::{Callee, Expr, ExprKind, FunctionId, FunctionKind, NodeId, Program, StmtKind};
use crate::source::{SourceMap, Span};
use crate::types::{ParameterTypes, Type, TypeKind};

/// What an expression did to a pointer, in the words of the source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Removed {
    /// The place that held it, as it is written: `head`, `p->next`.
    pub place: Option<String>,
    /// What was stored there: `NULL`, `malloc(8)`.
    pub value: Option<String>,
    /// The place is a pointer itself; else the pointer lay somewhere in it.
    pub pointer: bool,
}

/// What the expression with this number does to the pointer that it overwrites.
pub fn removed(program: &Program, map: &SourceMap, machine: &Machine, node: NodeId) -> Removed {
    let scene = Scene::new(program, map, machine, node);
    let path = scene.find_anywhere(node).map(|(_, path)| path);
    let Some(expr) = path.as_ref().and_then(|path| path.expr()) else { return Removed::default() };
    let text = |e: &Expr| scene.text(e.id);
    let pointer = |e: &Expr| program.types.pointee(e.ty).is_some();
    match &expr.kind {
        ExprKind::Assign { left, right } => {
            let mut last = bare(right);
            while let ExprKind::Assign { right, .. } = &last.kind {
                last = bare(right);
            }
            let value = if matches!(last.kind, ExprKind::Null) { Some("NULL".to_owned()) } else { text(right) };
            Removed { place: text(left), value, pointer: pointer(left) }
        }
        ExprKind::IncDec { place, .. } => Removed { place: text(place), value: text(expr), pointer: pointer(place) },
        ExprKind::PointerAssign { left, .. } => {
            Removed { place: text(left), value: text(expr), pointer: pointer(left) }
        }
        _ => Removed { place: None, value: text(expr), pointer: false },
    }
}

/// Does this expression only move a pointer within its object (`p++`, `p += n`)?
pub fn moves_pointer(program: &Program, map: &SourceMap, machine: &Machine, node: NodeId) -> bool {
    let scene = Scene::new(program, map, machine, node);
    let expr = scene.find_anywhere(node).and_then(|(_, path)| path.expr());
    expr.is_some_and(|expr| matches!(expr.kind, ExprKind::IncDec { .. } | ExprKind::PointerAssign { .. }))
}

/// Where a pointer was stored at this node: the left side of an assignment, or the
/// variable that is declared.
pub fn stored_to(program: &Program, map: &SourceMap, machine: &Machine, node: NodeId) -> Option<String> {
    let scene = Scene::new(program, map, machine, node);
    let (function, path) = scene.find_anywhere(node)?;
    let assigned = |e: &Expr| match &e.kind {
        ExprKind::Assign { left, .. } => scene.text(left.id),
        _ => None,
    };
    if let Some(place) = path.expr().and_then(assigned) {
        return Some(place);
    }
    let StmtKind::Declare { local, .. } = path.statements().next().map(|stmt| &stmt.kind)? else { return None };
    let local = scene.body(function)?.locals.get(usize::try_from(local.0).ok()?)?;
    (!local.name.is_empty()).then(|| local.name.to_string())
}

/// The function that is called with this argument.
pub fn called_around(program: &Program, map: &SourceMap, machine: &Machine, node: NodeId) -> Option<String> {
    let scene = Scene::new(program, map, machine, node);
    let (_, path) = scene.find_anywhere(node)?;
    let callee = |e: &Expr| match &e.kind {
        ExprKind::Call { callee: Callee::Direct(id), arguments, .. } if arguments.iter().any(|a| a.id == node) => {
            program.function(*id).map(|function| function.name.to_string())
        }
        _ => None,
    };
    path.expressions().skip(1).find_map(callee)
}

/// The statement in which something happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Around {
    /// Where it stands, its `;` included; of the end of a block, the brace.
    pub span: Span,
    /// It stands alone where braces would allow several statements.
    pub alone: bool,
    /// It is nothing but the expression that was asked for.
    pub whole: bool,
}

/// The statement around a node, or the closing brace that it is.
pub fn statement_around(program: &Program, map: &SourceMap, node: NodeId) -> Option<Around> {
    let brace = program.span(node);
    let bodies = program.functions.iter().filter_map(|f| match &f.kind {
        FunctionKind::Defined(body) => Some(body),
        _ => None,
    });
    let path = bodies.into_iter().find_map(|body| locate::find(body, node))?;
    if let Some(Part::Block(_)) = path.last() {
        let is_brace = map.text(brace) == "}";
        return is_brace.then_some(Around { span: brace, alone: false, whole: false });
    }
    let index = path.steps.iter().rposition(|(part, _)| matches!(part, Part::Stmt(_)))?;
    let Some((Part::Stmt(stmt), _)) = path.steps.get(index) else { return None };
    let within = path.steps.get(index.checked_sub(1)?).map(|(part, _)| *part);
    let braces = match within {
        Some(Part::Block(block)) => block.end.is_some_and(|end| map.text(program.span(end)) == "}"),
        _ => false,
    };
    let whole = matches!(&stmt.kind, StmtKind::Expr(expr) if expr.id == node);
    Some(Around { span: program.span(stmt.id), alone: !braces, whole })
}

/// Functions of the program that take one pointer to this struct and are named as
/// those that free one usually are.
pub fn freeing_functions(program: &Program, record: &str) -> Vec<String> {
    const NAMES: [&str; 8] = ["free", "destroy", "delete", "dispose", "release", "clear", "cleanup", "kill"];
    let takes = |ty: Type| match program.types.kind(ty) {
        TypeKind::Function(function) => match &function.parameters {
            ParameterTypes::Prototype { types, variadic: false } => match types.as_slice() {
                [only] => {
                    program.types.pointee(*only).is_some_and(|to| program.types.print(to.unqualified()) == record)
                }
                _ => false,
            },
            _ => false,
        },
        _ => false,
    };
    let defined = program.functions.iter().filter(|f| matches!(f.kind, FunctionKind::Defined(_)));
    let fitting = defined.filter(|f| NAMES.iter().any(|name| f.name.contains(name)) && takes(f.ty));
    fitting.map(|f| f.name.to_string()).collect()
}

/// Calls that are looked through for the type a block was meant for.
const CALLS: usize = 8;

/// The struct that the result of an allocation is stored as: of the call itself,
/// or of the call of the function that hands the block on.
pub fn allocated_record(program: &Program, map: &SourceMap, machine: &Machine, born: &Event) -> Option<Type> {
    let scene = Scene::new(program, map, machine, born.node);
    let (mut node, mut chain) = (born.node, born.chain);
    for _ in 0..CALLS {
        let (_, path) = scene.find_anywhere(node)?;
        let handed_on = |e: &&Expr| {
            matches!(
                e.kind,
                ExprKind::Call { .. }
                    | ExprKind::Convert { .. }
                    | ExprKind::Assign { .. }
                    | ExprKind::Conditional { .. }
                    | ExprKind::Comma(..)
            )
        };
        let is_record = |ty: &Type| matches!(program.types.kind(*ty), TypeKind::Record(_));
        let found =
            path.expressions().take_while(handed_on).find_map(|e| program.types.pointee(e.ty).filter(is_record));
        if found.is_some() {
            return found;
        }
        let link = machine.chains.get(chain)?;
        (node, chain) = (link.call, link.parent);
    }
    None
}

/// Does this function hand on a pointer, so that who called it matters more than it?
pub fn hands_on_pointers(program: &Program, function: FunctionId) -> bool {
    program.function(function).is_some_and(|f| match program.types.kind(f.ty) {
        TypeKind::Function(f) => program.types.pointee(f.result).is_some(),
        _ => false,
    })
}
