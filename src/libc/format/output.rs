//! A whole output format (7.21.6.1): walks it, takes arguments, checks them,
//! writes bytes.

use super::arguments::{Argument, Arguments};
use super::check::{self, Wanted};
use super::field::{self, Room};
use super::integer::{self, Digits};
use super::spec::{Count, Cursor, Flags, Length, Piece, Spec};
use super::{float, wide};
use crate::kinds::{Kind, Severity};
use crate::libc::call::Context;
use crate::libc::encoding::Encoding;
use crate::libc::errno;
use crate::libc::string::keep_apart;
use crate::libc::text::wide as size_of;
use crate::machine::{Stop, Value};
use crate::memory::{BadConversion, I8, I16, I32, I64, Pointer, Promise, Trap, TrapData};

/// The widest field and the longest precision that are written: a larger one
/// would take memory out of proportion.
const FIELD_MAX: u64 = 1 << 24;

/// What a format has become.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::libc) struct Formatted {
    /// The bytes.
    pub bytes: Vec<u8>,
    /// The function is to return a negative value with this errno: a wide
    /// character had no encoding, or the text is too long for an int.
    pub failed: Option<i32>,
    /// The strings that arguments pointed to, with the bytes that were read of
    /// them: a result must not be written over them.
    pub read: Vec<(Pointer, u64)>,
}

impl Formatted {
    /// The result is written to `to`, which must not be a place that it was
    /// made from (7.21.6.6p2).
    ///
    /// # Errors
    /// If it is.
    pub(in crate::libc) fn keep_apart(&self, name: &str, to: Pointer, written: u64) -> Result<(), Trap> {
        for (from, read) in &self.read {
            if keep_apart(name, to, written, *from, *read).is_err() {
                let text = format!("'{name}' writes its result over a string that it is still reading");
                return Err(Trap { kind: Kind::OverlappingCopy, data: TrapData::TextAt { text, pointer: to } });
            }
        }
        Ok(())
    }
}

/// Which characters the output has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::libc) enum Characters {
    /// Bytes, as `printf` writes them.
    Narrow,
    /// Wide ones, as `wprintf`: format and result are UTF-8 here, and are counted by character.
    Wide,
}

impl Characters {
    /// How many characters these bytes are.
    pub(super) fn count(self, bytes: &[u8]) -> usize {
        match self {
            Characters::Narrow => bytes.len(),
            // Continuation bytes begin no character.
            Characters::Wide => bytes.iter().filter(|byte| **byte & 0xc0 != 0x80).count(),
        }
    }
}

/// A conversion with everything it needs.
struct Job<'a> {
    spec: &'a Spec,
    /// As it stands in the format, for messages.
    text: &'a str,
    flags: Flags,
    room: Room,
    characters: Characters,
}

impl Job<'_> {
    /// The same without precision: the bytes are all to be written.
    fn whole(&self) -> Job<'_> {
        Job { room: Room { precision: None, ..self.room }, ..*self }
    }
}

/// Writes out a format.
///
/// # Errors
/// Format mismatches that are errors, and bad accesses through the arguments.
pub(in crate::libc) fn format(
    context: &mut Context<'_>,
    characters: Characters,
    format: &[u8],
    arguments: &mut Arguments<'_>,
) -> Result<Formatted, Stop> {
    let mut done = Formatted::default();
    let mut cursor = Cursor::new(format);
    while let Some(piece) = cursor.piece() {
        match piece {
            Piece::Text(range) => done.bytes.extend_from_slice(format.get(range).unwrap_or_default()),
            Piece::Conversion(spec) => {
                let text = format.get(spec.text.clone()).unwrap_or_default();
                convert(context, characters, (&spec, text), arguments, &mut done)?;
            }
        }
        if i32::try_from(done.bytes.len()).is_err() {
            done.failed = Some(errno::EOVERFLOW);
        }
        if done.failed.is_some() {
            break;
        }
    }
    Ok(done)
}

/// One conversion specification.
fn convert(
    context: &mut Context<'_>,
    characters: Characters,
    (spec, raw): (&Spec, &[u8]),
    arguments: &mut Arguments<'_>,
    done: &mut Formatted,
) -> Result<(), Stop> {
    let text = String::from_utf8_lossy(raw);
    let mut flags = spec.flags;
    let mut room = Room::default();
    if let Some(width) = count(context, spec.width, &text, "width", arguments)? {
        flags.left |= width < 0;
        room.width = bounded(width.unsigned_abs())?;
    }
    if let Some(precision) = count(context, spec.precision, &text, "precision", arguments)? {
        // A negative precision is taken as if it were not there (7.21.6.1p5).
        room.precision = if precision < 0 { None } else { Some(bounded(precision.unsigned_abs())?) };
    }
    let job = Job { spec, text: &text, flags, room, characters };
    let Some(wanted) = check::wanted(spec) else {
        tell(context, unknown(&job), Severity::Error)?;
        done.bytes.extend_from_slice(raw);
        return Ok(());
    };
    if let Some(words) = check::misuse(spec) {
        tell(context, format!("in '{text}', {words}"), Severity::Warning)?;
    }
    match (wanted, spec.conversion) {
        (Wanted::Nothing, b'm') => {
            let message = errno::message(context.errno());
            string(&job, message.as_bytes(), &mut done.bytes);
            return Ok(());
        }
        (Wanted::Nothing, _) => {
            done.bytes.push(b'%');
            return Ok(());
        }
        _ => {}
    }
    let argument = match spec.argument {
        Some(place) => arguments.at(context, place)?,
        None => arguments.next(context)?,
    };
    let Some(argument) = argument else {
        let none = bad(&job, wanted, None, false);
        context.machine.tell(none, Severity::Error)?;
        return Ok(());
    };
    let types = &context.machine.types;
    if let Some(severity) = check::mismatch(types, spec, wanted, argument.value, argument.ty) {
        let cut = is_cut(context, &job, wanted, &argument);
        context.machine.tell(bad(&job, wanted, Some(&argument), cut), severity)?;
    }
    one(context, &job, wanted, argument, done, arguments.node)
}

/// Writes one argument as its conversion says.
fn one(
    context: &mut Context<'_>,
    job: &Job<'_>,
    wanted: Wanted,
    argument: Argument,
    done: &mut Formatted,
    node: crate::sema::tree::NodeId,
) -> Result<(), Stop> {
    let spec = job.spec;
    if let Value::Pointer(pointer) = argument.value
        && matches!(wanted, Wanted::Int | Wanted::Pointer)
    {
        stale(context, pointer)?;
    }
    match wanted {
        Wanted::Int => {
            let register = check::register(&context.machine.types, argument.value, argument.ty);
            done.failed = integer_conversion(context, job, register, &mut done.bytes);
        }
        Wanted::Double | Wanted::LongDouble => {
            let value = if let Value::Float(value) = argument.value { value } else { 0.0 };
            let extended = wanted == Wanted::LongDouble;
            float::write(&mut done.bytes, job.flags, job.room, spec.conversion, value, extended);
        }
        Wanted::Pointer => {
            let register = check::register(&context.machine.types, argument.value, argument.ty);
            pointer(job, register, &mut done.bytes);
        }
        Wanted::String => {
            let found = as_pointer(argument.value);
            if found.is_null() {
                null_string(context, job, &argument, &mut done.bytes)?;
            } else {
                let bytes = match job.room.precision {
                    Some(most) => context.string_bounded(found, most)?,
                    None => context.string(found)?,
                };
                done.read.push((found, size_of(bytes.len()).saturating_add(1)));
                let is_utf8 = context.state.encoding == Encoding::Utf8 && std::str::from_utf8(&bytes).is_ok();
                if job.characters == Characters::Wide && !bytes.is_ascii() && !is_utf8 {
                    done.failed = Some(errno::EILSEQ);
                } else {
                    string(job, &bytes, &mut done.bytes);
                }
            }
        }
        Wanted::WideString => {
            let found = as_pointer(argument.value);
            if found.is_null() {
                null_string(context, job, &argument, &mut done.bytes)?;
            } else {
                match wide::encode_string(context, job.characters, found, job.room.precision)? {
                    Some(bytes) => {
                        let units = job.characters.count(&bytes).saturating_add(1);
                        done.read.push((found, size_of(units).saturating_mul(4)));
                        string(&job.whole(), &bytes, &mut done.bytes);
                    }
                    None => done.failed = Some(errno::EILSEQ),
                }
            }
        }
        Wanted::Count => {
            let so_far = i64::try_from(job.characters.count(&done.bytes)).unwrap_or(i64::MAX);
            let memory = &mut context.machine.memory;
            let place = as_pointer(argument.value);
            match spec.length.bytes() {
                1 => memory.put::<I8>(place, so_far, node)?,
                2 => memory.put::<I16>(place, so_far, node)?,
                4 => memory.put::<I32>(place, so_far, node)?,
                _ => memory.put::<I64>(place, so_far, node)?,
            };
        }
        Wanted::Nothing => {}
    }
    Ok(())
}

/// A width or precision; its `*` takes an int.
fn count(
    context: &mut Context<'_>,
    count: Count,
    text: &str,
    what: &str,
    arguments: &mut Arguments<'_>,
) -> Result<Option<i64>, Stop> {
    let place = match count {
        Count::None => return Ok(None),
        Count::Fixed(number) => return Ok(Some(i64::try_from(number).unwrap_or(i64::MAX))),
        Count::Argument(place) => place,
    };
    let argument = match place {
        Some(place) => arguments.at(context, place)?,
        None => arguments.next(context)?,
    };
    let Some(argument) = argument else {
        let words = format!("the {what} '*' in '{text}' expects an int, but there is no further argument");
        tell(context, words, Severity::Error)?;
        return Ok(None);
    };
    let types = &context.machine.types;
    let severity = match argument.value {
        Value::Int(_) if check::promoted_size(types, argument.ty) == 4 => None,
        Value::Int(_) | Value::Pointer(_) => Some(Severity::Warning),
        _ => Some(Severity::Error),
    };
    let register = check::register(types, argument.value, argument.ty);
    if let Some(severity) = severity {
        let name = check::name(types, argument.ty);
        let which = argument.describe();
        tell(context, format!("the {what} '*' in '{text}' expects an int, but {which} is {name}"), severity)?;
    }
    Ok(Some(check::signed(register, 4)))
}

/// A width or precision as the host can hold it.
fn bounded(count: u64) -> Result<usize, Stop> {
    match usize::try_from(count) {
        Ok(found) if count <= FIELD_MAX => Ok(found),
        _ => {
            let words = format!("a printed field of {count} characters; at most {FIELD_MAX} are written");
            Err(Trap::text(Kind::MemoryLimit, words).into())
        }
    }
}

/// `d i u o x X b B c`; an errno if it has no encoding.
fn integer_conversion(context: &Context<'_>, job: &Job<'_>, register: u64, out: &mut Vec<u8>) -> Option<i32> {
    let spec = job.spec;
    let bytes = spec.length.bytes();
    let digits = match spec.conversion {
        b'd' | b'i' => {
            let value = check::signed(register, bytes);
            integer::write(out, job.flags, job.room, Digits::Decimal, Some(value < 0), value.unsigned_abs());
            return None;
        }
        b'c' if spec.length != Length::Long => {
            let [low, ..] = register.to_le_bytes();
            if job.characters == Characters::Wide && !low.is_ascii() {
                return Some(errno::EILSEQ);
            }
            string(&job.whole(), &[low], out);
            return None;
        }
        b'c' | b'C' => {
            let found = wide::encode(context, job.characters, check::signed(register, 4));
            let Some(encoded) = found else { return Some(errno::EILSEQ) };
            string(&job.whole(), &encoded, out);
            return None;
        }
        b'o' => Digits::Octal,
        b'x' => Digits::LowerHex,
        b'X' => Digits::UpperHex,
        b'b' => Digits::LowerBinary,
        b'B' => Digits::UpperBinary,
        _ => Digits::Decimal,
    };
    integer::write(out, job.flags, job.room, digits, None, check::unsigned(register, bytes));
    None
}

/// `p`, as glibc writes it: like `%#lx`, but null as "(nil)".
fn pointer(job: &Job<'_>, register: u64, out: &mut Vec<u8>) {
    if register == 0 {
        field::place(out, job.flags, false, job.room.width, &[], b"(nil)");
    } else {
        let flags = Flags { alternative: true, ..job.flags };
        integer::write(out, flags, job.room, Digits::LowerHex, Some(false), register);
    }
}

/// `s`: as much as the precision allows, in its field.
fn string(job: &Job<'_>, bytes: &[u8], out: &mut Vec<u8>) {
    let most = job.room.precision.unwrap_or(usize::MAX).min(bytes.len());
    let bytes = bytes.get(..most).unwrap_or_default();
    // A field counts characters, `place` bytes.
    let further = bytes.len().saturating_sub(job.characters.count(bytes));
    let width = if job.room.width == 0 { 0 } else { job.room.width.saturating_add(further) };
    field::place(out, job.flags, false, width, &[], bytes);
}

/// `%s` of a null pointer: glibc writes "(null)" if all of it fits.
fn null_string(context: &mut Context<'_>, job: &Job<'_>, argument: &Argument, out: &mut Vec<u8>) -> Result<(), Stop> {
    let fits = job.room.precision.is_none_or(|most| most >= 6);
    if matches!(argument.value, Value::Pointer(_)) {
        let words = format!("'{}' expects a string, but {} is a null pointer", job.text, argument.describe());
        let trap = Trap::broken(Kind::FormatMismatch, Promise::TextGiven, words);
        context.machine.tell(trap, Severity::Warning)?;
    }
    string(job, if fits { b"(null)" } else { b"" }, out);
    Ok(())
}

fn as_pointer(value: Value) -> Pointer {
    match value {
        Value::Pointer(pointer) => pointer,
        _ => Pointer::NULL,
    }
}

/// The value of a pointer is printed: one that outlived its object is told (semantics.md §2.7).
fn stale(context: &mut Context<'_>, pointer: Pointer) -> Result<(), Stop> {
    if !context.machine.memory.is_stale(pointer) {
        return Ok(());
    }
    context.machine.warn(Trap { kind: Kind::DanglingPointer, data: TrapData::Stale { pointer } })
}

fn tell(context: &mut Context<'_>, words: String, severity: Severity) -> Result<(), Stop> {
    context.machine.tell(Trap::text(Kind::FormatMismatch, words), severity)
}

fn unknown(job: &Job<'_>) -> String {
    match job.spec.conversion {
        0 => format!("the format ends inside the conversion '{}'; '%%' prints a '%'", job.text),
        _ => format!("'{}' is not a conversion that printf knows; '%%' prints a '%'", job.text.escape_debug()),
    }
}

/// A conversion that its argument does not fit, or that has none.
fn bad(job: &Job<'_>, wanted: Wanted, argument: Option<&Argument>, cut: bool) -> Trap {
    let data = BadConversion {
        text: job.text.to_owned(),
        wants: check::describe(job.spec, wanted),
        reads: false,
        place: argument.and_then(|argument| argument.number),
        given: argument.map(|argument| argument.ty),
        cut,
    };
    Trap { kind: Kind::FormatMismatch, data: TrapData::Conversion(Box::new(data)) }
}

/// Is only the lower half of the argument printed?
fn is_cut(context: &Context<'_>, job: &Job<'_>, wanted: Wanted, argument: &Argument) -> bool {
    let wide = match argument.value {
        Value::Int(_) => check::promoted_size(&context.machine.types, argument.ty) == 8,
        Value::Pointer(_) => true,
        _ => false,
    };
    wanted == Wanted::Int && check::int_width(job.spec) < 8 && wide
}
