//! Numbers and amounts in words.

/// A number with a comma for each thousand.
pub(super) fn number(n: u64) -> String {
    let digits = n.to_string();
    let mut told = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            told.push(',');
        }
        told.push(digit);
    }
    told
}

/// `1 byte`, `40 bytes`; nouns that only take an 's'.
pub(super) fn count(n: u64, noun: &str) -> String {
    if n == 1 { format!("1 {noun}") } else { format!("{} {noun}s", number(n)) }
}

/// `1 byte`, `40 bytes`, `8 MiB`: round multiples of large units in those.
pub(super) fn amount(bytes: u64) -> String {
    const KIB: u64 = 1 << 10;
    const MIB: u64 = 1 << 20;
    const GIB: u64 = 1 << 30;
    for (unit, name) in [(GIB, "GiB"), (MIB, "MiB"), (KIB, "KiB")] {
        if bytes >= unit && bytes.is_multiple_of(unit) && bytes / unit < 1024 {
            return format!("{} {name}", number(bytes / unit));
        }
    }
    count(bytes, "byte")
}

/// `once`, `twice`, `41,231 times`.
pub(super) fn times(n: u64) -> String {
    match n {
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        _ => format!("{} times", number(n)),
    }
}

/// The first letter large, as at the start of a sentence.
pub(super) fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_told_in_the_singular_and_the_plural() {
        assert_eq!(number(7), "7");
        assert_eq!(number(999), "999");
        assert_eq!(number(41_231), "41,231");
        assert_eq!(number(1_234_567), "1,234,567");
        assert_eq!(count(1, "byte"), "1 byte");
        assert_eq!(count(0, "element"), "0 elements");
        assert_eq!(amount(8 << 20), "8 MiB");
        assert_eq!(amount(1025), "1,025 bytes");
        assert_eq!(amount(16_000_000), "16,000,000 bytes");
        assert_eq!(times(2), "twice");
        assert_eq!(capital("the block"), "The block");
        assert_eq!(capital("'p' is"), "'p' is");
    }
}
