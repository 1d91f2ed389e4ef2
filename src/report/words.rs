//! Numbers and amounts in words.

/// `41231` as `41,231`.
pub(super) fn number(n: u64) -> String {
    let digits = n.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// `1 block`, `2 blocks`, `no blocks`.
pub(super) fn amount(n: u64, thing: &str) -> String {
    match n {
        0 => format!("no {thing}s"),
        1 => format!("1 {thing}"),
        _ => format!("{} {thing}s", number(n)),
    }
}

/// `48 bytes in 3 blocks`.
pub(super) fn bytes_in_blocks(bytes: u64, blocks: u64) -> String {
    let bytes = if bytes == 0 { "0 bytes".to_owned() } else { amount(bytes, "byte") };
    format!("{bytes} in {}", amount(blocks, "block"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped() {
        assert_eq!([0, 999, 1000, 41_231, 1_234_567].map(number), ["0", "999", "1,000", "41,231", "1,234,567"]);
        assert_eq!(bytes_in_blocks(1, 1), "1 byte in 1 block");
        assert_eq!(bytes_in_blocks(0, 2000), "0 bytes in 2,000 blocks");
        assert_eq!(amount(0, "error"), "no errors");
    }
}
