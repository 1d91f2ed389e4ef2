//! Continuation lines and trigraphs are taken out before the lexer sees the
//! text (5.1.1.2, phases 1 and 2); positions lead back to the original.

use std::rc::Rc;

/// Text without continuation lines, and the way back.
#[derive(Debug)]
pub(super) struct Spliced {
    /// The text the lexer reads.
    pub text: Rc<str>,
    /// From this offset of `text` on, the original is this much further.
    jumps: Vec<(usize, usize)>,
    /// Offsets in the original of backslashes with blanks between them and the
    /// end of the line: probably not meant.
    pub blanks_after: Vec<usize>,
}

impl Spliced {
    /// The original offset of the character at `offset`.
    pub fn original(&self, offset: usize) -> usize {
        let after = self.jumps.partition_point(|&(from, _)| from <= offset);
        let delta = after.checked_sub(1).and_then(|i| self.jumps.get(i)).map_or(0, |&(_, delta)| delta);
        offset + delta
    }
}

/// Takes out what must go; `None` (the usual case) if there is nothing.
pub(super) fn splice(text: &str, trigraphs: bool) -> Option<Spliced> {
    let continued = text.match_indices('\\').any(|(i, _)| line_end_after(text, i + 1).is_some());
    let replaceable = trigraphs && text.contains("??");
    if !continued && !replaceable {
        return None;
    }
    let mut result = String::with_capacity(text.len());
    let mut spliced = Spliced { text: Rc::from(""), jumps: Vec::new(), blanks_after: Vec::new() };
    let bytes = text.as_bytes();
    let (mut at, mut copied) = (0, 0);
    while let Some(&byte) = bytes.get(at) {
        let (mut letter, mut width) = (byte, 1);
        if trigraphs
            && byte == b'?'
            && bytes.get(at + 1) == Some(&b'?')
            && let Some(replaced) = bytes.get(at + 2).copied().and_then(trigraph)
        {
            (letter, width) = (replaced, 3);
        }
        let next_line = if letter == b'\\' { line_end_after(text, at + width) } else { None };
        if next_line.is_none() && width == 1 {
            at += 1;
            continue;
        }
        result.push_str(text.get(copied..at).unwrap_or(""));
        match next_line {
            Some(next) => {
                if bytes.get(at + width).is_some_and(|b| matches!(b, b' ' | b'\t')) {
                    spliced.blanks_after.push(at);
                }
                at = next;
            }
            None => {
                result.push(char::from(letter));
                at += width;
            }
        }
        copied = at;
        spliced.jumps.push((result.len(), at - result.len()));
    }
    result.push_str(text.get(copied..).unwrap_or(""));
    spliced.text = Rc::from(result);
    Some(spliced)
}

/// Where the next line starts, if nothing but blanks stands before it.
fn line_end_after(text: &str, mut at: usize) -> Option<usize> {
    loop {
        match text.as_bytes().get(at)? {
            b'\n' => return Some(at + 1),
            b' ' | b'\t' | b'\r' => at += 1,
            _ => return None,
        }
    }
}

/// What `??` and this character stand for (5.2.1.1).
fn trigraph(third: u8) -> Option<u8> {
    Some(match third {
        b'=' => b'#',
        b'/' => b'\\',
        b'\'' => b'^',
        b'(' => b'[',
        b')' => b']',
        b'!' => b'|',
        b'<' => b'{',
        b'>' => b'}',
        b'-' => b'~',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn continuation_lines_join_and_positions_lead_back() {
        assert!(splice("a\\b \"\\n\"\n", false).is_none());
        let s = splice("ab\\\ncd\\ \r\nef", false).expect("two continuations");
        assert_eq!(&*s.text, "abcdef");
        assert_eq!([0, 1, 2, 3, 4, 5].map(|o| s.original(o)), [0, 1, 4, 5, 10, 11]);
        assert_eq!(s.blanks_after, [6]);
    }

    #[test]
    fn trigraphs_are_replaced_only_when_asked_for() {
        assert!(splice("??=define", false).is_none());
        let s = splice("??=define X ?\\?? a??/\nb??!??x", true).expect("trigraphs");
        assert_eq!(&*s.text, "#define X ?\\?? ab|??x");
        assert_eq!(s.original(0), 0);
        assert_eq!(s.original(1), 3);
    }
}
