//! Loops (6.8.5). The condition, the step and each backward jump are steps.

use super::Compiler;
use super::stmt::{Code, Counted};
use crate::eval::code::Flow;
use crate::eval::vm::{Run, Vm};
use crate::machine::Parked;
use crate::sema::tree::{Expr, NodeId, Stmt};

/// A loop's condition, and the node whose step it is.
struct Head {
    test: Option<Run<bool>>,
    node: NodeId,
}

impl Head {
    #[inline(always)]
    fn holds(&self, vm: &mut Vm<'_>) -> Result<bool, Parked> {
        match &self.test {
            Some(test) => {
                vm.count_step();
                test(vm)
            }
            None => Ok(true),
        }
    }
}

impl Compiler<'_> {
    fn loop_body(&mut self, body: &Stmt) -> Code {
        let depth = self.scopes.depth();
        self.scopes.breakable.push(depth);
        self.scopes.continuable.push(depth);
        let code = self.stmt(body);
        self.scopes.breakable.pop();
        self.scopes.continuable.pop();
        code
    }

    pub(super) fn while_stmt(&mut self, condition: &Expr, body: &Stmt, _: NodeId) -> Code {
        let head = Head { node: condition.id, test: Some(self.condition(condition)) };
        let body = self.loop_body(body);
        looped(head, body, None)
    }

    pub(super) fn for_stmt(
        &mut self,
        (init, condition, step): (Option<&Expr>, Option<&Expr>, Option<&Expr>),
        body: &Stmt,
        node: NodeId,
    ) -> Code {
        let init = init.map(|e| Counted { run: self.effect(e), step: Some(e.id) });
        let head = Head { node: condition.map_or(node, |c| c.id), test: condition.map(|c| self.condition(c)) };
        let step = step.map(|e| self.effect(e));
        let body = self.loop_body(body);
        let code = looped(head, body, step);
        match init {
            None => code,
            Some(init) => super::stmt::sequence(vec![Code::Unit(init), code]),
        }
    }

    pub(super) fn do_stmt(&mut self, body: &Stmt, condition: &Expr, _: NodeId) -> Code {
        let node = condition.id;
        let body = self.loop_body(body);
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
fn looped(head: Head, body: Code, step: Option<Run<()>>) -> Code {
    match (body, step) {
        (Code::Unit(body), Some(step)) => Code::Unit(Counted {
            run: Box::new(move |vm| {
                while head.holds(vm)? {
                    body.run(vm)?;
                    vm.count_step();
                    step(vm)?;
                    vm.step(head.node)?;
                }
                Ok(())
            }),
            step: None,
        }),
        (Code::Unit(body), None) => Code::Unit(Counted {
            run: Box::new(move |vm| {
                while head.holds(vm)? {
                    body.run(vm)?;
                    vm.step(head.node)?;
                }
                Ok(())
            }),
            step: None,
        }),
        (Code::Flow(body), step) => Code::Flow(Box::new(move |vm| {
            while head.holds(vm)? {
                match body(vm)? {
                    Flow::Next | Flow::Continue => {}
                    Flow::Break => break,
                    Flow::Return => return Ok(Flow::Return),
                }
                if let Some(step) = &step {
                    vm.count_step();
                    step(vm)?;
                }
                vm.step(head.node)?;
            }
            Ok(Flow::Next)
        })),
    }
}
