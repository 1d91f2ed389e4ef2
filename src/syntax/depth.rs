//! How deeply the text is nested, counted on the tokens before anything recurses.

use super::Limits;
use super::kinds::*;
use crate::diagnostics::Diagnostic;
use crate::preprocess::token::Token;

/// Counts brackets, and statements that stand in statements without braces
/// (`if (a) while (b) …`, `case 1: case 2: …`); an `else if` goes no deeper.
///
/// # Errors
/// The place where [`Limits::nesting`] is exceeded.
pub(super) fn check(tokens: &[Token], kinds: &[Kind], limits: &Limits) -> Result<(), Box<Diagnostic>> {
    // For each open bracket (a `?` that waits for its `:` is one) its kind and the
    // number of statements that were begun around it and have not ended.
    let mut open: Vec<(Kind, usize)> = Vec::new();
    let mut begun = 0usize;
    let mut depth = 0usize;
    let mut before = SEMI;
    for (i, &kind) in kinds.iter().enumerate() {
        let next = kinds.get(i + 1).copied().unwrap_or(SEMI);
        if matches!(kind, RP | RSQ | RB | SEMI | COLON) {
            let once = kind == COLON;
            while let Some((_, outer)) = open.pop_if(|(k, _)| *k == QUESTION) {
                depth = depth.saturating_sub(begun + 1);
                begun = outer;
                if once {
                    break;
                }
            }
        }
        match kind {
            LP | LSQ | LB | QUESTION => {
                open.push((kind, begun));
                begun = 0;
                depth += 1;
            }
            RP | RSQ | RB => {
                if let Some((_, outer)) = open.pop() {
                    depth = depth.saturating_sub(begun + 1);
                    begun = outer;
                }
                if kind == RB && next != KW_ELSE && !continues_expression(next) {
                    depth = depth.saturating_sub(begun);
                    begun = 0;
                }
            }
            SEMI if next != KW_ELSE => {
                depth = depth.saturating_sub(begun);
                begun = 0;
            }
            KW_IF if before == KW_ELSE => {}
            KW_IF | KW_WHILE | KW_FOR | KW_DO | KW_SWITCH | KW_CASE | KW_DEFAULT => {
                begun += 1;
                depth += 1;
            }
            IDENTIFIER if next == COLON && matches!(before, SEMI | LB | RB | COLON | RP | KW_ELSE | KW_DO) => {
                begun += 1;
                depth += 1;
            }
            _ => {}
        }
        if depth > limits.nesting {
            let span = tokens.get(i).map_or(crate::source::Span::NONE, |t| t.span);
            let message =
                format!("brackets or statements are nested more than {} deep, the limit 'nesting'", limits.nesting);
            return Err(Box::new(Diagnostic::error("nesting-limit", span, message)));
        }
        before = kind;
    }
    Ok(())
}

/// After `}` these may go on with the expression that a compound literal began;
/// the statement then ends at its `;`.
fn continues_expression(kind: Kind) -> bool {
    is_infix(kind) || matches!(kind, LP | LSQ | DOT | ARROW | QUESTION | INC | DEC)
}
