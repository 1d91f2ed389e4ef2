//! Values of variables as a report shows them.

use super::LocalValue;
use super::locate;
use super::locate::{Part, Path};
use super::objects::{escaped, quoted};
use super::scene::{Held, Scene, Storage};
use super::scope::{self, Written};
use crate::memory::U8;
use crate::sema::tree::{Expr, ExprKind, FunctionId, GlobalId, LocalId, NodeId};
use crate::types::{IntKind, Type, TypeKind};

/// Elements of an array that are shown.
const MOST_ELEMENTS: u64 = 8;
/// Elements that are shown among others without a value.
const MOST_ALONE: usize = 5;
/// Longer arrays are not searched for elements with a value.
const MOST_SEARCHED: u64 = 1 << 16;
/// Members of a struct that are shown.
const MOST_MEMBERS: usize = 8;
/// Structs in structs deeper than this are told as `{...}`.
const DEEPEST: u32 = 2;
/// Characters of a string that are read.
const LONGEST_STRING: u64 = 41;
/// Locals shown for one call.
const MOST_LOCALS: usize = 32;

/// Told of what was never written.
pub const UNWRITTEN: &str = "not written yet";
/// Told of `argv`: not worth a line unless it is used.
const ARGUMENTS: &str = "-> the arguments of 'main'";
/// The same inside of braces.
const UNKNOWN: &str = "?";

impl Scene<'_> {
    /// The values of the locals that are in scope at a node of a frame.
    pub fn locals(&self, frame: usize, function: FunctionId, node: NodeId) -> Vec<LocalValue> {
        let Some(body) = self.body(function) else { return Vec::new() };
        let seen_from = Scene { viewer: Some(frame), ..*self };
        // Where the node is not in the body (its very beginning), only the parameters are there.
        let path = locate::find(body, node).unwrap_or_default();
        let ids = scope::locals(body, &path);
        let value = |id: LocalId| {
            let told = seen_from.local_value(frame, function, id, &path)?;
            if !told.involved && told.value == ARGUMENTS {
                return None;
            }
            // Only where the run stopped is it sure what of an expression was done.
            let changed = path.expr().filter(|_| node == self.node).and_then(|e| step_of(e, id));
            Some(match changed.and_then(|step| self.text(step)) {
                Some(text) if told.value != UNWRITTEN => {
                    LocalValue { value: format!("{} (after '{text}')", told.value), ..told }
                }
                _ => told,
            })
        };
        ids.into_iter().take(MOST_LOCALS).filter_map(value).collect()
    }

    /// The values of the global variables that the expression around the trap's node names.
    pub fn named_globals(&self) -> Vec<LocalValue> {
        let mut found: Vec<GlobalId> = Vec::new();
        if let Some(whole) = self.path().unwrap_or_default().expressions().last() {
            locate::any(Part::Expr(whole), |part| {
                if let Some(ExprKind::Global(id)) = part.expr().map(|e| &e.kind)
                    && !found.contains(id)
                {
                    found.push(*id);
                }
                false
            });
        }
        let value = |id: GlobalId| {
            let global =
                self.program.global(id).filter(|global| !global.name.is_empty() && &*global.name != "__func__")?;
            let place = self.static_place(id).filter(|_| !self.map.is_built_in(global.span))?;
            if self.is_opaque(global.ty) {
                return None;
            }
            Some(LocalValue {
                name: global.name.to_string(),
                ty: self.program.types.print(global.ty),
                value: self.object(place.at, global.ty, None, 0),
                involved: true,
            })
        };
        found.into_iter().filter_map(value).collect()
    }

    /// The value of a local at the end of the path; `None` where it cannot be told
    /// whether what is there was stored by the program.
    pub(super) fn local_value(
        &self,
        frame: usize,
        function: FunctionId,
        id: LocalId,
        path: &Path<'_>,
    ) -> Option<LocalValue> {
        let local = self.local(function, id)?;
        let value = match self.storage(frame, id)? {
            Storage::Slot(index, flag) => {
                let held = self.in_slot(index, flag, local.ty)?;
                // A pointer's tag tells; for a number without flag only the text can.
                let written = match (flag, held, self.body(function)) {
                    (None, Held::Int(_) | Held::Float(_), Some(body)) => scope::written(body, path, id),
                    _ => Written::Yes,
                };
                match written {
                    Written::Yes => self.scalar(held, local.ty, true),
                    Written::No => UNWRITTEN.to_owned(),
                    // Whether this value is one that the program stored cannot be told.
                    Written::Perhaps => return None,
                }
            }
            Storage::Memory(at) => self.object(at, local.ty, self.object_of_local(frame, id).map(|(_, size)| size), 0),
        };
        (!self.is_opaque(local.ty) || value == UNWRITTEN).then(|| LocalValue {
            name: local.name.to_string(),
            ty: self.program.types.print(local.ty),
            value,
            involved: scope::named(path).contains(&id),
        })
    }

    /// Is it made by the library for itself alone (va_list, jmp_buf)? Its value tells nothing.
    fn is_opaque(&self, ty: Type) -> bool {
        let types = &self.program.types;
        let id = match types.kind(types.element(ty).unwrap_or(ty)) {
            TypeKind::VaListTag => return true,
            TypeKind::Record(id) => id,
            _ => return false,
        };
        let members = types.record(*id).and_then(|record| record.members.as_deref()).unwrap_or(&[]);
        let hidden = |name: &Option<std::rc::Rc<str>>| name.as_ref().is_some_and(|name| name.starts_with("__"));
        !members.is_empty() && members.iter().all(|member| hidden(&member.name))
    }

    /// A scalar's value. `alone`: not inside of braces.
    pub fn scalar(&self, held: Held, ty: Type, alone: bool) -> String {
        match (held, self.program.types.kind(ty)) {
            (Held::Unwritten, _) => (if alone { UNWRITTEN } else { UNKNOWN }).to_owned(),
            (Held::Pointer(pointer), _) => self.pointer(pointer, self.program.types.pointee(ty), u32::from(!alone)),
            (Held::Float(value), TypeKind::Float(kind)) => float(value, *kind == crate::types::FloatKind::Float),
            (Held::Float(value), _) => float(value, false),
            (Held::Int(value), TypeKind::Bool) => (if value == 0 { "false" } else { "true" }).to_owned(),
            (Held::Int(value), TypeKind::Int(IntKind::Char)) => character(value),
            (Held::Int(value), TypeKind::Enum(id)) => {
                let constants = self.program.types.enumeration(*id).map_or(&[][..], |e| &e.constants[..]);
                match constants.iter().find(|(_, n)| *n == value) {
                    Some((name, _)) => name.to_string(),
                    None => value.to_string(),
                }
            }
            (Held::Int(value), TypeKind::Int(kind)) => integer(value, kind.is_signed()),
            (Held::Int(value), _) => value.to_string(),
        }
    }

    /// The value of an object in memory. `size` where the type does not tell it.
    pub fn object(&self, at: usize, ty: Type, size: Option<u64>, depth: u32) -> String {
        if let Some(held) = self.in_memory(at, ty) {
            return self.scalar(held, ty, depth == 0);
        }
        let size = self.program.types.size(ty).ok().or(size).unwrap_or(0);
        if self.never_written(at, size) {
            return (if depth == 0 { UNWRITTEN } else { UNKNOWN }).to_owned();
        }
        match self.program.types.kind(ty) {
            TypeKind::Array { element, .. } => {
                if let TypeKind::Int(kind) = self.program.types.kind(*element)
                    && *kind == IntKind::Char
                    && let Some(text) = self.string_at(at, size)
                {
                    return text;
                }
                self.elements(at, *element, size, depth)
            }
            TypeKind::Record(_) => self.members(at, ty, depth),
            _ => "{...}".to_owned(),
        }
    }

    /// Values of an array's elements, in braces; around what matters, if it is long.
    pub fn elements(&self, at: usize, element: Type, size: u64, depth: u32) -> String {
        let each = self.size_of(element);
        let Some(length) = size.checked_div(each) else { return "{...}".to_owned() };
        if depth >= DEEPEST && self.in_memory(at, element).is_none() {
            return "{...}".to_owned();
        }
        // Rows and structs are long, so fewer of them are shown.
        let most = if self.in_memory(at, element).is_some() { MOST_ELEMENTS } else { MOST_ELEMENTS / 2 };
        if length > most / 2
            && let Some(told) = self.few_written(at, element, length, depth)
        {
            return told;
        }
        let shown = |range: std::ops::Range<u64>| {
            range
                .map_while(|i| at.checked_add(usize::try_from(i.checked_mul(each)?).ok()?))
                .map(|at| self.object(at, element, None, depth + 1))
                .collect::<Vec<_>>()
        };
        if length <= most {
            return format!("{{{}}}", shown(0..length).join(", "));
        }
        // Around the element that the finding is about.
        let focus = self.focus.and_then(|focus| u64::try_from(focus.checked_sub(at)?).ok()?.checked_div(each));
        let first = match focus.filter(|focus| *focus >= most && *focus <= length.saturating_add(most)) {
            Some(focus) => focus.min(length - 1).saturating_sub(most / 2).min(length - most / 2),
            None => return format!("{{{}, ...}}", shown(0..most).join(", ")),
        };
        let last = first.saturating_add(most / 2 + 1).min(length);
        let after = if last < length { ", ..." } else { "" };
        format!("{{..., [{first}] = {}{after}}}", shown(first..last).join(", "))
    }

    /// The elements that have a value, if they are few and several others have none.
    fn few_written(&self, at: usize, element: Type, length: u64, depth: u32) -> Option<String> {
        let each = self.size_of(element);
        let place = |i: u64| at.checked_add(usize::try_from(i.checked_mul(each)?).ok()?);
        let mut parts = Vec::new();
        let mut unwritten = 0;
        let mut after_gap = false;
        for i in 0..length.min(MOST_SEARCHED) {
            if self.never_written(place(i)?, each) {
                unwritten += 1;
                after_gap = true;
                continue;
            }
            if parts.len() >= MOST_ALONE {
                return None;
            }
            let value = self.object(place(i)?, element, None, depth + 1);
            parts.push(if after_gap { format!("[{i}] = {value}") } else { value });
            after_gap = false;
        }
        let rest = if parts.is_empty() { "none written" } else { "others not written" };
        (unwritten > 2 && length <= MOST_SEARCHED)
            .then(|| format!("{{{}}}", [parts, vec![rest.to_owned()]].concat().join(", ")))
    }

    fn members(&self, at: usize, ty: Type, depth: u32) -> String {
        let TypeKind::Record(id) = self.program.types.kind(ty) else { return "{...}".to_owned() };
        let Some(record) = self.program.types.record(*id) else { return "{...}".to_owned() };
        if depth >= DEEPEST {
            return "{...}".to_owned();
        }
        let members = record.members.as_deref().unwrap_or(&[]);
        let mut parts = Vec::new();
        for member in members.iter().take(MOST_MEMBERS) {
            let Some(place) = usize::try_from(member.offset).ok().and_then(|o| at.checked_add(o)) else { break };
            let value = match member.bits {
                Some((first, width)) => self.bit_field(place, member.ty, first, width),
                None => self.object(place, member.ty, None, depth + 1),
            };
            match &member.name {
                Some(name) => parts.push(super::finding::with_name(name, &value)),
                None if member.bits.is_none() => parts.push(value),
                None => {}
            }
        }
        if members.len() > MOST_MEMBERS {
            parts.push("...".to_owned());
        }
        format!("{{{}}}", parts.join(", "))
    }

    fn bit_field(&self, at: usize, ty: Type, first: u8, width: u8) -> String {
        let mut unit: u64 = 0;
        let (low, high) = (usize::from(first) / 8, (usize::from(first) + usize::from(width)).div_ceil(8));
        for i in low..high.min(8) {
            match self.machine.memory.load::<U8>(at.saturating_add(i)) {
                Some(byte) => unit |= byte.cast_unsigned() << (8 * i),
                None => return UNKNOWN.to_owned(),
            }
        }
        let width = u32::from(width).clamp(1, 64);
        let up = 64_u32.saturating_sub(u32::from(first) + width).min(63);
        let raw = unit << up;
        let signed = match self.program.types.kind(ty) {
            TypeKind::Int(kind) => kind.is_signed(),
            _ => false,
        };
        let value = if signed { raw.cast_signed() >> (64 - width) } else { (raw >> (64 - width)).cast_signed() };
        self.scalar(Held::Int(value), ty, false)
    }

    /// Has no byte a value?
    pub fn never_written(&self, at: usize, size: u64) -> bool {
        let len = usize::try_from(size).unwrap_or(0);
        let found = self.machine.memory.marks_of(at, len);
        !found.is_empty() && found.iter().all(|mark| *mark == crate::memory::marks::UNWRITTEN)
    }

    /// The string in at most `room` bytes, if it ends there.
    pub fn string_at(&self, at: usize, room: u64) -> Option<String> {
        let mut bytes = Vec::new();
        for i in 0..room.min(LONGEST_STRING) {
            let place = at.checked_add(usize::try_from(i).ok()?)?;
            let Some(byte) = self.machine.memory.load::<U8>(place) else {
                // A text that was begun, and nothing behind it.
                let begun = i > 0 && self.never_written(place, room - i);
                return begun.then(|| format!("{} without a '\\0'", quoted(&bytes)));
            };
            match u8::try_from(byte).ok()? {
                0 => return Some(quoted(&bytes)),
                byte => bytes.push(byte),
            }
        }
        if room > LONGEST_STRING {
            return Some(quoted(&bytes));
        }
        Some(format!("{} without a '\\0'", quoted(&bytes)))
    }
}

/// The `n++` by which a place that was reached has changed the local: it is certainly
/// done, as all that a place is computed from is computed before it is accessed.
fn step_of(place: &Expr, id: LocalId) -> Option<NodeId> {
    // Of a step that is not part of the way to a place it is not known whether it was done.
    let mut open = vec![(place, false)];
    while let Some((expr, inside)) = open.pop() {
        match &expr.kind {
            ExprKind::IncDec { place, stride: None, .. } if inside => {
                if matches!(place.kind, ExprKind::Local(local) if local == id) {
                    return Some(expr.id);
                }
            }
            ExprKind::Load(inner) | ExprKind::Decay(inner) | ExprKind::Member { base: inner, .. } => {
                open.push((inner, inside));
            }
            ExprKind::Convert { operand: inner, .. } => open.push((inner, inside)),
            ExprKind::Deref(inner) => open.push((inner, true)),
            ExprKind::Index { base, index, .. } => open.extend([(&**base, true), (&**index, true)]),
            _ => {}
        }
    }
    None
}

/// An integer as its type reads the 64 bits.
pub(super) fn integer(value: i64, signed: bool) -> String {
    if signed { value.to_string() } else { value.cast_unsigned().to_string() }
}

/// A character in single quotes; as a number where it is none.
fn character(value: i64) -> String {
    match u8::try_from(value) {
        Ok(byte) if byte < 0x80 && (byte >= 0x20 || matches!(byte, 0 | b'\n' | b'\t' | b'\r')) => {
            format!("'{}'", escaped(byte, '\''))
        }
        _ => value.to_string(),
    }
}

/// A floating value, short and exact enough to be known again.
pub(super) fn float(value: f64, single: bool) -> String {
    if value.is_nan() {
        return "nan".to_owned();
    }
    #[allow(clippy::cast_possible_truncation, reason = "the value is a float that travels as a double")]
    if single { format!("{:?}", value as f32) } else { format!("{value:?}") }
}
