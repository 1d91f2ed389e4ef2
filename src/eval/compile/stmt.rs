//! Statements (6.8).

use super::scope::{Leave, leave_all};
use super::{Class, Compiler, Scalar, unexpected};
use crate::diagnostics::Diagnostic;
use crate::eval::code::{Flow, Operand};
use crate::eval::layout::Storage;
use crate::eval::lives::Happening;
use crate::eval::test::{Test, with_test};
use crate::eval::vm::{Run, Vm};
use crate::machine::Parked;
use crate::memory::Reason;
use crate::sema::tree::{Block, Expr, Init, LocalId, NodeId, Stmt, StmtKind};

/// A compiled statement.
pub enum Code {
    /// It always leads to the next one. If it is a full expression, whoever
    /// runs it counts the step first.
    Unit(Counted),
    /// It may jump.
    Flow(Run<Flow>),
}

/// A statement that always leads to the next one.
pub struct Counted {
    /// What it does.
    pub run: Run<()>,
    /// The node whose step is counted before it runs.
    pub step: Option<NodeId>,
}

impl Counted {
    /// Counts the step and runs it.
    #[inline(always)]
    pub fn run(&self, vm: &mut Vm<'_>) -> Result<(), Parked> {
        if let Some(node) = self.step {
            vm.step(node)?;
        }
        (self.run)(vm)
    }

    pub(super) fn silent(run: Run<()>) -> Counted {
        Counted { run, step: None }
    }

    /// As a closure of its own.
    pub fn boxed(self) -> Run<()> {
        match self.step {
            None => self.run,
            Some(node) => {
                let run = self.run;
                Box::new(move |vm| {
                    vm.step(node)?;
                    run(vm)
                })
            }
        }
    }
}

impl Code {
    /// Does nothing.
    pub fn empty() -> Code {
        Code::Unit(Counted::silent(Box::new(|_| Ok(()))))
    }

    /// As a closure that tells where it leads.
    pub fn flow(self) -> Run<Flow> {
        match self {
            Code::Unit(unit) => Box::new(move |vm| unit.run(vm).map(|()| Flow::Next)),
            Code::Flow(flow) => flow,
        }
    }
}

impl Compiler<'_> {
    /// A statement.
    pub(super) fn stmt(&mut self, stmt: &Stmt) -> Code {
        let node = stmt.id;
        match &stmt.kind {
            StmtKind::Empty => Code::empty(),
            StmtKind::Expr(e) => Code::Unit(Counted { run: self.effect(e), step: Some(e.id) }),
            StmtKind::Declare { local, init } => self.declare(*local, init.as_ref(), node),
            StmtKind::VlaLength { local, value } => self.vla_length(*local, value, node),
            StmtKind::DeclareVla { local, size } => self.declare_vla(*local, size, node),
            StmtKind::Block(block) => self.block(block),
            StmtKind::If { condition, then, otherwise } => self.if_stmt(condition, then, otherwise.as_deref()),
            StmtKind::While { condition, body } => self.while_stmt(condition, body, node),
            StmtKind::DoWhile { body, condition } => self.do_stmt(body, condition, node),
            StmtKind::For { init, condition, step, body } => {
                self.for_stmt((init.as_ref(), condition.as_ref(), step.as_ref()), body, node)
            }
            StmtKind::Switch { value, body, cases, default, nested } => {
                if *nested {
                    return self.not_flat(node);
                }
                self.switch_stmt(value, body, cases, *default)
            }
            StmtKind::Case(_) => Code::empty(),
            StmtKind::Label(_) => Code::empty(),
            StmtKind::Goto(_) | StmtKind::GotoComputed(_) => self.not_flat(node),
            StmtKind::Break => {
                let depth = self.scopes.breakable.last().copied().unwrap_or(0);
                self.jump(depth, node, Flow::Break)
            }
            StmtKind::Continue => {
                let depth = self.scopes.continuable.last().copied().unwrap_or(0);
                self.jump(depth, node, Flow::Continue)
            }
            StmtKind::Return(value) => self.return_stmt(value.as_ref(), node),
        }
    }

    /// Valid C that is not done: named, and the program does not run.
    pub(super) fn refuse(&mut self, node: NodeId, feature: &str) -> Code {
        self.refused.push(Diagnostic::unsupported(self.program.span(node), feature));
        Code::empty()
    }

    /// What only the flat form can do: the survey has sent it there.
    fn not_flat(&self, node: NodeId) -> Code {
        Code::Unit(Counted::silent(super::impossible(node, "a jump in a function that is not flat")))
    }

    fn jump(&mut self, depth: usize, node: NodeId, flow: Flow) -> Code {
        match leave_all(self.scopes.down_to(depth), node, Reason::Break) {
            None => Code::Flow(Box::new(move |_| Ok(flow))),
            Some(leave) => Code::Flow(Box::new(move |vm| {
                leave(vm);
                Ok(flow)
            })),
        }
    }

    /// A block: its locals begin and end with it.
    pub(super) fn block(&mut self, block: &Block) -> Code {
        let scope = self.begin_block(&block.locals);
        self.note_head(block);
        let codes: Vec<Code> = block.stmts.iter().map(|s| self.stmt(s)).collect();
        self.end_block();
        let end = block.end.unwrap_or(NodeId::NONE);
        let body = sequence(codes);
        if scope.enters_silently() && scope.leaves_silently() {
            return body;
        }
        let quiet = scope.leaves_silently();
        match body {
            Code::Unit(unit) if scope.enters_silently() => Code::Unit(Counted::silent(Box::new(move |vm| {
                unit.run(vm)?;
                scope.leave(vm, end, Reason::Scope);
                Ok(())
            }))),
            Code::Unit(unit) if quiet => Code::Unit(Counted::silent(Box::new(move |vm| {
                scope.enter(vm);
                unit.run(vm)
            }))),
            Code::Unit(unit) => Code::Unit(Counted::silent(Box::new(move |vm| {
                scope.enter(vm);
                unit.run(vm)?;
                scope.leave(vm, end, Reason::Scope);
                Ok(())
            }))),
            Code::Flow(flow) => Code::Flow(Box::new(move |vm| {
                scope.enter(vm);
                let to = flow(vm)?;
                // A jump has left the blocks it leads out of.
                if to == Flow::Next {
                    scope.leave(vm, end, Reason::Scope);
                }
                Ok(to)
            })),
        }
    }

    /// The parts of a statement expression's block, which its value stands in:
    /// entering, statements, leaving. The caller ends the block.
    pub(super) fn block_parts(&mut self, block: &Block) -> (Leave, Run<()>, Leave) {
        let scope = self.begin_block(&block.locals);
        let run = self.inner_statements(block);
        let end = block.end.unwrap_or(NodeId::NONE);
        let entered = std::rc::Rc::clone(&scope);
        (Box::new(move |vm| entered.enter(vm)), run, Box::new(move |vm| scope.leave(vm, end, Reason::Scope)))
    }

    fn declare(&mut self, local: LocalId, init: Option<&Init>, node: NodeId) -> Code {
        if let Some(init) = init {
            return Code::Unit(Counted { run: self.initialise_local(local, init, node), step: Some(node) });
        }
        // Without an initialiser the value becomes unwritten.
        match self.storage(local) {
            Some(Storage::Slot { flag: Some(flag), .. }) => Code::Unit(Counted::silent(Box::new(move |vm| {
                vm.set_slot(flag, 0);
                Ok(())
            }))),
            Some(Storage::Pointer { k }) => Code::Unit(Counted::silent(Box::new(move |vm| {
                vm.drop_pointer(k, node);
                Ok(())
            }))),
            Some(Storage::Memory { offset, size, .. }) => {
                let len = usize::try_from(size).unwrap_or(0);
                Code::Unit(Counted::silent(Box::new(move |vm| {
                    let at = vm.at.wrapping_add(offset);
                    vm.machine.memory.clear(at, len);
                    Ok(())
                })))
            }
            _ => Code::empty(),
        }
    }

    fn vla_length(&mut self, local: LocalId, value: &Expr, node: NodeId) -> Code {
        let Some(Storage::Slot { k, .. }) = self.storage(local) else {
            return Code::Unit(Counted::silent(super::impossible(node, "a length without a slot")));
        };
        let value = self.int_run(value);
        let run: Run<()> = Box::new(move |vm| {
            let length = value(vm)?;
            let length = vm.checked_length(length, node)?;
            vm.set_slot(k, length);
            Ok(())
        });
        let run = self.rows_agree(local, run, node);
        Code::Unit(Counted { run, step: Some(node) })
    }

    fn declare_vla(&mut self, local: LocalId, size: &Expr, node: NodeId) -> Code {
        let Some(Storage::Variable { k }) = self.storage(local) else {
            return Code::Unit(Counted::silent(super::impossible(node, "a variable array without slots")));
        };
        let size = self.int_run(size);
        let run: Run<()> = Box::new(move |vm| {
            let size = size(vm)?.cast_unsigned();
            let pointer = vm.allocate_on_stack(size, 16, Some(local), node)?;
            vm.set_slot(k, pointer.addr);
            vm.set_slot(k.wrapping_add(1), pointer.tag.raw());
            Ok(())
        });
        Code::Unit(Counted { run, step: Some(node) })
    }

    fn if_stmt(&mut self, condition: &Expr, then: &Stmt, otherwise: Option<&Stmt>) -> Code {
        let node = condition.id;
        let test = self.test(condition);
        let then = self.stmt(then);
        let otherwise = otherwise.map(|s| self.stmt(s));
        match (then, otherwise) {
            (Code::Unit(then), None) => Code::Unit(Counted {
                run: with_test!(test, |test| Box::new(move |vm| if test.holds(vm)? { then.run(vm) } else { Ok(()) })),
                step: Some(node),
            }),
            (Code::Unit(then), Some(Code::Unit(otherwise))) => Code::Unit(Counted {
                run: with_test!(test, |test| Box::new(move |vm| {
                    if test.holds(vm)? { then.run(vm) } else { otherwise.run(vm) }
                })),
                step: Some(node),
            }),
            (then, otherwise) => {
                let (then, test) = (then.flow(), test.boxed());
                let otherwise = otherwise.map(Code::flow);
                Code::Flow(Box::new(move |vm| {
                    vm.step(node)?;
                    if test(vm)? {
                        return then(vm);
                    }
                    otherwise.as_ref().map_or(Ok(Flow::Next), |otherwise| otherwise(vm))
                }))
            }
        }
    }

    fn return_stmt(&mut self, value: Option<&Expr>, node: NodeId) -> Code {
        let store: Option<Run<()>> = match value {
            Some(e) => Some(self.return_value(e, node)),
            None if self.falls_off => Some(Box::new(|vm| {
                vm.bare_return = true;
                Ok(())
            })),
            None => None,
        };
        let leave = leave_all(self.scopes.down_to(0), node, Reason::Return);
        Code::Flow(Box::new(move |vm| {
            vm.step(node)?;
            if let Some(store) = &store {
                store(vm)?;
            }
            if let Some(leave) = &leave {
                leave(vm);
            }
            Ok(Flow::Return)
        }))
    }

    /// Leaves the value of a `return` in the machine.
    fn return_value(&mut self, e: &Expr, node: NodeId) -> Run<()> {
        fn keep<T: Class>(value: Operand<T>) -> Run<()> {
            let value = value.boxed();
            Box::new(move |vm| {
                let value = value(vm)?;
                T::leave(&mut vm.returned, value);
                Ok(())
            })
        }
        match self.scalar(e.ty) {
            Some(Scalar::Int(_)) => keep(self.int(e)),
            Some(Scalar::Pointer) => {
                let value = self.pointer(e);
                keep(self.following(value, node, Happening::Returned))
            }
            Some(_) => keep(self.float(e)),
            None if self.is_record(e.ty) => {
                let Some(k) = self.plan.result else { return unexpected(e, "a struct without a place to go") };
                let size = self.size(e.ty);
                let key = self.record_key(e);
                let key = self.following_record(key, size, node, Happening::Returned);
                Box::new(move |vm| {
                    let from = key(vm)?;
                    let to = crate::eval::place::AnyKey::At(vm.slot(k) as usize);
                    vm.copy_record(from, to, size, node)
                })
            }
            // `return f();` of a void function.
            None => self.effect(e),
        }
    }
}

/// Statements one after the other.
pub fn sequence(codes: Vec<Code>) -> Code {
    if codes.iter().all(|c| matches!(c, Code::Unit(_))) {
        let units: Vec<Counted> =
            codes.into_iter().filter_map(|c| if let Code::Unit(unit) = c { Some(unit) } else { None }).collect();
        return Code::Unit(units_in_sequence(units));
    }
    let codes: Vec<Code> = codes;
    Code::Flow(Box::new(move |vm| {
        for code in &codes {
            match code {
                Code::Unit(unit) => unit.run(vm)?,
                Code::Flow(flow) => match flow(vm)? {
                    Flow::Next => {}
                    other => return Ok(other),
                },
            }
        }
        Ok(Flow::Next)
    }))
}

fn units_in_sequence(units: Vec<Counted>) -> Counted {
    match <[Counted; 1]>::try_from(units) {
        Ok([only]) => only,
        Err(units) => match <[Counted; 2]>::try_from(units) {
            Ok([a, b]) => Counted::silent(Box::new(move |vm| {
                a.run(vm)?;
                b.run(vm)
            })),
            Err(units) => match <[Counted; 3]>::try_from(units) {
                Ok([a, b, c]) => Counted::silent(Box::new(move |vm| {
                    a.run(vm)?;
                    b.run(vm)?;
                    c.run(vm)
                })),
                Err(units) => Counted::silent(Box::new(move |vm| {
                    for unit in &units {
                        unit.run(vm)?;
                    }
                    Ok(())
                })),
            },
        },
    }
}
