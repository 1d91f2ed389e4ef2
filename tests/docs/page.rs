//! A page cut into its fenced blocks and what stands between them.

/// A part of a page. Put together, the parts are the page.
pub enum Block<'a> {
    /// Anything that is not tested.
    Text(&'a str),
    /// A file that later commands find.
    File { name: &'a str, body: &'a str, whole: &'a str },
    /// Commands and what they print; the lines that open and close it.
    Console { fence: &'a str, commands: Vec<Shown<'a>>, end: &'a str },
}

/// A command as it stands there.
pub struct Shown<'a> {
    /// Its lines, with the `$`.
    pub typed: &'a str,
    /// What the shell is given.
    pub line: String,
}

/// The parts of a page, in order.
pub fn blocks(page: &str) -> Vec<Block<'_>> {
    let mut all = Vec::new();
    let mut rest = page;
    while let Some((before, info, body, whole)) = next_fence(rest) {
        all.push(Block::Text(before));
        all.push(block(info, body, whole));
        rest = &rest[before.len() + whole.len()..];
    }
    all.push(Block::Text(rest));
    all
}

/// What stands before the next fenced block, its first line's words, its body, all of it.
fn next_fence(text: &str) -> Option<(&str, &str, &str, &str)> {
    let start = if text.starts_with("```") { 0 } else { text.find("\n```")? + 1 };
    let (before, from) = text.split_at(start);
    let (first, _) = from.split_once('\n')?;
    let inner = &from[first.len() + 1..];
    let length = if inner.starts_with("```") { 0 } else { inner.find("\n```")? + 1 };
    let closing = inner[length..].split_inclusive('\n').next()?;
    let whole = &from[..first.len() + 1 + length + closing.len()];
    Some((before, first.trim_start_matches('`').trim(), &inner[..length], whole))
}

fn block<'a>(info: &'a str, body: &'a str, whole: &'a str) -> Block<'a> {
    if info == "console" {
        let (fence, after) = whole.split_at(whole.find('\n').map_or(whole.len(), |at| at + 1));
        let (_, end) = after.split_at(body.len());
        return Block::Console { fence, commands: commands(body), end };
    }
    match info.split_once(' ') {
        Some((_, name)) => Block::File { name, body, whole },
        None => Block::Text(whole),
    }
}

/// The commands of a block: lines that begin with `$ `, and those after them as long as each ends in `\`.
fn commands(body: &str) -> Vec<Shown<'_>> {
    let mut all: Vec<Shown<'_>> = Vec::new();
    let mut at = 0;
    let mut lines = body.split_inclusive('\n').peekable();
    while let Some(first) = lines.next() {
        let start = at;
        at += first.len();
        let Some(typed) = first.strip_prefix("$ ") else { continue };
        let mut line = typed.to_owned();
        while line.ends_with("\\\n") {
            let Some(more) = lines.next() else { break };
            at += more.len();
            line.push_str(more);
        }
        all.push(Shown { typed: &body[start..at], line });
    }
    all
}
