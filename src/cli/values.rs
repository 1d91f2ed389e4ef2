//! The values of options, from text.

use cglass::kinds::{Kind, Severity, TABLE};
use cglass::report::Topic;
use cglass::session::LeakClass;

/// A size in bytes: `4096`, `64K`, `8M`, `1G`.
pub fn size(text: &str) -> Result<u64, String> {
    let split = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (digits, unit) = text.split_at(split);
    let shift = match unit.to_ascii_lowercase().as_str() {
        "" | "b" => 0,
        "k" | "kb" | "kib" => 10,
        "m" | "mb" | "mib" => 20,
        "g" | "gb" | "gib" => 30,
        _ => return Err("a size is a number of bytes, with K, M or G after it if you like: 64K, 8M, 1G".to_owned()),
    };
    let number: u64 = digits.parse().map_err(|_| "a size begins with a number: 64K, 8M, 1G".to_owned())?;
    number.checked_mul(1 << shift).ok_or_else(|| "this is more than 64 bits can count".to_owned())
}

/// The size of the stack.
pub fn stack_size(text: &str) -> Result<u64, String> {
    within(size(text)?, 4 << 10, 1 << 30, "between 4K and 1G")
}

/// The size of the heap.
pub fn heap_size(text: &str) -> Result<u64, String> {
    within(size(text)?, 0, 2047 << 20, "at most 2047M")
}

fn within(size: u64, least: u64, most: u64, words: &str) -> Result<u64, String> {
    if (least..=most).contains(&size) { Ok(size) } else { Err(format!("it must be {words}")) }
}

/// A number of steps.
pub fn steps(text: &str) -> Result<u64, String> {
    text.parse().map_err(|_| "steps are counted by a whole number, such as 100000".to_owned())
}

/// A time in seconds.
pub fn seconds(text: &str) -> Result<f64, String> {
    match text.strip_suffix('s').unwrap_or(text).parse::<f64>() {
        Ok(seconds) if seconds.is_finite() && seconds > 0.0 => Ok(seconds),
        _ => Err("a time is a number of seconds above 0, such as 2 or 0.5".to_owned()),
    }
}

/// What `-W` says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SeverityChange {
    /// Of which kind; `None` for all.
    pub kind: Option<Kind>,
    /// Its new severity.
    pub severity: Severity,
}

/// `KIND=error`, `all=warning`.
pub fn severity_change(text: &str) -> Result<SeverityChange, String> {
    let (name, severity) = text.split_once('=').ok_or("write KIND=error, KIND=warning or KIND=off")?;
    let severity = match severity {
        "error" => Severity::Error,
        "warning" => Severity::Warning,
        "off" => Severity::Off,
        _ => return Err(format!("'{severity}' is none of error, warning, off")),
    };
    let kind = if name == "all" { None } else { Some(kind(name)?) };
    Ok(SeverityChange { kind, severity })
}

/// The name of a kind of finding.
pub fn kind(text: &str) -> Result<Kind, String> {
    let unknown = || match cglass::diagnostics::closest(text, TABLE.iter().map(|row| row.code)) {
        Some(near) => format!("there is no kind '{text}'; did you mean '{near}'?"),
        None => format!("there is no kind '{text}'; 'cglass explain' lists them"),
    };
    Kind::from_code(text).ok_or_else(unknown)
}

/// The name of a kind of finding, of a class of leaks, or 'leak' for all of those.
pub fn topic(text: &str) -> Result<Topic, String> {
    let unknown = || {
        let near = cglass::diagnostics::closest(text, Topic::all().map(Topic::code));
        // A part of a name is enough to lead there.
        match near.or_else(|| Topic::all().map(Topic::code).find(|code| code.contains(text))) {
            Some(near) => format!("there is nothing called '{text}'; did you mean '{near}'?"),
            None => format!(
                "there is nothing called '{text}'; 'cglass explain' lists what there is \
                 (of what 'check' says the most usual)"
            ),
        }
    };
    Topic::from_code(text).ok_or_else(unknown)
}

/// Classes of leaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Classes(pub Vec<LeakClass>);

/// `definite,cycle`; `all`.
pub fn leak_classes(text: &str) -> Result<Classes, String> {
    if text == "all" {
        return Ok(Classes(LeakClass::ALL.to_vec()));
    }
    let class = |name: &str| {
        LeakClass::from_code(name)
            .ok_or_else(|| format!("'{name}' is none of definite, cycle, possible, reachable, all"))
    };
    text.split(',').map(class).collect::<Result<Vec<_>, _>>().map(Classes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_have_units() {
        assert_eq!(size("4096"), Ok(4096));
        assert_eq!(size("64k"), Ok(65_536));
        assert_eq!(size("8MiB"), Ok(8 << 20));
        assert_eq!(size("1G"), Ok(1 << 30));
        for wrong in ["", "M", "8X", "-1", "1.5M", "99999999999999999999", "99999999999G"] {
            assert!(size(wrong).is_err(), "{wrong}");
        }
        assert!(stack_size("1K").is_err() && stack_size("2G").is_err() && stack_size("64M").is_ok());
    }

    #[test]
    fn times_are_above_zero() {
        assert_eq!(seconds("0.5"), Ok(0.5));
        assert_eq!(seconds("2s"), Ok(2.0));
        for wrong in ["0", "-1", "inf", "nan", "x", ""] {
            assert!(seconds(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn severities_name_a_kind() {
        let change = severity_change("double-free=off").expect("known");
        assert_eq!(change, SeverityChange { kind: Some(Kind::DoubleFree), severity: Severity::Off });
        assert_eq!(severity_change("all=error").expect("known").kind, None);
        assert!(severity_change("duoble-free=off").expect_err("unknown").contains("did you mean 'double-free'"));
        assert!(severity_change("double-free=loud").is_err() && severity_change("double-free").is_err());
    }

    #[test]
    fn classes_are_listed() {
        assert_eq!(leak_classes("definite,cycle"), Ok(Classes(vec![LeakClass::Definite, LeakClass::Cycle])));
        assert!(leak_classes("definite,").is_err() && leak_classes("lost").is_err());
    }
}
