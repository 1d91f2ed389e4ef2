//! A whole input format: walks it, reads, checks, assigns.

use super::arguments::{Argument, Arguments};
use super::check;
use super::pattern::{self, Directive, Pattern};
use super::source::Source;
use super::spec::{Cursor, Length};
use super::target::{describe, known, largest, mismatch, misuse};
use super::token::{Found, Reader};
use crate::kinds::{Kind, Severity};
use crate::libc::call::Context;
use crate::libc::stdlib::{Format, floating};
use crate::libc::string::keep_apart;
use crate::libc::text::wide;
use crate::machine::{Stop, Value};
use crate::memory::{BadConversion, F32, F64, I8, I16, I32, I64, Pointer, Trap, TrapData};
use crate::sema::tree::NodeId;

/// How a directive went.
enum Outcome {
    /// On to the next one.
    Go,
    /// The input does not match.
    Mismatch(Option<u8>),
    /// The input ended.
    End,
}

/// One call.
struct Scan<'a, 'b> {
    /// The function, for messages.
    function: &'static str,
    format: &'a [u8],
    arguments: &'a mut Arguments<'b>,
    source: Source,
    node: NodeId,
}

/// Reads input as a format says; the number of assignments, or −1 (EOF).
///
/// # Errors
/// Format mismatches that are errors, and bad accesses through the arguments.
pub(in crate::libc) fn scan(
    context: &mut Context<'_>,
    function: &'static str,
    format: &[u8],
    arguments: &mut Arguments<'_>,
    source: Source,
) -> Result<i32, Stop> {
    let node = arguments.node;
    let mut scan = Scan { function, format, arguments, source, node };
    let mut cursor = Cursor::new(format);
    let mut assigned = 0i32;
    while let Some(directive) = pattern::directive(&mut cursor) {
        let mut stopped = None;
        let outcome = match &directive {
            Directive::Space => {
                scan.skip_space(context)?;
                Outcome::Go
            }
            Directive::Literal(byte) => scan.literal(context, *byte)?,
            Directive::Conversion(pattern) if pattern.conversion == b'%' => {
                scan.skip_space(context)?;
                scan.literal(context, b'%')?
            }
            Directive::Conversion(pattern) => {
                let target = scan.target(context, pattern)?;
                stopped = target;
                let outcome = scan.convert(context, pattern, target)?;
                if matches!(outcome, Outcome::Go) && pattern.conversion != b'n' && !pattern.suppressed {
                    assigned = assigned.saturating_add(1);
                }
                outcome
            }
        };
        let reason = match outcome {
            Outcome::Go => continue,
            Outcome::End => format!("{function} met the end of the input before it could assign this"),
            Outcome::Mismatch(Some(byte)) => format!(
                "{function} met '{}' in the input, which does not fit the format, so nothing was assigned here",
                byte.escape_ascii()
            ),
            Outcome::Mismatch(None) => {
                format!("{function} stopped where the input does not fit the format, so nothing was assigned here")
            }
        };
        let end = matches!(outcome, Outcome::End);
        scan.note_rest(context, &mut cursor, stopped, &reason)?;
        // As glibc has it: a conversion without assignment does not count.
        return Ok(if end && assigned == 0 { -1 } else { assigned });
    }
    Ok(assigned)
}

/// A conversion that its argument does not fit, or that has none.
fn bad(pattern: &Pattern, text: String, argument: Option<&Argument>) -> Trap {
    let data = BadConversion {
        text,
        wants: describe(pattern),
        reads: true,
        place: argument.and_then(|argument| argument.number),
        given: argument.map(|argument| argument.ty),
        cut: false,
    };
    Trap { kind: Kind::FormatMismatch, data: TrapData::Conversion(Box::new(data)) }
}

impl Scan<'_, '_> {
    fn skip_space(&mut self, context: &mut Context<'_>) -> Result<(), Stop> {
        loop {
            let byte = self.source.next(context)?;
            if !byte.is_some_and(pattern::is_space) {
                self.source.back(context, byte);
                return Ok(());
            }
        }
    }

    fn literal(&mut self, context: &mut Context<'_>, wanted: u8) -> Result<Outcome, Stop> {
        Ok(match self.source.next(context)? {
            Some(byte) if byte == wanted => Outcome::Go,
            None => Outcome::End,
            byte => {
                self.source.back(context, byte);
                Outcome::Mismatch(byte)
            }
        })
    }

    /// The text of a conversion, for messages.
    fn text(&self, pattern: &Pattern) -> String {
        String::from_utf8_lossy(self.format.get(pattern.text.clone()).unwrap_or_default()).into_owned()
    }

    /// Where a conversion assigns to, its argument checked; none if it does not.
    fn target(&mut self, context: &mut Context<'_>, pattern: &Pattern) -> Result<Option<Pointer>, Stop> {
        let text = self.text(pattern);
        if !known(pattern) {
            let words = format!("'{}' is not a conversion that {} knows", text.escape_debug(), self.function);
            context.machine.tell(Trap::text(Kind::FormatMismatch, words), Severity::Error)?;
            return Ok(None);
        }
        if let Some(words) = misuse(pattern) {
            let words = format!("the conversion '{text}' {words}");
            context.machine.tell(Trap::text(Kind::FormatMismatch, words), Severity::Warning)?;
        }
        if pattern.suppressed {
            return Ok(None);
        }
        let argument = match pattern.argument {
            Some(place) => self.arguments.at(context, place)?,
            None => self.arguments.next(context)?,
        };
        let Some(argument) = argument else {
            context.machine.tell(bad(pattern, text, None), Severity::Error)?;
            return Ok(None);
        };
        if let Some(severity) = mismatch(context, pattern, &argument) {
            context.machine.tell(bad(pattern, text, Some(&argument)), severity)?;
        }
        Ok(match argument.value {
            Value::Pointer(pointer) => Some(pointer),
            _ => None,
        })
    }

    /// One conversion; `target` is where it assigns to, unless it is suppressed.
    fn convert(
        &mut self,
        context: &mut Context<'_>,
        pattern: &Pattern,
        target: Option<Pointer>,
    ) -> Result<Outcome, Stop> {
        if !matches!(pattern.conversion, b'c' | b'C' | b'[' | b'n') {
            self.skip_space(context)?;
        }
        match pattern.conversion {
            b'n' => {
                if let Some(target) = target {
                    let taken = self.source.taken.cast_signed();
                    self.assign_int(context, pattern.length, target, taken)?;
                }
                Ok(Outcome::Go)
            }
            b'd' | b'i' | b'u' | b'o' | b'x' | b'X' | b'p' => self.integer(context, pattern, target),
            b'a' | b'A' | b'e' | b'E' | b'f' | b'F' | b'g' | b'G' => self.floating(context, pattern, target),
            b's' | b'S' | b'c' | b'C' | b'[' => self.characters(context, pattern, target),
            _ => Ok(Outcome::Mismatch(None)),
        }
    }

    fn integer(
        &mut self,
        context: &mut Context<'_>,
        pattern: &Pattern,
        target: Option<Pointer>,
    ) -> Result<Outcome, Stop> {
        let (base, pointer) = match pattern.conversion {
            b'i' => (0, false),
            b'o' => (8, false),
            b'x' | b'X' => (16, false),
            b'p' => (16, true),
            _ => (10, false),
        };
        let signed = matches!(pattern.conversion, b'd' | b'i');
        let found = Reader::begin(&mut self.source, context, pattern.bound())?.integer(base, pointer)?;
        let (negative, magnitude) = match found {
            Found::Value(found) => found,
            Found::End => return Ok(Outcome::End),
            Found::Mismatch => return self.mismatch(context),
        };
        let value = saturated(negative, magnitude, signed);
        let Some(target) = target else { return Ok(Outcome::Go) };
        if !pointer && magnitude > largest(pattern.length, signed, negative) {
            let sign = if negative { "-" } else { "" };
            let text = self.text(pattern);
            let names = (pattern.length.signed_name(), pattern.length.unsigned_name());
            let name = check::with_article(if signed { names.0 } else { names.1 });
            let words = format!("'{text}' reads {sign}{magnitude}, which does not fit {name}");
            context.machine.tell(Trap::text(Kind::BadArgument, words), Severity::Warning)?;
        }
        if pointer {
            // An address as a number has no provenance: memory looks it up.
            let addr = value.cast_unsigned();
            let read = Pointer { addr, tag: context.machine.memory.lookup(addr) };
            context.machine.memory.put_pointer(target, read, self.node)?;
        } else {
            self.assign_int(context, pattern.length, target, value)?;
        }
        Ok(Outcome::Go)
    }

    fn assign_int(
        &mut self,
        context: &mut Context<'_>,
        length: Length,
        target: Pointer,
        value: i64,
    ) -> Result<(), Stop> {
        let memory = &mut context.machine.memory;
        match length.bytes() {
            1 => memory.put::<I8>(target, value, self.node)?,
            2 => memory.put::<I16>(target, value, self.node)?,
            4 => memory.put::<I32>(target, value, self.node)?,
            _ => memory.put::<I64>(target, value, self.node)?,
        }
        Ok(())
    }

    fn floating(
        &mut self,
        context: &mut Context<'_>,
        pattern: &Pattern,
        target: Option<Pointer>,
    ) -> Result<Outcome, Stop> {
        let text = match Reader::begin(&mut self.source, context, pattern.bound())?.floating()? {
            Found::Value(text) => text,
            Found::End => return Ok(Outcome::End),
            Found::Mismatch => return self.mismatch(context),
        };
        let Some(target) = target else { return Ok(Outcome::Go) };
        let memory = &mut context.machine.memory;
        let value = |format| floating::scan(text.as_bytes(), format).value;
        match pattern.length {
            Length::Long => memory.put::<F64>(target, value(Format::Double), self.node)?,
            Length::LongDouble | Length::LongLong => {
                // A long double is computed as a double; all its 16 bytes count as written.
                memory.write(target.offset(8), &[0; 8], self.node)?;
                memory.put::<F64>(target, value(Format::Double), self.node)?;
            }
            _ => memory.put::<F32>(target, value(Format::Single), self.node)?,
        }
        Ok(Outcome::Go)
    }

    fn characters(
        &mut self,
        context: &mut Context<'_>,
        pattern: &Pattern,
        target: Option<Pointer>,
    ) -> Result<Outcome, Stop> {
        let single = matches!(pattern.conversion, b'c' | b'C');
        let most = pattern.bound().unwrap_or(if single { 1 } else { u64::MAX });
        let mut bytes = Vec::new();
        let mut refused = None;
        while wide(bytes.len()) < most {
            let Some(byte) = self.source.next(context)? else { break };
            let fits = match &pattern.set {
                Some(set) => set.has(byte),
                None => single || !pattern::is_space(byte),
            };
            if !fits {
                self.source.back(context, Some(byte));
                refused = Some(byte);
                break;
            }
            bytes.push(byte);
        }
        if bytes.is_empty() {
            return Ok(if refused.is_some() { Outcome::Mismatch(refused) } else { Outcome::End });
        }
        let Some(mut target) = target else { return Ok(Outcome::Go) };
        if !single {
            bytes.push(0);
        }
        let is_wide = pattern.length == Length::Long || matches!(pattern.conversion, b'S' | b'C');
        if is_wide {
            // What came from a stream is ASCII or has no wide character in the "C"
            // locale; a wide string is UTF-8 here.
            let Ok(text) = String::from_utf8(bytes) else { return Ok(Outcome::Mismatch(None)) };
            bytes = text.chars().flat_map(|c| u32::from(c).to_le_bytes()).collect();
        }
        if pattern.allocate {
            let event = context.machine.event(self.node);
            let room = context.machine.memory.malloc(wide(bytes.len()), event).map_err(Trap::from)?;
            let Some(room) = room else { return Ok(Outcome::End) };
            context.machine.memory.put_pointer(target, room, self.node)?;
            target = room;
        }
        if let Some((from, read)) = self.source.string() {
            context.machine.memory.check_write(target, wide(bytes.len()))?;
            if keep_apart(self.function, target, wide(bytes.len()), from, read).is_err() {
                let text = format!("'{}' stores what it reads over the string that it is reading", self.function);
                let data = TrapData::TextAt { text, pointer: target };
                return Err(Trap { kind: Kind::OverlappingCopy, data }.into());
            }
        }
        let written = context.machine.memory.write(target, &bytes, self.node);
        written.map_err(|trap| self.unbounded(trap, pattern, bytes.len()))?;
        Ok(Outcome::Go)
    }

    /// The array was too small: says why nothing prevented it.
    fn unbounded(&self, trap: Trap, pattern: &Pattern, bytes: usize) -> Trap {
        let text = self.text(pattern);
        let note = match pattern.width {
            None if pattern.conversion != b'c' => format!(
                "'{text}' has no bound: the input had {} characters here, and a zero follows; \
                 a width, as in '%19s' for an array of 20, bounds it",
                bytes.saturating_sub(1)
            ),
            _ => format!("'{text}' wrote {bytes} bytes here; a width does not count the zero at the end"),
        };
        trap.noted(note, None)
    }

    /// The byte at which the input stopped matching, which stays there.
    fn mismatch(&mut self, context: &mut Context<'_>) -> Result<Outcome, Stop> {
        let byte = self.source.next(context)?;
        self.source.back(context, byte);
        Ok(Outcome::Mismatch(byte))
    }

    /// Remembers what the conversion that stopped and those after it would have assigned.
    fn note_rest(
        &mut self,
        context: &mut Context<'_>,
        cursor: &mut Cursor<'_>,
        stopped: Option<Pointer>,
        reason: &str,
    ) -> Result<(), Stop> {
        let mut next = stopped;
        loop {
            if let Some(place) = next {
                let room = context.machine.memory.room(place).unwrap_or(1);
                context.state.unassigned.note(place, room, self.node, reason);
            }
            next = match pattern::directive(cursor) {
                None => return Ok(()),
                Some(Directive::Conversion(pattern)) if !pattern.suppressed && pattern.conversion != b'%' => {
                    match self.arguments.next(context)?.map(|argument| argument.value) {
                        Some(Value::Pointer(place)) => Some(place),
                        _ => None,
                    }
                }
                Some(_) => None,
            };
        }
    }
}

/// A number as `strtol` or `strtoul` have it, at the ends of their range.
fn saturated(negative: bool, magnitude: u128, signed: bool) -> i64 {
    let limit = match (signed, negative) {
        (true, true) => 1u128 << 63,
        (true, false) => u128::from(i64::MAX.unsigned_abs()),
        (false, _) => u128::from(u64::MAX),
    };
    let clipped = u64::try_from(magnitude.min(limit)).unwrap_or(u64::MAX);
    // strtoul negates within its type, unless the number was too large.
    let negate = negative && magnitude <= limit;
    let bits = if negate || (signed && negative) { clipped.wrapping_neg() } else { clipped };
    bits.cast_signed()
}
