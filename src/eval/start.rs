//! A whole run: memory laid out, static initialisers, `main`; the end is in `finish`.

use super::code::Code;
use super::compile::{CallCount, Compiled, Facts, Passed, Scalar, Wanted, compile, scalar_of};
use super::holders::Held;
use super::invoke::Invocation;
use super::jump::LongJump;
use super::layout::Plan;
use super::lives::{Incident, Lives};
use super::placement::{Places, lay_out};
use super::vm::{Departure, End, Returned, Run, Vm};
use super::watch::{Point, Sighting, Watch};
use crate::arith::FloatEnvironment;
use crate::diagnostics::Diagnostic;
use crate::findings::{self, Finding};
use crate::libc::{self, State};
use crate::machine::{Asked, Chains, Frames, Host, Limits, Machine, Parked, Policy, Slots, Value};
use crate::memory::{I32, Memory, Pointer, Tag};
use crate::sema::tree::{FunctionId, GlobalKind, NodeId, Program};
use crate::source::SourceMap;
use crate::types::Type;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// What a run needs besides the program.
pub struct Setup {
    /// Limits.
    pub limits: Limits,
    /// What is done about findings.
    pub policy: Policy,
    /// The world outside.
    pub host: Box<dyn Host>,
    /// `main`'s arguments, the program's name first.
    pub arguments: Vec<Vec<u8>>,
    /// The library functions that are called are written down, and calls are counted.
    pub observed: bool,
    /// Steps to look at; the run ends after the last of them. Usually none.
    pub watch: Vec<Point>,
    /// Blocks to follow, by the tags that they will have. Usually none.
    pub follow: Vec<Tag>,
}

/// A run that has ended.
pub struct Ended {
    /// The machine as it was left.
    pub machine: Machine,
    /// What was found, in order.
    pub findings: Vec<Finding>,
    /// How it ended.
    pub end: End,
    /// Streams that were never closed, and what else the library remembers.
    pub library: State,
    /// The library functions that were called, where that was wanted.
    pub called: BTreeSet<&'static str>,
    /// Calls by function, where that was wanted; else empty.
    pub counts: Vec<CallCount>,
    /// `exit` was called; main did not return.
    pub exited: bool,
    /// What the variables of all calls held at the call of `exit`.
    pub held_at_exit: Vec<Held>,
    /// What was seen at the steps that were to be watched.
    pub seen: Vec<Option<Sighting>>,
    /// What happened to the blocks that were to be followed.
    pub incidents: Vec<Vec<Incident>>,
    /// The first of the calls of longjmp.
    pub jumps: Vec<LongJump>,
    /// Where the innermost call was when Ctrl-C or `exit` ended the run; else [`NodeId::NONE`].
    pub stopped_at: NodeId,
}

/// Why a program cannot be run.
#[derive(Clone, Debug)]
pub struct Refused(pub Vec<Diagnostic>);

/// Runs a program from its start to its end.
///
/// # Errors
/// Valid C that is not done, or limits that cannot be had.
pub fn execute(program: &Program, map: &SourceMap, setup: Setup) -> Result<Ended, Refused> {
    let (memory, slots, places) = lay_out(program, &setup.arguments, &setup.limits).map_err(Refused)?;
    let wanted = Wanted {
        observed: setup.observed,
        followed: !setup.follow.is_empty(),
        strict: setup.policy.refuse_undefined,
        watched: !setup.watch.is_empty(),
        asked: asked(program),
    };
    let Compiled { code, facts, plans, start } = compile(program, &places.statics, wanted).map_err(Refused)?;
    let arguments = setup.arguments.clone();
    let mut vm = boot(program, map, setup, (memory, slots, &places), (&code, &facts, &plans));
    let departure = vm.run_program(&places, &start, &arguments);
    let end = vm.finish(departure);
    let Vm {
        machine,
        mut findings,
        library,
        called,
        counts,
        exited,
        held_at_exit,
        stopped_at,
        watch,
        mut lives,
        jumps,
        ..
    } = vm;
    lives.note_removals(&machine.memory);
    findings::one_per_cause(&mut findings);
    let (called, seen) = (called.unwrap_or_default(), watch.seen());
    let incidents = lives.incidents();
    Ok(Ended {
        machine,
        findings,
        end,
        library,
        called,
        counts,
        exited,
        held_at_exit,
        seen,
        incidents,
        jumps,
        stopped_at,
    })
}

/// What a program asks about floating operations: it names a function that tells.
fn asked(program: &Program) -> Asked {
    let names = |wanted: fn(&libc::Row) -> bool| {
        program.functions.iter().any(|f| f.first_use.is_some() && libc::row(&f.name).is_some_and(wanted))
    };
    let flags = names(|row| row.header == "fenv.h");
    Asked { flags, errors: flags || names(|row| matches!(row.name, "__errno_location" | "perror")) }
}

fn boot<'p>(
    program: &'p Program,
    map: &'p SourceMap,
    setup: Setup,
    (memory, slots, places): (Memory, Slots, &Places),
    (code, facts, plans): (&'p Code, &'p [Facts], &[Plan]),
) -> Vm<'p> {
    let frames = Frames {
        layouts: plans.iter().map(|p| p.layout.clone()).collect(),
        lowest: memory.stack_high(),
        ..Frames::default()
    };
    let mut library = State::new(&places.library);
    library.program = setup.arguments.first().cloned().unwrap_or_default();
    let (sp, stack_low) = (memory.stack_high(), memory.stack_low());
    let stack_bias = memory.stack_at(stack_low).wrapping_sub(stack_low as usize);
    let memory_start = memory.stack_at(stack_low);
    let slots_end = super::depth::slots_within(setup.limits.host_stack).min(Slots::COUNT - Slots::MARGIN);
    let machine = Machine {
        memory,
        frames,
        slots,
        variadic: Vec::new(),
        chains: Chains::default(),
        types: Rc::new(program.types.clone()),
        limits: setup.limits,
        policy: setup.policy,
        host: setup.host,
        pending: Vec::new(),
        float: FloatEnvironment::default(),
        asked: asked(program),
    };
    let mut vm = Vm {
        machine,
        library,
        last_callback: None,
        code,
        facts,
        program,
        map,
        fp: 0,
        at: memory_start,
        sp,
        stack_low,
        stack_bias,
        slots_end,
        returned: Returned { int: 0, float: 0.0, pointer: Pointer::NULL },
        valueless: false,
        bare_return: false,
        touched: Vec::new(),
        punned: std::collections::BTreeSet::new(),
        snapshots: Vec::new(),
        snapshot_count: 0,
        restricted: Vec::new(),
        separated: 0,
        told_stores: std::collections::BTreeSet::new(),
        touched_from: 0,
        poll_at: 0,
        scratch: places.scratch.map_or(0, |p| p.at),
        called: setup.observed.then(BTreeSet::new),
        counts: if setup.observed { vec![CallCount::default(); program.functions.len()] } else { Vec::new() },
        departure: None,
        findings: Vec::new(),
        found: BTreeMap::new(),
        resumed: None,
        moves: BTreeMap::new(),
        allocas: Vec::new(),
        exited: false,
        held_at_exit: Vec::new(),
        watch: Watch::new(&setup.watch),
        lives: Lives::new(&setup.follow),
        doubt: None,
        jumps: Vec::new(),
        stopped_at: NodeId::NONE,
    };
    vm.poll_at = vm.next_poll(0);
    vm
}

impl Vm<'_> {
    /// Static initialisers (step 0), `main`, and the handlers that exit runs.
    fn run_program(&mut self, places: &Places, start: &[Run<()>], arguments: &[Vec<u8>]) -> Departure {
        let code = self.initialise(places, start).and_then(|()| self.run_main(places, arguments));
        match code {
            Ok(code) => self.run_handlers(code),
            Err(Parked) => match self.departure.take() {
                Some(Departure::Exit(code)) => self.run_handlers(code),
                Some(other) => other,
                None => Departure::End(End::Error),
            },
        }
    }

    fn initialise(&mut self, places: &Places, start: &[Run<()>]) -> Result<(), Parked> {
        for (literal, place) in self.program.strings.iter().zip(&places.statics.strings) {
            self.machine.memory.set_bytes(place.at, &literal.bytes, NodeId::NONE);
            self.machine.memory.seal(place.tag);
        }
        for (global, place) in self.program.globals.iter().zip(&places.statics.globals) {
            if global.kind != GlobalKind::Library {
                continue;
            }
            self.library.place_variable(&global.name, Pointer { addr: place.addr, tag: place.tag });
            match libc::global_value(&global.name, &self.library) {
                Some(Value::Pointer(pointer)) => {
                    self.machine.memory.store_pointer(place.at, pointer, NodeId::NONE);
                    self.machine.memory.note_pointers(place.tag);
                }
                Some(Value::Int(value)) => self.machine.memory.store::<I32>(place.at, value, NodeId::NONE),
                _ => {}
            }
        }
        let takes_environment = self.takes_environment();
        let mut context = libc::Context { machine: &mut self.machine, state: &mut self.library };
        // The objects are the library's own: this cannot fail.
        let _ = libc::begin(&mut context, takes_environment);
        for part in start {
            part(self)?;
        }
        for (global, place) in self.program.globals.iter().zip(&places.statics.globals) {
            self.machine.memory.note_pointers(place.tag);
            if self.program.types.is_const_object(global.ty) {
                self.machine.memory.seal(place.tag);
            }
        }
        Ok(())
    }

    fn run_main(&mut self, places: &Places, arguments: &[Vec<u8>]) -> Result<i32, Parked> {
        let arguments = self.arguments(places, arguments);
        let program = self.program;
        for function in &program.before_main {
            self.call_from_outside(*function, &arguments)?;
        }
        let Some(main) = program.main else { return Ok(0) };
        Ok(match self.call_from_outside(main, &arguments)? {
            Value::Int(code) => i32::try_from(code & 0xff).unwrap_or(0),
            _ => 0,
        })
    }

    /// Has `main`, or what runs before it, a third parameter?
    fn takes_environment(&self) -> bool {
        let three = |id: &FunctionId| {
            let function = usize::try_from(id.0).ok().and_then(|index| self.facts.get(index));
            function.is_some_and(|facts| facts.parameters.len() > 2)
        };
        self.program.main.iter().chain(&self.program.before_main).any(three)
    }

    /// Calls a function with as many of main's arguments as it takes.
    pub(super) fn call_from_outside(&mut self, function: FunctionId, arguments: &[Passed]) -> Result<Value, Parked> {
        let index = usize::try_from(function.0).unwrap_or(usize::MAX);
        let parameters = self.facts.get(index).map_or(&[][..], |f| f.parameters.as_slice());
        let fitted: Vec<Passed> =
            parameters.iter().zip(arguments).map(|((_, ty), argument)| self.fitted(*argument, *ty)).collect();
        let caller_slots = self.current_slots();
        let call = Invocation {
            index,
            arguments: &fitted,
            types: &[],
            function: None,
            result: None,
            used: false,
            caller_slots,
            node: NodeId::NONE,
        };
        self.invoke(&call)
    }

    /// One of main's arguments as the class that its parameter is.
    fn fitted(&self, argument: Passed, ty: Type) -> Passed {
        match (argument, scalar_of(&self.program.types, ty)) {
            (Passed::Value(Value::Pointer(pointer)), Some(Scalar::Int(_))) => {
                Passed::Value(Value::Int(pointer.addr.cast_signed()))
            }
            (Passed::Value(Value::Int(value)), Some(Scalar::Pointer)) => {
                Passed::Value(Value::Pointer(Pointer { addr: value.cast_unsigned(), tag: Tag::NONE }))
            }
            (argument, _) => argument,
        }
    }

    /// argc, argv and envp in memory.
    fn arguments(&mut self, places: &Places, texts: &[Vec<u8>]) -> Vec<Passed> {
        let Some(vector) = places.vector else { return Vec::new() };
        for (i, (text, place)) in texts.iter().zip(&places.arguments).enumerate() {
            let mut bytes = text.clone();
            bytes.push(0);
            self.machine.memory.set_bytes(place.at, &bytes, NodeId::NONE);
            let pointer = Pointer { addr: place.addr, tag: place.tag };
            self.machine.memory.store_pointer(vector.at.wrapping_add(i.wrapping_mul(8)), pointer, NodeId::NONE);
        }
        let end = vector.at.wrapping_add(texts.len().wrapping_mul(8));
        self.machine.memory.store_pointer(end, Pointer::NULL, NodeId::NONE);
        self.machine.memory.note_pointers(vector.tag);
        let argv = Pointer { addr: vector.addr, tag: vector.tag };
        let envp = libc::environment_list(&self.library);
        vec![
            Passed::Value(Value::Int(texts.len() as i64)),
            Passed::Value(Value::Pointer(argv)),
            Passed::Value(Value::Pointer(envp)),
        ]
    }
}
