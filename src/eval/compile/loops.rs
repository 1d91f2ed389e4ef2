//! Loops (6.8.5). The condition, the step and each backward jump are steps.

use super::Compiler;
use super::stmt::{Code, Counted};
use crate::eval::code::Flow;
use crate::eval::fused::Plus;
use crate::eval::test::TestCode;
use crate::eval::test::{Test, with_test};
use crate::eval::vm::{Run, Vm};
use crate::machine::Parked;
use crate::sema::tree::{Expr, NodeId, Stmt};

/// A loop's condition, and the node whose step it is.
struct Head {
    test: Option<TestCode>,
    node: NodeId,
}

/// The third part of a `for`.
enum Third {
    /// There is none.
    None,
    /// `i++`, `i += 2` of an int in a slot.
    Advance(Plus),
    /// Anything else.
    Run(Run<()>),
}

/// What is done between two turns.
trait Between: 'static {
    /// Steps that are counted after it, because nothing can be told in them.
    const LATE: u64;
    fn step(&self, vm: &mut Vm<'_>) -> Result<(), Parked>;
}

impl Between for () {
    const LATE: u64 = 0;
    #[inline(always)]
    fn step(&self, _: &mut Vm<'_>) -> Result<(), Parked> {
        Ok(())
    }
}

impl Between for Plus {
    const LATE: u64 = 1;
    #[inline(always)]
    fn step(&self, vm: &mut Vm<'_>) -> Result<(), Parked> {
        let next = self.next(vm)?;
        vm.set_slot(self.slot.k, next.cast_unsigned());
        Ok(())
    }
}

impl Between for Run<()> {
    const LATE: u64 = 0;
    #[inline(always)]
    fn step(&self, vm: &mut Vm<'_>) -> Result<(), Parked> {
        vm.count_step();
        self(vm)
    }
}

impl Compiler<'_> {
    /// A body out of which `break` leads to this depth.
    fn loop_body(&mut self, body: &Stmt, around: usize) -> Code {
        self.scopes.breakable.push(around);
        self.scopes.continuable.push(self.scopes.depth());
        let code = self.stmt(body);
        self.scopes.breakable.pop();
        self.scopes.continuable.pop();
        code
    }

    pub(super) fn while_stmt(&mut self, condition: &Expr, body: &Stmt, _: NodeId) -> Code {
        let head = Head { node: condition.id, test: Some(self.test(condition)) };
        let body = self.loop_body(body, self.scopes.depth());
        looped(head, body, Third::None)
    }

    pub(super) fn for_stmt(
        &mut self,
        (init, condition, step): (Option<&Expr>, Option<&Expr>, Option<&Expr>),
        body: &Stmt,
        node: NodeId,
    ) -> Code {
        let around = self.scopes.depth_around_for();
        let init = init.map(|e| Counted { run: self.effect(e), step: Some(e.id) });
        let head = Head { node: condition.map_or(node, |c| c.id), test: condition.map(|c| self.test(c)) };
        let step = match step {
            None => Third::None,
            Some(e) => match self.advance(e) {
                Some(plus) => Third::Advance(plus),
                None => Third::Run(self.effect(e)),
            },
        };
        let body = self.loop_body(body, around);
        let code = looped(head, body, step);
        match init {
            None => code,
            Some(init) => super::stmt::sequence(vec![Code::Unit(init), code]),
        }
    }

    pub(super) fn do_stmt(&mut self, body: &Stmt, condition: &Expr, _: NodeId) -> Code {
        let node = condition.id;
        let body = self.loop_body(body, self.scopes.depth());
        let condition = self.condition(condition);
        match body {
            Code::Unit(body) => Code::Unit(Counted {
                run: Box::new(move |vm| {
                    loop {
                        body.run(vm)?;
                        vm.count_step();
                        if !condition(vm)? {
                            return Ok(());
                        }
                        vm.step(node)?;
                    }
                }),
                step: None,
            }),
            Code::Flow(body) => Code::Flow(Box::new(move |vm| {
                loop {
                    match body(vm)? {
                        Flow::Next | Flow::Continue => {}
                        Flow::Break => return Ok(Flow::Next),
                        Flow::Return => return Ok(Flow::Return),
                    }
                    vm.count_step();
                    if !condition(vm)? {
                        return Ok(Flow::Next);
                    }
                    vm.step(node)?;
                }
            })),
        }
    }
}

/// A loop that is tested at its head.
fn looped(head: Head, body: Code, third: Third) -> Code {
    let node = head.node;
    match head.test {
        Some(test) => with_test!(test, |test| match third {
            Third::None => turning(test, body, (), node),
            Third::Advance(plus) => turning(test, body, plus, node),
            Third::Run(run) => turning(test, body, run, node),
        }),
        None => match third {
            Third::None => turning(Always, body, (), node),
            Third::Advance(plus) => turning(Always, body, plus, node),
            Third::Run(run) => turning(Always, body, run, node),
        },
    }
}

/// No condition.
struct Always;

impl Test for Always {
    const STEPS: u64 = 0;
    #[inline(always)]
    fn holds(&self, _: &mut Vm<'_>) -> Result<bool, Parked> {
        Ok(true)
    }
}

fn turning<T: Test, B: Between>(test: T, body: Code, between: B, node: NodeId) -> Code {
    // The backward jump, the condition after it, and what came late before it.
    let around = T::STEPS.wrapping_add(B::LATE).wrapping_add(1);
    match body {
        // The step of the body is counted with those before it, and taken back where there is no turn.
        Code::Unit(Counted { run: body, step: Some(_) }) if T::QUIET => Code::Unit(Counted {
            run: Box::new(move |vm| {
                let around = around.wrapping_add(1);
                vm.steps(T::STEPS.wrapping_add(1), node)?;
                loop {
                    if !test.holds(vm)? {
                        vm.machine.memory.steps = vm.machine.memory.steps.wrapping_sub(1);
                        return Ok(());
                    }
                    body(vm)?;
                    between.step(vm)?;
                    vm.steps(around, node)?;
                }
            }),
            step: None,
        }),
        Code::Unit(body) => Code::Unit(Counted {
            run: Box::new(move |vm| {
                vm.steps(T::STEPS, node)?;
                loop {
                    if !test.holds(vm)? {
                        return Ok(());
                    }
                    body.run(vm)?;
                    between.step(vm)?;
                    vm.steps(around, node)?;
                }
            }),
            step: None,
        }),
        Code::Flow(body) => Code::Flow(Box::new(move |vm| {
            vm.steps(T::STEPS, node)?;
            loop {
                if !test.holds(vm)? {
                    return Ok(Flow::Next);
                }
                match body(vm)? {
                    Flow::Next | Flow::Continue => {}
                    Flow::Break => return Ok(Flow::Next),
                    Flow::Return => return Ok(Flow::Return),
                }
                between.step(vm)?;
                vm.steps(around, node)?;
            }
        })),
    }
}
