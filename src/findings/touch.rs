//! Which expression made an access, told from the source: what was touched,
//! and through which pointer.

use super::locate::Part;
use super::scene::{Held, Scene};
use super::spell::{bare, uncast};
use super::values::integer;
use crate::memory::{Access, Pointer};
use crate::sema::tree::{Callee, Expr, ExprKind, FunctionKind, Stride};
use crate::types::{Type, TypeKind};

/// An access as the source has it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Touch<'t> {
    /// The place: `p->next`, `a[i]`, `*p`. None for library calls.
    pub place: Option<&'t Expr>,
    /// The pointer it was reached through.
    pub pointer: Option<&'t Expr>,
    /// The index, if it was `[i]` and its value is the one that led there.
    pub index: Option<&'t Expr>,
    /// The library function that made the access.
    pub library: Option<&'t str>,
}

/// One way to read an expression as the access.
struct Candidate<'t> {
    place: &'t Expr,
    pointer: &'t Expr,
    index: Option<(&'t Expr, u64)>,
    /// The place is accessed, not only named (`&p->m`).
    accessed: bool,
    written: bool,
}

impl<'a> Scene<'a> {
    /// The access of the trap through `pointer`.
    pub fn touch(&self, pointer: Pointer, access: Access) -> Touch<'a> {
        let (Some(expr), Some(frame)) = (self.expr(), self.innermost()) else { return Touch::default() };
        if let ExprKind::Call { callee, arguments, .. } = &uncast(expr).kind {
            match callee {
                Callee::Direct(id) => {
                    let function = self.program.function(*id);
                    if let Some(function) = function.filter(|f| matches!(f.kind, FunctionKind::Library { .. })) {
                        let pointer = self.argument(frame, arguments, pointer);
                        return Touch { pointer, library: Some(&function.name), ..Touch::default() };
                    }
                }
                Callee::Indirect(callee) if access == Access::Call => {
                    return Touch { pointer: Some(callee), ..Touch::default() };
                }
                Callee::Indirect(_) => {}
            }
        }
        let path = self.path().unwrap_or_default();
        let around: Vec<&'a Expr> = path.expressions().collect();
        // The node may be the pointer, the place it leads to, or the whole access.
        let whole = whole_place(expr, &around);
        let found = self.best(frame, &candidates(whole, is_written(&around, whole)), pointer, access);
        let sure = found.as_ref().is_some_and(|(fit, _)| *fit >= SURE);
        let further = around.iter().position(|e| std::ptr::eq(*e, whole)).and_then(|i| accessed_by(around.get(i..)?));
        let climbed = further
            .filter(|_| !sure)
            .and_then(|place| self.best(frame, &candidates(place, is_written(&around, place)), pointer, access));
        match (found, climbed) {
            (found, Some((fit, touch))) if found.as_ref().is_none_or(|(least, _)| fit > *least) => touch,
            (Some((_, touch)), _) => touch,
            (None, _) => Touch::default(),
        }
    }

    /// The candidate that fits best, and how well.
    fn best(&self, frame: usize, all: &[Candidate<'a>], pointer: Pointer, access: Access) -> Option<(u32, Touch<'a>)> {
        let mut best: Option<(u32, u32, bool, &Candidate<'a>)> = None;
        for candidate in all {
            let (fit, exact) = self.score(frame, candidate, pointer);
            let accessed = if candidate.accessed { 16 } else { 0 };
            let written = if candidate.written == (access == Access::Write) { 32 } else { 0 };
            let score = fit + accessed + written;
            // The first of the best: `max_by_key` would give the last.
            if fit > 0 && best.is_none_or(|(most, ..)| score > most) {
                best = Some((score, fit, exact, candidate));
            }
        }
        best.map(|(_, fit, exact, c)| {
            let index = c.index.filter(|_| exact).map(|(index, _)| index);
            (fit, Touch { place: Some(c.place), pointer: Some(c.pointer), index, library: None })
        })
    }

    /// Which argument of a library function was the pointer.
    fn argument(&self, frame: usize, arguments: &'a [Expr], pointer: Pointer) -> Option<&'a Expr> {
        let is_pointer = |e: &&Expr| matches!(self.program.types.kind(e.ty), TypeKind::Pointer(_));
        let same = |e: &&Expr| match self.pointer_value(frame, e) {
            Some(value) if pointer.is_null() || value.is_null() => value.is_null() && pointer.tag == value.tag,
            Some(value) => self.same_object(value, pointer),
            None => false,
        };
        let mut pointers = arguments.iter().filter(is_pointer);
        arguments.iter().filter(is_pointer).find(same).or_else(|| {
            // With a single pointer there is no doubt.
            let only = pointers.next();
            if pointers.next().is_some() { None } else { only }
        })
    }

    /// Do both point into the same object, live or dead?
    pub fn same_object(&self, a: Pointer, b: Pointer) -> bool {
        let owner = |p: Pointer| self.machine.memory.biography(p.tag).map_or(p.tag, |life| life.tag);
        a.tag == b.tag || owner(a) == owner(b)
    }

    /// How well a candidate fits what happened (0: not at all), and whether its
    /// pointer and index lead exactly there.
    fn score(&self, frame: usize, candidate: &Candidate<'_>, pointer: Pointer) -> (u32, bool) {
        match self.pointer_value(frame, candidate.pointer) {
            Some(value) if value.is_null() && pointer.tag != Pointer::NULL.tag => (0, false),
            Some(value) if value.is_null() || self.same_object(value, pointer) => {
                let moved = match candidate.index {
                    None => Some(0),
                    Some((index, stride)) => {
                        let number = self.int_value(frame, index).or_else(|| self.stepped(frame, index));
                        number.and_then(|i| i.checked_mul(i64::try_from(stride).ok()?))
                    }
                };
                let start = moved.map(|by| value.offset(by).addr);
                let pointee = self.program.types.pointee(candidate.pointer.ty).map_or(0, |ty| self.size_of(ty));
                let size = self.size_of(candidate.place.ty).max(pointee).max(1);
                match start {
                    Some(start) if pointer.addr == start => (8, true),
                    Some(start) if pointer.addr.wrapping_sub(start) < size => (7, true),
                    // A member that lies further on.
                    _ => (6, false),
                }
            }
            Some(_) => (0, false),
            None => (4, false),
        }
    }

    /// The value that `n++` had, where `n` was changed already.
    fn stepped(&self, frame: usize, index: &Expr) -> Option<i64> {
        let ExprKind::IncDec { place, stride: None, increment, prefix } = &uncast(index).kind else { return None };
        let Held::Int(now) = self.held_in(frame, place)? else { return None };
        match (prefix, increment) {
            (true, _) => Some(now),
            (false, true) => now.checked_sub(1),
            (false, false) => now.checked_add(1),
        }
    }

    /// `'i' = 10`, if the index is not a number already.
    pub fn with_index(&self, index: Option<&Expr>, value: Option<i64>) -> String {
        let told = || {
            let index = index?;
            let name = self.spell(index)?;
            if matches!(bare(index).kind, ExprKind::Int(_)) {
                return None;
            }
            let frame = self.innermost()?;
            let value = value.or_else(|| self.int_value(frame, index)).or_else(|| self.stepped(frame, index))?;
            let signed = self.int_repr(index.ty).is_none_or(|repr| repr.signed);
            Some(format!(" with '{name}' = {}", integer(value, signed)))
        };
        told().unwrap_or_default()
    }

    /// The type of what the pointer points to: an element of a block is told as this.
    pub fn element_type(&self, touch: &Touch<'_>) -> Option<Type> {
        let types = &self.program.types;
        let target = touch.pointer.and_then(|e| types.pointee(bare(e).ty).or_else(|| types.element(bare(e).ty)));
        target.filter(|ty| !matches!(types.kind(*ty), TypeKind::Void)).or(touch.place.map(|place| place.ty))
    }
}

/// What a message says of an access: `read`, `written` …
pub(super) fn done(access: Access) -> &'static str {
    match access {
        Access::Read => "read",
        Access::Write => "written",
        Access::Free => "freed",
        Access::Realloc => "reallocated",
        Access::Call => "called",
    }
}

/// What a library function does: `reads`, `writes` …
pub(super) fn does(access: Access) -> &'static str {
    match access {
        Access::Read => "reads",
        Access::Write => "writes",
        Access::Free => "frees",
        Access::Realloc => "reallocates",
        Access::Call => "calls",
    }
}

/// A fit from which on the pointer's value was seen to be the one of the trap.
const SURE: u32 = 6;

/// The outermost place that begins with the node: of `p` in `p->a.b` read as a
/// place, all of it. `around` are the expressions around the node, itself first.
fn whole_place<'t>(node: &'t Expr, around: &[&'t Expr]) -> &'t Expr {
    let mut whole = node;
    for pair in around.windows(2) {
        let [inner, outer] = pair else { break };
        match &outer.kind {
            ExprKind::Member { base, .. } if std::ptr::eq(&**base, *inner) && is_place(inner) => whole = outer,
            _ => break,
        }
    }
    whole
}

/// The place that is reached through a pointer value: the nearest one around it.
fn accessed_by<'t>(around: &[&'t Expr]) -> Option<&'t Expr> {
    let mut found: Option<&'t Expr> = None;
    for pair in around.windows(2) {
        let [inner, outer] = pair else { break };
        match &outer.kind {
            ExprKind::Deref(pointer) | ExprKind::Index { base: pointer, .. }
                if found.is_none() && std::ptr::eq(&**pointer, *inner) =>
            {
                found = Some(outer);
            }
            ExprKind::Member { base, .. } if found.is_some() && std::ptr::eq(&**base, *inner) => found = Some(outer),
            ExprKind::Load(_) | ExprKind::Convert { .. } if found.is_none() => {}
            _ => break,
        }
    }
    found
}

/// Is this place the left side of an assignment, or incremented?
pub(super) fn is_written(around: &[&Expr], place: &Expr) -> bool {
    let outer = around.windows(2).find_map(|pair| match pair {
        [inner, outer] if std::ptr::eq(*inner, place) => Some(*outer),
        _ => None,
    });
    match outer.map(|e| &e.kind) {
        Some(
            ExprKind::Assign { left, .. } | ExprKind::AssignOp { left, .. } | ExprKind::PointerAssign { left, .. },
        ) => std::ptr::eq(&**left, place),
        Some(ExprKind::IncDec { .. }) => true,
        _ => false,
    }
}

/// All dereferences inside an expression, from left to right. `written`: the
/// expression itself is written to, if it is a place.
fn candidates<'t>(expr: &'t Expr, written: bool) -> Vec<Candidate<'t>> {
    // The whole place that a place belongs to, and whether it is written.
    type Whole<'t> = Option<(&'t Expr, bool)>;
    let mut found = Vec::new();
    let mut open: Vec<(&'t Expr, Whole<'t>)> = vec![(expr, is_place(expr).then_some((expr, written)))];
    while let Some((expr, whole)) = open.pop() {
        let (place, written) = whole.unwrap_or((expr, false));
        let mut next: Vec<(&'t Expr, Whole<'t>)> = Vec::new();
        match &expr.kind {
            ExprKind::Load(inner) => next.push((inner, Some((inner, false)))),
            ExprKind::Member { base, .. } => next.push((base, Some((place, written)))),
            ExprKind::Deref(pointer) => {
                found.push(Candidate { place, pointer, index: None, accessed: whole.is_some(), written });
                next.push((pointer, None));
            }
            ExprKind::Index { base, index, stride } => {
                let size = match stride {
                    Stride::Bytes(size) => *size,
                    Stride::Variable(_) => 0,
                };
                let accessed = whole.is_some();
                found.push(Candidate { place, pointer: base, index: Some((index, size)), accessed, written });
                match &base.kind {
                    ExprKind::Decay(array) => next.push((array, whole)),
                    _ => next.push((base, None)),
                }
                next.push((index, None));
            }
            ExprKind::Assign { left, right } | ExprKind::AssignOp { left, right, .. } => {
                next.extend([(&**left, Some((&**left, true))), (&**right, None)]);
            }
            ExprKind::PointerAssign { left, index, .. } => {
                next.extend([(&**left, Some((&**left, true))), (&**index, None)]);
            }
            ExprKind::IncDec { place, .. } => next.push((place, Some((place, true)))),
            _ => next.extend(Part::Expr(expr).children().into_iter().filter_map(Part::expr).map(|e| (e, None))),
        }
        open.extend(next.into_iter().rev());
    }
    found
}

fn is_place(expr: &Expr) -> bool {
    matches!(expr.kind, ExprKind::Deref(_) | ExprKind::Index { .. } | ExprKind::Member { .. })
}
