//! What is known of an object, alive or dead and on record: for reports.

use super::convert::index;
use super::graves::{Ending, Grave};
use super::history::{Event, Origin};
use super::space::Memory;
use super::{Object, Removal, Tag};

/// The life of an object.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Biography {
    /// The object (of a range: the owner).
    pub tag: Tag,
    /// What it is.
    pub origin: Origin,
    /// Its address.
    pub base: u64,
    /// Its bytes.
    pub size: u64,
    /// When it began.
    pub born: Event,
    /// When and how it ended; `None`: it lives.
    pub died: Option<Death>,
    /// If the tag was a range's: where it lies in the object.
    pub range: Option<Extent>,
    /// It may not be written (any more).
    pub read_only: bool,
    /// Its address was cast to an integer.
    pub address_exposed: bool,
    /// Of a block: the how-manieth allocation of the run it is, from 1; else 0.
    pub block: u32,
}

/// The end of an object.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Death {
    /// When.
    pub event: Event,
    /// How.
    pub ending: Ending,
}

/// A part of an object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Extent {
    /// Bytes from the object's start.
    pub offset: u64,
    /// Bytes.
    pub len: u64,
}

impl Memory {
    /// The life of the object that a tag names, or is a range of. `None` for
    /// [`Tag::NONE`], and for what died too long ago.
    pub fn biography(&self, tag: Tag) -> Option<Biography> {
        if let Some(object) = self.objects.live(tag) {
            let owner_tag = self.owner(tag)?;
            let owner = self.objects.live(owner_tag)?;
            let range = (owner_tag != tag)
                .then(|| Extent { offset: object.base.wrapping_sub(owner.base), len: u64::from(object.size) });
            return self.of_live(owner_tag, owner, range);
        }
        if let Some(grave) = self.graves.of(tag) {
            return Some(of_dead(grave, None));
        }
        let range = self.graves.range(tag)?;
        let extent = Extent { offset: u64::from(range.offset), len: u64::from(range.len) };
        Some(of_dead(self.graves.of(range.owner)?, Some(extent)))
    }

    /// Where what a tag named began; 0 for what died too long ago.
    pub fn former_base(&self, tag: Tag) -> u64 {
        self.biography(tag).map_or(0, |life| life.base.wrapping_add(life.range.map_or(0, |range| range.offset)))
    }

    /// Who has an address now ("given out again to"): the live object that contains it.
    pub fn living_at(&self, addr: u64) -> Option<Biography> {
        let found = self.biography(self.lookup(addr))?;
        (found.died.is_none() && addr.wrapping_sub(found.base) < found.size).then_some(found)
    }

    /// When a pointer to a live object last disappeared.
    pub fn removal(&self, tag: Tag) -> Option<Removal> {
        let owner = self.owner(tag)?;
        self.removals.get(index(owner.slot())).copied().filter(|r| r.serial != 0)
    }

    fn of_live(&self, tag: Tag, object: &Object, range: Option<Extent>) -> Option<Biography> {
        let info = self.infos.get(index(tag.slot()))?;
        Some(Biography {
            tag,
            origin: info.origin,
            base: object.base,
            size: u64::from(object.size),
            born: info.born,
            died: None,
            range,
            read_only: object.writable < object.size,
            address_exposed: info.address_exposed,
            block: info.block,
        })
    }
}

fn of_dead(grave: &Grave, range: Option<Extent>) -> Biography {
    Biography {
        tag: grave.tag,
        origin: grave.info.origin,
        base: grave.base,
        size: u64::from(grave.size),
        born: grave.info.born,
        died: Some(Death { event: grave.died(), ending: grave.ending }),
        range,
        read_only: false,
        address_exposed: grave.info.address_exposed,
        block: grave.info.block,
    }
}
