//! `strftime` (7.27.3.5) in the C locale, with glibc's flags and widths.

use super::calendar::is_leap;
use crate::memory::Trap;

/// What a broken-down time is asked for. Only members that a conversion needs are read.
pub(super) trait Source {
    /// A member of `struct tm` by its place, from `tm_sec`.
    fn member(&self, place: i64) -> Result<i64, Trap>;
    /// `tm_gmtoff`.
    fn offset(&self) -> Result<i64, Trap>;
    /// The text of `tm_zone`.
    fn zone(&self) -> Result<Vec<u8>, Trap>;
    /// Seconds since 1970.
    fn seconds(&self) -> Result<i64, Trap>;
    /// What of the format is no conversion.
    fn unknown(&self, _text: &[u8]) {}
}

const SECOND: i64 = 0;
const MINUTE: i64 = 1;
const HOUR: i64 = 2;
const DAY: i64 = 3;
const MONTH: i64 = 4;
const YEAR: i64 = 5;
const WEEKDAY: i64 = 6;
const DAY_OF_YEAR: i64 = 7;
const DAYLIGHT: i64 = 8;

/// English names, as the C locale has them.
pub(super) const DAYS: [&str; 7] = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
/// English names, as the C locale has them.
pub(super) const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Formats of formats: no deeper than `%c` with `%T` in it.
const DEPTH: u32 = 3;

/// Flags and width between `%` and the conversion.
#[derive(Clone, Copy, Default)]
struct Style {
    /// `_`, `-`, `0` or none.
    pad: Option<u8>,
    upper: bool,
    swap: bool,
    width: Option<usize>,
}

/// The text that a format makes of a time.
///
/// # Errors
/// If a member that is needed was never written.
pub(super) fn format(format: &[u8], source: &dyn Source) -> Result<Vec<u8>, Trap> {
    let mut out = Vec::new();
    expand(format, source, &mut out, DEPTH)?;
    Ok(out)
}

fn expand(format: &[u8], source: &dyn Source, out: &mut Vec<u8>, depth: u32) -> Result<(), Trap> {
    let mut rest = format.iter().copied().peekable();
    while let Some(byte) = rest.next() {
        if byte != b'%' {
            out.push(byte);
            continue;
        }
        let mut seen = vec![b'%'];
        let mut style = Style::default();
        while let Some(flag) = rest.next_if(|b| b"_-0^#".contains(b)) {
            seen.push(flag);
            match flag {
                b'^' => style.upper = true,
                b'#' => style.swap = true,
                pad => style.pad = Some(pad),
            }
        }
        while let Some(digit) = rest.next_if(u8::is_ascii_digit) {
            seen.push(digit);
            let width = style.width.unwrap_or(0).saturating_mul(10);
            // Wider than any sensible line is as wide as that.
            style.width = Some(width.saturating_add(usize::from(digit.wrapping_sub(b'0'))).min(4096));
        }
        if let Some(modifier) = rest.next_if(|b| matches!(b, b'E' | b'O')) {
            seen.push(modifier);
        }
        match rest.next() {
            Some(conversion) => {
                seen.push(conversion);
                convert(conversion, style, source, out, depth, &seen)?;
            }
            None => {
                source.unknown(&seen);
                out.extend(seen);
            }
        }
    }
    Ok(())
}

/// A name of a list; "?" where the number is none.
fn name(names: &[&str], number: i64) -> Vec<u8> {
    usize::try_from(number).ok().and_then(|n| names.get(n)).unwrap_or(&"?").as_bytes().to_vec()
}

fn short_name(names: &[&str], number: i64) -> Vec<u8> {
    let mut text = name(names, number);
    text.truncate(3);
    text
}

/// Hour 1 to 12.
fn half(hour: i64) -> i64 {
    hour.saturating_add(11).rem_euclid(12).saturating_add(1)
}

/// Week of the year, weeks beginning on weekday `first`.
fn week(day_of_year: i64, weekday: i64, first: i64) -> i64 {
    day_of_year.saturating_add(7).saturating_sub(weekday.saturating_sub(first).rem_euclid(7)).div_euclid(7)
}

/// Year and week of ISO 8601: week 1 has the year's first Thursday.
fn iso_week(source: &dyn Source) -> Result<(i64, i64), Trap> {
    let year = source.member(YEAR)?.saturating_add(1900);
    let (day_of_year, weekday) = (source.member(DAY_OF_YEAR)?, source.member(WEEKDAY)?);
    let length = |year| if is_leap(year) { 366_i64 } else { 365 };
    // The day of the year of this week's Thursday, from 0.
    let from_monday = weekday.saturating_add(6).rem_euclid(7);
    let thursday = day_of_year.saturating_sub(from_monday).saturating_add(3);
    let (year, thursday) = if thursday < 0 {
        let before = year.saturating_sub(1);
        (before, thursday.saturating_add(length(before)))
    } else if thursday >= length(year) {
        (year.saturating_add(1), thursday.saturating_sub(length(year)))
    } else {
        (year, thursday)
    };
    Ok((year, thursday.div_euclid(7).saturating_add(1)))
}

fn convert(
    conversion: u8,
    style: Style,
    source: &dyn Source,
    out: &mut Vec<u8>,
    depth: u32,
    seen: &[u8],
) -> Result<(), Trap> {
    let member = |place| source.member(place);
    let year = || member(YEAR).map(|year| year.saturating_add(1900));
    match conversion {
        b'a' => text(short_name(&DAYS, member(WEEKDAY)?), style, out),
        b'A' => text(name(&DAYS, member(WEEKDAY)?), style, out),
        b'b' | b'h' => text(short_name(&MONTHS, member(MONTH)?), style, out),
        b'B' => text(name(&MONTHS, member(MONTH)?), style, out),
        b'C' => number(year()?.div_euclid(100), 1, b'0', style, out),
        b'd' => number(member(DAY)?, 2, b'0', style, out),
        b'e' => number(member(DAY)?, 2, b'_', style, out),
        b'g' => number(iso_week(source)?.0.rem_euclid(100), 2, b'0', style, out),
        b'G' => number(iso_week(source)?.0, 1, b'0', style, out),
        b'H' => number(member(HOUR)?, 2, b'0', style, out),
        b'I' => number(half(member(HOUR)?), 2, b'0', style, out),
        b'j' => number(member(DAY_OF_YEAR)?.saturating_add(1), 3, b'0', style, out),
        b'k' => number(member(HOUR)?, 2, b'_', style, out),
        b'l' => number(half(member(HOUR)?), 2, b'_', style, out),
        b'm' => number(member(MONTH)?.saturating_add(1), 2, b'0', style, out),
        b'M' => number(member(MINUTE)?, 2, b'0', style, out),
        b'p' | b'P' => {
            let upper = if member(HOUR)? > 11 { "PM" } else { "AM" };
            let lower = conversion == b'P' || style.swap;
            let word = if lower { upper.to_ascii_lowercase() } else { upper.to_owned() };
            text(word.into_bytes(), Style { swap: false, ..style }, out);
        }
        b's' => number(source.seconds()?, 1, b'0', style, out),
        b'S' => number(member(SECOND)?, 2, b'0', style, out),
        b'u' => number(member(WEEKDAY)?.saturating_add(6).rem_euclid(7).saturating_add(1), 1, b'0', style, out),
        b'U' => number(week(member(DAY_OF_YEAR)?, member(WEEKDAY)?, 0), 2, b'0', style, out),
        b'V' => number(iso_week(source)?.1, 2, b'0', style, out),
        b'w' => number(member(WEEKDAY)?, 1, b'0', style, out),
        b'W' => number(week(member(DAY_OF_YEAR)?, member(WEEKDAY)?, 1), 2, b'0', style, out),
        b'y' => number(year()?.rem_euclid(100), 2, b'0', style, out),
        b'Y' => number(year()?, 1, b'0', style, out),
        b'z' => zone_offset(source, out)?,
        b'Z' => {
            let zone = source.zone()?;
            let zone = if style.swap { zone.to_ascii_lowercase() } else { zone };
            text(zone, Style { swap: false, ..style }, out);
        }
        b'n' => text(vec![b'\n'], style, out),
        b't' => text(vec![b'\t'], style, out),
        b'%' => text(vec![b'%'], style, out),
        _ => match compound(conversion) {
            Some(format) if depth > 0 => {
                let mut inner = Vec::new();
                expand(format, source, &mut inner, depth.saturating_sub(1))?;
                text(inner, Style { swap: false, ..style }, out);
            }
            // What is no conversion stays as it is, as in glibc.
            _ => {
                source.unknown(seen);
                out.extend_from_slice(seen);
            }
        },
    }
    Ok(())
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

/// `+hhmm`; nothing if it is not known whether daylight saving time is in force.
fn zone_offset(source: &dyn Source, out: &mut Vec<u8>) -> Result<(), Trap> {
    if source.member(DAYLIGHT)? < 0 {
        return Ok(());
    }
    let offset = source.offset()?;
    let minutes = offset.saturating_abs().div_euclid(60);
    let sign = if offset < 0 { '-' } else { '+' };
    let text = format!("{sign}{:02}{:02}", minutes.div_euclid(60), minutes.rem_euclid(60));
    out.extend_from_slice(text.as_bytes());
    Ok(())
}

/// Text, in capitals if wanted, with spaces (or zeros) before it up to the width.
fn text(mut text: Vec<u8>, style: Style, out: &mut Vec<u8>) {
    if style.upper || style.swap {
        text.make_ascii_uppercase();
    }
    let missing = style.width.unwrap_or(0).saturating_sub(text.len());
    let pad = if style.pad == Some(b'0') { b'0' } else { b' ' };
    out.extend(std::iter::repeat_n(pad, missing));
    out.extend(text);
}

/// A number of at least so many digits, filled up with zeros or spaces.
fn number(value: i64, digits: usize, usual: u8, style: Style, out: &mut Vec<u8>) {
    let pad = style.pad.unwrap_or(usual);
    let width = style.width.unwrap_or(digits).max(if style.pad == Some(b'-') { 0 } else { digits });
    let figures = value.unsigned_abs().to_string();
    let sign = if value < 0 { "-" } else { "" };
    let missing = width.saturating_sub(figures.len()).saturating_sub(sign.len());
    match pad {
        b'-' => out.extend(sign.bytes()),
        b'_' => {
            out.extend(std::iter::repeat_n(b' ', missing));
            out.extend(sign.bytes());
        }
        _ => {
            out.extend(sign.bytes());
            out.extend(std::iter::repeat_n(b'0', missing));
        }
    }
    out.extend(figures.bytes());
}
