//! `<wctype.h>` (7.30). In the "C" locale only ASCII has properties; where the locale's
//! encoding is UTF-8 other characters have those of Unicode.

use super::encoding::Encoding;
use super::string::scan;
use super::{Call, Context, Next, Row};
use crate::kinds::{Kind, Severity};
use crate::machine::Stop;
use crate::memory::{Pointer, Tag, Trap};

const HEADER: &str = "wctype.h";
/// `WEOF` as a `wint_t`.
const WEOF: i64 = 0xffff_ffff;

/// A property of a character.
type Class = fn(&u8) -> bool;

/// By the name that `wctype` takes; the property's number is its place, from 1.
const CLASSES: [(&str, Class); 12] = [
    ("alnum", u8::is_ascii_alphanumeric),
    ("alpha", u8::is_ascii_alphabetic),
    ("blank", |c| matches!(c, b' ' | b'\t')),
    ("cntrl", u8::is_ascii_control),
    ("digit", u8::is_ascii_digit),
    ("graph", u8::is_ascii_graphic),
    ("lower", u8::is_ascii_lowercase),
    ("print", |c| matches!(c, b' '..=b'~')),
    ("punct", u8::is_ascii_punctuation),
    ("space", |c| super::stdlib::is_space(*c)),
    ("upper", u8::is_ascii_uppercase),
    ("xdigit", u8::is_ascii_hexdigit),
];

/// A row for each property.
macro_rules! classes {
    ($($name:literal $place:literal;)*) => { &[$(
        Row::full($name, HEADER, |context, call| {
            wide_character(context, call, $name)?;
            Ok(Next::int(has(context, call.int(0), $place)))
        }),
    )*] };
}

/// Asking for a property.
pub(super) const CLASS_ROWS: &[Row] = classes! {
    "iswalnum" 1;
    "iswalpha" 2;
    "iswblank" 3;
    "iswcntrl" 4;
    "iswdigit" 5;
    "iswgraph" 6;
    "iswlower" 7;
    "iswprint" 8;
    "iswpunct" 9;
    "iswspace" 10;
    "iswupper" 11;
    "iswxdigit" 12;
};

/// The other rows of this header.
pub(super) const ROWS: &[Row] = &[
    Row::full("towlower", HEADER, |context, call| {
        wide_character(context, call, "towlower")?;
        Ok(Next::size(lower(context, call.size(0))))
    }),
    Row::full("towupper", HEADER, |context, call| {
        wide_character(context, call, "towupper")?;
        Ok(Next::size(upper(context, call.size(0))))
    }),
    Row::full("wctype", HEADER, wctype),
    Row::full("iswctype", HEADER, |context, call| {
        wide_character(context, call, "iswctype")?;
        Ok(Next::int(has(context, call.int(0), call.int(1))))
    }),
    Row::full("wctrans", HEADER, wctrans),
    Row::full("towctrans", HEADER, |context, call| {
        wide_character(context, call, "towctrans")?;
        Ok(Next::size(match call.pointer(1).addr {
            TO_LOWER => lower(context, call.size(0)),
            TO_UPPER => upper(context, call.size(0)),
            _ => call.size(0),
        }))
    }),
];

/// The handles of `wctrans`; no program looks behind them.
const TO_LOWER: u64 = 1;
const TO_UPPER: u64 = 2;

/// The argument is a value of `wchar_t` or WEOF (7.30.1p1).
fn wide_character(context: &mut Context<'_>, call: &Call<'_>, name: &str) -> Result<(), Stop> {
    let value = call.int(0);
    if (0..=i64::from(i32::MAX)).contains(&value) || value == WEOF {
        return Ok(());
    }
    let text = format!("'{name}' is given {value}; it takes the values of wchar_t that are not negative, and WEOF");
    context.machine.tell(Trap::text(Kind::BadArgument, text), Severity::Warning)
}

/// Has a character the property of this number?
fn has(context: &Context<'_>, character: i64, class: i64) -> bool {
    let place = usize::try_from(class.wrapping_sub(1)).ok();
    let Some((name, is)) = place.and_then(|place| CLASSES.get(place)) else { return false };
    match u8::try_from(character).ok().filter(u8::is_ascii) {
        Some(byte) => is(&byte),
        None => beyond_ascii(context, character).is_some_and(|c| unicode_has(c, name)),
    }
}

/// A character that is none of ASCII, if the locale has such.
fn beyond_ascii(context: &Context<'_>, character: i64) -> Option<char> {
    let has_them = context.state.encoding == Encoding::Utf8;
    u32::try_from(character).ok().and_then(char::from_u32).filter(|_| has_them)
}

/// The property of a character beyond ASCII. Digits of other scripts are letters to glibc.
fn unicode_has(c: char, class: &str) -> bool {
    // Blanks where no line may be broken count as characters that are seen.
    let is_space = c.is_whitespace() && !matches!(c, '\u{85}' | '\u{a0}' | '\u{2007}' | '\u{202f}');
    match class {
        "alnum" | "alpha" => c.is_alphanumeric(),
        "cntrl" => c.is_control() || matches!(c, '\u{2028}' | '\u{2029}'),
        "graph" => !c.is_control() && !is_space,
        "print" => !c.is_control() && !matches!(c, '\u{2028}' | '\u{2029}'),
        "punct" => !c.is_control() && !is_space && !c.is_alphanumeric(),
        "lower" => c.is_lowercase(),
        "upper" => c.is_uppercase(),
        "space" => is_space,
        "blank" => is_space && !matches!(c, '\u{2028}' | '\u{2029}'),
        _ => false,
    }
}

/// A character that another becomes: itself where it would become several.
fn mapped(c: char, mut others: impl Iterator<Item = char>) -> u64 {
    let one = others.next().filter(|_| others.next().is_none());
    u64::from(u32::from(one.unwrap_or(c)))
}

/// In lower case.
pub(super) fn lower(context: &Context<'_>, character: u64) -> u64 {
    match beyond_ascii(context, character.cast_signed()) {
        Some(c) if !c.is_ascii() => mapped(c, c.to_lowercase()),
        _ => u8::try_from(character).map_or(character, |byte| u64::from(byte.to_ascii_lowercase())),
    }
}

/// In upper case.
fn upper(context: &Context<'_>, character: u64) -> u64 {
    match beyond_ascii(context, character.cast_signed()) {
        Some(c) if !c.is_ascii() => mapped(c, c.to_uppercase()),
        _ => u8::try_from(character).map_or(character, |byte| u64::from(byte.to_ascii_uppercase())),
    }
}

/// `wctype` (7.30.2.2.2): 0 if there is no such property.
fn wctype(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let name = scan::string(&context.machine.memory, call.pointer(0))?;
    let place = CLASSES.iter().position(|(class, _)| class.as_bytes() == name);
    Ok(Next::size(place.map_or(0, |place| scan::wide(place).saturating_add(1))))
}

/// `wctrans` (7.30.3.2.2): null if there is no such mapping.
fn wctrans(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let addr = match scan::string(&context.machine.memory, call.pointer(0))? {
        b"tolower" => TO_LOWER,
        b"toupper" => TO_UPPER,
        _ => 0,
    };
    Ok(Next::pointer(Pointer { addr, tag: Tag::NONE }))
}
