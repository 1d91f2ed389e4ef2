//! `strverscmp` (GNU): names with numbers in them, in the order a person would choose.

use super::scan;
use crate::libc::{Call, Context, Next};
use crate::machine::Stop;
use std::cmp::Ordering;

/// Digits from a place on.
fn digits(text: &[u8]) -> &[u8] {
    let length = text.iter().take_while(|b| b.is_ascii_digit()).count();
    text.get(..length).unwrap_or_default()
}

/// The order of two texts: by their bytes, but numbers by their value; a number
/// that begins with zeros counts as one after a decimal point.
fn order(a: &[u8], b: &[u8]) -> Ordering {
    let same = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    // The number, if any, in which they differ begins here.
    let head = a.get(..same).unwrap_or_default();
    let start = head.iter().rposition(|b| !b.is_ascii_digit()).map_or(0, |at| at.saturating_add(1));
    let (x, y) = (digits(a.get(start..).unwrap_or_default()), digits(b.get(start..).unwrap_or_default()));
    let by_bytes = a.get(same..).cmp(&b.get(same..));
    if x.is_empty() || y.is_empty() {
        return by_bytes;
    }
    let zeros = |number: &[u8]| number.iter().take_while(|b| **b == b'0').count();
    // Of a lone zero the zero is the number.
    let leading =
        |number: &[u8]| if number.len() == zeros(number) { number.len().saturating_sub(1) } else { zeros(number) };
    if leading(x) > 0 || leading(y) > 0 {
        return match leading(y).cmp(&leading(x)) {
            Ordering::Equal => by_bytes,
            other => other,
        };
    }
    x.len().cmp(&y.len()).then(by_bytes)
}

pub(super) fn strverscmp(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let memory = &context.machine.memory;
    let (a, b) = (scan::string(memory, call.pointer(0))?, scan::string(memory, call.pointer(1))?);
    Ok(Next::int(match order(a, b) {
        Ordering::Less => -1,
        Ordering::Equal => 0,
        Ordering::Greater => 1,
    }))
}
