//! What is to be said of a kind of finding or a class of leaks in general (`cglass explain`).

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
}

impl Topic {
    /// All topics, in the order in which they are listed.
    pub fn all() -> impl Iterator<Item = Topic> {
        let kinds = TABLE.iter().map(|row| Topic::Kind(row.kind));
        kinds.chain(LeakClass::ALL.into_iter().map(Topic::Leak))
    }

    /// Its name in reports and options.
    pub fn code(self) -> &'static str {
        match self {
            Topic::Kind(kind) => kind.code(),
            Topic::Leak(class) => class.code(),
        }
    }

    /// The topic of this name.
    pub fn from_code(code: &str) -> Option<Topic> {
        Topic::all().find(|topic| topic.code() == code)
    }

    fn title(self) -> &'static str {
        match self {
            Topic::Kind(kind) => kind.row().title,
            Topic::Leak(class) => page(class.code()).map_or("", title),
        }
    }
}

/// The page of a topic, and how cglass treats it.
pub fn explanation(topic: Topic) -> String {
    let page = page(topic.code()).unwrap_or("");
    let treated = match topic {
        Topic::Kind(kind) => treatment(kind),
        Topic::Leak(_) => {
            "Leaks are reported when the program has ended; --leaks=off, summary, report or full says how much is told. \
             They do not change the exit code unless --leaks-error asks for it."
                .to_owned()
        }
    };
    format!("{page}\n## How cglass treats it\n\n{}", Style::default().wrap("", &treated))
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

/// All kinds and classes, a line each.
pub fn list_of_topics() -> String {
    let width = Topic::all().map(|topic| topic.code().len()).max().unwrap_or(0);
    let line = |topic: Topic| {
        let treated = match topic {
            Topic::Kind(kind) => kind.row().severity.name(),
            Topic::Leak(_) => "leak",
        };
        format!("{:width$}  {treated:7}  {}\n", topic.code(), topic.title())
    };
    Topic::all().map(line).collect()
}
