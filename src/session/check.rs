//! From text to a typed program, or to what is wrong with it.

use super::Options;
use crate::diagnostics::{Diagnostic, Severity};
use crate::sema::tree::Program;
use crate::source::{Files, SourceMap};
use crate::{lints, preprocess, sema, syntax};

/// One source of a program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// A file, by its path.
    Path(String),
    /// A text that is in no file.
    Text {
        /// Shown as its file.
        name: String,
        /// The text.
        bytes: Vec<u8>,
    },
}

/// What came out of the sources.
#[derive(Debug)]
pub struct Checked {
    /// Where everything stands.
    pub map: SourceMap,
    /// What is wrong or doubtful.
    pub diagnostics: Vec<Diagnostic>,
    /// The program; `None` if it was rejected.
    pub program: Option<Program>,
}

/// Reads and analyses the sources of one program; each is a translation unit.
///
/// All units are parsed even if one has errors, so that one call tells of as
/// many mistakes as it can; a program with syntax errors is not analysed, for
/// what is missing in it would be reported as undeclared.
pub fn check(files: &dyn Files, sources: &[Source], options: &Options) -> Checked {
    let mut map = SourceMap::new();
    let mut diagnostics = Vec::new();
    // What is told of the text behind a header that is not there.
    let mut behind = Vec::new();
    let mut units = Vec::with_capacity(sources.len());
    for source in sources {
        let from = diagnostics.len();
        let told = &mut diagnostics;
        let tokens = match source {
            Source::Path(path) => preprocess::preprocess(files, &mut map, path, &options.preprocess, told),
            Source::Text { name, bytes } => {
                Some(preprocess::preprocess_text(files, &mut map, name, bytes, &options.preprocess, told))
            }
        };
        // Without a header's types every use of them would be one more complaint.
        let complete = !told.iter().any(|d| d.severity == Severity::Error && HEADERS.contains(&d.code));
        let lacking = told.iter().skip(from).any(lacks_header);
        if let Some(tokens) = tokens.filter(|_| complete) {
            let told = if lacking { &mut behind } else { told };
            units.push(syntax::parse(&tokens, &options.syntax, told));
        }
    }
    let lacking = diagnostics.iter().any(lacks_header);
    let mut program = None;
    if !has_errors(&diagnostics) && !has_errors(&behind) {
        let strictness = sema::Options { pedantic_errors: options.pedantic_errors };
        let told = if lacking { &mut behind } else { &mut diagnostics };
        program = Some(sema::analyse(&units, &mut map, &strictness, told));
        if let Some(program) = program.as_ref().filter(|_| !has_errors(told)) {
            lints::check(&units, program, &map, told);
        }
    }
    settle_headers(&mut diagnostics, behind);
    let refused =
        |d: &Diagnostic| (d.pedantic && options.pedantic_errors) || (d.undefined && options.policy.refuse_undefined);
    // Built-in headers may use extensions.
    diagnostics.retain(|d| !d.silent || (refused(d) && !map.is_built_in(d.span)));
    for diagnostic in diagnostics.iter_mut().filter(|d| refused(d)) {
        diagnostic.severity = Severity::Error;
    }
    if has_errors(&diagnostics) {
        program = None;
    }
    Checked { map, diagnostics, program }
}

/// Errors after which a header's declarations are missing.
const HEADERS: &[&str] = &["missing-file", "missing-include", "unsupported"];

/// Names a header of the system that is not there, so far without harm.
fn lacks_header(d: &Diagnostic) -> bool {
    d.severity == Severity::Warning && d.code == "unsupported"
}

/// A header that is not there does no harm to a program that uses nothing of it. Where
/// something behind it is wrong, it is the header that is told: what it declares is missing.
fn settle_headers(diagnostics: &mut Vec<Diagnostic>, mut behind: Vec<Diagnostic>) {
    if has_errors(&behind) {
        for header in diagnostics.iter_mut().filter(|d| lacks_header(d)) {
            header.severity = Severity::Error;
        }
    } else {
        diagnostics.retain(|d| !lacks_header(d));
        diagnostics.append(&mut behind);
    }
}

/// Is the program rejected?
pub(super) fn has_errors(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(|d| d.severity == Severity::Error)
}
