//! `cglass explain`

use super::arguments::ExplainArguments;
use super::{UsageError, output, values};
use cglass::report;

/// Prints the page of a kind of finding or a class of leaks, or the list of all.
pub fn explain(arguments: &ExplainArguments) -> Result<u8, UsageError> {
    // 'use after free' is as good as 'use-after-free'; several names are told one after the other.
    let text = match arguments.topic.join("-").to_lowercase().as_str() {
        "" => report::list_of_topics(),
        name => match (values::topic(name), several(&arguments.topic)) {
            (Err(_), Some(topics)) => topics.into_iter().map(report::explanation).collect::<Vec<_>>().join("\n"),
            (topic, _) => report::explanation(topic.map_err(UsageError)?),
        },
    };
    output::to_stdout(&text).map(|()| 0)
}

/// The topics, if each word names one.
fn several(words: &[String]) -> Option<Vec<report::Topic>> {
    words.iter().map(|word| report::Topic::from_code(&word.to_lowercase())).collect()
}
