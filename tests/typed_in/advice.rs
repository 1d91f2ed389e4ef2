//! The first finding of a report: its kind, its line, and what it says to try.

use super::Verdict;

/// What a report says to try.
pub struct Advice {
    /// The kind of the finding, or the class of the leak.
    pub kind: String,
    /// Where it was found, or where the last pointer to the block went.
    pub line: u32,
    /// The words behind `Try:`.
    pub text: String,
}

/// Reads the first finding of a report, if it has something to try.
pub fn read(report: &str, verdict: Verdict) -> Option<Advice> {
    let head = if verdict == Verdict::Leak { "leak[" } else { "error[" };
    let mut lines = report.lines().skip_while(|line| !line.starts_with(head));
    let kind = lines.next()?.strip_prefix(head)?.split(']').next()?.to_owned();
    let (mut line, mut text) = (None, None::<String>);
    for words in lines {
        if words.is_empty() && text.is_some() || ["error[", "warning[", "leak["].iter().any(|h| words.starts_with(h)) {
            break;
        }
        let place = words.trim_start().strip_prefix("┌─ ").and_then(|place| place.rsplit(':').nth(1));
        let lost = words.strip_prefix("  line ").and_then(|rest| rest.split_whitespace().next());
        match &mut text {
            Some(_) if words.starts_with("  Real machine:") || words.starts_with("  Life:") => break,
            Some(text) => {
                text.push(' ');
                text.push_str(words.trim_start());
            }
            None if verdict == Verdict::Leak => line = lost.and_then(|n| n.parse().ok()).or(line),
            None => line = line.or(place.and_then(|n| n.parse().ok())),
        }
        if text.is_none() {
            text = words.strip_prefix("  Try: ").map(str::to_owned);
        }
    }
    Some(Advice { kind, line: line?, text: text? })
}
