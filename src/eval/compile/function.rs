//! Functions: what is known of them before any is compiled, and their bodies.

use super::count::counted;
use super::flat::{Builder, Survey};
use super::scope::Scopes;
use super::stmt::Code as StmtCode;
use super::varargs::ending_lists;
use super::whole::Whole;
use super::{Class, Compiler, Facts, Scalar, Statics, Wanted, scalar_of};
use crate::diagnostics::Diagnostic;
use crate::eval::code::{BodyCode, Code, Flow, FunctionCode};
use crate::eval::depth;
use crate::eval::flow::falls_off;
use crate::eval::layout::{Plan, plan};
use crate::eval::vm::Run;
use crate::memory::Reason;
use crate::sema::tree::{Body, FunctionKind, NodeId, Program};
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

/// Compiles a program whose static objects lie at these places.
///
/// # Errors
/// Valid C that is not done.
pub fn compile(program: &Program, statics: &Statics, wanted: Wanted) -> Result<Compiled, Vec<Diagnostic>> {
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
                compiler.wanted = wanted;
                compiler.whole = Whole::of(&program.types, body);
                let contract = compiler.contract(body);
                let body = compiler.body_code(body, function.ty);
                let body = if ends_lists { ending_lists(body) } else { body };
                let body = contract.keep(body);
                let body = if wanted.observed { counted(body, index) } else { body };
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
            wanted: Wanted::default(),
            whole: Whole::default(),
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
}
