//! The pages of `docs/findings`, one for each kind of finding and each class of
//! leaks. They stand there once, for readers of the repository and of `cglass explain`.

/// Reads the pages with these names when cglass is built.
macro_rules! pages {
    ($($code:literal)*) => {
        &[$(($code, include_str!(concat!("../../docs/findings/", $code, ".md")))),*]
    };
}

const PAGES: &[(&str, &str)] = pages! {
    "null-dereference" "use-after-free" "double-free" "invalid-free" "out-of-bounds" "use-after-scope"
    "use-after-return" "uninitialized-read" "wild-pointer" "readonly-write" "stack-overflow" "division-by-zero"
    "call-mismatch" "va-arg-mismatch" "missing-return" "overlapping-copy" "bad-argument" "use-after-close"
    "invalid-jump" "format-mismatch" "assertion-failed" "aborted" "dangling-pointer" "signed-overflow"
    "invalid-shift" "float-to-int-overflow" "invalid-array-size" "out-of-bounds-pointer" "unrelated-pointers"
    "misaligned-access" "unsequenced" "effective-type" "allocation-size" "unclosed-file" "float-division"
    "uninitialized-move" "step-limit" "time-limit" "memory-limit" "output-limit"
    "definite" "cycle" "possible" "reachable"
};

/// The page of a kind or a class.
pub(super) fn page(code: &str) -> Option<&'static str> {
    PAGES.iter().find(|(name, _)| *name == code).map(|(_, page)| *page)
}

/// What its heading says behind the name.
pub(super) fn title(page: &'static str) -> &'static str {
    page.lines().next().and_then(|line| line.split_once(": ")).map_or("", |(_, title)| title)
}

/// Its first paragraph, in one line.
pub(super) fn what(page: &str) -> String {
    let paragraph = page.split("\n\n").nth(1).unwrap_or("");
    paragraph.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kinds::TABLE;
    use crate::session::LeakClass;

    #[test]
    fn every_kind_and_class_has_its_page() {
        for row in TABLE {
            assert_eq!(page(row.code).map(title), Some(row.title));
        }
        for class in LeakClass::ALL {
            assert!(page(class.code()).is_some_and(|page| !title(page).is_empty() && !what(page).contains('\n')));
        }
    }
}
