//! The status and the exit code. One place, in the order of precedence:
//! rejected, error, limit (or stopped from outside), leaks, the program's own.

use super::{Ended, LeakClass, LeakRecord};
use crate::findings::Finding;
use crate::kinds::Severity;

/// An error finding, or leaks that were to be errors.
const FOUND: i32 = 70;
const REJECTED: i32 = 65;
const LIMIT: i32 = 124;
const INTERRUPTED: i32 = 130;
const BROKEN_PIPE: i32 = 141;

/// The outcome in a word, as JSON has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Status {
    Ok,
    Findings,
    Rejected,
    Limit,
    Interrupted,
}

impl Status {
    /// Its name in reports.
    pub fn code(self) -> &'static str {
        match self {
            Status::Ok => "ok",
            Status::Findings => "findings",
            Status::Rejected => "rejected",
            Status::Limit => "limit",
            Status::Interrupted => "interrupted",
        }
    }

    /// The status. A limit's own finding does not make it `findings`: that word
    /// says that something was found in the program.
    pub fn of(ended: Ended, findings: &[Finding]) -> Status {
        if ended == Ended::Rejected {
            Status::Rejected
        } else if findings.iter().any(|f| f.severity != Severity::Limit) {
            Status::Findings
        } else {
            match ended {
                Ended::Limit => Status::Limit,
                Ended::Interrupted | Ended::BrokenPipe => Status::Interrupted,
                _ => Status::Ok,
            }
        }
    }
}

/// What the user said about exit codes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ExitRules {
    /// `--error-exitcode`: instead of 70; 0 asks for the shell's code of a real crash.
    pub error_exit_code: Option<u8>,
    /// `--leaks-error`: classes that count as errors.
    pub leaks_error: Vec<LeakClass>,
}

impl ExitRules {
    /// cglass's exit code.
    pub fn exit_code(&self, ended: Ended, findings: &[Finding], leaks: &[LeakRecord]) -> i32 {
        if ended == Ended::Rejected {
            return REJECTED;
        }
        let without_errors = match ended {
            Ended::Limit => LIMIT,
            Ended::Interrupted => INTERRUPTED,
            Ended::BrokenPipe => BROKEN_PIPE,
            Ended::Exit(code) => shell_code(code),
            Ended::Checked | Ended::Rejected => 0,
            Ended::Error => FOUND,
        };
        let erroneous = findings.iter().any(|f| f.severity == Severity::Error);
        if erroneous || ended == Ended::Error {
            return match self.error_exit_code {
                None => FOUND,
                Some(0) if ended == Ended::Error => signal_code(findings),
                Some(0) => without_errors,
                Some(code) => i32::from(code),
            };
        }
        if !matches!(ended, Ended::Exit(_)) {
            return without_errors;
        }
        if leaks.iter().any(|leak| self.leaks_error.contains(&leak.class)) {
            return match self.error_exit_code {
                None => FOUND,
                Some(0) => without_errors,
                Some(code) => i32::from(code),
            };
        }
        without_errors
    }
}

/// 128 and the signal of the finding that ended the run; 1 if it has none.
fn signal_code(findings: &[Finding]) -> i32 {
    match findings.last().map_or(0, |f| f.kind.row().signal) {
        0 => 1,
        signal => 128 + i32::from(signal),
    }
}

/// An exit value as the parent process sees it.
pub(super) fn shell_code(code: i32) -> i32 {
    code & 0xff
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kinds::Kind;
    use crate::leaks::Structure;
    use crate::sema::tree::NodeId;
    use crate::session::Site;
    use crate::source::Span;

    fn finding(kind: Kind, severity: Severity) -> Finding {
        Finding {
            kind,
            severity,
            message: String::new(),
            node: NodeId::NONE,
            span: Span::NONE,
            function: "main".into(),
            count: 1,
            step: 0,
            stack: Vec::new(),
            notes: Vec::new(),
            picture: None,
            meaning: String::new(),
            advice: String::new(),
            real_machine: String::new(),
            outlived: None,
            copied_to: None,
            promise: None,
            object: None,
            tenant: None,
        }
    }

    fn leak(class: LeakClass) -> LeakRecord {
        LeakRecord {
            class,
            bytes: 1,
            blocks: 1,
            indirect_bytes: 0,
            indirect_blocks: 0,
            allocated: Site { span: Span::NONE, function: String::new(), stack: Vec::new() },
            lost: None,
            count: 1,
            held_by: Vec::new(),
            path: None,
            members: Vec::new(),
            structure: Structure::SINGLE,
            links: Vec::new(),
            data: Vec::new(),
            record: None,
            round: None,
            wrappers: 0,
            address_exposed: false,
            life: None,
        }
    }

    #[test]
    fn the_order_of_precedence_holds() {
        let error = finding(Kind::NullDereference, Severity::Error);
        let quiet = finding(Kind::UninitializedRead, Severity::Error);
        let warning = finding(Kind::SignedOverflow, Severity::Warning);
        let limit = finding(Kind::StepLimit, Severity::Limit);
        let none: &[LeakClass] = &[];
        let both: &[LeakClass] = &[LeakClass::Definite, LeakClass::Cycle];
        let definite = leak(LeakClass::Definite);
        let reachable = leak(LeakClass::Reachable);
        // ended, findings, leaks, --error-exitcode, --leaks-error, expected code and status
        type Row<'a> = (Ended, Vec<&'a Finding>, Vec<&'a LeakRecord>, Option<u8>, &'a [LeakClass], i32, &'a str);
        let rows: &[Row<'_>] = &[
            (Ended::Rejected, vec![], vec![], None, none, 65, "rejected"),
            (Ended::Rejected, vec![], vec![], Some(9), none, 65, "rejected"),
            (Ended::Checked, vec![], vec![], None, none, 0, "ok"),
            (Ended::Exit(3), vec![], vec![], None, none, 3, "ok"),
            (Ended::Exit(-1), vec![], vec![], None, none, 255, "ok"),
            (Ended::Exit(256), vec![], vec![], None, none, 0, "ok"),
            (Ended::Exit(3), vec![&warning], vec![], None, none, 3, "findings"),
            (Ended::Error, vec![&warning, &error], vec![], None, none, 70, "findings"),
            (Ended::Error, vec![&error], vec![], Some(9), none, 9, "findings"),
            (Ended::Error, vec![&error], vec![], Some(0), none, 139, "findings"),
            (Ended::Error, vec![&quiet], vec![], Some(0), none, 1, "findings"),
            (Ended::Exit(3), vec![&error], vec![], None, none, 70, "findings"),
            (Ended::Exit(3), vec![&error], vec![], Some(0), none, 3, "findings"),
            (Ended::Exit(3), vec![&error], vec![], Some(7), none, 7, "findings"),
            (Ended::Limit, vec![&limit], vec![], None, none, 124, "limit"),
            (Ended::Limit, vec![&warning, &limit], vec![], None, none, 124, "findings"),
            (Ended::Limit, vec![&error, &limit], vec![], None, none, 70, "findings"),
            (Ended::Limit, vec![&error, &limit], vec![], Some(0), none, 124, "findings"),
            (Ended::Limit, vec![&limit], vec![&definite], None, both, 124, "limit"),
            (Ended::Interrupted, vec![], vec![], None, none, 130, "interrupted"),
            (Ended::Interrupted, vec![&warning], vec![], None, none, 130, "findings"),
            (Ended::BrokenPipe, vec![], vec![], None, none, 141, "interrupted"),
            (Ended::Exit(3), vec![], vec![&definite], None, none, 3, "ok"),
            (Ended::Exit(3), vec![], vec![&definite], None, both, 70, "ok"),
            (Ended::Exit(3), vec![], vec![&definite], Some(9), both, 9, "ok"),
            (Ended::Exit(3), vec![], vec![&definite], Some(0), both, 3, "ok"),
            (Ended::Exit(3), vec![], vec![&reachable], None, both, 3, "ok"),
            (Ended::Exit(0), vec![], vec![&reachable], None, &[LeakClass::Reachable], 70, "ok"),
        ];
        for (i, (ended, findings, leaks, code, classes, expected, status)) in rows.iter().enumerate() {
            let findings: Vec<Finding> = findings.iter().map(|f| (*f).clone()).collect();
            let leaks: Vec<LeakRecord> = leaks.iter().map(|l| (*l).clone()).collect();
            let rules = ExitRules { error_exit_code: *code, leaks_error: classes.to_vec() };
            assert_eq!(rules.exit_code(*ended, &findings, &leaks), *expected, "row {i}");
            assert_eq!(Status::of(*ended, &findings).code(), *status, "row {i}");
        }
    }
}
