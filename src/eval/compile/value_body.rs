//! Bodies that give a value: where a statement ends in a `return`, it is a
//! closure that gives that value, with no flag for how it ended.

use super::scope::leave_all;
use super::stmt::{Code as StmtCode, sequence};
use super::{Class, Compiler};
use crate::eval::code::Flow;
use crate::eval::lives::Happening;
use crate::eval::test::{Test, with_test};
use crate::eval::vm::{Run, Vm};
use crate::machine::Parked;
use crate::memory::Reason;
use crate::sema::tree::{Body, Expr, NodeId, Stmt, StmtKind};

impl Compiler<'_> {
    pub(super) fn value_body<T: Class>(&mut self, body: &Body) -> Run<T> {
        let scope = self.begin_function(body);
        let block = self.begin_block(&body.block.locals);
        let run = self.value_list::<T>(&body.block.stmts);
        let tail = match run {
            Some(tail) => tail.boxed(),
            None => {
                // Not in the form of a value: statements that leave it in the machine.
                let codes: Vec<StmtCode> = body.block.stmts.iter().map(|s| self.stmt(s)).collect();
                self.returning(sequence(codes), body)
            }
        };
        self.end_block();
        self.end_block();
        // Parameters are written by the call; everything else starts unwritten.
        if block.enters_silently() {
            drop(scope);
            return tail;
        }
        Box::new(move |vm| {
            block.enter(vm);
            tail(vm)
        })
    }

    /// Statements whose `return` leaves its value in the machine, and what
    /// happens where the end is reached without one.
    fn returning<T: Class>(&mut self, code: StmtCode, body: &Body) -> Run<T> {
        let is_main = self.is_main(body);
        let end = body.block.end.unwrap_or(NodeId::NONE);
        let leave = leave_all(self.scopes.down_to(0), end, Reason::Scope);
        let flow = code.flow();
        let falls_off = self.falls_off;
        Box::new(move |vm| {
            if flow(vm)? == Flow::Return {
                if falls_off {
                    vm.returned_value();
                }
                return Ok(T::returned(&vm.returned));
            }
            vm.valueless = !is_main;
            if let Some(leave) = &leave {
                leave(vm);
            }
            Ok(T::zero())
        })
    }

    /// A list of statements that ends in `return e`, with `if (c) return e` on
    /// the way, as one closure that yields the value. `None` for any other list.
    fn value_list<T: Class>(&mut self, stmts: &[Stmt]) -> Option<Tail<T>> {
        if !is_value_list(stmts) {
            return None;
        }
        let (last, before) = stmts.split_last()?;
        let mut run = self.value_stmt::<T>(last)?;
        let mut pending: Vec<StmtCode> = Vec::new();
        // From the back: each conditional return takes all that follows as its other way.
        let mut parts: Vec<Part<'_>> = Vec::new();
        for stmt in before {
            match &stmt.kind {
                StmtKind::If { condition, then, otherwise } if returns(then) => {
                    parts.push(Part::Guard(condition, then, otherwise.as_deref()));
                }
                _ => parts.push(Part::Plain(stmt)),
            }
        }
        for part in parts.into_iter().rev() {
            match part {
                Part::Plain(stmt) => pending.push(self.stmt(stmt)),
                Part::Guard(condition, then, otherwise) => {
                    run = before_value(std::mem::take(&mut pending), run);
                    let node = condition.id;
                    let test = self.test(condition);
                    let yes = self.value_stmt::<T>(then)?;
                    let other = otherwise.map(|s| self.stmt(s));
                    let no = match other {
                        Some(code) => before_value(vec![code], run),
                        None => run,
                    };
                    run = Tail::counted(with_test!(test, |test| either(test, yes, no, node)));
                }
            }
        }
        Some(before_value(pending, run))
    }

    /// `return e`, or a block or `if` that always ends in one.
    fn value_stmt<T: Class>(&mut self, stmt: &Stmt) -> Option<Tail<T>> {
        match &stmt.kind {
            StmtKind::Return(Some(e)) => Some(self.value_return(e, stmt.id)),
            StmtKind::Block(block) => {
                let scope = self.begin_block(&block.locals);
                self.note_head(block);
                let run = self.value_list::<T>(&block.stmts);
                self.end_block();
                let run = run?;
                if scope.enters_silently() {
                    return Some(run);
                }
                Some(Tail::counted(Box::new(move |vm| {
                    scope.enter(vm);
                    run.get(vm)
                })))
            }
            StmtKind::If { condition, then, otherwise: Some(otherwise) } => {
                let node = condition.id;
                let test = self.test(condition);
                let yes = self.value_stmt::<T>(then)?;
                let no = self.value_stmt::<T>(otherwise)?;
                Some(Tail::counted(with_test!(test, |test| either(test, yes, no, node))))
            }
            _ => None,
        }
    }

    fn value_return<T: Class>(&mut self, e: &Expr, node: NodeId) -> Tail<T> {
        let run = T::operand(self, e).boxed();
        let run = self.following_value(run, e.ty, node, Happening::Returned);
        match leave_all(self.scopes.down_to(0), node, Reason::Return) {
            None => Tail { run, step: true },
            Some(leave) => Tail {
                run: Box::new(move |vm| {
                    let value = run(vm)?;
                    leave(vm);
                    Ok(value)
                }),
                step: true,
            },
        }
    }
}

/// The end of a value list.
struct Tail<T> {
    run: Run<T>,
    /// It is a `return` whose step is counted by whoever runs it.
    step: bool,
}

impl<T: Class> Tail<T> {
    fn counted(run: Run<T>) -> Tail<T> {
        Tail { run, step: false }
    }

    #[inline(always)]
    fn get(&self, vm: &mut Vm<'_>) -> Result<T, Parked> {
        if self.step {
            vm.count_step();
        }
        (self.run)(vm)
    }

    fn boxed(self) -> Run<T> {
        if !self.step {
            return self.run;
        }
        Box::new(move |vm| self.get(vm))
    }
}

/// `if (test) return yes; return no;`
fn either<T: Class, C: Test>(test: C, yes: Tail<T>, no: Tail<T>, node: NodeId) -> Run<T> {
    if C::QUIET && yes.step && no.step {
        // Nothing can be told between the condition's step and the return's.
        let (yes, no) = (yes.run, no.run);
        return Box::new(move |vm| {
            vm.steps(2, node)?;
            if test.holds(vm)? { yes(vm) } else { no(vm) }
        });
    }
    Box::new(move |vm| {
        vm.step(node)?;
        if test.holds(vm)? { yes.get(vm) } else { no.get(vm) }
    })
}

/// A statement of a value list before its last.
enum Part<'s> {
    /// One that cannot return.
    Plain(&'s Stmt),
    /// `if (c) return e; else …`
    Guard(&'s Expr, &'s Stmt, Option<&'s Stmt>),
}

/// Statements (in reverse order) that run before a value is found.
fn before_value<T: Class>(reversed: Vec<StmtCode>, value: Tail<T>) -> Tail<T> {
    if reversed.is_empty() {
        return value;
    }
    let codes: Vec<StmtCode> = reversed.into_iter().rev().collect();
    Tail::counted(match sequence(codes) {
        StmtCode::Unit(unit) => Box::new(move |vm| {
            unit.run(vm)?;
            value.get(vm)
        }),
        StmtCode::Flow(flow) => Box::new(move |vm| {
            if flow(vm)? == Flow::Return {
                return Ok(T::returned(&vm.returned));
            }
            value.get(vm)
        }),
    })
}

/// Can this list be compiled as a value: its last statement always returns,
/// and labels, through which it could be entered in the middle, are absent?
fn is_value_list(stmts: &[Stmt]) -> bool {
    stmts.last().is_some_and(returns) && !stmts.iter().any(|s| matches!(s.kind, StmtKind::Label(_) | StmtKind::Case(_)))
}

/// Does this statement always end in `return e`, in the form of a value?
fn returns(stmt: &Stmt) -> bool {
    match &stmt.kind {
        StmtKind::Return(value) => value.is_some(),
        StmtKind::Block(block) => is_value_list(&block.stmts),
        StmtKind::If { then, otherwise: Some(otherwise), .. } => returns(then) && returns(otherwise),
        _ => false,
    }
}
