//! From the typed tree to closures.
//!
//! One file per family of nodes. Each expression is compiled for the class of
//! value it yields ([`class::Class`]): an integer, a floating value, a pointer;
//! structs yield where they lie, conditions a bool, effects nothing.

mod allocation;
mod arguments;
mod assign;
mod assign_slot;
mod bitfield;
mod call;
mod change;
mod class;
mod combine;
mod condition;
mod contract;
mod control;
mod convert;
mod count;
mod effect;
mod environment;
mod flat;
mod float;
mod follow;
mod function;
mod init;
mod integer;
mod lengths;
mod library;
mod load;
mod loops;
mod moves;
mod overlap;
mod place;
mod pointer;
mod record;
mod scope;
mod shapes;
mod stmt;
mod stores;
mod switch;
mod update;
mod update_any;
mod update_slot;
mod value_body;
mod varargs;
mod watch;
mod whole;

pub use call::Passed;
pub use class::{Class, Scalar, differ, mark_of, scalar_of};
pub use count::CallCount;
pub use function::{Compiled, compile};
pub use init::put_value;
pub use moves::Moved;
pub use watch::Touched;

use super::layout::{Plan, Storage};
use super::locals::InFrame;
use super::vm::Run;
use crate::diagnostics::Diagnostic;
use crate::machine::Asked;
use crate::memory::StaticPlace;
use crate::sema::tree::{Body, Expr, GlobalId, LocalId, NodeId, Program, StringId};
use crate::types::{Type, TypeKind};
use flat::{Builder, Survey};
use scope::Scopes;
use whole::Whole;

/// What compiling a function looks at.
pub struct Compiler<'p> {
    /// The program.
    program: &'p Program,
    /// Where its static objects lie.
    statics: &'p Statics,
    /// What is known of every function before any is compiled.
    facts: &'p [Facts],
    /// The function's own definition; none for static initialisers.
    body: Option<&'p Body>,
    /// Its frame.
    plan: &'p Plan,
    /// Its end can be reached without a value: what its callers ask for is set.
    falls_off: bool,
    /// The blocks around the statement being compiled.
    scopes: Scopes,
    /// Which statements need the flat form.
    survey: Survey,
    /// The list of the flat form being made.
    flat: Builder,
    /// The first of the function's labels among all of the program.
    first_label: u64,
    /// What is noted besides what a run does.
    wanted: Wanted,
    /// The full expressions that have something to do when they are done.
    whole: Whole,
    /// Valid C that is not done.
    refused: Vec<Diagnostic>,
}

/// What a run notes besides what it does. Its closures are made so; those of a run
/// that notes nothing know nothing of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// The library functions that are called are written down, and calls are counted.
    pub observed: bool,
    /// What happens to pointers is told to those who follow blocks.
    pub followed: bool,
    /// What is told to those alone who want all that is undefined (`-W all=error`).
    pub strict: bool,
    /// What the program asks about floating operations.
    pub asked: Asked,
    /// What variables hold is looked at before they end.
    pub watched: bool,
}

/// Where static objects and string literals lie.
#[derive(Debug, Default)]
pub struct Statics {
    /// By [`GlobalId`].
    pub globals: Vec<StaticPlace>,
    /// By [`StringId`].
    pub strings: Vec<StaticPlace>,
}

/// What a call must know of its callee.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// The program defines it.
    pub defined: bool,
    /// Bytes of its frame.
    pub bytes: u64,
    /// Its slots.
    pub slots: usize,
    /// Where its parameters go.
    pub parameters: Vec<(Storage, Type)>,
    /// Takes further arguments.
    pub variadic: bool,
    /// The slot that says where a struct that it returns goes.
    pub result: Option<usize>,
    /// Its end can be reached without a `return`, though it returns a value.
    pub falls_off: bool,
}

impl Compiler<'_> {
    fn storage(&self, local: LocalId) -> Option<Storage> {
        self.plan.of(local)
    }

    /// A local that has its place in the frame's memory.
    fn in_frame(&self, local: LocalId) -> Option<InFrame> {
        let Storage::Memory { offset, size, identity, .. } = self.storage(local)? else { return None };
        let ty = self.body.and_then(|b| b.locals.get(usize::try_from(local.0).ok()?)).map(|l| l.ty);
        let sealed = ty.is_some_and(|ty| self.program.types.is_const_object(ty));
        Some(InFrame { local, offset, size, identity, sealed })
    }

    fn global_place(&self, id: GlobalId) -> Option<StaticPlace> {
        usize::try_from(id.0).ok().and_then(|i| self.statics.globals.get(i)).copied()
    }

    fn string_place(&self, id: StringId) -> Option<StaticPlace> {
        usize::try_from(id.0).ok().and_then(|i| self.statics.strings.get(i)).copied()
    }

    fn size(&self, ty: Type) -> u64 {
        self.program.types.size(ty).unwrap_or(0)
    }

    fn is_record(&self, ty: Type) -> bool {
        matches!(self.program.types.kind(ty), TypeKind::Record(_) | TypeKind::VaListTag)
    }

    fn is_pointer(&self, ty: Type) -> bool {
        matches!(self.program.types.kind(ty), TypeKind::Pointer(_))
    }

    fn is_floating(&self, ty: Type) -> bool {
        self.program.types.is_floating(ty)
    }
}

/// Something the tree should not contain: sema let it pass, so the run ends
/// with a word about it rather than with a wrong answer.
fn impossible<T: 'static>(node: NodeId, what: &'static str) -> Run<T> {
    Box::new(move |vm| Err(vm.internal(node, what)))
}

/// Like [`impossible`], naming an expression.
fn unexpected<T: 'static>(e: &Expr, what: &'static str) -> Run<T> {
    impossible(e.id, what)
}
