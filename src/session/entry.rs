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
            diagnostics.push(Diagnostic::unsupported(place, format!("the library function '{}'", function.name)));
        }
    }
}

/// Refuses a program without a `main` that can be called (5.1.2.2.1): its parameters
/// are none, `int`, `int` and a pointer, or a further pointer (the environment). Other
/// integers and pointers are warned of.
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
    let types = &program.types;
    let usual = match parameters {
        [] => true,
        [count, rest @ ..] => types.is_integer(*count) && rest.iter().all(|ty| types.pointee(*ty).is_some()),
    };
    // Others get what the registers hold that main's arguments are passed in.
    let takes = parameters.iter().all(|ty| types.is_integer(*ty) || types.pointee(*ty).is_some());
    let note = "write 'int main(void)' or 'int main(int argc, char *argv[])'";
    if parameters.len() > 3 || variadic || !takes {
        diagnostics.push(Diagnostic::unsupported(main.span, "'main' with these parameters").with_note(note));
    } else if !usual {
        let message = "main's parameters are an 'int' and a 'char **'";
        diagnostics.push(Diagnostic::pedantic("main-parameters", main.span, message).with_note(note));
    }
}
