//! Structs and unions (6.7.2.1).

use super::super::scope::Tag;
use super::super::state::{Checked, Sema};
use super::declarators::Place;
use crate::diagnostics::Diagnostic;
use crate::source::Span;
use crate::syntax::ast::{DeclarationKind, MemberDeclaration, MemberDeclarator, Name, RecordSpecifier, Specifiers};
use crate::types::{ArrayLength, LayoutRules, MemberSpec, RecordId, Type, TypeKind};
use std::collections::HashMap;
use std::rc::Rc;

/// Members while they are collected.
#[derive(Default)]
struct Members {
    specs: Vec<MemberSpec>,
    names: HashMap<Rc<str>, Span>,
    flexible: Option<Span>,
    failed: bool,
}

/// One member: name, type, width, and whether it is a flexible array.
type OneMember = (Option<Rc<str>>, Type, Option<u8>, bool);

impl Sema<'_> {
    /// The type of `struct s`, `struct s { … }`, `union { … }`.
    pub fn record_specifier(&mut self, specifier: &RecordSpecifier, span: Span) -> Checked<Type> {
        let id = match (&specifier.tag, &specifier.members) {
            (Some(tag), None) => self.record_reference(tag, specifier.is_union)?,
            (tag, Some(members)) => {
                let id = self.record_definition(tag.as_ref(), specifier.is_union)?;
                self.enter(span)?;
                self.open_records.push(id);
                self.complete_record(id, specifier, members, span);
                self.open_records.pop();
                self.leave();
                id
            }
            (None, None) => {
                return Err(self.error("missing-tag", span, "a struct or union needs a name or a list of members"));
            }
        };
        Ok(self.types.intern(TypeKind::Record(id)))
    }

    fn record_reference(&mut self, tag: &Name, is_union: bool) -> Checked<RecordId> {
        match self.scopes.tag(&tag.text) {
            Some((Tag::Record(id), span)) => {
                if self.types.record(id).is_some_and(|r| r.is_union != is_union) {
                    return Err(self.wrong_tag(tag, span));
                }
                Ok(id)
            }
            Some((Tag::Enum(_), span)) => Err(self.wrong_tag(tag, span)),
            None => {
                let id = self.types.add_record(Some(Rc::clone(&tag.text)), is_union);
                self.scopes.declare_tag(&tag.text, Tag::Record(id), tag.span);
                Ok(id)
            }
        }
    }

    /// `struct s;` declares a new type in an inner scope (6.7.2.3p7).
    pub fn forward_record(&mut self, tag: &Name, is_union: bool) {
        if self.scopes.tag_here(&tag.text).is_none() {
            let id = self.types.add_record(Some(Rc::clone(&tag.text)), is_union);
            self.scopes.declare_tag(&tag.text, Tag::Record(id), tag.span);
        }
    }

    fn record_definition(&mut self, tag: Option<&Name>, is_union: bool) -> Checked<RecordId> {
        let Some(tag) = tag else { return Ok(self.types.add_record(None, is_union)) };
        match self.scopes.tag_here(&tag.text) {
            Some((Tag::Record(id), previous)) => {
                let known = self.types.record(id).map(|r| (r.is_union, r.members.is_some()));
                match known {
                    Some((u, _)) if u != is_union => Err(self.wrong_tag(tag, previous)),
                    Some((_, false)) if self.open_records.contains(&id) => {
                        let word = if is_union { "union" } else { "struct" };
                        let message = format!("'{word} {}' is defined inside of itself", tag.text);
                        Err(self.report(
                            Diagnostic::error("redefinition", tag.span, message)
                                .with_other(previous, "it is being defined here"),
                        ))
                    }
                    Some((_, true)) => {
                        let word = if is_union { "union" } else { "struct" };
                        let message = format!("'{word} {}' is defined again", tag.text);
                        Err(self.report(
                            Diagnostic::error("redefinition", tag.span, message)
                                .with_other(previous, "the previous definition is here"),
                        ))
                    }
                    _ => Ok(id),
                }
            }
            Some((Tag::Enum(_), previous)) => Err(self.wrong_tag(tag, previous)),
            None => {
                let id = self.types.add_record(Some(Rc::clone(&tag.text)), is_union);
                self.scopes.declare_tag(&tag.text, Tag::Record(id), tag.span);
                Ok(id)
            }
        }
    }

    fn complete_record(&mut self, id: RecordId, specifier: &RecordSpecifier, list: &[MemberDeclaration], span: Span) {
        let attributes = self.attributes(&specifier.attributes);
        let mut members = Members::default();
        for declaration in list {
            match declaration {
                MemberDeclaration::Members { specifiers, declarators, span } => {
                    if let Some(flexible) = members.flexible.take() {
                        self.error(
                            "flexible-member",
                            flexible,
                            "an array without length can only be the last member of a struct",
                        );
                    }
                    if self.member_line(&mut members, specifiers, declarators, *span).is_err() {
                        members.failed = true;
                    }
                }
                MemberDeclaration::StaticAssert(declaration) => {
                    if let DeclarationKind::StaticAssert { condition, message } = &declaration.kind {
                        let _ = self.static_assert(condition, message.as_deref());
                    }
                }
            }
        }
        if members.names.is_empty() && !members.failed {
            let message = "a struct or union needs a member that has a name";
            if self.extensions == 0 {
                self.report(Diagnostic::strict("empty-struct", span, message).and_undefined());
            }
        }
        if let Some(flexible) = members.flexible
            && (members.specs.len() < 2 || specifier.is_union)
        {
            let what = if specifier.is_union { "in a union" } else { "in a struct without other members" };
            self.error("flexible-member", flexible, format!("an array without length cannot be {what}"));
        }
        let rules = LayoutRules {
            packed: attributes.packed,
            align: attributes.align,
            pack: (attributes.pack > 0).then_some(attributes.pack),
        };
        let Ok(layout) = self.types.lay_out(specifier.is_union, &members.specs, rules) else {
            self.error("type-too-large", span, "this type is too large");
            return;
        };
        let nested_flexible = members.specs.last().is_some_and(|last| {
            self.types.record_of(last.ty).and_then(|r| self.types.record(r)).is_some_and(|r| r.has_flexible_member)
        });
        if let Some(record) = self.types.record_mut(id) {
            record.size = layout.size;
            record.align = layout.align;
            record.members = Some(layout.members);
            record.has_flexible_member = members.flexible.is_some() || nested_flexible;
        }
    }

    fn member_line(
        &mut self,
        members: &mut Members,
        specifiers: &Specifiers,
        declarators: &[MemberDeclarator],
        span: Span,
    ) -> Checked<()> {
        let spec = self.specifiers(specifiers)?;
        if spec.implicit_int {
            self.pedantic("implicit-int", span, "the type of this member is not given; it is int");
        }
        if let Some(at) = spec.storage.map(|(_, at)| at).or(spec.thread_local) {
            return Err(self.error("storage-class", at, "a member has no storage class"));
        }
        if declarators.is_empty() {
            return self.anonymous_member(members, spec.ty, specifiers, span);
        }
        let mut result = Ok(());
        for declarator in declarators {
            let attributes = self.attributes(&declarator.attributes).and(spec.attributes);
            if let (Some(at), Some(_)) = (spec.alignas, &declarator.width) {
                self.error("invalid-alignment", at, "'_Alignas' is not possible for a bit-field");
            }
            match self.member(spec.ty, declarator) {
                Ok((name, ty, width, flexible)) => {
                    if let (Some(name), Some(d)) = (&name, &declarator.declarator) {
                        self.declare_member(members, name, d.name.as_ref().map_or(d.span, |n| n.span));
                    }
                    if flexible {
                        members.flexible = Some(declarator.span);
                    }
                    let align = spec.align.max(attributes.align);
                    members.specs.push(MemberSpec { name, ty, width, packed: attributes.packed, align });
                }
                Err(reported) => result = Err(reported),
            }
        }
        result
    }

    fn anonymous_member(
        &mut self,
        members: &mut Members,
        ty: Type,
        specifiers: &Specifiers,
        span: Span,
    ) -> Checked<()> {
        let Some(record) = self.types.record_of(ty) else {
            let tagged_enum = matches!(self.types.kind(ty), TypeKind::Enum(_));
            if !tagged_enum {
                self.warn("empty-declaration", span, "this declares no member");
            }
            return Ok(());
        };
        // `struct s { … };` with a tag declares only the type; gcc warns.
        let tagged = specifiers
            .types
            .iter()
            .any(|t| matches!(&t.kind, crate::syntax::ast::TypeSpecifierKind::Record(r) if r.tag.is_some()));
        if tagged {
            self.warn("empty-declaration", span, "this declares a type, but no member");
            return Ok(());
        }
        if self.types.size(ty).is_err() {
            return Err(self.incomplete(span, ty));
        }
        self.inner_names(members, record, span);
        members.specs.push(MemberSpec { name: None, ty, width: None, packed: false, align: 0 });
        Ok(())
    }

    /// The names of an anonymous member's members count as the outer's.
    fn inner_names(&mut self, members: &mut Members, record: RecordId, span: Span) {
        let inner = self.types.record(record).and_then(|r| r.members.clone()).unwrap_or_default();
        for member in inner {
            match (&member.name, self.types.record_of(member.ty)) {
                (Some(name), _) => self.declare_member(members, name, span),
                (None, Some(record)) => self.inner_names(members, record, span),
                _ => {}
            }
        }
    }

    fn declare_member(&mut self, members: &mut Members, name: &Rc<str>, span: Span) {
        if let Some(previous) = members.names.insert(Rc::clone(name), span) {
            self.report(
                Diagnostic::error("duplicate-member", span, format!("there are two members named '{name}'"))
                    .with_other(previous, "the first is here"),
            );
        }
    }

    /// What one declarator of a member says.
    fn member(&mut self, base: Type, member: &MemberDeclarator) -> Checked<OneMember> {
        let (name, ty) = match &member.declarator {
            Some(declarator) => {
                let ty = self.declarator(base, declarator, Place::Member)?;
                (declarator.name.as_ref().map(|n| Rc::clone(&n.text)), ty)
            }
            None => (None, base),
        };
        let shown_name = name.as_deref().unwrap_or("this member");
        if let Some(width) = &member.width {
            let width = self.bit_width(shown_name, ty, width, name.is_some())?;
            return Ok((name, ty, Some(width), false));
        }
        if self.types.is_function(ty) {
            let message = format!("'{shown_name}' is declared as a function; a member can only point to one");
            return Err(self.error("function-member", member.span, message));
        }
        let flexible = matches!(self.types.kind(ty), TypeKind::Array { length: ArrayLength::Unknown, .. });
        let complete = match self.types.element(ty) {
            Some(element) if flexible => element,
            _ => ty,
        };
        if self.types.size(complete).is_err() {
            let message = if self.types.is_variable_array(ty) {
                format!("the length of the member '{shown_name}' must be a constant")
            } else {
                format!("the member '{shown_name}' has the incomplete type '{}'", self.types.print(ty))
            };
            return Err(self.error("incomplete-type", member.span, message));
        }
        if self.types.record_of(ty).and_then(|r| self.types.record(r)).is_some_and(|r| r.has_flexible_member) {
            let message = format!("the member '{shown_name}' ends in an array without length");
            self.strict("flexible-member", member.span, message);
        }
        Ok((name, ty, None, flexible))
    }

    fn bit_width(&mut self, name: &str, ty: Type, width: &crate::syntax::ast::Expr, named: bool) -> Checked<u8> {
        if !self.types.is_integer(ty) {
            let shown = self.show(ty);
            let message = format!("the bit-field '{name}' must have an integer type, not '{shown}'");
            return Err(self.error("bit-field-type", width.span, message));
        }
        let value = self.integer_constant(width, "the width of a bit-field")?;
        let most = match self.types.kind(ty) {
            TypeKind::Bool => 1,
            _ => i64::try_from(self.types.size(ty).unwrap_or(0) * 8).unwrap_or(64),
        };
        let message = match value {
            v if v < 0 => format!("the width of the bit-field '{name}' is negative ({v})"),
            0 if named => format!("the bit-field '{name}' has the width 0"),
            v if v > most => {
                format!("the width of the bit-field '{name}' ({v}) is more than its type has ({most} bits)")
            }
            _ => return Ok(u8::try_from(value).unwrap_or(64)),
        };
        Err(self.error("bit-field-width", width.span, message))
    }

    /// "… has an incomplete type".
    pub fn incomplete(&mut self, span: Span, ty: Type) -> super::super::state::Reported {
        let shown = self.show(ty);
        self.error("incomplete-type", span, format!("the type '{shown}' is incomplete here"))
    }
}
