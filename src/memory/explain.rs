//! Why an access is not allowed: from the failed check to the kind of finding.

use super::graves::Ending;
use super::history::Origin;
use super::layout::Region;
use super::removal::Reason;
use super::space::Memory;
use super::{Access, Object, Pointer, Tag, Trap, TrapData};
use crate::kinds::Kind;

impl Memory {
    /// The trap for an access of `size` bytes that the checks refused. Sizes of
    /// free and calls are 0.
    #[cold]
    pub fn explain(&self, pointer: Pointer, size: u64, access: Access) -> Trap {
        let kind = if !pointer.tag.names_object() {
            self.explain_underived(pointer, access)
        } else {
            match self.objects.live(pointer.tag) {
                Some(object) => explain_live(object, pointer, size, access),
                None => self.explain_stale(pointer, access),
            }
        };
        Trap { kind, data: TrapData::Access { pointer, size, access } }
    }

    /// A pointer that was derived from no object.
    fn explain_underived(&self, pointer: Pointer, access: Access) -> Kind {
        let text = self.region(pointer.addr) == Region::Text;
        match access {
            Access::Free | Access::Realloc => Kind::InvalidFree,
            _ if pointer.tag == Tag::WILD => Kind::WildPointer,
            Access::Call if text => Kind::CallMismatch,
            Access::Write if text => Kind::ReadonlyWrite,
            _ if text => Kind::OutOfBounds,
            // Null, and its members and elements however far.
            _ => Kind::NullDereference,
        }
    }

    /// A pointer whose object is gone.
    fn explain_stale(&self, pointer: Pointer, access: Access) -> Kind {
        let ended = self.biography(pointer.tag).and_then(|b| Some((b.origin, b.died?.ending)));
        // Older than the record: the address still tells what it must have been.
        let on_heap = match ended {
            Some((origin, _)) => origin == Origin::Heap,
            None => self.region(pointer.addr) != Region::Stack,
        };
        match (on_heap, access) {
            (true, Access::Free | Access::Realloc) => Kind::DoubleFree,
            (true, _) => Kind::UseAfterFree,
            (false, _) => match ended {
                Some((_, Ending::Left(reason))) if !ends_call(reason) => Kind::UseAfterScope,
                _ => Kind::UseAfterReturn,
            },
        }
    }

    /// A block that was left with the whole call tells it only through its
    /// frame: turns use-after-scope into use-after-return where the call that
    /// had the object is over. `frame_lives` knows the calls by serial number.
    pub fn settle(&self, mut trap: Trap, frame_lives: impl Fn(u64) -> bool) -> Trap {
        let mut data = &trap.data;
        while let TrapData::Noted { about, .. } = data {
            data = about;
        }
        if trap.kind == Kind::UseAfterScope
            && let TrapData::Access { pointer, .. } | TrapData::Stale { pointer } | TrapData::TextAt { pointer, .. } =
                data
            && let Some(Origin::Local { frame, .. } | Origin::Alloca { frame }) =
                self.biography(pointer.tag).map(|b| b.origin)
            && !frame_lives(frame)
        {
            trap.kind = Kind::UseAfterReturn;
        }
        trap
    }
}

/// Does leaving for this reason end the call?
fn ends_call(reason: Reason) -> bool {
    matches!(reason, Reason::Return | Reason::MainReturned | Reason::Longjmp | Reason::Exit)
}

fn explain_live(object: &Object, pointer: Pointer, size: u64, access: Access) -> Kind {
    let offset = pointer.addr.wrapping_sub(object.base);
    match access {
        Access::Free | Access::Realloc => Kind::InvalidFree,
        Access::Call => Kind::CallMismatch,
        Access::Write if offset.saturating_add(size) <= u64::from(object.size) && object.writable < object.size => {
            Kind::ReadonlyWrite
        }
        _ => Kind::OutOfBounds,
    }
}
