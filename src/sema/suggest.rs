//! "Did you mean": the nearest of the names that are there.

/// The edit distance of two names: letters inserted, removed, replaced, or two
/// neighbours swapped; `None` if it is more than `limit`.
fn distance(a: &str, b: &str, limit: usize) -> Option<usize> {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if a.len().abs_diff(b.len()) > limit {
        return None;
    }
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, y) in b.iter().enumerate() {
            let at = |line: &[usize], k: usize| line.get(k).copied().unwrap_or(usize::MAX / 2);
            let mut best = (at(&last, j + 1) + 1).min(at(&row, j) + 1).min(at(&last, j) + usize::from(x != y));
            let swapped = i > 0 && j > 0 && a.get(i - 1) == Some(y) && b.get(j - 1) == Some(x);
            if swapped {
                best = best.min(at(&before, j - 1) + 1);
            }
            row.push(best);
        }
        before = std::mem::replace(&mut last, row);
    }
    last.last().copied().filter(|d| *d <= limit)
}

/// The candidate nearest to `name`, if one is near enough to be meant. Among
/// equally near ones the first in the alphabet.
pub(super) fn nearest<'a>(name: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let letters = name.chars().count();
    if !(2..=100).contains(&letters) {
        return None;
    }
    let limit = (letters / 3).clamp(1, 3);
    let by_distance = candidates.filter(|c| *c != name && c.len() > 1).filter_map(|c| {
        let d = if c.eq_ignore_ascii_case(name) { 0 } else { distance(name, c, limit)? };
        // With two letters everything is near.
        (d < letters.min(c.chars().count()) && (letters > 2 || d == 0 || c.len() > 2)).then_some((d, c))
    });
    by_distance.min().map(|(_, c)| c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_names_are_found_and_far_ones_are_not() {
        let names = ["count", "counter", "printf", "x", "i"];
        assert_eq!(nearest("cuont", names.into_iter()), Some("count"));
        assert_eq!(nearest("Count", names.into_iter()), Some("count"));
        assert_eq!(nearest("prinft", names.into_iter()), Some("printf"));
        assert_eq!(nearest("total", names.into_iter()), None);
        assert_eq!(nearest("j", names.into_iter()), None);
    }
}
