//! What a pointer could point to that points to nothing: one that was never set, or NULL.

use super::locate::{self, Part};
use super::scene::Scene;
use super::spell::{bare, uncast};
use crate::sema::tree::{Callee, Expr, ExprKind};
use crate::types::{IntKind, Type, TypeKind};

/// What the value of a pointer is used for.
#[derive(Clone, Copy, Debug)]
pub(super) enum Purpose<'t> {
    /// `*p`, `p->m`.
    Followed,
    /// `p[i]`.
    Indexed,
    /// It is given to a function of the library that follows it.
    Given {
        /// The function.
        function: &'t str,
        /// All arguments of the call.
        arguments: &'t [Expr],
        /// Which one it is.
        index: usize,
    },
}

/// Functions of the library that write where a pointer leads.
const WRITERS: [&str; 14] = [
    "strcpy", "strcat", "strncpy", "strncat", "sprintf", "snprintf", "gets", "fgets", "memcpy", "memmove", "memset",
    "scanf", "fscanf", "fread",
];

/// Does the function write where its argument of this number leads?
fn writes_to(function: &str, index: usize) -> bool {
    match function {
        "scanf" | "fscanf" => index > 0,
        function => index == 0 && WRITERS.contains(&function),
    }
}

/// Functions of the library that read where a pointer leads.
const READERS: [&str; 34] = [
    "strlen",
    "strcmp",
    "strncmp",
    "strcasecmp",
    "strchr",
    "strrchr",
    "strstr",
    "strtok",
    "strdup",
    "strspn",
    "strcspn",
    "strpbrk",
    "strtol",
    "strtod",
    "atoi",
    "atol",
    "atof",
    "memcmp",
    "memchr",
    "puts",
    "fputs",
    "printf",
    "fprintf",
    "fopen",
    "fclose",
    "fflush",
    "fgetc",
    "getc",
    "fputc",
    "putc",
    "feof",
    "fwrite",
    "qsort",
    "bsearch",
];

impl<'a> Scene<'a> {
    /// What the expression around the trap's node does with a pointer; `None` if it
    /// is not followed there. `is_it` tells whether an expression is the pointer.
    pub fn purpose(&self, is_it: impl Fn(&Expr) -> bool) -> Option<Purpose<'a>> {
        let whole = self.path()?.expressions().last()?;
        let mut found = None;
        locate::any(Part::Expr(whole), |part| {
            let Some(expr) = part.expr() else { return false };
            found = match &expr.kind {
                ExprKind::Deref(pointer) if is_it(bare(pointer)) => Some(Purpose::Followed),
                ExprKind::Index { base, .. } if is_it(bare(base)) => Some(Purpose::Indexed),
                ExprKind::Call { callee: Callee::Direct(id), arguments, .. } => {
                    let index = arguments.iter().position(|e| is_it(bare(e)));
                    let function = self.program.function(*id).map(|f| &*f.name);
                    let follows = |name: &&str, at: usize| {
                        let text = arguments.get(at).is_some_and(|e| self.is_text(bare(e).ty));
                        match *name {
                            // What is printed need not be followed, unless it is a text.
                            "printf" | "fprintf" | "snprintf" | "sprintf" if at > 0 => text,
                            name => WRITERS.contains(&name) || READERS.contains(&name),
                        }
                    };
                    index
                        .zip(function)
                        .filter(|(at, name)| follows(name, *at))
                        .map(|(index, function)| Purpose::Given { function, arguments, index })
                }
                _ => None,
            };
            found.is_some()
        });
        found
    }

    /// A pointer to characters?
    fn is_text(&self, pointer: Type) -> bool {
        let types = &self.program.types;
        types.pointee(pointer).is_some_and(|ty| matches!(types.kind(ty), TypeKind::Int(IntKind::Char)))
    }

    /// What to do about a pointer called `name`, so that it points to something.
    pub fn point_at(&self, name: &str, pointer: Type, purpose: Purpose<'_>) -> String {
        let types = &self.program.types;
        let target = types.pointee(pointer);
        let is_stream = target.is_some_and(|ty| types.print(ty.unqualified()).ends_with("FILE"));
        let each = match name.strip_prefix('*') {
            Some(_) => format!("sizeof *({name})"),
            None => format!("sizeof *{name}"),
        };
        match purpose {
            _ if is_stream => format!("Open a file first, {name} = fopen(\"name\", \"r\"); and test it for NULL."),
            Purpose::Given { function: "strcpy", arguments: [_, from], index: 0 } => match self.spell(uncast(from)) {
                Some(from) => format!("Give it room first: {name} = malloc(strlen({from}) + 1);"),
                None => format!("Give it room first: {name} = malloc(100);"),
            },
            Purpose::Given { function, index, .. } if writes_to(function, index) => {
                format!("Give it room first, e.g. {name} = malloc(100);")
            }
            Purpose::Given { .. } if self.is_text(pointer) => {
                format!("Let it point to a text first, e.g. {name} = \"text\";")
            }
            Purpose::Indexed => {
                format!("Let it point to an array or a block first: {name} = malloc(n * {each});")
            }
            Purpose::Given { .. } | Purpose::Followed => {
                format!("Let it point to something first: {name} = &x; or {name} = malloc({each});")
            }
        }
    }
}
