//! Reads and accesses that are done although C does not allow them: memory of
//! another type, addresses that are not aligned.

use super::compile::{differ, mark_of};
use super::vm::Vm;
use crate::findings;
use crate::kinds::{Kind, Severity};
use crate::machine::Parked;
use crate::memory::{Access, Object, Pointer, Promise, Scalar, Trap, TrapData, marks};
use crate::sema::tree::NodeId;

impl Vm<'_> {
    /// A scalar that could not just be loaded: it was never written, or stored
    /// as one of another class.
    ///
    /// # Errors
    /// If that ends the run.
    #[cold]
    pub fn doubtful<S: Scalar>(&mut self, at: usize, node: NodeId) -> Result<S::Value, Parked>
    where
        S::Value: Default,
    {
        match self.machine.memory.load::<S>(at) {
            Some(value) => {
                self.other_class(at, S::SIZE, S::MARK, node)?;
                Ok(value)
            }
            None => self.unwritten(at, S::SIZE, node).map(|()| S::Value::default()),
        }
    }

    /// A pointer that does not lie there as one whole: in parts, as bytes of no
    /// type, as an integer, or not at all.
    ///
    /// # Errors
    /// If that ends the run.
    #[cold]
    pub fn odd_pointer(&mut self, at: usize, node: NodeId) -> Result<Pointer, Parked> {
        match self.moved_odd_pointer(at, node)? {
            Some(pointer) => Ok(pointer),
            None => self.unwritten(at, 8, node).map(|()| Pointer::NULL),
        }
    }

    /// As [`Vm::odd_pointer`] for a move, which may take what was never written: `None`.
    ///
    /// # Errors
    /// If it was stored as something else, and that ends the run.
    #[cold]
    pub fn moved_odd_pointer(&mut self, at: usize, node: NodeId) -> Result<Option<Pointer>, Parked> {
        let pointer = self.machine.memory.load_pointer(at);
        if pointer.is_some() {
            self.other_class(at, 8, marks::POINTER, node)?;
        }
        Ok(pointer)
    }

    /// Memory is read as another class than it was written (6.5p7). Through a
    /// member of a union that is what the program asks for (6.5.2.3p3).
    fn other_class(&mut self, at: usize, size: usize, mark: u8, node: NodeId) -> Result<(), Parked> {
        if self.punned.contains(&node) || self.told_stores.contains(&at) {
            return Ok(());
        }
        let Some(stored) = self.machine.memory.other_class(at, size, mark) else { return Ok(()) };
        if findings::through_union(self.program, &self.machine, node) {
            self.punned.insert(node);
            return Ok(());
        }
        if stored == marks::POINTER && self.is_declared_as(at, mark, node) {
            return Ok(());
        }
        let data = TrapData::OtherClass { stored };
        self.raise(Trap { data, ..Trap::plain(Kind::EffectiveType) }, node)
    }

    /// Is there a declared object of this class? Then it may be read as what it is: a
    /// pointer whose bytes the library put there keeps its mark for its provenance
    /// alone, and a store as another type was told when it was done (6.5p6).
    fn is_declared_as(&mut self, at: usize, mark: u8, node: NodeId) -> bool {
        let pointer = self.named_pointer(at, node);
        let part = findings::declared_part(self.program, &self.machine, pointer);
        part.and_then(|part| mark_of(&self.program.types, part.ty)) == Some(mark)
    }

    /// An access through a pointer that was not aligned when it was converted.
    ///
    /// # Errors
    /// If that ends the run.
    pub(super) fn skewed_access(
        &mut self,
        pointer: Pointer,
        size: u64,
        access: Access,
        node: NodeId,
    ) -> Result<usize, Parked> {
        let objects = &mut self.machine.memory.objects;
        let at = match access {
            Access::Read => objects.readable(pointer, size),
            _ => objects.writable_for_copy(pointer, size),
        };
        let Some(at) = at else { return self.bad_access(pointer, size, access, node) };
        // A scalar; structs are accessed by their members.
        if size.is_power_of_two() && size <= 16 && pointer.addr & size.wrapping_sub(1) != 0 {
            let data = TrapData::Access { pointer, size, access };
            self.raise(Trap { data, ..Trap::plain(Kind::MisalignedAccess) }, node)?;
        }
        self.as_declared(pointer, at, access, node)?;
        Ok(at)
    }

    /// An access through a pointer that was converted from one to another type:
    /// is it a store of another class into a declared object (6.5p6), or does it
    /// take no notice of `volatile` (6.7.3p6)?
    fn as_declared(&mut self, pointer: Pointer, at: usize, access: Access, node: NodeId) -> Result<(), Parked> {
        let Some(part) = findings::declared_part(self.program, &self.machine, pointer) else { return Ok(()) };
        let Some(ty) = findings::accessed(self.program, &self.machine, node) else { return Ok(()) };
        if part.is_volatile && !ty.quals.is_volatile {
            let data = TrapData::NotVolatile { pointer };
            self.raise(Trap { data, ..Trap::plain(Kind::EffectiveType) }, node)?;
        }
        let other = match (mark_of(&self.program.types, part.ty), mark_of(&self.program.types, ty)) {
            (Some(declared), Some(stored)) => differ(declared, stored),
            _ => false,
        };
        if access == Access::Write && other {
            // That it is read as its own type afterwards is no second finding.
            self.told_stores.insert(at);
            let data = TrapData::OtherStore { pointer };
            self.raise(Trap { data, ..Trap::plain(Kind::EffectiveType) }, node)?;
        }
        Ok(())
    }

    /// A pointer that is converted to one to a type for which it is not aligned
    /// (6.3.2.3p7). As long as nothing is accessed that is told to those only who
    /// want all that is undefined refused.
    ///
    /// # Errors
    /// If that ends the run.
    #[cold]
    pub fn skewed(&mut self, pointer: Pointer, told: Option<NodeId>) -> Result<Pointer, Parked> {
        if let Some(node) = told
            .filter(|_| self.machine.policy.refuse_undefined && self.machine.memory.objects.live(pointer.tag).is_some())
        {
            let text = "a pointer becomes one to a type that needs another alignment";
            self.raise(Trap::broken(Kind::MisalignedAccess, Promise::Aligned, text), node)?;
        }
        Ok(self.machine.memory.skew(pointer))
    }

    /// A pointer that is converted to one to another type. Where it points to a
    /// declared object that is not of that type (`mark`), or that is volatile and
    /// would no longer be, it becomes one whose accesses are looked at.
    #[cold]
    pub fn watched(&mut self, pointer: Pointer, mark: Option<u8>, loses_volatile: bool) -> Pointer {
        if self.machine.memory.objects.live(pointer.tag).is_none_or(|object| object.flags & Object::HEAP != 0) {
            return pointer;
        }
        let Some(part) = findings::declared_part(self.program, &self.machine, pointer) else { return pointer };
        let declared = mark_of(&self.program.types, part.ty);
        let other = declared.zip(mark).is_some_and(|(declared, mark)| differ(declared, mark));
        if other || (loses_volatile && part.is_volatile) { self.machine.memory.skew(pointer) } else { pointer }
    }

    /// A floating division by zero, for those who ask for it.
    ///
    /// # Errors
    /// If that ends the run.
    #[cold]
    pub fn float_division(&mut self, node: NodeId) -> Result<(), Parked> {
        self.raise(Trap::plain(Kind::FloatDivision), node)
    }

    /// A struct is assigned to one that it partly lies in (6.5.16.1p3).
    #[cold]
    pub(super) fn overlapping(&mut self, node: NodeId) -> Result<(), Parked> {
        let text = "a struct is assigned to another one that it partly lies in";
        self.raise_as(Trap::text(Kind::OverlappingCopy, text), Severity::Error, node)
    }
}
