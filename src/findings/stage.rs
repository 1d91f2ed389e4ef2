//! For tests: a real program, and a machine whose state is set by hand.

use super::Finding;
use super::describe;
use super::locate;
use super::scene::Held;
use crate::arith::FloatEnvironment;
use crate::kinds::Kind;
use crate::machine::{
    Asked, Chains, Frame, FrameLayout, Frames, Limits, LocalPlace, Machine, MemoryHost, Policy, Slots,
};
use crate::memory::{
    Access, ChainId, Event, F64, I8, I32, Memory, Origin, Pointer, Segment, StaticSpec, Tag, Trap, TrapData,
};
use crate::sema::tree::{Body, FunctionId, FunctionKind, LocalId, NodeId, Program, StringId};
use crate::source::{MemoryFiles, SourceMap};
use crate::types::TypeKind;
use std::rc::Rc;

pub(super) struct Stage {
    pub program: Program,
    pub map: SourceMap,
    pub machine: Machine,
    pub strings: Vec<Pointer>,
}

impl Stage {
    /// Analyses the text; nothing is called yet.
    pub fn new(text: &str) -> Stage {
        let (mut map, mut told) = (SourceMap::new(), Vec::new());
        let options = crate::preprocess::Options::default();
        let files = MemoryFiles::default();
        let tokens = crate::preprocess::preprocess_text(&files, &mut map, "a.c", text.as_bytes(), &options, &mut told);
        let unit = crate::syntax::parse(&tokens, &crate::syntax::Limits::default(), &mut told);
        let program = crate::sema::analyse(&[unit], &mut map, &crate::sema::Options::default(), &mut told);
        assert!(told.iter().all(|d| d.severity != crate::diagnostics::Severity::Error), "{told:?}");
        let spec = |(i, s): (usize, &crate::sema::tree::StringLiteral)| StaticSpec {
            size: s.bytes.len() as u64,
            align: 1,
            segment: Segment::ReadOnly,
            origin: Origin::String(StringId(i as u32)),
        };
        let statics: Vec<StaticSpec> = program.strings.iter().enumerate().map(spec).collect();
        let (mut memory, places) = Memory::new(&statics, 1 << 16, 1 << 20).expect("fits");
        let mut strings = Vec::new();
        for (place, string) in places.iter().zip(&program.strings) {
            let start = Pointer { addr: place.addr, tag: place.tag };
            memory.write(start, &string.bytes, NodeId::NONE).expect("inside");
            memory.seal(place.tag);
            strings.push(start);
        }
        let layouts = program.functions.iter().map(|f| match &f.kind {
            FunctionKind::Defined(body) => layout(&program, body),
            _ => FrameLayout::default(),
        });
        let machine = Machine {
            frames: Frames { layouts: layouts.collect(), ..Frames::default() },
            memory,
            slots: Slots::default(),
            variadic: Vec::new(),
            chains: Chains::default(),
            types: Rc::new(program.types.clone()),
            limits: Limits { stack: 1 << 16, ..Limits::default() },
            policy: Policy::default(),
            host: Box::new(MemoryHost::with_input(b"").0),
            pending: Vec::new(),
            float: FloatEnvironment::default(),
            asked: Asked::default(),
        };
        Stage { program, map, machine, strings }
    }

    pub fn function(&self, name: &str) -> FunctionId {
        let found = self.program.functions.iter().position(|f| &*f.name == name).expect("a function");
        FunctionId(found as u32)
    }

    fn body(&self, id: FunctionId) -> &Body {
        match &self.program.function(id).expect("there").kind {
            FunctionKind::Defined(body) => body,
            _ => panic!("not defined"),
        }
    }

    /// Enters a function, from the call with this text.
    pub fn enter(&mut self, name: &str, call: &str) {
        let function = self.function(name);
        let call = if call.is_empty() { NodeId::NONE } else { self.node(call) };
        let (low, slots) = match self.machine.frames.stack.last() {
            Some(frame) => (frame.low, frame.slots + 64),
            None => (self.machine.memory.stack_high(), 0),
        };
        let low = low - self.machine.frames.layouts[function.0 as usize].bytes;
        let serial = self.machine.frames.stack.len() as u64 + 1;
        let frame = Frame { low, serial, function, call, slots, chain: ChainId(0), variadic: 0 };
        self.machine.frames.stack.push(frame);
    }

    pub fn leave(&mut self) {
        self.machine.frames.stack.pop();
    }

    /// The expression (else the statement) with this text in the current function, the last one.
    pub fn node(&self, text: &str) -> NodeId {
        let function = self.machine.frames.stack.last().expect("entered").function;
        let mut found = NodeId::NONE;
        let mut check = |id: NodeId| {
            if found == NodeId::NONE && self.map.text(self.program.span(id)) == text {
                found = id;
            }
        };
        locate::any(locate::Part::Block(&self.body(function).block), |part| {
            match part {
                locate::Part::Expr(e) => check(e.id),
                locate::Part::Stmt(s) => check(s.id),
                locate::Part::Block(b) => b.end.into_iter().for_each(&mut check),
            }
            false
        });
        assert_ne!(found, NodeId::NONE, "no '{text}'");
        found
    }

    pub fn event(&mut self, text: &str) -> Event {
        let node = self.node(text);
        self.machine.event(node)
    }

    pub fn malloc(&mut self, call: &str, size: u64) -> Pointer {
        let event = self.event(call);
        self.machine.memory.malloc(size, event).expect("the host has it").expect("fits")
    }

    pub fn free(&mut self, call: &str, pointer: Pointer) {
        let event = self.event(call);
        self.machine.memory.free(pointer, event).expect("a block");
    }

    fn local(&self, name: &str) -> (LocalId, LocalPlace) {
        let frame = self.machine.frames.stack.last().expect("entered");
        let id = self.body(frame.function).locals.iter().position(|l| &*l.name == name).expect("a local");
        (LocalId(id as u32), self.machine.frames.layouts[frame.function.0 as usize].locals[id])
    }

    /// Gives a local of the current frame a value.
    pub fn set(&mut self, name: &str, value: Held) {
        let (_, place) = self.local(name);
        let frame = *self.machine.frames.stack.last().expect("entered");
        match (place.slot, value) {
            (Some(slot), Held::Int(value)) => self.machine.slots.set(frame.slots + slot as usize, value as u64),
            (Some(slot), Held::Float(value)) => self.machine.slots.set(frame.slots + slot as usize, value.to_bits()),
            (Some(slot), Held::Pointer(pointer)) => {
                self.machine.slots.set_pair(frame.slots + slot as usize, (pointer.addr, pointer.tag.raw()));
            }
            (None, value) => self.put(self.machine.memory.stack_at(frame.low) + place.offset as usize, value),
            (Some(_), Held::Unwritten) => panic!("slots have flags for this"),
        }
    }

    /// Stores a scalar (int for integers).
    pub fn put(&mut self, at: usize, value: Held) {
        match value {
            Held::Int(value) => self.machine.memory.store::<I32>(at, value, NodeId::NONE),
            Held::Float(value) => self.machine.memory.store::<F64>(at, value, NodeId::NONE),
            Held::Pointer(pointer) => self.machine.memory.store_pointer(at, pointer, NodeId::NONE),
            Held::Unwritten => self.machine.memory.clear(at, 4),
        }
    }

    pub fn put_text(&mut self, to: Pointer, text: &[u8]) {
        for (i, byte) in text.iter().enumerate() {
            let at = self.machine.memory.objects.writable(to.offset(i as i64), 1).expect("inside");
            self.machine.memory.store::<I8>(at, i64::from(*byte), NodeId::NONE);
        }
    }

    /// The identity of a local in memory.
    pub fn address(&mut self, name: &str) -> Pointer {
        let (id, place) = self.local(name);
        let frame = *self.machine.frames.stack.last().expect("entered");
        let slot = frame.slots + place.identity.expect("in memory") as usize;
        let addr = frame.low + place.offset;
        let tag = Tag::from_raw(self.machine.slots.get(slot)).unwrap_or_else(|| {
            let size = self.program.types.size(self.body(frame.function).locals[id.0 as usize].ty).expect("known");
            let origin = Origin::Local { function: frame.function, local: id, frame: frame.serial };
            self.machine.memory.begin_object(
                addr,
                self.machine.memory.stack_at(frame.low) + place.offset as usize,
                size,
                origin,
                Event::START,
            )
        });
        self.machine.slots.set(slot, tag.raw());
        Pointer { addr, tag }
    }

    /// What is told of a trap at the node with this text.
    pub fn told(&mut self, text: &str, kind: Kind, data: TrapData) -> Finding {
        let node = self.node(text);
        let trap = Trap { kind, data };
        describe(&self.program, &self.map, &self.machine, &trap, kind.row().severity, node)
    }

    /// What is told of an access that memory refuses.
    pub fn refused(&mut self, text: &str, pointer: Pointer, size: u64, access: Access) -> Finding {
        let trap = self.machine.memory.explain(pointer, size, access);
        self.told(text, trap.kind, trap.data)
    }

    /// A finding as lines of text.
    pub fn lines(&self, finding: &Finding) -> String {
        let line = |span| self.map.place(span).line;
        let mut told = format!("{}: {}\n", finding.kind.code(), finding.message);
        for note in &finding.notes {
            told.push_str(&format!("  {}: {}\n", line(note.span), note.message));
        }
        if let Some(picture) = &finding.picture {
            picture.lines().for_each(|l| told.push_str(&format!("  |{l}\n")));
        }
        for entry in &finding.stack {
            let locals: Vec<String> =
                entry.locals.iter().map(|l| format!("{} {} = {}", l.ty, l.name, l.value)).collect();
            told.push_str(&format!(
                "  {}:{} +{} [{}]\n",
                entry.function,
                line(entry.span),
                entry.folded,
                locals.join("; ")
            ));
        }
        told.push_str(&format!("  meaning: {}\n  advice: {}\n", finding.meaning, finding.advice));
        told
    }
}

fn layout(program: &Program, body: &Body) -> FrameLayout {
    let (mut offset, mut slots) = (0_u64, 0_u32);
    let mut layout = FrameLayout::default();
    for local in &body.locals {
        let size = program.types.size(local.ty).unwrap_or(0);
        let aggregate = matches!(program.types.kind(local.ty), TypeKind::Array { .. } | TypeKind::Record(_));
        let pointer = matches!(program.types.kind(local.ty), TypeKind::Pointer(_));
        offset = offset.next_multiple_of(program.types.align(local.ty).max(1));
        let mut place = LocalPlace { offset, ..LocalPlace::default() };
        offset += size + 1;
        if local.address_taken || aggregate {
            place.identity = Some(slots);
        } else {
            place.slot = Some(slots);
        }
        slots += if pointer { 2 } else { 1 };
        layout.locals.push(place);
    }
    layout.bytes = (offset + 16).next_multiple_of(16);
    layout.slots = slots;
    layout
}
