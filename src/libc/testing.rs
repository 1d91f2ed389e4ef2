//! A machine with the library and nothing else, for the library's own tests.

use super::call::{Action, Call, Context, Next, Row};
use super::state::{State, statics};
use crate::arith::FloatEnvironment;
use crate::machine::{Asked, Chains, Frames, Limits, Machine, MemoryHost, MemoryWorld, Policy, Slots, Stop, Value};
use crate::memory::{Event, Memory, Pointer};
use crate::sema::tree::NodeId;
use crate::types::{FloatKind, IntKind, Type, TypeKind, TypeTable};
use std::cell::RefCell;
use std::rc::Rc;

/// The call that tests make.
pub const NODE: NodeId = NodeId(7);

/// The types that arguments of tests have.
#[derive(Clone, Copy, Debug)]
#[allow(missing_docs)]
pub struct Types {
    pub int: Type,
    pub unsigned: Type,
    pub long: Type,
    pub unsigned_long: Type,
    pub long_long: Type,
    pub double: Type,
    pub long_double: Type,
    pub char_pointer: Type,
    pub void_pointer: Type,
    pub int_pointer: Type,
    pub long_pointer: Type,
    pub short_pointer: Type,
    pub float_pointer: Type,
    pub double_pointer: Type,
    pub pointer_pointer: Type,
}

/// A machine in memory.
pub struct Bench {
    /// The machine.
    pub machine: Machine,
    /// The library's state.
    pub state: State,
    /// The world outside.
    pub world: Rc<RefCell<MemoryWorld>>,
    /// Types by name.
    pub types: Types,
}

/// An argument and its type.
pub type Typed = (Value, Type);

impl Bench {
    /// A machine whose standard input holds this.
    pub fn new(input: &[u8]) -> Bench {
        let mut table = TypeTable::new();
        let int = table.int(IntKind::Int);
        let long = table.int(IntKind::Long);
        let short = table.int(IntKind::Short);
        let char = table.int(IntKind::Char);
        let double = table.intern(TypeKind::Float(FloatKind::Double));
        let float = table.intern(TypeKind::Float(FloatKind::Float));
        let void = table.intern(TypeKind::Void);
        let void_pointer = table.pointer(void);
        let types = Types {
            int,
            unsigned: table.int(IntKind::UInt),
            long,
            unsigned_long: table.int(IntKind::ULong),
            long_long: table.int(IntKind::LongLong),
            double,
            long_double: table.intern(TypeKind::Float(FloatKind::LongDouble)),
            char_pointer: table.pointer(char),
            void_pointer,
            int_pointer: table.pointer(int),
            long_pointer: table.pointer(long),
            short_pointer: table.pointer(short),
            float_pointer: table.pointer(float),
            double_pointer: table.pointer(double),
            pointer_pointer: table.pointer(void_pointer),
        };
        let (memory, places) = Memory::new(&statics(), 1 << 16, 1 << 20).expect("small");
        let (host, world) = MemoryHost::with_input(input);
        let machine = Machine {
            memory,
            frames: Frames::default(),
            slots: Slots::default(),
            variadic: Vec::new(),
            chains: Chains::default(),
            types: Rc::new(table),
            limits: Limits::default(),
            policy: Policy::default(),
            host: Box::new(host),
            pending: Vec::new(),
            float: FloatEnvironment::default(),
            asked: Asked::default(),
        };
        Bench { machine, state: State::new(&places), world, types }
    }

    /// What library functions work on.
    pub fn context(&mut self) -> Context<'_> {
        Context { machine: &mut self.machine, state: &mut self.state }
    }

    /// A new block of so many unwritten bytes.
    pub fn block(&mut self, size: u64) -> Pointer {
        self.machine.memory.malloc(size, Event::START).ok().flatten().expect("room")
    }

    /// A new block with this string.
    pub fn string(&mut self, text: &[u8]) -> Pointer {
        let place = self.block(u64::try_from(text.len()).expect("small") + 1);
        self.machine.memory.write(place, &[text, &[0]].concat(), NODE).expect("room");
        place
    }

    /// The string at a place.
    pub fn text_at(&self, place: Pointer) -> String {
        String::from_utf8_lossy(self.machine.memory.c_string(place).expect("a string")).into_owned()
    }

    /// An int argument.
    pub fn int(&self, value: i64) -> Typed {
        (Value::Int(value), self.types.int)
    }

    /// A `char *` argument.
    pub fn chars(&self, place: Pointer) -> Typed {
        (Value::Pointer(place), self.types.char_pointer)
    }

    /// Calls a function of the table.
    pub fn call(&mut self, name: &str, arguments: &[Typed]) -> Result<Next, Stop> {
        let row = super::row(name).unwrap_or_else(|| panic!("'{name}' has no row"));
        self.call_row(row, arguments)
    }

    /// Calls the function of a row.
    pub fn call_row(&mut self, row: &Row, arguments: &[Typed]) -> Result<Next, Stop> {
        let values: Vec<Value> = arguments.iter().map(|a| a.0).collect();
        let types: Vec<Type> = arguments.iter().map(|a| a.1).collect();
        let call = Call { node: NODE, arguments: &values, types: &types, result: None };
        match row.action {
            Action::Full(action) | Action::Allocate(_, action) | Action::Release(_, action) => {
                action(&mut self.context(), &call)
            }
            Action::Float1(action) => Ok(Next::float(action(call.float(0)))),
            Action::Float2(action) => Ok(Next::float(action(call.float(0), call.float(1)))),
            Action::Int1(action) => Ok(Next::int(action(call.int(0)))),
        }
    }

    /// Calls a function that returns something.
    pub fn value(&mut self, name: &str, arguments: &[Typed]) -> Value {
        match self.call(name, arguments) {
            Ok(Next::Return(value)) => value,
            Ok(_) => panic!("'{name}' did not return"),
            Err(stop) => panic!("'{name}' stopped: {stop:?}"),
        }
    }

    /// Calls a function that stops the run, and tells with which kind.
    pub fn trap(&mut self, name: &str, arguments: &[Typed]) -> crate::memory::Trap {
        match self.call(name, arguments) {
            Err(Stop::Trap(trap) | Stop::Fatal(trap)) => *trap,
            Err(Stop::Parked) => panic!("'{name}' parked"),
            Ok(_) => panic!("'{name}' found nothing wrong"),
        }
    }

    /// What was written to standard output, streams flushed.
    pub fn output(&mut self) -> String {
        super::flush_all(&mut self.context()).expect("no limit");
        String::from_utf8_lossy(&self.world.borrow().stdout).into_owned()
    }
}
