//! A function that calls itself without end: what its calls were given shows why none
//! of them is the last.

use super::locate::{self, Part};
use super::scene::{Held, Scene};
use super::spell::{bare, uncast};
use crate::sema::tree::{
    ArithOp, Body, Callee, CompareOp, Expr, ExprKind, FunctionId, LocalId, LocalKind, NodeId, Stmt, StmtKind,
};

/// Earlier calls that are looked at for one with the same values.
const FARTHEST: usize = 64;

/// What to change so that the recursion of `function` ends; `None` where text and values do not show it.
pub(super) fn mend(scene: &Scene<'_>, function: FunctionId) -> Option<String> {
    let body = scene.body(function)?;
    let inner = (1..scene.machine.frames.stack.len()).rev().find(|index| {
        let is_it = |i: usize| scene.frame(i).is_some_and(|frame| frame.function == function);
        is_it(*index) && is_it(index - 1)
    })?;
    let call = scene.frame(inner)?.call;
    let calls = Calls { scene, function, body, inner, call };
    let now = calls.values(inner)?;
    if now.is_empty() {
        return None;
    }
    match calls.values(inner - 1)? == now {
        true => calls.stays_zero().or_else(|| calls.unchanged()),
        false => calls.round(&now).or_else(|| calls.passed()),
    }
}

/// Calls of one function by itself.
struct Calls<'s, 't> {
    scene: &'s Scene<'t>,
    function: FunctionId,
    body: &'t Body,
    /// The innermost frame that the function entered from itself.
    inner: usize,
    /// From there.
    call: NodeId,
}

impl<'t> Calls<'_, 't> {
    /// What a call was given, if its parameters still hold it.
    fn values(&self, frame: usize) -> Option<Vec<Held>> {
        let value = |id: u32| {
            let local = self.scene.local(self.function, LocalId(id)).filter(|l| l.kind == LocalKind::Parameter)?;
            self.scene.held_by(frame, LocalId(id), local.ty)
        };
        (0..self.body.parameters).map(value).collect()
    }

    fn arguments(&self) -> Option<&'t [Expr]> {
        match &uncast(locate::find(self.body, self.call)?.expr()?).kind {
            ExprKind::Call { callee: Callee::Direct(_), arguments, .. } => Some(arguments),
            _ => None,
        }
    }

    fn name(&self, id: u32) -> Option<&'t str> {
        self.scene.local(self.function, LocalId(id)).map(|local| &*local.name)
    }

    fn int(&self, frame: usize, id: u32) -> Option<i64> {
        match self.scene.held_by(frame, LocalId(id), self.scene.local(self.function, LocalId(id))?.ty)? {
            Held::Int(value) => Some(value),
            _ => None,
        }
    }

    /// `n / 10` comes to 0 and stays there, and `n == 1` does not end it.
    fn stays_zero(&self) -> Option<String> {
        let arguments = self.arguments()?;
        let is_own = |id: u32, e: &Expr| matches!(uncast(e).kind, ExprKind::Local(local) if local == LocalId(id));
        let (id, divided) = (0..).zip(arguments).find(|(id, e)| match &uncast(e).kind {
            ExprKind::Binary { op: ArithOp::Div | ArithOp::Shr, left, .. } => is_own(*id, left),
            _ => false,
        })?;
        let tested = self.tests(&|e: &Expr| is_own(id, bare(e)));
        let [(condition, CompareOp::Eq, limit)] = tested.as_slice() else { return None };
        let is_past = self.int(self.inner, id) == Some(0) && *limit != 0;
        let (name, text) = (self.name(id)?, self.scene.text(uncast(divided).id)?);
        let (test, line) = (self.scene.text(condition.id)?, self.scene.line(condition.id));
        is_past.then(|| {
            format!("'{text}' comes to 0 and stays there, and '{test}' in line {line} is not true for 0: end it where {name} == 0.")
        })
    }

    /// Each call passes on what it was given.
    fn unchanged(&self) -> Option<String> {
        let arguments = self.arguments()?;
        let line = self.scene.line(self.call);
        let function = self.scene.function_name(self.function);
        let own = |id: u32, e: &Expr| matches!(bare(e).kind, ExprKind::Local(local) if local == LocalId(id));
        let ints: Vec<(u32, i64)> =
            (0..self.body.parameters).filter_map(|id| Some((id, self.int(self.inner, id)?))).collect();
        let told = |(id, value): &(u32, i64)| Some(format!("{} = {value}", self.name(*id)?));
        let values: Vec<String> = ints.iter().filter_map(told).take(3).collect();
        let again = match values.as_slice() {
            [] => format!("Line {line} calls {function} with what it was given itself"),
            values => format!("Line {line} calls {function} with the same values again ({})", values.join(", ")),
        };
        let others: Vec<(u32, &Expr)> = (0..).zip(arguments).filter(|(id, e)| !own(*id, e)).collect();
        let pass = match others.as_slice() {
            [(id, e)] => match &uncast(e).kind {
                ExprKind::IncDec { place, increment, prefix: false, .. } if matches!(place.kind, ExprKind::Local(local) if local == LocalId(*id)) =>
                {
                    let (name, text) = (self.name(*id)?, self.scene.text(e.id)?);
                    let sign = if *increment { "+" } else { "-" };
                    return Some(format!("'{text}' in line {line} passes on the old '{name}': write {name} {sign} 1."));
                }
                ExprKind::Local(_) => self.beyond(*id, e, &ints),
                _ => None,
            },
            [] => match ints.as_slice() {
                [(id, _)] => Some(format!("{} - 1", self.name(*id)?)),
                _ => None,
            },
            _ => None,
        };
        Some(match pass {
            Some(pass) => format!("{again}: pass {pass} there, so that each call comes closer to the end."),
            None => format!("{again}: pass something that comes closer to the end."),
        })
    }

    /// The middle of two bounds is one of them again: the next search begins beside it.
    fn beyond(&self, id: u32, middle: &Expr, ints: &[(u32, i64)]) -> Option<String> {
        let value = ints.iter().find(|(other, _)| *other == id)?.1;
        let text = self.scene.spell(middle)?;
        let others = ints.iter().filter(|(other, _)| *other != id).map(|(_, other)| *other);
        let near = others.min_by_key(|other| other.abs_diff(value))?;
        Some(format!("{text} {} 1", if near >= value { "+" } else { "-" }))
    }

    /// A call further out, which has not returned either, was given the same.
    fn round(&self, now: &[Held]) -> Option<String> {
        let outer = (0..self.inner)
            .rev()
            .take(FARTHEST)
            .take_while(|frame| self.scene.frame(*frame).is_some_and(|f| f.function == self.function));
        let found = outer.skip(1).find(|frame| self.values(*frame).is_some_and(|values| values == now));
        found?;
        let function = self.scene.function_name(self.function);
        let ints: Vec<String> = (0..self.body.parameters)
            .filter_map(|id| Some(format!("{} = {}", self.name(id)?, self.int(self.inner, id)?)))
            .collect();
        let given = if ints.is_empty() { "what it had already".to_owned() } else { ints.join(", ") };
        let again = format!("{function} comes back to {given}, where it is still at work");
        Some(match self.marked() {
            Some(mark) => format!("{again}: {mark}"),
            None => format!("{again}: mark what was visited, and go on only where nothing is marked."),
        })
    }

    /// What the test at the beginning looks at, set so that it stops there the next time: `maze[r][c] = '#';`
    fn marked(&self) -> Option<String> {
        // Before the first of its calls of itself.
        let mut calls = Vec::new();
        locate::any(Part::Block(&self.body.block), |part| {
            if let Some(expr) = part.expr()
                && matches!(&expr.kind, ExprKind::Call { callee: Callee::Direct(id), .. } if *id == self.function)
            {
                calls.push(self.scene.line(expr.id));
            }
            false
        });
        let way_on = calls.into_iter().min()?;
        self.body.block.stmts.iter().find_map(|stmt| {
            let StmtKind::If { condition, then, otherwise: None } = &stmt.kind else { return None };
            let leaves = locate::any(Part::Stmt(then), |part| {
                matches!(part, Part::Stmt(Stmt { kind: StmtKind::Return(_), .. }))
            });
            let mut found = None;
            locate::any(Part::Expr(condition), |part| {
                if let Some(ExprKind::Compare { op, left, right }) = part.expr().map(|e| &e.kind)
                    && matches!(bare(left).kind, ExprKind::Index { .. })
                    && matches!(uncast(right).kind, ExprKind::Int(_))
                {
                    found = Some((*op, bare(left), uncast(right)));
                }
                found.is_some()
            });
            let (op, place, value) = found.filter(|_| leaves)?;
            let (place, written) = (self.scene.text(place.id)?, self.scene.text(value.id)?);
            let line = self.scene.line(condition.id);
            match op {
                CompareOp::Eq => {
                    Some(format!("before line {way_on} write {place} = {written}; so that line {line} stops it."))
                }
                CompareOp::Ne => {
                    let other =
                        if written.starts_with('\'') { if written == "'x'" { "'+'" } else { "'x'" } } else { "-1" };
                    Some(format!("before line {way_on} write, say, {place} = {other}; so that line {line} stops it."))
                }
                _ => None,
            }
        })
    }

    /// A number that each call changes has passed the value that would end it.
    fn passed(&self) -> Option<String> {
        let steps: Vec<(u32, i64)> = (0..self.body.parameters).filter_map(|id| Some((id, self.step(id)?))).collect();
        let [(id, step)] = steps.as_slice() else { return None };
        let (name, now) = (self.name(*id)?, self.int(self.inner, *id)?);
        let function = self.scene.function_name(self.function);
        let is_it = |e: &Expr| matches!(bare(e).kind, ExprKind::Local(local) if local == LocalId(*id));
        let tested = self.tests(&is_it);
        match tested.as_slice() {
            [] if *step < 0 && *step >= -2 => Some(format!(
                "Nothing ends {function}: begin it with if ({name} <= 0) return ...; before it calls itself."
            )),
            [] => None,
            [(condition, CompareOp::Eq, limit)] => {
                let sign = if *step < 0 { "<=" } else { ">=" };
                let missed = if *step < 0 { now < *limit } else { now > *limit };
                let (line, text) = (self.scene.line(condition.id), self.scene.text(condition.id)?);
                missed.then(|| {
                    format!(
                        "'{text}' in line {line} is never true here, '{name}' is past it: write {name} {sign} {limit}."
                    )
                })
            }
            [(_, _, limit)] => {
                let goes_on = if *step < 0 { now > *limit } else { now < *limit };
                goes_on.then(|| {
                    format!("'{name}' has to get from {now} to {limit} yet: that is more calls than the stack has room for. Write a loop instead.")
                })
            }
            _ => None,
        }
    }

    /// By how much each call changes a number, if it is the same for the last ones.
    fn step(&self, id: u32) -> Option<i64> {
        let [now, before, earlier] = [0, 1, 2].map(|back| self.int(self.inner.checked_sub(back)?, id));
        let step = now?.checked_sub(before?)?;
        (step != 0 && before?.checked_sub(earlier?)? == step).then_some(step)
    }

    /// Comparisons of the number with a constant that decide about a return.
    fn tests(&self, is_it: &dyn Fn(&Expr) -> bool) -> Vec<(&'t Expr, CompareOp, i64)> {
        let mut found = Vec::new();
        locate::any(Part::Block(&self.body.block), |part| {
            let condition = match part {
                Part::Stmt(Stmt { kind: StmtKind::If { condition, .. }, .. }) => condition,
                Part::Expr(Expr { kind: ExprKind::Conditional { condition, .. }, .. }) => condition,
                _ => return false,
            };
            locate::any(Part::Expr(condition), |part| {
                let Some(expr) = part.expr() else { return false };
                match &expr.kind {
                    ExprKind::Compare { op, left, right } if is_it(left) => match uncast(right).kind {
                        ExprKind::Int(limit) => found.push((expr, *op, limit)),
                        _ => found.push((expr, CompareOp::Ne, i64::MIN)),
                    },
                    ExprKind::Compare { right, .. } if is_it(right) => found.push((expr, CompareOp::Ne, i64::MIN)),
                    ExprKind::Not(inner) if is_it(inner) => found.push((expr, CompareOp::Eq, 0)),
                    ExprKind::Binary { op: ArithOp::Rem, left, .. } if is_it(left) => {
                        found.push((expr, CompareOp::Ne, i64::MIN));
                    }
                    _ => {}
                }
                false
            });
            false
        });
        found
    }
}
