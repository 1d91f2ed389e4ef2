//! Entering and leaving blocks: lifetimes of their locals (semantics.md §4).

use super::Compiler;
use crate::eval::layout::Storage;
use crate::eval::vm::Vm;
use crate::memory::{Reason, Tag};
use crate::sema::tree::{Block, Body, LocalId, LocalKind, NodeId, StmtKind};
use std::rc::Rc;

/// What is to be done for the locals of a block.
#[derive(Clone, Debug, Default)]
pub struct Scope {
    /// Slots that are 0 until something is written: flags, tags, identities.
    zeroed: Vec<usize>,
    /// Slots of tags of pointers that disappear at the end.
    pointers: Vec<usize>,
    /// Locals in memory: identity, offset, size, has pointers in it.
    memory: Vec<(usize, usize, u64, bool)>,
    /// Identities of structs that calls returned, where the full expression did
    /// not end them (a jump left it).
    temporaries: Vec<usize>,
    /// Storage below the frame.
    variable: Vec<Below>,
    /// What its locals hold is looked at before they end.
    watched: bool,
}

/// Storage below the frame that a scope ends.
#[derive(Clone, Copy, Debug)]
enum Below {
    /// A variable array, by the first of its slots.
    Array(usize),
    /// All that alloca gave.
    Allocas,
    /// The arguments behind the last parameter, which lie in the machine.
    Arguments,
}

/// The blocks around a statement, the outermost first.
#[derive(Clone, Debug, Default)]
pub struct Scopes {
    stack: Vec<Rc<Scope>>,
    /// Depths of the stack at the loops and switches around.
    pub breakable: Vec<usize>,
    /// Depths at the loops around.
    pub continuable: Vec<usize>,
    /// The depth in the block of what a `for` declares, until that `for` is met.
    head: Option<usize>,
}

impl Scope {
    /// Is there nothing to do at the start?
    pub fn enters_silently(&self) -> bool {
        self.zeroed.is_empty()
    }

    /// Is there nothing to do at the end?
    pub fn leaves_silently(&self) -> bool {
        self.pointers.is_empty() && self.only_pointers()
    }

    /// Is there nothing but pointers to end?
    fn only_pointers(&self) -> bool {
        self.memory.is_empty() && self.temporaries.is_empty() && self.variable.is_empty()
    }

    /// The block is entered.
    #[inline]
    pub fn enter(&self, vm: &mut Vm<'_>) {
        for k in &self.zeroed {
            vm.set_slot(*k, 0);
        }
    }

    /// The slot of the tag of its only pointer, if leaving it ends nothing else.
    fn single(&self) -> Option<usize> {
        match self.pointers.as_slice() {
            [k] if self.only_pointers() && !self.watched => Some(*k),
            _ => None,
        }
    }

    /// What leaving does, as a closure; `None` if that is nothing.
    pub fn leaving(self: Rc<Scope>, node: NodeId, reason: Reason) -> Option<Leave> {
        if self.leaves_silently() {
            return None;
        }
        Some(match self.single() {
            Some(k) => Box::new(move |vm| leave_pointer(vm, k, node, reason)),
            None => Box::new(move |vm| self.leave(vm, node, reason)),
        })
    }

    /// The block is left.
    pub fn leave(&self, vm: &mut Vm<'_>, node: NodeId, reason: Reason) {
        if self.watched {
            vm.look_at_the_end(node);
        }
        for k in &self.pointers {
            leave_pointer(vm, *k, node, reason);
        }
        for (identity, offset, size, pointers) in &self.memory {
            match Tag::from_raw(vm.slot(*identity)) {
                Some(tag) => {
                    if *pointers {
                        // Stores by name do not note it in the object.
                        vm.machine.memory.note_pointers(tag);
                    }
                    vm.machine.memory.end_object(tag, node, reason);
                    vm.set_slot(*identity, 0);
                }
                None if *pointers => {
                    let at = vm.at.wrapping_add(*offset);
                    vm.machine.memory.forget_pointers(at, usize::try_from(*size).unwrap_or(0), node, reason);
                }
                None => {}
            }
        }
        for identity in &self.temporaries {
            vm.end_returned(*identity, node);
        }
        for below in &self.variable {
            match below {
                Below::Array(k) => vm.end_variable_array(*k, node, reason),
                Below::Allocas => vm.end_allocas(u64::MAX, node, reason),
                Below::Arguments => vm.end_arguments(node, reason),
            }
        }
    }

    /// Everything in memory becomes unwritten: declarations may be jumped over.
    pub fn clear(&self, vm: &mut Vm<'_>) {
        for (_, offset, size, _) in &self.memory {
            let at = vm.at.wrapping_add(*offset);
            vm.machine.memory.clear(at, usize::try_from(*size).unwrap_or(0));
        }
    }
}

/// A pointer whose tag is in slot `k` disappears.
#[inline(always)]
fn leave_pointer(vm: &mut Vm<'_>, k: usize, node: NodeId, reason: Reason) {
    if let Some(tag) = Tag::from_raw(vm.slot(k)) {
        vm.machine.memory.removed(tag, node, reason);
        // A second way out of the same block must not tell it again.
        vm.set_slot(k, 0);
    }
}

impl Scopes {
    /// All blocks from the innermost out to (not including) this depth.
    pub fn down_to(&self, depth: usize) -> Vec<Rc<Scope>> {
        self.stack.iter().skip(depth).rev().filter(|s| !s.leaves_silently()).cloned().collect()
    }

    /// The innermost block.
    pub fn innermost(&self) -> Option<Rc<Scope>> {
        self.stack.last().cloned()
    }

    /// Where a `break` out of the `for` that comes next leads: what it declares ends too.
    pub fn depth_around_for(&mut self) -> usize {
        let depth = self.depth();
        match self.head.take_if(|head| *head == depth) {
            Some(head) => head.saturating_sub(1),
            None => depth,
        }
    }

    /// Number of blocks around.
    pub fn depth(&self) -> usize {
        self.stack.len()
    }

    /// The innermost block ends.
    pub fn pop(&mut self) {
        self.stack.pop();
    }
}

impl Compiler<'_> {
    /// A block with these locals begins.
    pub(super) fn begin_block(&mut self, locals: &[LocalId]) -> Rc<Scope> {
        let scope = self.scope_of(locals);
        self.push_scope(scope)
    }

    /// Notes if the block that was just begun holds what a `for` declares: it ends
    /// where its last statement does.
    pub(super) fn note_head(&mut self, block: &Block) {
        let end = |node: NodeId| self.program.span(node).hi;
        let last = block.stmts.last().filter(|stmt| matches!(stmt.kind, StmtKind::For { .. }));
        if last.is_some_and(|stmt| block.end.is_some_and(|node| end(node) == end(stmt.id))) {
            self.scopes.head = Some(self.scopes.depth());
        }
    }

    fn scope_of(&self, locals: &[LocalId]) -> Scope {
        let mut scope = Scope { watched: self.wanted.watched, ..Scope::default() };
        for local in locals {
            match self.storage(*local) {
                Some(Storage::Slot { flag, .. }) => scope.zeroed.extend(flag),
                Some(Storage::Pointer { k }) => {
                    scope.zeroed.push(k.wrapping_add(1));
                    scope.pointers.push(k.wrapping_add(1));
                }
                Some(Storage::Memory { identity, .. }) if self.is_temporary(*local) => {
                    scope.zeroed.push(identity);
                    scope.temporaries.push(identity);
                }
                Some(Storage::Memory { offset, size, identity, pointers }) => {
                    scope.zeroed.push(identity);
                    // Arrays and structs get an identity when they decay or are
                    // passed on, which `address_taken` does not say in all cases.
                    scope.memory.push((identity, offset, size, pointers));
                }
                Some(Storage::Variable { k }) => {
                    scope.zeroed.push(k.wrapping_add(1));
                    scope.variable.push(Below::Array(k));
                }
                None => {}
            }
        }
        scope
    }

    fn is_temporary(&self, local: LocalId) -> bool {
        let locals = self.body.map(|b| b.locals.as_slice()).unwrap_or_default();
        let found = usize::try_from(local.0).ok().and_then(|i| locals.get(i));
        found.is_some_and(|l| l.kind == LocalKind::Temporary)
    }

    /// A function's outermost scope begins: its parameters, what alloca gives, more arguments.
    pub(super) fn begin_function(&mut self, body: &Body) -> Rc<Scope> {
        let parameters: Vec<LocalId> = (0..body.parameters).map(LocalId).collect();
        let mut scope = self.scope_of(&parameters);
        if self.survey.allocates {
            scope.variable.push(Below::Allocas);
        }
        if body.variadic {
            scope.variable.push(Below::Arguments);
        }
        self.push_scope(scope)
    }

    fn push_scope(&mut self, scope: Scope) -> Rc<Scope> {
        let scope = Rc::new(scope);
        self.scopes.stack.push(Rc::clone(&scope));
        scope
    }

    /// The innermost block ends.
    pub(super) fn end_block(&mut self) {
        self.scopes.pop();
    }
}

/// What leaving several blocks does.
pub type Leave = Box<dyn Fn(&mut Vm<'_>)>;

/// Leaves these blocks, the innermost first; `None` if there is nothing to do.
pub fn leave_all(scopes: Vec<Rc<Scope>>, node: NodeId, reason: Reason) -> Option<Leave> {
    match scopes.len() {
        0 => None,
        1 => scopes.into_iter().next().and_then(|scope| scope.leaving(node, reason)),
        _ => Some(Box::new(move |vm| {
            for scope in &scopes {
                scope.leave(vm, node, reason);
            }
        })),
    }
}
