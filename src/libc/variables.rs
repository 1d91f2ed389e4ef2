//! Variables of the library that a program may name: `stdin`, `optind` and so on.
//! One that is named has a place in memory, which the library reads and writes as
//! the program does; of one that is not, nobody sees the value.

use super::{Context, State, stdio, stdlib, time};
use crate::machine::{Stop, Value};
use crate::memory::{I32, Pointer, Trap};
use crate::sema::tree::NodeId;

/// Integers that do not start with 0.
const INTEGERS: &[(&str, i64)] = &[("optind", 1), ("opterr", 1), ("optopt", 63)];

/// What a variable that the library provides starts with (`stdin`); `None` if
/// it starts with zeros or the library provides none of this name.
pub fn global_value(name: &str, state: &State) -> Option<Value> {
    let integer = INTEGERS.iter().find(|(known, _)| *known == name);
    match integer {
        Some((_, value)) => Some(Value::Int(*value)),
        None if name == "environ" => Some(Value::Pointer(stdlib::environment_list(state))),
        None => stdio::global_value(name, state),
    }
}

/// Before the program begins: what some of these variables lead to. `lists` says whether
/// `main` is given the environment.
///
/// # Errors
/// None; the objects are the library's own.
pub fn begin(context: &mut Context<'_>, lists: bool) -> Result<(), Stop> {
    if context.variable_place("tzname").is_some() {
        time::begin(context)?;
    }
    if lists || context.variable_place("environ").is_some() {
        stdlib::list_environment(context)?;
    }
    Ok(())
}

impl State {
    /// The program names this variable of the library; here it lies.
    pub fn place_variable(&mut self, name: &str, place: Pointer) {
        self.variables.insert(name.to_owned(), place);
    }
}

impl Context<'_> {
    /// The value of an `int` variable; where the program does not name it, what it starts with.
    pub(super) fn int_variable(&self, name: &str) -> Result<i64, Trap> {
        match self.state.variables.get(name) {
            Some(place) => self.machine.memory.get::<I32>(*place),
            None => Ok(INTEGERS.iter().find(|(known, _)| *known == name).map_or(0, |(_, value)| *value)),
        }
    }

    /// Sets an `int` variable.
    pub(super) fn set_int_variable(&mut self, name: &str, value: i64, node: NodeId) -> Result<(), Stop> {
        if let Some(place) = self.state.variables.get(name) {
            self.machine.memory.put::<I32>(*place, value, node)?;
        }
        Ok(())
    }

    /// Where a variable lies that the program names.
    pub(super) fn variable_place(&self, name: &str) -> Option<Pointer> {
        self.state.variables.get(name).copied()
    }

    /// Sets a variable that is a pointer.
    pub(super) fn set_pointer_variable(&mut self, name: &str, value: Pointer, node: NodeId) -> Result<(), Stop> {
        if let Some(place) = self.state.variables.get(name) {
            self.machine.memory.put_pointer(*place, value, node)?;
        }
        Ok(())
    }
}
