//! What is done about a finding of each kind.

use crate::kinds::{Kind, Severity, TABLE};
use std::collections::BTreeMap;

/// The severities of one run (option `-W`) and whether it goes on after errors.
#[derive(Clone, Debug, Default)]
pub struct Policy {
    changed: BTreeMap<Kind, Severity>,
    /// `-W all=error`: what the text alone shows to be undefined is refused.
    pub refuse_undefined: bool,
    /// Go on after errors where possible.
    pub keep_going: bool,
}

impl Policy {
    /// Gives one kind another severity. Kinds that are limits keep theirs.
    pub fn set(&mut self, kind: Kind, severity: Severity) {
        if kind.row().severity != Severity::Limit {
            self.changed.insert(kind, severity);
        }
    }

    /// Makes every warning an error, or the like: all kinds but limits and those that are off.
    pub fn set_all(&mut self, severity: Severity) {
        self.refuse_undefined = severity == Severity::Error;
        for row in TABLE {
            if !matches!(row.severity, Severity::Limit | Severity::Off) {
                self.changed.insert(row.kind, severity);
            }
        }
    }

    /// The severity of a kind, unless the occasion says otherwise.
    pub fn severity(&self, kind: Kind) -> Severity {
        self.changed.get(&kind).copied().unwrap_or(kind.row().severity)
    }

    /// As told by the user, or else `usual` (semantics.md §5 makes some kinds
    /// errors on one occasion and warnings on another).
    pub fn severity_or(&self, kind: Kind, usual: Severity) -> Severity {
        self.changed.get(&kind).copied().unwrap_or(usual)
    }
}
