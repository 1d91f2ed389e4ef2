//! Calculations whose result C does not define.

pub(super) mod given;
pub(super) mod wider;

use crate::findings::scene::Scene;
use crate::findings::spell::{sign, uncast};
use crate::findings::story::Story;
use crate::findings::values::{float, integer};
use crate::sema::tree::{ArithOp, Expr, ExprKind, StmtKind, UnaryOp};

/// The operation of two integers whose result does not fit.
pub(in crate::findings) fn overflow(scene: &Scene<'_>, op: ArithOp, left: i64, right: i64, bits: u8) -> Story {
    let (wide_left, wide_right) = (i128::from(left), i128::from(right));
    let exact = match op {
        ArithOp::Add => wide_left.checked_add(wide_right),
        ArithOp::Sub => wide_left.checked_sub(wide_right),
        ArithOp::Mul => wide_left.checked_mul(wide_right),
        ArithOp::Div => wide_left.checked_div(wide_right),
        _ => None,
    };
    let calculation = format!("{} {} {}", operand(left), sign(op), operand(right));
    let result = match (op, exact) {
        (ArithOp::Rem, _) => {
            format!("{calculation} cannot be calculated: the quotient does not fit {}", type_words(bits))
        }
        (_, Some(exact)) => format!("{calculation} is {exact}, {}", compared(exact, bits)),
        (_, None) => format!("{calculation} does not fit {}", type_words(bits)),
    };
    let story = with_origins(scene, with_mend(scene, named(scene, &result), bits));
    match op {
        ArithOp::Div | ArithOp::Rem if !divides_by_number(scene) => story.real_machine(TRAPS),
        _ => story,
    }
}

/// What one would see where the processor divides.
const TRAPS: &str = "Floating point exception, even for int (UBSan: not represented)";

/// Is the divisor written as a number? Then a compiler needs no division.
fn divides_by_number(scene: &Scene<'_>) -> bool {
    scene.expr().map(uncast).is_some_and(|e| match &e.kind {
        ExprKind::Binary { right, .. } | ExprKind::AssignOp { right, .. } => match &uncast(right).kind {
            ExprKind::Int(_) => true,
            ExprKind::Unary { operand, .. } => matches!(uncast(operand).kind, ExprKind::Int(_)),
            _ => false,
        },
        _ => false,
    })
}

/// Negation, `++`, `--` of a value at the edge.
pub(in crate::findings) fn unary_overflow(scene: &Scene<'_>, value: i64, bits: u8) -> Story {
    let found = scene.expr().map(uncast).map(|e| &e.kind);
    let result = match found {
        Some(ExprKind::IncDec { increment, .. }) => {
            let (sign, exact) = match increment {
                true => ("+", i128::from(value) + 1),
                false => ("-", i128::from(value) - 1),
            };
            format!("{value} {sign} 1 is {exact}, {}", compared(exact, bits))
        }
        Some(ExprKind::Unary { op: UnaryOp::Neg, .. }) => {
            let exact = -i128::from(value);
            format!("-({value}) is {exact}, {}", compared(exact, bits))
        }
        // abs and its kind.
        _ if value < 0 => {
            let exact = -i128::from(value);
            format!("the opposite of {value} is {exact}, {}", compared(exact, bits))
        }
        _ => format!("{value} is at the end of the range of {}", type_words(bits)),
    };
    with_origins(scene, with_mend(scene, named(scene, &result), bits))
}

/// With the type that would hold it.
fn with_mend(scene: &Scene<'_>, story: Story, bits: u8) -> Story {
    match wider::mend(scene, bits) {
        Some(advice) => story.advice(advice),
        None => story,
    }
}

/// With where an operand got a value at the end of its range.
fn with_origins(scene: &Scene<'_>, story: Story) -> Story {
    let operand = match scene.expr().map(uncast).map(|e| &e.kind) {
        Some(ExprKind::Binary { left, right, .. } | ExprKind::AssignOp { left, right, .. }) => {
            [Some(&**left), Some(&**right)].into_iter().flatten().find(|e| is_extreme(scene, e))
        }
        Some(ExprKind::IncDec { place: only, .. } | ExprKind::Unary { operand: only, .. }) => {
            Some(&**only).filter(|e| is_extreme(scene, e))
        }
        _ => None,
    };
    match operand {
        Some(operand) => given::with_number(scene, story, operand, false),
        None => story,
    }
}

fn is_extreme(scene: &Scene<'_>, operand: &Expr) -> bool {
    const EXTREMES: [i64; 4] = [2_147_483_647, -2_147_483_648, i64::MAX, i64::MIN];
    given::number(scene, operand).is_some_and(|value| EXTREMES.contains(&value))
}

/// The sentence with the source's own expression before it.
fn named(scene: &Scene<'_>, result: &str) -> Story {
    match scene.expr().and_then(|e| scene.quote(e)) {
        Some(text) if !text.trim_matches('\'').chars().all(|c| c.is_ascii_digit()) => {
            Story::new(format!("{text} overflows: {result}."))
        }
        _ => Story::new(format!("A calculation overflows: {result}.")),
    }
}

fn operand(value: i64) -> String {
    if value < 0 { format!("({value})") } else { value.to_string() }
}

fn type_words(bits: u8) -> &'static str {
    if bits > 32 { "a 'long' (64 bits)" } else { "an 'int'" }
}

fn compared(exact: i128, bits: u8) -> String {
    let bits = u32::from(bits.clamp(8, 64));
    let largest = (1_i128 << (bits - 1)) - 1;
    let smallest = -largest - 1;
    let name = if bits > 32 { "a 'long'" } else { "an 'int'" };
    match exact {
        n if n > largest => format!("more than the largest value of {name}, {largest}"),
        n if n < smallest => format!("less than the smallest value of {name}, {smallest}"),
        _ => format!("which {name} can hold"),
    }
}

/// `/` or `%` by zero.
pub(in crate::findings) fn division(scene: &Scene<'_>, left: Option<i64>) -> Story {
    let operands = scene.expr().map(uncast).and_then(|e| match &e.kind {
        ExprKind::Binary { op: op @ (ArithOp::Div | ArithOp::Rem), left, right }
        | ExprKind::AssignOp { op: op @ (ArithOp::Div | ArithOp::Rem), left, right, .. } => {
            Some((*op, &**left, &**right))
        }
        _ => None,
    });
    let Some((op, _, right)) = operands else {
        return match left {
            Some(left) => Story::new(format!("{left} is divided by zero.")),
            None => Story::default(),
        };
    };
    let what = scene.expr().and_then(|e| scene.quote(e)).unwrap_or_else(|| "A calculation".to_owned());
    let dividend = left.map_or_else(|| "a number".to_owned(), |n| n.to_string());
    let verb = if op == ArithOp::Rem {
        format!("takes the remainder of {dividend} by")
    } else {
        format!("divides {dividend} by")
    };
    let story = match divisor(scene, right) {
        Some(name) => {
            let story = Story::new(format!("{what} {verb} zero: {name} is 0."));
            given::with_number(scene, story.advice(test(scene, right, name.trim_matches('\''))), right, true)
        }
        None => Story::new(format!("{what} {verb} zero."))
            .advice("Divide by another number: by 0 as it is written here it can never work."),
    };
    match op {
        ArithOp::Rem => story.meaning(NO_REMAINDER),
        _ => story,
    }
}

/// What is said of division, for `%`.
const NO_REMAINDER: &str = "A remainder by zero has no result, as a division by zero has none.";

/// The test of a divisor, to be typed in.
fn test(scene: &Scene<'_>, right: &Expr, text: &str) -> String {
    let has_effect = text.contains('(') || text.contains("++") || text.contains("--");
    if has_effect {
        return format!("Keep '{text}' in a variable first, and test that: if (... != 0) ...");
    }
    // What binds less than '!='.
    let tight = match &uncast(right).kind {
        ExprKind::Binary { op, .. } => {
            matches!(op, ArithOp::Add | ArithOp::Sub | ArithOp::Mul | ArithOp::Div | ArithOp::Rem)
        }
        kind => !matches!(kind, ExprKind::Conditional { .. } | ExprKind::Comma(..) | ExprKind::Compare { .. }),
    };
    let text = if tight { text.to_owned() } else { format!("({text})") };
    match given_up(scene) {
        Some(way_out) => format!("Test it {}", scene.before_this_line(&format!("if ({text} == 0) {way_out}"))),
        None => format!("Test it before this line: if ({text} != 0) ..."),
    }
}

/// How the function is left where the quotient is all that it returns, and it is not main.
fn given_up(scene: &Scene<'_>) -> Option<&'static str> {
    let function = scene.frame(scene.innermost()?)?.function;
    let path = scene.path()?;
    let returns = matches!(path.statements().next()?.kind, StmtKind::Return(Some(_)));
    let is_main = scene.program.function(function).is_some_and(|f| &*f.name == "main");
    (returns && !is_main).then(|| scene.way_out(function)).filter(|way_out| !way_out.contains("..."))
}

/// The divisor, unless it is the number itself.
fn divisor(scene: &Scene<'_>, right: &Expr) -> Option<String> {
    if matches!(uncast(right).kind, ExprKind::Int(_) | ExprKind::Float(_)) {
        return None;
    }
    scene.quote(right)
}

/// A shift by a wrong amount, or of a wrong value.
pub(in crate::findings) fn shift(scene: &Scene<'_>, op: ArithOp, left: i64, right: i64, bits: u8) -> Story {
    let what = scene.expr().and_then(|e| scene.quote(e)).unwrap_or_else(|| "A shift".to_owned());
    let calculation = format!("{} {} {}", operand(left), sign(op), operand(right));
    if right < 0 || right >= i64::from(bits) {
        return Story::new(format!(
            "{what} is {calculation}: the amount must be from 0 to {}, as the value has {bits} bits.",
            bits.saturating_sub(1)
        ));
    }
    if left < 0 {
        return Story::new(format!("{what} is {calculation}: a negative value is shifted left."));
    }
    Story::new(format!("{what} is {calculation}: the result does not fit the type of {bits} bits."))
}

/// A floating value that does not fit an integer type.
pub(in crate::findings) fn conversion(scene: &Scene<'_>, value: f64, bits: u8, signed: bool) -> Story {
    let what = scene.expr().map(uncast).and_then(|e| scene.quote(e));
    let is = match &what {
        Some(text) => format!("{text} is {}", float(value, false)),
        None => format!("The value is {}", float(value, false)),
    };
    if value.is_nan() {
        return Story::new(format!("{is}, which is no number that an integer type could hold."));
    }
    let (smallest, largest) = range(bits, signed);
    Story::new(format!("{is}, which does not fit an integer from {smallest} to {largest}."))
}

fn range(bits: u8, signed: bool) -> (String, String) {
    let bits = u32::from(bits.clamp(1, 64));
    if signed {
        let largest = (1_i128 << (bits - 1)) - 1;
        ((-largest - 1).to_string(), largest.to_string())
    } else {
        let largest = ((1_i128 << bits) - 1).to_string();
        ("0".to_owned(), largest)
    }
}

/// An array of no or fewer elements.
pub(in crate::findings) fn array_size(scene: &Scene<'_>, value: i64) -> Story {
    let size = integer(value, true);
    let story = match scene.expr().and_then(|e| scene.quote(e)) {
        Some(text) => Story::new(format!("The number of elements, {text}, is {size}.")),
        None => Story::new(format!("An array of {size} elements is declared.")),
    };
    match value {
        0 => story.real_machine("nothing while no element is used (UBSan: array bound)"),
        _ => story,
    }
}
