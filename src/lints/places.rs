//! Places that do not exist: behind an array, in a function that returned, before
//! anything was written.

use super::Lints;
use super::typed::{Scene, unconverted};
use crate::diagnostics::Diagnostic;
use crate::sema::tree::{Block, Conversion, Expr, ExprKind, Init, LocalId, StmtKind, each_child, each_initialiser};
use crate::types::{ArrayLength, TypeKind};

impl Lints<'_> {
    /// `a[10]` of an array of 10 elements.
    pub(super) fn index_outside(&mut self, scene: Scene<'_>, expr: &Expr) {
        let ExprKind::Index { base, index, .. } = &expr.kind else { return };
        let (ExprKind::Decay(array), ExprKind::Int(index)) = (&base.kind, &unconverted(index).kind) else { return };
        let TypeKind::Array { length: ArrayLength::Known(length), .. } = *scene.program.types.kind(array.ty) else {
            return;
        };
        let inside = u64::try_from(*index).is_ok_and(|i| i < length);
        // A trailing array of one element or none stands for more (semantics.md §2).
        let trailing = length <= 1 && matches!(array.kind, ExprKind::Member { .. });
        if inside || trailing {
            return;
        }
        let what = match self.place_name(scene, array) {
            Some(name) => format!("'{name}'"),
            None => "this array".to_owned(),
        };
        let plural = if length == 1 { "element" } else { "elements" };
        let range = match length {
            0 => "none of them can be used".to_owned(),
            1 => "only index 0 exists".to_owned(),
            _ => format!("the indices go from 0 to {}", length - 1),
        };
        let message = format!("the index {index} is outside of {what}, which has {length} {plural}");
        self.warn(Diagnostic::warning("index-out-of-range", scene.span(expr), message).with_note(range));
    }

    fn place_name<'p>(&self, scene: Scene<'p>, place: &Expr) -> Option<&'p str> {
        match &place.kind {
            ExprKind::Local(id) => scene.variable(*id).map(|(name, _)| name),
            ExprKind::Global(id) => scene.program.global(*id).map(|g| &*g.name).filter(|name| !name.is_empty()),
            _ => None,
        }
    }

    /// `return &local;`
    pub(super) fn returned_address(&mut self, scene: Scene<'_>, value: &Expr) {
        let mut place = match &unconverted(value).kind {
            ExprKind::AddressOf(place) | ExprKind::Decay(place) => place,
            _ => return,
        };
        let id = loop {
            match &place.kind {
                ExprKind::Local(id) => break *id,
                ExprKind::Member { base, .. } => place = base,
                ExprKind::Index { base, .. } => match &base.kind {
                    ExprKind::Decay(array) => place = array,
                    _ => return,
                },
                _ => return,
            }
        };
        let Some((name, _)) = scene.variable(id) else { return };
        let message = format!("'{name}' ends when the function returns, so its address is of no use to the caller");
        self.warn(
            Diagnostic::warning("returned-address", scene.span(value), message)
                .with_note("let the caller pass the variable, make it 'static', or take memory from malloc"),
        );
    }

    /// `int x; printf("%d", x);`: nothing is written in between.
    pub(super) fn read_before_written(&mut self, scene: Scene<'_>, block: &Block) {
        // A label could be reached with the variable written.
        if !scene.body.labels.is_empty() {
            return;
        }
        for (i, stmt) in block.stmts.iter().enumerate() {
            let StmtKind::Declare { local, init } = &stmt.kind else { continue };
            let Some((name, ty)) = scene.variable(*local) else { continue };
            let aliased = scene.body.locals.get(usize::try_from(local.0).unwrap_or(usize::MAX));
            if !scene.program.types.is_scalar(ty) || aliased.is_none_or(|l| l.address_taken) {
                continue;
            }
            if let Some(init) = init {
                self.read_in_own_value(scene, name, *local, init);
                continue;
            }
            let first = block.stmts.iter().skip(i + 1).find_map(|later| first_mention(&later.kind, *local));
            if let Some(Mention::Read(expr)) = first {
                let message = format!("'{name}' is read here, and it was not given a value before");
                self.warn(
                    Diagnostic::warning("uninitialized-variable", scene.span(expr), message)
                        .with_other(scene.program.span(stmt.id), "it is declared without a value here"),
                );
            }
        }
    }
}

impl Lints<'_> {
    /// `int x = x + 1;`
    fn read_in_own_value(&mut self, scene: Scene<'_>, name: &str, local: LocalId, init: &Init) {
        let Init::Value(value) = init else { return };
        if let Some(Mention::Read(expr)) = in_expr(value, local).filter(|_| !is_move(value, local)) {
            let message = format!("'{name}' is read here, and this is to become its first value");
            self.warn(Diagnostic::warning("uninitialized-variable", scene.span(expr), message));
        }
    }
}

/// What a statement does first to a variable.
enum Mention<'e> {
    Read(&'e Expr),
    /// It is written, or this is too intricate to be certain.
    Other,
}

fn first_mention(stmt: &StmtKind, local: LocalId) -> Option<Mention<'_>> {
    let mut all = Vec::new();
    let certain = match stmt {
        // `(void)x;` says that it is not used.
        StmtKind::Expr(Expr { kind: ExprKind::Convert { kind: Conversion::ToVoid, operand, .. }, .. })
            if matches!(operand.kind, ExprKind::Load(_)) =>
        {
            return None;
        }
        StmtKind::Expr(expr) | StmtKind::Return(Some(expr)) | StmtKind::Switch { value: expr, .. } => {
            all.push(expr);
            matches!(stmt, StmtKind::Expr(_) | StmtKind::Return(_))
        }
        StmtKind::If { condition, .. } | StmtKind::While { condition, .. } => {
            all.push(condition);
            false
        }
        StmtKind::Declare { init: Some(Init::Value(value)), .. } if is_move(value, local) => {
            return Some(Mention::Other);
        }
        StmtKind::Declare { init: Some(init), .. } => {
            each_initialiser(init, &mut |expr| all.push(expr));
            true
        }
        StmtKind::Declare { init: None, .. } | StmtKind::Empty => return None,
        _ => return Some(Mention::Other),
    };
    let found = all.into_iter().find_map(|expr| in_expr(expr, local));
    // Behind the condition come statements that are not looked at.
    found.or((!certain).then_some(Mention::Other))
}

/// A copy of a value that was never written is silent (semantics.md §3).
fn is_move(value: &Expr, local: LocalId) -> bool {
    matches!(&value.kind, ExprKind::Load(place) if matches!(place.kind, ExprKind::Local(id) if id == local))
}

fn in_expr(expr: &Expr, local: LocalId) -> Option<Mention<'_>> {
    let is_it = |place: &Expr| matches!(place.kind, ExprKind::Local(id) if id == local);
    match &expr.kind {
        ExprKind::Load(place) if is_it(place) => Some(Mention::Read(expr)),
        ExprKind::Local(id) if *id == local => Some(Mention::Other),
        ExprKind::AssignOp { left, right, .. } if is_it(left) => in_expr(right, local).or(Some(Mention::Read(left))),
        ExprKind::IncDec { place, .. } if is_it(place) => Some(Mention::Read(expr)),
        ExprKind::Assign { left, right } => {
            if is_move(right, local) {
                return Some(Mention::Other);
            }
            if is_it(left) { in_expr(right, local).or(Some(Mention::Other)) } else { in_both(left, right, local) }
        }
        // Whether the right side is evaluated is not known.
        ExprKind::And(a, b) | ExprKind::Or(a, b) => in_expr(a, local).or_else(|| mentioned(b, local)),
        ExprKind::Conditional { condition, then, otherwise } => in_expr(condition, local)
            .or_else(|| then.as_deref().and_then(|e| mentioned(e, local)))
            .or_else(|| mentioned(otherwise, local)),
        ExprKind::Comma(a, b) => in_expr(a, local).or_else(|| in_expr(b, local)),
        ExprKind::Statement { .. } => Some(Mention::Other),
        _ => {
            let mut children = Vec::new();
            each_child(expr, &mut |child| children.push(child));
            in_any_order(&children, local)
        }
    }
}

fn in_both<'e>(a: &'e Expr, b: &'e Expr, local: LocalId) -> Option<Mention<'e>> {
    in_any_order(&[a, b], local)
}

/// A read counts only if none of the operands writes.
fn in_any_order<'e>(operands: &[&'e Expr], local: LocalId) -> Option<Mention<'e>> {
    let mut read = None;
    for operand in operands {
        match in_expr(operand, local) {
            Some(Mention::Other) => return Some(Mention::Other),
            Some(found) => read = read.or(Some(found)),
            None => {}
        }
    }
    read
}

fn mentioned(expr: &Expr, local: LocalId) -> Option<Mention<'_>> {
    in_expr(expr, local).map(|_| Mention::Other)
}
