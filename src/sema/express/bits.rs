//! gcc's builtins that count and reorder bits, said in C's own operators.

use super::super::convert::Purpose;
use super::super::state::{Checked, Sema};
use super::super::tree::{ArithOp, CompareOp, Expr, ExprKind, UnaryOp};
use super::temporary::{Scratch, Temporary};
use crate::source::Span;
use crate::syntax::ast;
use crate::types::Type;

/// What is asked about the bits.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Question {
    Ones,
    Parity,
    LeadingZeros,
    TrailingZeros,
    FirstOne,
}

impl Sema<'_> {
    /// `__builtin_popcount` and its relatives, by the name without the prefix.
    pub(super) fn bits_builtin(&mut self, name: &str, argument: &[ast::Expr], span: Span) -> Option<Checked<Expr>> {
        if let Some(bits) = name.strip_prefix("bswap").and_then(|n| n.parse::<u32>().ok()) {
            return matches!(bits, 16 | 32 | 64).then(|| self.byte_swap(bits, argument, span));
        }
        let (stem, wide) = match name.strip_suffix("ll").or_else(|| name.strip_suffix('l')) {
            Some(stem) => (stem, true),
            None => (name, false),
        };
        let question = match stem {
            "popcount" => Question::Ones,
            "parity" => Question::Parity,
            "clz" => Question::LeadingZeros,
            "ctz" => Question::TrailingZeros,
            "ffs" => Question::FirstOne,
            _ => return None,
        };
        Some(self.bits_question(question, wide, argument, span))
    }

    fn bits_argument(&mut self, argument: &[ast::Expr], ty: Type, span: Span) -> Checked<Expr> {
        let [argument] = argument else {
            return Err(self.error("argument-count", span, "this builtin takes one argument"));
        };
        let value = self.operand(argument)?;
        self.assign_convert(value, ty, &Purpose::Argument(1, None))
    }

    fn bits_question(&mut self, question: Question, wide: bool, argument: &[ast::Expr], span: Span) -> Checked<Expr> {
        let own = if wide { self.basic.ulong } else { self.basic.uint };
        let ulong = self.basic.ulong;
        let value = self.bits_argument(argument, own, span)?;
        let value = self.convert(value, ulong, false);
        let mut scratch = Scratch::new(span);
        let t = scratch.hold(self, value);
        let zero = match question {
            Question::FirstOne => {
                let (value, nothing) = (t.load(self, span), self.make_int(0, ulong, span));
                let is_zero = self.test(CompareOp::Eq, value, nothing);
                Some(scratch.hold(self, is_zero))
            }
            _ => None,
        };
        match question {
            Question::LeadingZeros => self.smear(&mut scratch, t, span),
            Question::TrailingZeros | Question::FirstOne => {
                // The ones below the lowest one: (x & -x) - 1.
                let (x, y) = (t.load(self, span), t.load(self, span));
                let negative = self.make(ExprKind::Unary { op: UnaryOp::Neg, operand: Box::new(y) }, ulong, span);
                let lowest = self.compute(ArithOp::And, x, negative);
                let one = self.make_int(1, ulong, span);
                let below = self.compute(ArithOp::Sub, lowest, one);
                scratch.set(self, t, below);
            }
            Question::Ones | Question::Parity => {}
        }
        self.count_ones(&mut scratch, t, span);
        let count = t.load(self, span);
        let answer = match question {
            Question::Parity => self.with_constant(ArithOp::And, count, 1),
            Question::LeadingZeros => {
                let bits = self.make_int(if wide { 64 } else { 32 }, ulong, span);
                self.compute(ArithOp::Sub, bits, count)
            }
            Question::FirstOne => self.with_constant(ArithOp::Add, count, 1),
            Question::Ones | Question::TrailingZeros => count,
        };
        let int = self.basic.int;
        let answer = self.convert(answer, int, false);
        let answer = match zero {
            Some(zero) => {
                let (condition, nothing) = (zero.load(self, span), self.make_int(0, int, span));
                self.select(condition, nothing, answer)
            }
            None => answer,
        };
        Ok(scratch.finish(self, answer))
    }

    fn with_constant(&mut self, op: ArithOp, left: Expr, constant: i64) -> Expr {
        let (ty, span) = (left.ty, self.span_of(&left));
        // The amount of a shift is an int.
        let ty = if matches!(op, ArithOp::Shl | ArithOp::Shr) { self.basic.int } else { ty };
        let right = self.make_int(constant, ty, span);
        self.compute(op, left, right)
    }

    /// Every bit below the highest one becomes one.
    fn smear(&mut self, scratch: &mut Scratch, t: Temporary, span: Span) {
        for shift in [1, 2, 4, 8, 16, 32] {
            let (x, y) = (t.load(self, span), t.load(self, span));
            let moved = self.with_constant(ArithOp::Shr, y, shift);
            let both = self.compute(ArithOp::Or, x, moved);
            scratch.set(self, t, both);
        }
    }

    /// The number of ones, added up in pairs, fours and bytes.
    fn count_ones(&mut self, scratch: &mut Scratch, t: Temporary, span: Span) {
        let masks: [(i64, i64); 6] = [
            (1, 0x5555_5555_5555_5555),
            (2, 0x3333_3333_3333_3333),
            (4, 0x0f0f_0f0f_0f0f_0f0f),
            (8, 0x00ff_00ff_00ff_00ff),
            (16, 0x0000_ffff_0000_ffff),
            (32, 0x0000_0000_ffff_ffff),
        ];
        for (shift, mask) in masks {
            let (x, y) = (t.load(self, span), t.load(self, span));
            let low = self.with_constant(ArithOp::And, x, mask);
            let moved = self.with_constant(ArithOp::Shr, y, shift);
            let high = self.with_constant(ArithOp::And, moved, mask);
            let sum = self.compute(ArithOp::Add, low, high);
            scratch.set(self, t, sum);
        }
    }

    fn byte_swap(&mut self, bits: u32, argument: &[ast::Expr], span: Span) -> Checked<Expr> {
        let own = match bits {
            16 => self.types.int(crate::types::IntKind::UShort),
            32 => self.basic.uint,
            _ => self.basic.ulong,
        };
        let ulong = self.basic.ulong;
        let value = self.bits_argument(argument, own, span)?;
        let value = self.convert(value, ulong, false);
        let mut scratch = Scratch::new(span);
        let t = scratch.hold(self, value);
        let mut swapped = self.make_int(0, ulong, span);
        for byte in 0..i64::from(bits / 8) {
            let x = t.load(self, span);
            let low = self.with_constant(ArithOp::Shr, x, byte * 8);
            let low = self.with_constant(ArithOp::And, low, 0xff);
            let placed = self.with_constant(ArithOp::Shl, low, i64::from(bits) - 8 - byte * 8);
            swapped = self.compute(ArithOp::Or, swapped, placed);
        }
        let swapped = self.convert(swapped, own, false);
        Ok(scratch.finish(self, swapped))
    }
}
