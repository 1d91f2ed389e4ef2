//! Functions: what is known of them before any is compiled, and their bodies.

use super::count::counted;
use super::flat::{Builder, Survey};
use super::scope::{Scopes, leave_all};
use super::stmt::{Code as StmtCode, sequence};
use super::varargs::ending_lists;
use super::watch::Watch;
use super::{Class, Compiler, Facts, Scalar, Statics, scalar_of};
use crate::diagnostics::Diagnostic;
use crate::eval::code::{BodyCode, Code, Flow, FunctionCode};
use crate::eval::depth;
use crate::eval::flow::falls_off;
use crate::eval::layout::{Plan, plan};
use crate::eval::sequence::Suspects;
use crate::eval::test::{Test, with_test};
use crate::eval::vm::{Run, Vm};
use crate::machine::Parked;
use crate::memory::Reason;
use crate::sema::tree::{Body, Expr, FunctionKind, NodeId, Program, Stmt, StmtKind};
use crate::types::{Type, TypeKind};

/// A compiled program.
pub struct Compiled {
    /// Its functions.
    pub code: Code,
    /// What is known of them.
    pub facts: Vec<Facts>,
    /// Their frames.
    pub plans: Vec<Plan>,
    /// Stores the static initialisers, in order.
    pub start: Vec<Run<()>>,
}

/// Compiles a program whose static objects lie at these places. Where the run is
/// `observed`, calls of library functions write down which it was, and others are counted.
///
/// # Errors
/// Valid C that is not done.
pub fn compile(program: &Program, statics: &Statics, observed: bool) -> Result<Compiled, Vec<Diagnostic>> {
    let plans: Vec<Plan> = program.functions.iter().map(|f| plan_of(program, &f.kind, f.ty)).collect();
    let surveys: Vec<Survey> = program.functions.iter().map(|f| survey_of(program, &f.kind)).collect();
    let facts: Vec<Facts> = program
        .functions
        .iter()
        .zip(plans.iter().zip(&surveys))
        .map(|(f, (p, s))| facts_of(program, &f.kind, f.ty, p, s))
        .collect();
    let first_labels = first_labels(program);
    let longjmp = program.functions.iter().any(|f| matches!(&f.kind, FunctionKind::Defined(b) if b.calls_setjmp));
    let mut refused = Vec::new();
    let mut functions = Vec::with_capacity(plans.len());
    let parts = plans.iter().zip(surveys).zip(&first_labels);
    let known = program.functions.iter().zip(&facts).zip(parts);
    for (index, ((function, known), ((plan, survey), first_label))) in known.enumerate() {
        functions.push(match &function.kind {
            FunctionKind::Defined(body) => {
                let mut compiler = Compiler::new(program, statics, &facts, Some(body), plan);
                compiler.survey = survey;
                compiler.falls_off = known.falls_off;
                compiler.first_label = *first_label;
                let ends_lists = body.variadic;
                compiler.observed = observed;
                compiler.watch = Watch::new(Suspects::of(&program.types, body));
                let contract = compiler.contract(body);
                let body = compiler.body_code(body, function.ty);
                let body = if ends_lists { ending_lists(body) } else { body };
                let body = contract.keep(body);
                let body = if observed { counted(body, index) } else { body };
                let code = FunctionCode { body: if longjmp { plan.cleared(body) } else { body } };
                refused.append(&mut compiler.refused);
                code
            }
            _ => FunctionCode { body: BodyCode::Unit(super::impossible(NodeId::NONE, "a function without code")) },
        });
    }
    let empty = Plan::default();
    let mut compiler = Compiler::new(program, statics, &facts, None, &empty);
    let start = program
        .globals
        .iter()
        .zip(&statics.globals)
        .filter_map(|(global, place)| {
            let init = global.init.as_ref()?;
            let function = global.function.and_then(|id| usize::try_from(id.0).ok());
            compiler.first_label = function.and_then(|i| first_labels.get(i)).copied().unwrap_or(0);
            Some(compiler.initialise_static(*place, global.ty, init, global.node))
        })
        .collect();
    refused.append(&mut compiler.refused);
    if refused.is_empty() { Ok(Compiled { code: Code { functions }, facts, plans, start }) } else { Err(refused) }
}

fn result_of(program: &Program, ty: Type) -> Option<Type> {
    match program.types.kind(ty) {
        TypeKind::Function(function) => Some(function.result),
        _ => None,
    }
}

fn returns_record(program: &Program, ty: Type) -> bool {
    result_of(program, ty).is_some_and(|r| matches!(program.types.kind(r), TypeKind::Record(_)))
}

fn plan_of(program: &Program, kind: &FunctionKind, ty: Type) -> Plan {
    match kind {
        FunctionKind::Defined(body) => {
            let mut plan = plan(&program.types, body, returns_record(program, ty));
            plan.layout.slots = plan.layout.slots.max(depth::slots_for(body));
            plan
        }
        _ => Plan::default(),
    }
}

fn survey_of(program: &Program, kind: &FunctionKind) -> Survey {
    match kind {
        FunctionKind::Defined(body) => Survey::of(program, body),
        _ => Survey::default(),
    }
}

/// By function: the number of its first label among those of the program.
fn first_labels(program: &Program) -> Vec<u64> {
    let mut next = 0_u64;
    let count = |kind: &FunctionKind| match kind {
        FunctionKind::Defined(body) => u64::try_from(body.labels.len()).unwrap_or(0),
        _ => 0,
    };
    let mut take = |kind: &FunctionKind| {
        let first = next;
        next = next.saturating_add(count(kind));
        first
    };
    program.functions.iter().map(|f| take(&f.kind)).collect()
}

fn facts_of(program: &Program, kind: &FunctionKind, ty: Type, plan: &Plan, survey: &Survey) -> Facts {
    let FunctionKind::Defined(body) = kind else { return Facts::default() };
    let parameters = usize::try_from(body.parameters).unwrap_or(0);
    let returns = result_of(program, ty).is_some_and(|r| !matches!(program.types.kind(r), TypeKind::Void));
    Facts {
        defined: true,
        bytes: plan.layout.bytes,
        slots: usize::try_from(plan.layout.slots).unwrap_or(0),
        parameters: plan.storage.iter().copied().zip(body.locals.iter().map(|l| l.ty)).take(parameters).collect(),
        variadic: body.variadic,
        result: plan.result,
        falls_off: returns && (survey.irregular || falls_off(program, body)),
    }
}

impl<'p> Compiler<'p> {
    fn new(
        program: &'p Program,
        statics: &'p Statics,
        facts: &'p [Facts],
        body: Option<&'p Body>,
        plan: &'p Plan,
    ) -> Compiler<'p> {
        Compiler {
            program,
            statics,
            facts,
            body,
            plan,
            falls_off: false,
            scopes: Scopes::default(),
            survey: Survey::default(),
            flat: Builder::default(),
            first_label: 0,
            observed: false,
            watch: Watch::default(),
            refused: Vec::new(),
        }
    }

    /// Reaching the end of main returns 0 (5.1.2.2.3).
    pub(super) fn is_main(&self, body: &Body) -> bool {
        let main = self.program.main.and_then(|id| self.program.function(id));
        main.is_some_and(|f| matches!(&f.kind, FunctionKind::Defined(b) if b.node == body.node))
    }

    fn body_code(&mut self, body: &Body, ty: Type) -> BodyCode {
        let result = result_of(self.program, ty);
        if self.survey.irregular {
            return match result.and_then(|r| scalar_of(&self.program.types, r)) {
                Some(Scalar::Int(_)) => i64::wrap(self.flat_value_body(body)),
                Some(Scalar::Pointer) => crate::memory::Pointer::wrap(self.flat_value_body(body)),
                Some(_) => f64::wrap(self.flat_value_body(body)),
                None => BodyCode::Unit(self.flat_unit_body(body)),
            };
        }
        match result.and_then(|r| scalar_of(&self.program.types, r)) {
            Some(Scalar::Int(_)) => i64::wrap(self.value_body::<i64>(body)),
            Some(Scalar::Pointer) => crate::memory::Pointer::wrap(self.value_body(body)),
            Some(_) => f64::wrap(self.value_body::<f64>(body)),
            None => BodyCode::Unit(self.unit_body(body)),
        }
    }

    fn unit_body(&mut self, body: &Body) -> Run<()> {
        let scope = self.begin_function(body);
        let code = self.block(&body.block);
        self.end_block();
        let end = body.block.end.unwrap_or(NodeId::NONE);
        if self.falls_off {
            // A struct is to be returned: what it is asked for is whether it came.
            let flow = code.flow();
            return Box::new(move |vm| {
                if flow(vm)? == Flow::Return {
                    vm.returned_value();
                } else {
                    scope.leave(vm, end, Reason::Scope);
                    vm.valueless = true;
                }
                Ok(())
            });
        }
        match (code, scope.leaving(end, Reason::Scope)) {
            (StmtCode::Unit(unit), None) => unit.boxed(),
            (StmtCode::Unit(unit), Some(leave)) => Box::new(move |vm| {
                unit.run(vm)?;
                leave(vm);
                Ok(())
            }),
            (StmtCode::Flow(flow), None) => Box::new(move |vm| flow(vm).map(drop)),
            (StmtCode::Flow(flow), Some(leave)) => Box::new(move |vm| {
                if flow(vm)? != Flow::Return {
                    leave(vm);
                }
                Ok(())
            }),
        }
    }

    fn value_body<T: Class>(&mut self, body: &Body) -> Run<T> {
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
