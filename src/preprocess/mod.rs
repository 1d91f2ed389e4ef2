//! Translation phases 1 to 4 and 6's tokens: from text to tokens (5.1.1.2).
//!
//! Phases 1 and 2 are `decode` and `splice`, phase 3 is `lexer`; phase 4 is
//! the `driver` with one file per directive or step of macro expansion;
//! `convert`, `number` and `literal` make the parser's tokens.

mod computed;
mod condition;
mod conditional;
mod convert;
mod decode;
mod define;
mod directive;
mod driver;
mod expand;
pub mod headers;
mod include;
mod lexer;
pub mod limits;
mod literal;
mod macros;
mod number;
mod pp_token;
mod pragma;
mod predefined;
mod punctuators;
mod splice;
mod substitute;
mod symbols;
#[cfg(test)]
mod tests;
pub mod token;

use crate::diagnostics::Diagnostic;
use crate::source::{FileKind, Files, MemoryFiles, ReadError, SourceMap, Span};
use driver::Preprocessor;
use token::Token;

/// What the command line can say to the preprocessor.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// `-I DIR`, in order.
    pub include_dirs: Vec<String>,
    /// `-D NAME=TEXT`; a bare `-D NAME` has the text `1`.
    pub defines: Vec<(String, String)>,
    /// `-U NAME`, obeyed after the definitions.
    pub undefines: Vec<String>,
    /// `-include FILE`, read before the main file.
    pub forced_includes: Vec<String>,
    /// Replace trigraphs (5.2.1.1). Off as in gcc's default dialect.
    pub trigraphs: bool,
    /// C of the standard alone: `typeof` and `asm` are names like any other, and
    /// the headers show less.
    pub strict: bool,
    /// What `__DATE__` ("Jan  1 1970") and `__TIME__` ("00:00:00") are.
    pub date: Option<(String, String)>,
}

/// Reads the file at `path` and all it includes; gives the parser's tokens.
/// What is wrong goes to `diagnostics`; with an error among them the tokens
/// are only good for finding more errors. `None`: the file itself could not be
/// read (the diagnostic names it).
pub fn preprocess(
    files: &dyn Files,
    map: &mut SourceMap,
    path: &str,
    options: &Options,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Vec<Token>> {
    match files.read(path) {
        Ok(bytes) if is_binary(&bytes) => {
            let message = format!("'{path}' is no text: it holds bytes of zero, as a compiled program does");
            diagnostics.push(
                Diagnostic::error("not-text", Span::NONE, message)
                    .with_note("give the file with the C program; an editor saves it as plain text (UTF-8)"),
            );
            None
        }
        Ok(bytes) => Some(read(files, map, (path, &decode::decode(&bytes)), options, diagnostics)),
        Err(error) => {
            let why = match error {
                ReadError::NotFound => "there is no such file".to_owned(),
                ReadError::Unreadable(why) => why,
            };
            diagnostics.push(Diagnostic::error("missing-file", Span::NONE, format!("'{path}' cannot be read: {why}")));
            None
        }
    }
}

/// No text has several bytes of zero where it begins; a single one is told where it stands.
fn is_binary(bytes: &[u8]) -> bool {
    const BEGIN: usize = 4096;
    const SEVERAL: usize = 4;
    bytes.iter().take(BEGIN).filter(|byte| **byte == 0).count() >= SEVERAL
}

/// The same for text that is in no file, e.g. `-`; `name` is shown as its file.
pub fn preprocess_text(
    files: &dyn Files,
    map: &mut SourceMap,
    name: &str,
    bytes: &[u8],
    options: &Options,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Token> {
    read(files, map, (name, &decode::decode(bytes)), options, diagnostics)
}

/// The tokens of one built-in header on its own, e.g. `stdio.h`, for functions
/// that a program calls without including it; with all that `_GNU_SOURCE` adds.
/// Empty if there is no such header.
pub fn preprocess_header(map: &mut SourceMap, name: &str, diagnostics: &mut Vec<Diagnostic>) -> Vec<Token> {
    let Some(text) = headers::text(name) else { return Vec::new() };
    let files = MemoryFiles::default();
    let options = Options { defines: vec![("_GNU_SOURCE".to_owned(), "1".to_owned())], ..Options::default() };
    let mut run = Preprocessor::new(&files, map, &options, diagnostics);
    run.predefine();
    run.command_line();
    run.enter(&format!("<{name}>"), format!("<{name}>"), text, FileKind::BuiltIn, None);
    run.run();
    run.output
}

fn read(
    files: &dyn Files,
    map: &mut SourceMap,
    (name, text): (&str, &str),
    options: &Options,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Token> {
    let mut run = Preprocessor::new(files, map, options, diagnostics);
    run.main_name = name.to_owned();
    run.predefine();
    run.command_line();
    if !run.stopped {
        run.output.reserve(text.len() / 4);
        run.enter(name, name.to_owned(), text, FileKind::User, None);
        run.run();
    }
    run.output
}
