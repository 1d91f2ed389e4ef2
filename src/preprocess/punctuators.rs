//! Operators and punctuators: the longest that fits (6.4p4, 6.4.6).

use super::pp_token::PpKind;
use super::token::Punct;

/// The punctuator at the start of `text`, its length in bytes, and whether that
/// is its usual spelling (digraphs keep theirs for `#`).
pub(super) fn longest(text: &[u8]) -> Option<(PpKind, usize, bool)> {
    use Punct::*;
    let first = *text.first()?;
    let second = text.get(1).copied().unwrap_or(0);
    let third = text.get(2).copied().unwrap_or(0);
    let (punct, len) = match (first, second, third) {
        (b'%', b':', b'%') if text.get(3) == Some(&b':') => return Some((PpKind::HashHash, 4, false)),
        (b'%', b':', _) => return Some((PpKind::Hash, 2, false)),
        (b'#', b'#', _) => return Some((PpKind::HashHash, 2, false)),
        (b'#', ..) => return Some((PpKind::Hash, 1, false)),
        (b'<', b':', _) => return Some((PpKind::Punct(LBracket), 2, false)),
        (b':', b'>', _) => return Some((PpKind::Punct(RBracket), 2, false)),
        (b'<', b'%', _) => return Some((PpKind::Punct(LBrace), 2, false)),
        (b'%', b'>', _) => return Some((PpKind::Punct(RBrace), 2, false)),
        (b'.', b'.', b'.') => (Ellipsis, 3),
        (b'<', b'<', b'=') => (ShlAssign, 3),
        (b'>', b'>', b'=') => (ShrAssign, 3),
        (b'-', b'>', _) => (Arrow, 2),
        (b'+', b'+', _) => (Inc, 2),
        (b'-', b'-', _) => (Dec, 2),
        (b'<', b'<', _) => (Shl, 2),
        (b'>', b'>', _) => (Shr, 2),
        (b'<', b'=', _) => (Le, 2),
        (b'>', b'=', _) => (Ge, 2),
        (b'=', b'=', _) => (EqEq, 2),
        (b'!', b'=', _) => (Ne, 2),
        (b'&', b'&', _) => (AndAnd, 2),
        (b'|', b'|', _) => (OrOr, 2),
        (b'*', b'=', _) => (StarAssign, 2),
        (b'/', b'=', _) => (SlashAssign, 2),
        (b'%', b'=', _) => (PercentAssign, 2),
        (b'+', b'=', _) => (PlusAssign, 2),
        (b'-', b'=', _) => (MinusAssign, 2),
        (b'&', b'=', _) => (AmpAssign, 2),
        (b'^', b'=', _) => (CaretAssign, 2),
        (b'|', b'=', _) => (PipeAssign, 2),
        (b'[', ..) => (LBracket, 1),
        (b']', ..) => (RBracket, 1),
        (b'(', ..) => (LParen, 1),
        (b')', ..) => (RParen, 1),
        (b'{', ..) => (LBrace, 1),
        (b'}', ..) => (RBrace, 1),
        (b'.', ..) => (Dot, 1),
        (b'&', ..) => (Amp, 1),
        (b'*', ..) => (Star, 1),
        (b'+', ..) => (Plus, 1),
        (b'-', ..) => (Minus, 1),
        (b'~', ..) => (Tilde, 1),
        (b'!', ..) => (Not, 1),
        (b'/', ..) => (Slash, 1),
        (b'%', ..) => (Percent, 1),
        (b'<', ..) => (Lt, 1),
        (b'>', ..) => (Gt, 1),
        (b'^', ..) => (Caret, 1),
        (b'|', ..) => (Pipe, 1),
        (b'?', ..) => (Question, 1),
        (b':', ..) => (Colon, 1),
        (b';', ..) => (Semi, 1),
        (b'=', ..) => (Assign, 1),
        (b',', ..) => (Comma, 1),
        _ => return None,
    };
    Some((PpKind::Punct(punct), len, true))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_punctuator_is_found_whole() {
        for &punct in Punct::ALL {
            let spelling = punct.spelling();
            let found = longest(format!("{spelling}a").as_bytes());
            assert_eq!(found, Some((PpKind::Punct(punct), spelling.len(), true)), "{spelling}");
        }
        assert_eq!(longest(b"%:%:"), Some((PpKind::HashHash, 4, false)));
        assert_eq!(longest(b"@"), None);
    }
}
