//! The attributes that gcc 12 knows on x86-64, to tell a slip of the pen.

/// Sorted; without the underscores around them.
#[rustfmt::skip]
pub(super) const KNOWN: &[&str] = &[
    "abi_tag", "access", "alias", "aligned", "alloc_align", "alloc_size", "always_inline", "artificial",
    "assume_aligned", "cdecl", "cleanup", "cold", "common", "const", "constructor", "copy", "deprecated",
    "designated_init", "destructor", "error", "externally_visible", "fallthrough", "fastcall", "flatten",
    "format", "format_arg", "gnu_inline", "hot", "ifunc", "interrupt", "leaf", "malloc", "may_alias", "mode",
    "ms_abi", "ms_struct", "naked", "no_icf", "no_instrument_function", "no_reorder", "no_sanitize",
    "no_sanitize_address", "no_sanitize_undefined", "no_stack_protector", "noclone", "nocommon", "noinit",
    "noinline", "noipa", "nonnull", "nonstring", "noplt", "noreturn", "nothrow", "objc_root_class",
    "optimize", "packed", "patchable_function_entry", "pure", "regparm", "returns_nonnull", "returns_twice",
    "scalar_storage_order", "section", "sentinel", "simd", "stack_protect", "stdcall", "symver", "sysv_abi",
    "target", "target_clones", "thiscall", "tls_model", "transparent_union", "unavailable", "uninitialized",
    "unused", "used", "vector_size", "visibility", "warn_if_not_aligned", "warn_unused_result", "warning",
    "weak", "weakref", "zero_call_used_regs",
];

/// Is there such an attribute? Those with a space are cglass's own (`pack 1`).
pub(super) fn is_known(name: &str) -> bool {
    name.contains(' ') || KNOWN.binary_search(&name).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn they_are_sorted() {
        assert!(KNOWN.is_sorted());
        assert!(is_known("packed") && is_known("pack 1") && !is_known("paked"));
    }
}
