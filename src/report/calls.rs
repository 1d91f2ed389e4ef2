//! The calls under way, each with the values of its locals.

use super::excerpt;
use super::finding::Detail;
use super::style::{Paint, Style, columns_of, cut, padded};
use super::words;
use crate::findings::{LocalValue, StackEntry, UNWRITTEN};
use crate::source::SourceMap;

/// Calls that are shown of a long chain: so many innermost ones, and the outermost.
const CALLS_SHOWN: usize = 6;
/// Lines that the locals may take of the call that it happened in, unless all are asked for.
const INNERMOST_LINES: usize = 4;
/// The same of the calls that led to it.
const OUTER_LINES: usize = 2;
/// Columns of a value, unless all of it is asked for.
const VALUE_COLUMNS: usize = 72;
/// What does not fit beside the name of the function stands so far from the left.
const INDENT: usize = 6;

/// The chain of calls, each with its locals. `home` is the file of the snippet above.
pub(super) fn calls(map: &SourceMap, stack: &[StackEntry], home: &str, detail: Detail, style: Style) -> String {
    let mut out = String::new();
    let last = stack.len().saturating_sub(1);
    if let [only] = stack
        && only.locals.is_empty()
        && !home.is_empty()
    {
        // The snippet shows where it is, and there is nothing more.
        return out;
    }
    for (i, entry) in stack.iter().enumerate() {
        if i > CALLS_SHOWN && i < last {
            if i == CALLS_SHOWN + 1 {
                let left_out = u64::try_from(last - i).unwrap_or(u64::MAX);
                out.push_str(&format!("  … {} …\n", words::amount(left_out, "more call")));
            }
            continue;
        }
        let place = excerpt::nearby(map, entry.span, home);
        // Where the innermost call is, the snippet shows.
        let at = if (i == 0 && !home.is_empty()) || place.is_empty() { String::new() } else { format!(", {place}") };
        let led = if i == 0 { "  in " } else { "  called from " };
        let after = format!("{at}{}", repeated(stack, i));
        let used = columns_of(led) + columns_of(&entry.function) + columns_of(&after);
        out.push_str(&format!("{led}{}{after}", style.paint(Paint::Strong, &entry.function)));
        out.push_str(&match (entry.locals.is_empty(), detail, i) {
            (true, ..) => "\n".to_owned(),
            (false, Detail::Long, _) => one_a_line(&entry.locals, used, style),
            (false, _, 0) => flowing(&entry.locals, used, INNERMOST_LINES, style),
            (false, ..) => flowing(&entry.locals, used, OUTER_LINES, style),
        });
    }
    out
}

/// As many locals as fit into so many lines, of which `used` columns are taken.
/// If that is not all, those that the expression names come first.
fn flowing(locals: &[LocalValue], used: usize, lines: usize, style: Style) -> String {
    let (text, all) = flow(&told(locals.iter()), used, lines, style);
    if all {
        return text;
    }
    let (involved, others): (Vec<_>, Vec<_>) = locals.iter().partition(|local| local.involved);
    flow(&told(involved.into_iter().chain(others)), used, lines, style).0
}

/// Each with its value; several that have none, and of which it is not the question, together.
fn told<'a>(locals: impl Iterator<Item = &'a LocalValue>) -> Vec<String> {
    let (empty, written): (Vec<_>, Vec<_>) = locals.partition(|local| !local.involved && local.value == UNWRITTEN);
    let mut told: Vec<String> = written.iter().map(|local| local.told()).collect();
    match empty.as_slice() {
        [] => {}
        [only] => told.push(only.told()),
        several => {
            let names: Vec<&str> = several.iter().map(|local| local.name.as_str()).collect();
            told.push(format!("{UNWRITTEN}: {}", names.join(", ")));
        }
    }
    told
}

/// The text, and whether it has all of them.
fn flow(told: &[String], mut used: usize, lines: usize, style: Style) -> (String, bool) {
    let mut out = ":".to_owned();
    used += 1;
    let mut line = 1;
    for (i, one) in told.iter().enumerate() {
        let end = if i + 1 < told.len() { ";" } else { "" };
        let one = cut(one, VALUE_COLUMNS.min(style.columns().saturating_sub(INDENT + 3))) + end;
        let columns = columns_of(&one);
        // The last line keeps room for the sign that there is more.
        let room = style.columns().saturating_sub(if line == lines && !end.is_empty() { 2 } else { 0 });
        if used + 1 + columns > room {
            if line == lines {
                return (out + " …\n", false);
            }
            line += 1;
            out.push_str(&format!("\n{}", " ".repeat(INDENT - 1)));
            used = INDENT - 1;
        }
        out.push_str(&format!(" {one}"));
        used += 1 + columns;
    }
    (out + "\n", true)
}

/// All locals: beside the name of the function if they fit, else each on a line of its own.
fn one_a_line(locals: &[LocalValue], used: usize, style: Style) -> String {
    let each: Vec<String> = locals.iter().map(|local| local.told()).collect();
    if let (line, true) = flow(&each, used, 1, style) {
        return line;
    }
    let names = locals.iter().map(|local| columns_of(&local.name)).max().unwrap_or(0).min(16);
    let mut out = ":\n".to_owned();
    for local in locals {
        let told = local.told();
        let rest = told.strip_prefix(local.name.as_str()).unwrap_or(&told);
        out.push_str(&style.wrap(&" ".repeat(INDENT), &format!("{}{rest}", padded(&local.name, names))));
    }
    out
}

/// How often a call stands for others like it.
fn repeated(stack: &[StackEntry], at: usize) -> String {
    let Some(entry) = stack.get(at).filter(|entry| entry.folded > 0) else { return String::new() };
    let folded = |i: Option<usize>| i.and_then(|i| stack.get(i)).map(|e| e.folded);
    let in_turn = folded(at.checked_sub(1)) == Some(entry.folded) || folded(Some(at + 1)) == Some(entry.folded);
    let times = words::number(entry.folded);
    match (in_turn, entry.folded) {
        (false, 1) => ", which called itself once more".to_owned(),
        (false, _) => format!(", which called itself {times} times"),
        (true, _) => format!(", and {times} times more in turn"),
    }
}
