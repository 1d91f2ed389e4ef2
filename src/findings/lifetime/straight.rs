//! Two moments of a run as the text of one function has them: where a block was
//! freed and where it is used (or freed again), and what stands between and
//! behind. What is proposed to be moved or taken away must be certain to mend,
//! so everything that is not in a straight line is given up.

use crate::findings::locate::{self, Part, Path};
use crate::findings::scene::Scene;
use crate::findings::spell::uncast;
use crate::memory::{Event, Pointer};
use crate::sema::tree::{
    Block, Body, Callee, Expr, ExprKind, FunctionId, FunctionKind, GlobalId, LocalId, NodeId, Stmt, StmtKind,
};

/// Links of a chain of calls that are followed.
const LONGEST_CHAIN: usize = 64;

/// Names of functions that are there to free something.
const RELEASING: [&str; 9] = ["free", "destroy", "delete", "dispose", "release", "clear", "cleanup", "kill", "drop"];

/// An earlier moment and the present one, seen from the same call of a function.
pub(in crate::findings) struct Pair<'t> {
    /// The call: the number of its frame.
    pub frame: usize,
    /// What was done earlier, or the call in which it was done.
    pub first: Path<'t>,
    /// What is done now, or the call in which it is done.
    pub second: Path<'t>,
}

/// Where two moments stand in one block, one behind the other.
#[derive(Clone, Copy)]
pub(in crate::findings) struct Line<'t> {
    /// The block.
    pub block: &'t Block,
    /// Its statement of the earlier moment.
    pub from: usize,
    /// That of the present one, behind it.
    pub to: usize,
}

/// A variable.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::findings) enum Root {
    /// Of the function.
    Local(LocalId),
    /// Of the program.
    Global(GlobalId),
}

/// The innermost call under way in which the earlier moment happened, too.
pub(in crate::findings) fn pair<'a>(scene: &Scene<'a>, earlier: Event) -> Option<Pair<'a>> {
    let mut nodes = vec![earlier.node];
    let mut chain = earlier.chain;
    while let Some(link) = scene.machine.chains.get(chain).filter(|_| nodes.len() < LONGEST_CHAIN) {
        nodes.push(link.call);
        chain = link.parent;
    }
    let depth = scene.machine.frames.stack.len();
    (0..depth).rev().take(LONGEST_CHAIN).find_map(|index| {
        let frame = scene.frame(index)?;
        let body = scene.body(frame.function)?;
        let now = scene.frame(index + 1).map_or(scene.node, |inner| inner.call);
        // What an earlier call of the function did is another story.
        let first = nodes.iter().filter(|_| earlier.step >= frame.serial).find_map(|node| locate::find(body, *node))?;
        Some(Pair { frame: index, first, second: locate::find(body, now)? })
    })
}

impl<'t> Pair<'t> {
    /// How many steps both ways have in common.
    fn common(&self) -> usize {
        self.first.steps.iter().zip(&self.second.steps).take_while(|((_, a), (_, b))| a == b).count()
    }

    /// The block in which both stand, the present moment in a later statement.
    pub fn line(&self) -> Option<Line<'t>> {
        let common = self.common();
        let Part::Block(block) = self.first.steps.get(common.checked_sub(1)?)?.0 else { return None };
        let (from, to) = (self.first.steps.get(common)?.1, self.second.steps.get(common)?.1);
        (from < to).then_some(Line { block, from, to })
    }

    /// The innermost loop around both, with the block that it stands in and its place there.
    pub fn around(&self, scene: &Scene<'_>) -> Option<(&'t Stmt, &'t Block, usize)> {
        let steps = &self.first.steps;
        let at = steps.iter().take(self.common()).rposition(|(part, _)| is_loop(*part))?;
        let (Part::Stmt(turns), mut index) = *steps.get(at)? else { return None };
        let mut outer = at.checked_sub(1)?;
        // A variable declared in its head stands in a block without braces around the loop.
        if let Some((Part::Stmt(stmt), number)) = outer.checked_sub(1).and_then(|i| steps.get(i))
            && !scene.map.text(scene.span(stmt.id)).starts_with('{')
        {
            (index, outer) = (*number, outer.checked_sub(2)?);
        }
        let Part::Block(block) = steps.get(outer)?.0 else { return None };
        Some((turns, block, index))
    }

    /// The earlier moment's statement, if it is nothing but a call that frees something: the
    /// statement, the call, and what it is given.
    pub fn releasing(&self, scene: &Scene<'t>) -> Option<(&'t Stmt, &'t Expr, &'t Expr)> {
        let stmt = self.first.statements().next()?;
        let (call, given) = released(scene, stmt)?;
        (self.first.expr()?.id == call.id).then_some((stmt, call, given))
    }

    /// The function of the call.
    pub fn function(&self, scene: &Scene<'_>) -> Option<FunctionId> {
        scene.frame(self.frame).map(|frame| frame.function)
    }

    /// Does the earlier moment's statement stand in braces, directly in the block or loop at this depth?
    pub fn is_direct(&self, within: &Stmt) -> bool {
        let steps = &self.first.steps;
        let Some(at) = steps.iter().position(|(part, _)| matches!(part, Part::Stmt(s) if s.id == within.id)) else {
            return false;
        };
        // The loop, its body, the block in that, the statement.
        let inner: Vec<Part<'_>> =
            steps.iter().skip(at + 1).map(|(part, _)| *part).take_while(|part| part.expr().is_none()).collect();
        matches!(inner.as_slice(), [Part::Stmt(body), Part::Block(_), Part::Stmt(_)] if matches!(body.kind, StmtKind::Block(_)))
    }
}

/// Is this a loop?
pub(in crate::findings) fn is_loop(part: Part<'_>) -> bool {
    let Part::Stmt(stmt) = part else { return false };
    matches!(stmt.kind, StmtKind::For { .. } | StmtKind::While { .. } | StmtKind::DoWhile { .. })
}

/// The call that is all of a statement, and its only argument, if the function is one that frees.
pub(in crate::findings) fn released<'t>(scene: &Scene<'t>, stmt: &'t Stmt) -> Option<(&'t Expr, &'t Expr)> {
    let StmtKind::Expr(expr) = &stmt.kind else { return None };
    let call = uncast(expr);
    let ExprKind::Call { callee: Callee::Direct(id), arguments, .. } = &call.kind else { return None };
    let function = scene.program.function(*id)?;
    let [given] = arguments.as_slice() else { return None };
    let frees = match function.kind {
        FunctionKind::Defined(_) => RELEASING.iter().any(|name| function.name.contains(name)),
        _ => &*function.name == "free",
    };
    (frees && scene.program.types.is_void(call.ty)).then_some((call, given))
}

/// The variable that an expression begins with, if it names the same place as long as that is
/// not changed: `p`, `p->name`, `&list`, `a[2]`.
pub(in crate::findings) fn root(expr: &Expr) -> Option<Root> {
    let mut expr = uncast(expr);
    loop {
        expr = match &expr.kind {
            ExprKind::Local(id) => return Some(Root::Local(*id)),
            ExprKind::Global(id) => return Some(Root::Global(*id)),
            ExprKind::Member { base: inner, .. } | ExprKind::Deref(inner) | ExprKind::AddressOf(inner) => uncast(inner),
            ExprKind::Index { base, index, .. } if matches!(uncast(index).kind, ExprKind::Int(_)) => uncast(base),
            _ => return None,
        };
    }
}

/// The same for any expression: the variable by which a place is reached.
pub(in crate::findings) fn reached_by(expr: &Expr) -> Option<Root> {
    let mut expr = uncast(expr);
    loop {
        expr = match &expr.kind {
            ExprKind::Index { base: inner, .. } | ExprKind::PointerAdd { pointer: inner, .. } => uncast(inner),
            ExprKind::Member { base: inner, .. } | ExprKind::Deref(inner) | ExprKind::AddressOf(inner) => uncast(inner),
            _ => return root(expr),
        };
    }
}

/// Does a part name one of the variables? What a function of the program does with those of
/// the program is not seen: its call counts as naming them.
pub(in crate::findings) fn names(scene: &Scene<'_>, part: Part<'_>, roots: &[Root]) -> bool {
    let global = roots.iter().any(|root| matches!(root, Root::Global(_)));
    locate::any(part, |part| match part.expr().map(|e| &e.kind) {
        Some(ExprKind::Local(id)) => roots.contains(&Root::Local(*id)),
        Some(ExprKind::Global(id)) => roots.contains(&Root::Global(*id)),
        Some(ExprKind::Call { callee, .. }) if global => match callee {
            Callee::Direct(id) => {
                scene.program.function(*id).is_some_and(|f| matches!(f.kind, FunctionKind::Defined(_)))
            }
            Callee::Indirect(_) => true,
        },
        _ => false,
    })
}

/// Does a part give the variable another value, or its address away?
pub(in crate::findings) fn changes(part: Part<'_>, root: Root) -> bool {
    let is_root = |e: &Expr| whole(e) == Some(root);
    assigns(part, root)
        || locate::any(
            part,
            |part| matches!(part.expr().map(|e| &e.kind), Some(ExprKind::AddressOf(place)) if is_root(place)),
        )
}

/// Does a part give the variable another value?
pub(in crate::findings) fn assigns(part: Part<'_>, root: Root) -> bool {
    let is_root = |e: &Expr| whole(e) == Some(root);
    locate::any(part, |part| match part {
        Part::Expr(expr) => match &expr.kind {
            ExprKind::Assign { left: place, .. }
            | ExprKind::AssignOp { left: place, .. }
            | ExprKind::PointerAssign { left: place, .. }
            | ExprKind::IncDec { place, .. } => is_root(place),
            _ => false,
        },
        Part::Stmt(Stmt { kind: StmtKind::Declare { local, .. }, .. }) => root == Root::Local(*local),
        _ => false,
    })
}

/// Is the variable moved within its object (`p++`, `p += 2`, `p = p + 1`)?
pub(in crate::findings) fn moves(part: Part<'_>, root: Root) -> bool {
    let is_root = |e: &Expr| whole(e) == Some(root);
    locate::any(part, |part| match part.expr().map(|e| &e.kind) {
        Some(ExprKind::PointerAssign { left: place, .. } | ExprKind::IncDec { place, .. }) => is_root(place),
        Some(ExprKind::Assign { left, right }) => {
            is_root(left) && matches!(uncast(right).kind, ExprKind::PointerAdd { .. })
        }
        _ => false,
    })
}

/// The variable that a place is, all of it.
pub(in crate::findings) fn whole(place: &Expr) -> Option<Root> {
    match place.kind {
        ExprKind::Local(id) => Some(Root::Local(id)),
        ExprKind::Global(id) => Some(Root::Global(id)),
        _ => None,
    }
}

/// The variable to which a statement assigns, or that it declares.
pub(in crate::findings) fn given(stmt: &Stmt) -> Option<Root> {
    match &stmt.kind {
        StmtKind::Expr(expr) => match &uncast(expr).kind {
            ExprKind::Assign { left, .. } => whole(left),
            _ => None,
        },
        StmtKind::Declare { local, .. } => Some(Root::Local(*local)),
        _ => None,
    }
}

/// May control leave the way from one statement to the next in here?
pub(in crate::findings) fn jumps(stmt: &Stmt) -> bool {
    locate::any(Part::Stmt(stmt), |part| {
        let Part::Stmt(stmt) = part else { return false };
        matches!(
            stmt.kind,
            StmtKind::Return(_)
                | StmtKind::Goto(_)
                | StmtKind::GotoComputed(_)
                | StmtKind::Break
                | StmtKind::Continue
                | StmtKind::Label(_)
                | StmtKind::Case(_)
        )
    })
}

/// Does control come in from elsewhere here?
pub(in crate::findings) fn is_joined(stmt: &Stmt) -> bool {
    matches!(stmt.kind, StmtKind::Label(_) | StmtKind::Case(_))
}

/// The locals of a call that point into the object now.
pub(in crate::findings) fn holding(scene: &Scene<'_>, frame: usize, body: &Body, object: Pointer) -> Vec<Root> {
    let holds = |id: LocalId| {
        let local = body.locals.get(usize::try_from(id.0).ok()?)?;
        scene.program.types.pointee(local.ty)?;
        let pointer = scene.local_pointer(frame, id, local.ty)?;
        (!pointer.is_null() && scene.same_object(pointer, object)).then_some(())
    };
    let all = (0..body.locals.len()).filter_map(|i| u32::try_from(i).ok().map(LocalId));
    all.filter(|id| holds(*id).is_some()).map(Root::Local).collect()
}

impl Scene<'_> {
    /// The line on which a node ends.
    pub fn last_line(&self, node: NodeId) -> u32 {
        let span = self.span(node);
        self.map.place(crate::source::Span { lo: span.hi.saturating_sub(1).max(span.lo), ..span }).line
    }

    /// The line on which a node begins.
    pub fn line(&self, node: NodeId) -> u32 {
        self.map.place(self.span(node)).line
    }
}
