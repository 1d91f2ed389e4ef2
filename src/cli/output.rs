//! What cglass itself writes, and how it may look.

use cglass::report::Style;
use std::io::{IsTerminal, Write};

/// Writes to standard error. Where nobody reads it, nothing can be told.
pub fn to_stderr(text: &str) {
    let mut stderr = std::io::stderr().lock();
    let _ = stderr.write_all(text.as_bytes());
    let _ = stderr.flush();
}

/// Writes to standard output.
pub fn to_stdout(text: &str) {
    let mut stdout = std::io::stdout().lock();
    let _ = stdout.write_all(text.as_bytes());
    let _ = stdout.flush();
}

/// Colour only on a terminal, and not if NO_COLOR is set to anything or the
/// terminal can do nothing; the width is the terminal's, 80 if there is none.
pub fn style(ascii: bool) -> Style {
    let stderr = std::io::stderr();
    let terminal = stderr.is_terminal();
    let refused = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty())
        || std::env::var_os("TERM").is_some_and(|value| value == "dumb");
    let width = if terminal { terminal_size::terminal_size_of(&stderr) } else { None };
    let width = width.map_or(Style::default().width, |(width, _)| usize::from(width.0));
    Style { colour: terminal && !refused, width, ascii }
}
