//! What `cglass explain` says of messages about the text: the parts of `docs/messages.md`.

use super::pages;

/// The page, which stands once for readers of the repository and of `cglass explain`.
const PAGE: &str = include_str!("../../docs/messages.md");

/// The parts, each as a page of its own that begins with its heading.
fn parts() -> impl Iterator<Item = (&'static str, &'static str)> {
    PAGE.split("\n## ").skip(1).filter_map(|part| Some((part.split_once(": ")?.0, part)))
}

/// The codes that have a part, in their order.
pub(super) fn codes() -> impl Iterator<Item = &'static str> {
    parts().map(|(code, _)| code)
}

/// The part about a code, as a page.
pub(super) fn page(code: &str) -> Option<String> {
    parts().find(|(name, _)| *name == code).map(|(_, part)| format!("# {}\n", part.trim_end()))
}

/// What its heading says behind the code.
pub(super) fn title(code: &str) -> &'static str {
    parts().find(|(name, _)| *name == code).map_or("", |(_, part)| pages::title(part))
}
