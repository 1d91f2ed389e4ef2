//! Sources and headers on disk, and a source on standard input.

use super::UsageError;
use super::arguments::SourceArguments;
use super::compiler_arguments::COMMANDS;
use cglass::diagnostics::closest;
use cglass::session::{Options, Source};
use cglass::source::{Files, ReadError};
use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::Path;

/// Longer files are not read: nobody wrote them.
const LONGEST: u64 = 256 << 20;

/// The stack for which the parser's depth is meant.
const PARSER_STACK: u64 = 256 << 20;

/// Reads sources and headers wherever the user may read.
pub struct DiskFiles;

impl Files for DiskFiles {
    fn read(&self, path: &str) -> Result<Vec<u8>, ReadError> {
        let file = File::open(path).map_err(|error| unreadable(&error))?;
        let mut bytes = Vec::new();
        match file.take(LONGEST).read_to_end(&mut bytes) {
            Ok(_) => Ok(bytes),
            Err(error) => Err(unreadable(&error)),
        }
    }
}

fn unreadable(error: &std::io::Error) -> ReadError {
    match error.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => ReadError::NotFound,
        ErrorKind::IsADirectory => ReadError::Unreadable("it is a folder".to_owned()),
        ErrorKind::PermissionDenied => ReadError::Unreadable("permission denied".to_owned()),
        _ => ReadError::Unreadable(error.to_string()),
    }
}

/// The sources to be read. `-` is read here, and then the program has no standard input.
///
/// # Errors
/// If a file is not there, cannot be read or is no C source.
pub fn sources(arguments: &SourceArguments) -> Result<Vec<Source>, UsageError> {
    if arguments.files.iter().filter(|file| *file == "-").count() > 1 {
        return Err(UsageError("'-' can be given only once".to_owned()));
    }
    for file in arguments.files.iter().filter(|file| *file != "-") {
        readable(file)?;
    }
    let mut sources = Vec::new();
    for file in &arguments.files {
        if file == "-" {
            let mut bytes = Vec::new();
            let read = std::io::stdin().lock().take(LONGEST).read_to_end(&mut bytes);
            read.map_err(|error| UsageError(format!("standard input cannot be read: {error}")))?;
            sources.push(Source::Text { name: "<stdin>".to_owned(), bytes });
        } else {
            sources.push(Source::Path(file.clone()));
        }
    }
    Ok(sources)
}

fn readable(file: &str) -> Result<(), UsageError> {
    let path = Path::new(file);
    let wrong = |why: &str| Err(UsageError(format!("'{file}' {why}")));
    match std::fs::metadata(path) {
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
            let command = closest(file, COMMANDS.iter().copied()).filter(|_| path.extension().is_none());
            let hint = match (command, path.extension()) {
                _ if file == "help" => "; 'cglass --help' shows the options".to_owned(),
                _ if file == "version" => "; 'cglass -V' shows the version".to_owned(),
                _ if COMMANDS.contains(&file) => format!("; a command stands first: cglass {file} ..."),
                (Some(command), _) => format!("; did you mean the command '{command}'?"),
                (None, None) => "; arguments for the program stand after '--'".to_owned(),
                (None, Some(_)) => String::new(),
            };
            return wrong(&format!("cannot be read: there is no such file{hint}"));
        }
        Err(error) => return wrong(&format!("cannot be read: {error}")),
        Ok(found) if found.is_dir() => return wrong("cannot be read: it is a folder"),
        Ok(found) if !found.is_file() => return Ok(()),
        Ok(_) => {}
    }
    match path.extension().and_then(|extension| extension.to_str()) {
        None | Some("c" | "i" | "h" | "inc") => {}
        Some("cc" | "cpp" | "cxx" | "C" | "hpp") => return wrong("is C++; cglass runs C"),
        Some("o" | "a" | "so") => return wrong("is compiled already; cglass needs the source"),
        Some(_) => return wrong("is no C source; arguments for the program stand after '--'"),
    }
    match File::open(path) {
        Ok(_) => Ok(()),
        Err(error) => wrong(&format!("cannot be read: {error}")),
    }
}

/// What the arguments say about the text and the kinds of findings; the parser's
/// depth suits the stack it has.
pub fn options(arguments: &SourceArguments, host_stack: u64) -> Options {
    let mut options = Options { pedantic_errors: arguments.pedantic_errors, ..Options::default() };
    options.preprocess.trigraphs = arguments.trigraphs || arguments.strict;
    options.preprocess.strict = arguments.strict;
    options.preprocess.include_dirs.clone_from(&arguments.include_dirs);
    options.preprocess.undefines.clone_from(&arguments.undefines);
    options.preprocess.forced_includes.clone_from(&arguments.includes);
    let define = |text: &String| match text.split_once('=') {
        Some((name, value)) => (name.to_owned(), value.to_owned()),
        None => (text.clone(), "1".to_owned()),
    };
    options.preprocess.defines = arguments.defines.iter().map(define).collect();
    for change in &arguments.severities {
        match change.kind {
            Some(kind) => options.policy.set(kind, change.severity),
            None => options.policy.set_all(change.severity),
        }
    }
    let parts = usize::try_from(PARSER_STACK / host_stack.max(1)).unwrap_or(usize::MAX).max(1);
    options.syntax.nesting /= parts;
    options.syntax.chain /= parts;
    options
}
