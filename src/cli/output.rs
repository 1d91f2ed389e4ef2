//! What cglass itself writes, and how it may look.

use super::UsageError;
use cglass::report::Style;
use std::io::{ErrorKind, IsTerminal, Write};

/// Writes to standard error. Where nobody reads it, nothing can be told.
pub fn to_stderr(text: &str) {
    let mut stderr = std::io::stderr().lock();
    let _ = stderr.write_all(text.as_bytes());
    let _ = stderr.flush();
}

/// Writes to standard output. A reader that went away is no error.
///
/// # Errors
/// If it cannot be written.
pub fn to_stdout(text: &str) -> Result<(), UsageError> {
    let mut stdout = std::io::stdout().lock();
    match stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(UsageError(format!("standard output cannot be written: {error}")))
        }
        _ => Ok(()),
    }
}

/// Do standard output and standard error end up in the same place: a terminal, or
/// one file or pipe (`2>&1`)?
pub fn same_place() -> bool {
    let (stdout, stderr) = (std::io::stdout(), std::io::stderr());
    (stdout.is_terminal() && stderr.is_terminal()) || same_file(&stdout, &stderr)
}

#[cfg(unix)]
fn same_file(stdout: &std::io::Stdout, stderr: &std::io::Stderr) -> bool {
    use std::os::fd::AsFd;
    use std::os::unix::fs::MetadataExt;
    let identity = |fd: std::os::fd::BorrowedFd<'_>| {
        let file = std::fs::File::from(fd.try_clone_to_owned().ok()?);
        file.metadata().ok().map(|data| (data.dev(), data.ino()))
    };
    let found = identity(stdout.as_fd());
    found.is_some() && found == identity(stderr.as_fd())
}

#[cfg(not(unix))]
fn same_file(_: &std::io::Stdout, _: &std::io::Stderr) -> bool {
    false
}

/// Colour only on a terminal, and not if NO_COLOR is set to anything or the
/// terminal can do nothing; the width is the terminal's, else that of COLUMNS, else 80.
pub fn style(ascii: bool) -> Style {
    let stderr = std::io::stderr();
    let terminal = stderr.is_terminal();
    let refused = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty())
        || std::env::var_os("TERM").is_some_and(|value| value == "dumb");
    let width = if terminal { terminal_size::terminal_size_of(&stderr) } else { None };
    // Whoever exports COLUMNS asks for it, also into a file.
    let asked = || std::env::var("COLUMNS").ok()?.trim().parse().ok().filter(|columns| (20..=1000).contains(columns));
    let width = width.map(|(width, _)| usize::from(width.0)).or_else(asked).unwrap_or(Style::default().width);
    Style { colour: terminal && !refused, width, ascii }
}
