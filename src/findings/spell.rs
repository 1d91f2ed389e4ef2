//! Expressions as a message quotes them: the student's own text where it is
//! short, else put together from the tree.

use super::scene::Scene;
use super::scope::locals_entry;
use crate::sema::tree::{ArithOp, Callee, Expr, ExprKind, NodeId};
use crate::source::{ExpansionId, Span};
use crate::types::TypeTable;

/// Longer text is not quoted in a sentence.
const LONGEST: usize = 40;
/// Parts nested deeper than this are not put together.
const MAX_DEPTH: u32 = 8;

impl Scene<'_> {
    /// The student's text of a node, in one line; `None` if it is long, empty, or
    /// came out of a macro (then it is not what the node alone says).
    pub fn text(&self, node: NodeId) -> Option<String> {
        self.text_of(self.span(node), LONGEST)
    }

    /// The same for a span, with a limit of its own.
    pub fn text_of(&self, span: Span, longest: usize) -> Option<String> {
        if span.is_none() || span.expansion != ExpansionId::NONE || self.map.is_built_in(span) {
            return None;
        }
        let text = self.map.text(span);
        if text.len() > longest.saturating_mul(2) || text.contains("/*") || text.contains("//") {
            return None;
        }
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        (!text.is_empty() && text.chars().count() <= longest).then_some(text)
    }

    /// An expression without quotes: a name if it is one, else its text, else
    /// what can be put together; `None` if it would be long.
    pub fn spell(&self, expr: &Expr) -> Option<String> {
        let bare = bare(expr);
        let built = self.build(bare, 0);
        if matches!(bare.kind, ExprKind::Local(_) | ExprKind::Global(_)) && built.is_some() {
            return built;
        }
        if let ExprKind::Int(value) = bare.kind
            && let Some(name) = self.macro_for(bare.id, value)
        {
            return Some(name);
        }
        // The place behind the '->' of 'p->m' has the text of 'p' alone.
        if let ExprKind::Deref(pointer) = &bare.kind
            && self.span(pointer.id) == self.span(bare.id)
        {
            return built;
        }
        self.text(bare.id)
            .map(|text| without_parentheses(&text))
            .or(built)
            .filter(|text| text.chars().count() <= LONGEST)
    }

    /// The macro that stands for a number and nothing else: `MAX` after `#define MAX 100`.
    fn macro_for(&self, node: NodeId, value: i64) -> Option<String> {
        let span = self.span(node);
        let expansion = self.map.expansion(span.expansion)?;
        let file = self.map.file(self.map.file_of(expansion.definition.lo)?)?;
        let line = file.line_text(file.line_of(expansion.definition.lo));
        let (_, rest) = line.split_once(&*expansion.name)?;
        let body = rest.split("//").next()?.split("/*").next()?.trim();
        let is_whole = body.trim_start_matches('(').trim_end_matches(')').parse() == Ok(value);
        (is_whole && self.map.text(span) == &*expansion.name).then(|| expansion.name.to_string())
    }

    /// An expression in single quotes, if it can be quoted.
    pub fn quote(&self, expr: &Expr) -> Option<String> {
        self.spell(expr).map(|text| format!("'{text}'"))
    }

    fn build(&self, expr: &Expr, depth: u32) -> Option<String> {
        if depth > MAX_DEPTH {
            return None;
        }
        let expr = bare(expr);
        let inner = |e: &Expr| self.build(e, depth + 1);
        Some(match &expr.kind {
            ExprKind::Int(value) => value.to_string(),
            ExprKind::Float(value) => format!("{value:?}"),
            ExprKind::Null => "NULL".to_owned(),
            ExprKind::Local(id) => {
                let frame = self.frame(self.innermost()?)?;
                let name = &locals_entry(self.body(frame.function)?, *id)?.name;
                (!name.is_empty()).then(|| name.to_string())?
            }
            ExprKind::Global(id) => self.program.global(*id).map(|g| g.name.to_string())?,
            ExprKind::Function(id) => self.program.function(*id).map(|f| f.name.to_string())?,
            ExprKind::Deref(pointer) => format!("*{}", tight(inner(pointer)?)),
            ExprKind::Index { base, index, .. } => format!("{}[{}]", tight(inner(base)?), inner(index)?),
            ExprKind::Member { base, record, index } => {
                let name = member_name(&self.program.types, *record, *index)?;
                match &base.kind {
                    ExprKind::Deref(pointer) => format!("{}->{name}", tight(inner(pointer)?)),
                    _ => format!("{}.{name}", tight(inner(base)?)),
                }
            }
            ExprKind::AddressOf(place) => format!("&{}", tight(inner(place)?)),
            ExprKind::Binary { op, left, right } => {
                format!("{} {} {}", tight(inner(left)?), sign(*op), tight(inner(right)?))
            }
            ExprKind::PointerAdd { pointer, index, negative, .. } => {
                format!("{} {} {}", tight(inner(pointer)?), if *negative { "-" } else { "+" }, tight(inner(index)?))
            }
            ExprKind::Call { callee: Callee::Direct(id), arguments, .. } => {
                let name = &self.program.function(*id)?.name;
                let arguments: Option<Vec<String>> = arguments.iter().map(inner).collect();
                format!("{name}({})", arguments?.join(", "))
            }
            _ => return None,
        })
    }
}

/// The expression that the student wrote: without loads, decays and implicit conversions around it.
pub(super) fn bare(expr: &Expr) -> &Expr {
    let mut expr = expr;
    loop {
        expr = match &expr.kind {
            ExprKind::Load(inner) | ExprKind::Decay(inner) => inner,
            ExprKind::Convert { operand, explicit: false, .. } => operand,
            _ => return expr,
        };
    }
}

/// The same, without casts too.
pub(super) fn uncast(expr: &Expr) -> &Expr {
    let mut expr = expr;
    loop {
        expr = match &bare(expr).kind {
            ExprKind::Convert { operand, .. } => operand,
            _ => return bare(expr),
        };
    }
}

/// The operator as C writes it.
pub(super) fn sign(op: ArithOp) -> &'static str {
    match op {
        ArithOp::Add => "+",
        ArithOp::Sub => "-",
        ArithOp::Mul => "*",
        ArithOp::Div => "/",
        ArithOp::Rem => "%",
        ArithOp::Shl => "<<",
        ArithOp::Shr => ">>",
        ArithOp::And => "&",
        ArithOp::Or => "|",
        ArithOp::Xor => "^",
    }
}

/// The name of a member; of one inside an anonymous struct its own.
fn member_name(types: &TypeTable, record: crate::types::RecordId, index: u32) -> Option<String> {
    let members = types.record(record)?.members.as_deref()?;
    members.get(usize::try_from(index).ok()?)?.name.as_ref().map(|name| name.to_string())
}

/// In parentheses if an operator behind it would bind closer.
fn tight(text: String) -> String {
    if text.contains(' ') || text.starts_with(['*', '&', '-']) { format!("({text})") } else { text }
}

/// Without one pair of parentheses around all of it.
pub(super) fn without_parentheses(text: &str) -> String {
    let Some(inner) = text.strip_prefix('(').and_then(|t| t.strip_suffix(')')) else { return text.to_owned() };
    let mut depth = 0_i32;
    for c in inner.chars() {
        depth += match c {
            '(' => 1,
            ')' => -1,
            _ => 0,
        };
        if depth < 0 {
            return text.to_owned();
        }
    }
    if depth == 0 { inner.trim().to_owned() } else { text.to_owned() }
}

/// The text with a name that stands in it once replaced.
pub(super) fn renamed(text: &str, from: &str, to: &str) -> Option<String> {
    let is_part = |c: char| c.is_alphanumeric() || c == '_';
    let mut places = text.match_indices(from).filter(|(at, _)| {
        let (before, after) = (text.get(..*at).unwrap_or(""), text.get(at + from.len()..).unwrap_or(""));
        !before.ends_with(is_part) && !after.starts_with(is_part)
    });
    let (at, _) = places.next().filter(|_| places.next().is_none())?;
    Some(format!("{}{to}{}", text.get(..at)?, text.get(at + from.len()..)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_pair_around_all_is_taken_off() {
        assert_eq!(without_parentheses("(a + b)"), "a + b");
        assert_eq!(without_parentheses("(a) + (b)"), "(a) + (b)");
        assert_eq!(without_parentheses("f(x)"), "f(x)");
        assert_eq!(without_parentheses("((p))"), "(p)");
    }

    #[test]
    fn only_whole_names_are_replaced() {
        assert_eq!(renamed("malloc(n * sizeof(int))", "n", "cols").as_deref(), Some("malloc(cols * sizeof(int))"));
        assert_eq!(renamed("add(a, 1)", "a", "&a").as_deref(), Some("add(&a, 1)"));
        assert_eq!(renamed("calloc(n, n)", "n", "m"), None);
    }
}
