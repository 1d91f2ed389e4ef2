//! Divisions of whole numbers whose fraction was wanted.

use super::Lints;
use super::typed::{Scene, unconverted};
use crate::diagnostics::Diagnostic;
use crate::sema::tree::{
    ArithOp, Callee, Conversion, Expr, ExprKind, FunctionId, Init, LocalId, each_child, full_expressions,
};
use crate::source::{ExpansionId, Span};

const CODE: &str = "integer-division";

/// Branches of `?:` that are looked at.
const BRANCHES: u32 = 8;

impl Lints<'_> {
    /// `average = sum / n;` of a double and two ints.
    pub(super) fn division_assigned(&mut self, scene: Scene<'_>, expr: &Expr) {
        match &expr.kind {
            ExprKind::Assign { left, right } => {
                let name = self.map.text(scene.span(left)).to_owned();
                let target = if name.is_empty() { "the variable".to_owned() } else { format!("'{name}'") };
                self.fraction_wanted(scene, right, &format!("{target} gets it"), BRANCHES);
            }
            // `done / total * 100.0`
            ExprKind::Binary { op: ArithOp::Mul, left, right } => {
                let whole = |e: &Expr| matches!(e.kind, ExprKind::Float(x) if x == 1.0 || x == 100.0);
                if whole(right) {
                    self.fraction_wanted(scene, left, "'*' gets it", 1);
                }
            }
            _ => {}
        }
        self.constant_division(scene, expr);
    }

    /// The same where the variable is declared.
    pub(super) fn division_declared(&mut self, scene: Scene<'_>, local: LocalId, init: &Init) {
        if let (Some((name, _)), Init::Value(value)) = (scene.variable(local), init) {
            self.fraction_wanted(scene, value, &format!("'{name}' gets it"), BRANCHES);
        }
    }

    /// The same where a function gives it back.
    pub(super) fn division_returned(&mut self, scene: Scene<'_>, value: &Expr) {
        self.fraction_wanted(scene, value, "the function gives it back", BRANCHES);
    }

    /// A value that becomes a floating one by itself.
    fn fraction_wanted(&mut self, scene: Scene<'_>, value: &Expr, who: &str, depth: u32) {
        let mut pending = vec![(value, false, depth)];
        while let Some((mut value, mut floating, depth)) = pending.pop() {
            while let ExprKind::Convert { kind, operand, explicit: false } = &value.kind {
                floating |= *kind == Conversion::IntToFloat;
                value = operand;
            }
            match &value.kind {
                ExprKind::Conditional { then, otherwise, .. } if depth > 0 => {
                    let branches = [then.as_deref(), Some(&**otherwise)];
                    pending.extend(branches.into_iter().flatten().map(|e| (e, floating, depth - 1)));
                }
                ExprKind::Binary { op: ArithOp::Div, .. } if floating => self.quotient(scene, value, who),
                // `done / total * 100`
                ExprKind::Binary { op: ArithOp::Mul, left, right } if floating => {
                    let left = unconverted(left);
                    if matches!(unconverted(right).kind, ExprKind::Int(100))
                        && let ExprKind::Binary { op: ArithOp::Div, right: divisor, .. } = &left.kind
                        && constant(divisor).is_none()
                    {
                        self.quotient(scene, left, "'*' gets it");
                    }
                }
                _ => {}
            }
        }
    }

    /// The quotient of two whole numbers that is wanted with its fraction.
    fn quotient(&mut self, scene: Scene<'_>, quotient: &Expr, who: &str) {
        let ExprKind::Binary { left, right, .. } = &quotient.kind else { return };
        let types = &scene.program.types;
        let span = scene.span(quotient);
        let cast = |e: &Expr| matches!(unconverted(e).kind, ExprKind::Convert { .. });
        let measured = scene.program.measured_in(span).next().is_some();
        if span.expansion != ExpansionId::NONE
            || measured
            || cast(left)
            || cast(right)
            || !types.is_integer(quotient.ty)
        {
            return;
        }
        match constant(right) {
            // Those are told as what they are.
            Some(_) if constant(left).is_some() => return,
            Some(-1..=1) => return,
            Some(by) if perhaps_exact(left, by) => return,
            None if is_product(right) || called(left).is_some_and(|f| called(right) == Some(f)) => return,
            _ => {}
        }
        let texts = |left: &Expr, right: &Expr| [left, right].map(|e| self.squeezed(scene.span(e)));
        let own = texts(left, right);
        // `a / gcd(a, b)`
        let divides = arguments(right).iter().any(|e| own.first() == Some(&self.squeezed(scene.span(e))));
        if own.iter().any(String::is_empty) || divides || self.takes_remainder(scene, &own) {
            return;
        }
        let text = without_parentheses(self.map.text(span).trim());
        // A number behind the '/' can have a point.
        let number = own.last().is_some_and(|t| t.bytes().all(|b| b.is_ascii_digit()) && text.ends_with(t.as_str()));
        let meant = if number { format!("{text}.0") } else { format!("(double){text}") };
        let ty = types.print(quotient.ty.unqualified());
        let message = format!("the division is done in '{ty}': the fraction is lost before {who}");
        self.warn(Diagnostic::warning(CODE, span, message).with_note(format!("write '{meant}'")));
    }

    /// A function that takes the remainder too wants the quotient whole.
    fn takes_remainder(&self, scene: Scene<'_>, quotient: &[String; 2]) -> bool {
        let mut pending: Vec<&Expr> = Vec::new();
        let mut blocks = vec![&scene.body.block];
        while let Some(block) = blocks.pop() {
            for stmt in &block.stmts {
                let (expressions, inner) = full_expressions(stmt);
                pending.extend(expressions);
                blocks.extend(inner);
            }
        }
        while let Some(e) = pending.pop() {
            let operands = match &e.kind {
                ExprKind::Binary { op: ArithOp::Rem, left, right } => Some((left, right)),
                ExprKind::AssignOp { op: ArithOp::Rem, left, right, .. } => Some((left, right)),
                _ => None,
            };
            if let Some((left, right)) = operands
                && [left, right].map(|e| self.squeezed(scene.span(e))) == *quotient
            {
                return true;
            }
            each_child(e, &mut |child| pending.push(child));
        }
        false
    }

    /// `5 / 9 * (f - 32)`, `pow(x, 1 / 3)`: a quotient of two numbers that is used as a floating one.
    fn constant_division(&mut self, scene: Scene<'_>, expr: &Expr) {
        let (mut pending, least) = match &expr.kind {
            ExprKind::Convert { kind: Conversion::IntToFloat, operand, explicit: false } => (vec![&**operand], 0),
            // 0 makes the whole product 0, also where it stays whole.
            ExprKind::Binary { op: ArithOp::Mul, left, right } => (vec![&**left, &**right], 1),
            _ => return,
        };
        while let Some(e) = pending.pop() {
            let e = unconverted(e);
            match &e.kind {
                ExprKind::Binary { op: ArithOp::Mul | ArithOp::Add | ArithOp::Sub, left, right } if least == 0 => {
                    pending.extend([&**left, &**right]);
                }
                ExprKind::Binary { op: ArithOp::Div, left, right } => {
                    if let (Some(number), Some(by)) = (constant(left), constant(right))
                        && number.checked_rem(by).is_some_and(|rest| rest != 0)
                        && (least == 0 || number < by)
                    {
                        self.constant_quotient(scene.span(e), number / by);
                    }
                }
                _ => {}
            }
        }
    }

    fn constant_quotient(&mut self, span: Span, value: i64) {
        let text = without_parentheses(self.map.text(span).trim()).to_owned();
        let Some((left, right)) = text.split_once('/').map(|(l, r)| (l.trim_end(), r.trim_start())) else { return };
        // What is calculated with names may be anything in another configuration.
        let written = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        if written(left) && written(right) && span.expansion == ExpansionId::NONE {
            let message = format!("{text} is {}: a division of whole numbers has no fraction", value);
            self.warn_once(Diagnostic::warning(CODE, span, message).with_note(format!("write '{left}.0 / {right}'")));
        }
    }

    /// A text without blanks.
    fn squeezed(&self, span: Span) -> String {
        self.map.text(span).split_whitespace().collect()
    }
}

/// The value of a constant.
fn constant(expr: &Expr) -> Option<i64> {
    match unconverted(expr).kind {
        ExprKind::Int(n) => Some(n),
        _ => None,
    }
}

/// A product of variables, as in the formulas for numbers of combinations: what it divides is a multiple of it.
fn is_product(expr: &Expr) -> bool {
    let ExprKind::Binary { op: ArithOp::Mul, left, right } = &unconverted(expr).kind else { return false };
    constant(left).is_none() && constant(right).is_none()
}

/// The function that is called.
fn called(expr: &Expr) -> Option<FunctionId> {
    match &unconverted(expr).kind {
        ExprKind::Call { callee: Callee::Direct(id), .. } => Some(*id),
        _ => None,
    }
}

fn arguments(expr: &Expr) -> &[Expr] {
    match &unconverted(expr).kind {
        ExprKind::Call { arguments, .. } => arguments,
        _ => &[],
    }
}

/// A product may be a multiple of the divisor: `n * (n + 1) / 2`, `4 * n / 2`.
fn perhaps_exact(number: &Expr, by: i64) -> bool {
    let mut pending = vec![number];
    while let Some(e) = pending.pop() {
        match &unconverted(e).kind {
            ExprKind::Binary { op: ArithOp::Mul, left, right } => match (constant(left), constant(right)) {
                (Some(n), _) | (_, Some(n)) if n % by != 0 => pending.extend([&**left, &**right]),
                _ => return true,
            },
            ExprKind::Binary { op: ArithOp::Add | ArithOp::Sub, left, right } => {
                pending.extend([&**left, &**right]);
            }
            // What was rounded to a multiple.
            ExprKind::Binary { .. } => return true,
            _ => {}
        }
    }
    false
}

/// Without the parentheses around the whole.
fn without_parentheses(text: &str) -> &str {
    let mut text = text;
    while let Some(inner) = text.strip_prefix('(').and_then(|t| t.strip_suffix(')')) {
        let mut open = 0i32;
        for c in inner.chars() {
            match c {
                '(' => open += 1,
                ')' => open -= 1,
                _ => {}
            }
            if open < 0 {
                return text;
            }
        }
        text = inner.trim();
    }
    text
}
