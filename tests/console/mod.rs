//! Runs a line as it would be typed into a shell, with `cglass` among the
//! commands, and returns what would be seen.

use std::ffi::OsString;
use std::io;
use std::path::Path;
use std::process::{Command, Stdio};

/// What came of a line.
pub struct Seen {
    /// Standard output and standard error, as a terminal would show them.
    pub text: String,
    /// The exit code; -1 if a signal ended it.
    pub code: i32,
}

/// Is this the run that rewrites what is shown (`CGLASS_BLESS=1`)?
pub fn blessing() -> bool {
    std::env::var_os("CGLASS_BLESS").is_some_and(|value| value == "1")
}

/// Runs a line in a folder.
///
/// # Errors
/// There is no shell.
pub fn run(line: &str, folder: &Path) -> io::Result<Seen> {
    // The group gets the redirection whole, whatever the line itself redirects.
    let script = format!("{{ {line}\n}} 2>&1");
    let output = Command::new("sh")
        .arg("-c")
        .arg(script)
        .current_dir(folder)
        .env("PATH", path())
        .env("NO_COLOR", "1")
        .stdin(Stdio::null())
        .output()?;
    Ok(Seen { text: String::from_utf8_lossy(&output.stdout).into_owned(), code: output.status.code().unwrap_or(-1) })
}

/// The folders of commands, that of the tested binary first.
fn path() -> OsString {
    let own = Path::new(env!("CARGO_BIN_EXE_cglass")).parent().map(Path::to_path_buf);
    let others = std::env::var_os("PATH").unwrap_or_default();
    let all = own.into_iter().chain(std::env::split_paths(&others));
    std::env::join_paths(all).unwrap_or(others.clone())
}
