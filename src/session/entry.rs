//! What a program must have before it can run: a `main`, and only such library
//! functions as the library has.

use crate::diagnostics::Diagnostic;
use crate::libc;
use crate::sema::tree::{FunctionKind, Program};
use crate::source::Span;
use crate::types::{ParameterTypes, TypeKind};

/// Refuses by name the library functions that are used and not there.
pub(super) fn missing_library(program: &Program, diagnostics: &mut Vec<Diagnostic>) {
    for function in &program.functions {
        let (FunctionKind::Library { .. }, Some(place)) = (&function.kind, function.first_use) else { continue };
        let known = libc::row(&function.name).is_some() || libc::EVALUATED.contains(&&*function.name);
        if !known {
            let mut told = Diagnostic::unsupported(place, format!("the library function '{}'", function.name));
            told.notes.extend(libc::missing(&function.name).map(str::to_owned));
            diagnostics.push(told);
        }
    }
}

/// Refuses a program without a `main` that can be called (5.1.2.2.1): its
/// parameters are none, `int`, `int` and a pointer, or a further pointer (the environment).
pub(super) fn main_function(program: &Program, diagnostics: &mut Vec<Diagnostic>) {
    let Some(main) = program.main.and_then(|id| program.function(id)) else {
        let told = Diagnostic::error("missing-main", Span::NONE, "the program has no function 'main'")
            .with_note("a C program begins in 'int main(void)'");
        diagnostics.push(told);
        return;
    };
    let TypeKind::Function(ty) = program.types.kind(main.ty) else { return };
    let (parameters, variadic) = match &ty.parameters {
        ParameterTypes::Unspecified => return,
        ParameterTypes::Prototype { types, variadic } => (types.as_slice(), *variadic),
    };
    let fits = match parameters {
        [] => true,
        [count, rest @ ..] => {
            program.types.is_integer(*count)
                && rest.len() <= 2
                && rest.iter().all(|ty| program.types.pointee(*ty).is_some())
        }
    };
    if !fits || variadic {
        let told = Diagnostic::unsupported(main.span, "'main' with these parameters")
            .with_note("write 'int main(void)' or 'int main(int argc, char *argv[])'");
        diagnostics.push(told);
    }
}
