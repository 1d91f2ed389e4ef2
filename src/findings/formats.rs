//! Conversions of a format that their arguments do not fit: which argument it is,
//! what it holds, and the conversion that would be right.

use super::promises;
use super::scene::{Held, Scene};
use super::spell::{bare, uncast};
use super::story::Story;
use crate::memory::{BadConversion, Promise};
use crate::sema::tree::{Callee, Expr, ExprKind, FunctionKind};
use crate::types::{FloatKind, IntKind, Type, TypeKind, TypeTable};

/// What one would see, for printf.
const GARBAGE: &str = "an unrelated number (gcc -Wall warns; Valgrind, ASan: nothing)";
const CRASH: &str = "Segmentation fault (gcc -Wall warns; ASan: SEGV)";
const NOT_GIVEN: &str = "garbage, or a crash (gcc -Wall warns; Valgrind, ASan: nothing)";
const CUT: &str = "right as long as 32 bits hold it (gcc -Wall warns)";
const STORED: &str = "a wrong value, or a neighbour overwritten (gcc -Wall warns)";

/// A conversion that its argument does not fit, or that has none.
pub(super) fn conversion(scene: &Scene<'_>, bad: &BadConversion) -> Story {
    let story = mismatch(scene, bad);
    match story.real_machine.clone() {
        // What stands in a variable a compiler does not look at.
        Some(told) if !is_literal(scene) => {
            story.real_machine(told.replace("gcc -Wall warns; ", "").replace(" (gcc -Wall warns)", ""))
        }
        _ => story,
    }
}

/// Does the format stand in the call?
fn is_literal(scene: &Scene<'_>) -> bool {
    let call = scene.expr().map(uncast).map(|e| &e.kind);
    let Some(ExprKind::Call { callee: Callee::Direct(id), arguments, .. }) = call else { return false };
    let name = scene.program.function(*id).map_or("", |f| &*f.name);
    let place = match name.trim_start_matches('v') {
        "printf" | "scanf" | "wprintf" | "wscanf" => 0,
        "snprintf" | "swprintf" => 2,
        _ => 1,
    };
    arguments.get(place).is_some_and(|e| matches!(uncast(e).kind, ExprKind::String(_)))
}

/// `%s` of a null pointer.
pub(super) fn null_text(scene: &Scene<'_>, sentence: String) -> Story {
    let story = promises::broken(Promise::TextGiven, sentence);
    let call = scene.expr().map(uncast).map(|e| &e.kind);
    let Some(ExprKind::Call { callee: Callee::Direct(id), arguments, .. }) = call else { return story };
    let is_printf = scene.program.function(*id).is_some_and(|f| &*f.name == "printf");
    let line = arguments.first().is_some_and(|e| match uncast(e).kind {
        ExprKind::String(id) => scene.program.string(id).is_some_and(|s| &s.bytes[..] == b"%s\n\0"),
        _ => false,
    });
    match is_printf && line {
        true => story.real_machine("Segmentation fault: gcc makes puts of it (ASan: SEGV)"),
        false => story,
    }
}

fn mismatch(scene: &Scene<'_>, bad: &BadConversion) -> Story {
    let BadConversion { text, wants, reads, given, .. } = bad;
    let Some(given) = *given else { return without_argument(bad) };
    let argument = argument(scene, bad);
    let own = argument.map_or(given, |e| bare(e).ty);
    let name = argument.map_or_else(|| which(bad), |e| named(scene, e, bad));
    let types = &scene.program.types;
    let is = match argument {
        Some(e) if *reads && types.is_pointer(given) => {
            let target = types.pointee(given).map(|ty| described(types, ty)).unwrap_or_default();
            let address = matches!(bare(e).kind, ExprKind::AddressOf(_));
            if address { format!("is the address of {target}") } else { format!("points to {target}") }
        }
        Some(e) if is_size(scene, e) => "is a size_t".to_owned(),
        _ => format!("is {}", described(types, own)),
    };
    let mut sentence = format!("'{text}' takes {wants}, but {name} {is}");
    if let Some(held) = argument.and_then(|e| held(scene, e, own)) {
        sentence.push_str(&format!(" ({held})"));
    }
    if bad.cut {
        sentence.push_str("; only its lower 32 bits are printed");
    }
    let story = Story::new(sentence + ".");
    let story = match (reads, types.is_pointer(given)) {
        (true, false) => story
            .meaning("scanf needs the address of a variable, to store there what it reads.")
            .real_machine("a crash, or some other place changes (gcc -Wall warns)"),
        (true, true) => story
            .meaning("scanf knows only from the format how many bytes it has to store, and as what.")
            .real_machine(STORED),
        (false, pointer) => {
            let story = story.meaning("printf knows only from the format what its arguments are.");
            match text.ends_with(['s', 'S', 'n']) && !pointer {
                true => story.real_machine(CRASH),
                false if bad.cut && !pointer => story.real_machine(CUT),
                false => story.real_machine(GARBAGE),
            }
        }
    };
    match mend(scene, bad, argument, own) {
        Some(advice) => story.advice(advice),
        None => story,
    }
}

/// What stands behind a `%` is no conversion.
pub(super) fn no_conversion(sentence: String) -> Story {
    let story = Story::new(sentence);
    match story.message.as_deref().is_some_and(|text| text.contains("'%%' prints")) {
        true => story
            .meaning("A '%' begins a conversion, wherever it stands in the text.")
            .advice("Write '%%' where a '%' is to be printed.")
            .real_machine("the '%' as it is, or the output cut (gcc -Wall warns)"),
        false => story,
    }
}

/// The format asks for more than there is.
fn without_argument(bad: &BadConversion) -> Story {
    let BadConversion { text, wants, reads, .. } = bad;
    // '100% done': the blank is taken as a flag.
    if text.starts_with("% ") && !*reads {
        return Story::new(format!("'{text}' takes {wants}, but no argument is left for it."))
            .meaning("A '%' begins a conversion wherever it stands; a blank after it is a flag.")
            .advice("If a '%' is to be printed, write '%%'.")
            .real_machine(NOT_GIVEN);
    }
    let what = if *reads { "the address for it" } else { "its value" };
    Story::new(format!("'{text}' takes {wants}, but no argument is left for it."))
        .meaning("Each conversion of a format takes an argument of its own, in their order.")
        .advice(format!("Add {what} after the others, or take '{text}' out of the format."))
        .real_machine(NOT_GIVEN)
}

/// The argument as it stands in the call.
fn argument<'t>(scene: &Scene<'t>, bad: &BadConversion) -> Option<&'t Expr> {
    let ExprKind::Call { arguments, .. } = &uncast(scene.expr()?).kind else { return None };
    arguments.get(bad.place?.checked_sub(1)?)
}

fn which(bad: &BadConversion) -> String {
    bad.place.map_or_else(|| "the argument".to_owned(), |place| format!("argument {place}"))
}

fn named(scene: &Scene<'_>, argument: &Expr, bad: &BadConversion) -> String {
    match scene.spell(argument) {
        // A literal has quotes of its own.
        Some(text) if text.starts_with(['"', '\'']) => text,
        Some(text) => format!("'{text}'"),
        None => which(bad),
    }
}

/// The value of an argument that is no pointer, where it can be looked at and is not written there.
fn held(scene: &Scene<'_>, argument: &Expr, own: Type) -> Option<String> {
    if matches!(uncast(argument).kind, ExprKind::Int(_) | ExprKind::Float(_)) {
        return None;
    }
    match scene.value(scene.innermost()?, argument)? {
        Held::Pointer(_) | Held::Unwritten => None,
        held => Some(scene.scalar(held, own, true)),
    }
}

/// A type in a beginner's words.
fn described(types: &TypeTable, ty: Type) -> String {
    let plain = ty.unqualified();
    match types.kind(plain) {
        TypeKind::Array { element, .. } if types.is_character(*element) => "an array of char".to_owned(),
        TypeKind::Array { .. } => format!("an array ({})", types.print(plain)),
        _ => {
            let name = types.print(plain);
            let vowel = name.starts_with(['a', 'e', 'i', 'o']) || name.starts_with("unsigned");
            format!("{} {name}", if vowel { "an" } else { "a" })
        }
    }
}

/// `sizeof x`, `strlen(s)`: what C calls size_t.
fn is_size(scene: &Scene<'_>, argument: &Expr) -> bool {
    let own = bare(argument);
    if !matches!(scene.program.types.kind(own.ty), TypeKind::Int(IntKind::ULong)) {
        return false;
    }
    match &own.kind {
        ExprKind::Call { callee: Callee::Direct(id), .. } => {
            scene.program.function(*id).is_some_and(|f| matches!(f.kind, FunctionKind::Library { .. }))
        }
        _ => scene.text(own.id).is_some_and(|text| text.starts_with("sizeof")),
    }
}

/// What to write instead.
fn mend(scene: &Scene<'_>, bad: &BadConversion, argument: Option<&Expr>, own: Type) -> Option<String> {
    let types = &scene.program.types;
    let text = &bad.text;
    let written = argument.and_then(|e| scene.spell(e));
    let size = argument.is_some_and(|e| is_size(scene, e));
    if bad.reads {
        if !types.is_pointer(bad.given?) {
            return without_address(scene, bad, argument?, &written?, own);
        }
        let mut target = types.pointee(bad.given?)?;
        while let Some(element) = types.element(target) {
            target = element;
        }
        let array = argument.is_some_and(|e| matches!(bare(e).kind, ExprKind::AddressOf(_)));
        let letter = match types.is_character(target) {
            true if array => "c".to_owned(),
            true => "s".to_owned(),
            false => letters(types, target, (text, bad.reads), false)?,
        };
        let right = with_letters(text, &letter);
        return (right != *text).then(|| format!("Write '{right}' instead of '{text}'."));
    }
    let name = written.unwrap_or_else(|| which(bad));
    // A character constant is an int to C.
    if text.ends_with('s') && name.starts_with('\'') {
        return Some(format!("Write \"{}\" in double quotes, or '%c' instead of '{text}'.", name.trim_matches('\'')));
    }
    if let Some(whole) =
        argument.filter(|_| text.ends_with('s') && types.is_character(own)).and_then(|e| text_of(scene, e))
    {
        return Some(format!("Write '%c' instead of '{text}', or {whole} instead of {name} to print the whole text."));
    }
    let target = types.pointee(own).or_else(|| types.element(own));
    match target {
        Some(target) if types.is_character(target) && text.ends_with('c') && name.starts_with('"') => {
            let one = name.trim_matches('"');
            Some(match one.chars().count() {
                1 => format!("Write '{one}' in single quotes, or '%s' instead of '{text}'."),
                _ => format!("Write '%s' instead of '{text}'."),
            })
        }
        Some(target) if types.is_character(target) && text.ends_with('c') => {
            let first = if types.is_pointer(own) { format!("*{name}") } else { format!("{name}[0]") };
            Some(format!("Write '%s' to print the text, or {first} for its first character."))
        }
        Some(target) if types.is_character(target) => Some(format!("Write '%s' instead of '{text}'.")),
        Some(target) => {
            let value = match argument.map(|e| &bare(e).kind) {
                Some(ExprKind::AddressOf(_)) => name.trim_start_matches('&').to_owned(),
                _ if types.element(own).is_some() => format!("{name}[i]"),
                _ => format!("*{name}"),
            };
            match letters(types, target, (text, bad.reads), false).map(|letters| with_letters(text, &letters)) {
                Some(right) if right == *text => {
                    Some(format!("Write {value} instead of {name}: printf takes the value, not its address."))
                }
                Some(right) => Some(format!("Write '{right}' and {value}; an address is printed by '%p'.")),
                None => Some("Write '%p' to print the address.".to_owned()),
            }
        }
        None => {
            let right = with_letters(text, &letters(types, own, (text, bad.reads), size)?);
            (right != *text).then(|| format!("Write '{right}' instead of '{text}'."))
        }
    }
}

/// The variable itself stands where scanf needs its address.
fn without_address(scene: &Scene<'_>, bad: &BadConversion, argument: &Expr, name: &str, own: Type) -> Option<String> {
    let types = &scene.program.types;
    let text = &bad.text;
    let letter = match (types.is_character(own), text.ends_with('s'), text_of(scene, argument)) {
        (true, true, Some(whole)) => {
            return Some(format!("Write {whole} instead of {name}: it is an address already."));
        }
        (true, true, None) => {
            return Some(format!(
                "For a text declare {name} as an array, char {name}[20];, for one character write '%c' and &{name}."
            ));
        }
        (true, false, _) => text.trim_start_matches('%').to_owned(),
        _ => letters(types, own, (text, true), false)?,
    };
    let right = with_letters(text, &letter);
    match right == *text {
        true => Some(format!("Write &{name} instead of {name}.")),
        false => Some(format!("Write '{right}' instead of '{text}', and &{name} instead of {name}.")),
    }
}

/// The text of which an argument is one character: `word` of `word[0]` and `*word`.
fn text_of(scene: &Scene<'_>, argument: &Expr) -> Option<String> {
    match &bare(argument).kind {
        ExprKind::Index { base, .. } => scene.spell(base),
        ExprKind::Deref(pointer) if matches!(bare(pointer).kind, ExprKind::Local(_) | ExprKind::Global(_)) => {
            scene.spell(pointer)
        }
        _ => None,
    }
}

/// Length and letter of the conversion for a type; the letter of the format is kept where it fits.
fn letters(types: &TypeTable, ty: Type, (text, reads): (&str, bool), size: bool) -> Option<String> {
    let last = text.chars().last().unwrap_or('d');
    let scans = |ok: &str, other: char| if ok.contains(last) { last } else { other };
    if size {
        return Some(format!("z{}", scans("uxXo", 'u')));
    }
    Some(match types.kind(ty) {
        TypeKind::Float(FloatKind::LongDouble) => format!("L{}", scans("fFeEgGaA", 'f')),
        // printf gets every float as a double; scanf has to know.
        TypeKind::Float(FloatKind::Double) if reads => format!("l{}", scans("fFeEgGaA", 'f')),
        TypeKind::Float(_) => scans("fFeEgGaA", 'f').to_string(),
        TypeKind::Int(IntKind::Char) => "c".to_owned(),
        TypeKind::Bool | TypeKind::Enum(_) => "d".to_owned(),
        TypeKind::Int(kind) => {
            let letter = if kind.is_signed() { scans("dixXo", 'd') } else { scans("uxXo", 'u') };
            let length = match kind {
                IntKind::Long | IntKind::ULong => "l",
                IntKind::LongLong | IntKind::ULongLong => "ll",
                IntKind::Short | IntKind::UShort if reads => "h",
                IntKind::SChar | IntKind::UChar if reads => "hh",
                _ => "",
            };
            format!("{length}{letter}")
        }
        _ => return None,
    })
}

/// The conversion with other length and letter, its flags and width kept where they mean something.
fn with_letters(text: &str, letters: &str) -> String {
    let kept = text.trim_end_matches(|c: char| c.is_ascii_alphabetic() || c == ']' || c == '^');
    let kept = if kept.contains('[') { "%" } else { kept };
    format!("{kept}{letters}")
}
