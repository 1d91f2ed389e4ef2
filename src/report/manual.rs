//! What is to be said of a kind of finding in general (`cglass explain`).

use super::style::Style;
use crate::findings::usual;
use crate::kinds::{Kind, Severity, TABLE};

/// The explanation of a kind: what it is, what it means, what to try, what a
/// real machine does, how it is treated.
pub fn explanation(kind: Kind) -> String {
    let words = usual(kind);
    let style = Style::default();
    let parts = [words.meaning.to_owned(), format!("Try: {}", words.advice), words.real_machine.to_owned()];
    let told: String = parts.iter().map(|part| style.wrap("  ", part)).collect();
    format!("{}: {}\n{told}{}", kind.code(), kind.row().title, style.wrap("  ", &treatment(kind)))
}

/// How a kind is treated, and the signal of a real crash.
pub(super) fn treatment(kind: Kind) -> String {
    let row = kind.row();
    let code = row.code;
    let treated = match row.severity {
        Severity::Error if kind.is_final() => "It is an error and always ends the run.".to_owned(),
        Severity::Error => {
            format!("It is an error and ends the run; with --keep-going, or -W {code}=warning, the run goes on.")
        }
        Severity::Warning => format!("It is a warning; -W {code}=error makes it an error, -W {code}=off hides it."),
        Severity::Off => format!("It is not reported unless asked for with -W {code}=warning."),
        Severity::Limit => "It ends the run; it says nothing about the program.".to_owned(),
    };
    let signal = match row.signal {
        0 => "",
        11 => "\nA real machine may end the program with signal 11 (segmentation fault), or not notice.",
        8 => "\nA real machine ends the program with signal 8 (floating point exception).",
        _ => "\nA real machine ends the program with signal 6 (aborted).",
    };
    format!("{treated}{signal}")
}

/// All kinds, a line each.
pub fn list_of_kinds() -> String {
    let width = TABLE.iter().map(|row| row.code.len()).max().unwrap_or(0);
    let line = |row: &crate::kinds::Row| format!("{:width$}  {:7}  {}\n", row.code, row.severity.name(), row.title);
    TABLE.iter().map(line).collect()
}
