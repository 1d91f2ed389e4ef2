//! Conversions (6.3), and which of them happen without a cast (6.5.16.1).

use super::scope::SymbolKind;
use super::state::{Checked, Sema};
use super::tree::{Conversion, Expr, ExprKind, GlobalKind, LocalKind};
use crate::arith::{int_to_float, int_to_single};
use crate::diagnostics::Diagnostic;
use crate::source::Span;
use crate::types::{FloatKind, Type, TypeKind};

/// For what a value is converted; it colours the message.
#[derive(Clone, Debug)]
pub(super) enum Purpose {
    /// `=`
    Assign,
    /// An initialiser.
    Init,
    /// An argument: its number from 1, the function's name and declaration.
    Argument(usize, Option<(String, Span)>),
    /// `return`
    Return,
}

impl Purpose {
    fn describe(&self, from: &str, to: &str) -> String {
        match self {
            Purpose::Assign => format!("assigning '{from}' to '{to}'"),
            Purpose::Init => format!("initialising '{to}' with '{from}'"),
            Purpose::Argument(n, Some((name, _))) => {
                format!("passing '{from}' as argument {n} of '{name}', which is '{to}',")
            }
            Purpose::Argument(n, None) => format!("passing '{from}' as argument {n}, which is '{to}',"),
            Purpose::Return => format!("returning '{from}' from a function that returns '{to}'"),
        }
    }
}

impl Sema<'_> {
    /// Is this a place (an lvalue)?
    pub fn is_place(expr: &Expr) -> bool {
        let mut expr = expr;
        loop {
            match &expr.kind {
                ExprKind::Local(_)
                | ExprKind::Global(_)
                | ExprKind::String(_)
                | ExprKind::Deref(_)
                | ExprKind::Index { .. }
                | ExprKind::CompoundLiteral { .. } => return true,
                ExprKind::Member { base, .. } => expr = base,
                _ => return false,
            }
        }
    }

    /// The value of an expression (6.3.2.1): places are loaded, arrays and
    /// functions become pointers.
    pub fn value(&mut self, expr: Expr) -> Expr {
        let span = self.span_of(&expr);
        match self.types.kind(expr.ty) {
            TypeKind::Array { .. } => {
                self.refuse_register(&expr, span);
                self.mark_address_taken(&expr);
                self.decay(expr, span)
            }
            TypeKind::Function(_) => {
                let ty = self.types.pointer(expr.ty);
                match expr.kind {
                    ExprKind::Deref(pointer) => *pointer,
                    kind => Expr { kind, ty, id: expr.id },
                }
            }
            _ if Self::is_place(&expr) => {
                let ty = expr.ty.unqualified();
                self.make(ExprKind::Load(Box::new(expr)), ty, span)
            }
            _ => Expr { ty: expr.ty.unqualified(), ..expr },
        }
    }

    /// A `register` array has no address, so that only its elements can be used.
    fn refuse_register(&mut self, array: &Expr, span: Span) {
        if let Some((name, declared)) = self.as_register(array) {
            self.report(
                Diagnostic::error("register-address", span, format!("'{name}' is 'register' and has no address"))
                    .with_other(declared, "it is declared here"),
            );
        }
    }

    /// The name of a local that was declared `register`, and where.
    pub fn as_register(&mut self, place: &Expr) -> Option<(std::rc::Rc<str>, Span)> {
        let ExprKind::Local(id) = place.kind else { return None };
        let name = self.local_mut(id).map(|local| std::rc::Rc::clone(&local.name))?;
        let own = SymbolKind::Local(id);
        let declared = self.scopes.lookup(&name).filter(|s| s.register && s.kind == own)?.span;
        Some((name, declared))
    }

    /// The pointer to an array's first element, without saying that its address is taken.
    pub fn decay(&mut self, array: Expr, span: Span) -> Expr {
        let element = self.types.element(array.ty).unwrap_or(self.basic.void);
        let ty = self.types.pointer(element);
        self.make(ExprKind::Decay(Box::new(array)), ty, span)
    }

    /// A pointer to this place may exist from here on.
    pub fn mark_address_taken(&mut self, place: &Expr) {
        if self.unevaluated > 0 {
            return;
        }
        let mut place = place;
        let local = loop {
            match &place.kind {
                ExprKind::Local(id) | ExprKind::CompoundLiteral { local: id, .. } => break *id,
                ExprKind::Call { result: Some(id), .. } | ExprKind::VaArg { result: Some(id), .. } => break *id,
                ExprKind::Member { base, .. } => place = base,
                ExprKind::Load(inner) | ExprKind::Comma(_, inner) | ExprKind::Statement { value: Some(inner), .. } => {
                    place = inner
                }
                ExprKind::Index { base, .. } => match &base.kind {
                    ExprKind::Decay(array) => place = array,
                    _ => return,
                },
                _ => return,
            }
        };
        if let Some(local) = self.local_mut(local) {
            local.address_taken = true;
        }
    }

    /// Converts a value to a type; nothing if it has it already. The conversion
    /// must be one that exists.
    pub fn convert(&mut self, expr: Expr, to: Type, explicit: bool) -> Expr {
        let to = to.unqualified();
        if expr.ty.id == to.id && !explicit {
            return expr;
        }
        let span = self.span_of(&expr);
        let Some(kind) = self.conversion(expr.ty, to) else {
            return Expr { ty: to, ..expr };
        };
        if !explicit {
            // Constants change their type here and now.
            match (kind, &expr.kind) {
                (Conversion::IntToInt, ExprKind::Int(v)) => {
                    let value = self.truncate(*v, to);
                    return Expr { kind: ExprKind::Int(value), ty: to, id: expr.id };
                }
                (Conversion::ToBool, ExprKind::Int(v)) => {
                    return Expr { kind: ExprKind::Int(i64::from(*v != 0)), ty: to, id: expr.id };
                }
                (Conversion::IntToFloat, ExprKind::Int(v)) => {
                    if let Some(repr) = self.repr(expr.ty) {
                        let single = matches!(self.types.kind(to), TypeKind::Float(FloatKind::Float));
                        let value = if single { int_to_single(repr, *v) } else { int_to_float(repr, *v) };
                        return Expr { kind: ExprKind::Float(value), ty: to, id: expr.id };
                    }
                }
                (Conversion::FloatToFloat, ExprKind::Float(v)) => {
                    let single = matches!(self.types.kind(to), TypeKind::Float(FloatKind::Float));
                    let value = if single { f64::from(*v as f32) } else { *v };
                    return Expr { kind: ExprKind::Float(value), ty: to, id: expr.id };
                }
                (Conversion::PointerToPointer, ExprKind::Null) => return Expr { ty: to, ..expr },
                (Conversion::IntToPointer, ExprKind::Int(0)) => {
                    return Expr { kind: ExprKind::Null, ty: to, id: expr.id };
                }
                _ => {}
            }
        }
        self.make(ExprKind::Convert { kind, operand: Box::new(expr), explicit }, to, span)
    }

    /// Which conversion leads from one scalar type to another.
    fn conversion(&self, from: Type, to: Type) -> Option<Conversion> {
        let t = &self.types;
        let class = |ty: Type| match t.kind(ty) {
            TypeKind::Bool | TypeKind::Int(_) | TypeKind::Enum(_) => 'i',
            TypeKind::Float(_) => 'f',
            TypeKind::Pointer(_) => 'p',
            TypeKind::Void => 'v',
            _ => 'r',
        };
        Some(match (class(from), class(to)) {
            (_, 'v') => Conversion::ToVoid,
            ('i' | 'f' | 'p', 'i') if matches!(t.kind(to), TypeKind::Bool) => Conversion::ToBool,
            ('i', 'i') => Conversion::IntToInt,
            ('i', 'f') => Conversion::IntToFloat,
            ('i', 'p') => Conversion::IntToPointer,
            ('f', 'i') => Conversion::FloatToInt,
            ('f', 'f') => Conversion::FloatToFloat,
            ('p', 'i') => Conversion::PointerToInt,
            ('p', 'p') => Conversion::PointerToPointer,
            _ => return None,
        })
    }

    /// A null pointer constant (6.3.2.3p3)?
    pub fn is_null_constant(&self, expr: &Expr) -> bool {
        match &expr.kind {
            ExprKind::Null => expr.ty == self.basic.void_pointer,
            ExprKind::Int(0) => self.types.is_integer(expr.ty),
            ExprKind::Convert { kind: Conversion::IntToPointer | Conversion::PointerToPointer, operand, .. } => {
                expr.ty == self.basic.void_pointer && self.is_null_constant(operand)
            }
            _ => self.types.is_integer(expr.ty) && self.fold_int(expr) == Some(0),
        }
    }

    /// Converts a value as if by assignment to an object of type `to` (6.5.16.1).
    pub fn assign_convert(&mut self, expr: Expr, to: Type, purpose: &Purpose) -> Checked<Expr> {
        let (from, to) = (expr.ty.unqualified(), to.unqualified());
        if from.id == to.id && !self.types.is_void(to) {
            return Ok(expr);
        }
        let span = self.span_of(&expr);
        let t = &self.types;
        match (t.kind(from), t.kind(to)) {
            (TypeKind::Void, _) => return Err(self.void_value(span)),
            (_, TypeKind::Bool) if t.is_scalar(from) => {}
            _ if t.is_arithmetic(from) && t.is_arithmetic(to) => {}
            (TypeKind::Pointer(_), TypeKind::Pointer(_)) => {
                if !self.is_null_constant(&expr) {
                    self.check_pointers(from, to, span, purpose);
                }
                if matches!(purpose, Purpose::Argument(..)) && self.points_to_arrays(from, to) {
                    // Lengths of the parameter are the function's own.
                    return Ok(Expr { ty: to, ..expr });
                }
            }
            (_, TypeKind::Pointer(_)) if t.is_integer(from) => {
                if !self.is_null_constant(&expr) {
                    let text = purpose.describe(&self.show(from), &self.show(to));
                    self.mismatch("int-to-pointer", span, format!("{text} makes a pointer of an integer"), purpose);
                }
            }
            (TypeKind::Pointer(_), _) if t.is_integer(to) => {
                let text = purpose.describe(&self.show(from), &self.show(to));
                self.mismatch("pointer-to-int", span, format!("{text} makes an integer of a pointer"), purpose);
                self.advise_single_quotes(&expr, to);
            }
            (TypeKind::Record(_), TypeKind::Record(_)) if t.compatible(from, to) => {}
            _ => {
                let text = purpose.describe(&self.show(from), &self.show(to));
                let message = format!("{text} is not possible: the types do not fit");
                let mut d = Diagnostic::error("incompatible-types", span, message);
                self.add_callee(&mut d, purpose);
                return Err(self.report(d));
            }
        }
        self.check_constant_fits(&expr, to, span);
        Ok(self.convert(expr, to, false))
    }

    /// Pointers to arrays whose lengths are known to the run only.
    fn points_to_arrays(&self, from: Type, to: Type) -> bool {
        let variable = |ty| self.types.pointee(ty).is_some_and(|target| self.types.is_variable_array(target));
        let array = |ty| self.types.pointee(ty).is_some_and(|target| self.types.element(target).is_some());
        array(from) && variable(to)
    }

    /// A constant that the type cannot hold, neither as signed nor as unsigned
    /// (gcc's -Woverflow, which is on by default).
    fn check_constant_fits(&mut self, expr: &Expr, to: Type, span: Span) {
        let constant = matches!(expr.kind, ExprKind::Int(_) | ExprKind::Float(_));
        if !constant || !self.types.is_integer(to) || matches!(self.types.kind(to), TypeKind::Bool) {
            return;
        }
        let bits = u32::try_from(self.types.size(to).unwrap_or(8) * 8).unwrap_or(64).min(64);
        let shown = format!("'{}'", self.show(to));
        self.check_constant_bits(expr, (to, bits), &shown, span);
    }

    /// The same for a bit-field.
    pub fn check_bit_field_constant(&mut self, place: &Expr, value: &Expr, span: Span) {
        if let Some(width) = self.bit_width_of(place)
            && matches!(value.kind, ExprKind::Int(_))
        {
            let shown = if width == 1 { "1 bit".to_owned() } else { format!("{width} bits") };
            self.check_constant_bits(value, (place.ty, u32::from(width)), &shown, span);
        }
    }

    fn check_constant_bits(&mut self, expr: &Expr, (to, bits): (Type, u32), shown: &str, span: Span) {
        let (value, fits) = match expr.kind {
            ExprKind::Int(v) if self.types.is_signed(expr.ty) || v >= 0 => {
                let low = i128::MIN >> (128 - bits);
                (v.to_string(), (low..1i128 << bits).contains(&i128::from(v)))
            }
            ExprKind::Int(v) => (v.cast_unsigned().to_string(), bits == 64),
            ExprKind::Float(v) => {
                let fits = self.repr(to).is_some_and(|repr| !crate::arith::float_to_int(repr, v).overflows);
                (v.to_string(), fits)
            }
            _ => return,
        };
        if !fits {
            self.warn("constant-overflow", span, format!("{value} does not fit {shown}"));
        }
    }

    fn mismatch(&mut self, code: &'static str, span: Span, message: String, purpose: &Purpose) {
        // `char *s = 'abc';` was told where the constant was read.
        let told = self.diagnostics.iter().any(|d| d.code == "multi-character" && d.span == span);
        if told && !self.options.pedantic_errors {
            return;
        }
        let mut d = Diagnostic::pedantic(code, span, message);
        self.add_callee(&mut d, purpose);
        self.report(d);
    }

    /// `char c = "a";`
    fn advise_single_quotes(&mut self, expr: &Expr, to: Type) {
        let literal = matches!(&expr.kind, ExprKind::Decay(place) if matches!(place.kind, ExprKind::String(_)));
        if literal
            && self.types.is_character(to)
            && let Some(last) = self.diagnostics.last_mut()
        {
            let written = self.map.text(last.span).trim_matches('"').to_owned();
            let single = if written.chars().count() == 1 { written } else { "a".to_owned() };
            last.notes.push(format!("a single character stands in single quotes: '{single}'"));
        }
    }

    fn add_callee(&self, d: &mut Diagnostic, purpose: &Purpose) {
        if let Purpose::Argument(_, Some((name, place))) = purpose
            && !place.is_none()
            && !self.map.is_built_in(*place)
        {
            d.others.push(crate::diagnostics::Label { span: *place, message: format!("'{name}' is declared here") });
        }
    }

    /// Checks an assignment of one type of pointer to another.
    fn check_pointers(&mut self, from: Type, to: Type, span: Span, purpose: &Purpose) {
        let t = &self.types;
        let (Some(source), Some(target)) = (t.pointee(from), t.pointee(to)) else { return };
        let (plain_source, plain_target) = (source.unqualified(), target.unqualified());
        let either_void = t.is_void(source) || t.is_void(target);
        if either_void && (t.is_function(source) || t.is_function(target)) {
            let text = purpose.describe(&self.show(from), &self.show(to));
            self.strict("function-object-pointer", span, format!("{text} mixes function and object pointers"));
            return;
        }
        let (bare_source, bare_target) = (self.bare(source), self.bare(target));
        let t = &self.types;
        if !either_void && !t.compatible(bare_source, bare_target) {
            let text = purpose.describe(&self.show(from), &self.show(to));
            if self.differ_in_sign(plain_source, plain_target) {
                self.strict("pointer-sign", span, format!("{text} mixes pointers to signed and unsigned"));
                if target.quals.includes(source.quals) {
                    return;
                }
            } else {
                // `char **` to `const char **` and its like included.
                let message = format!("{text} mixes incompatible pointer types");
                self.mismatch("incompatible-pointers", span, message, purpose);
                return;
            }
        }
        let (source_quals, target_quals) = (self.pointed_quals(source), self.pointed_quals(target));
        if !target_quals.includes(source_quals) {
            let text = purpose.describe(&self.show(from), &self.show(to));
            let lost = if source_quals.is_const && !target_quals.is_const { "const" } else { "volatile" };
            self.mismatch("discarded-qualifiers", span, format!("{text} discards '{lost}'"), purpose);
        }
    }

    /// The qualifiers of what is pointed to; an array's are its element's.
    fn pointed_quals(&self, ty: Type) -> crate::types::Quals {
        let mut ty = ty;
        while let Some(element) = self.types.element(ty) {
            ty = element;
        }
        ty.quals
    }

    fn differ_in_sign(&self, a: Type, b: Type) -> bool {
        let kind = |ty| match self.types.kind(ty) {
            TypeKind::Int(kind) => Some(*kind),
            TypeKind::Enum(id) => self.types.enumeration(*id).and_then(|e| e.repr),
            _ => None,
        };
        match (kind(a), kind(b)) {
            (Some(x), Some(y)) => {
                x.size() == y.size() && (x.is_char() == y.is_char()) && (x.size() < 8 || long_rank(x) == long_rank(y))
            }
            _ => false,
        }
    }

    /// "a void value is used".
    pub fn void_value(&mut self, span: Span) -> super::state::Reported {
        let text = self.map.text(span);
        let what = if text.len() <= 40 && !text.contains('\n') { format!("'{text}'") } else { "this".to_owned() };
        let message = format!("{what} has no value (its type is void), and a value is needed here");
        self.error("void-value", span, message)
    }

    /// The name of the object at a place, for messages.
    pub fn place_name(&self, place: &Expr) -> Option<String> {
        match &place.kind {
            ExprKind::Local(id) => {
                let local = self.function.as_ref()?.locals.get(usize::try_from(id.0).ok()?)?;
                matches!(local.kind, LocalKind::Parameter | LocalKind::Variable).then(|| local.name.to_string())
            }
            ExprKind::Global(id) => {
                let global = self.globals.get(usize::try_from(id.0).ok()?)?;
                matches!(global.kind, GlobalKind::Variable).then(|| global.name.to_string())
            }
            ExprKind::Member { record, index, .. } => {
                let member = self.types.record(*record)?.members.as_ref()?.get(usize::try_from(*index).ok()?)?;
                member.name.as_ref().map(|n| n.to_string())
            }
            _ => None,
        }
    }
}

fn long_rank(kind: crate::types::IntKind) -> bool {
    matches!(kind, crate::types::IntKind::LongLong | crate::types::IntKind::ULongLong)
}
