//! The macros that are there before the first line (6.10.8), and those of the command line.

use super::driver::Preprocessor;
use crate::source::FileKind;

/// What gcc for x86-64 Linux and gnu17 defines, `__GNUC__` included: programs that
/// were only ever compiled with gcc rely on it (Unity's weak `setUp`), and what of its
/// extensions is not done is refused by name.
const TEXT: &str = include_str!("headers/predefined.h");

/// gcc's built-in operations that C can say: on atomic objects (nothing interrupts a
/// program here, so they are the ordinary ones), and where a call stands. Arithmetic on
/// atomic objects wraps (7.17.7.5p3).
const OPERATIONS: &str = include_str!("headers/operations.h");

/// How the names of those begin: a text without them does not pay for reading them.
const OPERATIONS_BEGIN: [&str; 4] = ["__sync_", "__atomic_", "__ATOMIC_", "__builtin_"];

/// How those begin that the built-in headers use.
const OPERATIONS_IN_HEADERS: [&str; 1] = ["__atomic_"];

/// What differs in a dialect of the standard alone.
const STRICT: &str = "#define __STRICT_ANSI__ 1\n#undef linux\n#undef unix\n";

impl Preprocessor<'_> {
    /// Defines the predefined macros.
    pub(super) fn predefine(&mut self) {
        self.predefining = true;
        self.enter("<predefined>", String::new(), TEXT, FileKind::BuiltIn, None);
        self.run();
        if self.options.strict {
            self.enter("<predefined>", String::new(), STRICT, FileKind::BuiltIn, None);
            self.run();
        }
        self.predefining = false;
    }

    /// Defines gcc's operations before the first text that may use them is read.
    pub(super) fn define_operations(&mut self, text: &str, kind: FileKind) {
        let begin: &[&str] = match kind {
            FileKind::BuiltIn => &OPERATIONS_IN_HEADERS,
            _ => &OPERATIONS_BEGIN,
        };
        if !self.has_operations && begin.iter().any(|begin| text.contains(begin)) {
            self.has_operations = true;
            let before = std::mem::replace(&mut self.predefining, true);
            self.enter("<operations>", String::new(), OPERATIONS, FileKind::BuiltIn, None);
            self.run();
            self.predefining = before;
        }
    }

    /// Obeys `-D`, `-U` and `-include`.
    pub(super) fn command_line(&mut self) {
        let options = self.options;
        let mut text = String::new();
        for (name, value) in &options.defines {
            text.push_str(&format!("#define {name} {value}\n"));
        }
        for name in &options.undefines {
            text.push_str(&format!("#undef {name}\n"));
        }
        for file in &options.forced_includes {
            text.push_str(&format!("#include \"{file}\"\n"));
        }
        if !text.is_empty() {
            self.enter("<command line>", String::new(), &text, FileKind::User, None);
            self.run();
        }
    }
}
