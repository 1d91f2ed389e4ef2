//! Braced lists: which part each value goes to (6.7.9p17 to p21).

use super::super::convert::Purpose;
use super::super::state::{Checked, Reported, Sema};
use super::super::tree::{Expr, InitItem, InitValue};
use super::chosen::Chosen;
use super::string_literal;
use crate::diagnostics::Diagnostic;
use crate::source::Span;
use crate::syntax::ast::{Initializer, InitializerItem, InitializerList};
use crate::types::{ArrayLength, Type, TypeKind};

/// Parts that a range designator may fill.
const MAX_RANGE: u64 = 1 << 22;

/// A part of the object: where it lies and what it is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Part {
    pub offset: u64,
    pub ty: Type,
    pub bits: Option<(u8, u8)>,
}

/// One step of a designator, resolved: an index into the members or elements.
#[derive(Clone, Copy, Debug)]
pub(super) enum Step {
    Index(u64),
    Range(u64, u64),
}

/// The items of one pair of braces, and how far they are used.
pub(super) struct Cursor<'l> {
    items: &'l [InitializerItem],
    next: usize,
    /// The value of the next item, if it was looked at already.
    ready: Option<Expr>,
    failed: bool,
    chosen: Chosen,
}

impl<'l> Cursor<'l> {
    fn peek(&self) -> Option<&'l InitializerItem> {
        self.items.get(self.next)
    }

    fn advance(&mut self) {
        self.next += 1;
        self.ready = None;
    }
}

impl Sema<'_> {
    /// Fills an array, struct or union from a braced list; for an array, the
    /// number of elements that the list speaks of.
    pub(super) fn fill_braced(
        &mut self,
        out: &mut Vec<InitItem>,
        ty: Type,
        offset: u64,
        list: &InitializerList,
        chosen: &mut Chosen,
    ) -> Checked<u64> {
        self.enter(list.span)?;
        if list.items.is_empty() {
            self.strict("empty-initializer", list.span, "the braces of an initialiser are empty");
        }
        let mut cursor =
            Cursor { items: &list.items, next: 0, ready: None, failed: false, chosen: std::mem::take(chosen) };
        cursor.chosen.enter(ty);
        let whole = Part { offset, ty, bits: None };
        let mut count = 0;
        let mut index = 0;
        while let Some(item) = cursor.peek() {
            if !item.designators.is_empty() {
                match self.resolve_designators(ty, &item.designators) {
                    Ok(steps) => {
                        index = self.designated(out, whole, &steps, &mut cursor, item).unwrap_or(index);
                        count = count.max(index);
                    }
                    Err(Reported) => {
                        cursor.failed = true;
                        cursor.advance();
                    }
                }
                continue;
            }
            if self.lacks_dot(ty, item).is_err() {
                cursor.failed = true;
                cursor.advance();
                continue;
            }
            match self.part(whole, index) {
                Some(part) => {
                    if self.is_union(whole.ty) {
                        cursor.chosen.choose(whole, index);
                    }
                    self.fill_part(out, part, &mut cursor);
                    index += 1;
                    count = count.max(index);
                }
                None => {
                    self.excess(ty, item, &mut cursor);
                }
            }
        }
        self.leave();
        cursor.chosen.leave();
        *chosen = cursor.chosen;
        if cursor.failed { Err(Reported) } else { Ok(count) }
    }

    /// The part with this number of an array, struct or union.
    fn part(&self, whole: Part, index: u64) -> Option<Part> {
        match self.types.kind(whole.ty) {
            TypeKind::Array { element, length } => {
                if matches!(length, ArrayLength::Known(n) if index >= *n) {
                    return None;
                }
                let at = self.types.size(*element).ok()?.checked_mul(index)?;
                Some(Part { offset: whole.offset.checked_add(at)?, ty: *element, bits: None })
            }
            TypeKind::Record(id) => {
                let record = self.types.record(*id)?;
                if record.is_union && index > 0 {
                    return None;
                }
                self.member_part(whole, index)
            }
            _ => None,
        }
    }

    pub(in crate::sema) fn is_union(&self, ty: Type) -> bool {
        self.types.record_of(ty).and_then(|id| self.types.record(id)).is_some_and(|r| r.is_union)
    }

    /// A member by its number, in unions too.
    fn member_part(&self, whole: Part, index: u64) -> Option<Part> {
        let record = self.types.record(self.types.record_of(whole.ty)?)?;
        let member = record.members.as_ref()?.get(usize::try_from(index).ok()?)?;
        let offset = whole.offset.checked_add(member.offset)?;
        Some(Part { offset, ty: member.ty, bits: member.bits })
    }

    fn excess(&mut self, ty: Type, item: &InitializerItem, cursor: &mut Cursor<'_>) {
        let what = match self.types.kind(ty) {
            TypeKind::Array { length: ArrayLength::Known(n), .. } => format!("the array has {n} elements"),
            _ => "the object has no more members".to_owned(),
        };
        let message = format!("there are more values than parts: {what}");
        self.report(Diagnostic::pedantic("excess-initializers", item.span, message).and_undefined());
        while let Some(item) = cursor.peek() {
            if !item.designators.is_empty() {
                break;
            }
            if let Initializer::Expr(expr) = &item.value
                && self.rvalue(expr).is_err()
            {
                cursor.failed = true;
            }
            cursor.advance();
        }
    }

    /// Gives a part the next value or values.
    fn fill_part(&mut self, out: &mut Vec<InitItem>, part: Part, cursor: &mut Cursor<'_>) {
        let Some(item) = cursor.peek() else { return };
        match &item.value {
            Initializer::List(list) => {
                cursor.advance();
                if self.fill_from_list(out, part, list, &mut cursor.chosen).is_err() {
                    cursor.failed = true;
                }
            }
            Initializer::Expr(expr) => {
                if let TypeKind::Array { element, length } = *self.types.kind(part.ty) {
                    if let Some(token) = string_literal(expr)
                        && let Some(count) = self.string_fits(element, token)
                    {
                        cursor.advance();
                        if length == ArrayLength::Unknown && self.flexible(part, element, count, expr.span).is_err() {
                            cursor.failed = true;
                        } else if let Ok((_, item)) =
                            self.string_item(part.ty, element, length, token, count, part.offset, expr.span)
                        {
                            out.push(item);
                        }
                        return;
                    }
                    if string_literal(expr).is_some() && self.types.is_integer(element) {
                        let shown = self.show(part.ty);
                        let message = format!("a string literal does not initialise an array of this type ('{shown}')");
                        self.error("array-initializer", expr.span, message);
                        cursor.failed = true;
                        cursor.advance();
                        return;
                    }
                    if length == ArrayLength::Unknown {
                        let message = "the values of an array without length need braces of their own";
                        self.error("flexible-member", expr.span, message);
                        cursor.failed = true;
                        cursor.advance();
                        return;
                    }
                    return self.fill_elided(out, part, 0, cursor);
                }
                if self.look(cursor, expr).is_err() {
                    return;
                }
                if let Some(id) = self.types.record_of(part.ty) {
                    let same = cursor.ready.as_ref().and_then(|v| self.types.record_of(v.ty)) == Some(id);
                    if !same {
                        return self.fill_elided(out, part, 0, cursor);
                    }
                }
                let Some(value) = cursor.ready.take() else { return };
                cursor.advance();
                match self.assign_convert(value, part.ty, &Purpose::Init) {
                    Ok(value) => out.push(item_of(part, value)),
                    Err(Reported) => cursor.failed = true,
                }
            }
        }
    }

    /// Analyses the next value, once.
    fn look(&mut self, cursor: &mut Cursor<'_>, expr: &crate::syntax::ast::Expr) -> Checked<()> {
        if cursor.ready.is_none() {
            match self.rvalue(expr) {
                Ok(value) => cursor.ready = Some(value),
                Err(reported) => {
                    cursor.failed = true;
                    cursor.advance();
                    return Err(reported);
                }
            }
        }
        Ok(())
    }

    /// The values of a flexible member: gcc gives a static object room for them.
    fn flexible(&mut self, part: Part, element: Type, count: u64, span: Span) -> Checked<()> {
        let size = self.types.size(element).unwrap_or(0);
        let Some(end) = &mut self.flexible_end else {
            let message = "an array without length can only be initialised in a static object";
            return Err(self.error("flexible-member", span, message));
        };
        *end = (*end).max(part.offset.saturating_add(size.saturating_mul(count)));
        self.strict("flexible-member", span, "an array without length is initialised");
        Ok(())
    }

    fn fill_from_list(
        &mut self,
        out: &mut Vec<InitItem>,
        part: Part,
        list: &InitializerList,
        chosen: &mut Chosen,
    ) -> Checked<()> {
        match *self.types.kind(part.ty) {
            TypeKind::Array { element, length: ArrayLength::Unknown } => {
                if list.items.is_empty() {
                    return Ok(());
                }
                let count = self.fill_braced(out, part.ty, part.offset, list, chosen)?;
                self.flexible(part, element, count, list.span)
            }
            TypeKind::Array { element, length } => {
                if let [only] = list.items.as_slice()
                    && only.designators.is_empty()
                    && let Initializer::Expr(expr) = &only.value
                    && let Some(token) = string_literal(expr)
                    && let Some(count) = self.string_fits(element, token)
                {
                    let (_, item) = self.string_item(part.ty, element, length, token, count, part.offset, expr.span)?;
                    out.push(item);
                    return Ok(());
                }
                self.fill_braced(out, part.ty, part.offset, list, chosen).map(|_| ())
            }
            TypeKind::Record(_) => self.fill_braced(out, part.ty, part.offset, list, chosen).map(|_| ()),
            _ => {
                self.warn("braces-around-scalar", list.span, "braces around a single value");
                let value = self.scalar_list(part.ty, list)?;
                out.push(item_of(part, value));
                Ok(())
            }
        }
    }

    /// Fills a part whose own braces were left out, from its part `start` on.
    fn fill_elided(&mut self, out: &mut Vec<InitItem>, whole: Part, start: u64, cursor: &mut Cursor<'_>) {
        let span = cursor.peek().map_or(Span::NONE, |item| item.span);
        if self.enter(span).is_err() {
            cursor.failed = true;
            cursor.advance();
            return;
        }
        let mut index = start;
        while let Some(item) = cursor.peek() {
            // A designator speaks of the object that the braces belong to.
            if !item.designators.is_empty() && index > start {
                break;
            }
            let Some(part) = self.part(whole, index) else { break };
            if self.is_union(whole.ty) {
                cursor.chosen.choose(whole, index);
            }
            self.fill_part(out, part, cursor);
            index += 1;
        }
        self.leave();
    }

    /// Gives a value to the part that the designators name; the number of the
    /// part of `whole` that comes next.
    fn designated(
        &mut self,
        out: &mut Vec<InitItem>,
        whole: Part,
        steps: &[Step],
        cursor: &mut Cursor<'_>,
        item: &InitializerItem,
    ) -> Checked<u64> {
        let Some((step, rest)) = steps.split_first() else { return Err(Reported) };
        let (low, high) = match *step {
            Step::Index(index) => (index, index),
            Step::Range(low, high) => (low, high),
        };
        if high.saturating_sub(low) >= MAX_RANGE {
            cursor.advance();
            cursor.failed = true;
            return Err(self.error("initializer-limit", item.span, "this range of elements is too large"));
        }
        let start = cursor.next;
        let is_union = self.is_union(whole.ty);
        let mut kept = None;
        for index in low..=high {
            let mark = self.next_node();
            // Each element of a range takes the same values.
            cursor.next = start;
            cursor.ready = None;
            let part = if self.types.record_of(whole.ty).is_some() {
                self.member_part(whole, index)
            } else {
                self.part(whole, index)
            };
            let Some(part) = part else {
                cursor.advance();
                return Err(Reported);
            };
            // The rest of a member stays when another part of it is named.
            if is_union && (cursor.chosen.choose(whole, index) || rest.is_empty()) {
                self.replace(out, whole);
            }
            if rest.is_empty() {
                self.replace(out, part);
                // What was chosen inside the part is gone with it.
                let end = part.offset.saturating_add(self.types.size(part.ty).unwrap_or(0));
                cursor.chosen.forget(part.offset, end);
                self.fill_part(out, part, cursor);
            } else {
                cursor.chosen.enter(part.ty);
                let next = self.designated(out, part, rest, cursor, item);
                cursor.chosen.leave();
                let next = next?;
                // What follows goes on behind the part that was named (6.7.9p17).
                let more = cursor.peek().is_some_and(|i| i.designators.is_empty());
                if more && index == high && self.part(part, next).is_some() {
                    self.fill_elided(out, part, next, cursor);
                }
            }
            if low < high {
                match &kept {
                    None => kept = Some(self.keep_values(out, mark)),
                    Some(kept) => self.reuse_values(out, mark, kept),
                }
            }
        }
        Ok(if is_union { 1 } else { high.saturating_add(1) })
    }

    /// A part that is given a value again loses what it had (6.7.9p19).
    fn replace(&mut self, out: &mut Vec<InitItem>, part: Part) {
        let size = self.types.size(part.ty).unwrap_or(0);
        let end = part.offset.saturating_add(size);
        let last = out.last().map_or(0, |item| item.offset);
        if last < part.offset && out.iter().all(|item| item.offset < part.offset) {
            return;
        }
        out.retain(|item| match part.bits {
            _ if self.types.is_void(item.ty) => true,
            Some(bits) => item.bits != Some(bits) || item.offset != part.offset,
            None => item.offset < part.offset || item.offset >= end,
        });
    }
}

fn item_of(part: Part, value: Expr) -> InitItem {
    InitItem { offset: part.offset, ty: part.ty.unqualified(), bits: part.bits, value: InitValue::Value(value) }
}
