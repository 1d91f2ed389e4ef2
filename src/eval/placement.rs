//! Where everything with static storage duration lies.

use super::compile::Statics;
use super::told::SCRATCH;
use crate::diagnostics::Diagnostic;
use crate::libc;
use crate::machine::{Limits, Slots};
use crate::memory::{Memory, Origin, Segment, StaticPlace, StaticSpec};
use crate::sema::tree::Program;

/// Where everything with static storage duration lies.
pub(super) struct Places {
    /// Of the program: objects and string literals.
    pub statics: Statics,
    /// What the library has.
    pub library: Vec<StaticPlace>,
    /// Where an access goes that may not be done.
    pub scratch: Option<StaticPlace>,
    /// `main`'s argv and envp.
    pub vector: Option<StaticPlace>,
    /// The texts of the arguments.
    pub arguments: Vec<StaticPlace>,
}

/// Gives everything static its place.
///
/// # Errors
/// If there is no room.
pub(super) fn lay_out(
    program: &Program,
    given: &[Vec<u8>],
    limits: &Limits,
) -> Result<(Memory, Slots, Places), Vec<Diagnostic>> {
    let mut specs: Vec<StaticSpec> = Vec::new();
    for (i, global) in program.globals.iter().enumerate() {
        let id = crate::sema::tree::GlobalId(u32::try_from(i).unwrap_or(u32::MAX));
        let segment = match (program.types.is_const_object(global.ty), &global.init) {
            (true, _) => Segment::ReadOnly,
            (false, Some(_)) => Segment::Data,
            (false, None) => Segment::Bss,
        };
        let align = program.types.align_of_variable(global.ty).max(global.align);
        let size = object_size(program, global);
        specs.push(StaticSpec { size, align, segment, origin: Origin::Global(id) });
    }
    for (i, literal) in program.strings.iter().enumerate() {
        let id = crate::sema::tree::StringId(u32::try_from(i).unwrap_or(u32::MAX));
        let size = literal.bytes.len() as u64;
        specs.push(StaticSpec {
            size,
            align: literal.unit.max(1),
            segment: Segment::ReadOnly,
            origin: Origin::String(id),
        });
    }
    let library = libc::statics();
    let own = specs.len();
    let borrowed = library.len();
    specs.extend(library);
    let segment = Segment::Bss;
    specs.push(StaticSpec { size: SCRATCH as u64, align: 16, segment, origin: Origin::Library("scratch") });
    let pointers = (given.len() as u64).saturating_add(1);
    specs.push(StaticSpec { size: pointers.saturating_mul(8), align: 16, segment, origin: Origin::Arguments });
    for argument in given {
        let size = (argument.len() as u64).saturating_add(1);
        specs.push(StaticSpec { size, align: 1, segment, origin: Origin::Arguments });
    }
    let refused = |text: String| {
        let span = program.main.and_then(|m| program.function(m)).map_or(crate::source::Span::NONE, |f| f.span);
        vec![Diagnostic::error("too-large", span, text)]
    };
    let (memory, places) = Memory::new(&specs, limits.stack, limits.heap).map_err(|e| refused(e.to_string()))?;
    let slots =
        Slots::new().ok_or_else(|| refused("this machine has no memory left for the locals of calls".into()))?;
    let globals = program.globals.len();
    let mut rest = places.iter().copied();
    let statics = Statics {
        globals: rest.by_ref().take(globals).collect(),
        strings: rest.by_ref().take(own.saturating_sub(globals)).collect(),
    };
    let library = rest.by_ref().take(borrowed).collect();
    let scratch = rest.next();
    let vector = rest.next();
    let arguments = rest.collect();
    Ok((memory, slots, Places { statics, library, scratch, vector, arguments }))
}

/// Bytes of a static object. A flexible member's initialiser makes it larger than its type.
fn object_size(program: &Program, global: &crate::sema::tree::Global) -> u64 {
    use crate::sema::tree::{Init, InitValue};
    let size = program.types.size(global.ty).unwrap_or(0);
    let Some(Init::List(items)) = &global.init else { return size };
    let ends = items.iter().map(|item| {
        let len = match &item.value {
            InitValue::String(_, len) => *len,
            InitValue::Value(_) => program.types.size(item.ty).unwrap_or(0),
        };
        item.offset.saturating_add(len)
    });
    ends.max().unwrap_or(0).max(size)
}
