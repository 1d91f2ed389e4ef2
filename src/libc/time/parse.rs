//! `strptime` (POSIX): a text read as a date or time, `strftime`'s way back, in the C locale.

use super::calendar::{self, Broken};
use super::format::{DAYS, MONTHS};
use super::record;
use crate::libc::string::{after, scan};
use crate::libc::{Call, Context, Next};
use crate::machine::Stop;
use crate::memory::Pointer;

/// Members of `struct tm` by their place.
const SECOND: usize = 0;
const MINUTE: usize = 1;
const HOUR: usize = 2;
const DAY: usize = 3;
const MONTH: usize = 4;
const YEAR: usize = 5;
const WEEKDAY: usize = 6;
const DAY_OF_YEAR: usize = 7;

/// Formats of formats are no deeper than this.
const DEPTH: u32 = 3;

/// What has been read.
#[derive(Default)]
struct Parsed {
    members: [Option<i64>; 8],
    /// The first two digits of the year (`%C`).
    century: Option<i64>,
    /// The last two (`%y`).
    of_century: Option<i64>,
    /// The hour is one of twelve (`%I`), and it is one after noon (`%p`).
    is_half: bool,
    is_after_noon: bool,
}

impl Parsed {
    fn set(&mut self, place: usize, value: i64) {
        if let Some(member) = self.members.get_mut(place) {
            *member = Some(value);
        }
    }

    fn get(&self, place: usize) -> Option<i64> {
        self.members.get(place).copied().flatten()
    }
}

/// What is left of the text.
struct Input<'a> {
    rest: &'a [u8],
}

impl Input<'_> {
    fn skip_space(&mut self) {
        while let [b' ' | b'\t'..=b'\r', rest @ ..] = self.rest {
            self.rest = rest;
        }
    }

    /// A number of at most so many digits within its range.
    fn number(&mut self, digits: usize, range: std::ops::RangeInclusive<i64>) -> Option<i64> {
        self.skip_space();
        let length = self.rest.iter().take(digits).take_while(|b| b.is_ascii_digit()).count();
        let (number, rest) = self.rest.split_at_checked(length)?;
        let value: i64 = std::str::from_utf8(number).ok()?.parse().ok()?;
        self.rest = rest;
        range.contains(&value).then_some(value)
    }

    /// One of the names, whole or its first three letters; case does not count.
    fn name(&mut self, names: &[&str]) -> Option<i64> {
        for (number, name) in (0_i64..).zip(names) {
            for length in [name.len(), name.len().min(3)] {
                let Some((start, rest)) = self.rest.split_at_checked(length) else { continue };
                if name.as_bytes().get(..length).is_some_and(|name| name.eq_ignore_ascii_case(start)) {
                    self.rest = rest;
                    return Some(number);
                }
            }
        }
        None
    }
}

/// Reads a text by a format; `None` where it does not fit.
fn parse(format: &[u8], input: &mut Input<'_>, parsed: &mut Parsed, depth: u32) -> Option<()> {
    let mut format = format.iter().copied();
    while let Some(byte) = format.next() {
        match byte {
            b' ' | b'\t'..=b'\r' => input.skip_space(),
            b'%' => {
                let mut conversion = format.next()?;
                while matches!(conversion, b'E' | b'O' | b'-' | b'_' | b'0' | b'^' | b'#') {
                    conversion = format.next()?;
                }
                convert(conversion, input, parsed, depth)?;
            }
            _ => {
                let (first, rest) = input.rest.split_first()?;
                if *first != byte {
                    return None;
                }
                input.rest = rest;
            }
        }
    }
    Some(())
}

/// Conversions that are short for a format.
fn compound(conversion: u8) -> Option<&'static [u8]> {
    Some(match conversion {
        b'c' => b"%a %b %e %H:%M:%S %Y",
        b'D' | b'x' => b"%m/%d/%y",
        b'F' => b"%Y-%m-%d",
        b'r' => b"%I:%M:%S %p",
        b'R' => b"%H:%M",
        b'T' | b'X' => b"%H:%M:%S",
        _ => return None,
    })
}

fn convert(conversion: u8, input: &mut Input<'_>, parsed: &mut Parsed, depth: u32) -> Option<()> {
    match conversion {
        b'a' | b'A' => parsed.set(WEEKDAY, input.name(&DAYS)?),
        b'b' | b'B' | b'h' => parsed.set(MONTH, input.name(&MONTHS)?),
        b'C' => parsed.century = Some(input.number(2, 0..=99)?),
        b'd' | b'e' => parsed.set(DAY, input.number(2, 1..=31)?),
        b'H' | b'k' => {
            parsed.set(HOUR, input.number(2, 0..=23)?);
            parsed.is_half = false;
        }
        b'I' | b'l' => {
            parsed.set(HOUR, input.number(2, 1..=12)?.rem_euclid(12));
            parsed.is_half = true;
        }
        b'j' => parsed.set(DAY_OF_YEAR, input.number(3, 1..=366)?.saturating_sub(1)),
        b'm' => parsed.set(MONTH, input.number(2, 1..=12)?.saturating_sub(1)),
        b'M' => parsed.set(MINUTE, input.number(2, 0..=59)?),
        b'S' => parsed.set(SECOND, input.number(2, 0..=61)?),
        b'n' | b't' => input.skip_space(),
        b'p' | b'P' => parsed.is_after_noon = input.name(&["AM", "PM"])? == 1,
        b'u' => parsed.set(WEEKDAY, input.number(1, 1..=7)?.rem_euclid(7)),
        b'w' => parsed.set(WEEKDAY, input.number(1, 0..=6)?),
        b'y' => parsed.of_century = Some(input.number(2, 0..=99)?),
        b'Y' => {
            parsed.set(YEAR, input.number(4, 0..=9999)?.saturating_sub(1900));
            (parsed.century, parsed.of_century) = (None, None);
        }
        b's' => {
            let time = input.number(18, 0..=i64::MAX)?;
            let broken = calendar::broken(time, 0)?;
            let told = [
                broken.second,
                broken.minute,
                broken.hour,
                broken.day,
                broken.month,
                broken.year,
                broken.weekday,
                broken.day_of_year,
            ];
            parsed.members = told.map(Some);
        }
        b'%' => {
            let (first, rest) = input.rest.split_first()?;
            if *first != b'%' {
                return None;
            }
            input.rest = rest;
        }
        other => return parse(compound(other).filter(|_| depth > 0)?, input, parsed, depth.saturating_sub(1)),
    }
    Some(())
}

/// What follows from what was read: the year, the hour, and the weekday of a date if it was not told.
fn complete(parsed: &mut Parsed) {
    if let (true, Some(hour)) = (parsed.is_half, parsed.get(HOUR)) {
        parsed.set(HOUR, if parsed.is_after_noon { hour.saturating_add(12) } else { hour });
    }
    match (parsed.century, parsed.of_century) {
        (Some(century), year) => {
            let year = century.saturating_mul(100).saturating_add(year.unwrap_or(0));
            parsed.set(YEAR, year.saturating_sub(1900));
        }
        // POSIX: 69 to 99 are of the 20th century.
        (None, Some(year)) => parsed.set(YEAR, if year < 69 { year.saturating_add(100) } else { year }),
        (None, None) => {}
    }
    if let (Some(year), Some(month), Some(day)) = (parsed.get(YEAR), parsed.get(MONTH), parsed.get(DAY)) {
        let date = Broken { year, month, day, ..Broken::default() };
        if let Some(whole) = calendar::broken(calendar::seconds(&date), 0) {
            for (place, value) in [(WEEKDAY, whole.weekday), (DAY_OF_YEAR, whole.day_of_year)] {
                parsed.set(place, parsed.get(place).unwrap_or(value));
            }
        }
    }
}

/// `strptime`: behind what was read, or null; members that were not told stay as they are.
pub(super) fn strptime(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let memory = &context.machine.memory;
    let text = scan::string(memory, call.pointer(0))?.to_vec();
    let format = scan::string(memory, call.pointer(1))?.to_vec();
    let mut input = Input { rest: &text };
    let mut parsed = Parsed::default();
    let fits = parse(&format, &mut input, &mut parsed, DEPTH).is_some();
    let used = text.len().saturating_sub(input.rest.len());
    complete(&mut parsed);
    record::store_parsed(context, call.pointer(2), &parsed.members, call.node)?;
    Ok(Next::pointer(if fits { after(call.pointer(0), scan::wide(used)) } else { Pointer::NULL }))
}
