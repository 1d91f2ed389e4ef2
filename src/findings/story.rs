//! What a family of kinds has to say about one trap, before it is joined with
//! the general words of the kind.

use super::Note;
use crate::source::Span;

/// The particular words of a finding. What is `None` is told in the kind's general words.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Story {
    /// A sentence that names variables and values.
    pub message: Option<String>,
    /// The history.
    pub notes: Vec<Note>,
    /// The bytes.
    pub picture: Option<String>,
    /// What it means.
    pub meaning: Option<String>,
    /// One thing to try.
    pub advice: Option<String>,
    /// What one would see without cglass.
    pub real_machine: Option<String>,
    /// The function that got a copy of what it was to change.
    pub copied_to: Option<String>,
}

impl Story {
    /// A story that has only its sentence so far.
    pub fn new(message: impl Into<String>) -> Story {
        Story { message: Some(message.into()), ..Story::default() }
    }

    /// With a place of the history; places that are nowhere in the source and say nothing are left out.
    pub fn note(mut self, message: impl Into<String>, span: Span) -> Story {
        self.notes.push(Note { message: message.into(), span, step: None });
        self
    }

    /// With an event of the run, which happened at a step.
    pub fn event(mut self, message: impl Into<String>, span: Span, step: u64) -> Story {
        self.notes.push(Note { message: message.into(), span, step: Some(step) });
        self
    }

    /// With what it means.
    pub fn meaning(mut self, text: impl Into<String>) -> Story {
        self.meaning = Some(text.into());
        self
    }

    /// With a thing to try.
    pub fn advice(mut self, text: impl Into<String>) -> Story {
        self.advice = Some(text.into());
        self
    }

    /// With what one would see on a real machine.
    pub fn real_machine(mut self, text: impl Into<String>) -> Story {
        self.real_machine = Some(text.into());
        self
    }
}
