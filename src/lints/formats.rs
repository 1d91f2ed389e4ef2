//! Formats that are written out, against the arguments.

use super::Lints;
use super::typed::{Scene, unconverted};
use crate::diagnostics::Diagnostic;
use crate::sema::tree::{Expr, ExprKind};
use crate::types::{Type, TypeKind};

/// What a conversion takes, as far as it is certain to be wrong otherwise.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wants {
    Integer,
    Floating,
    Text,
    Pointer,
}

/// One conversion of a format.
struct Conversion {
    letter: char,
    wants: Wants,
    /// scanf's `*`: nothing is stored.
    skipped: bool,
    /// printf's `*`: integers taken before the value.
    stars: usize,
}

/// printf's and scanf's family: where the format stands, and whether it reads.
fn family(name: &str) -> Option<(usize, bool)> {
    Some(match name {
        "printf" => (0, false),
        "fprintf" | "sprintf" | "dprintf" => (1, false),
        "snprintf" => (2, false),
        "scanf" => (0, true),
        "fscanf" | "sscanf" => (1, true),
        _ => return None,
    })
}

/// The conversions of a format; nothing if it is not one of the usual ones.
fn conversions(format: &str, reads: bool) -> Option<Vec<Conversion>> {
    let mut found = Vec::new();
    let mut rest = format.chars().peekable();
    while let Some(c) = rest.next() {
        if c != '%' {
            continue;
        }
        let (mut stars, mut c) = (0, rest.next()?);
        while matches!(c, '-' | '+' | ' ' | '#' | '0'..='9' | '.' | '*' | 'h' | 'l' | 'L' | 'z' | 'j' | 't' | 'q') {
            stars += usize::from(c == '*');
            c = rest.next()?;
        }
        if c == '[' && reads {
            let mut inside = rest.next()?;
            if inside == '^' {
                inside = rest.next()?;
            }
            if inside == ']' {
                inside = rest.next()?;
            }
            while inside != ']' {
                inside = rest.next()?;
            }
        }
        let wants = match c {
            '%' => continue,
            'd' | 'i' | 'u' | 'x' | 'X' | 'o' | 'c' => Wants::Integer,
            'f' | 'F' | 'e' | 'E' | 'g' | 'G' | 'a' | 'A' => Wants::Floating,
            's' | '[' => Wants::Text,
            'p' | 'n' => Wants::Pointer,
            // Positions (`%1$d`) and what only some libraries know.
            _ => return None,
        };
        found.push(Conversion { letter: c, wants, skipped: reads && stars > 0, stars: if reads { 0 } else { stars } });
    }
    Some(found)
}

impl Lints<'_> {
    /// The number and classes of the arguments.
    pub(super) fn format(&mut self, scene: Scene<'_>, name: &str, arguments: &[Expr]) {
        let Some((at, reads)) = family(name) else { return };
        let Some(format) = arguments.get(at) else { return };
        let Some(text) = self.literal(scene, format) else { return };
        let Some(list) = conversions(&text, reads) else { return };
        let mut rest = arguments.iter().skip(at + 1);
        for conversion in list.iter().filter(|c| !c.skipped) {
            for _ in 0..conversion.stars {
                rest.next();
            }
            let letter = conversion.letter;
            let Some(argument) = rest.next() else {
                let message = format!("'%{letter}' has no argument: the format asks for more than there are");
                self.warn(Diagnostic::warning("format-arguments", scene.span(format), message));
                return;
            };
            let wrong = if reads {
                self.unreadable(scene, conversion, argument)
            } else {
                unprintable(scene, conversion, argument)
            };
            if let Some((message, note)) = wrong {
                let d = Diagnostic::warning("format-type", scene.span(argument), message);
                self.warn(match note {
                    Some(note) => d.with_note(note),
                    None => d,
                });
            }
        }
        if let Some(extra) = rest.next() {
            let message = format!("'{name}' does not use this argument: the format has no '%' for it");
            self.warn(Diagnostic::warning("format-arguments", scene.span(extra), message));
        }
    }

    fn literal(&self, scene: Scene<'_>, format: &Expr) -> Option<String> {
        let ExprKind::Decay(place) = &unconverted(format).kind else { return None };
        let ExprKind::String(id) = place.kind else { return None };
        let literal = scene.program.string(id).filter(|s| s.unit == 1)?;
        let bytes = literal.bytes.split(|b| *b == 0).next().unwrap_or(&[]);
        Some(String::from_utf8_lossy(bytes).into_owned())
    }

    /// scanf stores: everything must be a pointer.
    fn unreadable(
        &self,
        scene: Scene<'_>,
        conversion: &Conversion,
        argument: &Expr,
    ) -> Option<(String, Option<String>)> {
        let types = &scene.program.types;
        let letter = conversion.letter;
        if !types.is_pointer(argument.ty) {
            let shown = types.print(unconverted(argument).ty);
            let text = self.map.text(scene.span(argument));
            let message = format!("'%{letter}' needs the address of a variable, and this is its value ('{shown}')");
            return Some((message, Some(format!("write '&{text}'"))));
        }
        let target = types.pointee(argument.ty)?;
        let fits = match conversion.wants {
            Wants::Integer => !types.is_floating(target),
            Wants::Floating => !types.is_integer(target),
            Wants::Text => !types.is_floating(target),
            Wants::Pointer => true,
        };
        (!fits).then(|| (format!("'%{letter}' does not read '{}'", types.print(target)), None))
    }
}

/// printf reads a value of one class from where another one was put.
fn unprintable(scene: Scene<'_>, conversion: &Conversion, argument: &Expr) -> Option<(String, Option<String>)> {
    let types = &scene.program.types;
    let class = |ty: Type| match types.kind(ty) {
        TypeKind::Float(_) => Some(Wants::Floating),
        TypeKind::Pointer(_) => Some(Wants::Pointer),
        _ if types.is_integer(ty) => Some(Wants::Integer),
        _ => None,
    };
    let given = class(argument.ty)?;
    let fits = match conversion.wants {
        Wants::Integer => given == Wants::Integer,
        Wants::Floating => given == Wants::Floating,
        Wants::Text | Wants::Pointer => given == Wants::Pointer,
    };
    if fits {
        return None;
    }
    let own = unconverted(argument).ty;
    let note = match given {
        Wants::Integer => "a whole number is printed by '%d'",
        Wants::Floating => "a floating number is printed by '%f'",
        _ if types.pointee(own).is_some_and(|t| types.is_character(t)) => "text is printed by '%s'",
        _ if types.function_of(own).is_some() => "this is the function itself: a call has '()' after its name",
        _ => "an address is printed by '%p'; for what lies there put a '*' before it",
    };
    let message = format!("'%{}' does not print '{}'", conversion.letter, types.print(own));
    Some((message, Some(note.to_owned())))
}
