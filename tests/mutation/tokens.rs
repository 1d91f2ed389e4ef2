//! C text as tokens with their places: enough to plant errors by.

use std::ops::Range;

/// A token: its text, where it stands, and its line.
#[derive(Clone, Debug)]
pub struct Token<'a> {
    pub text: &'a str,
    pub at: Range<usize>,
    pub line: u32,
}

impl Token<'_> {
    /// A name or keyword.
    pub fn is_name(&self) -> bool {
        self.text.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
    }

    /// A string literal.
    pub fn is_string(&self) -> bool {
        self.text.starts_with('"')
    }
}

const LONG: [&str; 22] = [
    "...", "<<=", ">>=", "->", "++", "--", "<<", ">>", "<=", ">=", "==", "!=", "&&", "||", "+=", "-=", "*=", "/=",
    "%=", "&=", "|=", "^=",
];

/// The tokens of a text, without comments and directives.
pub fn tokens(text: &str) -> Vec<Token<'_>> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let (mut at, mut line, mut fresh) = (0, 1, true);
    while let Some(byte) = bytes.get(at).copied() {
        let rest = &text[at..];
        let end = match byte {
            b'\n' => {
                fresh = true;
                line += 1;
                at += 1;
                continue;
            }
            _ if byte.is_ascii_whitespace() => at + 1,
            b'#' if fresh => at + directive(rest),
            _ if rest.starts_with("//") => at + rest.find('\n').unwrap_or(rest.len()),
            _ if rest.starts_with("/*") => at + rest.find("*/").map_or(rest.len(), |end| end + 2),
            _ => {
                let end = at + token(rest);
                found.push(Token { text: &text[at..end], at: at..end, line });
                fresh = false;
                end
            }
        };
        line += u32::try_from(text[at..end].matches('\n').count()).expect("few");
        at = end;
    }
    found
}

/// A directive with its continued lines, up to the end of its line.
fn directive(rest: &str) -> usize {
    let mut end = 0;
    loop {
        let line = rest[end..].find('\n').map_or(rest.len(), |n| end + n);
        if line == rest.len() || !rest[..line].ends_with('\\') {
            return line;
        }
        end = line + 1;
    }
}

fn token(rest: &str) -> usize {
    let first = rest.chars().next().expect("not at the end");
    if first == '"' || first == '\'' {
        return quoted(rest, first);
    }
    if first.is_ascii_alphanumeric() || first == '_' {
        return rest
            .find(|c: char| !(c.is_ascii_alphanumeric() || c == '_' || c == '.' && first.is_ascii_digit()))
            .unwrap_or(rest.len());
    }
    LONG.iter().find(|long| rest.starts_with(**long)).map_or(first.len_utf8(), |long| long.len())
}

fn quoted(rest: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if c == quote => return at + c.len_utf8(),
            _ => {}
        }
    }
    rest.len()
}

/// The token that closes the bracket at `open`.
pub fn closing(tokens: &[Token<'_>], open: usize) -> Option<usize> {
    let mut depth = 0usize;
    for (at, token) in tokens.iter().enumerate().skip(open) {
        match token.text {
            "(" | "[" | "{" => depth += 1,
            ")" | "]" | "}" => {
                depth = depth.checked_sub(1)?;
                if depth == 0 {
                    return Some(at);
                }
            }
            _ => {}
        }
    }
    None
}

/// The end of the block that the token stands in.
pub fn end_of_block(tokens: &[Token<'_>], from: usize) -> usize {
    let mut depth = 0usize;
    for (at, token) in tokens.iter().enumerate().skip(from) {
        match token.text {
            "{" => depth += 1,
            "}" if depth == 0 => return at,
            "}" => depth -= 1,
            _ => {}
        }
    }
    tokens.len()
}

/// Text with some parts replaced.
pub fn edited(text: &str, edits: &[(Range<usize>, String)]) -> String {
    let mut edits = edits.to_vec();
    edits.sort_by_key(|(range, _)| range.start);
    let mut out = String::new();
    let mut at = 0;
    for (range, new) in &edits {
        out.push_str(&text[at..range.start]);
        out.push_str(new);
        at = range.end;
    }
    out.push_str(&text[at..]);
    out
}
