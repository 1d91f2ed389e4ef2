//! `<locale.h>` (7.11): the "C" locale, and locales of UTF-8, which differ from it in how
//! characters are bytes and in nothing else: numbers and times are written as in "C".

use super::encoding::Encoding;
use super::string::scan;
use super::{Call, Context, Next, Row, Static};
use crate::kinds::Kind;
use crate::machine::Stop;
use crate::memory::{Pointer, Trap, U8};

const HEADER: &str = "locale.h";

/// The rows of this header.
pub(super) const ROWS: &[Row] =
    &[Row::full("setlocale", HEADER, setlocale), Row::full("localeconv", HEADER, localeconv)];

/// Ten pointers to texts, then fourteen characters.
const LCONV_POINTERS: i64 = 10;
const LCONV_CHARACTERS: i64 = 14;

/// So many different answers `setlocale` can give in a run; each is an object that stays as it is.
const ANSWERS: u32 = 8;

/// Its objects: the name of the locale, the record of `localeconv` and its two texts.
pub(super) const STATICS: &[Static] = &[
    Static { name: "setlocale", size: 320, align: 1, count: ANSWERS, read_only: false },
    Static { name: "localeconv", size: 96, align: 8, count: 1, read_only: false },
    Static { name: "lconv text", size: 2, align: 1, count: 2, read_only: false },
];

/// The categories by number; LC_ALL stands among them.
const CATEGORIES: [&str; 13] = [
    "LC_CTYPE",
    "LC_NUMERIC",
    "LC_TIME",
    "LC_COLLATE",
    "LC_MONETARY",
    "LC_MESSAGES",
    "",
    "LC_PAPER",
    "LC_NAME",
    "LC_ADDRESS",
    "LC_TELEPHONE",
    "LC_MEASUREMENT",
    "LC_IDENTIFICATION",
];
const LC_CTYPE: usize = 0;
const LC_ALL: usize = 6;

/// The locales there are, by their names.
const LOCALES: [(&[u8], Encoding); 7] = [
    (b"C", Encoding::Ascii),
    (b"POSIX", Encoding::Ascii),
    (b"C.UTF-8", Encoding::Utf8),
    (b"C.utf8", Encoding::Utf8),
    (b"en_US.UTF-8", Encoding::Utf8),
    (b"en_US.utf8", Encoding::Utf8),
    (b"en_GB.UTF-8", Encoding::Utf8),
];
/// The one that the name "" means: what terminals use today.
const USUAL: &[u8] = b"C.UTF-8";

/// Which locale each category has, as a place in [`LOCALES`].
#[derive(Clone, Debug, Default)]
pub(super) struct Names {
    places: [usize; 13],
    /// What was answered so far: each has an object.
    answered: Vec<Vec<u8>>,
}

impl Names {
    fn name(&self, category: usize) -> &'static [u8] {
        let place = self.places.get(category).copied().unwrap_or(0);
        LOCALES.get(place).map_or(b"C".as_slice(), |(name, _)| name)
    }

    /// What `setlocale` answers: of LC_ALL one name if all have it, else a list.
    fn answer(&self, category: usize) -> Vec<u8> {
        let mut all = (0..CATEGORIES.len()).filter(|place| *place != LC_ALL);
        if category != LC_ALL {
            return self.name(category).to_vec();
        }
        let first = self.name(LC_CTYPE);
        if all.clone().all(|place| self.name(place) == first) {
            return first.to_vec();
        }
        let part =
            |place: usize| [CATEGORIES.get(place).copied().unwrap_or("").as_bytes(), b"=", self.name(place)].concat();
        let mut text = all.next().map(part).unwrap_or_default();
        for place in all {
            text.push(b';');
            text.extend(part(place));
        }
        text
    }

    /// Takes a name, or a list as [`Names::answer`] gives it; `None` if one is no locale.
    fn set(&mut self, category: usize, name: &[u8]) -> Option<()> {
        if category == LC_ALL && name.contains(&b';') {
            let mut changed = self.clone();
            for part in name.split(|b| *b == b';') {
                let middle = part.iter().position(|b| *b == b'=')?;
                let (category, name) = (part.get(..middle)?, part.get(middle.saturating_add(1)..)?);
                changed.set(CATEGORIES.iter().position(|known| known.as_bytes() == category)?, name)?;
            }
            *self = changed;
            return Some(());
        }
        let name = if name.is_empty() { USUAL } else { name };
        let found = LOCALES.iter().position(|(known, _)| *known == name)?;
        // POSIX is another name of "C".
        let found = if name == b"POSIX" { 0 } else { found };
        for (place, one) in self.places.iter_mut().enumerate() {
            if category == LC_ALL || category == place {
                *one = found;
            }
        }
        Some(())
    }
}

/// `setlocale` (7.11.1.1): null if there is no such locale.
fn setlocale(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let name = call.pointer(1);
    let category = usize::try_from(call.int(0)).ok().filter(|category| *category < CATEGORIES.len());
    let Some(category) = category else { return Ok(Next::pointer(Pointer::NULL)) };
    if !name.is_null() {
        let name = scan::string(&context.machine.memory, name)?.to_vec();
        if context.state.locale.set(category, &name).is_none() {
            return Ok(Next::pointer(Pointer::NULL));
        }
        let place = context.state.locale.places.get(LC_CTYPE).copied().unwrap_or(0);
        context.state.encoding = LOCALES.get(place).map(|(_, encoding)| *encoding).unwrap_or_default();
    }
    let mut answer = context.state.locale.answer(category);
    answer.push(0);
    let names = &mut context.state.locale;
    let number = names.answered.iter().position(|before| *before == answer).unwrap_or(names.answered.len());
    if number == names.answered.len() {
        names.answered.push(answer.clone());
    }
    let place = context.state.object("setlocale", number);
    if place.is_null() {
        let text = "'setlocale' gave more different answers than there is room for";
        return Err(Trap::text(Kind::MemoryLimit, text).into());
    }
    context.close_text(place, &answer, call.node)?;
    Ok(Next::pointer(place))
}

/// `localeconv` (7.11.2.1): a point, no other text, no number known.
fn localeconv(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let record = context.state.object("localeconv", 0);
    let (point, nothing) = (context.state.object("lconv text", 0), context.state.object("lconv text", 1));
    context.close_text(point, b".\0", call.node)?;
    context.close_text(nothing, b"\0", call.node)?;
    let memory = &mut context.machine.memory;
    if memory.check_write(record, 1).is_ok() {
        for i in 0..LCONV_POINTERS {
            let text = if i == 0 { point } else { nothing };
            memory.put_pointer(record.offset(i.wrapping_mul(8)), text, call.node)?;
        }
        for i in 0..LCONV_CHARACTERS {
            let at = LCONV_POINTERS.wrapping_mul(8).wrapping_add(i);
            memory.put::<U8>(record.offset(at), i64::from(i8::MAX), call.node)?;
        }
        memory.seal(record.tag);
    }
    Ok(Next::pointer(record))
}
