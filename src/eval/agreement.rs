//! Is a function called as what it is (6.5.2.2p6 and p9; semantics.md §5, call-mismatch)?

use super::compile::{Scalar, scalar_of};
use super::invoke::Invocation;
use super::vm::Vm;
use crate::kinds::{Kind, Severity};
use crate::machine::Parked;
use crate::memory::Trap;
use crate::sema::tree::{Function, FunctionKind};
use crate::types::{FunctionType, ParameterTypes, Type, TypeKind, TypeTable};

/// How well what is passed fits what is expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fit {
    /// C allows it.
    Same,
    /// C does not, but they travel alike: two kinds of pointers, or a sign more.
    Alike,
    /// They travel differently.
    Different,
}

/// What is wrong with a call.
type Misfit = (Severity, String);

impl Vm<'_> {
    /// Compares a call with the function it reaches.
    ///
    /// # Errors
    /// If what does not fit ends the run.
    pub fn check_call(&mut self, call: &Invocation<'_>, function: &Function, under: Type) -> Result<(), Parked> {
        let types = &self.program.types;
        let (Some(own), Some(under)) = (types.function_of(function.ty), types.function_of(under)) else {
            return Ok(());
        };
        let lenient = [&own, &under].iter().any(|f| matches!(f.parameters, ParameterTypes::Unspecified));
        let wrong = arguments(types, call.types, (function, &own), lenient)
            .or_else(|| open_ended(function, &own, &under))
            .or_else(|| result(types, &function.name, (&own, &under), call.used));
        match wrong {
            Some((severity, text)) => self.raise_as(Trap::text(Kind::CallMismatch, text), severity, call.node),
            None => Ok(()),
        }
    }
}

/// Does the type alone say that the call fits: a prototype, called under itself?
pub fn is_certain(types: &TypeTable, function: &Function, under: Type) -> bool {
    under.id == function.ty.id
        && match types.kind(function.ty) {
            TypeKind::Function(own) => matches!(own.parameters, ParameterTypes::Prototype { .. }),
            _ => true,
        }
}

/// What is wrong with a call of a library function that the program declared with another type,
/// most often without parameters. Only what travels in another way is told: an int for a `size_t`
/// arrives.
pub fn library_misfit(types: &TypeTable, given: &[Type], function: &Function, under: Type) -> Option<String> {
    if is_certain(types, function, under) {
        return None;
    }
    let (own, under) = (types.function_of(function.ty)?, types.function_of(under)?);
    let ParameterTypes::Prototype { types: expected, .. } = &own.parameters else { return None };
    let name = &function.name;
    if given.len() < expected.len() {
        let plural = if expected.len() == 1 { "" } else { "s" };
        return Some(format!("'{name}' takes {} argument{plural} and is called with {}", expected.len(), given.len()));
    }
    let differ = |a: Type, b: Type| match (scalar_of(types, a), scalar_of(types, b)) {
        (Some(a), Some(b)) => std::mem::discriminant(&a) != std::mem::discriminant(&b),
        _ => false,
    };
    let shown = |ty: Type| types.print(ty.unqualified());
    let argument = (1..).zip(expected.iter().zip(given)).find(|(_, (expected, given))| differ(**expected, **given));
    if let Some((number, (expected, given))) = argument {
        return Some(format!(
            "parameter {number} of '{name}' is '{}' and is given '{}'",
            shown(*expected),
            shown(*given)
        ));
    }
    let (is, taken) = (own.result, under.result);
    differ(is, taken)
        .then(|| format!("'{name}' returns '{}' and is called as if it returned '{}'", shown(is), shown(taken)))
}

/// The types of a function's parameters, as a call without a prototype passes them.
fn expected(function: &Function, own: &FunctionType) -> Option<(Vec<Type>, bool)> {
    match (&own.parameters, &function.kind) {
        (ParameterTypes::Prototype { types, variadic }, _) => Some((types.clone(), *variadic)),
        (ParameterTypes::Unspecified, FunctionKind::Defined(body)) => {
            let count = usize::try_from(body.parameters).unwrap_or(0);
            Some((body.locals.iter().take(count).map(|l| l.ty).collect(), false))
        }
        _ => None,
    }
}

/// `lenient`: there is no prototype on one of the two sides, so that arguments
/// are promoted, and their pointers may differ in qualifiers.
fn arguments(
    types: &TypeTable,
    given: &[Type],
    (function, own): (&Function, &FunctionType),
    lenient: bool,
) -> Option<Misfit> {
    let name = &function.name;
    let old_style = matches!(own.parameters, ParameterTypes::Unspecified);
    let (expected, variadic) = expected(function, own)?;
    let counts = || {
        let plural = if expected.len() == 1 { "" } else { "s" };
        format!("'{name}' takes {} argument{plural} and is called with {}", expected.len(), given.len())
    };
    if given.len() < expected.len() || (given.len() > expected.len() && !variadic && !old_style) {
        return Some((Severity::Error, counts()));
    }
    let mut mild = (given.len() > expected.len() && !variadic).then(counts);
    for (number, (expected, given)) in (1..).zip(expected.iter().zip(given)) {
        let said = || {
            let (expected, given) = (types.print(expected.unqualified()), types.print(given.unqualified()));
            format!("parameter {number} of '{name}' is '{expected}' and is given '{given}'")
        };
        match fit(types, *expected, *given, Passing { old_style, lenient, any_sign: lenient }) {
            Fit::Same => {}
            Fit::Alike => mild = mild.or_else(|| Some(said())),
            Fit::Different => return Some((Severity::Error, said())),
        }
    }
    mild.map(|text| (Severity::Warning, text))
}

/// A function with `...` is called through a type with a prototype that has it too
/// (6.5.2.2p6). Of the library's that is told where they are declared.
fn open_ended(function: &Function, own: &FunctionType, under: &FunctionType) -> Option<Misfit> {
    let open = matches!(own.parameters, ParameterTypes::Prototype { variadic: true, .. });
    let silent = matches!(under.parameters, ParameterTypes::Unspecified);
    let told = open && silent && matches!(function.kind, FunctionKind::Defined(_));
    told.then(|| {
        let name = &function.name;
        (Severity::Warning, format!("'{name}' has '...' among its parameters and is called through a type without it"))
    })
}

fn result(types: &TypeTable, name: &str, (own, under): (&FunctionType, &FunctionType), used: bool) -> Option<Misfit> {
    let (is, taken) = (own.result.unqualified(), under.result.unqualified());
    let severity = match (types.is_void(is), types.is_void(taken)) {
        (true, true) => return None,
        // As where a function is called before its definition says that it returns nothing.
        (true, false) if !used => return None,
        // Nobody looks at the value.
        (false, true) => Severity::Warning,
        (true, false) => Severity::Error,
        (false, false) => match fit(types, is, taken, Passing { any_sign: true, ..Passing::default() }) {
            Fit::Same => return None,
            Fit::Alike => Severity::Warning,
            Fit::Different => Severity::Error,
        },
    };
    let (is, taken) = (types.print(is), types.print(taken));
    Some((severity, format!("'{name}' returns '{is}' and is called as if it returned '{taken}'")))
}

/// How arguments reach the function.
#[derive(Clone, Copy, Debug, Default)]
struct Passing {
    /// Its definition is an old-style one: parameters arrive promoted.
    old_style: bool,
    /// Pointers may differ in qualifiers (6.5.2.2p6).
    lenient: bool,
    /// Integers may differ in their sign.
    any_sign: bool,
}

/// One parameter and its argument.
fn fit(types: &TypeTable, expected: Type, given: Type, passing: Passing) -> Fit {
    let Passing { old_style, lenient, any_sign } = passing;
    let (expected, given) = (expected.unqualified(), given.unqualified());
    match (scalar_of(types, expected), scalar_of(types, given)) {
        (Some(Scalar::Pointer), Some(Scalar::Pointer)) => {
            let Some((a, b)) = types.pointee(expected).zip(types.pointee(given)) else { return Fit::Same };
            let (a, b) = if lenient { (a.unqualified(), b.unqualified()) } else { (a, b) };
            let generic = |ty: Type| types.is_void(ty) || types.is_character(ty);
            let fits = types.compatible_across_units(a, b) || (lenient && generic(a) && generic(b));
            if fits { Fit::Same } else { Fit::Alike }
        }
        (Some(Scalar::Int(a)), Some(Scalar::Int(b))) => {
            let bits = if old_style && a.bits < 32 { 32 } else { a.bits };
            match bits == b.bits {
                false => Fit::Different,
                // Without a prototype a value that both have is all right (6.5.2.2p6).
                true if a.signed == b.signed || any_sign => Fit::Same,
                true => Fit::Alike,
            }
        }
        (Some(Scalar::Single), Some(Scalar::Double)) if old_style => Fit::Same,
        (None, None) if types.compatible_across_units(expected, given) => Fit::Same,
        (Some(a), Some(b)) if a == b => Fit::Same,
        _ => Fit::Different,
    }
}
