//! "Did you mean": the name that is nearest to a misspelled one.

/// The candidate that differs from `wanted` by the fewest changed, missing,
/// added or swapped letters; `None` if all differ by more than a third.
/// Of equally near ones the first.
pub fn closest<'n>(wanted: &str, candidates: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    let wanted: Vec<char> = wanted.chars().take(LONGEST + 1).collect();
    if wanted.len() > LONGEST {
        return None;
    }
    let most = (wanted.len() / 3).max(1);
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates {
        let letters: Vec<char> = candidate.chars().take(LONGEST + 1).collect();
        if letters.len().abs_diff(wanted.len()) > most || letters == wanted {
            continue;
        }
        let distance = distance(&wanted, &letters);
        if distance <= most && distance < wanted.len() && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, name)| name)
}

/// Names longer than this are not compared.
const LONGEST: usize = 64;

/// The number of changes that lead from one to the other, a swap of neighbours
/// being one (optimal string alignment); a change of case alone counts as one too.
fn distance(a: &[char], b: &[char]) -> usize {
    if a.len() == b.len() && a.iter().zip(b).all(|(x, y)| x.eq_ignore_ascii_case(y)) {
        return 1;
    }
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for (i, &x) in a.iter().enumerate() {
        let mut row = Vec::with_capacity(b.len() + 1);
        row.push(i + 1);
        for (j, &y) in b.iter().enumerate() {
            let at = |row: &[usize], index: usize| row.get(index).copied().unwrap_or(usize::MAX / 2);
            let mut cost = at(&last, j) + usize::from(x != y);
            cost = cost.min(at(&last, j + 1) + 1).min(at(&row, j) + 1);
            let swapped = i > 0 && j > 0 && a.get(i - 1) == Some(&y) && b.get(j - 1) == Some(&x);
            if swapped {
                cost = cost.min(at(&before, j - 1) + 1);
            }
            row.push(cost);
        }
        before = std::mem::replace(&mut last, row);
    }
    last.last().copied().unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::closest;

    #[test]
    fn the_nearest_name_is_found() {
        let names = ["count", "counter", "printf", "stdio.h", "i"];
        let near = |wanted| closest(wanted, names.iter().copied());
        assert_eq!(near("cuont"), Some("count"));
        assert_eq!(near("conter"), Some("counter"));
        assert_eq!(near("Printf"), Some("printf"));
        assert_eq!(near("stdoi.h"), Some("stdio.h"));
        assert_eq!(near("zebra"), None);
        assert_eq!(near("k"), None);
        assert_eq!(near("printf"), None);
    }
}
