//! What is to be said of a kind of finding or a class of leaks in general (`cglass explain`).

use super::messages;
use super::pages::{page, title};
use super::style::Style;
use crate::kinds::{Kind, Severity, TABLE};
use crate::session::LeakClass;

/// What can be explained.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// A kind of finding.
    Kind(Kind),
    /// A class of leaks.
    Leak(LeakClass),
    /// Leaks of any class: leads to the classes.
    Leaks,
    /// A message about the text, by its code.
    Message(&'static str),
}

impl Topic {
    /// All topics that have a page, in the order in which they are listed.
    pub fn all() -> impl Iterator<Item = Topic> {
        let kinds = TABLE.iter().map(|row| Topic::Kind(row.kind));
        let runs = kinds.chain(LeakClass::ALL.into_iter().map(Topic::Leak));
        // Some of the text bear the name of what a run finds.
        let names: Vec<&str> = TABLE.iter().map(|row| row.code).collect();
        runs.chain(messages::codes().filter(move |code| !names.contains(code)).map(Topic::Message))
    }

    /// Its name in reports and options.
    pub fn code(self) -> &'static str {
        match self {
            Topic::Kind(kind) => kind.code(),
            Topic::Leak(class) => class.code(),
            Topic::Leaks => "leak",
            Topic::Message(code) => code,
        }
    }

    /// The topic of this name.
    pub fn from_code(code: &str) -> Option<Topic> {
        match code {
            "leak" | "leaks" => Some(Topic::Leaks),
            _ => Topic::all().find(|topic| topic.code() == code),
        }
    }

    fn title(self) -> &'static str {
        match self {
            Topic::Kind(kind) => kind.row().title,
            Topic::Leak(class) => page(class.code()).map_or("", title),
            Topic::Leaks => "a block that is never freed",
            Topic::Message(code) => messages::title(code),
        }
    }
}

/// The page of a topic, and how cglass treats it.
pub fn explanation(topic: Topic) -> String {
    let page = match topic {
        Topic::Message(code) => messages::page(code).unwrap_or_default(),
        _ => page(topic.code()).map_or_else(classes_of_leaks, str::to_owned),
    };
    let treated = match topic {
        Topic::Kind(kind) => treatment(kind),
        Topic::Leak(_) | Topic::Leaks => {
            "Leaks are reported when the program has ended; --leaks=off, summary, report or full says how much is told. \
             They do not change the exit code unless --leaks-error asks for it."
                .to_owned()
        }
        Topic::Message(_) => {
            "It is told of the text, before the program runs. Of an error the program is not run; with a warning it is."
                .to_owned()
        }
    };
    format!("{page}\n## How cglass treats it\n\n{}", Style::default().wrap("", &treated))
}

/// What a leak is, and which classes there are.
fn classes_of_leaks() -> String {
    let line = |class: LeakClass| {
        let topic = Topic::Leak(class);
        format!("    {:11}{}\n", topic.code(), topic.title())
    };
    let classes: String = LeakClass::ALL.into_iter().map(line).collect();
    let what = "When the program ends, each block from malloc that was never freed is a leak. Its class says what \
                still points to it:";
    let more = "'cglass explain definite' tells more of that class, and so for the others.";
    let style = Style::default();
    let title = format!("# {}: {}", Topic::Leaks.code(), Topic::Leaks.title());
    format!("{title}\n\n{}\n{classes}\n{}", style.wrap("", what), style.wrap("", more))
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

/// All kinds, classes and messages of the text, a line each.
pub fn list_of_topics() -> String {
    let width = Topic::all().map(|topic| topic.code().len()).max().unwrap_or(0);
    let line = |topic: Topic| {
        let treated = match topic {
            Topic::Kind(kind) => kind.row().severity.name(),
            Topic::Leak(_) | Topic::Leaks => "leak",
            Topic::Message(_) => "text",
        };
        format!("{:width$}  {treated:7}  {}\n", topic.code(), topic.title())
    };
    Topic::all().map(line).collect()
}
