//! Calls of the library that gcc computes beforehand: `double pi = acos(-1);`
//! at file scope is no constant expression of C, but a constant to gcc.

use super::{Base, Constant, Folder};
use crate::sema::tree::{Callee, Expr, ExprKind, FunctionId};
use crate::types::Type;

type One = fn(f64) -> f64;
type Two = fn(f64, f64) -> f64;

const ONE: &[(&str, One)] = &[
    ("acos", libm::acos),
    ("asin", libm::asin),
    ("atan", libm::atan),
    ("cbrt", libm::cbrt),
    ("ceil", libm::ceil),
    ("cos", libm::cos),
    ("cosh", libm::cosh),
    ("exp", libm::exp),
    ("exp2", libm::exp2),
    ("fabs", libm::fabs),
    ("floor", libm::floor),
    ("log", libm::log),
    ("log10", libm::log10),
    ("log2", libm::log2),
    ("round", libm::round),
    ("sin", libm::sin),
    ("sinh", libm::sinh),
    ("sqrt", libm::sqrt),
    ("tan", libm::tan),
    ("tanh", libm::tanh),
    ("trunc", libm::trunc),
];

const TWO: &[(&str, Two)] = &[
    ("atan2", libm::atan2),
    ("fmax", libm::fmax),
    ("fmin", libm::fmin),
    ("fmod", libm::fmod),
    ("hypot", libm::hypot),
    ("pow", libm::pow),
];

/// Is there a call in what was found to be a constant?
pub(in crate::sema) fn has_call(e: &Expr) -> bool {
    let mut found = matches!(e.kind, ExprKind::Call { .. });
    crate::sema::tree::each_child(e, &mut |child| found |= has_call(child));
    found
}

impl Folder<'_, '_> {
    /// The value of a call of a library function that has no effect.
    pub(super) fn call(&self, callee: &Callee, arguments: &[Expr], ty: Type) -> Option<Constant> {
        let (true, Callee::Direct(id)) = (self.through_const, callee) else { return None };
        let name = self.library_name(*id)?;
        let values: Vec<Constant> = arguments.iter().map(|e| self.value(e)).collect::<Option<_>>()?;
        match (name, values.as_slice()) {
            ("abs" | "labs" | "llabs", [Constant::Int(n)]) => Some(Constant::Int(n.checked_abs()?)),
            ("strlen", [Constant::Address(Base::String(id), at)]) => {
                let literal = self.sema.strings.get(usize::try_from(id.0).ok()?)?;
                let rest = literal.bytes.get(usize::try_from(*at).ok()?..)?;
                Some(Constant::Int(i64::try_from(rest.iter().position(|b| *b == 0)?).ok()?))
            }
            (name, [Constant::Float(x)]) => self.finite(found(ONE, name)?(*x), ty),
            (name, [Constant::Float(x), Constant::Float(y)]) => self.finite(found(TWO, name)?(*x, *y), ty),
            _ => None,
        }
    }

    /// The name of a function, if the program does not define it.
    fn library_name(&self, id: FunctionId) -> Option<&str> {
        let function = self.sema.functions.get(usize::try_from(id.0).ok()?)?;
        (!self.sema.prototypes.defined.contains(&function.name)).then_some(&*function.name)
    }

    /// What sets errno is left to the run: gcc does not compute it either.
    fn finite(&self, value: f64, ty: Type) -> Option<Constant> {
        value.is_finite().then(|| Constant::Float(self.round(value, ty)))
    }
}

/// A function by its name; the forms for float and long double compute in double.
fn found<F: Copy>(table: &[(&str, F)], name: &str) -> Option<F> {
    let by_name = |name: &str| table.iter().find(|(known, _)| *known == name).map(|(_, f)| *f);
    by_name(name).or_else(|| by_name(name.strip_suffix(['f', 'l'])?))
}
